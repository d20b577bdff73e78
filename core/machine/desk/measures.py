"""How each rule is measured: what its use would be with the order.

One function a rule, (bound, attempt) -> use in the rule's unit. They change nothing, but for what a window has let go of. What is not
known raises Unknown.
"""

from collections.abc import Callable
from typing import Final

from core.domain.enums import Phase, Side
from core.domain.holding import Holding, Usage
from core.domain.limits import Rule
from core.machine.desk.funds import BASIS_POINTS, CLUSTER, ORDERS_APART, SECTOR, Funds, Unknown
from core.machine.desk.limit_table import NEVER_REACHED, Bound, Line
from core.machine.desk.own_prices import OwnPrices
from core.machine.desk.windows import Prices, one_number
from core.machine.venue.book import Book
from core.machine.venue.market import Market
from core.messages.reasons import Reason

BUY: Final = Side.BUY
DEPTH_TICKS: Final = 64
"""How far from the best price displayed depth is counted, in ticks: a bounded walk."""
FEWEST_MESSAGES: Final = 50
"""Below so many, an order-to-trade ratio says nothing."""

NO_EXPOSURES: Final[list[tuple[Usage, tuple[int, int, int, int]]]] = []
NONE_RISEN: Final[list[tuple[Bound, int]]] = []
"""Most attempts have none: these are never added to."""


class Attempt:
    """An order or replace as it is judged.

    worst, dearest: prices at which it may trade, and counts. freed, freed_worth: what a replace gives back first. added: how many more
    orders would be open. value: exact money; worth: VALUE; most: VALUE that it adds to any exposure or worth of what is open, at most, less
    than 0: not known. news: session time of the market's newest message; trades: its last ones,
    over each time that somebody looks back. risen: bounds that came to another tier. asked: the quantity before the gate made it
    smaller, by the rule shrunk_by. pending: orders that are judged with it and count as sent.
    """

    __slots__ = (
        "added", "asked", "at", "book", "dearest", "exposures", "freed", "freed_worth", "funds", "line", "market", "most", "news", "own",
        "pending", "price", "qty", "reduces", "reference", "risen", "shrunk_by", "side", "trades", "value", "worst", "worth",
    )

    def __init__(
        self, at: int, line: Line, side: Side, qty: int, price: int, funds: Funds, market: Market, news: int, trades: list[Prices],
        own: OwnPrices,
    ) -> None:
        self.at: int = at
        self.line = line
        self.side = side
        self.qty: int = qty
        self.asked: int = qty
        self.shrunk_by: int = 0
        self.price: int = price
        self.funds = funds
        self.market = market
        self.book: Book = market.book
        self.freed: int = 0
        self.freed_worth: int = 0
        self.added: int = 1
        self.pending: int = 0
        self.news: int = news
        self.trades = trades
        self.own = own
        self.reference: int = 0
        self.worst: int = 0
        self.dearest: int = 0
        self.value: int = 0
        self.worth: int = 0
        self.most: int = -1
        self.reduces: bool = False
        self.exposures: list[tuple[Usage, tuple[int, int, int, int]]] = NO_EXPOSURES
        self.risen: list[tuple[Bound, int]] = NONE_RISEN


def _qty(b: Bound, a: Attempt) -> int:
    return a.qty


def _value(b: Bound, a: Attempt) -> int:
    return a.value


def _worth(b: Bound, a: Attempt) -> int:
    return a.worth


def _collar(b: Bound, a: Attempt) -> int:
    return abs(a.worst - a.reference) * BASIS_POINTS // a.reference


def _price_age(b: Bound, a: Attempt) -> int:
    return a.at - a.news if a.news else NEVER_REACHED


def _size_outlier(b: Bound, a: Attempt) -> int:
    usual = b.holding.usual_size()
    return a.worth * 100 // usual if usual else 0


def _duplicate(b: Bound, a: Attempt) -> int:
    """How often the same was asked within the window; replaces have their own."""
    if not a.added:
        return 0
    b.messages.look(a.at)
    return b.messages.same.get(one_number(a.side, a.qty, a.price), 0)


def _rate(b: Bound, a: Attempt) -> int:
    b.messages.look(a.at)
    return len(b.messages.new) + len(b.messages.replaced) + 1 + a.pending


def _order_to_trade(b: Bound, a: Attempt) -> int:
    h = b.holding
    messages = h.messages + 1
    if messages < FEWEST_MESSAGES:
        return 0
    return (messages - h.trades) * 100 // max(h.trades, 1)


