"""Alerts in the real terminal: from an entry to the panel, the strip that is dismissed, the count in the state strip, the way back to
what it is about, and the language."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.alerts import Heard, Kind
from app.alerts_panel import _full
from app.settings import load
from app.terminal import Terminal
from core.domain.enums import Side
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.journal.entry import Entry
from core.messages.commands import EngageKill
from core.messages.events import FillBusted, KillEngaged, KillReleased, RunStarted
from core.messages.limits import Limit, LimitChanged, LimitWarning, RiskTold, ScopeDisabled
from core.projections.risk_pictures import GaugeRow
from tests.sessions import bundled, limit
from widgets.alerts.model import Severity, Source, Standing

WAIT_MS = 20_000
BUSTED, OTHER = (FillBusted(OrderId(id), 1, Qty(1), Price(1)) for id in (7, 8))


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off", "--sound-volume", "0"], {}), bundled())
    made.open()
    qtbot.waitUntil(lambda: made.assembly.session.messages > 5, timeout=WAIT_MS)
    made.window.focus_panel("alerts")
    yield made
    made.shut()


@pytest.fixture
def came(terminal: Terminal, qtbot: QtBot) -> Callable[..., None]:
    """Events as the core's thread hands them over."""
    def come(*events: Any) -> None:
        terminal.aids.alerts._last.clear()
        terminal.aids.alerts.take(Entry(1, 1_500_000_000 * 10**9, None, events, True, 1, 1))

    return come


def rows(terminal: Terminal, severity: str = "") -> list[tuple[str, ...]]:
    return [one.cells for one in terminal.window.view("alerts").list.records if not severity or one.cells[0] == severity]


