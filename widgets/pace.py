"""How often a panel asks, in frames: for pictures that cost the core something to make. Frames are the only clock here."""


class Pace:
    """every: frames between two looks. Stands at due, so that the first look is at once."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._left = 0

    def due(self) -> bool:
        """Call once a frame."""
        if self._left > 0:
            self._left -= 1
            return False
        self._left = self._every - 1
        return True

    def hurry(self) -> None:
        """The next look is due: something else is wanted."""
        self._left = 0
