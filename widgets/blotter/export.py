"""Rows for other programs: CSV, JSON lines, the clipboard. Qt-free.

Invariants: heads and cells are English, whatever the screen speaks; every digit, a plain minus, no thin spaces; times are ISO 8601 in
UTC; what has no value is empty, in JSON null. Texts that a spreadsheet would take for a formula (=, +, -, @ or a control character
first) get an apostrophe before them in CSV and clipboard: client ids, names and symbols come from outside.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from widgets.blotter.columns import Column, Kind
from widgets.blotter.texts import DASH, plain
from widgets.tongue import in_english

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
ARROWS = ("\u25b2 ", "\u25bc ")


def exact_text(column: Column, row: Any) -> str:
    """As other programs read it; empty: no value."""
    text = (column.exact or column.text)(row)
    if column.kind is not Kind.NUMBER:
        return "" if text == DASH else text
    text = plain(text)
    for arrow in ARROWS:
        text = text.removeprefix(arrow)
    return "" if text == DASH else text.removeprefix("+")


def sheet_text(column: Column, row: Any) -> str:
    """As a spreadsheet reads it: never as a formula."""
    text = exact_text(column, row)
    return "'" + text if column.kind is not Kind.NUMBER and text.startswith(RISKY) else text


def written(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.kind is not Kind.MARK]


def tip(columns: Sequence[Column], row: Any) -> str:
    """Everything about a row, with all digits."""
    pairs = ((column.words, (column.exact or column.text)(row)) for column in written(columns))
    return "\n".join(f"{title}: {text}" for title, text in pairs if text and text != DASH)


def csv_lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    kept = written(columns)
    with in_english():
        writer.writerow([column.words for column in kept])
    for row in rows:
        yield out.getvalue()
        out.seek(0)
        out.truncate()
        with in_english():
            writer.writerow([sheet_text(column, row) for column in kept])
    yield out.getvalue()


def json_lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    """Numbers with all their digits: a reader that makes floats of them loses some, the file does not."""
    kept = written(columns)
    for row in rows:
        parts = []
        with in_english():
            texts = [exact_text(column, row) for column in kept]
        for column, text in zip(kept, texts, strict=True):
            value = "null" if not text else text if column.kind is Kind.NUMBER else json.dumps(text, ensure_ascii=False)
            parts.append(f"{json.dumps(column.name)}: {value}")
        yield "{" + ", ".join(parts) + "}\n"


def clipboard_lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    kept = written(columns)
    with in_english():
        heads = [column.words for column in kept]
    yield "\t".join(heads) + "\n"
    for row in rows:
        with in_english():
            cells = [sheet_text(column, row) for column in kept]
        yield "\t".join(" ".join(cell.split("\t")).replace("\n", " ").replace("\r", " ") for cell in cells) + "\n"