def _volume_to_trade(b: Bound, a: Attempt) -> int:
    h = b.holding
    if h.messages + 1 < FEWEST_MESSAGES:
        return 0
    return (h.ordered + a.qty - h.traded) * 100 // max(h.traded, 1)


def _amend_to_new(b: Bound, a: Attempt) -> int:
    b.messages.look(a.at)
    new, amends = len(b.messages.new), len(b.messages.replaced) + len(b.messages.cancelled)
    return amends * 100 // max(new, 1) if amends + new >= FEWEST_MESSAGES else 0


def _repeated(b: Bound, a: Attempt) -> int:
    return b.usage.filled_whole + 1


def _own_walk(b: Bound, a: Attempt) -> int:
    return b.prices.range_bp(a.at)


def _velocity(b: Bound, a: Attempt) -> int:
    """The market's trades within the window, whoever traded."""
    return moved_bp(a, b.window_ns)


def moved_bp(a: Attempt, window_ns: int) -> int:
    for prices in a.trades:
        if prices.window_ns == window_ns:
            return prices.range_bp(a.at)
    return 0


def _open_quiet(b: Bound, a: Attempt) -> int:
    """What is left of the quiet time, as if it were the time since: above the limit while it lasts."""
    since = a.market.since
    if a.market.phase is not Phase.CONTINUOUS:
        return NEVER_REACHED
    return NEVER_REACHED if since and a.at - since < b.value else 0


def _close_quiet(b: Bound, a: Attempt) -> int:
    for at, phase in a.market.schedule:
        if phase is not Phase.CONTINUOUS:
            return NEVER_REACHED if at - a.at < b.value else 0
    return 0


def _depth_share(b: Bound, a: Attempt) -> int:
    """The part that trades at once against what is displayed near the touch, within the order's worst price."""
    seen = 0
    tick = a.line.instrument.tick
    if a.side is BUY:
        best = a.book.best_ask()
        if best is None or best.price > a.worst:
            return 0
        for price in range(best.price, min(a.worst, best.price + DEPTH_TICKS * tick) + 1, tick):
            level = a.book.asks.get(price)
            if level is not None:
                seen += level.qty
    else:
        best = a.book.best_bid()
        if best is None or best.price < a.worst:
            return 0
        for price in range(best.price, max(a.worst, best.price - DEPTH_TICKS * tick) - 1, -tick):
            level = a.book.bids.get(price)
            if level is not None:
                seen += level.qty
    return a.qty * BASIS_POINTS // seen if seen else NEVER_REACHED


def _volume_share(b: Bound, a: Attempt) -> int:
    facts = a.funds.facts.get(a.line.instrument.id)
    if facts is None or facts.daily_lots <= 0:
        raise Unknown(Reason.RISK_ERROR)
    return a.qty * BASIS_POINTS // facts.daily_lots


def _self_match(b: Bound, a: Attempt) -> int:
    """1: an open order of ours on the other side would be reached."""
    best = a.own.best(int(a.line.instrument.id), a.side is not BUY)
    return 1 if best and (a.worst >= best if a.side is BUY else a.worst <= best) else 0


def _reach(h: Holding, a: Attempt) -> int:
    """The position on the order's side if everything open there were filled, and the order."""
    if a.side is BUY:
        return h.qty + h.buy - a.freed + a.qty
    return -h.qty + h.sell - a.freed + a.qty


def _position(b: Bound, a: Attempt) -> int:
    return _reach(b.holding, a)


def counts_here(b: Bound, funds: Funds) -> bool:
    """Whether a limit of open orders counts those in its instrument, and not all of the scope's."""
    return b.instrument > 0 and funds.rules >= ORDERS_APART


def _open_orders(b: Bound, a: Attempt) -> int:
    return (b.holding.orders if counts_here(b, a.funds) else b.usage.orders) + a.added


def _open_worth(b: Bound, a: Attempt) -> int:
    funds, total = a.funds, 0
    for id, h in b.usage.held.items():
        if b.instrument in (0, id) and (h.buy_worth or h.sell_worth):
            freed = a.freed_worth if id == a.line.instrument.id else 0
            total += funds.value(funds.venue.instruments[id], h.buy_worth + h.sell_worth - freed)
    return total + a.worth


def _positions(b: Bound, a: Attempt) -> int:
    count = 0
    mine = int(a.line.instrument.id)
    for id, h in b.usage.held.items():
        if id != mine and (h.qty or h.buy or h.sell):
            count += 1
    return count + 1


