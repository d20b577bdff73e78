"""What the order ticket needs: the market around the order, the desk's answer to it, what the book would give it, and its fate.

Decided here: visible depth is the ten best levels; the usual order is the median of our last ones in the instrument, and there is none
before a handful. Invariant: asking the desk changes nothing; it is asked once for each picture that a view wants.
"""

from collections import deque
from collections.abc import Callable, Mapping

from core.domain.depth import Depth
from core.domain.enums import OrderType, PhaseOfRun, Side
from core.domain.holding import FEWEST_SIZES, SIZES_KEPT
from core.domain.stages import BLOCKED
from core.messages.commands import PlaceOrder
from core.messages.events import OrderSent, RunStarted
from core.messages.groups import PlaceLinked
from core.projections.board import Fold
from core.projections.fates import Fates
from core.projections.kill import Kill
from core.projections.ladder import PhaseOf
from core.projections.market import Market, Quote
from core.projections.orders import Orders
from core.projections.positions import Positions
from core.projections.session import Session
from core.projections.ticket_pictures import (
    BasketLook,
    BasketPicture,
    GateAnswer,
    Question,
    Sweep,
    TicketLook,
    TicketPicture,
)

LEVELS = 10
MOST_LEVELS = 2_000
"""A walk of the book ends here: beyond it nobody believes a fill."""
LINES_A_LOOK = 25
"""Chosen: in the mean so many lines of a basket are asked about at a look, which costs the core two milliseconds (measured: 33 ms for
500 lines, every rule in force, plain Python; 8 ms compiled)."""
TRADES_NOW = (OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.MARKET_IF_TOUCHED, OrderType.TRAILING_STOP)
Would = Callable[[Question], GateAnswer]


class Ticket:
    """would: the desk's answer to a question, read-only."""

    def __init__(
        self, market: Market, orders: Orders, positions: Positions, kill: Kill, session: Session, fates: Fates, would: Would,
        phase_of: PhaseOf,
    ) -> None:
        self._phase_of = phase_of
        self._market = market
        self._orders = orders
        self._positions = positions
        self._kill = kill
        self._session = session
        self._fates = fates
        self._would = would
        self._sizes: dict[int, deque[int]] = {}
        self.version = 0
        self.folds: Mapping[type, Fold] = {OrderSent: self._on_sent, RunStarted: self._on_run}

    def picture(self, look: TicketLook) -> TicketPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        phase = self._phase_of(quote.instrument)
        ours = self.version + self._orders.version + self._kill.version + self._session.version + self._fates.version
        version = 8 * (ours + quote.version) + phase
        answer = self._would(look.question) if look.question is not None else None
        if version == look.version and answer == look.seen:
            return None
        depth, id = quote.depth, quote.instrument.id
        bid, ask = depth.best_bid, depth.best_ask
        first = _first(look.question)
        swept = _swept(depth, first, answer.worst if answer is not None else 0) if first is not None else None
        return TicketPicture(
            version, quote.instrument, bid, depth.bids.get(bid, 0), ask, depth.asks.get(ask, 0), quote.last,
            self._positions.held(id).qty, self._orders.open_lots(id, Side.BUY), self._orders.open_lots(id, Side.SELL),
            self._kill.blocks(quote.instrument), self._session.phase is PhaseOfRun.RUNNING, *_near(quote), self._median(id),
            self._session.at, answer, swept, self._fates.of(look.sent), phase, quote.indicative,
            look.sent,
        )

    def _median(self, instrument: int) -> int:
        sizes = self._sizes.get(instrument)
        return sorted(sizes)[len(sizes) // 2] if sizes is not None and len(sizes) >= FEWEST_SIZES else 0

    def _on_sent(self, at: int, event: OrderSent) -> None:
        sizes = self._sizes.get(event.instrument)
        if sizes is None:
            sizes = self._sizes[event.instrument] = deque(maxlen=SIZES_KEPT)
        sizes.append(event.qty)

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._sizes.clear()
        self.version += 1


class Basket:
    """A basket is asked about when it is new to the view, and again and again, as the ticket's order is: the market, the phase and the
    limits go on while it is looked at. A long one less often, or it would hold up the core's commands: 500 lines at every 20th look, which
    is more than once a second."""

    folds: Mapping[type, Fold] = {}

    def __init__(self, market: Market, orders: Orders, kill: Kill, session: Session, fates: Fates, would: Would) -> None:
        self._market = market
        self._orders = orders
        self._kill = kill
        self._session = session
        self._fates = fates
        self._would = would
        self._looks = 0

    def picture(self, look: BasketLook) -> BasketPicture | None:
        version = self._orders.version + self._kill.version + self._session.version + self._market.version + self._fates.version
        answer = self._answer(look)
        if version == look.version and (answer is None or answer == look.seen):
            return None
        return BasketPicture(
            version,
            tuple((quote.instrument, quote.depth.best_bid, quote.depth.best_ask, quote.last) for quote in self._market.quotes.values()),
            self._kill.stages.by_hand >= BLOCKED, self._session.phase is PhaseOfRun.RUNNING, answer, self._fates.of(look.sent), look.sent,
        )

    def _answer(self, look: BasketLook) -> GateAnswer | None:
        """None: it is not the time to ask."""
        question, seen = look.question, look.seen
        if question is None:
            return None
        self._looks += 1
        if seen is not None and seen.question == question and self._looks * LINES_A_LOOK < len(question.orders):
            return None
        self._looks = 0
        return self._would(question)


def _first(question: PlaceOrder | PlaceLinked | None) -> PlaceOrder | None:
    return question.legs[0] if isinstance(question, PlaceLinked) else question


def _near(quote: Quote) -> tuple[int, int]:
    """Lots in the ten best levels of each side."""
    depth = quote.depth
    return (
        sum(depth.bids[price] for price in depth.bid_prices[-LEVELS:]), sum(depth.asks[price] for price in depth.ask_prices[:LEVELS])
    )


def _swept(depth: Depth, order: PlaceOrder, worst: int) -> Sweep | None:
    """worst: where the gate would stop it; 0: it has not said yes, so the order's own limit counts."""
    if order.order_type not in TRADES_NOW:
        return None
    buying = order.side is Side.BUY
    levels, prices = (depth.asks, depth.ask_prices) if buying else (depth.bids, depth.bid_prices)
    bound = order.price or worst
    left, cost, last, count = int(order.qty), 0, 0, 0
    for number in range(min(len(prices), MOST_LEVELS)):
        price = prices[number] if buying else prices[-1 - number]
        if left == 0 or (bound and (price > bound if buying else price < bound)):
            break
        taken = min(left, levels[price])
        left, cost, last, count = left - taken, cost + taken * price, price, count + 1
    return Sweep(int(order.qty) - left, cost, last, count)
