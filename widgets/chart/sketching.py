"""Drawings in the price pane: painted, found under the pointer, made, moved and taken away.

Invariants: what is being made or moved becomes a drawing when the button is let go, and Escape leaves everything as it was;
drawings lie under bars and orders, and an order's line is always the easier one to take hold of.
"""

from dataclasses import dataclass
from math import hypot
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from core.domain.units import SECOND
from widgets.chart.drawings import MOST_A_SYMBOL, POINTS, Drawing, Point, Tool, plain_text
from widgets.chart.pane import Pane, View
from widgets.sizes import percent_text
from widgets.style import GRID_PX, SMALL_PX
from widgets.tongue import tr
from widgets.type_face import TypeFace

REACH_PX: Final = 5
GRIP_PX: Final = 6
LABEL_PX: Final = 16
Place = tuple[float, float]


@dataclass
class Held:
    """number: of the drawing under way, -1: a new one. grip: which of its points, -1: all of it."""

    number: int
    drawing: Drawing
    grip: int
    start: Point
    was: Drawing


class Sketching:
    """drawings: of the instrument shown. tool: what the next press begins."""

    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._small = TypeFace(SMALL_PX)
        self.drawings: tuple[Drawing, ...] = ()
        self.tool: Tool | None = None
        self.chosen = -1
        self.held: Held | None = None

    def show(self, drawings: tuple[Drawing, ...]) -> None:
        self.drawings, self.chosen, self.held = drawings, -1, None

    # where -----------------------------------------------------------------------------------------------------------

    def place_of(self, point: Point) -> Place:
        slot = self._view.model.candles.exact_slot_of(point[0])
        return (slot - self._view.framing.low) * self._view.framing.spacing_px + 0.5, self._pane.row_of(point[1])

    def point_at(self, at: QPointF) -> Point:
        """On the tick grid; in time to the nanosecond."""
        instrument = self._view.model.instrument
        tick = instrument.tick if instrument is not None else 1
        price = max(round(self._pane.value_at(at.y()) / tick), 1) * tick
        return self._view.model.candles.exact_time_of(self._view.exact_slot(at.x())), price

    def grip_at(self, at: QPointF) -> int:
        """Which point of the chosen drawing is under the pointer; -1: none."""
        if 0 <= self.chosen < len(self.drawings):
            for number, point in enumerate(self.drawings[self.chosen].points):
                x, y = self._grip_place(self.drawings[self.chosen], number, point)
                if abs(x - at.x()) <= GRIP_PX and abs(y - at.y()) <= GRIP_PX:
                    return number
        return -1

    def _grip_place(self, drawing: Drawing, number: int, point: Point) -> Place:
        x, y = self.place_of(point)
        return (self._pane.width / 2, y) if drawing.tool is Tool.LEVEL else (x, y)

    def drawing_at(self, at: QPointF) -> int:
        """The uppermost one within reach; -1: none."""
        for number in range(len(self.drawings) - 1, -1, -1):
            if self._distance(self.drawings[number], at) <= REACH_PX:
                return number
        return -1

    def words_of(self, drawing: Drawing) -> tuple[float, str]:
        """Where the words of a text begin, and as much of them as there is room for: while their point is in view, so are they."""
        x, width = self.place_of(drawing.points[0])[0], self._pane.width
        if not 0 <= x <= width:
            return x, drawing.text
        text = self._small.metrics.elidedText(drawing.text, Qt.TextElideMode.ElideRight, int(width) - 2 * GRID_PX)
        return min(x, width - GRID_PX - self._small.width(text)), text

    def _distance(self, drawing: Drawing, at: QPointF) -> float:
        places = [self.place_of(point) for point in drawing.points]
        x, y = at.x(), at.y()
        if drawing.tool is Tool.LEVEL:
            return abs(places[0][1] - y)
        if drawing.tool is Tool.TEXT:
            left, text = self.words_of(drawing)
            inside = left <= x <= left + self._small.width(text) and abs(y - places[0][1]) <= LABEL_PX / 2
            return 0.0 if inside else REACH_PX + 1.0
        one, other = places
        if drawing.tool is Tool.BOX:
            corners = [one, (other[0], one[1]), other, (one[0], other[1])]
            return min(_from_line(at, a, b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True))
        return _from_line(at, one, other)

    # making and moving -----------------------------------------------------------------------------------------------

    def begin(self, at: QPointF) -> bool:
        """A press with a tool. True: more is to come (a pull, or words)."""
        assert self.tool is not None
        point = self.point_at(at)
        drawing = Drawing(self.tool, (point,) * POINTS[self.tool])
        self.held = Held(-1, drawing, POINTS[self.tool] - 1, point, drawing)
        return True

    def take(self, number: int, grip: int, at: QPointF) -> None:
        self.chosen = number
        drawing = self.drawings[number]
        self.held = Held(number, drawing, grip, self.point_at(at), drawing)

    def pull(self, at: QPointF) -> None:
        held = self.held
        if held is None:
            return
        point = self.point_at(at)
        if held.grip >= 0:
            held.drawing = held.was.pulled(held.grip, point)
        else:
            held.drawing = held.was.moved(point[0] - held.start[0], point[1] - held.start[1])

    def drop(self) -> bool:
        """True: the drawings changed."""
        held, self.held = self.held, None
        if held is None:
            return False
        if held.number >= 0:
            if held.drawing == held.was or held.number >= len(self.drawings):
                return False
            self.drawings = (*self.drawings[:held.number], held.drawing, *self.drawings[held.number + 1:])
            return True
        self.tool = None
        points = held.drawing.points
        if len(points) == 2 and points[0] == points[1]:
            return False
        return self.add(held.drawing)

    def add(self, drawing: Drawing) -> bool:
        if len(self.drawings) >= MOST_A_SYMBOL:
            return False
        self.drawings = (*self.drawings, drawing)
        self.chosen = len(self.drawings) - 1
        return True

    def write(self, point: Point, text: str) -> bool:
        """Words at a point; nothing when there are none."""
        words = plain_text(text)
        return bool(words) and self.add(Drawing(Tool.TEXT, (point,), words))

    def remove_chosen(self) -> bool:
        if not 0 <= self.chosen < len(self.drawings):
            return False
        self.drawings = (*self.drawings[:self.chosen], *self.drawings[self.chosen + 1:])
        self.chosen = -1
        return True

    def let_go(self) -> bool:
        """False: nothing was under way."""
        busy = self.held is not None or self.tool is not None or self.chosen >= 0
        self.held, self.tool, self.chosen = None, None, -1
        return busy

    # painting --------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        held = self.held
        for number, drawing in enumerate(self.drawings):
            shown = held.drawing if held is not None and held.number == number else drawing
            self._paint_one(painter, shown, number == self.chosen)
        if held is not None and held.number < 0:
            self._paint_one(painter, held.drawing, True)

    def paint_measures(self, painter: QPainter) -> None:
        """What rulers say, over everything else."""
        held = self.held
        shown = list(self.drawings)
        if held is not None:
            shown[held.number:held.number + 1 if held.number >= 0 else len(shown)] = [held.drawing]
        for drawing in shown:
            if drawing.tool is Tool.RULER:
                self._paint_measure(painter, drawing, self.place_of(drawing.points[1]))

    def _paint_one(self, painter: QPainter, drawing: Drawing, chosen: bool) -> None:
        ink = self._view.ink
        places = [self.place_of(point) for point in drawing.points]
        painter.setPen(ink.focus_pen if chosen else ink.text_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if drawing.tool is Tool.LEVEL:
            painter.drawLine(QLineF(0, places[0][1], self._pane.width, places[0][1]))
        elif drawing.tool is Tool.TEXT:
            self._small.use(painter)
            left, text = self.words_of(drawing)
            self._small.left(painter, left, places[0][1] - LABEL_PX / 2, LABEL_PX, text)
        elif drawing.tool is Tool.BOX:
            painter.fillRect(_rect(*places), ink.area)
            painter.drawRect(_rect(*places))
        else:
            painter.drawLine(QLineF(*places[0], *places[1]))
        if chosen:
            for number, point in enumerate(drawing.points):
                x, y = self._grip_place(drawing, number, point)
                painter.fillRect(QRectF(x - GRIP_PX / 2, y - GRIP_PX / 2, GRIP_PX, GRIP_PX), ink.focus)

    def _paint_measure(self, painter: QPainter, drawing: Drawing, end: Place) -> None:
        text, ink = self.measure_text(drawing), self._view.ink
        width = self._small.width(text) + 2 * GRID_PX
        left = min(max(end[0] + GRID_PX, 0.0), self._pane.width - width)
        top = min(max(end[1] - LABEL_PX - GRID_PX, 0.0), self._pane.height - LABEL_PX)
        painter.fillRect(QRectF(round(left), round(top), width, LABEL_PX), ink.raised)
        self._small.use(painter)
        painter.setPen(ink.text)
        self._small.left(painter, round(left) + GRID_PX, round(top), LABEL_PX, text)

    def measure_text(self, drawing: Drawing) -> str:
        """How far in price, in percent, in bars and in time."""
        model, ((start, one), (end, other)) = self._view.model, drawing.points
        if model.instrument is None:
            return ""
        sign = "+" if other > one else ""
        candles = model.candles
        bars = abs(round(candles.exact_slot_of(end)) - round(candles.exact_slot_of(start)))
        seconds = abs(end - start) // SECOND
        clock = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        percent = percent_text(other - one, one)
        return tr(
            "{sign}{price}   {percent}   {bars} bars   {clock}",
            sign=sign, price=model.instrument.price_text(other - one), percent=percent, bars=bars, clock=clock,
        )


def _from_line(at: QPointF, one: Place, other: Place) -> float:
    """Distance of a point from the line between two others, in pixels."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    square = dx * dx + dy * dy
    part = 0.0 if square == 0 else ((at.x() - one[0]) * dx + (at.y() - one[1]) * dy) / square
    part = float(np.clip(part, 0.0, 1.0))
    return hypot(at.x() - one[0] - part * dx, at.y() - one[1] - part * dy)


def _rect(one: Place, other: Place) -> QRectF:
    return QRectF(QPointF(*one), QPointF(*other)).normalized()
