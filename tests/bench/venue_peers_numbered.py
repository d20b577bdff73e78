"""Peers, continued: those that number orders themselves as they enter, so that an order's name is known only then or by count."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tests.bench.venue_stream import ADD, CANCEL, Row, Trade


class Liquibook:
    """Objects of C++ seen through SWIG; a listener written in Python hears the fills. An order is cancelled by its object."""

    chunk = 0

    def __init__(self) -> None:
        self.api = importlib.import_module("liquibook")
        self.kept: list[tuple[int, int, int, int]] = []
        self.orders: dict[int, Any] = {}
        self.order_of: dict[int, int] = {}
        self.book = self.api.DepthOrderBook()
        self.listener = listener(self.api.OrderListener, self.kept.append)
        self.book.set_order_listener(self.listener)
        self.book.set_symbol("X")

    def prepare(self, rows: Sequence[Row]) -> list[tuple[Any, Any]]:
        make, made = self.api.SimpleOrder, []
        for kind, side, id, price, qty in rows:
            old = None if kind == ADD else self.orders.pop(id)
            new = None
            if kind != CANCEL:
                new = self.orders[id] = make(side == 0, price, qty)
                self.order_of[new.order_id_] = id
            made.append((old, new))
        return made

    def play(self, calls: Sequence[tuple[Any, Any]]) -> None:
        cancel, enter = self.book.cancel, self.book.add
        for old, new in calls:
            if old is not None:
                cancel(old)
            if new is not None:
                enter(new)

    def drain(self) -> list[Trade]:
        orders = self.order_of
        found = [(orders[maker], orders[taker], price, qty) for taker, maker, qty, price in self.kept]
        self.kept.clear()
        return found


def listener(parent: type, keep: Callable[[tuple[int, int, int, int]], None]) -> Any:
    """Hears fills; every other callback must exist, or the call that causes it fails."""

    def on_fill(self: Any, taker: Any, maker: Any, qty: int, price: int) -> None:
        keep((taker.order_id_, maker.order_id_, qty, price))

    def nothing(self: Any, *arguments: Any) -> None:
        pass

    names = [name for name in dir(parent) if name.startswith("on_")]
    made = type("Listener", (parent,), dict.fromkeys(names, nothing) | {"on_fill": on_fill})
    return made()


class Fastlob:
    """Answers with quantities by price, not with trades: its sum can be compared, its makers cannot. Names an order when it enters."""

    chunk = 0

    def __init__(self) -> None:
        api = importlib.import_module("fastlob")
        self.params, self.sides = api.OrderParams, (api.OrderSide.BID, api.OrderSide.ASK)
        self.book = api.Orderbook(start=True)
        self.names: dict[int, str] = {}
        self.kept: list[Any] = []

    def prepare(self, rows: Sequence[Row]) -> list[tuple[int, int, Any]]:
        make, sides = self.params, self.sides
        return [(kind, id, None if kind == CANCEL else make(sides[side], price, qty)) for kind, side, id, price, qty in rows]

    def play(self, calls: Sequence[tuple[int, int, Any]]) -> None:
        book, names, keep = self.book, self.names, self.kept.append
        for kind, id, order in calls:
            if kind != ADD:
                keep(book.cancel(names.pop(id)))
            if order is not None:
                result = book(order)
                names[id] = result.orderid()
                keep(result)

    def drain(self) -> Iterator[Trade]:
        for result in self.kept:
            for price, qty in (result._execprices or {}).items():
                yield 0, 0, int(price), int(qty)
        self.kept.clear()

    def close(self) -> None:
        self.book.stop()


class Obook:
    """A library in Go; its events are read after every operation, as a program would that must know what happened.

    Its replace is a cancel and a new order under a new number. Every order has an owner of its own: one owner's do not trade.
    """

    chunk = 0

    def __init__(self) -> None:
        self.api = importlib.import_module("obook")
        self.book = self.api.Book(2_000_000)
        self.numbers: dict[int, int] = {}
        self.order_of: dict[int, int] = {}
        self.kept: list[Any] = []

    def prepare(self, rows: Sequence[Row]) -> Sequence[Row]:
        return rows

    def play(self, rows: Sequence[Row]) -> None:
        submit, cancel, replace, events = self.book.submit, self.book.cancel, self.book.replace, self.book.events
        numbers, orders, keep = self.numbers, self.order_of, self.kept.append
        for kind, side, id, price, qty in rows:
            if kind == CANCEL:
                cancel(numbers.pop(id), id)
            else:
                result = submit(id, side, price, qty) if kind == ADD else replace(numbers[id], id, side, price, qty)
                numbers[id] = result.order_id
                orders[result.order_id] = id
            keep(events())

    def drain(self) -> Iterator[Trade]:
        orders, trade = self.order_of, self.api.EventKind.TRADE
        for events in self.kept:
            for one in events:
                if one.kind is trade:
                    yield orders[one.maker_id], orders[one.taker_id], one.price, one.qty
        self.kept.clear()
