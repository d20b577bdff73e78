"""`main.py journal …` as a person and as a program use it, over journals of real runs."""

import csv
import json
import shutil
import struct
import time
from pathlib import Path

import msgspec
import pytest

from app.start import main
from core.domain.enums import Side, TimeInForce
from core.journal import record, snapshot
from core.journal.compress import compress
from core.journal.reader import segments
from core.messages.commands import CancelOrder
from core.messages.events import OrderCancelled, OrderFilled, OrderWorking
from core.messages.origin import Origin
from tests.app.test_assembly import BID, LOT, Watch, run
from tests.app.test_recovery import with_snapshot_at
from tests.sessions import assemble, limit

ENTRY = struct.pack("<HBB", record.MAGIC, record.VERSION, record.RecordType.ENTRY)
"""Begins the record of an entry."""


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([*map(str, arguments), "--core", "plain"])
    captured = capsys.readouterr()
    return code, captured.out, captured.err

ENTRIES = 200


@pytest.fixture(scope="module")
def traded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int]:
    """A run, the id of an order that was filled, and of one that was cancelled; the latter by a named decision."""
    folder = tmp_path_factory.mktemp("traded")
    assembly = assemble(folder, speed_milli=100_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID + 100, LOT // 100, TimeInForce.IOC))
    filled = watch.event(OrderFilled).order_id  # type: ignore[attr-defined]
    origin = Origin("ada", "desk 1", "mean reversion", "s-17", "decision-5")
    assembly.core.submit(msgspec.structs.replace(limit("b", Side.BUY, BID - 5_000, LOT), origin=origin))
    working = watch.until(lambda e: any(isinstance(x, OrderWorking) for x in e.events))
    assembly.core.submit(CancelOrder(working.seq))  # type: ignore[arg-type]
    watch.event(OrderCancelled)
    # A snapshot is to stand at entry 100, however quick the hands were.
    watch.until(lambda e: e.seq >= ENTRIES)
    assert assembly.stop("test")
    return folder, filled, working.seq


def test_verify_for_people_and_for_programs(traded: tuple[Path, int, int], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "journal", "verify", traded[0])
    assert code == 0 and out.startswith("Sound: ")
    for named in (traded[0], traded[0] / "journal"):
        code, out, _ = said(capsys, "journal", "verify", named, "--json")
        found = json.loads(out)
        assert code == 0 and found["ok"] and found["entries"] == found["last_seq"] and found["segments"] == 1
        assert found["bytes"] == segments(traded[0] / "journal")[0].stat().st_size
        assert len(found["head_hash"]) == len(found["state_hash"]) == 64 and found["torn"] is None
    assert said(capsys, "verify", "--data", traded[0])[1].split("State ")[1].strip() == found["state_hash"]


def test_verify_tells_a_torn_tail_and_exits_0(traded: tuple[Path, int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(traded[0], tmp_path / "d")
    path = segments(tmp_path / "d" / "journal")[0]
    path.write_bytes(path.read_bytes()[:-4096 - 100])
    code, out, _ = said(capsys, "journal", "verify", tmp_path / "d", "--json")
    found = json.loads(out)
    assert code == 0 and found["ok"] and found["torn"]["cut_bytes"] > 0 and found["torn"]["file"] == str(path)
    assert found["torn"]["missing"] > 0 and "were acknowledged are missing" in said(capsys, "verify", tmp_path / "d")[1]
    (tmp_path / "d" / "journal.head").unlink()
    assert json.loads(said(capsys, "journal", "verify", tmp_path / "d", "--json")[1])["torn"]["missing"] == 0


def test_verify_names_the_damage_and_exits_3(traded: tuple[Path, int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(traded[0], tmp_path / "d")
    path = segments(tmp_path / "d" / "journal")[0]
    data = bytearray(path.read_bytes())
    # Within what an entry says: in a record's header it would have another name.
    data[data.index(ENTRY, len(data) - 10_000) + record.HEADER.size] ^= 1
    path.write_bytes(data)
    code, out, err = said(capsys, "journal", "verify", tmp_path / "d", "--json")
    found = json.loads(out)
    assert code == 3 and not found["ok"] and found["file"] == str(path) and 0 < found["offset"] < len(data)
    assert found["seq"] > 0 and found["reason"] == "checksum" and found["expected"] != found["found"]
    assert str(path) in err and err.count("\n") == 1


def test_deep_verify_finds_a_snapshot_that_tells_another_story(
    traded: tuple[Path, int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(traded[0], tmp_path / "d")
    with_snapshot_at(tmp_path / "d", 100)
    code, out, _ = said(capsys, "journal", "verify", tmp_path / "d", "--deep")
    assert code == 0 and "the same state as the full replay" in out
    found = snapshot.read(snapshot.snapshots(tmp_path / "d" / "snapshots")[0])
    state = found.state()
    state.gate.limits.clear()
    snapshot.write(tmp_path / "d" / "snapshots", state, found.place, found.opened, found.applied)
    code, _, err = said(capsys, "journal", "verify", tmp_path / "d", "--deep")
    assert code == 3 and "a snapshot's state" in err


def test_show_follows_one_order(traded: tuple[Path, int, int], capsys: pytest.CaptureFixture[str]) -> None:
    folder, filled, cancelled = traded
    code, out, _ = said(capsys, "journal", "show", filled, folder)
    assert code == 0 and "PlaceOrder client_order_id=a" in out and "OrderFilled" in out and "person=demo" in out
    code, out, _ = said(capsys, "journal", "show", cancelled, "--data", folder)
    assert "OrderWorking" in out and "CancelOrder" in out and "OrderCancelled" in out and "client_order_id=a" not in out
    assert "person=ada desk=desk 1 strategy=mean reversion signal=s-17 correlation=decision-5" in out
    by_decision = said(capsys, "journal", "show", folder, "--correlation", "decision-5")
    assert by_decision[0] == 0 and by_decision[1] == out


def test_export_gives_every_entry_in_both_forms(traded: tuple[Path, int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, filled, _ = traded
    total = json.loads(said(capsys, "verify", folder, "--json")[1])["entries"]
    assert said(capsys, "journal", "export", tmp_path / "all.jsonl", folder)[0] == 0
    rows = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    assert [row["seq"] for row in rows] == list(range(1, total + 1))
    placed = rows[filled - 1]
    assert placed["message"]["kind"] == "PlaceOrder" and placed["message"]["side"] == "BUY" and placed["ours"]
    assert said(capsys, "journal", "export", tmp_path / "all.csv", folder)[0] == 0
    with (tmp_path / "all.csv").open(newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == sum(1 + len(row["events"]) for row in rows)
    assert any(row["kind"] == "OrderFilled" and row["order_id"] == str(filled) for row in table)
    assert len(said(capsys, "journal", "export", "-", folder)[1].splitlines()) == total


@pytest.mark.parametrize("compressed", [False, True])
def test_repair_copies_asks_and_cuts_before_the_damage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, compressed: bool
) -> None:
    data = tmp_path / "d"
    run(data)
    run(data)
    first = segments(data / "journal")[0]
    if compressed:
        first = compress(first)
    content = bytearray(first.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    first.write_bytes(content)
    monkeypatch.setattr("builtins.input", lambda question: "no")
    code, out, err = said(capsys, "journal", "repair", data)
    assert code == 2 and "is damaged at byte" in out and "nothing was changed" in err and first.read_bytes() == bytes(content)
    monkeypatch.setattr("builtins.input", lambda question: "REPAIR")
    code, out, _ = said(capsys, "journal", "repair", data)
    assert code == 0 and "copied the journal to" in out
    copies = list(data.glob("journal.before-repair-*"))
    assert len(copies) == 1 and (copies[0] / first.name).read_bytes() == bytes(content) and len(segments(copies[0])) == 2
    code, out, _ = said(capsys, "journal", "verify", data, "--json")
    found = json.loads(out)
    assert code == 0 and found["segments"] == 1 and found["entries"] > 0 and found["torn"]["missing"] > 0
    again = assemble(data)
    assert again.engine.state.kill.engaged and "acknowledged entries are missing" in again.engine.state.kill.source
    assert again.stop("test")
    assert "nothing to repair" in said(capsys, "journal", "repair", data)[1]


@pytest.mark.parametrize(("arguments", "words"), [
    (("journal",), "say what to do with the journal"),
    (("journal", "burn"), "say what to do with the journal"),
    (("journal", "show"), "say what to follow"),
    (("journal", "show", "999999999"), "nothing in"),
    (("journal", "export"), "say where to"),
    (("journal", "export", "file.xls"), "say where to"),
    (("journal", "export", "/nowhere/at/all.csv"), "/nowhere/at/all.csv"),
    (("journal", "verify", "/nowhere"), "no journal in"),
    (("kill", "now"), "means nothing"),
])
def test_wrong_questions_get_one_sentence(
    traded: tuple[Path, int, int], capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = said(capsys, *arguments, "--data", traded[0])
    assert code == 2 and words in err and err.count("\n") == 1 and not out
