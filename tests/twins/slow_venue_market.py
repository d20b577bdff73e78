"""What the slow exchange remembers: orders in one plain list a market, sessions, ticks, draws, bands. No rule of trading is here.

Everything that could be looked up quickly is counted again each time: there is nothing that could be out of step.
"""

import copy
from dataclasses import dataclass, field

from core.domain.enums import OrderType, Peg, Phase, PostOnly, SelfMatch, Side, TimeInForce, TriggerBy
from core.messages.participants import OpenSession
from core.messages.terms import MarketRules, Terms

BOOK, HIDDEN, STOP, HELD, AWAY = "book", "hidden", "stop", "held", "away"
BUY = Side.BUY
NEVER = 1 << 62


@dataclass(eq=False)
class Order:
    """price: its limit (0: none). at: where it stands (0: outside the book). total = filled + open, always.

    where: AWAY while it is matched for the first time, or gone. shown: displayed slice, of BOOK alone. collar_from: the trigger it
    fired at. fresh: a stop that has not looked at the last price yet. in_auction: no longer waiting for it.
    """

    id: int
    session: int
    side: Side
    kind: OrderType
    total: int
    open: int
    price: int
    tif: TimeInForce
    trigger: int = 0
    trigger_by: TriggerBy = TriggerBy.LAST
    trail: int = 0
    trail_bp: int = 0
    display: int = 0
    spread: int = 0
    hidden: bool = False
    post_only: PostOnly = PostOnly.NO
    peg: Peg = Peg.NONE
    peg_offset: int = 0
    min_qty: int = 0
    all_or_none: bool = False
    expires_at: int = 0
    protection: int = 0
    quote: bool = False
    rank: int = 0
    where: str = AWAY
    at: int = 0
    shown: int = 0
    is_iceberg: bool = False
    collar_from: int = 0
    fresh: bool = False
    gone: bool = False
    in_auction: bool = False

    @property
    def filled(self) -> int:
        return self.total - self.open

    @property
    def floor(self) -> int:
        """Least quantity for one trade, of an order that rests."""
        return self.open if self.all_or_none else min(self.min_qty, self.open)

    @property
    def slice(self) -> int:
        return self.shown if self.where == BOOK else self.open


def order_of(id: int, session: int, side: Side, kind: OrderType, qty: int, price: int, tif: TimeInForce, terms: Terms | None) -> Order:
    t = terms or Terms()
    return Order(
        id, session, side, kind, qty, qty, price, tif, t.trigger, t.trigger_by, t.trail, t.trail_bp, t.display, t.display_spread,
        t.hidden, t.post_only, t.peg, t.peg_offset, t.min_qty, t.all_or_none, t.expires_at, t.protection,
    )  # fmt: skip


@dataclass
class Trade:
    """sides: (order id, session, side, fee, rate) of maker and taker; rate: its millionths."""

    id: int
    price: int
    qty: int
    sides: list[tuple[int, int, Side, int, str]]
    busted: bool = False


class Draws:
    """splitmix64."""

    def __init__(self, seed: int) -> None:
        self.state = seed & (2**64 - 1)

    def draw(self, most: int) -> int:
        if not most:
            return 0
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % 2**64
        return (z ^ (z >> 31)) % (most + 1)


class Session:
    def __init__(self, opened: OpenSession) -> None:
        self.number = opened.session
        self.protection: tuple[int, int, int] = (0, 0, 0)
        self.blocked = False
        self.fills: list[tuple[int, int]] = []
        self.last_arrival = 0
        self.open(opened)

    def open(self, opened: OpenSession) -> None:
        self.up = True
        self.settings = opened
        self.draws = Draws(opened.seed)


def anonymous(session: int) -> OpenSession:
    """Session 0, and our own accounts, are there without being opened."""
    return OpenSession(0, 0, 0) if session == 0 else OpenSession(session, 1, session, SelfMatch.CANCEL_NEWEST, reports=True)


