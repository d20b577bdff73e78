"""What the time machine found, as rows, sentences and a file for other programs. Qt-free.

A finding is told as limits try tells it: a mapping with the texts already in the units of a limits file.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.domain.instrument import MINUS, NARROW_SPACE, decimal_text
from core.domain.limits import Rule
from core.messages.reasons import Reason
from widgets.cells import DASH, Cell, Column, Row
from widgets.labels import RULE, refusal

Finding = Mapping[str, Any]
MOST_TYPED = 1_000
TABLE = (
    Column("Session time", 192), Column("Order", 120, False, 2), Column("Whose", 0, False, 4), Column("", 36, False, 6),
    Column("Quantity", 84, True, 5), Column("Instrument", 84, False, 3), Column("Price", 84, True, 7),
    Column("Limit", 148, False, 0, "Which limit says otherwise"), Column("Of", 112, False, 8, "Whose use it measures"),
    Column("It came to", 104, True, 1), Column("At most", 104, True, 1),
)
FIELDS = (
    "time", "order_id", "client_order_id", "replaces", "owner", "side", "qty", "instrument", "price", "reason", "rule", "scope", "soft",
    "value_text", "limit_text", "also",
)


def row(number: int, one: Finding) -> Row:
    name = f"{one['order_id'] or ''} {one['client_order_id']}".strip()
    what = RULE[Rule[one["rule"].upper()]] if one["rule"] else refusal(Reason[one["reason"]], 0, 0, None).rstrip(".")
    soft = ", soft" if one["soft"] else ""
    return Row(str(number), (
        Cell(one["time"], "text", one["at"]), Cell(f"{name}{' replaced' if one['replaces'] else ''}", "text", one["client_order_id"]),
        Cell(one["owner"], "muted", one["owner"]), Cell(one["side"].capitalize(), "bid" if one["side"] == "buy" else "ask", one["side"]),
        Cell(one["qty"], value=_number(one["qty"])), Cell(one["instrument"], value=one["instrument"]),
        Cell(one["price"], value=_number(one["price"])), Cell(f"{what}{soft}", value=what),
        Cell(one["scope"] or DASH, "muted", one["scope"]),
        Cell(one["value_text"] or "not known", "text" if one["value_text"] else "warning", one["value"]),
        Cell(one["limit_text"] or DASH, value=one["limit"]),
    ))  # fmt: skip


def _number(text: str) -> float:
    """To sort by only."""
    cleaned = "".join(character for character in text.replace(MINUS, "-") if character in "-.0123456789")
    try:
        return float(cleaned)
    except ValueError:
        return 0.0


def path_wrong(text: str, noun: str) -> str:
    """What is wrong with a typed path before anybody looks for it; empty: nothing."""
    said = text.strip()
    if not said:
        return f"Choose {noun}."
    if not said.isprintable() or len(said) > MOST_TYPED:
        return f"A path has at most {MOST_TYPED} characters, all of which can be seen."
    return ""


def file_wrong(text: str) -> str:
    wrong = path_wrong(text, "a file of limits: docs/limits.md says how one is written")
    if wrong:
        return wrong
    return "" if Path(text.strip()).expanduser().is_file() else f"There is no such file: {_cut(text)}."


def folder_wrong(text: str) -> str:
    wrong = path_wrong(text, "a journal, or a data folder")
    if wrong:
        return wrong
    return "" if Path(text.strip()).expanduser().is_dir() else f"There is no such folder: {_cut(text)}."


def _cut(text: str) -> str:
    said = text.strip()
    return said if len(said) <= 60 else f"\u2026{said[-59:]}"


def progress_text(told: Mapping[str, Any]) -> str:
    entries, of = int(told["entries"]), int(told["of"])
    return f"{entries * 100 // max(of, 1)} %: {decimal_text(entries, 0)} of {decimal_text(of, 0)} entries played again"


def summary(done: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Text, token, sign."""
    refused, through = int(done["would_be_refused"]), int(done["would_be_let_through"])
    smaller = f", {_count(done['smaller'])} made smaller" if done["smaller"] else ""
    said = (
        f"Of {_count(done['judged'])} orders and replaces that were approved, {_count(refused)} would be refused"
        f"{_rules(done['refused_by_rule'])}{smaller}; of {_count(done['recorded_refusals'])} that limits refused, {_count(through)} would "
        f"go through{_rules(done['let_through_by_rule'])}."
    )
    left = f" {_count(done['left_out'])} entries of a run without its beginning are left out." if done["left_out"] else ""
    played = f"{_count(done['entries'])} entries of {_count(done['runs'])} runs played again with identical events.{left}"
    notes = [(said, "warning" if refused else "text", "warning" if refused else "done"), (played, "muted", "")]
    if done["unknown"]:
        notes.append((f"No run lists {', '.join(done['unknown'])}: those lines were not tried.", "warning", "warning"))
    listed = len(done["refused"]) + len(done["let_through"])
    if listed < refused + through:
        notes.append((f"The first {_count(listed)} are listed; main.py limits try --json has all of them.", "warning", "warning"))
    return notes


def write_csv(path: Path, refused: Sequence[Finding], let_through: Sequence[Finding]) -> int:
    """Raises OSError. Numbers as in a limits file, without thin spaces."""
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(("would", *FIELDS))
        for would, findings in (("refuse", refused), ("let through", let_through)):
            for one in findings:
                out.writerow((would, *(_plain(one[field]) for field in FIELDS)))
    return len(refused) + len(let_through)


def _plain(value: Any) -> str:
    text = str(value).replace(NARROW_SPACE, "").replace(MINUS, "-")
    # A cell that begins so is a formula to a spreadsheet.
    return f"'{text}" if text[:1] in "=+@" else text


def _rules(counts: Mapping[str, int]) -> str:
    named = ", ".join(f"{name.replace('_', ' ')} {_count(count)}" for name, count in counts.items())
    return f" ({named})" if named else ""


def _count(number: int) -> str:
    return decimal_text(int(number), 0)
