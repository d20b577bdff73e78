"""The people panel: requests that wait, what became of the last ones, who may do what, and asking for other roles.

Invariants: a card stands where it stands until its request is over, so that no press meets another one's button; what a person
may not press says why. It decides nothing: it asks with RequestApproval, Approve and Decline.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.projections.people import ApprovalsPicture
from core.projections.pictures import VersionLook
from widgets.flat import FlatButton
from widgets.people import model
from widgets.people.cards import RequestCard
from widgets.people.change import ChangeForm
from widgets.style import GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.words import Words

SHOWN_OVER = 5


class PersonButton(FlatButton):
    """A person and their roles; pressed, it fills the form."""

    def sizeHint(self) -> QSize:
        return QSize(px(120), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme.color("raised"))
        if self.hasFocus():
            painter.fillRect(0, 0, 2, self.height(), theme.color("selection"))
        name, _, roles = self.text().partition("\t")
        room = self.rect().adjusted(2 * GRID_PX, 0, -2 * GRID_PX, 0)
        painter.setFont(self._strong)
        painter.setPen(theme.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._plain)
        painter.setPen(theme.color(self._tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, roles)


class Page(QWidget):
    """What scrolls, on a panel's ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.color("panel"))


class PeopleView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._version = -1
        self.cards: dict[int, RequestCard] = {}
        self.people: dict[str, PersonButton] = {}
        self.empty = Words(theme, 12, strong=True)
        self.why_empty = Words(theme, SMALL_PX, token="muted")
        self.over = Words(theme, SMALL_PX, token="muted")
        self.heading = Words(theme, 12, strong=True, token="muted")
        self.change = ChangeForm(theme)
        self.change.asked.connect(self.asked)
        self._page = page = Page(theme)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, GRID_PX, 0, GRID_PX)
        self._column.setSpacing(0)
        self._waiting, self._rows = QVBoxLayout(), QVBoxLayout()
        self._rows.setSpacing(0)
        for part in (self.empty, self.why_empty):
            self._column.addLayout(_inset(part))
        self._column.addLayout(self._waiting)
        for part in (self.over, self.heading):
            self._column.addLayout(_inset(part))
        self._column.addLayout(self._rows)
        self._column.addWidget(self.change)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setAccessibleName(tr("People and requests for approval"))
        self.heading.say(tr("Who may do what"))
        self.change.hide()

    def sizeHint(self) -> QSize:
        return QSize(px(262), px(284))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(80))

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: ApprovalsPicture) -> None:
        self._version = picture.version
        self._draw_cards(picture)
        self._draw_people(picture)
        nothing = not picture.waiting
        self.empty.say(tr(model.NOTHING) if nothing else "")
        self.why_empty.say(tr(model.WHY_EMPTY) if nothing and not picture.over else "")
        self.over.say("\n".join(model.over(row) for row in picture.over[:SHOWN_OVER]))
        self.change.setVisible(model.may_ask(picture.roles))
        self.change.know(picture.people)
        self.change.hear(picture.answers)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: nothing waits for an answer any more, and what was typed stays."""
        self.change.not_taken(command)
        for card in self.cards.values():
            card.sending.not_taken()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.empty, self.why_empty, self.over, self.heading, self.change)
        for part in (*parts, *self.cards.values(), *self.people.values()):
            part.set_theme(theme)
        self._page.theme = theme
        self.update()

    def _draw_cards(self, picture: ApprovalsPicture) -> None:
        rows = {row.request: row for row in picture.waiting}
        for request in [request for request in self.cards if request not in rows]:
            gone = self.cards.pop(request)
            self._waiting.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for request, row in rows.items():
            card = self.cards.get(request)
            if card is None:
                card = self.cards[request] = RequestCard(self._theme, row, self._page)
                card.asked.connect(self.asked)
                self._waiting.addWidget(card)
            card.draw(row, picture)

    def _draw_people(self, picture: ApprovalsPicture) -> None:
        texts = {
            row.person: model.line_text(row, row.person == picture.person)
            for row in picture.people
        }
        if list(texts) != list(self.people):
            for button in self.people.values():
                self._rows.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.people = {person: self._person(person) for person in texts}
        for row in picture.people:
            button = self.people[row.person]
            button.setText(texts[row.person])
            button.setAccessibleName(texts[row.person].replace("\t", ": "))
            button.set_tone("text" if row.enabled else "muted")

    def _person(self, person: str) -> PersonButton:
        made = PersonButton(person, self._theme, person, tr("Fills the form below"), self)
        made.clicked.connect(lambda: self.change.choose(person))
        self._rows.addWidget(made)
        return made


def _inset(words: Words) -> QHBoxLayout:
    """A style sheet takes a label's own margins away; without words it takes no room."""
    line = QHBoxLayout()
    line.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
    line.addWidget(words)
    return line
