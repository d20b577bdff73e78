"""Every panel at its own size, in three themes, over the real core: python -m tests.gallery FOLDER DATA [PANEL ...].

The market goes on slowly, so that a panel shows nearly the same in each theme. Each panel is floated, shown for some frames, and
taken; those that are about a stop come last, after one.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.settings import load
from core.domain.enums import Side
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId
from core.messages.approvals import RequestApproval
from core.messages.commands import EngageKill, SetSpeed
from core.messages.limits import ChangeLimits, Limit
from tests.posed import AFTER, LOT, OF_A_STRATEGY, SPEED, Posed, pose
from widgets.panels import PANELS
from widgets.style import THEMES

LOOKS = ("dark", "light", "contrast")
STOP_MS, BEGIN_MS = 9_000, 11_000
LEAST, MOST = QSize(300, 200), QSize(1000, 520)
ROOM = {
    "kill": QSize(340, 280), "journal": QSize(900, 420), "chart": QSize(720, 420), "heatmap": QSize(720, 420), "ladder": QSize(420, 520),
    "watchlist": QSize(420, 240),
}
"""Where what a panel asks for is not what shows it well."""
FRAMES = 2
GIVE_UP = 300
"""Frames after which a panel is taken as it is."""
LISTED = InstrumentId(1)
SLOW = 0.1
STOPPED = ("alerts", "kill", "stops", "journal", "log")
"""Panels that show what a stop does."""
WIDER = RequestApproval(ChangeLimits((Limit(Rule.MAX_ORDER_QTY, 2 * 10**9, ScopeKind.ACCOUNT, "1", LISTED),)), "month end")
BASKET = "BTC-USD\tbuy\t0.1\tlimit\t6178.00\tgtc\nBTC-USD\tsell\t0.05\tlimit\t6190.00\tgtc\nETH-USD\tbuy\t1\tlimit\t430\tgtc"


class Shown(Posed):
    kill = False
    more = (*OF_A_STRATEGY, (STOP_MS + 1_000, SetSpeed(SLOW)))
    folder: Path
    stopped = False
    wanted: tuple[str, ...] = ()

    def open(self) -> None:
        super().open()
        self._steps = self._pictures()
        self._timer = QTimer()
        self._timer.timeout.connect(self._next)
        QTimer.singleShot(STOP_MS - 200, self._ask)
        QTimer.singleShot(BEGIN_MS, lambda: self._timer.start(1_000 // 30))

    def _ask(self) -> None:
        """A request that waits, by whoever may ask."""
        self.entrance.signing.sit_as_demo("demo-risk")
        self.core.submit(WIDER)
        self.entrance.signing.sit_as_demo("demo")

    def _next(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self.close()

    def _pictures(self) -> Iterator[int]:
        window = self.window
        for panel in sorted(PANELS, key=lambda one: one.id in STOPPED):
            if panel.id in STOPPED and not self.stopped:
                self.stopped = True
                self.core.submit(EngageKill("operator at the terminal", scope="strategy:maker"))
                yield from self._frames()
            if self.wanted and panel.id not in self.wanted:
                continue
            window.focus_panel(panel.id)
            dock = window.docks[panel.id]
            dock.setFloating(True)
            dock.resize(ROOM.get(panel.id, dock.view.sizeHint()).expandedTo(LEAST).boundedTo(MOST))
            fill = FILLED.get(panel.id)
            if fill is not None:
                yield from self._frames()
                fill(dock.view)
            ready = READY.get(panel.id)
            for _ in range(GIVE_UP):
                if ready is None or ready(dock.view):
                    break
                yield 1
            # No control is marked: a floated panel's first one would be.
            focused = QApplication.focusWidget()
            if focused is not None:
                focused.clearFocus()
            for look in LOOKS:
                window.set_theme(THEMES[look])
                yield from self._frames()
                dock.grab().save(str(self.folder / f"{panel.id}-{look}.png"))
            window.set_theme(THEMES[LOOKS[0]])
            dock.setFloating(False)
            dock.close()

    def _frames(self) -> Iterator[int]:
        last = len(self.clock.frame_ns)
        for _ in range(GIVE_UP):
            if len(self.clock.frame_ns) > last + FRAMES:
                return
            yield 1


FILLED: dict[str, Callable[[Any], None]] = {
    "basket": lambda view: view.text.setPlainText(BASKET),
    "ticket": lambda view: view.prefill(Side.BUY, AFTER, LOT // 2),
}
"""What a hand does first."""
READY: dict[str, Callable[[Any], bool]] = {"journal": lambda view: bool(view.hits) and view.stop.isHidden()}
"""When there is something to see."""


def main(folder: Path, data: str, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Shown.folder, Shown.wanted = folder, tuple(wanted)
    pose(load(["--data", data, "--speed", str(SPEED), "--size", "1920x1080", "--seconds", "600"]), Shown)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
