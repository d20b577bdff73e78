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
        self._settings, self._language = settings, settings.language
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

    def start(self, around: Callable[[], QRect]) -> None:
        """The window is shown: from its first turn on it beats. around: where it stands, pixels of the whole desktop."""
        self._around = around
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
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.write(f"{meant(language)}\n".encode("ascii"))
                self._process.stdin.flush()

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
        place = map(str, (around.x(), around.y(), around.width(), around.height()))
        command = [sys.executable, "-m", "app.watchdog_start", str(settings.data), settings.theme, meant(self._language), *place]
        settings.log_folder.mkdir(parents=True, exist_ok=True)
        with (settings.log_folder / "watchdog.log").open("wb") as said:
            # A session of its own: what the shell sends to the terminal's whole group must not reach it.
            return subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, start_new_session=os.name != "nt",
            )

    def _beat(self) -> None:
        self._heartbeat.window(time.monotonic_ns())
        if self._process is not None and self._process.poll() is not None:
            log.warning("the watchdog ended with code %s", self._process.returncode)
            assert self._process.stdin is not None
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            self._process = None
            self._told(told(GONE))
