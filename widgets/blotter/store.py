"""The rows of a blotter as columns of numbers: no object a row, and one is made only to be looked at.

Invariants: a row keeps its serial for good, and what was put last under a key is what row() gives back, equal field by field;
numbers are 64-bit, the few beyond that stand aside exactly and sort as the largest. Memory of an order is 310 bytes, of a fill 150,
and the texts that do not repeat (sentences of refusals with their numbers). It knows no order, no filter and no Qt.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import IntEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import msgspec
import numpy as np

from core.domain.instrument import Instrument
from widgets.blotter.columns import Column, Ints, Kind, Sel, Serials, Unit
from widgets.blotter.ids import Ids
from widgets.blotter.row_keys import RowKeys

FIRST_ROOM = 1024
MOST, NONE = 2**63 - 1, -(2**63)
MOST_DECIMALS = 25
"""Of money: two times twelve."""
KEPT_ROWS = 512
"""Made rows: some pages of a table."""


class Words:
    """Texts with a number each; what repeats is kept once."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._codes: dict[str, int] = {}
        self._ranks: Ints = np.zeros(0, np.int64)

    def code(self, text: str) -> int:
        found = self._codes.get(text)
        if found is None:
            found = self._codes[text] = len(self.texts)
            self.texts.append(text)
        return found

    def ranks(self) -> Ints:
        """By code: the place among all of them in alphabetical order, and figures by their size."""
        if len(self._ranks) != len(self.texts):
            ordered = sorted(range(len(self.texts)), key=lambda code: _alphabetical(self.texts[code]))
            self._ranks = np.empty(len(ordered), np.int64)
            self._ranks[ordered] = np.arange(len(ordered))
        return self._ranks


def _alphabetical(text: str) -> tuple[bool, int, str, str]:
    return (False, int(text), "", text) if text.isdecimal() and len(text) < 30 else (True, 0, text.casefold(), text)


class _Field:
    """One field of the rows' type: packs values into numbers and gives them back."""

    def __init__(self, hint: Any) -> None:
        parts = get_args(hint) or (hint,)
        self.optional = NoneType in parts
        (self.type,) = (part for part in parts if part is not NoneType)
        self.words = Words()
        small = isinstance(self.type, type) and issubclass(self.type, IntEnum)
        self.members = {int(one): one for one in self.type} if small else {}
        self.dtype = np.int16 if small else np.int32 if self.type is str or self.type is Instrument else np.int64

    def pack(self, value: Any) -> int:
        if value is None:
            return -1 if self.dtype is not np.int64 else NONE
        return self.words.code(value) if self.type is str else int(value)

    def unpack(self, number: int) -> Any:
        if self.optional and number == (-1 if self.dtype is not np.int64 else NONE):
            return None
        if self.members:
            return self.members[number]
        return self.words.texts[number] if self.type is str else number


