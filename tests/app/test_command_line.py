"""The program as a person or a script starts it: real processes, real folders, one clear sentence for each wrong input."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.single_instance import lock
from app.which_core import present
from core.journal.latch import Latch
from core.journal.reader import segments
from tests.sessions import BUNDLED, ROOT


def run(*arguments: object, data: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *map(str, arguments), *(["--data", str(data)] if data else [])]
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=clean | environment, timeout=120, check=False)


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr + done.stdout
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


KEYS = {
    "mode", "session", "messages", "seconds", "messages_per_s", "own_orders", "fills", "trades", "diverged", "state_hash",
    "book_orders", "book_levels", "kill_switch", "compiled",
}


def test_a_headless_run_ends_with_one_json_object(tmp_path: Path) -> None:
    first, second = (run("--headless", "--speed", "max", "--json", data=tmp_path) for _ in range(2))
    said = json.loads(first.stdout)
    assert set(said) == KEYS and first.returncode == 0
    assert (said["messages"], said["trades"], said["diverged"]) == (24_418, 501, 0)
    assert said["compiled"] == present().compiled
    assert (said["book_orders"], said["book_levels"], said["kill_switch"]) == (66_833, 27_695, "released")
    assert json.loads(second.stdout)["state_hash"] == said["state_hash"]


def test_without_a_display_it_says_so_and_runs_headless(tmp_path: Path) -> None:
    done = run("--seconds", "2", data=tmp_path)
    assert done.returncode == 0 and "No display" in done.stderr
    assert "Playing BTC-USD" in done.stdout and "messages" in done.stdout and "State " in done.stdout


def test_sigterm_ends_a_run_cleanly(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "main.py", "--headless", "--data", str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.readline()
    child.send_signal(signal.SIGTERM)
    rest = child.stdout.read()
    assert child.wait(20) == 0 and "Played" in rest
    child.stdout.close()
    assert "Sound" in run("verify", data=tmp_path).stdout


def test_the_kill_command_reaches_a_running_terminal(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "main.py", "--headless", "--json", "--data", str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 20
    while not segments(tmp_path / "journal") and time.monotonic() < deadline:
        time.sleep(0.02)
    assert run("kill", "--source", "the test", data=tmp_path).returncode == 0
    time.sleep(0.5)
    child.send_signal(signal.SIGTERM)
    assert child.stdout is not None
    assert json.loads(child.stdout.read())["kill_switch"] == "engaged"
    assert child.wait(20) == 0
    child.stdout.close()
    latch = Latch(tmp_path / "kill.latch", False)
    assert latch.engaged and latch.source(latch.generation) == "the test"
    assert json.loads(run("--headless", "--speed", "max", "--json", data=tmp_path).stdout)["kill_switch"] == "engaged"


def test_a_shot_is_a_picture_of_the_real_window(tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    done = run("--shot", shot, "--seconds", "3", "--size", "1280x800", "--theme", "light", data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert shot.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n" and shot.stat().st_size > 40_000


def test_help_names_every_stable_option() -> None:
    done = run("--help")
    for option in ("--data", "--session", "--speed", "--headless", "--seconds", "--shot", "--size", "--theme", "--json", "kill", "verify"):
        assert option in done.stdout
    assert done.returncode == 0


def test_print_config_is_toml_that_can_be_read_back(tmp_path: Path) -> None:
    printed = run("--print-config", data=tmp_path)
    assert printed.returncode == 0
    (tmp_path / "quarterdeck.toml").write_text(printed.stdout)
    assert run("--print-config", data=tmp_path).returncode == 0


# bad input --------------------------------------------------------------------------------------------------------------


def test_an_unknown_option() -> None:
    refused(run("--fullscreen"), "--fullscreen")


@pytest.mark.parametrize("arguments", [("--speed", "fast"), ("--speed", "-1"), ("--size", "big"), ("--theme", "pink"), ("--seconds", "x")])
def test_a_bad_value(arguments: tuple[str, str], tmp_path: Path) -> None:
    refused(run("--headless", *arguments, data=tmp_path), arguments[0], arguments[1])


def test_a_bad_configuration_file_names_line_and_key(tmp_path: Path) -> None:
    (tmp_path / "quarterdeck.toml").write_text('theme = "dark"\nsped = 2\n')
    refused(run("--headless", data=tmp_path), "quarterdeck.toml", "2", "sped")


def test_a_limit_that_the_instrument_cannot_hold(tmp_path: Path) -> None:
    refused(run("--headless", "--max-order-value", "999999999999", data=tmp_path), "max_order_value", "BTC-USD")


def test_a_kill_without_a_data_folder_says_that_nothing_was_stopped(tmp_path: Path) -> None:
    refused(run("kill", data=tmp_path / "typo"), "nothing was stopped", "typo")


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    done = run("--shot", tmp_path / "nowhere" / "x.png", "--seconds", "1", data=tmp_path)
    assert done.returncode == 2 and "nowhere" in done.stderr and "Traceback" not in done.stderr


def test_an_unknown_session(tmp_path: Path) -> None:
    refused(run("--headless", "--session", "nowhere", data=tmp_path), "nowhere", "coinbase-btcusd-2018-07-13")


@pytest.mark.parametrize("content", [b"", b"hello", BUNDLED.read_bytes()[:4000], BUNDLED.read_bytes()[:-1]])
def test_a_truncated_or_foreign_session_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.tape"
    path.write_bytes(content)
    refused(run("--headless", "--session", path, data=tmp_path / "data"), "broken.tape")


def test_a_second_instance(tmp_path: Path) -> None:
    held = lock(tmp_path)
    refused(run("--headless", data=tmp_path), str(tmp_path), "in use")
    held.close()


def test_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    refused(run("--headless", data=tmp_path / "file"), str(tmp_path / "file"))


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="needs a folder that even root cannot write: Linux has /sys")
def test_a_read_only_data_folder() -> None:
    refused(run("--headless", data=Path("/sys/quarterdeck")), "/sys/quarterdeck", "--data")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting a small disk needs root on Linux")
@pytest.mark.parametrize("size", ["16k", "1m", "3m"])
def test_a_disk_that_is_really_full(tmp_path: Path, size: str) -> None:
    """16k: full before the opening book; 1m: in it; 3m: in mid-session, with room for neither journal nor log."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(tmp_path)], check=False).returncode:
        pytest.skip("this container may not mount a small disk")
    try:
        done = run("--headless", "--speed", "max", "--json", data=tmp_path)
        refused(done, "No space left on device", "free some disk space")
        assert json.loads(done.stdout)["kill_switch"] == "engaged"
        assert "Sound" in run("verify", data=tmp_path).stdout or size == "16k"
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_damaged_journal_is_refused_and_verify_exits_3(tmp_path: Path) -> None:
    assert run("--headless", "--speed", "max", "--json", data=tmp_path).returncode == 0
    path = segments(tmp_path / "journal")[0]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    refused(run("--headless", data=tmp_path), path.name, "damaged at byte")
    done = run("verify", data=tmp_path)
    assert done.returncode == 3 and path.name in done.stderr


def test_verify_without_a_journal(tmp_path: Path) -> None:
    refused(run("verify", data=tmp_path), "no journal")

WITHOUT_FONTS = """
import sys
from pathlib import Path
from app import theme
damaged = Path(sys.argv[2]) / "damaged.otf"
damaged.parent.mkdir()
damaged.write_bytes(b"OTTO but no font")
theme.FONTS = (*theme.FONTS, "none.otf", str(damaged))
from app.start import main
sys.exit(main(sys.argv[1:]))
"""


def test_missing_and_damaged_fonts_are_told_once_and_logged(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-c", WITHOUT_FONTS, "--data", str(data), "--shot", str(tmp_path / "now.png"), "--seconds", "0.5"]
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=clean, timeout=120, check=False)
    assert done.returncode == 0, done
    said = "".join(path.read_text() for path in (data / "logs").iterdir())
    assert said.count('"message":"Fonts that could not be loaded: none.otf, ') == 1 and "damaged.otf. Another is used" in said
