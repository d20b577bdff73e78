"""The watchdog: a process of its own with a stop button that works when the terminal does not.

    python -m app.watchdog_start DATA THEME [LANGUAGE [X Y WIDTH HEIGHT]]

The terminal, whose window stands at X Y, holds its standard input open: its end is the terminal's. A line there says what changed:
language NAME, theme NAME, around X Y WIDTH HEIGHT; any other is passed over.
It reads the heartbeat ten times a second and sets the kill latch itself. It ends when the terminal was closed, and stays
when the terminal died. Invariants: of core it knows the kill latch only; nothing it does can end or hold up the terminal;
when the next terminal runs on the same folder this one goes, for that has its own. Deliberately absent: releasing.
"""

import contextlib
import os
import sys
import threading
import time
from dataclasses import replace as changed
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import emblem, theme, watchdog_place
from app.heartbeat import Pulse
from app.language import ENGLISH, Languages
from app.screens import Screens
from app.watchdog_view import Bar, StopWindow
from app.watchdog_words import Alarm, LatchSeen, sight
from core.domain.scope import EVERYTHING, width
from core.journal.latch import Latch, LatchError
from widgets.scopes import part_sentence
from widgets.style import DEFAULT_THEME, THEMES
from widgets.tongue import tr

LOOK_MS = 100
SOURCE = "watchdog window"
RESOURCES = Path(__file__).parents[1] / "resources"
FOLD_MS = 8_000
"""Chosen: long enough to read it and to press twice; what a click or an alarm opened does not stay over the terminal."""
LONGEST_LINE = 200


class LatchWatch:
    """The latch file of a folder, opened when it is there; a missing one is made only by engaging it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._latch: Latch | None = None

    def look(self) -> LatchSeen:
        try:
            latch = self._opened()
        except LatchError as error:
            return LatchSeen(problem=str(error))
        if latch is None:
            return LatchSeen(problem=tr("there is no kill latch file"))
        scopes = latch.scopes
        if not scopes or EVERYTHING in scopes:
            return LatchSeen(bool(scopes), latch.generation, latch.newest().source)
        named = sorted(scopes, key=lambda scope: (width(scope), scope))
        return LatchSeen(True, latch.generation, latch.source(scopes[named[0]]), part=part_sentence([scope.words for scope in named]))

    def engage(self) -> None:
        """Every process sees it at once; the disk has it by the time this returns. Raises LatchError, OSError."""
        if self._opened() is None:
            self._latch = Latch(self._path, missing_means_engaged=True)
        assert self._latch is not None
        self._latch.engage(SOURCE)

    def _opened(self) -> Latch | None:
        if self._latch is not None and not self._latch.intact():
            self._latch.close()
            self._latch = None
        if self._latch is None and self._path.exists():
            self._latch = Latch(self._path, missing_means_engaged=True)
        return self._latch


class Watchdog:
    """Looks, says, and latches. gone: set when the terminal's process has ended. around: where the terminal's window stands."""

    def __init__(self, folder: Path, theme_name: str, gone: threading.Event, around: QRect | None = None) -> None:
        self._folder, self._around = folder, around
        self._pulse = Pulse(folder)
        self._latch = LatchWatch(folder / "kill.latch")
        self._gone = gone
        self._began = time.monotonic_ns()
        self._pid = 0
        self._alarm = Alarm.NONE
        self._problem = ""
        colours = THEMES.get(theme_name, THEMES[DEFAULT_THEME])
        self.window, self.bar = StopWindow(colours, folder.name), Bar(colours)
        self.window.meant.connect(self._stop)
        self.window.hidden_by_hand.connect(self._hide)
        self.window.left.connect(QApplication.quit)
        self.bar.wanted.connect(self._come_back)
        self._opened_at: QPoint | None = None
        """Where the window was put when the bar was opened; the bar, while it is not seen, stays where it was."""
        self._fold = QTimer()
        self._fold.setSingleShot(True)
        self._fold.setInterval(FOLD_MS)
        self._fold.timeout.connect(self._fold_up)
        # Nobody has to be told: the terminal tells it of its own windows.
        self._screens = Screens(self.window, lambda: (self.window, self.bar), lambda sentence: None)
        self._timer = QTimer()
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self.look()
        kept = watchdog_place.restore(self._folder)
        for face in (self.window, self.bar):
            if kept is not None and watchdog_place.is_seen(QRect(QPoint(kept.x, kept.y), face.size())):
                face.move(kept.x, kept.y)
            else:
                face.move(watchdog_place.corner(face))
        small = kept.hidden if kept is not None else False
        if self._is_in_the_way(kept):
            small = True
            self._to_free_place()
        if small and self._alarm is Alarm.NONE:
            self.bar.show()
        else:
            self.window.show()
        self._before = self._kept = self._place()
        self._timer.start()

    def _is_in_the_way(self, kept: watchdog_place.Place | None) -> bool:
        """Whether the terminal's window is below it, and nobody put it over a window that stood as this one does."""
        around = self._around
        if around is None or (kept is not None and kept.around == _numbers(around)):
            return False
        face = self.bar if kept is not None and kept.hidden else self.window
        return around.intersects(face.frameGeometry())

    def _to_free_place(self) -> None:
        """Of the bar, shown or not: where it covers nothing of the terminal. It has not been put there by anybody."""
        free = watchdog_place.free(self.bar.size(), self._around) if self._around is not None else None
        if free is not None:
            self.bar.move(free)

    def surround(self, around: QRect) -> None:
        """The terminal's window stands there now. What covers it makes room; a bar at the end of its row of menus goes with it."""
        before, self._around = self._around, around
        if around == before:
            return
        follows = before is not None and self.bar.pos() == watchdog_place.free(self.bar.size(), before)
        if follows or around.intersects(self.bar.frameGeometry()):
            self._to_free_place()
        if not self.bar.isVisible() and around.intersects(self.window.frameGeometry()):
            # Not at once: somebody may be about to press.
            self._fold.start()
        self._before = self._kept = self._place()

    def set_theme(self, name: str) -> None:
        theme_now = THEMES.get(name, THEMES[DEFAULT_THEME])
        self.window.set_theme(theme_now)
        self.bar.set_theme(theme_now)

    def _place(self) -> watchdog_place.Place:
        """Opened for a moment, it is where its bar is."""
        around = _numbers(self._around) if self._around is not None else None
        face = self.bar if self.bar.isVisible() or self._fold.isActive() else self.window
        return watchdog_place.Place(face.x(), face.y(), face is self.bar, around)

    def _remember(self) -> None:
        """Where it was put, once it is not being moved any more."""
        place = self._place()
        moved = replace(place, around=None) != replace(self._kept, around=None)
        if place == self._before and moved and watchdog_place.save(self._folder, place):
            self._kept = place
        self._before = place

    def look(self) -> None:
        # Before the heartbeat is read: a terminal that said it is closed has said so when its end is seen.
        gone = self._gone.is_set()
        beat, now = self._pulse.read(), time.monotonic_ns()
        if beat is not None:
            if self._pid and beat.pid != self._pid:
                QApplication.quit()
                return
            self._pid = beat.pid
        latch = self._latch.look()
        seen = sight(beat, changed(latch, problem=self._problem or latch.problem), gone, now, now - self._began)
        if seen.over:
            QApplication.quit()
            return
        self.window.see(seen)
        self.bar.see(seen)
        if self._timer.isActive():
            self._remember()
        if seen.alarm is not self._alarm:
            self._alarm = seen.alarm
            if seen.alarm is not Alarm.NONE:
                self._come_back()

    def say_again(self) -> None:
        """In the language of now."""
        self.window.say_again()
        self.bar.say_again()
        self.look()

    def _stop(self) -> None:
        try:
            self._latch.engage()
            self._problem = ""
        except (LatchError, OSError) as error:
            self._problem = tr("not latched: {error}", error=error)
        self.look()

    def _hide(self) -> None:
        """Into the bar: where that stood before, unless the window was moved since; and over the terminal only if it stood there."""
        self._fold.stop()
        if self.window.pos() != self._opened_at:
            self.bar.move(self.window.pos())
            if self._around is not None and self._around.intersects(self.bar.frameGeometry()):
                self._to_free_place()
        self.bar.show()
        self.window.hide()

    def _come_back(self) -> None:
        if self.bar.isVisible():
            self.window.move(watchdog_place.inside(QRect(self.bar.pos(), self.window.size())).topLeft())
            self._opened_at = self.window.pos()
            self._fold.start()
        self.window.show()
        self.window.raise_()
        self.bar.hide()

    def _fold_up(self) -> None:
        """By itself. Never while something is wrong, somebody presses, or the pointer is there."""
        if self.bar.isVisible():
            return
        if self._alarm is not Alarm.NONE or self.window.in_use():
            self._fold.start()
        else:
            self._hide()


