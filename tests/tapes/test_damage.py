"""A line that cannot be read is one sentence with file and line, and what cannot be opened one with the file. Nothing is skipped."""

import gzip
import lzma
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zstandard

from core.domain.units import InstrumentId
from core.edge import bats_pitch, bitstamp, dbn_mbo, lobster
from core.edge.binance_depth import BinanceLines
from core.edge.dbn_mbo import MBO
from core.edge.recording import Recording, RecordingError, parsed, units, whole

ONE = InstrumentId(1)
Reader = Callable[[Iterable[bytes]], Iterator[Any]]


def by_lobster(lines: Iterable[bytes]) -> Iterator[Any]:
    return lobster.messages(lines, "the.csv", ONE)


def by_rows(lines: Iterable[bytes]) -> Iterator[Any]:
    return lobster.rows(lines, "the.csv")


def by_pitch(lines: Iterable[bytes]) -> Iterator[Any]:
    return bats_pitch.messages(lines, "the.csv", {})


def by_bitstamp(lines: Iterable[bytes]) -> Iterator[Any]:
    return bitstamp.messages(iter([bitstamp.HEADINGS, *lines]), "the.csv", ONE)


def by_binance(lines: Iterable[bytes]) -> Iterator[Any]:
    return BinanceLines(ONE, "BTCUSDT", 2, 8).messages(lines, "the.csv")


