"""What holds in every venue scenario after every step, whatever is said: the picture is sound, reports tell each owner what he
has, the feeds rebuild the book.

Both are asked of the outside (`Market.picture()` and the events), never of the exchange's own books of account.
"""

from collections.abc import Iterator
from typing import Any

from core.domain.enums import Phase, Side
from core.messages import market_data as md
from core.messages import reports
from core.messages.participants import EnterOrder, MassQuote, OpenSession


def unsound(picture: Any) -> Iterator[str]:
    """Rules 3.2, 3.10 and the order of a picture (11), broken."""
    phase, _, _, _, bids, asks, hidden_bids, hidden_asks, stops, held, *_ = picture
    if phase == Phase.CONTINUOUS and bids and asks and bids[0][0] >= asks[0][0]:
        yield f"crossed: bid {bids[0][0]}, offer {asks[0][0]}"
    ids: list[int] = []
    for levels, sign in ((bids, -1), (asks, 1)):
        prices = [sign * price for price, _ in levels]
        if prices != sorted(set(prices)):
            yield f"levels out of order: {prices}"
        for price, queue in levels:
            ranks = [row[4] for row in queue]
            if not queue or ranks != sorted(set(ranks)):
                yield f"queue at {price} empty or out of order: {queue}"
            if any(shown <= 0 or reserve < 0 for _, shown, reserve, *_ in queue):
                yield f"nothing shown at {price}: {queue}"
            ids += (row[0] for row in queue)
    for rows, sign in ((hidden_bids, -1), (hidden_asks, 1)):
        keys = [(sign * price, rank) for _, price, _, _, rank in rows]
        if keys != sorted(set(keys)):
            yield f"hidden orders out of order: {rows}"
    for rows, rank in ((stops, 3), (held, 2)):
        if [row[rank] for row in rows] != sorted({row[rank] for row in rows}):
            yield f"not by rank: {rows}"
    for rows, open in ((hidden_bids, 2), (hidden_asks, 2), (stops, 2), (held, 1)):
        if any(row[open] <= 0 for row in rows):
            yield f"nothing open: {rows}"
        ids += (row[0] for row in rows)
    if len(ids) != len(set(ids)):
        yield f"an order stands twice: {sorted(ids)}"


class Mirror:
    """What participants know of their own orders from their reports alone: which live, and how many lots each has open."""

    def __init__(self) -> None:
        self.told: dict[int, bool] = {}
        self.asked: dict[int, int] = {}
        self.open: dict[int, int] = {}

    def say(self, message: Any) -> None:
        """Orders of sessions without reports are left out, and of nobody; ours have reports of their own kind."""
        match message:
            case OpenSession():
                self.told[message.session] = message.reports
            case EnterOrder() if self.told.get(message.session):
                self._ask(message.order_id, message.instrument)
            case MassQuote() if self.told.get(message.session):
                for bid, _, _, ask, _, _ in message.quotes:
                    self._ask(bid, message.instrument)
                    self._ask(ask, message.instrument)

    def _ask(self, id: int, instrument: int) -> None:
        """An id of two instruments (0) is left out, too: reports name no instrument."""
        self.asked[id] = instrument if self.asked.get(id, instrument) == instrument else 0

    def fold(self, event: Any) -> None:
        match event:
            case reports.Accepted() | reports.Filled() | reports.Replaced() | reports.Held() | reports.Restated():
                self.open[event.order_id] = event.leaves
                if not event.leaves:
                    del self.open[event.order_id]
            case reports.Cancelled():
                self.open.pop(event.order_id, None)

    def differs(self, pictures: list[Any]) -> Iterator[str]:
        """Rule 1.2's other half: what changes an order is told to whose it is."""
        held: dict[int, int] = {}
        for picture in pictures:
            for levels in picture[4:6]:
                held |= {id: shown + reserve for _, queue in levels for id, shown, reserve, *_ in queue}
            held |= {row[0]: row[2] for rows in picture[6:9] for row in rows} | {id: open for id, open, _ in picture[9]}
        held = {id: open for id, open in held.items() if self.asked.get(id)}
        told = {id: open for id, open in self.open.items() if self.asked.get(id)}
        if held != told:
            yield f"reports tell of {told}, held are {held}"


