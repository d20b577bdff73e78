"""Sentences with a sign before them, wrapped by words and painted in one widget of a fixed place.

Invariants: a line breaks only at an ordinary space, so the narrow spaces inside a number never part it; what finds no room
is counted or cut with an ellipsis, and is whole in the tooltip; new words never change the widget's size.
"""

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import shapes
from widgets.shapes import Shape
from widgets.style import DATA_PX, GRID_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

LINE_PX = 17
SIGN_PX = 11
SIGNS: dict[str, Shape] = {
    "stop": shapes.octagon, "warning": shapes.warning, "wrong": shapes.cross, "open": shapes.ring, "done": shapes.disc,
}
ELLIPSIS = "\u2026"
_WIDE, _OPENS = "\u2e80-\u9fff\uff00-\uff60", "\uff08\u300a\u201c"
_CLOSES = "\uff0c\u3002\uff1b\uff1a\u3001\uff1f\uff01\uff09\u300b\u201d\u2026"
_WORDS = re.compile(f"[{_OPENS}]*(?:[^ {_WIDE}{_OPENS}{_CLOSES}]+|[{_WIDE}]?)[{_CLOSES}]* *")
"""A word with the space after it, or one Chinese sign: no line begins with what closes or ends with what opens."""


@dataclass(frozen=True)
class Note:
    """token: of the text. sign: a key of SIGNS, or empty. aside: more words, at the right edge of the last line."""

    text: str
    token: str = "text"
    sign: str = ""
    strong: bool = False
    aside: str = ""


def said(note: Note) -> Note:
    """Of a constant whose words are marked only: as they are in the language of now."""
    return replace(note, text=tr(note.text))


def wrapped(text: str, metrics: QFontMetrics, room: int, last_room: int = -1) -> list[str]:
    """At ordinary spaces, and between signs that are written without them. last_room: what the last line may take, when it shares its
    line."""
    lines: list[str] = []
    current = ""
    for word in _WORDS.findall(text):
        longer = current + word
        if current and metrics.horizontalAdvance(longer.rstrip(" ")) > room:
            lines.append(current.rstrip(" "))
            current = word
        else:
            current = longer
    current = current.rstrip(" ")
    if 0 <= last_room < metrics.horizontalAdvance(current):
        return [*lines, current, ""]
    return [*lines, current]


class Lines(QWidget):
    """lines: how many it asks room for. from_bottom: the last line stands on the lower edge."""

    def __init__(self, theme: Theme, name: str, lines: int, from_bottom: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._lines, self._from_bottom = theme, name, lines, from_bottom
        self._plain, self._strong = TypeFace(DATA_PX), TypeFace(DATA_PX, strong=True)
        self._notes: tuple[Note, ...] = ()
        self._laid: list[tuple[Note, str, bool, str]] = []
        self._painted: list[tuple[Note, str, bool, str]] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, *notes: Note) -> None:
        if notes == self._notes:
            return
        self._notes = notes
        self._lay()
        self.setAccessibleName(": ".join([self._name, self.text()]) if notes else self._name)
        self.setToolTip("\n".join(f"{note.text} {note.aside}".strip() for note in notes))
        self.update()

    def text(self) -> str:
        """Everything it says, also what found no room."""
        return " ".join(f"{note.text} {note.aside}".strip() for note in self._notes)

    def fit(self) -> None:
        """Takes the height of its words: what it asked room for, or one line more."""
        self.setFixedHeight(min(max(len(self._laid), self._lines), self._lines + 1) * LINE_PX)

    def notes(self) -> tuple[Note, ...]:
        return self._notes

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), self._lines * LINE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), LINE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def _lay(self) -> None:
        """(note, text, whether its sign stands here, aside) for each line, and for those that find room."""
        self._laid = []
        for note in self._notes:
            face = self._strong if note.strong else self._plain
            room = self.width() - (SIGN_PX + GRID_PX if note.sign else 0)
            aside_px = face.metrics.horizontalAdvance(note.aside) + 2 * GRID_PX if note.aside else 0
            parts = wrapped(note.text, face.metrics, room, room - aside_px if note.aside else -1)
            for number, part in enumerate(parts):
                aside = note.aside if number == len(parts) - 1 else ""
                self._laid.append((note, part, number == 0 and bool(note.sign), aside))
        most = max(self.height() // LINE_PX, 1)
        self._painted = self._laid[:most]
        if len(self._laid) > most:
            note, part, signed, aside = self._laid[most - 1]
            if self._laid[most][0] is note:
                part += ELLIPSIS
            unsaid = len(self._notes) - self._notes.index(note) - 1
            if unsaid:
                aside = tr("+{unsaid} more", unsaid=unsaid)
            self._painted[-1] = (note, part, signed, aside)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = self.height() - len(self._painted) * LINE_PX if self._from_bottom else 0
        for number, (note, text, signed, aside) in enumerate(self._painted):
            y = top + number * LINE_PX
            face, color = self._strong if note.strong else self._plain, self._theme.color(note.token)
            left = SIGN_PX + GRID_PX if note.sign else 0
            if signed:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
                path = SIGNS[note.sign](float(SIGN_PX))
                painter.fillPath(path.translated(0.0, y + (LINE_PX - SIGN_PX) / 2), color)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            face.use(painter)
            painter.setPen(color)
            room = self.width() - left - (face.metrics.horizontalAdvance(aside) + GRID_PX if aside else 0)
            if face.metrics.horizontalAdvance(text) > room:
                text = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            face.left(painter, left, y, LINE_PX, text)
            if aside:
                face.right(painter, self.width(), y, LINE_PX, aside)
