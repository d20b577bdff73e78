"""What happens when part of the window raises: one sheet that can be dismissed, a report to copy, the log; the core goes on.

Invariants: a hundred exceptions are one sheet with a count; what was dismissed stays dismissed, and something new is told; the
report holds no password and nothing of the journal; reporting never raises itself.
"""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, qVersion
from PySide6.QtWidgets import QApplication

from app.window import TerminalWindow
from widgets.offer import Choice, Question
from widgets.tongue import english, told

log = logging.getLogger(__name__)
KEY = "crash"
MOST_REPORTED = 20
"""Different failures that a report holds; chosen: the first ones tell what happened."""


class CrashSheet(QObject):
    """Takes over sys.excepthook and threading.excepthook until close(). facts: lines for the report: version, core, data folder."""

    def __init__(self, window: TerminalWindow, facts: tuple[str, ...]) -> None:
        super().__init__(window)
        self._window, self._facts = window, facts
        self._failures: dict[str, int] = {}
        self._told: list[str] = []
        self._dismissed: set[str] = set()
        """What failed before the sheet was taken away: a panel that fails each time it is painted does not bring it back."""
        self._kept = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread

    def close(self) -> None:
        sys.excepthook, threading.excepthook = self._kept

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        first = text not in self._failures
        if first and len(self._failures) < MOST_REPORTED:
            self._failures[text] = 0
        if text in self._failures:
            self._failures[text] += 1
        if first:
            log.error("the window raised: %s", text)
        if text in self._dismissed or (self._dismissed and text not in self._failures):
            return
        self._told = [f"{kind.__name__}: {error}"[:200]]
        # The sheet is shown by the window's thread: what raised may be another one.
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def _on_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            # Dismissed since it was sent: nothing is left to tell.
            if self._told:
                self._show()
            return True
        return super().event(event)

    def report(self) -> str:
        counted = (f"{count} x\n{text}" for text, count in self._failures.items())
        system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"
        return "\n".join([*map(english, self._facts), system, "", *counted])

    def _show(self) -> None:
        count = sum(self._failures.values())
        times = "" if count == 1 else told(" ({count} times)", count=count)
        self._window.offers.ask(Question(
            KEY, told("Part of the window failed{times}: {told}", times=times, told="; ".join(self._told)),
            told("The core goes on: orders, limits and the stop button are not touched by this. The log has the details."),
            (
                Choice("copy", told("Copy report"), told("Versions and what failed, to the clipboard"), stays=True),
                Choice("dismiss", told("Dismiss"), told("Take this sheet away (Esc)")),
            ),
            self._on_answer, "critical",
        ))

    def _on_answer(self, choice: str, typed: str) -> None:
        if choice == "copy":
            QApplication.clipboard().setText(self.report())
        else:
            self._dismissed.update(self._failures)
            self._told = []
