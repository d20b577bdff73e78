"""A recorded market-data file, opened by its ending, and the one sentence for a line of it that cannot be read.

Reading stops at the first bad line: damage is never skipped. What follows it may be understood wrongly.
Numbers are read as whole units, exactly: no float, no rounding.
"""

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, TypeVar, cast

import zstandard

_T = TypeVar("_T")
SHOWN = 60
"""Chosen: bytes of a bad line that its sentence shows."""
CHUNK = 1 << 16
"""Chosen: compressed bytes taken at a time."""
MAX_DIGITS = 18
"""Every whole number of so many digits fits the 64 bits that the journal stores."""


UNREADABLE: Final = (OSError, EOFError, lzma.LZMAError, zlib.error, zipfile.BadZipFile, zstandard.ZstdError)


class Source(Protocol):
    """Bytes in the order of the recording: a Recording, an open file, or a test's."""

    def read(self, size: int, /) -> bytes: ...


class RecordingError(Exception):
    """A recording that cannot be read; the text names the file, the line, and what is wrong with it."""


class _Frames(io.RawIOBase):
    """zstandard frames, one after the other (Databento writes several). The library's own reader takes a file that is cut off
    within a frame for one that ends there."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            if not self._packed:
                self._packed = self._file.read(CHUNK)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it is cut off within a zstandard frame")
                return 0
            frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._ready = frame.decompress(self._packed)
            self._packed = frame.unused_data if frame.eof else b""
            self._frame = None if frame.eof else frame
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


class Recording:
    """The file's bytes: plain, .gz, .xz, .zst, or from a .zip the one file whose name contains `member`. To be used with
    `with`; every failure to read it is a RecordingError that names it."""

    def __init__(self, path: Path, member: str = "") -> None:
        self.path = path
        self._member = member
        self._open = ExitStack()
        self._file: BinaryIO | None = None

    def __enter__(self) -> "Recording":
        try:
            with ExitStack() as stack:
                self._file = cast(BinaryIO, self._opened(stack))
                self._open = stack.pop_all()
        except UNREADABLE as error:
            raise self._error(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def __iter__(self) -> Iterator[bytes]:
        """Lines, with their ends."""
        while line := self._guarded(self._stream().readline):
            yield line

    def read(self, size: int) -> bytes:
        """size bytes, fewer only at the end."""
        return self._guarded(lambda: self._stream().read(size))

    def _opened(self, stack: ExitStack) -> object:
        suffix = self.path.suffix
        if suffix == ".zip":
            archive = stack.enter_context(zipfile.ZipFile(self.path))
            names = [name for name in archive.namelist() if self._member in name]
            if len(names) != 1:
                raise RecordingError(f"recording {self.path} holds {len(names)} files named *{self._member}*, not one")
            return stack.enter_context(archive.open(names[0]))
        if suffix == ".gz":
            return stack.enter_context(gzip.open(self.path))
        if suffix == ".xz":
            return stack.enter_context(lzma.open(self.path))
        file = stack.enter_context(self.path.open("rb"))
        if suffix != ".zst":
            return file
        return stack.enter_context(io.BufferedReader(_Frames(file)))

    def _stream(self) -> BinaryIO:
        assert self._file is not None, "a recording is read within `with`"
        return self._file

    def _guarded(self, read: Callable[[], bytes]) -> bytes:
        try:
            return read()
        except UNREADABLE as error:
            raise self._error(error) from error

    def _error(self, error: BaseException) -> RecordingError:
        return RecordingError(f"cannot read recording {self.path}: {error}")


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
