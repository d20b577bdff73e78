"""While something is pressed the core takes what a person asks for, and no market; afterwards it catches up by itself."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.frame_link import HAND_NS, FrameLink
from app.hand_first import HandFirst
from core.domain.enums import Side
from core.messages.events import OrderWorking
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit


def test_a_key_or_a_button_in_the_window_says_so_until_it_is_over(qtbot: QtBot) -> None:
    link, field = FrameLink(), QLineEdit()
    hand = HandFirst(link)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    hand.listen()
    assert not link.holds()
    began = time.monotonic_ns()
    qtbot.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert began + HAND_NS <= link.hand_until <= time.monotonic_ns() + HAND_NS
    after_the_key = link.hand_until
    qtbot.mouseMove(field.windowHandle(), field.rect().center())
    assert link.hand_until == after_the_key, "who only looks holds nobody back"
    qtbot.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton, pos=field.rect().center())
    assert link.hand_until > after_the_key
    qtbot.waitUntil(lambda: not link.holds())
    hand.deafen()
    link.hand_until = 0
    qtbot.keyClick(field.windowHandle(), Qt.Key.Key_B)
    assert not link.hand_until and field.text() == "ab"


def test_the_core_takes_commands_only_and_catches_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.frame_link.HAND_NS", 10**12)
    link = FrameLink()
    assembly = assemble(tmp_path, speed_milli=100_000, link=link)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    watch.until(lambda entry: assembly.session.messages > 100)
    link.hand_is_at_work()
    assert assembly.core.submit(limit("in the hand", Side.BUY, BID - 5_000, LOT))
    watch.event(OrderWorking)
    played = assembly.session.messages
    assert assembly.core.submit(limit("and another", Side.BUY, BID - 5_000, LOT))
    watch.events(OrderWorking, 2)
    assert assembly.session.messages == played, "the market waits"
    link.hand_until = 0
    watch.until(lambda entry: assembly.session.messages > played + 100)
    assert assembly.stop("test")


def test_whoever_waits_for_a_command_comes_before_the_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = 10**13
    monkeypatch.setattr("app.frame_link.HAND_NS", hours)
    monkeypatch.setattr("app.core_thread.PICTURE_LEAD_NS", 10 * hours)
    link, answered = FrameLink(), threading.Event()
    monkeypatch.setattr(link, "answer", lambda pictures: answered.set())
    assembly = assemble(tmp_path, speed_milli=100_000, link=link)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    watch.until(lambda entry: assembly.session.messages > 100)
    link.hand_is_at_work()
    link.due = time.monotonic_ns() + hours
    link.request = {}
    for count in (1, 2):
        assert assembly.core.submit(limit(f"in the hand {count}", Side.BUY, BID - 5_000, LOT))
        watch.events(OrderWorking, count)
    assert not answered.is_set(), "they can be made later, as long as the frame is not due"
    link.due = time.monotonic_ns()
    assert answered.wait(20), "and a hand that stays does not keep them for ever"
    assert assembly.stop("test")
