"""`main.py backup TO` and `main.py restore FROM`: a copy of everything that a data folder needs to go on, taken while running.

    TO/backup.json       what belongs to the backup: names, sizes, SHA-256; the journal's head when it was taken
    TO/objects/SHA256    the content of each file, once

Nothing in TO is ever written over: a backup adds objects, verifies the whole journal as it will be restored, then replaces backup.json at
once, and only then removes objects that nothing names any more. So an interrupted backup, and one of a damaged journal, leave
the one before it as it was. Of the segment that is being written only what is acknowledged is copied. A place with anything else in
it, or with the backup of another journal, is refused. The accounts come along, as hashes; every file of a backup, and what is restored
from it, is its owner's alone to read. The history database is not part of it: it is made anew from the journal.
"""

import contextlib
import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from app.complaint import complain
from app.folders import Folders
from app.settings import Settings
from app.settings_file import FILE_NAME
from app.single_instance import exclusive
from core.edge.accounts import FILE_NAME as ACCOUNTS
from core.journal.disk import REAL, write_whole
from core.journal.head import Head, HeadCopy
from core.journal.log import Place
from core.journal.reader import Journal, segments
from core.journal.segment import Damaged

MANIFEST, OBJECTS, LOCK = "backup.json", "objects", "lock"
SINGLE = ("kill.latch", FILE_NAME, "workspace.json", ACCOUNTS, "drills.jsonl")
NAMES = re.compile(r"journal/\d{12}\.(journal|journal\.zst|dropped)|snapshots/\d{12}\.snapshot|" + "|".join(map(re.escape, SINGLE)))
"""What a backup may hold; a manifest that names anything else is not ours."""
TRIES = 3
"""A segment may be compressed, or a snapshot replaced, between listing and reading: then the listing is made again."""


class Failed(Exception):
    """One sentence."""


class _File(msgspec.Struct, frozen=True):
    size: int
    sha256: str


class _Head(msgspec.Struct, frozen=True):
    seq: int
    segment: str
    offset: int
    chain: str


class _Manifest(msgspec.Struct, frozen=True):
    made: str
    files: dict[str, _File]
    head: _Head


@dataclass
class Outcome:
    copied: int = 0
    copied_bytes: int = 0
    kept: int = 0
    entries: int = 0


# backup -----------------------------------------------------------------------------------------------------------------


def backup(settings: Settings) -> int:
    """Exit code: 0 done, 2 refused, 3 what was copied does not verify."""
    if len(settings.words) != 1:
        return complain("say where to: main.py backup FOLDER")
    source, target = Folders(settings.data), Path(settings.words[0]).expanduser().absolute()
    if not segments(source.journal):
        return complain(f"no journal in {source.journal}; name the data folder with --data")
    if target == source.data or source.data in target.parents:
        return complain(f"{target} is inside the data folder itself; choose another place, best on another disk")
    try:
        before = _manifest(target) if target.exists() and any(path.name != LOCK for path in target.iterdir()) else None
        target.mkdir(parents=True, exist_ok=True)
        with (target / LOCK).open("ab") as file:
            if not _alone(file):
                return complain(f"another backup is being written to {target}; wait for it")
            outcome = _take(source, target, settings.journal_head, before)
    except Damaged as damage:
        complain(f"{damage}. The backup in {target} is as it was")
        return 3
    except (OSError, Failed) as error:
        return complain(_words(error))
    print(
        f"Backup of {source.data} in {target}: {outcome.entries:,} entries verified; {outcome.copied} files copied "
        f"({outcome.copied_bytes / 1e6:.1f} MB), {outcome.kept} were there already."
    )
    return 0


def _alone(file: IO[bytes]) -> bool:
    try:
        exclusive(file)
    except OSError:
        return False
    return True


def _take(source: Folders, target: Path, head_path: Path, before: _Manifest | None) -> Outcome:
    for _ in range(TRIES):
        try:
            return _take_once(source, target, head_path, before)
        except FileNotFoundError as error:
            if not Path(str(error.filename)).is_relative_to(source.data):
                raise
    raise Failed(f"{source.journal} changes too fast to be copied; try again")


