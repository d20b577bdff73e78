"""An instrument's rules, schedule and reference prices, typed -> the operation, and what it would change in one sentence. Pure, no Qt.

A form begins with what stands; what is not in it (ticks, fees, allocation, feeds) stays as it is. It only hints at what the machine says.
"""

from collections.abc import Callable

import msgspec

from core.domain.enums import Phase
from core.domain.instrument import Instrument, decimal_text, parse_units
from core.domain.units import DAY, SECOND, Nanos, Price
from core.messages.operations import SetMark, SetReference, SetRules, SetSchedule
from core.messages.terms import MarketRules
from core.projections.operations_pictures import OperationsPicture, PhaseRow
from widgets.entry import WHY, Chosen, FieldWrong, Typed, Values, Verdict, of_part
from widgets.labels import PHASE
from widgets.limit_words import parse_time, time_text
from widgets.market_operations.form import DAY_NS, lacking
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text
from widgets.tongue import Table, ended, mark, tr
from widgets.uncross import CALLS

MEASURED = ("static_bp", "dynamic_bp", "velocity")
"""Whose change begins a measurement anew."""
WHOLE_BP = 10_000
SHORTEST_NS = 1_000_000
"""Of halts and calls, as the machine takes them while something can start one."""
MOST_ENTRIES = 64
FREE, HALT, AUCTIONS, BOTH, OTHER = range(5)
FROZEN = {FREE: (), HALT: (Phase.HALT,), AUCTIONS: CALLS, BOTH: (Phase.HALT, *CALLS)}
REFERENCE, MARK = "reference", "mark"
RULES = (
    Typed(
        "static_bp", mark("Static band"), mark("Static band"), mark("Limit prices further from the reference are refused; empty: off"),
        mark("off"), 64,
    ),
    Typed("dynamic_bp", mark("Dynamic"), mark("Dynamic band"), mark("No trade further from the mean; empty: off"), mark("off"), 64),
    Typed(
        "dynamic_window_ns", mark("over"), mark("Window of the dynamic band"), mark("Of which trades the mean is taken: 5 min"),
        "5 min", 64,
    ),
    Typed("velocity", mark("Velocity"), mark("Velocity"), mark("A move so large pauses trading: in price; empty: off"), mark("off"), 72),
    Typed("velocity_ns", mark("within"), mark("Window of the velocity"), mark("So short a time: 1 s"), "1 s", 56),
    Typed("limit_state_ns", mark("Limit state"), mark("Limit state"), mark("How long at a band before a halt: 15 s"), "15 s", 56),
    Typed("halt_ns", mark("Halt"), mark("Halt"), mark("How long a halt by itself lasts: 5 min"), "5 min", 64),
    Typed("call_ns", mark("Auction"), mark("Volatility auction"), mark("How long it lasts: 30 s"), "30 s", 56),
    Typed("call_random_ns", mark("and up to"), mark("Random part of the auction"), mark("Up to so much longer; empty: nothing"), "0 s", 56),
    Typed(
        "collar", mark("Market orders end"), mark("Collar of market orders"),
        mark("So far beyond the best price: in price; empty: nowhere"), mark("off"), 72,
    ),
    Typed("min_qty", mark("Smallest"), mark("Smallest order"), mark("Smaller ones are refused; empty: any"), mark("any"), 72),
    Typed("max_qty", mark("Largest"), mark("Largest order"), mark("Larger ones are refused; empty: any"), mark("any"), 72),
    Chosen(
        "no_cancel", mark("Cancels##when they are taken"), mark("When participants may cancel"), mark("When cancels are taken (Up, Down)"),
        Table({FREE: "always", HALT: "not in a halt", AUCTIONS: "not in auctions", BOTH: "not in halts, auctions", OTHER: "as it is now"}),
    ),
    Typed(WHY, mark("Why##a reason"), mark("Reason"), mark("Why: it stands in the record with your name"), mark("it stands in the record")),
)  # fmt: skip
SCHEDULE = (
    Typed(
        "entries", mark("Entries"), mark("Entries of the schedule"),
        mark("20:55 closing auction; +30 s behind one: up to so much later; empty: none"),
        mark("20:55 closing auction; 21:00 after trading +30 s; 21:05 closed"),
    ),
    Typed(WHY, mark("Why##a reason"), mark("Reason"), mark("Why: it stands in the record with your name"), mark("it stands in the record")),
)  # fmt: skip
PRICES = (
    Chosen(
        "which", mark("Set"), mark("Which price"), mark("Which price (Up, Down)"),
        Table({REFERENCE: "Reference of the bands", MARK: "Mark price"}),
    ),
    Typed("price", mark("to"), mark("New price"), mark("On the instrument's tick"), "", 112),
    Typed(WHY, mark("Why##a reason"), mark("Reason"), mark("Why: it stands in the record with your name"), mark("it stands in the record")),
)
NAMES = Table({
    "static_bp": "static band", "dynamic_bp": "dynamic band", "dynamic_window_ns": "its window", "velocity": "velocity",
    "velocity_ns": "its window", "limit_state_ns": "limit state", "halt_ns": "halt", "call_ns": "auction", "call_random_ns": "random part",
    "collar": "market orders end", "min_qty": "smallest order", "max_qty": "largest order",
})


