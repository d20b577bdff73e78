"""One instrument's market: everything it holds, and the smallest things that can happen to it, each told on the feeds.

Deliberately absent: every decision. Who trades with whom is matching's, when is phases', what may come in is checks'.
In what is told often numbers go as they are: in plain Python naming a number's type (Price(...), Qty(...)) is a call.
Invariants: `orders` of the book holds exactly the live orders; an order with where == DARK is in a hidden list, HELD in `held`,
WAITS_FOR_TRIGGER in `stops`, else in a displayed queue. `plain`: the next order needs nothing but matching.sweep.
"""

from collections import deque
from typing import Final

from core.domain.enums import CancelReason, Phase, Request, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.machine.timers import Timers
from core.machine.venue.bands import Bands
from core.machine.venue.book import Book, Level, Resting
from core.machine.venue.chance import Chance
from core.machine.venue.output import Output
from core.machine.venue.parties import OURS, SILENT, Parties, Party
from core.machine.venue.rules import Rules
from core.machine.venue.special import DARK, HELD, LIT, WAITS_FOR_TRIGGER, Special
from core.machine.venue.stops import Stops
from core.messages.market_data import (
    DepthChanged,
    OrderAdded,
    OrderReduced,
    OrderRemoved,
    TradePrinted,
)
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Cancelled, Held, Rejected, Report
from core.messages.terms import LEVELS, ORDERS, STATISTICS, TOP, MarketRules

BUY: Final = Side.BUY
SELL: Final = Side.SELL
CONTINUOUS: Final = Phase.CONTINUOUS
KEPT_TRADES: Final = 4096
"""Trades that can still be busted or corrected. Chosen: minutes of a busy market, half a megabyte."""
Kept = tuple[TradePrinted, Party, Party, int, int]
"""A trade that can still be amended: maker's and taker's party and fee."""


