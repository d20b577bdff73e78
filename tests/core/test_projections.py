"""Pictures say what the machine holds: folded from the real session with our orders in it, compared with the state itself."""

from array import array
from pathlib import Path

import pytest

from app.projections import Projections
from core.domain.enums import Mode, OrderState, Side, TimeInForce
from core.domain.fill_state import FillState
from core.domain.units import SECOND, InstrumentId, Price, Qty
from core.edge.tape_file import RecordedTrade, Tape
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import RULES, CancelOrder, EngageKill, PlaceOrder, ReleaseKill, SetLimits, StartRun
from core.messages.market_data import DepthChanged, InstrumentListed, TradePrinted
from core.messages.operations import BustTrade, CorrectTrade
from core.messages.reasons import Reason
from core.projections.bars import FIELDS, Bars
from core.projections.board import Board
from core.projections.chart_pictures import CandlesLook, CandlesPicture
from core.projections.health import DATA_LATE_MS, Latency
from core.projections.market import STALE_AFTER_NS
from core.projections.pictures import (
    DepthLook,
    FillRow,
    HealthPicture,
    LadderLook,
    LadderPicture,
    OrderRow,
    RowsLook,
    VersionLook,
)
from core.projections.session import UNMATCHED_LIMIT, Session
from core.projections.tape_pictures import TapeLook
from core.projections.ticket_pictures import TicketLook
from tests.sessions import BUNDLED, limit

LOT = 10**8
BID = 619_084


class Stage:
    """A bundled session through engine and projections, by hand: no threads, no journal."""

    def __init__(self, path: Path = BUNDLED) -> None:
        self.engine = Engine(State())
        self.session = Session("development", "durable")
        self.projections = Projections(self.session, self.engine)
        self.faults: list[str] = []
        self.board = self.projections.board(lambda name, error: self.faults.append(f"{name}: {error!r}"))
        self.seq = 0
        self.records = Tape(path).play()
        self.at = 0
        self.tell(StartRun("s", "", 0, 0, False, "", (), gate_rules=RULES))

    def tell(self, message: object) -> int:
        self.seq += 1
        events = self.engine.apply(self.seq, self.at, message)
        self.board.publish(Entry(self.seq, self.at, message, events, True, 0, 0))
        return self.seq

    def play(self, count: int) -> None:
        for _ in range(count):
            self.at, record = next(self.records)
            if isinstance(record, RecordedTrade):
                self.session.recorded(record.maker, record.taker, record.price, record.qty)
            else:
                self.tell(record)


def test_fills_that_the_exchange_undid_or_corrected_say_so_and_leave_the_chart() -> None:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    made.tell(limit("sweep", Side.BUY, BID + 100, LOT, TimeInForce.IOC))
    made.tell(limit("once more", Side.BUY, BID + 100, LOT, TimeInForce.IOC))
    fills, candles, orders = made.projections.fills, made.projections.candles, made.projections.orders
    before, chart = fills.picture(RowsLook()), candles.picture(CandlesLook(instrument=1))
    assert before is not None and chart is not None and len(before.rows) > 1 and len(chart.fills) == len(before.rows)
    first, second = before.rows[0], before.rows[1]
    look = CandlesLook(chart.version, chart.generation, 1, fills=len(chart.fills), amended=chart.amended)
    made.tell(BustTrade(InstrumentId(1), first.trade_id, "fat finger"))
    made.tell(CorrectTrade(InstrumentId(1), second.trade_id, Price(second.price - 5), Qty(second.qty - 1), "wrong price"))
    after = fills.picture(RowsLook(before.generation, before.cursor))
    assert after is not None and fills.picture(RowsLook(after.generation, after.cursor)) is None and not made.faults
    undone, now = after.rows
    assert (undone.number, undone.state, undone.qty, undone.why) == (first.number, FillState.BUSTED, first.qty, "fat finger")
    assert (now.number, now.state, now.qty, now.price) == (second.number, FillState.CORRECTED, second.qty - 1, second.price - 5)
    assert (now.was_qty, now.was_price, now.why) == (second.qty, second.price, "wrong price")
    told = candles.picture(look)
    assert told is not None and told.amended != look.amended
    assert told.fills == ((chart.fills[1][0], second.price - 5, Side.BUY, second.qty - 1), *chart.fills[2:])
    def row(fill: FillRow) -> OrderRow:
        return orders.rows[fill.order_id]

    swept, standing = row(first), before.rows[2:]
    assert first.order_id == second.order_id and swept.state is OrderState.FILLED
    assert (swept.undone, swept.filled) == (first.qty + 1, LOT - first.qty - 1)
    assert (swept.amended, swept.trade) == (FillState.CORRECTED, second.trade_id)
    assert swept.cost == now.qty * now.price + sum(one.qty * one.price for one in standing if one.order_id == first.order_id)
    made.tell(BustTrade(InstrumentId(1), second.trade_id, "twice"))
    assert (row(second).undone, row(second).amended) == (first.qty + second.qty, FillState.BUSTED)
    last, = fills.picture(RowsLook(after.generation, after.cursor)).rows  # type: ignore[union-attr]
    assert (last.state, last.qty, last.why) == (FillState.BUSTED, second.qty - 1, "twice")


