"""What is shipped beside the code: locks without addresses and with hashes, no path of anybody's machine, a tidy top folder."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import paths, texts

TOP = {
    "app", "widgets", "core", "resources", "tests", "docs", "main.py", "pyproject.toml", "Makefile", "README.md", "LICENSE",
    "requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt", "requirements-fast.in", "requirements-fast.txt",
}
REGISTRY = re.compile(r"https?://[\w.-]+/simple\b|https?://[\w.-]+/(?:debian|ubuntu|npm)\b", re.IGNORECASE)
# Folders of one machine. Those every Linux has (/proc, /sys, /usr, /etc) are not.
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|farm|root|home|Users)/|(?<![\w.~$}])/tmp/[a-z]|[A-Z]:\\Users")
PINNED = re.compile(r"[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==[\w.!+]+( ; [^\\]+)?( \\)?")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")
ADDRESS = re.compile(r"https?:|git\+|file:|--(extra-)?index-url|--find-links|--trusted-host|^-[if] ", re.MULTILINE)


def locks_have_hashes_and_no_addresses(root: Path) -> list[str]:
    found = []
    for path in paths(root):
        if not re.fullmatch(r"requirements[\w-]*\.(in|txt)", path):
            continue
        text = (root / path).read_text(encoding="utf-8")
        found += [f"{path}:{_line(text, hit)}: address or index option {hit[0]!r}" for hit in ADDRESS.finditer(text)]
        if path.endswith(".txt"):
            found += _unlocked(path, text)
    return found


def _unlocked(path: str, text: str) -> Iterator[str]:
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#") or HASH.fullmatch(line):
            continue
        if not PINNED.fullmatch(line):
            yield f"{path}:{number}: neither name==version nor a sha256 hash: {line!r}"
        elif not line.endswith("\\") or number == len(lines) or not HASH.fullmatch(lines[number]):
            yield f"{path}:{number}: no hash for {line.partition(' ')[0]}"


def nothing_points_at_a_machine(root: Path) -> list[str]:
    found = []
    for path, text in texts(root):
        for pattern, what in ((REGISTRY, "registry host"), (MACHINE, "path of one machine")):
            found += [f"{path}:{_line(text, hit)}: {what} {hit[0]!r}" for hit in pattern.finditer(text)]
    return found


def the_top_folder_is_tidy(root: Path) -> list[str]:
    return [
        f"{name}: does not belong in the top folder"
        for name in sorted({path.partition("/")[0] for path in paths(root)})
        if name not in TOP and not name.startswith(".")
    ]


def _line(text: str, hit: re.Match[str]) -> int:
    return text.count("\n", 0, hit.start()) + 1
