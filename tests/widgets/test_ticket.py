"""The ticket: one hand sends one order, what is sent is what was shown, the desk is asked before, and every answer is said."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.domain.enums import OrderState, OrderType, Phase, Side
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.limits import Rule
from core.domain.units import InstrumentId
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.projections.ticket_pictures import Fate, GateAnswer, TicketLook
from core.projections.uncross import NO_UNCROSS, Uncross
from tests.widgets.ticket_pictures import COARSE, LOT, opened, picture, placed, working
from widgets.style import THEMES
from widgets.ticket.draft import Distance, Draft, Link, QtyUnit
from widgets.ticket.view import TicketView

N = NARROW_SPACE
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ticket(qtbot):
    return opened(qtbot)


def press(qtbot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


class Painted(QObject):
    """Which of some widgets were painted, in turn."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen: list[QObject] = []
        for one in widgets:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def said(ticket: TicketView) -> str:
    return ticket.parts.notes.text()


def answered(ticket: TicketView, **what: Any) -> None:
    """The core answers the question that the ticket asks now."""
    question = ticket.look().question
    ticket.draw(picture(50, answer=GateAnswer(question, **what)))


# a market ---------------------------------------------------------------------------------------------------------------


def test_before_a_market_it_says_what_would_fill_it(qtbot):
    made = TicketView(THEMES["dark"])
    qtbot.addWidget(made)
    assert "instrument" in made.parts.preview.text() and not made.send.isEnabled()
    made.submit()
    assert made.look() == TicketLook(-1, 0)


def test_the_buttons_show_the_prices_and_choose_the_side(ticket, qtbot):
    buy, sell = ticket.parts.sides[Side.BUY], ticket.parts.sides[Side.SELL]
    assert (buy.price(), sell.price()) == (f"6{N}190.85", f"6{N}190.84")
    assert buy.x() < sell.x()
    press(qtbot, sell)
    assert sell.isChecked() and not buy.isChecked() and ticket.send.text().startswith("Sell 0.5 BTC")
    press(qtbot, sell)
    assert sell.isChecked()


def test_a_price_that_moves_paints_its_button_and_nothing_around_it(ticket, qtbot):
    parts = ticket.parts
    painted = Painted(ticket, parts.unit, parts.types, parts.sides[Side.BUY], parts.sides[Side.SELL])
    qtbot.waitExposed(ticket)
    QApplication.processEvents()
    painted.seen.clear()
    ticket.draw(picture(51, ask=picture().ask + 100))
    QApplication.processEvents()
    assert painted.seen == [parts.sides[Side.BUY]]


def test_another_instrument_takes_no_price_along(ticket):
    ticket.edit(trigger="6200", exits_in=Distance.PRICE, target="6300")
    ticket.show_instrument(2)
    assert (ticket.look().version, ticket.look().instrument) == (-1, 2)
    ticket.draw(picture(6))
    assert ticket.look().version == -1, "asked before; its version is the other instrument's"
    ticket.draw(picture(7, instrument=COARSE, bid=10_000, ask=10_025, last=10_025))
    assert ticket.price.text() == "" and ticket.draft.trigger == "" and ticket.draft.target == ""
    assert not ticket.parts.presets["0.1"].isEnabled() and ticket.parts.presets["5"].isEnabled()
    assert "Quantity is missing" in ticket.parts.preview.text()


def test_another_instrument_takes_no_amount_along(ticket):
    """The same digits are another amount there; a worth, a percentage and a multiple are not."""
    euro = Instrument(InstrumentId(3), "BTC-EUR", "COINBASE", "BTC", "EUR", 2, 8, 1, 1)
    dollar = Instrument(InstrumentId(4), "ETH-USD", "COINBASE", "ETH", "USD", 2, 8, 1, 1)
    ticket.edit(qty="0.5", display="0.1", spread="0.01", min_qty="0.2", trail="12.5")
    ticket.draw(picture(2))
    assert ticket.qty.text() == "0.5", "the same instrument"
    ticket.draw(picture(3, instrument=dollar))
    kept = ticket.draft
    assert (ticket.qty.text(), kept.display, kept.spread, kept.min_qty, kept.trail) == ("", "", "", "", "12.5")
    assert ticket.price.text() == "" and not ticket.send.isEnabled()
    ticket.edit(qty="1000", qty_in=QtyUnit.VALUE)
    ticket.draw(picture(4))
    assert ticket.qty.text() == "1000", "so many dollars are so many dollars"
    ticket.draw(picture(5, instrument=euro))
    assert ticket.qty.text() == ""
    ticket.edit(qty="10", qty_in=QtyUnit.DEPTH)
    ticket.draw(picture(6))
    assert ticket.qty.text() == "10"


