"""A book that is obviously right: a list of orders, sorted for each match. The fast book's twin."""

from dataclasses import dataclass


@dataclass
class Naive:
    id: int
    buy: bool
    price: int
    qty: int
    arrival: int


class NaiveBook:
    def __init__(self) -> None:
        self.resting: list[Naive] = []
        self.arrivals = 0

    def enter(self, id: int, buy: bool, price: int, qty: int) -> list[tuple[int, int, int, int]]:
        """price 0: market, never rests. Returns trades: (maker, taker, price, qty)."""
        trades = []
        while qty:
            makers = [o for o in self.resting if o.buy != buy and (not price or (o.price <= price if buy else o.price >= price))]
            if not makers:
                break
            best = min(makers, key=lambda o: (o.price if buy else -o.price, o.arrival))
            take = min(best.qty, qty)
            trades.append((best.id, id, best.price, take))
            qty -= take
            best.qty -= take
            if not best.qty:
                self.resting.remove(best)
        if qty and price:
            self.arrivals += 1
            self.resting.append(Naive(id, buy, price, qty, self.arrivals))
        return trades

    def cancel(self, id: int) -> int:
        """Quantity that was open; 0 when it does not rest."""
        for order in self.resting:
            if order.id == id:
                self.resting.remove(order)
                return order.qty
        return 0

    def replace(self, id: int, price: int, qty: int) -> list[tuple[int, int, int, int]]:
        """qty: new open quantity."""
        order = next(o for o in self.resting if o.id == id)
        if order.price == price and qty <= order.qty:
            order.qty = qty
            return []
        self.resting.remove(order)
        return self.enter(id, order.buy, price, qty)

    def queues(self) -> dict[tuple[bool, int], list[tuple[int, int]]]:
        found: dict[tuple[bool, int], list[tuple[int, int]]] = {}
        for order in sorted(self.resting, key=lambda o: o.arrival):
            found.setdefault((order.buy, order.price), []).append((order.id, order.qty))
        return found
