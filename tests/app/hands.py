"""A person's hands at the real window over the real core: waiting for what is seen, sitting down, and all that was told meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import Mode
from core.messages.commands import Pause
from tests.sessions import bundled

WAIT_MS = 20_000
PASSWORDS = {"omar": "omar's long one", "rita": "rita's long one", "tess": "tess's long one"}


class Hands:
    def __init__(self, bot: QtBot, terminal: Terminal) -> None:
        self.bot, self.terminal, self.window = bot, terminal, terminal.window
        self.sheet, self.signing = terminal.entrance.sheet, terminal.entrance.signing
        self.told: list[object] = []
        self.events: list[object] = []
        terminal.assembly.board.subscribe("hands", self._hear)

    def _hear(self, entry: object) -> None:
        self.told.append(entry.message)  # type: ignore[attr-defined]
        self.events += entry.events  # type: ignore[attr-defined]

    def until(self, seen: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)

    def still(self) -> Any:
        """The ladder over a paused market; what disarms it, a change of mode and data that was late during the start, is over."""
        ladder = self.window.view("ladder")
        self.window.focus_panel("ladder")
        self.until(lambda: ladder.picture is not None and ladder.picture.bid and ladder.picture.last)
        self.terminal.core.submit(Pause())
        self.until(lambda: ladder.picture.mode is Mode.PAUSED and not ladder.picture.stale)
        return ladder

    def sign_in(self, name: str, password: str) -> None:
        self.sheet.name.clear()
        self.bot.keyClicks(self.sheet.name, name)
        self.bot.keyClicks(self.sheet.password, password)
        self.bot.keyClick(self.sheet.password, Qt.Key.Key_Return)

    def as_person(self, name: str) -> None:
        """Whoever sits here now, this person does next."""
        self.window.ask_seat("change")
        self.sign_in(name, PASSWORDS[name])
        self.until(lambda: self.sheet.isHidden() and self.signing.seat.person == name)

    def notes(self, *kinds: type) -> list[object]:
        return [message for message in self.told if isinstance(message, kinds)]


def opened(bot: QtBot, app: QApplication, data: Path, *options: str) -> Hands:
    terminal = Terminal(app, load(["--data", str(data), *options], {}), bundled())
    hands = Hands(bot, terminal)
    terminal.open()
    return hands