class Store:
    """kind: the rows' Struct. ids: names of its text fields that are another text in every row."""

    def __init__(
        self, kind: type[msgspec.Struct], columns: Sequence[Column], key_of: Callable[[Any], Hashable], ids: Iterable[str] = ()
    ) -> None:
        hints = get_type_hints(kind)
        self._kind, self._key_of = kind, key_of
        self._names = kind.__struct_fields__
        self._ids_of = frozenset(ids)
        self._hints = {name: hints[name] for name in self._names}
        self._word_columns = [column for column in columns if column.kind is Kind.WORD]
        self.clear()

    def clear(self) -> None:
        self.count = 0
        self._room = FIRST_ROOM
        self._fields = {name: _Field(hint) for name, hint in self._hints.items() if name not in self._ids_of}
        self._columns: dict[str, Any] = {name: np.zeros(self._room, field.dtype) for name, field in self._fields.items()}
        self.ids = {name: Ids(self._room) for name in self._ids_of}
        self.words = {column.name: Words() for column in self._word_columns}
        self._codes: dict[str, Any] = {name: np.zeros(self._room, np.int32) for name in self.words}
        self.keys = RowKeys()
        self.instruments: list[Instrument] = []
        self._instrument_codes: dict[int, int] = {}
        self._wide: dict[tuple[str, int], int] = {}
        self._made: dict[int, Any] = {}

    # rows -----------------------------------------------------------------------------------------------------------

    def serials_of(self, rows: Sequence[Any]) -> Serials:
        """-1 for those that are new."""
        return self.keys.find([self._key_of(row) for row in rows])

    def put(self, rows: Sequence[Any], serials: Serials) -> Serials:
        """serials: as serials_of() gave them; returns them with those of the new rows. Every key is among them once."""
        fresh = np.flatnonzero(serials < 0)
        serials = serials.copy()
        serials[fresh] = np.arange(self.count, self.count + len(fresh))
        self.count += len(fresh)
        if self.count > self._room:
            self._grow()
        self.keys.add([self._key_of(rows[number]) for number in fresh.tolist()], serials[fresh])
        for name, field in self._fields.items():
            pack = self._instrument_code if field.type is Instrument else field.pack
            self._write(name, serials, [pack(getattr(row, name)) for row in rows])
        for name, ids in self.ids.items():
            for serial, row in zip(serials.tolist(), rows, strict=True):
                ids.put(serial, getattr(row, name))
        for column in self._word_columns:
            code, text = self.words[column.name].code, column.text
            self._codes[column.name][serials] = [code(text(row)) for row in rows]
        for serial in serials.tolist():
            self._made.pop(serial, None)
        return serials

    def row(self, serial: int) -> Any:
        found = self._made.get(serial)
        if found is None:
            if len(self._made) >= KEPT_ROWS:
                self._made.clear()
            found = self._made[serial] = self._kind(*[self._value(name, serial) for name in self._names])
        return found

    def serial_of(self, key: Hashable) -> int:
        """-1: there is no such row."""
        return int(self.keys.find([key])[0])

    # columns --------------------------------------------------------------------------------------------------------

    def ints(self, name: str, sel: Sel) -> Ints:
        found: Ints = self._columns[name][: self.count][sel].astype(np.int64, copy=False)
        return found

    def codes(self, column: str, sel: Sel) -> Serials:
        found: Serials = self._codes[column][: self.count][sel]
        return found

    def instrument_codes(self, sel: Sel) -> Ints:
        """-1: none."""
        return self.ints("instrument", sel) if "instrument" in self._columns else np.full(self._length(sel), -1, np.int64)

    def scales(self, unit: Unit, sel: Sel) -> tuple[Ints, list[int]]:
        """Of each row, which of the decimals are its own; -1, the last: a row without an instrument."""
        if unit is Unit.OWN:
            return self.ints("decimals", sel), list(range(MOST_DECIMALS))
        return self.instrument_codes(sel), self.decimals(unit)

    def decimals(self, unit: Unit) -> list[int]:
        """By instrument code; one more for those without an instrument, found with -1."""
        if unit in (Unit.ONE, Unit.OWN):
            return [0] * (len(self.instruments) + 1)
        ways: dict[Unit, Callable[[Instrument], int]] = {
            Unit.PRICE: lambda one: one.price_decimals, Unit.QTY: lambda one: one.qty_decimals,
            Unit.MONEY: lambda one: one.price_decimals + one.qty_decimals,
        }
        return [*(ways[unit](one) for one in self.instruments), 0]

    def bytes_a_row(self) -> float:
        """What is held now for one row, rooms that are not used yet included."""
        held: int = sum(array.nbytes for array in (*self._columns.values(), *self._codes.values()))
        return (held + sum(ids.nbytes for ids in self.ids.values()) + self.keys.nbytes) / max(self.count, 1)

    # packing --------------------------------------------------------------------------------------------------------

    def _length(self, sel: Sel) -> int:
        return len(range(*sel.indices(self.count))) if isinstance(sel, slice) else len(sel)

    def _instrument_code(self, instrument: Instrument | None) -> int:
        if instrument is None:
            return -1
        found = self._instrument_codes.get(instrument.id)
        if found is None:
            found = self._instrument_codes[instrument.id] = len(self.instruments)
            self.instruments.append(instrument)
        return found

    def _value(self, name: str, serial: int) -> Any:
        if name in self.ids:
            return self.ids[name].text(serial)
        field, number = self._fields[name], int(self._columns[name][serial])
        if field.type is Instrument:
            return self.instruments[number] if number >= 0 else None
        if abs(number) == MOST:
            number = self._wide.get((name, serial), number)
        return field.unpack(number)

    def _write(self, name: str, serials: Serials, numbers: list[int]) -> None:
        if self._wide:
            for serial in serials.tolist():
                self._wide.pop((name, serial), None)
        try:
            self._columns[name][serials] = np.array(numbers, self._fields[name].dtype)
        except OverflowError:
            for serial, number in zip(serials.tolist(), numbers, strict=True):
                if abs(number) >= MOST and number != NONE:
                    self._wide[name, serial] = number
                self._columns[name][serial] = max(min(number, MOST), -MOST) if number != NONE else NONE

    def _grow(self) -> None:
        while self._room < self.count:
            self._room *= 2
        for columns in (self._columns, self._codes):
            for name, old in columns.items():
                columns[name] = np.zeros(self._room, old.dtype)
                columns[name][: len(old)] = old
        for ids in self.ids.values():
            ids.grow(self._room)
