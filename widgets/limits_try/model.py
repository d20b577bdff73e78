"""What the time machine found, as rows, sentences and a file for other programs. Qt-free.

A finding is told as limits try tells it: a mapping with the texts already in the units of a limits file.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.domain.enums import Side
from core.domain.instrument import MINUS, NARROW_SPACE, decimal_text
from core.domain.limits import Rule
from core.messages.reasons import Reason
from widgets.cells import DASH, Cell, Column, Row
from widgets.labels import RULE, SIDE, refusal
from widgets.scopes import scope_words
from widgets.tongue import mark, tr

Finding = Mapping[str, Any]
MOST_TYPED = 1_000
TABLE = (
    Column(mark("Session time"), 192), Column(mark("Order"), 120, False, 2), Column(mark("Whose"), 0, False, 4), Column("", 36, False, 6),
    Column(mark("Quantity"), 84, True, 5), Column(mark("Instrument"), 84, False, 3), Column(mark("Price"), 84, True, 7),
    Column(mark("Limit##of risk"), 148, False, 0, mark("Which limit says otherwise")),
    Column(mark("Of##whose orders"), 112, False, 8, mark("Whose use it measures")),
    Column(mark("It came to"), 104, True, 1), Column(mark("At most"), 104, True, 1),
)
FIELDS = (
    "time", "order_id", "client_order_id", "replaces", "owner", "side", "qty", "instrument", "price", "reason", "rule", "scope", "soft",
    "value_text", "limit_text", "also",
)


def row(number: int, one: Finding) -> Row:
    name = f"{one['order_id'] or ''} {one['client_order_id']}".strip()
    what = RULE[Rule[one["rule"].upper()]] if one["rule"] else refusal(Reason[one["reason"]], 0, 0, None).rstrip(".\u3002")
    soft = tr(", soft") if one["soft"] else ""
    return Row(str(number), (
        Cell(one["time"], "text", one["at"]),
        Cell(tr("{name} replaced", name=name) if one["replaces"] else name, "text", one["client_order_id"]),
        Cell(one["owner"], "muted", one["owner"]),
        Cell(SIDE[Side[one["side"].upper()]], "bid" if one["side"] == "buy" else "ask", one["side"]),
        Cell(one["qty"], value=_number(one["qty"])), Cell(one["instrument"], value=one["instrument"]),
        Cell(one["price"], value=_number(one["price"])), Cell(f"{what}{soft}", value=what),
        Cell(scope_words(one["scope"]) or DASH, "muted", one["scope"]),
        Cell(one["value_text"] or tr("not known"), "text" if one["value_text"] else "warning", one["value"]),
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
        return tr("Choose {noun}.", noun=noun)
    if not said.isprintable() or len(said) > MOST_TYPED:
        return tr("A path has at most {most_typed} characters, all of which can be seen.", most_typed=MOST_TYPED)
    return ""


def file_wrong(text: str) -> str:
    wrong = path_wrong(text, tr("a file of limits: docs/limits.md says how one is written"))
    if wrong:
        return wrong
    return "" if Path(text.strip()).expanduser().is_file() else tr("There is no such file: {cut}.", cut=_cut(text))


def folder_wrong(text: str) -> str:
    wrong = path_wrong(text, tr("a journal, or a data folder"))
    if wrong:
        return wrong
    return "" if Path(text.strip()).expanduser().is_dir() else tr("There is no such folder: {cut}.", cut=_cut(text))


def _cut(text: str) -> str:
    said = text.strip()
    return said if len(said) <= 60 else f"\u2026{said[-59:]}"


def progress_text(told: Mapping[str, Any]) -> str:
    entries, of = int(told["entries"]), int(told["of"])
    percent = entries * 100 // max(of, 1)
    return tr("{percent} %: {count} of {all} entries played again", percent=percent, count=_count(entries), all=_count(of))


def summary(done: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Text, token, sign."""
    refused, through = int(done["would_be_refused"]), int(done["would_be_let_through"])
    smaller = tr(", {count} made smaller", count=_count(done["smaller"])) if done["smaller"] else ""
    said = tr(
        "Of {judged} orders and replaces that were approved, {refused} would be refused{rules}{smaller}; of {recorded} that limits "
        "refused, {through} would go through{through_rules}.",
        judged=_count(done["judged"]), refused=_count(refused), rules=_rules(done["refused_by_rule"]), smaller=smaller,
        recorded=_count(done["recorded_refusals"]), through=_count(through), through_rules=_rules(done["let_through_by_rule"]),
    )
    left = tr(" {count} entries of a run without its beginning are left out.", count=_count(done["left_out"])) if done["left_out"] else ""
    played = tr(
        "{count} entries of {runs} runs played again with identical events.{left}",
        count=_count(done["entries"]), runs=_count(done["runs"]), left=left,
    )
    notes = [(said, "warning" if refused else "text", "warning" if refused else "done"), (played, "muted", "")]
    if done["unknown"]:
        notes.append((tr("No run lists {symbols}: those lines were not tried.", symbols=", ".join(done["unknown"])), "warning", "warning"))
    listed = len(done["refused"]) + len(done["let_through"])
    if listed < refused + through:
        notes.append(
            (tr("The first {count} are listed; main.py limits try --json has all of them.", count=_count(listed)), "warning", "warning"),
        )
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
    named = ", ".join(f"{_rule(name)} {_count(count)}" for name, count in counts.items())
    return f" ({named})" if named else ""


def _rule(name: str) -> str:
    rule = Rule.__members__.get(name.upper())
    return RULE[rule].lower() if rule is not None else name.replace("_", " ")


def _count(number: int) -> str:
    return decimal_text(int(number), 0)
