"""The state in a floating panel's title: what it tells, what gives way where the room is short, and that nothing is told twice over."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from core.domain.enums import Mode
from core.projections.health import DATA_LATE_MS
from core.projections.lines import Line, LinesPicture
from core.projections.results import DayPicture
from core.projections.stop_pictures import Rehearsed
from tests.widgets.test_banner import FIRST, day, health, kill, session
from widgets.banner.blocks import Block, fitted
from widgets.banner.chip import StateChip
from widgets.style import THEMES

WIDE = 2_000
SECOND = 1_000_000_000


@pytest.fixture
def chip(qtbot):
    made = StateChip(THEMES["dark"])
    qtbot.addWidget(made)
    made.show()
    return made


def feed(chip: StateChip, **pictures: object) -> None:
    for name, one in pictures.items():
        chip.parts[name].draw(one)


def lines(*found: Line) -> LinesPicture:
    return LinesPicture(1, found)


LOST = Line("SIM", False, FIRST)


def test_with_room_it_tells_what_the_banner_tells(chip):
    chip.give_room(WIDE)
    feed(chip, session=session(mode=Mode.REPLAY), kill=kill(False), health=health(), day=day("USD", -123_456), lines=lines())
    assert chip.words() == ["REPLAY", "Day \u22121\u202f234.56 USD", "20:47:14"]
    feed(chip, kill=kill(True), health=health(data_age_ms=DATA_LATE_MS + 100), lines=lines(LOST))
    assert chip.words() == [
        "REPLAY", "ENGAGED", "Line to SIM LOST 20:47:11", "Data 2.1 s late", "Day \u22121\u202f234.56 USD", "20:47:14",
    ]
    assert chip.accessibleName() == "REPLAY. Kill switch: ENGAGED. Line to SIM LOST 20:47:11. Data 2.1 s late."
    feed(chip, session=session(2, mode=Mode.PAUSED))
    assert "Data 2.1 s late" not in chip.words(), "on hold, as in the banner"


def test_what_is_less_important_goes_first_and_an_alarm_keeps_its_sign(chip):
    feed(chip, session=session(), kill=kill(True), health=health(data_age_ms=9_000), day=day("USD", 100), lines=lines(LOST))
    seen = []
    for room in range(WIDE, 0, -1):
        chip.give_room(room)
        assert chip.sizeHint().width() <= max(room, chip.least_px())
        if not seen or seen[-1] != chip.words():
            seen.append(chip.words())
    must, line, age = ["LIVE SIM", "ENGAGED"], "Line to SIM LOST 20:47:11", "Data 9.0 s late"
    assert seen[:4] == [
        [*must, line, age, "Day +1.00 USD", "20:47:14"], [*must, line, age, "Day +1.00 USD"], [*must, line, age, "+1.00 USD"],
        [*must, line, age],
    ]
    assert seen[-1] == must and len(chip._shown) == 4, "both alarms are there as signs"
    feed(chip, day=DayPicture(1, 736_888, ()))
    for room in range(WIDE):
        chip.give_room(room)
        assert "flat" not in chip.words(), "of what would not be said"


def test_before_anything_is_known_nothing_is_said_to_be_released(chip):
    assert chip.accessibleName() == "NO SESSION. Kill switch: unknown."
    feed(chip, session=session(), kill=kill(False))
    assert chip.accessibleName() == "LIVE SIM. Kill switch released."


def test_the_tip_has_all_of_it_however_little_room_there_is(chip):
    tested = Rehearsed(FIRST, 30, 1, 2, 3)
    feed(
        chip, session=session(environment="production"), kill=replace(kill(False), tested=tested), health=health(), day=day("USD", 100),
        lines=lines(replace(LOST, up=True)),
    )
    chip.give_room(0)
    assert chip.words() == ["LIVE SIM"]
    told = chip.tip().splitlines()
    assert told[0] == "LIVE SIM. Kill switch released." and told[1].startswith("Last rehearsed")
    assert {"Data age: 120 ms", "Core lag p99: 0.9 ms", "Day P&L, 13 Jul: +1.00 USD", "2018-07-13 UTC: 20:47:14.027"} <= set(told)
    assert "Session: BTC-USD, Coinbase, 13 July 2018, PRODUCTION" in told
    assert "The line to SIM is up since 20:47:11." in told
    chip.event(QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), chip.mapToGlobal(QPoint(1, 1))))
    assert QToolTip.text() == chip.tip()
    QToolTip.hideText()


def test_a_running_clock_moves_nothing(chip, qtbot):
    chip.give_room(WIDE)
    feed(chip, session=session(), kill=kill(False), health=health(data_age_ms=2_000))
    wide, heard = chip.sizeHint().width(), []
    chip.changed.connect(lambda: heard.append(chip.words()))
    for number in range(1, 12):
        feed(chip, session=session(number + 1, at=FIRST + number * SECOND), health=health(number + 1, data_age_ms=2_000 + 100 * number))
    assert heard == [] and chip.sizeHint().width() == wide and chip.words()[-1] == "20:47:22"


@pytest.mark.parametrize("name", list(THEMES))
def test_draws_in_every_theme(chip, name):
    chip.set_theme(THEMES[name])
    feed(chip, session=session(), kill=kill(True), health=health(data_age_ms=9_000), day=day("USD", 100), lines=lines(LOST))
    for room in (0, WIDE):
        chip.give_room(room)
        chip.resize(chip.sizeHint())
        assert not chip.grab().isNull()


def test_a_spare_block_is_left_out_rather_than_one_that_is_not_cut():
    wanted = [Block(("mode",)), Block(("late by much", "late", "")), Block(("12:00",), spare=True)]

    def width(block: Block, word: str) -> int:
        return 1 + len(word)

    assert [[word for _, word in fitted(wanted, width, room)] for room in (3, 10, 16, 18, 24)] == [
        ["mode", ""], ["mode", "late"], ["mode", "late", "12:00"], ["mode", "late by much"], ["mode", "late by much", "12:00"],
    ]
    wanted = [Block(("mode",)), Block(("long result",), spare=True), Block(("12:00",), spare=True)]
    assert [word for _, word in fitted(wanted, width, 12)] == ["mode"], "not what is less important in its place"
