"""The ticket under the hands: types and their terms, units, keys, steps, prices by reference, named tickets, and little room."""


from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.domain.enums import LinkKind, OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from tests.widgets.ticket_pictures import COARSE, LOT, opened, picture, placed, working
from widgets.style import THEMES
from widgets.ticket.controls import least_height
from widgets.ticket.draft import Errors, Link, QtyUnit
from widgets.ticket.presets import Preset
from widgets.ticket.view import TicketView

N = NARROW_SPACE
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ticket(qtbot):
    return opened(qtbot)


def press(qtbot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(ticket: TicketView) -> str:
    return ticket.parts.notes.text()


# types, times, links ----------------------------------------------------------------------------------------------------


def test_only_what_the_type_needs_is_shown_and_nothing_else_moves(ticket):
    def places() -> dict[str, QPoint]:
        parts = ticket.parts
        fixed: dict[str, QWidget] = {"qty": parts.qty, "main": parts.main, "terms": parts.terms, "send": ticket.send, "typed": parts.typed}
        return {name: part.mapTo(ticket, QPoint()) for name, part in fixed.items()}

    before = places()
    shown = {}
    for kind in OrderType:
        ticket.choose_type(kind)
        QApplication.processEvents()
        assert places() == before
        names = ("trigger", "peg", "display", "away", "hidden", "min_qty")
        shown[kind] = {name for name in names if ticket.parts.terms.of(name).isVisible()}
    assert shown[OrderType.LIMIT] == {"display", "hidden", "min_qty"} and shown[OrderType.STOP_LIMIT] == {"trigger", "display", "hidden"}
    assert shown[OrderType.TRAILING_STOP] == {"away"} and shown[OrderType.PEGGED] == {"peg", "min_qty"}


def test_every_field_of_a_peg_has_its_caption_and_the_choice_can_be_read(ticket):
    ticket.resize(276, 520)
    ticket.choose_type(OrderType.PEGGED)
    QApplication.processEvents()
    terms = ticket.parts.terms
    assert terms.captions["offset"].isVisible() and terms.captions["offset"].text() == "Offset" and "ticks" in terms.note.text()
    peg, offset = terms.of("peg"), terms.of("offset")
    assert peg.width() >= peg.sizeHint().width() - 4 and offset.width() >= 40
    ticket.choose_type(OrderType.LIMIT)
    assert not terms.captions["offset"].isVisible() and terms.note.text() == ""


def test_a_time_that_the_type_cannot_live_is_not_offered(ticket):
    ticket.choose_type(OrderType.MARKET)
    offered = {tif for tif, action in ticket.parts.times._actions.items() if action.isEnabled()}
    assert offered == {TimeInForce.IOC, TimeInForce.FOK, TimeInForce.DAY}
    ticket.choose_type(OrderType.LIMIT)
    ticket.choose_time(TimeInForce.FOK)
    ticket.choose_type(OrderType.STOP)
    assert ticket.draft.time_in_force is TimeInForce.DAY


def test_a_market_order_takes_at_once_and_a_limit_order_gets_its_time_back(ticket):
    ticket.choose_time(TimeInForce.GTC)
    ticket.choose_type(OrderType.MARKET)
    assert ticket.order() == placed(price=0)
    ticket.choose_type(OrderType.LIMIT)
    assert ticket.order() == placed(time_in_force=TimeInForce.GTC)


def test_terms_are_typed_and_sent(ticket, qtbot):
    ticket.edit(order_type=OrderType.STOP_LIMIT)
    ticket.parts.terms.fields["trigger"].setFocus()
    qtbot.keyClicks(ticket.parts.terms.fields["trigger"], "6200")
    press(qtbot, ticket.parts.chips["hidden"])
    terms = ticket.order().terms
    assert (terms.trigger, terms.hidden) == (620_000, True) and "\u2022" in ticket.parts.tabs[0].text()


def test_a_bracket_is_one_command_and_its_legs_are_followed(ticket):
    ticket.edit(link=Link.BRACKET, target="100", stop="50")
    ticket.submit()
    (sent,) = ticket.sent
    assert isinstance(sent, PlaceLinked) and sent.kind is LinkKind.BRACKET
    assert ticket.look().sent == ("id0", "id0-target", "id0-stop")
    ticket.draw(picture(2, fates=(working(state=OrderState.FILLED), working("id0-target"))))
    assert said(ticket).count("order") == 2 and not ticket.send.isEnabled()


def test_a_quantity_changes_its_unit_and_stays_the_same(ticket, qtbot):
    qtbot.keyClick(ticket.qty, Qt.Key.Key_U)
    assert (ticket.draft.qty_in, ticket.qty.text()) == (QtyUnit.VALUE, "3095.42")
    assert ticket.order().qty == LOT // 2 and "0.5" in ticket.parts.same.text()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_U)
    assert (ticket.draft.qty_in, ticket.qty.text()) == (QtyUnit.DEPTH, "2.5")
    ticket.edit(qty="2.5")
    ticket.draw(picture(9, ask_depth=40 * LOT))
    assert ticket.order().qty == LOT and f"6{N}190.84" in ticket.parts.same.text()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.integers(1, 50 * LOT), st.integers(1, 2_000_000), st.integers(0, 3 * LOT), st.integers(1, 99 * LOT))