@pytest.fixture(scope="module")
def stage() -> Stage:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    made.tell(limit("far", Side.BUY, BID - 5_000, LOT))
    made.tell(limit("near", Side.BUY, BID, LOT))
    made.tell(limit("sweep", Side.BUY, BID + 100, LOT, TimeInForce.IOC))
    made.tell(limit("too much", Side.BUY, BID, 11 * LOT, TimeInForce.IOC))
    made.play(12_000)
    return made


def test_depth_is_the_book(stage: Stage) -> None:
    book = stage.engine.state.venue.books[1]
    quote = stage.projections.market.quotes[1]
    assert quote.depth.bids == {price: level.qty for price, level in book.bids.items()}
    assert quote.depth.asks == {price: level.qty for price, level in book.asks.items()}
    assert quote.last == book.last and not stage.faults
    picture = stage.projections.depth.picture(DepthLook(levels=50))
    assert picture is not None
    assert picture.bids[0][0] == max(book.bids) and picture.asks[0][0] == min(book.asks) and len(picture.bids) == 50


def test_nothing_new_gives_no_picture(stage: Stage) -> None:
    looks = {
        "depth": DepthLook(), "ladder": LadderLook(low=BID - 100, high=BID + 100), "ticket": TicketLook(),
        "positions": VersionLook(), "kill": VersionLook(), "session": VersionLook(),
    }
    for name, look in looks.items():
        first = stage.board.pictures({name: (name, look)})[name]
        again = type(look)(**{field: getattr(look, field) for field in look.__struct_fields__} | {"version": first.version})
        assert stage.board.pictures({name: (name, again)}) == {}, name


@pytest.mark.parametrize("group", [1, 10, 100])
def test_ladder_rows_add_up_to_the_book(stage: Stage, group: int) -> None:
    low, high = (BID - 2_000) // group * group, (BID + 2_000) // group * group
    picture = stage.projections.ladder.picture(LadderLook(low=low, high=high, group=group))
    assert picture is not None
    book = stage.engine.state.venue.books[1]
    assert sum(picture.bids.values()) == sum(x.qty for p, x in book.bids.items() if low <= p <= high + group - 1)
    assert sum(picture.asks.values()) == sum(x.qty for p, x in book.asks.items() if low - group + 1 <= p <= high)
    assert all(row % group == 0 for row in [*picture.bids, *picture.asks, *picture.traded])
    far = next(order for order in picture.own if order.price == BID - 5_000)
    resting = book.orders[far.order_id]
    assert far.ahead == book.ahead(resting)


