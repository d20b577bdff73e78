"""Trading statistics: what our round trips won and lost, and how our orders were executed, by strategy, instrument and hour.

A round trip is what one order of ours opened and another one closed, matched first in, first out (core/projections/lots.py). Partial
fills of the two are one trip: in how many pieces an order was filled is nobody's success. A trip grows while its orders do. It
wins or loses after the fees of both sides, and belongs to the strategy, the instrument and the hour of the order that opened it.

Sharpe and Sortino of a group: the series is net P&L of what was closed in each trading day that ended, days without a close as 0;
a year has TradingDays.a_year of them, the risk-free rate is 0, and the capital is taken as constant (core/projections/ratios.py). Those of
the marked equity are the equity's own. Maximum drawdown: of the sum of what was closed, match by match, from its peak or from 0.

Not defined is None: a win rate without trips, a profit factor without losses, a ratio of one day.
The strategy of an order is its command's origin; the machine does not know it, so the command itself is folded. Orders that the
machine makes by itself have none.
"""

from collections.abc import Mapping

from core.messages.commands import PlaceOrder
from core.messages.events import (
    FillBusted,
    FillCorrected,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderSent,
    RunStarted,
)
from core.messages.market_data import TradePrinted
from core.projections.board import Fold
from core.projections.equity import Equity
from core.projections.execution import RATIO, Execution, Order, Told, Traded
from core.projections.ledger import Key, Ledger
from core.projections.lots import Match
from core.projections.market import Market
from core.projections.ratios import mean, profit_factor, share, sharpe, sortino
from core.projections.results import Grouping, StatisticsLook, StatisticsPicture, StatisticsRow
from core.projections.trading_day import Day

BASIS_POINTS = 10_000


class Group:
    """trips: (instrument, opening order, closing order) -> net. days: trading day -> net of what was closed in it."""

    __slots__ = ("currency", "days", "drawn", "execution", "fees", "gross", "name", "peak", "trips")

    def __init__(self, name: str, currency: str) -> None:
        self.name = name
        self.currency = currency
        self.execution = Execution()
        self.forget_trips()

    def forget_trips(self) -> None:
        self.trips: dict[tuple[int, int, int], int] = {}
        self.days: dict[Day, int] = {}
        self.gross = self.fees = self.peak = self.drawn = 0

    def close(self, trip: tuple[int, int, int], day: Day, won: int, fees: int) -> None:
        net = won - fees
        self.trips[trip] = self.trips.get(trip, 0) + net
        self.days[day] = self.days.get(day, 0) + net
        self.gross += won
        self.fees += fees
        self.peak = max(self.peak, self.gross - self.fees)
        self.drawn = max(self.drawn, self.peak - (self.gross - self.fees))


GroupKey = tuple[Grouping, str | int, str]
"""How, which one, currency."""


