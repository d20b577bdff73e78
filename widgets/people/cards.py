"""One request that waits: what would happen, who asks and why, how long, and the two answers."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.messages.approvals import Approve, Decline
from core.projections.people import ApprovalsPicture, RequestRow
from widgets.flat import FlatButton
from widgets.people import model
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.untaken import NOT_TAKEN, Sending
from widgets.words import Words


class RequestCard(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, row: RequestRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.request = row.request
        self.what = Words(theme, 12, strong=True)
        self.who = Words(theme, 12)
        self.left = Words(theme, SMALL_PX, token="muted")
        self.hint = Words(theme, SMALL_PX, token="muted")
        self.approve = FlatButton(
            tr("Approve"), theme, tr("Approve request {request}", request=row.request), tr("It happens at once, in both names"), self,
        )
        self.decline = FlatButton(
            tr("Decline"), theme, tr("Decline request {request}", request=row.request), tr("It does not happen"), self,
        )
        self.sending = Sending()
        self.approve.clicked.connect(lambda: self._ask(Approve(self.request)))
        self.decline.clicked.connect(lambda: self._ask(Decline(self.request)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(2)
        for words in (self.what, self.who, self.left):
            column.addWidget(words)
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addWidget(self.approve)
        line.addWidget(self.decline)
        line.addWidget(self.hint, 1)
        column.addLayout(line)

    def draw(self, row: RequestRow, picture: ApprovalsPicture) -> None:
        self.what.say(model.what(row))
        self.who.say(model.asked(row, picture.person))
        self.left.say(model.left(row, picture.at), "warning" if model.soon(row, picture.at) else "muted")
        if not self.sending.failed:
            self.hint.say(model.who_may(row, picture), "muted")
        self.approve.setEnabled(row.able)
        self.approve.setVisible(not row.mine)
        self.decline.setText(tr("Withdraw") if row.mine else tr("Decline"))
        self.decline.setEnabled(row.mine or row.able)

    def _ask(self, answer: Approve | Decline) -> None:
        if not self.sending.ask(self.asked, answer):
            self.hint.say(tr(NOT_TAKEN.text), "critical")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.what, self.who, self.left, self.hint, self.approve, self.decline):
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("hairline"))
