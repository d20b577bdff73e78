"""The journal panel. `searched(query)` asks for entries, `older()` for the next page; give() brings them.

Invariants: nothing is searched while a field is wrong, and the sentence stands below the fields; a search shows how far it is and
can be stopped; Enter on an entry follows its order, Esc goes back to what was looked for before. In another language or size of type
the view that takes this one's place has what was typed, and shows what was found without looking for it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.flat import Caption, FlatButton, FlatField
from widgets.journal import model
from widgets.journal.form import Query, Wrong, query
from widgets.journal.model import Hit, Progress
from widgets.lines import LINE_PX, Lines, Note
from widgets.record_list import RecordList
from widgets.style import GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import again, tr

DETAIL_PX = 104
NOTHING_YET = Progress(0, 0, False, False)


@dataclass(frozen=True)
class Kept:
    """Of a view whose place another one takes. looking: whoever brings its pages. scrolled: the first row in sight."""

    fields: dict[str, str]
    before: dict[str, str] | None
    ours: bool
    begun: bool
    hits: list[Hit]
    progress: Progress
    current: int
    scrolled: int
    looking: object


class JournalView(QWidget):
    asked = Signal(object)
    searched = Signal(object)
    older = Signal()
    replayed = Signal(object)
    """The marked entry's session time, UTC ns, is to be seen again."""
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hits: list[Hit] = []
        self.day = 0
        self.looking: object = None
        """Whoever brings its pages; goes with them to the view that takes this one's place."""
        self._before: dict[str, str] | None = None
        self._begun = False
        self._progress = NOTHING_YET
        self._kinds: Sequence[str] = ()
        self._captions: list[Caption] = []
        self.fields: dict[str, FlatField] = {}
        grid = QGridLayout()
        grid.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(0)
        for number, (name, caption, tip) in enumerate(model.FIELDS):
            words = Caption(theme, px=SMALL_PX, token="muted")
            words.say(tr(caption))
            field = FlatField(theme, tr(caption), tr("{tip}. Enter searches.", tip=tr(tip)))
            field.returnPressed.connect(self.search)
            grid.addWidget(words, 0, number)
            grid.addWidget(field, 1, number)
            grid.setColumnStretch(number, 2 if name == "words" else 1)
            self._captions.append(words)
            self.fields[name] = field
        self._lay_out(grid)
        self.setFocusProxy(self.fields["words"])
        self.setAccessibleName(tr("Journal"))

    def _lay_out(self, grid: QGridLayout) -> None:
        theme = self._theme
        self.ours = FlatButton(
            tr("Ours only"), theme, tr("Only what touches us"), tr("Only entries of our orders, positions, limits and stops"),
        )
        self.ours.setCheckable(True)
        self.ours.setChecked(True)
        self.ours.clicked.connect(lambda checked: self.search())
        self.go = FlatButton(tr("Search"), theme, tr("Search the journal"), tr("Newest entries first (Enter)"))
        self.go.clicked.connect(self.search)
        self.stop = FlatButton(tr("Stop##searching"), theme, tr("Stop searching"), tr("What was found stays"))
        self.stop.clicked.connect(self.stopped)
        self.back = FlatButton(tr("Older"), theme, tr("Older entries"), tr("The next page"))
        self.back.clicked.connect(self.older)
        tip = tr("Plays the tape to the marked entry's time, and pauses there (Ctrl+Enter)")
        self.replay = FlatButton(tr("Open in replay"), theme, tr("Open in replay"), tip)
        self.replay.clicked.connect(self.open_in_replay)
        self.replay.setEnabled(False)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.open_in_replay)
        self.clear = FlatButton(tr("Clear"), theme, tr("Empty every field"), tr("Everything again (Esc)"))
        self.clear.clicked.connect(self.begin_again)
        self.said = Lines(theme, tr("Journal"), 1)
        self.said.setFixedHeight(LINE_PX)
        line = QHBoxLayout()
        line.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        line.setSpacing(2 * GRID_PX)
        for button in (self.ours, self.go, self.clear, self.replay, self.back, self.stop):
            line.addWidget(button)
        line.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.list = RecordList(theme, model.COLUMNS, tr("Journal entries"), model.EMPTY)
        self.list.marked.connect(self._tell)
        self.list.opened.connect(self._follow)
        self.list.copied = lambda index: model.copied(self.hits[index])
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.detail.setFixedHeight(DETAIL_PX)
        self.detail.setAccessibleName(tr("The whole of the marked entry"))
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        self.show_progress(NOTHING_YET)

    def offer_kinds(self, kinds: Sequence[str]) -> None:
        """What there is."""
        self._kinds = kinds
        self.fields["kind"].offer(kinds, tr("Known kinds"))
        self.fields["kind"].chosen.connect(self.search)

    def search(self) -> None:
        """What the fields say; a wrong one keeps its text and says why."""
        asked = self._read()
        if asked is None:
            return
        self._begun = True
        self.hits = []
        self._show(keep_place=False)
        self.searched.emit(asked)

    def _read(self) -> Query | None:
        """None: a field is wrong, which is said."""
        asked = query({name: field.text() for name, field in self.fields.items()}, self.ours.isChecked(), self.day)
        for name, field in self.fields.items():
            field.set_wrong(isinstance(asked, Wrong) and asked.field == name)
        if isinstance(asked, Wrong):
            self.said.say(Note(asked.sentence, "critical", "wrong"))
            return None
        return asked

    def hand_over(self) -> Kept:
        fields = {name: field.text() for name, field in self.fields.items()}
        # A kind that was chosen is said again; what somebody typed is theirs.
        fields["kind"] = next((kind for kind in self._kinds if kind == fields["kind"]), fields["kind"])
        return Kept(
            fields, self._before, self.ours.isChecked(), self._begun, self.hits, self._progress, self.list.current,
            self.list.verticalScrollBar().value(), self.looking,
        )

    def take_over(self, kept: Kept) -> None:
        for name, field in self.fields.items():
            field.setText(again(kept.fields[name]))
        self.ours.setChecked(kept.ours)
        self._before, self._begun, self.looking = kept.before, kept.begun, kept.looking
        self.hits = kept.hits
        self._show(keep_place=False)
        self.show_progress(kept.progress)
        self._read()
        if kept.current >= 0:
            self.list.mark(kept.current)
        # Once the rows have their room.
        QTimer.singleShot(0, self, lambda: self.list.verticalScrollBar().setValue(kept.scrolled))

    def follow(self, order: int) -> None:
        """Everything that happened to the order."""
        if self._before is None:
            self._before = {name: field.text() for name, field in self.fields.items()}
        for name, field in self.fields.items():
            field.setText(str(order) if name == "order" else "")
        self.search()

    def begin_again(self) -> None:
        """From following an order back to what was looked for; else everything."""
        before, self._before = self._before, None
        for name, field in self.fields.items():
            field.setText(before[name] if before is not None else "")
        self.search()

    def open_in_replay(self) -> None:
        """The marked entry's moment on the tape."""
        if 0 <= self.list.current < len(self.hits):
            self.replayed.emit(self.hits[self.list.current].session_at)

    def give(self, hits: Sequence[Hit], progress: Progress) -> None:
        if hits:
            self.hits = [*self.hits, *hits]
            self._show(keep_place=True)
        self.show_progress(progress)

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        words, token = model.said(progress)
        self.said.say(Note(words if self._begun else tr("Enter searches the record, newest entries first."), token))
        self.list.show_empty(model.LOOKING if progress.running else model.EMPTY)
        self.stop.setVisible(progress.running)
        self.back.setVisible(progress.more and not progress.running)

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        buttons = (self.ours, self.go, self.stop, self.back, self.clear, self.replay)
        parts: tuple[Any, ...] = (*self._captions, *self.fields.values(), *buttons, self.said)
        for part in (*parts, self.list):
            part.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), px(160))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self._begun:
            self.search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.begin_again()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _show(self, keep_place: bool) -> None:
        self.list.show_records(model.Records(self.hits), keep_place)
        if self.list.current < 0:
            self.detail.hide()
            self.replay.setEnabled(False)

    def _tell(self, index: int) -> None:
        self.detail.setPlainText(self.hits[index].detail)
        self.detail.show()
        self.replay.setEnabled(True)

    def _follow(self, index: int) -> None:
        if self.hits[index].order:
            self.follow(self.hits[index].order)
