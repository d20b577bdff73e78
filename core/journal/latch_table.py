"""The kill latch's bytes: where each word and slot stands, and how a slot is packed and checked. Knows no file.

Layout, little endian: magic 8 B | generation u64 | released u64 | change u64 | table u64 | … 128 | 31 slots of 128 B.
generation: number of the newest engagement, written last. released: every engagement up to it is lifted, so that a program
that knows only the first three words still sees engaged as generation > released. change: odd while somebody writes the
table, else a number that no earlier table had. table: the generation that the table was written for; a greater `generation`
was written by a program that knows no table.
Slot: generation u64 | released u64 | CRC-32 u32 | kind u8 | bytes of name u8 | bytes of source u8 | 0 | name and source. A slot
is engaged while generation > released. Slot 0 is everything's; the others are taken by narrower scopes as they come.
Invariants: words are read and written whole (one aligned 8-byte access); a slot that is not as it was written is damage,
and damage means that everything is engaged.
"""

import struct
import zlib
from typing import Final, NamedTuple

from core.domain.scope import EVERYTHING, NAME_BYTES, Scope, ScopeKind

MAGIC: Final = b"QDLATCH2"
FIRST_MAGIC: Final = b"QDLATCH1"
SIZE: Final = 4096
GENERATION, RELEASED, CHANGE, TABLE = 1, 2, 3, 4
"""Numbers of the words after the magic."""
WORDS_END: Final = 128
SLOT_BYTES: Final = 128
SLOTS: Final = (SIZE - WORDS_END) // SLOT_BYTES
_HEAD: Final = struct.Struct("<QQIBBBx")
_EMPTY: Final = bytes(SLOT_BYTES)
_TEXT_BYTES: Final = SLOT_BYTES - _HEAD.size
_FIRST_SLOT: Final = struct.Struct("<QQ")
_KINDS: Final = frozenset(ScopeKind)
_REUSED: Final = "unknown (latch slot was reused)"


class Slot(NamedTuple):
    """One scope's newest engagement. released: the generation up to which it was lifted."""

    generation: int
    released: int
    scope: Scope
    source: str

    @property
    def engaged(self) -> bool:
        return self.generation > self.released

    def pack(self) -> bytes:
        """A source too long for the slot is cut."""
        name = self.scope.name.encode(errors="replace")[:NAME_BYTES]
        source = self.source.encode(errors="replace")[: _TEXT_BYTES - len(name)]
        lengths = (self.scope.kind, len(name), len(source))
        text = (name + source).ljust(_TEXT_BYTES, b"\0")
        total = zlib.crc32(_HEAD.pack(self.generation, self.released, 0, *lengths) + text)
        return _HEAD.pack(self.generation, self.released, total, *lengths) + text


class Table:
    """The slots as they stood at one moment. damaged: one of them was not as anybody wrote it. before: an earlier one, of
    which what has not changed is taken over: a change costs the unpacking of one slot."""

    __slots__ = ("change", "damaged", "engaged", "ever", "newest", "raws", "slots")

    def __init__(self, change: int, raw: bytes, before: "Table | None" = None) -> None:
        self.change = change
        self.damaged = False
        self.slots: list[Slot | None]
        self.newest: Slot
        self.engaged: dict[Scope, int]
        self.raws = [raw[at : at + SLOT_BYTES] for at in range(0, len(raw), SLOT_BYTES)]
        if before is not None and not before.damaged and len(before.raws) == len(self.raws):
            self.slots, self.newest, self.engaged = list(before.slots), before.newest, dict(before.engaged)
            changed = [place for place, (new, old) in enumerate(zip(self.raws, before.raws, strict=True)) if new != old]
            for place in changed:
                old_slot = self.slots[place]
                if old_slot is not None:
                    self.engaged.pop(old_slot.scope, None)
        else:
            self.slots, self.newest, self.engaged = [None] * len(self.raws), Slot(0, 0, EVERYTHING, ""), {}
            changed = list(range(len(self.raws)))
        for place in changed:
            slot = self.slots[place] = self._unpacked(self.raws[place])
            if slot is not None:
                self.newest = max(self.newest, slot)
                if slot.generation > slot.released:
                    self.engaged[slot.scope] = slot.generation
        self.ever: dict[Scope, int] = {slot.scope: slot.generation for slot in self.slots if slot is not None}
        if self.damaged:
            self.ever[EVERYTHING] = max(self.newest.generation, 1)
            self.engaged[EVERYTHING] = max(self.newest.generation, 1)

    def _unpacked(self, raw: bytes) -> Slot | None:
        if raw == _EMPTY:
            return None
        generation, released, total, kind, name_bytes, source_bytes = _HEAD.unpack_from(raw)
        text = raw[_HEAD.size :]
        expected = zlib.crc32(_HEAD.pack(generation, released, 0, kind, name_bytes, source_bytes) + text)
        if total != expected or kind not in _KINDS:
            # A kind of a later version: what it concerns is not known here, so it concerns everything.
            self.damaged = True
            return None
        name, source = text[:name_bytes], text[name_bytes : name_bytes + source_bytes]
        return Slot(generation, released, Scope(ScopeKind(kind), name.decode(errors="replace")), source.decode(errors="replace"))

    def place_for(self, scope: Scope) -> int:
        """The slot to write: the scope's own, else one that is free, the longest unused first. 0 when there is none: a full
        table means everything."""
        if scope == EVERYTHING:
            return 0
        free = (1 << 64, 0)
        for place in range(1, SLOTS):
            slot = self.slots[place]
            if slot is not None and slot.scope == scope:
                return place
            if slot is None or not slot.engaged:
                free = min(free, (slot.generation if slot is not None else 0, place))
        return free[1]


def place_bytes(place: int) -> slice:
    start = WORDS_END + place * SLOT_BYTES
    return slice(start, start + SLOT_BYTES)


def first_source(raw: bytes, generation: int) -> str:
    """Who engaged, from a file without a table: there the slots were used in turn."""
    at = WORDS_END + generation % SLOTS * SLOT_BYTES
    found, length = _FIRST_SLOT.unpack_from(raw, at)
    if found != generation:
        return _REUSED
    text = at + _FIRST_SLOT.size
    return raw[text : text + min(length, SLOT_BYTES - _FIRST_SLOT.size)].decode(errors="replace")


def whole_file(slot: Slot | None) -> bytes:
    """A new file, with everything engaged or nothing."""
    generation = slot.generation if slot is not None else 0
    head = MAGIC + struct.pack("<QQQQ", generation, 0, 0, generation)
    return (head.ljust(WORDS_END, b"\0") + (slot.pack() if slot is not None else b"")).ljust(SIZE, b"\0")
