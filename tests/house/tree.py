"""The project's files as the house rules see them: paths, text, syntax trees. Works on any folder, so that a rule can be
shown a broken tree. What is built, cached or installed is not the project's.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

NOT_OURS = {"build", "__pycache__", "node_modules"}
TEXT = {".py", ".toml", ".txt", ".in", ".md", ".sh", ".cfg", ".ini", ".yml", ".yaml", ".json", ""}


def paths(root: Path) -> Iterator[str]:
    """Every file of the project, sorted, relative, with forward slashes. Dot folders other than .ci are not ours."""
    for path in sorted(root.iterdir()):
        yield from _below(root, path)


def _below(root: Path, path: Path) -> Iterator[str]:
    # In a second working tree .git is a file, with the path of the first.
    hidden = path.name == ".git" or (path.name.startswith(".") and path.is_dir() and path.name != ".ci")
    if hidden or path.name in NOT_OURS or path.name.endswith(".egg-info"):
        return
    if path.is_dir():
        for child in sorted(path.iterdir()):
            yield from _below(root, child)
    else:
        yield path.relative_to(root).as_posix()


def modules(root: Path, *places: str) -> Iterator[tuple[str, ast.Module]]:
    """(path, syntax tree) of the Python files that are, or are below, one of places; of all without places."""
    for path in paths(root):
        if path.endswith(".py") and (not places or any(is_in(path, place) for place in places)):
            yield path, ast.parse((root / path).read_text(encoding="utf-8"), path)


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """(path, text) of the text files."""
    for path in paths(root):
        if (root / path).suffix in TEXT:
            yield path, (root / path).read_text(encoding="utf-8")


def is_in(path: str, place: str) -> bool:
    return path == place or path.startswith(place + "/")


def dotted(path: str) -> str:
    """core/machine/engine.py -> core.machine.engine; a package is its folder."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything imported, wherever it stands. `from a import b` gives a.b: b may be a module.

    A relative import gives its dots first.
    """
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            for alias in node.names:
                yield node.lineno, f"{source}.{alias.name}"


def starts_with(name: str, prefix: str) -> bool:
    """Whether a dotted name is prefix or lies below it."""
    return name == prefix or name.startswith(prefix + ".")
