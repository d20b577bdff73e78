"""Language, size of type and density changed while the terminal runs: the window is made anew around what a person is doing."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import Side
from tests.sessions import bundled, limit
from widgets import lengths, style
from widgets.depth.model import SPANS_BP
from widgets.tongue import told

WAIT_MS = 20_000


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(qapp, load(["--data", str(tmp_path), "--speed", "2", "--watchdog", "off"], {}), bundled())
    made.open()
    qtbot.waitUntil(lambda: made.assembly.session.messages > 20, timeout=WAIT_MS)
    yield made
    made.languages.speak("en")
    lengths.resize(100, "compact")
    made.shut()


def change(qtbot: QtBot, terminal: Terminal, name: str, text: str) -> None:
    """As a person does: typed into the settings panel."""
    terminal.window.focus_panel("settings")
    view = terminal.window.view("settings")
    field = view.lines[name].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: terminal.window.view("settings") is not view, timeout=WAIT_MS)


def test_a_language_typed_is_spoken_at_once_and_kept(qtbot: QtBot, terminal: Terminal) -> None:
    change(qtbot, terminal, "language", "zh_CN")
    window = terminal.window
    assert window.docks["settings"].windowTitle() == "设置" and window.menus["Help"].title() == "帮助(&H)"
    assert window.actions_by_id["quit"].text() == "退出" and window.actions_by_id["quit"].shortcut().toString() == "Ctrl+Q"
    assert tomllib.loads((terminal.settings_panel.in_force.file).read_text())["language"] == "zh_CN"
    assert window.view("settings").lines["language"].state.text().startswith("来自文件")
    qtbot.waitUntil(lambda: window.banner.fact("kill") == "已解除", timeout=WAIT_MS)
    window.language_asked.emit()
    qtbot.waitUntil(lambda: window.docks["settings"].windowTitle() == "Settings", timeout=WAIT_MS)


def test_a_ticket_that_is_being_written_stays_written(qtbot: QtBot, terminal: Terminal) -> None:
    ticket = terminal.window.view("ticket")
    qtbot.waitUntil(lambda: ticket.picture is not None, timeout=WAIT_MS)
    ticket.edit(side=Side.SELL, qty="0.25", price="7000.00")
    name = ticket.order().client_order_id
    terminal.speak("zh_CN")
    after = terminal.window.view("ticket")
    assert after is not ticket
    qtbot.waitUntil(lambda: after.picture is not None, timeout=WAIT_MS)
    assert (after.draft.qty, after.qty.text(), after.price.text()) == ("0.25", "0.25", "7000.00")
    assert after.order().client_order_id == name
    qtbot.waitUntil(lambda: after.send.text().startswith("卖出 0.25 BTC"), timeout=WAIT_MS)


def test_a_ticket_that_was_sent_is_not_sent_again(qtbot: QtBot, terminal: Terminal) -> None:
    ticket = terminal.window.view("ticket")
    qtbot.waitUntil(lambda: ticket.picture is not None, timeout=WAIT_MS)
    ticket.edit(side=Side.BUY, qty="0.25", price="5900.00")
    ticket.submit()
    terminal.speak("zh_CN")
    after = terminal.window.view("ticket")
    after.submit()
    qtbot.waitUntil(lambda: len(terminal.assembly.engine.state.oms.open) == 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "已挂单" in after.outcome.text(), timeout=WAIT_MS)
    assert len(terminal.assembly.engine.state.oms.open) == 1


def test_questions_and_notices_are_said_again(qtbot: QtBot, terminal: Terminal) -> None:
    window = terminal.window
    terminal.assembly.session.tell(told("Sounds are on."))
    qtbot.waitUntil(lambda: "Sounds are on." in _notice(terminal), timeout=WAIT_MS)
    window.ask_workspace("save_as")
    window.offers.line.setText("mine")
    terminal.speak("zh_CN")
    assert window.offers.heading.text() == "保存此工作区" and window.offers.line.text() == "mine"
    assert _notice(terminal) == "声音已打开。"
    window.banner.notice.clear()
    terminal.speak("en")
    qtbot.waitUntil(lambda: window.banner.fact("kill") == "RELEASED", timeout=WAIT_MS)
    assert _notice(terminal) == ""


def test_the_journal_asks_in_the_window_of_now(qtbot: QtBot, terminal: Terminal) -> None:
    """Each language makes the strip anew that the question stands in."""
    terminal.speak("zh_CN")
    terminal.speak("en")
    window, price = terminal.window, terminal.assembly.projections.market.quotes[1].depth.best_bid - 50_000
    terminal.core.submit(limit("a", Side.BUY, price, 10**7))
    qtbot.waitUntil(lambda: len(terminal.assembly.projections.orders.open) == 1, timeout=WAIT_MS)
    window.focus_panel("journal")
    view = window.view("journal")
    qtbot.waitUntil(lambda: not view.stop.isVisible() and len(view.hits) > 0, timeout=WAIT_MS)
    view.list.mark(0)
    at = view.hits[0].session_at
    qtbot.waitUntil(lambda: terminal.assembly.session.at > at, timeout=WAIT_MS)
    view.replay.click()
    assert not window.offers.isHidden() and window.offers.heading.text().startswith("1 order works: going back to ")
    window.offers.answer("go")
    qtbot.waitUntil(lambda: "stands there" in terminal.assembly.session.notice, timeout=WAIT_MS)
    assert not terminal.assembly.engine.state.oms.open


def test_type_and_density_at_once(qtbot: QtBot, terminal: Terminal) -> None:
    before = terminal.window.view("ticket").qty.height()
    change(qtbot, terminal, "font_scale", "150")
    assert (style.ROW_PX, style.font().pixelSize()) == (33, 18)
    assert terminal.window.view("ticket").qty.height() >= 1.4 * before
    assert QApplication.font().pixelSize() == 18
    change(qtbot, terminal, "density", "roomy")
    assert style.ROW_PX == 42
    change(qtbot, terminal, "density", "compact")
    change(qtbot, terminal, "font_scale", "100")
    assert terminal.window.view("ticket").qty.height() == before


def test_every_panel_stands_where_it_stood(qtbot: QtBot, terminal: Terminal) -> None:
    window = terminal.window
    window.arrange("Trade")
    twin = window.docking.duplicate(window.docks["tape"])
    assert twin is not None
    window.docking.link(twin, "B")
    stood = {key: (dock.isHidden(), dock.isFloating(), dock.link) for key, dock in window.docks.items()}
    terminal.speak("zh_CN")
    assert {key: (dock.isHidden(), dock.isFloating(), dock.link) for key, dock in window.docks.items()} == stood
    assert twin.windowTitle() == "逐笔成交 2"
    qtbot.waitUntil(lambda: bool(twin.view.isVisible()), timeout=WAIT_MS)


def _notice(terminal: Terminal) -> str:
    return terminal.window.banner.notice.text()


def test_what_a_workspace_keeps_of_a_panel_stays_without_one(qtbot: QtBot, terminal: Terminal) -> None:
    window = terminal.window
    tape, ladder, depth = window.view("tape"), window.view("ladder"), window.view("depth")
    qtbot.waitUntil(lambda: tape.model.instrument is not None and ladder.picture is not None, timeout=WAIT_MS)
    tape.smallest.setText("0.5")
    tape.merge.click()
    ladder.viewing.profits.click()
    depth.show_span(max(SPANS_BP.values()))
    merged = tape.merge.isChecked()
    ladder.trade.sizes.field.setText("0.25")
    before = {key: view.memo() for key, view in (("tape", tape), ("ladder", ladder), ("depth", depth))}
    assert before != {key: type(window.view(key))(window.theme).memo() for key in before}
    terminal.speak("zh_CN")
    for _ in range(2):
        assert {key: window.view(key).memo() for key in before} == before
        qtbot.waitUntil(lambda: window.view("tape").model.instrument is not None, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: window.view("ladder").trade.sizes.field.text() == "0.25", timeout=WAIT_MS)
        assert not window.view("ladder").is_armed()
        assert (window.view("tape").smallest.text(), window.view("tape").merge.isChecked()) == ("0.5", merged)
        terminal.speak("en")
