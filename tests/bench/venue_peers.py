"""Other matching engines that Python can call, driven with the same stream: python -m tests.bench.venue_peers NAME STREAM

Options: --ops N and --seconds N bound a slow one. Each runs in a process of its own, in an interpreter that has it installed.
How each is driven is its interface's: commands that it takes as objects are built outside the clock; an engine without a
modify is sent a cancel and a new order; what it returns, or calls back with, is kept inside the clock and read outside.
"oracle" is the plain book beside the stream's generator, the yardstick of every ratio.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench.venue_stream import ADD, BUY, CANCEL, Row, Stream, Tally, Trade, figures, throughput

SHARED = Path(__file__).parents[3] / "shared" / "bench"
Calls = list[tuple[Any, Any]]
"""(order to cancel or None, order to enter or None), both as the engine wants them."""


class Oracle:
    chunk = 0

    def __init__(self) -> None:
        sys.path.insert(0, str(SHARED))
        sys.dont_write_bytecode = True  # that folder is not ours
        self.book = importlib.import_module("oracle").Book()

    def prepare(self, rows: Sequence[Row]) -> Sequence[Row]:
        return rows

    def play(self, rows: Sequence[Row]) -> None:
        add, cancel, modify = self.book.add, self.book.cancel, self.book.modify
        for kind, side, id, price, qty in rows:
            if kind == ADD:
                add(id, side, price, qty)
            elif kind == CANCEL:
                cancel(id)
            else:
                modify(id, price, qty)

    def drain(self) -> list[Trade]:
        found = list(self.book.trades)
        self.book.trades.clear()
        return found


class Handles:
    """For engines that give orders handles of their own: which handle stands for an order now, and which order for a handle."""

    chunk = 0

    def __init__(self) -> None:
        self.order_of: dict[Any, int] = {}
        self.handle_of: dict[int, Any] = {}
        self.kept: list[Any] = []

    def name(self, id: int, handle: Any) -> None:
        self.order_of[handle] = id

    def calls(self, rows: Sequence[Row], make: Callable[[int, int, int], Any], name: Callable[[Any], Any]) -> Calls:
        """make(side, price, qty) builds the engine's order, name(order) is what its trades call it."""
        made: Calls = []
        for kind, side, id, price, qty in rows:
            old = None if kind == ADD else self.handle_of.pop(id)
            new = None
            if kind != CANCEL:
                new = self.handle_of[id] = make(side, price, qty)
                self.order_of[name(new)] = id
            made.append((old, new))
        return made

    def taken(self) -> list[Any]:
        found = self.kept
        self.kept = []
        return found


class CythonOrderbook(Handles):
    """Trades go into the book's own log."""

    def __init__(self) -> None:
        super().__init__()
        self.api = importlib.import_module("cython_orderbook.orderbook")
        self.book = self.api.OrderBook()

    def prepare(self, rows: Sequence[Row]) -> Calls:
        order, sides = self.api.Order, (self.api.OrderSide.BID, self.api.OrderSide.ASK)
        return self.calls(rows, lambda side, price, qty: order(sides[side], qty, price), lambda made: made.order_id)

    def play(self, calls: Calls) -> None:
        cancel, enter = self.book.cancel_order, self.book.add_limit_order
        for old, new in calls:
            if old is not None:
                cancel(old.order_id)
            if new is not None:
                enter(new)

    def drain(self) -> list[Trade]:
        orders = self.order_of
        found = [(orders[one.filler_id], orders[one.aggressor_id], one.price, one.quantity_filled) for one in self.book.trade_log]
        self.book.trade_log.clear()
        return found


