"""The watchlist panel: a line an instrument; choosing one tells whoever listens. Symbols are added by typing them.

Invariants: only instruments in sight are asked for, laid out and painted, however many the list has; the chosen one stays chosen
when lines come and go; only changed lines are painted again. It asks the core for nothing.
"""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from core.domain.enums import Side
from core.projections.watch_pictures import WatchLook, WatchPicture, WatchRow
from widgets.flash import Flash
from widgets.flat import outline
from widgets.full_name import full_name
from widgets.style import ROW_PX, Theme
from widgets.tongue import tr
from widgets.watchlist.add_field import AddField
from widgets.watchlist.hands import hint, menu_of, press
from widgets.watchlist.memo import Memo, read, written
from widgets.watchlist.model import Line, bare_line, lines, tip
from widgets.watchlist.paint import CLEARED, EMPTY, TITLE_PX, LinePainter, Look
from widgets.watchlist.symbols import Entry, Symbols

DRAG_PX: Final = 6
"""Chosen: less is a hand that was not still."""
SCROLL_LINES: Final = 3
BAR_PX: Final = 10


class WatchlistView(QWidget):
    asked = Signal(object)
    chosen = Signal(int)
    """The instrument's id."""
    memo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = LinePainter(theme)
        self.symbols = Symbols()
        self._version = self._listing = -1
        self._wanted: tuple[int, ...] = ()
        self._drawn: tuple[int, ...] = ()
        self._rows: dict[int, WatchRow] = {}
        self._lines: dict[str, Line] = {}
        self._places = self._paint.places(self.width())
        self._chosen_id, self._marked = 0, ""
        self._hover = -1
        self._first, self._wheel, self._pressed, self._slot = 0, 0, (-1, 0.0), -1
        self._flash = Flash(self, self._went_out)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setAccessibleName(tr("Scroll the watchlist"))
        self.bar.valueChanged.connect(self._scroll_to)
        self.add = AddField(theme, self.symbols.matches, self)
        self.add.added.connect(lambda instrument: self._add(full_name(instrument)))
        self.add.asked.connect(self._add_text)
        self.add.closed.connect(self._close_add)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Watchlist"))
        self.say_keys()
        self._fit()

    # a panel ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(780, TITLE_PX + 6 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, TITLE_PX + 2 * ROW_PX)

    def look(self) -> WatchLook:
        entries = self.symbols.entries[self._first:self._first + self.page() + 1]
        self._wanted = tuple(entry.instrument.id for entry in entries if entry.instrument is not None)
        return WatchLook(self._version if self._wanted == self._drawn else -1, self._listing, self._wanted)

    def draw(self, picture: WatchPicture) -> None:
        self._version, self._drawn = picture.version, self._wanted
        if picture.listed is not None:
            self._listing = picture.listing
            self.symbols.take_listed(picture.listed)
            self._relist()
        old_rows, old_lines = self._rows, self._lines
        self._rows = {row.instrument.id: row for row in picture.rows}
        self._lines = {full_name(row.instrument): made for row, made in zip(picture.rows, lines(picture), strict=True)}
        self._flash.light(
            id for id, row in self._rows.items() if id in old_rows and old_rows[id].last and old_rows[id].last != row.last
        )
        changed = [name for name, made in self._lines.items() if old_lines.get(name) != made]
        if 2 * len(changed) > len(self._lines):
            self.update(0, TITLE_PX, self._wide(), len(self.symbols.entries) * self._paint.line_px)
            return
        for name in changed:
            self._update_line(self.symbols.index(name))

    def set_theme(self, theme: Theme) -> None:
        self._paint.set_theme(theme)
        self.add.set_theme(theme)
        self.update()

    def memo(self) -> str:
        """What a workspace keeps of this list."""
        return written(Memo(None if self.symbols.own is None else tuple(self.symbols.own), self._paint.dense))

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        memo = read(text)
        if memo is not None:
            self.symbols.take_own(memo.symbols)
            self._set_dense(memo.dense)
            self._relist()
        return memo is not None

    def chosen_id(self) -> int:
        """0 before the first picture; then the first listed until somebody chooses."""
        return self._chosen_id

    def marked(self) -> int:
        """Index of the marked line, -1: none."""
        return self.symbols.index(self._marked)

    def is_dense(self) -> bool:
        return self._paint.dense

    def is_dragging(self) -> bool:
        return self._slot >= 0

    def choose(self, instrument_id: int) -> None:
        """Marks an instrument as the one looked at, without telling anybody; 0: none is meant."""
        if instrument_id:
            self._chosen_id = instrument_id
            index = self.symbols.index_of_id(instrument_id)
            self._marked = self.symbols.entries[index].name if index >= 0 else ""
            self._show_index(index)

    show_instrument = choose

    def line_rect(self, index: int) -> QRect:
        high = self._paint.line_px
        return QRect(0, TITLE_PX + (index - self._first) * high, self._wide(), high)

    # painting --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        entries = self.symbols.entries
        if not entries:
            self._paint.empty(painter, self.rect(), EMPTY if self.symbols.own is None else CLEARED)
            return
        region, width = event.region(), self._wide()
        if region.intersects(QRect(0, 0, width, TITLE_PX)):
            self._paint.titles(painter, self._places, width)
        end = TITLE_PX
        for index in range(self._first, min(self._first + self.page() + 1, len(entries))):
            rect = self.line_rect(index)
            end = rect.bottom() + 1
            if region.intersects(rect):
                self._paint_line(painter, index, rect, entries[index])
        painter.fillRect(QRect(0, end, self.width(), self.height() - end), self._paint.panel)
        painter.fillRect(QRect(width, 0, self.width() - width, TITLE_PX), self._paint.panel)
        marked = self.marked()
        if self.hasFocus() and marked >= self._first:
            outline(painter, QRectF(self.line_rect(marked)), self._paint.selection)
        if self._slot >= 0:
            painter.fillRect(QRect(0, self.line_rect(self._slot).top() - 1, width, 2), self._paint.selection)

    def _paint_line(self, painter: QPainter, index: int, rect: QRect, entry: Entry) -> None:
        one = entry.instrument
        row = self._rows.get(one.id) if one is not None else None
        made = self._lines.get(entry.name) or bare_line(entry.name, one is not None)
        aggressor = row.last_aggressor if row is not None else Side.BUY
        lit = one is not None and self._flash.is_lit(one.id)
        look = Look(aggressor, entry.name == self._marked, index == self._hover, lit)
        self._paint.line(painter, self._places, rect.top(), rect.width(), made, look)

    def _update_line(self, index: int) -> None:
        if index >= 0:
            self.update(self.line_rect(index))

    def _went_out(self, keys: list[Hashable]) -> None:
        for key in keys:
            if isinstance(key, int):
                self._update_line(self.symbols.index_of_id(key))

    # the list --------------------------------------------------------------------------------------------------------

    def page(self) -> int:
        """Whole lines that fit."""
        return max(1, (self.height() - TITLE_PX) // self._paint.line_px)

    def _wide(self) -> int:
        return self.width() - (BAR_PX if self.bar.isVisibleTo(self) else 0)

    def _relist(self) -> None:
        """The list is another: the mark stays where it was, or goes to what is looked at, or to the first."""
        entries = self.symbols.entries
        if self.marked() < 0:
            index = self.symbols.index_of_id(self._chosen_id)
            first = next((one for one in entries if one.instrument is not None), None)
            if index >= 0:
                self._marked = entries[index].name
            elif not self._chosen_id and first is not None and first.instrument is not None:
                self._marked, self._chosen_id = first.name, first.instrument.id
        self._flash.clear()
        self._fit()
        self.update()

    def _fit(self) -> None:
        most = max(0, len(self.symbols.entries) - self.page())
        self._first = min(self._first, most)
        self.bar.setVisible(most > 0)
        self.bar.setRange(0, most)
        self.bar.setPageStep(self.page())
        self.bar.setValue(self._first)
        self.bar.setGeometry(self.width() - BAR_PX, TITLE_PX, BAR_PX, max(0, self.height() - TITLE_PX))
        self._places = self._paint.places(self._wide())

    def _scroll_to(self, first: int) -> None:
        first = min(max(first, 0), max(0, len(self.symbols.entries) - self.page()))
        if first != self._first:
            self._first = first
            self.bar.setValue(first)
            self.update()

    def _show_index(self, index: int) -> None:
        if index >= 0:
            self._scroll_to(min(max(self._first, index - self.page() + 1), index))
        self.update()

    def choose_index(self, index: int) -> None:
        entries = self.symbols.entries
        if 0 <= index < len(entries):
            self._marked = entries[index].name
            self._show_index(index)
            if (one := entries[index].instrument) is not None:
                self._chosen_id = one.id
                self.chosen.emit(one.id)

    def open_add(self, text: str = "") -> None:
        self.add.move(0, TITLE_PX)
        self.add.open(text)

    def _close_add(self) -> None:
        if self.add.isVisible():
            had_focus = self.add.field.hasFocus()
            self.add.hide()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_text(self, text: str) -> None:
        name, wrong = self.symbols.named(text)
        if wrong:
            self.add.complain(wrong)
        else:
            self._add(name)

    def _add(self, name: str) -> None:
        """Below the marked line; one that is there already is only gone to."""
        before = len(self.symbols.entries)
        index = self.symbols.add(name, self.marked() + 1)
        self._close_add()
        if len(self.symbols.entries) != before:
            self._changed()
        self.choose_index(index)

    def remove(self) -> None:
        index = self.marked()
        if index >= 0:
            self.symbols.remove(index)
            entries = self.symbols.entries
            self._marked = entries[min(index, len(entries) - 1)].name if entries else ""
            self._changed()

    def move_line(self, index: int, to: int) -> None:
        if self.symbols.move(index, to) != index:
            self._changed()
            self._show_index(self.marked())

    def show_all(self) -> None:
        """Every listed instrument, in the order of listing, as at first."""
        self.symbols.take_own(None)
        self._changed()

    def show_dense(self, on: bool) -> None:
        self._set_dense(on)
        self.memo_changed.emit()

    def _set_dense(self, on: bool) -> None:
        self._paint.dense = on
        self._fit()
        self.update()

    def _changed(self) -> None:
        self._relist()
        self.memo_changed.emit()

    # hands -----------------------------------------------------------------------------------------------------------

    def _index_at(self, y: float) -> int:
        index = self._first + int(y - TITLE_PX) // self._paint.line_px if y >= TITLE_PX else -1
        return index if index < len(self.symbols.entries) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (self._index_at(event.position().y()), event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        self._hover_over(self._index_at(y))
        index, start = self._pressed
        if index >= 0 and (self._slot >= 0 or abs(y - start) > DRAG_PX):
            slot = self._first + round(max(y - TITLE_PX, 0) / self._paint.line_px)
            self._drag_to(min(slot, len(self.symbols.entries)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chooses only now: what is dragged to another place must not take the linked panels with it."""
        (index, _), slot = self._pressed, self._slot
        self.give_up_drag()
        if index >= 0 and slot >= 0:
            self.move_line(index, slot if slot <= index else slot - 1)
        elif index >= 0 and index == self._index_at(event.position().y()):
            self.choose_index(index)

    def _drag_to(self, slot: int) -> None:
        """The gap above that line is where it would go; -1: nothing is dragged."""
        if slot != self._slot:
            self._slot = slot
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(-1)

    def _hover_over(self, index: int) -> None:
        if index != self._hover:
            self._update_line(self._hover)
            self._hover = index
            self._update_line(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        self._scroll_to(self._first - SCROLL_LINES * notches)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.marked() if by_key else self._index_at(event.pos().y())
        self._marked = self.symbols.entries[index].name if index >= 0 else self._marked
        self.update()
        menu_of(self).popup(self.mapToGlobal(self.line_rect(index).center()) if by_key else event.globalPos())

    def toggle_dense(self) -> None:
        self.show_dense(not self._paint.dense)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(self, event):
            super().keyPressEvent(event)

    def say_keys(self) -> None:
        self.setAccessibleDescription(hint())

    def give_up_drag(self) -> None:
        self._pressed = (-1, 0.0)
        self._drag_to(-1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            one = self.symbols.entries[index].instrument if (index := self._index_at(event.pos().y())) >= 0 else None
            row = self._rows.get(one.id) if one is not None else None
            QToolTip.showText(event.globalPos(), hint() if row is None else tip(row, self._lines[full_name(row.instrument)]), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._flash.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    focusOutEvent = focusInEvent
