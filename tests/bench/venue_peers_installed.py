"""Installs the peers of peers.txt into environments of their own under build/bench/, and says which could not be had.

Each section needs a Python of its own. All of a section is tried at once; when that fails package by package, so that one
without a build for this machine costs only itself.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "bench"
PEERS = ROOT / "tests" / "bench" / "peers.txt"
NEEDS_NEWER = {"matching-engine": "3.12"}
"""Peers of another section than the first."""
FIRST = "3.11"


def sections(text: str) -> dict[str, list[str]]:
    """Oldest Python -> blocks, each a pinned package with its hashes."""
    found: dict[str, list[str]] = {}
    _, *parts = re.split(r"^# python ([\d.]+)\n", text, flags=re.MULTILINE)
    for python, lines in zip(parts[::2], parts[1::2], strict=True):
        found[python] = [block.strip() + "\n" for block in re.split(r"\n(?=[A-Za-z0-9])", lines.strip())]
    return found


def pinned(text: str) -> dict[str, str]:
    """Package -> version."""
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text, flags=re.MULTILINE))


def interpreter(oldest: str) -> str:
    """A Python of at least that version that runs here: this one, one on the path, or one that pyenv keeps. Empty: none."""
    wanted = tuple(map(int, oldest.split(".")))
    if sys.version_info[:2] >= wanted:
        return sys.executable
    for candidate in _candidates(oldest):
        done = subprocess.run([candidate, "-c", "import ensurepip, venv"], capture_output=True, check=False)
        if done.returncode == 0:
            return candidate
    return ""


def _candidates(version: str) -> Iterator[str]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield on_path
    # A shim of pyenv's is on the path but refuses, unless its version was chosen for this folder.
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from (str(folder / "bin" / "python") for folder in sorted(kept.glob(f"{version}.*"), reverse=True))


def installed() -> dict[str, tuple[str, str]]:
    """Peer's section -> (its Python, or nothing; why it is not there, or what could not be installed)."""
    return {oldest: environment(oldest, blocks) for oldest, blocks in sections(PEERS.read_text(encoding="utf-8")).items()}


def environment(oldest: str, blocks: list[str]) -> tuple[str, str]:
    python = interpreter(oldest)
    if not python:
        return "", f"needs Python {oldest}, and none is here"
    folder = BUILD / f"peers-{oldest}"
    inside = folder / "bin" / "python"
    stamp = folder / "peers"
    total = sha256("".join((python, *blocks)).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8").startswith(total):
        return str(inside), stamp.read_text(encoding="utf-8").partition("\n")[2]
    print(f"installing peers for Python {oldest} or newer into {folder.relative_to(ROOT)}", file=sys.stderr, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    missing = [] if _install(inside, folder, blocks) else [block.split()[0] for block in blocks if not _install(inside, folder, [block])]
    said = ", ".join(missing)
    stamp.write_text(f"{total}\n{said}", encoding="utf-8")
    return str(inside), said


def _install(python: Path, folder: Path, blocks: list[str]) -> bool:
    """Whether the packages went in. Without their dependencies: those are blocks too."""
    listed = folder / "wanted.txt"
    listed.write_text("".join(blocks), encoding="utf-8")
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    return subprocess.run([*command, "-r", str(listed)], capture_output=True, check=False).returncode == 0
