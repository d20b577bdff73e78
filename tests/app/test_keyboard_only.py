"""A whole shift without a mouse: a symbol, a bracket, a replace, a cancel, the stop and the way back by two persons.

Only key events, each to whatever has the focus, as a keyboard sends them. What cannot be reached so is a defect of the window.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import OrderState, OrderType, Side
from core.domain.stages import Stage
from core.projections.pictures import OrderRow
from tests.sessions import bundled

WAIT_MS = 20_000
MOST_TABS = 120
"""More than any panel has controls: round once, and it is not there."""
WORKING = OrderState.WORKING


class Keyboard:
    """press and type send keys; until and the rest only look."""

    def __init__(self, bot: QtBot, terminal: Terminal) -> None:
        self.bot, self.terminal, self.window = bot, terminal, terminal.window

    def press(self, *keys: str) -> None:
        for text in keys:
            combination = QKeySequence(text)[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focus(), letter)

    def palette(self, words: str) -> None:
        self.press("Ctrl+K")
        self.type(words)
        self.press("Return")

    def fill(self, text: str) -> None:
        self.press("Ctrl+A")
        self.type(text)

    def tab_to(self, name: str) -> None:
        """Tab until the focus is on the control of that accessible name."""
        passed = []
        for _ in range(MOST_TABS):
            passed.append(self._focus().accessibleName())
            if passed[-1].startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"{name!r} cannot be reached by Tab; passed {dict.fromkeys(passed)}")

    def until(self, seen: Callable[[], object]) -> None:
        try:
            self.bot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)
        except QtTimeoutError:
            focus = self._focus()
            ticket = self.window.view("ticket")
            said = f"{ticket.parts.preview.text()} {ticket.outcome.text()}"
            where = f"{type(focus).__name__} {focus.accessibleName()!r}"
            raise AssertionError(f"focus: {where}; ticket: {said!r}; orders: {self.orders()}") from None

    def orders(self) -> list[OrderRow]:
        return list(self.window.view("orders").rows.shown_rows())

    def working(self) -> list[OrderRow]:
        return [row for row in self.orders() if row.state is WORKING]

    def _focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window


@pytest.fixture
def keyboard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Keyboard]:
    terminal = Terminal(qapp, load(["--data", str(tmp_path), "--speed", "2"], {}), bundled())
    terminal.open()
    terminal.window.activateWindow()
    made = Keyboard(qtbot, terminal)
    made.until(terminal.window.isActiveWindow)
    made.until(lambda: terminal.assembly.session.messages > 20 and terminal.window.view("ticket").picture is not None)
    yield made
    terminal.shut()


def send_far_buy(keys: Keyboard) -> OrderRow:
    """A buy order a hundred steps and more below the bid: it rests."""
    keys.press("Ctrl+6", "B", "L", "Q")
    keys.fill("0.05")
    keys.press("P", "Alt+B", *["PgDown"] * 30)
    keys.until(lambda: "lets it pass" in keys.window.view("ticket").outcome.text())
    keys.press("Ctrl+Return")
    keys.until(lambda: len(keys.working()) == 1)
    return keys.working()[0]


def test_a_symbol_is_found_by_the_palette(keyboard: Keyboard) -> None:
    watchlist = keyboard.window.view("watchlist")
    keyboard.palette("go to watchlist")
    keyboard.until(lambda: len(watchlist.symbols.entries) == 1)
    keyboard.press("Delete")
    assert not watchlist.symbols.entries
    keyboard.palette("add a symbol")
    keyboard.type("btc")
    keyboard.press("Return")
    assert [entry.name.endswith("BTC-USD") for entry in watchlist.symbols.entries] == [True]
    assert watchlist.hasFocus()


def test_a_bracket_is_sent_from_the_ticket(keyboard: Keyboard) -> None:
    ticket = keyboard.window.view("ticket")
    keyboard.press("Ctrl+6", "B", "Q")
    keyboard.fill("0.01")
    keyboard.press("P", "Alt+A", "PgUp", "Alt+2", "Down")
    keyboard.tab_to("Target")
    keyboard.fill("5000")
    keyboard.tab_to("Stop")
    keyboard.fill("5000")
    keyboard.until(lambda: "lets it pass" in ticket.outcome.text())
    keyboard.press("Ctrl+Return")
    keyboard.until(lambda: len(keyboard.orders()) == 3)
    exits = [row for row in keyboard.orders() if row.side is Side.SELL]
    keyboard.until(lambda: len(keyboard.working()) == 2)
    assert {row.order_type for row in exits} == {OrderType.LIMIT, OrderType.STOP}


def test_an_order_is_replaced_and_cancelled_in_the_blotter(keyboard: Keyboard) -> None:
    order = send_far_buy(keyboard)
    keyboard.press("Ctrl+7", "Home", "R")
    keyboard.fill(f"{(order.price - 100) / 100:.2f}")
    keyboard.press("Return")
    keyboard.until(lambda: [row.price for row in keyboard.working()] == [order.price - 100])
    keyboard.press("Delete")
    keyboard.until(lambda: not keyboard.working() and keyboard.orders()[0].state is OrderState.CANCELLED)


def test_stopped_by_one_key_and_let_go_by_two_persons(keyboard: Keyboard) -> None:
    send_far_buy(keyboard)
    keyboard.press("F12", "F12")
    stages = keyboard.terminal.assembly.projections.kill.stages.stage
    keyboard.until(lambda: stages.get("everything") is Stage.VERIFIED and not keyboard.working())
    sit_down(keyboard, "2", "demo-risk")
    keyboard.press("Ctrl+Shift+0")
    keyboard.until(keyboard.window.view("stops").why.isVisible)
    keyboard.tab_to("Reason for the release")
    keyboard.type("cause known, positions right")
    take_step(keyboard, "Ask for release", Stage.REQUESTED)
    sit_down(keyboard, "3", "demo-operator")
    keyboard.press("Ctrl+Shift+0")
    for step, after in (
        ("Approve release", Stage.CANCEL_ONLY), ("To reduce only", Stage.REDUCE_ONLY), ("To small orders", Stage.CAPPED), ("Release", None),
    ):
        take_step(keyboard, step, after)
    keyboard.until(lambda: not keyboard.terminal.assembly.projections.kill.engaged)
    sit_down(keyboard, "1", "demo")
    keyboard.press("Ctrl+6", "A")
    keyboard.until(lambda: "lets it pass" in keyboard.window.view("ticket").outcome.text())
    # What was sent is looked up in the blotter, which the stops stood in front of.
    keyboard.press("Ctrl+Return", "Ctrl+7")
    keyboard.until(lambda: len(keyboard.working()) == 1)


def test_the_kill_switch_panel_is_let_go_by_keys_too(keyboard: Keyboard) -> None:
    keyboard.press("F12", "F12")
    kill = keyboard.terminal.assembly.projections.kill
    keyboard.until(lambda: kill.stages.stage.get("everything") is Stage.VERIFIED)
    sit_down(keyboard, "2", "demo-risk")
    keyboard.press("Ctrl+0")
    view = keyboard.window.view("kill")
    keyboard.until(view.why.isVisible)
    assert not view.release.isEnabled()
    keyboard.tab_to("Reason for the release")
    keyboard.type("cause known")
    keyboard.press("Return")
    assert view.release.hasFocus()
    keyboard.press("Space", "Space")
    keyboard.until(lambda: kill.stages.stage.get("everything") is Stage.REQUESTED)
    assert [(row.asked_by, row.why) for row in kill.rows.values()] == [("demo-risk", "cause known")]
    keyboard.until(view.why.isHidden)
    sit_down(keyboard, "3", "demo-operator")
    keyboard.press("Ctrl+0")
    keyboard.tab_to("Release the kill switch")
    keyboard.press("Space", "Space")
    keyboard.until(lambda: kill.stages.stage.get("everything") is Stage.CANCEL_ONLY)


def test_the_kill_switch_is_rehearsed_by_the_palette_and_by_a_key(keyboard: Keyboard) -> None:
    kill = keyboard.terminal.assembly.projections.kill
    # The one after each start comes first, or it would be taken for what was asked for.
    keyboard.until(lambda: kill.tested is not None)
    started = kill.tested
    keyboard.palette("rehearse the kill")
    keyboard.until(lambda: kill.tested is not started)
    asked = kill.tested
    assert asked is not None and asked.problem == "" and not kill.engaged
    keyboard.until(lambda: not keyboard.terminal.rehearsing._thread.is_alive())  # type: ignore[union-attr]
    keyboard.press("Ctrl+Alt+Shift+H")
    keyboard.until(lambda: kill.tested is not asked)


def sit_down(keys: Keyboard, number: str, person: str) -> None:
    keys.press("Ctrl+Shift+U")
    keys.until(keys.terminal.entrance.sheet.isVisible)
    keys.press(number)
    keys.until(lambda: keys.window.banner.fact("person") == person and keys.terminal.entrance.sheet.isHidden())


def take_step(keys: Keyboard, label: str, after: Stage | None) -> None:
    """One press asks, the next one does it."""
    view, stages = keys.window.view("stops"), keys.terminal.assembly.projections.kill.stages.stage
    keys.until(lambda: view.next.text().startswith(label) and view.next.isEnabled())
    keys.tab_to("The next step back")
    keys.press("Space", "Space")
    keys.until(lambda: stages.get("everything", None) is after)
