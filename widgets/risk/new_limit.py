"""A limit that does not stand yet: what is typed and chosen -> the command that sets it, and what that means in one sentence. Pure, no Qt.

A first limit is one person's and counts at once. Where the same limit stands already this is a change of it, judged like one.
"""

from msgspec.structs import replace

from core.domain.instrument import Instrument
from core.domain.limits import FACTS, LADDER, Rule
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId, Nanos
from core.messages.approvals import RequestApproval
from core.messages.limits import NO_LIMIT, ChangeLimits, Limit
from core.projections.risk_pictures import RiskPicture
from widgets.entry import WHY, Chosen, FieldWrong, Typed, Values, Verdict, listed, name_typed, of_part, reason_wrong
from widgets.labels import RULE, SCOPE_KIND
from widgets.limit_words import LARGEST, asks_for, bounds, parse_time, parse_value, sentence, value_text, whose
from widgets.risk.form import SHOWN, role_wrong
from widgets.tongue import Table, ended, mark, tr

ACCOUNT_DIGITS = 9
"""The largest account's."""
RULES = Table({rule: RULE.source(rule) for rule in sorted(RULE, key=RULE.source)})
RUNGS = Table({kind: SCOPE_KIND.source(kind) for kind in reversed(LADDER)})
PARTS = (
    Chosen("rule", mark("Limit##of risk"), mark("What the limit bounds"), mark("What is bounded (Up, Down)"), RULES),
    Chosen("kind", mark("of##whose limit"), mark("Rung of the ladder"), mark("Whose use is measured (Up, Down)"), RUNGS),
    Typed("name", "", mark("Whose: a name"), mark("One of them by name; empty: each one for itself"), mark("each"), 96),
    Typed(
        "symbol", mark("in##an instrument"), mark("Instrument"), mark("Only in this instrument; empty: in all of them"),
        mark("all instruments"), 104,
    ),
    Typed("value", mark("at most"), mark("Value of the limit"), mark("The number, in the limit's own unit"), "", 120),
    Typed("window", mark("within"), mark("Window"), mark("How far it looks back: 1 s, 5 min"), "1 s", 64),
    Chosen(
        "soft", "", mark("Hard or soft"), mark("Hard cannot be passed; soft passes when the number is typed"),
        Table({False: "Hard", True: "Soft"}),
    ),
    Typed(WHY, mark("Why##a reason"), mark("Reason for the limit"), mark("Why: it stands in the record"), mark("it stands in the record")),
)


def judged(values: Values, picture: RiskPicture | None) -> Verdict:
    rule, kind = values["rule"], values["kind"]
    hidden = (*(() if FACTS[rule].windowed else ("window",)), *(("name",) if kind is ScopeKind.EVERYTHING else ()))
    if picture is None:
        return Verdict(verb=mark("Set at once"), wrong=(("", tr("Waiting for the core")),), hidden=hidden)
    base = picture.reading.base
    instrument: Instrument | None = None
    try:
        instrument = of_part("symbol", listed, values["symbol"], picture.instruments)
        name = of_part("name", _name, kind, values["name"], picture)
        value = of_part("value", _value, rule, values["value"], instrument)
        window = of_part("window", _window, rule, values["window"])
    except FieldWrong as error:
        hints, more = (("value", asks_for(rule, instrument, base)),), ended(bounds(rule, instrument, base))
        return Verdict(verb=mark("Set at once"), wrong=((error.key, str(error)),), hidden=hidden, hints=hints, more=more)
    hints = (("value", asks_for(rule, instrument, base)),)
    where = instrument.id if instrument is not None else InstrumentId(0)
    made = Limit(rule, value, kind, name, where, values["soft"], Nanos(window))
    return _of(made, instrument, values[WHY], picture, hidden, hints)


