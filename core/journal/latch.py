"""The kill latch: a 4 KB file that survives the program, can be engaged from outside it, and says what is stopped.

Layout: core.journal.latch_table. A writer locks, fills its scope's slot, and bumps `generation` last; a full table means
everything. A release lifts only up to the generation its author saw, in each scope. Readers take no lock: a table that
changed under their eyes is read again, and one that does not settle, or is damaged, means that everything is engaged.
A writer that died half-way, or an older program that knows no table, is found by heal(), and becomes an engagement of
everything. A writer that stands still cannot hold up an engagement: after LOCK_WAIT_S it is made without the lock, of
everything. Missing latch beside a journal: engaged (somebody removed the evidence). Empty data folder: released.
Deliberately absent: what an engagement does, and who may release it.
"""

import mmap
import os
from pathlib import Path
from typing import Final

from core.domain.scope import EVERYTHING, Scope
from core.journal.file_lock import FileLock
from core.journal.latch_table import (
    CHANGE,
    FIRST_MAGIC,
    GENERATION,
    MAGIC,
    RELEASED,
    SIZE,
    SLOT_BYTES,
    TABLE,
    WORDS_END,
    Slot,
    Table,
    first_source,
    place_bytes,
    whole_file,
)

__all__ = ["SIZE", "Latch", "LatchError"]

LOCK_WAIT_S: Final = 0.05
"""A writer holds the lock for microseconds; one that holds it longer is stopped or starved, and must not hold up a kill."""
_TRIES: Final = 200
"""Reads of a table that changes meanwhile, some tens of microseconds, before it counts as engaged."""
_BROKEN_IN: Final = 1 << 32
"""Step of `change` after writing without the lock: whatever the other writer leaves there, no reader takes it for known."""


class LatchError(Exception):
    """The latch file cannot be used; the text names file and remedy."""


