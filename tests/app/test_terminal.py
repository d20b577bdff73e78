"""The whole terminal through a person's hands: the real window over the real core, driven by clicks and keys.

Type an order, see it in ladder and blotter, see the tape fill it, press stop, see every order gone and the ticket refused.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import Liquidity, Mode, OrderState, Side
from core.messages.commands import Pause, Resume, SetSpeed
from core.projections.pictures import FillRow, OrderRow
from tests.sessions import bundled
from widgets.ticket.draft import Link

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 20_000


class Hands:
    """What a person sees and does."""

    def __init__(self, qtbot: QtBot, terminal: Terminal) -> None:
        self.bot, self.terminal, self.window = qtbot, terminal, terminal.window
        self.ticket = self.window.view("ticket")

    def until(self, seen: object) -> None:
        try:
            self.bot.waitUntil(seen, timeout=WAIT_MS)  # type: ignore[arg-type]
        except QtTimeoutError:
            raise AssertionError(f"the ticket says: {self.ticket.outcome.text()!r}; orders: {self.orders()}") from None

    def click(self, widget: object) -> None:
        self.bot.mouseClick(widget, LEFT)

    def type_order(self, side: Side, qty: str, price: str) -> None:
        self.click(self.ticket.buy if side is Side.BUY else self.ticket.sell)
        for field, text in ((self.ticket.qty, qty), (self.ticket.price, price)):
            field.selectAll()
            self.bot.keyClicks(field, text)

    def orders(self) -> list[OrderRow]:
        return list(self.window.view("orders").rows.shown_rows())

    def fills(self) -> list[FillRow]:
        return list(self.window.view("fills").rows.shown_rows())

    def state(self, order: int) -> OrderState:
        return next(row.state for row in self.orders() if row.order_id == order)


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    settings = load(["--data", str(tmp_path), "--speed", "2"], {})
    terminal = Terminal(qapp, settings, bundled())
    terminal.open()
    made = Hands(qtbot, terminal)
    made.until(lambda: terminal.assembly.session.messages > 20)
    # Until the first picture of a market has been painted, nothing can be sent and a click on Send does nothing.
    made.until(lambda: made.ticket.picture is not None)
    yield made
    terminal.shut()


def bid(hands: Hands) -> int:
    return hands.terminal.assembly.projections.market.quotes[1].depth.best_bid


def price_text(price: int) -> str:
    return f"{price // 100}.{price % 100:02d}"


def test_an_order_from_the_ticket_to_the_stop_button(hands: Hands) -> None:
    core = hands.terminal.core
    hands.type_order(Side.BUY, "0.05", price_text(bid(hands)))
    hands.click(hands.ticket.send)
    hands.click(hands.ticket.send)
    hands.until(lambda: len(hands.orders()) == 1 and hands.orders()[0].state is OrderState.WORKING)
    first = hands.orders()[0]
    assert (first.side, first.qty, first.leaves) == (Side.BUY, 5_000_000, 5_000_000)

    # It stands in the ladder, with its queue.
    ladder = hands.window.view("ladder")
    hands.until(lambda: any(order.order_id == first.order_id for row in ladder.grid.rows() for order in row.own_bids))

    # History's sellers fill it.
    core.submit(SetSpeed(100.0))
    hands.until(lambda: hands.state(first.order_id) is OrderState.FILLED)
    core.submit(SetSpeed(1.0))
    hands.until(lambda: sum(fill.qty for fill in hands.fills()) == 5_000_000)
    assert {fill.liquidity for fill in hands.fills()} == {Liquidity.MAKER}
    positions = hands.window.view("positions")
    hands.until(lambda: [row.qty for row in positions.rows.shown_rows()] == [5_000_000])

    # Three orders far away, then stop: two presses on the button in the banner.
    for number in range(3):
        hands.type_order(Side.BUY, "0.01", price_text(bid(hands) - 10_000 - number))
        hands.until(hands.ticket.send.isEnabled)
        hands.until(lambda: "lets it pass" in hands.ticket.outcome.text())
        hands.click(hands.ticket.send)
        hands.until(lambda number=number: len(hands.orders()) == 2 + number)
    hands.until(lambda: sum(row.state is OrderState.WORKING for row in hands.orders()) == 3)
    stop = hands.window.stop_button
    hands.click(stop)
    assert stop.text() == "CONFIRM STOP"
    hands.click(stop)
    hands.until(lambda: not any(row.state is OrderState.WORKING for row in hands.orders()))
    assert sum(row.state is OrderState.CANCELLED for row in hands.orders()) == 3
    assert hands.terminal.assembly.latch.engaged

    # The ticket, armed again on purpose, still asks, and shows the refusal. It is drawn after the orders.
    hands.until(lambda: "Cancelled" in hands.ticket.outcome.text())
    assert not hands.ticket.send.isEnabled()
    hands.until(hands.ticket.parts.again.isEnabled)
    hands.click(hands.ticket.parts.again)
    hands.until(hands.ticket.send.is_warned)
    hands.click(hands.ticket.send)
    hands.until(lambda: "Kill switch" in hands.ticket.outcome.text())
    assert hands.ticket.outcome.isVisible()
    assert hands.orders()[0].state is OrderState.REFUSED


def test_a_bracket_is_asked_about_sent_once_and_followed(hands: Hands) -> None:
    ticket = hands.ticket
    hands.type_order(Side.BUY, "0.01", price_text(bid(hands) + 500))
    ticket.edit(link=Link.BRACKET, target="5000", stop="5000")
    hands.until(lambda: "lets it pass" in ticket.outcome.text())
    assert "nearest to their limits" in ticket.outcome.text()
    hands.bot.keyClick(ticket.qty, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: len(hands.orders()) == 3)
    entry, *exits = sorted(hands.orders(), key=lambda row: row.order_id % 10**12 * 10 + row.order_id // 10**12)
    hands.until(lambda: ticket.outcome.text().count("order") == 3)
    assert entry.state is OrderState.FILLED and {row.side for row in exits} == {Side.SELL}
    assert {row.state for row in exits} == {OrderState.WORKING} and not ticket.send.isEnabled()


def test_what_the_desk_refuses_is_said_before_and_is_what_it_says_after(hands: Hands) -> None:
    ticket = hands.ticket
    hands.type_order(Side.BUY, "11", price_text(bid(hands) - 500))
    hands.until(ticket.send.is_warned)
    before = ticket.outcome.text()
    hands.click(ticket.send)
    hands.until(lambda: ticket.outcome.text().startswith("Refused"))
    sentence = "rder of 11 BTC is above the limit of 10."
    assert sentence in before and sentence in ticket.outcome.text() and "10 BTC would pass" in before
    hands.click(ticket.parts.less)
    hands.until(lambda: "cut it to 10 BTC" in ticket.outcome.text())


def test_a_basket_is_pasted_asked_about_and_sent_at_once(hands: Hands) -> None:
    basket = hands.window.view("basket")
    hands.window.focus_panel("basket")
    hands.until(lambda: basket.look().version >= 0)
    price = bid(hands) - 20_000
    basket.text.setPlainText("\n".join(f"BTC-USD\tbuy\t0.0{n}\tlimit\t{price_text(price - n)}\tgtc" for n in range(1, 6)))
    hands.until(lambda: "all of it pass" in basket.says.text())
    hands.click(basket.send)
    hands.until(lambda: "5 working" in basket.says.text())
    assert len(hands.terminal.assembly.projections.orders.open) == 5


def still_ladder(hands: Hands) -> tuple[Any, Any]:
    """The ladder over a paused market, and a row well below the touch."""
    ladder = hands.window.view("ladder")
    hands.terminal.core.submit(Pause())
    # A mode change disarms, and so does data that was late while the window opened: the ladder must have seen the end of both.
    hands.until(lambda: ladder.picture.mode is Mode.PAUSED and not ladder.picture.stale and len(ladder.grid.rows()) > 5)
    return ladder, next(row for row in ladder.grid.rows() if row.price < bid(hands) - 200)


def test_the_armed_ladder_places_and_cancels_with_one_click(hands: Hands) -> None:
    ladder, row = still_ladder(hands)
    at = ladder.grid.row_rect(row.price, "bids").center()
    hands.bot.mouseClick(ladder.grid, LEFT, pos=at)
    assert not hands.orders()
    ladder.arm()
    assert ladder.is_armed()
    hands.bot.mouseClick(ladder.grid, LEFT, pos=at)
    hands.until(lambda: len(hands.orders()) == 1 and hands.orders()[0].state is OrderState.WORKING)
    assert hands.orders()[0].price == row.price
    hands.until(lambda: bool(ladder.grid.row_at(row.price).own_bids))
    hands.bot.mouseClick(ladder.grid, LEFT, pos=ladder.grid.row_rect(row.price, "own_bids").center())
    hands.until(lambda: hands.orders()[0].state is OrderState.CANCELLED)


def test_an_order_is_carried_to_another_price_and_stands_in_that_queue(hands: Hands) -> None:
    ladder, row = still_ladder(hands)
    grid = ladder.grid
    ladder.arm()
    assert ladder.is_armed()
    hands.bot.mouseClick(grid, LEFT, pos=grid.row_rect(row.price, "bids").center())
    hands.until(lambda: bool(grid.row_at(row.price).own_bids))
    to = next(one.price for one in grid.rows() if one.price < row.price and one.bid)
    hands.bot.mousePress(grid, LEFT, pos=grid.row_rect(row.price, "own_bids").center())
    hands.bot.mouseMove(grid, grid.row_rect(to, "own_bids").center())
    hands.bot.mouseRelease(grid, LEFT, pos=grid.row_rect(to, "own_bids").center())
    hands.until(lambda: bool(grid.row_at(to).own_bids))
    hands.until(lambda: [(order.price, order.state) for order in hands.orders()] == [(to, OrderState.WORKING)])
    assert not grid.row_at(row.price).own_bids
    hands.bot.mouseClick(grid, LEFT, Qt.KeyboardModifier.AltModifier, grid.row_rect(to, "bids").center())
    hands.until(ladder.queue.isVisible)
    (own,) = (one for one in grid.row_at(to).own_bids)
    book = hands.terminal.assembly.engine.state.venue.books[1]
    assert own.ahead == book.ahead(book.orders[own.order_id]) and "ours is" in ladder.queue.text()
    assert len(hands.orders()) == 1, "looking places nothing"


def test_keys_pause_and_stop_from_anywhere(hands: Hands) -> None:
    session = hands.terminal.assembly.session
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    hands.bot.keyClick(hands.window, Qt.Key.Key_Space)
    hands.until(lambda: session.paused)
    hands.bot.keyClick(hands.window, Qt.Key.Key_F12)
    hands.bot.keyClick(hands.window, Qt.Key.Key_F12)
    hands.until(lambda: hands.terminal.assembly.projections.kill.engaged)


def test_frames_go_on_and_hidden_panels_do_not_paint(hands: Hands) -> None:
    clock = hands.terminal.clock
    hands.window.docks["tape"].close()
    hands.until(lambda: "tape" not in [key for key, _, _ in hands.window.visible_views()])
    before = len(clock.frame_ns)
    hands.until(lambda: len(clock.frame_ns) > before + 20)
    cursor = hands.window.view("tape").look()
    hands.terminal.core.submit(SetSpeed(50.0))
    trades = hands.terminal.assembly.session.trades
    hands.until(lambda: hands.terminal.assembly.session.trades > trades + 20)
    assert hands.window.view("tape").look() == cursor


@pytest.mark.expects_log
def test_a_projection_that_raises_shows_in_health_and_the_rest_lives(hands: Hands) -> None:
    board = hands.terminal.assembly.board

    def broken(look: object) -> object:
        raise RuntimeError("made to fail")

    hands.window.focus_panel("health")
    board.projections["tape"].picture = broken  # type: ignore[attr-defined, method-assign]
    health = hands.window.view("health")
    hands.until(lambda: "tape" in board.faults)
    hands.terminal.vitals.sample()
    hands.until(lambda: "made to fail" in str(health.faults()))
    frames = len(hands.terminal.clock.frame_ns)
    hands.until(lambda: len(hands.terminal.clock.frame_ns) > frames + 10)


@pytest.mark.expects_log
def test_a_panel_that_raises_is_off_and_the_screen_goes_on(hands: Hands) -> None:
    def broken(picture: object) -> None:
        raise ValueError("made to fail")

    hands.window.focus_panel("health")
    hands.window.view("ladder").draw = broken
    hands.until(lambda: "panel ladder" in hands.terminal.assembly.board.faults)
    frames = len(hands.terminal.clock.frame_ns)
    hands.until(lambda: len(hands.terminal.clock.frame_ns) > frames + 10)
    hands.terminal.vitals.sample()
    hands.until(lambda: "made to fail" in str(hands.window.view("health").faults()))


def test_closing_saves_the_layout_and_the_next_start_is_clean(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    settings = load(["--data", str(tmp_path)], {})
    first = Terminal(qapp, settings, bundled())
    first.open()
    first.window.docks["health"].close()
    qtbot.waitUntil(lambda: first.assembly.session.messages > 5, timeout=WAIT_MS)
    first.shut()
    again = Terminal(qapp, settings, bundled())
    again.open()
    assert not again.assembly.resumed and again.window.docks["health"].isHidden()
    again.core.submit(Resume())
    again.shut()
