"""Opens a journal: checks it, decides what a crash left and what is damage, and gives its entries.

What a crash may leave is a batch at the very end of the last segment that nobody was told of: it is cut, and said. Everything
else (bit flip, gap, foreign file, newer version, broken chain) raises Damaged with file, offset, seq, expected and found.
The last segment is read whole, of a closed one only its two ends, which hold the chain together; read_all checks every byte.
The head's second place tells how far entries were acknowledged: what is bad before that is damage even at the end, and a
journal that stops short of it says how many are missing.
A dropped segment (retention) leaves NNN.dropped, which keeps the chain's two ends, so the rest can still be checked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.journal.disk import REAL, Disk
from core.journal.entry import Entry
from core.journal.frames import COMPRESSED
from core.journal.head import Head, HeadCopy
from core.journal.log import Place
from core.journal.record import CHAIN_START, HEADER
from core.journal.segment import Batch, Damaged, Fault, Segment, was_finished
from core.messages.commands import StartRun

NAME = re.compile(r"\d{12}", re.ASCII)
SUFFIX = ".journal"
DROPPED = ".dropped"


class Tombstone(msgspec.Struct, frozen=True):
    """What is left of a dropped segment. chain_before, chain_after: hex."""

    first_seq: int
    last_seq: int
    chain_before: str
    chain_after: str
    run_segment: str


@dataclass
class Torn:
    """What the last segment's end was found to be. cut_bytes: after the last good batch. missing: acknowledged entries that are
    gone (0 after an ordinary crash)."""

    path: Path
    after_seq: int
    cut_bytes: int
    missing: int

    def __str__(self) -> str:
        cut = f"{self.path.name}: {self.cut_bytes} bytes of an unfinished batch after entry {self.after_seq}" if self.cut_bytes else (
            f"{self.path.name} ends after entry {self.after_seq}"
        )
        if self.missing:
            return f"{cut}; {self.missing} entries that were acknowledged are missing: somebody or something cut the journal"
        return f"{cut}; nothing that was acknowledged as durable was lost"


def segments(folder: Path, disk: Disk = REAL) -> list[Path]:
    """Segments and tombstones, oldest first. Of a segment that is there in both forms the uncompressed one counts: a crash
    came while it was being replaced."""
    found: dict[str, Path] = {}
    for name in disk.names(folder):
        stem = name.partition(".")[0]
        if not NAME.fullmatch(stem) or name not in (stem + SUFFIX, stem + SUFFIX + COMPRESSED, stem + DROPPED):
            continue
        known = found.get(stem)
        if known is None or name == stem + SUFFIX or known.name.endswith(DROPPED):
            found[stem] = folder / name
    return [found[stem] for stem in sorted(found)]


class Gap(Damaged):
    """Entries of a run are not there: retention dropped them, or somebody else."""


class Journal:
    """open() first. Then: last_seq, chain, place (where writing goes on), torn (None, or what the end was found to be)."""

    def __init__(self, folder: Path, head: HeadCopy | None = None, disk: Disk = REAL) -> None:
        self.folder = folder
        self._disk = disk
        self._copy = head
        self.paths = segments(folder, disk)
        self.head: Head | None = None
        self.place = Place()
        self.torn: Torn | None = None
        self._opened = False
        self._left_open: Segment | None = None

    @property
    def dropped(self) -> list[int]:
        """First entries of the segments of which only a note is left."""
        return [int(path.name.partition(".")[0]) for path in self.paths if path.name.endswith(DROPPED)]

    def must_be_noted(self, noted: list[int]) -> None:
        """noted: what the state says retention dropped. Raises Damaged when more than that is gone."""
        for path in self.paths:
            if path.name.endswith(DROPPED) and int(path.name.partition(".")[0]) not in noted:
                raise Damaged(path, 0, 0, "a segment was removed that no entry says was dropped")

    @property
    def last_seq(self) -> int:
        return self.place.seq

    @property
    def chain(self) -> bytes:
        return self.place.chain

    def open(self, whole: bool = False) -> None:
        """Checks the ends of closed segments (all of them when whole), and the last one to its last byte. Raises Damaged,
        OSError. Changes nothing: cut() does."""
        self.head = self._copy.read() if self._copy is not None else None
        chain: bytes | None = None
        seq: int | None = None
        for path in self.paths:
            last = path is self.paths[-1]
            chain, seq = self._check(path, last, whole, chain, seq)
        self._compare_with_head()
        self._opened = True
        self._prove_head()

    def _prove_head(self) -> None:
        """What the second place says must be a border of this journal's batches, with that chain; a later one than what is left was
        judged as a torn end."""
        head, place = self.head, self.place
        if head is None or not head.durable:
            return
        if (head.segment.partition(".")[0], head.offset) > (place.segment.partition(".")[0], place.offset):
            return
        if not self.holds(_place_of(head)):
            path = self.folder / head.segment
            raise Damaged(path, head.offset, head.seq, "the chain's second copy", head.chain.hex()[:16], "another history")

    def _check(self, path: Path, last: bool, whole: bool, chain: bytes | None, seq: int | None) -> tuple[bytes | None, int]:
        if path.name.endswith(DROPPED):
            stone = self._tombstone(path)
            self._continues(path, bytes.fromhex(stone.chain_before), stone.first_seq, chain, seq)
            if last:
                self.place = _end_of(path, stone)
            return bytes.fromhex(stone.chain_after), stone.last_seq
        segment = Segment(path, self._disk)
        if not (last or whole):
            before, after = segment.head(), segment.tail()
            if before is not None and after is not None:
                self._continues(path, before, segment.first_seq, chain, seq)
                return after, segment.last_seq
        for _ in self._read(segment, None, chain, seq, last):
            pass
        if last:
            self._place(segment)
        elif not segment.sealed:
            self._left_open = segment
        return segment.chain, segment.last_seq

    def _continues(self, path: Path, before: bytes, first_seq: int, chain: bytes | None, seq: int | None) -> None:
        self._follows(path, first_seq, seq)
        if before != (chain or CHAIN_START) and (chain is not None or first_seq == 1):
            expected = (chain or CHAIN_START).hex()[:16]
            raise Damaged(path, 0, first_seq - 1, "the hash chain does not continue", expected, before.hex()[:16])

    def _follows(self, path: Path, first_seq: int, seq: int | None) -> None:
        """Whether a segment begins where the one before it ended, at entry seq."""
        if seq is None or first_seq == seq + 1:
            return
        left = self._left_open
        if left is not None and left.last_seq == seq:
            raise Damaged(left.path, left.end, seq, "the end of a segment is missing", f"entry {seq + 1}", f"entry {first_seq}")
        raise Damaged(path, 0, seq, "a segment is missing", f"entry {seq + 1}", f"entry {first_seq}")

    def _read(self, segment: Segment, begin: Place | None, chain: bytes | None, seq: int | None, last: bool) -> Iterator[Batch]:
        """The segment's batches from a place on. A torn tail of the last segment ends them quietly."""
        try:
            segment.load()
            self._follows(segment.path, segment.first_seq, seq)
            if begin is not None:
                next(segment.batches(), None)  # the header says the schema and the run
                yield from segment.batches(begin.offset, begin.chain, begin.seq)
                return
            expected = chain if chain is not None else (CHAIN_START if segment.first_seq == 1 else None)
            for batch in segment.batches(0, expected):
                self._same_as_copy(segment, batch[0])
                yield batch
        except Fault as fault:
            if not last or not self._is_torn(segment, fault):
                raise self._damaged(segment, fault) from None

    def _same_as_copy(self, segment: Segment, at: int) -> None:
        head = self.head
        if head is not None and head.segment == segment.name and head.offset == segment.end and head.chain != segment.chain:
            found = (segment.chain or b"").hex()[:16]
            raise Damaged(segment.path, at, segment.last_seq, "the chain's second copy", head.chain.hex()[:16], found)

    def _damaged(self, segment: Segment, fault: Fault) -> Damaged:
        return Damaged(segment.path, fault.at, segment.last_seq, fault.reason, fault.expected, fault.found)

    def _is_torn(self, segment: Segment, fault: Fault) -> bool:
        """Whether a crash may have left it: a batch nobody was told of, or one of which the file's end is missing."""
        head = self.head
        if head is not None and (head.segment > segment.name or (head.segment == segment.name and head.offset > fault.batch)):
            return fault.short and (head.segment > segment.name or len(segment.data) < head.offset)
        return not was_finished(segment.data, fault.at, segment.chain or b"")

    def _place(self, segment: Segment) -> None:
        cut = len(segment.data) - segment.end
        if cut:
            self.torn = Torn(segment.path, segment.last_seq, cut, 0)
        self.place = _end(segment)

    def _compare_with_head(self) -> None:
        head = self.head
        if head is None or head.seq <= self.last_seq or not head.durable:
            return
        missing = head.seq - self.last_seq
        if self.torn is None:
            self.torn = Torn(self.paths[-1] if self.paths else self.folder, self.last_seq, 0, missing)
        else:
            self.torn.missing = missing

    def _tombstone(self, path: Path) -> Tombstone:
        try:
            stone = msgspec.json.decode(self._disk.read(path), type=Tombstone)
            bytes.fromhex(stone.chain_before + stone.chain_after)
            return stone
        except (msgspec.MsgspecError, ValueError) as error:
            raise Damaged(path, 0, 0, f"the note of a dropped segment cannot be understood ({error})") from error

    def cut(self) -> None:
        """Takes the unfinished batch off, durably. Raises OSError."""
        torn = self.torn
        if self.paths and self.place.offset == 0 and not self.paths[-1].name.endswith(DROPPED):
            # Not even its header was finished: it held nothing, and does not know to which run it belongs.
            self._disk.remove(self.paths.pop())
            self._disk.sync_folder(self.folder)
            self.place = Place()
            if self.paths:
                self._reopen_last()
            return
        if torn is None or not torn.cut_bytes:
            return
        file = self._disk.append(torn.path)
        try:
            file.truncate(self.place.offset)
            file.sync()
        finally:
            file.close()

    def _reopen_last(self) -> None:
        path = self.paths[-1]
        if path.name.endswith(DROPPED):
            self.place = _end_of(path, self._tombstone(path))
            return
        segment = Segment(path, self._disk)
        for _ in self._read(segment, None, None, None, True):
            pass
        self._place(segment)

    # entries --------------------------------------------------------------------------------------------------------

    def entries(self, start: Place | None = None) -> Iterator[Entry]:
        """From a place on, else from the beginning of the run that the journal ends with. Raises Damaged, OSError."""
        name = start.segment if start is not None else self._run_start()
        paths = self._from(name)
        # No name and nothing dropped: the very first start was ended before it had written anything.
        if start is None and paths and paths[0].name.removesuffix(COMPRESSED) != name and (name or self.dropped):
            raise Gap(paths[0], 0, 0, "the beginning of the run is not there (retention dropped it)", name, paths[0].name)
        seq = start.seq if start is not None else 0
        for found, _ in self.walk(paths, start):
            for entry in found:
                if seq and entry.seq != seq + 1:
                    why = "the run's entries are not all there (retention dropped some)"
                    raise Gap(paths[0], 0, seq, why, f"entry {seq + 1}", f"entry {entry.seq}")
                if self._opened and entry.seq > self.last_seq:
                    return  # written since it was opened
                seq = entry.seq
                yield entry

    def all_entries(self) -> Iterator[Entry]:
        """Everything that is there, over gaps that retention left."""
        for found, _ in self.walk(self.paths, None):
            yield from found

    def walk(self, paths: list[Path], start: Place | None) -> Iterator[tuple[list[Entry], Place]]:
        """Entries of each batch, and where it ends. Raises Damaged, OSError."""
        chain: bytes | None = None
        for path in paths:
            if path.name.endswith(DROPPED):
                chain = bytes.fromhex(self._tombstone(path).chain_after)
                continue
            segment = Segment(path, self._disk)
            begin = start if start is not None and start.segment == segment.name else None
            for batch in self._read(segment, begin, chain, None, path is self.paths[-1]):
                yield list(segment.entries(batch)), _end(segment)
            chain = segment.chain

    def batches(self, start: Place) -> Iterator[tuple[list[Entry], Place]]:
        """What was written since a place; of a journal that is being written, up to its last whole batch."""
        return self.walk(self._from(start.segment), start)

    def _from(self, name: str) -> list[Path]:
        """The segments from the named one on, also when only its note is left; all of them when it is not there."""
        stems = [path.name.partition(".")[0] for path in self.paths]
        stem = name.partition(".")[0]
        return self.paths[stems.index(stem) :] if stem in stems else self.paths

    def holds(self, place: Place) -> bool:
        """Whether what was written there is still there: a loss of power may have taken it, and other entries have its numbers now.
        Raises OSError."""
        if (place.segment, place.offset, place.chain) == (self.place.segment, self.place.offset, self.place.chain):
            return True
        stem = place.segment.partition(".")[0]
        index = next((n for n, path in enumerate(self.paths) if path.name.partition(".")[0] == stem), -1)
        if index < 0 or self.paths[index].name.endswith(DROPPED):
            # Only what a snapshot stands on is dropped, and its tombstone keeps the chain.
            return index >= 0
        try:
            segment = Segment(self.paths[index], self._disk)
            segment.load()
        except Fault:
            return False
        if place.offset + HEADER.size <= len(segment.data):
            return bool(HEADER.unpack_from(segment.data, place.offset)[7] == place.chain)
        if place.offset != len(segment.data):
            return False
        # The next segment's header may be what the crash took.
        return place.chain in (segment.tail(), self._chain_before(index + 1))

    def _chain_before(self, index: int) -> bytes | None:
        if index == len(self.paths):
            return self.place.chain
        path = self.paths[index]
        if path.name.endswith(DROPPED):
            return bytes.fromhex(self._tombstone(path).chain_before)
        head = Segment(path, self._disk).head()
        # Of a last segment whose header was never finished: where it would have begun.
        return self.place.chain if head is None and index == len(self.paths) - 1 else head

    def run_place(self) -> Place:
        """Where the last run begins. Raises OSError."""
        name = self._run_start()
        path = self._from(name)[0]
        segment = Segment(path, self._disk)
        chain = segment.head() or CHAIN_START
        return Place(segment.name, 0, chain, segment.first_seq - 1, segment.run_segment, segment.first_seq)

    def _run_start(self) -> str:
        """The segment in which the last run began. One that names itself, but does not begin with a run's beginning, is of a start
        that a crash ended first: it may hold a note, but no run."""
        assert self._opened, "open() first: only then it is known where the journal ends"
        for path in reversed(self.paths):
            if path.name.endswith(DROPPED):
                continue
            segment = Segment(path, self._disk)
            if segment.head() is not None and (segment.run_segment != segment.name or len(self.paths) == 1 or _begins_run(segment)):
                return segment.run_segment
        return ""


def _begins_run(segment: Segment) -> bool:
    try:
        segment.load()
        for batch in segment.batches():
            for entry in segment.entries(batch):
                return type(entry.message) is StartRun
    except Fault:
        return False
    except Damaged:
        # Whoever reads the entries will meet it, and say so.
        return True
    return False


def _end(segment: Segment) -> Place:
    return Place(
        segment.name, segment.end, segment.chain or CHAIN_START, segment.last_seq, segment.run_segment, segment.first_seq, segment.sealed
    )


def _end_of(path: Path, stone: Tombstone) -> Place:
    return Place(path.name, 0, bytes.fromhex(stone.chain_after), stone.last_seq, stone.run_segment, stone.first_seq, True)


def _place_of(head: Head) -> Place:
    return Place(head.segment, head.offset, head.chain, head.seq)
