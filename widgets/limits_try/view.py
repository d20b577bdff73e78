"""The limits time machine: a file of limits, a journal, and what the file would have said of its orders otherwise.

Invariants: a process of its own plays the record, the window only shows how far it is; what was typed stays; a result stands until the next
one begins. Nothing is put into force here. `tried(file, folder)` and `stopped()` ask; give() brings what the process says.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.cells import Row
from widgets.core_words import heard
from widgets.flat import Caption, FlatButton, FlatField
from widgets.keyboard import KeyTip, pressed
from widgets.limits_try import model
from widgets.lines import LINE_PX, Lines, Note
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr

LINES = 3
REFUSED, THROUGH = range(2)
EMPTY = mark(
    "Every limit of the file judges every recorded order at its moment: the same book, position, equity and conditions. Nothing is put "
    "into force."
)

NOT_YET = mark("Nothing was tried yet: choose a file of limits, and Enter.")


class LimitsTryView(QWidget):
    asked = Signal(object)
    tried = Signal(str, str)
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ours = ""
        self._running = False
        self._result: Mapping[str, Any] | None = None
        self._make(theme)
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Limits time machine"))
        self.setFocusProxy(self.file)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.said.say(Note(tr(EMPTY), "muted"))
        self._refresh()

    def _make(self, theme: Theme) -> None:
        self.file = FlatField(theme, tr("File of limits"), tr("A file of limits, as main.py limits show writes one (Enter tries it)"))
        self.folder = FlatField(
            theme, tr("Recorded days"), tr("A data folder, its journal, or a copy of a journal's files (Enter tries it)"),
        )
        self.choose_file = FlatButton(tr("Choose\u2026"), theme, tr("Choose a file of limits"), tr("Opens a list of files"))
        self.choose_folder = FlatButton(tr("Choose\u2026"), theme, tr("Choose a journal or data folder"), tr("Opens a list of folders"))
        self.here = FlatButton(
            tr("This terminal's"), theme, tr("The recorded days of this data folder"), tr("What this terminal recorded, up to now"),
        )
        self.go = FlatButton(tr("Try"), theme, tr("Try the limits"), tr("Plays the recorded days again, in a process of its own (Enter)"))
        self.stop = FlatButton(tr("Cancel"), theme, tr("Stop playing"), tr("Ends the process at once (Esc)"))
        self.export = FlatButton(tr("Export\u2026"), theme, tr("Export the findings"), tr("Both lists to a CSV file"))
        KeyTip(self.export, "limits_try.export")
        self.refused = Sheet(theme, tr("Would be refused"), model.TABLE, NOT_YET, (0, False))
        self.through = Sheet(theme, tr("Would go through"), model.TABLE, NOT_YET, (0, False))
        self.said = Lines(theme, tr("What was found"), LINES)
        self.said.setFixedHeight(LINES * LINE_PX)
        self._captions = [Caption(theme, px=SMALL_PX, token="muted") for _ in range(2)]
        for caption, words in zip(self._captions, (tr("Limits"), tr("Recorded days")), strict=True):
            caption.say(words)
            caption.setFixedWidth(caption.width_of(words) + 2 * GRID_PX)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        lines = ((self.file, (self.choose_file, self.go, self.stop)), (self.folder, (self.choose_folder, self.here, self.export)))
        for number, (field, buttons) in enumerate(lines):
            grid.addWidget(self._captions[number], number, 0)
            grid.addWidget(field, number, 1)
            for column, button in enumerate(buttons, start=2):
                grid.addWidget(button, number, column)
        grid.setColumnStretch(1, 1)
        self.sections = Sections(self._theme, (
            (tr("Would be refused"), tr("What went out, and these limits would not have let go"), self.refused),
            (tr("Would go through"), tr("What limits refused, and these would have let go"), self.through),
        ))  # fmt: skip
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        foot.addWidget(self.said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID_PX)
        whole.addLayout(grid)
        whole.addWidget(self.sections, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.file.textChanged.connect(self._typed)
        self.folder.textChanged.connect(self._typed)
        self.choose_file.clicked.connect(lambda: self._choose(self.file, tr("A file of limits"), QFileDialog.FileMode.ExistingFile))
        self.choose_folder.clicked.connect(
            lambda: self._choose(self.folder, tr("A journal or data folder"), QFileDialog.FileMode.Directory),
        )
        self.here.clicked.connect(lambda: self.folder.setText(self._ours))
        self.go.clicked.connect(self.begin)
        self.stop.clicked.connect(self.stopped)
        self.export.clicked.connect(self.ask_export)

    def sizeHint(self) -> QSize:
        return QSize(900, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), 8 * ROW_PX)

    def offer_folder(self, path: str) -> None:
        """This terminal's data folder: where it begins."""
        self._ours = path
        if not self.folder.text():
            self.folder.setText(path)

    # what the process says ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        if self._running or self._wrong():
            self._refresh()
            return
        self._running, self._result = True, None
        self.refused.empty = self.through.empty = NOT_YET
        self.refused.show_rows(())
        self.through.show_rows(())
        self._title(0, 0)
        self.said.say(Note(tr("Reading the journal\u2026"), "muted", "open"))
        self._refresh()
        file, folder = (Path(field.text().strip()).expanduser().absolute() for field in (self.file, self.folder))
        self.tried.emit(str(file), str(folder))

    def give(self, told: Mapping[str, Any]) -> None:
        if "entries" in told:
            self.said.say(Note(model.progress_text(told), "text", "open"))
            return
        self._running = False
        if "done" in told:
            self._show(told["done"])
        elif "wrong" in told:
            self.said.say(*(Note(heard(sentence), "critical", "wrong") for sentence in told["wrong"]))
        else:
            self.said.say(Note(tr("Cancelled: nothing was found out."), "muted"))
        self._refresh()

    def _show(self, done: Mapping[str, Any]) -> None:
        self._result = done
        self.refused.empty = mark("No order that went out would be refused.")
        self.through.empty = mark("No order that limits refused would go through.")
        self.refused.viewport().update()
        self.through.viewport().update()
        self.refused.show_rows(self._rows(done["refused"]))
        self.through.show_rows(self._rows(done["let_through"]))
        self._title(int(done["would_be_refused"]), int(done["would_be_let_through"]))
        self.said.say(*(Note(*note) for note in model.summary(done)))
        if not done["would_be_refused"] and done["would_be_let_through"]:
            self.sections.turn(THROUGH)

    def _rows(self, findings: list[model.Finding]) -> list[Row]:
        return [model.row(number, one) for number, one in enumerate(findings)]

    def _title(self, refused: int, through: int) -> None:
        for button, words, count in zip(
            self.sections.buttons, (tr("Would be refused"), tr("Would go through")), (refused, through), strict=True,
        ):
            button.setText(f"{words} ({count})" if count else words)
            button.updateGeometry()

    # panel ----------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (
            *self._captions, self.file, self.folder, self.choose_file, self.choose_folder, self.here, self.go, self.stop, self.export,
            self.refused, self.through, self.said, self.sections,
        )
        for part in parts:
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._running:
            self.stopped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin()
        elif pressed("limits_try", event):
            self.ask_export()
        else:
            super().keyPressEvent(event)

    def ask_export(self) -> QFileDialog | None:
        if self._result is None:
            return None
        dialog = QFileDialog(self, tr("Export what the limits would have said"), "limits-tried.csv", tr("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()
        return dialog

    def save(self, chosen: str) -> None:
        if self._result is None:
            return
        try:
            count = model.write_csv(Path(chosen), self._result["refused"], self._result["let_through"])
        except OSError as error:
            self.said.say(Note(tr("Not exported: {strerror}. Choose another place.", strerror=error.strerror), "warning", "warning"))
        else:
            self.said.say(Note(tr("{count} rows exported to {name}.", count=count, name=Path(chosen).name), "text", "done"))

    def _choose(self, field: FlatField, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, field.text().strip())
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(field.setText)
        dialog.open()
        return dialog

    def _typed(self, _text: str) -> None:
        wrong = self._wrong()
        if not self._running:
            field = self.file if model.file_wrong(self.file.text()) else self.folder
            # What is not typed yet is no fault.
            loud = wrong and field.text().strip()
            self.said.say(Note(wrong, "warning", "wrong") if loud else Note(wrong or tr(EMPTY), "muted"))
        self._refresh()

    def _wrong(self) -> str:
        return model.file_wrong(self.file.text()) or model.folder_wrong(self.folder.text())

    def _refresh(self) -> None:
        file, folder = model.file_wrong(self.file.text()), model.folder_wrong(self.folder.text())
        self.file.set_wrong(bool(file) and bool(self.file.text().strip()))
        self.folder.set_wrong(bool(folder) and bool(self.folder.text().strip()))
        self.go.setEnabled(not self._running and not file and not folder)
        self.stop.setEnabled(self._running)
        self.export.setEnabled(self._result is not None and not self._running)
        self.here.setEnabled(bool(self._ours) and self.folder.text() != self._ours)
