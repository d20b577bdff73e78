"""A tape is read whole or refused with one sentence that names the file and the remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.edge.recorded_feed import RecordedFeed
from core.edge.tape_file import RecordedTrade, Tape, TapeError, TapeHead, write
from core.messages.flow import FlowLimit, ListInstrument
from tests.sessions import BUNDLED, bundled

HEAD = TapeHead("x", "X", "V", "test", "MIT", 1_000, 2_000, 2, 1)
RECORDS = [
    (0, ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1)),
    (5, FlowLimit(1, -1, 0, 5, 100)),  # type: ignore[arg-type]
    (9, RecordedTrade(1, -1, -2, 100, 5)),
    (9, FlowLimit(1, -2, 1, 5, 100)),  # type: ignore[arg-type]
]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "x.tape", HEAD, RECORDS)
    tape = Tape(tmp_path / "x.tape")
    assert tape.head == HEAD and tape.records == 4
    assert list(tape.play()) == [(1_000 + offset, record) for offset, record in RECORDS]


def test_the_feed_gives_flow_and_keeps_recorded_trades_out(tmp_path: Path) -> None:
    write(tmp_path / "x.tape", HEAD, RECORDS)
    recorded: list[RecordedTrade] = []
    feed = RecordedFeed(Tape(tmp_path / "x.tape"), recorded.append)
    assert [type(message) for message in feed.opening] == [ListInstrument]
    assert feed.next_at == 1_005 and feed.pull() == RECORDS[1][1]
    assert recorded == [RECORDS[2][1]]
    assert feed.next_at == 1_009 and feed.pull() == RECORDS[3][1]
    assert feed.next_at == -1 and feed.played == 2


@pytest.mark.parametrize("cut", [0, 3, 8, 12, 500, 100_000, -1, -40])
def test_a_truncated_tape(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.tape"
    path.write_bytes(BUNDLED.read_bytes()[:cut])
    with pytest.raises(TapeError, match=r"cut\.tape"):
        Tape(path)


CORRUPT: list[Callable[[bytes], bytes]] = [
    lambda data: data[:1000] + bytes([data[1000] ^ 1]) + data[1001:],
    lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
    lambda data: b"PK\3\4" + data[4:],
    lambda data: data + b"more",
]


@pytest.mark.parametrize("change", CORRUPT)
def test_a_corrupt_or_foreign_tape(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "bad.tape"
    path.write_bytes(change(BUNDLED.read_bytes()))
    with pytest.raises(TapeError, match=r"bad\.tape"):
        Tape(path)


def test_a_missing_tape(tmp_path: Path) -> None:
    with pytest.raises(TapeError, match="No such file"):
        Tape(tmp_path / "none.tape")


def test_the_bundled_tape_says_what_it_is() -> None:
    head = bundled().head
    assert head.licence == "MIT" and head.trades == 501 and head.last_at - head.first_at == 580_307_000_000