def warned(percent: int) -> LimitWarning:
    return LimitWarning(Rule.MAX_OPEN_ORDERS, "everything", InstrumentId(0), percent, percent // 5, 20)


def test_an_entry_is_a_row_and_a_count_and_the_act_of_a_person(terminal: Terminal, qtbot: QtBot) -> None:
    terminal.core.submit(limit("a", Side.BUY, 1, 10**7))
    qtbot.waitUntil(lambda: any("outside the collar" in row[-1] for row in rows(terminal, "Note")), timeout=WAIT_MS)
    assert terminal.window.banner.fact("alerts") == "", "a refusal asks nobody to read it"
    terminal.core.submit(EngageKill("test"))
    qtbot.waitUntil(lambda: len(rows(terminal, "Critical")) == 1, timeout=WAIT_MS)
    assert rows(terminal, "Critical")[0][3:] == ("Active", "unread", "Kill switch", "Kill switch engaged: demo (test)")
    assert terminal.window.banner.fact("alerts") == "1 unread"
    view = terminal.window.view("alerts")
    view.list.mark(0)
    qtbot.keyClick(view.list, Qt.Key.Key_A)
    assert rows(terminal, "Critical")[0][4] == terminal.core.seat.person != ""
    assert terminal.window.banner.fact("alerts") == ""


def test_what_is_dismissed_in_the_strip_is_read_and_nothing_else(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    notice = terminal.window.banner.notice
    came(BUSTED, OTHER)
    qtbot.waitUntil(lambda: "order 8" in notice.text(), timeout=WAIT_MS)
    assert terminal.window.banner.fact("alerts") == "2 unread"
    terminal.window.show_notice("Something else took its place")
    qtbot.mouseClick(notice._dismiss, Qt.MouseButton.LeftButton)
    assert terminal.window.banner.fact("alerts") == "2 unread", "what was pushed away was not dismissed"
    assert "Something else took its place" in [row[-1] for row in rows(terminal, "Note")]
    came(BUSTED)
    qtbot.waitUntil(lambda: "order 7" in notice.text(), timeout=WAIT_MS)
    qtbot.mouseClick(notice._dismiss, Qt.MouseButton.LeftButton)
    states = {row[-1]: (row[2], row[4]) for row in rows(terminal, "Critical")}
    person = terminal.core.seat.person
    assert states == {"A fill of order 7 was taken back": ("\u00d72", person), "A fill of order 8 was taken back": ("", "unread")}


def test_what_holds_is_over_when_an_event_says_so(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    came(KillEngaged(1, "test", 0), ScopeDisabled(ScopeKind.TRADER, "maya", Rule.REPEATED_EXECUTIONS, 5, 5), warned(50), warned(90))
    qtbot.waitUntil(lambda: len(rows(terminal, "Critical")) == 2)
    book = terminal.aids.alerts_panel.book
    standing = {(one.source, one.count): one.standing for one in book.picture().alerts if one.source is not Source.LIMIT}
    assert set(standing.values()) >= {Standing.ACTIVE}
    assert sorted(row[3] for row in rows(terminal, "Warning")) == ["Active", "Over"], "the higher tier took the lower one's place"
    came(KillReleased(2, "test"), RiskTold("enabled", "trader maya", 0, "risk", ""))
    qtbot.waitUntil(lambda: [row[3] for row in rows(terminal, "Critical")] == ["Over", "Over"])
    came(LimitChanged(Limit(Rule.MAX_OPEN_ORDERS, 30), 20, 2, "risk", "", ""))
    qtbot.waitUntil(lambda: [row[3] for row in rows(terminal, "Warning")] == ["Over", "Over"])
    assert {row[3] for row in rows(terminal)} == {"Over"}


def test_a_run_that_begins_ends_what_limits_said(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    came(warned(90))
    qtbot.waitUntil(lambda: [row[3] for row in rows(terminal, "Warning")] == ["Active"])
    came(RunStarted("s", "", 0, 0, False, "", ()))
    qtbot.waitUntil(lambda: [row[3] for row in rows(terminal, "Warning")] == ["Over"])


def test_a_use_that_went_down_is_seen_by_the_panel_itself(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    """Measured in the core, asked for by look(), as the risk panel asks."""
    came(warned(90))
    qtbot.waitUntil(lambda: [row[3] for row in rows(terminal, "Warning")] == ["Active"])
    view, measured = terminal.window.view("alerts"), []
    view.measured.connect(measured.append)
    qtbot.waitUntil(lambda: bool(measured), timeout=WAIT_MS)
    assert view.look() is None or not terminal.aids.alerts_panel.book.open_limits()
    assert hasattr(measured[0].reading, "gauges")


def test_a_gauge_tells_whether_a_tier_is_reached_still() -> None:
    def gauge(used: int | None, percent: int = 100) -> tuple[GaugeRow, ...]:
        return (GaugeRow(Limit(Rule.MAX_OPEN_ORDERS, 20), percent, ScopeKind.ACCOUNT, "1", None, used, None, 90),)

    held = ("limit", int(Rule.MAX_OPEN_ORDERS), "account 1", 0, 90)
    assert _full(held, gauge(18)) is True and _full(held, gauge(17)) is False
    assert _full(held, gauge(9, percent=50)) is True, "of what counts now"
    assert _full(held, gauge(None)) is None and _full((*held[:3], 5, 90), gauge(18)) is None


def test_enter_goes_to_its_panel_with_its_instrument(terminal: Terminal, qtbot: QtBot) -> None:
    terminal.core.submit(EngageKill("test"))
    qtbot.waitUntil(lambda: len(rows(terminal, "Critical")) == 1, timeout=WAIT_MS)
    view = terminal.window.view("alerts")
    view.choose(Severity.CRITICAL)
    view.list.mark(0)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert terminal.window.docks["kill"].is_seen()


def test_a_shelved_kind_is_listed_and_not_told(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    told: list[tuple[Kind, str, int]] = []
    terminal.aids.alerts.told.connect(lambda *one: told.append(one))
    terminal.aids.alerts_panel._shelve(Source.LIMIT)
    came(warned(50))
    qtbot.waitUntil(lambda: len(rows(terminal, "Warning")) == 1)
    assert told == [] and rows(terminal, "Warning")[0][4] == "shelved" and terminal.window.banner.fact("alerts") == ""
    came(warned(100))
    qtbot.waitUntil(lambda: [kind for kind, _, _ in told] == [Kind.ALERT])
    assert terminal.window.banner.fact("alerts") == "1 unread"
    terminal.aids.alerts_panel._shelve(Source.LIMIT)
    assert not terminal.aids.alerts_panel.book.shelved()


def test_a_switch_of_the_language_says_everything_again_and_keeps_what_was_read(
    terminal: Terminal, qtbot: QtBot, came: Callable[..., None],
) -> None:
    came(warned(90))
    qtbot.waitUntil(lambda: len(rows(terminal, "Warning")) == 1)
    before = rows(terminal, "Warning")[0][-1]
    terminal.speak("zh_CN")
    try:
        qtbot.waitUntil(lambda: len(terminal.window.view("alerts").list.records) >= 1)
        said = [one.cells[-1] for one in terminal.window.view("alerts").list.records]
        assert before not in said and any("限额" in one for one in said)
        assert terminal.window.banner.fact("alerts") != "", "the banner that took its place has the count"
        notice = terminal.window.banner.notice
        qtbot.mouseClick(notice._dismiss, Qt.MouseButton.LeftButton)
        assert terminal.window.banner.fact("alerts") == "", "and its strip is heard"
    finally:
        terminal.speak("en")
    assert rows(terminal, "Warning")[0][4] == terminal.core.seat.person


def test_what_nobody_sees_is_there_when_it_is_seen(terminal: Terminal, qtbot: QtBot, came: Callable[..., None]) -> None:
    terminal.window.docks["alerts"].close()
    heard: list[list[Heard]] = []
    terminal.aids.alerts.heard.connect(heard.append)
    came(warned(90))
    qtbot.waitUntil(lambda: bool(heard))
    assert rows(terminal, "Warning") == []
    terminal.window.focus_panel("alerts")
    qtbot.waitUntil(lambda: len(rows(terminal, "Warning")) == 1)
