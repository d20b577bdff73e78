"""The basket panel: rows pasted from a spreadsheet, each checked, worth added up, answered by the desk, sent as one PlaceBasket.

Invariants: nothing is sent while a row is wrong, and the text stays as it was pasted; all of it is sent, or none; a second press sends
nothing until the text was changed or the basket was armed again on purpose.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core.messages.groups import PlaceBasket
from core.projections.ticket_pictures import BasketLook, BasketPicture, Fate, GateAnswer
from widgets.flat import FlatButton
from widgets.lines import LINE_PX, Lines, Note, said
from widgets.style import DATA_PX, GRID_PX, Theme, font, px
from widgets.ticket import basket_form, basket_words
from widgets.ticket.basket_rows import BasketRows
from widgets.ticket.form import fresh_id
from widgets.tongue import mark, tr
from widgets.untaken import NOT_TAKEN

TEXT_PX = 300
TAB_PX = 15 * GRID_PX
KEPT = ("_id", "_sent", "_fates", "_waiting", "_locked", "_untaken")
WAITING = Note(mark("Sent, waiting for the answer\u2026"), "muted", "open")


class BasketView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, new_id: Callable[[], str] = fresh_id) -> None:
        super().__init__(parent)
        self._theme, self._new_id = theme, new_id
        self._id = new_id()
        self._version = -1
        self._picture: BasketPicture | None = None
        self._read: list[basket_form.Row] = []
        self._basket: PlaceBasket | None = None
        self._answer: GateAnswer | None = None
        self._sent: tuple[str, ...] = ()
        self._fates: tuple[Fate, ...] = ()
        self._waiting = self._locked = self._untaken = False
        self.signed: Callable[[Any], Any] = lambda command: command
        """Gives a question the author that its command would have; the window's owner sets it."""
        self.text = QPlainTextEdit()
        self.rows = BasketRows(theme)
        self.says = Lines(theme, tr("Basket"), 2)
        self.again = FlatButton(tr("Again"), theme, tr("Send the same basket once more"), tr("Arms the same rows again, with new numbers"))
        self.clear = FlatButton(tr("Clear"), theme, tr("Clear the basket"), tr("Empties the text"))
        self.send = FlatButton(tr("Send all"), theme, tr("Send the basket"), tr("Sends every row at once, or none (Ctrl+Enter)"))
        self._lay_out()
        self.text.textChanged.connect(self._changed)
        self.send.clicked.connect(self.submit)
        self.again.clicked.connect(self._arm)
        self.clear.clicked.connect(self.text.clear)
        self.setFocusProxy(self.text)
        self.setAccessibleName(tr("Basket"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.set_theme(theme)
        self._refresh()

    def _lay_out(self) -> None:
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(font(DATA_PX))
        self.text.setTabChangesFocus(True)
        self.text.setTabStopDistance(TAB_PX)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Rows of the basket"))
        self.text.setToolTip(tr("Rows, pasted or typed: symbol, side, quantity, type, price, time in force"))
        self.text.setMinimumWidth(px(160))
        self.text.setMaximumWidth(TEXT_PX)
        self.says.setFixedHeight(2 * LINE_PX)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(2 * GRID_PX)
        above.addWidget(self.text, 1)
        above.addWidget(self.rows, 3)
        below.setSpacing(GRID_PX)
        below.addWidget(self.says, 1)
        for button in (self.clear, self.again, self.send):
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        whole.setSpacing(GRID_PX)
        whole.addLayout(above, 1)
        whole.addLayout(below)

    # a panel --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(880), px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), px(130))

    def look(self) -> BasketLook:
        return BasketLook(self._version, self.question(), self._sent, self._answer)

    def draw(self, picture: BasketPicture) -> None:
        listed = self._picture is None or len(self._picture.instruments) != len(picture.instruments)
        # One that was under way while the basket was sent knows nothing of it, however new it is.
        self._version, self._picture = picture.version if picture.sent == self._sent else -1, picture
        if listed:
            self.text.setPlaceholderText(f"{picture.instruments[0][0].symbol} buy 1 market" if picture.instruments else "")
            self._check()
        if picture.answer is not None and picture.answer.question == self.question():
            self._answer = picture.answer
        self._fates = picture.fates if self._sent else ()
        if self._waiting and self._fates:
            self._waiting, self._locked, self._id = False, True, self._new_id()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self.text.palette()
        for role, token in (
            (QPalette.ColorRole.Base, "raised"), (QPalette.ColorRole.Text, "text"), (QPalette.ColorRole.PlaceholderText, "muted"),
            (QPalette.ColorRole.Highlight, "selection_fill"), (QPalette.ColorRole.HighlightedText, "text"),
        ):
            palette.setColor(role, theme.color(token))
        # Under a style sheet the viewport keeps the palette it was first shown with.
        for part in (self.text, self.text.viewport()):
            part.setPalette(palette)
        for button in (self.again, self.clear, self.send):
            button.set_theme(theme)
        self.rows.set_theme(theme)
        self.says.set_theme(theme)
        self.update()

    def hand_over(self) -> tuple[str, dict[str, Any]]:
        """What is typed, sent and answered."""
        return self.text.toPlainText(), {name: getattr(self, name) for name in KEPT}

    def take_over(self, kept: tuple[str, dict[str, Any]]) -> None:
        typed, state = kept
        self.text.setPlainText(typed)
        for name, value in state.items():
            setattr(self, name, value)
        self._refresh()

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        if self._waiting and isinstance(command, PlaceBasket):
            self._waiting, self._untaken, self._sent, self._id = False, True, (), self._new_id()
            self._check()
            self._refresh()

    # what is written ------------------------------------------------------------------------------------------------

    def question(self) -> PlaceBasket | None:
        """What the desk is asked; nothing while an answer to what was sent stands there."""
        if self._basket is None or self._waiting or self._locked:
            return None
        return self.signed(self._basket) or self._basket

    def submit(self) -> None:
        """Sends all of it, once."""
        basket = self._basket
        if basket is None or self._waiting or self._locked:
            return
        self._waiting, self._untaken = True, False
        self._sent, self._fates = tuple(order.client_order_id for order in basket.orders), ()
        self._version = -1
        self._refresh()
        self.asked.emit(basket)

    def _changed(self) -> None:
        if not self._waiting:
            self._locked, self._sent, self._fates = False, (), ()
        self._check()
        self._refresh()

    def _arm(self) -> None:
        if self._locked:
            self._changed()

    def _check(self) -> None:
        """The text again, by the instruments that are listed now."""
        picture = self._picture
        listed = {instrument.symbol: instrument for instrument, *_ in picture.instruments} if picture is not None else {}
        self._read = basket_form.read(self.text.toPlainText(), listed, self._id)
        self._basket = basket_form.basket(self._read)
        self._answer, self._version = None, -1

    # what is shown --------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        picture, answer = self._picture, self._answer
        quotes: dict[int, tuple[int, int, int]] = {}
        if picture is not None:
            quotes = {instrument.id: (bid, ask, last) for instrument, bid, ask, last in picture.instruments}
        fates = {fate.client_order_id: fate for fate in self._fates}
        worst = answer.line if answer is not None and (answer.reason is not None or answer.rejection is not None) else 0
        names = self._sent or tuple("" for _ in self._read)
        self.rows.show_rows([
            basket_words.cells(row, quotes, fates.get(name), answer if number == worst else None)
            for number, (row, name) in enumerate(zip(self._read, names, strict=False), 1)
        ])
        self.says.say(basket_words.total(self._read, quotes), *self._notes())
        self.text.setReadOnly(self._waiting)
        ready = self._basket is not None and not self._waiting and not self._locked
        self.send.setEnabled(ready)
        self.send.setText(tr("Sending\u2026") if self._waiting else tr("Sent") if self._locked else tr("Send all"))
        self.send.set_tone("warning" if ready and worst else "text")
        self.again.setEnabled(self._locked)
        self.clear.setEnabled(bool(self.text.toPlainText()))

    def _notes(self) -> tuple[Note, ...]:
        picture = self._picture
        if self._untaken:
            return (said(NOT_TAKEN),)
        if self._waiting:
            return (said(WAITING),)
        if self._fates and picture is not None:
            first = self._fates[0]
            if first.reason is not None and self._read:
                answer = GateAnswer(
                    PlaceBasket(()), first.reason, first.limit, first.value, line=first.line, refused=first.refused,
                )
                return basket_words.answer_notes(answer, self._read, picture)
            return (basket_words.sent_note(self._fates, len(self._sent)),)
        if self._answer is not None and picture is not None and self._read:
            return basket_words.answer_notes(self._answer, self._read, picture)
        return ()

    # Qt -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.submit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        under = self.text.geometry()
        painter.fillRect(
            under.left(), under.bottom() + 1, under.width(), 2, self._theme.color("selection" if self.text.hasFocus() else "hairline")
        )
