"""A workspace as a JSON file: which panels stand in which window and where, how they are linked, what they keep, the theme.

Invariants: a file is replaced whole or not at all (temporary file, rename); one that cannot be used is renamed aside, never
overwritten, and one sentence says so; no key is the program's version or a word that is translated. It keeps no setting that
changes a decision.
"""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, unquote

import msgspec

from app import kept_file
from app.dock import UNLINKED
from app.layout import TREES
from widgets.style import LINK_FILLS
from widgets.tongue import told

VERSION = 2
"""Of the file and of Qt's saved state in it."""
SUFFIX = ".json"
NAME_LENGTH = 40
MOST = 200
"""Named workspaces that are listed; chosen: nobody looks through more."""
MOST_BYTES = 4 << 20
"""Chosen: a hundred times the largest that this program writes."""
Memo = Annotated[str, msgspec.Meta(max_length=100_000)]
Pixel = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]


class Unusable(Exception):
    """Why a file cannot be used, as the end of a sentence that begins with its name."""


class Placed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dock that stands open. key: the panel's id, or "id.2" for its second dock. link: the letter of its group, or empty."""

    key: str
    link: str = ""


class WindowLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """number: 1 is the first window. place: x, y, width, height. state: Qt's own; JSON holds it as base64. sizes: width and height of
    the panels in front: Qt shares room out otherwise when it reads its state back beside panels that were not there."""

    number: Annotated[int, msgspec.Meta(ge=1, le=9)]
    place: tuple[Pixel, Pixel, Pixel, Pixel]
    maximised: bool
    state: bytes
    panels: list[Placed]
    sizes: dict[str, tuple[Pixel, Pixel]] = {}


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """name: of the workspace it was last saved as or came from. theme: empty in a named workspace, which leaves it alone.
    memos: what panels keep of themselves (a watchlist's symbols), by the dock's key; only the panel can read its own. untouched: the
    panels stand as the built-in workspace of that name put them."""

    version: int
    name: str
    theme: str
    windows: list[WindowLayout]
    memos: dict[str, Memo] = {}
    untouched: bool = False


class _Version(msgspec.Struct):
    version: int


def read(path: Path) -> Layout | None:
    """None: there is no such file. Raises Unusable."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unusable(told("is not readable ({strerror})", strerror=error.strerror or error)) from error
    if len(data) > MOST_BYTES:
        raise Unusable(told("is far too large to be one"))
    try:
        version = msgspec.json.decode(data, type=_Version).version
        if version != VERSION:
            age = told("a newer") if version > VERSION else told("an older")
            raise Unusable(told(
                "was written by {age} program (version {version}, this one writes {version_2})",
                age=age, version=version, version_2=VERSION,
            ))
        found = msgspec.json.decode(data, type=Layout)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Unusable(told("is not a layout ({error})", error=error).replace("\n", " ")) from error
    numbers = [window.number for window in found.windows]
    if 1 not in numbers or len(set(numbers)) != len(numbers):
        raise Unusable(told("has no first window, or one twice"))
    keys = [placed.key for window in found.windows for placed in window.panels]
    if len(set(keys)) != len(keys):
        raise Unusable(told("has a panel in two places"))
    strange = sorted({placed.link for window in found.windows for placed in window.panels} - {UNLINKED, *LINK_FILLS})
    if strange:
        raise Unusable(told("links a panel to a group that does not exist ({names})", names=", ".join(strange)[:40]))
    return found


def write(path: Path, layout: Layout, durable: bool = True) -> None:
    """durable: waits for the disk. Raises OSError."""
    kept_file.write(path, msgspec.json.format(msgspec.json.encode(layout)), durable)


def bad_name(name: str) -> str:
    """One sentence, or nothing when a workspace may have this name."""
    if not name.strip():
        return told("A workspace needs a name.")
    if len(name) > NAME_LENGTH or not name.isprintable():
        return told("A workspace's name is at most {name_length} characters that can be seen.", name_length=NAME_LENGTH)
    if name.strip().casefold() in {one.casefold() for one in TREES}:
        return told("{strip} is built in: choose another name.", strip=name.strip())
    return ""


def path_of(folder: Path, name: str) -> Path:
    """Two names that differ only in case are one file on some disks, so they are on all."""
    safe = quote(name.strip().casefold(), safe="").replace(".", "%2E")
    return folder / f"{safe}{SUFFIX}"


def names(folder: Path) -> list[str]:
    """Of the workspaces that people saved, in order; what is in the files is not looked at."""
    try:
        found = [path.name.removesuffix(SUFFIX) for path in folder.iterdir() if path.name.endswith(SUFFIX)]
    except OSError:
        return []
    said = {unquote(name) for name in found if re.fullmatch(r"[\w%~-]{1,500}", name, re.ASCII)}
    return sorted(name for name in said if not bad_name(name))[:MOST]
