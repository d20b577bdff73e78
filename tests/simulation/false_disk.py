"""A disk in memory that numbers what it is asked, fails when told to, and loses power as real ones do (after SQLite's test6.c).

Every change is an operation with a number, kept in `ops`; a crash may come before each. What was written and not synced is
pending: at a crash each pending write is there, or not, or its sectors hold anything; so are names until their folder is
synced. Sectors are trashed whole, with the bytes beside the write that were good before: that is what a torn sector is.
Folders exist at once and for good: Disk.make promises it.
"""

from collections import deque
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any

Op = tuple[Any, ...]
"""("create", path) ("write", file, offset, data) ("truncate", file, size) ("sync", file) ("rename", old, new) ("remove", path)
("sync_folder", folder). file: the number of the create that made it, counted from 0."""

REMEMBERED = 16
"""Pending writes of a file that a crash decides on one by one; older ones reached the disk meanwhile, or none did."""


class Outcome(Enum):
    """Of a crash, for what was pending."""

    WRITTEN = "written"
    DROPPED = "dropped"
    TRASHED = "trashed"
    MIXED = "mixed"
    """Each name, and each sector of each write, by itself: new, old, zeros or anything."""


class Fault(Enum):
    """Of one operation."""

    NO_SPACE = "no space left"
    """This one and every write after it."""
    INPUT_OUTPUT = "input/output error"
    SHORT = "a short write"
    SHORT_THEN_FULL = "a short write, then no space left"
    KILLED = "the program is killed before it"
    KILLED_WITHIN = "the program is killed in the middle of it"


class Killed(BaseException):
    """The program ends here. Not an Exception: nothing may catch it."""


class Stored:
    """A file's bytes: `now` as programs see them; `durable` what a crash cannot take away; `settled` durable, and the writes
    that are older than the REMEMBERED pending ones."""

    __slots__ = ("_now", "durable", "pending", "settled")

    def __init__(self, content: bytes = b"") -> None:
        self.durable = content
        self.settled: bytes | bytearray = content
        self.pending: deque[tuple[int, bytes | None]] = deque()
        self._now: bytearray | None = None

    @property
    def now(self) -> bytes | bytearray:
        return self.durable if self._now is None else self._now

    def change(self, offset: int, data: bytes | None) -> None:
        """data None: the file is cut, or grown, to offset bytes."""
        if self._now is None:
            self._now = bytearray(self.durable)
        _put(self._now, offset, data)
        self.pending.append((offset, data))
        if len(self.pending) > REMEMBERED:
            if type(self.settled) is bytes:
                self.settled = bytearray(self.settled)
            _put(self.settled, *self.pending.popleft())  # type: ignore[arg-type]

    def sync(self) -> None:
        if self.pending or self.settled is not self.durable:
            safe = bytearray(self.settled)
            for offset, data in self.pending:
                _put(safe, offset, data)
            self.durable = self.settled = bytes(safe)
            if self._now == self.durable:
                self._now = None
            self.pending.clear()

    def fail_sync(self) -> None:
        """The pages are marked clean and their writes are forgotten: programs still read them, no later sync saves them."""
        self.pending.clear()
        self.settled = self.durable

    def after_crash(self, chance: Random, outcome: Outcome, sector: int) -> bytes:
        if outcome is Outcome.DROPPED or not (self.pending or self._now is not None):
            return self.durable
        if outcome is Outcome.WRITTEN:
            return bytes(self.now)
        left = bytearray(self.durable if chance.random() < 0.2 else self.settled)
        for offset, data in self.pending:
            if data is None:
                if chance.random() < 0.5:
                    _put(left, offset, None)
            elif outcome is Outcome.TRASHED:
                start, stop = offset - offset % sector, offset + len(data) + -(offset + len(data)) % sector
                _put(left, start, chance.randbytes(stop - start))
            else:
                _put_some(left, offset, data, sector, chance)
        return bytes(left)


