"""Which core runs: the one that mypyc compiled from these very sources, or the sources themselves as plain Python.

    choose(wanted)   once, before anything of core is imported; afterwards it only says what was chosen

How compiled modules come in: a finder, first on sys.meta_path, that knows the exact names of the compiled modules and the
file of each, and nothing else. So binaries lie in build/fast/ and never beside a source, where a stale one would win over an
edit; packages (their __init__), core.messages, core.projections and all else still come from the sources, in the ordinary
way; and no search path has two places in which the same name could be found. Lengthening __path__ of five packages would do
as much, but leaves the answer to the order of a list.

Invariants: binaries run only when the fingerprint of the sources on disk at this start is the one they were built from. The
fingerprint covers the bytes of every compiled module, of what they read from elsewhere (a constant of core.messages may be
built into machine code), of how they are compiled and with which mypy, and the Python. It is taken at every start, from the
contents: no date of a file is believed. All compiled modules are imported here and now, so either all of them run or none,
and a build that replaces the folder later cannot mix in. What cannot be loaded is left alone, and the plain core runs.
Deliberately absent: Qt, anything of core, and building (core_build's).
"""

import hashlib
import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
COMPILED = ("core/domain", "core/machine", "core/sequencer.py")
READ = ("core/journal", "core/messages", "core/native.py")
"""Not compiled, but mypyc sees their types and constants when it compiles what imports them."""
RECIPE = ("app/core_translate.py", "requirements-fast.txt")
LIBRARY = "quarterdeck_core"
"""Group name: mypyc puts all code into <this>__mypyc.so, and a small module beside it for each source."""
MANIFEST, OUTCOME = "core.json", "outcome.json"
WORDS = ("auto", "plain", "compiled")


class NoCompiledCore(Exception):
    """The compiled core was asked for by name. Text says why it cannot be had, and what to do."""


@dataclass(frozen=True)
class Core:
    """said: for a person, as in "core: compiled (mypyc 2.4.1)"."""

    compiled: bool
    said: str


_chosen: list[Core] = []


def present() -> Core:
    """The core of this process. Plain when nobody chose, for then imports found the sources."""
    return _chosen[0] if _chosen else Core(False, "plain Python (not chosen)")


def choose(wanted: str, root: Path = ROOT) -> Core:
    """wanted: auto, plain or compiled. Raises NoCompiledCore. A process has one core: the first choice stands."""
    if not _chosen:
        _chosen.append(_decide(wanted, root))
    if wanted == "compiled" and not _chosen[0].compiled:
        why = _chosen[0].said.removeprefix("plain Python (").removesuffix(")")
        raise NoCompiledCore(f"the compiled core was asked for, but only plain Python can run: {why}")
    return _chosen[0]


def _decide(wanted: str, root: Path) -> Core:
    if wanted == "plain":
        return Core(False, "plain Python (as asked)")
    files = source_sums(root)
    early = sorted(sys.modules.keys() & {path.removesuffix(".py").replace("/", ".") for path in files})
    assert not early, f"the core is chosen after {early[0]} was imported"
    folder = folder_of(root, fingerprint(files))
    manifest = read(folder / MANIFEST)
    problem = load(folder, manifest["modules"]) if manifest else _why_none(root, files)
    return Core(False, f"plain Python ({problem})") if problem else Core(True, f"compiled (mypyc {manifest['mypy']})")


def read(path: Path) -> dict[str, Any]:
    """One of the two files that a build leaves behind; empty when there is none, or half of one."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


# the fingerprint --------------------------------------------------------------------------------------------------------


def source_sums(root: Path) -> dict[str, str]:
    """Relative path -> SHA-256 of every file that a compiled core is made from, in order of paths."""
    return {path: hashlib.sha256((root / path).read_bytes()).hexdigest() for path in sources(root)}


def sources(root: Path) -> list[str]:
    return sorted({*_below(root, COMPILED), *_below(root, READ), *(one for one in RECIPE if (root / one).is_file())})


def compiled_modules(root: Path) -> list[str]:
    """Paths of the modules that are compiled: by folder, so a new one is found. Packages' __init__ stay plain."""
    return sorted(path for path in _below(root, COMPILED) if not path.endswith("/__init__.py"))


def fingerprint(files: dict[str, str]) -> str:
    hashed = hashlib.sha256(python().encode())
    for path, total in files.items():
        hashed.update(f"\n{path} {total}".encode())
    return hashed.hexdigest()


def python() -> str:
    """What binaries are bound to besides the sources: the platform and ABI, and the very interpreter to be on the safe side."""
    return f"{sys.platform} {EXTENSION_SUFFIXES[0]} {sys.version}"


def folder_of(root: Path, print_of_sources: str) -> Path:
    return root / "build" / "fast" / print_of_sources[:16]


def _below(root: Path, places: Sequence[str]) -> Iterator[str]:
    for place in places:
        path = root / place
        found = [path] if path.is_file() else path.rglob("*.py")
        # An editor's own files begin with a dot.
        yield from (one.relative_to(root).as_posix() for one in found if not one.name.startswith("."))


def _why_none(root: Path, files: dict[str, str]) -> str:
    """What the last build left behind, in words."""
    last = read(root / "build" / "fast" / OUTCOME)
    if not last:
        return "not built; make fast builds it"
    if last["python"] != python():
        return "built for another Python; make fast builds it anew"
    changed = [path for path in sorted({*files, *last["files"]}) if files.get(path) != last["files"].get(path)]
    if changed:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        return f"{changed[0]}{more} changed since it was built; make fast builds it anew"
    return f"not built: {last['failure']}" if last["failure"] else "its binaries are gone; make fast builds it anew"


def is_whole(file: Path, size: int) -> bool:
    return file.is_file() and file.stat().st_size == size


# loading ----------------------------------------------------------------------------------------------------------------


class Finder:
    """Finds the compiled modules, by their exact names."""

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        file = self._files.get(name)
        return spec_from_file_location(name, file) if file is not None else None


def load(folder: Path, modules: dict[str, list[str | int]]) -> str:
    """Imports every module, as compiled. modules: name -> [file in the folder, its size]. Returns what is wrong, or nothing."""
    files = {name: folder / str(file) for name, (file, _) in modules.items()}
    for name, (_, size) in modules.items():
        if not is_whole(files[name], int(size)):
            return f"the binary of {name} is damaged; make fast builds it anew"
    finder = Finder(files)
    before = set(sys.modules)
    sys.meta_path.insert(0, finder)
    try:
        for name in modules:
            importlib.import_module(name)
    except Exception as error:
        # Not only ImportError: a module that fails while it is run must not keep the terminal from starting.
        sys.meta_path.remove(finder)
        for name in set(sys.modules) - before:
            if name == "core" or name.startswith(("core.", LIBRARY)):
                del sys.modules[name]
        return f"the compiled one cannot be loaded: {type(error).__name__}: {error}"
    return ""


if __name__ == "__main__":
    # The last step of a build: do the binaries in this folder load?
    sys.exit(load(Path(sys.argv[1]), read(Path(sys.argv[1]) / MANIFEST)["modules"]) or 0)
