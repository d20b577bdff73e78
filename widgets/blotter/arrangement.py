"""Which rows of a store are shown, in which order, under which headings, and what they add up to. Qt-free.

Invariants: `_order` holds the serials of the rows that pass, ascending by (rank of the group, value in the sort column, serial);
a descending sort reads each group backwards. Lines are the order with headings in it, never made one by one. A batch of changed rows
costs their number and one copy of the order; what is added up is exact, whatever its size.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np

from widgets.blotter.columns import Bools, Column, Ints, Kind, Sel, Serials, Sum
from widgets.blotter.conditions import Condition
from widgets.blotter.sorting import in_order, places
from widgets.blotter.store import Store
from widgets.blotter.sums import Sums

ALL = slice(None)
AT_ONCE = 8
"""More changed rows than one in so many: everything is arranged anew."""


@dataclass(frozen=True, slots=True)
class Heading:
    """of: the group's code. first: line of the heading."""

    of: int
    text: str
    count: int
    first: int
    is_shut: bool


class Arrangement:
    def __init__(self, store: Store, columns: Sequence[Column], sums: Sequence[Sum], sort: str, descending: bool) -> None:
        self.store = store
        self.columns = {column.name: column for column in columns}
        self.sort_column, self.descending = sort, descending
        self.group_column = ""
        self.conditions: dict[str, Condition] = {}
        self._shut: set[str] = set()
        self._sums = Sums(store, sums)
        self.clear()

    def clear(self) -> None:
        self._order: Serials = np.zeros(0, np.int32)
        self._all: Serials | None = None
        self._values: Ints = np.zeros(0, np.int64)
        self._ranks: Ints = np.zeros(0, np.int64)
        self._passes: Bools = np.zeros(0, np.bool_)
        self._stamp: tuple[Any, ...] = ()
        self._sums.clear()
        self._head()

    # what it is asked -----------------------------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """Rows that pass, also those of groups that are shut."""
        return len(self._order)

    @property
    def passing(self) -> Bools:
        """By serial. Of the moment: the next change makes another."""
        return self._passes[: self.store.count]

    def serials(self) -> Serials:
        """All that pass, as they would be shown with every group open."""
        parts = [self._order[start : start + size][:: -1 if self.descending else 1] for start, size in self._spans]
        return np.concatenate(parts) if parts else self._order

    def at(self, line: int) -> int:
        """A row's serial, or -1 - the number of a heading."""
        if not self.group_column:
            return int(self._order[-1 - line if self.descending else line])
        number = bisect_right(self._firsts, line) - 1
        if line == self._firsts[number]:
            return -1 - number
        (start, size), place = self._spans[number], line - self._firsts[number] - 1
        return int(self._order[start + (size - 1 - place if self.descending else place)])

    def between(self, first: int, last: int) -> Serials:
        """Serials of the rows on these lines, both included."""
        if not self.group_column:
            count = len(self._order)
            return self._order[count - 1 - last : count - first] if self.descending else self._order[first : last + 1]
        return np.array([serial for serial in map(self.at, range(first, last + 1)) if serial >= 0], np.int32)

    def line_of(self, serial: int) -> int:
        """-1 when it is not shown."""
        if not 0 <= serial < self.store.count or not self._passes[serial]:
            return -1
        place = int(places(self._order, self._ranks, self._values, np.array([serial]))[0])
        if not self.group_column:
            return len(self._order) - 1 - place if self.descending else place
        number = bisect_right([start for start, _ in self._spans], place) - 1
        start, size = self._spans[number]
        if self.headings[number].is_shut:
            return -1
        return self._firsts[number] + 1 + (size - 1 - place + start if self.descending else place - start)

    def totals(self, group: int | None = None) -> list[tuple[int, int, dict[str, int]]]:
        """Of a group, or of everything that passes: (instrument's code, rows, sums by name)."""
        return self._sums.of(group)

    # what it is told ------------------------------------------------------------------------------------------------

    def put(self, rows: Sequence[Any]) -> list[int]:
        """Rows by key, each key once. Returns their serials."""
        store, known = self.store, self.store.serials_of(rows)
        old = known[known >= 0]
        passed = old[self._passes[old]]
        self._sums.add(self._group_codes(passed), passed, -1)
        serials = store.put(rows, known)
        if self._stamp != self._stamp_now() or len(rows) * AT_ONCE > store.count:
            self._arrange()
            return list(serials.tolist())
        self._stretch()
        values, ranks, passes = self._values_of(serials), self._ranks_of(serials), self._passing(serials)
        in_place = (self._values[serials] == values) & (self._ranks[serials] == ranks)
        if self._all is not None and (len(self._all) < store.count or not in_place.all()):
            # Also by rows that a filter hides: they are seen again when it goes.
            self._all = None
        moved = serials[~((self._passes[serials] & passes & in_place) | ~(self._passes[serials] | passes))]
        if len(moved):
            gone = moved[self._passes[moved]]
            order = np.delete(self._order, places(self._order, self._ranks, self._values, gone)) if len(gone) else self._order
            self._values[serials], self._ranks[serials], self._passes[serials] = values, ranks, passes
            come = moved[self._passes[moved]]
            come = come[np.lexsort((come, self._values[come], self._ranks[come]))]
            self._order = np.insert(order, places(order, self._ranks, self._values, come), come) if len(come) else order
        self._values[serials], self._ranks[serials], self._passes[serials] = values, ranks, passes
        passing = serials[passes]
        self._sums.add(self._group_codes(passing), passing, 1)
        self._head()
        return list(serials.tolist())

    def sort(self, column: str, descending: bool) -> None:
        same = column == self.sort_column
        self.sort_column, self.descending = column, descending
        if not same:
            self._arrange(keeps_passing=True)

    def group(self, column: str) -> None:
        if column != self.group_column:
            self.group_column = column
            self._shut.clear()
            self._arrange(keeps_passing=True)

    def toggle(self, number: int) -> None:
        self._shut ^= {self.headings[number].text}
        self._head()

    def open_all(self, is_open: bool) -> None:
        self._shut = set() if is_open else {heading.text for heading in self.headings}
        self._head()

    def filter(self, name: str, condition: Condition | None) -> None:
        """name: of the condition; one by a name is in force."""
        if condition is not None:
            self.conditions[name] = condition
        elif self.conditions.pop(name, None) is None:
            return
        if self._stamp != self._stamp_now() or self._all is None:
            self._arrange()
            return
        self._passes = self._passing(ALL)
        self._order = self._all[self._passes[self._all]] if self.conditions else self._all
        self._add_up()

    # order ----------------------------------------------------------------------------------------------------------

    def _arrange(self, keeps_passing: bool = False) -> None:
        self._stamp = self._stamp_now()
        self._values, self._ranks = self._values_of(ALL), self._ranks_of(ALL)
        self._passes = self._passes[: self.store.count] if keeps_passing else self._passing(ALL)
        self._all = in_order(self._values, self._ranks if self.group_column else None)
        self._order = self._all[self._passes[self._all]] if self.conditions else self._all
        self._add_up()

    def _add_up(self) -> None:
        self._sums.clear()
        shown = np.flatnonzero(self._passes).astype(np.int32) if self.conditions else ALL
        self._sums.add(self._group_codes(shown), shown, 1)
        self._head()

    def _stamp_now(self) -> tuple[Any, ...]:
        """While it stays, the values that rows are ordered by stay what they are."""
        column, store = self.columns[self.sort_column], self.store
        words = len(store.words[column.name].texts) if column.kind is Kind.WORD else 0
        began = store.ids[column.field or column.name].began if column.kind is Kind.ID else 0
        groups = len(store.words[self.group_column].texts) if self.group_column else 0
        return (self.sort_column, self.group_column, words, began, groups, tuple(store.decimals(column.unit)))

    def _stretch(self) -> None:
        """Room for the new rows, and for some more: values that nothing has yet, and that do not pass."""
        count, room = self.store.count, len(self._values)
        if count > room:
            more = count - room + room // 8
            self._values = np.concatenate((self._values, np.zeros(more, self._values.dtype)))
            self._ranks = np.concatenate((self._ranks, np.zeros(more, np.int64)))
            self._passes = np.concatenate((self._passes, np.zeros(more, np.bool_)))

    def _values_of(self, sel: Sel) -> Ints:
        column, store = self.columns[self.sort_column], self.store
        if column.kind is Kind.WORD:
            return store.words[column.name].ranks()[store.codes(column.name, sel)]
        if column.kind is Kind.ID:
            return store.ids[column.field or column.name].ranks(sel, store.count)
        raw = column.raw(store, sel) if column.raw is not None else store.ints(column.field or column.name, sel)
        codes, decimals = store.scales(column.unit, sel)
        # Rows without an instrument have no decimals of their own: they do not make the others unequal.
        if len(set(decimals[:-1])) <= 1:
            return raw.copy()
        # Instruments count in different units: compared as what they are worth, to 15 digits.
        found: Ints = raw / np.power(10.0, np.array(decimals))[codes]
        return found

    def _ranks_of(self, sel: Sel) -> Ints:
        if not self.group_column:
            return np.zeros(self.store.count if isinstance(sel, slice) else len(sel), np.int64)
        return self.store.words[self.group_column].ranks()[self.store.codes(self.group_column, sel)]

    def _group_codes(self, sel: Sel) -> Ints:
        if not self.group_column:
            return np.zeros(self.store.count if isinstance(sel, slice) else len(sel), np.int64)
        return self.store.codes(self.group_column, sel).astype(np.int64)

    def _passing(self, sel: Sel) -> Bools:
        passes = np.ones(self.store.count if isinstance(sel, slice) else len(sel), np.bool_)
        for condition in self.conditions.values():
            passes &= condition(self.store, sel)
        return passes

    # headings -------------------------------------------------------------------------------------------------------

    def _head(self) -> None:
        """headings, the spans of their rows in _order, and the line of each heading."""
        self.headings: list[Heading] = []
        if not self.group_column:
            self._spans, self._firsts, self.lines = [(0, len(self._order))], [0], len(self._order)
            return
        words = self.store.words[self.group_column]
        counts = self._sums.counts()
        ranks = words.ranks()
        codes = sorted(counts, key=lambda code: int(ranks[code]))
        starts = [0, *accumulate(counts[code] for code in codes)]
        self._spans = [(start, counts[code]) for start, code in zip(starts, codes, strict=False)]
        line = 0
        for code in codes:
            text = words.texts[code]
            self.headings.append(Heading(code, text, counts[code], line, text in self._shut))
            line += 1 + (0 if text in self._shut else counts[code])
        self._firsts, self.lines = [heading.first for heading in self.headings], line
