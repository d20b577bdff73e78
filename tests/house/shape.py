"""Size, names and manners of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import is_in, modules, paths

FILE_LINES, FUNCTION_LINES = 400, 50

# Exceptions, each with today's length. A number here may only shrink: lower it when the code does, and drop the row at the limit.
LONG_FILES: dict[str, int] = {}
LONG_FUNCTIONS: dict[str, int] = {
}

BANNED = ("util", "common", "misc", "helper", "base", "manager", "service", "processor", "handler")
MAIN_LOOPS = ("app/watchdog.py",)
"""Programs of their own, whose one loop is QApplication.exec()."""
ASKS_AND_WAITS = {
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
}


def files_are_short(root: Path) -> list[str]:
    lines = {path: (root / path).read_text(encoding="utf-8").count("\n") for path in paths(root) if path.endswith(".py")}
    return list(_over(lines, LONG_FILES, FILE_LINES, "split it by subject"))


def functions_are_short(root: Path) -> list[str]:
    lines = {
        f"{path}::{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in modules(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return list(_over(lines, LONG_FUNCTIONS, FUNCTION_LINES, "give its parts names"))


def _over(lines: dict[str, int], exceptions: dict[str, int], limit: int, remedy: str) -> Iterator[str]:
    for name, count in lines.items():
        listed = exceptions.get(name, limit)
        if count > listed:
            yield f"{name}: {count} lines, at most {listed}; {remedy}"
        elif name in exceptions and count < listed:
            yield f"{name}: {count} lines, listed with {listed}; lower the number, it may only shrink"


def names_say_the_subject(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root):
        words = [word for part in path.removesuffix(".py").split("/") for word in part.split("_")]
        if any(_is_banned(word) for word in words):
            found.append(f"{path}: the name says nothing of the subject")
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(map(_is_banned, re.findall("[A-Z][a-z]*|[a-z]+", node.name))):
                found.append(f"{path}:{node.lineno}: class {node.name}: the name says nothing of the subject")
    return found


def _is_banned(word: str) -> bool:
    return word.lower().removesuffix("s") in BANNED


def modules_say_what_they_are(root: Path) -> list[str]:
    return [
        f"{path}:1: no docstring: what is this in one sentence, what holds, what does it leave out?"
        for path, tree in modules(root, "core", "widgets", "app", "main.py")
        if ast.get_docstring(tree) is None
    ]


def no_widget_waits(root: Path) -> list[str]:
    """exec() and Qt's static questions run a loop of their own: the heartbeat and the stop button would stand behind it."""
    found = []
    for path, node in _calls(root, "app", "widgets"):
        if not isinstance(node.func, ast.Attribute):
            continue
        owner, method = ast.unparse(node.func.value), node.func.attr
        if path in MAIN_LOOPS and (owner, method) == ("QApplication", "exec"):
            continue
        if method in ("exec", "exec_") or method in ASKS_AND_WAITS.get(owner.rpartition(".")[2], ()):
            found.append(f"{path}:{node.lineno}: {owner}.{method}() blocks the window; use open() and a signal")
    return found


def no_item_of_a_layout_is_wrapped(root: Path) -> list[str]:
    """Python is not told when Qt deletes such an item; a line of a chart or a widget made at its address later is taken for it."""
    return [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}() leaves a wrapper of what Qt will delete; ask QLayout.indexOf()"
        for path, node in _calls(root, "app", "widgets", "tests")
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("itemAt", "takeAt")
    ]


def no_screen_is_asked_of_a_widget(root: Path) -> list[str]:
    """What answers is taken away from everybody when that widget is destroyed."""
    return [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}() gives the screen to that widget; take app.screens.screen_of()"
        for path, node in _calls(root, "app", "widgets", "tests")
        if isinstance(node.func, ast.Attribute) and node.func.attr == "screen" and not node.args
    ]


def the_core_does_not_print(root: Path) -> list[str]:
    """A module run as a program (under `if __name__ == "__main__"`) may."""
    return [f"{path}:{node.lineno}: print() in the core" for path, node in _calls(root, "core") if ast.unparse(node.func) == "print"]


def _calls(root: Path, *places: str) -> Iterator[tuple[str, ast.Call]]:
    for path, tree in modules(root, *places):
        for part in tree.body:
            if isinstance(part, ast.If) and "__main__" in ast.unparse(part.test):
                continue
            yield from ((path, node) for node in ast.walk(part) if isinstance(node, ast.Call))


def colours_come_from_the_theme(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root, "app", "widgets"):
        if is_in(path, "widgets/style.py"):
            continue
        found += [
            f"{path}:{node.lineno}: colour {node.value}; take a token of Theme"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch("#[0-9a-fA-F]{3,8}", node.value)
        ]
    return found
