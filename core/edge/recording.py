"""A recorded market-data file, opened by its ending, and the one sentence for a line of it that cannot be read.

Reading stops at the first bad line: damage is never skipped. What follows it may be understood wrongly.
Numbers are read as whole units, exactly: no float, no rounding.
"""

import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import zstandard

_T = TypeVar("_T")
SHOWN = 60
"""Chosen: bytes of a bad line that its sentence shows."""
MAX_DIGITS = 18
"""Every whole number of so many digits fits the 64 bits that the journal stores."""


class RecordingError(Exception):
    """A recording that cannot be read; the text names the file, the line, and what is wrong with it."""


@contextmanager
def opened(path: Path, member: str = "") -> Iterator[BinaryIO]:
    """The file's bytes: plain, .gz, .xz, .zst, or from a .zip the one file whose name contains `member`. Raises RecordingError."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                names = [name for name in archive.namelist() if member in name]
                if len(names) != 1:
                    raise RecordingError(f"{path} holds {len(names)} files named *{member}*, not one")
                with archive.open(names[0]) as file:
                    yield cast(BinaryIO, file)
        elif path.suffix == ".gz":
            with gzip.open(path) as unzipped:
                yield cast(BinaryIO, unzipped)
        elif path.suffix == ".xz":
            with lzma.open(path) as unpacked:
                yield cast(BinaryIO, unpacked)
        elif path.suffix == ".zst":
            # Databento writes several frames one after the other.
            with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True) as stream:
                yield cast(BinaryIO, io.BufferedReader(stream))
        else:
            with path.open("rb") as file:
                yield file
    except (OSError, EOFError, lzma.LZMAError, zipfile.BadZipFile, zstandard.ZstdError) as error:
        raise RecordingError(f"cannot read recording {path}: {error}") from error


def parsed(lines: Iterable[bytes], name: str, parse: Callable[[bytes], _T], first: int = 1) -> Iterator[_T]:
    """parse(line) of each line. name: the file, for the sentence. first: number of the first line. parse raises ValueError with
    what is wrong."""
    for number, line in enumerate(lines, start=first):
        line = line.rstrip(b"\r\n")
        try:
            value = parse(line)
        except ValueError as error:
            shown = line[:SHOWN].decode("ascii", "backslashreplace") + ("..." if len(line) > SHOWN else "")
            raise RecordingError(f"{name}, line {number}: {error}, in '{shown}'") from error
        yield value


def whole(text: bytes, what: str) -> int:
    """A number of digits only. (int() would also take signs, spaces and underscores.)"""
    if not text.isdigit() or len(text) > MAX_DIGITS:
        raise ValueError(f"{what} is not a whole number: '{text.decode('ascii', 'backslashreplace')}'")
    return int(text)


def units(text: bytes, decimals: int, what: str) -> int:
    """A decimal number without sign, in units of 10**-decimals."""
    before, _, after = text.partition(b".")
    if len(after) > decimals:
        if after[decimals:].strip(b"0"):
            raise ValueError(f"{what} has more than {decimals} decimals: '{text.decode('ascii', 'backslashreplace')}'")
        after = after[:decimals]
    if not before.isdigit() or (after and not after.isdigit()) or len(before) + decimals > MAX_DIGITS:
        raise ValueError(f"{what} is not a decimal number: '{text.decode('ascii', 'backslashreplace')}'")
    return int(before + after.ljust(decimals, b"0"))
