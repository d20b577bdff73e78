"""The kill latch survives, is written from outside, and errs on the side of engaged."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.journal.latch import SIZE, Latch, LatchError
from tests.sessions import ROOT


def test_an_empty_folder_is_released(tmp_path: Path) -> None:
    assert not Latch(tmp_path / "kill.latch", missing_means_engaged=False).engaged


def test_a_missing_latch_beside_a_journal_is_engaged(tmp_path: Path) -> None:
    latch = Latch(tmp_path / "kill.latch", missing_means_engaged=True)
    assert latch.engaged and "missing" in latch.source(latch.generation)


def test_an_engagement_survives_and_says_who(tmp_path: Path) -> None:
    first = Latch(tmp_path / "kill.latch", False)
    assert first.engage("the risk officer") == 1
    first.close()
    again = Latch(tmp_path / "kill.latch", False)
    assert again.engaged and again.source(1) == "the risk officer"


def test_a_release_lifts_only_what_was_seen(tmp_path: Path) -> None:
    latch = Latch(tmp_path / "kill.latch", False)
    seen = latch.engage("first")
    latch.engage("second")
    latch.release(seen)
    assert latch.engaged
    latch.release(seen + 1)
    assert not latch.engaged


def test_another_process_engages_what_is_open_here(tmp_path: Path) -> None:
    path = tmp_path / "kill.latch"
    latch = Latch(path, False)
    code = "import sys; from pathlib import Path; from core.journal.latch import Latch; Latch(Path(sys.argv[1]), False).engage('outside')"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=ROOT)
    assert latch.generation == 1 and latch.source(1) == "outside"


def test_many_writers_lose_no_engagement(tmp_path: Path) -> None:
    path = tmp_path / "kill.latch"
    Latch(path, False).close()
    code = (
        "import sys; from pathlib import Path; from core.journal.latch import Latch\n"
        "latch = Latch(Path(sys.argv[1]), False)\nfor n in range(200): latch.engage(sys.argv[2])"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), name], cwd=ROOT) for name in ("a", "b", "c")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert Latch(path, False).generation == 600


@pytest.mark.parametrize("content", [b"", b"x" * SIZE, b"QDLATCH1"])
def test_a_foreign_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kill.latch"
    path.write_bytes(content)
    with pytest.raises(LatchError, match="kill latch"):
        Latch(path, False)