def test_the_ladder_hears_that_its_data_has_stopped_though_nothing_of_it_changes() -> None:
    made = Stage()
    market, health, fold = made.projections.market, made.projections.health, made.projections.market.folds
    for number in (1, 2):
        fold[InstrumentListed](0, InstrumentListed(number, f"I{number}", "SIM", "I", "USD", 2, 8, 1, 1))  # type: ignore[arg-type]
        fold[DepthChanged](SECOND, DepthChanged(number, Side.BUY, BID, LOT, 1))  # type: ignore[arg-type]

    def seen(version: int) -> LadderPicture | None:
        return made.projections.ladder.picture(LadderLook(version, instrument=1))

    def moves(at: int) -> None:
        fold[DepthChanged](at, DepthChanged(2, Side.BUY, BID, 2 * LOT, 1))  # type: ignore[arg-type]

    fresh = seen(-1)
    assert fresh is not None and not fresh.stale
    moves(SECOND + STALE_AFTER_NS)
    assert seen(fresh.version) is None
    moves(SECOND + STALE_AFTER_NS + 1)
    stopped = seen(fresh.version)
    assert stopped is not None and stopped.stale and seen(stopped.version) is None
    fold[DepthChanged](market.at, DepthChanged(1, Side.BUY, BID, 2 * LOT, 1))  # type: ignore[arg-type]
    back = seen(stopped.version)
    assert back is not None and not back.stale
    health.current = HealthPicture(1, *[0] * 14, data_age_ms=DATA_LATE_MS, compiled=False, faults=())
    late = seen(back.version)
    assert late is not None and late.stale


def test_the_ladder_is_told_what_was_refused_of_what_it_asked_for() -> None:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]

    def seen(**asked: object) -> LadderPicture:
        picture = made.projections.ladder.picture(LadderLook(**asked))  # type: ignore[arg-type]
        assert picture is not None
        return picture

    made.tell(limit("click", Side.BUY, BID, 11 * LOT))
    made.tell(limit("rests", Side.BUY, BID - 5_000, LOT))
    (no, yes) = seen(asked=3, sent=("click", "rests")).fates
    assert no.reason is Reason.MAX_ORDER_QTY and no.value == 11 * LOT and yes.state is OrderState.WORKING
    before = seen(sent=("other",))
    assert before.fates == () and before.refusals == 0
    order = made.projections.fates.ids["rests"]
    made.tell(CancelOrder(order))  # type: ignore[arg-type]
    assert seen(about=(order,)).refused == ()
    made.tell(CancelOrder(order))  # type: ignore[arg-type]
    after = made.projections.ladder.picture(LadderLook(before.version, about=(order,)))
    assert after is not None and [(one.request, one.reason) for one in after.refused] == [("cancel", Reason.ORDER_NOT_WORKING)]
    assert seen(about=(order,), since=1).refused == () and seen(about=(order + 1,)).refused == ()


def test_orders_and_fills_come_row_by_row(stage: Stage) -> None:
    orders, fills = stage.projections.orders, stage.projections.fills
    picture = orders.picture(RowsLook())
    assert picture is not None
    by_name = {row.client_order_id: row for row in picture.rows}
    assert by_name["far"].state is OrderState.WORKING
    assert by_name["sweep"].state is OrderState.FILLED and by_name["sweep"].filled == LOT
    assert by_name["too much"].reason is Reason.MAX_ORDER_QTY and by_name["too much"].key < 0
    assert by_name["too much"].time_in_force is TimeInForce.IOC, "a refusal does not say it: what was asked does"
    assert orders.picture(RowsLook(picture.generation, picture.cursor)) is None
    stage.tell(CancelOrder(by_name["far"].order_id))  # type: ignore[arg-type]
    changed = orders.picture(RowsLook(picture.generation, picture.cursor))
    assert changed is not None and [row.client_order_id for row in changed.rows] == ["far"]
    got = fills.picture(RowsLook())
    assert got is not None
    held = stage.engine.state.oms.positions[1, 1]
    assert sum(row.qty for row in got.rows if row.side is Side.BUY) == held.bought
    assert fills.picture(RowsLook(got.generation, got.cursor)) is None


