"""Texts that are different in every row, such as client order ids: cells of 32 bytes side by side, and the few longer ones aside.

Invariants: text() gives back what was put, whatever it is; search() finds a text within a cell, without regard to the case of
Latin letters. Order: by the eight bytes after what all of them begin with; rows equal so far stay as they came.
"""

import numpy as np
import numpy.typing as npt

from widgets.blotter.columns import Bools, Ints, Sel

CELL = 32
FOLD = np.arange(256, dtype=np.uint8)
FOLD[ord("A") : ord("Z") + 1] += 32
SIGN = np.uint64(1 << 63)
SAMPLE = 4096 * CELL


class Ids:
    def __init__(self, room: int) -> None:
        self._cells: npt.NDArray[np.uint8] = np.zeros((room, CELL), np.uint8)
        self._long: dict[int, str] = {}
        self._prefix: bytes | None = None
        self.began = 0
        """How many bytes all of them begin with; when it shrinks, what was ordered is out of order."""

    @property
    def nbytes(self) -> int:
        return self._cells.nbytes

    def grow(self, room: int) -> None:
        cells = np.zeros((room, CELL), np.uint8)
        cells[: len(self._cells)] = self._cells
        self._cells = cells

    def put(self, serial: int, text: str) -> None:
        # What cannot be UTF-8 (half a surrogate pair) is aside as it is.
        whole = text.encode("utf-8", "replace")
        if len(whole) > CELL or "\0" in text or whole.decode() != text:
            self._long[serial] = text
        elif self._long:
            self._long.pop(serial, None)
        cell = whole[:CELL].ljust(CELL, b"\0")
        self._cells[serial] = np.frombuffer(cell, np.uint8)
        self._learn(cell)

    def text(self, serial: int) -> str:
        found = self._long.get(serial) if self._long else None
        return found if found is not None else self._cells[serial].tobytes().rstrip(b"\0").decode("utf-8", "replace")

    def ranks(self, sel: Sel, count: int) -> Ints:
        """Numbers in the texts' order."""
        began = min(self.began, CELL - 8)
        eight = np.ascontiguousarray(self._cells[:count][sel][:, began : began + 8])
        return (eight.view(">u8").reshape(-1).astype(np.uint64) ^ SIGN).view(np.int64)

    def search(self, text: str, sel: Sel, count: int) -> Bools:
        """Which of them have the text in them."""
        cells = self._cells[:count][sel]
        wanted = text.encode("utf-8", "replace").lower()
        found = np.zeros(len(cells), np.bool_)
        if len(wanted) <= CELL and len(cells):
            flat = cells.reshape(-1)
            # The rarest byte first spares most of the rest.
            sample = np.bincount(FOLD[flat[:SAMPLE]], minlength=256)
            rarest = min(range(len(wanted)), key=lambda number: int(sample[wanted[number]]))
            places = np.flatnonzero(_is(flat, wanted[rarest])) - rarest
            places = places[(places >= 0) & (places % CELL <= CELL - len(wanted))]
            for number in range(len(wanted)):
                if number != rarest:
                    places = places[_is(flat[places + number], wanted[number])]
            found[places // CELL] = True
        for serial, whole in self._long.items():
            if serial < count and text.casefold() in whole.casefold():
                found |= (np.arange(count, dtype=np.int32)[sel]) == serial
        return found

    def _learn(self, cell: bytes) -> None:
        if self._prefix is None:
            self._prefix, self.began = cell, CELL
        while not cell.startswith(self._prefix[: self.began]):
            self.began -= 1


def _is(cells: npt.NDArray[np.uint8], byte: int) -> Bools:
    """In either case of a Latin letter."""
    found: Bools = cells == byte
    return found | (cells == byte - 32) if ord("a") <= byte <= ord("z") else found
