"""A file of limits: `[[limit]]` tables in TOML, in the units that people use, to and from the gate's own limits.

Invariant: written(limits) read again gives the same limits. A file is all limits or, when anything in it is wrong, none: every error is
one sentence that names file, line and key. Deliberately absent: who may put limits into force, which is the gate's and two persons'.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from core.domain.instrument import Instrument
from core.domain.limits import FACTS, LADDER, Rule, Unit
from core.domain.scope import EVERYTHING, Scope, ScopeKind, parse_scope
from core.domain.units import INT64_MAX, InstrumentId, Nanos
from core.machine.desk.limit_table import limit_key
from core.messages.limits import Limit

KEYS = ("rule", "value", "scope", "instrument", "soft", "window")
RULES = {rule.name.lower(): rule for rule in Rule}
EACH = {kind.name.lower(): kind for kind in LADDER if kind is not ScopeKind.EVERYTHING}
LARGEST = INT64_MAX // 4
DECIMALS = {Unit.VALUE: 6, Unit.HUNDREDTHS: 2, Unit.COUNT: 0}
TIMES = {"d": 86_400 * 10**9, "h": 3_600 * 10**9, "min": 60 * 10**9, "s": 10**9, "ms": 10**6, "us": 10**3, "ns": 1}
MOST_DIGITS = 26
HEADER = re.compile(r"\s*\[\[\s*[\"']?limit[\"']?\s*\]\]")
KEY = re.compile(r"\s*[\"']?([A-Za-z0-9_-]+)[\"']?\s*[=.]")


class LimitsFileError(Exception):
    """sentences: one for each thing that is wrong."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("; ".join(sentences))
        self.sentences = tuple(sentences)


class Expected(Exception):
    """A value is not what its key takes; the text says what it takes."""


@dataclass(frozen=True)
class Table:
    """One [[limit]] as it is written. lines: of its keys; line: of its beginning."""

    name: str
    values: dict[str, Any]
    lines: dict[str, int]
    line: int

    def place(self, key: str) -> str:
        return f"{self.name}, line {self.lines.get(key, self.line)}, {key}"