GOOD = {
    by_lobster: b"34200.015105074,4,15818974,4,5794000,1",
    by_rows: b"5802300,100,5794000,496",
    by_pitch: b"28800011AAK27GA0000DTS000100SH    0000619200Y",
    by_bitstamp: b"65595247,1430438404518,1430438404000,236.47,200000000,created,bid",
    by_binance: b'1723161253937085768 {"stream":"btcusdt@depth@100ms","data":{"s":"BTCUSDT","U":8,"u":9,"b":[["1.50","2.0"]],"a":[]}}',
}
TRADE = b'1723161254087896568 {"stream":"btcusdt@trade","data":{"s":"BTCUSDT","p":"61837.63000000","q":"0.02","m":true}}'
DAMAGED: list[tuple[Reader, bytes, str]] = [
    (by_lobster, b"", "1 fields, not 6"),
    (by_lobster, b"34200.015105074,4,15818974,4,5794000", "5 fields, not 6"),
    (by_lobster, b"34200.01510x074,4,15818974,4,5794000,1", "time is not a decimal number"),
    (by_lobster, b"99200.015105074,4,15818974,4,5794000,1", "time is not within a day"),
    (by_lobster, b"34200.015105074,6,15818974,4,5794000,1", "type '6' is not known"),
    (by_lobster, b"34200.015105074,4,0,4,5794000,1", "order id is 0"),
    (by_lobster, b"34200.015105074,4,15818974,-4,5794000,1", "size is not a whole number: '-4'"),
    (by_lobster, b"34200.015105074,4,15818974,0,5794000,1", "size or price is 0"),
    (by_lobster, b"34200.015105074,4,15818974,4,5794000.5,1", "price is not a whole number"),
    (by_lobster, b"34200.015105074,4,1581_8974,4,5794000,1", "order id is not a whole number"),
    (by_lobster, b"34200.015105074,4,15818974158189741,4,57940001581897415818,1", "price is not a whole number"),
    (by_lobster, b"34200.015105074,4,15818974,4,5794000,2", "direction is neither 1 nor -1"),
    (by_lobster, b"36000.5,7,0,0,5,-1", "a halt's price is none of -1, 0, 1"),
    (by_rows, b"5802300,100,5794000", "3 fields, not a multiple of 4"),
    (by_rows, b"5802300,100,5794000,", "size is not a whole number: ''"),
    (by_pitch, b"28800011ZAK27GA0000DTS000100SH    0000619200Y", "type 'Z' is not known"),
    (by_pitch, b"28800011", "type '' is not known"),
    (by_pitch, b"28800011AAK27GA0000DTS000100SH    0000619200", "44 characters, not the 45 of type A"),
    (by_pitch, b"2880001 AAK27GA0000DTS000100SH    0000619200Y", "time is not a whole number"),
    (by_pitch, b"98800011AAK27GA0000DTS000100SH    0000619200Y", "time is not within a day"),
    (by_pitch, b"28800011AAK27GA_000DTS000100SH    0000619200Y", "order id is not a number of base 36"),
    (by_pitch, b"28800011AAK27GA0000DTN000100SH    0000619200Y", "side is neither B nor S"),
    (by_pitch, b"28800011AAK27GA0000DTS000000SH    0000619200Y", "shares are 0"),
    (by_pitch, b"28800011AAK27GA0000DTS000100      0000619200Y", "symbol is missing"),
    (by_pitch, b"28800011AAK27GA0000DTS000100SH    00006192.0Y", "price is not a whole number"),
    (by_pitch, b"28800011AAK27GA0000DTS000100SH    0000000000Y", "price is 0"),
    (by_pitch, b"28800011XAK27GA0000DT0001x0", "shares is not a whole number"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.47,200000000,created", "6 fields, not 7"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.475,200000000,created,bid", "price has more than 2 decimals"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.47,0,created,bid", "created with volume 0"),
    (by_bitstamp, b"0,1430438404518,1430438404000,236.47,200000000,created,bid", "id or price is 0"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.47,1e8,created,bid", "volume is not a whole number"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.47,200000000,moved,bid", "action 'moved' is not known"),
    (by_bitstamp, b"65595247,1430438404518,1430438404000,236.47,200000000,created,buy", "direction is neither bid nor ask"),
    (by_binance, b'17231612 {"lastUpdateId":1}', "local time is not a whole number"),
    (by_binance, b'1723161253937085768 {"lastUpdateId":1', "truncated"),
    (by_binance, b'1723161253937085768 {"stream":"btcusdt@kline_1m","data":{}}', "stream 'btcusdt@kline_1m' is not known"),
    (by_binance, GOOD[by_binance].replace(b'"U":8', b'"U":"8"'), "Expected `int`, got `str`"),
    (by_binance, GOOD[by_binance].replace(b'"U":8', b'"U":18'), "updates 18 to 9 go backwards"),
    (by_binance, GOOD[by_binance].replace(b"BTCUSDT", b"ETHUSDT"), "symbol is ETHUSDT, not BTCUSDT"),
    (by_binance, GOOD[by_binance].replace(b"1.50", b"1.505"), "price has more than 2 decimals: '1.505'"),
    (by_binance, GOOD[by_binance].replace(b"2.0", b"-2.0"), "quantity is not a decimal number: '-2.0'"),
    (by_binance, GOOD[by_binance].replace(b"2.0", b"NaN"), "quantity is not a decimal number: 'NaN'"),
    (by_binance, TRADE.replace(b"0.02", b""), "quantity is not a decimal number: ''"),
    (by_binance, TRADE.replace(b"btcusdt@trade", b"btcusdt@bookTicker"), "missing required field"),
]


@pytest.mark.parametrize(("reader", "line", "what"), DAMAGED, ids=lambda value: getattr(value, "__name__", None))
def test_a_damaged_line_is_one_sentence_with_file_and_line(reader: Reader, line: bytes, what: str) -> None:
    good = GOOD[reader] + b"\n"
    number = 4 if reader is by_bitstamp else 3
    read = reader([good, good, line + b"\n", good])
    next(read), next(read)
    with pytest.raises(RecordingError) as caught:
        next(read)
    sentence = str(caught.value)
    assert sentence.startswith(f"the.csv, line {number}: ") and what in sentence and "\n" not in sentence
    assert list(read) == [], "it went on after a damaged line"


def test_a_table_without_its_headings() -> None:
    with pytest.raises(RecordingError, match=r"the\.csv, line 1: the headings are not 'id,timestamp"):
        bitstamp.messages([GOOD[by_bitstamp]], "the.csv", ONE)
    with pytest.raises(RecordingError, match="line 1"):
        bitstamp.messages([], "the.csv", ONE)


def test_a_fault_of_the_caller_is_not_a_fault_of_the_recording() -> None:
    """What is done with a line is not inside the reading of it."""
    read = parsed([b"1", b"2"], "the.csv", int)
    with pytest.raises(ValueError, match="the caller's") as caught:
        for _ in read:
            raise ValueError("the caller's")
    assert not isinstance(caught.value, RecordingError)


@pytest.mark.parametrize("text", [b"", b"-1", b"+1", b" 1", b"1_0", b"1.0", "\u0661".encode(), b"1" * 19])
def test_whole_numbers_are_digits_and_fit_the_journal(text: bytes) -> None:
    with pytest.raises(ValueError, match="size is not a whole number"):
        whole(text, "size")


@pytest.mark.parametrize(("text", "value"), [(b"1.5", 150), (b"1", 100), (b"0.07", 7), (b"1.2300", 123), (b"1.", 100)])
def test_decimal_numbers_become_units_exactly(text: bytes, value: int) -> None:
    assert units(text, 2, "price") == value


# DBN: records instead of lines --------------------------------------------------------------------------------------


def record(**other: Any) -> bytes:
    fields = dict(
        length=14, type=0xA0, publisher=1, instrument=5602, event=1, id=7, price=5214_000_000_000, size=3, flags=128, channel=0,
        action=b"A", side=b"B", received=1, delta=0, sequence=1,
    )
    return MBO.pack(*(fields | other).values())


def dbn(*records: bytes, version: int = 1, metadata: bytes = b"m" * 100) -> BytesIO:
    return BytesIO(struct.pack("<3sBI", b"DBN", version, len(metadata)) + metadata + b"".join(records))


@pytest.mark.parametrize(
    ("damaged", "what"),
    [
        (record()[:-1], "cut off after 55 of 56 bytes"),
        (record(type=1), "type 1 of 56 bytes is not a market-by-order record"),
        (record(length=13), "type 160 of 52 bytes"),
        (record(instrument=0), "instrument is 0"),
        (record(action=b"Q"), "action 'Q' is not known"),
        (record(side=b"N"), "action 'A' with side 'N'"),
        (record(size=0), "action 'A' with size 0"),
        (record(id=0), "order id 0 is out of range"),
        (record(id=(1 << 64) - 1), "is out of range"),
        (record(price=(1 << 63) - 1), "no price"),
        (record(price=5214_000_000_001), "price 5214000000001 is finer than 2 decimals"),
    ],
)
def test_a_damaged_record_is_one_sentence_with_its_number(damaged: bytes, what: str) -> None:
    read = dbn_mbo.messages(dbn(record(), damaged), "the.dbn", 2)
    next(read)
    with pytest.raises(RecordingError) as caught:
        next(read)
    assert str(caught.value).startswith("the.dbn, record 2: ") and what in str(caught.value)


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (BytesIO(b""), "the.dbn is not a DBN file"),
        (BytesIO(b"PK\3\4" + bytes(100)), "the.dbn is not a DBN file"),
        (dbn(version=9), "the.dbn is DBN version 9; versions 1 to 3 are read"),
        (BytesIO(dbn().getvalue()[:50]), "the.dbn is cut off within its metadata"),
        (BytesIO(b"DBN\1\xff\xff\xff\xff"), "the.dbn is cut off within its metadata"),
    ],
)
def test_what_is_not_a_dbn_file(file: BytesIO, what: str) -> None:
    with pytest.raises(RecordingError, match=what):
        list(dbn_mbo.messages(file, "the.dbn", 2))


