"""The pure parts have no clock, no chance, no float and no order that changes from run to run; and they still compile."""

import ast
from collections.abc import Iterator
from pathlib import Path

from app.which_core import COMPILED
from tests.house.tree import imports, modules, starts_with

PURE = ("core/domain", "core/messages", "core/machine", "core/journal/entry.py")
WHOLE_NUMBERS = ("core/domain", "core/messages", "core/machine")
OUTSIDE = (
    "time", "datetime", "random", "secrets", "os", "uuid", "threading", "multiprocessing", "asyncio", "concurrent", "logging",
    "socket", "subprocess", "tempfile", "platform",
)
CHANGING = {
    "hash": "differs in each process",
    "id": "is an address",
    "open": "is a door",
    "print": "is a door",
    "input": "is a door",
}
FLOAT_HINTS = ("core/messages/commands.py",)  # SetSpeed.speed: how fast a session is played; decides nothing, is not journaled
ORDERLY = {"sorted", "len", "sum", "min", "max", "any", "all", "set", "frozenset"}


def pure_parts_ask_nothing_outside(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root, *PURE):
        found += [
            f"{path}:{line}: imports {name}: what is outside must come in as a message"
            for line, name in imports(tree)
            if any(starts_with(name, one) for one in OUTSIDE)
        ]
        found += [
            f"{path}:{node.lineno}: {node.func.id}() {CHANGING[node.func.id]}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CHANGING
        ]
    return found


def no_float_decides(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root, *WHOLE_NUMBERS):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
                found.append(f"{path}:{node.lineno}: float literal {node.value}")
            elif isinstance(node, ast.Name) and node.id == "float" and path not in FLOAT_HINTS:
                found.append(f"{path}:{node.lineno}: float")
            elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
                found.append(f"{path}:{node.lineno}: true division makes a float; use // and say how it rounds")
    return found


def sets_are_not_walked(root: Path) -> list[str]:
    """A set's order is the memory's. Walking one is found where the module itself shows that it is one."""
    found = []
    for path, tree in modules(root, *PURE):
        known = set(_names_of_sets(tree))
        found += [
            f"{path}:{node.lineno}: walks a set; its order differs from run to run: sort it, or keep a dict"
            for node in _walked(tree)
            if _is_set(node, known)
        ]
    return found


def _names_of_sets(tree: ast.Module) -> Iterator[str]:
    """Variables and attributes that this module makes, or says to be, sets."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            if ast.unparse(node.annotation).startswith(("set", "frozenset", "Set", "AbstractSet")):
                yield node.arg if isinstance(node, ast.arg) else _name(node.target)
        elif isinstance(node, ast.Assign) and _is_set(node.value, set()):
            yield from map(_name, node.targets)


def _walked(tree: ast.Module) -> Iterator[ast.expr]:
    """Whatever is gone through in order: loops, comprehensions not handed to something orderly, list() and its like."""
    orderly = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ORDERLY
        for part in call.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.AsyncFor):
            yield node.iter
        elif isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp) and id(node) not in orderly:
            yield from (one.iter for one in node.generators)
        elif isinstance(node, ast.Starred) and isinstance(node.ctx, ast.Load):
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("list", "tuple", "iter", "enumerate", "zip", "map", "filter", "dict"):
                yield from node.args


def _is_set(node: ast.expr, known: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor):
        return _is_set(node.left, known) or _is_set(node.right, known)
    return _name(node) in known


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def compiled_parts_stay_plain(root: Path) -> list[str]:
    """mypyc 2.4 silently drops frozen, tag and array_like of a Struct: none is defined, under any name, where mypyc compiles."""
    found = []
    for path, tree in modules(root, *COMPILED):
        named = list(imports(tree))
        structs = {name.rpartition(".")[2] for _, name in named if starts_with(name, "core.messages") or starts_with(name, "core.journal")}
        found += [
            f"{path}:{line}: imports {name}; a compiled part uses Structs, it defines none"
            for line, name in named
            if starts_with(name, "msgspec")
        ]
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef):
                continue
            bases = {part for base in node.bases for part in ast.unparse(base).split(".")}
            if "Struct" in bases or bases & structs:
                found.append(f"{path}:{node.lineno}: {node.name} is a Struct in a compiled part; define it in core/messages")
            elif node.keywords:
                found.append(f"{path}:{node.lineno}: class {node.name} has keywords, which mypyc drops")
    return found
