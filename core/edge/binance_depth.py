"""Binance spot: depth, trades and best prices as its combined stream sends them, with the REST snapshot among them.

    local ns, a space, JSON: {"stream": ..., "data": {...}} or the snapshot {"lastUpdateId": ..., "bids": ..., "asks": ...}

Format: Binance, "WebSocket Streams" (diff. depth, trade, individual symbol book ticker) and "Order book" (REST). Depth events
are numbered: U first and u last update in it; the snapshot is as of update lastUpdateId. core.machine.market.levels_feed puts
them together. A level's quantity can be finer than the step of new orders (BTCUSDT: 25.42618900 at a step of 0.00001).
Prices and quantities are text and become whole units exactly; the caller says how many decimals the instrument has.
"""

from collections.abc import Iterable, Iterator

import msgspec

from core.domain.enums import Side
from core.domain.units import InstrumentId, Price, Qty
from core.edge.recording import parsed, units, whole
from core.messages.feed import FeedLevels, FeedSnapshot, FeedTop, FeedTraded, LevelFeed

Rows = list[tuple[str, str]]
Levels = tuple[tuple[Price, Qty], ...]


class _Depth(msgspec.Struct):
    symbol: str = msgspec.field(name="s")
    first: int = msgspec.field(name="U")
    last: int = msgspec.field(name="u")
    bids: Rows = msgspec.field(name="b")
    asks: Rows = msgspec.field(name="a")


class _Trade(msgspec.Struct):
    """buyer_rests: the buyer's order was the resting one."""

    symbol: str = msgspec.field(name="s")
    price: str = msgspec.field(name="p")
    qty: str = msgspec.field(name="q")
    buyer_rests: bool = msgspec.field(name="m")


class _Top(msgspec.Struct):
    symbol: str = msgspec.field(name="s")
    update: int = msgspec.field(name="u")
    bid: str = msgspec.field(name="b")
    bid_qty: str = msgspec.field(name="B")
    ask: str = msgspec.field(name="a")
    ask_qty: str = msgspec.field(name="A")


class _Line(msgspec.Struct):
    """Either a stream's message or the snapshot."""

    stream: str = ""
    data: msgspec.Raw = msgspec.Raw()
    last_update: int = msgspec.field(name="lastUpdateId", default=0)
    bids: Rows = []
    asks: Rows = []


class BinanceLines:
    """The lines of one instrument's recording. symbol: as Binance writes it; a line of another one is an error."""

    def __init__(self, instrument: InstrumentId, symbol: str, price_decimals: int, qty_decimals: int) -> None:
        self.instrument = instrument
        self.symbol = symbol
        self.price_decimals = price_decimals
        self.qty_decimals = qty_decimals
        self._line = msgspec.json.Decoder(_Line)
        self._depth = msgspec.json.Decoder(_Depth)
        self._trade = msgspec.json.Decoder(_Trade)
        self._top = msgspec.json.Decoder(_Top)

    def messages(self, lines: Iterable[bytes], name: str) -> Iterator[tuple[int, LevelFeed]]:
        """(local time UTC ns, message). Raises RecordingError."""
        return parsed(lines, name, self.message_of)

    def message_of(self, line: bytes) -> tuple[int, LevelFeed]:
        """One line. Raises ValueError (a msgspec error is one)."""
        stamp, _, body = line.partition(b" ")
        at = int(stamp) if stamp.isdigit() and len(stamp) == 19 else whole(b"", "local time")
        outer = self._line.decode(body)
        if outer.last_update:
            return at, FeedSnapshot(self.instrument, outer.last_update, self._levels(outer.bids), self._levels(outer.asks))
        channel = outer.stream.partition("@")[2]
        if channel.startswith("depth"):
            depth = self._depth.decode(outer.data)
            self._check(depth.symbol)
            if depth.first > depth.last:
                raise ValueError(f"updates {depth.first} to {depth.last} go backwards")
            return at, FeedLevels(self.instrument, depth.first, depth.last, self._levels(depth.bids), self._levels(depth.asks))
        if channel == "trade":
            trade = self._trade.decode(outer.data)
            self._check(trade.symbol)
            aggressor = Side.SELL if trade.buyer_rests else Side.BUY
            return at, FeedTraded(self.instrument, self._price(trade.price), self._qty(trade.qty), aggressor)
        if channel == "bookTicker":
            top = self._top.decode(outer.data)
            self._check(top.symbol)
            return at, FeedTop(
                self.instrument, top.update, self._price(top.bid), self._qty(top.bid_qty), self._price(top.ask), self._qty(top.ask_qty)
            )
        raise ValueError(f"stream '{outer.stream}' is not known")

    def _check(self, symbol: str) -> None:
        if symbol != self.symbol:
            raise ValueError(f"symbol is {symbol}, not {self.symbol}")

    def _levels(self, rows: Rows) -> Levels:
        return tuple((self._price(price), self._qty(qty)) for price, qty in rows)

    def _price(self, text: str) -> Price:
        return Price(units(text.encode(), self.price_decimals, "price"))

    def _qty(self, text: str) -> Qty:
        return Qty(units(text.encode(), self.qty_decimals, "quantity"))
