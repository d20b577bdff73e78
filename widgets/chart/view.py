"""The chart panel: a slim header over bars, what is worked out of them, and volume.

Invariants: it asks for candles from the last one it holds, so a frame costs what changed; changing the measure or the
instrument asks for all of them again. It asks for nothing but moving an order of ours that was dropped at another price, and that only
while it is armed (moving.py).
Crosshairs are linked by session time and by price: `crosshair` and `price_cross` tell where the pointer is, show_crosshair() and
show_price_cross() show where somebody else's is, and never answer with a signal.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.projections.chart_pictures import CandlesLook, CandlesPicture
from widgets.chart.drawing_store import DrawingStore
from widgets.chart.drawings import Point, Tool
from widgets.chart.header import ChartHeader
from widgets.chart.kept import KeptStudy, Looks, read_looks, written_looks
from widgets.chart.kinds import Drawn, Measure
from widgets.chart.model import Change, ChartModel
from widgets.chart.moving import Moving
from widgets.chart.pane import FOOTPRINT_SLOT_PX
from widgets.chart.plot import ChartPlot
from widgets.chart.studies import Study
from widgets.chart.study_board import StudyBoard
from widgets.chart.words_field import WordsField
from widgets.full_name import full_name
from widgets.keyboard import pressed
from widgets.style import GRID_PX, Theme, px
from widgets.tongue import tr


class ChartView(QWidget):
    """crosshair: session time (UTC ns) of the candle under the pointer, or None. price_cross: the price there, or None."""

    asked = Signal(object)
    crosshair = Signal(object)
    price_cross = Signal(object)
    memo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = ChartModel()
        self.header = ChartHeader(theme, self)
        self.plot = ChartPlot(theme, self.model, self)
        self.board = StudyBoard(theme, self)
        self.words = WordsField(theme, self)
        self.moving = Moving(self.header, self.plot, self.model, self.isVisible, self)
        self._words_point: Point = (0, 0)
        self.store = DrawingStore(parent=self)
        self.store.changed.connect(self._on_drawn)
        self._compared = ""
        """Full name of the instrument to compare with: it may not be listed yet."""
        self._said: Looks | None = None
        """What a workspace was told last of how this chart is looked at, or said itself; None: neither."""
        self._recalling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.plot, 1)
        self._connect()
        self.setFocusProxy(self.plot)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Chart"))

    def _connect(self) -> None:
        header, plot, board = self.header, self.plot, self.board
        header.measure_chosen.connect(self.show_measure)
        header.drawn_chosen.connect(self.show_drawn)
        header.studies_pressed.connect(self.toggle_studies)
        header.ratio_chosen.connect(self.show_ratio)
        header.profile_chosen.connect(self.show_profile)
        header.compare_chosen.connect(self.show_compared)
        header.latest_pressed.connect(plot.latest)
        plot.pointed.connect(self.crosshair)
        plot.priced.connect(self.price_cross)
        plot.framed.connect(self._say)
        self.moving.asked.connect(self.asked)
        header.tool_chosen.connect(self._take_tool)
        header.erase_chosen.connect(self._erase)
        plot.drawn.connect(self._keep_drawings)
        plot.tool_done.connect(lambda: header.show_tool(None))
        plot.words_wanted.connect(self._ask_words)
        self.words.returnPressed.connect(self._write)
        board.changed.connect(self.show_studies)
        board.closed.connect(self._close_studies)

    def sizeHint(self) -> QSize:
        return QSize(px(710), px(366))

    def look(self) -> CandlesLook:
        return self.moving.asks(self.model.look())

    def draw(self, picture: CandlesPicture) -> None:
        if self.model.instrument_id in (0, picture.instrument.id):
            self.moving.meet(picture)
        touch = self.model.bid, self.model.ask
        change = self.model.take(picture)
        if self.header.listed != self.model.listed:
            self.header.listed = self.model.listed
            self._find_compared()
        if change is Change.RESTARTED:
            self.header.readout.forget_widths()
            self.header.instrument = self.model.instrument
            self.header.show_measure(self.model.measure)
            self._show_drawings()
            self.plot.restart()
            self._widen()
        elif change is Change.GROWN:
            self.plot.refresh()
        if self.plot.prices.own.drag is not None and touch != (self.model.bid, self.model.ask):
            # Whether it would trade at once may be otherwise.
            self.plot.repaint_all()
            self.moving.say()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.header, self.plot, self.board, self.words):
            part.set_theme(theme)
        self.update()

    # moving orders ---------------------------------------------------------------------------------------------------

    def is_armed(self) -> bool:
        return self.moving.arming.armed

    def disarm(self, why: str = "") -> None:
        """why: shown for a moment, when it was armed."""
        self.moving.arming.disarm(why)

    def toggle_armed(self) -> None:
        self.moving.toggle()

    # what is shown ---------------------------------------------------------------------------------------------------

    def show_instrument(self, instrument_id: int) -> None:
        """What the chart shows from the next frame on; 0: the first listed."""
        if instrument_id != self.model.instrument_id:
            self.moving.forget()
            self.model.want_instrument(instrument_id)
            self.plot.restart()

    def show_measure(self, measure: Measure) -> None:
        """One of MEASURES, from the next frame on."""
        self.header.show_measure(measure)
        self.model.want_measure(measure)
        self._tell()

    def show_drawn(self, drawn: Drawn) -> None:
        self.model.want_drawn(drawn)
        self.header.show_drawn(drawn)
        self._widen()
        self.plot.refresh()
        self._tell()

    def show_ratio(self, on: bool) -> None:
        self.header.ratio = on
        self.plot.show_ratio(on)
        self._tell()

    def show_profile(self, on: bool) -> None:
        self.header.profile = on
        self.model.want_profile(on)
        self.plot.refresh()
        self._tell()

    def toggle_ratio(self) -> None:
        self.show_ratio(not self.header.ratio)

    def toggle_orders(self) -> None:
        self.plot.include_orders(not self.plot.sight.with_orders)

    def toggle_profile(self) -> None:
        self.show_profile(not self.header.profile)

    def next_drawn(self) -> None:
        self.header.next_drawn()

    def open_tools(self) -> None:
        self.header.open_tools()

    def show_compared(self, instrument_id: int) -> None:
        """0: none."""
        self._compared = next((full_name(one) for one in self.header.listed if one.id == instrument_id), "")
        self._compare(instrument_id)
        self._tell()

    def _compare(self, instrument_id: int) -> None:
        self.header.compared = instrument_id
        self.model.want_compared(instrument_id)
        self.plot.refresh()

    def _find_compared(self) -> None:
        found = next((one.id for one in self.header.listed if full_name(one) == self._compared), 0)
        if found != self.header.compared:
            self._compare(found)

    def show_studies(self, studies: list[Study]) -> None:
        panes = [study for study in self.model.studies if study.kind.own_pane]
        self.model.want_studies(studies)
        if panes != [study for study in studies if study.kind.own_pane]:
            self.plot.show_studies()
        else:
            self.plot.refresh()
        self._place_board()
        self._tell()

    def show_crosshair(self, at_ns: int | None) -> None:
        """The crosshair of a linked panel; None: it is gone."""
        self.plot.show_crosshair(at_ns)
        self._say()

    def show_price_cross(self, price: int | None) -> None:
        """The price under the pointer of a linked panel; None: it is gone."""
        self.plot.show_price_cross(price)

    def _widen(self) -> None:
        """A footprint needs room for its sizes."""
        framing = self.plot.framing
        if self.model.drawn is Drawn.FOOTPRINT and framing.spacing_px < FOOTPRINT_SLOT_PX and self.model.candles.count:
            framing.zoom(framing.spacing_px / (FOOTPRINT_SLOT_PX + 2 * GRID_PX), self.model.candles.last_slot)
            framing.latest()
            self.plot.refresh()

    def _say(self) -> None:
        slot = self.plot.crosshair.slot
        self.header.say(self.model.facts(slot), muted=slot is None)
        self.header.show_follows(self.plot.framing.follows or not self.model.candles.count)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        self.moving.not_taken()

    # drawings --------------------------------------------------------------------------------------------------------

    def share(self, store: DrawingStore) -> None:
        """With the other charts: what is drawn in one of them is seen in all that show the instrument."""
        self.store.changed.disconnect(self._on_drawn)
        self.store = store
        store.changed.connect(self._on_drawn)
        self._show_drawings()

    def _symbol(self) -> str:
        return full_name(self.model.instrument) if self.model.instrument is not None else ""

    def _show_drawings(self) -> None:
        self.words.hide()
        self.plot.prices.sketching.show(self.store.of(self._symbol()))
        self.header.drawings = len(self.plot.prices.sketching.drawings)

    def _on_drawn(self, name: str) -> None:
        if name == self._symbol() and self.store.of(name) != self.plot.prices.sketching.drawings:
            self._show_drawings()
            self.plot.repaint_all()

    def _take_tool(self, tool: Tool) -> None:
        self.header.show_tool(tool)
        self.plot.take_tool(tool)
        self.header.show_tool(tool)

    def _keep_drawings(self) -> None:
        drawings = self.plot.prices.sketching.drawings
        self.header.drawings = len(drawings)
        if self._symbol():
            self.store.put(self._symbol(), drawings)

    def _erase(self) -> None:
        self.plot.prices.sketching.show(())
        self._keep_drawings()
        self.plot.repaint_all()

    def _ask_words(self, point: Point, at: QPointF) -> None:
        self._words_point = point
        top = self.header.height() + round(at.y()) - self.words.height() // 2
        self.words.begin(min(round(at.x()), max(self.width() - self.words.width(), 0)), top)

    def _write(self) -> None:
        written = self.plot.prices.sketching.write(self._words_point, self.words.text())
        self.words.finish()
        if written:
            self._keep_drawings()
        self.plot.repaint_all()

    # what is kept ----------------------------------------------------------------------------------------------------

    @property
    def looks(self) -> Looks:
        measure, studies = self.model.measure, tuple(KeptStudy(one.kind.id, one.parameters) for one in self.model.studies)
        return Looks(
            studies, self.model.drawn.value, measure.interval_ns, measure.units, self.header.ratio, self.header.profile, self._compared,
        )

    def begin_as(self, looks: Looks) -> None:
        """As another chart was looked at last, unless a workspace has said how this one is."""
        if self._said is None:
            self._look(looks)

    def memo(self) -> str:
        """What a workspace keeps of this chart."""
        return written_looks(self.looks)

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        looks = read_looks(text)
        if looks is not None:
            self._look(looks)
            self._said = looks
        return looks is not None

    def _look(self, looks: Looks) -> None:
        self._recalling = True
        self.show_studies(looks.restored_studies())
        self.show_measure(looks.measure)
        self.show_drawn(Drawn(looks.drawn))
        self.show_ratio(looks.ratio)
        self.show_profile(looks.profile)
        self._compared = looks.compared
        self._find_compared()
        self._recalling = False

    def _tell(self) -> None:
        now = self.looks
        if now != self._said and not self._recalling:
            self._said = now
            self.memo_changed.emit()

    # studies ---------------------------------------------------------------------------------------------------------

    def toggle_studies(self) -> None:
        if not self.board.isHidden():
            self._close_studies()
            return
        self.board.show_studies(self.model.studies)
        self._place_board()
        self.board.show()
        self.board.raise_()
        self.board.adders["ema"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.studies.setChecked(True)

    def _close_studies(self) -> None:
        self.board.hide()
        self.header.studies.setChecked(False)
        self.plot.setFocus()

    def _place_board(self) -> None:
        size = self.board.sizeHint()
        top = self.header.height()
        width, height = min(size.width(), self.width() - 4 * GRID_PX), min(size.height(), self.height() - top - 2 * GRID_PX)
        self.board.setGeometry(2 * GRID_PX, top + GRID_PX, width, height)

    # Qt --------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_board()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        header = self.header
        does: dict[str, Callable[[], object]] = {
            "chart.shorter": lambda: header.step(-1), "chart.longer": lambda: header.step(1), "chart.drawn": self.next_drawn,
            "chart.studies": self.toggle_studies, "chart.ratio": self.toggle_ratio, "chart.tools": self.open_tools,
            "chart.profile": self.toggle_profile, "chart.orders": self.toggle_orders, "chart.arm": self.toggle_armed,
        }
        key = pressed("chart", event)
        run = does.get(key)
        if run is not None and not (key == "chart.arm" and event.isAutoRepeat()):
            run()
        elif event.key() == Qt.Key.Key_Escape and self.is_armed():
            self.disarm()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.plot.forget_pointer()
        self.disarm(tr("disarmed: was hidden"))
        self.moving.hint.end.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
