"""Imports point one way. One row a part: what it may import of ours; one row a library: who may import it."""

from pathlib import Path

from tests.house.tree import dotted, imports, modules, starts_with

DOMAIN, MESSAGES, ENTRY, NATIVE = "core.domain", "core.messages", "core.journal.entry", "core.native"
READERS = (DOMAIN, MESSAGES, ENTRY)

# The first row that fits a module counts. Every part may import itself.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    NATIVE: (),
    "core.domain": (NATIVE,),
    "core.messages": (DOMAIN,),
    "core.machine": (DOMAIN, MESSAGES, NATIVE),
    ENTRY: (DOMAIN, MESSAGES),
    "core.journal": (DOMAIN, MESSAGES, "core.machine"),
    "core.sequencer": (DOMAIN, MESSAGES, "core.machine", "core.journal", NATIVE),
    "core.replay": (DOMAIN, MESSAGES, "core.machine", "core.journal"),
    "core.projections": READERS,
    "core.strategies": READERS,
    "core.execution": READERS,
    "core.compliance": READERS,
    "core.fix": (DOMAIN, MESSAGES),
    "core.edge": (DOMAIN, MESSAGES, ENTRY, "core.fix"),
    "widgets": (DOMAIN, MESSAGES, "core.projections"),
    "app": ("core", "widgets"),
    "main": ("app",),
    "tests": ("core", "widgets", "app", "main"),
}
ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("app", "widgets"),
    "shiboken6": ("app", "widgets"),
    "qtawesome": ("app", "widgets"),
    "argon2": ("core.edge",),
    "pyotp": ("core.edge",),
    "pyqtgraph": ("widgets",),
    "qasync": ("app",),
    "sqlalchemy": ("core.edge",),
    "alembic": ("core.edge.history",),
    "pg8000": ("core.edge.history",),
    "simplefix": ("core.fix",),
}
OURS = ("core", "widgets", "app", "main", "tests")


def imports_point_one_way(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root):
        module = dotted(path)
        part = next((part for part in MAY_IMPORT if starts_with(module, part)), None)
        if part is None:
            if starts_with(module, "core") and module != "core":
                found.append(f"{path}:1: a part of core without a row in MAY_IMPORT")
            continue
        allowed = (part, *MAY_IMPORT[part])
        for line, name in imports(tree):
            if name.startswith("."):
                found.append(f"{path}:{line}: relative import {name}; write the whole name")
            elif name.partition(".")[0] in OURS and not any(starts_with(name, one) for one in allowed):
                found.append(f"{path}:{line}: {part} must not import {name}")
    return found


def libraries_stay_in_their_place(root: Path) -> list[str]:
    found = []
    for path, tree in modules(root):
        module = dotted(path)
        if starts_with(module, "tests"):
            continue
        for line, name in imports(tree):
            places = ONLY_IN.get(name.partition(".")[0])
            if places is not None and not any(starts_with(module, place) for place in places):
                found.append(f"{path}:{line}: {name} may be imported only in {', '.join(places)}")
    return found


def panels_do_not_know_each_other(root: Path) -> list[str]:
    """A panel is a folder of widgets/. Only widgets/panels.py, the table of panels, knows them all."""
    folders = root / "widgets"
    panels = {path.name for path in folders.iterdir() if path.is_dir()} if folders.exists() else set()
    found = []
    for path, tree in modules(root, "widgets"):
        if path == "widgets/panels.py":
            continue
        _, *rest = path.split("/")
        own = rest[0] if len(rest) > 1 else ""
        for line, name in imports(tree):
            package, _, below = name.partition(".")
            panel = below.partition(".")[0]
            if package == "widgets" and panel in panels and panel != own:
                found.append(f"{path}:{line}: {name} is another panel; what both need belongs in a module of widgets/")
    return found