def _numbers(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def main(arguments: list[str]) -> int:
    gone = threading.Event()
    app = QApplication(sys.argv[:1])
    told = Told()
    threading.Thread(target=_listen, args=(gone, told), name="terminal", daemon=True).start()
    app.setApplicationName("Quarterdeck stop")
    app.setWindowIcon(emblem.stop_icon())
    app.setQuitOnLastWindowClosed(False)
    theme.load_fonts(RESOURCES)
    theme.apply(app, THEMES.get(arguments[1], THEMES[DEFAULT_THEME]))
    languages = Languages(app, RESOURCES)
    languages.speak(arguments[2] if len(arguments) > 2 else ENGLISH)
    around = QRect(*map(int, arguments[3:7])) if len(arguments) > 6 else None
    watchdog = Watchdog(Path(arguments[0]), arguments[1], gone, around)
    told.language.connect(languages.speak)
    told.language.connect(watchdog.say_again)
    told.theme.connect(watchdog.set_theme)
    told.theme.connect(lambda name: theme.apply(app, THEMES.get(name, THEMES[DEFAULT_THEME])))
    told.around.connect(watchdog.surround)
    watchdog.start()
    return QApplication.exec()


class Told(QObject):
    """What the terminal writes, a line each."""

    language = Signal(str)
    theme = Signal(str)
    around = Signal(QRect)

    def hear(self, line: str) -> None:
        """Of a later terminal there may be others, which are not for this one."""
        match line.split():
            case ["language", name]:
                self.language.emit(name)
            case ["theme", name]:
                self.theme.emit(name)
            case ["around", *numbers] if len(numbers) == 4:
                with contextlib.suppress(ValueError, OverflowError):
                    self.around.emit(QRect(*map(int, numbers)))


def _listen(gone: threading.Event, told: Told) -> None:
    """The read ends when the terminal does, however it ends."""
    rest = ""
    with contextlib.suppress(OSError, ValueError):
        while heard := os.read(0, 4096):
            *lines, rest = (rest + heard.decode("ascii", "ignore")).split("\n")
            for line in lines:
                told.hear(line)
            rest = rest[:LONGEST_LINE]
    gone.set()
