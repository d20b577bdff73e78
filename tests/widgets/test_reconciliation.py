"""The reconciliation panel: what differs, ours against theirs, since when; nothing can be waved away that still differs."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from core.domain.breaks import BreakKind
from core.domain.enums import OrderState, Side
from core.domain.roles import Role
from core.edge.reconciliation import Break
from core.messages.commands import CancelOrder, EngageKill
from core.messages.notes import BreaksFound
from core.messages.origin import Origin
from core.messages.outside import AcknowledgeBreak
from core.messages.people import Means, SetPerson, SignedIn
from core.projections.breaks import BreakRow, Standing
from tests.core.test_gauges import staged
from tests.core.test_projections import BID, LOT
from tests.sessions import limit
from tests.widgets.blotter_rows import order
from tests.widgets.held_key import hold
from widgets.reconciliation import model
from widgets.reconciliation.view import SOURCE, ReconciliationView
from widgets.style import THEMES, px
from widgets.type_face import TypeFace

VENUE = "COINBASE"


def standing(kind: BreakKind, *what: int, ours: int = 0, theirs: int = 0) -> Standing:
    """As the comparison tells it."""
    return Standing(VENUE, kind, what, ours, theirs, Break(kind, what, ours, theirs).words)


class Desk:
    def __init__(self, view: ReconciliationView) -> None:
        self.stage, self.view = staged(), view
        self.stage.tell(SetPerson("tess", (Role.TRADER,)))
        self.stage.tell(SetPerson("rita", (Role.RISK_OFFICER,)))
        self.mine = self.stage.tell(limit("mine", Side.BUY, BID - 9_000, LOT))
        self.tell(SignedIn("tess", Means.PASSWORD))

    def tell(self, message: object) -> None:
        self.stage.tell(message)
        self.look()

    def found(self, *breaks: Standing, told: bool = True) -> None:
        """A comparison, and the note that the first one of them makes."""
        self.stage.projections.breaks.show(VENUE, breaks)
        if breaks and told:
            self.stage.tell(BreaksFound(VENUE, tuple(one.words for one in breaks)))
        self.look()

    def look(self) -> None:
        picture = self.stage.projections.breaks.picture(self.view.look())
        if picture is not None:
            self.view.draw(picture)


@pytest.fixture
def view(qtbot):
    made = ReconciliationView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(960, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def desk(view):
    return Desk(view)


def test_empty_it_says_what_would_fill_it_and_how(desk, view):
    assert view.head.text() == "No outside venue is compared." and "--outside-venue NAME:PORT" in view.said.text()
    desk.found()
    assert "COINBASE compared once" in view.head.text() and view.head.text().endswith("nothing differs.")
    assert view.sheet.empty.startswith("Both sides agree")


def test_a_break_is_a_row_with_ours_and_theirs_and_since_when(desk, view):
    desk.found(standing(BreakKind.LEAVES_DIFFER, desk.mine, ours=LOT, theirs=LOT // 4))
    (row,) = view.sheet.rows()
    said = view.sheet.text(row.key).split(" | ")
    assert said[:6] == [VENUE, "Open quantity", f"{desk.mine} mine", "BTC-USD", "1", "0.25"] and said[7:] == ["stands", "working"]
    assert row.cells[6].text == row.cells[6].text.strip() and row.cells[6].value == desk.stage.at
    assert view.head.notes()[0].sign == "stop" and "1 break" in view.head.text()


@pytest.mark.parametrize("kind", list(BreakKind))
def test_every_kind_says_what_can_be_done(desk, view, kind):
    what = (1, 1) if kind is BreakKind.POSITION_DIFFERS else (999_999,)
    desk.found(standing(kind, *what, ours=1, theirs=2))
    assert view.said.text() == model.MENDS[kind] and not view.cancel.isEnabled()


def test_ours_that_is_not_there_is_cancelled_by_asking_the_venue(desk, view, qtbot):
    desk.found(standing(BreakKind.MISSING_ORDER, desk.mine, ours=LOT))
    qtbot.keyClick(view.sheet, Qt.Key.Key_Delete)
    assert view.sent == [CancelOrder(desk.mine)]
    desk.tell(view.sent[0])
    assert not view.cancel.isEnabled() and view.sheet.text(view.sheet.key).endswith("cancelled")


def test_what_is_gone_stays_as_told_and_asks_nothing(desk, view):
    one = standing(BreakKind.MISSING_ORDER, desk.mine, ours=LOT)
    desk.found(one)
    desk.found()
    assert "gone" in view.sheet.text(view.sheet.key) and "agree again" in view.said.text()
    assert not view.cancel.isEnabled() and not view.stop.isEnabled()
    view.stop_venue()
    view.cancel_order()
    assert view.sent == []


def test_stopping_the_venue_takes_two_motions_with_their_sentence(desk, view, qtbot):
    desk.found(standing(BreakKind.UNKNOWN_ORDER, 777_777, theirs=LOT))
    hold(view.sheet, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert view.sent == [] and view.said.text() == "Stops venue COINBASE: cancels its open orders and blocks new ones."
    view.stop.click()
    assert view.sent == [EngageKill(SOURCE, scope="venue:COINBASE")]
    desk.tell(view.sent[0])
    assert list(desk.stage.engine.state.kill.stops) == ["venue:COINBASE"]


def test_whoever_may_not_trade_is_told(desk, view):
    desk.tell(SignedIn("rita", Means.PASSWORD))
    desk.found(standing(BreakKind.MISSING_ORDER, desk.mine, ours=LOT))
    assert not view.cancel.isEnabled() and view.said.text() == "A trader cancels orders."


def test_what_another_program_found_is_known_by_its_words(desk, view):
    desk.tell(BreaksFound(VENUE, ("an order is open there and not here: 5, ours 0, theirs 7",)))
    assert "Told before | an order is open there and not here: 5" in view.sheet.text(view.sheet.key)


def test_a_break_is_marked_as_seen_and_comes_back_when_it_changes(desk, view, qtbot):
    one, other = (standing(BreakKind.LEAVES_DIFFER, desk.mine, ours=LOT, theirs=theirs) for theirs in (LOT // 4, LOT // 5))
    desk.found(one, told=False)
    qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert view.sent == []  # Not told yet: it may be gone with the next picture.
    desk.found(one)
    qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert view.sent == [AcknowledgeBreak(VENUE, one.words)]
    desk.tell(replace(view.sent[0], origin=Origin("tess")))
    (row,) = view.sheet.rows()
    assert row.cells[7].text == "seen" and row.cells[7].sign == "stop"
    assert view.said.text().startswith("Seen by tess at ")
    qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert len(view.sent) == 1
    # Other numbers are another break; and the same one anew has to be looked at anew.
    desk.found(other)
    assert [row.cells[7].text for row in view.sheet.rows()] == ["stands", "gone"]
    desk.found(one)
    assert [row.cells[7].text for row in view.sheet.rows()] == ["stands", "gone"]


def test_who_only_looks_marks_nothing(desk, view, qtbot):
    desk.stage.tell(SetPerson("vic", (Role.VIEWER,)))
    desk.tell(SignedIn("vic", Means.PASSWORD))
    desk.found(standing(BreakKind.MISSING_ORDER, desk.mine, ours=LOT))
    qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert view.sent == []


@pytest.mark.parametrize("name", list(THEMES))
def test_every_theme(desk, view, name):
    desk.found(standing(BreakKind.MISSING_ORDER, desk.mine, ours=LOT))
    view.set_theme(THEMES[name])
    view.grab()


@pytest.mark.parametrize(("filled", "undone", "said", "whole"), [
    (LOT // 2, LOT // 2, "part undone", "filled, part undone"), (0, LOT, "busted", "busted"), (LOT, 0, "filled", "filled"),
])
def test_an_order_whose_fills_were_undone_does_not_just_stand_at_filled(desk, view, filled, undone, said, whole):
    row = order(desk.mine, state=OrderState.FILLED, filled=filled, leaves=0, undone=undone)
    differs = standing(BreakKind.FILL_DIFFERS, desk.mine, 3)
    cell = model.break_row(BreakRow(VENUE, "x", 0, True, differs, row, False, row.instrument)).cells[-1]
    assert (cell.text, cell.exact) == (said, whole)
    assert TypeFace().width(cell.text) <= px(model.TABLE[-1].width), "it is not cut"
