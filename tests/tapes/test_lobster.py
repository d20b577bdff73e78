"""Three NASDAQ stocks on 21 June 2012, against the levels that were published after every message."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from core.domain.enums import Side
from core.domain.units import InstrumentId
from core.edge import lobster
from core.edge.recording import Recording
from core.machine.market.followed import FollowedBook
from core.machine.market.orders_feed import OrdersFeed
from core.machine.market.published import Published
from core.messages.feed import FeedAdded, FeedExecuted, FeedPhase, FeedTraded, OrderFeed

ONE = InstrumentId(1)
Row = tuple[OrderFeed, lobster.Levels, lobster.Levels]


def rows(shared: Path, symbol: str, depth: int) -> Iterator[Row]:
    """(message, bids after it, asks after it)"""
    path = shared / "data" / "l3_lobster_2012-06-21" / f"LOBSTER_SampleFile_{symbol}_2012-06-21_{depth}.zip"
    with Recording(path, "message") as messages, Recording(path, "orderbook") as books:
        for (_, message), (bids, asks) in zip(
            lobster.messages(messages, path.name, ONE), lobster.rows(books, path.name), strict=True
        ):
            yield message, bids, asks


def followed(rows: Iterator[Row], depth: int) -> tuple[FollowedBook, Published, int, int]:
    """The book, its comparison, and how many of how many references name an order never seen submitted."""
    feed, submitted, never, references = OrdersFeed(), set(), 0, 0
    book = feed.books[1] = FollowedBook()
    published = Published(book, depth)
    for message, bids, asks in rows:
        feed.on(message)
        published.compare(bids, asks)
        if isinstance(message, FeedAdded):
            submitted.add(message.order_id)
        elif not isinstance(message, FeedTraded | FeedPhase):
            references += 1
            never += message.order_id not in submitted  # type: ignore[union-attr]
    return book, published, never, references


@pytest.mark.parametrize(
    ("symbol", "depth", "compared", "adjusted", "never", "references"),
    [("GOOG", 10, 147_915, 6_280, 3_363, 72_745), ("AMZN", 5, 155_934, 12_052, 8_491, 76_109)],
)
def test_every_published_level_follows_from_the_one_before_and_the_message(
    shared: Path, symbol: str, depth: int, compared: int, adjusted: int, never: int, references: int
) -> None:
    book, published, unseen, named = followed(rows(shared, symbol, depth), depth)
    assert (published.rows, published.disagreeing) == (compared, 0)
    assert published.adjusted == adjusted
    assert (unseen, named) == (never, references)
    assert (book.duplicates, book.crossed, book.locked) == (0, 0, 0)
    # The very first message names an order of which nothing was published yet.
    assert book.unplaced == (1 if symbol == "GOOG" else 0)


@pytest.mark.parametrize("lost", [10, 500, 1_500])
def test_a_lost_message_is_noticed(shared: Path, lost: int) -> None:
    """Its row comes with the next message: what was published and what we made of it are not the same any more."""
    first = list(islice(rows(shared, "GOOG", 10), 2_000))
    lost = next(i for i in range(lost, 2_000) if not isinstance(first[i][0], FeedTraded))
    assert followed(iter(first), 10)[1].disagreeing == 0
    assert followed(iter(first[:lost] + first[lost + 1 :]), 10)[1].disagreeing > 0


def test_messages_alone_keep_the_best_prices_of_a_file_of_fifty_levels(shared: Path) -> None:
    """AAPL, the first hour. Only row 0's levels are taken over; of the rest nothing is corrected."""
    folder = shared / "data" / "l3_lobster_2012-06-21"
    name = "AAPL_2012-06-21_34200000_37800000_message_50.csv.xz"
    with Recording(folder / "AAPL_2012-06-21_34200000_37800000_orderbook_50_top1only.csv.xz") as file:
        tops = list(lobster.rows(file, "best levels"))
    with Recording(folder / "AAPL_2012-06-21_orderbook_50_first_rows.csv.xz") as file:
        deep = list(lobster.rows(file, "first rows"))
    feed, wrong, as_deep, places = OrdersFeed(), [], 0, Counter[str]()
    book = feed.books[1] = FollowedBook()
    with Recording(folder / name) as file:
        for row, (_, message) in enumerate(lobster.messages(file, name, ONE)):
            if isinstance(message, FeedExecuted):
                places[place(book, message.order_id)] += 1
            feed.on(message)
            if row == 0:
                Published(book, 50).compare(*deep[0])
                book.exact = False
            if (best(book, Side.BUY, 1), best(book, Side.SELL, 1)) != tops[row]:
                wrong.append(row)
            if row < len(deep):
                as_deep += (best(book, Side.BUY, 10), best(book, Side.SELL, 10)) == (deep[row][0][:10], deep[row][1][:10])
    assert len(tops) - len(wrong) == 91_907 and len(tops) == 91_997
    # Row 54,606: a bid at 584.21 had been deleted beyond the fifty levels, so its delete is not in the file.
    assert wrong[0] == 54_606 and len(wrong) == 90
    assert book.anonymous(Side.BUY, 5_842_100) is None and book.book.bids[5_842_100].qty == 100
    assert as_deep == len(deep) == 672
    assert (book.unknown, book.duplicates, book.oversize, book.differing) == (84, 0, 0, 0)
    # Price before time, always; time, but for 24 executions that history made with an order behind another one.
    assert places == {"first": 4_031, "behind": 24, "never seen": 12}


def place(book: FollowedBook, id: int) -> str:
    """Where an order stands that is executed."""
    order = book.book.orders.get(id)
    if order is None:
        return "never seen"
    level = book.book.best_bid() if order.side is Side.BUY else book.book.best_ask()
    assert level is not None
    if level.price != order.price:
        return "worse price"
    return "first" if level.first is order else "behind"


def best(book: FollowedBook, side: Side, count: int) -> lobster.Levels:
    """Best first. One level by the book's own heap, several by sorting."""
    levels = book.book.bids if side is Side.BUY else book.book.asks
    if count == 1:
        level = book.book.best_bid() if side is Side.BUY else book.book.best_ask()
        return ((level.price, level.qty),) if level is not None else ()  # type: ignore[return-value]
    prices = sorted(levels, reverse=side is Side.BUY)[:count]
    return tuple((price, levels[price].qty) for price in prices)  # type: ignore[misc]


def test_stamps_printed_from_doubles_are_rounded_to_the_nanosecond() -> None:
    assert lobster.message_of(b"43002.632812672004,3,134172772,100,2238700,-1", ONE)[0] == 43_002_632_812_672
    assert lobster.message_of(b"34200.0000000015,3,134172772,100,2238700,-1", ONE)[0] == 34_200_000_000_002
    assert lobster.message_of(b"34200,3,134172772,100,2238700,-1", ONE)[0] == 34_200_000_000_000


@pytest.mark.parametrize(("price", "quoting", "trading"), [(b"-1", False, False), (b"0", True, False), (b"1", True, True)])
def test_halts(price: bytes, quoting: bool, trading: bool) -> None:
    """None of the recordings has one; the words are of LOBSTER's ReadMe."""
    feed = OrdersFeed()
    _, message = lobster.message_of(b"36000.5,7,0,0," + price + b",-1", ONE)
    assert message == FeedPhase(ONE, quoting, trading)
    feed.on(message)
    assert (1 in feed.halted) is not trading


def test_sides_without_all_their_levels() -> None:
    bids, asks = lobster.row_of(b"5859400,200,5853300,18,9999999999,0,5853000,150")
    assert bids == ((5_853_300, 18), (5_853_000, 150))
    assert asks == ((5_859_400, 200),)
