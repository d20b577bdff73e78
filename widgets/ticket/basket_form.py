"""Rows of a spreadsheet -> one PlaceBasket, or one sentence for each row that is none. Pure, no Qt.

Columns: symbol, side, quantity, type, price, time in force, in English or in the words on the screen; a first row that names them may
put them in another order or leave out the last ones. Invariants: any text gives rows, never an exception; no row is left out in
silence; a basket is made only when every row is an order. Decided here: without a type a row with a price is a limit order, and one
without is a market order.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.order_types import PRICELESS
from core.domain.units import INT64_MAX, Price, Qty
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceBasket
from core.messages.terms import Terms
from widgets.labels import ORDER_TYPE, SIDE, TIME_IN_FORCE
from widgets.ticket.form import times_of
from widgets.ticket.numbers import Wrong, lots_of, price_of
from widgets.tongue import mark, tr

T = TypeVar("T")
MOST_ROWS = 500
"""The desk's own ceiling: beyond any list that a person can look through before sending it."""
MOST_CHARACTERS = 200_000
COLUMNS = (mark("symbol"), mark("side"), mark("quantity"), mark("type"), mark("price"), mark("time in force"))
HEADER = {
    "symbol": 0, "instrument": 0, "ticker": 0, "side": 1, "buy/sell": 1, "b/s": 1, "quantity": 2, "qty": 2, "size": 2, "amount": 2,
    "type": 3, "order type": 3, "price": 4, "limit": 4, "limit price": 4, "time in force": 5, "tif": 5, "time": 5,
}
SIDES = {"buy": Side.BUY, "b": Side.BUY, "bid": Side.BUY, "sell": Side.SELL, "s": Side.SELL, "offer": Side.SELL}
TYPES = {
    "limit": OrderType.LIMIT, "lmt": OrderType.LIMIT, "l": OrderType.LIMIT, "market": OrderType.MARKET, "mkt": OrderType.MARKET,
    "m": OrderType.MARKET, "stop": OrderType.STOP, "stp": OrderType.STOP,
}
TIMES = {
    "day": TimeInForce.DAY, "gtc": TimeInForce.GTC, "ioc": TimeInForce.IOC, "fok": TimeInForce.FOK, "opg": TimeInForce.OPG,
    "atc": TimeInForce.ATC, "gfa": TimeInForce.GFA,
}


@dataclass(frozen=True)
class Row:
    """line: in the text, from 1. cells: as typed, in the order of COLUMNS. order: None when error says why."""

    line: int
    cells: tuple[str, ...]
    order: PlaceOrder | None
    instrument: Instrument | None
    error: str = ""


def read(text: str, listed: Mapping[str, Instrument], client_order_id: str) -> list[Row]:
    if len(text) > MOST_CHARACTERS:
        return [Row(1, (), None, None, tr("This is too long for a basket: at most 500 rows."))]
    try:
        lines = _lines(text)
    except csv.Error:
        return [Row(1, (), None, None, tr("This is no table: a quotation mark is not closed, or a character does not belong there."))]
    order_of = tuple(range(len(COLUMNS)))
    rows: list[Row] = []
    for number, cells in lines:
        named = _header(cells) if not rows else None
        if named is not None:
            order_of = named
            continue
        rows.append(_row(number, _in_order(cells, order_of), listed, f"{client_order_id}-{len(rows) + 1}"))
    return rows


