"""Every scenario in venue/ goes as written; the same messages then give a fresh exchange the same events and the same state.

`pytest tests/scenarios --rewrite` writes the exchange's answers into the files: read the diff before committing it.
"""

from pathlib import Path

import pytest

from core.machine.engine import Engine
from core.machine.state import State, digest
from core.machine.venue import feeds, memory
from core.machine.venue.picture import picture
from core.messages import market_data as md
from core.messages.packing import pack, unpack
from core.messages.terms import LEVELS, ORDERS, STATISTICS, STATUS, TOP
from tests.scenarios.venue_checks import Rebuilt
from tests.scenarios.venue_conversation import Scenario, VenueConversation, again, rewritten, scenarios, with_feeds

FOLDER = Path(__file__).parent / "venue"
ALL = [scenario for path in sorted(FOLDER.glob("*.txt")) for scenario in scenarios(path)]
FEEDS = (
    md.DepthChanged, md.TopChanged, md.StatisticsChanged, md.OrderAdded, md.OrderReduced, md.OrderRemoved, md.RulesChanged,
)


@pytest.mark.parametrize("scenario", ALL, ids=[f"{one.path.stem}-{one.name}" for one in ALL])
def test_scenario(scenario: Scenario, request: pytest.FixtureRequest) -> None:
    talk = VenueConversation()
    spoken = talk.play(scenario)
    if request.config.getoption("--rewrite"):
        text = scenario.path.read_text(encoding="utf-8")
        scenario.path.write_text(rewritten(text, scenario.text(), spoken), encoding="utf-8")
    assert spoken == scenario.text()
    assert talk.broken == []
    assert again(talk.said) == (talk.told, talk.digest())


@pytest.mark.parametrize("scenario", ALL, ids=[f"{one.path.stem}-{one.name}" for one in ALL])
def test_feeds_rebuild_the_book(scenario: Scenario) -> None:
    """With the book's feeds on nothing else happens than before, and after each step the feeds give the book that is held."""
    talk = VenueConversation()
    talk.play(scenario)
    engine, told = Engine(State()), []
    books: dict[int, Rebuilt] = {}
    for seq, (at, message) in enumerate(with_feeds(talk.said, LEVELS | TOP | ORDERS | STATISTICS), 1):
        events = engine.apply(seq, at, message)
        told += events
        markets = engine.state.venue.markets
        for event in events:
            if getattr(event, "instrument", 0) in markets:
                books.setdefault(event.instrument, Rebuilt()).fold(event)
        for instrument, book in books.items():
            assert list(book.differs(picture(markets[instrument]))) == [], message
            if markets[instrument].feeds & STATUS:
                held = feeds.status(markets[instrument])[1]
                assert book.status == tuple(held[name] for name in ("phase", "ends_at", "low", "high", "limit_state")), message
    assert _quiet(told) == _quiet(talk.told)


@pytest.mark.parametrize("scenario", ALL, ids=[f"{one.path.stem}-{one.name}" for one in ALL])
def test_written_down_and_read_back_at_every_step(scenario: Scenario) -> None:
    """An exchange that is written down and read back between any two messages goes on as if nothing had been."""
    talk = VenueConversation()
    talk.play(scenario)
    engine, told = Engine(State()), []
    for seq, (at, message) in enumerate(talk.said, 1):
        told += engine.apply(seq, at, message)
        packed, due = pack(memory.rows(engine.state.venue)), engine.next_due()
        engine.state.venue = memory.restore(unpack(packed))
        assert engine.next_due() == due, message
        assert pack(memory.rows(engine.state.venue)) == packed, message
    assert (told, digest(engine.state)) == (talk.told, talk.digest())


def _quiet(events: list[object]) -> list[object]:
    return [event for event in events if not isinstance(event, FEEDS)]


def test_names_are_unique() -> None:
    names = [scenario.name for scenario in ALL]
    assert sorted(names) == sorted(set(names))
