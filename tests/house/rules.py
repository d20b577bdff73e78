"""The rules of the house as functions: a root folder goes in, findings as "file:line: sentence" come out.

Nothing of ours is imported here: sources are read as text and as syntax trees, so that a broken tree can be judged too.
"""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 50
SOURCES = ("app", "core", "widgets", "main.py")
PURE = ("core/domain", "core/messages", "core/machine", "core/journal/entry.py")
IMPURE_MODULES = ("time", "random", "os", "uuid", "threading", "asyncio", "logging", "datetime")
COMPILED = ("core/domain", "core/machine", "core/sequencer.py")
BANNED_NAMES = ("utils", "common", "misc", "helpers", "base", "manager", "service", "processor", "handler")

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "core.domain": (),
    "core.messages": ("core.domain",),
    "core.machine": ("core.domain", "core.messages"),
    "core.journal": ("core.domain", "core.messages", "core.machine"),
    "core.sequencer": ("core.domain", "core.messages", "core.machine", "core.journal"),
    "core.replay": ("core.domain", "core.messages", "core.machine", "core.journal"),
    "core.projections": ("core.domain", "core.messages", "core.journal.entry"),
    "core.strategies": ("core.domain", "core.messages", "core.journal.entry"),
    "core.execution": ("core.domain", "core.messages", "core.journal.entry"),
    "core.compliance": ("core.domain", "core.messages", "core.journal.entry"),
    "core.fix": ("core.domain", "core.messages"),
    "core.edge": ("core.domain", "core.messages", "core.fix", "core.journal.entry"),
    "widgets": ("core.domain", "core.messages", "core.projections.pictures"),
    "app": ("core", "widgets"),
    "main": ("app",),
}
"""Longest prefix wins; everything may import itself. The order of the keys is that of house.md."""

ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("app", "widgets"), "pyqtgraph": ("widgets",), "qasync": ("app",), "sqlalchemy": ("core.edge",),
    "simplefix": ("core.fix",),
}

TEXT_SUFFIXES = (".py", ".md", ".txt", ".toml", ".in", ".cfg", ".ini", ".json", ".yml", ".yaml", ".sh", ".svg", ".desktop")
MACHINE_PATH = re.compile(r"(?<![\w./])/(?:work|root|home/\w+|tmp|Users/\w+)(?:/[\w.-]+|\b)")
SKIPPED_FOLDERS = {".git", ".venv", "build", "dist", "__pycache__"}


def python_files(root: Path, *parts: str) -> list[Path]:
    found: list[Path] = []
    for part in parts or SOURCES:
        path = root / part
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [path for path in found if "__pycache__" not in path.parts]


@lru_cache(maxsize=1024)
def _parsed(path: Path, written_at: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def tree(path: Path) -> ast.Module:
    return _parsed(path, path.stat().st_mtime_ns)


def module_name(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


def _finding(root: Path, path: Path, node: ast.AST | None, sentence: str) -> str:
    return f"{path.relative_to(root).as_posix()}:{getattr(node, 'lineno', 1)}: {sentence}"


# imports ----------------------------------------------------------------------------------------------------------------


def _is_module(root: Path, name: str) -> bool:
    path = root.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def imported(root: Path, path: Path) -> Iterator[tuple[ast.AST, str]]:
    """Full module names; `from core import sequencer` counts as core.sequencer. Relative imports are resolved."""
    package = module_name(root, path) if path.name == "__init__.py" else module_name(root, path).rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                name = ".".join([*above, name] if name else above)
            for alias in node.names:
                inner = f"{name}.{alias.name}"
                yield node, inner if _is_module(root, inner) else name


def imports(root: Path) -> list[str]:
    """Ours point one way; foreign libraries stay where they belong; no panel knows another."""
    found = []
    for path in python_files(root):
        name = module_name(root, path)
        owner = max((key for key in MAY_IMPORT if within(name, key)), key=len, default="")
        for node, target in imported(root, path):
            top = target.partition(".")[0]
            if top in ONLY_IN and not any(within(name, place) for place in ONLY_IN[top]):
                found.append(_finding(root, path, node, f"{top} belongs only in {' and '.join(ONLY_IN[top])}"))
            if top not in ("app", "core", "widgets", "main", "tests"):
                continue
            allowed = (*MAY_IMPORT.get(owner, ()), owner)
            if not any(within(target, one) for one in allowed if one):
                found.append(_finding(root, path, node, f"{owner or name} must not import {target}"))
            elif _other_panel(root, name, target):
                found.append(_finding(root, path, node, f"a panel must not import another panel: {target}"))
    return found


def _other_panel(root: Path, name: str, target: str) -> bool:
    """Whether both are in panel folders, and not the same; a shared module must not import a panel either."""
    if not (within(name, "widgets") and within(target, "widgets")) or target == "widgets":
        return False
    wanted = target.split(".")[1]
    if not (root / "widgets" / wanted).is_dir():
        return False
    parts = name.split(".")
    # The table of panels makes each view when asked; nothing else may know them.
    return name != "widgets.panels" and (len(parts) < 2 or parts[1] != wanted)


# pure parts -------------------------------------------------------------------------------------------------------------


def purity(root: Path) -> list[str]:
    """What decides knows no clock, chance, thread or float, and walks over no set."""
    found = []
    for path in python_files(root, *PURE):
        for node, target in imported(root, path):
            if target.partition(".")[0] in IMPURE_MODULES:
                found.append(_finding(root, path, node, f"a pure part must not import {target}"))
        for node in ast.walk(tree(path)):
            sentence = _impure(node)
            if sentence:
                found.append(_finding(root, path, node, sentence))
    return found


def _impure(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, float):
        return f"a pure part has no float: {node.value}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        return "a pure part has no float()"
    if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
        return "a pure part divides with //"
    walked = node.iter if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) else None
    if isinstance(walked, ast.Set | ast.SetComp) or (
        isinstance(walked, ast.Call) and isinstance(walked.func, ast.Name) and walked.func.id in ("set", "frozenset")
    ):
        return "a set has no order to walk in"
    return ""


def compilable(root: Path) -> list[str]:
    """mypyc drops frozen, tag and array_like of a Struct without a word, so compiled modules define none."""
    found = []
    for path in python_files(root, *COMPILED):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ClassDef):
                continue
            if node.keywords:
                found.append(_finding(root, path, node, f"class {node.name} has keywords or a metaclass"))
            if any(ast.unparse(base).rpartition(".")[2] == "Struct" for base in node.bases):
                found.append(_finding(root, path, node, f"class {node.name} is a Struct: define it in core/messages"))
    return found


