"""The ticket: any text is a command or a sentence, one ticket is one order, and the gate's answer is on the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import Outcome, TicketPicture
from widgets.style import THEMES
from widgets.ticket import form, model
from widgets.ticket.view import TicketView

BTC = Instrument(1, "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LOT = 10**8
LEFT = Qt.MouseButton.LeftButton
CALM = TicketPicture(
    1, BTC, 619_084, 5 * LOT, 619_085, LOT // 2, 619_085, 0, 0, 0, 10 * LOT, 100_000 * 10**10, 500, 25 * LOT, 200, False, "", True, ()
)


def changed(**fields):
    return msgspec.structs.replace(CALM, version=2, **fields)


@pytest.fixture
def ticket(qtbot):
    ids = iter(f"id-{number}" for number in range(100))
    made = TicketView(THEMES["dark"], new_id=lambda: next(ids))
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    made.draw(CALM)
    return made


@pytest.fixture
def said(ticket):
    heard = []
    ticket.asked.connect(heard.append)
    return heard


def fill(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)


# form -------------------------------------------------------------------------------------------------------------------

FIELDS = st.builds(
    form.Fields, st.sampled_from(Side), st.sampled_from(OrderType), st.text(max_size=12), st.text(max_size=12), st.sampled_from(TimeInForce)
)


@given(FIELDS)
def test_any_text_is_a_command_or_sentences(fields):
    made = form.read(fields, BTC, "x")
    assert isinstance(made, PlaceOrder) or made.qty or made.price


@given(st.integers(1, 10**12), st.integers(1, 10**9), st.sampled_from(Side))
def test_what_is_typed_is_what_is_sent(qty, price, side):
    fields = form.Fields(side, OrderType.LIMIT, form.plain(BTC.qty_text(qty)), form.plain(BTC.price_text(price)), TimeInForce.GTC)
    assert form.read(fields, BTC, "x") == PlaceOrder("x", 1, side, OrderType.LIMIT, qty, price, TimeInForce.GTC)


def test_a_market_order_has_no_price_and_cannot_rest():
    made = form.read(form.Fields(Side.SELL, OrderType.MARKET, "1", "nonsense", TimeInForce.GTC), BTC, "x")
    assert made == PlaceOrder("x", 1, Side.SELL, OrderType.MARKET, LOT, 0, TimeInForce.IOC)


@pytest.mark.parametrize(
    ("fields", "picture", "words"),
    [
        ({}, CALM, ""),
        ({}, changed(kill_engaged=True), "Kill switch"),
        ({}, changed(running=False), "No session"),
        ({"qty": "11"}, CALM, "above the limit of 10.00000000"),
        ({"price": "7000"}, CALM, "collar"),
        ({}, changed(last=0, bid=0), "No market price"),
        ({"qty": "1"}, changed(max_order_value=6_000 * 10**10), "worth 6\u202f190.84"),
        ({"qty": "1"}, changed(position=25 * LOT), "Position could reach 26.00000000"),
        ({}, changed(open_orders=200), "201 orders would be open"),
    ],
)
def test_the_hint_says_what_the_gate_will_say(fields, picture, words):
    given_fields = {"qty": "0.5", "price": "6190.84"} | fields
    order = form.read(form.Fields(Side.BUY, OrderType.LIMIT, given_fields["qty"], given_fields["price"], TimeInForce.GTC), BTC, "x")
    hint = form.hint(order, picture)
    assert words in hint if words else hint == ""


# the panel --------------------------------------------------------------------------------------------------------------


def test_pressing_send_twice_sends_one_order(ticket, said, qtbot):
    fill(qtbot, ticket.qty, "0.25")
    qtbot.mouseClick(ticket.send, LEFT)
    qtbot.mouseClick(ticket.send, LEFT)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    assert said == [PlaceOrder("id-0", 1, Side.BUY, OrderType.LIMIT, LOT // 4, 619_084, TimeInForce.GTC)]
    assert not ticket.send.isEnabled()
    ticket.draw(changed(outcomes=(Outcome("id-0", 77, OrderState.WORKING, None, 0, 0),)))
    assert ticket.send.isEnabled() and "77" in ticket.outcome.text()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    assert [order.client_order_id for order in said] == ["id-0", "id-1"]


def test_the_outcome_follows_the_order(ticket, said, qtbot):
    qtbot.mouseClick(ticket.send, LEFT)
    ticket.draw(changed(outcomes=(Outcome("id-0", 77, OrderState.WORKING, None, 0, 0),)))
    ticket.draw(msgspec.structs.replace(changed(outcomes=(Outcome("id-0", 77, OrderState.FILLED, None, 0, 0),)), version=3))
    assert "Filled" in ticket.outcome.text()


def test_a_refusal_is_on_the_screen_and_the_kill_switch_is_announced(ticket, said, qtbot):
    ticket.draw(changed(kill_engaged=True))
    assert ticket.warning.isVisible() and "Kill switch engaged" in ticket.warning.text()
    assert ticket.send.isEnabled()
    qtbot.mouseClick(ticket.send, LEFT)
    refused = Outcome("id-0", 0, OrderState.REFUSED, Reason.KILL_SWITCH_ENGAGED, 0, 0)
    ticket.draw(msgspec.structs.replace(changed(kill_engaged=True, outcomes=(refused,)), version=3))
    assert ticket.outcome.isVisible() and "Kill switch is engaged" in ticket.outcome.text()


def test_errors_stand_at_their_fields_and_nothing_is_sent(ticket, said, qtbot):
    fill(qtbot, ticket.qty, "lots")
    fill(qtbot, ticket.price, "1.234")
    assert "number" in ticket.qty_error.text() and "0.01" in ticket.price_error.text()
    qtbot.keyClick(ticket.price, Qt.Key.Key_Return)
    assert said == [] and not ticket.send.isEnabled()


def test_keys_step_the_price_and_escape_clears(ticket, qtbot):
    ticket.price.setFocus()
    qtbot.keyClick(ticket.price, Qt.Key.Key_Up)
    assert ticket.price.text() == "6190.85"
    qtbot.keyClick(ticket.price, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert ticket.price.text() == "6190.75"
    qtbot.keyClick(ticket.price, Qt.Key.Key_Escape)
    assert ticket.qty.text() == ""


def test_market_turns_price_and_gtc_off(ticket, said, qtbot):
    qtbot.mouseClick(ticket.types[OrderType.MARKET], LEFT)
    qtbot.mouseClick(ticket.sell, LEFT)
    assert not ticket.price.isEnabled() and not ticket.tifs[TimeInForce.GTC].isEnabled()
    qtbot.mouseClick(ticket.send, LEFT)
    assert (said[0].side, said[0].price, said[0].time_in_force) == (Side.SELL, 0, TimeInForce.IOC)


def test_prefill_and_the_words_on_the_button(ticket, qtbot):
    ticket.prefill(Side.SELL, 619_100, LOT // 2)
    assert (ticket.qty.text(), ticket.price.text()) == ("0.5", "6191.00")
    assert ticket.send.text().startswith("Sell 0.5 BTC") and "6\u202f191.00" in ticket.send.text()


def test_before_a_market_there_is_nothing_to_send(qtbot):
    empty = TicketView(THEMES["light"])
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.send.isEnabled() and "Waiting for a market" in empty.note.text()


def test_the_summary_is_worth_and_worst_case():
    order = PlaceOrder("x", 1, Side.BUY, OrderType.MARKET, LOT, 0, TimeInForce.IOC)
    assert "6\u202f190.85 USD" in model.summary(order, CALM)
    assert model.worst_price(CALM, order) == 619_085 + 619_085 * 500 // 10_000
