"""What went wrong in real markets, with our gate in between: the first bad order is refused, the exposure stays within its limit at
every entry, somebody is told within five seconds, and what was stopped stays stopped.

The files' heads tell what happened and where it is written down. `pytest tests/scenarios --rewrite` writes the answers anew.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from core.domain.stages import BLOCKED
from core.domain.units import SECOND
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.events import BasketRefused, ConservationBroken, KillEngaged, OrderFilled, OrderRefused, OrderSent
from core.messages.limits import LimitWarning
from core.messages.reasons import Reason
from core.messages.stopping import TriggerFired
from tests.scenarios.conversation import Conversation
from tests.scenarios.incident import Incident

FOLDER = Path(__file__).parent / "incidents"
ALARMS = (LimitWarning, OrderRefused, BasketRefused, ConservationBroken, TriggerFired, KillEngaged)
ALARM_NS = 5 * SECOND
"""RTS 6 Art. 16(5)."""


class Story(NamedTuple):
    """refused: the first orders beyond a limit, and why each does not go; most: exposure, in millionths of the base currency;
    stopped: the scope that stays stopped; passed: orders of the incident that are within every limit."""

    refused: dict[str, Reason]
    most: int
    stopped: str
    passed: int


HARD = Reason.KILL_SWITCH_ENGAGED
STORIES = {
    "knight": Story(
        {"wrong1": Reason.PARENT_QTY, "wrong2": HARD, "bare31": Reason.SCOPE_DISABLED, "hand40": Reason.GROSS_EXPOSURE, "again": HARD},
        200_000_000_000, "strategy:router", 69,
    ),
    "goldman": Story(
        {
            "early1": Reason.PRICE_COLLAR, "call1": Reason.PRICE_COLLAR, "open1": Reason.PRICE_COLLAR, "dear51": Reason.MESSAGE_RATE,
            "rate1": Reason.MESSAGE_RATE, "late1600": HARD, "last1": HARD,
        },
        55_000_000, "strategy:axes", 50,
    ),
    "everbright": Story(
        {
            "again1": Reason.PARENT_QTY, "more1": HARD, "large1": Reason.MAX_ORDER_VALUE, "direct201": Reason.SCOPE_DISABLED,
            "hand7": Reason.GROSS_EXPOSURE, "last": HARD,
        },
        30_000_000_000, "strategy:etf", 206,
    ),
    "citi": Story({"more1": HARD}, 100_000_000_000_000, "trader:ann", 349),
    "flash_crash": Story(
        {
            "maker3": Reason.VELOCITY, "stale1": Reason.STALE_PRICE, "halted1": Reason.OPEN_QUIET, "reopened1": Reason.OPEN_QUIET,
            "dark1": HARD,
        },
        60_000_000_000, "everything", 2,
    ),
}
BASKETS = (Reason.BASKET_WORTH, Reason.SIZE_OUTLIER, Reason.MAX_ORDER_VALUE, Reason.GROSS_EXPOSURE)


def talk_for(path: Path) -> Conversation:
    """As the folder's files are to be played."""
    return Conversation() if path.parent.name == "conversations" else Incident()


def test_every_file_has_its_story() -> None:
    assert sorted(STORIES) == sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", sorted(STORIES))
def test_incident(name: str, request: pytest.FixtureRequest) -> None:
    path, story = FOLDER / f"{name}.txt", STORIES[name]
    written, talk = path.read_text(), Incident()
    spoken = talk.play(written)
    if request.config.getoption("--rewrite", default=False):
        path.write_text(spoken)
    assert spoken == written
    _stays_within(talk, story)
    again = Engine(State())
    for seq, at, message in talk.said:
        again.apply(seq, at, message)
    assert digest(again.state) == talk.digest()


def _stays_within(talk: Incident, story: Story) -> None:
    since = [told for told in talk.told if told.at >= talk.bad_at > 0]
    why = {told.event.client_order_id: told.event.reason for told in since if isinstance(told.event, OrderRefused)}
    assert {name: why.get(name) for name in story.refused} == story.refused
    assert sum(isinstance(told.event, OrderSent) for told in since) == story.passed
    assert 0 < talk.most <= story.most
    assert min(told.at for told in since if isinstance(told.event, ALARMS)) - talk.bad_at <= ALARM_NS
    stop = talk.engine.state.kill.stops.get(story.stopped)
    assert stop is not None and stop.stage >= BLOCKED


def test_each_control_alone_refuses_the_basket_as_a_whole() -> None:
    talk = Incident()
    talk.play((FOLDER / "citi.txt").read_text())
    assert [told.event.reason for told in talk.told if isinstance(told.event, BasketRefused)] == list(BASKETS)


def test_the_collar_is_the_same_in_every_phase() -> None:
    talk = Incident()
    talk.play((FOLDER / "goldman.txt").read_text())
    refused = [told.event for told in talk.told if isinstance(told.event, OrderRefused) and told.event.reason is Reason.PRICE_COLLAR]
    assert len({event.limit for event in refused}) == 1


def test_the_stop_took_no_stub_quote() -> None:
    talk = Incident()
    talk.play((FOLDER / "flash_crash.txt").read_text())
    assert min(told.event.price for told in talk.told if isinstance(told.event, OrderFilled)) >= 9_750 * 95 // 100
