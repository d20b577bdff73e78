"""The depth panel: a slim header over the curves. It sends no commands.

The header says how much either side holds within the span, or, under the pointer, what is available up to a price and
what taking all of it costs or brings. Below: the book's imbalance and the cumulative delta. The span is kept in the workspace.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from core.domain.enums import Side
from core.projections.pictures import DepthLook, DepthPicture
from widgets.depth.balance import BalanceStrip
from widgets.depth.curves import DepthCurves
from widgets.depth.model import DEFAULT_SPAN, SPANS_BP, DepthModel
from widgets.flat import FlatButton
from widgets.keyboard import pressed
from widgets.readout import Part, Readout
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.tongue import mark, tr

PAD_PX = 2 * GRID_PX
TWO_LINES_BELOW_PX = 520
PARTS = (
    Part("price", mark("Price"), strong=True), Part("size", mark("Size"), 1), Part("money", mark("Cost"), 1), Part("own", mark("own"), 2),
    Part("bids", mark("Bids")), Part("asks", mark("Asks")), Part("note", ""),
)


class DepthView(QWidget):
    asked = Signal(object)
    memo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = DepthModel()
        self.buttons: dict[str, FlatButton] = {}
        self._group = QButtonGroup(self)
        for text, span_bp in SPANS_BP.items():
            tip = tr("Prices up to {text} from the middle   , narrower   . wider", text=text)
            button = FlatButton(text, theme, tr("Span {text} each side", text=text), tip, self)
            button.setCheckable(True)
            button.setChecked(text == DEFAULT_SPAN)
            button.clicked.connect(lambda _on=False, bp=span_bp: self._choose_span(bp))
            self._group.addButton(button)
            self.buttons[text] = button
        self.readout = Readout(theme, PARTS, tr("Depth values"), self)
        self.curves = DepthCurves(theme, self.model, self)
        self.curves.pointed.connect(self._say)
        self.balance = BalanceStrip(theme, self.model, self)
        self.setFocusProxy(self.curves)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Depth"))

    def sizeHint(self) -> QSize:
        return QSize(710, 212)

    def minimumSizeHint(self) -> QSize:
        width = sum(button.minimumSizeHint().width() + GRID_PX for button in self.buttons.values()) + 2 * PAD_PX
        return QSize(max(width, 240), self._header_px() + self.curves.minimumSizeHint().height() + ROW_PX)

    def look(self) -> DepthLook:
        return self.model.look()

    def draw(self, picture: DepthPicture) -> None:
        if self.model.instrument is None or self.model.instrument.id != picture.instrument.id:
            self.readout.forget_widths()
        if self.model.take(picture):
            self.curves.update()
            self.balance.refresh()
            self._say()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.buttons.values():
            button.set_theme(theme)
        self.readout.set_theme(theme)
        self.curves.set_theme(theme)
        self.balance.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the chart shows from the next frame on; 0: the first listed."""
        if instrument_id != self.model.instrument_id:
            self.model.want_instrument(instrument_id)
            self.curves.update()
            self.balance.refresh()
            self._say()

    def show_span(self, span_bp: int) -> None:
        """Hundredths of a percent each side of the middle: one of SPANS_BP."""
        for text, one in SPANS_BP.items():
            self.buttons[text].setChecked(one == span_bp)
        self.model.want_span(span_bp)
        self.curves.update()
        self.balance.refresh()
        self._say()

    def _choose_span(self, span_bp: int) -> None:
        self.show_span(span_bp)
        self.memo_changed.emit()

    def memo(self) -> str:
        """What a workspace keeps of this chart: the span, in hundredths of a percent."""
        return str(self.model.span_bp)

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        spans = {str(span_bp): span_bp for span_bp in SPANS_BP.values()}
        if text in spans:
            self.show_span(spans[text])
        return text in spans

    def show_price_cross(self, price: int | None) -> None:
        """The price under the pointer of a linked panel, marked; None: it is gone."""
        self.curves.show_price_cross(price)

    def _say(self) -> None:
        price, instrument = self.curves.price(), self.model.instrument
        if instrument is None or price is None:
            unit = f" {instrument.base}" if instrument is not None else ""
            captions = {"bids": tr("Bids{unit}", unit=unit), "asks": tr("Asks{unit}", unit=unit)}
            self.readout.say(self.model.idle_facts(), {"bids": "bid", "asks": "ask"}, captions)
            return
        reading = self.model.read(price)
        own = self.model.own_at(*self.curves.near(price))
        token, money = ("bid", tr("Brings")) if reading.side is Side.BUY else ("ask", tr("Costs"))
        captions = {"size": tr("Size {base}", base=instrument.base), "money": f"{money} {instrument.quote}"}
        self.readout.say(self.model.facts(reading, own), {"size": token, "own": "own", "note": "muted"}, captions)

    def _header_px(self) -> int:
        return (2 * ROW_PX if self.width() < TWO_LINES_BELOW_PX else ROW_PX) + 2 * GRID_PX + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        x = PAD_PX
        for button in self.buttons.values():
            width = button.sizeHint().width()
            button.setGeometry(x, GRID_PX, width, ROW_PX)
            x += width + GRID_PX
        if self.width() < TWO_LINES_BELOW_PX:
            self.readout.setGeometry(PAD_PX, GRID_PX + ROW_PX, self.width() - 2 * PAD_PX, ROW_PX)
        else:
            self.readout.setGeometry(x + PAD_PX, GRID_PX, self.width() - x - 2 * PAD_PX, ROW_PX)
        top = self._header_px()
        self.curves.setGeometry(0, top, self.width(), max(self.height() - top - ROW_PX, 0))
        self.balance.setGeometry(0, self.height() - ROW_PX, self.width(), ROW_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {"depth.narrower": -1, "depth.wider": 1}.get(pressed("depth", event), 0)
        texts = list(SPANS_BP)
        if step:
            index = next(i for i, text in enumerate(texts) if self.buttons[text].isChecked()) + step
            if 0 <= index < len(texts):
                self.buttons[texts[index]].click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.curves.forget_pointer()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, self._header_px() - 1, self.width(), 1), self._theme.color("hairline"))
