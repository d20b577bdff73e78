"""A line of facts, each a small caption over a value, painted in one widget.

Invariants: a changed value repaints only its own slot; a slot never shrinks while shown, so that numbers do not make
their neighbours jump; when the room is short the slot with the highest `drop` goes first, those whose fact must be seen
(`kept`) after all others and the last of them never; slots with drop 0 never go. The tooltip of the line says all of
them. Knows no meaning: words and tokens come from outside.
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.shapes import Shape
from widgets.style import DATA_PX, GRID_PX, HEADING_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

PAD_PX = 2 * GRID_PX
SIGN_PX = 14


@dataclass(frozen=True)
class Slot:
    """sample: the widest usual value; of one that grows, what must be left of it. grows: takes the room that is left, and is cut with an
    ellipsis before any other gives way."""

    key: str
    caption: str
    sample: str
    drop: int = 0
    grows: bool = False
    heading: bool = False


@dataclass
class _Shown:
    slot: Slot
    caption: str
    value: str = ""
    token: str = "text"
    fill: str = ""
    sign: Shape | None = None
    caption_token: str = "muted"
    kept: bool = False
    width: int = 0
    rect: QRect | None = None

    @property
    def goes(self) -> tuple[bool, int]:
        """The highest first."""
        return not self.kept and self.slot.drop > 0, self.slot.drop


class FactStrip(QWidget):
    """A slot without a value takes no room. height_px: total height; the two lines are centred in it."""

    def __init__(
        self, theme: Theme, slots: tuple[Slot, ...], height_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small, self._plain = TypeFace(SMALL_PX), TypeFace(DATA_PX, strong=True)
        self._heading = TypeFace(HEADING_PX, strong=True)
        self._tip = ""
        self._shown = {slot.key: _Shown(slot, slot.caption) for slot in slots}
        for shown in self._shown.values():
            shown.width = self._width_for(shown, tr(shown.slot.sample))
        self.setFixedHeight(height_px)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        grows = any(slot.grows for slot in slots)
        policy = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def say(
        self, key: str, value: str, token: str = "text", caption: str = "", fill: str = "", sign: Shape | None = None,
        caption_token: str = "muted", kept: bool = False,
    ) -> None:
        """fill: a token behind the whole slot, on which caption and value are drawn in text. kept: it stays where room is short."""
        shown = self._shown[key]
        wanted_look = (value, token, caption or shown.slot.caption, fill, sign, caption_token, kept)
        if wanted_look == (shown.value, shown.token, shown.caption, shown.fill, shown.sign, shown.caption_token, shown.kept):
            return
        appeared = bool(value) != bool(shown.value) or kept != shown.kept
        shown.value, shown.token, shown.caption, shown.fill, shown.sign, shown.caption_token, shown.kept = wanted_look
        wanted = self._width_for(shown, tr(shown.slot.sample) if shown.slot.grows else value)
        if appeared or wanted > shown.width:
            shown.width = max(shown.width, wanted)
            self._arrange()
            self.updateGeometry()
            self.update()
        elif shown.rect is not None:
            self.update(shown.rect)

    def value(self, key: str) -> str:
        return self._shown[key].value

    def token(self, key: str) -> str:
        return self._shown[key].token

    def is_shown(self, key: str) -> bool:
        return self._shown[key].rect is not None

    def texts(self) -> list[str]:
        """Every fact as caption and value, also those without room."""
        return [f"{tr(shown.caption)}: {shown.value}" for shown in self._shown.values() if shown.value]

    def set_tip(self, text: str) -> None:
        """What the tooltip says below the facts."""
        self._tip = text

    def tip(self) -> str:
        return "\n".join([*self.texts(), *([self._tip] if self._tip else [])])

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(shown.width for shown in self._shown.values() if shown.value), self.height())

    def minimumSizeHint(self) -> QSize:
        needed = sum(s.width for s in self._shown.values() if s.value and not s.slot.drop and not s.slot.grows)
        return QSize(needed, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The parts, not what they span: of two facts far apart those between them stay.
        dirty = event.region()
        painter.fillRect(event.rect(), self._theme.color("panel"))
        for shown in self._shown.values():
            if shown.rect is not None and dirty.intersects(shown.rect):
                self._paint(painter, shown, shown.rect)

    def _paint(self, painter: QPainter, shown: _Shown, rect: QRect) -> None:
        theme, face = self._theme, self._face(shown)
        if shown.fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(shown.fill))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 3, -2, -3), 3, 3)
        top = rect.top() + (rect.height() - self._small.height - face.height) / 2
        x = rect.left() + PAD_PX
        self._small.use(painter)
        painter.setPen(theme.color("text" if shown.fill else shown.caption_token))
        self._small.left(painter, x, top, self._small.height, tr(shown.caption))
        top += self._small.height
        if shown.sign is not None:
            path = shown.sign(SIGN_PX)
            path.translate(x, top + (face.height - SIGN_PX) / 2)
            painter.fillPath(path, theme.color(shown.token))
            x += SIGN_PX + GRID_PX
        face.use(painter)
        painter.setPen(theme.color(shown.token))
        room = rect.right() - x
        text = shown.value
        if shown.slot.grows:
            text = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        face.left(painter, x, top, face.height, text)

    def _face(self, shown: _Shown) -> TypeFace:
        return self._heading if shown.slot.heading else self._plain

    def _width_for(self, shown: _Shown, value: str) -> int:
        sign = SIGN_PX + GRID_PX if shown.sign is not None else 0
        # By the faces: what is measured is drawn next, and laid out once.
        return max(ceil(self._small.width(tr(shown.caption))), ceil(self._face(shown).width(value)) + sign) + 2 * PAD_PX

    def _arrange(self) -> None:
        present = [shown for shown in self._shown.values() if shown.value]
        for shown in self._shown.values():
            shown.rect = None
        while present and sum(shown.width for shown in present) > self.width():
            last = max(present, key=lambda shown: shown.goes)
            if not last.slot.drop or (last.kept and sum(shown.kept for shown in present) == 1):
                break
            present.remove(last)
        spare = self.width() - sum(shown.width for shown in present)
        x = 0
        for shown in present:
            width = max(shown.width + spare, 0) if shown.slot.grows else shown.width
            shown.rect = QRect(x, 0, width, self.height())
            x += width