@example(LOT // 10, 617_000, LOT // 3, 19 * LOT)
@example(LOT, 617_000, LOT // 7, 20 * LOT + 7)
@example(5 * LOT // 2, 617_000, 0, 20 * LOT)
def test_a_whole_round_of_units_keeps_every_lot_and_the_order_has_them(ticket, lots, price, median, depth):
    ticket.again()
    ticket.draw(picture(ask=price, median=median, ask_depth=depth))
    ticket.prefill(Side.BUY, price, lots)
    typed = ticket.qty.text()
    for _ in QtyUnit:
        ticket.parts.unit.step(1)
        # Too few orders yet: that unit can show nothing, and sends nothing.
        countable = ticket.draft.qty_in is not QtyUnit.USUAL or median > 0
        made = ticket.order()
        assert isinstance(made, PlaceOrder) and made.qty == lots if countable else isinstance(made, Errors)
    assert (ticket.draft.qty_in, ticket.qty.text()) == (QtyUnit.BASE, typed)
    ticket.parts.unit.step(1)
    ticket.submit()
    assert ticket.sent[-1].qty == lots
    ticket.draw(picture(ask=price, fates=(working(ticket.sent[-1].client_order_id),)))


def test_a_kept_quantity_shows_itself_at_another_price_but_not_under_a_hand(ticket, qtbot):
    qtbot.keyClick(ticket.qty, Qt.Key.Key_U)
    ticket.price.setFocus()
    ticket.edit(price="6000")
    assert (ticket.qty.text(), ticket.order().qty) == ("3000.00", LOT // 2)
    ticket.qty.setFocus()
    ticket.edit(price="6100")
    assert (ticket.qty.text(), ticket.order().qty) == ("3000.00", LOT // 2)
    ticket.qty.selectAll()
    qtbot.keyClicks(ticket.qty, "610")
    assert ticket.order().qty == LOT // 10, "another number is another quantity"


def test_a_value_without_a_price_is_not_lost_with_its_unit(ticket):
    ticket.edit(price="", qty="619.085", qty_in=QtyUnit.VALUE)
    ticket.choose_unit(QtyUnit.BASE)
    assert ticket.qty.text() == "0.1"


def test_kept_lots_belong_to_their_instrument(ticket):
    ticket.choose_unit(QtyUnit.DEPTH)
    ticket.draw(picture(2, instrument=COARSE))
    assert ticket.draft.lots == 0 and ticket.qty.text() == "2.5"


# hands ------------------------------------------------------------------------------------------------------------------


def test_letters_choose_and_never_enter_a_field(ticket, qtbot):
    qtbot.keyClicks(ticket.qty, "s")
    assert ticket.parts.sides[Side.SELL].isChecked() and ticket.qty.text() == "0.5"
    qtbot.keyClicks(ticket.price, "m")
    assert ticket.order() == placed(Side.SELL, price=0)
    qtbot.keyClicks(ticket.qty, "lb")
    assert ticket.order() == placed()
    qtbot.keyClicks(ticket.price, "t")
    assert ticket.draft.order_type is OrderType.STOP


def test_every_field_has_a_key(ticket, qtbot):
    for key, field in ((Qt.Key.Key_P, ticket.price), (Qt.Key.Key_Q, ticket.qty)):
        qtbot.keyClick(ticket.focusWidget() or ticket.qty, key)
        assert field.hasFocus()
    ticket.edit(order_type=OrderType.LIMIT_IF_TOUCHED)
    qtbot.keyClick(ticket.qty, Qt.Key.Key_G)
    assert ticket.parts.terms.fields["trigger"].hasFocus()
    qtbot.keyClick(ticket.qty, Qt.Key.Key_2, ALT)
    assert ticket.parts.exits.choosers["link"].hasFocus()
    qtbot.keyClick(ticket.parts.exits.choosers["link"], Qt.Key.Key_Down)
    assert ticket.draft.link is Link.BRACKET


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_lists_open_by_key_and_wait_for_nobody(ticket, qtbot):
    qtbot.keyClick(ticket.qty, Qt.Key.Key_Y)
    assert ticket.parts.types.list.isVisible()
    ticket.parts.types.list.close()


def test_a_price_by_reference(ticket, qtbot):
    for key, price in ((Qt.Key.Key_A, "6190.85"), (Qt.Key.Key_B, "6190.84"), (Qt.Key.Key_L, "6190.85"), (Qt.Key.Key_M, "6190.84")):
        qtbot.keyClick(ticket.price, key, ALT)
        assert ticket.price.text() == price
    press(qtbot, ticket.parts.touches["Ask"])
    qtbot.keyClick(ticket.price, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert ticket.price.text() == "6190.95"
    ticket.draw(picture(9, ask=700_000))
    assert ticket.price.text() == "6190.95"


def test_arrows_plus_minus_and_buttons_step(ticket, qtbot):
    qtbot.keyClick(ticket.price, Qt.Key.Key_Up)
    qtbot.keyClick(ticket.price, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert ticket.price.text() == "6190.75"
    qtbot.keyClicks(ticket.qty, "+")
    assert ticket.qty.text() == "0.51"
    press(qtbot, ticket.parts.steppers[0])
    press(qtbot, ticket.parts.steppers[3])
    assert (ticket.qty.text(), ticket.price.text()) == ("0.5", "6190.76")
    ticket.edit(order_type=OrderType.PEGGED)
    offset = ticket.parts.terms.fields["offset"]
    qtbot.keyClicks(offset, "-2")
    qtbot.keyClick(offset, Qt.Key.Key_Down)
    assert offset.text() == "-3"


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


def test_every_control_has_a_name_and_a_tip(ticket):
    for child in ticket.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert child.accessibleName() and child.toolTip(), child


# presets ----------------------------------------------------------------------------------------------------------------


def test_a_named_ticket_is_kept_and_fills_another_without_prices(ticket, qtbot):
    kept: list[tuple[Preset, ...]] = []
    ticket.presets_changed.connect(kept.append)
    ticket.edit(qty="10", qty_in=QtyUnit.DEPTH, hidden=True, link=Link.BRACKET, target="50")
    ticket.parts.named.name.setText("probe")
    press(qtbot, ticket.parts.named.save_here)
    ((preset,),) = kept
    assert (preset.name, preset.symbol, preset.draft.price) == ("probe", "BTC-USD", "")
    ticket.clear()
    ticket.edit(side=Side.SELL, price="6200")
    ticket.named.use(preset)
    d = ticket.draft
    assert (d.side, d.price, d.qty, d.qty_in, d.hidden, d.target) == (Side.SELL, "6200", "10", QtyUnit.DEPTH, True, "50")
    assert ticket.sent == []
    press(qtbot, ticket.parts.named.delete)
    assert kept[-1] == ()


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "a\u0007b"])
def test_a_preset_needs_a_proper_name(ticket, qtbot, name):
    kept: list[object] = []
    ticket.presets_changed.connect(kept.append)
    ticket.parts.named.name.setText(name)
    press(qtbot, ticket.parts.named.save_all)
    assert kept == [] and ticket.parts.named.name.is_wrong()
    assert said(ticket).endswith("."), "in sight, not behind what was typed"
    ticket.parts.named.name.setText("probe")
    assert said(ticket) == "" and not ticket.parts.named.name.is_wrong()


def test_a_wild_name_is_said_while_it_is_typed_and_without_an_instrument_too(qtbot):
    view = TicketView(THEMES["dark"])
    qtbot.addWidget(view)
    qtbot.keyClicks(view.parts.named.name, "x" * 41)
    assert "at most 40" in said(view)
    qtbot.keyClick(view.parts.named.name, Qt.Key.Key_Backspace)
    assert said(view) == ""


# room -------------------------------------------------------------------------------------------------------------------


def test_in_a_small_room_what_can_leave_leaves_and_send_stays(ticket):
    ticket.resize(276, least_height())
    QApplication.processEvents()
    assert not ticket.parts.presets["1"].isVisible() and not ticket.parts.touches["Bid"].isVisible()
    assert ticket.send.isVisible() and ticket.rect().contains(ticket.send.geometry())
    rows = (ticket.qty, ticket.price, ticket.parts.tabs[0], ticket.parts.preview, ticket.send)
    tops = [part.mapTo(ticket, QPoint()).y() for part in rows]
    assert tops == sorted(tops) and len(set(tops)) == len(tops)


def test_in_the_smallest_room_nothing_stands_on_anything_else(ticket):
    ticket.edit(order_type=OrderType.STOP_LIMIT, trigger="6200", hidden=True, display="0.1", qty="12.345678")
    for engaged in (False, True):
        ticket.draw(picture(20 + engaged, kill_engaged=engaged))
        ticket.resize(276, least_height())
        QApplication.processEvents()
        parts = ticket.parts
        column = [parts.qty, parts.main, parts.tabs[0], parts.terms, parts.preview, parts.notes, parts.less, parts.send]
        tops = [(part.mapTo(ticket, QPoint()).y(), part.height()) for part in column]
        assert all(y + height <= below for (y, height), (below, _) in pairwise(tops)), tops
        assert tops[-1][0] + tops[-1][1] <= ticket.height()
