"""Builds the compiled core into build/fast/: python -m app.core_build [background]

    build/fast/<fingerprint>/   binaries and core.json, which names them; put there whole, by one rename
    build/fast/outcome.json     what the last build was made from, and why it failed if it did
    build/fast/build.log        what the last build said, the compilers' words included

A copy of the sources is compiled, and the fingerprint is the copy's: an edit during a build cannot be missed. mypy and
setuptools come from the Python that runs this when it has the locked mypy, else from build/fast-env, made from
requirements-fast.txt with hashes. A build that fails is told once, in the log and by the terminal, and leaves plain Python.
background: what `make run` starts beside the terminal. It returns at once; a process of its own, at the lowest priority,
builds when nothing was built from these sources, and does not try again where the same build failed before.
Exit codes: 0 ready, 1 the build failed, 3 it cannot be built on this machine.
Deliberately absent: choosing and loading (which_core's), and trying again by itself.
"""

import contextlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from app.single_instance import exclusive
from app.step_back import LAST, step_back
from app.which_core import (
    LIBRARY,
    MANIFEST,
    OUTCOME,
    ROOT,
    compiled_modules,
    fingerprint,
    folder_of,
    is_whole,
    python,
    read,
    source_sums,
    sources,
)

FAST = ROOT / "build" / "fast"
ENVIRONMENT = ROOT / "build" / "fast-env"
LOCK = ROOT / "requirements-fast.txt"
LOG = FAST / "build.log"
LONGEST_S = 900
"""Chosen: some twenty times what it takes here. A compiler that hangs must not stay for ever."""
FAILED, CANNOT = 1, 3


class NotBuilt(Exception):
    """Why there is no compiled core: the end of a sentence, as in "not built: no C compiler"."""

    code = FAILED


class Cannot(NotBuilt):
    """Something is missing on this machine."""

    code = CANNOT


