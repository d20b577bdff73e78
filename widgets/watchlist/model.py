"""A market row as the texts and fractions of a watchlist line.

Invariant: what is not known yet is a dash, never a zero. Floats are made here, for drawing only. Qt-free.
"""

from typing import NamedTuple

from core.domain.enums import Phase
from core.domain.instrument import MINUS, Instrument
from core.domain.units import MILLISECOND, SECOND
from core.projections.market import STALE_AFTER_NS
from core.projections.watch_pictures import WatchPicture, WatchRow
from widgets.labels import PHASE
from widgets.sizes import percent_text, plain_qty_text, size_text
from widgets.tongue import tr

DASH = "\u2013"


class Line(NamedTuple):
    """open_at and last_at: fractions of the day's range from 0 (low) to 1 (high); -1 unknown. trail: prices. is_listed: whether
    anybody knows the instrument now. phase: its word, unless it is continuous trading."""

    symbol: str
    venue: str
    last: str
    change: str
    percent: str
    bid: str
    bid_size: str
    ask: str
    ask_size: str
    spread: str
    volume: str
    low: str
    high: str
    open_at: float
    last_at: float
    trail: tuple[int, ...]
    position: str
    age: str
    is_stale: bool
    is_listed: bool = True
    phase: str = ""


def lines(picture: WatchPicture) -> list[Line]:
    """Of its rows."""
    return [line(row, picture.newest_at, picture.due_at, picture.late) for row in picture.rows]


def line(row: WatchRow, newest_at: int, due_at: int = 0, is_late: bool = False) -> Line:
    """newest_at: the latest time of any row; only the others' going on makes one stale, or that all data is_late. due_at: which time the
    market ought to have reached: a row's age counts from there. Neither goes on in a pause."""
    instrument, last, opened = row.instrument, row.last, row.open
    price = instrument.price_text
    both, traded = bool(row.bid and row.ask), bool(last and opened)
    age_ns = max(newest_at, due_at) - row.at if row.at else -1
    return Line(
        symbol=instrument.symbol,
        venue=instrument.venue,
        last=price(last) if last else DASH,
        change=signed_price(instrument, last - opened) if traded else DASH,
        percent=percent_text(last - opened, opened) if traded else "",
        bid=price(row.bid) if row.bid else DASH,
        bid_size=size_text(instrument, row.bid_qty) if row.bid else "",
        ask=price(row.ask) if row.ask else DASH,
        ask_size=size_text(instrument, row.ask_qty) if row.ask else "",
        # An auction's book is crossed: there is none.
        spread=price(row.ask - row.bid) if both and row.ask >= row.bid else DASH,
        volume=size_text(instrument, row.volume) if row.trades else DASH,
        low=price(row.low) if row.low else "",
        high=price(row.high) if row.high else "",
        open_at=_fraction(opened, row.low, row.high),
        last_at=_fraction(last, row.low, row.high),
        trail=row.trail,
        position=position_text(instrument, row.position),
        age=age_text(age_ns),
        is_stale=row.at > 0 and (is_late or newest_at - row.at > STALE_AFTER_NS),
        phase="" if row.phase is Phase.CONTINUOUS else PHASE[row.phase],
    )


def bare_line(name: str, is_listed: bool) -> Line:
    """Of an instrument of which no row has come. name: venue and symbol."""
    venue, _, symbol = name.rpartition(":")
    return Line(
        symbol, venue, DASH, DASH, "", DASH, "", DASH, "", DASH, DASH, "", "", -1.0, -1.0, (), "", DASH, False, is_listed,
    )


def position_text(instrument: Instrument, lots: int) -> str:
    """Signed; nothing when flat."""
    if not lots:
        return ""
    text = size_text(instrument, abs(lots))
    return f"+{text}" if lots > 0 else MINUS + text


def signed_price(instrument: Instrument, difference: int) -> str:
    return ("+" if difference > 0 else "") + instrument.price_text(difference)


def age_text(age_ns: int) -> str:
    if age_ns < 0:
        return DASH
    if age_ns < 60 * SECOND:
        return f"{age_ns // SECOND}.{age_ns % SECOND // (100 * MILLISECOND)} s"
    minutes = age_ns // (60 * SECOND)
    return tr("{minutes} min", minutes=minutes) if minutes < 60 else f"{minutes // 60} h"


def tip(row: WatchRow, said: Line) -> str:
    """Everything about a row, with all digits. said: the row as a line."""
    instrument = row.instrument
    qty, price = plain_qty_text, instrument.price_text
    lines = [f"{instrument.symbol}, {instrument.venue}"]
    if row.phase is not Phase.CONTINUOUS:
        lines.append(PHASE[row.phase])
    if row.bid:
        lines.append(tr("Bid {qty} at {price}", qty=qty(instrument, row.bid_qty), price=price(row.bid)))
    if row.ask:
        lines.append(tr("Ask {qty} at {price}", qty=qty(instrument, row.ask_qty), price=price(row.ask)))
    if said.spread != DASH:
        lines.append(tr("Spread {price}", price=said.spread))
    if row.last:
        lines.append(tr("Last {qty} at {price}", qty=qty(instrument, row.last_qty), price=price(row.last)))
        if row.open:
            lines.append(tr("Change {change}, {percent}", change=said.change, percent=said.percent))
        lines.append(tr(
            "Open {price}, high {price_2}, low {price_3}",
            price=price(row.open), price_2=price(row.high), price_3=price(row.low),
        ))
        lines.append(tr("{trades} trades, {qty} {base}", trades=row.trades, qty=qty(instrument, row.volume), base=instrument.base))
    if row.position:
        word = tr("Long") if row.position > 0 else tr("Short")
        lines.append(f"{word} {qty(instrument, abs(row.position))} {instrument.base}")
    if row.at:
        lines.append(tr("Data age {age}, stale", age=said.age) if said.is_stale else tr("Data age {age}", age=said.age))
    return "\n".join(lines)


def _fraction(price: int, low: int, high: int) -> float:
    if not (price and low and high):
        return -1.0
    return min(max((price - low) / (high - low), 0.0), 1.0) if high > low else 0.5
