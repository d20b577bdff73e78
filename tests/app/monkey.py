"""Somebody without a plan at the terminal: random keys, clicks, wheels and drags from a real X server, and, inside the program, docking,
themes, workspaces and actions, over a market at a hundred times its speed.

    python -m tests.app.monkey DATA SECONDS SEED      the terminal, which acts on itself, and says in the end whether its layout goes round

The keys and the mouse come from outside (`Hand`), as from a person: Qt finds the widget below the pointer itself. Each act is noted before
it is done, so that the last ones say what broke it.
"""

import contextlib
import fcntl
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from tests.bench import as_started  # noqa: F401  isort: skip

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import runtime, terminal
from app.dock import PanelDock
from app.dock_window import hand
from app.layout import TREES
from app.layout_history import standing
from app.settings import load
from app.workspace import Workspace
from widgets.style import THEMES

AREAS = tuple(Qt.DockWidgetArea(1 << number) for number in range(4))
KEYS = (
    "Tab", "shift+Tab", "Return", "Escape", "space", "Up", "Down", "Left", "Right", "Prior", "Next", "Home", "End", "Delete", "BackSpace",
    "F1", "F2", "F5", "F6", "F10", "F11", "F12", "Menu", "a", "b", "c", "s", "x", "1", "5", "plus", "minus", "slash", "ctrl+k", "ctrl+a",
    "ctrl+c", "ctrl+v", "ctrl+z", "ctrl+Tab", "ctrl+w", "alt+s", "alt+Down", "shift+Up", "shift+Down", "ctrl+shift+Right", "ctrl+comma",
)
WORDS = ("0.01", "-1", "1e18", "nan", "62000", "BTC-USD", "\u0661\u0662", "'; drop", "=1+1", "9" * 40, "\u00e4\u20ac", "x" * 120)
BUTTONS = (1, 1, 1, 1, 3, 2)
MODIFIERS = ("", "", "", "", "shift", "ctrl", "alt")
REMEMBERED = 25
SMALLEST_PIPE = 4096
EVERY_MS = 70
ENOUGH, DONE = "enough", "the layout goes round"
CALM = "calm"
"""A file of this name in the data folder: the hand has let go."""
STILL_LOOKS = 20
"""As often the layout must have been found as it was before, until it is taken to stand still."""


class Hand:
    """Keys and mouse of the screen. acts: the last ones, newest last."""

    def __init__(self, environment: dict[str, str], size: tuple[int, int], seed: int) -> None:
        self._chance = Random(seed)
        self._size = size
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, env=environment, text=True, stderr=subprocess.DEVNULL)
        assert self._tool.stdin is not None
        # It waits after each key. Without this it would still have minutes to do when it is told to let go.
        fcntl.fcntl(self._tool.stdin, fcntl.F_SETPIPE_SZ, SMALLEST_PIPE)
        self.acts: deque[str] = deque(maxlen=REMEMBERED)
        self.done = 0

    def act(self) -> None:
        kinds: tuple[Callable[[], str], ...] = (self._key, self._click, self._type, self._wheel, self._drag)
        said = self._chance.choices(kinds, (30, 34, 6, 10, 10))[0]()
        self.done += 1
        self.acts.append(f"{self.done}: {said}")
        assert self._tool.stdin is not None
        self._tool.stdin.write(said + "\n")
        self._tool.stdin.flush()

    def let_go(self) -> None:
        """Returns when all that it was to do is done."""
        self._tool.communicate()

    def close(self) -> None:
        self._tool.kill()
        with contextlib.suppress(BrokenPipeError, ValueError):
            self._tool.communicate()

    def _key(self) -> str:
        return f"key {self._chance.choice(KEYS)}"

    def _type(self) -> str:
        return f'type --delay 0 "{self._chance.choice(WORDS)}"'

    def _place(self) -> str:
        return f"mousemove {self._chance.randrange(self._size[0])} {self._chance.randrange(self._size[1])}"

    def _click(self) -> str:
        modifier, times = self._chance.choice(MODIFIERS), self._chance.choice(("", "", "", "--repeat 2 "))
        click = f"click {times}{self._chance.choice(BUTTONS)}"
        return f"{self._place()} keydown {modifier} {click} keyup {modifier}" if modifier else f"{self._place()} {click}"

    def _wheel(self) -> str:
        return f"{self._place()} click --repeat {self._chance.randint(1, 5)} --delay 0 {self._chance.choice((4, 5))}"

    def _drag(self) -> str:
        across, down = self._chance.randint(-200, 200), self._chance.randint(-120, 120)
        return f"{self._place()} mousedown 1 mousemove_relative -- {across} {down} mousemove_relative -- {across // 2} 3 mouseup 1"


