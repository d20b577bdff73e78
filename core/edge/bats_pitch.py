"""BATS PITCH as text: fixed columns, each message a line; adds, cancels, executions and trades against hidden orders.

    0-7 ms after midnight | 8 type | 9-20 order id, 12 characters of base 36 | then by type
    A add       21 side | 22-27 shares | 28-33 symbol | 34-43 price, 6 digits and 4 decimals | 44 displayed in the feed
    X cancel    21-26 shares                          E execute  21-26 shares | 27-38 execution id
    P trade     as A to the price, then 44-55 execution id; the order was hidden and is in no book

Format: BATS Exchange, PITCH Specification (2008). A side is the resting order's. Only adds and trades name the symbol.
Lines can be up to 2 ms out of order: the file's order counts, never the time. Other types (symbol clear, halts, breaks,
auctions, long messages) are an error until a recording that has them is at hand.
"""

from collections.abc import Iterable, Iterator

from core.domain.enums import Side
from core.domain.units import MILLISECOND, InstrumentId, Price, Qty
from core.edge.recording import parsed, whole
from core.messages.feed import NOWHERE, FeedAdded, FeedExecuted, FeedReduced, FeedTraded, OrderFeed

PRICE_DECIMALS = 4
DAY_MS = 86_400_000
LENGTHS = {b"A": 45, b"X": 27, b"E": 39, b"P": 56}
SIDES = {b"B": Side.BUY, b"S": Side.SELL}

Symbols = dict[str, InstrumentId]


def messages(lines: Iterable[bytes], name: str, symbols: Symbols, midnight: int = 0) -> Iterator[tuple[int, OrderFeed]]:
    """(time ns, message). symbols: the instruments; one not in it is added with the next number. midnight: UTC ns of the
    local one before the session. Raises RecordingError."""
    for since, message in parsed(lines, name, lambda line: message_of(line, symbols)):
        yield midnight + since, message


def message_of(line: bytes, symbols: Symbols) -> tuple[int, OrderFeed]:
    """One line; time in ns after midnight. Raises ValueError."""
    kind = line[8:9]
    length = LENGTHS.get(kind)
    if length is None:
        raise ValueError(f"type '{kind.decode('ascii', 'backslashreplace')}' is not known")
    if len(line) != length:
        raise ValueError(f"{len(line)} characters, not the {length} of type {kind.decode()}")
    since = whole(line[:8], "time")
    if since >= DAY_MS:
        raise ValueError("time is not within a day")
    at, id = since * MILLISECOND, _id(line[9:21])
    if kind == b"X":
        return at, FeedReduced(NOWHERE, id, _shares(line[21:27]))
    if kind == b"E":
        return at, FeedExecuted(NOWHERE, id, _shares(line[21:27]))
    side = SIDES.get(line[21:22])
    if side is None:
        raise ValueError("side is neither B nor S")
    qty, price = _shares(line[22:28]), Price(whole(line[34:44], "price"))
    if not price:
        raise ValueError("price is 0")
    symbol = line[28:34].decode("ascii", "backslashreplace").rstrip()
    if not symbol.isprintable() or not symbol:
        raise ValueError("symbol is missing")
    instrument = symbols.setdefault(symbol, InstrumentId(len(symbols) + 1))
    if kind == b"A":
        return at, FeedAdded(instrument, id, side, price, qty)
    return at, FeedTraded(instrument, price, qty, Side.SELL if side is Side.BUY else Side.BUY)


def _id(text: bytes) -> int:
    """Twelve digits of base 36 fit 63 bits. (int() would also take signs, spaces and underscores.)"""
    if not text.isalnum() or not int(text, 36):
        raise ValueError(f"order id is not a number of base 36: '{text.decode('ascii', 'backslashreplace')}'")
    return int(text, 36)


def _shares(text: bytes) -> Qty:
    shares = whole(text, "shares")
    if not shares:
        raise ValueError("shares are 0")
    return Qty(shares)
