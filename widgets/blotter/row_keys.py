"""From a row's key to its serial: sorted arrays for the many, a dictionary for the newest, at some 12 bytes a row.

Invariant: a key is added once. Keys that are no whole numbers stay in the dictionary: they are for small tables.
"""

from collections.abc import Hashable, Sequence

import numpy as np

from widgets.blotter.columns import Ints, Serials

NEWEST = 16_384
"""Chosen: merging a million keys takes some milliseconds, and comes once in so many new rows."""
NOWHERE = -1


class RowKeys:
    def __init__(self) -> None:
        self._newest: dict[Hashable, int] = {}
        self._keys: Ints = np.zeros(0, np.int64)
        self._serials: Serials = np.zeros(0, np.int32)

    @property
    def nbytes(self) -> int:
        return self._keys.nbytes + self._serials.nbytes

    def find(self, keys: Sequence[Hashable]) -> Serials:
        newest = self._newest
        found: Serials = np.array([newest.get(key, NOWHERE) for key in keys], np.int32)
        if len(self._keys):
            missing = np.flatnonzero(found < 0)
            wanted = np.array([keys[number] for number in missing.tolist()], np.int64)
            places = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
            found[missing] = np.where(self._keys[places] == wanted, self._serials[places], NOWHERE)
        return found

    def add(self, keys: Sequence[Hashable], serials: Serials) -> None:
        self._newest.update(zip(keys, serials.tolist(), strict=True))
        if len(self._newest) > NEWEST and all(isinstance(key, int) for key in self._newest):
            keys_now = np.array(list(self._newest), np.int64)
            order = np.argsort(keys_now)
            places = np.searchsorted(self._keys, keys_now[order])
            self._serials = np.insert(self._serials, places, np.array(list(self._newest.values()), np.int32)[order])
            self._keys = np.insert(self._keys, places, keys_now[order])
            self._newest = {}
