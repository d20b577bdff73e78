"""The ticket where the room is short: what decides stays in sight, and the rows of the order scroll above it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.domain.limits import Rule
from core.messages.reasons import Reason
from core.projections.ticket_pictures import GateAnswer
from tests.widgets.ticket_pictures import opened, picture
from widgets.ticket.controls import folded_height, least_height
from widgets.ticket.strip import STRIP_PX
from widgets.ticket.view import TicketView

HEIGHTS = (folded_height(), folded_height() + 30, 250, 300, least_height() - 60, least_height() - STRIP_PX)


@pytest.fixture
def ticket(qtbot):
    return opened(qtbot)


def give(ticket: TicketView, height: int) -> None:
    ticket.resize(276, height)
    QApplication.processEvents()


def whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def place(part: QWidget, ticket: TicketView) -> QRect:
    return QRect(part.mapTo(ticket, QPoint()), part.size())


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("engaged", [False, True])
def test_what_decides_is_in_sight_whatever_is_scrolled(ticket, height, engaged):
    ticket.draw(picture(9, kill_engaged=engaged))
    give(ticket, height + (STRIP_PX if engaged else 0))
    bar, parts = ticket.parts.order.verticalScrollBar(), ticket.parts
    for at in (0, bar.maximum()):
        bar.setValue(at)
        QApplication.processEvents()
        column = [place(part, ticket) for part in (parts.order, parts.preview, parts.notes, parts.send)]
        assert all(above.bottom() < below.top() for above, below in pairwise(column)), column
        assert column[-1].bottom() < ticket.height()
        assert all(map(whole, (parts.preview, parts.notes, parts.send)))


def test_the_send_button_stands_still_while_the_rest_scrolls(ticket):
    give(ticket, 300)
    before = place(ticket.send, ticket)
    bar = ticket.parts.order.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert place(ticket.send, ticket) == before and ticket.parts.exits.parentWidget() is not ticket


def test_with_room_nothing_scrolls(ticket):
    for height in (least_height() - STRIP_PX, least_height(), 520):
        give(ticket, height)
        assert not ticket.parts.order.folds and ticket.parts.order.verticalScrollBar().maximum() == 0
        assert whole(ticket.parts.terms) and whole(ticket.parts.less) and whole(ticket.send)


def test_what_has_the_keyboard_comes_into_sight(ticket, qtbot):
    give(ticket, folded_height())
    fields = (ticket.parts.terms.fields["display"], ticket.qty, ticket.price, ticket.parts.tabs[0], ticket.buy, ticket.parts.less)
    for field in fields:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        assert field.hasFocus() and whole(field), field.accessibleName()


def test_the_field_in_use_stays_in_sight_when_the_room_shrinks(ticket):
    field = ticket.parts.terms.fields["min_qty"]
    field.setFocus()
    give(ticket, folded_height() + 40)
    assert field.hasFocus() and whole(field)


def test_the_number_of_a_soft_limit_is_asked_for_in_sight(ticket, qtbot):
    give(ticket, folded_height())
    question = ticket.look().question
    ticket.draw(picture(50, answer=GateAnswer(question, Reason.SIZE_OUTLIER, 300, 812, Rule.SIZE_OUTLIER, soft=True)))
    qtbot.keyClick(ticket.qty, Qt.Key.Key_N)
    assert ticket.parts.typed.hasFocus() and whole(ticket.parts.typed)
    qtbot.keyClicks(ticket.parts.typed, "8.12")
    assert ticket.order().confirmed == 812


def test_the_row_of_the_soft_limit_is_below_as_soon_as_it_has_room(ticket):
    below = []
    for height in (folded_height(), 300, 520, folded_height(), 520):
        give(ticket, height)
        below.append(not ticket.parts.order.isAncestorOf(ticket.parts.less))
        assert ticket.parts.less.isVisible()
        assert not below[-1] or place(ticket.parts.less, ticket).top() > place(ticket.parts.notes, ticket).bottom()
    assert below == [False, True, True, False, True]


def test_the_wheel_over_a_field_that_is_not_in_use_goes_on_and_scrolls(ticket):
    """Qt passes on what a part does not take, but only what comes from a real wheel."""
    give(ticket, folded_height())
    ticket.send.setFocus()
    draft, bar = ticket.draft, ticket.parts.order.verticalScrollBar()
    bar.setValue(0)
    taken = []
    for part in (ticket.qty, ticket.parts.types, ticket.parts.order.viewport()):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(part.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
        QApplication.sendEvent(part, event)
        taken.append(event.isAccepted())
    assert taken == [False, False, True] and bar.value() > 0 and ticket.draft == draft
