"""The exits of a ticket: typing one is choosing it, only what counts is shown and sent, and what takes nothing looks so and says why."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from core.domain.enums import LinkKind, OrderType
from core.messages.groups import PlaceLinked
from tests.widgets.ticket_pictures import COARSE, opened, picture, placed, working
from widgets.chooser import Chooser
from widgets.flat import FlatButton, FlatField
from widgets.style import THEMES
from widgets.ticket.draft import Distance, Draft, Link
from widgets.ticket.presets import made


@pytest.fixture
def ticket(qtbot):
    shown = opened(qtbot)
    shown.parts.show_page(1)
    return shown


def fields(ticket):
    return ticket.parts.exits.fields["target"], ticket.parts.exits.fields["stop"]


def test_typing_an_exit_makes_a_bracket(ticket, qtbot):
    target, stop = fields(ticket)
    assert target.isEnabled() and "makes the order a bracket" in target.toolTip()
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(target, "50")
    order = ticket.order()
    assert isinstance(order, PlaceLinked) and order.kind is LinkKind.BRACKET and len(order.legs) == 2
    assert ticket.parts.exits.choosers["link"].text() == "Bracket" and target.text() == "50" and "bracket" in ticket.send.text()
    assert "makes the order" not in target.toolTip()
    qtbot.keyClicks(stop, "20")
    assert len(ticket.order().legs) == 3


def test_so_does_a_step(ticket, qtbot):
    _, stop = fields(ticket)
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Up)
    assert (ticket.draft.link, ticket.draft.target, ticket.draft.stop) == (Link.BRACKET, "", "1")


def test_an_emptied_bracket_is_not_sent_as_a_naked_order(ticket, qtbot):
    target, _ = fields(ticket)
    qtbot.keyClicks(target, "5")
    qtbot.keyClick(target, Qt.Key.Key_Backspace)
    ticket.submit()
    assert ticket.sent == [] and ticket.draft.link is Link.BRACKET


def test_without_exits_none_is_shown_and_an_old_one_does_not_come_along(ticket, qtbot):
    ticket.edit(link=Link.BRACKET, target="50", stop="20")
    ticket.edit(link=Link.NONE)
    target, stop = fields(ticket)
    assert (target.text(), stop.text(), ticket.order()) == ("", "", placed())
    qtbot.keyClicks(target, "7")
    assert (ticket.draft.target, ticket.draft.stop, stop.text()) == ("7", "", "")


def test_an_oco_shows_and_sends_its_own_stop_alone(ticket, qtbot):
    target, stop = fields(ticket)
    ticket.edit(link=Link.BRACKET, target="50", stop="20")
    ticket.edit(link=Link.OCO)
    assert not target.isVisible() and stop.isVisible() and stop.text() == ""
    assert ticket.parts.exits.note.isVisible() and not ticket.send.isEnabled()
    ticket.submit()
    assert ticket.sent == [] and stop.hasFocus(), "to the field that lacks it"
    qtbot.keyClicks(stop, "30")
    assert stop.text() == "30" and not stop.is_wrong()
    order = ticket.order()
    assert order.kind is LinkKind.OCO and len(order.legs) == 2
    assert order.legs[1].terms.trigger == 619_084 + 30, "a buy stop stands above"
    qtbot.keyClick(stop, Qt.Key.Key_Up)
    assert stop.text() == "31"
    ticket.edit(link=Link.OTO)
    assert (target.text(), stop.text(), target.isVisible()) == ("50", "20", True) and not ticket.parts.exits.note.isVisible()


def test_a_wrong_stop_of_an_oco_is_marked_where_it_stands(ticket, qtbot):
    ticket.edit(link=Link.OCO, exits_in=Distance.PRICE)
    _, stop = fields(ticket)
    qtbot.keyClicks(stop, "6000")
    assert stop.is_wrong() and "must be above" in ticket.parts.preview.text()


def test_a_price_of_an_oco_is_not_taken_to_another_instrument(ticket):
    ticket.edit(link=Link.OCO, exits_in=Distance.PRICE, other="6300")
    ticket.draw(picture(7, instrument=COARSE, bid=10_000, ask=10_025, last=10_025))
    assert ticket.draft.other == "" and fields(ticket)[1].text() == ""


def test_a_preset_keeps_the_exits_that_count():
    kept = {}
    for link in Link:
        draft = made("x", "", Draft(link=link, target="50", stop="20", other="30")).draft
        kept[link] = (draft.target, draft.stop, draft.other)
    assert kept == {Link.NONE: ("", "", ""), Link.BRACKET: ("50", "20", ""), Link.OCO: ("", "", "30"), Link.OTO: ("50", "20", "")}


# what takes nothing -----------------------------------------------------------------------------------------------------


def drawn(part) -> QImage:
    return part.grab().toImage()


@pytest.mark.parametrize("name", THEMES)
def test_what_takes_nothing_looks_so_without_its_colour(qtbot, name):
    """Compared by lightness, and at the end, where no words are."""
    theme = THEMES[name]
    for part in (FlatField(theme, "field", "tip"), FlatButton("Words", theme, "button", "tip"), Chooser(theme, "list", "tip", {1: "one"})):
        qtbot.addWidget(part)
        part.resize(120, 22)
        part.show()
        live = drawn(part)
        part.setEnabled(False)
        dead = drawn(part)
        width, height = live.width(), live.height()
        places = [QPoint(x, y) for x in range(width * 3 // 4, width) for y in range(height)]
        changed = sum(live.pixelColor(at).lightness() != dead.pixelColor(at).lightness() for at in places)
        assert changed > len(places) // 8, type(part).__name__


def test_a_field_that_takes_nothing_has_no_text_cursor(qtbot):
    field = FlatField(THEMES["dark"], "field", "tip")
    qtbot.addWidget(field)
    field.setEnabled(False)
    assert field.cursor().shape() is Qt.CursorShape.ArrowCursor
    field.setEnabled(True)
    assert field.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_what_takes_nothing_says_why(ticket):
    parts = ticket.parts
    assert not parts.typed.isEnabled() and "No soft limit asks" in parts.typed.toolTip() and "(N)" in parts.typed.toolTip()
    assert not parts.again.isEnabled() and "Not before" in parts.again.toolTip()
    does = parts.less.toolTip()
    ticket.edit(link=Link.BRACKET, target="5")
    assert not parts.less.isEnabled() and "Not with exits" in parts.less.toolTip()
    ticket.edit(link=Link.NONE)
    assert parts.less.isEnabled() and parts.less.toolTip() == does
    ticket.edit(order_type=OrderType.TRAILING_STOP)
    assert not parts.touches["Bid"].isEnabled() and "distance" in parts.touches["Bid"].toolTip()
    ticket.draw(picture(7, instrument=COARSE, bid=10_000, ask=10_025, last=10_025))
    assert not parts.presets["0.1"].isEnabled() and "No quantity of ES" in parts.presets["0.1"].toolTip()


def test_again_says_what_it_does_once_there_was_an_answer(ticket):
    ticket.submit()
    assert "Not before" in ticket.parts.again.toolTip()
    ticket.draw(picture(2, fates=(working(),)))
    assert ticket.parts.again.isEnabled() and "once more" in ticket.parts.again.toolTip()
