"""The frame clock by itself: what a person does comes between two views, a late answer is drawn late and not lost."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app import frame
from app.dock_window import DockWindow
from app.frame import FrameClock
from app.frame_link import FrameLink
from core.domain.units import SECOND

WAIT_MS = 20_000
SLOW_HZ = 1
"""The clock is turned by hand, so a period must not end meanwhile."""


class View(QWidget):
    def __init__(self, name: str, told: list[str]) -> None:
        super().__init__()
        self.name, self.told = name, told
        self.then: Callable[[], Any] = lambda: None
        self.clicked: Callable[[], Any] = lambda: None

    def look(self) -> str:
        return "look"

    def draw(self, picture: Any) -> None:
        self.told.append(f"{self.name} draws {picture}")
        self.then()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.told.append(f"click on {self.name}")
            self.clicked()
        return super().event(event)


class Window(DockWindow):
    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.told = told

    def paintEvent(self, event: QPaintEvent) -> None:
        self.told.append("painted")


class Stage:
    """Two views, a clock over them, and a core that answers when it is told to."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.faults: list[str] = []
        self.window = Window(self.told)
        self.views = [View("a", self.told), View("b", self.told)]
        self.link = FrameLink()
        self.clock = FrameClock(
            self.link, self.window, lambda: [(view.name, "all", view) for view in self.views], lambda: None, lambda *_: None,
            lambda key, error: self.faults.append(f"{key}: {error}"), SLOW_HZ,
        )
        self.clock.drawn = lambda: self.told.append("frame")
        self.window.paints_later = self.clock.paints_later

    def answer(self) -> None:
        asked, self.link.request = self.link.request, None
        assert asked is not None
        self.link.answer(dict.fromkeys(asked, "it"))


