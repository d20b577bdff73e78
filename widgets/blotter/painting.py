"""One line of a blotter's table on the screen: a row's cells, or a heading with what its rows add up to."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from widgets.blotter.columns import CANCEL
from widgets.blotter.form import is_open
from widgets.blotter.layout import Place
from widgets.blotter.rows import Rows
from widgets.blotter.selection import Selection
from widgets.flash import Flash
from widgets.shapes import cross
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.type_face import TypeFace

PAD_PX = 6
SHUT_SIGN = {True: "\u25b8", False: "\u25be"}
TOKENS = ("panel", "raised", "text", "muted", "selection", "selection_fill", "hairline", "bid", "ask", "own", "warning")
Seen = list[tuple[Place, int]]
"""Columns in sight, with where they begin."""


class RowPainter:
    def __init__(self, rows: Rows, selection: Selection) -> None:
        self._rows, self._selection = rows, selection
        self._face, self._strong = TypeFace(), TypeFace(strong=True)
        self._cross = cross(10.0).translated(7.0, 6.0)
        self._cuts: dict[tuple[str, int], str] = {}

    def set_theme(self, theme: Theme) -> dict[str, QColor]:
        self._colors = {token: theme.color(token) for token in TOKENS}
        return self._colors

    def empty(self, painter: QPainter, width: int, height: int, title: str, sentence: str) -> None:
        """What a table without rows says."""
        middle = height // 2
        self._strong.use(painter)
        painter.setPen(self._colors["text"])
        self._strong.centre(painter, width / 2, middle - ROW_PX, ROW_PX, title)
        self._face.use(painter)
        painter.setPen(self._colors["muted"])
        fitting = self._face.metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, width - 4 * GRID_PX)
        self._face.centre(painter, width / 2, middle, ROW_PX, fitting)

    def paint(self, painter: QPainter, line: int, top: int, width: int, seen: Seen, flash: Flash) -> None:
        at = self._rows.arrangement.at(line)
        if at < 0:
            self._paint_heading(painter, -1 - at, top, width, seen)
            return
        chosen = self._selection.has(at)
        if chosen:
            painter.fillRect(QRect(0, top, width, ROW_PX), self._colors["selection_fill"])
        self._face.use(painter)
        row = self._rows.row(at)
        for place, left in seen:
            if flash.is_lit((at, place.column.name)):
                painter.fillRect(QRect(left + 1, top + 2, place.width - 2, ROW_PX - 4), self._colors["hairline"])
            self._paint_cell(painter, row, place, left, top, chosen)
        struck = self._rows.table.struck
        if struck is not None and struck(row):
            painter.fillRect(QRect(PAD_PX, top + ROW_PX // 2, width - 2 * PAD_PX, 1), self._colors["text" if chosen else "muted"])

    def _paint_cell(self, painter: QPainter, row: object, place: Place, left: int, top: int, chosen: bool) -> None:
        column, colors, face = place.column, self._colors, self._face
        if column.name == CANCEL:
            if is_open(row):  # type: ignore[arg-type]  # only orders have that column
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
                painter.fillPath(self._cross.translated(left, top), colors["text" if chosen else "muted"])
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            return
        token = column.tone(row) if column.tone is not None else "text"
        painter.setPen(colors["text" if chosen and token == "muted" else token])
        text = self._cut(column.text(row), place.width - PAD_PX)
        if column.right:
            face.right(painter, left + place.width - PAD_PX, top, ROW_PX, text)
        else:
            face.left(painter, left + PAD_PX, top, ROW_PX, text)

    def _cut(self, text: str, room: int) -> str:
        if self._face.width(text) <= room:
            return text
        found = self._cuts.get((text, room))
        if found is None:
            if len(self._cuts) > 1000:
                self._cuts.clear()
            found = self._cuts[text, room] = self._face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return found

    def _paint_heading(self, painter: QPainter, number: int, top: int, width: int, seen: Seen) -> None:
        heading, strong = self._rows.arrangement.headings[number], self._strong
        is_current = self._selection.heading == heading.text
        painter.fillRect(QRect(0, top, width, ROW_PX), self._colors["selection_fill" if is_current else "raised"])
        strong.use(painter)
        painter.setPen(self._colors["text"])
        said = f"{SHUT_SIGN[heading.is_shut]} {heading.text}"
        strong.left(painter, 2 * GRID_PX, top, ROW_PX, said)
        count = f"{heading.count:,}".replace(",", "\u202f")
        x = 2 * GRID_PX + strong.width(said) + 2 * GRID_PX
        self._face.use(painter)
        painter.setPen(self._colors["text" if is_current else "muted"])
        self._face.left(painter, x, top, ROW_PX, count)
        end = x + self._face.width(count) + GRID_PX
        texts = self._rows.totals(heading.of)
        for place, left in seen:
            text = texts.get(place.column.name, "")
            # A sum that has no room is left out, never cut: half a number is a wrong one.
            if text and place.column.right and left + place.width - PAD_PX - self._face.width(text) > end:
                self._face.right(painter, left + place.width - PAD_PX, top, ROW_PX, text)