# files --------------------------------------------------------------------------------------------------------------

TEXT = b"".join(b"line %d\n" % number for number in range(5_000))


def zipped() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("some_message_10.csv", TEXT)
        archive.writestr("some_orderbook_10.csv", b"other\n")
    return file.getvalue()


PACKED = {
    "t.csv": TEXT,
    "t.gz": gzip.compress(TEXT),
    "t.xz": lzma.compress(TEXT),
    "t.zst": b"".join(zstandard.ZstdCompressor(write_checksum=True).compress(part) for part in (TEXT[:999], TEXT[999:])),
    "t.zip": zipped(),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_recording_is_opened_by_its_ending(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(PACKED[name])
    with Recording(tmp_path / name, "message") as lines:
        assert b"".join(lines) == TEXT
    with Recording(tmp_path / name, "message") as file:
        assert file.read(20_000) == TEXT[:20_000]


@pytest.mark.parametrize("name", [name for name in PACKED if name != "t.csv"])
def test_a_broken_archive_is_one_sentence(name: str, tmp_path: Path) -> None:
    data = bytearray(PACKED[name])
    for at in range(len(data) // 3, len(data) // 3 + 40):
        data[at] ^= 0xFF
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RecordingError, match=f"cannot read recording .*{name}"), Recording(tmp_path / name, "message") as lines:
        list(lines)


@pytest.mark.parametrize("name", [name for name in PACKED if name != "t.csv"])
def test_an_archive_that_is_cut_off_is_one_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(PACKED[name][: len(PACKED[name]) // 2])
    with pytest.raises(RecordingError, match=f"cannot read recording .*{name}"), Recording(tmp_path / name, "message") as lines:
        list(lines)


def test_what_is_not_there_and_what_is_not_one(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="cannot read recording"), Recording(tmp_path / "t.csv"):
        pass
    (tmp_path / "t.zip").write_bytes(PACKED["t.zip"])
    with pytest.raises(RecordingError, match="holds 2 files"), Recording(tmp_path / "t.zip", "10.csv"):
        pass


def test_a_failure_in_the_callers_hands_stays_the_callers(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(TEXT)
    with pytest.raises(OSError, match="disk full"), Recording(tmp_path / "t.csv"):
        raise OSError("disk full")
