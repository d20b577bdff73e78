"""Limits in words and back: a value in the rule's own unit as text, typed text as a value, a limit as a sentence. Qt-free, pure.

What is typed is read like every number of the terminal (core.domain.instrument.number): true thousands may be parted, a true minus is no
harm; what is no number, no such number, or could be two numbers, is one sentence.
"""

from core.domain.instrument import Instrument, decimal_text, parse_units
from core.domain.limits import FACTS, Rule, Unit
from core.domain.scope import ScopeKind
from core.domain.units import INT64_MAX, SECOND
from core.messages.limits import NO_LIMIT, Condition, Limit, Tighten
from widgets.core_words import heard
from widgets.labels import CONDITION, RULE, SCOPE_KIND
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text
from widgets.tongue import tr

LARGEST = INT64_MAX // 4
NEVER = 1 << 62
"""What the gate measures for something that never was, such as news of a silent market."""
FULL = 100
"""Percent of a tightening rule that means: no such rule any more."""
NONE = "none"
"""Typed in place of a value: the limit is to be taken away."""
TIMES = (("h", 3_600 * 10**9), ("min", 60 * 10**9), ("s", 10**9), ("ms", 10**6))
ZERO_COUNTS = (Rule.SELF_MATCH, Rule.OPEN_QUIET, Rule.CLOSE_QUIET)
"""Where nothing at all is an ordinary value."""
FIVE = {
    Rule.MAX_ORDER_QTY: ScopeKind.EVERYTHING, Rule.MAX_ORDER_VALUE: ScopeKind.EVERYTHING, Rule.PRICE_COLLAR: ScopeKind.EVERYTHING,
    Rule.MAX_POSITION: ScopeKind.ACCOUNT, Rule.MAX_OPEN_ORDERS: ScopeKind.EVERYTHING,
}
"""Of an instrument: without them nothing of it is traded, so they can be moved and not taken away."""


def value_text(rule: Rule, value: int, instrument: Instrument | None, base: str) -> str:
    """base: the currency that VALUE is in; may be empty."""
    unit = FACTS[rule].unit
    if unit is Unit.LOTS:
        return f"{plain_qty_text(instrument, value)} {instrument.base}" if instrument is not None else tr(
            "{decimal} lots",
            decimal=decimal_text(value, 0),
        )
    if unit is Unit.MONEY:
        if instrument is None:
            return tr("{decimal} units", decimal=decimal_text(value, 0))
        return f"{instrument.money_text(value)} {instrument.quote}"
    if unit is Unit.VALUE:
        return money(value, base)
    if unit is Unit.BP:
        return f"{decimal_text(value, 2)} %"
    if unit is Unit.HUNDREDTHS:
        return f"{decimal_text(value, 2)}\u00d7"
    return time_text(value) if unit is Unit.NANOS else decimal_text(value, 0)


def money(value: int, base: str = "", signed: bool = False) -> str:
    """Of millionths, rounded half away from zero to two decimals."""
    rounded = (abs(value) + 5_000) // 10_000
    text = decimal_text(-rounded if value < 0 else rounded, 2)
    sign = "+" if signed and value > 0 and rounded else ""
    return f"{sign}{text} {base}".rstrip()


def time_text(ns: int) -> str:
    if ns >= NEVER:
        return tr("no news yet")
    for word, size in TIMES:
        if ns >= size and ns % size == 0:
            return f"{decimal_text(ns // size, 0)} {word}"
    return f"{decimal_text(ns // 10**8, 1)} s" if ns else "0 s"


def plain_text(rule: Rule, value: int, instrument: Instrument | None) -> str:
    """As parse_value reads it back, without units but for times."""
    unit = FACTS[rule].unit
    if unit is Unit.LOTS and instrument is not None:
        return plain_qty_text(instrument, value)
    if unit is Unit.MONEY and instrument is not None:
        return _trimmed(decimal_text(value, instrument.price_decimals + instrument.qty_decimals))
    if unit is Unit.NANOS:
        return time_text(value)
    return _trimmed(decimal_text(value, {Unit.VALUE: 6, Unit.BP: 2, Unit.HUNDREDTHS: 2}.get(unit, 0)))


def asks_for(rule: Rule, instrument: Instrument | None, base: str) -> str:
    """What may be typed, for a field's hint."""
    unit = FACTS[rule].unit
    lots, units = (instrument.base, instrument.quote) if instrument is not None else (tr("lots"), tr("units"))
    words = {
        Unit.LOTS: lots, Unit.MONEY: units, Unit.VALUE: base or tr("base currency"), Unit.COUNT: tr("a count"), Unit.BP: tr("percent"),
        Unit.HUNDREDTHS: tr("times"), Unit.NANOS: tr("a time: 60 s"),
    }
    return words[unit]


