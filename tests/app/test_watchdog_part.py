"""The watchdog when only a part is stopped; its bar that is dragged, makes room and folds up again; its theme."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import watchdog, watchdog_place
from app.heartbeat import Heartbeat, Life
from app.watchdog import FOLD_MS, Told, Watchdog
from app.watchdog_view import BAR, STATE_PX
from app.watchdog_words import LatchSeen, sight
from app.watching import Watching
from core.domain.scope import EVERYTHING, Scope, ScopeKind
from core.journal.latch import Latch
from tests.app.test_watchdog import NOW, beat
from widgets.style import THEMES

LEFT = Qt.MouseButton.LeftButton
MAKER, VENUE = Scope(ScopeKind.STRATEGY, "maker"), Scope(ScopeKind.VENUE, "COINBASE")
PART = "1 scope stopped: strategy maker"


@dataclass
class Watched:
    """A watchdog that was started, looked at by hand, over a folder with a heartbeat and a latch."""

    folder: Path
    around: QRect | None = None
    gone: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.heart, self.latch = Heartbeat(self.folder), Latch(self.folder / "kill.latch", False)
        self.dog = Watchdog(self.folder, "dark", self.gone, self.around)
        self.look()
        self.dog.start()
        self.dog._timer.stop()

    @property
    def bar(self) -> QRect:
        return self.dog.bar.frameGeometry()

    def look(self, core_s: float = 0.0) -> None:
        self.heart.core(time.monotonic_ns() - int(core_s * 1e9), Life.RUNNING, 5, self.latch.generation, self.latch.engaged, 0)
        self.dog.look()

    def close(self) -> None:
        self.dog._fold.stop()
        self.dog.window.hide()
        self.dog.bar.hide()
        self.heart.close(clean=True)
        self.latch.close()


def room() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    """Beside a terminal that fills the screen."""
    made = Watched(tmp_path, room())
    yield made
    made.close()


def drag(qtbot: QtBot, bar: QWidget, by: QPoint) -> None:
    at = QPoint(40, 10)
    qtbot.mousePress(bar, LEFT, pos=at)
    qtbot.mouseMove(bar, at + by)
    qtbot.mouseRelease(bar, LEFT, pos=at)


# a part -----------------------------------------------------------------------------------------------------------------


def test_a_part_is_told_as_a_part_and_the_button_stops_all() -> None:
    part = LatchSeen(True, 2, "ann", part=PART)
    seen = sight(beat(engaged=True, generation=2), part, False, NOW, NOW)
    assert (seen.kill, seen.kill_detail, seen.word) == ("PART STOPPED", f"{PART}, by ann", "STOP")
    assert seen.part and not seen.engaged and "twice" in seen.below
    dead = sight(beat(), part, True, NOW, NOW)
    assert "may still work" in dead.detail and dead.kill == "PART STOPPED" and dead.word == "STOP"
    whole = sight(beat(engaged=True, generation=2), LatchSeen(True, 2, "ann"), False, NOW, NOW)
    assert (whole.kill, whole.word, whole.part, whole.engaged) == ("KILL SWITCH ENGAGED", "ENGAGED", False, True)
    assert sight(beat(), LatchSeen(), True, NOW, NOW).word == "STOP"


def test_from_a_part_its_button_stops_everything(watched: Watched, qtbot: QtBot) -> None:
    dog = watched.dog
    assert "RELEASED" in dog.window.accessibleName()
    watched.latch.engage("ann", MAKER)
    watched.look()
    assert "PART STOPPED" in dog.window.accessibleName() and PART in dog.window.accessibleName()
    assert "PART STOPPED" in dog.bar.accessibleName() and dog.window.button.text() == "STOP"
    watched.latch.engage("bob", VENUE)
    watched.look()
    assert "2 scopes stopped: venue COINBASE, strategy maker, by bob" in dog.window.accessibleName()
    for text in ("PRESS AGAIN", "LATCHED"):
        qtbot.mouseClick(dog.window.button, LEFT)
        assert dog.window.button.text() == text
    assert EVERYTHING in watched.latch.scopes
    watched.look()
    assert "KILL SWITCH ENGAGED" in dog.window.accessibleName() and dog.window.button.text() == "ENGAGED"


# the bar ----------------------------------------------------------------------------------------------------------------


def test_a_drag_moves_the_bar_and_a_click_opens_it(watched: Watched, qtbot: QtBot) -> None:
    bar, window = watched.dog.bar, watched.dog.window
    assert bar.isVisible()
    before = bar.pos()
    drag(qtbot, bar, QPoint(-60, 80))
    assert bar.pos() == before + QPoint(-60, 80) and bar.isVisible() and not window.isVisible()
    drag(qtbot, bar, QPoint(1, 1))
    assert window.isVisible() and not bar.isVisible(), "a hand that trembles has clicked"


def test_what_a_click_opened_folds_up_by_itself_and_at_a_click(watched: Watched, qtbot: QtBot) -> None:
    dog, home = watched.dog, watched.bar.topLeft()
    for _ in range(2):
        qtbot.mouseClick(dog.bar, LEFT)
        assert dog.window.isVisible() and dog._fold.isActive() and dog._fold.interval() == FOLD_MS
        assert room().contains(dog.window.geometry())
        qtbot.mouseClick(dog.window, LEFT, pos=QPoint(20, STATE_PX + 10))
        assert dog.window.isVisible(), "who misses the button does not lose it"
        qtbot.mouseClick(dog.window, LEFT, pos=QPoint(20, 20))
        assert dog.bar.isVisible() and not dog.window.isVisible() and watched.bar.topLeft() == home
    qtbot.mouseClick(dog.bar, LEFT)
    dog._fold.timeout.emit()
    assert dog.bar.isVisible() and not dog.window.isVisible() and watched.bar.topLeft() == home


def test_it_does_not_fold_under_a_hand_or_in_an_alarm(watched: Watched, qtbot: QtBot) -> None:
    dog = watched.dog
    qtbot.mouseClick(dog.bar, LEFT)
    qtbot.mouseClick(dog.window.button, LEFT)
    dog._fold.timeout.emit()
    qtbot.mouseClick(dog.window, LEFT, pos=QPoint(20, 20))
    assert dog.window.isVisible() and dog.window.button.motions.asking and dog._fold.isActive()
    dog.window.button.motions.stop()
    watched.look(core_s=3)
    dog._fold.timeout.emit()
    assert dog.window.isVisible()
    watched.look()
    dog._fold.timeout.emit()
    assert dog.bar.isVisible()


def test_the_bar_makes_room_when_the_terminal_moves_or_grows(watched: Watched) -> None:
    small = room().adjusted(100, 50, -200, -200)
    for around in (small, small.translated(40, 30), room()):
        watched.dog.surround(around)
        # Within the row of menus, at its end, as at first.
        assert watched.bar.right() == around.right() - 4 and watched.bar.top() == around.top() + 3


def test_a_bar_beside_the_terminal_stays_until_it_is_covered(watched: Watched, qtbot: QtBot) -> None:
    corner = room().adjusted(0, 0, -room().width() // 2, -room().height() // 2)
    watched.dog.surround(corner)
    watched.dog.bar.move(room().bottomRight() - QPoint(BAR.width(), BAR.height()))
    put = watched.bar.topLeft()
    watched.dog.surround(corner.adjusted(0, 0, 10, 10))
    assert watched.bar.topLeft() == put
    watched.dog.surround(room())
    assert watched.bar.topLeft() == watchdog_place.menu_end(BAR, room())


def test_an_open_window_that_gets_covered_folds_too(qtbot: QtBot, tmp_path: Path) -> None:
    made = Watched(tmp_path, QRect(room().topLeft(), BAR))
    assert made.dog.window.isVisible() and not made.dog._fold.isActive()
    made.dog.surround(room())
    assert made.dog.window.isVisible() and made.dog._fold.isActive()
    made.dog._fold.timeout.emit()
    assert made.dog.bar.isVisible() and made.bar.topLeft() == watchdog_place.menu_end(BAR, room())
    made.close()


def test_where_it_was_put_over_one_window_is_no_place_over_another(qtbot: QtBot, tmp_path: Path) -> None:
    first = Watched(tmp_path, room())
    drag(qtbot, first.dog.bar, QPoint(-300, 300))
    put = first.bar.topLeft()
    first.dog._timer.start()
    first.look()
    first.look()
    first.dog._timer.stop()
    first.close()
    again = Watched(tmp_path, room())
    assert again.bar.topLeft() == put and again.dog.bar.isVisible()
    again.close()
    other = Watched(tmp_path, room().adjusted(0, 0, -5, -5))
    assert other.dog.bar.isVisible() and other.bar.topLeft() == watchdog_place.menu_end(BAR, room().adjusted(0, 0, -5, -5))
    other.close()


# what the terminal tells it ---------------------------------------------------------------------------------------------


def test_it_follows_the_theme(watched: Watched) -> None:
    for name in ("light", "contrast", "dark", "of a later version"):
        watched.dog.set_theme(name)
        theme = THEMES.get(name, THEMES["dark"])
        assert watched.dog.window.grab().toImage().pixelColor(QPoint(2, 120)) == theme.color("panel")
        assert watched.dog.bar.grab().toImage().pixelColor(QPoint(3, 20)) == theme.color("raised")


def test_it_hears_lines_and_passes_over_what_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    told, heard = Told(), list[object]()
    for signal in (told.language, told.theme, told.around):
        signal.connect(heard.append, Qt.ConnectionType.DirectConnection)
    read, write = os.pipe()
    os.write(write, b"language zh\nthe")
    gone, real = threading.Event(), os.read
    monkeypatch.setattr(watchdog.os, "read", lambda _, most: real(read, most))
    listening = threading.Thread(target=watchdog._listen, args=(gone, told))
    listening.start()
    os.write(write, b"me light\naround 1 2 x 4\naround 9\n\nnews of a later version\naround -5 6 700 800\n")
    os.close(write)
    listening.join(10)
    os.close(read)
    assert gone.is_set() and heard == ["zh", "light", QRect(-5, 6, 700, 800)]



def test_a_place_is_told_once_it_is_one_and_a_full_pipe_holds_nobody_up(qtbot: QtBot) -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)

    class Process:
        stdin = os.fdopen(write, "wb", buffering=0)

    place = QRect(0, 0, 10, 10)
    watching = Watching.__new__(Watching)
    watching._process, watching._around = Process(), lambda: place  # type: ignore[assignment]
    watching._seen = watching._said = place
    watching._tell_place()
    place = QRect(5, 6, 10, 10)
    watching._tell_place()
    watching._tell_place()
    watching._tell_place()
    assert os.read(read, 4096) == b"around 5 6 10 10\n"
    while watching._tell("theme dark"):
        pass
    place = QRect(7, 8, 10, 10)
    watching._tell_place()
    watching._tell_place()
    assert watching._said == QRect(5, 6, 10, 10), "it is told at a later beat"
    while watching._said != place:
        os.read(read, 65536)
        watching._tell_place()
    Process.stdin.close()
    os.close(read)
