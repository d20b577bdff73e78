"""The keys panel. `rebound(id, key)` asks for another key, "" for none; `reset(id)` for the default, "" for all of them.

Invariants: a field listens only after Enter or a click, so Tab walks through; while it listens nothing else hears the key; Esc
stops listening, Backspace asks for no key, and Delete too where it can be none. All defaults at once take two motions with a
sentence between them, as there is no way back. It knows no action, only their rows.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.flat import Caption, FlatButton, FlatField
from widgets.keyboard import portable
from widgets.keys import model
from widgets.keys.model import KeyRow
from widgets.motions import TwoMotions
from widgets.style import DATA_PX, GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.words import Words

FIELD_PX = 150
LISTENS = mark("press the new key")


class KeyField(FlatField):
    """Shows keys; after Enter or a click the next key pressed is the new one. inside: of a panel, where Delete may be a key."""

    pressed = Signal(str)
    listens = False
    """On the class: Qt sends events while the field is being made."""

    def __init__(self, theme: Theme, name: str, inside: bool = False) -> None:
        super().__init__(theme, name, tr("Enter or click, then press the new key; Backspace: none; Esc: as it was") if inside else tr(
            "Enter or click, then press the new key; Delete: none; Esc: as it was",
        ))
        self._for_none = (Qt.Key.Key_Backspace,) if inside else (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        self.setReadOnly(True)
        self.setFixedWidth(FIELD_PX)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._native = ""

    def show_keys(self, native: str) -> None:
        self._native = native
        if not self.listens:
            self.setText(native)
            self.setPlaceholderText(tr("none"))

    def event(self, event: QEvent) -> bool:
        if self.listens and isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._listen(True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._listen(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._listen(False)

    def _listen(self, on: bool) -> None:
        self.listens = on
        self.setText("" if on else self._native)
        self.setPlaceholderText(tr(LISTENS) if on else tr("none"))

    def _take(self, event: QKeyEvent) -> None:
        key, wanted = event.key(), portable(event)
        none = key in self._for_none and not event.modifiers()
        if not wanted and not none:
            # A modifier, or a key without a name: another one may come.
            return
        self._listen(False)
        if key != Qt.Key.Key_Escape:
            self.pressed.emit("" if none else wanted)


class Line(QWidget):
    def __init__(self, row: KeyRow, theme: Theme) -> None:
        super().__init__()
        self.name = Caption(theme, px=DATA_PX)
        self.field = KeyField(theme, tr("Key of {text}", text=row.named), inside=bool(row.scope))
        self.default = FlatButton(tr("Default"), theme, tr("Default key of {text}", text=row.named), "")
        self.wrong = Words(theme, SMALL_PX, token="critical")
        self.wrong.hide()
        top = QHBoxLayout()
        top.setSpacing(2 * GRID_PX)
        top.addWidget(self.name, 1)
        top.addWidget(self.default)
        top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.wrong)
        self.show_row(row)

    def show_row(self, row: KeyRow) -> None:
        self.name.say(row.text)
        self.setToolTip(row.what)
        self.field.show_keys(row.native)
        self.default.setVisible(row.changed)
        self.default.setToolTip(tr("Back to {default}", default=row.default or tr("no key")))

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[Any, ...] = (self.name, self.field, self.default, self.wrong)
        for part in parts:
            part.set_theme(theme)


class _Page(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.color("panel"))


class KeysView(QWidget):
    asked = Signal(object)
    rebound = Signal(str, str)
    reset = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[KeyRow, ...] = ()
        self.lines: dict[str, Line] = {}
        self._words: list[Words] = []
        self._headings: dict[str, Words] = {}
        self.search = FlatField(theme, tr("Search keys"), tr("Words of an action, or a key"))
        self.search.setPlaceholderText(tr("Search an action or a key"))
        self.search.textChanged.connect(lambda text: self._filter())
        self.all = FlatButton(tr("Default keys"), theme, tr("Every action's default key"), tr("Takes back every key that was changed"))
        self.all.clicked.connect(self._press_all)
        self.question = Words(theme, DATA_PX, token="warning")
        self.question.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        self.question.hide()
        self._motions = TwoMotions(self, lambda: self.reset.emit(""), self._say_all)
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        top.setSpacing(2 * GRID_PX)
        top.addWidget(self.search, 1)
        top.addWidget(self.all)
        self._page = _Page(theme)
        whole = QVBoxLayout(self._page)
        whole.setContentsMargins(0, 0, 0, 2 * GRID_PX)
        whole.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole.addLayout(self._column)
        # What a search leaves stands together at the top.
        whole.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.question)
        outer.addWidget(self.area, 1)
        self.setFocusProxy(self.search)
        self.setAccessibleName(tr("Keys"))

    def give(self, rows: Sequence[KeyRow]) -> None:
        fresh = not self._rows
        self._rows = tuple(rows)
        for row in self._rows:
            if row.group not in self._headings:
                self._headings[row.group] = self._heading(row.group)
            line = self.lines.get(row.id)
            if line is None:
                self.lines[row.id] = line = Line(row, self._theme)
                line.field.pressed.connect(lambda key, id=row.id: self.rebound.emit(id, key))
                line.default.clicked.connect(lambda checked=False, id=row.id: self.reset.emit(id))
                self._column.addWidget(line)
            line.show_row(row)
        if fresh and self._rows:
            self._headings[""] = self._heading(tr("Inside a panel, while it has the keys: these are fixed"))
            self._words = [self._said(sentence) for sentence in model.fixed()]
        self._filter()
        if not self._motions.asking:
            self.question.say("")

    def _press_all(self) -> None:
        if self._motions.asking or any(row.changed for row in self._rows):
            self._motions.press()
        else:
            self.question.say(tr("Every key is the default already."))

    def _say_all(self) -> None:
        asking, changed = self._motions.asking, sum(row.changed for row in self._rows)
        self.all.setText(tr("Confirm: default keys") if asking else tr("Default keys"))
        self.all.set_tone("critical" if asking else "text")
        self.question.say(tr(
            "Keys that are lost: {count}. There is no way back: press once more within five seconds, or Esc.", count=changed,
        ) if asking else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._motions.asking:
            self._motions.stop()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motions.stop()

    def complain(self, id: str, sentence: str) -> None:
        if id in self.lines:
            self.lines[id].wrong.say(sentence)

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._page.theme = theme
        parts: tuple[Any, ...] = (self.search, self.all, self.question, *self._headings.values(), *self._words, *self.lines.values())
        for part in parts:
            part.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _heading(self, text: str) -> Words:
        made = Words(self._theme, DATA_PX, strong=True, token="muted")
        made.setContentsMargins(2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX, GRID_PX)
        made.say(text)
        self._column.addWidget(made)
        return made

    def _said(self, text: str) -> Words:
        made = Words(self._theme, DATA_PX, token="muted")
        made.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        made.say(text)
        self._column.addWidget(made)
        return made

    def _filter(self) -> None:
        shown = model.found(self._rows, self.search.text())
        ids, groups = {row.id for row in shown}, {row.group for row in shown}
        for id, line in self.lines.items():
            line.setVisible(id in ids)
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        for words in self._words:
            words.setVisible(model.says(words.text(), self.search.text()))
        if "" in self._headings:
            self._headings[""].setVisible(any(not words.isHidden() for words in self._words))
