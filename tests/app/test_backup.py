"""A backup taken while running, brought back on an empty machine, goes on where it was taken."""

import json
import shutil
import stat
import time
from pathlib import Path

import pytest

from app.start import main
from core.domain.enums import Side
from core.domain.roles import Role
from core.edge.accounts import Accounts, Outcome
from core.journal.compress import compress
from core.journal.reader import segments
from core.messages.events import OrderWorking
from tests.app.test_assembly import BID, LOT, Watch, run
from tests.sessions import assemble, limit


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main([*arguments, "--core", "plain"])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def test_taken_while_running_it_goes_on_with_every_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    live, copy, new = (str(tmp_path / name) for name in ("live", "copy", "new"))
    assembly = assemble(tmp_path / "live", speed_milli=20_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("early", Side.BUY, BID - 5_000, LOT))
    watch.event(OrderWorking)
    assert said(capsys, "backup", copy, "--data", live)[0] == 0
    assembly.core.submit(limit("late", Side.BUY, BID - 6_000, LOT))
    watch.events(OrderWorking, 2)
    code, words = said(capsys, "backup", copy, "--data", live)
    assert code == 0 and "entries verified" in words
    assert assembly.stop("test")
    assert said(capsys, "restore", copy, "--data", new)[0] == 0
    assert said(capsys, "verify", "--data", new)[0] == 0
    again = assemble(tmp_path / "new")
    assert again.resumed and again.torn is None
    assert sorted(order.client_order_id for order in again.engine.state.oms.open.values()) == ["early", "late"]
    assert again.stop("test")


def test_the_accounts_come_along_and_stay_their_owners(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    live, copy, new = (tmp_path / name for name in ("live", "copy", "new"))
    run(live)
    Accounts(live).add("omar", (Role.OPERATOR,), "correct horse battery", "test")
    assert said(capsys, "backup", str(copy), "--data", str(live))[0] == 0
    assert not [path for path in (copy / "objects").iterdir() if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert said(capsys, "restore", str(copy), "--data", str(new))[0] == 0
    assert stat.S_IMODE((new / "accounts.json").stat().st_mode) == 0o600
    assert Accounts(new).check("omar", "correct horse battery", "", 0).outcome is Outcome.IN
    # Accounts that are there are not written over, whatever else is missing.
    (tmp_path / "taken").mkdir()
    Accounts(tmp_path / "taken").add("tess", (Role.TRADER,), "another horse battery", "test")
    code, words = said(capsys, "restore", str(copy), "--data", str(tmp_path / "taken"))
    assert code == 2 and "has accounts already" in words and list(Accounts(tmp_path / "taken").by_name) == ["tess"]


def test_only_what_is_new_is_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "live")
    copy = str(tmp_path / "copy")
    assert "2 files copied" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]
    assert "0 files copied (0.0 MB), 2 were there already" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]
    run(tmp_path / "live")
    assert "1 files copied" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]


def test_a_backup_of_a_damaged_journal_leaves_the_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    live, copy = tmp_path / "live", tmp_path / "copy"
    run(live)
    run(live)
    assert said(capsys, "backup", str(copy), "--data", str(live))[0] == 0
    compressed = compress(segments(live / "journal")[0])
    good = compressed.read_bytes()
    compressed.write_bytes(good[:50_000] + bytes([good[50_000] ^ 1]) + good[50_001:])
    code, words = said(capsys, "backup", str(copy), "--data", str(live))
    assert code == 3 and "is damaged at byte" in words and "is as it was" in words
    assert said(capsys, "restore", str(copy), "--data", str(tmp_path / "new"))[0] == 0
    compressed.write_bytes(good)
    assert said(capsys, "backup", str(copy), "--data", str(live))[0] == 0
    assert sorted(path.name for path in copy.iterdir()) == ["backup.json", "lock", "objects"]
    assert len(list((copy / "objects").iterdir())) == len(json.loads((copy / "backup.json").read_text())["files"])


def test_nothing_else_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another data folder, the backup of another desk, and one that holds more than is there now."""
    for name in ("live", "other"):
        run(tmp_path / name)
    shutil.copytree(tmp_path / "live", tmp_path / "shorter")
    before = {path: path.read_bytes() for path in (tmp_path / "other").rglob("*") if path.is_file()}
    code, words = said(capsys, "backup", str(tmp_path / "other"), "--data", str(tmp_path / "live"))
    assert code == 2 and "is not a finished backup" in words
    assert {path: path.read_bytes() for path in (tmp_path / "other").rglob("*") if path.is_file()} == before
    copy = str(tmp_path / "copy")
    run(tmp_path / "live")
    assert said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[0] == 0
    for name in ("other", "shorter"):
        code, words = said(capsys, "backup", copy, "--data", str(tmp_path / name))
        assert code == 2 and "another journal, or of a longer one" in words
    assert said(capsys, "restore", copy, "--data", str(tmp_path / "new"))[0] == 0


def test_a_damaged_backup_is_refused_and_what_was_half_restored_does_not_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live, copy, new = tmp_path / "live", tmp_path / "copy", str(tmp_path / "new")
    run(live)
    assert said(capsys, "backup", str(copy), "--data", str(live))[0] == 0
    path = max((copy / "objects").iterdir(), key=lambda one: one.stat().st_size)
    good = path.read_bytes()
    path.write_bytes(good[:-1])
    code, words = said(capsys, "restore", str(copy), "--data", new)
    assert code == 2 and "the backup itself is damaged" in words
    code, words = said(capsys, "--headless", "--data", new)
    assert code == 2 and "was not finished: run it again" in words
    path.write_bytes(good)
    assert said(capsys, "restore", str(copy), "--data", new)[0] == 0
    assert said(capsys, "--headless", "--speed", "max", "--data", new)[0] == 0


@pytest.mark.parametrize("manifest", [
    b"", b"[]", b"{}", b'{"made":"","files":{"x":1},"head":{}}',
    b'{"made":"","files":{},"head":{"seq":1,"segment":"","offset":0,"chain":"xyz"}}',
    b'{"made":"","files":{"../evil":{"size":1,"sha256":"a"}},"head":{"seq":1,"segment":"","offset":0,"chain":""}}',
])
def test_a_manifest_that_is_none_of_ours_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], manifest: bytes) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "backup.json").write_bytes(manifest)
    code, words = said(capsys, "restore", str(tmp_path / "copy"), "--data", str(tmp_path / "new" / "data"))
    assert code == 2 and words.count("\n") == 1 and not (tmp_path / "new").exists()


@pytest.mark.parametrize(("arguments", "words"), [
    (("backup",), "say where to"),
    (("backup", "{data}/inside"), "inside the data folder itself"),
    (("restore",), "say where from"),
    (("restore", "{data}"), "not a finished backup"),
    (("backup", "/proc/nowhere"), "/proc/nowhere"),
])
def test_wrong_questions_get_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    run(tmp_path)
    code, said_words = said(capsys, *(one.format(data=tmp_path) for one in arguments), "--data", str(tmp_path))
    assert code == 2 and words in said_words and said_words.count("\n") == 1 and "Traceback" not in said_words


def test_a_restore_never_writes_over_a_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "live")
    assert said(capsys, "backup", str(tmp_path / "copy"), "--data", str(tmp_path / "live"))[0] == 0
    code, words = said(capsys, "restore", str(tmp_path / "copy"), "--data", str(tmp_path / "live"))
    assert code == 2 and "restore into an empty folder" in words
