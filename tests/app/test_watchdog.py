"""The watchdog: what it says of every state, its two faces, and the real process beside the real terminal on a real screen."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.heartbeat import MAGIC, Beat, Heartbeat, Life
from app.watchdog import Watchdog
from app.watchdog_view import BAR
from app.watchdog_words import Alarm, LatchSeen, sight
from core.journal.latch import Latch
from tests.sessions import ROOT
from widgets.style import THEMES

NOW = 100_000_000_000
SOON_S = 30


def beat(life: Life = Life.RUNNING, core_s: float = 0.1, window_s: float = 0.1, engaged: bool = False, generation: int = 0) -> Beat:
    """Seconds ago."""
    return Beat(
        MAGIC, 7, life, NOW - int(core_s * 1e9), 0, 1234, generation, engaged, 3, NOW - int(window_s * 1e9) if window_s else 0
    )


def until(seen: Callable[[], object]) -> None:
    deadline = time.monotonic() + SOON_S
    while not seen():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


# words ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "gone", "alarm", "headline"),
    [
        (beat(), False, Alarm.NONE, "Running"),
        (beat(Life.PAUSED), False, Alarm.NONE, "Paused"),
        (beat(Life.ENDED), False, Alarm.NONE, "Session ended"),
        (beat(core_s=0.9), False, Alarm.NONE, "Running"),
        (beat(core_s=1.2), False, Alarm.CORE_LATE, "The core is silent for 1.2 s"),
        (beat(Life.PAUSED, core_s=3), False, Alarm.CORE_LATE, "The core is silent for 3.0 s"),
        (beat(Life.CLOSING, core_s=6), False, Alarm.NONE, "Closing"),
        (beat(Life.CLOSING, core_s=11), False, Alarm.CORE_LATE, "The core is silent for 11.0 s"),
        (beat(Life.BROKEN), False, Alarm.CORE_BROKEN, "The core has stopped"),
        (beat(window_s=4), False, Alarm.WINDOW_LATE, "Window stuck for 4 s"),
        (beat(window_s=0), False, Alarm.NONE, "Running"),
        (beat(), True, Alarm.DIED, "The terminal has died"),
        (beat(Life.CLOSING), True, Alarm.DIED, "The terminal has died"),
        (None, True, Alarm.DIED, "The terminal has died"),
        (None, False, Alarm.NO_HEARTBEAT, "No heartbeat"),
    ],
)
def test_every_state_has_its_alarm_and_its_words(given: Beat | None, gone: bool, alarm: Alarm, headline: str) -> None:
    seen = sight(given, LatchSeen(), gone, NOW, NOW)
    assert (seen.alarm, seen.headline, seen.over) == (alarm, headline, False)


def test_a_closed_terminal_is_over_and_no_alarm() -> None:
    assert sight(beat(Life.CLOSED, core_s=60), LatchSeen(), True, NOW, NOW).over
    assert sight(beat(Life.CLOSED, core_s=60), LatchSeen(), False, NOW, NOW).alarm is Alarm.NONE
    assert sight(None, LatchSeen(), False, NOW, 1).headline == "Starting"


def test_the_switch_is_told_as_latch_and_core_have_it() -> None:
    latched = LatchSeen(True, 2, "ann")
    assert sight(beat(), LatchSeen(), False, NOW, NOW).kill == "KILL SWITCH RELEASED"
    assert sight(beat(), latched, False, NOW, NOW).kill_detail == "the core has not followed yet"
    assert sight(beat(engaged=True, generation=1), latched, False, NOW, NOW).word == "LATCHED"
    followed = sight(beat(engaged=True, generation=2), latched, False, NOW, NOW)
    assert (followed.kill, followed.kill_detail, followed.word) == ("KILL SWITCH ENGAGED", "by ann", "ENGAGED")
    assert sight(beat(), latched, True, NOW, NOW).kill == "KILL SWITCH LATCHED"
    dead = sight(beat(), LatchSeen(), True, NOW, NOW)
    assert dead.kill == "KILL SWITCH NOT LATCHED" and "may still work" in dead.detail and dead.word == "STOP"
    assert sight(beat(), LatchSeen(problem="gone"), False, NOW, NOW).kill == "KILL SWITCH UNKNOWN"


# faces ------------------------------------------------------------------------------------------------------------------


@dataclass
class Watched:
    """A watchdog without its timer, over a folder with a heartbeat."""

    dog: Watchdog
    heart: Heartbeat
    latch: Latch
    gone: threading.Event

    def look(self, core_s: float = 0.0) -> None:
        self.heart.core(time.monotonic_ns() - int(core_s * 1e9), Life.RUNNING, 5, 0, False, 0)
        self.dog.look()


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    gone = threading.Event()
    made = Watched(Watchdog(tmp_path, "dark", gone), Heartbeat(tmp_path), Latch(tmp_path / "kill.latch", False), gone)
    made.look()
    made.dog.window.show()
    yield made
    made.dog._fold.stop()
    made.dog.window.hide()
    made.dog.bar.hide()
    made.heart.close(clean=True)
    made.latch.close()


def test_two_presses_latch_and_one_does_not(watched: Watched, qtbot: QtBot) -> None:
    button = watched.dog.window.button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "PRESS AGAIN" and not watched.latch.engaged
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert watched.latch.engaged and watched.latch.newest().source == "watchdog window"
    assert button.text() == "LATCHED"


def test_a_hold_of_a_second_latches(watched: Watched, qtbot: QtBot) -> None:
    button = watched.dog.window.button
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.wait(700)
    assert not watched.latch.engaged
    qtbot.waitUntil(lambda: watched.latch.engaged, timeout=3000)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert watched.latch.generation == 1


def test_a_press_lapses_after_three_seconds(watched: Watched, qtbot: QtBot) -> None:
    button = watched.dog.window.button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.text() == "STOP", timeout=5000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not watched.latch.engaged
    button.motions.stop()


def test_closing_hides_it_in_the_bar_and_an_alarm_brings_it_back(watched: Watched, qtbot: QtBot) -> None:
    window, bar = watched.dog.window, watched.dog.bar
    QApplication.sendEvent(window, QCloseEvent())
    assert bar.isVisible() and not window.isVisible() and not watched.latch.engaged
    watched.look()
    assert bar.isVisible()
    watched.look(core_s=1.5)
    assert window.isVisible() and not bar.isVisible()
    QApplication.sendEvent(window, QCloseEvent())
    watched.look(core_s=2.5)
    assert bar.isVisible(), "the same alarm does not come back at once"
    watched.look()
    watched.look(core_s=1.5)
    assert window.isVisible(), "the next one does"
    QApplication.sendEvent(window, QCloseEvent())
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert window.isVisible() and not bar.isVisible()


def test_a_latch_file_that_is_gone_is_said_and_made_by_stopping(watched: Watched) -> None:
    watched.latch.path.unlink()
    watched.look()
    assert "UNKNOWN" in watched.dog.window.accessibleName()
    watched.dog._stop()
    assert Latch(watched.latch.path, False).engaged


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_every_face_paints(watched: Watched, theme: str, tmp_path: Path) -> None:
    dog = Watchdog(tmp_path, theme, watched.gone)
    for core_s in (0.0, 5.0):
        watched.heart.core(time.monotonic_ns() - int(core_s * 1e9), Life.RUNNING, 5, 0, False, 0)
        dog.look()
        picture = dog.window.grab().toImage()
        ground = THEMES[theme].color("critical_fill" if core_s else "panel")
        assert picture.pixelColor(QPoint(2, 2)) == ground
        assert not dog.bar.grab().isNull()
    dog.window.hide()
    watched.gone.set()
    dog.look()
    assert "has died" in dog.window.accessibleName() and "NOT LATCHED" in dog.window.accessibleName()
    dog.window.hide()


def put(folder: Path, *at: QPoint, hide: bool = False) -> Watchdog:
    """A watchdog that was started, moved, and looked at until it keeps its place."""
    dog = Watchdog(folder, "dark", threading.Event())
    dog.start()
    if hide:
        QApplication.sendEvent(dog.window, QCloseEvent())
    for point in at:
        (dog.bar if hide else dog.window).move(point)
        dog.look()
        dog.look()
    dog._timer.stop()
    return dog


def faces(dog: Watchdog) -> tuple[QPoint, bool]:
    shown = dog.bar if dog.bar.isVisible() else dog.window
    found = shown.pos(), shown is dog.bar
    dog.window.hide()
    dog.bar.hide()
    return found


def test_it_comes_back_where_it_was_put(qtbot: QtBot, tmp_path: Path) -> None:
    corner = faces(put(tmp_path))
    assert not (tmp_path / "watchdog.json").exists(), "nobody has put it anywhere"
    assert faces(put(tmp_path, QPoint(40, 50))) == (QPoint(40, 50), False) != corner
    assert faces(put(tmp_path)) == (QPoint(40, 50), False)
    assert faces(put(tmp_path, QPoint(60, 70), hide=True)) == (QPoint(60, 70), True)
    assert faces(put(tmp_path)) == (QPoint(60, 70), True)
    assert faces(put(tmp_path, QPoint(90_000, 70), hide=True))[1]
    assert faces(put(tmp_path))[0].x() < 10_000, "a screen that is not there"


def test_at_first_it_covers_nothing_of_the_terminal(qtbot: QtBot, tmp_path: Path) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()

    def first(around: QRect) -> tuple[QPoint, bool]:
        dog = Watchdog(tmp_path, "dark", threading.Event(), around)
        dog.start()
        dog._timer.stop()
        return faces(dog)

    small = QRect(room.x(), room.y(), room.width() // 4, room.height() // 4)
    assert first(small) == faces(put(tmp_path)), "beside it"
    at, hidden = first(room)
    bar = QRect(at, BAR)
    # In the row of menus, at its end, within the frame.
    assert hidden and room.right() - bar.right() == 4 and bar.top() == room.top() + 3 and bar.bottom() < room.top() + 30
    at, hidden = first(room.translated(50, -80))
    assert hidden and room.contains(QRect(at, BAR)), "a window that hangs out of the screen"


@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2]", b'{"x": "left", "y": 1, "hidden": false}', b"\xff\xfe"])
def test_a_kept_place_that_cannot_be_read_is_set_aside(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "watchdog.json").write_bytes(content)
    corner = faces(put(tmp_path))
    assert [path.read_bytes() for path in tmp_path.glob("watchdog.json.aside-*")] == [content]
    assert not corner[1] and not (tmp_path / "watchdog.json").exists()


def test_of_the_core_it_knows_the_latch_only() -> None:
    code = "import sys, app.watchdog; print(*sorted(name for name in sys.modules if name.startswith('core')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "core", "core.domain", "core.domain.scope", "core.journal", "core.journal.file_lock", "core.journal.latch",
        "core.journal.latch_table",
    ]


# real processes ---------------------------------------------------------------------------------------------------------

HAS_SCREEN = all(shutil.which(name) for name in ("Xvfb", "xdotool"))


class Desk:
    """A screen with a terminal on it; size: of all its monitors together."""

    def __init__(self, folder: Path, size: str = "1600x1000") -> None:
        self.folder = folder
        read, write = os.pipe()
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24"], pass_fds=[write], stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as said:
            self.environment = os.environ | {"DISPLAY": f":{said.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self.terminal = subprocess.Popen(
            [sys.executable, "main.py", "--data", str(folder), "--size", "900x560"], cwd=ROOT, env=self.environment
        )
        until(lambda: self.windows("Quarterdeck stop"))

    def monitor(self, *change: str) -> None:
        subprocess.run(["xrandr", *change], env=self.environment, check=True)

    def left(self, name: str) -> int:
        """Of that window, from the left edge of all."""
        lines = self.hand("getwindowgeometry", "--shell", self.windows(name)[0]).splitlines()
        return int(next(line for line in lines if line.startswith("X=")).removeprefix("X="))

    def hand(self, *words: object) -> str:
        done = subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def windows(self, name: str) -> list[str]:
        return self.hand("search", "--onlyvisible", "--name", name).split()

    def click_stop(self) -> None:
        self.hand("mousemove", "--window", self.windows("Quarterdeck stop ·")[0], 150, 150, "click", 1)

    def close(self) -> None:
        for process in (self.terminal, self.screen):
            if process.poll() is None:
                process.terminate()
            process.wait(SOON_S)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.mark.skipif(not HAS_SCREEN, reason="needs Xvfb and xdotool")
def test_its_button_stops_a_terminal_that_stands_still(desk: Desk) -> None:
    latch = Latch(desk.folder / "kill.latch", False)
    desk.terminal.send_signal(signal.SIGSTOP)
    time.sleep(1.5)
    desk.click_stop()
    time.sleep(0.3)
    assert not latch.engaged
    desk.hand("click", 1)
    until(lambda: latch.engaged)
    assert latch.newest().source == "watchdog window"
    desk.terminal.send_signal(signal.SIGCONT)
    desk.terminal.terminate()
    assert desk.terminal.wait(SOON_S) == 0
    until(lambda: not desk.windows("Quarterdeck stop"))
    latch.close()


@pytest.mark.skipif(not HAS_SCREEN, reason="needs Xvfb and xdotool")
def test_it_outlives_a_terminal_that_dies_and_still_latches(desk: Desk) -> None:
    latch = Latch(desk.folder / "kill.latch", False)
    desk.terminal.kill()
    desk.terminal.wait()
    time.sleep(1)
    assert desk.windows("Quarterdeck stop")
    desk.click_stop()
    time.sleep(0.3)
    desk.hand("click", 1)
    until(lambda: latch.engaged)
    latch.close()
    # The next terminal brings its own, and this one goes.
    desk.terminal = subprocess.Popen(
        [sys.executable, "main.py", "--data", str(desk.folder), "--size", "900x560"], cwd=ROOT, env=desk.environment
    )
    until(lambda: not desk.windows("Quarterdeck stop"))
    until(lambda: len(desk.windows("Quarterdeck stop ·")) == 1)
    desk.terminal.terminate()
    assert desk.terminal.wait(SOON_S) == 0
    until(lambda: not desk.windows("Quarterdeck stop"))


@pytest.fixture
def wide_desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, "2600x1000")
    yield made
    made.close()


@pytest.mark.skipif(not (HAS_SCREEN and shutil.which("xrandr")), reason="needs Xvfb, xdotool and xrandr")
def test_it_does_not_stay_on_a_screen_that_is_unplugged(wide_desk: Desk) -> None:
    desk, name = wide_desk, "Quarterdeck stop ·"
    desk.monitor("--setmonitor", "first", "1300/340x1000/260+0+0", "screen")
    desk.monitor("--setmonitor", "second", "1300/340x1000/260+1300+0", "none")
    desk.hand("windowmove", "--sync", desk.windows(name)[0], 2_000, 600)
    assert desk.left(name) == 2_000
    desk.monitor("--delmonitor", "second")
    until(lambda: desk.left(name) < 1_300)
    desk.click_stop()
    desk.hand("click", 1)
    latch = Latch(desk.folder / "kill.latch", False)
    until(lambda: latch.engaged)
    latch.close()
