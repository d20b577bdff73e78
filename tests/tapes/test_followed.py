"""The followed book by hand: what a feed may say, and what it should not say but does."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import Side
from core.domain.units import InstrumentId, Price, Qty
from core.machine.market.followed import FollowedBook
from core.machine.market.levels_feed import WAITING, LevelsFeed
from core.machine.market.orders_feed import OrdersFeed
from core.machine.market.published import Published
from core.machine.venue.book import Level
from core.messages.feed import (
    FeedAdded,
    FeedChanged,
    FeedCleared,
    FeedDeleted,
    FeedExecuted,
    FeedFilled,
    FeedLevels,
    FeedReduced,
    FeedSnapshot,
    FeedTraded,
)

BUY, SELL, ONE = Side.BUY, Side.SELL, InstrumentId(1)


def queue(level: Level | None) -> list[tuple[int, int]]:
    orders, order = [], level.first if level is not None else None
    while order is not None:
        orders.append((order.id, order.qty))
        order = order.after
    return orders


def after(*messages: Any) -> FollowedBook:
    feed = OrdersFeed()
    book = feed.books[1] = FollowedBook()
    for message in messages:
        feed.on(message)
    return book


def add(id: int, qty: int, price: int = 100, side: Side = BUY) -> FeedAdded:
    return FeedAdded(ONE, id, side, Price(price), Qty(qty))


THREE = (add(7, 10), add(8, 20), add(9, 30))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (FeedReduced(ONE, 7, Qty(4)), [(7, 6), (8, 20), (9, 30)]),
        (FeedReduced(ONE, 7, Qty(10)), [(8, 20), (9, 30)]),
        (FeedExecuted(ONE, 7, Qty(4)), [(7, 6), (8, 20), (9, 30)]),
        (FeedExecuted(ONE, 8, Qty(20)), [(7, 10), (9, 30)]),
        (FeedDeleted(ONE, 8, Qty(20)), [(7, 10), (9, 30)]),
        (FeedDeleted(ONE, 8), [(7, 10), (9, 30)]),
        (FeedChanged(ONE, 7, BUY, Price(100), Qty(4)), [(7, 4), (8, 20), (9, 30)]),
        (FeedChanged(ONE, 7, BUY, Price(100), Qty(11)), [(8, 20), (9, 30), (7, 11)]),
        (FeedChanged(ONE, 7, BUY, Price(101), Qty(10)), [(8, 20), (9, 30)]),
        (FeedChanged(ONE, 7, BUY, Price(100), Qty(0)), [(8, 20), (9, 30)]),
        (FeedFilled(ONE, 7, Price(100), Qty(10)), [(7, 10), (8, 20), (9, 30)]),
        (FeedTraded(ONE, Price(100), Qty(10)), [(7, 10), (8, 20), (9, 30)]),
        (FeedCleared(ONE), []),
    ],
)
def test_places_in_the_queue(message: Any, expected: list[tuple[int, int]]) -> None:
    book = after(*THREE, message)
    assert queue(book.level(BUY, 100)) == expected
    assert (book.unknown, book.oversize, book.differing, book.duplicates) == (0, 0, 0, 0)
    assert book.touched or type(message) in (FeedFilled, FeedTraded)


@pytest.mark.parametrize(
    ("message", "counted"),
    [
        (add(7, 5), "duplicates"),
        (FeedReduced(ONE, 7, Qty(11)), "oversize"),
        (FeedExecuted(ONE, 7, Qty(11)), "oversize"),
        (FeedDeleted(ONE, 7, Qty(9)), "differing"),
        (FeedReduced(ONE, 5, Qty(1), BUY, Price(100)), "unknown"),
        (FeedExecuted(ONE, 5, Qty(1)), "unknown"),
        (FeedDeleted(ONE, 5, Qty(1), BUY, Price(100)), "unknown"),
        (FeedChanged(ONE, 5, SELL, Price(105), Qty(1)), "unknown"),
        (FeedFilled(ONE, 5, Price(100), Qty(1)), "unknown"),
    ],
)
def test_what_cannot_be_is_counted_and_costs_no_other_order(message: Any, counted: str) -> None:
    book = after(*THREE, message)
    counts = {name: getattr(book, name) for name in ("unknown", "oversize", "differing", "duplicates")}
    assert counts == dict.fromkeys(counts, 0) | {counted: 1}
    assert {(8, 20), (9, 30)} <= set(queue(book.level(BUY, 100)))


def test_an_unknown_order_is_taken_from_the_nameless_lots_of_its_level() -> None:
    book = after(add(7, 10))
    book.set_level(BUY, 100, 25)
    nameless = book.anonymous(BUY, 100)
    assert nameless is not None and nameless.qty == 15
    book.delete(5, 6, BUY, 100)
    assert queue(book.level(BUY, 100)) == [(7, 10), (nameless.id, 9)] and (book.unknown, book.unplaced) == (1, 0)
    book.delete(6, 12, BUY, 100)
    assert queue(book.level(BUY, 100)) == [(7, 10)] and (book.unknown, book.unplaced) == (2, 1)
    assert book.anonymous(BUY, 100) is None


def test_levels_grow_by_nameless_lots_and_lose_them_first_then_the_newest() -> None:
    book = after(*THREE)
    assert (book.set_level(BUY, 100, 65), book.set_level(BUY, 100, 66), book.set_level(BUY, 100, 66)) == (5, 1, 0)
    assert book.level(BUY, 100).count == 4  # type: ignore[union-attr]
    assert book.set_level(BUY, 100, 45) == -21
    assert queue(book.level(BUY, 100)) == [(7, 10), (8, 20), (9, 15)]
    assert book.set_level(BUY, 100, 0) == -45 and book.level(BUY, 100) is None and not book.book.orders


def test_crossed_and_locked_are_counted_at_the_end_of_an_event_only() -> None:
    half = FeedAdded(ONE, 1, BUY, Price(103), Qty(1), last=False)
    book = after(add(2, 1, 102, SELL), half)
    assert (book.settled, book.crossed) == (0, 0)
    book = after(add(2, 1, 102, SELL), half, FeedDeleted(ONE, 1))
    assert (book.settled, book.crossed) == (0, 0)
    book = after(add(2, 1, 102, SELL), half, FeedTraded(ONE, Price(103), Qty(1)), add(3, 1, 90))
    assert (book.settled, book.crossed, book.locked) == (2, 2, 0)
    assert after(add(2, 1, 102, SELL), add(3, 1, 102)).locked == 1


# published levels ---------------------------------------------------------------------------------------------------


def test_what_comes_into_sight_is_set_and_what_was_in_sight_must_agree() -> None:
    feed = OrdersFeed()
    book = feed.books[1] = FollowedBook()
    published = Published(book, 2)
    feed.on(add(1, 5, 100))
    published.compare(((100, 5), (99, 3)), ())
    assert (published.rows, published.adjusted, published.revealed) == (0, 1, 1)
    feed.on(add(2, 4, 101))
    assert published.compare(((101, 4), (100, 5)), ()) and published.adjusted == 1
    # 99 comes back into sight, and 98 beside it, of which nothing was known.
    feed.on(FeedDeleted(ONE, 2, Qty(4), BUY, Price(101)))
    assert published.compare(((100, 5), (98, 7)), ()), "99 vanished out of sight: no fault of ours"
    assert (published.adjusted, published.cut) == (2, 1) and book.level(BUY, 99) is None
    # What was in sight has no excuse.
    feed.on(add(3, 1, 100))
    assert not published.compare(((100, 5), (98, 7)), ())
    feed.on(add(4, 1, 97))
    assert published.compare(((100, 5), (98, 7)), ()) and published.disagreeing == 1


def test_a_level_of_ours_that_nobody_published_is_a_fault_at_once() -> None:
    """It stands in sight, and neither stood there before nor came into sight."""
    feed = OrdersFeed()
    book = feed.books[1] = FollowedBook()
    published = Published(book, 2)
    published.compare(((100, 5), (98, 7)), ())
    feed.on(add(3, 1, 99))
    assert not published.compare(((100, 5), (98, 7)), ()) and book.level(BUY, 99) is None


@pytest.mark.parametrize("taken", [4, 13])
def test_where_the_total_is_known_a_delete_costs_its_level_what_it_says(taken: int) -> None:
    """Order 7 holds 10: with less taken off the rest stays without a name, with more somebody else is shortened."""
    book = after(*THREE)
    book.exact = True
    book.delete(7, taken, BUY, 100)
    level = book.level(BUY, 100)
    assert level is not None and level.qty == 60 - taken and 7 not in book.book.orders


# price levels -------------------------------------------------------------------------------------------------------


def update(first: int, last: int, *bids: tuple[int, int]) -> FeedLevels:
    return FeedLevels(ONE, first, last, bids, ())  # type: ignore[arg-type]


def snapshot(last: int, *bids: tuple[int, int]) -> FeedSnapshot:
    return FeedSnapshot(ONE, last, bids, ())  # type: ignore[arg-type]


def levels(feed: LevelsFeed) -> dict[int, int]:
    return {price: level.qty for price, level in feed.followed.book.bids.items()}


def test_a_snapshot_among_updates() -> None:
    feed = LevelsFeed()
    for message in (update(1, 3, (90, 1)), update(4, 6, (91, 2)), update(7, 8, (92, 3)), snapshot(5, (91, 9), (80, 1))):
        assert not feed.synced
        feed.on(message)
    assert feed.synced and feed.stale == 1 and feed.update == 8
    assert levels(feed) == {91: 2, 80: 1, 92: 3}
    feed.on(update(9, 9, (80, 0)))
    assert levels(feed) == {91: 2, 92: 3} and feed.gaps == 0


def test_a_gap_gives_the_book_up_until_the_next_snapshot() -> None:
    feed = LevelsFeed()
    for message in (snapshot(5, (91, 9)), update(6, 7), update(9, 10, (90, 1))):
        feed.on(message)
    assert (feed.gaps, feed.synced, levels(feed)) == (1, False, {})
    feed.on(snapshot(7, (91, 9)))
    assert not feed.synced and feed.unusable == 1, "between 7 and 9 there is something that nobody saw"
    feed.on(snapshot(8, (91, 9)))
    assert (feed.synced, feed.update, levels(feed)) == (True, 10, {91: 9, 90: 1})


def test_a_gap_right_after_a_snapshot_without_waiting_updates() -> None:
    feed = LevelsFeed()
    feed.on(snapshot(5, (91, 9)))
    feed.on(update(7, 8))
    assert (feed.gaps, feed.synced) == (1, False)


def test_updates_wait_in_bounds() -> None:
    feed, last = LevelsFeed(), WAITING + 2
    for number in range(1, last + 1):
        feed.on(update(number, number, (number, 1)))
    feed.on(snapshot(1))
    assert not feed.synced and feed.unusable == 1, "the two oldest updates are gone, and number 2 with them"
    feed.on(snapshot(2))
    assert feed.synced and list(levels(feed)) == list(range(3, last + 1))


# anything -----------------------------------------------------------------------------------------------------------

IDS, QTYS, PRICES = st.integers(1, 6), st.integers(0, 9), st.integers(98, 102)
SIDES = st.sampled_from([BUY, SELL])
ANYTHING = st.one_of(
    st.builds(FeedAdded, st.just(1), IDS, SIDES, PRICES, st.integers(1, 9), st.booleans()),
    st.builds(FeedReduced, st.just(1), IDS, st.integers(1, 9), st.none() | SIDES, PRICES, st.booleans()),
    st.builds(FeedExecuted, st.just(1), IDS, st.integers(1, 9), st.none() | SIDES, PRICES, st.booleans()),
    st.builds(FeedDeleted, st.just(1), IDS, QTYS, st.none() | SIDES, PRICES, st.booleans()),
    st.builds(FeedChanged, st.just(1), IDS, SIDES, PRICES, QTYS, st.booleans()),
    st.builds(FeedCleared, st.just(1), st.booleans()),
    st.tuples(SIDES, PRICES, QTYS),
)


@given(st.booleans(), st.lists(ANYTHING, max_size=60))
def test_whatever_a_feed_says_the_book_stays_whole(exact: bool, said: list[Any]) -> None:
    feed = OrdersFeed()
    book = feed.books[1] = FollowedBook()
    book.exact = exact
    for one in said:
        if isinstance(one, tuple):
            book.set_level(*one)
            level = book.level(one[0], one[1])
            assert (level.qty if level is not None else 0) == one[2]
        else:
            feed.on(one)
    standing: dict[int, int] = {}
    for side, levels in ((BUY, book.book.bids), (SELL, book.book.asks)):
        for price, level in levels.items():
            orders = queue(level)
            assert orders and all(qty > 0 for _, qty in orders)
            assert (level.qty, level.count, level.price) == (sum(qty for _, qty in orders), len(orders), price)
            nameless = [id for id, _ in orders if id < 0]
            known = book.anonymous(side, price)
            assert nameless == ([known.id] if known is not None else [])
            standing |= dict(orders)
    assert standing == {id: order.qty for id, order in book.book.orders.items()}
