"""The chart's slim header: which bars and how they are drawn, what the crosshair or the latest candle says, and the way back.

On a narrow panel the words go to a second line. Nothing floats over the candles.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from core.domain.instrument import Instrument
from widgets.action_keys import in_menu
from widgets.chart.arm_switch import ArmSwitch
from widgets.chart.drawings import TOOL_TEXT, Tool
from widgets.chart.kinds import DEFAULT_MEASURE, DRAWN_TEXT, MEASURES, Drawn, Measure
from widgets.flat import FlatButton
from widgets.keyboard import KeyTip
from widgets.readout import Part, Readout
from widgets.status_line import StatusLine
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import mark, tr

PAD_PX = 2 * GRID_PX
TWO_LINES_BELOW_PX = 640
"""Judged by the width alone: a header that grew with its words would shake the candles."""
WORD_FROM_PX = 800
"""From this width on the arm switch has its word: below it the values need the room more, and its sign and ground say the same."""
DOWN = " \u25be"
PARTS = (
    Part("time", "", 4), Part("o", "O", 3), Part("h", "H", 2), Part("l", "L", 2), Part("c", "C", strong=True),
    Part("v", "V", 1), Part("own", mark("own"), 5), Part("note", ""),
)
Choice = tuple[str, bool, Callable[[], object]]
"""Words, chosen now, what choosing does. No words: a line."""


class ChartHeader(QWidget):
    """measure_chosen: a Measure. drawn_chosen: a Drawn. compare_chosen: an instrument's id, 0 for none."""

    measure_chosen = Signal(object)
    drawn_chosen = Signal(object)
    studies_pressed = Signal()
    ratio_chosen = Signal(bool)
    profile_chosen = Signal(bool)
    compare_chosen = Signal(int)
    tool_chosen = Signal(object)
    erase_chosen = Signal()
    latest_pressed = Signal()
    arm_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen = DEFAULT_MEASURE
        self.drawn = Drawn.CANDLES
        self.ratio = self.profile = False
        self.compared = 0
        self.tool: Tool | None = None
        self.drawings = 0
        self.listed: tuple[Instrument, ...] = ()
        self.instrument: Instrument | None = None
        self.measure = self._button(
            DEFAULT_MEASURE.text(), tr("Length of a bar"), tr("How long a bar is: shorter, longer"), "shorter", "longer",
        )
        self.kind = self._button(
            DRAWN_TEXT[self.drawn], tr("How bars are drawn"), tr("Candles, line, area, Heikin-Ashi or footprint; the next one"), "drawn",
        )
        self.studies = self._button(tr("Studies"), tr("Studies"), tr("Indicators: which, and with which parameters"), "studies")
        self.draw = self._button(
            tr("Draw"), tr("Drawing tools"), tr("Lines, boxes, a ruler, words; taking the chosen one away"), "tools", "erase",
        )
        self.more = self._button(
            tr("More"), tr("More of the chart"), tr("Comparison, logarithmic scale, volume profile"), "ratio", "profile",
        )
        self.studies.setText(tr("Studies"))
        self.studies.setCheckable(True)
        self.latest = FlatButton(tr("Latest"), theme, tr("Latest candle"), tr("Back to the latest candle, and stay there   End"), self)
        self.arm = ArmSwitch(theme, self)
        self.buttons = (self.measure, self.kind, self.studies, self.draw, self.more, self.arm)
        self.readout = Readout(theme, PARTS, tr("Candle values"), self)
        self.status = StatusLine(theme, parent=self)
        self.status.hide()
        self.latest.hide()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._arrange()

    def _button(self, text: str, name: str, tip: str, *keys: str) -> FlatButton:
        made = FlatButton(text + DOWN, self._theme, name, tip, self)
        KeyTip(made, *(f"chart.{key}" for key in keys))
        return made

    def _connect(self) -> None:
        self.measure.clicked.connect(lambda _on=False: self._open(self.measure, self.measures()))
        self.kind.clicked.connect(lambda _on=False: self._open(self.kind, self.kinds()))
        self.draw.clicked.connect(lambda _on=False: self.open_tools())
        self.more.clicked.connect(lambda _on=False: self._open(self.more, self.others()))
        self.arm.clicked.connect(lambda _on=False: self.arm_pressed.emit())
        self.studies.clicked.connect(lambda _on=False: self.studies_pressed.emit())
        self.latest.clicked.connect(lambda _on=False: self.latest_pressed.emit())

    # choices ---------------------------------------------------------------------------------------------------------

    def measures(self) -> list[Choice]:
        base = self.instrument.base if self.instrument is not None else ""
        rows: list[Choice] = []
        before = False
        for one in MEASURES:
            if one.units and rows and not before:
                rows.append(("", False, bool))
            text = tr("Bars of {text}", text=one.text(base)) if one.units else one.text()
            before = bool(one.units)
            rows.append((text, one == self.chosen, lambda one=one: self.measure_chosen.emit(one)))  # type: ignore[misc]
        return rows

    def kinds(self) -> list[Choice]:
        return [(text, one is self.drawn, lambda one=one: self.drawn_chosen.emit(one)) for one, text in DRAWN_TEXT.items()]  # type: ignore[misc]

    def tools(self) -> list[Choice]:
        rows: list[Choice] = [
            (text, one is self.tool, lambda one=one: self.tool_chosen.emit(one)) for one, text in TOOL_TEXT.items()  # type: ignore[misc]
        ]
        erase = self.erase_chosen.emit if self.drawings else bool
        return [*rows, ("", False, bool), (tr("Remove all {drawings} drawings of this symbol", drawings=self.drawings), False, erase)]

    def open_tools(self) -> None:
        self._open(self.draw, self.tools())

    def others(self) -> list[Choice]:
        rows: list[Choice] = [
            (in_menu(tr("Logarithmic scale"), "chart.ratio"), self.ratio, lambda: self.ratio_chosen.emit(not self.ratio)),
            (in_menu(tr("Volume profile"), "chart.profile"), self.profile, lambda: self.profile_chosen.emit(not self.profile)),
            ("", False, bool),
        ]
        others = [one for one in self.listed if self.instrument is None or one.id != self.instrument.id]
        if not others:
            return [*rows, (tr("No other instrument to compare with"), False, bool)]
        rows += [
            (tr("Compare with {symbol}", symbol=one.symbol), one.id == self.compared,
             lambda id=one.id: self.compare_chosen.emit(0 if id == self.compared else id))  # type: ignore[misc]
            for one in others
        ]
        return rows

    def _open(self, button: FlatButton, rows: Sequence[Choice]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, chosen, run in rows:
            if not text:
                menu.addSeparator()
                continue
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.setEnabled(run is not bool)
            action.triggered.connect(lambda _on=False, run=run: run())
            menu.addAction(action)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # what is shown ---------------------------------------------------------------------------------------------------

    def show_measure(self, measure: Measure) -> None:
        self.chosen = measure
        self.measure.setText(measure.text(self.instrument.base if self.instrument is not None else "") + DOWN)
        self._arrange()

    def show_drawn(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.kind.setText(DRAWN_TEXT[drawn] + DOWN)
        self._arrange()

    def show_tool(self, tool: Tool | None) -> None:
        self.tool = tool
        self.draw.setText((TOOL_TEXT[tool] if tool is not None else tr("Draw")) + DOWN)
        self._arrange()

    def show_follows(self, follows: bool) -> None:
        if self.latest.isHidden() != follows:
            had_focus = self.latest.hasFocus()
            self.latest.setHidden(follows)
            parent = self.parentWidget()
            if had_focus and parent is not None:
                parent.setFocus()

    def step(self, by: int) -> None:
        """The next longer or shorter measure, if there is one."""
        index = MEASURES.index(self.chosen) + by
        if 0 <= index < len(MEASURES):
            self.measure_chosen.emit(MEASURES[index])

    def next_drawn(self) -> None:
        kinds = list(Drawn)
        self.drawn_chosen.emit(kinds[(kinds.index(self.drawn) + 1) % len(kinds)])

    def say(self, facts: dict[str, str], muted: bool) -> None:
        """muted: the latest candle, nobody points at one."""
        tokens = {key: "muted" if muted and key != "c" else "text" for key in facts}
        self.readout.say(facts, tokens | {"own": "own", "time": "muted", "note": "muted"})

    def tell(self, text: str, token: str = "text", shorter: tuple[str, ...] = ()) -> None:
        """A sentence in place of the values; empty: the values again."""
        self.status.say(text, token, shorter)
        self.status.setVisible(bool(text))
        self.readout.setVisible(not text)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (*self.buttons, self.latest):
            button.set_theme(theme)
        self.readout.set_theme(theme)
        self.status.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), self.height())

    def minimumSizeHint(self) -> QSize:
        width = sum(button.minimumSizeHint().width() + GRID_PX for button in self.buttons)
        return QSize(width + 2 * PAD_PX, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        x = PAD_PX
        wide = self.latest.sizeHint().width()
        tight = sum(button.sizeHint().width() + GRID_PX for button in self.buttons) + wide + 3 * PAD_PX > self.width()
        for button in self.buttons:
            small = tight or (button is self.arm and self.width() < WORD_FROM_PX)
            width = (button.minimumSizeHint() if small else button.sizeHint()).width()
            button.setGeometry(x, GRID_PX, width, ROW_PX)
            x += width + GRID_PX
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
        self.status.setGeometry(self.readout.geometry())
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("hairline"))