def bounds(rule: Rule, instrument: Instrument | None, base: str) -> str:
    """What its value may be: from where, in which steps, how far."""
    unit = FACTS[rule].unit
    if unit is Unit.NANOS:
        return tr(
            "{rule}: a time, {n0_s_or_more_is}, in milliseconds at the finest",
            rule=RULE[rule], n0_s_or_more_is=tr("0 s or more") if rule in ZERO_COUNTS else tr("more than 0 s"),
        )
    least = tr("0 or more") if rule in ZERO_COUNTS else tr("more than 0")
    if unit is Unit.LOTS:
        step = f"{plain_qty_text(instrument, instrument.lot)} {instrument.base}" if instrument is not None else tr("1 lot")
        return tr(
            "{rule}: {least}, in steps of {step}, at most {value}",
            rule=RULE[rule], least=least, step=step, value=value_text(rule, LARGEST, instrument, base),
        )
    step = {Unit.BP: "0.01 %", Unit.HUNDREDTHS: "0.01", Unit.COUNT: "1", Unit.VALUE: f"0.000001 {base}".rstrip()}.get(unit, "")
    if unit is Unit.MONEY:
        digits = instrument.price_decimals + instrument.qty_decimals if instrument is not None else 0
        step = f"{_trimmed(decimal_text(1, digits))} {instrument.quote}" if instrument is not None else tr("1 unit")
    return tr(
        "{rule}: {least}, in steps of {step}, at most {value}",
        rule=RULE[rule], least=least, step=step, value=value_text(rule, LARGEST, instrument, base),
    )


def parse_value(rule: Rule, text: str, instrument: Instrument | None) -> int:
    """NO_LIMIT for the word none. Raises ValueError with a sentence."""
    try:
        return _value(rule, text.strip(), instrument)
    except ValueError as error:
        raise ValueError(heard(str(error))) from None


def _value(rule: Rule, text: str, instrument: Instrument | None) -> int:
    if text.casefold() == NONE:
        return NO_LIMIT
    if not "".join(text.split()).isprintable():
        raise ValueError(tr("value must be a number, without control characters"))
    value = _parse(rule, text, instrument)
    if value < 0:
        raise ValueError(tr("value must not be negative"))
    if value == 0 and rule not in ZERO_COUNTS:
        raise ValueError(tr("value must be more than zero: to stop everything, use the kill switch"))
    if value > LARGEST:
        raise ValueError(tr("value is out of range: {text}", text=text))
    return value


def _parse(rule: Rule, text: str, instrument: Instrument | None) -> int:
    unit = FACTS[rule].unit
    if unit is Unit.NANOS:
        return parse_time(text)
    if unit is Unit.LOTS and instrument is not None:
        return _lots(text.removesuffix(instrument.base), instrument)
    if unit is Unit.MONEY and instrument is not None:
        return instrument.parse_money(text.removesuffix(instrument.quote))
    decimals = {Unit.VALUE: 6, Unit.BP: 2, Unit.HUNDREDTHS: 2}.get(unit, 0)
    suffix = {Unit.BP: "%", Unit.HUNDREDTHS: "\u00d7"}.get(unit, "")
    value = parse_units(text.removesuffix(suffix), decimals, "value")
    if value is None:
        raise ValueError(
            tr("value must have at most {decimals} decimals", decimals=decimals) if decimals else tr("value must be a whole number"),
        )
    return value


def _lots(text: str, instrument: Instrument) -> int:
    lots = parse_units(text, instrument.qty_decimals, "quantity")
    if lots is None or lots % instrument.lot:
        raise ValueError(tr(
            "quantity must be a multiple of {qty} {base}",
            qty=instrument.qty_text(instrument.lot), base=instrument.base,
        ))
    return lots


def parse_time(text: str) -> int:
    """60 s, 1.5 min, 500 ms, 2 h. Raises ValueError with a sentence."""
    for word, size in sorted(TIMES, key=lambda one: -len(one[0])):
        if text.endswith(word):
            value = parse_units(text.removesuffix(word), 3, "time")
            if value is None:
                raise ValueError(tr("time must have at most 3 decimals"))
            return value * size // 1000
    raise ValueError(tr("time must say its unit: 60 s, 15 min, 500 ms or 2 h"))


def whose(kind: ScopeKind, name: str) -> str:
    """each account, account 7, everything."""
    words = SCOPE_KIND[kind].lower()
    if kind is ScopeKind.EVERYTHING:
        return words
    return f"{words} {name}" if name else tr("each {words}", words=words)


def sentence(limit: Limit, instrument: Instrument | None, base: str) -> str:
    where = tr(" in {symbol}", symbol=instrument.symbol) if instrument is not None else ""
    window = tr(" within {time}", time=time_text(limit.window_ns)) if limit.window_ns else ""
    value = tr("no limit any more") if limit.value == NO_LIMIT else tr(
        "at most {value}{window}",
        value=value_text(limit.rule, limit.value, instrument, base), window=window,
    )
    soft = tr(", soft") if limit.soft else ""
    return tr(
        "{rule} of {whose}{where}: {value}{soft}",
        rule=RULE[limit.rule], whose=whose(limit.kind, limit.name), where=where, value=value, soft=soft,
    )


def rule_sentence(told: Tighten) -> str:
    """While spread is 0.20 % or more, price collar counts 50 %. Without the full stop."""
    counts = tr("{lower} counts {percent} %", lower=RULE[told.rule].lower(), percent=told.percent) if told.percent < FULL else tr(
        "no such rule for {lower}",
        lower=RULE[told.rule].lower(),
    )
    return f"{tightens_while(told)}, {counts}"


def tightens_while(told: Tighten) -> str:
    """While it holds."""
    if told.condition is Condition.TIME_OF_DAY:
        return tr("From {clock} to {clock_2} UTC", clock=clock_text(told.threshold), clock_2=clock_text(told.until))
    window = tr(" over {window_ns} s", window_ns=told.window_ns // SECOND) if told.window_ns else ""
    return tr(
        "While {lower}{window} is {decimal} % or more",
        lower=CONDITION[told.condition].lower(), window=window, decimal=decimal_text(told.threshold, 2),
    )


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
