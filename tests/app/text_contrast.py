"""Whether every text in a tree of widgets can be read on what is really painted behind it: contrast of at least 4.5:1 (WCAG 2.1, 1.4.3).

The window is painted twice, with its texts and without. What type faces paint is known with its ink; labels and fields say theirs by
their palette. A hairline or an edge may run through a text: a tenth of what is behind it is let off. Disabled controls are let off,
as there.
"""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.app.text_room import name_of, seen
from widgets.type_face import TypeFace

LEAST = 4.5
LET_OFF = 0.10
Inked = tuple[str, QRectF, QColor]
"""Text, where in its window, and in which ink."""
PARTS = (("left", 0.0), ("right", 1.0), ("centre", 0.5))


def weak(window: QWidget) -> tuple[list[str], int]:
    """(what cannot be read, how many texts were looked at)."""
    inked = {widget: [one for one in texts if one[0].strip()] for widget, texts in _inked(window).items() if widget.isEnabled()}
    ground, found = _bare(window), set()
    own = {widget: _own(widget, window) for widget in window.findChildren(QWidget) if seen(widget) and widget.isEnabled()}
    for widget, texts in (*inked.items(), *own.items()):
        for text, place, ink in texts:
            part = _part(ground, place)
            if not part.size:
                continue
            if texts is own.get(widget):
                part = _most(part)
            contrasts = contrast(_seen_ink(ink, part), part)
            if float((contrasts < LEAST).mean()) > LET_OFF:
                where = tuple(int(one) for one in np.median(part.reshape(-1, 3), axis=0))
                found.add(f"{name_of(widget)}: {text[:40]!r} {ink.name()} on {QColor(*where).name()}: {float(np.median(contrasts)):.2f}")
    return sorted(found), sum(map(len, (*inked.values(), *own.values())))


def contrast(ink: np.ndarray, ground: np.ndarray) -> np.ndarray:
    """Of colours, 0 to 255 in the last axis."""
    one, other = _luminance(ink), _luminance(ground)
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def _luminance(colors: np.ndarray) -> np.ndarray:
    parts = np.asarray(colors, dtype=np.float64) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _seen_ink(ink: QColor, ground: np.ndarray) -> np.ndarray:
    """As it comes out where it is not opaque."""
    whole, cover = np.array([ink.red(), ink.green(), ink.blue()], dtype=np.float64), ink.alphaF()
    return whole * cover + ground * (1 - cover)


def _part(image: np.ndarray, place: QRectF) -> np.ndarray:
    room = place.toAlignedRect()
    left, top = max(room.left(), 0), max(room.top(), 0)
    return image[top:max(room.bottom() + 1, top), left:max(room.right() + 1, left)]


def _most(part: np.ndarray) -> np.ndarray:
    """The color of most of it: the words are in the picture."""
    colors, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    return colors[[int(np.argmax(counts))]]


def _pixels(image: QImage) -> np.ndarray:
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(whole.constBits(), dtype=np.uint8).reshape(whole.height(), whole.bytesPerLine())
    return rows[:, :whole.width() * 3].reshape(whole.height(), whole.width(), 3).astype(np.float64)


def _inked(window: QWidget) -> dict[QWidget, list[Inked]]:
    caught: dict[QWidget, list[Inked]] = {}

    def watched(name: str, part: float) -> Callable[..., None]:
        paint = getattr(TypeFace, name)

        def call(face: TypeFace, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
            widget, width = painter.device(), face.width(text)
            if isinstance(widget, QWidget):
                room = QRectF(x - width * part, y + (height - face.height) / 2, width, face.height)
                if painter.hasClipping():
                    room &= painter.clipBoundingRect()
                room = painter.worldTransform().mapRect(room) & QRectF(widget.visibleRegion().boundingRect())
                ink = QColor(painter.pen().color())
                ink.setAlphaF(ink.alphaF() * painter.opacity())
                if not room.isEmpty():
                    caught.setdefault(widget, []).append((text, room.translated(widget.mapTo(window, QPoint(0, 0))), ink))
            paint(face, painter, x, y, height, text)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name, part in PARTS:
            patch.setattr(TypeFace, name, watched(name, part))
        window.grab()
    return caught


def _bare(window: QWidget) -> np.ndarray:
    """The window without what type faces paint."""
    with pytest.MonkeyPatch.context() as patch:
        for name, _ in PARTS:
            patch.setattr(TypeFace, name, lambda *_: None)
        return _pixels(window.grab().toImage())


def _own(widget: QWidget, window: QWidget) -> list[Inked]:
    """What a widget of Qt's own writes."""
    if not isinstance(widget, QLabel | QLineEdit | QAbstractButton) or type(widget).paintEvent is not _plain(widget).paintEvent:
        return []
    if not widget.text() or (isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.RichText):
        return []
    room = QRectF(QPointF(widget.mapTo(window, QPoint(0, 0))), QSizeF(widget.size()))
    return [(widget.text(), room, widget.palette().color(widget.foregroundRole()))]


def _plain(widget: QWidget) -> type[QWidget]:
    return next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6"))
