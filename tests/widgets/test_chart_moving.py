"""Moving an order by its line is as safe as in the ladder: armed, said, Shift where it would trade, nothing by a slip."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from core.domain.enums import Mode, Side
from core.messages.commands import ReplaceOrder
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.chart_pictures import CandlesPicture
from core.projections.pictures import OwnOrder
from core.projections.ticket_pictures import Refused
from tests.widgets.test_chart import BTC, ETH, LOT, candles, mouse, picture
from widgets import action_keys, labels
from widgets.chart.marks import SLIP_PX, ghost_words
from widgets.chart.view import ChartView
from widgets.moves import AtOnce
from widgets.style import THEMES

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
BUY, SELL = OwnOrder(7, Side.BUY, 619_020, 2 * LOT, LOT, 0), OwnOrder(8, Side.SELL, 619_150, LOT, LOT, 0)
"""The touch of the pictures is 619,084 to 619,085."""


def shows(version: int = 1, **changes: object) -> CandlesPicture:
    return msgspec.structs.replace(picture(candles(300), version=version), **({"own": (BUY, SELL)} | changes))


@pytest.fixture(autouse=True)
def as_at_first():
    yield
    action_keys.give({})


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(900, 420)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(shows())
    made.heard = []
    made.asked.connect(made.heard.append)
    return made


@pytest.fixture
def armed(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert view.is_armed()
    return view


def place(view: ChartView, price: int, x: int = 300) -> QPoint:
    return QPoint(x, int(view.plot.prices.pane.y_of(price)))


def send(view: ChartView, kind: QEvent.Type, at: QPoint, keys: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
    viewport, held = view.plot.viewport(), Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), button, held, keys)
    QApplication.sendEvent(viewport, event)


def carry(view: ChartView, order: OwnOrder, price: int, keys: Qt.KeyboardModifier = NONE, drop: bool = True) -> None:
    send(view, QEvent.Type.MouseButtonPress, place(view, order.price))
    send(view, QEvent.Type.MouseMove, place(view, price), keys, Qt.MouseButton.NoButton)
    if drop:
        send(view, QEvent.Type.MouseButtonRelease, place(view, price), keys)


def said(view: ChartView) -> str:
    """In place of the values; nothing while those are shown."""
    assert view.header.status.isVisible() != view.header.readout.isVisible()
    return view.header.status.text() if view.header.status.isVisible() else ""


# unarmed --------------------------------------------------------------------------------------------------------------


def test_unarmed_a_press_on_a_line_pans_and_says_how_to_arm(view):
    low, at = view.plot.framing.low, place(view, BUY.price)
    send(view, QEvent.Type.MouseButtonPress, at)
    assert view.plot.prices.own.drag is None
    send(view, QEvent.Type.MouseMove, at + QPoint(70, -60), NONE, Qt.MouseButton.NoButton)
    send(view, QEvent.Type.MouseButtonRelease, at + QPoint(70, -60))
    assert view.heard == [] and view.plot.framing.low < low
    assert said(view) == "An order of ours: A arms the chart, then its line can be dragged"
    view.moving.hint.end.timeout.emit()
    assert said(view) == ""


def test_unarmed_a_line_has_a_tip_and_no_hand_for_it(view, qtbot):
    at = place(view, BUY.price)
    mouse(view, QEvent.Type.MouseMove, at)
    assert view.plot.cursor().shape() is Qt.CursorShape.ArrowCursor
    viewport = view.plot.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert QToolTip.text() == "An order of ours: A arms the chart, then its line can be dragged"
    action_keys.give({"chart.arm": ""})
    mouse(view, QEvent.Type.MouseMove, at + QPoint(3, 0))
    assert view.plot.prices.toolTip().startswith("An order of ours: the switch above arms")
    mouse(view, QEvent.Type.MouseMove, at + QPoint(3, 40))
    assert view.plot.prices.toolTip() == ""
    view.toggle_armed()
    mouse(view, QEvent.Type.MouseMove, at)
    assert view.plot.prices.toolTip() == "" and view.plot.cursor().shape() is Qt.CursorShape.SizeVerCursor
    QToolTip.hideText()


def test_the_switch_arms_and_disarms_by_word_shape_and_frame(view, qtbot):
    switch = view.header.arm
    plain = switch.grab().toImage()
    qtbot.mouseClick(switch, LEFT)
    assert view.is_armed() and switch.text() == "ARMED" and switch.accessibleName() == "Moving orders is armed"
    assert switch.grab().toImage() != plain and switch.width() == switch.sizeHint().width()
    assert view.plot.grab().toImage().pixelColor(1, 100) == THEMES["dark"].color("warning")
    qtbot.mouseClick(switch, LEFT)
    assert not view.is_armed() and switch.text() == "Disarmed" and not switch.isChecked()
    assert view.plot.grab().toImage().pixelColor(1, 100) != THEMES["dark"].color("warning")


def test_in_a_narrow_header_the_switch_is_its_sign_and_every_button_has_room(view):
    view.resize(420, 366)
    header = view.header
    assert header.arm.width() == header.arm.minimumSizeHint().width() > 12
    assert all(one.geometry().right() < two.x() for one, two in zip(header.buttons, header.buttons[1:], strict=False))
    assert header.arm.geometry().right() < header.latest.x()


def test_a_key_held_down_does_not_arm_again_and_again(view, qtbot):
    qtbot.keyPress(view, Qt.Key.Key_A)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a", True))
    assert view.is_armed()


# what is said and sent ------------------------------------------------------------------------------------------------


def test_the_ghost_says_from_where_to_where_and_the_header_too(armed):
    low = place(armed, 619_060)
    carry(armed, BUY, 619_060, drop=False)
    price = armed.model.instrument.price_text(armed.plot.prices.own.drag.price)
    assert said(armed) == f"move 1: 6\u202f190.20 \u2192 {price}" and not armed.header.status.has_sign()
    send(armed, QEvent.Type.MouseButtonRelease, low)
    assert [type(one) for one in armed.heard] == [ReplaceOrder] and said(armed) == ""


@pytest.mark.parametrize(("order", "price"), [(BUY, 619_120), (SELL, 619_050)])
def test_where_it_would_trade_at_once_it_warns_and_moves_with_shift_only(armed, order, price):
    armed.plot.grab()
    carry(armed, order, price, drop=False)
    assert "would trade at once: hold Shift" in said(armed) and armed.header.status.has_sign()
    assert armed.plot.prices.own.acts() is AtOnce.CROSS
    image, fill = armed.plot.grab().toImage(), THEMES["dark"].color("warning_fill")
    y = place(armed, armed.plot.prices.own.drag.price).y()
    assert any(image.pixelColor(x, y - 6) == fill for x in range(int(armed.plot.prices.pane.width)))
    send(armed, QEvent.Type.MouseButtonRelease, place(armed, price))
    assert armed.heard == [] and said(armed) == "not moved: Shift lets it cross" and armed.is_armed()
    carry(armed, order, price, SHIFT)
    assert [one.order_id for one in armed.heard] == [order.order_id]


def test_what_would_trade_is_judged_by_the_touch_at_the_drop(armed):
    carry(armed, BUY, 619_060, drop=False)
    assert "would trade" not in said(armed)
    armed.draw(shows(2, bid=619_030, ask=619_031))
    assert "would trade at once" in said(armed), "a market that comes to a hand that rests"
    send(armed, QEvent.Type.MouseButtonRelease, place(armed, 619_060))
    assert armed.heard == []


@pytest.mark.parametrize("pixels", [-SLIP_PX + 1, -2, 2, SLIP_PX - 1])
def test_a_slip_of_a_few_pixels_moves_nothing(armed, pixels):
    at = place(armed, BUY.price)
    send(armed, QEvent.Type.MouseButtonPress, at)
    send(armed, QEvent.Type.MouseMove, at + QPoint(4, pixels), NONE, Qt.MouseButton.NoButton)
    send(armed, QEvent.Type.MouseButtonRelease, at + QPoint(4, pixels))
    assert armed.heard == [] and said(armed) == ""


def test_back_at_its_line_it_is_where_it_was(armed):
    carry(armed, BUY, 619_060, drop=False)
    home = place(armed, BUY.price) + QPoint(0, 3)
    send(armed, QEvent.Type.MouseMove, home, NONE, Qt.MouseButton.NoButton)
    assert said(armed) == "back where it was"
    send(armed, QEvent.Type.MouseButtonRelease, home)
    assert armed.heard == []


def test_escape_drops_it_and_the_second_one_disarms(armed, qtbot):
    carry(armed, BUY, 619_060, drop=False)
    qtbot.keyClick(armed.plot, Qt.Key.Key_Escape)
    assert said(armed) == "given up: nothing moved" and armed.is_armed()
    send(armed, QEvent.Type.MouseButtonRelease, place(armed, 619_060))
    assert armed.heard == []
    qtbot.keyClick(armed.plot, Qt.Key.Key_Escape)
    assert not armed.is_armed()


def test_another_button_lets_go(armed):
    carry(armed, BUY, 619_060, drop=False)
    send(armed, QEvent.Type.MouseButtonPress, place(armed, 619_060), button=Qt.MouseButton.RightButton)
    send(armed, QEvent.Type.MouseButtonRelease, place(armed, 619_060))
    assert armed.heard == [] and armed.plot.prices.own.drag is None


def test_ghost_words_are_shortened_in_a_narrow_pane(armed):
    own, width = armed.plot.prices.own, armed.plot.prices.pane.width
    carry(armed, SELL, 619_050, drop=False)
    canvas, wide = QPixmap(900, 420), ghost_words(armed.model.instrument, own.drag, AtOnce.CROSS)
    for room, words in ((width, wide[0]), (260, wide[1]), (135, wide[2])):
        armed.plot.prices.pane.rect.setWidth(room)
        with QPainter(canvas) as painter:
            ghost = own.paint_orders(painter, [])[-1]
        assert ghost.left() >= 0 and ghost.right() <= room
        assert ghost.width() == own._small.width(words) + 2 * 4 + 12 + 4


# what disarms ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("changes", "why"), [
    ({"mode": Mode.PAUSED}, "disarmed: mode changed"), ({"kill_engaged": True}, "disarmed: kill switch engaged"),
    ({"stale": True}, "disarmed: the data is stale"),
])
def test_it_disarms_by_itself_and_lets_go_of_what_is_in_the_hand(armed, changes, why):
    carry(armed, BUY, 619_060, drop=False)
    armed.draw(shows(2, **changes))
    assert not armed.is_armed() and armed.plot.prices.own.drag is None and said(armed) == why
    send(armed, QEvent.Type.MouseButtonRelease, place(armed, 619_060))
    assert armed.heard == []


def test_another_instrument_a_hidden_chart_and_a_minute_disarm(armed, qtbot):
    armed.moving.arming.idle.timeout.emit()
    assert not armed.is_armed() and said(armed) == "disarmed: idle for a minute"
    armed.toggle_armed()
    armed.show_instrument(ETH.id)
    assert not armed.is_armed()
    armed.toggle_armed()
    assert not armed.is_armed() and said(armed) == "no market to trade yet"
    armed.draw(msgspec.structs.replace(shows(3), instrument=ETH))
    armed.toggle_armed()
    assert armed.is_armed()
    armed.hide()
    assert not armed.is_armed() and not armed.moving.arming.idle.isActive() and not armed.moving.hint.end.isActive()


@pytest.mark.parametrize(("changes", "why"), [
    ({"kill_engaged": True}, "kill switch is engaged: release it first"), ({"stale": True}, "not armed: the data is stale"),
    ({"mode": Mode.ENDED}, "the session has ended"),
])
def test_what_hinders_arming_is_said(view, qtbot, changes, why):
    view.draw(shows(2, **changes))
    qtbot.mouseClick(view.header.arm, LEFT)
    assert not view.is_armed() and not view.header.arm.isChecked() and said(view) == why


def test_armed_it_asks_for_the_touch_as_it_is(view):
    assert not view.look().armed
    view.toggle_armed()
    assert view.look().armed
    view.disarm()
    assert not view.look().armed


# what became of it ----------------------------------------------------------------------------------------------------


def test_a_refused_move_is_said_in_the_chart_that_asked_once_and_old_news_never(armed):
    armed.draw(shows(2, refusals=4))
    carry(armed, BUY, 619_060)
    look = armed.look()
    assert (look.asked, look.about, look.since, look.version) == (1, (BUY.order_id,), 4, -1), "whatever came meanwhile is told again"
    armed.draw(shows(3, refusals=4))
    assert armed.look().version == -1, "the core has not seen the asking yet"
    no = Refused(5, BUY.order_id, "replace", Reason.MAX_ORDER_QTY, LOT // 1000, LOT // 100)
    armed.draw(shows(4, asked=1, refusals=5, refused=(no,)))
    assert said(armed) == f"replace refused: {labels.refusal(Reason.MAX_ORDER_QTY, LOT // 1000, LOT // 100, BTC)}"
    assert armed.header.status.has_sign() and armed.moving.hint.end.remainingTime() > 4_000 and armed.look().version == 4
    armed.moving.hint.end.timeout.emit()
    armed.draw(shows(5, asked=1, refusals=5, refused=(no,)))
    assert said(armed) == "", "said already"
    armed.draw(shows(6, asked=1, refusals=6, refused=(Refused(6, 99, "cancel", Reason.NOT_PERMITTED),)))
    assert said(armed) == "", "asked elsewhere"
    carry(armed, SELL, 619_140)
    armed.draw(shows(7, asked=2, refusals=7, refused=(Refused(7, SELL.order_id, "replace", rejection=Rejection.WRONG_PHASE),)))
    assert said(armed) == f"replace rejected: {labels.REJECTION[Rejection.WRONG_PHASE]}"


def test_of_another_instrument_no_answer_is_waited_for_any_more(armed):
    carry(armed, BUY, 619_060)
    armed.show_instrument(ETH.id)
    assert armed.look().about == () and armed.look().asked == 0
    late = Refused(1, BUY.order_id, "replace", Reason.MAX_ORDER_QTY, LOT // 1000, LOT // 100)
    armed.draw(msgspec.structs.replace(shows(2, refusals=1, refused=(late,)), instrument=ETH))
    assert "refused" not in said(armed)
