"""The settings panel. `edited(name, text)` asks for a change, "" for the default; `wanted("import" or "export")` for a file.

Invariants: what was typed and is wrong stays, with one sentence under it; nothing is changed by looking; a value that cannot be
changed here says why. It takes no pictures: whoever keeps the settings gives it rows.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.flat import Caption, FlatButton, FlatField
from widgets.settings import model
from widgets.settings.model import SettingRow
from widgets.style import DATA_PX, GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import again, mark, tr
from widgets.words import Words

FIELD_PX = 150
UNIT_PX = 96
NOTHING = mark("No setting has these words: try fewer letters.")


class Line(QWidget):
    """One setting: name, field and unit in a row, what it is below, what is wrong below that."""

    def __init__(self, row: SettingRow, theme: Theme, view: "SettingsView") -> None:
        super().__init__()
        self._view = view
        self.row = row
        # Wrapped where the field leaves little room: a name that is cut cannot be told from its neighbours.
        self.name = Words(theme, DATA_PX, strong=True)
        self.name.say(row.title)
        self.field = FlatField(theme, row.title, tr("{name}: {about} Empty: the default.", name=row.name, about=model.about(row)))
        self.field.setFixedWidth(FIELD_PX)
        self.field.editingFinished.connect(self._on_edited)
        if row.choices:
            self.field.offer(row.choices, tr("What it may be"), only=True)
            self.field.chosen.connect(self._on_edited)
        self.unit = Caption(theme, token="muted")
        self.unit.say(row.unit)
        self.unit.setFixedWidth(UNIT_PX)
        self.about = Words(theme, SMALL_PX, token="muted")
        self.about.say(model.about(row))
        self.state = Words(theme, SMALL_PX, token="muted")
        self.wrong = Words(theme, SMALL_PX, token="critical")
        self.wrong.hide()
        top = QHBoxLayout()
        top.setSpacing(2 * GRID_PX)
        for part in (self.name, self.field, self.unit):
            top.addWidget(part, 1 if part is self.name else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        column.setSpacing(1)
        column.addLayout(top)
        for words in (self.about, self.state, self.wrong):
            column.addWidget(words)
        self.show_row(row)

    def show_row(self, row: SettingRow) -> None:
        self.row = row
        self.field.setReadOnly(bool(row.locked))
        if not self.field.is_wrong() and not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(row.shown)
            self.field.setCursorPosition(0)
        words, token = model.state(row)
        self.state.say(words, token)

    def complain(self, sentence: str) -> None:
        self.field.set_wrong(bool(sentence))
        self.wrong.say(sentence)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.name, self.field, self.unit, self.about, self.state, self.wrong):
            part.set_theme(theme)

    def _on_edited(self) -> None:
        text = self.field.text().strip()
        if self.row.locked or (text == self.row.shown and not self.field.is_wrong()):
            return
        self.complain("")
        self.field.setModified(False)
        if self.row.choices and text == self.row.default:
            # Chosen from the list, it says no more than an empty field would: nothing is pinned.
            text = ""
        self._view.edited.emit(self.row.name, text)


class _Page(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.color("panel"))


class SettingsView(QWidget):
    asked = Signal(object)
    edited = Signal(str, str)
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._told = theme, ""
        self._rows: tuple[SettingRow, ...] = ()
        self._before: tuple[str, int, str, str] | None = None
        self.lines: dict[str, Line] = {}
        self._headings: dict[str, Words] = {}
        self.search = FlatField(theme, tr("Search settings"), tr("Words of a setting's name, sentence, unit or value"))
        self.search.setPlaceholderText(tr("Search"))
        self.search.textChanged.connect(lambda text: self._filter())
        self.bring = FlatButton(
            tr("Import…"), theme, tr("Import settings from a file"), tr("Takes every setting of a file, or none if one is wrong"),
        )
        self.take = FlatButton(
            tr("Export…"), theme, tr("Export settings to a file"), tr("Writes the settings that differ from the defaults, or all of them"),
        )
        self.bring.clicked.connect(lambda: self.wanted.emit("import"))
        self.take.clicked.connect(lambda: self.wanted.emit("export"))
        self.said = Words(theme, SMALL_PX, token="muted")
        self.nothing = Words(theme, DATA_PX, token="muted")
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        top.setSpacing(2 * GRID_PX)
        top.addWidget(self.search, 1)
        top.addWidget(self.bring)
        top.addWidget(self.take)
        self._page = _Page(theme)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 2 * GRID_PX)
        self._column.setSpacing(0)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
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
        said = QHBoxLayout()
        said.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        said.addWidget(self.said)
        outer.addLayout(said)
        outer.addWidget(self.area, 1)
        self.nothing.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self.setFocusProxy(self.search)
        self.setAccessibleName(tr("Settings"))

    def give(self, rows: Sequence[SettingRow]) -> None:
        """Replaces what is shown; a text that is being typed, or was wrong, stays."""
        self._rows = tuple(rows)
        group = ""
        for row in self._rows:
            if row.group != group:
                group = row.group
                if group not in self._headings:
                    self._headings[group] = heading = Words(self._theme, DATA_PX, strong=True, token="muted")
                    heading.setContentsMargins(2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX, 0)
                    heading.say(group)
                    self._add(heading)
            line = self.lines.get(row.name)
            if line is None:
                self.lines[row.name] = line = Line(row, self._theme, self)
                self._add(line)
            line.show_row(row)
        self._filter()
        if self._before is not None:
            QTimer.singleShot(0, self, self._go_back)

    def _add(self, part: QWidget) -> None:
        """Above the room that few lines leave."""
        self._column.insertWidget(self._column.count() - 1, part)

    def hand_over(self) -> tuple[str, int, str, str]:
        """What was searched, how far it was scrolled, which setting has the keys, and what was said last."""
        focused = next((name for name, line in self.lines.items() if line.field.hasFocus()), "")
        return self.search.text(), self.area.verticalScrollBar().value(), focused, self._told

    def take_over(self, kept: tuple[str, int, str, str]) -> None:
        self._before = kept
        self.search.setText(kept[0])

    def _go_back(self) -> None:
        """Once the lines stand."""
        if self._before is not None:
            (_, scrolled, name, told), self._before = self._before, None
            self.area.verticalScrollBar().setValue(scrolled)
            if name in self.lines:
                self.lines[name].field.setFocus(Qt.FocusReason.OtherFocusReason)
            if told:
                self.say(told)

    def complain(self, name: str, sentence: str) -> None:
        """Of one setting; empty takes the complaint away."""
        if name in self.lines:
            self.lines[name].complain(sentence)

    def say(self, sentence: str, token: str = "muted") -> None:
        """Until the next change or search."""
        self._told = sentence
        self.said.say(again(sentence), token)

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._page.theme = theme
        parts: tuple[Any, ...] = (self.search, self.bring, self.take, self.said, self.nothing)
        for part in (*parts, *self._headings.values(), *self.lines.values()):
            part.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _filter(self) -> None:
        shown = model.found(self._rows, self.search.text())
        names, groups = {row.name for row in shown}, {row.group for row in shown}
        for name, line in self.lines.items():
            line.setVisible(name in names)
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self.nothing.say("" if shown or not self._rows else tr(NOTHING))
        self._told = ""
        self.said.say(model.counted(len(shown), len(self._rows), sum(row.waits for row in self._rows)), "muted")