def test_positions_are_the_machines(stage: Stage) -> None:
    picture = stage.projections.positions.picture(VersionLook())
    assert picture is not None
    held, mark = stage.engine.state.oms.positions[1, 1], stage.projections.market.quotes[1].mark
    (row,) = picture.rows
    assert (row.qty, row.cost, row.realised) == (held.qty, held.cost, held.realised)
    assert row.unrealised == held.unrealised(mark)
    ladder = stage.projections.ladder.picture(LadderLook())
    assert ladder is not None and ladder.mark == row.mark == mark and ladder.position * ladder.mark - ladder.cost == row.unrealised


def rows(packed: bytes) -> list[tuple[int, ...]]:
    cells = iter(array("q", packed))
    return list(zip(*[cells] * FIELDS, strict=True))


def test_candles_of_any_length_hold_every_lot(stage: Stage) -> None:
    quote = stage.projections.market.quotes[1]
    for interval in (SECOND, 5 * SECOND, 60 * SECOND):
        picture = stage.projections.candles.picture(CandlesLook(interval_ns=interval))
        assert picture is not None
        bars = rows(picture.candles)
        assert sum(bar[5] for bar in bars) == quote.volume
        assert max(bar[2] for bar in bars) == quote.high and min(bar[3] for bar in bars) == quote.low
        assert all(bar[0] % interval == 0 and bar[3] <= bar[1] <= bar[2] and bar[3] <= bar[4] <= bar[2] for bar in bars)
        assert [bar[0] for bar in bars] == sorted({bar[0] for bar in bars})
        known = len(bars)
        look = CandlesLook(picture.version, picture.generation, 1, interval, known, len(picture.fills))
        assert stage.projections.candles.picture(look) is None


