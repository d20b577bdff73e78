"""The venue's dice: splitmix64, a stream of its own for each instrument and each session, so that one history has one outcome.

Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants as published there.
"""

from typing import Final

MASK: Final = (1 << 64) - 1


class Chance:
    """state: the 64 bits that the next draw starts from."""

    __slots__ = ("state",)

    def __init__(self, seed: int) -> None:
        self.state: int = seed & MASK

    def draw(self, most: int) -> int:
        """0 to most, both included. The remainder's bias is below most / 2**64."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return (z ^ (z >> 31)) % (most + 1)