def main(arguments: Sequence[str]) -> int:
    if list(arguments) not in ([], ["background"], ["in-background"]):
        print("usage: python -m app.core_build [background]", file=sys.stderr)
        return 2
    if list(arguments) == ["background"]:
        return _start_in_background()
    if arguments:
        step_back(LAST)
    try:
        FAST.mkdir(parents=True, exist_ok=True)
        with (FAST / "lock").open("a+b") as file:
            # Two builds at once: the second one waits, and finds the work done. In the background it leaves it to the first.
            exclusive(file, wait=not arguments)
            if is_ready(fingerprint(source_sums(ROOT))):
                print("fast: the compiled core is up to date")
                return 0
            with LOG.open("w", encoding="utf-8") as log:
                return Build(log).run()
    except OSError as error:
        print(f"fast: cannot build in {FAST}: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130


def is_ready(print_of_sources: str) -> bool:
    """Whether whole binaries for these sources are there."""
    folder = folder_of(ROOT, print_of_sources)
    manifest = read(folder / MANIFEST)
    return bool(manifest) and all(is_whole(folder / file, size) for file, size in manifest["modules"].values())


# in the background ------------------------------------------------------------------------------------------------------


def _start_in_background() -> int:
    """Never fails: a terminal is about to open, and it does not need this."""
    with contextlib.suppress(OSError):
        files = source_sums(ROOT)
        if not is_ready(fingerprint(files)) and not _failed_before(files):
            subprocess.Popen(
                [sys.executable, "-m", "app.core_build", "in-background"], cwd=ROOT, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
    return 0


def _failed_before(files: dict[str, str]) -> bool:
    last = read(FAST / OUTCOME)
    return bool(last and last["failure"]) and (last["files"], last["python"], last["tools"]) == (files, python(), _tools())


# what it needs ----------------------------------------------------------------------------------------------------------


def compiler() -> str:
    """The C compiler's command, or nothing: Python's own or $CC, else any. Windows: setuptools finds its own, or says so."""
    if os.name == "nt":
        return "cl"
    known = [os.environ.get("CC"), sysconfig.get_config_var("CC"), "cc", "gcc", "clang"]
    return next((one for one in known if one and shutil.which(shlex.split(one)[0])), "")


def headers(include: str) -> bool:
    return (Path(include) / "Python.h").is_file()


def check_tools(command: str, include: str) -> None:
    """Raises Cannot with what to install."""
    if not command:
        raise Cannot("no C compiler; install gcc, then make fast")
    if not headers(include):
        series = "python{}.{}-dev".format(*sys.version_info)
        raise Cannot(f"Python's C headers are missing; install {series}, then make fast")


def _tools() -> str:
    """What could have changed when a build that failed is worth another try."""
    return f"{compiler()}, headers {headers(sysconfig.get_path('include'))}"


def locked(name: str) -> str:
    """The version that the lock file names."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return next(line.split()[0].partition("==")[2] for line in lines if line.startswith(f"{name}=="))


def _has_tools() -> bool:
    """Whether this Python can compile by itself, as it can after make test."""
    try:
        return version("mypy") == locked("mypy") and bool(version("setuptools"))
    except PackageNotFoundError:
        return False


# the build --------------------------------------------------------------------------------------------------------------


class Build:
    """One build, from a copy of the sources to the closing line."""

    def __init__(self, log: TextIO) -> None:
        self._log = log
        self._files = source_sums(ROOT)

    def run(self) -> int:
        for left in FAST.glob("copy-*"):
            shutil.rmtree(left, ignore_errors=True)
        started = time.monotonic()
        self._log.write(time.strftime("%Y-%m-%d %H:%M:%S\n"))
        try:
            with tempfile.TemporaryDirectory(prefix="copy-", dir=FAST) as folder:
                final = self._build(Path(folder))
        except NotBuilt as error:
            self._keep_outcome(str(error))
            self._say(f"not built: {error}")
            return error.code
        self._keep_outcome("")
        size = sum(file.stat().st_size for file in final.rglob("*") if file.is_file())
        self._say(f"compiled core ready in {time.monotonic() - started:.1f} s, {size / 1e6:.1f} MB; the next start uses it")
        return 0

    def _build(self, folder: Path) -> Path:
        for path in [*sources(ROOT), *(f"{package}/__init__.py" for package in ("app", "core")), "app/which_core.py"]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, folder / path)
        self._files = source_sums(folder)
        check_tools(compiler(), sysconfig.get_path("include"))
        builder = self._builder()
        modules = compiled_modules(folder)
        self._say(f"compiling {len(modules)} modules with mypyc {locked('mypy')} and {compiler()}")
        script = str(folder / "app" / "core_translate.py")
        self._call("the sources do not compile", [builder, "-I", script, LIBRARY, sys.executable, *modules], folder)
        binaries = folder / "out"
        _write_manifest(binaries, modules)
        self._call("the binaries cannot be loaded", [sys.executable, "-m", "app.which_core", str(binaries)], folder)
        final = folder_of(ROOT, fingerprint(self._files))
        shutil.rmtree(final, ignore_errors=True)
        binaries.replace(final)
        # A terminal that runs has imported all its modules; where a file in use cannot be removed, it stays.
        for old in FAST.iterdir():
            if old != final and (old / MANIFEST).is_file():
                shutil.rmtree(old, ignore_errors=True)
        return final

    def _builder(self) -> str:
        """The Python that compiles: this one, else that of build/fast-env, made when it is not there."""
        if _has_tools():
            return sys.executable
        made = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        stamp = ENVIRONMENT / "made-from"
        wanted = f"{python()}\n{LOCK.read_text(encoding='utf-8')}"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return str(made)
        self._say(f"installing mypy {locked('mypy')} into {ENVIRONMENT.relative_to(ROOT)}")
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        self._call("no environment for mypy can be made", [sys.executable, "-m", "venv", str(ENVIRONMENT)], ROOT)
        install = ["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
        self._call("mypy cannot be installed, is there a network?", [str(made), "-m", "pip", *install], ROOT)
        stamp.write_text(wanted, encoding="utf-8")
        return str(made)

    def _call(self, problem: str, command: list[str], folder: Path) -> None:
        """Runs a command, its words into the log. Raises NotBuilt with the problem."""
        environment: Mapping[str, str] = os.environ if os.name == "nt" else {**os.environ, "CC": compiler()}
        try:
            subprocess.run(
                command, cwd=folder, env=environment, check=True, timeout=LONGEST_S,
                stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT,
            )
        except (OSError, subprocess.SubprocessError) as error:
            self._log.write(f"{error}\n")
            raise NotBuilt(f"{problem}; see {LOG.relative_to(ROOT)}") from None

    def _say(self, sentence: str) -> None:
        for file in (self._log, sys.stdout):
            print(f"fast: {sentence}", file=file, flush=True)

    def _keep_outcome(self, failure: str) -> None:
        outcome = {"files": self._files, "python": python(), "tools": _tools(), "failure": failure}
        (FAST / OUTCOME).write_text(json.dumps(outcome, indent=1), encoding="utf-8")


def _write_manifest(binaries: Path, paths: Sequence[str]) -> None:
    """Every module by name, and the library that holds the code of all, with the size of each file."""
    modules = {}
    for stem in (f"{LIBRARY}__mypyc", *(path.removesuffix(".py") for path in paths)):
        file = stem + EXTENSION_SUFFIXES[0]
        modules[stem.replace("/", ".")] = (file, (binaries / file).stat().st_size)
    (binaries / MANIFEST).write_text(json.dumps({"mypy": locked("mypy"), "modules": modules}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
