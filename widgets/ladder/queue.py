"""One level order by order: a box an order, in the order in which they will trade, ours told by ground, edge and the words above.

Invariants: the first in the queue stands left; where the room ends the number of the others is said, and the first order of
ours is shown wherever it stands. Nothing is known: nothing is shown. It asks for nothing.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.domain.enums import Side
from core.domain.instrument import Instrument, decimal_text
from core.projections.pictures import LevelQueue
from widgets.flat import outline
from widgets.sizes import size_text
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

PAD_PX = 2 * GRID_PX
BOX_PAD_PX = 6
GAP_PX = 2
STRIP_PX = 2 * ROW_PX + GRID_PX


def arranged(widths: Sequence[float], own: int, more: int, room: float, gap: float) -> list[int]:
    """Indexes of the boxes to show; a negative number stands for so many left out. own: index of our first order, -1: none.
    more: how many follow that have no width here. gap: room for such a number."""

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
    front = min(fitting(total, room - 2 * gap - widths[own] - GAP_PX), own)
    shown = [*range(front), *([front - own] if own > front else []), own]
    after = total - own - 1 + more
    return [*shown, -after] if after else shown


def caption(queue: LevelQueue, instrument: Instrument) -> str:
    """Where it is, how much stands there, and where we are in it."""
    orders = queue.orders
    count = len(orders) + queue.more
    side = tr("Bid") if queue.side is Side.BUY else tr("Ask")
    least = "\u2265" if queue.more else ""
    lots = size_text(instrument, sum(one.qty for one in orders))
    words = tr(
        "{side} {price}   {decimal} order{s}   {least}{lots}",
        side=side,
        price=instrument.price_text(queue.price),
        decimal=decimal_text(count, 0),
        s="s" if count > 1 else "",
        least=least,
        lots=lots,
    )
    first = first_own(queue)
    if first >= 0:
        # A row of several prices: who stands at a better one trades before us, too.
        words += tr(
            "   ours is {ordinal}, {size} before it",
            ordinal=ordinal(first + 1), size=size_text(instrument, sum(one.qty for one in orders[:first])),
        )
    return words


def first_own(queue: LevelQueue) -> int:
    return next((index for index, one in enumerate(queue.orders) if one.own), -1)


def ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


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
        self.setToolTip(tr("Each order of the level, the first to trade on the left. Click, or Enter in the ladder, closes it"))
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
            self.setVisible(queue is not None)
            self.update()

    def hide_queue(self) -> None:
        self._queue = None
        self.hide()

    def text(self) -> str:
        """What it says, also where the room is short."""
        return caption(self._queue, self._instrument) if self._queue is not None and self._instrument is not None else ""

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
        gap = self._small.width("+0\u202f000") + 2 * BOX_PAD_PX
        made = []
        for index in arranged(widths, first_own(queue), queue.more, self.width() - 2 * PAD_PX, gap):
            if index < 0:
                made.append((f"+{decimal_text(-index, 0)}", gap, False))
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
        words = self._small.metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * PAD_PX)
        self._small.left(painter, PAD_PX, 1, ROW_PX - 1, words)
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