def test_bars_drop_the_oldest_half_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.projections.bars.MAX_BARS", 10)
    bars = Bars(SECOND)
    for second in range(11):
        bars.trade(second * SECOND, 1, 1, 0)
    assert [bar[0] // SECOND for bar in rows(bars.rows())] == [5, 6, 7, 8, 9, 10] and bars.dropped == 5


def test_the_tape_gives_each_print_once(stage: Stage) -> None:
    tape = stage.projections.tape
    first = tape.picture(TapeLook())
    assert first is not None
    assert len(first.prints) + first.skipped == stage.projections.market.quotes[1].trades
    assert any(one.own for one in first.prints)
    assert tape.picture(TapeLook(first.generation, 1, first.cursor)) is None


def test_kill_picture_counts_what_it_hit_and_what_it_blocks() -> None:
    stage = Stage()
    stage.play(30)
    stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    stage.tell(limit("a", Side.BUY, BID - 100, LOT))
    stage.tell(limit("b", Side.BUY, BID - 200, 2 * LOT))
    before = stage.projections.kill.picture(VersionLook())
    assert before is not None and not before.engaged
    assert before.open_orders == 2 and [value for _, value in before.worth] == [LOT * (BID - 100) + 2 * LOT * (BID - 200)]
    stage.tell(EngageKill("me", 4))
    stage.tell(limit("c", Side.BUY, BID, LOT))
    after = stage.projections.kill.picture(VersionLook())
    assert after is not None
    assert (after.engaged, after.generation, after.orders_hit, after.cancelled, after.refused_since) == (True, 4, 2, 2, 1)
    assert after.open_orders == 0 and after.worth == after.held == ()
    stage.tell(ReleaseKill("me", 4))
    assert stage.session.mode is Mode.LIVE_SIM and not stage.session.kill_engaged


def test_an_armed_chart_hears_of_the_touch_and_every_chart_of_what_disarms_it() -> None:
    made = Stage()
    made.play(30)
    quote, candles = made.projections.market.quotes[1], made.projections.candles

    def seen(armed: bool, version: int = -1) -> CandlesPicture | None:
        return candles.picture(CandlesLook(version, candles.generation, 1, armed=armed))

    plain, armed, touch = seen(False), seen(True), (quote.depth.best_bid, quote.depth.best_ask)
    assert plain is not None and armed is not None and plain.version != armed.version and not plain.kill_engaged and not plain.stale
    assert seen(True, armed.version) is None
    made.projections.market.folds[DepthChanged](made.at, DepthChanged(1, Side.BUY, touch[0], 0, 0))  # type: ignore[arg-type]
    assert seen(False, plain.version) is None, "which costs a chart that is not armed nothing"
    moved = seen(True, armed.version)
    assert moved is not None and (moved.bid, moved.ask) == (quote.depth.best_bid, quote.depth.best_ask) != touch
    made.tell(EngageKill("me", 4))
    stopped = seen(False, plain.version)
    assert stopped is not None and stopped.kill_engaged and stopped.mode is Mode.LIVE_SIM
    made.projections.health.current = HealthPicture(1, *[0] * 14, data_age_ms=DATA_LATE_MS, compiled=False, faults=())
    late = seen(False, stopped.version)
    assert late is not None and late.stale


def test_a_projection_that_raises_is_off_and_the_others_go_on() -> None:
    class Faulty:
        folds = {PlaceOrder: lambda at, event: None}

        def picture(self, look: object) -> object:
            raise ZeroDivisionError("by design")

    told: list[str] = []
    good = Session("development", "durable")
    board = Board({"faulty": Faulty(), "session": good}, lambda name, error: told.append(name))
    looks = {"a": ("faulty", VersionLook()), "b": ("session", VersionLook())}
    assert set(board.pictures(looks)) == {"b"} and set(board.pictures(looks)) == {"b"}
    assert told == ["faulty"] and board.faults["faulty"].error == "ZeroDivisionError: by design"


def test_a_market_whose_trades_nobody_recorded_keeps_only_the_newest_to_compare() -> None:
    session = Session("development", "durable")
    on_trade, last = session.folds[TradePrinted], UNMATCHED_LIMIT + 1_000
    for number in range(last):
        on_trade(0, TradePrinted(1, 100, 1, Side.BUY, number, number + 1))
    assert session.trades == last and len(session._unmatched) == UNMATCHED_LIMIT
    for number in (last - UNMATCHED_LIMIT, last - 1, 0):
        session.recorded(number, number + 1, 100, 1)
    assert session.trades_matched == 2, "the one that was forgotten waits for its partner, the others found theirs"


def test_latency_percentiles_are_within_a_bucket() -> None:
    latency = Latency()
    for microseconds in range(1, 1001):
        latency.add_ns(microseconds * 1000)
    assert 500 <= latency.percentile_us(50) <= 640 and 990 <= latency.percentile_us(99) <= 1260
    assert Latency().percentile_us(99) == 0


@pytest.mark.parametrize("group", [1, 100])
def test_a_levels_orders_are_the_books_queue(stage: Stage, group: int) -> None:
    book = stage.engine.state.venue.books[1]
    price = max(book.bids) - 700
    stage.tell(limit(f"queued {group}", Side.BUY, price, LOT))
    stage.play(50)
    row = price // group * group
    picture = stage.projections.ladder.picture(LadderLook(low=row, high=row, group=group, queue_side=Side.BUY, queue_price=row))
    assert picture is not None and picture.queue is not None
    standing = []
    for level in (book.bids[price] for price in sorted(book.bids, reverse=True) if row <= price < row + group):
        order = level.first
        while order is not None:
            standing.append((level.price, order.qty, order.id > 0))
            order = order.after
    given = [(one.price, one.qty, one.own) for one in picture.queue.orders]
    assert given == standing[:200] and picture.queue.more == len(standing) - len(given)
    assert sum(qty for _, qty, _ in standing) == picture.bids[row]
    ours = sorted((o.price, o.leaves, o.ahead) for o in picture.own if o.side is Side.BUY and row <= o.price < row + group)
    told = sorted(
        (price, qty, sum(lots for at, lots, _ in given[:index] if at == price)) for index, (price, qty, own) in enumerate(given) if own
    )
    assert told == ours
    assert any(own for _, _, own in given)
    empty = stage.projections.ladder.picture(LadderLook(low=row, high=row, group=1, queue_side=Side.SELL, queue_price=1))
    assert empty is not None and empty.queue is None