@dataclass
class Market:
    """touched: the step changed something here; a refused request, or one for another instrument, lets it be."""

    number: int
    tick: int
    lot: int
    rules: MarketRules = field(default_factory=MarketRules)
    phase: Phase = Phase.CONTINUOUS
    ends_at: int = 0
    extended: bool = False
    orders: list[Order] = field(default_factory=list)
    ranks: int = 0
    lowest_id: int = 0
    highest_id: int = 0
    last: int = 0
    reference: int = 0
    mark: int = 0
    trades: list[Trade] = field(default_factory=list)
    prints: list[tuple[int, int]] = field(default_factory=list)
    window: list[tuple[int, int]] = field(default_factory=list)
    mean: int = 0
    mean_at: int = 0
    traded: bool = False
    touched: bool = False
    pending: list[int] = field(default_factory=list)
    best_seen: tuple[int, int] | None = (0, 0)
    limit_since: int | None = None
    schedule: list[tuple[int, Phase]] = field(default_factory=list)
    draws: Draws = field(default_factory=lambda: Draws(1))

    def next_rank(self) -> int:
        self.ranks += 1
        return self.ranks

    def find(self, id: int) -> Order | None:
        return next((order for order in self.orders if order.id == id), None)

    def shadow(self) -> "Market":
        """A copy that may be traded in to see what would happen."""
        twin = copy.copy(self)
        twin.orders = [copy.copy(order) for order in self.orders]
        twin.trades, twin.prints, twin.window, twin.pending = [], list(self.prints), list(self.window), []
        twin.draws = copy.copy(self.draws)
        return twin

    # prices -----------------------------------------------------------------------------------------------------------

    def tick_at(self, price: int) -> int:
        tick = self.rules.ticks[0][1] if self.rules.ticks else self.tick
        for start, each in self.rules.ticks:
            if price >= start:
                tick = each
        return tick

    def valid(self, price: int) -> bool:
        return price > 0 and price % self.tick_at(price) == 0

    def down(self, price: int) -> int:
        """The highest valid price that is not above; 0: there is none."""
        while price > 0 and not self.valid(price):
            price -= 1
        return max(price, 0)

    def up(self, price: int) -> int:
        price = max(price, 1)
        while not self.valid(price):
            price += 1
        return price

    def outward(self, side: Side, price: int) -> int:
        """Rounded away from the other side: a buy down, a sell up."""
        return self.down(price) if side is BUY else self.up(price)

    # the book ---------------------------------------------------------------------------------------------------------

    def resting(self, side: Side, *where: str) -> list[Order]:
        """Best price first, displayed before hidden, by rank."""
        found = [order for order in self.orders if order.side is side and order.where in (where or (BOOK, HIDDEN))]
        return sorted(found, key=lambda o: (-o.at if side is BUY else o.at, o.where == HIDDEN, o.rank))

    def best(self, side: Side) -> int:
        """Best displayed price, 0: none."""
        found = self.resting(side, BOOK)
        return found[0].at if found else 0

    def static_band(self) -> tuple[int, int] | None:
        if not self.rules.static_bp or not self.reference:
            return None
        width = self.reference * self.rules.static_bp // 10_000
        return self.reference - width, self.reference + width

    def dynamic_band(self) -> tuple[int, int] | None:
        if not self.rules.dynamic_bp or not self.mean:
            return None
        width = self.mean * self.rules.dynamic_bp // 10_000
        return self.up(self.mean - width), self.down(self.mean + width)

    def far_band(self, side: Side) -> int | None:
        band = self.dynamic_band()
        return None if band is None else band[1] if side is BUY else band[0]


def within(side: Side, price: int, bound: int | None) -> bool:
    """Whether a buy (sell) that may pay at most (take at least) bound may trade at price."""
    return bound is None or (price <= bound if side is BUY else price >= bound)


def tighter(side: Side, *bounds: int | None) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return None if not known else min(known) if side is BUY else max(known)


def other(side: Side) -> Side:
    return Side.SELL if side is BUY else BUY


def picture(m: Market) -> tuple:  # type: ignore[type-arg]
    """Section 11."""

    def levels(side: Side) -> tuple:  # type: ignore[type-arg]
        queue = m.resting(side, BOOK)
        prices = list(dict.fromkeys(o.at for o in queue))
        return tuple((p, tuple((o.id, o.shown, o.open - o.shown, o.total, o.rank) for o in queue if o.at == p)) for p in prices)

    def hidden(side: Side) -> tuple:  # type: ignore[type-arg]
        return tuple((o.id, o.at, o.open, o.total, o.rank) for o in m.resting(side, HIDDEN))

    def outside(where: str) -> list[Order]:
        return sorted((o for o in m.orders if o.where == where), key=lambda o: o.rank)

    standing = [trade for trade in m.trades if not trade.busted]
    return (
        m.phase, m.last, m.reference, m.mark, levels(BUY), levels(Side.SELL), hidden(BUY), hidden(Side.SELL),
        tuple((o.id, o.trigger, o.open, o.rank) for o in outside(STOP)), tuple((o.id, o.open, o.rank) for o in outside(HELD)),
        sum(t.qty for t in standing), sum(t.qty * t.price for t in standing), len(standing),
    )  # fmt: skip
