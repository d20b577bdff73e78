"""The written part of a story: lines that wrap, one below another, scrolled by keys; links to other orders can be gone through and
opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from widgets.flat import outline
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

LINE_PX = 16
LEFT_PX = 3 * GRID_PX


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A title with something at its right edge, or, without a title, text alone; text wraps below. key: of the order that it leads to."""

    title: str
    aside: str = ""
    texts: tuple[str, ...] = ()
    token: str = "text"
    key: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    top: int
    height: int
    text: str
    paragraph: Paragraph
    is_title: bool


class Timeline(QAbstractScrollArea):
    opened = Signal(object)
    """An order's key: too large for a signal's int."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._lines: list[_Line] = []
        self._strong, self._small = TypeFace(strong=True), TypeFace(SMALL_PX)
        self.current = -1
        """Number of the link that is chosen."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What happened to the order"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Who reads the end goes on reading the end."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum() and bar.maximum() > 0
        self._paragraphs = tuple(paragraphs)
        self.current = min(self.current, len(self.links()) - 1)
        self._lay()
        if at_end:
            bar.setValue(bar.maximum())
        self.setAccessibleDescription(tr("{paragraphs} entries", paragraphs=len(paragraphs)))

    def links(self) -> list[Paragraph]:
        return [one for one in self._paragraphs if one.key]

    def text(self) -> str:
        lines = []
        for one in self._paragraphs:
            lines.append(f"{one.title}  {one.aside}".strip())
            lines += [f"    {text}" for text in one.texts]
        return "\n".join(lines) + "\n"

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(340, 8 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * ROW_PX)

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, links = self.verticalScrollBar(), self.links()
        by = {
            Qt.Key.Key_Up: -ROW_PX, Qt.Key.Key_Down: ROW_PX, Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key in by:
            bar.setValue(bar.value() + by[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and links:
            self.current = (self.current + (1 if key == Qt.Key.Key_Right else -1)) % len(links)
            self.setAccessibleDescription(links[self.current].title)
            line = next(line for line in self._lines if line.paragraph is links[self.current])
            bar.setValue(min(max(bar.value(), line.top + line.height - self.viewport().height()), line.top))
            self.viewport().update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self.current < len(links):
            self.opened.emit(links[self.current].key)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        y = round(event.position().y()) + self.verticalScrollBar().value()
        for line in self._lines:
            if line.paragraph.key and line.top <= y < line.top + line.height:
                self.opened.emit(line.paragraph.key)
                return

    # places ---------------------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        width = self.viewport().width() - 2 * LEFT_PX
        self._lines, top = [], 0
        for one in self._paragraphs:
            if one.title:
                room = width - (self._small.width(one.aside) + 2 * GRID_PX if one.aside else 0)
                for text in wrapped(self._strong, one.title, room):
                    self._lines.append(_Line(top, ROW_PX, text, one, True))
                    top += ROW_PX
            for whole in one.texts:
                for text in wrapped(self._small, whole, width):
                    self._lines.append(_Line(top, LINE_PX, text, one, False))
                    top += LINE_PX
            top += GRID_PX
        bar = self.verticalScrollBar()
        bar.setRange(0, max(top - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - ROW_PX, ROW_PX))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        shift, width = self.verticalScrollBar().value(), self.viewport().width()
        links, before = self.links(), None
        chosen = links[self.current] if 0 <= self.current < len(links) else None
        for line in self._lines:
            top = line.top - shift
            if top > event.rect().bottom() or top + line.height < event.rect().top():
                before = line.paragraph
                continue
            if line.paragraph is chosen:
                painter.fillRect(QRect(0, top, width, line.height), theme.color("selection_fill"))
            face = self._strong if line.is_title else self._small
            face.use(painter)
            token = line.paragraph.token if line.is_title else "muted"
            painter.setPen(theme.color("text" if line.paragraph is chosen else token))
            face.left(painter, LEFT_PX, top, line.height, line.text)
            if line.is_title and line.paragraph.aside and line.paragraph is not before:
                self._small.use(painter)
                painter.setPen(theme.color("muted"))
                self._small.right(painter, width - LEFT_PX, top, line.height, line.paragraph.aside)
            before = line.paragraph
        if self.hasFocus():
            outline(painter, QRectF(self.viewport().rect()), theme.color("selection"))


def wrapped(face: TypeFace, text: str, room: float) -> list[str]:
    """At plain spaces, not at the narrow ones within numbers; a word that is longer than a line is broken."""
    lines, line = [], ""
    for word in text.replace("\n", " ").split(" "):
        tried = f"{line} {word}".strip()
        if face.metrics.horizontalAdvance(tried) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and face.metrics.horizontalAdvance(word) > room:
            cut = next((size for size in range(len(word) - 1, 1, -1) if face.metrics.horizontalAdvance(word[:size]) <= room), 1)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines or [""]
