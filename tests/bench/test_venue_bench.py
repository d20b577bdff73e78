"""The venue's bench measures what it says: streams are read as written, trades are compared exactly. No test looks at a clock."""

import json
import subprocess
import sys
from array import array
from pathlib import Path

import numpy as np
import pytest

from tests.bench import venue_figures, venue_figures_inside, venue_inside
from tests.bench.venue import ROOT, run_inside
from tests.bench.venue_driver import Venue
from tests.bench.venue_peers import players
from tests.bench.venue_peers_installed import NEEDS_NEWER, PEERS, pinned, sections
from tests.bench.venue_stream import (
    ADD,
    BUY,
    CANCEL,
    FNV_OFFSET,
    HEADER,
    MODIFY,
    RECORD,
    SELL,
    NotAStream,
    Row,
    Stream,
    Tally,
    Trade,
    fnv,
)
from tests.bench.venue_table import expected_trades, verdict

ROWS: list[Row] = [
    (ADD, SELL, 1, 100_101, 5),
    (ADD, SELL, 2, 100_101, 7),
    (ADD, BUY, 3, 100_101, 8),
    (ADD, SELL, 4, 100_103, 6),
    (MODIFY, SELL, 2, 100_102, 9),
    (ADD, BUY, 5, 100_099, 4),
    (CANCEL, SELL, 4, 0, 0),
    (MODIFY, BUY, 5, 100_102, 3),
]
TRADES: list[Trade] = [(1, 3, 100_101, 5), (2, 3, 100_101, 3), (2, 5, 100_102, 3)]
"""By hand: 3 takes 5 of 1 and 3 of 2; 2, with 4 open, moves to 9 at 100,102; 5 moves up and takes 3 of them."""


def written(path: Path, rows: list[Row], magic: bytes = b"MEWL", version: int = 1, announced: int | None = None) -> Path:
    head = HEADER.pack(magic, version, len(rows) if announced is None else announced, 7)
    path.write_bytes(head + b"".join(RECORD.pack(*row) for row in rows))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return written(tmp_path / "small.bin", ROWS)


@pytest.fixture(scope="module")
def generated(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """20,000 operations from the neutral generator, with the trades that its oracle made."""
    made = tmp_path_factory.mktemp("stream") / "normal"
    command = [sys.executable, "-B", str(shared / "bench" / "workload.py"), "--ops", "20000", "--preset", "normal", "--out", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    return made


def played(path: Path, chunk: int = 3) -> list[Trade]:
    venue, trades = Venue(), []
    for rows in Stream(path).chunks(chunk=chunk):
        venue.play(venue.prepare(rows))
        trades += venue.drain()
    return trades


# the stream -------------------------------------------------------------------------------------------------------------


def test_record_is_sixteen_bytes_little_endian(tmp_path):
    path = tmp_path / "one.bin"
    head, record = [1, 0, 0, 0, 1, 0, 0, 0, 23, 0, 0, 0], [2, 1, 0, 0, 5, 1, 0, 0, 254, 255, 255, 255, 9, 0, 0, 0]
    path.write_bytes(b"MEWL" + bytes(head + record))
    stream = Stream(path)
    assert (stream.ops, stream.seed) == (1, 23)
    assert list(stream.chunks()) == [[(MODIFY, SELL, 261, -2, 9)]]


def test_chunks_are_the_stream_in_order_and_stop_where_told(small):
    stream = Stream(small)
    assert [len(rows) for rows in stream.chunks(chunk=3)] == [3, 3, 2]
    assert [row for rows in stream.chunks(chunk=3) for row in rows] == ROWS
    assert [row for rows in stream.chunks(5, chunk=3) for row in rows] == ROWS[:5]
    assert [row for rows in stream.chunks(99) for row in rows] == ROWS


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (dict(magic=b"MEWX"), "not an order stream"),
        (dict(version=2), "version 2"),
        (dict(announced=9), "9 operations announced"),
    ],
)
def test_what_is_no_stream_is_refused_with_the_file_named(tmp_path, spoil, sentence):
    path = written(tmp_path / "spoilt.bin", ROWS, **spoil)
    with pytest.raises(NotAStream, match=sentence) as refused:
        Stream(path)
    assert str(path) in str(refused.value)


