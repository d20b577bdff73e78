"""The window's side of being watched: its heartbeat, and the watchdog process with a stop button of its own.

Invariants: the beat comes from the window's own event loop, so it stops when the window does; the watchdog lives on when
this process dies, and knows it by the end of its standard input. Without a screen to show it on there is no watchdog.
"""

import contextlib
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication

from app.heartbeat import Heartbeat
from app.language import meant
from app.settings import Settings
from app.window import TerminalWindow
from widgets.tongue import mark, told

log = logging.getLogger(__name__)
ROOT = Path(__file__).parents[1]
BEAT_MS = 250
LATE_MS = 2_000
UNSEEN = ("offscreen", "minimal")
GONE = mark("The watchdog has ended: its stop button is gone until the next start. The one here works.")


class Watching:
    """told: takes a sentence for the operator."""

    def __init__(self, settings: Settings, heartbeat: Heartbeat, told: Callable[[str], object]) -> None:
        self._settings, self._language, self._theme = settings, settings.language, settings.theme
        self._seen = self._said = QRect()
        """Where the window stood at the last beat; where the watchdog knows it to be."""
        self._heartbeat = heartbeat
        self._told = told
        self._process: subprocess.Popen[bytes] | None = None
        self._around: Callable[[], QRect] = QRect
        self._late = QTimer()
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._begin)
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self, window: TerminalWindow) -> None:
        """The window is shown: from its first turn on it beats, and what changes of its theme and place the watchdog hears."""
        self._around, self._theme = window.geometry, window.theme.name
        window.theme_changed.connect(lambda theme: self.paint(theme.name))
        self._timer.start()
        self._late.start()

    def watch(self) -> None:
        """The first picture is drawn, so the window is where it will be. One that draws none is watched all the more, a little later."""
        if self._late.isActive():
            self._late.stop()
            self._begin()

    def _begin(self) -> None:
        wanted = self._settings.watchdog == "on" and not self._settings.shot
        if wanted and QGuiApplication.platformName() not in UNSEEN:
            try:
                self._process = self._started(self._around())
            except OSError as error:
                log.warning("no watchdog: %s", error)
                self._told(told(
                    "The watchdog could not be started ({strerror}): its stop button is missing.",
                    strerror=error.strerror or error,
                ))

    def speak(self, language: str) -> None:
        """The watchdog's windows speak it, too."""
        self._language = language
        self._tell(f"language {meant(language)}")

    def paint(self, theme: str) -> None:
        """The watchdog's windows have its colours, too."""
        self._theme = theme
        self._tell(f"theme {theme}")

    def _tell(self, line: str) -> bool:
        """Whether it went into the pipe. One that nobody empties takes no more, and nothing waits for it."""
        if self._process is None or self._process.stdin is None:
            return False
        try:
            return bool(self._process.stdin.write(f"{line}\n".encode("ascii")))
        except (OSError, ValueError):
            return False

    def _tell_place(self) -> None:
        """Once the window is not being moved any more."""
        place, before = self._around(), self._seen
        self._seen = place
        if place == before and place != self._said and self._tell("around " + " ".join(_numbers(place))):
            self._said = place

    def stop(self) -> None:
        self._timer.stop()
        self._late.stop()

    def close(self) -> None:
        """After the heartbeat has said that the terminal is closed: then the watchdog ends by itself."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _started(self, around: QRect) -> "subprocess.Popen[bytes]":
        settings = self._settings
        self._seen = self._said = around
        command = [
            sys.executable, "-m", "app.watchdog_start", str(settings.data), self._theme, meant(self._language), *_numbers(around),
        ]
        settings.log_folder.mkdir(parents=True, exist_ok=True)
        with (settings.log_folder / "watchdog.log").open("wb") as said:
            # A session of its own: what the shell sends to the terminal's whole group must not reach it.
            process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, start_new_session=os.name != "nt",
                bufsize=0,
            )
        assert process.stdin is not None
        with contextlib.suppress(OSError, AttributeError):
            # A watchdog that stands still must not hold up the window that tells it something.
            os.set_blocking(process.stdin.fileno(), False)
        return process

    def _beat(self) -> None:
        self._heartbeat.window(time.monotonic_ns())
        if self._process is not None and self._process.poll() is not None:
            log.warning("the watchdog ended with code %s", self._process.returncode)
            assert self._process.stdin is not None
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            self._process = None
            self._told(told(GONE))
        self._tell_place()


def _numbers(rect: QRect) -> tuple[str, ...]:
    return tuple(map(str, (rect.x(), rect.y(), rect.width(), rect.height())))