def test_what_was_typed_before_the_first_picture_stays(qtbot):
    made = TicketView(THEMES["dark"])
    qtbot.addWidget(made)
    qtbot.keyClicks(made.price, "6190.50")
    made.draw(picture())
    assert made.price.text() == made.draft.price == "6190.50"


# the desk is asked ------------------------------------------------------------------------------------------------------


def test_it_asks_the_desk_of_exactly_the_order_that_it_would_send(ticket):
    ticket.signed = lambda command: msgspec.structs.replace(command, origin=Origin("ann"))
    assert ticket.look().question == placed(origin=Origin("ann"))
    ticket.submit()
    assert ticket.sent == [placed()] and ticket.look().question is None


def test_an_answer_about_what_was_written_before_is_not_shown(ticket):
    question = ticket.look().question
    ticket.edit(qty="0.7")
    ticket.draw(picture(2, answer=GateAnswer(question, Reason.MAX_ORDER_QTY, 1, 2, Rule.MAX_ORDER_QTY)))
    assert said(ticket) == "" and not ticket.send.is_warned()


def test_a_refusal_is_said_before_marked_and_may_be_sent_all_the_same(ticket, qtbot):
    answered(ticket, reason=Reason.MAX_ORDER_QTY, limit=LOT // 4, value=LOT // 2, rule=Rule.MAX_ORDER_QTY)
    assert "above the limit of 0.25" in said(ticket) and ticket.send.is_warned() and not ticket.qty.is_wrong()
    assert ticket.look().seen is not None
    press(qtbot, ticket.send)
    assert ticket.sent == [placed()]


def test_a_pass_is_not_warned_of(ticket):
    answered(ticket, qty=LOT // 2)
    assert not ticket.send.is_warned() and "lets it pass" in said(ticket)


def test_a_soft_limit_takes_its_number_and_no_other(ticket, qtbot):
    answered(ticket, reason=Reason.SIZE_OUTLIER, limit=300, value=812, rule=Rule.SIZE_OUTLIER, soft=True)
    typed = ticket.parts.typed
    assert typed.isEnabled() and typed.placeholderText() == "type 8.12"
    qtbot.keyClicks(typed, "8.1")
    assert ticket.order() == placed() and typed.is_wrong()
    qtbot.keyClicks(typed, "2")
    assert ticket.order() == placed(confirmed=812) == ticket.look().question
    ticket.edit(qty="0.6")
    assert ticket.order().confirmed == 0 and typed.text() == ""


@pytest.mark.parametrize("typed", ["%s{x}\n", "9", "8.12.", "x" * 300, "\u0007"])
def test_another_number_than_the_soft_limits_is_marked_and_said(ticket, qtbot, typed):
    answered(ticket, reason=Reason.SIZE_OUTLIER, limit=300, value=812, rule=Rule.SIZE_OUTLIER, soft=True)
    field = ticket.parts.typed
    field.insert(typed)
    field.textEdited.emit(field.text())
    assert field.is_wrong() and "That is not 8.12" in said(ticket) and ticket.order() == placed()
    field.clear()
    qtbot.keyClicks(field, "8.1")
    assert "That is not" not in said(ticket), "the beginning of the right number is not loud"
    qtbot.keyClicks(field, "2")
    assert not field.is_wrong() and field.text() == "" and field.placeholderText() == "confirmed"


def test_a_number_that_nothing_asks_for_is_said_to_count_for_nothing(ticket):
    answered(ticket, qty=LOT // 2)
    assert ticket.parts.typed.placeholderText() == "none asked" and ticket.parts.typed_caption.text() == "Soft limit"
    ticket.parts.typed.setText("abc")
    ticket.parts.typed.textEdited.emit("abc")
    assert ticket.parts.typed.is_wrong() and "counts for nothing" in said(ticket)


def test_a_brackets_entry_takes_the_number_too(ticket):
    ticket.edit(link=Link.BRACKET, target="50", stop="20")
    answered(ticket, reason=Reason.SIZE_OUTLIER, limit=300, value=812, rule=Rule.SIZE_OUTLIER, soft=True)
    ticket.confirm("8.12")
    assert [leg.confirmed for leg in ticket.order().legs] == [812, 0, 0]


def test_less_is_better_than_nothing_when_chosen(ticket, qtbot):
    press(qtbot, ticket.parts.less)
    assert ticket.order() == placed(may_shrink=True) and "or less" in ticket.parts.preview.text()
    ticket.edit(link=Link.BRACKET, target="5")
    assert not ticket.parts.less.isEnabled() and not ticket.order().legs[0].may_shrink


def test_under_the_kill_switch_it_warns_and_still_sends(ticket, qtbot):
    ticket.draw(picture(2, kill_engaged=True))
    assert ticket.parts.strip.isVisible() and "KILL SWITCH ENGAGED" in ticket.parts.strip.text()
    assert ticket.send.isEnabled() and ticket.send.is_warned()
    press(qtbot, ticket.send)
    assert len(ticket.sent) == 1
    ticket.draw(picture(3, kill_engaged=True, fates=(Fate("id0", 0, OrderState.REFUSED, reason=Reason.KILL_SWITCH_ENGAGED),)))
    assert said(ticket) == "Refused. Kill switch is engaged: release it first."
    ticket.draw(picture(4))
    assert not ticket.parts.strip.isVisible()


def test_without_a_session_it_warns_and_still_sends(ticket):
    ticket.draw(picture(2, running=False))
    assert "No session" in ticket.parts.strip.text() and ticket.send.isEnabled()


def test_a_market_that_does_not_trade_continuously_is_said_above_and_still_sends(ticket):
    ticket.draw(picture(2, phase=Phase.HALT))
    assert ticket.parts.strip.text() == "Halted: not in continuous trading" and ticket.send.isEnabled()
    ticket.edit(price="6195")
    assert "Nothing trades until the market opens again" in ticket.parts.preview.text() and "slip" not in ticket.parts.preview.text()
    ticket.draw(picture(3))
    assert not ticket.parts.strip.isVisible()


def test_an_auction_is_said_with_what_it_would_give(ticket):
    ticket.draw(picture(2, phase=Phase.OPENING_CALL, indicative=Uncross(619_000, 5 * LOT // 2, -LOT)))
    assert ticket.parts.strip.text() == f"Opening auction: 2.5 at 6{N}190.00, sell 1 left over" and ticket.send.isEnabled()
    ticket.edit(price="6195")
    assert "Nothing trades before the auction ends" in ticket.parts.preview.text() and "slip" not in ticket.parts.preview.text()
    ticket.draw(picture(3, phase=Phase.OPENING_CALL, indicative=NO_UNCROSS))
    assert ticket.parts.strip.text() == "Opening auction: no price yet"


# sending once -----------------------------------------------------------------------------------------------------------


def test_the_send_button_repeats_the_order_and_sends_it(ticket, qtbot):
    assert ticket.send.text() == f"Buy 0.5 BTC @ 6{N}190.84 limit Day"
    press(qtbot, ticket.send)
    assert ticket.sent == [placed()]


def test_pressing_twice_sends_one_order(ticket, qtbot):
    qtbot.mouseDClick(ticket.send, Qt.MouseButton.LeftButton)
    press(qtbot, ticket.send)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return, CTRL)
    assert len(ticket.sent) == 1 and not ticket.send.isEnabled() and "waiting" in said(ticket)


def test_an_answer_does_not_arm_the_ticket_again(ticket, qtbot):
    """However slow the second press of one hand is."""
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return, CTRL)
    ticket.draw(picture(2, fates=(working(),)))
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return, CTRL)
    press(qtbot, ticket.send)
    assert len(ticket.sent) == 1 and not ticket.send.isEnabled() and ticket.parts.again.isEnabled()


def test_a_change_or_arming_again_frees_it_with_a_fresh_id(ticket, qtbot):
    ticket.submit()
    ticket.draw(picture(2, fates=(working(),)))
    press(qtbot, ticket.parts.again)
    ticket.submit()
    ticket.draw(picture(3, fates=(working("id1"),)))
    ticket.edit(qty="0.6")
    ticket.submit()
    assert [order.client_order_id for order in ticket.sent] == ["id0", "id1", "id2"]


def test_what_is_written_while_the_answer_is_out_is_free_when_it_comes(ticket):
    ticket.submit()
    ticket.edit(qty="0.6")
    ticket.submit()
    assert len(ticket.sent) == 1 and "waiting" in said(ticket)
    ticket.draw(picture(2, fates=(working(),)))
    assert ticket.send.isEnabled() and said(ticket).startswith("Working")
    ticket.submit()
    assert [order.qty for order in ticket.sent] == [LOT // 2, 6 * LOT // 10]


def test_a_held_key_sends_one_order(ticket):
    for repeated in (False, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "\r", repeated)
        QApplication.sendEvent(ticket.qty, event)
        ticket.draw(picture(2, fates=(working(),)))
        ticket.again()
    assert len(ticket.sent) == 1


def test_enter_alone_goes_on_and_sends_nothing(ticket, qtbot):
    ticket.qty.setFocus()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Return)
    assert ticket.sent == [] and ticket.focusWidget() is not ticket.qty
    ticket.send.setFocus()
    qtbot.keyClick(ticket.send, Qt.Key.Key_Return)
    assert len(ticket.sent) == 1


def test_the_fate_follows_the_order_until_something_is_edited(ticket, qtbot):
    ticket.submit()
    assert ticket.look().sent == ("id0",)
    ticket.draw(picture(2, fates=(working(),)))
    assert said(ticket) == f"Working \u00b7 order 1{N}234"
    ticket.draw(picture(3, fates=(working(state=OrderState.FILLED, filled=LOT // 2, cost=LOT // 2 * 619_084),)))
    assert said(ticket) == f"Filled, 0.5 filled at 6{N}190.84 \u00b7 order 1{N}234"
    qtbot.keyClicks(ticket.qty, "1")
    assert said(ticket) == "" and ticket.look().sent == ()


def test_what_the_core_did_not_take_is_said(ticket):
    ticket.submit()
    ticket.not_taken(placed(client_order_id="another"))
    assert "waiting" in said(ticket)
    ticket.not_taken(ticket.sent[0])
    assert "Not sent" in said(ticket)
    ticket.submit()
    assert ticket.sent[1].client_order_id == "id1"


def test_a_wrong_field_is_marked_said_and_not_sent(ticket, qtbot):
    ticket.qty.clear()
    ticket.qty.setFocus()
    qtbot.keyClicks(ticket.qty, "1.2.3")
    assert ticket.qty.is_wrong() and "number" in ticket.parts.preview.text() and not ticket.send.isEnabled()
    ticket.price.setFocus()
    qtbot.keyClick(ticket.price, Qt.Key.Key_Return, CTRL)
    assert ticket.sent == [] and ticket.focusWidget() is ticket.qty


def test_sending_leads_to_a_wrong_field_on_another_page(ticket, qtbot):
    ticket.edit(order_type=OrderType.STOP_LIMIT, trigger="abc")
    ticket.parts.show_page(2)
    ticket.submit()
    assert ticket.parts.terms.fields["trigger"].hasFocus() and ticket.parts.terms.isVisible()


def test_escape_clears(ticket, qtbot):
    ticket.edit(side=Side.SELL, hidden=True, link=Link.OCO)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Escape)
    assert ticket.draft == replace(Draft(), side=Side.SELL) and not ticket.send.isEnabled()


def test_escape_leaves_an_unanswered_ticket_behind_with_a_new_id(ticket, qtbot):
    ticket.submit()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Escape)
    assert "still out" in said(ticket)
    ticket.prefill(Side.SELL, 619_085, LOT)
    ticket.submit()
    assert [order.client_order_id for order in ticket.sent] == ["id0", "id1"]
