"""Rows of any blotter as a Qt table model that sorts and filters by its own index.

Invariants: _shown holds the serials of the rows that pass, ascending by (the sort column's raw value, serial); a picture
costs what it changes, not what is stored; no object of Qt exists for a row. It does not paint and formats nothing itself.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.blotter.model import Column, tip

Index = QModelIndex | QPersistentModelIndex
SINGLY = 64
"""Chosen: more moved rows than this in one picture are put in order at once instead of one by one."""


class RowModel(QAbstractTableModel):
    def __init__(
        self, columns: Sequence[Column], key_of: Callable[[Any], Hashable], sorted_by: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.sort_column = next(number for number, column in enumerate(columns) if column.name == sorted_by)
        self.descending = True
        self._key_of = key_of
        self._value = columns[self.sort_column].value
        self._passes: Callable[[Any], bool] = lambda row: True
        self._rows: list[Any] = []
        self._serials: dict[Hashable, int] = {}
        self._shown: list[int] = []

    # what Qt asks ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip if column.tip and not column.title else tip(self.columns, row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The selection follows its rows."""
        if not 0 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        serials = [self._serial_at(index.row()) for index in kept]
        self.sort_column, self.descending = column, order is Qt.SortOrder.DescendingOrder
        self._value = self.columns[column].value
        self._put_in_order()
        moved = [self.index(self._display(self._place(serial)), old.column()) for old, serial in zip(kept, serials, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # rows -----------------------------------------------------------------------------------------------------------

    def row_at(self, display: int) -> Any:
        return self._rows[self._serial_at(display)]

    def row_of(self, key: Hashable) -> Any | None:
        serial = self._serials.get(key)
        return None if serial is None else self._rows[serial]

    def display_of(self, key: Hashable) -> int:
        """-1 when it is not shown."""
        serial = self._serials.get(key)
        if serial is None or not self._passes(self._rows[serial]):
            return -1
        return self._display(self._place(serial))

    def key_at(self, display: int) -> Hashable:
        return self._key_of(self.row_at(display))

    def shown_rows(self) -> Iterable[Any]:
        """In the order shown."""
        serials = reversed(self._shown) if self.descending else iter(self._shown)
        return (self._rows[serial] for serial in serials)

    def stored(self) -> int:
        return len(self._rows)

    def clear(self) -> None:
        self.beginResetModel()
        self._rows, self._serials, self._shown = [], {}, []
        self.endResetModel()

    def show_only(self, passes: Callable[[Any], bool]) -> None:
        self.beginResetModel()
        self._passes = passes
        self._put_in_order(refilter=True)
        self.endResetModel()

    def put(self, rows: Iterable[Any]) -> list[tuple[Hashable, int]]:
        """Adds or replaces rows by key; returns (key, column number) of each shown cell that changed."""
        fresh: list[int] = []
        settled: list[int] = []
        moving: list[tuple[int, Any]] = []
        cells: list[tuple[Hashable, int]] = []
        for key, row in {self._key_of(row): row for row in rows}.items():
            serial = self._serials.get(key)
            if serial is None:
                serial = self._serials[key] = len(self._rows)
                self._rows.append(row)
                if self._passes(row):
                    fresh.append(serial)
                continue
            old = self._rows[serial]
            cells += [(key, number) for number, column in enumerate(self.columns) if column.value(old) != column.value(row)]
            if self._passes(old) == self._passes(row) and self._value(old) == self._value(row):
                self._rows[serial] = row
                settled.append(serial)
            else:
                moving.append((serial, row))
        self._settle(settled)
        self._move(moving)
        self._insert(fresh)
        return cells

    # index ----------------------------------------------------------------------------------------------------------

    def _serial_at(self, display: int) -> int:
        return self._shown[-1 - display if self.descending else display]

    def _display(self, place: int) -> int:
        return len(self._shown) - 1 - place if self.descending else place

    def _rank(self, serial: int) -> tuple[Any, int]:
        return self._value(self._rows[serial]), serial

    def _place(self, serial: int) -> int:
        """Where it is in _shown, or where it belongs."""
        rank = self._rank(serial)
        if self._shown and self._rank(self._shown[-1]) < rank:
            return len(self._shown)
        return bisect_left(self._shown, rank, key=self._rank)

    def _put_in_order(self, refilter: bool = False) -> None:
        if refilter:
            self._shown = [serial for serial, row in enumerate(self._rows) if self._passes(row)]
        self._shown.sort(key=self._rank)

    def _settle(self, serials: list[int]) -> None:
        """One span for all rows that changed in place."""
        places = [self._display(self._place(serial)) for serial in serials if self._passes(self._rows[serial])]
        if places:
            self._changed(min(places), max(places))

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _move(self, moving: list[tuple[int, Any]]) -> None:
        if len(moving) > SINGLY:
            self.beginResetModel()
            for serial, row in moving:
                self._rows[serial] = row
            known = set(self._shown).difference(serial for serial, _row in moving)
            self._shown = [*known, *(serial for serial, row in moving if self._passes(row))]
            self._shown.sort(key=self._rank)
            self.endResetModel()
            return
        for serial, row in moving:
            self._move_one(serial, row)

    def _move_one(self, serial: int, row: Any) -> None:
        was, now = self._passes(self._rows[serial]), self._passes(row)
        if not was:
            self._rows[serial] = row
            if now:
                self._insert([serial])
            return
        place = self._place(serial)
        source = self._display(place)
        if not now:
            self.beginRemoveRows(QModelIndex(), source, source)
            del self._shown[place]
            self._rows[serial] = row
            self.endRemoveRows()
            return
        del self._shown[place]
        self._rows[serial] = row
        target_place = self._place(serial)
        target = len(self._shown) - target_place if self.descending else target_place
        self._shown.insert(place, serial)
        if target == source:
            self._changed(source, source)
            return
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target + 1 if target > source else target)
        del self._shown[place]
        self._shown.insert(target_place, serial)
        self.endMoveRows()
        self._changed(target, target)

    def _insert(self, fresh: list[int]) -> None:
        fresh = sorted(fresh, key=self._rank)
        if not fresh:
            return
        count = len(self._shown)
        if not self._shown or self._rank(fresh[0]) > self._rank(self._shown[-1]):
            first = 0 if self.descending else count
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()
        elif len(fresh) > SINGLY:
            self.beginResetModel()
            self._shown += fresh
            self._shown.sort(key=self._rank)
            self.endResetModel()
        else:
            for serial in fresh:
                place = self._place(serial)
                display = len(self._shown) - place if self.descending else place
                self.beginInsertRows(QModelIndex(), display, display)
                self._shown.insert(place, serial)
                self.endInsertRows()
