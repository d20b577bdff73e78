"""One level order by order: a box an order, in the order in which they will trade, ours told by ground, edge and the words above.

Invariants: the first in the queue stands left; where the room ends the number of the others is said, and the first order of
ours is shown wherever it stands, also behind all that are known one by one; the tip has the place of each of ours. Nothing is known:
nothing is shown. It asks for nothing.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.domain.enums import Side
from core.domain.instrument import Instrument, decimal_text
from core.projections.pictures import LevelQueue
from widgets.flat import outline
from widgets.sizes import plain_qty_text, size_text
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

PAD_PX = 2 * GRID_PX
BOX_PAD_PX = 6
GAP_PX = 2
STRIP_PX = 2 * ROW_PX + GRID_PX
TIP = mark("Each order of the level, the first to trade on the left. Click, or Enter in the ladder, closes it")
TOLD_OURS = 12
"""Orders of ours whose places a tip has. Chosen: more lines than one reads."""


def arranged(widths: Sequence[float], own: int, more: int, room: float, gap: float, own_width: float = 0) -> list[int]:
    """Indexes of the boxes to show; a negative number stands for so many left out. own: index of our first order, -1: none; it may be one
    of the `more` that follow and have no width here. own_width: its. gap: room for such a number."""

    def fitting(count: int, rest: float) -> int:
        used, number = 0.0, 0
        while number < count and used + widths[number] + GAP_PX <= rest:
            used += widths[number] + GAP_PX
            number += 1
        return number

    total = len(widths)
    if not more and fitting(total, room) == total:
        return list(range(total))
    front = fitting(total, room - gap)
    if own < front:
        left_out = total - front + more
        return [*range(front), *([-left_out] if left_out else [])]
    front = min(fitting(total, room - 2 * gap - (widths[own] if own < total else own_width) - GAP_PX), own)
    shown = [*range(front), *([front - own] if own > front else []), own]
    after = total - own - 1 + more
    return [*shown, -after] if after else shown


def caption(queue: LevelQueue, instrument: Instrument) -> str:
    """Where it is, how much stands there, and where we are in it. In a row of several prices, who stands at a better one trades before us,
    too."""
    count = len(queue.orders) + queue.more
    side = tr("Bid") if queue.side is Side.BUY else tr("Ask")
    words = tr(
        "{side} {price}   {decimal} order{s}   {lots}",
        side=side,
        price=instrument.price_text(queue.price),
        decimal=decimal_text(count, 0),
        s="s" if count > 1 else "",
        lots=size_text(instrument, queue.lots),
    )
    if queue.ours:
        first = queue.ours[0]
        words += tr("   ours is {ordinal}, {size} before it", ordinal=ordinal(first.index + 1), size=size_text(instrument, first.before))
    if len(queue.ours) > 1:
        words += tr(", {count} more of ours", count=decimal_text(len(queue.ours) - 1, 0))
    return words


def shorter(queue: LevelQueue, instrument: Instrument) -> str:
    """Where we are in it, before all else; empty: we are not."""
    if not queue.ours:
        return ""
    first, count = queue.ours[0], decimal_text(len(queue.orders) + queue.more, 0)
    return tr(
        "Ours is {ordinal} of {count}, {size} before it",
        ordinal=ordinal(first.index + 1), count=count, size=size_text(instrument, first.before),
    )


def places(queue: LevelQueue, instrument: Instrument) -> list[str]:
    """A sentence for each order of ours, with all digits."""
    count, qty = decimal_text(len(queue.orders) + queue.more, 0), plain_qty_text
    return [
        tr(
            "Ours of {qty} is {ordinal} of {count}, {before} before it",
            qty=qty(instrument, one.qty), ordinal=ordinal(one.index + 1), count=count, before=qty(instrument, one.before),
        )
        for one in queue.ours[:TOLD_OURS]
    ]


def first_own(queue: LevelQueue) -> int:
    return queue.ours[0].index if queue.ours else -1


def ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return tr("{number}{s}##in a queue", number=decimal_text(number, 0), s=ending)


class QueueStrip(QWidget):
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face, self._small = TypeFace(), TypeFace(SMALL_PX)
        self._strong = TypeFace(strong=True)
        self._theme = theme
        self._instrument: Instrument | None = None
        self._queue: LevelQueue | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(STRIP_PX)
        self.setAccessibleName(tr("Orders of a level"))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(320, STRIP_PX)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_queue(self, instrument: Instrument, queue: LevelQueue | None) -> None:
        if queue != self._queue or instrument is not self._instrument:
            self._instrument, self._queue = instrument, queue
            self.setAccessibleDescription(self.text())
            told = places(queue, instrument) if queue is not None else []
            self.setToolTip("\n".join([*told, tr(TIP)]))
            self.setVisible(queue is not None)
            self.update()

    def hide_queue(self) -> None:
        self._queue = None
        self.hide()

    def text(self) -> str:
        """What it says, also where the room is short."""
        return caption(self._queue, self._instrument) if self._queue is not None and self._instrument is not None else ""

    def shown_words(self) -> str:
        """What of it has room."""
        queue, instrument, room = self._queue, self._instrument, self.width() - 2 * PAD_PX
        brief = shorter(queue, instrument) if queue is not None and instrument is not None else ""
        fits = self._small.width(self.text()) <= room
        return self._small.metrics.elidedText(self.text() if fits or not brief else brief, Qt.TextElideMode.ElideRight, room)

    def boxes(self) -> list[str]:
        """The boxes' words, in order: sizes, and numbers of those left out."""
        return [text for text, _, _ in self._boxes()]

    def _boxes(self) -> list[tuple[str, float, bool]]:
        queue, instrument = self._queue, self._instrument
        if queue is None or instrument is None:
            return []
        texts = [size_text(instrument, one.qty) for one in queue.orders]
        faces = [self._strong if one.own else self._face for one in queue.orders]
        widths = [face.width(text) + 2 * BOX_PAD_PX for face, text in zip(faces, texts, strict=True)]
        gap = self._small.width(f"+{decimal_text(max(len(texts) + queue.more, 1000), 0)}") + 2 * BOX_PAD_PX
        own = size_text(instrument, queue.ours[0].qty) if queue.ours else ""
        own_width = self._strong.width(own) + 2 * BOX_PAD_PX
        made = []
        for index in arranged(widths, first_own(queue), queue.more, self.width() - 2 * PAD_PX, gap, own_width):
            if index < 0:
                made.append((f"+{decimal_text(-index, 0)}", gap, False))
            elif index >= len(texts):
                made.append((own, own_width, True))
            else:
                made.append((texts[index], widths[index], queue.orders[index].own))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        painter.fillRect(QRect(0, 0, self.width(), 1), color("hairline"))
        queue = self._queue
        if queue is None:
            return
        self._small.use(painter)
        painter.setPen(color("bid" if queue.side is Side.BUY else "ask"))
        self._small.left(painter, PAD_PX, 1, ROW_PX - 1, self.shown_words())
        x, y, high = float(PAD_PX), ROW_PX, ROW_PX - 2
        for text, width, own in self._boxes():
            box = QRectF(x, y, width, high)
            if text.startswith("+"):
                self._small.use(painter)
                painter.setPen(color("muted"))
                self._small.centre(painter, x + width / 2, y, high, text)
            else:
                painter.fillRect(box, color("own_fill" if own else "bid_fill" if queue.side is Side.BUY else "ask_fill"))
                if own:
                    outline(painter, box, color("own"))
                face = self._strong if own else self._face
                face.use(painter)
                painter.setPen(color("own" if own else "text"))
                face.centre(painter, x + width / 2, y, high, text)
            x += width + GAP_PX

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.closed.emit()
