"""The sheet at a blotter's right that tells the whole story of one order: its stages with what each took, every moment, its relations.

Invariants: it is not modal, Esc closes it, and what it shows is of the order whose key it has; it asks for nothing.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.projections.pictures import StoryPicture
from widgets.flat import Caption, FlatButton
from widgets.story.durations import duration
from widgets.story.model import Stage, Telling, telling
from widgets.story.timeline import Paragraph, Timeline
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.times import clock_text
from widgets.tongue import tr
from widgets.type_face import TypeFace

WIDTH_PX = 348
STAGE_PX = 32
NO_STORY = -1
SHORT_PX = 260
"""Chosen: a lower sheet says its stages as text, so that they scroll away with the rest."""


class Stages(QWidget):
    """Each stage: its name, and below what it took; what has not come is a dash."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stages: tuple[Stage, ...] = ()
        self._small, self._strong = TypeFace(SMALL_PX), TypeFace(SMALL_PX, strong=True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(2 * STAGE_PX + GRID_PX)

    def say(self, stages: tuple[Stage, ...]) -> None:
        if stages != self.stages:
            self.stages = stages
            self.setAccessibleName(
                tr(
                    "Stages: {said}",
                    said=", ".join(f"{one.name} {one.took or (tr('came') if one.at else tr('not yet'))}" for one in stages),
                )
            )
            came = (one for one in stages if one.at)
            self.setToolTip("\n".join(f"{one.name}: {clock_text(one.at, milliseconds=True)} UTC  {one.took}".rstrip() for one in came))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        width = (self.width() - 4 * GRID_PX) / 3
        for number, stage in enumerate(self.stages):
            left, top = 3 * GRID_PX + number % 3 * width, number // 3 * STAGE_PX
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            self._small.left(painter, left, top, STAGE_PX / 2, stage.name)
            self._strong.use(painter)
            painter.setPen(theme.color("text" if stage.at else "muted"))
            said = stage.took or (clock_text(stage.at, milliseconds=True) if stage.at else "\u2013")
            self._strong.left(painter, left, top + STAGE_PX / 2 - 2, STAGE_PX / 2, said)
        painter.fillRect(QRect(3 * GRID_PX, self.height() - 1, self.width() - 6 * GRID_PX, 1), theme.color("hairline"))


class StorySheet(QWidget):
    """key: of the order, 0: closed. told: the version that is drawn."""

    closed = Signal()
    shown = Signal()
    order_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key, self.told = 0, NO_STORY
        self.telling: Telling | None = None
        self.title = Caption(theme, strong=True)
        self.close_button = FlatButton(tr("Close"), theme, tr("Close the story"), tr("Close the story (Esc)"))
        self.close_button.clicked.connect(self.leave)
        self.stages = Stages(theme)
        self.timeline = Timeline(theme)
        self.timeline.opened.connect(self.order_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stages)
        column.addWidget(self.timeline, 1)
        self.setFocusProxy(self.timeline)
        self.setAccessibleName(tr("Story of the order"))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def open(self, key: int) -> None:
        if key != self.key:
            self.key, self.told, self.telling = key, NO_STORY, None
            self.title.say("\u2026")
            self.stages.say(())
            self.timeline.show_paragraphs(())
            self.timeline.current = -1
        self.show()
        self.shown.emit()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.key, self.told = 0, NO_STORY
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def draw(self, picture: StoryPicture) -> None:
        if picture.key != self.key:
            return
        self.told = picture.version
        told = telling(picture)
        if told != self.telling:
            self.telling = told
            self.title.say(told.title)
            self.title.setToolTip(told.title)
            self.stages.say(told.stages)
            self._lay()

    def _lay(self) -> None:
        """The stages stand above the rest, or, in a low sheet, are its first words."""
        if self.telling is not None:
            low = self.height() < SHORT_PX
            self.stages.setVisible(not low and bool(self.telling.stages))
            first = [_in_words(self.telling.stages)] if low and self.telling.stages else []
            self.timeline.show_paragraphs([*first, *_paragraphs(self.telling)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().height() < SHORT_PX) != (event.oldSize().height() < SHORT_PX):
            self._lay()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.title, self.close_button, self.stages, self.timeline):
            part.set_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("hairline"))


def _in_words(stages: tuple[Stage, ...]) -> Paragraph:
    said = [f"{one.name.lower()} {one.took or clock_text(one.at, milliseconds=True)}" for one in stages if one.at]
    return Paragraph("", texts=(tr("Stages: {said}", said=", ".join(said)) + ".",))


def _paragraphs(told: Telling) -> list[Paragraph]:
    """Moments with their time and what has passed since the one before, the note where it belongs, and the links at the end."""
    made: list[Paragraph] = []
    before = 0
    for number, one in enumerate(told.said):
        if told.note and number == told.note_at:
            made.append(Paragraph("", texts=(told.note,)))
        since = f"+{duration(one.at - before)}  " if before and one.at != before else ""
        made.append(Paragraph(one.title, f"{since}{clock_text(one.at, milliseconds=True)}", one.details, one.token))
        before = one.at
    if told.note and told.note_at >= len(told.said):
        made.append(Paragraph("", texts=(told.note,)))
    if told.links:
        made.append(Paragraph(tr("Belongs together"), token="muted"))
    return made + [Paragraph(link.text, "\u203a" if link.key else "", key=link.key) for link in told.links]
