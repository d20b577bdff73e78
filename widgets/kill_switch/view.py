"""The kill switch panel: stop, what it would do, what it did, and the way back in two motions."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.messages.commands import ReleaseKill
from core.projections.pictures import KillPicture, VersionLook
from widgets.flat import FlatButton
from widgets.kill_switch import model
from widgets.kill_switch.stop_button import CONFIRM_MS, SOURCE, StopButton
from widgets.style import DATA_PX, GRID_PX, Theme, font
from widgets.type_face import TypeFace

__all__ = ["KillSwitchView", "StopButton"]

LINE_PX = 18


class Board(QWidget):
    """Label and value, a line each; lines that do not fit are left out, the most important come first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[tuple[str, str], ...] = ()
        self._plain, self._strong = TypeFace(DATA_PX), TypeFace(DATA_PX, strong=True)

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleName("; ".join(f"{what} {value}" for what, value in rows))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, (what, value) in enumerate(self._rows):
            y = index * LINE_PX
            if y + LINE_PX > self.height():
                return
            self._plain.use(painter)
            painter.setPen(self._theme.color("muted"))
            self._plain.left(painter, 0, y, LINE_PX, what)
            room = self.width() - self._plain.width(what) - 2 * GRID_PX
            self._strong.use(painter)
            painter.setPen(self._theme.color("text"))
            cut = self._strong.metrics.elidedText(value, Qt.TextElideMode.ElideRight, int(room))
            self._strong.right(painter, self.width(), y, LINE_PX, cut)


class KillSwitchView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: KillPicture | None = None
        self._version = -1
        self._releasing = False
        self.stop = StopButton(theme, self, large=True)
        self.stop.asked.connect(self.asked)
        self.stop.asking.connect(lambda sentence: self._refresh())
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setFont(font(DATA_PX))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.board = Board(theme, self)
        self.release = FlatButton("Release…", theme, "Release the kill switch", "Lets new orders through again; two presses", self)
        self.release.clicked.connect(self._press_release)
        self._lapse = QTimer(self)
        self._lapse.setSingleShot(True)
        self._lapse.setInterval(CONFIRM_MS)
        self._lapse.timeout.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.stop)
        column.addWidget(self.sentence)
        column.addWidget(self.board, 1)
        column.addWidget(self.release)
        self.setAccessibleName("Kill switch")
        self.set_theme(theme)
        self._refresh()

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: KillPicture) -> None:
        self._version = picture.version
        if self._picture is not None and picture.generation != self._picture.generation:
            # What was about to be released is not what is engaged now.
            self._keep()
        self._picture = picture
        self.stop.draw(picture)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.stop, self.board, self.release):
            part.set_theme(theme)
        self._refresh()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        if self._picture is not None and self._picture.engaged:
            painter.fillRect(QRect(0, 0, 3, self.height()), self._theme.color("critical"))

    def _press_release(self) -> None:
        picture = self._picture
        if picture is None or not picture.engaged:
            return
        if not self._releasing:
            self._releasing = True
            self._lapse.start()
            self._refresh()
            return
        self._keep()
        self.asked.emit(ReleaseKill(SOURCE, picture.generation))

    def _keep(self) -> None:
        self._lapse.stop()
        if self._releasing:
            self._releasing = False
            self._refresh()

    def _refresh(self) -> None:
        picture = self._picture
        engaged = picture is not None and picture.engaged
        if picture is None:
            text, token = "Waiting for the core: the state is not known yet. Stop works already.", "muted"
        elif self._releasing:
            text, token = model.release_preview(picture), "warning"
        elif self.stop.confirming:
            text, token = f"{model.preview(picture)} {model.position_line(picture)}", "critical"
        elif engaged:
            text, token = f"ENGAGED: new orders are refused. {model.position_line(picture)}", "critical"
        else:
            text, token = f"Released. Stop: {model.preview(picture)[0].lower()}{model.preview(picture)[1:]}", "muted"
        if self.sentence.text() != text:
            self.sentence.setText(text)
        palette = self.sentence.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(token))
        self.sentence.setPalette(palette)
        self.board.show_rows(model.board(picture) if picture is not None and picture.generation else ())
        self.release.setText("Confirm release" if self._releasing else "Release…")
        self.release.set_tone("warning" if self._releasing else "text")
        self.release.setVisible(engaged)