def _exposures(b: Bound, a: Attempt) -> tuple[int, int, int, int]:
    """VALUE: gross, net on the order's side, gross of the instrument's sector, of its cluster. Once for each usage and order."""
    usage = b.usage
    for known, found in a.exposures:
        if known is usage:
            return found
    funds = a.funds
    if usage.changed or usage.stale or funds.at > funds.good_until:
        funds.refresh(usage)
    instrument = a.line.instrument
    h = usage.held[instrument.id]
    price = a.dearest if a.dearest > a.reference else a.reference
    if a.side is BUY:
        long, short = h.qty + h.buy + a.qty - a.freed, h.sell - h.qty
        net = usage.long - h.long + funds.value(instrument, long * price)
    else:
        long, short = h.qty + h.buy, h.sell - h.qty + a.qty - a.freed
        net = usage.short - h.short + funds.value(instrument, short * price)
    most = long if long > short else short
    own = funds.value(instrument, most * price) - h.gross if most > 0 else -h.gross
    sector = cluster = 0
    facts = funds.facts.get(instrument.id)
    if facts is not None:
        sector = usage.groups.get(SECTOR + facts.sector, 0) + own if facts.sector else 0
        cluster = usage.groups.get(CLUSTER + facts.cluster, 0) + own if facts.cluster else 0
    found = (usage.gross + own, abs(net), sector, cluster)
    a.exposures = [*a.exposures, (usage, found)]
    return found


def _gross(b: Bound, a: Attempt) -> int:
    return _exposures(b, a)[0]


def _net(b: Bound, a: Attempt) -> int:
    return _exposures(b, a)[1]


def _sector(b: Bound, a: Attempt) -> int:
    return _exposures(b, a)[2]


def _cluster(b: Bound, a: Attempt) -> int:
    return _exposures(b, a)[3]


def _position_share(b: Bound, a: Attempt) -> int:
    reach = _reach(b.holding, a) * max(a.dearest, a.reference)
    return a.funds.value(a.line.instrument, max(reach, 0)) * BASIS_POINTS // a.funds.equity(b.usage)


def _leverage(b: Bound, a: Attempt) -> int:
    return _exposures(b, a)[0] * 100 // a.funds.equity(b.usage)


def _daily_loss(b: Bound, a: Attempt) -> int:
    return a.funds.day_loss_bp(b.usage)


def _drawdown(b: Bound, a: Attempt) -> int:
    return a.funds.drawdown_bp(b.usage)


MEASURES: Final[dict[int, Callable[[Bound, Attempt], int]]] = {
    int(Rule.MAX_ORDER_QTY): _qty,
    int(Rule.PRICE_COLLAR): _collar,
    int(Rule.PRICE_AGE): _price_age,
    int(Rule.MAX_ORDER_VALUE): _value,
    int(Rule.MAX_ORDER_WORTH): _worth,
    int(Rule.SIZE_OUTLIER): _size_outlier,
    int(Rule.DUPLICATE_ORDER): _duplicate,
    int(Rule.SELF_MATCH): _self_match,
    int(Rule.MESSAGE_RATE): _rate,
    int(Rule.ORDER_TO_TRADE): _order_to_trade,
    int(Rule.VOLUME_TO_TRADE): _volume_to_trade,
    int(Rule.AMEND_TO_NEW): _amend_to_new,
    int(Rule.REPEATED_EXECUTIONS): _repeated,
    int(Rule.OWN_PRICE_WALK): _own_walk,
    int(Rule.VELOCITY): _velocity,
    int(Rule.OPEN_QUIET): _open_quiet,
    int(Rule.CLOSE_QUIET): _close_quiet,
    int(Rule.DEPTH_SHARE): _depth_share,
    int(Rule.VOLUME_SHARE): _volume_share,
    int(Rule.MAX_POSITION): _position,
    int(Rule.MAX_OPEN_ORDERS): _open_orders,
    int(Rule.MAX_OPEN_WORTH): _open_worth,
    int(Rule.MAX_POSITIONS): _positions,
    int(Rule.POSITION_SHARE): _position_share,
    int(Rule.GROSS_EXPOSURE): _gross,
    int(Rule.NET_EXPOSURE): _net,
    int(Rule.SECTOR_EXPOSURE): _sector,
    int(Rule.CLUSTER_EXPOSURE): _cluster,
    int(Rule.LEVERAGE): _leverage,
    int(Rule.DAILY_LOSS): _daily_loss,
    int(Rule.DRAWDOWN): _drawdown,
}
