"""Which rows of a table are chosen, and which is the current one: by serial, so that sorting, filtering and new rows change nothing."""

from collections.abc import Callable

import numpy as np

from widgets.blotter.arrangement import Arrangement
from widgets.blotter.columns import Bools

NONE = -1


class Selection:
    """current: serial, NONE: none. heading: the text of the heading that is current instead, None: none is."""

    def __init__(self, lines: Arrangement, changed: Callable[[], None]) -> None:
        self._lines, self._changed = lines, changed
        self.clear()

    def clear(self) -> None:
        self._chosen: Bools = np.zeros(0, np.bool_)
        self.current = self._anchor = NONE
        self.heading: str | None = None

    def has(self, serial: int) -> bool:
        return serial < len(self._chosen) and bool(self._chosen[serial])

    def chosen(self) -> list[int]:
        """Serials of those that are shown, top to bottom."""
        passes = self._lines.passing
        count = min(len(passes), len(self._chosen))
        both = self._chosen[:count] & passes[:count]
        if not both.any():
            return []
        ordered = self._lines.serials()
        return [int(serial) for serial in ordered[self._fitted()[ordered]]]

    def line(self) -> int:
        """Of what is current; NONE when it is not shown."""
        if self.heading is not None:
            return next((one.first for one in self._lines.headings if one.text == self.heading), NONE)
        return self._lines.line_of(self.current)

    def go(self, line: int, extend: bool = False, toggle: bool = False) -> None:
        at = self._lines.at(line)
        if at < 0:
            self.heading, self.current = self._lines.headings[-1 - at].text, NONE
            if not extend:
                self._chosen = np.zeros(0, np.bool_)
                self._anchor = NONE
            self._changed()
            return
        self.heading, self.current = None, at
        chosen = self._fitted()
        anchor = self._lines.line_of(self._anchor) if extend else NONE
        if extend and anchor >= 0:
            chosen[:] = False
            first, last = min(anchor, line), max(anchor, line)
            chosen[self._lines.between(first, last)] = True
        else:
            keeps = toggle and chosen[at]
            if not toggle:
                chosen[:] = False
            chosen[at] = not keeps
            self._anchor = at
        self._chosen = chosen
        self._changed()

    def all(self) -> None:
        chosen = self._fitted()
        chosen[: len(self._lines.passing)] = self._lines.passing
        self._chosen = chosen
        self._changed()

    def _fitted(self) -> Bools:
        count = self._lines.store.count
        if len(self._chosen) == count:
            return self._chosen
        fitted = np.zeros(count, np.bool_)
        kept = min(count, len(self._chosen))
        fitted[:kept] = self._chosen[:kept]
        return fitted
