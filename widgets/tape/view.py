"""The tape panel: a strip with the filters and merging, how fast the tape is, and the roll of prints. It asks for nothing.

Filters and merging are kept in the workspace.
"""

import msgspec
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.instrument import Instrument
from core.projections.tape_pictures import TapeLook, TapePicture
from widgets.action_keys import with_key
from widgets.core_words import heard
from widgets.flat import Caption, FlatButton, FlatField
from widgets.full_name import full_name
from widgets.keyboard import KeyTip, pressed
from widgets.readout import Part, Readout
from widgets.style import GRID_PX, Theme, px
from widgets.tape import form
from widgets.tape.model import TapeModel
from widgets.tape.roll import TapeRoll
from widgets.tongue import begun, ended, mark, tr

MIN = mark("Min")
FILTER_TIP = mark("Smaller prints are hidden; empty shows all")


class Memo(msgspec.Struct, frozen=True):
    """smallest: as it was typed, by venue and symbol."""

    smallest: dict[str, str] = {}
    merge: bool = False
    own: bool = False


PARTS = (Part("prints", mark("prints/s")), Part("lots", "/s", 1), Part("bought", mark("bought"), 2))


class TapeView(QWidget):
    asked = Signal(object)
    memo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._instrument_id = 0
        self.model = TapeModel()
        self._filters: dict[str, str] = {}
        self.roll = TapeRoll(theme, self.model, self)
        self.label = Caption(theme, token="muted")
        self.label.say(tr(MIN))
        self.smallest = FlatField(theme, tr("Smallest size shown"), "")
        self.smallest.setPlaceholderText(tr("all"))
        self.smallest.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit = Caption(theme, token="muted")
        self.merge = FlatButton(
            tr("Merge"), theme, tr("Merge prints of one order"), tr("One line for all prints of one aggressor's order"),
        )
        self.own = FlatButton(tr("Own"), theme, tr("Own trades only"), tr("Nobody's trades but ours"))
        for button, id in ((self.merge, "tape.merge"), (self.own, "tape.own")):
            KeyTip(button, id)
            button.setCheckable(True)
            button.toggled.connect(lambda _on: self._rearrange())
        self.speed = Readout(theme, PARTS, tr("Speed of the tape"), self)
        self.speed.setToolTip(tr("Over the last five seconds"))
        self._arrange()
        self.say_keys()
        self.smallest.textChanged.connect(lambda _text: self._rearrange())
        self.smallest.returnPressed.connect(self.roll.setFocus)
        self.setFocusProxy(self.roll)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Tape"))

    def _arrange(self) -> None:
        self.label.setFixedWidth(self.label.width_of(tr(MIN)) + GRID_PX)
        self.smallest.setFixedWidth(px(64))
        strip = QHBoxLayout()
        strip.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(GRID_PX)
        for part in (self.label, self.smallest, self.unit, self.merge, self.own):
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
        if self._instrument_id not in (0, picture.instrument.id):
            return  # an answer to what was asked before somebody chose another instrument
        before = self.model.instrument
        if picture.instrument is not before:
            self.unit.say(picture.instrument.base)
        if before is None or before.id != picture.instrument.id:
            self.model.generation = -1
            self._meet(picture.instrument)
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
        self.own.set_theme(theme)
        self.speed.set_theme(theme)
        self.update()

    def memo(self) -> str:
        """What a workspace keeps of this tape."""
        return msgspec.json.encode(Memo(self._filters, self.merge.isChecked(), self.own.isChecked())).decode()

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        try:
            memo = msgspec.json.decode(text, type=Memo)
        except (msgspec.MsgspecError, UnicodeError):
            return False
        self._filters = dict(memo.smallest)
        with QSignalBlocker(self.merge), QSignalBlocker(self.own):
            self.merge.setChecked(memo.merge)
            self.own.setChecked(memo.own)
        if self.model.instrument is not None:
            self._meet(self.model.instrument)
            self.roll.rearranged()
        return True

    def _meet(self, instrument: Instrument) -> None:
        """Each instrument has a filter of its own: the same digits are another amount there."""
        if self.model.instrument is not None or full_name(instrument) in self._filters:
            with QSignalBlocker(self.smallest):
                self.smallest.setText(self._filters.get(full_name(instrument), ""))
        self.model.instrument = instrument
        self.model.arrange(self._judge_filter(), self.merge.isChecked(), self.own.isChecked())

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
            self.smallest.setToolTip(ended(begun(heard(str(error)))))
            return self.model.smallest
        self.smallest.set_wrong(False)
        self.say_keys()
        return smallest

    def say_keys(self) -> None:
        if not self.smallest.is_wrong():
            self.smallest.setToolTip(with_key(tr(FILTER_TIP), "tape.smallest"))

    def _rearrange(self) -> None:
        self.model.arrange(self._judge_filter(), self.merge.isChecked(), self.own.isChecked())
        if self.model.instrument is not None and not self.smallest.is_wrong():
            self._filters[full_name(self.model.instrument)] = self.smallest.text().strip()
        self.roll.rearranged()
        self.memo_changed.emit()

    def toggle_merge(self) -> None:
        self.merge.toggle()

    def toggle_own(self) -> None:
        self.own.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = {"tape.merge": self.toggle_merge, "tape.own": self.toggle_own, "tape.smallest": self._type_smallest}
        run = does.get(pressed("tape", event))
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif run is not None:
            run()
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.roll.setFocus()
        else:
            super().keyPressEvent(event)

    def _type_smallest(self) -> None:
        self.smallest.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.smallest.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
