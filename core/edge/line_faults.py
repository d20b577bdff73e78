"""A line that delays, loses, doubles and turns round what is written to it, to order: for tests and for training.

The same seed gives the same faults to the same frames. Logons pass, so that a line comes up at all.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Faults:
    """loss, doubling, turning: chances of 0 to 1 for each frame. delay_s: each waits up to so long, and so may overtake another."""

    seed: int = 0
    loss: float = 0.0
    doubling: float = 0.0
    turning: float = 0.0
    delay_s: float = 0.0


class FaultyLine:
    """write(frame) goes on to `to` or not, once or twice, now or after the next one. later(seconds, call): the loop's call_later."""

    def __init__(self, faults: Faults, to: Callable[[bytes], None], later: Callable[[float, Callable[[], None]], object]) -> None:
        self._faults, self._to, self._later = faults, to, later
        self._chance = random.Random(faults.seed)
        self._held: bytes | None = None

    def write(self, frame: bytes) -> None:
        f, chance = self._faults, self._chance.random
        lost, doubled, turned = chance() < f.loss, chance() < f.doubling, chance() < f.turning
        if lost:
            return
        if turned and self._held is None:
            self._held = frame
            return
        self._send(frame)
        if doubled:
            self._send(frame)
        if self._held is not None:
            held, self._held = self._held, None
            self._send(held)

    def _send(self, frame: bytes) -> None:
        if not self._faults.delay_s:
            self._to(frame)
            return
        self._later(self._chance.random() * self._faults.delay_s, lambda: self._to(frame))
