"""How large type and rows are: every length of the window at a font scale and a density, changed while it runs.

A length is a constant of a module, named in pixels (ROW_PX, SIZE); its value in the source is the one at 100 %. Invariants:
resize() gives each the value that it would have had if the sources said so: plain numbers grow with the type, what is computed
from others is computed again, and 100 % and compact give back what the sources say. Font sizes stay as they are named; style.font
and style.px grow them. A part that stands on the screen keeps the lengths it was made with: whoever calls makes it anew.
Deliberately not here: Qt's own scale factor (--scale), which makes everything larger, pictures and hairlines too, from the start on.
"""

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from PySide6.QtCore import QSize

import widgets
from widgets import style

SMALLEST, LARGEST = 100, 200
ROWS_PX = {"compact": 22, "normal": 24, "roomy": 28}
"""Height of a row by density, on a grid of 4 px but the first, which is the one that everything was drawn for."""
PADS_PX = {"compact": 8, "normal": 8, "roomy": 12}
"""Beside the words of a button."""
FONTS = ("DATA_PX", "HEADING_PX", "BIG_PX", "SMALL_PX")
PACKAGES = ("widgets.", "app.")
DEEPEST = 8
"""Rounds in which lengths that follow from others settle; three are needed today."""


class _Length(NamedTuple):
    """plain: its value at 100 %, if it follows from no other. code: what computes it. source: the module it is imported from."""

    module: ModuleType
    name: str
    plain: Any = None
    code: CodeType | None = None
    source: str = ""


class _Known:
    lengths: list[_Length] = []
    now = (SMALLEST, "compact")


def resize(percent: int, density: str) -> bool:
    """Whether anything changed. The first time it reads the sources, some tenths of a second; not at all when nothing is to change."""
    if (percent, density) == _Known.now:
        return False
    if not _Known.lengths:
        _Known.lengths = list(_read())
    _Known.now = (percent, density)
    style.grow(percent)
    style.ROW_PX, style.PAD_PX = style.px(ROWS_PX[density]), style.px(PADS_PX[density])
    for _ in range(DEEPEST):
        if not sum(_settle(length) for length in _Known.lengths):
            return True
    raise AssertionError("lengths follow from one another in a circle")


def _settle(length: _Length) -> bool:
    space = vars(length.module)
    before = space[length.name]
    if length.source:
        space[length.name] = getattr(sys.modules[length.source], length.name)
    elif length.code is not None:
        exec(length.code, space)
    else:
        space[length.name] = _grown(length.plain)
    return bool(space[length.name] != before)


def _grown(plain: Any) -> Any:
    return QSize(style.px(plain.width()), style.px(plain.height())) if isinstance(plain, QSize) else style.px(plain)


def _read() -> Iterator[_Length]:
    for found in pkgutil.walk_packages(widgets.__path__, "widgets."):
        importlib.import_module(found.name)
    for name, module in sorted(sys.modules.items()):
        if name.startswith(PACKAGES):
            yield from _of(module)


def _of(module: ModuleType) -> Iterator[_Length]:
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGES):
            for alias in node.names:
                if _is_length(alias.name):
                    yield _Length(module, alias.name, source=node.module or "")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and all(map(_is_length, _names(node))):
            code = compile(ast.Module([node], []), module.__file__ or "", "exec")
            follows = any(isinstance(part, ast.Name) and _is_length(part.id) for part in ast.walk(node.value))
            for name in _names(node):
                value = vars(module)[name]
                ours = module is not style or name == "GRID_PX"  # the others of style are set by resize()
                if isinstance(value, QSize) or (isinstance(value, int) and name.endswith("_PX") and ours):
                    yield _Length(module, name, code=code) if follows else _Length(module, name, plain=value)


def _names(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]


def _is_length(name: str) -> bool:
    return (name.endswith(("_PX", "SIZE")) or name == "BAR") and name.isupper() and name not in FONTS and not name.endswith("_A_PX")
