"""Whether every text in a tree of widgets has room, and no two neighbours lie on each other.

Looks at labels, buttons and captions, which say their whole text, and at where type faces paint. A caption may end with an ellipsis
if its tooltip, or its accessible name, has all of it.
"""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLayout, QLineEdit, QWidget

from widgets.type_face import TypeFace

SLACK_PX = 1


def findings(root: QWidget) -> list[str]:
    return [*_cut(root), *_overlaps(root)]


def _cut(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not seen(widget):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if needed > widget.height() + SLACK_PX or (not widget.wordWrap() and widget.sizeHint().width() > widget.width() + SLACK_PX):
                found.append(f"{name_of(widget)}: {widget.text()[:60]!r} needs {needed} px, has {widget.width()}x{widget.height()}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text().partition("\t")[0].replace("&", ""))
            if needed > widget.width() + SLACK_PX or widget.fontMetrics().height() > widget.height() + 2 * SLACK_PX:
                found.append(f"{name_of(widget)}: {widget.text()[:60]!r} needs {needed} px, has {widget.width()}x{widget.height()}")
        elif isinstance(widget, QLineEdit) and widget.fontMetrics().height() > widget.height():
            found.append(f"{name_of(widget)}: a line of {widget.fontMetrics().height()} px in {widget.height()}")
    return found


def _overlaps(root: QWidget) -> list[str]:
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        if isinstance(parent, QAbstractScrollArea) or parent.layout() is None:
            continue
        layout = parent.layout()
        placed = [
            child for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if seen(child) and _laid(layout, child)
        ]
        for number, one in enumerate(placed):
            for other in placed[number + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > SLACK_PX and shared.height() > SLACK_PX:
                    found.append(f"{name_of(one)} lies on {name_of(other)} in {type(parent).__name__}: {shared.width()}x{shared.height()}")
    return found


def _laid(layout: QLayout, child: QWidget) -> bool:
    """Whether the layout, or one within it, places the child."""
    return any(one.indexOf(child) >= 0 for one in (layout, *layout.findChildren(QLayout)))


def laid_over(window: QWidget) -> list[str]:
    """Texts that a widget paints over one another. Lines may share a third of the lower one: room for what no text of ours has."""
    found = []
    for widget, texts in _painted(window).items():
        for (text, room), (other, place) in combinations(texts, 2):
            shared, line = room & place, min(room.height(), place.height())
            if shared.width() > SLACK_PX and shared.height() > line / 3 and (text, room) != (other, place):
                found.append(f"{name_of(widget)}: {text!r} and {other!r} share {shared.width():.0f}x{shared.height():.0f}")
    return found


def _painted(window: QWidget) -> dict[QWidget, list[tuple[str, QRectF]]]:
    """What type faces paint of it now, and where, as far as it can be seen; paints the whole window once."""
    caught: dict[QWidget, list[tuple[str, QRectF]]] = {}

    def watched(name: str, part: float) -> Callable[..., None]:
        paint = getattr(TypeFace, name)

        def call(face: TypeFace, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
            widget, width = painter.device(), face.width(text)
            if isinstance(widget, QWidget):
                room = QRectF(x - width * part, y + (height - face.height) / 2, width, face.height)
                if painter.hasClipping():
                    room &= painter.clipBoundingRect()
                room = painter.worldTransform().mapRect(room) & QRectF(widget.visibleRegion().boundingRect())
                if text.strip() and not room.isEmpty():
                    caught.setdefault(widget, []).append((text, room))
            paint(face, painter, x, y, height, text)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name, part in (("left", 0.0), ("right", 1.0), ("centre", 0.5)):
            patch.setattr(TypeFace, name, watched(name, part))
        window.grab()
    return caught


def seen(widget: QWidget) -> bool:
    """In sight, and not scrolled away or behind a tab."""
    if not widget.isVisible() or widget.width() <= 0 or widget.visibleRegion().isEmpty():
        return False
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size()).intersects(widget.window().rect())


def name_of(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName()[:40] or type(widget).__name__
