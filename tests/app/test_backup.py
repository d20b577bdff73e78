"""A backup taken while running, brought back on an empty machine, goes on where it was taken."""

import time
from pathlib import Path

import pytest

from app.start import main
from core.domain.enums import Side
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
    watch.until(lambda e: sum(isinstance(x, OrderWorking) for y in watch.entries for x in y.events) == 2)
    code, words = said(capsys, "backup", copy, "--data", live)
    assert code == 0 and "entries verified" in words
    assert assembly.stop("test")
    assert said(capsys, "restore", copy, "--data", new)[0] == 0
    assert said(capsys, "verify", "--data", new)[0] == 0
    again = assemble(tmp_path / "new")
    assert again.resumed and again.torn is None
    assert sorted(order.client_order_id for order in again.engine.state.oms.open.values()) == ["early", "late"]
    assert again.stop("test")


def test_only_what_is_new_is_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "live")
    copy = str(tmp_path / "copy")
    assert "2 files copied" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]
    assert "0 files copied (0.0 MB), 2 were there already" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]
    run(tmp_path / "live")
    assert "1 files copied" in said(capsys, "backup", copy, "--data", str(tmp_path / "live"))[1]


def test_an_interrupted_backup_leaves_the_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The segment that grows was copied longer, the manifest is still the old one."""
    live = tmp_path / "live"
    run(live)
    whole = segments(live / "journal")[0].read_bytes()
    copy = str(tmp_path / "copy")
    assert said(capsys, "backup", copy, "--data", str(live))[0] == 0
    manifest = (tmp_path / "copy" / "backup.json").read_text()
    segments(tmp_path / "copy" / "journal")[0].write_bytes(whole + b"half of the next batch")
    assert (tmp_path / "copy" / "backup.json").read_text() == manifest
    assert said(capsys, "restore", copy, "--data", str(tmp_path / "new"))[0] == 0
    assert segments(tmp_path / "new" / "journal")[0].read_bytes() == whole


def test_a_damaged_source_and_a_damaged_backup_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    live, copy = tmp_path / "live", tmp_path / "copy"
    run(live)
    assert said(capsys, "backup", str(copy), "--data", str(live))[0] == 0
    for folder, arguments, code, words in (
        (copy, ("restore", str(copy), "--data", str(tmp_path / "new")), 2, "the backup itself is damaged"),
        (live, ("backup", str(tmp_path / "other"), "--data", str(live)), 3, "is damaged at byte"),
    ):
        path = segments(folder / "journal")[0]
        data = bytearray(path.read_bytes())
        data[10_000] ^= 1
        path.write_bytes(data)
        assert said(capsys, *arguments)[0] == code
        path.write_bytes(data)
        assert words in said(capsys, *arguments)[1]


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
