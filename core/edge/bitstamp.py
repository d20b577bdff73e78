"""Bitstamp's live orders channel, as obAnalytics keeps it: a table of what happened to each order, with a line of headings.

    id, timestamp (ms, when received), exchange.timestamp, price, volume (1e-8), action created/changed/deleted, direction bid/ask

changed and deleted tell the volume that is left; a deleted order with none left was filled. A recording has no opening book,
and what arrives is not always whole or in order: orders that would trade at once are told as resting, deletes get lost. The
book that follows it may cross; that is reported, and is the feed's truth.
"""

from collections.abc import Iterable, Iterator

from core.domain.enums import Side
from core.domain.units import MILLISECOND, InstrumentId, Price, Qty
from core.edge.recording import RecordingError, parsed, units, whole
from core.messages.feed import FeedAdded, FeedChanged, FeedDeleted, OrderFeed

PRICE_DECIMALS, QTY_DECIMALS = 2, 8
HEADINGS = b"id,timestamp,exchange.timestamp,price,volume,action,direction"
SIDES = {b"bid": Side.BUY, b"ask": Side.SELL}


def messages(lines: Iterable[bytes], name: str, instrument: InstrumentId) -> Iterator[tuple[int, OrderFeed]]:
    """(time of receipt UTC ns, message). Raises RecordingError."""
    rows = iter(lines)
    if next(rows, b"").rstrip(b"\r\n") != HEADINGS:
        raise RecordingError(f"{name}, line 1: the headings are not '{HEADINGS.decode()}'")
    return parsed(rows, name, lambda line: message_of(line, instrument), first=2)


def message_of(line: bytes, instrument: InstrumentId) -> tuple[int, OrderFeed]:
    """One line after the headings. Raises ValueError."""
    fields = line.split(b",")
    if len(fields) != 7:
        raise ValueError(f"{len(fields)} fields, not 7")
    id_text, received, _, price_text, volume, action, direction = fields
    side = SIDES.get(direction)
    if side is None:
        raise ValueError("direction is neither bid nor ask")
    id, at = whole(id_text, "id"), whole(received, "timestamp") * MILLISECOND
    price, qty = Price(units(price_text, PRICE_DECIMALS, "price")), Qty(whole(volume, "volume"))
    if not id or not price:
        raise ValueError("id or price is 0")
    if action == b"deleted":
        return at, FeedDeleted(instrument, id, qty, side, price)
    if action == b"changed":
        return at, FeedChanged(instrument, id, side, price, qty)
    if action != b"created":
        raise ValueError(f"action '{action.decode('ascii', 'backslashreplace')}' is not known")
    if not qty:
        raise ValueError("created with volume 0")
    return at, FeedAdded(instrument, id, side, price, qty)