class OrderlyChaos:
    """Calls back with each trade."""

    chunk = 0

    def __init__(self) -> None:
        api = importlib.import_module("orderly_chaos")
        self.kept: list[Any] = []
        self.sides = (api.Side.BUY, api.Side.SELL)
        self.book = api.LimitOrderBook(on_trade=self.kept.append)

    def prepare(self, rows: Sequence[Row]) -> list[tuple[int, Any, int, int, int]]:
        return [(kind, self.sides[side], id, price, qty) for kind, side, id, price, qty in rows]

    def play(self, prepared: Sequence[tuple[int, Any, int, int, int]]) -> None:
        limit, cancel = self.book.limit, self.book.cancel
        for kind, side, id, price, qty in prepared:
            if kind != ADD:
                cancel(id)
            if kind != CANCEL:
                limit(side, id, qty, price)

    def drain(self) -> list[Trade]:
        found = [(one.maker_id, one.taker_id, one.price, one.quantity) for one in self.kept]
        self.kept.clear()
        return found


class Litebook(Handles):
    """A Fill's buy_id is the maker and its sell_id the taker, whatever their sides."""

    def __init__(self) -> None:
        super().__init__()
        self.api = importlib.import_module("litebook")
        self.book = self.api.OrderBook(tick_size=1.0)

    def prepare(self, rows: Sequence[Row]) -> Calls:
        order, sides = self.api.Order, (self.api.OrderType.Buy, self.api.OrderType.Sell)
        made = self.calls(rows, lambda side, price, qty: order(sides[side], price, float(qty)), lambda one: one.id)
        return [(None if old is None else old.id, new) for old, new in made]

    def play(self, calls: Calls) -> None:
        cancel, enter, keep = self.book.cancel, self.book.add, self.kept.append
        for old, new in calls:
            if old is not None:
                cancel(old)
            if new is not None:
                fills = enter(new)
                if fills:
                    keep(fills)

    def drain(self) -> Iterator[Trade]:
        orders = self.order_of
        for fills in self.taken():
            for one in fills:
                yield orders[one.buy_id], orders[one.sell_id], round(one.price), round(one.quantity)


class Pyorderbook(Handles):
    def __init__(self) -> None:
        super().__init__()
        self.api = importlib.import_module("pyorderbook")
        self.book = self.api.Book()

    def prepare(self, rows: Sequence[Row]) -> Calls:
        sides = (self.api.bid, self.api.ask)
        return self.calls(rows, lambda side, price, qty: sides[side]("X", price, qty), lambda made: made.id)

    def play(self, calls: Calls) -> None:
        cancel, enter, keep = self.book.cancel, self.book.match, self.kept.append
        for old, new in calls:
            if old is not None:
                cancel(old)
            if new is not None:
                keep(enter(new))

    def drain(self) -> Iterator[Trade]:
        orders = self.order_of
        for blotter in self.taken():
            for one in blotter.trades:
                yield orders[one.standing_order_id], orders[one.incoming_order_id], int(one.fill_price), one.fill_quantity


