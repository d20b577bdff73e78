"""What the Qt thread and the core thread hand each other once a frame. Plain attributes: each is written by one side, and a
single assignment is atomic; neither side ever waits for the other.
"""

from typing import Any


class FrameLink:
    """drawing: the Qt thread paints now; the core takes commands only. due: when the next frame is due, monotonic ns. late: the core
    is behind the market, and every other frame is left to it. held: something of ours waits to be durable, and the journal's thread for
    the interpreter.

    request: looks by key, set by Qt only after it took the last answer, cleared by the core when it answers: so there is one
    question at a time, and no row of a list is ever handed over twice.
    """

    def __init__(self) -> None:
        self.drawing = False
        self.due = 0
        self.late = False
        self.held = False
        self.request: dict[str, tuple[str, Any]] | None = None
        self._pictures: dict[str, Any] | None = None

    def answer(self, pictures: dict[str, Any]) -> None:
        self._pictures = pictures

    def take(self) -> dict[str, Any] | None:
        """None: the core has not answered yet."""
        pictures, self._pictures = self._pictures, None
        return pictures
