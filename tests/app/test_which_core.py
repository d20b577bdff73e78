"""Which core runs: real binaries, built once by the real compilers in a copy of the tree, and every way they can be wrong."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, SourceFileLoader
from pathlib import Path

import pytest

from app import core_build, which_core
from app.core_build import Cannot, check_tools
from tests.house.direction import starts_with
from tests.house.tree import dotted, imports, modules
from tests.sessions import ROOT

pytestmark = pytest.mark.timeout(600)  # the first of them may wait for a build
MODULES = [path.removesuffix(".py").replace("/", ".") for path in which_core.compiled_modules(ROOT)]
ENGINE = "core/machine/engine.py"


def run(tree: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python in that tree, with nothing of this process's choice."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("QUARTERDECK_")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=tree, env=clean | environment, capture_output=True, text=True, timeout=300, check=False
    )


def version(tree: Path, *arguments: str) -> str:
    done = run(tree, "main.py", "--version", *arguments)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout.strip()


def build(tree: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(tree, "-m", "app.core_build", *arguments, **environment)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The program without binaries. pytest's folders may be long-lived: only what a start needs is copied."""
    for name in ("app", "core", "widgets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("main.py", "requirements-fast.txt"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """build/fast/ of these sources: the tree's own when it is up to date, or is made so while we wait, else built now."""
    if (ROOT / "build" / "fast").is_dir():
        with (ROOT / "build" / "fast" / "lock").open("a+b") as file:
            core_build.exclusive(file, wait=True)
    if core_build.is_ready(which_core.fingerprint(which_core.source_sums(ROOT))):
        return ROOT / "build" / "fast"
    try:
        check_tools(core_build.compiler(), sysconfig.get_path("include"))
    except Cannot as missing:
        pytest.skip(f"the compiled core cannot be built on this machine: {missing}")
    home = tmp_path_factory.mktemp("built")
    for name in ("app", "core"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "requirements-fast.txt", home / "requirements-fast.txt")
    done = build(home)
    assert done.returncode == 0 and "compiled core ready in" in done.stdout, done
    return home / "build" / "fast"


@pytest.fixture
def built(tree: Path, binaries: Path) -> Path:
    shutil.copytree(binaries, tree / "build" / "fast")
    return tree


# what this very process runs --------------------------------------------------------------------------------------------


def test_the_core_that_was_asked_for_is_the_one_that_runs() -> None:
    wanted = os.environ["QUARTERDECK_CORE"]
    compiled = which_core.present().compiled
    assert compiled == (wanted == "compiled") or wanted == "auto"
    loader = ExtensionFileLoader if compiled else SourceFileLoader
    assert {name: type(importlib.import_module(name).__spec__.loader) for name in MODULES} == dict.fromkeys(MODULES, loader)
    for name in ("core", "core.domain", "core.machine.venue", "core.messages.events", "core.projections.market", "core.native"):
        assert type(importlib.import_module(name).__spec__.loader) is SourceFileLoader


def test_nothing_compiled_lies_beside_a_source() -> None:
    assert not [path for suffix in EXTENSION_SUFFIXES for path in (ROOT / "core").rglob(f"*{suffix}")]


def test_what_compiled_modules_import_is_in_the_fingerprint() -> None:
    """mypyc may build a constant of theirs into machine code: an edit there must make the binaries stale, too."""
    seen = {path.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".") for path in which_core.sources(ROOT)}
    for path, module in modules(ROOT, *which_core.COMPILED):
        for line, name in imports(module):
            if starts_with(name, "core"):
                assert any(starts_with(name, one) for one in seen), f"{path}:{line}: {name}"
    assert dotted(ENGINE) in MODULES


# fresh, stale, damaged, absent ------------------------------------------------------------------------------------------


def test_fresh_binaries_run_and_give_way_when_told(built: Path) -> None:
    mypy = json.loads(next((built / "build" / "fast").glob("*/core.json")).read_text())["mypy"]
    assert version(built).endswith(f"core: compiled (mypyc {mypy})")
    assert version(built, "--core", "compiled").endswith(f"core: compiled (mypyc {mypy})")
    assert version(built, "--core", "plain").endswith("core: plain Python (as asked)")


