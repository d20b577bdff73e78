"""The settings file: TOML, one setting a line, comments kept. Read with the place of each value, changed line by line, set aside.

Invariants: a file is replaced whole or not at all; a line that a person wrote and nobody changes stays as it is; every sentence
about a wrong value says where it stands. What a setting may be is the table's business (app/settings.py).
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from app import kept_file
from widgets.tongue import told

FILE_NAME = "quarterdeck.toml"


class FileProblem(Exception):
    """One sentence: where it stands, what is wrong, what was expected."""


def read(path: Path, must_exist: bool, known: Collection[str]) -> dict[str, tuple[Any, str]]:
    """Setting -> (raw value, place). Raises FileProblem."""
    try:
        content = _text(path)
    except FileNotFoundError:
        if must_exist:
            raise FileProblem(told("configuration file {path} does not exist", path=path)) from None
        return {}
    except NotADirectoryError:
        return {}
    except OSError as error:
        raise FileProblem(told("cannot read configuration file {path}: {error}", path=path, error=error.strerror or error)) from None
    import tomllib  # a third of this module's import time, and most starts have no file

    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise FileProblem(told("configuration file {path} is not TOML: {error}", path=path, error=error)) from None
    found: dict[str, tuple[Any, str]] = {}
    for key, raw in table.items():
        place = told("{path}, line {line}, {key}", path=path, line=_line(content, key), key=key)
        if key not in known:
            raise FileProblem(told("{place}: unknown setting; expected one of {known}", place=place, known=", ".join(sorted(known))))
        found[key] = (raw, place)
    return found


def change(path: Path, values: Mapping[str, Any]) -> None:
    """Writes these settings into the file, and leaves every other line; None takes a setting out. Raises OSError, FileProblem."""
    try:
        lines = _text(path).splitlines()
    except FileNotFoundError:
        lines = ["# Quarterdeck's settings; --help says what each means."]
    for key, value in values.items():
        at = next((number for number, line in enumerate(lines) if _names(line, key)), -1)
        if at >= 0:
            del lines[at]
        if value is not None:
            lines.insert(at if at >= 0 else _before_tables(lines), f"{key} = {as_toml(value)}")
    kept_file.write(path, ("\n".join(lines) + "\n").encode())


def _text(path: Path) -> str:
    """Raises OSError, FileProblem."""
    content = path.read_bytes()
    try:
        # Some editors put a sign before the text that says how it is written.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_text(path, content[: error.start]) from None
    if "\0" in text:
        raise _no_text(path, content[: content.index(0)])
    return text


def _no_text(path: Path, before: bytes) -> FileProblem:
    return FileProblem(told(
        "{path}, line {line}: this is not text that can be read; save the file as plain text (UTF-8) in an editor, or take another one",
        path=path, line=before.count(b"\n") + 1,
    ))


def as_toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _line(content: str, key: str) -> int:
    return next((number for number, line in enumerate(content.splitlines(), start=1) if _names(line, key)), 1)


def _names(line: str, key: str) -> bool:
    return re.match(rf"""\s*\[?["']?{re.escape(key)}["']?\s*[=.\]]""", line) is not None


def _before_tables(lines: list[str]) -> int:
    """A setting after a table's heading would belong to the table."""
    return next((number for number, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