@pytest.fixture
def stage(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A frame in one piece, unless a test parts it: how fast this machine is decides nothing."""
    monkeypatch.setattr(frame, "SLICE_NS", 3600 * SECOND)
    made = Stage()
    yield made
    made.clock.stop()


def test_what_a_person_does_comes_between_two_views(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    first, second = stage.views
    first.then = lambda: QCoreApplication.postEvent(second, QEvent(QEvent.Type.User))
    drawing = []
    second.then = lambda: drawing.append(stage.link.drawing)
    stage.clock.start()
    stage.answer()
    qtbot.waitUntil(lambda: "frame" in stage.told, timeout=WAIT_MS)
    assert stage.told[:4] == ["a draws it", "click on b", "b draws it", "frame"]
    assert drawing == [True] and not stage.link.drawing


def test_the_core_takes_commands_only_until_the_frame_is_done(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    seen = []
    draw_slice = stage.clock._slice

    def watched() -> None:
        seen.append(stage.link.drawing)
        draw_slice()
        seen.append(stage.link.drawing)

    monkeypatch.setattr(stage.clock, "_slice", watched)
    stage.clock.start()
    stage.answer()
    qtbot.waitUntil(lambda: "frame" in stage.told, timeout=WAIT_MS)
    assert seen == [False, *[True] * 8, False], "two views, the painting of each, and the next question"


def test_a_clock_that_stops_in_a_frame_holds_nobody_back(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    first, second = stage.views
    held = []

    def stop() -> None:
        held.append(stage.link.drawing)
        stage.clock.stop()

    first.then = lambda: QCoreApplication.postEvent(second, QEvent(QEvent.Type.User))
    second.clicked = stop
    stage.clock.start()
    stage.answer()
    qtbot.waitUntil(lambda: bool(held), timeout=WAIT_MS)
    assert held == [True] and not stage.link.drawing
    assert stage.told == ["a draws it", "click on b"] and not stage.clock._timer.isActive()


def shown(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitExposed(stage.window):
        stage.window.show()
    qtbot.waitUntil(lambda: "painted" in stage.told, timeout=WAIT_MS)
    stage.told.clear()


def test_in_a_frame_the_window_is_painted_in_its_turn(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt would paint at once, and whatever a person did meanwhile waited for that too."""
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    shown(stage, qtbot)
    first, second = stage.views
    first.then = stage.window.update
    stage.clock.start()
    stage.answer()
    stage.clock._turn()
    assert stage.told == ["a draws it"]
    QApplication.sendPostedEvents(stage.window)
    assert stage.told == ["a draws it"], "put off"
    stage.clock._turn()
    assert stage.told == ["a draws it", "painted"]
    second.then = stage.window.update
    qtbot.waitUntil(lambda: "frame" in stage.told, timeout=WAIT_MS)
    assert stage.told == ["a draws it", "painted", "b draws it", "painted", "frame"]
    stage.window.update()
    qtbot.waitUntil(lambda: stage.told[-1] == "painted", timeout=WAIT_MS)


def test_what_was_put_off_is_painted_when_the_clock_stops(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    shown(stage, qtbot)
    stage.views[0].then = stage.window.update
    stage.clock.start()
    stage.answer()
    stage.clock._turn()
    QApplication.sendPostedEvents(stage.window)
    assert stage.told == ["a draws it"]
    stage.clock.stop()
    qtbot.waitUntil(lambda: stage.told == ["a draws it", "painted"], timeout=WAIT_MS)
    stage.window.update()
    qtbot.waitUntil(lambda: stage.told[1:] == ["painted", "painted"], timeout=WAIT_MS)


def test_a_late_answer_is_drawn_when_it_comes(stage: Stage, qtbot: QtBot) -> None:
    stage.clock.start()
    stage.clock._turn()
    assert stage.clock._timer.interval() == frame.SOON_MS and stage.told == []
    asked = stage.link.request
    stage.clock._turn()
    assert stage.link.request is asked, "one question at a time"
    stage.answer()
    stage.clock._turn()
    assert stage.told == ["a draws it", "b draws it", "frame"]
    assert stage.clock._timer.interval() > frame.SOON_MS


def test_without_an_answer_the_next_period_is_waited_for(stage: Stage) -> None:
    stage.clock.start()
    stage.clock._due -= stage.clock._period_ns
    stage.clock._turn()
    assert stage.told == [] and stage.link.request is not None
    assert stage.clock._timer.interval() != frame.SOON_MS


def test_a_view_that_goes_while_the_frame_is_drawn_is_no_fault(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    first, second = stage.views

    def go() -> None:
        stage.views.remove(second)
        delete(second)

    first.then = go
    stage.clock.start()
    stage.answer()
    qtbot.waitUntil(lambda: "frame" in stage.told, timeout=WAIT_MS)
    assert stage.told[:2] == ["a draws it", "frame"] and stage.faults == []


def test_a_view_that_raises_is_off_and_the_others_go_on(stage: Stage, qtbot: QtBot) -> None:
    first, _ = stage.views

    def broken() -> None:
        raise ZeroDivisionError("made to fail")

    first.then = broken
    stage.clock.start()
    stage.answer()
    qtbot.waitUntil(lambda: "frame" in stage.told, timeout=WAIT_MS)
    assert stage.told == ["a draws it", "b draws it", "frame"] and stage.faults == ["a: made to fail"]
    assert stage.link.request is not None and list(stage.link.request) == ["b"]


def test_between_two_parts_of_a_frame_the_journal_has_a_moment_while_ours_waits(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "SLICE_NS", -1)
    first, second = stage.views
    waits = []

    def note() -> None:
        waits.append(stage.clock._timer.interval())
        stage.link.held = not stage.link.held

    first.then = lambda: QCoreApplication.postEvent(second, QEvent(QEvent.Type.User))
    second.clicked = note
    stage.clock.start()
    for number in (1, 2):
        stage.answer()
        qtbot.waitUntil(lambda number=number: stage.told.count("frame") == number, timeout=WAIT_MS)  # type: ignore[misc]
        stage.clock._due = 0
        stage.clock._timer.start(0)
    assert waits == [0, frame.HELD_MS]
