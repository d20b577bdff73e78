"""A curve in bounded memory: spans of time, each with its first, lowest, highest and last point.

Invariants: at most SPANS spans; the first and last point, and the curve's extremes, are always among the points; every point was
one of the curve's. When there are too many spans, each becomes twice as long, so an old point is thinned out like a new one.
"""

from core.domain.units import SECOND

Point = tuple[int, int]
"""Time, value."""
SPANS = 500
"""Chosen: four points each are two thousand, more than a chart has pixels for."""


class Curve:
    __slots__ = ("_spans", "span_ns")

    def __init__(self) -> None:
        self.span_ns = SECOND
        self._spans: list[list[Point]] = []

    def add(self, at: int, value: int) -> None:
        """Not before the last one."""
        point = (at, value)
        start = at - at % self.span_ns
        if self._spans and self._spans[-1][0][0] >= start:
            span = self._spans[-1]
            if value < span[1][1]:
                span[1] = point
            if value > span[2][1]:
                span[2] = point
            span[3] = point
            return
        self._spans.append([point, point, point, point])
        while len(self._spans) > SPANS:
            self._thin()

    def points(self) -> tuple[Point, ...]:
        """In the order of time."""
        found: dict[Point, None] = {}
        for span in self._spans:
            found.update(dict.fromkeys(sorted(span, key=lambda point: point[0])))
        return tuple(found)

    def _thin(self) -> None:
        self.span_ns *= 2
        thinner: list[list[Point]] = []
        for span in self._spans:
            start = span[0][0] - span[0][0] % self.span_ns
            if thinner and thinner[-1][0][0] >= start:
                before = thinner[-1]
                thinner[-1] = [
                    before[0], min(before[1], span[1], key=lambda point: point[1]),
                    max(before[2], span[2], key=lambda point: point[1]), span[3],
                ]
            else:
                thinner.append(span)
        self._spans = thinner
