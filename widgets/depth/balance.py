"""The line below the curves: which side of the book holds more within the span, and which side has been taking.

Invariant: the bar's notch is its middle; its fill reaches from there towards the side that holds more. The small line is the
cumulative delta of the last minutes on its own range, zero as a dotted line when it is in it. What finds no room is left out, words last.
"""

from PySide6.QtCore import QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.depth.model import DepthModel
from widgets.pens import thin
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

PAD_PX = 2 * GRID_PX
BAR_PX, TRAIL_PX = 96, 120
VALUE_PX = 56
TIP = (
    mark("Imbalance: bids less asks within the span, in percent of both. Delta: bought less sold by aggressors since the run began;"
    " the line shows its last minutes")
)


class BalanceStrip(QWidget):
    def __init__(self, theme: Theme, model: DepthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._face, self._small = TypeFace(), TypeFace(SMALL_PX)
        self._said: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Balance of the book and of what was taken"))
        self.setToolTip(tr(TIP))

    def sizeHint(self) -> QSize:
        return QSize(480, ROW_PX)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def refresh(self) -> None:
        """Call when the model changed: paints only when what it says did."""
        model = self._model
        said = (model.imbalance(), model.deltas, model.instrument)
        if said != self._said:
            self._said = said
            self.setAccessibleDescription(self.text())
            self.update()

    def text(self) -> str:
        model = self._model
        base = model.instrument.base if model.instrument is not None else ""
        parts = ((tr("Imbalance"), model.imbalance_text()), (tr("Delta {base}", base=base), model.delta_text()))
        return "   ".join(f"{caption} {value}" for caption, value in parts if value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.color("hairline"))
        model = self._model
        found = model.imbalance()
        x = float(PAD_PX)
        if found is not None:
            x = self._words(painter, x, tr("Imbalance"), model.imbalance_text(), VALUE_PX)
            if x + BAR_PX + 200 <= self.width():
                self._bar(painter, x, found[0])
                x += BAR_PX + 2 * PAD_PX
        text = model.delta_text()
        if text and model.instrument is not None:
            x = self._words(painter, x, tr("Delta {base}", base=model.instrument.base), text, max(VALUE_PX, self._face.width(text)))
            if x + TRAIL_PX / 2 <= self.width() - PAD_PX and len(model.deltas) > 1:
                self._line(painter, x, min(TRAIL_PX, self.width() - PAD_PX - x))

    def _words(self, painter: QPainter, x: float, caption: str, value: str, room: float) -> float:
        """Returns where the next part begins."""
        self._small.use(painter)
        painter.setPen(self._theme.color("muted"))
        self._small.left(painter, x, 0, ROW_PX, caption)
        x += self._small.width(caption) + GRID_PX + room
        self._face.use(painter)
        painter.setPen(self._theme.color("text"))
        self._face.right(painter, x, 0, ROW_PX, value)
        return x + PAD_PX

    def _bar(self, painter: QPainter, x: float, percent: int) -> None:
        middle, half, color = int(x) + BAR_PX // 2, BAR_PX // 2, self._theme.color
        painter.fillRect(QRect(int(x), ROW_PX // 2 - 1, BAR_PX, 2), color("hairline"))
        length = half * abs(percent) // 100
        # Bids stand left of the middle, as in the curves.
        left = middle - length if percent > 0 else middle
        painter.fillRect(QRect(left, ROW_PX // 2 - 4, length, 8), color("bid" if percent > 0 else "ask"))
        painter.fillRect(QRect(middle, ROW_PX // 2 - 6, 1, 12), color("muted"))

    def _line(self, painter: QPainter, x: float, wide: float) -> None:
        deltas, color = self._model.deltas, self._theme.color
        low, high = min(deltas), max(deltas)
        top, room = 4.0, ROW_PX - 8.0
        scale = room / (high - low) if high > low else 0.0
        step = wide / (len(deltas) - 1)

        def y(delta: int) -> float:
            return top + room - (delta - low) * scale if scale else top + room / 2

        if low < 0 < high:
            painter.setPen(thin(color("muted"), Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x, y(0), x + wide, y(0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(thin(color("text")))
        painter.drawPolyline([QPointF(x + index * step, y(delta)) for index, delta in enumerate(deltas)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
