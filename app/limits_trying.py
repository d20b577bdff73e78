"""Between the limits time machine's panel and the process that plays recorded days again: one at a time, told as it goes, ended when asked.

Invariants: nothing of it runs in this process; it ends with the window, and with Cancel at once.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess

from app import which_core
from app.window import TerminalWindow
from widgets.limits_try.view import LimitsTryView
from widgets.tongue import tr

PANEL = "limits_try"
END_MS = 2_000
ROOT = Path(__file__).parents[1]


class LimitsTrying(QObject):
    def __init__(self, window: TerminalWindow, data: Path) -> None:
        super().__init__(window)
        self._data = data
        self._child: QProcess | None = None
        self._view: LimitsTryView | None = None
        self._rest = b""
        self._said = False
        window.docking.furnish(PANEL, self._furnish)

    @property
    def running(self) -> bool:
        return self._child is not None

    def close(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(END_MS)

    def _furnish(self, view: LimitsTryView) -> None:
        view.offer_folder(str(self._data))
        view.tried.connect(lambda file, folder: self._begin(view, file, folder))
        view.stopped.connect(self._stop)
        view.destroyed.connect(self._forget)

    def _begin(self, view: LimitsTryView, file: str, folder: str) -> None:
        self.close()
        self._view, self._rest, self._said = view, b"", False
        child = self._child = QProcess(self)
        child.setWorkingDirectory(str(ROOT))
        child.readyReadStandardOutput.connect(self._read)
        child.finished.connect(self._finished)
        child.errorOccurred.connect(self._failed)
        core = "compiled" if which_core.present().compiled else "plain"
        child.start(sys.executable, ["-m", "app.limits_try_start", core, file, folder])

    def _stop(self) -> None:
        if self._child is not None:
            self.close()
            self._give({"stopped": True})

    def _forget(self) -> None:
        self._view = None
        self.close()

    def _read(self) -> None:
        child = self._child
        if child is None:
            return
        *lines, self._rest = (self._rest + bytes(child.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._give(json.loads(line))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        child, self._child = self._child, None
        if child is not None and not self._said:
            last = bytes(child.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
            self._give({"wrong": [tr(
                "The process ended by itself: {last}.",
                last=last[-1] if last else tr("exit code {code}", code=code),
            )]})
        if child is not None:
            child.deleteLater()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._child is not None:
            self._child = None
            self._give({"wrong": [tr("The process could not be started.")]})

    def _give(self, told: dict[str, Any]) -> None:
        self._said = self._said or "done" in told or "wrong" in told
        if self._view is not None:
            self._view.give(told)
