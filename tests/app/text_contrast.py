"""Whether every text in a tree of widgets can be read on what is really painted behind it: contrast of at least 4.5:1 (WCAG 2.1, 1.4.3).

The window is painted twice, with its texts and without. What our own painting writes is known with its ink; Qt's labels and fields say
theirs by their palette. A hairline or an edge may run through a text: a tenth of what is behind it is let off. Disabled controls are let
off, as there.
"""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStaticText
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.app.text_room import name_of, seen

LEAST = 4.5
LET_OFF = 0.10
Inked = tuple[str, QRectF, QColor]
"""Text, where in its window, and in which ink."""


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

    def note(painter: QPainter, room: QRectF, text: str) -> None:
        widget = painter.device()
        if not isinstance(widget, QWidget):
            return
        if painter.hasClipping():
            room &= painter.clipBoundingRect()
        room = painter.worldTransform().mapRect(room) & QRectF(widget.visibleRegion().boundingRect())
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        if not room.isEmpty():
            caught.setdefault(widget, []).append((text, room.translated(widget.mapTo(window, QPoint(0, 0))), ink))

    draw, draw_laid = QPainter.drawText, QPainter.drawStaticText

    def on_text(painter: QPainter, where: QRect | QRectF | QPointF, *how: object) -> None:
        text = str(how[-1])
        if isinstance(where, QPointF):
            room = painter.fontMetrics().boundingRect(text).translated(where.toPoint())
        else:
            room = painter.boundingRect(QRectF(where), int(how[0]), text).toAlignedRect()  # type: ignore[call-overload]
        note(painter, QRectF(room), text)
        draw(painter, where, *how)

    def on_laid(painter: QPainter, where: QPointF, laid: QStaticText) -> None:
        note(painter, QRectF(where, laid.size()), laid.text())
        draw_laid(painter, where, laid)

    _painted(window, on_text, on_laid)
    return caught


def _bare(window: QWidget) -> np.ndarray:
    """The window without what our own painting writes."""
    return _pixels(_painted(window, lambda *_: None, lambda *_: None))


def _painted(window: QWidget, on_text: Callable[..., None], on_laid: Callable[..., None]) -> QImage:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", on_text)
        patch.setattr(QPainter, "drawStaticText", on_laid)
        return window.grab().toImage()


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
