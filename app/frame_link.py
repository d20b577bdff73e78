"""What the Qt thread and the core thread hand each other once a frame. Plain attributes: each is written by one side, and a
single assignment is atomic; neither side ever waits for the other.
"""

from typing import Any


class FrameLink:
    """drawing: the Qt thread paints now; the core takes commands only. request: (when the next frame is due, monotonic ns;
    looks by key), written by Qt, cleared by the core. pictures: the answer, written by the core, taken by Qt."""

    def __init__(self) -> None:
        self.drawing = False
        self.request: tuple[int, dict[str, tuple[str, Any]]] | None = None
        self._pictures: dict[str, Any] | None = None

    def answer(self, pictures: dict[str, Any]) -> None:
        self._pictures = pictures

    def take(self) -> dict[str, Any] | None:
        """None: the core has not answered yet, ask again with the next frame."""
        pictures, self._pictures = self._pictures, None
        return pictures
