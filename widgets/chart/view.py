"""The chart panel: a slim header over candles and volume.

Invariants: it asks for candles from the last one it holds, so a frame costs what changed; changing the interval or the
instrument asks for all of them again. It sends no commands. Crosshairs are linked by session time: `crosshair` tells
where the pointer is, show_crosshair() shows where somebody else's is, and never answers with a signal.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.projections.pictures import CandlesLook, CandlesPicture
from widgets.chart.header import ChartHeader
from widgets.chart.model import Change, ChartModel
from widgets.chart.plot import ChartPlot
from widgets.style import Theme


class ChartView(QWidget):
    """crosshair: session time (UTC ns) of the candle under the pointer, or None."""

    asked = Signal(object)
    crosshair = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = ChartModel()
        self.header = ChartHeader(theme, self)
        self.plot = ChartPlot(theme, self.model, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.plot, 1)
        self.header.chosen.connect(self.show_interval)
        self.header.latest_pressed.connect(self.plot.latest)
        self.plot.pointed.connect(self.crosshair)
        self.plot.framed.connect(self._say)
        self.setFocusProxy(self.plot)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Chart")

    def sizeHint(self) -> QSize:
        return QSize(710, 366)

    def look(self) -> CandlesLook:
        return self.model.look()

    def draw(self, picture: CandlesPicture) -> None:
        change = self.model.take(picture)
        if change is Change.RESTARTED:
            self.header.readout.forget_widths()
            self.plot.restart()
        elif change is Change.GROWN:
            self.plot.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.header.set_theme(theme)
        self.plot.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the chart shows from the next frame on; 0: the first listed."""
        if instrument_id != self.model.instrument_id:
            self.model.want_instrument(instrument_id)
            self.plot.restart()

    def show_interval(self, interval_ns: int) -> None:
        """One of INTERVALS, from the next frame on."""
        self.header.show_interval(interval_ns)
        self.model.want_interval(interval_ns)

    def show_crosshair(self, at_ns: int | None) -> None:
        """The crosshair of a linked panel; None: it is gone."""
        self.plot.show_crosshair(at_ns)
        self._say()

    def _say(self) -> None:
        slot = self.plot.crosshair.slot
        self.header.say(self.model.facts(slot), muted=slot is None)
        self.header.show_follows(self.plot.framing.follows or not self.model.candles.count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Comma: -1, Qt.Key.Key_Period: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers():
            self.header.step(step)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.plot.forget_pointer()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