class Restless(terminal.Terminal):
    """Acts on itself until the time is over; then the layout has to come back from its file."""

    folder = Path()
    seconds = 0.0
    chance = Random(0)
    _enough = False
    _stood: object = None
    _looks = 0

    def open(self) -> None:
        super().open()
        self._until = time.monotonic() + self.seconds
        self._timer = QTimer()
        self._timer.timeout.connect(self._act)
        self._timer.start(EVERY_MS)

    def close(self) -> None:
        """Whoever asks: only when the time is over."""
        if time.monotonic() >= self._until:
            super().close()

    def _act(self) -> None:
        if time.monotonic() >= self._until:
            if not self._enough:
                self._enough = True
                self._say(ENOUGH)
            elif (self.folder / CALM).exists() and self._stands_still():
                self._timer.stop()
                self._go_round()
            return
        act = self.chance.choices((self._action, self._dock, self._theme, self._workspace, self._resize), (8, 5, 1, 1, 1))[0]
        act()

    def _stands_still(self) -> bool:
        """The hand has gone, but what it did last may still be on its way through the window's queue: a drag that ends late."""
        before, self._stood = self._stood, standing(self.window).structure
        self._looks = self._looks + 1 if before == self._stood else 0
        return self._looks >= STILL_LOOKS

    def _say(self, words: str) -> None:
        print(words, flush=True)

    def _action(self) -> None:
        ids = [id for id, action in self.window.actions_by_id.items() if action.isEnabled()]
        id = self.chance.choice(ids)
        self._say(f"action {id}")
        self.window.actions_by_id[id].trigger()

    def _dock(self) -> None:
        dock = self.chance.choice(list(self.window.docks.values()))
        what = self.chance.choice(("float", "move", "duplicate", "send", "close", "open", "open"))
        self._say(f"{what} {dock.objectName()}")
        hand.when_still(partial(self._do_dock, dock, what))

    def _do_dock(self, dock: PanelDock, what: str) -> None:
        docking, window = self.window.docking, self.window
        if dock not in window.docks.values():
            return
        if what == "float":
            dock.setFloating(not dock.isFloating())
        elif what == "move":
            window.addDockWidget(self.chance.choice(AREAS), dock)
        elif what == "duplicate" and len(window.docks) < 40:
            docking.duplicate(dock)
        elif what == "send":
            docking.send(dock, self.chance.randint(0, 2))
        elif what == "close":
            dock.close()
        elif what == "open":
            docking.open(self.chance.choice(window.panels).id)

    def _theme(self) -> None:
        name = self.chance.choice(list(THEMES))
        self._say(f"theme {name}")
        self.window.choose_theme(name)

    def _workspace(self) -> None:
        what, name = self.chance.choice(("show", "undo", "redo")), self.chance.choice(list(TREES))
        self._say(f"workspace {what} {name}")
        self.window.ask_workspace(what, name)

    def _resize(self) -> None:
        width, height = self.chance.randint(1024, 1500), self.chance.randint(640, 960)
        self._say(f"window {width}x{height}")
        self.window.resize(width, height)

    def _go_round(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        kept = Workspace(self.folder / "kept.json")
        sentence = kept.save(self.window)
        stood = standing(self.window)
        self.window.ask_workspace("show", "Watch")
        sentence = sentence or kept.restore(self.window)
        tries = iter(range(100))

        def look() -> None:
            # Not to the pixel: a panel may need more room than it had a moment ago.
            if sentence or standing(self.window).structure == stood.structure:
                self._say(sentence or DONE)
            elif next(tries, None) is not None:
                QTimer.singleShot(100, look)
                return
            else:
                self._say(f"the layout came back otherwise: {standing(self.window).structure} for {stood.structure}")
            self.close()

        look()


def main() -> int:
    data = Path(sys.argv[1])
    Restless.folder, Restless.seconds, Restless.chance = data, float(sys.argv[2]), Random(int(sys.argv[3]))
    terminal.Terminal = Restless  # type: ignore[misc]
    settings = load(["--data", str(data), "--speed", "100", "--size", "1400x900"], {})
    return terminal.run_window(settings, runtime.tape_of(settings))


if __name__ == "__main__":
    sys.exit(main())
