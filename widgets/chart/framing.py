"""Which slots are seen: panning, zooming, and following the latest candle. Pure; slots are floats only here.

Invariants: while following, the latest candle stands still on the screen, at the distance from the right edge where
the last gesture left it; the view never leaves the data altogether; a resize keeps the width of a candle.
"""

from typing import Final

SPACING_PX: Final = 7.0
"""Of a candle and its gap, to begin with."""
MARGIN_SLOTS: Final = 5.5
"""Room right of the latest candle, to begin with."""
LEAST_SLOTS: Final = 4.0
WIDEST_SLOTS: Final = 300.0
"""Can always be seen at once; more when there is more data, twice its length."""
STAY_SLOTS: Final = 2.0
"""So much of the data always stays in view."""


class Framing:
    def __init__(self) -> None:
        self.low = 0.0
        self.high = 100.0
        self.follows = True
        self._room = MARGIN_SLOTS
        self._last = 0
        self._width_px = 0.0

    @property
    def span(self) -> float:
        return self.high - self.low

    @property
    def spacing_px(self) -> float:
        return self._width_px / self.span

    def resize(self, width_px: float) -> None:
        span = self.span * width_px / self._width_px if self._width_px else width_px / SPACING_PX
        self._width_px = width_px
        self._set(self.high - max(span, LEAST_SLOTS), self.high)
        if self.follows:
            self.grow(self._last)

    def grow(self, last: int) -> None:
        """The latest candle is at slot `last`."""
        self._last = last
        if self.follows:
            self._set(last + self._room - self.span, last + self._room)

    def reset(self) -> None:
        """Follow the latest, at the width of candles to begin with."""
        span = max(self._width_px / SPACING_PX, LEAST_SLOTS)
        self.follows, self._room = True, MARGIN_SLOTS
        self._set(self._last + MARGIN_SLOTS - span, self._last + MARGIN_SLOTS)

    def latest(self) -> None:
        """Follow the latest, at the present width of candles."""
        self.follows, self._room = True, min(MARGIN_SLOTS, self.span / 4)
        self.grow(self._last)

    def pan(self, slots: float) -> None:
        self._move(self.low + slots, self.span)

    def go_to_start(self) -> None:
        self._move(-STAY_SLOTS, self.span)

    def zoom(self, factor: float, slot: float) -> None:
        """factor > 1 shows more. The slot under the pointer stays under it."""
        widest = max(WIDEST_SLOTS, 2.0 * (self._last + 1))
        span = min(max(self.span * factor, LEAST_SLOTS), widest)
        self._move(slot - (slot - self.low) * span / self.span, span)

    def _move(self, low: float, span: float) -> None:
        low = min(max(low, STAY_SLOTS - span), self._last + 1 - STAY_SLOTS)
        self._set(low, low + span)
        # Only somebody who has turned away from the latest candle wants the picture to stand still.
        self.follows = self.low <= self._last <= self.high
        self._room = self.high - self._last

    def _set(self, low: float, high: float) -> None:
        self.low, self.high = low, high
