"""An order's story is everything that was asked and told of it, bounded, and the blotters hand it over with their rows."""

import msgspec

from app.projection_memory import recall, remember
from core.domain.enums import LinkKind, OrderState, Side
from core.journal.entry import Entry
from core.messages.commands import CancelAllOrders, CancelOrder, EngageKill, PlaceOrder, ReplaceOrder, SetLimits
from core.messages.events import (
    GroupOpened,
    KillEngaged,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderWorking,
    RunStarted,
)
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.origin import Origin
from core.projections import story as stories_module
from core.projections.journeys import MOST, Journey, Journeys
from core.projections.orders import ROWS_A_PICTURE
from core.projections.pictures import RowsLook, StoryPicture, VersionLook
from core.projections.story import FIRST, LATEST
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

ENDED = (CancelOrder, OrderCancelled)
TESS = Origin(person="tess", strategy="mm")


def staged() -> Stage:
    stage = Stage()
    stage.play(30)
    stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    return stage


def story(stage: Stage, key: int, told: int = -1) -> StoryPicture | None:
    blotter, generation = stage.projections.orders_blotter, stage.projections.orders.generation
    picture = blotter.picture(RowsLook(generation, 10**9, key, told))
    return picture.story if picture is not None else None


def kinds(stage: Stage, key: int) -> list[type]:
    found = story(stage, key)
    assert found is not None and found.kept
    return [type(moment.told) for moment in found.moments]


def test_what_was_asked_stands_before_what_came_of_it() -> None:
    stage = staged()
    key = stage.tell(PlaceOrder(**fields(limit("a", Side.BUY, BID - 500, LOT)) | {"origin": TESS}))
    stage.tell(ReplaceOrder(key, 2 * LOT, BID - 400))  # type: ignore[arg-type]
    stage.tell(CancelOrder(key))  # type: ignore[arg-type]
    assert kinds(stage, key) == [PlaceOrder, OrderSent, OrderWorking, ReplaceOrder, OrderReplaced, OrderWorking, *ENDED]
    found = story(stage, key)
    assert found is not None and found.row is not None and (found.row.person, found.row.strategy, found.row.account) == ("tess", "mm", 1)
    assert found.moments[0].told.origin == TESS and not stage.faults


def fields(message: object) -> dict[str, object]:
    return {name: getattr(message, name) for name in message.__struct_fields__}  # type: ignore[attr-defined]


def test_a_refused_order_has_a_story_and_an_author() -> None:
    stage = staged()
    stage.tell(PlaceOrder(**fields(limit("much", Side.BUY, BID, 11 * LOT)) | {"origin": TESS}))
    assert kinds(stage, -1) == [PlaceOrder, OrderRefused]
    assert stage.projections.orders.rows[-1].person == "tess"


def test_cancels_for_many_and_stops_are_told_with_who_asked() -> None:
    stage = staged()
    first = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.tell(CancelAllOrders(origin=TESS))
    assert kinds(stage, first)[-2:] == [CancelAllOrders, OrderCancelled]
    second = stage.tell(limit("b", Side.BUY, BID - 500, LOT))
    stage.tell(EngageKill("me", 4))
    assert kinds(stage, second)[-2:] == [KillEngaged, OrderCancelled]


def test_fills_carry_what_is_behind_them() -> None:
    stage = staged()
    key = stage.tell(PlaceOrder(**fields(limit("x", Side.BUY, BID + 2_000, LOT)) | {"origin": TESS}))
    assert OrderFilled in kinds(stage, key)
    picture = stage.projections.fills.picture(RowsLook())
    assert picture is not None and {(row.person, row.strategy, row.account) for row in picture.rows} == {("tess", "mm", 1)}
    look = RowsLook(picture.generation, picture.cursor, key)
    again = stage.projections.fills.picture(look)
    assert again is not None and again.rows == () and again.story is not None and again.story.key == key


