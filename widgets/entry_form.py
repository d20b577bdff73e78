"""A form of typed and chosen fields under a list: what it would do stands under it while it is typed, Enter sends it, Esc leaves it.

Invariants: what is sent is what the last verdict held, and that was said in words; what is wrong is one sentence in place, what was
typed stays, also while the core has not answered yet and when it refused; fields flow into as many lines as the width needs, and the
form is as high as they are. It holds no meaning: parts and the judge come from outside.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.projections.answers import Answer
from widgets.asked import Asked
from widgets.chooser import Chooser
from widgets.entry import WHY, Judge, Part, Typed, Verdict
from widgets.fitted import Fitted
from widgets.flat import Caption, FlatButton, FlatField
from widgets.lines import LINE_PX, Lines, Note, said
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import ended, tr
from widgets.type_face import TypeFace
from widgets.untaken import NOT_TAKEN

LINES = 3
"""Of words: what it means may take two, what is missing one."""
GAP_PX = 3 * GRID_PX
LEAST_TYPED_PX = 140
"""Of a field that grows."""


class EntryForm(Fitted):
    asked = Signal(object)
    closed = Signal()
    """The core has taken what was asked for, or somebody left it."""
    moved = Signal()
    """It was opened or shut, or is of another height."""

    def __init__(self, theme: Theme, name: str, parts: Sequence[Part], judge: Judge, send_tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._parts, self._judge = theme, tuple(parts), judge
        self._small = TypeFace(SMALL_PX)
        self._verdict = Verdict()
        self._captions: list[tuple[QRect, str]] = []
        self._filling = False
        self._waiting = Asked()
        self.title = Caption(theme, strong=True, parent=self)
        self.fields: dict[str, FlatField] = {}
        self.choosers: dict[str, Chooser] = {}
        for part in self._parts:
            if isinstance(part, Typed):
                self.fields[part.key] = self._field(part)
            else:
                made = self.choosers[part.key] = Chooser(theme, tr(part.name), tr(part.tip), part.words, part.says, self)
                made.chosen.connect(lambda value, key=part.key: self.fill(**{key: value}))
        self.send = FlatButton(tr("Send"), theme, name, send_tip, self)
        self.shut = FlatButton(tr("Leave"), theme, tr("Leave it as it is"), tr("Nothing is changed (Esc)"), self)
        self.said = Lines(theme, tr("What it means"), LINES, parent=self)
        self.send.clicked.connect(self.ask)
        self.shut.clicked.connect(self.closed)
        self.title.say(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * ROW_PX + LINES * LINE_PX + 4 * GRID_PX)

    def _field(self, part: Typed) -> FlatField:
        made = FlatField(self._theme, tr(part.name), tr(part.tip), self)
        made.setPlaceholderText(tr(part.hint))
        made.textChanged.connect(self._changed)
        return made

    # what stands in it ----------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        return {key: field.text() for key, field in self.fields.items()} | {key: one.value() for key, one in self.choosers.items()}

    def fill(self, title: str = "", **values: Any) -> None:
        """Only what is named changes."""
        self._waiting.changed()
        self._filling = True
        for key, value in values.items():
            if key in self.fields:
                self.fields[key].setText(value)
            else:
                self.choosers[key].show_choice(value)
        self._filling = False
        if title:
            self.title.say(title)
        self.refresh()

    def begin(self, key: str) -> None:
        """Shown, with the keys in that part. What was asked for from here before is another matter now."""
        self._waiting.forget()
        self.show()
        self.refresh()
        part: QWidget = self.fields.get(key) or self.choosers[key]
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if key in self.fields:
            self.fields[key].selectAll()

    def refresh(self) -> None:
        """Judges anew: values or what they are judged by have changed."""
        before, self._verdict = self._verdict, self._judge(self.values())
        found = self._verdict
        wrong = dict(found.wrong)
        for key, field in self.fields.items():
            field.set_wrong(key in wrong and bool(field.text().strip()))
        for key, hint in found.hints:
            self.fields[key].setPlaceholderText(hint)
        self.send.setText(tr(found.verb))
        self.send.setEnabled(found.ask is not None and self._waiting.waits is None)
        self.said.say(*self._notes(found))
        if before.hidden != found.hidden or before.verb != found.verb:
            self.fit()

    def verdict(self) -> Verdict:
        return self._verdict

    def _notes(self, found: Verdict) -> list[Note]:
        if self._waiting.waits is not None:
            return [Note(tr("Waiting for the core."), "muted")]
        notes = [said(NOT_TAKEN)] if self._waiting.failed else []
        notes += [Note(found.means)] if found.means else []
        for key, text in found.wrong:
            # What is not typed yet is no fault.
            field = self.fields.get(key)
            quiet = field is None or not field.text().strip()
            notes.append(Note(ended(text), "muted") if quiet else Note(ended(text), "warning", "wrong"))
        if found.more:
            notes.append(Note(found.more, "warning", "warning") if found.warns else Note(found.more, "muted"))
        return notes

    # hands ----------------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        self.refresh()
        found = self._verdict.ask
        if found is not None and self._waiting.waits is None:
            self._waiting.begin(found)
            self.asked.emit(found)
            self.refresh()

    def hear(self, answers: Sequence[Answer]) -> None:
        """Of each picture, before the form is judged by it: it leaves when what it asked for was taken."""
        waited = self._waiting.waits
        if self._waiting.hear(answers) and not self.isHidden():
            if WHY in self.fields:
                self.fields[WHY].clear()
            self.closed.emit()
        elif waited is not self._waiting.waits:
            self.refresh()

    def not_taken(self, command: object) -> bool:
        """It came not even as far as the core. Whether it was this form that asked."""
        mine = self._waiting.not_taken(command)
        self.refresh()
        return mine

    def _changed(self, _text: str) -> None:
        if not self._filling:
            self._waiting.changed()
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Fields let Enter through, so it comes here once whatever has the focus.
            self.shut.click() if self.shut.hasFocus() else self.ask()
        else:
            super().keyPressEvent(event)

    # places ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def fit(self) -> None:
        """Title and buttons in the first line, parts flowing below, words under them."""
        width, left = self.width() - 4 * GRID_PX, 2 * GRID_PX
        buttons = [self.send.sizeHint().width(), self.shut.sizeHint().width()]
        x = left + width - sum(buttons) - GRID_PX
        self.title.setGeometry(left, GRID_PX, max(x - left - GAP_PX, 16), ROW_PX)
        self.send.setGeometry(x, GRID_PX, buttons[0], ROW_PX)
        self.shut.setGeometry(x + buttons[0] + GRID_PX, GRID_PX, buttons[1], ROW_PX)
        self._captions = []
        y = self._flow(left, 2 * GRID_PX + ROW_PX, width)
        self.said.setGeometry(left, y, width, LINES * LINE_PX)
        height = y + LINES * LINE_PX + GRID_PX
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()
            self.moved.emit()
        self.update()

    def _flow(self, left: int, top: int, room: int) -> int:
        """Lines of parts; what grows shares what its line has left. Gives where the next thing may stand."""
        lines: list[list[tuple[Part, int]]] = [[]]
        used = 0
        for part in self._parts:
            self._widget(part).setVisible(part.key not in self._verdict.hidden)
            if part.key in self._verdict.hidden:
                continue
            wanted = self._caption_px(part) + self._least(part)
            if lines[-1] and used + GAP_PX + wanted > room:
                lines.append([])
                used = 0
            used += wanted + (GAP_PX if lines[-1] else 0)
            lines[-1].append((part, wanted))
        for line in lines:
            growing = [part for part, _ in line if isinstance(part, Typed) and not part.width]
            spare = max(room - sum(wanted for _, wanted in line) - GAP_PX * (len(line) - 1), 0)
            x = left
            for part, wanted in line:
                caption = self._caption_px(part)
                self._captions.append((QRect(x, top, caption, ROW_PX), tr(part.caption)))
                more = spare // len(growing) if part in growing else 0
                self._widget(part).setGeometry(x + caption, top, min(wanted + more, room) - caption, ROW_PX)
                x += wanted + more + GAP_PX
            top += ROW_PX + GRID_PX
        return top

    def _widget(self, part: Part) -> QWidget:
        return self.fields[part.key] if isinstance(part, Typed) else self.choosers[part.key]

    def _caption_px(self, part: Part) -> int:
        return round(self._small.width(tr(part.caption))) + 2 * GRID_PX if part.caption else 0

    def _least(self, part: Part) -> int:
        return (px(part.width) or LEAST_TYPED_PX) if isinstance(part, Typed) else self.choosers[part.key].sizeHint().width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    # looks ----------------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.title, *self.fields.values(), *self.choosers.values(), self.send, self.shut, self.said)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.color("hairline"))
        self._small.use(painter)
        painter.setPen(self._theme.color("muted"))
        for rect, caption in self._captions:
            self._small.left(painter, rect.left(), rect.top(), rect.height(), caption)


def room_for(forms: Sequence[QWidget], others: int) -> int:
    """Px that a panel needs while one of its forms is open, beside its list; 0: none is. others: of what else stands in it."""
    opened = sum(form.height() for form in forms if not form.isHidden())
    return opened + others if opened else 0


def stand_aside(view: QWidget, listing: QWidget, forms: Sequence[QWidget], others: int) -> None:
    """While a form is open in a low panel the list above it makes room: the form's title names what it is about."""
    needed = room_for(forms, others)
    listing.setVisible(not needed or view.height() >= needed + listing.minimumSizeHint().height())
