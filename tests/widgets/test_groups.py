"""Order groups: every leg a row, what the desk holds is marked, sums in the heading, a whole group cancelled in two motions."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from core.domain.enums import LinkKind, OrderState, OrderType, Side, TimeInForce
from core.domain.roles import Role
from core.machine.desk.contingent import groups_rows
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.limits import SetAccount
from core.messages.operations import BustTrade
from core.messages.origin import Origin
from core.messages.outside import SetVenue
from core.messages.people import Means, SetPerson, SignedIn
from core.messages.terms import Terms
from core.projections.group_pictures import GroupsPicture
from core.projections.pictures import RowsLook, VersionLook
from tests.core.test_gauges import CASH, staged
from tests.core.test_projections import BID
from tests.sessions import limit
from tests.widgets.held_key import hold
from widgets.groups import model
from widgets.groups.view import FILLS, GroupsView
from widgets.style import THEMES

LOT = 10**6
"""A hundredth of a coin: far from every limit of the desk."""


class Desk:
    """The real machine and its projection, with a view that looks at it."""

    def __init__(self, view: GroupsView) -> None:
        self.stage, self.view = staged(), view
        self.stage.tell(SetAccount(1, "prop", 100 * CASH))
        self.stage.tell(SetPerson("tess", (Role.TRADER,)))
        self.stage.tell(SetPerson("rita", (Role.RISK_OFFICER,)))
        self.tell(SignedIn("tess", Means.PASSWORD))

    def tell(self, message: object) -> int:
        seq = self.stage.tell(message)
        self.look()
        return seq

    def look(self) -> None:
        look = None
        while look is None:
            look = self.view.look()
        picture = self.stage.projections.groups.picture(look)
        if picture is not None:
            self.view.draw(picture)

    def picture(self) -> GroupsPicture:
        found = self.stage.projections.groups.picture(VersionLook())
        assert found is not None
        return found

    def heads(self) -> list[str]:
        _, heads = model.groups(self.picture(), self.view.over.isChecked())
        return [f"{head.text} | {head.aside}" for head in heads]

    def do(self) -> None:
        """What the view asked, as the terminal sends it."""
        for command in self.view.sent:
            self.tell(replace(command, origin=Origin(person="tess")))
        self.view.sent.clear()


@pytest.fixture
def view(qtbot):
    made = GroupsView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(1000, 320)
    with qtbot.waitExposed(made):
        made.show()
    # While somebody types into Find, no key cancels.
    made.sheet.setFocus()
    return made


@pytest.fixture
def desk(view):
    return Desk(view)


def stop(name: str, side: Side, trigger: int, qty: int = LOT, kind: OrderType = OrderType.STOP) -> PlaceOrder:
    tif = TimeInForce.GTC
    return PlaceOrder(name, 1, side, kind, qty, 0, tif, 1, Terms(trigger=trigger))  # type: ignore[arg-type]


def bracket(entry: int = BID - 5_000) -> PlaceLinked:
    legs = (limit("in", Side.BUY, entry, LOT), limit("target", Side.SELL, BID + 20_000, LOT), stop("stop", Side.SELL, BID - 20_000))
    return PlaceLinked(LinkKind.BRACKET, legs)


def btc(desk: Desk):
    return desk.stage.engine.state.venue.instruments[1]


def test_empty_it_says_what_would_fill_it(desk, view):
    assert view.sheet.empty == f"No orders hang together. {FILLS}" and not view.said.text()
    assert not view.group.isEnabled() and not view.leg.isEnabled()


def test_a_bracket_is_its_legs_and_what_each_waits_for(desk, view):
    id = desk.tell(bracket())
    assert desk.heads() == [f"Bracket {id} BTC-USD | entered 0 of 0.01, exited 0"]
    assert [view.sheet.text(f"link {id}/{leg}").split(" | ")[0] for leg in range(3)] == ["entry", "exit 1", "exit 2"]
    assert view.sheet.text(f"link {id}/0").endswith("| 0 | 0.01 | working")
    assert view.sheet.text(f"link {id}/1").endswith("| 0 | 0 | waits for the entry")


def test_a_filled_entry_sends_its_exits_and_the_sums_follow(desk, view):
    id = desk.tell(bracket(entry=BID + 5_000))
    assert desk.heads() == [f"Bracket {id} BTC-USD | entered 0.01 of 0.01, exited 0"]
    assert view.sheet.text(f"link {id}/1").endswith("| 0 | 0.01 | working")
    assert btc(desk).price_text(BID + 20_000) in view.sheet.text(f"link {id}/1")
    assert f"| Stop | 0.01 | \u2013 | {btc(desk).price_text(BID - 20_000)} |" in view.sheet.text(f"link {id}/2")
    exit_ = desk.picture().groups[0].legs[2].order
    desk.tell(ReplaceOrder(exit_.order_id, LOT, 0, BID - 15_000))
    assert btc(desk).price_text(BID - 15_000) in view.sheet.text(f"link {id}/2"), "where it fires now, not where it was placed"


def test_a_group_is_cancelled_in_two_motions_that_say_what_they_do(desk, view, qtbot):
    id = desk.tell(bracket(entry=BID + 5_000))
    view.sheet.choose(f"link {id}/0")
    hold(view.sheet, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert view.sent == [] and view.said.text() == (
        f"Cancels 2 working orders of Bracket {id} BTC-USD. What is filled stays, without its exits."
    )
    qtbot.keyClick(view.sheet, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert view.sent == [CancelOrder(id)]
    desk.do()
    assert desk.heads() == [] and desk.picture().groups[0].told.closed
    view.over.click()
    assert desk.heads() == [f"Bracket {id} BTC-USD | entered 0.01 of 0.01, exited 0; over"]


def test_escape_and_another_row_end_a_motion(desk, view, qtbot):
    one, _other = desk.tell(bracket()), desk.tell(replace(bracket(BID - 6_000), legs=tuple(
        replace(leg, client_order_id=f"{leg.client_order_id} 2") for leg in bracket(BID - 6_000).legs)))
    view.sheet.choose(f"link {one}/0")
    view.group.click()
    qtbot.keyClick(view.sheet, Qt.Key.Key_Escape)
    view.group.click()
    view.sheet.choose(f"link {_other}/0")
    view.group.click()
    assert view.sent == []


def test_one_leg_alone_is_cancelled_and_the_others_go_on(desk, view, qtbot):
    id = desk.tell(bracket(entry=BID + 5_000))
    view.sheet.choose(f"link {id}/1")
    qtbot.keyClick(view.sheet, Qt.Key.Key_Delete)
    desk.do()
    assert view.sheet.text(f"link {id}/1").endswith("lost: not sent again")
    assert view.sheet.text(f"link {id}/2").endswith("| 0 | 0.01 | working")


def test_what_the_desk_holds_is_marked_and_ends_with_its_group(desk, view):
    desk.tell(SetVenue("COINBASE", True, stops=False))
    id = desk.tell(stop("guard", Side.SELL, BID - 30_000))
    trigger = btc(desk).price_text(BID - 30_000)
    assert view.sheet.text(f"link {id}/0") == f"held | guard | BTC-USD | Sell | Stop | 0.01 | – | {trigger} | 0 | 0.01 | held by the desk"
    assert "The desk holds 1 order that no venue has" in view.said.text()
    view.sheet.choose(f"link {id}/0")
    view.group.click()
    assert view.said.text() == f"Cancels 1 order that the desk holds of Held stop {id} BTC-USD."
    view.group.click()
    desk.do()
    assert desk.heads() == [] and not desk.stage.engine.state.groups.held


def test_a_held_trailing_stop_follows_the_market_in_the_picture(desk, view):
    desk.tell(SetVenue("COINBASE", True, stops=False))
    trailing = PlaceOrder("trail", 1, Side.SELL, OrderType.TRAILING_STOP, LOT, 0, TimeInForce.GTC, 1, Terms(trail=1_000))  # type: ignore[arg-type]
    desk.tell(trailing)
    before = desk.picture()
    group = next(iter(desk.stage.engine.state.groups.known.values()))
    for _ in range(3_000):
        desk.stage.play(1)
        if not group.legs[0].held or group.legs[0].trigger != before.groups[0].told.legs[0].trigger:
            break
    after = desk.stage.projections.groups.picture(VersionLook(before.version))
    assert after is not None and after.groups[0].told.legs[0].trigger == group.legs[0].trigger


def test_a_parent_shows_its_children_and_what_is_left(desk, view):
    id = desk.tell(PlaceParent("sweep up", 1, Side.BUY, 3 * LOT))  # type: ignore[arg-type]
    child = desk.tell(replace(limit("slice", Side.BUY, BID - 7_000, LOT), parent=id))
    assert desk.heads() == ["Parent sweep up: buy 0.03 BTC-USD | 0 filled, 0.01 open, 0.02 left; working"]
    view.sheet.choose(f"parent {id}/{child}")
    view.group.click()
    assert view.said.text() == "Cancels 1 child order of sweep up; no further one is sent."
    view.group.click()
    desk.do()
    assert desk.stage.engine.state.oms.parents.known[id].state is OrderState.CANCELLED and desk.heads() == []


def test_a_basket_is_cancelled_line_by_line(desk, view):
    lines = tuple(limit(f"line {number}", Side.BUY, BID - 8_000 - number, LOT) for number in range(3))
    id = desk.tell(PlaceBasket(lines))
    assert desk.heads() == [f"Basket {id} | 3 lines: 0 filled, 3 open"]
    view.sheet.choose(view.sheet.rows()[0].key)
    for _ in range(2):
        view.group.click()
    assert len(view.sent) == 3
    desk.do()
    assert desk.heads() == [] and not desk.picture().baskets[0].open


def test_a_refused_basket_leaves_no_group_behind(desk, view):
    desk.tell(PlaceBasket((limit("fine", Side.BUY, BID - 8_000, LOT), limit("huge", Side.BUY, BID - 8_000, 10_000 * LOT))))
    desk.tell(limit("fine", Side.BUY, BID - 8_000, LOT))
    assert desk.heads() == []


def test_whoever_may_not_trade_asks_nothing(desk, view):
    id = desk.tell(bracket())
    desk.tell(SignedIn("rita", Means.PASSWORD))
    view.sheet.choose(f"link {id}/0")
    assert not view.group.isEnabled() and "A trader cancels orders." in view.said.text()
    view.cancel_group()
    view.cancel_order()
    assert view.sent == []


def test_a_refused_cancel_is_told(desk, view):
    id = desk.tell(bracket())
    desk.tell(CancelOrder(id, Origin(person="tess")))
    desk.tell(CancelOrder(id, Origin(person="tess")))
    assert "Not done: " in view.said.text()


def test_looking_changes_nothing(desk, view):
    desk.tell(bracket(entry=BID + 5_000))
    state = desk.stage.engine.state
    before = groups_rows(state.groups)
    desk.picture()
    assert groups_rows(state.groups) == before


@pytest.mark.parametrize("name", list(THEMES))
def test_every_theme(desk, view, name):
    desk.tell(bracket())
    view.set_theme(THEMES[name])
    view.grab()


def test_what_the_exchange_undid_of_a_leg_or_a_line_is_not_just_filled(desk, view):
    view.over.click()
    link = desk.tell(bracket(entry=BID + 5_000))
    basket = desk.tell(PlaceBasket((limit("swept", Side.BUY, BID + 5_000, 100 * LOT),)))
    line = next(row.key for row in view.sheet.rows() if row.key.startswith(f"basket {basket}/"))
    assert view.sheet.text(f"link {link}/0").endswith("| filled") and view.sheet.text(line).endswith("| filled")
    fills = desk.stage.projections.fills.picture(RowsLook()).rows
    swept = [fill for fill in fills if fill.order_id == int(line.split("/")[1])]
    entry = desk.picture().groups[0].legs[0].order.order_id
    entered = [fill for fill in fills if fill.order_id == entry]
    assert entered and len(swept) > 1
    for fill in (*entered, swept[0]):
        desk.tell(BustTrade(1, fill.trade_id, "fat finger"))
    assert view.sheet.text(f"link {link}/0").endswith("| busted")
    assert view.sheet.text(line).endswith("| filled, part undone")
    tokens = [row.cells[-1].token for row in view.sheet.rows() if row.key in (f"link {link}/0", line)]
    assert tokens == ["warning", "warning"]
