"""Two sheets that only tell: all keys, and about. Shown beside the window; nothing waits for them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from widgets.style import BIG_PX, GRID_PX, HEADING_PX, font

POINTER = (
    ("Ladder", "A arms, click places, drag moves; arrows choose a row, B buys, S sells, Delete cancels, Esc disarms"),
    ("Dock title", "Drag moves the panel, double-click floats it"),
)


class KeysSheet(QDialog):
    """groups: menu title -> its actions. Those without a key are left out."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(4 * GRID_PX, 2 * GRID_PX, 4 * GRID_PX, 4 * GRID_PX)
        grid.setHorizontalSpacing(6 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        row = 0
        for title, actions in groups:
            keyed = [action for action in actions if not action.shortcut().isEmpty()]
            if not keyed:
                continue
            row = self._heading(grid, title, row)
            for action in keyed:
                keys = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
                row = self._line(grid, keys, action.toolTip() or action.text(), row)
        row = self._heading(grid, "In panels", row)
        for where, words in POINTER:
            row = self._line(grid, where, words, row)
        grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        _lay_out(self, scroll)
        room = parent.size()
        self.resize(min(640, room.width() - 80), min(page.sizeHint().height() + 64, room.height() - 80))

    def _heading(self, grid: QGridLayout, text: str, row: int) -> int:
        label = QLabel(text)
        label.setFont(font(HEADING_PX, strong=True))
        label.setContentsMargins(0, 3 * GRID_PX if row else GRID_PX, 0, 0)
        grid.addWidget(label, row, 0, 1, 2)
        return row + 1

    def _line(self, grid: QGridLayout, key: str, words: str, row: int) -> int:
        first, second = QLabel(key), QLabel(words)
        first.setFont(font(strong=True))
        second.setWordWrap(True)
        grid.addWidget(first, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(second, row, 1)
        return row + 1


class About(QDialog):
    def __init__(self, facts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Quarterdeck")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(6 * GRID_PX, 4 * GRID_PX, 6 * GRID_PX, 2 * GRID_PX)
        name = QLabel("Quarterdeck")
        name.setFont(font(BIG_PX, strong=True))
        column.addWidget(name)
        for fact in facts:
            line = QLabel(fact)
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        _lay_out(self, page)
        self.resize(440, self.sizeHint().height())


def _lay_out(dialog: QDialog, page: QWidget) -> None:
    close = QPushButton("Close")
    close.setToolTip("Close (Esc)")
    close.setDefault(True)
    close.clicked.connect(dialog.close)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 3 * GRID_PX)
    column.addWidget(page, 1)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