def test_missing_and_empty_files_are_refused(tmp_path):
    with pytest.raises(NotAStream, match="No such file"):
        Stream(tmp_path / "none.bin")
    (tmp_path / "empty.bin").touch()
    with pytest.raises(NotAStream, match="not an order stream"):
        Stream(tmp_path / "empty.bin")


# the fingerprint --------------------------------------------------------------------------------------------------------


def test_fnv_is_the_published_one():
    """Vectors of FNV-1a-64 for "", "a" and "foobar": a value below 256 as one word is what a byte is there."""
    assert fnv(FNV_OFFSET) == 0xCBF29CE484222325
    assert fnv(FNV_OFFSET, *b"a") == 0xAF63DC4C8601EC8C
    assert fnv(FNV_OFFSET, *b"foobar") == 0x85944171F73967E8


def test_a_value_is_one_word_of_64_bits():
    """By hand: offset xor 2**64 - 1 = 340d631b7bdddcda; times 2**40 is dddcda << 40, times 1b3 is added, all mod 2**64."""
    by_hand = ((0xDDDCDA << 40) + 0x340D631B7BDDDCDA * 0x1B3) % 2**64
    assert fnv(FNV_OFFSET, -1) == fnv(FNV_OFFSET, 2**64 - 1) == by_hand
    assert fnv(FNV_OFFSET, 256) != fnv(FNV_OFFSET, 0, 1)


def test_tally_folds_in_pieces_as_at_once_and_tells_a_wrong_price_from_a_wrong_match():
    whole, pieces, dearer, swapped = Tally(keeps=True), Tally(), Tally(), Tally()
    whole.add(TRADES)
    for trade in TRADES:
        pieces.add([trade])
    dearer.add((maker, taker, price + 1, qty) for maker, taker, price, qty in TRADES)
    swapped.add((taker, maker, price, qty) for maker, taker, price, qty in TRADES)
    assert (whole.count, whole.qty) == (3, 11)
    assert whole.kept == array("q", [value for trade in TRADES for value in trade])
    assert (pieces.hash, pieces.pairs) == (whole.hash, whole.pairs)
    assert dearer.pairs == whole.pairs and dearer.hash != whole.hash
    assert swapped.pairs != whole.pairs


# the venue plays it -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_small_stream_trades_as_by_hand(small, chunk):
    assert played(small, chunk) == TRADES


def test_clocked_pass_makes_the_same_trades_and_one_reading_an_operation(small):
    venue, taken = Venue(), array("q")
    venue.play_clocked(venue.prepare(ROWS), taken)
    assert venue.drain() == TRADES
    assert len(taken) == len(ROWS)


def test_a_stream_can_be_played_again_with_other_ids(small):
    venue = Venue()
    for first_id in (0, 100):
        venue.play(venue.prepare(ROWS, first_id))
        assert [(maker - first_id, taker - first_id, price, qty) for maker, taker, price, qty in venue.drain()] == TRADES
        assert venue.live() == [2 + first_id]
        venue.cancel_all()
        assert venue.live() == []


def test_every_trade_is_the_oracles(generated):
    expected = np.load(generated.with_suffix(".trades.npy"))
    assert len(expected) > 1_000
    assert played(generated.with_suffix(".bin"), 1_000) == [tuple(trade) for trade in expected.tolist()]


def test_command_says_what_the_generator_says(generated):
    told = json.loads(generated.with_suffix(".json").read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "tests.bench.venue", str(generated.with_suffix(".bin")), "--json", "--plain"]
    said = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    assert [said[key] for key in ("ops", "trades", "traded_qty", "trades_fnv")] == [
        told[key] for key in ("ops", "trades", "traded_qty", "trades_fnv")
    ]
    assert said["compiled"] is False
    assert 0 < said["p50_us"] <= said["p99_us"] <= said["p999_us"] <= said["max_us"]
    assert said["ops_per_s"] > 0 and said["rss_mb"] > 0


@pytest.mark.parametrize("options", [(), ("--levels",)])
def test_a_pass_writes_its_trades_whatever_feeds_it_tells(small, tmp_path, options):
    path = tmp_path / "trades"
    said = run_inside("plain", "stream", str(small), "--throughput-only", "--trades", str(path), *options)
    assert path.read_bytes() == array("q", [value for trade in TRADES for value in trade]).tobytes()
    assert (said["trades"], said["traded_qty"]) == (3, 11)
    assert "p50_us" not in said