class Latch:
    """One open latch file. Safe from any thread; several processes and objects may have the same file open."""

    def __init__(self, path: Path, missing_means_engaged: bool) -> None:
        """Opens the file, making it when missing, and upgrading one without scopes. Raises LatchError."""
        self.path = path
        try:
            if not path.exists():
                _create(path, engaged=missing_means_engaged)
            self._attach()
        except OSError as error:
            raise LatchError(f"cannot use the kill latch {path}: {error.strerror}; choose another folder with --data") from error
        except ValueError:
            raise LatchError(f"{path} is not a kill latch; move it away: the next start is then engaged") from None

    def _attach(self) -> None:
        """Raises OSError, or ValueError when the file is something else."""
        handle = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        if os.fstat(handle).st_size != SIZE:
            os.close(handle)
            raise ValueError
        self._handle = handle
        self._lock = FileLock(handle)
        self._map = mmap.mmap(handle, SIZE)
        # Native 8-byte items are copied whole, where struct's little-endian ones go byte by byte.
        self._words = memoryview(self._map)[:WORDS_END].cast("Q")
        if self._map[:8] == FIRST_MAGIC:
            self._upgrade()
        if self._map[:8] != MAGIC:
            self.close()
            raise ValueError
        self._seen = Table(-1, b"")
        self.heal()

    def intact(self) -> bool:
        """Whether the file at the path is still the one that is open here."""
        try:
            there, here = os.stat(self.path), os.fstat(self._handle)
        except OSError:
            return False
        return (there.st_ino, there.st_dev) == (here.st_ino, here.st_dev)

    def reattach(self, newer_than: int) -> None:
        """After the file was removed or replaced: follows the new one, engaged, and newer than what the machine knows."""
        old = (self._words, self._map, self._handle)
        if not self.path.exists():
            _create(self.path, engaged=True)
        self._attach()
        _close(*old)
        if self.generation <= newer_than:
            self.engage("kill latch file was removed or replaced", above=newer_than)

    # reading ----------------------------------------------------------------------------------------------------------

    @property
    def generation(self) -> int:
        return self._words[GENERATION]

    @property
    def released(self) -> int:
        return self._words[RELEASED]

    @property
    def engaged(self) -> bool:
        """Whether anything is engaged, of whatever scope."""
        return bool(self._table().engaged)

    @property
    def scopes(self) -> dict[Scope, int]:
        """What is engaged, each with the number of its newest engagement."""
        return dict(self._table().engaged)

    def newest_for(
        self, strategy: str = "", trader: str = "", account: str = "", instrument: str = "", venue: str = "", order: str = "",
        desk: str = "", session: str = "",
    ) -> int:
        """Number of the newest engagement that concerns an order with these names, lifted or not; 0 when none does. An empty
        name is concerned by none of its kind. For the fence: what was approved before it must not leave, also after its release."""
        return self._newest(self._table().ever, strategy, trader, account, instrument, venue, order, desk, session)

    def engaged_for(
        self, strategy: str = "", trader: str = "", account: str = "", instrument: str = "", venue: str = "", order: str = "",
        desk: str = "", session: str = "",
    ) -> int:
        """The same of what is engaged now."""
        return self._newest(self._table().engaged, strategy, trader, account, instrument, venue, order, desk, session)

    def _newest(
        self, slots: dict[Scope, int], strategy: str, trader: str, account: str, instrument: str, venue: str, order: str, desk: str,
        session: str,
    ) -> int:
        if not slots:
            return 0
        found = slots.get(EVERYTHING, 0)
        for kind, name in enumerate((venue, instrument, account, trader, strategy, order, desk, session), start=1):
            if name:
                # A Scope is a tuple of an IntEnum and a text, so a plain pair finds it.
                found = max(found, slots.get((kind, name), 0))  # type: ignore[call-overload]
        return found

    def since(self, generation: int) -> list[Slot]:
        """Every engagement newer than that, lifted or not, oldest first; the last one has the latch's newest number."""
        table = self._table()
        newest = self.generation
        found = sorted(slot for slot in table.slots if slot is not None and slot.generation > generation)
        if table.damaged or (newest > generation and (not found or found[-1].generation < newest)):
            found.append(Slot(max(newest, table.newest.generation), 0, EVERYTHING, "kill latch cannot be read"))
        return found

    def newest(self) -> Slot:
        """The newest engagement, lifted or not."""
        table = self._table()
        if table.damaged or self.generation > table.newest.generation:
            return Slot(max(self.generation, table.newest.generation), 0, EVERYTHING, "kill latch cannot be read")
        return table.newest

    def slot(self, generation: int) -> Slot | None:
        """The engagement with that number, unless its slot was written since."""
        return next((slot for slot in self._table().slots if slot is not None and slot.generation == generation), None)

    def source(self, generation: int) -> str:
        """Who or what made an engagement."""
        slot = self.slot(generation)
        return slot.source if slot is not None else "unknown (latch slot was reused)"

    def _table(self) -> Table:
        words, seen = self._words, self._seen
        change = words[CHANGE]
        if change == seen.change and words[GENERATION] <= words[TABLE]:
            return seen
        for _ in range(_TRIES):
            change = words[CHANGE]
            if not change & 1:
                raw = self._map[WORDS_END:SIZE]
                # The table's word is written before the generation: read the other way round, an older program's stands out.
                outside = words[GENERATION] > words[TABLE]
                if words[CHANGE] == change:
                    return self._kept(Table(change, raw, seen), outside)
        return self._kept(Table(-1, self._map[WORDS_END:SIZE]), True)

    def _kept(self, table: Table, doubtful: bool) -> Table:
        if doubtful:
            table.damaged, table.change = True, -1
            table.ever[EVERYTHING] = table.engaged[EVERYTHING] = max(table.newest.generation, self.generation, 1)
        else:
            self._seen = table
        return table

    # writing ----------------------------------------------------------------------------------------------------------

    def engage(self, source: str, scope: Scope = EVERYTHING, sync: bool = True, above: int = 0) -> int:
        """Latches and returns the new generation, greater than `above`. Every process sees it at once; with sync it also
        outlives a power cut, which may take as long as the disk."""
        with self._lock.held(LOCK_WAIT_S) as locked:
            if locked:
                self._heal()
            table = Table(0, self._map[WORDS_END:SIZE])
            generation = max(self.generation, self._words[TABLE], table.newest.generation, above) + 1
            place = table.place_for(scope) if locked and not table.damaged else 0
            if place == 0 and scope != EVERYTHING:
                source = f"{scope.words}: {source}"
            self._write({place: Slot(generation, 0, scope if place else EVERYTHING, source)}, generation, self.released, locked)
        if sync:
            self.sync()
        return generation

    def release(self, generation: int, scope: Scope | None = None) -> None:
        """Lifts every engagement up to generation, of one scope when given, durably. One that cannot be written stays."""
        with self._lock.held(LOCK_WAIT_S) as locked:
            if not locked:
                return
            self._heal()
            table = Table(0, self._map[WORDS_END:SIZE])
            lifted: dict[int, Slot] = {}
            left: list[int] = []
            for place, slot in enumerate(table.slots):
                if slot is None or not slot.engaged:
                    continue
                if slot.generation <= generation and scope in (None, slot.scope):
                    lifted[place] = slot._replace(released=slot.generation)
                else:
                    left.append(slot.generation)
            if lifted:
                self._write(lifted, self.generation, min(left) - 1 if left else self.generation)
        self.sync()

    def heal(self) -> None:
        """Engages everything when a writer died half-way, a slot is damaged, or an older program wrote the file."""
        if self._words[CHANGE] & 1 or self._words[GENERATION] != self._words[TABLE] or self._table().damaged:
            with self._lock.held(LOCK_WAIT_S) as locked:
                if locked:
                    self._heal()

    def sync(self) -> None:
        """What was written outlives a power cut."""
        if os.name == "nt":
            self._map.flush()
        # Unlike mmap.flush() this lets the other threads run meanwhile; a page of a mapped file is synced as a written one is.
        os.fsync(self._handle)

    def close(self) -> None:
        _close(self._words, self._map, self._handle)

    def _heal(self) -> None:
        """Only with the lock: then whatever is unfinished stays so."""
        words = self._words
        table = Table(0, self._map[WORDS_END:SIZE])
        older = words[GENERATION] > words[TABLE]
        if words[CHANGE] & 1 or table.damaged or older:
            why = "an older program engaged the kill latch" if older else "the kill latch was left half-written or damaged"
            generation = max(words[GENERATION], words[TABLE], table.newest.generation) + 1
            slots: dict[int, Slot | None] = {place: slot for place, slot in enumerate(table.slots) if slot is None}
            self._write({**slots, 0: Slot(generation, 0, EVERYTHING, why)}, generation, words[RELEASED])
        elif words[GENERATION] < words[TABLE]:
            words[GENERATION] = words[TABLE]

    def _write(self, slots: dict[int, Slot] | dict[int, Slot | None], generation: int, released: int, locked: bool = True) -> None:
        words, content = self._words, self._map
        words[CHANGE] = words[CHANGE] | 1
        for place, slot in slots.items():
            content[place_bytes(place)] = slot.pack() if slot is not None else bytes(SLOT_BYTES)
        words[RELEASED] = released
        words[TABLE] = generation
        words[CHANGE] = words[CHANGE] + (1 if locked else _BROKEN_IN + 1)
        words[GENERATION] = generation

    def _upgrade(self) -> None:
        """A file without scopes gets its table; its first three words stay as they are, the magic comes last: whoever reads
        it meanwhile, or after a crash, finds it engaged or released as it was."""
        with self._lock.held(1.0) as locked:
            if not locked or self._map[:8] != FIRST_MAGIC:
                return
            words = self._words
            generation, released = words[GENERATION], words[RELEASED]
            source = first_source(self._map[:SIZE], generation)
            slot = Slot(generation, min(released, generation), EVERYTHING, source) if generation else None
            self._map[WORDS_END:SIZE] = whole_file(slot)[WORDS_END:]
            words[TABLE] = generation
            self.sync()
            self._map[:8] = MAGIC
        self.sync()


def _close(words: memoryview, content: mmap.mmap, handle: int) -> None:
    words.release()
    content.close()
    os.close(handle)


def _create(path: Path, engaged: bool) -> None:
    """Makes the file whole or not at all, and never over one that appeared meanwhile."""
    slot = Slot(1, 0, EVERYTHING, "latch file was missing beside a journal") if engaged else None
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(f".{os.getpid()}.new")
    with waiting.open("wb") as file:
        file.write(whole_file(slot))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(waiting, path)
    except FileExistsError:
        pass
    finally:
        waiting.unlink()
