"""The palette lists instruments, working orders and settings of the real terminal, and goes where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import OrderType, Side
from core.messages.commands import PlaceOrder
from core.messages.terms import Terms
from tests.sessions import bundled, limit

WAIT_MS = 20_000


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "tour.seen").touch()
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    made.open()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    qtbot.waitUntil(lambda: made.assembly.session.messages > 5, timeout=WAIT_MS)
    yield made
    made.shut()


def find(terminal: Terminal, typed: str) -> str:
    """What stands first, and is run."""
    terminal.window.open_palette()
    palette = terminal.window.finding.palette
    palette.field.insert(typed)
    first = palette.actions_shown.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    return str(first)


def test_an_instrument_is_shown_in_the_group_of_the_panel_in_focus(terminal: Terminal, qtbot: QtBot) -> None:
    window = terminal.window
    chosen: list[tuple[str, int]] = []
    choose = window.docking.links.choose
    window.docking.links.choose = lambda group, id: (chosen.append((group, id)), choose(group, id))  # type: ignore[method-assign]
    assert find(terminal, "btc-usd") == "BTC-USD Instrument"
    window.docking.link(window.docks["ladder"], "C")
    window.focus_panel("ladder")
    find(terminal, "usd btc")
    assert chosen == [("A", 1), ("C", 1)]
    assert window.docks["ladder"].isAncestorOf(QApplication.focusWidget())


def test_a_working_order_is_found_and_its_story_opens(terminal: Terminal, qtbot: QtBot) -> None:
    price = terminal.assembly.projections.market.quotes[1].depth.best_bid - 50_000
    terminal.core.submit(limit("mine", Side.BUY, price, 10**7))
    working = terminal.assembly.projections.orders.open
    orders = terminal.window.view("orders")
    qtbot.waitUntil(lambda: len(working) == 1 and orders.rows.row_of(next(iter(working))) is not None, timeout=WAIT_MS)
    key = next(iter(working))
    terminal.window.docks["orders"].close()
    assert find(terminal, f"order {key}").startswith("Buy ")
    assert terminal.window.docks["orders"].isAncestorOf(QApplication.focusWidget())
    assert [row.key for row in orders.table.chosen_rows()] == [key]
    assert orders.story.isVisible() and orders.story.key == key
    whole, plain = working[key].instrument.price_text(price), f"{price / 100:.2f}"
    assert find(terminal, plain) == find(terminal, whole) == f"Buy 0.1 BTC-USD at {whole} Order {key}"


def test_a_stop_is_found_by_its_trigger(terminal: Terminal, qtbot: QtBot) -> None:
    trigger = terminal.assembly.projections.market.quotes[1].depth.best_bid - 10_000
    placed = PlaceOrder("exit", 1, Side.SELL, OrderType.STOP, 10**7, 0, terms=Terms(trigger=trigger))  # type: ignore[arg-type]
    terminal.core.submit(placed)
    working = terminal.assembly.projections.orders.open
    qtbot.waitUntil(lambda: len(working) == 1, timeout=WAIT_MS)
    (key, row), = working.items()
    assert find(terminal, f"{trigger / 100:.2f}") == f"Sell 0.1 BTC-USD, stop {row.instrument.price_text(trigger)} Order {key}"


def test_a_setting_is_found_and_shown(terminal: Terminal) -> None:
    assert find(terminal, "outside answer") == "Outside answer s Setting"
    view = terminal.window.view("settings")
    assert view.search.hasFocus()
    assert [name for name, line in view.lines.items() if line.isVisibleTo(view)] == ["outside_answer_s"]