def test_legs_lines_and_children_know_each_other() -> None:
    stage = staged()
    seq = stage.tell(PlaceLinked(LinkKind.OCO, (limit("l1", Side.BUY, BID - 900, LOT), limit("l2", Side.BUY, BID - 800, LOT)), TESS))
    keys = [row.key for row in stage.projections.orders.open.values()]
    found = story(stage, keys[0])
    assert found is not None and (found.group, found.kind, [leg.key for leg in found.legs]) == (seq, LinkKind.OCO, keys)
    assert found.moments[0].told.origin == TESS
    stage.tell(CancelOrder(seq))  # type: ignore[arg-type]
    assert CancelOrder in kinds(stage, keys[0]) and CancelOrder in kinds(stage, keys[1])
    seq = stage.tell(PlaceBasket((limit("b1", Side.BUY, BID - 900, LOT), limit("b2", Side.BUY, BID - 800, LOT))))
    keys = [row.key for row in stage.projections.orders.open.values()]
    found = story(stage, keys[1])
    assert found is not None and (found.group, found.kind, [leg.key for leg in found.legs]) == (seq, None, keys)
    parent = stage.tell(PlaceParent("p", 1, Side.BUY, 5 * LOT))  # type: ignore[arg-type]
    children = [
        stage.tell(PlaceOrder(**fields(limit(name, Side.BUY, BID - 700, LOT)) | {"parent": parent})) for name in ("c1", "c2")
    ]
    found = story(stage, children[0])
    assert found is not None and found.parent == parent
    assert stage.projections.orders.rows[children[0]].parent == parent and not stage.faults


def test_nothing_new_is_no_story() -> None:
    stage = staged()
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    found = story(stage, key)
    assert found is not None and story(stage, key, found.version) is None
    stage.tell(CancelOrder(key))  # type: ignore[arg-type]
    assert story(stage, key, found.version) is not None
    assert story(stage, 0) is None


def test_only_the_newest_stories_are_kept(monkeypatch) -> None:
    monkeypatch.setattr(stories_module, "KEPT", 3)
    stage = staged()
    keys = [stage.tell(limit(f"n{number}", Side.BUY, BID - 500, LOT)) for number in range(6)]
    old, new = story(stage, keys[0]), story(stage, keys[5])
    assert old is not None and not old.kept and old.row is not None and old.row.state is OrderState.WORKING
    assert new is not None and new.kept
    assert story(stage, keys[0], old.version) is None
    none = story(stage, 999_999)
    assert none is not None and none.row is None
    assert len(stage.projections.stories._keys) == 3


def test_a_long_story_keeps_its_beginning_and_its_end() -> None:
    stage = staged()
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    for number in range(FIRST + LATEST + 10):
        stage.board.publish(Entry(0, number, None, [OrderRestated(key, BID - 500, LOT)], True, 0, 0))  # type: ignore[arg-type]
    found = story(stage, key)
    assert found is not None and len(found.moments) == FIRST + LATEST and found.left_out == 13
    assert isinstance(found.moments[0].told, PlaceOrder) and found.moments[-1].at == FIRST + LATEST + 9


def test_stories_survive_a_snapshot() -> None:
    stage = staged()
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.tell(EngageKill("me", 4))
    stage.tell(PlaceLinked(LinkKind.OCO, (limit("l1", Side.BUY, BID - 900, LOT), limit("l2", Side.BUY, BID - 800, LOT)), TESS))
    before = story(stage, key)
    stage.projections = recall(remember(stage.projections), stage.engine)
    after = story(stage, key)
    assert before is not None and after is not None and msgspec.to_builtins(after.moments) == msgspec.to_builtins(before.moments)


def test_a_new_run_forgets() -> None:
    stage = staged()
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.board.publish(Entry(0, 0, None, [GroupOpened(5, LinkKind.OCO, 2, LOT), RunStarted("s", "", 0, 0, False, "")], True, 0, 0))  # type: ignore[arg-type]
    found = story(stage, key)
    assert found is not None and found.row is None