# rules ------------------------------------------------------------------------------------------------------------------


def rules_values(row: PhaseRow) -> dict[str, object]:
    rules, found = row.rules, dict[str, object]()
    for key in NAMES:
        value = getattr(rules, key)
        found[key] = _typed(key, value, row.instrument) if value or key.endswith("_ns") else ""
    frozen = next((one for one, phases in FROZEN.items() if set(phases) == set(rules.no_cancel)), OTHER)
    return found | {"no_cancel": frozen, WHY: ""}


def rules_judged(row: PhaseRow | None, values: Values, picture: OperationsPicture | None) -> Verdict:
    if row is None or picture is None:
        return Verdict(verb=mark("Set rules"), wrong=(("", tr("Choose an instrument")),))
    try:
        made = _rules(row, values)
    except FieldWrong as error:
        return Verdict(verb=mark("Set rules"), wrong=((error.key, str(error)),))
    changes = [
        f"{name} {_said(key, getattr(row.rules, key), row.instrument)} \u2192 {_said(key, getattr(made, key), row.instrument)}"
        for key, name in NAMES.items() if getattr(row.rules, key) != getattr(made, key)
    ]
    if set(made.no_cancel) != set(row.rules.no_cancel):
        changes.append(tr("cancels {was} \u2192 {now}", was=_frozen(row.rules), now=_frozen(made)))
    if not changes:
        return Verdict(verb=mark("Set rules"), wrong=(("", tr("Nothing would change: these are the rules now")),))
    more = tr("Bands and velocity are measured anew from here on.") if any(
        getattr(row.rules, key) != getattr(made, key) for key in MEASURED
    ) else ""
    ask = SetRules(row.instrument.id, made, values[WHY].strip())
    return _asking(ask, mark("Set rules"), ended(f"{row.instrument.symbol}: {', '.join(changes)}"), values, picture, more)


def _rules(row: PhaseRow, values: Values) -> MarketRules:
    found = {key: _value(key, values[key].strip(), row) for key in NAMES}
    if (found["dynamic_bp"] or found["velocity"]) and min(found["limit_state_ns"], found["halt_ns"], found["call_ns"]) < SHORTEST_NS:
        key = min(("limit_state_ns", "halt_ns", "call_ns"), key=lambda one: found[one])
        raise FieldWrong(key, tr("with a dynamic band or a velocity it must be 1 ms at least"))
    if 0 < found["max_qty"] < found["min_qty"]:
        raise FieldWrong("max_qty", tr("the largest order must not be below the smallest"))
    frozen = row.rules.no_cancel if values["no_cancel"] == OTHER else FROZEN[values["no_cancel"]]
    if set(frozen) == set(row.rules.no_cancel):
        frozen = row.rules.no_cancel
    return msgspec.structs.replace(row.rules, no_cancel=frozen, **found)


def _value(key: str, text: str, row: PhaseRow) -> int:
    """What was not touched stays to the last digit, also where its text is shorter."""
    now = int(getattr(row.rules, key))
    return now if text == _typed(key, now, row.instrument) else of_part(key, _parse(key), text, row.instrument)


def _parse(key: str) -> Callable[[str, Instrument], int]:
    if key.endswith("_bp"):
        return _percent
    if key.endswith("_ns"):
        return _span
    return _lots if key.endswith("_qty") else _distance


