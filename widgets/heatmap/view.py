"""The heatmap panel: a slim header over the map. It sends no commands.

The header says what stood where the pointer is, and when; or the present delta and imbalance. Crosshairs are linked by
session time, as the chart's.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.projections.chart_pictures import HeatLook, HeatPicture
from widgets.flat import FlatButton
from widgets.heatmap.map import Heatmap
from widgets.heatmap.model import HeatmapModel
from widgets.readout import Part, Readout
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import mark, tr

PAD_PX = 2 * GRID_PX
PARTS = (
    Part("time", "", 3), Part("price", mark("Price"), 1, strong=True), Part("size", ""), Part("delta", mark("Delta"), 2),
    Part("tilt", mark("Imbalance"), 2), Part("note", ""),
)


class HeatmapView(QWidget):
    """crosshair: session time (UTC ns) under the pointer, or None. price_cross: the price there, or None."""

    asked = Signal(object)
    crosshair = Signal(object)
    price_cross = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = HeatmapModel()
        self.map = Heatmap(theme, self.model, self)
        self.readout = Readout(theme, PARTS, tr("Heatmap values"), self)
        self.latest = FlatButton(tr("Latest"), theme, tr("Latest moment"), tr("Back to the present and to the touch   End"), self)
        self.latest.clicked.connect(lambda _on=False: self.map.latest())
        self.latest.hide()
        self.map.pointed.connect(self.crosshair)
        self.map.priced.connect(self.price_cross)
        self.map.framed.connect(self._say)
        self.map.setToolTip(tr("Wheel: time   Ctrl+wheel: prices   drag: move   Home: all as at first"))
        self.setFocusProxy(self.map)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Heatmap"))

    def sizeHint(self) -> QSize:
        return QSize(px(710), px(366))

    def look(self) -> HeatLook:
        return self.model.look()

    def draw(self, picture: HeatPicture) -> None:
        restarted = self.model.take(picture)
        if restarted is None:
            return
        if restarted:
            self.readout.forget_widths()
            self.map.restart()
        else:
            self.map.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.latest.set_theme(theme)
        self.readout.set_theme(theme)
        self.map.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the map shows from the next frame on; 0: the first listed."""
        if instrument_id != self.model.instrument_id:
            self.model.want_instrument(instrument_id)
            self.map.restart()

    def show_crosshair(self, at_ns: int | None) -> None:
        """The crosshair of a linked panel; None: it is gone."""
        self.map.show_crosshair(at_ns)
        self._say()

    def show_price_cross(self, price: int | None) -> None:
        """The price under the pointer of a linked panel; None: it is gone."""
        self.map.show_price_cross(price)
        self._say()

    def _say(self) -> None:
        framing, instrument = self.map.framing, self.model.instrument
        step = self.map.step_pointed()
        place = step, self.map.price_pointed(), framing.window
        facts, lots = self.model.facts(*place), self.model.standing(*place) or 0
        tone = "ask" if lots < 0 else "bid" if lots > 0 else "muted"
        unit = tr("Delta {base}", base=instrument.base) if instrument is not None else tr("Delta")
        self.readout.say(facts, {"time": "muted", "size": tone, "note": "muted"}, {"delta": unit})
        follows = (framing.follows and framing.centres) or self.model.is_empty
        if self.latest.isHidden() != follows:
            had_focus = self.latest.hasFocus()
            self.latest.setHidden(follows)
            if had_focus:
                self.map.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide, top = self.latest.sizeHint().width(), ROW_PX + 2 * GRID_PX + 1
        self.latest.setGeometry(self.width() - PAD_PX - wide, GRID_PX, wide, ROW_PX)
        self.readout.setGeometry(PAD_PX, GRID_PX, max(self.width() - wide - 3 * PAD_PX, 16), ROW_PX)
        self.map.setGeometry(0, top, self.width(), max(self.height() - top, 0))

    def hideEvent(self, event: QHideEvent) -> None:
        self.map.forget_pointer()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, ROW_PX + 2 * GRID_PX, self.width(), 1), self._theme.color("hairline"))