def test_rows_come_in_slices_and_only_the_latest_of_each(monkeypatch) -> None:
    stage = staged()
    orders = stage.projections.orders
    for number in range(ROWS_A_PICTURE // 2):
        key = stage.tell(limit(f"n{number}", Side.BUY, BID - 500, LOT))
        stage.tell(CancelOrder(key))  # type: ignore[arg-type]
    assert len(orders._log_keys) <= 2 * len(orders.rows) + ROWS_A_PICTURE
    monkeypatch.setattr("core.projections.orders.ROWS_A_PICTURE", 300)
    look, seen = RowsLook(), []
    while (picture := orders.picture(look)) is not None:
        assert len(picture.rows) <= 300
        seen += [row.key for row in picture.rows]
        look = RowsLook(picture.generation, picture.cursor)
    assert sorted(seen) == sorted(orders.rows) and len(seen) == len(set(seen)) == ROWS_A_PICTURE // 2


def test_accounts_add_up_what_their_positions_and_orders_are() -> None:
    stage = staged()
    stage.tell(limit("x", Side.BUY, BID + 2_000, LOT))
    stage.tell(limit("far", Side.BUY, BID - 5_000, 2 * LOT))
    picture = stage.projections.accounts.picture(VersionLook())
    assert picture is not None
    (row,) = picture.rows
    positions = stage.projections.positions.picture(VersionLook())
    assert positions is not None
    (held,) = positions.rows
    assert (row.account, row.quote, row.decimals, row.held, row.orders) == (1, "USD", 10, 1, 1)
    assert (row.net, row.unrealised, row.gross) == (held.net, held.unrealised, held.qty * held.mark)
    assert row.working == 2 * LOT * (BID - 5_000)
    assert stage.projections.accounts.picture(VersionLook(picture.version)) is None


def test_a_command_of_this_process_keeps_how_long_it_took() -> None:
    stage = staged()
    journeys = stage.projections.journeys
    journeys.under_way = Journey(100, 150, 170, 900)
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    journeys.under_way = None
    stage.tell(ReplaceOrder(key, 2 * LOT, BID - 400))  # type: ignore[arg-type]
    found = story(stage, key)
    assert found is not None
    assert [moment.journey for moment in found.moments] == [Journey(100, 150, 170, 900), *[None] * (len(found.moments) - 1)]
    again = recall(remember(stage.projections), stage.engine)
    told = again.orders_blotter.picture(RowsLook(again.orders.generation, 10**9, key, -1)).story
    assert told.moments[0].journey is None, "another process has another clock"
    assert again.stories._journeys is again.journeys


def test_what_a_cancel_for_many_took_stands_with_each_of_them() -> None:
    stage = staged()
    keys = [stage.tell(limit(name, Side.BUY, BID - 500, LOT)) for name in "ab"]
    stage.projections.journeys.under_way = Journey(1, 2, 3, 4)
    stage.tell(CancelAllOrders())
    for key in keys:
        found = story(stage, key)
        assert found is not None and [type(one.told) for one in found.moments if one.journey is not None] == [CancelAllOrders]


def test_of_an_order_that_is_moved_all_day_the_latest_times_are_kept() -> None:
    journeys = Journeys()
    asked = [ReplaceOrder(1, LOT, BID - number) for number in range(MOST + 5)]  # type: ignore[arg-type]
    for number, one in enumerate(asked):
        journeys.under_way = Journey(number, number, number, number)
        journeys.keep(1, one)
    assert [journeys.of(1, one) is not None for one in asked] == [False] * 5 + [True] * MOST
    assert journeys.of(1, asked[-1]) == Journey(MOST + 4, MOST + 4, MOST + 4, MOST + 4) and journeys.of(2, asked[-1]) is None
    journeys.forget(1)
    assert journeys.of(1, asked[-1]) is None
