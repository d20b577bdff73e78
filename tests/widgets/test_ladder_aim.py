"""The order goes to the price that was said: what happens when the rows move under a pointer that rests."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.domain.enums import OrderType, Side
from core.messages.commands import CancelOrder, PlaceOrder
from tests.widgets.ladder_desk import BTC, LOT, Desk, shown
from widgets.offer import Choice, OfferStrip, Question
from widgets.style import THEMES

LEFT = Qt.MouseButton.LeftButton


class Framed(Desk):
    """An armed ladder below a strip for notices, and the one pointer that there is."""

    def __init__(self, desk: Desk, qtbot) -> None:  # type: ignore[no-untyped-def]
        self.__dict__.update(desk.__dict__)
        self.frame = QWidget()
        qtbot.addWidget(self.frame)
        self.strip = OfferStrip(THEMES["dark"])
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        self.frame.resize(460, 760)
        with qtbot.waitExposed(self.frame):
            self.frame.show()
        self.draw()
        self.draw()
        self.view.arm()
        assert self.view.is_armed()

    @property
    def said(self) -> str:
        return self.view.trade.status.text()

    def screen(self, price: int, zone: str) -> QPoint:
        return self.view.grid.mapToGlobal(self.point(price, zone))

    def send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        inside = QPointF(self.view.grid.mapFromGlobal(at))
        event = QMouseEvent(kind, inside, QPointF(at), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.grid, event)

    def move(self, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        self.send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held)

    def press(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.send(QEvent.Type.MouseButtonPress, at, button, button)

    def click(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.press(at, button)
        self.send(QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton)

    def notice(self) -> None:
        """Moves the ladder down; nothing of it is drawn anew."""
        self.strip.ask(Question("k", "Something", "happened", (Choice("ok", "OK", ""),), lambda choice, typed: None))
        layout = self.frame.layout()
        assert layout is not None
        layout.activate()


@pytest.fixture
def framed(qtbot):  # type: ignore[no-untyped-def]
    return Framed(shown(qtbot), qtbot)


def test_a_notice_that_moves_the_ladder_under_a_resting_pointer_lets_no_click_go_elsewhere(framed):
    at = framed.screen(618_950, "bids")
    framed.move(at)
    assert framed.said == "buy 0.01 at 6\u202f189.50"
    before = framed.view.grid.mapToGlobal(QPoint())
    framed.notice()
    assert framed.view.grid.mapToGlobal(QPoint()).y() >= before.y() + 20, "the strip moved the rows by one at least"
    framed.click(at)
    assert framed.asked == [] and framed.said == "The ladder moved: look, and click again"
    side, price = framed.view.grid.pointed()
    assert side is Side.BUY and price > 618_950, "what is below the pointer now is looked at"
    framed.click(at)
    assert framed.asked == [PlaceOrder("click-1", BTC.id, Side.BUY, OrderType.LIMIT, LOT // 100, price)]


def test_the_words_follow_the_rows_within_a_frame_and_the_hand_once_it_moves(framed):
    at = framed.screen(618_950, "bids")
    framed.move(at)
    framed.notice()
    framed.view.look()
    price = framed.view.grid.pointed()[1]
    assert price > 618_950 and framed.said == f"buy 0.01 at {BTC.price_text(price)}"
    framed.move(at + QPoint(1, 0))
    framed.click(at + QPoint(1, 0))
    assert [order.price for order in framed.asked] == [price]


def test_what_the_rows_bring_below_a_pointer_beside_them_is_not_clicked_either(framed):
    framed.notice()
    framed.view.look()
    beside = framed.screen(framed.view.look().high, "bids") - QPoint(0, 40)
    QCursor.setPos(beside)
    QApplication.processEvents()
    assert QApplication.widgetAt(beside) is not framed.view.grid
    framed.strip.answer("ok")
    framed.frame.layout().activate()
    assert QApplication.widgetAt(beside) is framed.view.grid
    framed.click(beside)
    assert framed.asked == [] and framed.said.startswith("The ladder moved")


@pytest.mark.parametrize("move", ["recentre", "regroup", "resize", "profits"])
def test_rows_that_move_by_themselves_are_said_at_once_and_not_clicked(framed, move):
    framed.view.scroll_rows(4)
    at = framed.screen(618_950, "asks" if move == "profits" else "bids")
    if move == "profits":
        at = framed.view.grid.mapToGlobal(framed.view.grid.row_rect(618_950, "asks").topRight() + QPoint(-1, 5))
    framed.move(at)
    before = framed.said
    assert "6\u202f189.50" in before
    if move == "recentre":
        framed.view.recentre()
    elif move == "regroup":
        framed.view.regroup(1)
    elif move == "resize":
        framed.view.resize(framed.view.width(), framed.view.height() - 100)
    else:
        framed.view.show_profits(True)
    assert framed.said != before
    framed.click(at)
    assert framed.asked == [] and framed.said.startswith("The ladder moved")


def test_who_turns_the_wheel_or_arms_looks_at_what_is_below_the_pointer(framed):
    middle = framed.view.grid.mapToGlobal(framed.view.grid.row_rect(618_950, "bids").center())
    framed.move(middle)
    framed.view.disarm()
    framed.view.scroll_rows(2)
    framed.view.arm()
    price = framed.view.grid.pointed()[1]
    assert price != 618_950 and framed.said == f"buy 0.01 at {BTC.price_text(price)}"
    framed.click(middle)
    framed.move(framed.view.grid.mapToGlobal(framed.view.grid.rect().center()))
    framed.wheel(1)
    assert framed.view.grid.pointed()[1]
    assert [order.price for order in framed.asked] == [price]


@pytest.mark.parametrize("button", [LEFT, Qt.MouseButton.RightButton])
def test_orders_of_ours_are_neither_cancelled_nor_carried_when_they_slid_under_the_pointer(framed, button):
    at = framed.screen(618_900, "own_bids")
    framed.click(at, button)
    assert framed.asked == [CancelOrder(11)]
    other = framed.screen(618_900 - 50, "own_bids")
    framed.move(other)
    framed.view.scroll_rows(1)
    assert framed.screen(618_900, "own_bids") == other
    framed.click(other, button)
    assert len(framed.asked) == 1 and not framed.view.grid.is_held() and framed.said.startswith("The ladder moved")


def test_an_order_in_the_hand_is_not_let_go_over_rows_that_slid(framed):
    home, away = framed.screen(618_900, "own_bids"), framed.screen(618_800, "own_bids")
    framed.move(home)
    framed.press(home)
    framed.move(away, LEFT)
    assert framed.said == "move 0.25 to 6\u202f188.00"
    # The frame is moved, not made smaller: a resize would have let go of it anyhow.
    framed.frame.move(framed.frame.pos() + QPoint(0, 44))
    framed.send(QEvent.Type.MouseButtonRelease, away, LEFT, Qt.MouseButton.NoButton)
    assert framed.asked == [] and not framed.view.grid.is_held() and framed.said.startswith("The ladder moved")


def test_disarmed_the_reason_is_said_and_not_the_movement(framed):
    at = framed.screen(618_950, "bids")
    framed.move(at)
    framed.view.disarm()
    framed.notice()
    framed.click(at)
    assert framed.asked == [] and framed.said == "disarmed: press A to arm"


def test_what_a_click_would_send_is_said_as_the_program_writes_it_and_never_as_it_was_typed(framed):
    size = framed.view.trade.sizes.field
    framed.move(framed.screen(618_950, "bids"))
    for typed, said in (
        ("1'000", "buy 1\u202f000 at 6\u202f189.50"), ("00.50", "buy 0.5 at 6\u202f189.50"), ("０．２５", "buy 0.25 at 6\u202f189.50"),
        ("0,1", "quantity 0,1 takes a decimal point: type 0.1"), ("1,500", "quantity 1,500 is ambiguous: type 1500 or 1.5"),
    ):
        size.setText(typed)
        assert framed.said == said
    framed.click(framed.screen(618_950, "bids"))
    assert framed.asked == []
