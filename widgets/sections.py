"""A panel in sections, one at a time: a line of buttons that choose, with what else stands in that line, over what is chosen.

Keys: Alt+1, Alt+2 ... while the panel has the focus. Only the section in front is visible, so only it costs anything.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from widgets.flat import FlatButton
from widgets.style import GRID_PX, Theme


class Sections(QWidget):
    """parts: title, what it shows in a sentence, widget. beside: at the right of the buttons."""

    turned = Signal(int)

    def __init__(
        self, theme: Theme, parts: Sequence[tuple[str, str, QWidget]], beside: Sequence[QWidget] = (), parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[FlatButton] = []
        self.front = 0
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        self.bar.setSpacing(GRID_PX)
        self._stack = QStackedLayout()
        for number, (title, what, part) in enumerate(parts):
            key = f"Alt+{number + 1}"
            button = FlatButton(title, theme, title, f"{what} ({key})")
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.clicked.connect(lambda _=False, number=number: self.turn(number))
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda number=number: self.turn(number))
            self.buttons.append(button)
            self.bar.addWidget(button)
            self._stack.addWidget(part)
        self.bar.addSpacing(2 * GRID_PX)
        for widget in beside:
            self.bar.addWidget(widget)
        self.bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(self.bar)
        column.addLayout(self._stack, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def turn(self, number: int) -> None:
        for at, button in enumerate(self.buttons):
            button.setChecked(at == number)
        if number != self.front:
            self.front = number
            self._stack.setCurrentIndex(number)
            self.turned.emit(number)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
