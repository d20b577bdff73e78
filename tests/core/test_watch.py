"""The watchlist's projection: what is in sight and nothing else, as the market and our positions are."""

from core.domain.enums import Side, TimeInForce
from core.domain.units import SECOND
from core.messages.commands import SetLimits
from core.messages.flow import ListInstrument
from core.messages.market_data import TradePrinted
from core.projections.health import DATA_LATE_MS
from core.projections.market import TRAIL, TRAIL_NS, Market
from core.projections.pictures import HealthPicture
from core.projections.watch_pictures import WatchLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

AT = 1_531_514_835 * SECOND


def listing(number: int) -> ListInstrument:
    return ListInstrument(number, f"C{number}-USD", "COINBASE", f"C{number}", "USD", 2, 8, 1, 1)  # type: ignore[arg-type]


def test_rows_are_the_markets_and_our_positions() -> None:
    stage = Stage()
    stage.play(30)
    stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    stage.tell(limit("sweep", Side.BUY, BID + 100, LOT, TimeInForce.IOC))
    stage.play(3000)
    picture = stage.projections.watch.picture(WatchLook(wanted=(1,)))
    assert picture is not None and picture.listed is not None
    quote = stage.projections.market.quotes[1]
    (row,) = picture.rows
    book = stage.engine.state.venue.books[1]
    assert (row.bid, row.ask, row.last) == (max(book.bids), min(book.asks), book.last)
    assert row.bid_qty == book.bids[row.bid].qty and row.ask_qty == book.asks[row.ask].qty
    assert row.position == stage.engine.state.oms.positions[1, 1].qty == LOT
    assert row.volume == quote.volume and row.low <= row.last <= row.high and row.at == picture.newest_at == quote.at
    assert not stage.faults


def test_only_what_is_in_sight_is_read_and_names_come_once() -> None:
    stage = Stage()
    for number in range(1, 51):
        stage.tell(listing(number))
    watch = stage.projections.watch
    first = watch.picture(WatchLook())
    assert first is not None and first.rows == () and first.listed is not None
    assert [one.symbol for one in first.listed] == [f"C{number}-USD" for number in range(1, 51)]
    assert watch.picture(WatchLook(first.version, first.listing, (7, 3))) is None
    seen = watch.picture(WatchLook(-1, first.listing, (7, 3, 99)))
    assert seen is not None and seen.listed is None and [row.instrument.id for row in seen.rows] == [7, 3]
    stage.tell(listing(51))
    more = watch.picture(WatchLook(first.version, first.listing, (7,)))
    assert more is not None and more.listed is not None and len(more.listed) == 51


def test_the_trail_has_a_point_every_few_seconds_however_fast_it_trades() -> None:
    market = Market()
    stage = Stage()
    stage.tell(listing(1))
    market.quotes = stage.projections.market.quotes
    trade = market.folds[TradePrinted]
    quote = market.quotes[1]
    for number in range(100 * TRAIL):
        trade(AT + number * TRAIL_NS // 10, TradePrinted(1, 600_000 + number, 1, Side.BUY, -1, -2))  # type: ignore[arg-type]
    assert len(quote.trail) == TRAIL and quote.trail[-1] == quote.last
    assert [later - earlier for earlier, later in zip(quote.trail, list(quote.trail)[1:], strict=False)] == [10] * (TRAIL - 1)


def behind(stage: Stage, age_ms: int) -> None:
    """What is measured of the data's age once a second."""
    stage.projections.health.current = HealthPicture(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, age_ms, True, ())


def test_rows_grow_older_with_session_time_and_with_what_all_data_is_behind() -> None:
    stage = Stage()
    stage.play(300)
    watch, session = stage.projections.watch, stage.session
    session.at = newest = stage.projections.market.at
    first = watch.picture(WatchLook(wanted=(1,)))
    assert first is not None and (first.due_at, first.late) == (newest, False)
    assert watch.picture(WatchLook(first.version, first.listing, (1,))) is None
    session.at += 3 * SECOND
    quiet = watch.picture(WatchLook(first.version, first.listing, (1,)))
    assert quiet is not None and quiet.due_at - quiet.rows[0].at == 3 * SECOND and quiet.newest_at == newest and not quiet.late
    behind(stage, DATA_LATE_MS)
    late = watch.picture(WatchLook(quiet.version, quiet.listing, (1,)))
    assert late is not None and late.late and late.due_at - late.rows[0].at == 3 * SECOND + DATA_LATE_MS * SECOND // 1000
    session.speed_milli = 10_000
    faster = watch.picture(WatchLook(late.version, late.listing, (1,)))
    assert faster is not None and faster.due_at - newest == 3 * SECOND + 10 * DATA_LATE_MS * SECOND // 1000, "of session time"
    behind(stage, 0)
    assert watch.picture(WatchLook(quiet.version, quiet.listing, (1,))) is None, "as it was: it catches up"
