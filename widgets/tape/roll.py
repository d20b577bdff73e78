"""Paints the lines of a tape, newest on top, and scrolls through them.

Invariant: scrolled back, the lines under the reader's eyes stand still while new ones arrive above.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.tape_pictures import PrintKind
from widgets.action_keys import key_of
from widgets.arrow import triangle
from widgets.figures import Figures
from widgets.flat import outline
from widgets.sizes import size_text
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tape.model import Line, TapeModel, new_text, skipped_text, time_text
from widgets.tongue import Table, mark, tr
from widgets.type_face import TypeFace

TITLE_PX = ROW_PX
TIME_PX = 92
ARROW_PX = 24
PAD_PX = 2 * GRID_PX
OWN_MARK_PX = 3
SCROLL_LINES = 3
SIZE_DECIMALS = 5
EMPTY = (mark("No trades yet"), mark("Each one appears as it happens."))
FILTERED = (mark("Nothing this large yet"), mark("Lower the minimum size to see smaller trades."))
OWN_ONLY = (mark("No trade of ours yet"), mark("{key} shows everybody's."))
UNDONE = Table({PrintKind.BUSTED: "busted", PrintKind.CORRECTED: "corrected to"})


class TapeRoll(QWidget):
    moved = Signal()
    """Scrolled by a person, or back at the newest."""

    def __init__(self, theme: Theme, model: TapeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._strong, self._small = TypeFace(strong=True), TypeFace(SMALL_PX)
        self._figures, self._strong_figures = Figures(), Figures(strong=True)
        self._data = TypeFace()
        self._first = 0
        self._new = 0
        self._wheel = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Time and sales"))
        self.setToolTip(tr("Wheel or Page keys look back, Home returns to the newest"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self._panel, self._raised, self._hairline = color("panel"), color("raised"), color("hairline")
        self._text, self._muted = color("text"), color("muted")
        self._own, self._own_fill = color("own"), color("own_fill")
        self._stale, self._stale_fill, self._focus = color("stale"), color("stale_fill"), color("selection")
        self._tone, self._fill = (color("bid"), color("ask")), (color("bid_fill"), color("ask_fill"))
        self.update()

    # lines -----------------------------------------------------------------------------------------------------------

    @property
    def paused(self) -> bool:
        return self._first > 0

    @property
    def first(self) -> int:
        """How many newer lines are above the top one."""
        return self._first

    @property
    def unseen(self) -> int:
        return self._new

    def grown(self, lines: int, restarted: bool) -> None:
        if restarted:
            self._first = self._new = 0
            self.moved.emit()
        elif self._first:
            self._new += lines
            self._first = min(self._first + lines, self._last_first())
            # The strip changes, the lines below it do not.
            self.update(0, TITLE_PX, self.width(), ROW_PX)
            return
        self.update()

    def rearranged(self) -> None:
        self.go_to(0)
        self.update()

    def go_to(self, first: int) -> None:
        first = min(max(first, 0), self._last_first())
        if first != self._first:
            self._first = first
            self._new = min(self._new, first)
            self.update()
            self.moved.emit()

    def _last_first(self) -> int:
        return max(0, len(self._model.lines) - 1)

    def _page(self) -> int:
        return max(1, (self.height() - TITLE_PX) // ROW_PX)

    # painting --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(340, TITLE_PX + 16 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(268, TITLE_PX + 3 * ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._panel)
        instrument = self._model.instrument
        if instrument is None or not self._model.lines:
            has_prints = instrument is not None and self._model.smallest > 0
            title, hint = OWN_ONLY if self._model.own_only else FILTERED if has_prints else EMPTY
            self._paint_empty(painter, tr(title), tr(hint, key=key_of("tape.own")))
            return
        self._paint_titles(painter, instrument)
        y, index = TITLE_PX, self._first
        if self.paused:
            self._paint_strip(painter, y)
            y += ROW_PX
        dirty = event.rect()
        while y + ROW_PX <= self.height() and index < len(self._model.lines):
            if y < dirty.bottom() + 1 and y + ROW_PX > dirty.top():
                self._paint_line(painter, y, self._model.line(index), instrument)
            y += ROW_PX
            index += 1
        if self.hasFocus():
            outline(painter, QRectF(0, TITLE_PX, self.width(), self.height() - TITLE_PX), self._focus)

    def _edges(self) -> tuple[int, int, int]:
        """Right edges of price and size, and the left end of the size bar."""
        width = self.width()
        size = width - PAD_PX
        left = min(PAD_PX + TIME_PX, width // 3)
        price = left + ARROW_PX + max(72, (width - left - ARROW_PX) * 2 // 5)
        return price, size, price + PAD_PX

    def _paint_titles(self, painter: QPainter, instrument: Instrument) -> None:
        price, size, _ = self._edges()
        self._small.use(painter)
        painter.setPen(self._muted)
        self._small.left(painter, PAD_PX, 0, TITLE_PX, tr("Time UTC"))
        self._small.right(painter, price, 0, TITLE_PX, tr("Price {quote}", quote=instrument.quote))
        self._small.right(painter, size, 0, TITLE_PX, tr("Size {base}", base=instrument.base))
        painter.fillRect(QRect(0, TITLE_PX - 1, self.width(), 1), self._hairline)

    def _paint_strip(self, painter: QPainter, y: int) -> None:
        painter.fillRect(QRect(0, y, self.width(), ROW_PX), self._stale_fill)
        painter.fillRect(QRect(PAD_PX, y + 6, 3, ROW_PX - 12), self._text)
        painter.fillRect(QRect(PAD_PX + 5, y + 6, 3, ROW_PX - 12), self._text)
        self._strong.use(painter)
        painter.setPen(self._text)
        self._strong.left(painter, PAD_PX + 16, y, ROW_PX, new_text(self._new))
        self._small.use(painter)
        self._small.right(painter, self.width() - PAD_PX, y, ROW_PX, tr("newest: click or Home"))

    def _paint_line(self, painter: QPainter, y: int, line: Line, instrument: Instrument) -> None:
        if line.skipped:
            self._small.use(painter)
            painter.setPen(self._stale)
            self._small.centre(painter, self.width() / 2, y, ROW_PX, skipped_text(line.skipped))
            return
        price, size, bar = self._edges()
        model = self._model
        large = bool(model.large) and line.qty >= model.large
        if line.kind is not PrintKind.TRADE:
            self._paint_undone(painter, y, line, instrument)
            return
        if line.own:
            painter.fillRect(QRect(0, y + 1, self.width(), ROW_PX - 2), self._own_fill)
            painter.fillRect(QRect(0, y + 1, OWN_MARK_PX, ROW_PX - 2), self._own)
        else:
            # Square root: a whale must not turn everybody else's bar into nothing.
            length = int((size + PAD_PX - bar) * min(1.0, (line.qty / model.largest) ** 0.5))
            painter.fillRect(QRect(self.width() - length, y + 1, length, ROW_PX - 2), self._fill[line.aggressor])
        # Each line is drawn a few times at most: nothing of it is worth keeping.
        face = self._strong_figures if large or line.own else self._figures
        self._figures.use(painter)
        painter.setPen(self._muted if not line.own else self._text)
        at = time_text(line.at)
        self._figures.left(painter, PAD_PX, y, ROW_PX, at)
        tone = self._tone[line.aggressor]
        text = instrument.price_text(line.price)
        # In its place, or between time and price where large type leaves less room.
        middle = min(PAD_PX + TIME_PX + 8.0, (PAD_PX + self._figures.width(at) + price - face.width(text)) / 2)
        triangle(painter, middle, y + ROW_PX / 2, line.aggressor is Side.BUY, tone)
        face.use(painter)
        painter.setPen(self._own if line.own else tone)
        face.right(painter, price, y, ROW_PX, text)
        painter.setPen(self._text)
        sizes = size_text(instrument, line.qty, SIZE_DECIMALS)
        face.right(painter, size, y, ROW_PX, sizes)
        self._paint_note(painter, y, line, bar, size - face.width(sizes))

    def _paint_undone(self, painter: QPainter, y: int, line: Line, instrument: Instrument) -> None:
        """A trade of before that the exchange took back, or that is this one now."""
        price, size, _ = self._edges()
        painter.fillRect(QRect(0, y + 1, self.width(), ROW_PX - 2), self._stale_fill)
        self._data.use(painter)
        painter.setPen(self._text)
        self._data.left(painter, PAD_PX, y, ROW_PX, UNDONE[line.kind])
        self._data.right(painter, price, y, ROW_PX, instrument.price_text(line.price))
        self._data.right(painter, size, y, ROW_PX, size_text(instrument, line.qty, SIZE_DECIMALS))

    def _paint_note(self, painter: QPainter, y: int, line: Line, x: int, end: float) -> None:
        """Left out when it would touch the size: the row's ground says own, too."""
        note = tr("own") if line.own else ""
        if line.prints > 1:
            note = f"{line.prints}\u00d7 {note}".rstrip()
        if note and x + 2 * GRID_PX + self._small.width(note) <= end:
            self._small.use(painter)
            painter.setPen(self._own if line.own else self._muted)
            self._small.left(painter, x + GRID_PX, y, ROW_PX, note)

    def _paint_empty(self, painter: QPainter, title: str, text: str) -> None:
        middle = self.height() // 2 - ROW_PX
        self._strong.use(painter)
        painter.setPen(self._text)
        self._strong.centre(painter, self.width() / 2, middle, ROW_PX, title)
        self._small.use(painter)
        painter.setPen(self._muted)
        self._small.centre(painter, self.width() / 2, middle + ROW_PX, ROW_PX, text)

    # hands -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.go_to(self._first)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        if notches:
            self.go_to(self._first - notches * SCROLL_LINES)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.paused and TITLE_PX <= event.position().y() < TITLE_PX + ROW_PX:
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -self._page(), Qt.Key.Key_PageDown: self._page(),
            Qt.Key.Key_Home: -len(self._model.lines), Qt.Key.Key_End: len(self._model.lines),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.go_to(self._first + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