class Market:
    """since, ends_at: of the phase, 0: from the start, and no end. path: trade prices since stops last looked.
    best_was: best bid and offer when pegs
    were last priced. busy: something must be looked at after each step. funded: money bounds the order that comes in, funds: how
    much is left. tripped: it met the velocity's bound. struck: sessions whose quote protection has to act. told_...: as last
    published. markets: every one of the exchange. tells: the book's own feeds are on. units: lot and tick are 1. kept: see
    `kept_trades`."""

    __slots__ = (
        "amended",
        "bands",
        "best_was",
        "book",
        "busy",
        "chance",
        "depth_seq",
        "dirty",
        "ends_at",
        "extended",
        "feeds",
        "first",
        "frozen",
        "funded",
        "funds",
        "furthest_other",
        "furthest_ours",
        "held",
        "high",
        "id",
        "indicative",
        "indicative_at",
        "indicative_due",
        "instrument",
        "kept",
        "limit_since",
        "low",
        "mark",
        "markets",
        "order_seq",
        "out",
        "parties",
        "path",
        "pegs",
        "phase",
        "plain",
        "rank",
        "reference",
        "rules",
        "schedule",
        "short",
        "since",
        "statistics_seq",
        "status_seq",
        "stops",
        "struck",
        "tells",
        "timers",
        "told_best",
        "told_trades",
        "top_seq",
        "trade_id",
        "trades",
        "tripped",
        "turnover",
        "units",
        "volume",
    )

    def __init__(
        self, id: int, instrument: Instrument, rules: Rules, out: Output, parties: Parties, timers: Timers, markets: "dict[int, Market]"
    ) -> None:
        self.id = InstrumentId(id)
        self.instrument = instrument
        self.rules = rules
        self.out = out
        self.parties = parties
        self.timers = timers
        self.markets = markets
        self.book = Book()
        self.stops = Stops()
        self.held: dict[int, Resting] = {}
        self.pegs: dict[int, Resting] = {}
        self.bands = Bands()
        self.chance = Chance(rules.given.seed)
        self.phase: Phase = CONTINUOUS
        self.ends_at: int = 0
        self.since: int = 0
        self.extended: bool = False
        self.schedule: list[tuple[int, Phase]] = []
        self.reference: int = 0
        self.mark: int = 0
        self.rank: int = 0
        self.furthest_ours: int = 0
        self.furthest_other: int = 0
        self.limit_since: int = 0
        self.indicative: tuple[int, int, int] = (0, 0, 0)
        self.indicative_at: int = 0
        self.indicative_due: int = 0
        self.path: list[int] = []
        self.best_was: tuple[int, int] = (0, 0)
        self.struck: list[Party] = []
        self.tripped: bool = False
        self.funded: bool = False
        self.funds: int = 0
        self._count()
        self.feeds: int = rules.feeds
        self.plain: bool = True
        self.short: bool = True
        self.units: bool = True
        self.tells: bool = True
        self.busy: bool = False
        self.refresh()

    def _count(self) -> None:
        """The day's statistics and the feeds' numbers, from nothing."""
        self.first: int = 0
        self.high: int = 0
        self.low: int = 0
        self.volume: int = 0
        self.turnover: int = 0
        self.trades: int = 0
        self.trade_id: int = 0
        self.depth_seq: int = 0
        self.order_seq: int = 0
        self.top_seq: int = 0
        self.status_seq: int = 0
        self.statistics_seq: int = 0
        self.told_best: tuple[int, int, int, int] = (0, 0, 0, 0)
        self.told_trades: int = 0
        self.kept: deque[Kept | TradePrinted] = deque(maxlen=KEPT_TRADES)
        self.amended: dict[int, tuple[int, int, int, int]] = {}
        self.dirty: dict[int, bool] = {}

    def refresh(self) -> None:
        """After anything that decides which path an order takes: the short one, or the one with everything."""
        rules, book = self.rules, self.book
        self.feeds = rules.feeds
        quiet = not book.hidden_bids.rows and not book.hidden_asks.rows
        simple = rules.fifo and not (rules.velocity or rules.dynamic_bp or rules.static_bp or rules.has_fees or rules.feeds & ORDERS)
        self.plain = simple and quiet and self.phase is CONTINUOUS
        self.short = self.plain and not rules.closer
        self.units = rules.lot == 1 and rules.tick == 1
        self.tells = rules.feeds & (LEVELS | ORDERS) != 0
        self.frozen = self.phase in rules.no_cancel
        self.busy = bool(
            self.pegs or self.stops.count or book.hidden_bids.floors or book.hidden_asks.floors or rules.dynamic_bp
            or self.phase is not CONTINUOUS or rules.feeds & (TOP | STATISTICS) or self.held or self.struck
        )

    def set_rules(self, given: MarketRules) -> None:
        seed_was = self.rules.given.seed
        self.rules = Rules(given, self.instrument)
        if given.seed != seed_was:
            self.chance = Chance(given.seed)
        self.refresh()

    def kept_trades(self) -> list[Kept]:
        """The last ones. Most are nobody's with nobody, without a fee: of those only the trade itself is kept."""
        nobody = self.parties.nobody
        return [one if isinstance(one, tuple) else (one, nobody, nobody, 0, 0) for one in self.kept]

    def next_rank(self) -> int:
        self.rank += 1
        return self.rank

    def best(self) -> tuple[int, int]:
        """Best displayed bid and offer; 0 for none."""
        bid, ask = self.book.best_bid(), self.book.best_ask()
        return (0 if bid is None else bid.price, 0 if ask is None else ask.price)

    # reports --------------------------------------------------------------------------------------------------------

    def tell(self, party: Party, report: Report) -> None:
        reports = party.reports
        if reports == OURS:
            self.out.reports.append(report)
        elif reports != SILENT:
            self.out.events.append(report)

    def reject(self, id: int, party: Party, request: Request, reason: Rejection) -> None:
        """Told to everybody who asked in vain, silent or not."""
        report = Rejected(OrderId(id), "", request, reason)
        if party.reports == OURS:
            self.out.reports.append(report)
        else:
            self.out.events.append(report)

    # the displayed book ---------------------------------------------------------------------------------------------

    def depth(self, side: Side, level: Level) -> None:
        if self.feeds & LEVELS:
            self.depth_seq += 1
            self.out.events.append(DepthChanged(self.id, side, level.price, level.qty, level.count, self.depth_seq))  # type: ignore[arg-type]

    def show(self, order: Resting) -> Level:
        """Into the displayed queue, at the back."""
        level = self.book.append(order)
        self.book.offer(order)
        if self.feeds & ORDERS:
            self.order_seq += 1
            self.out.events.append(
                OrderAdded(self.id, order.id, order.side, order.price, order.qty, self.order_seq)  # type: ignore[arg-type]
            )
        return level

    def unshow(self, order: Resting) -> Level:
        """Out of the displayed queue; the order lives on, or not."""
        level = self.book.unlink(order)
        order.level = None
        if self.feeds & ORDERS:
            self.tell_removed(order)
        return level

    def tell_removed(self, order: Resting) -> None:
        self.order_seq += 1
        self.out.events.append(OrderRemoved(self.id, order.id, self.order_seq))  # type: ignore[arg-type]

    def lower(self, order: Resting, qty: int) -> None:
        """A displayed order's displayed quantity, to qty (> 0); it keeps its place."""
        self.book.reduce(order, qty)
        if self.feeds & ORDERS:
            self.order_seq += 1
            self.out.events.append(OrderReduced(self.id, order.id, qty, self.order_seq))  # type: ignore[arg-type]

    def soil(self, order: Resting) -> None:
        """Remembers that the order's level changed; `clean` tells it, once and as it stands then."""
        self.dirty[order.price << 1 | (0 if order.side is BUY else 1)] = True

    def clean(self) -> None:
        if not self.dirty:
            return
        for key in self.dirty:
            price = key >> 1
            side = SELL if key & 1 else BUY
            level = (self.book.asks if key & 1 else self.book.bids).get(price)
            self.depth(side, Level(price) if level is None else level)
        self.dirty.clear()

    def slice_off(self, order: Resting, special: Special) -> None:
        """An iceberg's next slice out of its reserve (> 0)."""
        peak = special.peak
        if special.spread:
            lot = self.rules.lot
            peak = peak - special.spread + lot * self.chance.draw(2 * special.spread // lot)
        qty = peak if peak < special.reserve else special.reserve
        special.reserve -= qty
        order.qty = qty

    def next_slice(self, order: Resting, special: Special) -> None:
        """A refill: it takes a new rank; where it goes is the caller's."""
        self.slice_off(order, special)
        order.rank = self.next_rank()

    # an order's life ------------------------------------------------------------------------------------------------

    def rest(self, order: Resting, left: int) -> None:
        """The rest of an incoming limit order goes to its place in the book. order.rank is set."""
        special = order.special
        order.qty = left
        book = self.book
        book.orders[order.id] = order
        if special is None:
            self._rest_displayed(order)
            return
        special.reserve = 0
        if special.is_dark():
            special.where = DARK
            book.hide(order)
            self.tell(order.party, Accepted(OrderId(order.id), Qty(left), Qty(0), Price(order.price)))
            self.refresh()
            return
        special.where = LIT
        if special.sliced:
            special.reserve = left
            self.slice_off(order, special)
        self._rest_displayed(order)

    def _rest_displayed(self, order: Resting) -> None:
        level = self.show(order)
        self.depth(order.side, level)
        self.accepted(order, level)

    def accepted(self, order: Resting, level: Level) -> None:
        """Of an order that just went to the back of a displayed level."""
        self.tell(order.party, Accepted(order.id, order.open(), level.qty - order.qty, order.price))  # type: ignore[arg-type]

    def hold(self, order: Resting, where: int) -> None:
        """Outside the book: until its auction, or until a peg has something to follow."""
        special = order.special
        assert special is not None
        special.where = where
        self.book.orders[order.id] = order
        self.held[order.id] = order
        self.tell(order.party, Held(OrderId(order.id), Qty(order.qty), Price(special.trigger)))
        self.busy = True

    def take_out(self, order: Resting) -> None:
        """Out of wherever it stands; its level is told when the step's trades are."""
        special = order.special
        del self.book.orders[order.id]
        if special is None or special.where == LIT:
            self.unshow(order)
            self.soil(order)
            return
        if special.where == DARK:
            self.book.hidden(order.side).remove(order)
        elif special.where == WAITS_FOR_TRIGGER:
            self.stops.remove(order)
        else:
            assert special.where == HELD
            del self.held[order.id]
        self.pegs.pop(order.id, None)
        self.refresh()

    def take_from(self, order: Resting, off: int) -> None:
        """Lowers what a displayed order has open by off lots, fewer than all: an iceberg that has its slice used up shows the
        next one at the back of its level."""
        self.soil(order)
        if off < order.qty:
            self.lower(order, order.qty - off)
            return
        special = order.special
        assert special is not None
        beyond = off - order.qty
        self.unshow(order)
        special.reserve -= beyond
        self.next_slice(order, special)
        self.show(order)

    def drop(self, order: Resting, reason: CancelReason) -> None:
        """Out for good, and told."""
        qty = order.open()
        self.take_out(order)
        self.clean()
        self.cancelled(order, qty, reason)

    def cancelled(self, order: Resting, qty: int, reason: CancelReason) -> None:
        self.tell(order.party, Cancelled(order.id, qty, reason))  # type: ignore[arg-type]
