"""Averages over growing arrays: each function fills columns first to end of its output from what stands before them, so that
one new bar is one step and a million bars are a few array operations. Pure numpy; floats are for drawing only.

Invariant: filling in any number of parts gives what filling at once gives (to rounding). What is not defined yet is NaN.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
BLOCK: Final = 64
PART: Final = 4096
"""Windows looked at together; it bounds the memory that one fill takes."""


def follow(out: Floats, values: Floats, share: float, first: int, end: int) -> None:
    """out[i] = out[i-1] + share * (values[i] - out[i-1]), with out[first-1] standing already; first >= 1."""
    keep = 1.0 - share
    if end - first < BLOCK:
        before = float(out[first - 1])
        for index in range(first, end):
            before += share * (float(values[index]) - before)
            out[index] = before
        return
    # A block at once: weights of each value in each later one, all at most 1, so that nothing overflows or cancels.
    blocks, rest = divmod(end - first, BLOCK)
    power = keep ** np.arange(BLOCK)
    steps = np.subtract.outer(np.arange(BLOCK), np.arange(BLOCK))
    weights = np.where(steps >= 0, share * keep ** np.maximum(steps, 0), 0.0)
    within = values[first:first + blocks * BLOCK].reshape(blocks, BLOCK) @ weights.T
    carried = np.empty(blocks)
    before, decay = float(out[first - 1]), float(keep ** BLOCK)
    for number, last in enumerate(within[:, -1].tolist()):
        carried[number] = before
        before = last + decay * before
    out[first:first + blocks * BLOCK] = (within + np.multiply.outer(carried, power * keep)).ravel()
    if rest:
        follow(out, values, share, end - rest, end)


def seeded(out: Floats, values: Floats, length: int, share: float, first: int, end: int, start: int = 0) -> None:
    """Begins at the plain mean of the first `length` values from index start on, and follows with `share` from there."""
    seed = start + length - 1
    out[first:min(seed, end)] = np.nan
    if end <= seed:
        return
    if first <= seed:
        out[seed] = float(values[start:seed + 1].mean())
        first = seed + 1
    if first < end:
        follow(out, values, share, first, end)


def windows(values: Floats, length: int, first: int, end: int, out: Floats, spread: Floats | None = None) -> None:
    """Mean of the last `length` values, and into spread their standard deviation (of the whole population)."""
    begin = max(first, length - 1)
    for one in (out, spread):
        if one is not None:
            one[first:min(begin, end)] = np.nan
    for start in range(begin, end, PART):
        stop = min(start + PART, end)
        part = values[start - length + 1:stop]
        # From a value nearby, so that squares stay small and differences of sums stay exact enough.
        near = part - part[0]
        sums = np.concatenate(([0.0], np.cumsum(near)))
        average = (sums[length:] - sums[:-length]) / length
        out[start:stop] = average + part[0]
        if spread is not None:
            squares = np.concatenate(([0.0], np.cumsum(near * near)))
            variance = (squares[length:] - squares[:-length]) / length - average * average
            spread[start:stop] = np.sqrt(np.maximum(variance, 0.0))


def total(out: Floats, values: Floats, first: int, end: int) -> None:
    """Running sum from index 0 on. values: one for each of first to end."""
    before = float(out[first - 1]) if first else 0.0
    out[first:end] = before + np.cumsum(values)
