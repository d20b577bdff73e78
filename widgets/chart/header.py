"""The chart's slim header: which interval, what the crosshair or the latest candle says, and the way back to it.

On a narrow panel the words go to a second line. Nothing floats over the candles.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from widgets.chart.model import DEFAULT_INTERVAL, INTERVALS
from widgets.flat import FlatButton
from widgets.readout import Part, Readout
from widgets.style import GRID_PX, ROW_PX, Theme

PAD_PX = 2 * GRID_PX
TWO_LINES_BELOW_PX = 640
"""Judged by the width alone: a header that grew with its words would shake the candles."""
PARTS = (
    Part("time", "", 4), Part("o", "O", 3), Part("h", "H", 2), Part("l", "L", 2), Part("c", "C", strong=True),
    Part("v", "V", 1), Part("own", "own", 5), Part("note", ""),
)


class ChartHeader(QWidget):
    """chosen: an interval in nanoseconds. latest_pressed: back to the latest candle."""

    chosen = Signal(object)
    latest_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[str, FlatButton] = {}
        self._group = QButtonGroup(self)
        for text, interval_ns in INTERVALS.items():
            tip = f"Candles of {text}   , shorter   . longer"
            button = FlatButton(text, theme, f"Candles of {text}", tip, self)
            button.setCheckable(True)
            button.setChecked(text == DEFAULT_INTERVAL)
            button.clicked.connect(lambda _on=False, ns=interval_ns: self.chosen.emit(ns))
            self._group.addButton(button)
            self.buttons[text] = button
        tip = "Back to the latest candle, and stay there   End"
        self.latest = FlatButton("Latest", theme, "Latest candle", tip, self)
        self.latest.clicked.connect(lambda _on=False: self.latest_pressed.emit())
        self.latest.hide()
        self.readout = Readout(theme, PARTS, "Candle values", self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._arrange()

    def show_follows(self, follows: bool) -> None:
        if self.latest.isHidden() != follows:
            had_focus = self.latest.hasFocus()
            self.latest.setHidden(follows)
            parent = self.parentWidget()
            if had_focus and parent is not None:
                parent.setFocus()

    def show_interval(self, interval_ns: int) -> None:
        for text, one in INTERVALS.items():
            self.buttons[text].setChecked(one == interval_ns)

    def step(self, by: int) -> None:
        """The next longer or shorter interval, if there is one."""
        texts = list(INTERVALS)
        index = next(i for i, text in enumerate(texts) if self.buttons[text].isChecked()) + by
        if 0 <= index < len(texts):
            self.buttons[texts[index]].click()

    def say(self, facts: dict[str, str], muted: bool) -> None:
        """muted: the latest candle, nobody points at one."""
        tokens = {key: "muted" if muted and key != "c" else "text" for key in facts}
        self.readout.say(facts, tokens | {"own": "own", "time": "muted", "note": "muted"})

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (*self.buttons.values(), self.latest):
            button.set_theme(theme)
        self.readout.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def minimumSizeHint(self) -> QSize:
        width = sum(button.minimumSizeHint().width() + GRID_PX for button in self.buttons.values())
        return QSize(width + self.latest.sizeHint().width() + 2 * PAD_PX, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        x = PAD_PX
        for button in self.buttons.values():
            width = button.sizeHint().width()
            button.setGeometry(x, GRID_PX, width, ROW_PX)
            x += width + GRID_PX
        wide = self.latest.sizeHint().width()
        # Its place is kept while it is hidden: the words must not jump when it comes.
        self.latest.setGeometry(self.width() - PAD_PX - wide, GRID_PX, wide, ROW_PX)
        x += PAD_PX
        room = self.latest.x() - PAD_PX - x
        second = self.width() < TWO_LINES_BELOW_PX
        height = (2 * ROW_PX if second else ROW_PX) + 2 * GRID_PX + 1
        if second:
            self.readout.setGeometry(PAD_PX, GRID_PX + ROW_PX, self.width() - 2 * PAD_PX, ROW_PX)
        else:
            self.readout.setGeometry(x, GRID_PX, room, ROW_PX)
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("hairline"))
