"""Order-by-order files of outside venues, line by line, as what became of which order. Each reader yields plain tuples; prices and
quantities are whole numbers in the unit that the format itself counts. A line that is none raises FeedError with one sentence.

Formats: LOBSTER message files (NASDAQ), BATS PITCH text (2008), Bitstamp order events (obAnalytics), Binance depth streams.
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from core.domain.enums import Side

ADDED, REDUCED, DELETED, EXECUTED, HIDDEN, HALTED = 1, 2, 3, 4, 5, 7
"""Types of LOBSTER messages, by their own numbers."""


class FeedError(Exception):
    """One sentence: which file, which line, what is wrong with it."""


def _whole(text: str, decimals: int) -> int:
    """Exact: "236.47" with 2 decimals is 23647. ValueError when it is no number, or finer than that."""
    try:
        scaled = Decimal(text).scaleb(decimals)
    except InvalidOperation:
        raise ValueError(text) from None
    whole = int(scaled)
    if scaled != whole:
        raise ValueError(text)
    return whole


def lobster(name: str, lines: Iterable[str]) -> Iterator[tuple[int, int, int, int, int, Side]]:
    """(ns after midnight, type, order id, shares, price in 1/10,000 USD, side of the resting order).

    Some files carry the noise of a float behind the nanoseconds: it is cut off.
    """
    for number, line in enumerate(lines, 1):
        try:
            seconds, kind, id, size, price, direction = line.split(",")
            side = {1: Side.BUY, -1: Side.SELL}[int(direction)]
            yield int(Decimal(seconds).scaleb(9)), int(kind), int(id), int(size), int(price), side
        except (ValueError, KeyError, InvalidOperation):
            raise FeedError(f"{name}: line {number} is no LOBSTER message: {line.strip()[:60]!r}") from None


def lobster_levels(name: str, lines: Iterable[str]) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Published books, one a message: (asks, bids), each [(price, shares)], best first, without empty levels."""
    for number, line in enumerate(lines, 1):
        try:
            cells = [int(cell) for cell in line.split(",")]
            if len(cells) % 4:
                raise ValueError
        except ValueError:
            raise FeedError(f"{name}: line {number} is no LOBSTER order book: {line.strip()[:60]!r}") from None
        pairs = list(zip(cells[::2], cells[1::2], strict=True))
        yield [pair for pair in pairs[::2] if pair[1]], [pair for pair in pairs[1::2] if pair[1]]


def pitch(name: str, lines: Iterable[str]) -> Iterator[tuple[str, int, int, str, int, Side]]:
    """(type A X E P, order id, shares, symbol, price in 1/10,000, side); symbol, price and side are A's and P's only.

    Source: BATS PITCH specification, 2008: fixed columns, ids in base 36, prices with four implied decimals.
    """
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        try:
            int(text[:8])
            kind, id = text[8], int(text[9:21], 36)
            if kind in "AP":
                side = {"B": Side.BUY, "S": Side.SELL}[text[21]]
                yield kind, id, int(text[22:28]), text[28:34].strip(), int(text[34:44]), side
            elif kind in "XE":
                yield kind, id, int(text[21:27]), "", 0, Side.BUY
            else:
                raise ValueError
        except (ValueError, KeyError, IndexError):
            raise FeedError(f"{name}: line {number} is no PITCH message: {text[:60]!r}") from None


def bitstamp(name: str, lines: Iterable[str]) -> Iterator[tuple[str, int, int, int, Side]]:
    """(created, changed or deleted; order id; price in cents; 1e-8 BTC; side). The first line names the columns."""
    for number, line in enumerate(lines, 1):
        if number == 1:
            continue
        try:
            id, _local, _exchange, price, volume, action, direction = line.strip().split(",")
            if action not in ("created", "changed", "deleted"):
                raise ValueError
            yield action, int(id), _whole(price, 2), int(volume), {"bid": Side.BUY, "ask": Side.SELL}[direction]
        except (ValueError, KeyError):
            raise FeedError(f"{name}: line {number} is no order event: {line.strip()[:60]!r}") from None


def binance(name: str, lines: Iterable[str]) -> Iterator[tuple[str, int, int, Any]]:
    """(kind, first update id, last update id, data): depthUpdate, snapshot, trade, bookTicker. Ids are 0 where there are none."""
    for number, line in enumerate(lines, 1):
        try:
            at, _, text = line.partition(" ")
            int(at)
            said = json.loads(text)
            data = said.get("data", said)
            if "lastUpdateId" in data:
                yield "snapshot", 0, data["lastUpdateId"], data
            elif data.get("e") == "depthUpdate":
                yield "depthUpdate", data["U"], data["u"], data
            else:
                yield data.get("e", "bookTicker"), 0, 0, data
        except (ValueError, KeyError, AttributeError):
            raise FeedError(f"{name}: line {number} is no Binance message: {line.strip()[:60]!r}") from None
