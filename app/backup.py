"""`main.py backup TO` and `main.py restore FROM`: a copy of everything that a data folder needs to go on, taken while running.

A backup is a folder like a data folder, with backup.json: for each file its size and SHA-256. It is incremental: what is there
already, with the same sum, is not copied again; of the segment that is being written only what is acknowledged is copied, up
to where the head's second place says. Every copied byte is read back, and the copy's whole journal is verified before the
manifest is written, so an interrupted backup leaves the last good one. Restoring fills an empty folder and verifies it again.
The history database is not part of it: it is made anew from the journal.
"""

import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.complaint import complain
from app.folders import Folders
from app.settings import FILE_NAME, Settings
from core.journal.disk import REAL, write_whole
from core.journal.head import Head, HeadCopy
from core.journal.reader import Journal, segments
from core.journal.segment import Damaged

MANIFEST = "backup.json"
SINGLE = ("kill.latch", FILE_NAME, "workspace.json")
TRIES = 3
"""A segment may be compressed, or a snapshot replaced, between listing and reading: then the listing is made again."""


class Failed(Exception):
    """One sentence."""


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
    source, target = Folders(settings.data), Folders(Path(settings.words[0]).expanduser().absolute())
    if not segments(source.journal):
        return complain(f"no journal in {source.journal}; name the data folder with --data")
    if target.data == source.data or source.data in target.data.parents:
        return complain(f"{target.data} is inside the data folder itself; choose another place, best on another disk")
    try:
        outcome = _take(source, target, settings.journal_head)
    except Damaged as damage:
        complain(str(damage))
        return 3
    except (OSError, Failed) as error:
        return complain(_words(error))
    print(
        f"Backup of {source.data} in {target.data}: {outcome.entries:,} entries verified; {outcome.copied} files copied "
        f"({outcome.copied_bytes / 1e6:.1f} MB), {outcome.kept} were there already."
    )
    return 0


def _take(source: Folders, target: Folders, head_path: Path) -> Outcome:
    for _ in range(TRIES):
        try:
            return _take_once(source, target, head_path)
        except FileNotFoundError as error:
            if not Path(str(error.filename)).is_relative_to(source.data):
                raise
    raise Failed(f"{source.journal} changes too fast to be copied; try again")


def _take_once(source: Folders, target: Folders, head_path: Path) -> Outcome:
    outcome = Outcome()
    known = _manifest(target.data).get("files", {})
    head = HeadCopy(head_path).read()
    listed: dict[str, dict[str, Any]] = {}
    for path, limit in _wanted(source, head):
        name = path.relative_to(source.data).as_posix()
        listed[name] = _copy(path, target.data / name, limit, known.get(name), outcome)
    journal = _verified(target, None)
    place = journal.place
    outcome.entries = place.seq
    content = {
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "files": listed,
        "head": {"seq": place.seq, "segment": place.segment, "offset": place.offset, "chain": place.chain.hex()},
    }
    write_whole(REAL, target.data / MANIFEST, json.dumps(content, indent=1).encode())
    _remove_others(target, listed)
    return outcome


def _wanted(source: Folders, head: Head | None) -> list[tuple[Path, int]]:
    """Files, and how many bytes of each; -1: all."""
    paths = segments(source.journal)
    wanted = [(path, head.offset if head is not None and path.name == head.segment and path is paths[-1] else -1) for path in paths]
    wanted += [(path, -1) for path in sorted(source.snapshots.glob("*.snapshot"))]
    return wanted + [(source.data / name, -1) for name in SINGLE if (source.data / name).exists()]


def _copy(path: Path, target: Path, limit: int, known: dict[str, Any] | None, outcome: Outcome) -> dict[str, Any]:
    """Raises OSError, Failed."""
    content = REAL.read(path, 0, limit)
    row = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    if known == row and target.exists() and target.stat().st_size == len(content):
        outcome.kept += 1
        return row
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(REAL, target, content)
    if hashlib.sha256(target.read_bytes()).hexdigest() != row["sha256"]:
        raise Failed(f"{target} does not hold what was written to it: check that disk")
    outcome.copied += 1
    outcome.copied_bytes += len(content)
    return row


def _remove_others(target: Folders, listed: dict[str, Any]) -> None:
    """Segments that are compressed or dropped by now, snapshots that were replaced."""
    for folder in (target.journal, target.snapshots):
        for path in folder.iterdir() if folder.exists() else ():
            if path.relative_to(target.data).as_posix() not in listed:
                path.unlink()


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _verified(folders: Folders, head: HeadCopy | None) -> Journal:
    """Raises Damaged, OSError."""
    journal = Journal(folders.journal, head)
    journal.open(whole=True)
    return journal


# restore ----------------------------------------------------------------------------------------------------------------


def restore(settings: Settings) -> int:
    """Exit code as of backup."""
    if len(settings.words) != 1:
        return complain("say where from: main.py restore FOLDER --data EMPTY-FOLDER")
    source, target = Path(settings.words[0]).expanduser().absolute(), Folders(settings.data)
    manifest = _manifest(source)
    if not manifest:
        return complain(f"{source} is not a finished backup: it has no readable {MANIFEST}")
    if segments(target.journal):
        return complain(f"{target.data} has a journal already: restore into an empty folder, named with --data")
    try:
        for name, row in manifest["files"].items():
            _bring(source / name, target.data / name, row)
        said = manifest["head"]
        copy = HeadCopy(target.head)
        copy.write(Head(said["seq"], said["segment"], said["offset"], bytes.fromhex(said["chain"]), True), sync=True)
        copy.close()
        journal = _verified(target, copy)
    except Damaged as damage:
        complain(str(damage))
        return 3
    except (OSError, Failed) as error:
        return complain(_words(error))
    print(f"Restored to {target.data}: {journal.last_seq:,} entries, every checksum and the whole chain verified.")
    return 0


def _bring(path: Path, target: Path, row: dict[str, Any]) -> None:
    """A segment may have grown since its manifest was written, by a backup that was interrupted: only what was listed counts."""
    content = REAL.read(path, 0, row["size"])
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise Failed(f"{path} is not what was backed up: the backup itself is damaged")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(REAL, target, content)


def _words(error: OSError | Failed) -> str:
    return str(error) if isinstance(error, Failed) else f"{error.filename or 'the backup'}: {error.strerror or error}"