def _put(into: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del into[offset:]
    if len(into) < offset:
        into.extend(bytes(offset - len(into)))
    if data is not None:
        into[offset : offset + len(data)] = data


def _put_some(into: bytearray, offset: int, data: bytes, sector: int, chance: Random) -> None:
    at = offset
    while at < offset + len(data):
        end = min(at - at % sector + sector, offset + len(data))
        fate = chance.randrange(4)
        if fate == 0:
            _put(into, at, data[at - offset : end - offset])
        elif fate == 1:
            start = at - at % sector
            _put(into, start, chance.randbytes(sector))
        elif fate == 2:
            _put(into, at, bytes(end - at))
        at = end


class FalseFile:
    def __init__(self, disk: "FalseDisk", number: int) -> None:
        self._disk = disk
        self._number = number
        self._end = len(disk.files[number].now)

    def write(self, data: bytes | bytearray | memoryview) -> int:
        taken = self._disk.do("write", self._number, self._end, bytes(data))
        self._end += taken
        return taken

    def write_at(self, offset: int, data: bytes) -> None:
        self._disk.do("write", self._number, offset, data)

    def sync(self) -> None:
        self._disk.do("sync", self._number)

    def truncate(self, size: int) -> None:
        self._disk.do("truncate", self._number, size)
        self._end = size

    def close(self) -> None:
        pass


class FalseDisk:
    """faults: by the number of the operation. ops: what was done, when `recording`."""

    def __init__(self) -> None:
        self.files: list[Stored] = []
        self.paths: dict[Path, int] = {}
        self._safe_paths: dict[Path, int] = {}
        self._moves: list[Op] = []
        self.faults: dict[int, Fault] = {}
        self.done = 0
        self.full = False
        self.ops: list[Op] = []
        self.recording = True

    # the port ---------------------------------------------------------------------------------------------------------

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self.paths if path.parent == folder)

    def make(self, folder: Path) -> None:
        pass

    def exists(self, path: Path) -> bool:
        return path in self.paths

    def size(self, path: Path) -> int:
        return len(self._stored(path).now)

    def read(self, path: Path, offset: int = 0, length: int = -1) -> bytes:
        content = self._stored(path).now
        if offset == 0 and length < 0:
            return bytes(content)
        if offset < 0:
            raise OSError(22, "Invalid argument")
        return bytes(content[offset:] if length < 0 else content[offset : offset + length])

    def append(self, path: Path) -> FalseFile:
        if path not in self.paths:
            self.do("create", path)
        return FalseFile(self, self.paths[path])

    def rename(self, old: Path, new: Path) -> None:
        self.do("rename", old, new)

    def remove(self, path: Path) -> None:
        self._stored(path)
        self.do("remove", path)

    def sync_folder(self, folder: Path) -> None:
        self.do("sync_folder", folder)

    def free(self, folder: Path) -> int:
        return 0 if self.full else 1 << 40

    def _stored(self, path: Path) -> Stored:
        if path not in self.paths:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return self.files[self.paths[path]]

    # operations -------------------------------------------------------------------------------------------------------

    def do(self, *op: Any) -> int:
        """Numbers it, fails if it is to, else does it; for a write, how many bytes were taken."""
        fault = self.faults.get(self.done)
        self.done += 1
        kind = op[0]
        if self.full and kind in ("create", "write"):
            raise OSError(28, "No space left on device")
        if fault is not None:
            op = self._failing(fault, op)
        if self.recording:
            self.ops.append(op)
        self.apply(op)
        if fault is Fault.KILLED_WITHIN:
            raise Killed
        return len(op[3]) if kind == "write" else 0

    def _failing(self, fault: Fault, op: Op) -> Op:
        """What is left of it. Raises OSError, Killed."""
        kind = op[0]
        if fault is Fault.KILLED or (fault is Fault.KILLED_WITHIN and kind != "write"):
            raise Killed
        if fault is Fault.NO_SPACE and kind in ("create", "write"):
            self.full = True
            raise OSError(28, "No space left on device")
        if fault is Fault.INPUT_OUTPUT:
            if kind == "sync":
                self.files[op[1]].fail_sync()
            raise OSError(5, "Input/output error")
        if kind == "write" and fault is not Fault.NO_SPACE:
            self.full = fault is Fault.SHORT_THEN_FULL
            return (*op[:3], op[3][: max(len(op[3]) // 2, 1)])
        return op

    def apply(self, op: Op) -> None:
        """Without a number and without a fault: also for a trace that is played again."""
        kind = op[0]
        if kind == "write":
            self.files[op[1]].change(op[2], op[3])
        elif kind == "sync":
            self.files[op[1]].sync()
        elif kind == "truncate":
            self.files[op[1]].change(op[2], None)
        elif kind == "sync_folder":
            kept = []
            for move in self._moves:
                if move[1].parent == op[1]:
                    _move(self._safe_paths, move)
                else:
                    kept.append(move)
            self._moves = kept
        else:
            if kind == "create":
                op = (*op, len(self.files))
                self.files.append(Stored())
            elif kind == "rename":
                op = (*op, self.paths[op[1]])
            _move(self.paths, op)
            self._moves.append(op)

    def crashed(self, chance: Random, outcome: Outcome, sector: int) -> "FalseDisk":
        """What the next start finds. This disk stays as it is."""
        names = dict(self._safe_paths)
        for move in self._moves:
            if outcome is Outcome.WRITTEN or (outcome is not Outcome.DROPPED and chance.random() < 0.5):
                _move(names, move)
        left = FalseDisk()
        for path, number in names.items():
            left.paths[path] = len(left.files)
            left.files.append(Stored(self.files[number].after_crash(chance, outcome, sector)))
        left._safe_paths = dict(left.paths)
        return left


def _move(names: dict[Path, int], op: Op) -> None:
    kind = op[0]
    if kind == "create":
        names[op[1]] = op[2]
    elif kind == "rename":
        names.pop(op[1], None)
        names[op[2]] = op[3]
    else:
        names.pop(op[1], None)
