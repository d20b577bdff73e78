"""The ticket: what it says before, one hand sends one order, and every answer is said."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.units import InstrumentId
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import Outcome, TicketLook, TicketPicture
from widgets import labels
from widgets.style import THEMES
from widgets.ticket import model
from widgets.ticket.view import TicketView

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
COARSE = Instrument(InstrumentId(2), "ES", "SIM", "ES", "USD", 2, 0, 25, 1)
LOT = 10**8
LONG = 600_000


def picture(version: int = 1, **changes: object) -> TicketPicture:
    fields: dict[str, object] = {
        "version": version, "instrument": BTC, "bid": 619_084, "bid_qty": LOT, "ask": 619_085, "ask_qty": LOT // 5,
        "last": 619_085, "position": 0, "cost": 0, "open_orders": 0, "max_order_qty": 10 * LOT,
        "max_order_value": 100_000 * 10**10, "collar_bp": 1000, "max_position": 25 * LOT, "max_open_orders": 50,
        "kill_engaged": False, "kill_source": "", "running": True, "outcomes": (),
    }
    return TicketPicture(**(fields | changes))  # type: ignore[arg-type]


def placed(side: Side = Side.BUY, qty: int = LOT, price: int = 619_084, **changes: object) -> PlaceOrder:
    fields: dict[str, object] = {
        "client_order_id": "x", "instrument": BTC.id, "side": side,
        "order_type": OrderType.LIMIT if price else OrderType.MARKET, "qty": qty, "price": price,
        "time_in_force": TimeInForce.GTC if price else TimeInForce.IOC,
    }
    return PlaceOrder(**(fields | changes))  # type: ignore[arg-type]


def working(client_order_id: str, state: OrderState = OrderState.WORKING) -> Outcome:
    return Outcome(client_order_id, 1234, state, None, 0, 0)


def opened(qtbot, settle_ms: int) -> TicketView:
    ids = iter(f"id{number}" for number in range(100))
    made = TicketView(THEMES["dark"], new_id=lambda: next(ids), settle_ms=settle_ms)
    qtbot.addWidget(made)
    made.sent = []  # type: ignore[attr-defined]
    made.asked.connect(made.sent.append)  # type: ignore[attr-defined]
    made.resize(300, 380)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture())
    made.setFocus()
    return made


@pytest.fixture
def ticket(qtbot):
    """Its pause after an answer never ends by itself: no test depends on the clock."""
    made = opened(qtbot, LONG)
    made.prefill(Side.BUY, 619_084, LOT // 2)
    return made


def press(qtbot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(ticket: TicketView) -> str:
    return ticket.parts.notes.text()


# what it says before ----------------------------------------------------------------------------------------------------


def test_the_summary_is_the_whole_order_with_its_value():
    half = placed(qty=LOT // 2)
    assert model.summary(half, picture()).replace("\u00a0", " ") == f"Buy 0.5 BTC at 6{NARROW_SPACE}190.84 = 3{NARROW_SPACE}095.42 USD"
    assert model.order_words(half, BTC) == f"Buy 0.5 BTC @ 6{NARROW_SPACE}190.84 limit"
    assert model.order_words(placed(time_in_force=TimeInForce.FOK), BTC).endswith("limit FOK")
    assert model.order_words(placed(Side.SELL, price=0), BTC) == "Sell 1 BTC @ market IOC"


@pytest.mark.parametrize(
    ("order", "words"),
    (
        (placed(price=619_084), "Joins the bid, behind 1.000 BTC"),
        (placed(price=619_083), "Rests 1 tick below the bid"),
        (placed(Side.SELL, price=619_185), "Rests 100 ticks above the ask"),
        (placed(price=619_085), "Trades at once, 5.0\u00d7 the size at the ask"),
        (placed(qty=LOT // 5 + 1, price=619_085), "Trades at once, 1.1\u00d7 the size at the ask"),
        (placed(qty=LOT // 5, price=0), "Trades at once, within the size at the ask"),
        (placed(price=619_000, time_in_force=TimeInForce.IOC), "Finds nothing at this price now: cancelled at once"),
    ),
)
def test_it_says_what_the_order_would_meet(order, words):
    assert model.meets(order, picture()) == words


def test_it_says_so_when_there_is_nobody_to_meet():
    assert "no ask" in model.meets(placed(price=0), picture(ask=0, ask_qty=0))
    assert model.meets(placed(price=619_090), picture(bid=0, bid_qty=0, ask=619_100)) == "Becomes the best bid"


def test_a_market_order_is_worst_at_the_collars_edge():
    assert model.worst(placed(price=0), picture()) == f"Worst 6{NARROW_SPACE}809.93 at 6{NARROW_SPACE}809.93"
    assert model.worst(placed(Side.SELL, price=0), picture()) == f"Worst 5{NARROW_SPACE}571.77 at 5{NARROW_SPACE}571.77"
    assert "unknown" in model.worst(placed(price=0), picture(last=0, bid=0))


@pytest.mark.parametrize(
    ("order", "changes", "field", "reason", "limit", "value"),
    (
        (placed(), {"kill_engaged": True}, "", Reason.KILL_SWITCH_ENGAGED, 0, 0),
        (placed(), {"running": False}, "", Reason.NOT_RUNNING, 0, 0),
        (placed(qty=10 * LOT + 1), {}, "qty", Reason.MAX_ORDER_QTY, 10 * LOT, 10 * LOT + 1),
        (placed(), {"last": 0, "ask": 0}, "", Reason.NO_REFERENCE_PRICE, 0, 0),
        (placed(price=800_000), {}, "price", Reason.PRICE_COLLAR, 680_993, 800_000),
        (placed(Side.SELL, price=500_000), {}, "price", Reason.PRICE_COLLAR, 557_177, 500_000),
        (placed(), {"max_order_value": 10**13}, "qty", Reason.MAX_ORDER_VALUE, 10**13, 619_084 * LOT),
        (placed(), {"position": 25 * LOT}, "qty", Reason.MAX_POSITION, 25 * LOT, 26 * LOT),
        (placed(), {"open_orders": 50}, "", Reason.MAX_OPEN_ORDERS, 50, 51),
    ),
)
def test_the_gates_refusal_is_foreseen_in_its_own_words(order, changes, field, reason, limit, value):
    assert model.foreseen(order, picture(**changes)) == [model.Hint(field, labels.refusal(reason, limit, value, BTC))]


def test_what_passes_is_not_warned_of():
    assert model.foreseen(placed(), picture()) == []
    assert model.foreseen(placed(Side.SELL), picture(position=25 * LOT)) == []
    high = 619_085 + 61_908
    assert model.foreseen(placed(qty=1, price=high), picture()) == [] != model.foreseen(placed(qty=1, price=high + 1), picture())


def test_without_limits_it_says_that_nothing_passes():
    assert [hint.text for hint in model.foreseen(placed(), picture(max_order_qty=0))] == [model.NO_LIMITS]


# the panel --------------------------------------------------------------------------------------------------------------


def test_before_a_market_it_says_what_would_fill_it(qtbot):
    made = TicketView(THEMES["dark"])
    qtbot.addWidget(made)
    assert "instrument" in made.parts.preview.text() and not made.send.isEnabled()
    made.submit()
    assert made.look() == TicketLook(-1, 0)


def test_the_buttons_show_the_prices_and_choose_the_side(ticket, qtbot):
    buy, sell = ticket.parts.sides[Side.BUY], ticket.parts.sides[Side.SELL]
    assert (buy.price(), sell.price()) == (f"6{NARROW_SPACE}190.85", f"6{NARROW_SPACE}190.84")
    assert buy.x() < sell.x()
    press(qtbot, sell)
    assert sell.isChecked() and not buy.isChecked() and ticket.send.text().startswith("Sell 0.5 BTC")
    press(qtbot, sell)
    assert sell.isChecked()


def test_the_send_button_repeats_the_order_and_sends_it(ticket, qtbot):
    assert ticket.send.text() == f"Buy 0.5 BTC @ 6{NARROW_SPACE}190.84 limit"
    press(qtbot, ticket.send)
    assert ticket.sent == [placed(qty=LOT // 2, client_order_id="id0")]


def test_pressing_twice_sends_one_order(ticket, qtbot):
    qtbot.mouseDClick(ticket.send, Qt.MouseButton.LeftButton)
    press(qtbot, ticket.send)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Enter)
    assert len(ticket.sent) == 1 and not ticket.send.isEnabled() and "waiting" in said(ticket)


def test_an_answer_between_two_presses_does_not_make_them_two_orders(ticket, qtbot):
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    ticket.draw(picture(2, outcomes=(working("id0"),)))
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    press(qtbot, ticket.send)
    assert len(ticket.sent) == 1


def test_a_held_enter_sends_one_order(ticket):
    for repeated in (False, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QApplication.sendEvent(ticket.qty, event)
        ticket._settle.stop()
        ticket.draw(picture(2, outcomes=(working("id0"),)))
        ticket._settle.stop()
    assert len(ticket.sent) == 1


def test_after_the_answer_the_next_order_has_a_fresh_id(qtbot):
    ticket = opened(qtbot, 0)
    ticket.prefill(Side.BUY, 619_084, LOT)
    ticket.submit()
    ticket.draw(picture(2, outcomes=(working("another"),)))
    assert not ticket.send.isEnabled()
    ticket.draw(picture(3, outcomes=(working("another"), working("id0"))))
    assert said(ticket) == "Working \u00b7 order 1234"
    qtbot.waitUntil(ticket.send.isEnabled)
    ticket.submit()
    assert [order.client_order_id for order in ticket.sent] == ["id0", "id1"]


def test_the_answer_follows_the_order_until_something_is_edited(ticket, qtbot):
    ticket.submit()
    ticket.draw(picture(2, outcomes=(working("id0"),)))
    ticket.draw(picture(3, outcomes=(working("id0", OrderState.FILLED),)))
    assert said(ticket) == "Filled \u00b7 order 1234"
    qtbot.keyClicks(ticket.qty, "1")
    assert said(ticket) == ""


def test_a_refusal_is_shown_in_words_with_a_sign(ticket):
    ticket.submit()
    ticket.draw(picture(2, outcomes=(Outcome("id0", 0, OrderState.REFUSED, Reason.MAX_ORDER_QTY, LOT, 2 * LOT),)))
    note = ticket.parts.notes.notes()[0]
    assert note.token == "critical" and note.sign == "wrong" and "above the limit" in note.text


def test_under_the_kill_switch_it_warns_and_still_sends(ticket, qtbot):
    ticket.draw(picture(2, kill_engaged=True))
    assert ticket.parts.strip.isVisible() and "KILL SWITCH ENGAGED" in ticket.parts.strip.text()
    assert ticket.send.isEnabled() and ticket.send.is_warned()
    press(qtbot, ticket.send)
    assert len(ticket.sent) == 1
    ticket.draw(picture(3, kill_engaged=True, outcomes=(Outcome("id0", 0, OrderState.REFUSED, Reason.KILL_SWITCH_ENGAGED, 0, 0),)))
    assert said(ticket) == "Refused. Kill switch is engaged: release it first."
    ticket.draw(picture(4))
    assert not ticket.parts.strip.isVisible() and not ticket.send.is_warned()


def test_without_a_session_it_warns_and_still_sends(ticket):
    ticket.draw(picture(2, running=False))
    assert "No session" in ticket.parts.strip.text() and ticket.send.isEnabled()


def test_what_the_gate_will_refuse_is_marked_at_its_field_before_sending(ticket):
    ticket.prefill(Side.BUY, 0, 11 * LOT)
    assert "above the limit" in said(ticket) and ticket.send.isEnabled() and ticket.send.is_warned()
    assert not ticket.qty.is_wrong()


def test_a_wrong_field_is_marked_said_and_not_sent(ticket, qtbot):
    ticket.qty.clear()
    assert not ticket.qty.is_wrong()
    qtbot.keyClicks(ticket.qty, "1.2.3")
    assert ticket.qty.is_wrong() and "number" in ticket.parts.preview.text() and not ticket.send.isEnabled()
    ticket.price.setFocus()
    qtbot.keyClick(ticket.price, Qt.Key.Key_Return)
    assert ticket.sent == [] and ticket.focusWidget() is ticket.qty


def test_escape_clears(ticket, qtbot):
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Escape)
    assert (ticket.qty.text(), ticket.price.text()) == ("", "") and not ticket.send.isEnabled()


def test_escape_leaves_an_unanswered_ticket_behind_with_a_new_id(ticket, qtbot):
    ticket.submit()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Escape)
    assert "still out" in said(ticket)
    ticket.prefill(Side.SELL, 619_085, LOT)
    ticket.submit()
    assert [order.client_order_id for order in ticket.sent] == ["id0", "id1"]


def test_letters_choose_and_never_enter_a_field(ticket, qtbot):
    qtbot.keyClicks(ticket.qty, "s")
    assert ticket.parts.sides[Side.SELL].isChecked() and ticket.qty.text() == "0.5"
    qtbot.keyClicks(ticket.price, "m")
    assert ticket.order() == placed(Side.SELL, LOT // 2, 0, client_order_id="id0")
    assert not ticket.price.isEnabled()
    qtbot.keyClicks(ticket.qty, "lb")
    assert ticket.order() == placed(qty=LOT // 2, client_order_id="id0")


def test_a_market_order_loses_gtc_and_a_limit_order_gets_it_back(ticket, qtbot):
    press(qtbot, ticket.parts.types[OrderType.MARKET])
    assert ticket.parts.times[TimeInForce.IOC].isChecked() and not ticket.parts.times[TimeInForce.GTC].isEnabled()
    press(qtbot, ticket.parts.types[OrderType.LIMIT])
    assert ticket.parts.times[TimeInForce.GTC].isChecked() and ticket.price.text() == "6190.84"
    press(qtbot, ticket.parts.times[TimeInForce.FOK])
    press(qtbot, ticket.parts.types[OrderType.MARKET])
    assert ticket.parts.times[TimeInForce.FOK].isChecked()


def test_arrows_plus_minus_and_buttons_step(ticket, qtbot):
    qtbot.keyClick(ticket.price, Qt.Key.Key_Up)
    qtbot.keyClick(ticket.price, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert ticket.price.text() == "6190.75"
    qtbot.keyClicks(ticket.qty, "+")
    assert ticket.qty.text() == "0.51"
    press(qtbot, ticket.parts.steppers[0])
    press(qtbot, ticket.parts.steppers[3])
    assert (ticket.qty.text(), ticket.price.text()) == ("0.5", "6190.76")


def test_presets_and_touch_prices(ticket, qtbot):
    press(qtbot, ticket.parts.presets["0.1"])
    press(qtbot, ticket.parts.touches["Ask"])
    assert (ticket.qty.text(), ticket.price.text()) == ("0.1", "6190.85")
    assert ticket.parts.presets["0.1"].isChecked()
    press(qtbot, ticket.parts.touches["Mid"])
    assert ticket.price.text() == "6190.84"


def turn(field, notches: int) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle, QPointF(field.mapToGlobal(field.rect().center())), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(field, event)


def test_the_wheel_steps_only_the_field_in_use(ticket, qtbot):
    ticket.qty.setFocus()
    qtbot.waitUntil(ticket.qty.hasFocus)
    turn(ticket.price, 3)
    assert ticket.price.text() == "6190.84"
    ticket.price.setFocus()
    turn(ticket.price, 3)
    assert ticket.price.text() == "6190.87"


def test_another_instrument_takes_no_price_along(ticket):
    ticket.show_instrument(2)
    assert ticket.look() == TicketLook(-1, 2)
    ticket.draw(picture(7, instrument=COARSE, bid=10_000, ask=10_025, last=10_025))
    assert ticket.price.text() == "" and ticket.look() == TicketLook(7, 2)
    assert not ticket.parts.presets["0.1"].isEnabled() and ticket.parts.presets["5"].isEnabled()
    assert "must be a multiple" in ticket.parts.preview.text()


def test_prefill_sends_nothing_and_keeps_what_it_is_not_told(ticket):
    ticket.prefill(Side.SELL, 0, 2 * LOT)
    assert (ticket.qty.text(), ticket.price.text()) == ("2", "6190.84") and ticket.sent == []


@pytest.mark.parametrize("size", ((300, 346), (280, 330), (300, 300), (420, 600)))
def test_send_stands_still_and_nothing_is_cut_at_any_size(ticket, size):
    ticket.resize(*size)
    QApplication.processEvents()
    top = ticket.send.y()
    ticket.prefill(Side.SELL, 719_085, 12_34567891)
    QApplication.processEvents()
    assert ticket.send.y() == top and ticket.send.geometry().bottom() < ticket.height() == size[1]
    for button in ticket.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()


def test_refusals_without_room_are_counted_and_whole_in_the_tooltip(ticket):
    ticket.resize(300, 346)
    ticket.prefill(Side.SELL, 719_085, 12_34567891)
    QApplication.processEvents()
    assert ticket.parts.notes._painted[-1][3] == "+1 more"
    assert "limit of 10" in ticket.parts.notes.toolTip() and "collar" in ticket.parts.notes.toolTip()


def test_every_control_has_a_name(ticket):
    for button in ticket.findChildren(QAbstractButton):
        assert button.accessibleName() and button.toolTip(), button.text()


@pytest.mark.parametrize("name", THEMES)
def test_it_paints_in_every_theme(ticket, name):
    ticket.set_theme(THEMES[name])
    ticket.draw(picture(2, kill_engaged=True))
    assert not ticket.grab().isNull()


def test_money_of_the_preview_is_exact():
    qty, price = 12_345_678, 619_084
    exact = Decimal(qty).scaleb(-8) * Decimal(price).scaleb(-2)
    text = model.summary(placed(qty=qty, price=price), picture()).replace("\u00a0", " ").replace(NARROW_SPACE, "")
    assert text.endswith(f"= {exact:.2f} USD")