def test_oracle_as_a_player_makes_its_own_trades(generated):
    oracle, trades = players()["oracle"](), []
    for rows in Stream(generated.with_suffix(".bin")).chunks(chunk=1_000):
        oracle.play(oracle.prepare(rows))
        trades += oracle.drain()
    assert trades == [tuple(trade) for trade in np.load(generated.with_suffix(".trades.npy")).tolist()]


def test_command_refuses_another_file_with_one_sentence():
    command = [sys.executable, "-m", "tests.bench.venue", "Makefile"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "not an order stream" in done.stderr


# figures and table ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "arguments"),
    [
        ("pauses", ("STREAM", "100", "opening")),
        ("pauses", ("STREAM", "100", "grown")),
        ("four-books", ("STREAM",)),
        ("flat", ("STREAM", "2")),
        ("bytes", ("1000",)),
        ("sequencer", ("STREAM", "8", "kept")),
        ("sequencer", ("STREAM", "8", "encoded")),
        ("own-orders", ("10", "apart")),
        ("own-orders", ("10", "trade")),
        ("participants", ("10",)),
        ("day", ("24", "traced")),
        ("auction", ("100",)),
    ],
)
def test_figure_runs(figure, arguments, small):
    """In a process of its own, as it is taken: a figure freezes the collector's view of what stands."""
    said = run_inside("plain", figure, *(str(small) if one == "STREAM" else one for one in arguments))
    if figure == "pauses":
        trades = Tally()
        trades.add(TRADES)
        assert (said["trades_fnv"], said["live"]) == (f"{trades.hash:016x}", 101)
    elif figure == "four-books":
        assert said["live"] == [1, 1, 1, 1]
    elif figure == "bytes":
        assert said["live"] == 1_000
    elif figure == "flat":
        assert len(said["rss_mb"]) == 2
    elif figure in ("own-orders", "participants"):
        assert said["trades"] == (0 if "apart" in arguments else 5)
    elif figure == "day":
        assert (said["open"], said["closed"]) == (12, 12)
    assert said.get("compiled", False) is False


def test_standing_orders_do_not_trade():
    venue = Venue()
    for rows in venue_figures_inside.standing(2_001):
        venue.play(venue.prepare(rows))
    assert venue.drain() == []
    assert sorted(venue.live()) == list(range(1, 2_002))


def test_every_figure_has_a_name_on_the_command_line():
    assert set(venue_figures_inside.FIGURES) <= set(venue_figures.FIGURES)


def test_quantiles_are_by_nearest_rank():
    assert venue_inside.quantiles(array("q", range(1_000, 0, -1))) == {"p50_us": 0.5, "p99_us": 0.99, "p999_us": 1.0, "max_us": 1.0}


def test_expected_trades_are_read_without_numpy(tmp_path):
    np.save(tmp_path / "trades.npy", np.array(TRADES, dtype=np.int64))
    assert expected_trades(tmp_path / "trades.npy") == array("q", [value for trade in TRADES for value in trade]).tobytes()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "right"),
        ({"ops": 9}, "right (its first 9 operations)"),
        ({"trades_fnv": "b"}, "PRICES WRONG, pairs and quantities right"),
        ({"trades_fnv": "b", "pairs_fnv": "b"}, "not told one by one; lots in sum right"),
        ({"trades_fnv": "b", "pairs_fnv": "b", "traded_qty": 2}, "WRONG"),
    ],
)
def test_verdict_on_trades(changed, said):
    yardstick = {"ops": 1_000_000, "trades_fnv": "a", "pairs_fnv": "a", "traded_qty": 1}
    assert verdict(yardstick | changed, yardstick) == said


def test_every_peer_is_pinned_with_hashes_where_its_python_looks():
    text = PEERS.read_text(encoding="utf-8")
    found = sections(text)
    assert set(found) == {"3.11", "3.12"}
    for blocks in found.values():
        for block in blocks:
            first, *hashes = block.splitlines()
            assert "==" in first and hashes
            assert all(line.strip(" \\").startswith("--hash=sha256:") for line in hashes)
    for peer in set(players()) - {"oracle"}:
        section = found[NEEDS_NEWER.get(peer, "3.11")]
        assert any(block.startswith(f"{peer}=={pinned(text)[peer]}") for block in section), peer
