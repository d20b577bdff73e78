"""The tape panel: a strip with the size filter and merging, how fast the tape is, and the roll of prints. It asks for nothing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.projections.pictures import TapeLook, TapePicture
from widgets.flat import Caption, FlatButton, FlatField
from widgets.readout import Part, Readout
from widgets.style import GRID_PX, Theme
from widgets.tape import form
from widgets.tape.model import TapeModel
from widgets.tape.roll import TapeRoll

PARTS = (Part("prints", "prints/s"), Part("lots", "/s", 1), Part("bought", "bought", 2))


class TapeView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._instrument_id = 0
        self.model = TapeModel()
        self.roll = TapeRoll(theme, self.model, self)
        self.label = Caption(theme, token="muted")
        self.label.say("Min size")
        self.smallest = FlatField(theme, "Smallest size shown", "Smaller prints are hidden; empty shows all")
        self.smallest.setPlaceholderText("all")
        self.smallest.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit = Caption(theme, token="muted")
        tip = "One line for prints of the same time and side"
        self.merge = FlatButton("Merge", theme, "Merge prints of one order", tip)
        self.merge.setCheckable(True)
        self.speed = Readout(theme, PARTS, "Speed of the tape", self)
        self.speed.setToolTip("Over the last five seconds")
        self._arrange()
        self.smallest.textChanged.connect(lambda _text: self._rearrange())
        self.smallest.returnPressed.connect(self.roll.setFocus)
        self.merge.toggled.connect(lambda _on: self._rearrange())
        self.setFocusProxy(self.roll)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Tape")

    def _arrange(self) -> None:
        self.label.setFixedWidth(self.label.width_of("Min size") + GRID_PX)
        self.smallest.setFixedWidth(72)
        strip = QHBoxLayout()
        strip.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(GRID_PX)
        for part in (self.label, self.smallest, self.unit, self.merge):
            strip.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(strip)
        paced = QHBoxLayout()
        paced.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        paced.addWidget(self.speed)
        layout.addLayout(paced)
        layout.addWidget(self.roll, 1)

    def sizeHint(self) -> QSize:
        return QSize(340, 420)

    def look(self) -> TapeLook:
        return TapeLook(self.model.generation, self._instrument_id, self.model.cursor, self.model.second())

    def draw(self, picture: TapePicture) -> None:
        if picture.instrument is not self.model.instrument:
            self.unit.say(picture.instrument.base)
        restarted, added = self.model.take(picture)
        if restarted:
            self._judge_filter()
        if restarted or added or picture.prints:
            self.roll.grown(added, restarted)
        self._say_speed()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.roll.set_theme(theme)
        self.label.set_theme(theme)
        self.unit.set_theme(theme)
        self.smallest.set_theme(theme)
        self.merge.set_theme(theme)
        self.speed.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the tape shows from the next frame on; 0: the first listed."""
        if instrument_id != self._instrument_id:
            self._instrument_id = instrument_id
            self.model.generation, self.model.cursor = -1, 0
            self.model.clear()
            self._say_speed()
            self.roll.grown(0, restarted=True)

    def _say_speed(self) -> None:
        one = self.model.instrument
        self.speed.say(self.model.facts(), {"prints": "text"}, {"lots": f"{one.base}/s"} if one is not None else None)

    def _judge_filter(self) -> int:
        """The filter in lots; a wrong text is marked and the last good filter stays."""
        if self.model.instrument is None:
            return self.model.smallest
        try:
            smallest = form.smallest_size(self.model.instrument, self.smallest.text())
        except ValueError as error:
            self.smallest.set_wrong(True)
            self.smallest.setToolTip(str(error))
            return self.model.smallest
        self.smallest.set_wrong(False)
        self.smallest.setToolTip("Smaller prints are hidden; empty shows all")
        return smallest

    def _rearrange(self) -> None:
        self.model.arrange(self._judge_filter(), self.merge.isChecked())
        self.roll.rearranged()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
