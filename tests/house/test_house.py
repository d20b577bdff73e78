"""Every rule holds for our tree, and every rule catches what breaks it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import rules

ROOT = Path(__file__).parents[2]

TOO_LARGE: dict[str, int] = {}
"""Today's exceptions, "file" or "file:function" -> lines. They only shrink."""

Rule = Callable[[Path], list[str]]
RULES: tuple[Rule, ...] = (
    rules.imports, rules.purity, rules.compilable, rules.names, rules.blocking_dialogs, rules.prints, rules.requirements,
    rules.machine_paths,
)

LONG_FUNCTION = "def long() -> None:\n" + "    pass\n" * rules.FUNCTION_LINES
BROKEN: tuple[tuple[Rule, str, str], ...] = (
    (rules.imports, "core/domain/price.py", "from core.messages.events import Event\n"),
    (rules.imports, "core/messages/events.py", "import core.machine.engine\n"),
    (rules.imports, "core/machine/engine.py", "from core.journal.entry import Entry\n"),
    (rules.imports, "core/machine/desk/risk.py", "from ...sequencer import Sequencer\n"),
    (rules.imports, "core/journal/writer.py", "from core.sequencer import Sequencer\n"),
    (rules.imports, "core/projections/orders.py", "from core.journal.writer import Writer\n"),
    (rules.imports, "core/edge/feed.py", "from core.projections.orders import Orders\n"),
    (rules.imports, "core/edge/feed.py", "from PySide6.QtCore import QObject\n"),
    (rules.imports, "core/machine/engine.py", "def late() -> None:\n    import app.window\n"),
    (rules.imports, "widgets/ladder/view.py", "from core.projections.orders import Orders\n"),
    (rules.imports, "widgets/ladder/view.py", "from app.window import Window\n"),
    (rules.imports, "widgets/ladder/view.py", "import qasync\n"),
    (rules.imports, "app/window.py", "import pyqtgraph\n"),
    (rules.imports, "app/window.py", "import sqlalchemy.orm\n"),
    (rules.imports, "core/edge/fix_session.py", "import simplefix\n"),
    (rules.imports, "app/window.py", "from tests.sessions import bundled\n"),
    (rules.purity, "core/domain/price.py", "import time\n"),
    (rules.purity, "core/machine/desk/risk.py", "from os.path import join\n"),
    (rules.purity, "core/messages/events.py", "from datetime import datetime\n"),
    (rules.purity, "core/journal/entry.py", "LIMIT = 0.5\n"),
    (rules.purity, "core/machine/engine.py", "def cut(text: str) -> int:\n    return int(float(text))\n"),
    (rules.purity, "core/machine/engine.py", "def half(n: int) -> int:\n    return int(n / 2)\n"),
    (rules.purity, "core/machine/engine.py", "def half(n: int) -> None:\n    n /= 2\n"),
    (rules.purity, "core/machine/engine.py", "for name in {1, 2}:\n    pass\n"),
    (rules.purity, "core/machine/engine.py", "ALL = [one for one in set((1, 2))]\n"),
    (rules.compilable, "core/domain/price.py", "import msgspec\nclass Price(msgspec.Struct):\n    pass\n"),
    (rules.compilable, "core/machine/engine.py", "class Engine(metaclass=type):\n    pass\n"),
    (rules.compilable, "core/sequencer.py", "class Sequencer(Thing, frozen=True):\n    pass\n"),
    (rules.names, "core/edge/utils.py", ""),
    (rules.names, "app/helpers/words.py", ""),
    (rules.names, "app/window.py", "class WindowManager:\n    pass\n"),
    (rules.blocking_dialogs, "app/window.py", "def ask(dialog: object) -> None:\n    dialog.exec()\n"),
    (rules.blocking_dialogs, "widgets/ladder/view.py", "QMessageBox.question(None, '', '')\n"),
    (rules.prints, "core/edge/feed.py", "def say() -> None:\n    print('here')\n"),
    (rules.requirements, "requirements.txt", "msgspec==0.22.0\n"),
    (rules.requirements, "requirements.txt", "msgspec>=0.22.0 --hash=sha256:ab\n"),
    (rules.requirements, "requirements-dev.txt", "thing @ https://example.org/a.whl --hash=sha256:ab\n"),
    (rules.machine_paths, "docs/notes.md", "Recorded into " + "/home/" + "somebody/data.\n"),
    (rules.machine_paths, "app/settings.py", "FOLDER = '/tmp" + "/quarterdeck'\n"),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_our_tree_keeps_the_rule(rule: Rule) -> None:
    assert rule(ROOT) == []


def test_our_tree_only_gets_smaller() -> None:
    assert rules.ratchet(ROOT, TOO_LARGE) == []


@pytest.mark.parametrize(("rule", "name", "text"), BROKEN, ids=lambda part: getattr(part, "__name__", None) or repr(part)[:40])
def test_the_rule_catches(rule: Rule, name: str, text: str, tmp_path: Path) -> None:
    _write(tmp_path, name, text)
    found = rule(tmp_path)
    assert len(found) >= 1 and found[0].startswith(name)


def test_every_rule_is_shown_something_broken() -> None:
    assert {rule for rule, _name, _text in BROKEN} == set(RULES)


def test_panels_do_not_know_each_other(tmp_path: Path) -> None:
    _write(tmp_path, "widgets/tape/model.py", "")
    _write(tmp_path, "widgets/style.py", "")
    _write(tmp_path, "widgets/panels.py", "def make() -> None:\n    import widgets.tape.model\n")
    _write(tmp_path, "widgets/ladder/view.py", "from widgets.style import Theme\nfrom widgets.ladder.grid import Grid\n")
    assert rules.imports(tmp_path) == []
    _write(tmp_path, "widgets/ladder/grid.py", "from widgets.tape import model\n")
    assert rules.imports(tmp_path) == ["widgets/ladder/grid.py:1: a panel must not import another panel: widgets.tape.model"]


def test_a_module_run_as_a_program_may_print(tmp_path: Path) -> None:
    _write(tmp_path, "core/edge/tool.py", "if __name__ == '__main__':\n    print('done')\n")
    assert rules.prints(tmp_path) == []


def test_the_ratchet_turns_one_way(tmp_path: Path) -> None:
    _write(tmp_path, "app/window.py", LONG_FUNCTION)
    _write(tmp_path, "app/menus.py", "\n" * (rules.FILE_LINES + 2))
    right = {"app/window.py:long": 51, "app/menus.py": 402}
    assert rules.ratchet(tmp_path, right) == []
    assert len(rules.ratchet(tmp_path, {})) == 2
    assert len(rules.ratchet(tmp_path, right | {"app/menus.py": 401})) == 1
    assert "shrank" in rules.ratchet(tmp_path, right | {"app/menus.py": 403})[0]
    assert "remove" in rules.ratchet(tmp_path, right | {"app/gone.py": 500})[0]


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