def _of(
    made: Limit, instrument: Instrument | None, why: str, picture: RiskPicture, hidden: tuple[str, ...], hints: tuple[tuple[str, str], ...],
) -> Verdict:
    base = picture.reading.base
    now = standing(made, picture)
    if now == made:
        said = tr("It is {value} already", value=value_text(made.rule, made.value, instrument, base))
        return Verdict(verb=mark("Set at once"), wrong=(("value", said),), hidden=hidden, hints=hints)
    raises = now is not None and (made.value > now.value or made.window_ns < now.window_ns)
    way = tr("Raises, once a second person approves") if raises else tr("Lowers at once") if now is not None else tr("New, at once")
    was = tr(", now {value}", value=value_text(now.rule, now.value, instrument, base)) if now is not None else ""
    words = sentence(made, instrument, base)
    means = tr("{way}: {sentence}.", way=way, sentence=f"{words[:1].lower()}{words[1:]}{was}")
    over, passed = over_it(made, picture)
    missing = [(WHY, text) for text in (reason_wrong(why),) if text]
    missing += [("role", text) for text in (role_wrong(picture.roles, raises, picture.person),) if text]
    ask = ChangeLimits((made,), why.strip())
    asked = None if missing else RequestApproval(ask, why.strip()) if raises else ask
    verb = mark("Ask to raise") if raises else mark("Lower at once") if now is not None else mark("Set at once")
    return Verdict(asked, verb, means, over, passed, tuple(missing), hidden, hints)


def standing(made: Limit, picture: RiskPicture) -> Limit | None:
    """The same limit, if it stands already: rule, whose, where and how hard."""
    key = replace(made, value=0, window_ns=Nanos(0))
    return next((one for one in picture.reading.standing if replace(one, value=0, window_ns=Nanos(0)) == key), None)


def over_it(made: Limit, picture: RiskPicture) -> tuple[str, bool]:
    """Uses that are measured now, of the same rule and rung, and that the limit would not let pass, in words; whether there is one.
    Empty: none is measured."""
    if made.value == NO_LIMIT:
        return "", False
    uses: dict[tuple[str, int], tuple[int, Instrument | None]] = {}
    for row in picture.reading.gauges:
        of_it = row.limit.rule is made.rule and row.kind is made.kind and row.used is not None
        same = (not made.name or row.name == made.name) and row.limit.window_ns == made.window_ns
        if of_it and same and row.limit.instrument in (0, made.instrument):
            uses[row.name, int(row.instrument.id) if row.instrument is not None else 0] = (row.used or 0, row.instrument)
    over = [(name, used, where) for (name, _), (used, where) in uses.items() if used > made.value]
    if not over:
        return tr("Nothing is over it now.") if uses else "", False
    base = picture.reading.base
    named = tr(", ").join(
        tr(
            "{whose}{where} at {value}",
            whose=whose(made.kind, name), where=tr(" in {symbol}", symbol=where.symbol) if where is not None else "",
            value=value_text(made.rule, used, where, base),
        ) for name, used, where in over[:SHOWN]
    )
    rest = tr(" and {count} more", count=len(over) - SHOWN) if len(over) > SHOWN else ""
    return tr(
        "Over it at once: {named}{rest}. What adds is refused, what reduces passes; nothing is cancelled.",
        named=named, rest=rest,
    ), True


# fields -----------------------------------------------------------------------------------------------------------------


def _name(kind: ScopeKind, text: str, picture: RiskPicture) -> str:
    name = name_typed(text, tr("name")) if kind is not ScopeKind.EVERYTHING else ""
    if name and kind is ScopeKind.INSTRUMENT:
        found = listed(name, picture.instruments)
        return found.symbol if found is not None else ""
    if name and kind is ScopeKind.ACCOUNT:
        if not (name.isascii() and name.isdigit() and len(name) <= ACCOUNT_DIGITS and int(name)):
            raise ValueError(tr("an account is a whole number above zero"))
        return str(int(name))
    return name


def _value(rule: Rule, text: str, instrument: Instrument | None) -> int:
    if not text.strip():
        raise ValueError(tr("type the number"))
    value = parse_value(rule, text, instrument)
    if value == NO_LIMIT:
        raise ValueError(tr("a new limit needs a number"))
    return value


def _window(rule: Rule, text: str) -> int:
    if not FACTS[rule].windowed:
        return 0
    if not text.strip():
        raise ValueError(tr("it looks back: say how far, 1 s or 5 min"))
    window = parse_time(text.strip())
    if not 0 < window <= LARGEST:
        raise ValueError(tr("the window must be more than zero and less than centuries"))
    return window