class Rebuilt:
    """The displayed book of one instrument as its public feeds tell it, level by level and order by order."""

    def __init__(self) -> None:
        self.levels: dict[tuple[Side, int], tuple[int, int]] = {}
        self.orders: dict[int, tuple[Side, int, int]] = {}
        self.top: tuple[int, int, int, int] = (0, 0, 0, 0)
        self.status: tuple[int, int, int, int, int] = (Phase.CONTINUOUS, 0, 0, 0, 0)
        self.counts: dict[str, int] = {}
        self.faults: list[str] = []

    def fold(self, event: Any) -> None:
        self._number(event)
        match event:
            case md.DepthChanged():
                if event.qty:
                    self.levels[event.side, event.price] = (event.qty, event.orders)
                elif self.levels.pop((event.side, event.price), None) is None:
                    self.faults.append(f"gone, and never was: {event}")
            case md.BookSeeded():
                self.levels |= {(event.side, price): (qty, orders) for price, qty, orders in event.levels}
            case md.OrderAdded():
                if event.order_id in self.orders:
                    self.faults.append(f"added twice: {event}")
                self.orders[event.order_id] = (event.side, event.price, event.qty)
            case md.OrderReduced():
                side, price, qty = self.orders[event.order_id]
                if not 0 < event.qty < qty:
                    self.faults.append(f"not reduced from {qty}: {event}")
                self.orders[event.order_id] = (side, price, event.qty)
            case md.OrderRemoved():
                del self.orders[event.order_id]
            case md.TopChanged():
                self.top = (event.bid, event.bid_qty, event.ask, event.ask_qty)
            case md.PhaseChanged():
                self.status = (event.phase, event.ends_at, *self.status[2:])
            case md.BandsChanged():
                self.status = (*self.status[:2], event.low, event.high, event.limit_state)

    def _number(self, event: Any) -> None:
        """A feed's numbers have no gaps."""
        feed = {
            md.DepthChanged: "levels", md.BookSeeded: "levels", md.TopChanged: "top", md.StatisticsChanged: "statistics",
            md.OrderAdded: "orders", md.OrderReduced: "orders", md.OrderRemoved: "orders", md.TradePrinted: "trades",
        }.get(type(event), "status")
        number = event.trade_id if isinstance(event, md.TradePrinted) else getattr(event, "seq", 0)
        if not number:
            return
        if number != self.counts.get(feed, 0) + 1:
            self.faults.append(f"feed {feed} goes from {self.counts.get(feed, 0)} to {number}: {event}")
        self.counts[feed] = number

    def differs(self, picture: Any) -> Iterator[str]:
        yield from self.faults
        shown = {
            (side, price): [(id, qty) for id, qty, *_ in queue]
            for side, levels in ((Side.BUY, picture[4]), (Side.SELL, picture[5]))
            for price, queue in levels
        }
        if self.levels != {key: (sum(qty for _, qty in queue), len(queue)) for key, queue in shown.items()}:
            yield f"levels told {self.levels}, held {shown}"
        told: dict[tuple[Side, int], list[tuple[int, int]]] = {}
        for id, (side, price, qty) in self.orders.items():
            told.setdefault((side, price), []).append((id, qty))
        if told != shown:
            yield f"orders told {told}, held {shown}"
        tops = []
        for side, levels in ((Side.BUY, picture[4]), (Side.SELL, picture[5])):
            price = levels[0][0] if levels else 0
            tops += [price, sum(qty for _, qty in shown[side, price]) if price else 0]
        if list(self.top) != tops:
            yield f"top told {self.top}, held {tops}"
