"""The log: whole JSON lines in a bounded file, and nothing kept after stop."""

import json
import logging
import threading
from datetime import datetime
from pathlib import Path

import pytest

from app import log

LINES = pytest.mark.expects_log


def lines(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / log.FILE_NAME).read_text(encoding="utf-8").splitlines()]


@LINES
def test_a_record_is_one_json_line(tmp_path: Path) -> None:
    stop = log.start("INFO", tmp_path / "deep" / "logs")
    logger = logging.getLogger("core.sequencer")
    logger.debug("below the level")
    logger.info("taken %d of %s\nsecond line, “quoted”", 3, "five")
    try:
        raise ValueError("odd lot")
    except ValueError:
        logger.exception("could not")
    stop()
    first, second = lines(tmp_path / "deep" / "logs")
    assert datetime.fromisoformat(first.pop("time")).utcoffset() is not None
    assert first == {
        "level": "INFO", "logger": "core.sequencer", "message": "taken 3 of five\nsecond line, “quoted”",
        "thread": threading.current_thread().name,
    }
    assert second["level"] == "ERROR" and second["error"].startswith("Traceback") and second["error"].endswith("ValueError: odd lot")


def test_a_library_is_not_in_our_log(tmp_path: Path) -> None:
    stop = log.start("DEBUG", tmp_path)
    logging.getLogger("qasync").warning("its own affair")
    logging.getLogger("widgets.tape").debug("ours")
    stop()
    assert [line["message"] for line in lines(tmp_path)] == ["ours"]


def test_stop_leaves_no_thread_and_no_handler(tmp_path: Path) -> None:
    threads, handlers = set(threading.enumerate()), {name: list(logging.getLogger(name).handlers) for name in log.OURS}
    stop = log.start("INFO", tmp_path)
    assert set(threading.enumerate()) - threads
    stop()
    assert set(threading.enumerate()) == threads
    for name in log.OURS:
        assert logging.getLogger(name).handlers == handlers[name] and logging.getLogger(name).propagate


def test_what_was_logged_before_stop_is_on_disk_after_it(tmp_path: Path) -> None:
    stop = log.start("INFO", tmp_path)
    for n in range(5_000):
        logging.getLogger("app.test").info("record %d", n)
    stop()
    assert [line["message"] for line in lines(tmp_path)] == [f"record {n}" for n in range(5_000)]


def test_the_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "FILE_BYTES", 10_000)
    stop = log.start("INFO", tmp_path)
    for n in range(1_000):
        logging.getLogger("app.test").info("record %d %s", n, "x" * 100)
    stop()
    files = sorted(tmp_path.iterdir())
    assert len(files) == log.FILES and all(path.stat().st_size <= 10_000 for path in files)
    assert lines(tmp_path)[-1]["message"].startswith("record 999 ")


def test_a_stalled_disk_never_stalls_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "WAITING_LIMIT", 100)
    disk = threading.Event()
    written = log.JsonLines.format

    def stalls(self: log.JsonLines, record: logging.LogRecord) -> str:
        disk.wait()
        return written(self, record)

    monkeypatch.setattr(log.JsonLines, "format", stalls)
    stop = log.start("INFO", tmp_path)
    for n in range(1_000):
        logging.getLogger("app.test").info("record %d", n)
    disk.set()
    stop()
    *kept, last = lines(tmp_path)
    assert 100 <= len(kept) <= 101
    assert last["message"] == f"{1_000 - len(kept)} log records were dropped: the disk was slower than the log"


def test_a_folder_that_cannot_be_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(log.LogError, match=r"cannot write logs to .*file.*: .*; choose another folder with --log-folder or --data"):
        log.start("INFO", tmp_path / "file")
    with pytest.raises(log.LogError):
        log.start("INFO", tmp_path / "file" / "below")
    (tmp_path / log.FILE_NAME).mkdir()
    with pytest.raises(log.LogError):
        log.start("INFO", tmp_path)
