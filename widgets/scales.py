"""Where the ticks of an axis stand and what they say. Pure.

Invariant: two neighbouring labels of one axis never overlap, whatever the range and the size.
"""

from datetime import UTC, datetime
from math import ceil
from typing import Final

from core.domain.instrument import Instrument, decimal_text
from core.domain.units import SECOND
from widgets.dates import day_text

DAY_S: Final = 86_400
TIME_STEPS_S: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, DAY_S)


def nice_step(least: int, unit: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 ... units that is at least `least`."""
    step = max(1, unit)
    while True:
        for factor in (1, 2, 5):
            if step * factor >= least:
                return step * factor
        step *= 10


def nice_top(least: int) -> int:
    """The smallest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is at least `least`, from 10 on."""
    step = 1
    while step * 100 < least:
        step *= 10
    return next(step * tenths for tenths in (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100) if step * tenths >= least)


def even_ticks(low: int, high: int, unit: int, room_px: float, label_px: float) -> tuple[list[int], int]:
    """Multiples of a nice step from low to high (integers), at least label_px apart; and the step."""
    if high <= low or room_px < label_px:
        return [], unit
    step = nice_step(ceil((high - low) * label_px / room_px), unit)
    return list(range(-(-low // step) * step, high + 1, step)), step


def time_ticks(low_ns: int, high_ns: int, room_px: float, label_px: float) -> list[int]:
    """Round times of the day, at least label_px apart."""
    if high_ns <= low_ns or room_px < label_px:
        return []
    least_s = (high_ns - low_ns) / SECOND * label_px / room_px
    step_s = next((step for step in TIME_STEPS_S if step >= least_s), 0) or nice_step(ceil(least_s / DAY_S), 1) * DAY_S
    step = step_s * SECOND
    return list(range(-(-low_ns // step) * step, high_ns + 1, step))


def clock_text(at: int) -> str:
    """Of the day, UTC: 20:47:17."""
    seconds = at // SECOND % DAY_S
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def tick_text(at: int) -> str:
    """As clock_text, but a new day says which."""
    if at // SECOND % DAY_S:
        return clock_text(at)
    day = datetime.fromtimestamp(at // SECOND, UTC)
    return day_text(day)


def lots_text(instrument: Instrument, lots: int, step: int) -> str:
    """With as many decimals as the step between ticks needs, and no more."""
    decimals = instrument.qty_decimals
    while decimals and step % 10 ** (instrument.qty_decimals - decimals + 1) == 0:
        decimals -= 1
    return instrument.qty_text(lots, decimals)


def amount_text(value: int, step: int, decimals: int) -> str:
    """value: in 10**-decimals. With as many decimals as tell values a step apart, two at least; rounded half away from zero."""
    shown = 2
    while shown < decimals and step % 10 ** (decimals - shown):
        shown += 1
    unit = 10 ** (decimals - shown)
    rounded = (abs(value) + unit // 2) // unit
    return decimal_text(-rounded if value < 0 else rounded, shown)