def _take_once(source: Folders, target: Path, head_path: Path, before: _Manifest | None) -> Outcome:
    outcome = Outcome()
    now = Journal(source.journal, HeadCopy(head_path))
    now.open()
    files = {path.relative_to(source.data).as_posix(): _copy(path, target, limit, outcome) for path, limit in _wanted(source, now)}
    with _laid_out(target, files) as folders:
        journal = Journal(folders.journal)
        journal.open(whole=True)
        place = journal.place
        if before is not None and not journal.holds(_place(before.head)):
            raise Failed(f"{target} has the backup of another journal, or of a longer one: choose an empty folder")
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    manifest = _Manifest(made, files, _Head(place.seq, place.segment, place.offset, place.chain.hex()))
    write_whole(REAL, target / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    _forget(target, files)
    outcome.entries = place.seq
    return outcome


def _wanted(source: Folders, now: Journal) -> list[tuple[Path, int]]:
    """Files, and how many bytes of each; -1: all. Of the last segment what is whole by now, and surely what is acknowledged."""
    wanted = [(path, now.place.offset if path.name == now.place.segment else -1) for path in now.paths]
    wanted += [(path, -1) for path in sorted(source.snapshots.glob("*.snapshot"))]
    wanted += [(source.data / name, -1) for name in SINGLE if (source.data / name).exists()]
    return [(path, limit) for path, limit in wanted if NAMES.fullmatch(path.relative_to(source.data).as_posix())]


def _copy(path: Path, target: Path, limit: int, outcome: Outcome) -> _File:
    """Raises OSError, Failed."""
    content = REAL.read(path, 0, limit)
    row = _File(len(content), hashlib.sha256(content).hexdigest())
    kept = target / OBJECTS / row.sha256
    if kept.exists() and kept.stat().st_size == row.size:
        outcome.kept += 1
        return row
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(REAL, kept, content)
    if hashlib.sha256(kept.read_bytes()).hexdigest() != row.sha256:
        raise Failed(f"{kept} does not hold what was written to it: check that disk")
    outcome.copied += 1
    outcome.copied_bytes += row.size
    return row


@contextlib.contextmanager
def _laid_out(target: Path, files: dict[str, _File]) -> Iterator[Folders]:
    """The backup as it would be restored, made of links, for as long as it is looked at."""
    folder = target / f"looked-at.{os.getpid()}"
    try:
        for name, row in files.items():
            if name.startswith("journal/"):
                link = folder / name
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(target / OBJECTS / row.sha256)
        yield Folders(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _forget(target: Path, files: dict[str, _File]) -> None:
    """Objects that nothing names: of segments that grew, were compressed or dropped since, of replaced snapshots."""
    named = {row.sha256 for row in files.values()}
    for path in (target / OBJECTS).iterdir():
        if path.name not in named:
            path.unlink()


def _manifest(folder: Path) -> _Manifest:
    """Raises Failed."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Manifest)
        bytes.fromhex(manifest.head.chain)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise Failed(f"{folder} is not a finished backup: its {MANIFEST} cannot be read ({error})") from error
    strange = next((name for name in manifest.files if not NAMES.fullmatch(name)), None)
    if strange is not None:
        raise Failed(f"{folder / MANIFEST} names {strange!r}, which no backup has: it is not used")
    return manifest


def _place(head: _Head) -> Place:
    return Place(head.segment, head.offset, bytes.fromhex(head.chain), head.seq)


# restore ----------------------------------------------------------------------------------------------------------------


def restore(settings: Settings) -> int:
    """Exit code as of backup."""
    if len(settings.words) != 1:
        return complain("say where from: main.py restore FOLDER --data EMPTY-FOLDER")
    source, target = Path(settings.words[0]).expanduser().absolute(), Folders(settings.data)
    try:
        manifest = _manifest(source)
        if segments(target.journal) and not target.unfinished.exists():
            return complain(f"{target.data} has a journal already: restore into an empty folder, named with --data")
        if (target.data / ACCOUNTS).exists() and not target.unfinished.exists():
            return complain(f"{target.data} has accounts already: restore into an empty folder, named with --data")
        journal = _bring_all(source, target, manifest)
    except Damaged as damage:
        complain(str(damage))
        return 3
    except (OSError, Failed) as error:
        return complain(_words(error))
    print(f"Restored to {target.data}: {journal.last_seq:,} entries, every checksum and the whole chain verified.")
    return 0


def _bring_all(source: Path, target: Folders, manifest: _Manifest) -> Journal:
    """Until all of it is there and verified, a note keeps the folder from being used."""
    target.data.mkdir(parents=True, exist_ok=True)
    write_whole(REAL, target.unfinished, str(source).encode(errors="replace"))
    for folder in (target.journal, target.snapshots):
        shutil.rmtree(folder, ignore_errors=True)
    for name, row in manifest.files.items():
        content = (source / OBJECTS / row.sha256).read_bytes()
        if hashlib.sha256(content).hexdigest() != row.sha256:
            raise Failed(f"{source / OBJECTS / row.sha256} ({name}) is not what was backed up: the backup itself is damaged")
        (target.data / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(REAL, target.data / name, content)
    head = _place(manifest.head)
    copy = HeadCopy(target.head)
    copy.write(Head(head.seq, head.segment, head.offset, head.chain, True), sync=True)
    copy.close()
    journal = Journal(target.journal, copy)
    journal.open(whole=True)
    target.unfinished.unlink()
    REAL.sync_folder(target.data)
    return journal


def _words(error: OSError | Failed) -> str:
    return str(error) if isinstance(error, Failed) else f"{error.filename or 'the backup'}: {error.strerror or error}"
