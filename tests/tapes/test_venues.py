"""CME, BATS and Bitstamp, order by order; Binance, level by level: followed to the end, with the figures known of each."""

from bisect import bisect_right
from collections import Counter
from pathlib import Path

from core.domain.units import InstrumentId
from core.edge import bats_pitch, bitstamp, dbn_mbo
from core.edge.binance_depth import BinanceLines
from core.edge.recording import Recording
from core.machine.market.levels_feed import LevelsFeed
from core.machine.market.orders_feed import OrdersFeed
from core.messages.feed import FeedAdded, FeedCleared, FeedLevels, FeedSnapshot, FeedTop

ONE = InstrumentId(1)


def test_cme_market_by_order(shared: Path) -> None:
    path = next((shared / "data" / "l3_cme_mbo_2024-05-08").glob("orderbooks_mbo_*.dbn.zst"))
    feed, count, opened = OrdersFeed(), 0, 0
    with Recording(path) as file:
        for _, message in dbn_mbo.messages(file, path.name, 2):
            book = feed.on(message)
            count += 1
            assert book is not None
            if message.last and not opened:
                # The snapshot is one event. What comes after it are the 184.
                opened = count
                assert len(book.book.orders) == 13_600 and book.settled == 1
    assert (count, opened, len(feed.books)) == (13_796, 13_601, 1)
    (book,) = feed.books.values()
    assert (book.unknown, book.duplicates, book.oversize, book.differing) == (0, 0, 0, 0)
    assert (book.settled - 1, book.crossed, book.locked) == (184, 0, 0)
    bid, ask = book.book.best_bid(), book.book.best_ask()
    assert bid is not None and ask is not None
    assert (len(book.book.orders), len(book.book.bids), len(book.book.asks)) == (13_598, 976, 571)
    assert (bid.price, bid.qty, ask.price, ask.qty) == (5214_00, 28, 5214_25, 17)
    assert (feed.prints, book.last) == (5, 5214_25)


def test_cme_looks_crossed_to_nobody_who_waits_for_the_end_of_an_event(shared: Path) -> None:
    """The first record clears the book, and says that its event is not complete."""
    path = next((shared / "data" / "l3_cme_mbo_2024-05-08").glob("orderbooks_mbo_*.dbn.zst"))
    with Recording(path) as file:
        _, first = next(dbn_mbo.messages(file, path.name, 2))
    assert isinstance(first, FeedCleared) and not first.last


def test_bats_pitch(shared: Path) -> None:
    symbols: bats_pitch.Symbols = {}
    feed, kinds, added = OrdersFeed(by_order=True), Counter[str](), set()
    with Recording(shared / "data" / "l3_bats_pitch_2008" / "pitch_example_data.txt.xz") as file:
        for _, message in bats_pitch.messages(file, "pitch", symbols):
            feed.on(message)
            kinds[type(message).__name__] += 1
            if isinstance(message, FeedAdded):
                added.add(message.instrument)
    assert kinds == {"FeedAdded": 10_361, "FeedReduced": 9_592, "FeedTraded": 27, "FeedExecuted": 20}
    # Two symbols more only trade against hidden orders.
    assert (len(added), len(symbols)) == (286, 288)
    books = feed.books.values()
    assert feed.lost == sum(book.unknown + book.duplicates + book.oversize for book in books) == 0
    assert sum(book.settled for book in books) == 14_361
    assert sum(book.crossed + book.locked for book in books) == 0
    assert feed.prints == 47


def test_bats_pitch_forgets_the_way_to_orders_that_are_gone() -> None:
    symbols: bats_pitch.Symbols = {}
    feed = OrdersFeed(by_order=True)
    for line in (
        b"28800011AAK27GA0000DTS000100SH    0000619200Y", b"28800012XAK27GA0000DT000040", b"28800013EAK27GA0000DT00006000001AQ00001",
        b"28800014XAK27GA0000DT000060",
    ):
        feed.on(bats_pitch.message_of(line, symbols)[1])
    assert (feed.lost, feed.books[symbols["SH"]].unknown, feed.books[symbols["SH"]].last) == (1, 0, 619_200)


def test_bitstamp_is_followed_whatever_it_says(shared: Path) -> None:
    feed, count = OrdersFeed(), 0
    with Recording(shared / "data" / "l3_bitstamp_2015-05-01" / "orders.csv.xz") as file:
        for _, message in bitstamp.messages(file, "orders.csv", ONE):
            book = feed.on(message)
            count += 1
    assert book is not None
    assert (count, book.unknown, book.duplicates, len(book.book.orders)) == (50_414, 209, 0, 185)
    # 18,863 of them by one order, which the feed changes right after it deleted it, and never mentions again.
    assert book.book.orders[65_610_664].price == 238_99
    assert (book.settled, book.crossed, book.locked) == (50_205, 19_633, 147)
    assert 100 * (book.crossed + book.locked) // count == 39


def test_binance_levels_and_best_prices(shared: Path) -> None:
    """The best prices are another stream: the book must have those told last before its own update number."""
    feed, count, levels, after = LevelsFeed(), 0, 0, []
    tops: list[FeedTop] = []
    with Recording(shared / "data" / "l2_binance_2024-08-08" / "spot_btcusdt_20240808.gz") as file:
        for _, message in BinanceLines(ONE, "BTCUSDT", 2, 8).messages(file, "spot_btcusdt"):
            feed.on(message)
            count += 1
            levels += isinstance(message, FeedLevels)
            if isinstance(message, FeedTop):
                tops.append(message)
            elif isinstance(message, FeedLevels | FeedSnapshot) and feed.synced:
                bid, ask = feed.followed.book.best_bid(), feed.followed.book.best_ask()
                assert bid is not None and ask is not None
                after.append((feed.update, (bid.price, bid.qty, ask.price, ask.qty)))
    assert (count, levels, feed.prints) == (41_249, 3_451, 9_757)
    assert (feed.gaps, feed.unusable, feed.synced) == (0, 0, True)
    # Three updates came before the snapshot; it already had two of them.
    assert feed.stale == 2 and len(after) == 3_449
    updates = [top.update for top in tops]
    told = [tops[bisect_right(updates, update) - 1] for update, _ in after]
    assert [best for _, best in after] == [(top.bid, top.bid_qty, top.ask, top.ask_qty) for top in told]
    assert (feed.followed.crossed, feed.followed.locked) == (0, 0)


def test_binance_a_missing_line_is_a_gap(shared: Path) -> None:
    feed, levels = LevelsFeed(), 0
    with Recording(shared / "data" / "l2_binance_2024-08-08" / "spot_btcusdt_20240808.gz") as file:
        for _, message in BinanceLines(ONE, "BTCUSDT", 2, 8).messages(file, "spot_btcusdt"):
            levels += isinstance(message, FeedLevels)
            if not (levels == 100 and isinstance(message, FeedLevels)):
                feed.on(message)
            if levels == 200:
                break
    assert (feed.gaps, feed.synced, len(feed.followed.book.orders)) == (1, False, 0)
