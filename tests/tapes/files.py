"""The real market data beside the project, for tests only: read whole, decompressed."""

import gzip
import io
import lzma
import zipfile
from pathlib import Path

import zstandard


def lines(path: Path) -> list[str]:
    """Of a text file, compressed with xz or gzip or not at all."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt").read().splitlines()
    if path.suffix == ".gz":
        return gzip.open(path, "rt").read().splitlines()
    return path.read_text().splitlines()


def zipped(path: Path, part: str) -> list[str]:
    """Of the one member of a zip file whose name has part in it."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if part in name)
        return archive.read(name).decode().splitlines()


def unpacked(path: Path) -> bytes:
    """A zstandard file, all its frames."""
    return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(path.read_bytes()), read_across_frames=True).read()
