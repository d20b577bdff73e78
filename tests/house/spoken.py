"""Display text goes through the translator: literals that would stand on the screen in one language only, file by file."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import modules
from tests.house.words import CALLS, called

SHOWN = {
    "setText", "setToolTip", "setStatusTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setWindowTitle",
    "addAction", "addMenu", "setTitle", "drawText", "say", "tell", "show_notice", "complain", "Note", "Question", "Choice", "Caption",
    "FlatButton", "FlatField", "StepField", "Chooser", "Column", "Slot", "Part", "Panel", "Action", "Row", "Fact", "Group", "Wrong",
}
"""What is given to these is read by somebody."""
UNSHOWN = {
    "debug", "info", "warning", "error", "exception", "critical", "print", "setObjectName", "getLogger", "EngageKill", "EndRun",
    "AssertionError", "startswith", "endswith", "strftime", "partition", "split", "compile", "TroubleFound", "RequestApproval", "Thread",
}
SENTENCE = re.compile(r"[A-Z][a-z]+[',]? [a-zA-Z(]|[a-z]{2,} [a-z]{2,} [a-z]{2,}")
WORD = re.compile(r"[A-Za-z]{2}")

# Who speaks English on purpose: the command line, files, the record, processes without a window, names, typed words and samples of a
# width. Today's number of literals, which may only shrink: lower it when the code does, and drop the row at nothing.
ENGLISH: dict[str, int] = {
    "app/actions.py": 1,
    "app/backup.py": 14,
    "app/commands.py": 31,
    "app/core_build.py": 8,
    "app/first_limits.py": 2,
    "app/headless.py": 3,
    "app/help_text.py": 2,
    "app/history_commands.py": 8,
    "app/incident_report.py": 12,
    "app/journal_commands.py": 16,
    "app/keeper.py": 2,
    "app/kill_command.py": 7,
    "app/limits_commands.py": 6,
    "app/limits_file.py": 19,
    "app/limits_try_start.py": 2,
    "app/log.py": 2,
    "app/people_commands.py": 27,
    "app/projection_memory.py": 3,
    "app/rehearsal.py": 1,
    "app/replica.py": 1,
    "app/roster.py": 5,
    "app/runtime.py": 2,
    "app/settings.py": 7,
    "app/settings_file.py": 1,
    "app/settings_text.py": 3,
    "app/side_window.py": 1,
    "app/single_instance.py": 2,
    "app/start.py": 1,
    "app/stopping.py": 1,
    "app/terminal.py": 2,
    "app/theme.py": 1,
    "app/watchdog.py": 1,
    "app/which_core.py": 12,
    "widgets/banner/view.py": 2,
    "widgets/kill_switch/stop_button.py": 1,
    "widgets/kill_switch/stops_view.py": 1,
    "widgets/reconciliation/view.py": 1,
    "widgets/risk/new_rule.py": 1,
    "widgets/style.py": 1,
    "widgets/ticket/basket_form.py": 1,
    "widgets/ticket/basket_view.py": 1,
}


def display_text_is_translated(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root, "app", "widgets"):
        lines = sorted(literals(tree))
        listed = ENGLISH.get(path, 0)
        if len(lines) > listed:
            line, text = lines[0]
            found.append(f"{path}:{line}: {len(lines)} texts that are not translated, at most {listed}; the first is {text!r}")
    return found


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of what would be read on the screen as it stands."""
    yield from _below(tree, shown=False)


def _below(node: ast.AST, shown: bool) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Call):
        name = called(node)
        if name in CALLS or name in UNSHOWN:
            # Values may still have words of their own.
            for keyword in node.keywords if name in CALLS else ():
                yield from _below(keyword.value, shown=False)
            return
        if name == "Table" and node.args:
            return
        for child in (node.func, *node.args, *(keyword.value for keyword in node.keywords)):
            yield from _below(child, shown=name in SHOWN and isinstance(child, ast.Constant | ast.JoinedStr | ast.IfExp))
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _text(node)
        if SENTENCE.search(text) or (shown and " " in text.strip() and WORD.search(text)):
            yield node.lineno, text
        if isinstance(node, ast.Constant):
            return
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Constant) or not isinstance(node, ast.JoinedStr):
            yield from _below(child, shown and isinstance(node, ast.IfExp))


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else "\0" for value in node.values)


def listed_too_high(root: Path) -> list[str]:
    now = counted(root)
    return [f"{path}: {now[path]} texts are left, listed with {listed}" for path, listed in ENGLISH.items() if now[path] < listed]


def counted(root: Path) -> Counter[str]:
    """For the table above."""
    return Counter({path: number for path, tree in modules(root, "app", "widgets") if (number := sum(1 for _ in literals(tree)))})
