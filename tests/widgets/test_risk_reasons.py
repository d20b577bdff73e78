"""The reasons that are typed in the risk panel: kept until the machine has done what they are for, and for nothing else."""

from msgspec.structs import replace

from core.domain.limits import Rule
from core.messages.limits import Restrict, Restriction
from core.messages.origin import Origin
from tests.widgets.test_risk import CONDITIONS, LEFT, choose, desk, edit, view

__all__ = ["desk", "view"]


def test_a_refused_change_leaves_what_was_typed(desk, view):
    edit(desk, Rule.MAX_POSITION, "2")
    view.editor.send.click()
    # Meanwhile it was asked for by somebody who may not: the answer to the very same words is no.
    desk.tell(replace(view.sent[0], origin=Origin("tess")))
    assert view.said.text().startswith("Not done") and view.editor.isVisible()
    assert (view.editor.value.text(), view.editor.why.text()) == ("2", "month end") and view.editor.send.isEnabled()
    edit(desk, Rule.MAX_OPEN_ORDERS, "5", "another")
    choose(desk, Rule.MAX_POSITION)
    view.change.click()
    assert view.editor.why.text() == ""


def test_a_refused_reason_is_for_the_same_row_again_and_for_no_other(desk, view, qtbot):
    desk.turn(CONDITIONS)
    desk.tell(Restrict(Restriction.CLOSED, 1, "tess", "inquiry", Origin("rita")))
    desk.tell(Restrict(Restriction.CLOSED, 1, "omar", "inquiry", Origin("rita")))
    way = view.way
    way.sheet.choose("restricts 0")
    way.why.setText("inquiry closed")
    way.back.click()
    assert way.why.text() == "inquiry closed" and not way.back.isEnabled()
    desk.tell(replace(view.sent[0], origin=Origin("tess")))
    assert way.why.text() == "inquiry closed" and way.back.isEnabled() and "Not done" in view.said.text()
    # Conservative mode is another matter: the reason does not slip into it.
    qtbot.mouseClick(way.mode, LEFT)
    assert way.why.text() == "" and not way.motions.asking and len(view.sent) == 1
    way.why.setText("inquiry closed, again")
    way.back.click()
    desk.tell(replace(view.sent[1], origin=Origin("tess")))
    way.sheet.choose("restricts 1")
    assert way.why.text() == ""
    way.why.setText("both closed")
    way.back.click()
    desk.tell(replace(view.sent[2], origin=Origin("rita")))
    assert way.why.text() == "" and "Not done" not in view.said.text()


def test_what_the_core_did_not_even_take_can_be_sent_again(desk, view):
    edit(desk, Rule.MAX_POSITION, "2")
    view.editor.send.click()
    view.not_taken(view.sent[0])
    assert view.editor.isVisible() and view.editor.send.isEnabled() and view.editor.why.text() == "month end"
