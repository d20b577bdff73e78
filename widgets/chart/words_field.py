"""The field in which words for the chart are typed, where they will stand. Enter writes them, Escape does not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.chart.drawings import MOST_TEXT
from widgets.flat import FlatField
from widgets.style import Theme
from widgets.tongue import tr

WIDTH_PX = 200


class WordsField(FlatField):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("Text on the chart"), tr("Enter writes it, Escape does not"), parent)
        self.setMaxLength(MOST_TEXT)
        self.setFixedWidth(WIDTH_PX)
        self.setPlaceholderText(tr("Text, then Enter"))
        self.hide()

    def begin(self, x: int, y: int) -> None:
        self.clear()
        self.move(x, y)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            return
        super().keyPressEvent(event)
        # Nothing typed here may reach the chart below.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hide()
