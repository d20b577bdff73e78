"""Between the log and its panel: the last lines of this run, kept in memory, given to the panel while it can be seen.

Invariants: keeping a line costs the thread that logs no wait and no drawing; a burst is one drawing; beyond the bound the oldest
go, and the file has them.
"""

import logging
import time
from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.log import OURS
from app.window import TerminalWindow
from widgets.log.model import LogLine
from widgets.log.view import LogView
from widgets.tongue import tr

KEPT = 5_000
"""Lines; chosen: some 2 MB, and more than anybody reads on a screen."""
PANEL = "log"


class LogPanel(QObject):
    came = Signal()

    def __init__(self, window: TerminalWindow, folder: Path) -> None:
        super().__init__(window)
        self._folder = folder
        self._views: list[LogView] = []
        self._told = False
        self.lines: deque[LogLine] = deque(maxlen=KEPT)
        self._handler = _Kept(self)
        for name in OURS:
            logging.getLogger(name).addHandler(self._handler)
        self.came.connect(self._show)
        window.docking.furnish(PANEL, self._furnish)

    def close(self) -> None:
        for name in OURS:
            logging.getLogger(name).removeHandler(self._handler)

    def take(self, line: LogLine) -> None:
        """From any thread."""
        self.lines.append(line)
        if not self._told:
            self._told = True
            self.came.emit()

    def _furnish(self, view: LogView) -> None:
        self._views.append(view)
        view.destroyed.connect(lambda: self._views.remove(view))
        view.say_where(tr("The file: {folder}", folder=self._folder))
        view.shown.connect(lambda: view.give(tuple(self.lines)))

    def _show(self) -> None:
        self._told = False
        for view in self._views:
            if view.isVisible():
                view.give(tuple(self.lines))


class _Kept(logging.Handler):
    def __init__(self, panel: LogPanel) -> None:
        super().__init__()
        self._panel = panel

    def emit(self, record: logging.LogRecord) -> None:
        at = time.strftime("%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}"
        error = logging.Formatter().formatException(record.exc_info) if record.exc_info else record.exc_text or ""
        self._panel.take(LogLine(at, record.levelno, record.levelname, record.name, record.getMessage(), error))
