"""The log: JSON lines in a bounded file, written by a thread of its own. For what the program does; what the desk decides is
in the journal.
"""

import contextlib
import logging
import logging.handlers
import queue
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

FILE_NAME = "quarterdeck.log"
FILE_BYTES = 10 << 20
FILES = 5
OURS = ("app", "core", "widgets")
WAITING_LIMIT = 10_000
"""Records kept while the disk stalls, some 5 MB; those beyond are counted, not kept."""


class LogError(Exception):
    """The log folder cannot be used; the text names it and the remedy."""


class JsonLines(logging.Formatter):
    """{"time", "level", "logger", "message", "thread", "error"?}; time is UTC with microseconds."""

    def format(self, record: logging.LogRecord) -> str:
        whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {
            "time": f"{whole}.{int(record.created % 1 * 1_000_000):06d}Z", "level": record.levelname, "logger": record.name,
            "message": record.getMessage(), "thread": record.threadName,
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        elif record.exc_text:
            line["error"] = record.exc_text
        return msgspec.json.encode(line).decode()


class _Queue(logging.handlers.QueueHandler):
    """Hands records over as they are: the writing thread formats them. Never waits: a full queue drops and counts."""

    def __init__(self, waiting: queue.SimpleQueue[logging.LogRecord]) -> None:
        super().__init__(waiting)
        self._waiting = waiting
        self.dropped = 0

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        return record

    def enqueue(self, record: logging.LogRecord) -> None:
        if self._waiting.qsize() < WAITING_LIMIT:
            self._waiting.put_nowait(record)
        else:
            self.dropped += 1


class _File(logging.handlers.RotatingFileHandler):
    """A log that cannot be written costs the log, nothing else: a full disk has been told by then, in words, on the screen."""

    def handleError(self, record: logging.LogRecord) -> None:
        return

    def close(self) -> None:
        with contextlib.suppress(OSError):
            super().close()


def start(level: str, folder: Path) -> Callable[[], None]:
    """Begins to log our loggers and returns what ends it. Raises LogError."""
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = _File(path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8")
    except OSError as error:
        raise LogError(f"cannot write logs to {folder}: {error.strerror}; choose another folder with --log-folder or --data") from error
    file.setFormatter(JsonLines())
    waiting: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    handler = _Queue(waiting)
    listener = logging.handlers.QueueListener(waiting, file)
    listener.start()
    loggers = [logging.getLogger(name) for name in OURS]
    for logger in loggers:
        logger.setLevel(level)
        logger.addHandler(handler)
        logger.propagate = False

    def stop() -> None:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = True
        listener.stop()
        if handler.dropped:
            text = f"{handler.dropped} log records were dropped: the disk was slower than the log"
            file.handle(logging.LogRecord(__name__, logging.WARNING, __file__, 0, text, None, None))
        file.close()

    return stop
