"""What an arrow key, the wheel or a button of a price makes of a field's text. Any text may stand there before."""

from core.domain.enums import Side
from core.domain.instrument import Instrument
from widgets.ticket.draft import QtyUnit
from widgets.ticket.numbers import Wrong, hundredths_of, hundredths_text, lots_of, price_of, price_text, qty_text, ticks_of

QTY_STEP = "0.01"
"""An instrument that cannot hold it steps by its lot."""
PRESETS = ("0.01", "0.1", "0.5", "1", "5")
"""Chosen for BTC: from a probe to a size that moves the touch. Texts, because only the instrument knows its lots."""


def stepped_price(text: str, instrument: Instrument, ticks: int, start: int) -> str:
    """Moved by so many ticks; start when the text is no price yet (0: the text stays)."""
    try:
        price = price_of(instrument, text)
    except Wrong:
        return price_text(instrument, start) if start > 0 else text
    return price_text(instrument, max(price + ticks * instrument.tick, instrument.tick))


def stepped_qty(text: str, instrument: Instrument, steps: int) -> str:
    """Moved by so many steps, but never down to nothing; one step when the text is no quantity yet."""
    step = qty_step(instrument)
    try:
        lots = lots_of(instrument, text)
    except Wrong:
        return qty_text(instrument, step)
    wanted = lots + steps * step
    return qty_text(instrument, wanted if wanted > 0 else min(lots, step))


def stepped_amount(text: str, unit: QtyUnit, instrument: Instrument, steps: int) -> str:
    """The quantity's field in whatever unit: lots by their step, values by hundreds, percents by one, multiples by a tenth."""
    if unit is QtyUnit.BASE:
        return stepped_qty(text, instrument, steps)
    step = {QtyUnit.VALUE: 10_000, QtyUnit.DEPTH: 100, QtyUnit.USUAL: 10}[unit]
    return stepped_hundredths(text, steps, step)


def stepped_hundredths(text: str, steps: int, step: int) -> str:
    try:
        now = hundredths_of(text, "number", 1 << 50)
    except Wrong:
        return hundredths_text(step)
    return hundredths_text(max(now + steps * step, min(now, step)))


def stepped_ticks(text: str, steps: int, signed: bool = False) -> str:
    try:
        now = ticks_of(text, "ticks", signed=True)
    except Wrong:
        now = 0
    return str(now + steps if signed else max(now + steps, 1))


def qty_step(instrument: Instrument) -> int:
    try:
        return lots_of(instrument, QTY_STEP)
    except Wrong:
        return instrument.lot


def is_qty(instrument: Instrument, text: str) -> bool:
    try:
        lots_of(instrument, text)
    except Wrong:
        return False
    return True


def middle(instrument: Instrument, bid: int, ask: int, side: Side) -> int:
    """The middle of the touch on the tick grid, on the patient side of it; 0 without two sides."""
    if bid <= 0 or ask <= 0:
        return 0
    tick = instrument.tick
    below: int = (bid + ask) // (2 * tick) * tick
    return below if side is Side.BUY or 2 * below == bid + ask else below + tick