class LightMatchingEngine(Handles):
    """Numbers orders as they come, so that the handle is known beforehand. For each level it tells the taker's sum, then the makers."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = importlib.import_module("lightmatchingengine.lightmatchingengine").LightMatchingEngine()
        self.orders = 0

    def prepare(self, rows: Sequence[Row]) -> Calls:
        def make(side: int, price: int, qty: int) -> tuple[int, int, int, int]:
            self.orders += 1
            return (price, qty, side + 1, self.orders)

        return self.calls(rows, make, lambda made: made[3])

    def play(self, calls: Calls) -> None:
        cancel, enter, keep = self.engine.cancel_order, self.engine.add_order, self.kept.append
        for old, new in calls:
            if old is not None:
                cancel(old[3], "X")
            if new is not None:
                keep(enter("X", new[0], new[1], new[2]))

    def drain(self) -> Iterator[Trade]:
        orders = self.order_of
        for order, trades in self.taken():
            for one in trades:
                if one.order_id != order.order_id:
                    yield orders[one.order_id], orders[order.order_id], one.trade_price, one.trade_qty


class OrderMatching(Handles):
    """Placed, then matched, one at a time, each a microsecond after the one before."""

    chunk = 100

    def __init__(self) -> None:
        super().__init__()
        importlib.import_module("loguru").logger.remove()
        self.engine = importlib.import_module("order_matching.matching_engine").MatchingEngine(seed=1)
        self.limit = importlib.import_module("order_matching.order").LimitOrder
        self.many = importlib.import_module("order_matching.orders").Orders
        self.sides = importlib.import_module("order_matching.enums").Side
        self.at = datetime(2026, 1, 1)
        self.orders = 0

    def prepare(self, rows: Sequence[Row]) -> Calls:
        def make(side: int, price: int, qty: int) -> Any:
            self.orders += 1
            self.at += timedelta(microseconds=1)
            return self.limit(
                side=self.sides.BUY if side == BUY else self.sides.SELL, price=price, size=qty, timestamp=self.at,
                order_id=str(self.orders), trader_id="x",
            )

        return self.calls(rows, make, lambda made: made.order_id)

    def play(self, calls: Calls) -> None:
        for old, new in calls:
            if old is not None:
                self.engine.cancel_order(old.order_id)
            if new is not None:
                self.engine.place(self.many([new]))
                self.kept.append(self.engine.match(new.timestamp))

    def drain(self) -> Iterator[Trade]:
        orders = self.order_of
        for executed in self.taken():
            for one in executed.trades:
                yield orders[one.book_order_id], orders[one.incoming_order_id], int(one.price), int(one.size)


class MatchingEngine:
    """Takes sequenced commands, answers with events."""

    chunk = 0

    def __init__(self) -> None:
        self.api = importlib.import_module("matching_engine")
        self.engine = importlib.import_module("matching_engine.engine").MatchingEngine()
        self.trade = importlib.import_module("matching_engine.events").Trade
        self.seq = 0
        self.kept: list[Any] = []

    def prepare(self, rows: Sequence[Row]) -> list[Any]:
        api = self.api
        sides, allow = (api.Side.BUY, api.Side.SELL), api.SelfTradePrevention.NONE
        made = []
        for kind, side, id, price, qty in rows:
            if kind != ADD:
                self.seq += 1
                made.append(api.SequencedCommand(self.seq, self.seq, api.CancelOrder(id, 1)))
            if kind != CANCEL:
                self.seq += 1
                made.append(api.SequencedCommand(self.seq, self.seq, api.NewOrder(id, 1, sides[side], price, qty, stp=allow)))
        return made

    def play(self, commands: Sequence[Any]) -> None:
        process, keep = self.engine.process, self.kept.append
        for command in commands:
            keep(process(command))

    def drain(self) -> Iterable[Trade]:
        trade = self.trade
        found = [
            (one.maker_order_id, one.taker_order_id, one.price, one.qty) for events in self.kept for one in events if type(one) is trade
        ]
        self.kept.clear()
        return found


def players() -> dict[str, Callable[[], Any]]:
    from tests.bench import venue_peers_numbered as numbered

    return {
        "oracle": Oracle, "matching-engine": MatchingEngine, "cython-orderbook": CythonOrderbook, "orderly-chaos": OrderlyChaos,
        "litebook": Litebook, "liquibook": numbered.Liquibook, "pyorderbook": Pyorderbook, "lightmatchingengine": LightMatchingEngine,
        "order-matching": OrderMatching, "fastlob": numbered.Fastlob, "obook": numbered.Obook,
    }


def main(arguments: Sequence[str]) -> None:
    name, path, *options = arguments
    bounds = dict(zip(options[::2], options[1::2], strict=True))
    tally, player = Tally(), players()[name]()
    done, spent = throughput(Stream(Path(path)), player, tally, int(bounds.get("--ops", 0)), float(bounds.get("--seconds", 0)))
    print(json.dumps(figures(done, spent, tally) | {"python": sys.version.split()[0]}), flush=True)
    close = getattr(player, "close", None)
    if close is not None:
        close()


if __name__ == "__main__":
    main(sys.argv[1:])