def _percent(text: str, _instrument: Instrument) -> int:
    if _is_off(text):
        return 0
    _readable(text)
    found = parse_units(text.removesuffix("%"), 2, "a band")
    if found is None or not 0 < found < WHOLE_BP:
        raise ValueError(tr("a band is more than 0 and less than 100 %, with at most two decimals"))
    return found


def _span(text: str, _instrument: Instrument) -> int:
    if _is_off(text):
        return 0
    found = parse_time(text)
    if not 0 <= found <= DAY_NS:
        raise ValueError(tr("the time must be a day at most, and not negative"))
    return found


def _distance(text: str, instrument: Instrument) -> int:
    if _is_off(text):
        return 0
    _readable(text)
    found = int(instrument.parse_price(text))
    if not 0 < found < 1 << 53:
        raise ValueError(tr("it must be more than zero, and a price that can be"))
    return found


def _lots(text: str, instrument: Instrument) -> int:
    if _is_off(text):
        return 0
    _readable(text)
    found = int(instrument.parse_qty(text.removesuffix(instrument.base)))
    if found >= 1 << 53:
        raise ValueError(tr("the quantity is out of range"))
    return found


def _is_off(text: str) -> bool:
    return text.casefold() in ("", "off", "any", "nowhere", "none", tr("off"), tr("any"), tr("none"))


def _readable(text: str) -> None:
    if not "".join(text.split()).isprintable():
        raise ValueError(tr("it must be a number, without control characters"))


def _typed(key: str, value: int, instrument: Instrument) -> str:
    """As _parse reads it back."""
    if key.endswith("_bp"):
        return f"{decimal_text(value, 2)} %"
    if key.endswith("_ns"):
        return time_text(value)
    return plain_qty_text(instrument, value) if key.endswith("_qty") else instrument.price_text(value)


def _said(key: str, value: int, instrument: Instrument) -> str:
    return _typed(key, value, instrument) if value or key.endswith("_ns") else tr("any") if key.endswith("_qty") else tr("off")


def _frozen(rules: MarketRules) -> str:
    return tr(
        "not while {no_cancel}", no_cancel=", ".join(PHASE[phase].lower() for phase in rules.no_cancel),
    ) if rules.no_cancel else tr("always")


# schedule ---------------------------------------------------------------------------------------------------------------


def schedule_values(row: PhaseRow) -> dict[str, object]:
    return {"entries": "; ".join(f"{clock_text(at)} {PHASE[phase].lower()}" for at, phase in row.schedule), WHY: ""}


def schedule_judged(row: PhaseRow | None, values: Values, picture: OperationsPicture | None) -> Verdict:
    if row is None or picture is None:
        return Verdict(verb=mark("Set schedule"), wrong=(("", tr("Choose an instrument")),))
    try:
        entries = of_part("entries", _entries, values["entries"], picture.at)
    except FieldWrong as error:
        return Verdict(verb=mark("Set schedule"), wrong=((error.key, str(error)),))
    if tuple((at, phase) for at, phase, random in entries if not random) == row.schedule and not any(one[2] for one in entries):
        return Verdict(verb=mark("Set schedule"), wrong=(("", tr("Nothing would change: this is the schedule now")),))
    symbol, replaced = row.instrument.symbol, len(row.schedule)
    instead = tr(" in the place of {replaced}", replaced=replaced) if replaced else ""
    named = ", ".join(
        tr(
            "{phase} at {clock}{later}",
            phase=PHASE[phase].lower(), clock=clock_text(int(at)),
            later=tr(" or up to {time} later", time=time_text(random)) if random else "",
        ) for at, phase, random in entries
    )
    means = ended(f"{symbol}: {named}{instead}") if entries else tr(
        "{symbol} has no schedule any more: phases change by hand alone.",
        symbol=symbol,
    )
    wrong_first = bool(entries) and entries[0][1] not in row.allowed
    more = tr(
        "{to} does not follow {phase}: refused then, if it stays so.",
        to=PHASE[entries[0][1]], phase=PHASE[row.phase].lower(),
    ) if wrong_first else ""
    return _asking(
        SetSchedule(row.instrument.id, entries, values[WHY].strip()), mark("Set schedule"), means, values, picture, more, wrong_first,
    )