# reading ----------------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Table]:
    """The tables, keys checked, values not yet. Raises LimitsFileError."""
    name = str(path)
    try:
        content = path.read_text(encoding="utf-8")
        parsed = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise LimitsFileError([_not_toml(name, str(error), content)]) from None
    except UnicodeDecodeError:
        raise LimitsFileError([f"{name}, line 1: not a text file (UTF-8)"]) from None
    except OSError as error:
        raise LimitsFileError([f"{name}: {error.strerror or error}"]) from None
    begins = [number for number, line in enumerate(content.splitlines(), 1) if HEADER.match(line)]
    wrong = [
        f"{name}, line {_line_of(content, key)}, {key}: unknown key; expected [[limit]] tables and nothing else"
        for key in parsed if key != "limit"
    ]
    found = parsed.get("limit", [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise LimitsFileError([*wrong, f"{name}, line {_line_of(content, 'limit')}, limit: expected [[limit]] tables"])
    if not found and not wrong:
        raise LimitsFileError([f"{name}, line 1, limit: there is no [[limit]] in it; limits show writes such a file"])
    tables = _tables(name, content, found, begins)
    for table in tables:
        wrong += [f"{table.place(key)}: unknown key; expected one of {', '.join(KEYS)}" for key in table.values if key not in KEYS]
        wrong += [f"{table.place(key)}: missing" for key in ("rule", "value") if key not in table.values]
    if wrong:
        raise LimitsFileError(wrong)
    return tables


def _tables(name: str, content: str, found: list[dict[str, Any]], begins: list[int]) -> list[Table]:
    if len(begins) != len(found):
        # Written in a line, limit = [{...}]: that line is all that can be named.
        line = _line_of(content, "limit")
        return [Table(name, values, {}, line) for values in found]
    lines = content.splitlines()
    tables = []
    for values, begin, end in zip(found, begins, [*begins[1:], len(lines) + 1], strict=True):
        keys: dict[str, int] = {}
        for number in range(begin + 1, end):
            match = KEY.match(lines[number - 1])
            if match is not None:
                keys.setdefault(match[1], number)
        tables.append(Table(name, values, keys, begin))
    return tables


def _not_toml(name: str, said: str, content: str) -> str:
    where = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", said)
    lines = content.splitlines() or [""]
    number = min(int(where[1]), len(lines)) if where is not None and where[1] else len(lines)
    key = KEY.match(lines[number - 1])
    column = f" (column {where[2]})" if where is not None and where[2] else ""
    return f"{name}, line {number}, {key[1] if key else 'limit'}: not TOML: {said[:where.start()] if where else said}{column}"


def _line_of(content: str, key: str) -> int:
    for number, line in enumerate(content.splitlines(), 1):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", line):
            return number
    return 1


def limits_of(tables: Sequence[Table], instruments: Iterable[Instrument]) -> tuple[Limit, ...]:
    """In the gate's units. Raises LimitsFileError with a sentence for everything that is wrong."""
    known = {instrument.symbol: instrument for instrument in instruments}
    wrong: list[str] = []
    limits: list[Limit] = []
    places: dict[object, int] = {}
    for table in tables:
        limit = _limit(table, known, wrong)
        if limit is None:
            continue
        key = limit_key(limit)
        if key in places:
            wrong.append(f"{table.place('rule')}: the limit of line {places[key]} again; one limit has one value")
        places.setdefault(key, table.line)
        limits.append(limit)
    if wrong:
        raise LimitsFileError(wrong)
    return tuple(limits)


def _limit(table: Table, known: dict[str, Instrument], wrong: list[str]) -> Limit | None:
    values, before = table.values, len(wrong)

    def take(key: str, parse: Any, missing: Any) -> Any:
        try:
            return parse(values[key]) if key in values else missing
        except Expected as expected:
            wrong.append(f"{table.place(key)}: expected {expected}, found {values[key]!r}")
            return missing

    rule = take("rule", _rule, None)
    instrument = take("instrument", lambda raw: _instrument(raw, known), None)
    scope = take("scope", _scope, EVERYTHING)
    soft = take("soft", _soft, False)
    if rule is None or len(wrong) != before:
        return None
    value = take("value", lambda raw: _value(raw, rule, instrument), 0)
    window = take("window", _duration, 0)
    windowed = FACTS[rule].windowed
    if len(wrong) == before and windowed != (window > 0):
        wrong.append(
            f"{table.place('window')}: {rule.name.lower()} looks back over a window and needs one, as \"60 s\"" if windowed
            else f"{table.place('window')}: {rule.name.lower()} looks back over no window"
        )
    if len(wrong) != before:
        return None
    return Limit(
        rule, value, scope.kind, scope.name, instrument.id if instrument is not None else InstrumentId(0), soft, Nanos(window)
    )


def _rule(raw: Any) -> Rule:
    if not isinstance(raw, str) or raw not in RULES:
        raise Expected(f"one of {', '.join(RULES)}")
    return RULES[raw]


def _instrument(raw: Any, known: dict[str, Instrument]) -> Instrument:
    if not isinstance(raw, str) or raw not in known:
        raise Expected(f"one of {', '.join(sorted(known))}" if known else "no instrument: none is known here")
    return known[raw]


def _scope(raw: Any) -> Scope:
    asked = f"everything, KIND for each of a kind or KIND:NAME for one, KIND one of {', '.join(EACH)}"
    if not isinstance(raw, str):
        raise Expected(asked)
    kind = EACH.get(raw.strip().lower())
    if kind is not None:
        return Scope(kind, "")
    try:
        scope = parse_scope(raw)
    except ValueError:
        raise Expected(asked) from None
    if scope.kind not in LADDER or (scope.kind is ScopeKind.ACCOUNT and not (scope.name.isascii() and scope.name.isdigit())):
        raise Expected(asked if scope.kind not in LADDER else "account: and its number")
    return scope


def _soft(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise Expected("true or false")
    return raw


def _value(raw: Any, rule: Rule, instrument: Instrument | None) -> int:
    unit = FACTS[rule].unit
    if unit is Unit.NANOS:
        return _duration(raw)
    if unit is Unit.BP:
        return _basis_points(raw)
    if unit is Unit.LOTS:
        return _lots(raw, instrument)
    if unit is Unit.MONEY:
        if instrument is None:
            return _exact(raw, "units", "an instrument, or a whole number of exact units as \"500 units\"")
        return _number(raw, instrument.price_decimals + instrument.qty_decimals, f"an amount of {instrument.quote} as text, as \"100000\"")
    words = {
        Unit.VALUE: "an amount of the base currency with at most 6 decimals as text, as \"250000\"",
        Unit.HUNDREDTHS: "a ratio with at most 2 decimals as text, as \"2.5\"", Unit.COUNT: "a whole number",
    }
    return _number(raw, DECIMALS[unit], words[unit])


def _lots(raw: Any, instrument: Instrument | None) -> int:
    if instrument is None or (isinstance(raw, str) and raw.endswith("lots")):
        return _exact(raw, "lots", "an instrument, or a whole number of lots as \"500 lots\"")
    least = f"a quantity of {instrument.base} as text, a multiple of {_text(instrument.lot, instrument.qty_decimals)}"
    lots = _number(raw, instrument.qty_decimals, least)
    if lots % instrument.lot:
        raise Expected(least)
    return lots


def _exact(raw: Any, unit: str, asked: str) -> int:
    if not isinstance(raw, str) or not raw.endswith(unit):
        raise Expected(asked)
    return _number(raw.removesuffix(unit), 0, asked)


def _basis_points(raw: Any) -> int:
    asked = "hundredths of a percent as a whole number, or percent as text, as \"10 %\""
    if isinstance(raw, str) and raw.rstrip().endswith("%"):
        return _number(raw.rstrip()[:-1], 2, asked)
    return _number(raw, 0, asked)


def _duration(raw: Any) -> int:
    asked = f"a time as text, as \"60 s\", in one of {', '.join(TIMES)}"
    match = re.fullmatch(r"\s*([0-9.]+)\s*([a-z]+)\s*", raw) if isinstance(raw, str) else None
    if match is None or match[2] not in TIMES:
        raise Expected(asked)
    return _number(match[1], 0, asked, TIMES[match[2]])


def _number(raw: Any, decimals: int, asked: str, times: int = 1) -> int:
    """A number of 10**-decimals / times. A TOML float is not taken: it is not the number that was written."""
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise Expected(asked)
    text = str(raw).strip()
    try:
        if len(text) > MOST_DIGITS or not re.fullmatch(r"\+?[0-9]+(\.[0-9]+)?", text):
            raise Expected(asked)
        scaled = Decimal(text).scaleb(decimals) * times
    except InvalidOperation:
        raise Expected(asked) from None
    whole = int(scaled)
    if scaled != whole or whole > LARGEST:
        raise Expected(asked if scaled != whole else f"{asked}, and no more than the journal holds")
    return whole


# writing ----------------------------------------------------------------------------------------------------------------


def written(limits: Iterable[Limit], instruments: dict[int, Instrument]) -> str:
    """As a file that reads back to the same limits."""
    blocks = []
    for limit in limits:
        instrument = instruments.get(limit.instrument)
        value = value_text(limit.rule, limit.value, instrument)
        counts = FACTS[limit.rule].unit is Unit.COUNT
        lines = ["[[limit]]", f'rule = "{limit.rule.name.lower()}"', f"value = {value}" if counts else f'value = "{value}"']
        scope = Scope(limit.kind, limit.name)
        if scope != EVERYTHING:
            lines.append(f"scope = {_quoted(scope.text)}")
        if instrument is not None:
            lines.append(f"instrument = {_quoted(instrument.symbol)}")
        if limit.soft:
            lines.append("soft = true")
        if limit.window_ns:
            lines.append(f'window = "{_duration_text(limit.window_ns)}"')
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def value_text(rule: Rule, value: int, instrument: Instrument | None) -> str:
    """A value of the rule as the file has it."""
    unit = FACTS[rule].unit
    if unit is Unit.NANOS:
        return _duration_text(value)
    if unit is Unit.BP:
        return f"{_text(value, 2)} %"
    if unit is Unit.LOTS:
        if instrument is None or value % instrument.lot:
            return f"{value} lots"
        return _text(value, instrument.qty_decimals)
    if unit is Unit.MONEY:
        return f"{value} units" if instrument is None else _text(value, instrument.price_decimals + instrument.qty_decimals)
    return _text(value, DECIMALS[unit])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _duration_text(ns: int) -> str:
    unit = next(unit for unit, length in TIMES.items() if ns % length == 0 and (ns or unit == "s"))
    return f"{ns // TIMES[unit]} {unit}"


def _text(units: int, decimals: int) -> str:
    """units * 10**-decimals, without zeros that say nothing."""
    digits = str(abs(units)).rjust(decimals + 1, "0")
    whole, part = digits[:len(digits) - decimals], digits[len(digits) - decimals:].rstrip("0")
    return ("-" if units < 0 else "") + whole + ("." + part if part else "")