# sizes and names --------------------------------------------------------------------------------------------------------


def sizes(root: Path) -> dict[str, int]:
    """What is larger than the house allows: "file" or "file:function" -> lines."""
    found = {}
    for path in python_files(root, *SOURCES, "tests"):
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE_LINES:
            found[name] = lines
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    found[f"{name}:{node.name}"] = length
    return found


def ratchet(root: Path, exceptions: dict[str, int]) -> list[str]:
    """exceptions may only shrink, and leave when they are no longer needed."""
    measured = sizes(root)
    found = []
    for name, lines in measured.items():
        allowed = exceptions.get(name, FUNCTION_LINES if ":" in name else FILE_LINES)
        if lines > allowed:
            found.append(f"{name}: {lines} lines, allowed {allowed}")
        elif lines < allowed:
            found.append(f"{name}: shrank to {lines} lines, write that down instead of {allowed}")
    return found + [f"{name}: no longer too large, remove its exception" for name in exceptions if name not in measured]


def names(root: Path) -> list[str]:
    """A banned name says that the subject has not been found yet."""
    found = []
    for path in python_files(root):
        if path.stem in BANNED_NAMES or path.parent.name in BANNED_NAMES:
            found.append(_finding(root, path, None, f"module name {path.stem} says nothing"))
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and node.name.lower().endswith(BANNED_NAMES):
                found.append(_finding(root, path, node, f"class name {node.name} says nothing"))
    return found


# habits -----------------------------------------------------------------------------------------------------------------


def blocking_dialogs(root: Path) -> list[str]:
    """A dialog in its own event loop stops the frames: open() it. Message boxes by static call do the same."""
    found = []
    for path in python_files(root, "app", "widgets"):
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = ast.unparse(node.func.value)
            if node.func.attr in ("exec", "exec_") and owner.rpartition(".")[2] not in ("app", "application", "QApplication"):
                found.append(_finding(root, path, node, f"{owner}.{node.func.attr}() blocks: use open()"))
            if owner == "QMessageBox" and node.func.attr in ("information", "question", "warning", "critical", "about"):
                found.append(_finding(root, path, node, f"QMessageBox.{node.func.attr}() blocks: use open()"))
    return found


def prints(root: Path) -> list[str]:
    """The core does not print, but for a module that is run as a program."""
    found = []
    for path in python_files(root, "core"):
        as_program = {
            id(inner)
            for node in tree(path).body if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree(path)):
            is_print = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
            if is_print and id(node) not in as_program:
                found.append(_finding(root, path, node, "the core does not print"))
    return found


def requirements(root: Path) -> list[str]:
    """Locked files: an exact version and a hash for each, nothing from an address."""
    found = []
    for path in sorted(root.glob("requirements*.txt")):
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            if "http:" in line or "https:" in line:
                found.append(f"{path.name}:{number}: comes from an address")
        for line in text.replace("\\\n", " ").splitlines():
            wanted = line.partition(" #")[0].strip()
            if not wanted or wanted.startswith(("#", "-")):
                continue
            if "--hash=sha256:" not in wanted:
                found.append(f"{path.name}: no hash: {wanted.split()[0]}")
            if "==" not in wanted.split()[0]:
                found.append(f"{path.name}: no exact version: {wanted.split()[0]}")
    return found


def machine_paths(root: Path) -> list[str]:
    """Nothing we keep depends on where somebody's machine has it. Hidden and built folders are not ours to judge."""
    found = []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        hidden = any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts[:-1])
        if hidden or parts[0] == "tests" or path.suffix not in TEXT_SUFFIXES or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            met = MACHINE_PATH.search(line)
            if met:
                found.append(f"{'/'.join(parts)}:{number}: path of one machine: {met.group()}")
    return found
