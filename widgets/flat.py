"""Flat controls painted straight from the theme: a button, a text field and a caption.

They exist because a style sheet on every small control doubles the cost of a frame. Heights are one data row. Keyboard
focus is always drawn in the selection colour. They hold no meaning of their own: words, keys and names come from
outside.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QSizePolicy, QWidget

from widgets.style import DATA_PX, PAD_PX, ROW_PX, Theme, font, px

RADIUS_PX = 3.0


def outline(
    painter: QPainter, rect: QRectF, color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A crisp rounded line just inside rect."""
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width, style))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS_PX, RADIUS_PX)


class FlatButton(QAbstractButton):
    """tone: the theme token of its text. A checked button is shown by fill, edge and weight, one that does nothing by a
    broken edge without a fill."""

    def __init__(self, text: str, theme: Theme, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "text"
        self._plain, self._strong = font(DATA_PX), font(DATA_PX, strong=True)
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_tone(self, token: str) -> None:
        if token != self._tone:
            self._tone = token
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._strong).horizontalAdvance(self.text()) + 2 * PAD_PX, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._strong).horizontalAdvance(self.text()) + PAD_PX, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        fill = "selection_fill" if self.isChecked() else "raised"
        if self.isEnabled() and (self.isDown() or self.underMouse()) and not self.isChecked():
            fill = "hover"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(fill))
        if self.isEnabled() or self.isChecked():
            painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif self.isChecked():
            outline(painter, rect, theme.color("selection"))
        elif not self.isEnabled():
            outline(painter, rect, theme.color("hairline"), style=Qt.PenStyle.DotLine)
        painter.setFont(self._strong if self.isChecked() else self._plain)
        painter.setPen(theme.color(self._tone if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


HATCH_ALPHA = 150
"""Behind words that must be read."""
MOST_SEEN = 14
"""Lines of an offer without scrolling."""
ARROW_PX = 8
LISTING = (Qt.Key.Key_Space, Qt.Key.Key_F4)
"""Open a list from which alone can be chosen, as the down arrow does."""
LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class FlatField(QLineEdit):
    """A line of text on a raised ground; an underline tells focus, and a thick critical one tells a wrong text. One that takes nothing is
    hatched instead. chosen: one of the offered texts was taken, and stands in it."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = self._listed = False
        self.setFrame(False)
        self.setFont(font(DATA_PX))
        self.setFixedHeight(ROW_PX)
        self.setTextMargins(4, 0, 4, 0)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("raised"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("muted"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("selection_fill"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("text"))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.IBeamCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)

    def set_wrong(self, wrong: bool) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def is_wrong(self) -> bool:
        return self._wrong

    def offer(self, texts: Sequence[str], name: str, only: bool = False) -> None:
        """What may stand here, found by any part of it while one types; the down arrow or a click shows all. only: nothing else can be
        typed, and a letter chooses the next one that begins with it."""
        self._listed = only
        if only:
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            self.setAcceptDrops(False)
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            self.setTextMargins(4, 0, 4 + ARROW_PX * 2, 0)
        completer = QCompleter(texts, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(MOST_SEEN)
        popup = completer.popup()
        assert popup is not None
        popup.setFont(self.font())
        popup.setAccessibleName(name)
        self.setCompleter(completer)
        # Only after the field has taken it.
        completer.activated.connect(self.chosen, Qt.ConnectionType.QueuedConnection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, *LISTING) and not event.modifiers() and (event.key() == Qt.Key.Key_Down or self._listed):
            if self._show_all():
                return
        if self._listed and event.key() not in LEAVING:
            self._choose_by(event)
            return
        super().keyPressEvent(event)

    def _choose_by(self, event: QKeyEvent) -> None:
        """A key that is not for the list goes to whoever is around; one that would change the text does not."""
        text, completer = event.text().casefold(), self.completer()
        if not text.isprintable() or not text or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        event.accept()
        if completer is None or self.isReadOnly():
            return
        model = completer.model()
        texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        here = texts.index(self.text()) + 1 if self.text() in texts else 0
        found = next((one for one in texts[here:] + texts[:here] if one.casefold().startswith(text)), None)
        if found is not None:
            self.setText(found)
            self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._listed and event.button() is Qt.MouseButton.MiddleButton:
            # It would paste.
            return
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self._show_all()

    def _show_all(self) -> bool:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if popup is None or popup.isVisible() or self.isReadOnly():
            return False
        completer.setCompletionPrefix("")
        completer.complete()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isEnabled():
            self._paint_unused()
            return
        super().paintEvent(event)
        token = "critical" if self._wrong else "selection" if self.hasFocus() else "hairline"
        width = 1.0 if token == "hairline" else 2.0
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color(token), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        if self._listed and not self.isReadOnly():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("muted"), 1.5))
            right, middle = self.width() - 2 * ARROW_PX, self.height() / 2
            painter.drawPolyline([
                QPointF(right, middle - ARROW_PX / 4), QPointF(right + ARROW_PX / 2, middle + ARROW_PX / 4),
                QPointF(right + ARROW_PX, middle - ARROW_PX / 4),
            ])

    def _paint_unused(self) -> None:
        painter, room = QPainter(self), self.rect().marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)
        painter.fillRect(self.rect(), QBrush(self._theme.color("hairline", HATCH_ALPHA), Qt.BrushStyle.BDiagPattern))
        painter.setPen(self._theme.color("muted"))
        text = self.fontMetrics().elidedText(self.displayText() or self.placeholderText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


class Caption(QWidget):
    """One line of text, cut with an ellipsis when the room is short, unless it was given shorter words for that. The whole text is its
    accessible name."""

    def __init__(
        self, theme: Theme, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, px: int = DATA_PX,
        strong: bool = False, token: str = "text", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._align, self._token = theme, align, token
        self._text = ""
        self._shorter: tuple[str, ...] = ()
        self._font = font(px, strong)
        self._metrics = QFontMetrics(self._font)
        self.setFixedHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def say(self, text: str, token: str = "", shorter: tuple[str, ...] = ()) -> None:
        """token: keeps the present colour when empty. shorter: what it says where that is too long, the longest first."""
        if text == self._text and shorter == self._shorter and (not token or token == self._token):
            return
        self._text, self._shorter, self._token = text, shorter, token or self._token
        self.setAccessibleName(text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def width_of(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        return QSize(self._metrics.horizontalAdvance(self._text), ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(16), ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._theme.color(self._token))
        painter.drawText(self.rect(), self._align | Qt.AlignmentFlag.AlignVCenter, self.seen())

    def seen(self) -> str:
        """What there is room for."""
        words, room = (self._text, *self._shorter), self.room()
        found = next((one for one in words if self._metrics.horizontalAdvance(one) <= room), words[-1])
        return self._metrics.elidedText(found, Qt.TextElideMode.ElideRight, room)

    def room(self) -> int:
        """Pixels that words may take."""
        return self.width()
