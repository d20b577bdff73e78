"""Whether every text in a tree of widgets has room, and no two neighbours lie on each other.

Looks at labels, buttons and captions, which say their whole text; what paints its own rows (ladder, tables, charts) has tests of
its own. A caption may end with an ellipsis if its tooltip, or its accessible name, has all of it.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget

SLACK_PX = 1


def findings(root: QWidget) -> list[str]:
    return [*_cut(root), *_overlaps(root)]


def _cut(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not _seen(widget):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if needed > widget.height() + SLACK_PX or (not widget.wordWrap() and widget.sizeHint().width() > widget.width() + SLACK_PX):
                found.append(f"{_name(widget)}: {widget.text()[:60]!r} needs {needed} px, has {widget.width()}x{widget.height()}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text().partition("\t")[0].replace("&", ""))
            if needed > widget.width() + SLACK_PX or widget.fontMetrics().height() > widget.height() + 2 * SLACK_PX:
                found.append(f"{_name(widget)}: {widget.text()[:60]!r} needs {needed} px, has {widget.width()}x{widget.height()}")
        elif isinstance(widget, QLineEdit) and widget.fontMetrics().height() > widget.height():
            found.append(f"{_name(widget)}: a line of {widget.fontMetrics().height()} px in {widget.height()}")
    return found


def _overlaps(root: QWidget) -> list[str]:
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        if isinstance(parent, QAbstractScrollArea) or parent.layout() is None:
            continue
        placed = [
            child for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if _seen(child) and parent.layout().indexOf(child) >= 0
        ]
        for number, one in enumerate(placed):
            for other in placed[number + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > SLACK_PX and shared.height() > SLACK_PX:
                    found.append(f"{_name(one)} lies on {_name(other)} in {type(parent).__name__}: {shared.width()}x{shared.height()}")
    return found








def _seen(widget: QWidget) -> bool:
    """In sight, and not scrolled away or behind a tab."""
    if not widget.isVisible() or widget.width() <= 0 or widget.visibleRegion().isEmpty():
        return False
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size()).intersects(widget.window().rect())


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName()[:40] or type(widget).__name__
