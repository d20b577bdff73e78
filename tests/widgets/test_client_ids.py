"""Long client order ids are short where they are shown, whole in tips, copies and exports, and found by what is seen."""

from dataclasses import replace as draft_of
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.breaks import BreakKind
from core.domain.enums import OrderState, Side
from core.messages.origin import Origin
from core.projections.pictures import Leg, StoryPicture
from tests.core.test_projections import BID, LOT
from tests.sessions import limit
from tests.widgets import test_groups, test_reconciliation
from tests.widgets.blotter_rows import order
from tests.widgets.ticket_pictures import picture
from widgets.blotter.columns import CHOSEN_ONLY
from widgets.blotter.export import clipboard_lines, csv_lines, json_lines, tip
from widgets.blotter.rows import Rows
from widgets.blotter.tables import ORDERS
from widgets.client_ids import SEEN, short_id
from widgets.groups.view import GroupsView
from widgets.ladder.form import fresh_id as click
from widgets.reconciliation import model as breaks
from widgets.reconciliation.view import ReconciliationView
from widgets.story.model import telling
from widgets.style import PAD_PX, THEMES, px
from widgets.ticket.draft import Draft, Link
from widgets.ticket.exits import linked
from widgets.ticket.form import fresh_id
from widgets.type_face import TypeFace

HEX = "3f2a9c11d07b4e52a8c96f013d5be7aa"
TARGET = f"ticket-{HEX}-target"
COLUMN = ORDERS.column("client_id")


@pytest.mark.parametrize(("whole", "short"), [
    (f"ticket-{HEX}", "ticket-3f2a9c"), (TARGET, "ticket-3f2a9c target"), (f"ticket-{HEX}-stop/2", "ticket-3f2a9c stop/2"),
    (f"ticket-{HEX}-12", "ticket-3f2a9c 12"), (HEX, "3f2a9c"), (f"{HEX}/2", "3f2a9c /2"), (f"{HEX}-", "3f2a9c -"),
    ("vwap 7", "vwap 7"), ("", ""), (HEX + "0", HEX + "0"), (HEX.upper(), HEX.upper()), (HEX[1:], HEX[1:]),
])
def test_a_long_number_is_cut_and_what_comes_after_it_is_kept(whole, short):
    assert short_id(whole) == short


def test_what_ticket_and_ladder_call_their_orders_is_short():
    draft = draft_of(Draft(), link=Link.BRACKET, side=Side.BUY, target="1000", stop="1000")
    legs = linked(draft, limit(fresh_id(), Side.BUY, 618_000, LOT), picture()).legs
    entry, target, stop = (short_id(leg.client_order_id) for leg in legs)
    assert len(entry) == len("ticket-") + SEEN and (target, stop) == (f"{entry} target", f"{entry} stop")
    assert len(short_id(click())) == SEEN


@given(st.text(max_size=8), st.sampled_from(["-", "/", ""]), st.text(max_size=8))
def test_each_part_of_what_is_seen_is_a_part_of_the_whole(before, between, after):
    whole = f"{before}{uuid4().hex}{between}{after}"
    assert all(part in whole for part in short_id(whole).split())


def test_the_blotter_shows_it_short_and_gives_it_whole(qapp):
    row = order(1, client_order_id=TARGET)
    assert COLUMN.text(row) == "ticket-3f2a9c target" and COLUMN.rank == CHOSEN_ONLY
    assert f"Client id: {TARGET}" in tip([COLUMN], row)
    for lines in (csv_lines, json_lines, clipboard_lines):
        assert TARGET in "".join(lines([COLUMN], [row]))
    assert TypeFace().width("ticket-88a8d8 target/2") + 2 * PAD_PX <= px(COLUMN.width), "it is not cut"


def test_what_is_seen_in_a_cell_finds_its_row():
    rows = Rows(ORDERS)
    rows.put([order(1, client_order_id=TARGET), order(2, client_order_id=f"ticket-{HEX}-stop"), order(3, client_order_id="too much")])

    def found(wanted: str) -> list[int]:
        rows.filter("client_id", wanted)
        return sorted(row.key for row in rows.shown_rows())

    assert found("ticket-3f2a9c target") == [1] and found("3F2A9C") == [1, 2] and found("Too  Much") == [3]
    assert found("!ticket-3f2a9c stop") == [1, 3] and found(f"{TARGET}, much") == [1, 3]


def test_order_groups_show_it_short_and_find_and_copy_it_whole(qtbot):
    view = GroupsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(1000, 320)
    desk = test_groups.Desk(view)
    legs = test_groups.bracket().legs
    names = (f"ticket-{HEX}", TARGET, f"ticket-{HEX}-stop")
    made = [test_groups.replace(leg, client_order_id=name) for leg, name in zip(legs, names, strict=True)]
    id = desk.tell(test_groups.replace(test_groups.bracket(), legs=tuple(made)))
    assert view.sheet.text(f"link {id}/1").split(" | ")[1] == "ticket-3f2a9c target"
    assert TARGET in view.sheet.as_text() and "ticket-3f2a9c\t" not in view.sheet.as_text()
    at = next(y for y in range(0, 320, 4) if "exit 1" in view.sheet.tip_at(20, y))
    assert f"Order: {TARGET}" in view.sheet.tip_at(20, at)
    for wanted in (TARGET, "ticket-3f2a9c target"):
        view.sheet.search(wanted)
        assert [row.key for row in view.sheet.rows()] == [f"link {id}/1"]


def test_a_break_shows_it_short_with_its_order(qtbot):
    view = ReconciliationView(THEMES["dark"])
    qtbot.addWidget(view)
    desk = test_reconciliation.Desk(view)
    seq = desk.stage.tell(test_groups.replace(limit(TARGET, Side.BUY, BID - 8_000, test_groups.LOT), origin=Origin(person="tess")))
    desk.found(test_reconciliation.standing(BreakKind.MISSING_ORDER, seq, ours=LOT))
    picture = desk.stage.projections.breaks.picture(test_groups.VersionLook())
    cell = breaks.break_row(picture.rows[0]).cells[2]
    assert (cell.text, cell.exact) == (f"{seq} ticket-3f2a9c target", f"{seq} {TARGET}")


def test_a_story_names_the_other_legs_short():
    legs = (Leg(0, TARGET, 2), Leg(-4, f"ticket-{HEX}-stop", 3, OrderState.REFUSED))
    told = telling(StoryPicture(1, 7, order(7), True, group=5, legs=legs))
    assert [link.text for link in told.links][1:] == ["Line 2: ticket-3f2a9c target, not sent", "Line 3: ticket-3f2a9c stop, refused"]