@pytest.mark.parametrize("path", [ENGINE, "core/messages/reasons.py", "core/journal/entry.py", "app/core_translate.py"])
def test_an_edit_is_never_shadowed(path: str, built: Path) -> None:
    before = (built / path).read_bytes()
    stat = (built / path).stat()
    (built / path).write_bytes(before + b"\n# edited\n")
    os.utime(built / path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert version(built).endswith(f"core: plain Python ({path} changed since it was built; make fast builds it anew)")
    (built / path).write_bytes(before)
    assert "core: compiled" in version(built)


def test_a_new_module_and_a_lost_one_are_edits(built: Path) -> None:
    (built / "core" / "machine" / "added.py").write_text('"""New."""\n')
    assert "core/machine/added.py changed since it was built" in version(built)
    (built / "core" / "machine" / "added.py").unlink()
    (built / "core" / "machine" / ".#engine.py").symlink_to("nowhere")
    assert "core: compiled" in version(built), "an editor's own file is no source"


def test_damaged_binaries_are_left_alone(built: Path) -> None:
    library = next((built / "build" / "fast").glob("*/*__mypyc*"))
    whole = library.read_bytes()
    library.write_bytes(whole[:-1])
    assert "is damaged; make fast builds it anew" in version(built)
    # The size is right, the content is not: the loader refuses it, and the plain core starts in its place.
    library.write_bytes(bytes(len(whole)))
    assert "core: plain Python (the compiled one cannot be loaded: ImportError" in version(built)
    done = run(built, "main.py", "verify", "--data", str(built / "data"))
    assert done.returncode == 2 and "no journal" in done.stderr and "Traceback" not in done.stderr
    library.unlink()
    assert "is damaged" in version(built)


def test_binaries_of_another_python_are_left_alone(built: Path) -> None:
    path = built / "build" / "fast" / "outcome.json"
    folder = next((built / "build" / "fast").glob("*/core.json")).parent
    folder.rename(folder.with_name("0" * 16))
    path.write_text(json.dumps({**json.loads(path.read_text()), "python": "linux .cpython-39-x.so 3.9"}))
    assert version(built).endswith("plain Python (built for another Python; make fast builds it anew)")


def test_the_compiled_core_by_name_or_none(tree: Path) -> None:
    assert version(tree).endswith("core: plain Python (not built; make fast builds it)")
    for arguments, environment, place in (
        (["--core", "compiled"], {}, "--core"), ([], {"QUARTERDECK_CORE": "compiled"}, "environment variable QUARTERDECK_CORE"),
    ):
        done = run(tree, "main.py", "--headless", "--data", str(tree / "data"), *arguments, **environment)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"quarterdeck: {place}: the compiled core was asked for, but only plain Python can run: not built; make fast builds it\n"
        )
    done = run(tree, "main.py", "--core", "fastest")
    assert done.returncode == 2 and "expected one of auto, plain, compiled" in done.stderr


def test_who_kills_is_not_asked_about_speed(tree: Path) -> None:
    (tree / "data").mkdir()
    done = run(tree, "main.py", "kill", "--data", str(tree / "data"), QUARTERDECK_CORE="compiled")
    assert done.returncode == 0 and "Kill switch engaged" in done.stdout


# building ---------------------------------------------------------------------------------------------------------------


def test_without_a_compiler_it_says_so_once(tree: Path) -> None:
    nothing = {"PATH": str(tree / "nowhere"), "CC": ""}
    done = build(tree, **nothing)
    assert done.returncode == 3
    log = tree / "build" / "fast" / "build.log"
    assert "fast: not built: no C compiler; install gcc, then make fast" in log.read_text() and "no C compiler" in done.stdout
    assert version(tree).endswith("core: plain Python (not built: no C compiler; install gcc, then make fast)")
    said = log.stat().st_mtime_ns
    assert core_build_failed_before(tree, nothing)
    assert build(tree, "background", **nothing).returncode == 0
    assert log.stat().st_mtime_ns == said
    assert not core_build_failed_before(tree, {}), "with a compiler it is worth another try"


def core_build_failed_before(tree: Path, environment: dict[str, str]) -> bool:
    question = "from app import core_build, which_core; print(core_build._failed_before(which_core.source_sums(which_core.ROOT)))"
    return run(tree, "-c", question, **environment).stdout == "True\n"


def test_without_headers_it_names_the_package(tmp_path: Path) -> None:
    with pytest.raises(Cannot, match=r"headers are missing; install python3\.\d+-dev, then make fast"):
        check_tools("gcc", str(tmp_path))
    with pytest.raises(Cannot, match="no C compiler"):
        check_tools("", str(tmp_path))


def test_a_source_that_does_not_compile_leaves_the_plain_core(built: Path) -> None:
    if importlib.util.find_spec("mypyc") is None:
        pytest.skip("this Python has no mypyc, and making an environment for it needs a network")
    with (built / ENGINE).open("a") as file:
        file.write("\n\nx: int = 'no number'\n")
    done = build(built)
    assert done.returncode == 1 and "not built: the sources do not compile; see build/fast/build.log" in done.stdout
    assert "Incompatible types" in (built / "build" / "fast" / "build.log").read_text()
    assert version(built).endswith("core: plain Python (not built: the sources do not compile; see build/fast/build.log)")
    assert not list((built / "build" / "fast").glob("copy-*")), "a copy was left behind"


def test_what_is_built_already_is_not_built_again(built: Path) -> None:
    done = build(built)
    assert done.returncode == 0 and done.stdout == "fast: the compiled core is up to date\n"


def test_one_build_at_a_time(built: Path) -> None:
    """While one holds the lock, a build in the background leaves it alone."""
    with (built / "build" / "fast" / "lock").open("a+b") as file:
        core_build.exclusive(file)
        (built / "core" / "machine" / "added.py").write_text('"""New."""\n')
        done = build(built, "in-background")
    assert done.returncode == 1 and "cannot build" in done.stderr


@pytest.fixture(autouse=True)
def no_build_left(tmp_path: Path) -> Iterator[None]:
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)
