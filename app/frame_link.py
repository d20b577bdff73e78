"""What the Qt thread and the core thread hand each other once a frame. Plain attributes: each is written by one side, and a
single assignment is atomic; neither side ever waits for the other.
"""

import time
from typing import Any, Final

HAND_NS: Final = 3_000_000
"""Chosen: most presses are dealt with in half of that, and thirty a second of a held key still leave the market nine tenths."""


class FrameLink:
    """drawing: the Qt thread paints now; the core takes commands only. due: when the next frame is due, monotonic ns. late: the core
    is behind the market, and every other frame is left to it. held: something of ours waits to be durable, and the journal's thread for
    the interpreter. hand_until: monotonic ns until when a press is dealt with, in the past: none is.

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
        self.hand_until = 0

    def hand_is_at_work(self) -> None:
        """From the Qt thread: somebody pressed something. The core takes commands only, HAND_NS at most."""
        self.hand_until = time.monotonic_ns() + HAND_NS

    def holds(self) -> bool:
        """Whether the core takes commands only."""
        return self.drawing or self.hand_until > time.monotonic_ns()

    def answer(self, pictures: dict[str, Any]) -> None:
        self._pictures = pictures

    def take(self) -> dict[str, Any] | None:
        """None: the core has not answered yet."""
        pictures, self._pictures = self._pictures, None
        return pictures
