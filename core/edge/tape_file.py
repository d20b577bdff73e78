"""The tape: Quarterdeck's file format for a recorded order-by-order session. Importers write it, the feed reads it.

    magic 8 B "QDTAPE1\\n" | frame | frame | ... | end frame
    frame: length u32 | crc32c u32 | zstd bytes        (little endian; length and crc are of the zstd bytes)

The first frame is the head, a msgpack map (TapeHead). Each further frame is a msgpack array of [offset_ns, record], in the
order of the session; offset_ns counts from the head's first_at. A record is a Flow message, or a RecordedTrade, which is
only compared with what our engine makes. Records before the first non-opening one are the opening book, at offset 0. The
end frame holds {records, sha256}: SHA-256 over every byte before it. docs/tape-format.md says it for importers.
"""

import struct
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

import google_crc32c
import msgspec
import zstandard

from core.messages.flow import Flow, ListInstrument, SeedBook

MAGIC: Final = b"QDTAPE1\n"
FRAME: Final = struct.Struct("<II")
_T = TypeVar("_T")
RECORDS_A_FRAME: Final = 4096
MAX_FRAME: Final = 256 << 20
OPENING: Final = (ListInstrument, SeedBook)


class RecordedTrade(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=60):
    """A trade that history made. Never enters the machine. Ids as in Flow; price in price units, qty in lots."""

    instrument: int
    maker: int
    taker: int
    price: int
    qty: int


Record = Flow | RecordedTrade


class TapeHead(msgspec.Struct, frozen=True):
    """first_at, last_at: UTC ns of the opening book and of the last record. messages: Flow records after the opening book."""

    name: str
    title: str
    venue: str
    source: str
    licence: str
    first_at: int
    last_at: int
    messages: int
    trades: int


class TapeEnd(msgspec.Struct, frozen=True):
    records: int
    sha256: str


class TapeError(Exception):
    """A session file that cannot be played; the text names the file, what is wrong, and what to do."""


def write(path: Path, head: TapeHead, records: Iterable[tuple[int, Record]]) -> None:
    """Writes a whole tape; records are (offset_ns, record) in session order."""
    compressor = zstandard.ZstdCompressor(level=19)
    encoder = msgspec.msgpack.Encoder()
    hashed = sha256()
    with path.open("wb") as file:

        def put(data: bytes) -> None:
            file.write(data)
            hashed.update(data)

        def frame(value: object) -> None:
            packed = compressor.compress(encoder.encode(value))
            put(FRAME.pack(len(packed), google_crc32c.value(packed)) + packed)

        put(MAGIC)
        frame(head)
        count = 0
        chunk: list[tuple[int, Record]] = []
        for record in records:
            chunk.append(record)
            count += 1
            if len(chunk) == RECORDS_A_FRAME:
                frame(chunk)
                chunk = []
        if chunk:
            frame(chunk)
        frame(TapeEnd(count, hashed.hexdigest()))


class Tape:
    """A verified tape file: every frame's checksum, the end frame and the whole file's hash were checked on opening.

    sha256: of everything before the end frame; names the tape in the journal.
    """

    def __init__(self, path: Path) -> None:
        """Raises TapeError."""
        self.path = path
        try:
            self._data = path.read_bytes()
        except OSError as error:
            raise TapeError(f"cannot read session {path}: {error.strerror}; check --session") from error
        if self._data[: len(MAGIC)] != MAGIC:
            raise TapeError(f"{path} is not a Quarterdeck session; convert the recording with an importer (docs/tape-format.md)")
        self._frames = self._scan()
        if len(self._frames) < 2:
            raise self._bad(len(MAGIC), "it ends before its end mark")
        self.head: TapeHead = self._decode(self._frames[0], TapeHead)
        last = self._frames[-1]
        end: TapeEnd = self._decode(last, TapeEnd)
        self.records = end.records
        self.sha256 = sha256(memoryview(self._data)[: last[0] - FRAME.size]).hexdigest()
        if end.sha256 != self.sha256:
            raise self._bad(last[0], "its content does not match the hash in its end mark")

    def play(self) -> Iterator[tuple[int, Record]]:
        """(session time UTC ns, record) in order, opening book first."""
        first_at = self.head.first_at
        decoder = msgspec.msgpack.Decoder(list[tuple[int, Record]])
        for frame in self._frames[1:-1]:
            try:
                records = decoder.decode(_unpacked(self._data, frame))
            except (msgspec.DecodeError, zstandard.ZstdError) as error:
                raise self._bad(frame[0], f"records cannot be understood ({error})") from error
            for offset_ns, record in records:
                yield first_at + offset_ns, record

    def _scan(self) -> list[tuple[int, int]]:
        data, at, frames = self._data, len(MAGIC), []
        while at < len(data):
            if at + FRAME.size > len(data):
                raise self._bad(at, "it is cut off")
            length, crc = FRAME.unpack_from(data, at)
            start = at + FRAME.size
            if length > MAX_FRAME or start + length > len(data):
                raise self._bad(at, "it is cut off or its length is damaged")
            if google_crc32c.value(data[start : start + length]) != crc:
                raise self._bad(at, "a checksum does not match")
            frames.append((start, length))
            at = start + length
        return frames

    def _decode(self, frame: tuple[int, int], kind: type[_T]) -> _T:
        try:
            return msgspec.msgpack.decode(_unpacked(self._data, frame), type=kind)
        except (msgspec.DecodeError, zstandard.ZstdError) as error:
            raise self._bad(frame[0], f"its head or end mark cannot be understood ({error})") from error

    def _bad(self, at: int, what: str) -> TapeError:
        return TapeError(f"session {self.path} is damaged at byte {at}: {what}; fetch it again or convert it anew")


def _unpacked(data: bytes, frame: tuple[int, int]) -> bytes:
    return zstandard.ZstdDecompressor().decompress(data[frame[0] : frame[0] + frame[1]])
