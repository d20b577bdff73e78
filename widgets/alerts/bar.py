"""Controls side by side in as many lines as the width asks for: all of them stay in sight on a narrow panel.

Invariant: the height follows from the width alone, so a control that changes its words never makes the list below it jump twice.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.style import GRID_PX, ROW_PX


class Bar(QWidget):
    """first, second: what belongs together, in the order of Tab. grows: the one that takes what is left of its line; least_px: what it
    needs."""

    def __init__(
        self, first: Sequence[QWidget], second: Sequence[QWidget], grows: QWidget, least_px: int, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups = (tuple(first), tuple(second))
        self._parts, self._grows, self._least = (*first, *second), grows, least_px
        for one in self._parts:
            one.setParent(self)
        self.place()

    def place(self) -> None:
        """Again, after a part changed its words."""
        lines = self._lines(max(self.width() - 4 * GRID_PX, self._least))
        step = ROW_PX + GRID_PX
        for number, line in enumerate(lines):
            spare = self.width() - 4 * GRID_PX - self._taken(line)
            left = 2 * GRID_PX
            for one in line:
                wide = self._needs(one) + (max(spare, 0) if one is self._grows else 0)
                one.setGeometry(QRect(left, GRID_PX + number * step, wide, ROW_PX))
                left += wide + GRID_PX
        self.setFixedHeight(len(lines) * step + GRID_PX)

    def height_at(self, width: int) -> int:
        """What it takes of a panel of that width."""
        return len(self._lines(max(width - 4 * GRID_PX, self._least))) * (ROW_PX + GRID_PX) + GRID_PX

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._needs(one) for one in self._parts) + 4 * GRID_PX, self.height())

    def sizeHint(self) -> QSize:
        return QSize(self._taken(self._parts) + 4 * GRID_PX, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _lines(self, room: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = [[]]
        if self._taken(self._parts) > room and all(self._taken(group) <= room for group in self._groups):
            return [list(group) for group in self._groups]
        for one in self._parts:
            if lines[-1] and self._taken([*lines[-1], one]) > room:
                lines.append([])
            lines[-1].append(one)
        return lines

    def _needs(self, one: QWidget) -> int:
        return self._least if one is self._grows else one.sizeHint().width()

    def _taken(self, line: Sequence[QWidget]) -> int:
        return sum(self._needs(one) for one in line) + GRID_PX * (len(line) - 1)
