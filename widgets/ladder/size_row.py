"""The order size of one-click trading: five sizes to choose, a field for any other, and the sizes themselves edited in place.

Invariants: a size that is not one of the instrument never replaces another; each instrument has its own five, and another
instrument begins with the first of its own, because the same digits are another amount there.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.domain.instrument import Instrument
from widgets.action_keys import with_key
from widgets.flat import Caption, FlatButton, FlatField
from widgets.full_name import full_name
from widgets.keyboard import pressed
from widgets.ladder import form
from widgets.style import GRID_PX, Theme, px
from widgets.tongue import tr

UNIT_PX, WIDEST_UNIT_PX = 32, 56


class SizeButton(FlatButton):
    edit_wanted = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed("ladder", event) == "ladder.edit_button":
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


class SizeEditor(FlatField):
    """Stands over the button whose size it changes. ended: whether what is typed is to be kept."""

    ended = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.ended.emit(True)


class SizeRow(QWidget):
    size_given = Signal()
    """Enter in the field, or an edit has ended: the hands go back to the rows."""
    presets_changed = Signal()
    complained = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instrument: Instrument | None = None
        self._kept: dict[str, tuple[str, ...]] = {}
        self._taken = ("", "")
        """(instrument, size) of the row in whose place this one stands."""
        self._editing = -1
        self.presets: tuple[str, ...] = form.PRESETS
        self.buttons = [SizeButton(text, theme, "", "", self) for text in self.presets]
        self.field = FlatField(theme, tr("Order size"), tr("Size of a one-click order; Enter goes back to the ladder"))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setMinimumWidth(px(56))
        self.field.setText(self.presets[0])
        self.unit = Caption(theme, token="muted")
        self.unit.setFixedWidth(UNIT_PX)
        self.editor = SizeEditor(theme, tr("New size of the button"), tr("Enter keeps it, Esc gives up"), self)
        self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editor.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        for index, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, index=index: self.choose(index))
            button.edit_wanted.connect(lambda index=index: self.edit(index))
            row.addWidget(button, 2)
        row.addWidget(self.field, 3)
        row.addWidget(self.unit)
        self.field.textChanged.connect(lambda _text: self._mark())
        self.field.returnPressed.connect(self.size_given)
        self.editor.ended.connect(self._end_edit)
        self._show_presets()

    def set_theme(self, theme: Theme) -> None:
        for button in self.buttons:
            button.set_theme(theme)
        for field in (self.field, self.editor):
            field.set_theme(theme)
        self.unit.set_theme(theme)

    # sizes -----------------------------------------------------------------------------------------------------------

    def show_instrument(self, instrument: Instrument) -> None:
        before, self._instrument = self._instrument, instrument
        if before is instrument:
            return
        self.unit.say(instrument.base)
        self.unit.setFixedWidth(min(max(UNIT_PX, self.unit.width_of(instrument.base) + 1), WIDEST_UNIT_PX))
        self.presets = self._kept.get(full_name(instrument)) or form.default_presets(instrument)
        if before is None or before.id != instrument.id:
            self._end_edit(False)
            if before is None and self._taken[0] == full_name(instrument):
                self.field.setText(self._taken[1])
            elif before is not None or self.field.text() == form.PRESETS[0]:
                self.field.setText(self.presets[0])
        self._show_presets()

    def choose(self, index: int) -> None:
        if 0 <= index < len(self.presets):
            self.field.setText(self.presets[index])
            self._mark()

    def error(self) -> str:
        """Empty when the field holds a good size."""
        return form.wrong_size(self._instrument, self.field.text()) if self._instrument is not None else ""

    def _mark(self) -> None:
        text = self.field.text().strip()
        for preset, button in zip(self.presets, self.buttons, strict=True):
            button.setChecked(preset == text)
        self.field.set_wrong(bool(self.error()))

    def _show_presets(self) -> None:
        for text, button in zip(self.presets, self.buttons, strict=True):
            button.setText(text)
            button.setAccessibleName(tr("Order size {text}", text=text))
            button.updateGeometry()
        self.say_keys()
        self._mark()

    def say_keys(self) -> None:
        for number, (text, button) in enumerate(zip(self.presets, self.buttons, strict=True), 1):
            size = with_key(tr("Order size {text}", text=text), f"ladder.size_{number}")
            words = tr("{size}; double click changes it", size=size)
            button.setToolTip(with_key(words, "ladder.edit_button", "ladder.edit_size"))

    # editing in place ------------------------------------------------------------------------------------------------

    def edit(self, index: int = -1) -> None:
        """-1: the size in use, or the first."""
        if self._instrument is None:
            return
        text = self.field.text().strip()
        self._editing = index if index >= 0 else self.presets.index(text) if text in self.presets else 0
        self.editor.setText(self.presets[self._editing])
        self.editor.setAccessibleName(tr("New size of button {editing}", editing=self._editing + 1))
        self.editor.set_wrong(False)
        self._place_editor()
        self.editor.show()
        self.editor.raise_()
        self.editor.selectAll()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        return self._editing >= 0

    def _end_edit(self, keep: bool) -> None:
        index, instrument = self._editing, self._instrument
        if index < 0 or instrument is None:
            return
        typed = self.editor.text()
        wrong = form.wrong_preset(instrument, typed) if keep else ""
        if wrong and self.editor.hasFocus():
            self.editor.set_wrong(True)
            self.complained.emit(wrong)
            return
        self._editing = -1
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        if keep and not wrong:
            self._keep(instrument, index, form.preset(instrument, typed))
        if had_focus:
            self.size_given.emit()

    def _keep(self, instrument: Instrument, index: int, text: str) -> None:
        in_use = self.field.text().strip() == self.presets[index]
        if text == self.presets[index]:
            return
        self.presets = (*self.presets[:index], text, *self.presets[index + 1:])
        self._kept[full_name(instrument)] = self.presets
        if in_use:
            self.field.setText(text)
        self._show_presets()
        self.presets_changed.emit()

    def _place_editor(self) -> None:
        room = self.buttons[self._editing].geometry()
        width = max(room.width(), self.field.minimumWidth() + 2 * GRID_PX)
        self.editor.setGeometry(min(room.left(), self.width() - width), room.top(), width, room.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.is_editing():
            self._place_editor()

    # for another one in its place ------------------------------------------------------------------------------------

    def in_use(self) -> tuple[str, str]:
        """(instrument, size) as they stand."""
        return (full_name(self._instrument), self.field.text()) if self._instrument is not None else self._taken

    def take(self, in_use: tuple[str, str]) -> None:
        """For that instrument, when it comes first. Of another one it would be another order."""
        self._taken = in_use

    # kept ------------------------------------------------------------------------------------------------------------

    def kept(self) -> dict[str, tuple[str, ...]]:
        """Sizes of the instruments whose sizes somebody changed, by venue and symbol."""
        return dict(self._kept)

    def restore(self, kept: dict[str, tuple[str, ...]]) -> None:
        self._kept = {name: sizes for name, sizes in kept.items() if len(sizes) == len(form.PRESETS)}
        if self._instrument is not None:
            # The size in use stays: nobody has chosen another one.
            self.presets = self._kept.get(full_name(self._instrument)) or form.default_presets(self._instrument)
            self._show_presets()
