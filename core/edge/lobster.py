"""LOBSTER: NASDAQ sessions as a pair of text files, messages and, row for row, the best levels after each of them.

    message     seconds after midnight (up to 9 decimals), type, order id, size, price (USD x 10,000), direction (1 buy, -1 sell)
    order book  ask price, ask size, bid price, bid size, of the best level, then the next ...; no level: price +-9999999999

Format: LOBSTER's ReadMe of its sample files, 2013-09-01. Direction is the resting order's, in executions too. Order by row,
never by time: dozens of messages share a nanosecond.
A file of L levels tells only what touched the best L: core.machine.market.published keeps a book by both files.
"""

from collections.abc import Iterable, Iterator

from core.domain.enums import Side
from core.domain.units import SECOND, InstrumentId, Price, Qty
from core.edge.recording import parsed, units, whole
from core.messages.feed import FeedAdded, FeedDeleted, FeedExecuted, FeedPhase, FeedReduced, FeedTraded, OrderFeed

PRICE_DECIMALS = 4
TIME_DECIMALS = 9
DAY = 86_400 * SECOND
ADD, REDUCE, DELETE, EXECUTE, EXECUTE_HIDDEN, HALT = b"1", b"2", b"3", b"4", b"5", b"7"
BUY, SELL = b"1", b"-1"
NO_ASK, NO_BID = b"9999999999", b"-9999999999"

Levels = tuple[tuple[Price, Qty], ...]
"""Best first."""


def messages(lines: Iterable[bytes], name: str, instrument: InstrumentId, midnight: int = 0) -> Iterator[tuple[int, OrderFeed]]:
    """(time ns, message). midnight: the local one before the session, UTC ns. Raises RecordingError."""
    for since, message in parsed(lines, name, lambda line: message_of(line, instrument)):
        yield midnight + since, message


def rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[Levels, Levels]]:
    """(bids, asks) of the order book file, one a message. Raises RecordingError."""
    return parsed(lines, name, row_of)


def message_of(line: bytes, instrument: InstrumentId) -> tuple[int, OrderFeed]:
    """One line; time in ns after midnight. Raises ValueError."""
    fields = line.split(b",")
    if len(fields) != 6:
        raise ValueError(f"{len(fields)} fields, not 6")
    time, kind, id_text, size, price_text, direction = fields
    at = _nanos(time)
    if at >= DAY:
        raise ValueError(f"time is not within a day: '{time.decode()}'")
    if kind == HALT:
        return at, _phase(price_text, instrument)
    if direction not in (BUY, SELL):
        raise ValueError("direction is neither 1 nor -1")
    side = Side.BUY if direction == BUY else Side.SELL
    id, qty, price = whole(id_text, "order id"), Qty(whole(size, "size")), Price(whole(price_text, "price"))
    if not qty or not price:
        raise ValueError("size or price is 0")
    if kind == EXECUTE_HIDDEN:
        return at, FeedTraded(instrument, price, qty, Side.SELL if side is Side.BUY else Side.BUY)
    if not id:
        raise ValueError("order id is 0")
    if kind == ADD:
        return at, FeedAdded(instrument, id, side, price, qty)
    if kind == REDUCE:
        return at, FeedReduced(instrument, id, qty, side, price)
    if kind == DELETE:
        return at, FeedDeleted(instrument, id, qty, side, price)
    if kind == EXECUTE:
        return at, FeedExecuted(instrument, id, qty, side, price)
    raise ValueError(f"type '{kind.decode('ascii', 'backslashreplace')}' is not known")


def _nanos(text: bytes) -> int:
    """Some stamps were printed from doubles (43002.632812672004): digits beyond the nanosecond are noise, and rounded off."""
    before, _, after = text.partition(b".")
    noise = after[TIME_DECIMALS:]
    if noise:
        whole(noise, "time")
    return units(before + b"." + after[:TIME_DECIMALS], TIME_DECIMALS, "time") + (noise[:1] >= b"5")


def _phase(price: bytes, instrument: InstrumentId) -> FeedPhase:
    """In a halt message the price tells: -1 halted, 0 quoting again, 1 trading again."""
    if price not in (b"-1", b"0", b"1"):
        raise ValueError("a halt's price is none of -1, 0, 1")
    return FeedPhase(instrument, price != b"-1", price == b"1")


def row_of(line: bytes) -> tuple[Levels, Levels]:
    """One row of the order book file. Raises ValueError."""
    fields = line.split(b",")
    if len(fields) % 4:
        raise ValueError(f"{len(fields)} fields, not a multiple of 4")
    return _levels(fields[2::4], fields[3::4], NO_BID), _levels(fields[0::4], fields[1::4], NO_ASK)


def _levels(prices: list[bytes], sizes: list[bytes], none: bytes) -> Levels:
    return tuple(
        (Price(whole(price, "price")), Qty(whole(size, "size"))) for price, size in zip(prices, sizes, strict=True) if price != none
    )
