"""Databento MBO (market by order) in DBN files: binary records of a fixed length, compressed with zstandard.

    "DBN" | version u8 | length u32 | metadata                                      little endian throughout
    length u8 (in words of 4 bytes) | type u8 | publisher u16 | instrument u32 | ts_event u64 | the rest by type

Format: Databento's DBN encoding, versions 1 to 3, whose MBO record is the same. Prices are 1e-9; an instrument's own decimals
are given by the caller. The time of a message is ts_recv, when it was captured: a snapshot's ts_event is the order's, hours
back. Event times in nanoseconds repeat and are not used for order: the file's order counts.
Actions: A add, C cancel (size: lots taken off), M modify, R clear, T trade (the aggressor's), F fill (the resting order's part;
a C or M later takes it off). Flag 128: last record of the venue's event. 32: part of a snapshot.
"""

import struct
from collections.abc import Iterator
from typing import Final

from core.domain.enums import Side
from core.domain.units import INT64_MAX, InstrumentId, Price, Qty
from core.edge.recording import RecordingError, Source
from core.messages.feed import FeedAdded, FeedChanged, FeedCleared, FeedFilled, FeedReduced, FeedTraded, OrderFeed

MAGIC: Final = b"DBN"
VERSIONS: Final = (1, 2, 3)
PREFIX: Final = struct.Struct("<3sBI")
MBO: Final = struct.Struct("<BBHIQQqIBBccQiI")
"""length, type, publisher, instrument, ts_event, order id, price, size, flags, channel, action, side, ts_recv, delta, sequence"""
MBO_TYPE: Final = 0xA0
WORD: Final = 4
MAX_METADATA: Final = 64 << 20
PRICE_DIGITS: Final = 9
NO_PRICE: Final = INT64_MAX
LAST: Final = 0x80
SIDES: Final[dict[bytes, Side]] = {b"B": Side.BUY, b"A": Side.SELL}


def messages(file: Source, name: str, price_decimals: int) -> Iterator[tuple[int, OrderFeed]]:
    """(time UTC ns, message). Records of other types are an error: the file was asked for as MBO. Raises RecordingError."""
    _skip_head(file, name)
    number = 0
    while record := file.read(MBO.size):
        number += 1
        try:
            at, message = message_of(record, price_decimals)
        except ValueError as error:
            raise RecordingError(f"{name}, record {number}: {error}, in '{record[:24].hex()}...'") from error
        yield at, message


def _skip_head(file: Source, name: str) -> None:
    prefix = file.read(PREFIX.size)
    if len(prefix) < PREFIX.size or not prefix.startswith(MAGIC):
        raise RecordingError(f"{name} is not a DBN file: it begins with '{prefix[:8].hex()}'")
    _, version, length = PREFIX.unpack(prefix)
    if version not in VERSIONS:
        raise RecordingError(f"{name} is DBN version {version}; versions {VERSIONS[0]} to {VERSIONS[-1]} are read")
    if length > MAX_METADATA or len(file.read(length)) < length:
        raise RecordingError(f"{name} is cut off within its metadata")


def message_of(record: bytes, price_decimals: int) -> tuple[int, OrderFeed]:
    """One MBO record. Raises ValueError."""
    if len(record) < MBO.size:
        raise ValueError(f"cut off after {len(record)} of {MBO.size} bytes")
    length, kind, _, instrument_id, _, id, raw_price, size, flags, _, action, side_letter, at, _, _ = MBO.unpack(record)
    if kind != MBO_TYPE or length * WORD != MBO.size:
        raise ValueError(f"type {kind} of {length * WORD} bytes is not a market-by-order record")
    instrument, last = InstrumentId(instrument_id), bool(flags & LAST)
    if not instrument:
        raise ValueError("instrument is 0")
    if action == b"R":
        return at, FeedCleared(instrument, last)
    price, qty = Price(_units(raw_price, price_decimals)), Qty(size)
    side = SIDES.get(side_letter)
    if action == b"T":
        return at, FeedTraded(instrument, price, qty, side, last)
    if side is None:
        raise ValueError(f"action '{_letter(action)}' with side '{_letter(side_letter)}'")
    if not 0 < id <= INT64_MAX:
        raise ValueError(f"order id {id} is out of range")
    if not size:
        raise ValueError(f"action '{_letter(action)}' with size 0")
    if action == b"A":
        return at, FeedAdded(instrument, id, side, price, qty, last)
    if action == b"C":
        return at, FeedReduced(instrument, id, qty, side, price, last)
    if action == b"M":
        return at, FeedChanged(instrument, id, side, price, qty, last)
    if action == b"F":
        return at, FeedFilled(instrument, id, price, qty, last)
    raise ValueError(f"action '{_letter(action)}' is not known")


def _units(price: int, decimals: int) -> int:
    unit: int = 10 ** (PRICE_DIGITS - decimals)
    if price == NO_PRICE or price % unit:
        raise ValueError("no price" if price == NO_PRICE else f"price {price} is finer than {decimals} decimals")
    return price // unit


def _letter(byte: bytes) -> str:
    return byte.decode("ascii", "backslashreplace")