class Statistics:
    """Keeps an entry for each order of ours, and one for each round trip, for the whole run."""

    def __init__(self, market: Market, ledger: Ledger, equity: Equity) -> None:
        self._market = market
        self._ledger = ledger
        self._equity = equity
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            PlaceOrder: self._on_asked,
            OrderSent: self._on_sent,
            OrderFilled: self._on_filled,
            OrderReplaced: self._on_replaced,
            OrderCancelled: self._on_cancelled,
            OrderRejected: self._on_rejected,
            FillBusted: self._on_busted,
            FillCorrected: self._on_corrected,
            TradePrinted: self._on_trade,
            RunStarted: self._on_run,
        }
        self._clear()

    def _clear(self) -> None:
        self._asked = ("", "")
        self._orders: dict[int, Order] = {}
        self._groups: dict[GroupKey, Group] = {}
        self._traded: dict[int, Traded] = {}
        self._taken = 0
        self._rebuilt = self._ledger.rebuilt

    def picture(self, look: StatisticsLook) -> StatisticsPicture | None:
        self._take_matches()
        version = self.version * 1_000_003 + len(self._equity.open_days)
        if version == look.version:
            return None
        keys = sorted((key for key in self._groups if key[0] is look.by), key=lambda key: (key[2], key[1]))
        return StatisticsPicture(version, look.by, tuple(self._row(self._groups[key]) for key in keys))

    # folds ----------------------------------------------------------------------------------------------------------

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._clear()
        self.version += 1

    def _on_asked(self, at: int, command: PlaceOrder) -> None:
        self._asked = (command.client_order_id, command.origin.strategy if command.origin is not None else "")

    def _on_sent(self, at: int, e: OrderSent) -> None:
        quote = self._market.quotes.get(e.instrument)
        if quote is None:
            return
        name, strategy = self._asked
        if e.origin is not None:
            # Of a leg that a fill set off, too.
            name, strategy = e.client_order_id, e.origin.strategy
        bid, ask = quote.depth.best_bid, quote.depth.best_ask
        self._orders[e.order_id] = Order(
            at, strategy if name == e.client_order_id else "", self._equity.hour_of(at), quote.instrument, e.side, e.qty,
            bid + ask if bid and ask else 0, self._traded.setdefault(e.instrument, Traded()),
        )

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        traded = self._traded.get(e.instrument)
        # Before our first order nobody asks.
        if traded is not None:
            traded.lots += e.qty
            traded.value += e.qty * e.price

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.fill(at, e.qty, e.price)
            if not e.leaves:
                order.finish(self._traded[order.instrument])
            self._tell(order)

    def _on_replaced(self, at: int, e: OrderReplaced) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.qty = e.qty

    def _on_cancelled(self, at: int, e: OrderCancelled) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.finish(self._traded[order.instrument])
            self._tell(order)

    def _on_rejected(self, at: int, e: OrderRejected) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.rejected = True

    def _on_busted(self, at: int, e: FillBusted) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.amend(-e.qty, -e.qty * e.price)
            self._tell(order)

    def _on_corrected(self, at: int, e: FillCorrected) -> None:
        order = self._orders.get(e.order_id)
        if order is not None:
            order.amend(e.qty - e.was_qty, e.qty * e.price - e.was_qty * e.was_price)
            self._tell(order)

    # groups ---------------------------------------------------------------------------------------------------------

    def _tell(self, order: Order) -> None:
        """What a done order adds, in place of what it added before."""
        if order.done and not order.rejected:
            before, order.told = order.told, Told(order)
            for group in self._groups_of(order):
                if before is not None:
                    group.execution.add(before, -1)
                group.execution.add(order.told)
        self.version += 1

    def _groups_of(self, order: Order) -> list[Group]:
        found: list[Group] = []
        for by, which, name in (
            (Grouping.ALL, 0, ""), (Grouping.STRATEGY, order.strategy, order.strategy),
            (Grouping.INSTRUMENT, order.instrument, order.symbol), (Grouping.HOUR, order.hour, f"{order.hour:02}"),
        ):
            key: GroupKey = (by, which, order.currency)
            group = self._groups.get(key)
            if group is None:
                group = self._groups[key] = Group(name, order.currency)
            found.append(group)
        return found

    def _take_matches(self) -> None:
        """What the ledger matched since; all of it again after a bust or a correction."""
        ledger = self._ledger
        if self._rebuilt != ledger.rebuilt:
            self._rebuilt, self._taken = ledger.rebuilt, 0
            for group in self._groups.values():
                group.forget_trips()
            self.version += 1
        for key, match in ledger.matched[self._taken :]:
            self._close(key, match)
            self.version += 1
        self._taken = len(ledger.matched)

    def _close(self, key: Key, match: Match) -> None:
        order = self._orders.get(match.opened.order_id)
        if order is None:
            return
        day = self._equity.day_of(match.closed.at)
        trip = (key[1], match.opened.order_id, match.closed.order_id)
        for group in self._groups_of(order):
            group.close(trip, day, match.won * order.scale, match.fees * order.scale)

    def _row(self, group: Group) -> StatisticsRow:
        results = group.trips.values()
        wins = [net for net in results if net > 0]
        losses = [net for net in results if net < 0]
        won, lost, net = sum(wins), -sum(losses), group.gross - group.fees
        series = [group.days.get(day, 0) for day in self._equity.open_days]
        e = group.execution
        return StatisticsRow(
            name=group.name, currency=group.currency, trips=len(results), winners=len(wins), losers=len(losses),
            win_rate=share(len(wins), len(results)), profit_factor=profit_factor(won, lost), expectancy=mean(net, len(results)),
            average_win=mean(won, len(wins)), average_loss=mean(-lost, len(losses)), largest_win=max(wins, default=None),
            largest_loss=min(losses, default=None), gross=group.gross, fees=group.fees, net=net, max_drawdown=group.drawn,
            sharpe=sharpe(series, self._equity.days_a_year), sortino=sortino(series, self._equity.days_a_year),
            orders=e.orders, fill_ratio=share(e.ratio, RATIO * e.orders), slippage_mid_bp=share(BASIS_POINTS * e.mid_cost, e.mid_value),
            slippage_vwap_bp=share(BASIS_POINTS * e.vwap_cost, e.vwap_value), first_fill_ns=mean(e.first_ns, e.filled),
            last_fill_ns=mean(e.last_ns, e.filled),
        )
