"""A sheet that only tells: about. Shown beside the window; nothing waits for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.style import BIG_PX, GRID_PX, font
from widgets.tongue import tr


class About(QDialog):
    def __init__(self, facts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Quarterdeck"))
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
    close = QPushButton(tr("Close"))
    close.setToolTip(tr("Close (Esc)"))
    close.setDefault(True)
    close.clicked.connect(dialog.close)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 3 * GRID_PX)
    column.addWidget(page, 1)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
