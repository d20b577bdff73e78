"""The switch's signs in three states: nothing, a part, and everything is stopped. Red and ENGAGED belong to the last one alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.domain.enums import Mode
from core.domain.instrument import NARROW_SPACE
from core.domain.stages import Stage
from core.messages.commands import EngageKill
from core.projections.stop_pictures import BlastPicture, KillPicture, Opening, StopRow
from tests.widgets.test_banner import session
from tests.widgets.test_kill_switch import AT, SOURCE, picture
from widgets.banner.chip import StateChip
from widgets.banner.view import Banner
from widgets.core_words import by
from widgets.kill_switch import model
from widgets.kill_switch.stops_view import StopsView
from widgets.kill_switch.view import KillSwitchView, StopButton
from widgets.scopes import part_sentence
from widgets.style import THEMES

MAKER = StopRow("strategy:maker", 4, "operator at the stops panel", "tess", Stage.VERIFIED, 3, 0, AT, AT, AT, cancelled=3, refused=2)
BTC = StopRow("instrument:BTC-USD", 5, SOURCE, "tess", Stage.VERIFIED, 1, 0, AT, AT, AT, cancelled=1, refused=7)
ALL = StopRow("everything", 6, SOURCE, "tess", Stage.VERIFIED, 0, 0, AT, AT, AT, refused=5)


def stopped(version: int, *rows: StopRow, **changes: object) -> KillPicture:
    first = rows[0]
    said = {
        "engaged": any(row.blocks for row in rows), "generation": first.generation, "source": first.source, "orders_hit": first.hit,
        "cancelled": first.cancelled, "refused_since": first.refused, "stops": rows,
    }
    return picture(version, **(said | changes))


NOTHING, PART = picture(1), stopped(2, MAKER)
PARTS, WHOLE = stopped(3, BTC, MAKER), stopped(4, ALL, MAKER)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget, int, int], QWidget]:
    def shown(made: QWidget, width: int, height: int) -> QWidget:
        qtbot.addWidget(made)
        made.resize(width, height)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return shown


def test_what_is_said_of_the_parts() -> None:
    assert part_sentence(["strategy maker"]) == "1 scope stopped: strategy maker"
    assert part_sentence(["venue X", "account 7"]) == "2 scopes stopped: venue X, account 7"
    assert part_sentence(["venue X", "account 7", "desk a", "desk b", "desk c"]).endswith("venue X, account 7, desk a, 2 more")


@pytest.mark.parametrize("given", [NOTHING, PART, PARTS])
def test_while_not_everything_is_stopped_the_button_says_stop_and_does_it(show, qtbot: QtBot, given: KillPicture) -> None:
    button = show(StopButton(THEMES["dark"]), 196, 32)
    sent: list[object] = []
    button.asked.connect(sent.append)
    button.draw(given)
    twin = button.twin()
    qtbot.addWidget(twin)
    assert button.words()[0] == twin.words()[0] == "STOP" and "twice" in button.words()[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.words() == ("CONFIRM STOP", f"cancels 14, 87{NARROW_SPACE}430.12 USD")
    qtbot.mouseClick(twin, Qt.MouseButton.LeftButton)
    assert sent == [EngageKill(SOURCE)] and button.words()[0] == "STOPPING\u2026"
    button.draw(WHOLE)
    assert button.words() == ("ENGAGED", "5 refused since") == twin.words()


@pytest.mark.parametrize(
    ("given", "tone", "value", "said"),
    [
        (NOTHING, "hairline", "RELEASED", "Kill switch released"),
        (PART, "warning", "strategy maker", "1 scope stopped: strategy maker"),
        (PARTS, "warning", "instrument BTC-USD +1", "2 scopes stopped: instrument BTC-USD, strategy maker"),
        (WHOLE, "critical", "ENGAGED", "Kill switch engaged"),
    ],
)
def test_banner_and_frame(show, given: KillPicture, tone: str, value: str, said: str) -> None:
    banner = show(Banner(THEMES["dark"]), 1600, 60)
    banner.draw_session(session(mode=Mode.LIVE_SIM))
    banner.draw_kill(given)
    assert (banner.tone, banner.fact("kill")) == (tone, value) and said in banner.accessibleName()
    assert ("scope" in banner.stopped) is given.part and ("ENGAGED" in banner.fact("kill")) is given.whole
    if given.part:
        assert any(text.startswith(said.partition(":")[0]) for text in banner._facts.texts()) and said in banner._facts.tip()
    fills = {"hairline": "", "warning": "warning_fill", "critical": "critical_fill"}
    assert banner._facts._shown["kill"].fill == fills[tone]


def test_another_part_in_the_same_tone_is_told_too(show, qtbot: QtBot) -> None:
    banner = show(Banner(THEMES["dark"]), 1600, 60)
    banner.draw_session(session(mode=Mode.DRILL))
    banner.draw_kill(PART)
    with qtbot.waitSignal(banner.tone_changed):
        banner.draw_kill(PARTS)
    with qtbot.waitSignal(banner.tone_changed):
        banner.draw_kill(NOTHING)
    assert banner.tone == "warning" and banner.stopped == "", "a drill's tone is the same one"


def test_a_long_name_does_not_push_the_banner_wider_and_an_override_is_louder(show) -> None:
    banner = show(Banner(THEMES["dark"]), 1600, 60)
    long = "strategy:" + "m" * 48
    banner.draw_kill(stopped(2, StopRow(long, 4, SOURCE, "", Stage.VERIFIED, 0, 0, AT, AT, AT)))
    assert banner.fact("kill").endswith("\u2026") and len(banner.fact("kill")) == 22
    assert "m" * 48 in banner._facts.tip()
    banner.draw_kill(stopped(3, MAKER, openings=(Opening(1, 1, 5, AT, "ann", "hedge"),)))
    assert banner.fact("kill") == "OVERRIDE"


@pytest.mark.parametrize(
    ("given", "word", "tone"), [(NOTHING, "", "stale"), (PART, "1 scope stopped", "warning"), (WHOLE, "ENGAGED", "critical")],
)
def test_the_chip_of_a_floating_panel(show, given: KillPicture, word: str, tone: str) -> None:
    chip = show(StateChip(THEMES["dark"]), 300, 18)
    chip.parts["session"].draw(session(mode=Mode.PAUSED))
    chip.parts["kill"].draw(given)
    assert (chip.words()[1:], chip.tone) == ([word] if word else [], tone)


def test_the_panel_names_the_part_and_after_it_the_whole_first(show) -> None:
    view = show(KillSwitchView(THEMES["dark"]), 300, 240)

    def edge() -> str:
        return view.grab().toImage().pixelColor(QPoint(1, 100)).name()

    theme = THEMES["dark"]
    view.draw(NOTHING)
    assert "RELEASED" in view.sentence.accessibleName() and edge() == theme.panel
    view.draw(PART)
    assert "1 scope stopped: strategy maker \u00b7 others work" in view.sentence.accessibleName()
    assert edge() == theme.warning and view.stop.words()[0] == "STOP"
    assert view.board.facts()["Refused since"] == "2"
    view.draw(WHOLE)
    assert "ENGAGED \u00b7 new orders are refused \u00b7 1 more" in view.sentence.accessibleName()
    assert edge() == theme.critical and view.stop.words()[0] == "ENGAGED" and view.board.facts()["Refused since"] == "5"


def test_on_the_way_back_what_is_still_stopped_is_said() -> None:
    back = StopRow("everything", 6, SOURCE, "tess", Stage.REDUCE_ONLY, 0, 0, AT, AT, AT)
    given = stopped(5, back, MAKER)
    assert given.part and "1 scope stopped: strategy maker" in model.engaged_sentence(given)
    assert model.engaged_sentence(given).startswith("REDUCE ONLY")


def test_the_stops_panel_names_the_person(show) -> None:
    view = show(StopsView(THEMES["dark"]), 1000, 420)
    view.draw(BlastPicture(1, (), "", 0, 0, (), (), "", 0, False, WHOLE))
    view.stops.choose("everything")
    assert "Stopped by tess at the terminal." in view.step_says.text()


def test_who_is_known_by_name_is_named_in_the_place_of_the_operator() -> None:
    facts = {fact.what: fact.value for fact in model.board(WHOLE)}
    assert facts["Engagement 6 by"] == "tess at the terminal"
    facts = {fact.what: fact.value for fact in model.board(PART)}
    assert facts["Engagement 4 by"] == "tess at the stops panel"
    assert by(SOURCE) == SOURCE and by("trigger 3", "tess") == "tess (trigger 3)" and by("", "tess") == "tess"
