"""The state at one place of the journal, so that opening it need not begin at the beginning.

    magic 8 B | length of the head u32 | head (msgpack map) | state | extra | sha256 of everything before 32 B

The head: schema, seq, at, state_hash, and the place in the journal at which entries go on. state: core.machine.memory.rows as
msgpack. extra: what else its maker wants back (the projections), with `extra_for` naming the sources it fits; a reader with
others ignores it. Written whole or not at all; KEPT are kept, the newest first; one that does not read is skipped and said.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec

from core.journal.disk import REAL, Disk, write_whole
from core.journal.entry import SCHEMA
from core.journal.log import Place
from core.journal.reader import Journal
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.packing import pack, unpack

MAGIC: Final = b"QDSNAP01"
KEPT: Final = 2
SUFFIX: Final = ".snapshot"
NAME: Final = re.compile(r"\d{12}\.snapshot", re.ASCII)


class Unusable(Exception):
    """One sentence: which snapshot, and why it is not used."""


class _Head(msgspec.Struct, frozen=True):
    schema: int
    seq: int
    at: int
    state_hash: str
    segment: str
    offset: int
    chain: bytes
    run_segment: str
    first_seq: int
    state_bytes: int
    extra_bytes: int
    extra_for: str
    opened: int
    applied: int
    wall_ns: int


@dataclass(frozen=True)
class Snapshot:
    path: Path
    seq: int
    at: int
    state_hash: str
    place: Place
    packed: bytes
    extra: bytes
    extra_for: str
    opened: int
    applied: int
    wall_ns: int

    def state(self) -> State:
        """Raises Unusable when it does not give the state that was written."""
        try:
            state = restore(unpack(self.packed))
        except (ValueError, TypeError, LookupError, AttributeError, msgspec.MsgspecError) as error:
            raise Unusable(f"snapshot {self.path.name} cannot be understood ({error})") from error
        if digest(state) != self.state_hash:
            raise Unusable(f"snapshot {self.path.name} gives another state than was written")
        return state


def write(
    folder: Path, state: State, place: Place, opened: int, applied: int, disk: Disk = REAL, extra: bytes = b"", extra_for: str = "",
    keep: int = KEPT, wall_ns: int = 0,
) -> Path:
    """Writes one, and removes all but the newest; those with higher numbers are of entries that were lost since. opened, applied:
    of the tape, how far the run has played. wall_ns: the record's clock. Raises OSError."""
    packed = pack(rows(state))
    head = msgspec.msgpack.encode(
        _Head(
            SCHEMA, state.seq, state.at, digest(state), place.segment, place.offset, place.chain, place.run_segment, place.first_seq,
            len(packed), len(extra), extra_for, opened, applied, wall_ns,
        )
    )
    content = MAGIC + len(head).to_bytes(4, "little") + head + packed + extra
    disk.make(folder)
    path = folder / f"{state.seq:012d}{SUFFIX}"
    write_whole(disk, path, content + sha256(content).digest())
    found = snapshots(folder, disk)
    stale = [other for other in found if other.name > path.name]
    for old in stale + [other for other in found if other.name <= path.name][keep:]:
        disk.remove(old)
    return path


def snapshots(folder: Path, disk: Disk = REAL) -> list[Path]:
    """Newest first."""
    names = [name for name in disk.names(folder) if NAME.fullmatch(name)]
    return [folder / name for name in sorted(names, reverse=True)]


def read(path: Path, disk: Disk = REAL) -> Snapshot:
    """Raises Unusable, OSError."""
    content = disk.read(path)
    if len(content) < 44 or not content.startswith(MAGIC) or sha256(memoryview(content)[:-32]).digest() != content[-32:]:
        raise Unusable(f"snapshot {path.name} is damaged")
    begin = 12 + int.from_bytes(content[8:12], "little")
    try:
        head: Any = msgspec.msgpack.decode(content[12:begin], type=_Head)
    except msgspec.MsgspecError as error:
        raise Unusable(f"snapshot {path.name} cannot be understood ({error})") from error
    if head.schema != SCHEMA:
        raise Unusable(f"snapshot {path.name} is of schema {head.schema}, this program writes {SCHEMA}")
    place = Place(head.segment, head.offset, head.chain, head.seq, head.run_segment, head.first_seq)
    middle = begin + head.state_bytes
    return Snapshot(
        path, head.seq, head.at, head.state_hash, place, content[begin:middle], content[middle : middle + head.extra_bytes], head.extra_for,
        head.opened, head.applied, head.wall_ns,
    )


def newest(folder: Path, journal: Journal, disk: Disk = REAL) -> tuple[Snapshot | None, list[str]]:
    """The newest good one that stands on entries of this (opened) journal, and why newer ones were not taken. Raises OSError."""
    skipped: list[str] = []
    for path in snapshots(folder, disk):
        try:
            found = read(path, disk)
        except (Unusable, OSError) as error:
            skipped.append(str(error))
            continue
        if found.seq > journal.last_seq:
            skipped.append(f"snapshot {path.name} is newer than the journal, which ends at entry {journal.last_seq}")
        elif not journal.holds(found.place):
            skipped.append(f"snapshot {path.name} stands on entries that a loss of power took")
        else:
            return found, skipped
    return None, skipped


def oldest_standing(folder: Path, journal: Journal, disk: Disk = REAL) -> int:
    """Entry of the oldest snapshot that could really be gone on from; 0: there is none, and nothing may be dropped. Raises OSError."""
    for path in reversed(snapshots(folder, disk)):
        try:
            found = read(path, disk)
            found.state()
        except Unusable:
            continue
        if found.seq <= journal.last_seq and journal.holds(found.place):
            return found.seq
    return 0
