"""The ticket's upper part, where an order is written: as high as its rows, or, where the room is short, scrolled by itself, so that
what decides stands below it unmoved.

Invariants: whatever has the keyboard is in sight; the wheel over a field that it would not change scrolls. The bar stands in the margin.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets.style import GRID_PX

EDGE_PX = 3
"""At the right it stays free for the line that tells a sale."""


class Folding(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidgetResizable(True)
        self._body = QWidget()
        self.rows = QVBoxLayout(self._body)
        self.rows.setSpacing(GRID_PX)
        # Its height is said: rows that leave must not count.
        self.rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        # As wide as there is room, as rows that do not scroll are: a row that is too wide gives way, and is not cut.
        self._body.setMinimumWidth(1)
        self.setWidget(self._body)
        # The ticket's own ground.
        self._body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._leave(0)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def folds(self) -> bool:
        """Whether a part of it is out of sight."""
        return self.height() < self._body.height()

    def fit(self, needed: int, room: int) -> None:
        """Pixels of its rows, and what it may take of them."""
        bar = self.verticalScrollBar()
        short = room < needed
        self._body.setFixedHeight(needed)
        self.setFixedHeight(min(needed, room))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn if short else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._leave(bar.sizeHint().width() if short else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow(None, QApplication.focusWidget())

    def _leave(self, bar: int) -> None:
        self.rows.setContentsMargins(2 * GRID_PX, GRID_PX, max(2 * GRID_PX - EDGE_PX - bar, 0), 0)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.folds and self._body.isAncestorOf(now):
            # Not ensureWidgetVisible: of a line of text that shows the cursor only.
            height = now.height()
            self.ensureVisible(0, now.mapTo(self._body, QPoint(0, height // 2)).y(), 0, (height + 1) // 2)