def _entries(text: str, now: int) -> tuple[tuple[Nanos, Phase, Nanos], ...]:
    """Each later than the one before; a time that has passed is tomorrow's."""
    if not text.strip():
        return ()
    if not text.strip().isprintable():
        raise ValueError(tr("the schedule holds characters that cannot be printed"))
    made: list[tuple[Nanos, Phase, Nanos]] = []
    before = now
    for part in text.strip().removesuffix(";").split(";"):
        at, phase, random_ns = _entry(part.strip())
        at += before // DAY * DAY
        at += DAY if at < before else 0
        made.append((Nanos(at), phase, Nanos(random_ns)))
        before = at
    if len(made) > MOST_ENTRIES:
        raise ValueError(tr("a schedule has {most_entries} entries at most", most_entries=MOST_ENTRIES))
    return tuple(made)


def _entry(text: str) -> tuple[int, Phase, int]:
    time, _, rest = text.partition(" ")
    words, _, random_text = rest.partition("+")
    typed = words.strip().casefold()
    phase = next((one for one in PHASE if typed in (PHASE[one].casefold(), PHASE.source(one).casefold())), None)
    if phase is None:
        known = ", ".join(said.lower() for said in PHASE.values())
        raise ValueError(tr("an entry is a time and a phase: 20:55 closing auction. Phases are {known}", known=known))
    random_ns = parse_time(random_text.strip()) if random_text.strip() else 0
    if not 0 <= random_ns <= DAY_NS:
        raise ValueError(tr("an entry is up to a day later at most"))
    return _of_day(time), phase, random_ns


def _of_day(text: str) -> int:
    parts = text.split(":")
    if not (2 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts)):
        raise ValueError(tr("a time of the day is typed like 20:55 or 20:55:30"))
    hours, minutes, seconds = (*(int(part) for part in parts), 0)[:3]
    if hours > 23 or minutes > 59 or seconds > 59:
        raise ValueError(tr("there is no such time of the day: {text}", text=text))
    return (hours * 3600 + minutes * 60 + seconds) * SECOND


# prices -----------------------------------------------------------------------------------------------------------------


def price_values(row: PhaseRow) -> dict[str, object]:
    return {"which": REFERENCE, "price": row.instrument.price_text(row.reference) if row.reference else "", WHY: ""}


def price_judged(row: PhaseRow | None, values: Values, picture: OperationsPicture | None) -> Verdict:
    if row is None or picture is None:
        return Verdict(verb=mark("Set price"), wrong=(("", tr("Choose an instrument")),))
    instrument, text = row.instrument, values["price"].strip()
    is_mark = values["which"] == MARK
    now = row.mark if is_mark else row.reference
    try:
        price = of_part("price", _price, text, instrument)
        if price == now:
            raise FieldWrong("", tr("It is {price} already", price=instrument.price_text(now)))
    except FieldWrong as error:
        return Verdict(verb=mark("Set price"), wrong=((error.key, str(error)),))
    was = tr(", now {price}", price=instrument.price_text(now)) if now else tr(", none until now")
    if is_mark:
        means = tr("Mark price of {symbol}: {price}{was}.", symbol=instrument.symbol, price=instrument.price_text(price), was=was)
        ask: SetMark | SetReference = SetMark(instrument.id, Price(price), values[WHY].strip())
        return _asking(ask, mark("Set price"), means, values, picture, tr("Stops that follow the mark may fire at once."), True)
    static = price * row.rules.static_bp // WHOLE_BP
    bands = tr(
        "limit prices from {low} to {high}",
        low=instrument.price_text(price - static), high=instrument.price_text(price + static),
    ) if static else ""
    means = tr(
        "Reference of {symbol}: {price}{was}; {bands}.",
        symbol=instrument.symbol, price=instrument.price_text(price), was=was, bands=bands or tr("no static band is set"),
    )
    return _asking(SetReference(instrument.id, Price(price), values[WHY].strip()), mark("Set price"), means, values, picture)


def _price(text: str, instrument: Instrument) -> int:
    _readable(text)
    found = int(instrument.parse_price(text))
    if not 0 < found < 1 << 53:
        raise ValueError(tr("the price must be more than zero, and one that can be"))
    return found


def _asking(
    ask: SetRules | SetSchedule | SetReference | SetMark, verb: str, means: str, values: Values, picture: OperationsPicture,
    more: str = "", warns: bool = False,
) -> Verdict:
    key, wrong = lacking(picture, values[WHY])
    if wrong:
        return Verdict(None, verb, means, more, warns, ((key, wrong),))
    return Verdict(ask, verb, means, more, warns)
