"""What traded at which price: the footprint inside each bar, and the volume profile of all bars in view.

Invariants: nothing is painted where it would not be readable; the trades are summed again only when they, or what is in
view, changed.
"""

from typing import Any, Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.chart.candles import CLOSE, HIGH, LOW, OPEN, SLOT
from widgets.chart.pane import Pane, View
from widgets.chart.trades import Cells, RunningProfile
from widgets.scales import nice_step
from widgets.sizes import size_text
from widgets.style import SMALL_PX
from widgets.type_face import TypeFace

ROW_PX: Final = 15
PROFILE_ROW_PX: Final = 4
PROFILE_PART: Final = 0.22
MOST_CELLS: Final = 900
UNEVEN: Final = 3
"""Times as much on one side as on the other: it is told in colour and weight."""


class Footprint:
    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._face, self._strong = TypeFace(SMALL_PX), TypeFace(SMALL_PX, strong=True)
        self._made_for: tuple[Any, ...] = ()
        self._cells: Cells | None = None

    def paint(self, painter: QPainter) -> None:
        view, pane, model = self._view, self._pane, self._view.model
        sight, instrument = view.sight, model.instrument
        if instrument is None or sight.first >= sight.end:
            return
        group = row_group(pane, instrument.tick, ROW_PX)
        key = (sight.version, model.trades.cursor, group)
        if key != self._made_for or self._cells is None:
            self._made_for, self._cells = key, model.footprint_at(sight.first, sight.end, group)
        self._paint_bodies(painter)
        cells = self._cells
        if len(cells.bar) > MOST_CELLS:
            return
        slots = model.candles.field(SLOT, sight.first, sight.end)
        tops, bottoms = pane.y_of(cells.price + group), pane.y_of(cells.price)
        largest: dict[int, int] = {}
        for bar, lots in zip(cells.bar.tolist(), (cells.bought + cells.sold).tolist(), strict=True):
            largest[bar] = max(largest.get(bar, 0), lots)
        half = view.framing.spacing_px / 2 - 4
        rows = zip(
            cells.bar.tolist(), cells.bought.tolist(), cells.sold.tolist(), tops.tolist(), bottoms.tolist(), strict=True
        )
        for bar, bought, sold, top, bottom in rows:
            middle, height = view.x_of(int(slots[bar])) + 4, bottom - top
            if bought + sold == largest[bar]:
                painter.fillRect(QRectF(middle - half, top + 1, 2 * half, height - 1), view.ink.raised)
            self._size(painter, size_text(instrument, sold, 2), sold, bought, (middle - 5, top, height), right=True)
            self._size(painter, size_text(instrument, bought, 2), bought, sold, (middle + 5, top, height), right=False)

    def _size(
        self, painter: QPainter, text: str, lots: int, other: int, place: tuple[float, float, float], right: bool
    ) -> None:
        """right: ends at the place (what was sold), else begins there (what was bought)."""
        ink, (x, top, height) = self._view.ink, place
        heavy = lots > UNEVEN * other and lots > 0
        face = self._strong if heavy else self._face
        face.use(painter)
        painter.setPen((ink.falling if right else ink.rising) if heavy else ink.text if lots else ink.muted)
        draw = face.right if right else face.left
        draw(painter, x, top, height, text if lots else "0")

    def _paint_bodies(self, painter: QPainter) -> None:
        """A thin candle at the left of each bar."""
        view, pane = self._view, self._pane
        cells = view.model.candles
        first, end = view.sight.first, view.sight.end
        fields = [cells.field(one, first, end) for one in (SLOT, OPEN, HIGH, LOW, CLOSE)]
        tops, opens, lows, closes = (pane.y_of(one) for one in (fields[2], fields[1], fields[3], fields[4]))
        left = view.framing.spacing_px / 2 - 4
        for number, slot in enumerate(fields[0].tolist()):
            x = round(view.x_of(slot) - left) + 0.5
            rising = fields[4][number] >= fields[1][number]
            painter.setPen(view.ink.rising_pen if rising else view.ink.falling_pen)
            painter.drawLine(QLineF(x, float(tops[number]), x, float(lows[number])))
            y, tall = min(opens[number], closes[number]), abs(opens[number] - closes[number])
            painter.fillRect(QRectF(x - 2, float(y), 4, max(float(tall), 1)), view.ink.rising if rising else view.ink.falling)


class Profile:
    """Bars from the right edge: as long as what traded, split into what buyers took and what sellers hit."""

    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._made_for: tuple[Any, ...] = ()
        self._cells: Cells | None = None
        self._running = RunningProfile()
        self.point_of_control = 0

    def paint(self, painter: QPainter) -> None:
        view, pane, model = self._view, self._pane, self._view.model
        sight, instrument = view.sight, model.instrument
        if instrument is None or sight.first >= sight.end:
            return
        group = row_group(pane, instrument.tick, PROFILE_ROW_PX)
        key = (sight.version, model.trades.cursor, group)
        if key != self._made_for or self._cells is None:
            self._made_for = key
            slots = model.candles.field(SLOT)
            start, end = model.candles.time_of(int(slots[sight.first])), model.candles.end_of(int(slots[sight.end - 1]))
            self._cells = self._running.of(model.trades, start, end, group)
        cells = self._cells
        if not len(cells.price):
            return
        whole = cells.bought + cells.sold
        self.point_of_control = int(cells.price[int(np.argmax(whole))])
        scale = pane.width * PROFILE_PART / int(whole.max())
        tops, bottoms = pane.y_of(cells.price + group), pane.y_of(cells.price)
        painter.setPen(Qt.PenStyle.NoPen)
        for price, bought, sold, top, bottom in zip(
            cells.price.tolist(), (cells.bought * scale).tolist(), (cells.sold * scale).tolist(), tops.tolist(), bottoms.tolist(),
            strict=True,
        ):
            height, right = max(bottom - top - 1, 1), pane.width
            painter.fillRect(QRectF(right - sold, top, sold, height), view.ink.falling_fill)
            painter.fillRect(QRectF(right - sold - bought, top, bought, height), view.ink.rising_fill)
            if price == self.point_of_control:
                painter.setPen(view.ink.muted_pen)
                painter.drawLine(QLineF(0, top + height / 2, right - sold - bought, top + height / 2))
                painter.setPen(Qt.PenStyle.NoPen)


def row_group(pane: Pane, tick: int, row_px: int) -> int:
    """Price units a row, so that a row is at least row_px high."""
    return nice_step(int((pane.high - pane.low) * row_px / max(pane.height, 1.0)) + 1, tick)
