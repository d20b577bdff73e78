"""The recordings as orders, cancels and amendments into our own matching engine: it never crosses its book, answers every
message, and where nothing was hidden from the feed it trades with whom history traded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.units import InstrumentId
from core.edge import bats_pitch, bitstamp, dbn_mbo, lobster
from core.edge.recording import Recording
from core.machine.market.published import Published
from core.machine.venue.book import Book
from tests.tapes.order_driven import FillsApart, OrderDriven

ONE = InstrumentId(1)


def nasdaq(shared: Path, file: str) -> Iterator[Any]:
    with Recording(shared / "data" / "l3_lobster_2012-06-21" / file, "message") as lines:
        for _, message in lobster.messages(lines, file, ONE):
            yield message


def test_apple_for_an_hour(shared: Path) -> None:
    """Nameless lots of the first row's levels stand for the orders of before the open. Where the engine trades with somebody
    else (history itself passes over the first in the queue 24 times), the books differ until those orders are gone."""
    run = OrderDriven()
    with Recording(shared / "data" / "l3_lobster_2012-06-21" / "AAPL_2012-06-21_orderbook_50_first_rows.csv.xz") as file:
        levels = next(lobster.rows(file, "first rows"))
    for number, message in enumerate(nasdaq(shared, "AAPL_2012-06-21_34200000_37800000_message_50.csv.xz")):
        run.on(message)
        if number == 0:
            book = run.history.books[1]
            Published(book, 50).compare(*levels)
            book.exact = False
            run.seed(1)
    assert (run.steps, run.crossed) == (91_996, 0)
    assert run.refused == {"CANCEL_UNKNOWN": 49, "CANCEL_SIZE_DIFFERS": 5}
    assert (run.as_recorded, run.prints) == (3_989, 4_067)
    assert (run.same_top, run.compared) == (89_976, 91_997)


@pytest.mark.parametrize(
    ("file", "prints", "refused"),
    [
        ("LOBSTER_SampleFile_GOOG_2012-06-21_10.zip", 7_765, {"CANCEL_UNKNOWN": 4_318, "CANCEL_SIZE_DIFFERS": 203}),
        ("LOBSTER_SampleFile_AMZN_2012-06-21_5.zip", 8_974, {"CANCEL_UNKNOWN": 11_820, "CANCEL_SIZE_DIFFERS": 482, "UNKNOWN_ORDER": 13}),
    ],
)
def test_a_day_of_which_most_is_out_of_sight(shared: Path, file: str, prints: int, refused: dict[str, int]) -> None:
    """A file of few levels played alone is wrong nearly everywhere, and must do no harm."""
    run, messages = OrderDriven(), 0
    for message in nasdaq(shared, file):
        run.on(message)
        messages += 1
    assert run.crossed == 0 and run.steps > messages * 99 // 100
    assert run.prints == prints and run.refused == refused


def test_cme(shared: Path) -> None:
    """One lot differs: an order is cancelled in the event of a trade that it stood before, and told after it."""
    path = next((shared / "data" / "l3_cme_mbo_2024-05-08").glob("orderbooks_mbo_*.dbn.zst"))
    run = FillsApart()
    with Recording(path) as file:
        for _, message in dbn_mbo.messages(file, path.name, 2):
            run.on(message)
    (instrument,) = run.history.books
    ours, theirs = levels_of(run.book(instrument)), levels_of(run.history.books[instrument].book)
    assert (run.steps, run.crossed, run.refused) == (185, 0, {"CANCEL_UNKNOWN": 1})
    assert (run.trades, run.as_recorded, run.prints) == (5, 4, 5)
    assert {price: (ours.get(price), theirs.get(price)) for price in ours | theirs if ours.get(price) != theirs.get(price)} == {
        5214_25: ((18, 11), (17, 11))
    }


def test_bats_to_the_last_order_of_288_books(shared: Path) -> None:
    run = OrderDriven(by_order=True)
    with Recording(shared / "data" / "l3_bats_pitch_2008" / "pitch_example_data.txt.xz") as file:
        for _, message in bats_pitch.messages(file, "pitch", {}):
            run.on(message)
    assert (run.refused, run.crossed) == ({}, 0)
    assert (run.as_recorded, run.prints, run.trades) == (20, 20, 20)
    assert run.same_top == run.compared == 20_000
    for instrument, followed in run.history.books.items():
        assert levels_of(run.book(instrument)) == levels_of(followed.book)
        assert run.book(instrument).orders.keys() == {-id for id in followed.book.orders}


def test_bitstamp_cannot_cross_an_engine(shared: Path) -> None:
    """History's book is crossed at 39 of 100 events; the engine trades instead, and then misses what it traded away."""
    run = OrderDriven()
    with Recording(shared / "data" / "l3_bitstamp_2015-05-01" / "orders.csv.xz") as file:
        for _, message in bitstamp.messages(file, "orders.csv", ONE):
            run.on(message)
    assert run.crossed == 0 and run.steps == 50_405
    assert run.history.books[1].crossed == 19_633
    assert run.refused == {"CANCEL_UNKNOWN": 766, "UNKNOWN_ORDER": 136}


def levels_of(book: Book) -> dict[int, tuple[int, int]]:
    return {price: (level.qty, level.count) for levels in (book.bids, book.asks) for price, level in levels.items()}