def basket(rows: Sequence[Row]) -> PlaceBasket | None:
    """None: some row is no order, or there is none, or there are too many."""
    orders = tuple(row.order for row in rows if row.order is not None)
    return PlaceBasket(orders) if orders and len(orders) == len(rows) <= MOST_ROWS else None


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """(line, cells) of those that hold something. Tabs part the cells if there are any, else semicolons, else commas, else blanks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    part = next((part for part in "\t;" if part in text), "," if _by_commas(lines) else "")
    if not part:
        # Typed by hand. Only the plain blank: our own figures have a narrow one between thousands.
        return [(number, re.split(" +", line.strip())) for number, line in enumerate(lines, start=1) if line.strip()]
    reader = csv.reader(lines, delimiter=part, strict=False)
    found = []
    for cells in reader:
        trimmed = [cell.strip() for cell in cells]
        if any(trimmed):
            found.append((reader.line_num, trimmed))
    return found


def _by_commas(lines: list[str]) -> bool:
    """A row has two at least, one that is under way none after a blank; a price may have one of its own."""
    first = next((line for line in lines if line.strip()), "")
    return first.count(",") >= 2 or ("," in first and " " not in first.partition(",")[0].strip())


def _header(cells: list[str]) -> tuple[int, ...] | None:
    """Which column each cell is; None: this row names none."""
    said = {tr(name).lower(): number for number, name in enumerate(COLUMNS)}
    known = [HEADER.get(cell.lower(), said.get(cell.lower(), -1)) for cell in cells]
    return tuple(known) if known.count(-1) <= len(known) - 2 and {0, 2} <= set(known) else None


def _in_order(cells: list[str], order_of: tuple[int, ...]) -> tuple[str, ...]:
    found = [""] * len(COLUMNS)
    for cell, column in zip(cells, order_of, strict=False):
        if column >= 0:
            found[column] = cell
    extra = [cell for cell in cells[len(order_of):] if cell]
    return (*found, *extra)


def _row(line: int, cells: tuple[str, ...], listed: Mapping[str, Instrument], name: str) -> Row:
    instrument = listed.get(cells[0]) or listed.get(cells[0].upper())
    try:
        order = _order(cells, instrument, name)
    except Wrong as wrong:
        return Row(line, cells, None, instrument, str(wrong))
    return Row(line, cells, order, instrument)


def _order(cells: tuple[str, ...], instrument: Instrument | None, name: str) -> PlaceOrder:
    """Raises Wrong."""
    symbol, side, qty, kind, price, tif = cells[: len(COLUMNS)]
    if len(cells) > len(COLUMNS):
        raise Wrong(tr("More than {columns} columns: {columns_2}.", columns=len(COLUMNS), columns_2=", ".join(map(tr, COLUMNS))))
    if instrument is None:
        raise Wrong(tr("No instrument {short} is listed here.", short=_short(symbol)) if symbol else tr("The symbol is missing."))
    way = _one_of(SIDES, SIDE, side)
    if way is None:
        raise Wrong(tr("Side must be buy or sell, not {short}.", short=_short(side)) if side else tr("The side is missing: buy or sell."))
    lots = lots_of(instrument, qty)
    order_type = (OrderType.LIMIT if price else OrderType.MARKET) if not kind else _one_of(TYPES, ORDER_TYPE, kind)
    if order_type is None:
        raise Wrong(tr("Type must be limit, market or stop, not {short}.", short=_short(kind)))
    if order_type is OrderType.MARKET and price:
        raise Wrong(tr("A market order has no price."))
    at = price_of(instrument, price) if order_type is not OrderType.MARKET else 0
    if lots * at > INT64_MAX:
        raise Wrong(tr("The order is worth more than can be booked."))
    times = times_of(order_type)
    lives = _one_of(TIMES, TIME_IN_FORCE, tif) if tif else times[0]
    if lives is None:
        raise Wrong(tr("Time in force must be one of {times}, not {short}.", times=", ".join(TIMES), short=_short(tif)))
    if lives not in times:
        raise Wrong(tr("This type of order cannot live that long."))
    trigger = Terms(trigger=Price(at)) if order_type is OrderType.STOP else None
    return PlaceOrder(
        name, instrument.id, way, order_type, Qty(lots), Price(0 if order_type in PRICELESS else at), lives, terms=trigger
    )


def _one_of(typed: Mapping[str, T], words: Mapping[T, str], text: str) -> T | None:
    """By one of its English names, or by its word in the language of now."""
    found = typed.get(text.lower())
    return found if found is not None else next((one for one in typed.values() if words[one].lower() == text.lower()), None)


def _short(text: str) -> str:
    """What was typed, as far as a sentence has room for it, and without what would turn or hide the rest of it."""
    shown = "".join(letter for letter in text if letter.isprintable())
    cut = shown if len(shown) <= 20 else f"{shown[:20]}\u2026"
    return f"'{cut}'"
