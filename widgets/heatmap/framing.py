"""Which half seconds and which prices the heatmap shows. Pure.

Invariants: while following, the present stands still near the right edge, and the prices move only when the touch leaves the
middle half of the pane, by whole rows: the picture does not tremble with every quote.
"""

from typing import Final

from widgets.heatmap.ring import KEPT, ROWS, Window
from widgets.scales import nice_step

STEP_PX: Final = 2.0
"""Of a half second, to begin with."""
LEAST_STEP_PX, MOST_STEP_PX = 0.25, 40.0
ROOM_PX: Final = 24.0
"""Right of the present."""
SPAN_BP: Final = 20
"""Prices to begin with: so many hundredths of a percent from bottom to top."""


class Framing:
    def __init__(self) -> None:
        self.step_px = STEP_PX
        self.right = 0.0
        self.follows = True
        self.centres = True
        self.window: Window | None = None
        self._last = 0
        self._width = 1.0

    @property
    def left(self) -> float:
        return self.right - self._width / self.step_px

    def resize(self, width: float) -> None:
        self._width = max(width, 1.0)

    def forget(self) -> None:
        self.window, self.follows, self.centres = None, True, True

    def grow(self, last: int, middle: int, tick: int) -> None:
        """The present is at step `last`, the touch around `middle`."""
        self._last = last
        if self.follows:
            self.right = last + 1 + ROOM_PX / self.step_px
        if not middle:
            return
        if self.window is None:
            group = nice_step(max(middle * SPAN_BP // 10_000 // ROWS, 1), tick)
            self.window = centred(middle, group)
        elif self.centres:
            row = (self.window.top - 1 - middle) // self.window.group
            if not ROWS // 4 <= row < ROWS - ROWS // 4:
                self.window = centred(middle, self.window.group)

    def reset(self, middle: int, tick: int) -> None:
        self.step_px = STEP_PX
        self.forget()
        self.grow(self._last, middle, tick)

    def latest(self) -> None:
        self.follows = self.centres = True

    def pan(self, steps: float, rows: int) -> None:
        if steps:
            self.right = min(max(self.right + steps, self._last - KEPT), self._last + self._width / self.step_px / 2)
            self.follows = self.left <= self._last < self.right
            if self.follows:
                self.right = self._last + 1 + ROOM_PX / self.step_px
        if rows and self.window is not None:
            self.centres = False
            top = max(self.window.top + rows * self.window.group, (ROWS // 2) * self.window.group)
            self.window = Window(top, self.window.group)

    def zoom(self, factor: float, step: float) -> None:
        """factor > 1 shows more time. The step under the pointer stays under it, unless the present is followed."""
        before = self.step_px
        self.step_px = min(max(self.step_px / factor, LEAST_STEP_PX), MOST_STEP_PX)
        if not self.follows:
            self.right = step + (self.right - step) * before / self.step_px

    def zoom_prices(self, wider: bool, price: float, tick: int) -> None:
        """One nice step coarser or finer; the price under the pointer stays where it is."""
        if self.window is None:
            return
        top, group = self.window
        if wider:
            new = nice_step(group + 1, tick)
        else:
            new = max(one for one in _finer(group, tick))
        part = (top - price) / group
        if new * ROWS <= 2 * max(price, ROWS) and new != group:
            self.window = Window(round((price + part * new) / new) * new, new)


def _finer(group: int, tick: int) -> list[int]:
    """Nice steps below the group, and the finest there is."""
    found, step = [tick], tick
    while step < group:
        found.append(step)
        step = nice_step(step + 1, tick)
    return found


def centred(middle: int, group: int) -> Window:
    return Window((middle // group + ROWS // 2) * group, group)
