"""Whatever a hand did to the panels, the layout comes back from its file: docks floated, moved, doubled, sent to other windows, closed and
opened at random, with workspaces and window sizes between."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.layout import TREES
from app.layout_history import standing
from app.window import TerminalWindow
from app.workspace import Workspace
from tests.app.plain_panels import opened, table

pytestmark = pytest.mark.window_only

ACTS = 40
MOST_DOCKS = 30
AREAS = tuple(Qt.DockWidgetArea(1 << number) for number in range(4))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[TerminalWindow]:
    made = opened(qtbot, table())
    yield made
    for number in list(made.docking.sides):
        made.docking.close_side(number)
    QApplication.instance().setStyleSheet("")  # type: ignore[union-attr]


def act(window: TerminalWindow, chance: Random) -> str:
    """What it did."""
    docking = window.docking
    dock = chance.choice(list(window.docks.values()))
    acts: dict[str, Callable[[], object]] = {
        "float": partial(docking.toggle_floating, dock), "move": lambda: window.addDockWidget(chance.choice(AREAS), dock),
        "double": lambda: len(window.docks) < MOST_DOCKS and docking.duplicate(dock),
        "send": lambda: docking.send(dock, chance.randint(0, 2)), "close": dock.close,
        "open": lambda: docking.open(chance.choice(list(docking.panels))),
        "workspace": lambda: window.arrange(chance.choice(list(TREES))),
        "size": lambda: window.resize(chance.randint(1024, 1900), chance.randint(640, 1000)),
    }
    name = chance.choices(list(acts), (4, 4, 8, 4, 4, 6, 4, 2))[0]
    acts[name]()
    return f"{name} {dock.key}"


@pytest.mark.parametrize("seed", range(6))
def test_it_comes_back(window: TerminalWindow, qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    chance, kept = Random(seed), Workspace(tmp_path / "workspace.json")
    done = []
    for _ in range(ACTS):
        done.append(act(window, chance))
        QApplication.processEvents()
    stood = standing(window).structure
    assert kept.save(window) == kept.show(window, "Watch") == kept.restore(window) == ""
    lost = [one for one in stood if one not in standing(window).structure]
    assert not lost, done
    qtbot.waitUntil(lambda: standing(window).structure == stood)
