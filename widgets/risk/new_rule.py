"""A tightening rule or a restriction, typed and chosen -> the command, and what it means in one sentence. Pure, no Qt.

Tightening is one person's and counts at once; whatever lets more through than now is asked for and waits for a second person.
"""

from msgspec.structs import replace

from core.domain.instrument import Instrument, decimal_text, parse_units
from core.domain.roles import Right, Role, may_sign
from core.domain.units import DAY, SECOND, InstrumentId, Nanos
from core.messages.approvals import TWO_PERSONS, RequestApproval
from core.messages.limits import Condition, Restrict, Restriction, Tighten
from core.projections.risk_pictures import RestrictionRow, RiskPicture
from widgets.entry import WHY, Chosen, FieldWrong, Typed, Values, Verdict, capital, listed, name_typed, of_part, reason_wrong
from widgets.labels import CONDITION, RESTRICTION
from widgets.limit_words import FULL, LARGEST, parse_time, rule_sentence
from widgets.rights import able, has
from widgets.risk.new_limit import RULES
from widgets.scales import clock_text
from widgets.tongue import Table, ended, mark, tr

MOST_BP = 1_000_000
"""Of a threshold: a hundredfold."""
TIGHTEN = (
    Chosen("rule", mark("Limit##of risk"), mark("Which limits count less"), mark("Limits of this kind (Up, Down)"), RULES),
    Typed(
        "percent", mark("counts"), mark("Percent of what it is set to"),
        mark("1 to 99 % of what it is set to; 100 %: no such rule any more"), "50 %", 56,
    ),
    Chosen("condition", mark("while"), mark("Condition"), mark("What has to hold (Up, Down)"), CONDITION),
    Typed("threshold", mark("is"), mark("Threshold"), mark("From where on it holds: a percent"), "2 %", 64),
    Typed("window", mark("within"), mark("Window"), mark("How far it looks back: 60 s"), "60 s", 64),
    Typed("from", mark("from"), mark("Begins"), mark("Session time of the day, UTC"), "07:50", 64),
    Typed(
        "until", mark("until"), mark("Ends"), mark("Session time of the day, UTC; before the beginning: it goes over midnight"),
        "08:10", 64,
    ),
    Typed(
        WHY, mark("Why##a reason"), mark("Reason for a looser rule"), mark("Only what loosens needs one: it stands in the record"),
        mark("only what loosens needs one"),
    ),
)
RESTRICT = (
    Typed("symbol", mark("Instrument"), mark("Instrument"), mark("Only this one; empty: every instrument"), mark("every one"), 104),
    Typed("trader", mark("for"), mark("Trader"), mark("Only this person's orders; empty: everybody's"), mark("everybody"), 120),
    Chosen(
        "restriction", "", mark("What is allowed"), mark("What still passes (Up, Down)"),
        Table({Restriction.REDUCE_ONLY: "Only reducing", Restriction.CLOSED: "Closed##to trading", Restriction.NONE: "No restriction"}),
    ),
    Typed(
        WHY, mark("Why##a reason"), mark("Reason for the restriction"), mark("Why: it stands in the record"),
        mark("it stands in the record"),
    ),
)  # fmt: skip


# tightening -------------------------------------------------------------------------------------------------------------


def tightened(values: Values, picture: RiskPicture | None) -> Verdict:
    condition = values["condition"]
    timed = condition is Condition.TIME_OF_DAY
    hidden = ("threshold", "window") if timed else ("from", "until") if condition is Condition.VOLATILITY else ("window", "from", "until")
    if picture is None:
        return Verdict(verb=mark("Set at once"), wrong=(("", tr("Waiting for the core")),), hidden=hidden)
    try:
        made = _tighten(values)
    except FieldWrong as error:
        return Verdict(verb=mark("Set at once"), wrong=((error.key, str(error)),), hidden=hidden)
    now = standing(made, picture)
    if now is None and made.percent == FULL:
        return Verdict(
            verb=mark("Set at once"), wrong=(("percent", tr("There is no such rule: at 100 % nothing would count less")),),
            hidden=hidden,
        )
    if made == now:
        return Verdict(verb=mark("Set at once"), wrong=(("", tr("That rule stands already")),), hidden=hidden)
    loose = now is not None and loosens(now, made)
    way = tr("Looser, once a second person approves") if loose else tr("Tighter, at once") if now is not None else tr("New, at once")
    was = tr("; now {sentence}", sentence=_small(rule_sentence(now))) if now is not None else ""
    means = tr("{way}: {sentence}.", way=way, sentence=f"{_small(rule_sentence(made))}{was}")
    missing = _missing(picture, loose, values[WHY], Tighten)
    ask = None if missing else RequestApproval(made, values[WHY].strip()) if loose else made
    return Verdict(ask, mark("Ask to loosen") if loose else mark("Set at once"), means, wrong=missing, hidden=hidden)


def standing(made: Tighten, picture: RiskPicture) -> Tighten | None:
    """One rule a limit and condition: a new one takes its place."""
    rows = (replace(row.told, origin=None) for row in picture.reading.tightenings)
    return next((one for one in rows if one.rule is made.rule and one.condition is made.condition), None)


def loosens(now: Tighten, made: Tighten) -> bool:
    """As the machine judges it: another condition holds less often, unless its threshold alone is lower."""
    timed = made.condition is Condition.TIME_OF_DAY
    as_often = made.threshold == now.threshold if timed else made.threshold <= now.threshold
    return made.percent > now.percent or not as_often or made.until != now.until or made.window_ns != now.window_ns


def values_of(told: Tighten) -> dict[str, object]:
    """As a form holds it, to be changed."""
    timed = told.condition is Condition.TIME_OF_DAY
    return {
        "rule": told.rule, "condition": told.condition, "percent": f"{told.percent} %",
        "threshold": "" if timed else f"{decimal_text(told.threshold, 2)} %",
        "window": f"{told.window_ns // SECOND} s" if told.window_ns else "",
        "from": clock_text(told.threshold) if timed else "", "until": clock_text(told.until) if timed else "",
    }


def no_more(told: Tighten, why: str, picture: RiskPicture) -> RequestApproval | str:
    """The rule taken away, or why not, as a sentence."""
    missing = _missing(picture, True, why, Tighten)
    if missing:
        return ended(missing[0][1])
    return RequestApproval(Tighten(told.rule, told.condition, told.threshold, FULL, told.window_ns, told.until), why.strip())


def _tighten(values: Values) -> Tighten:
    condition = values["condition"]
    percent = _number("percent", values["percent"], 0, "the percent that counts")
    if not 1 <= percent <= FULL:
        raise FieldWrong("percent", tr("it counts 1 to 99 %, or 100 % to end the rule"))
    if condition is Condition.TIME_OF_DAY:
        begins, ends = _time_of_day("from", values["from"]), _time_of_day("until", values["until"])
        if begins == ends:
            raise FieldWrong("until", tr("it must end at another time than it begins"))
        return Tighten(values["rule"], condition, begins, percent, until=ends)
    threshold = _number("threshold", values["threshold"], 2, "the threshold")
    if not 0 < threshold <= MOST_BP:
        raise FieldWrong("threshold", tr("the threshold must be more than zero, and 10 000 % at most"))
    window = 0
    if condition is Condition.VOLATILITY:
        window = of_part("window", parse_time, values["window"].strip())
        if not 0 < window <= LARGEST:
            raise FieldWrong("window", tr("the window must be more than zero and less than centuries"))
    return Tighten(values["rule"], condition, threshold, percent, Nanos(window))


def _number(key: str, text: str, decimals: int, noun: str) -> int:
    """noun: as the core's reader of numbers says it, in core_words.NOUNS."""
    if not text.strip():
        raise FieldWrong(key, tr("type {noun}", noun=tr(noun)))
    if not "".join(text.split()).isprintable():
        raise FieldWrong(key, tr("{noun} must be a number, without control characters", noun=tr(noun)))
    found = of_part(key, parse_units, text.strip().removesuffix("%"), decimals, noun)
    if found is None:
        raise FieldWrong(key, tr("{noun} must have at most {decimals} decimals", noun=tr(noun), decimals=decimals) if decimals else tr(
            "{noun} must be a whole number",
            noun=tr(noun),
        ))
    return found


def _time_of_day(key: str, text: str) -> int:
    """07:50 or 07:50:30, in nanoseconds since midnight."""
    parts = text.strip().split(":")
    if not (2 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts)):
        raise FieldWrong(key, tr("a time of the day is typed like 07:50 or 07:50:30"))
    hours, minutes, seconds = (*(int(part) for part in parts), 0)[:3]
    at = (hours * 3600 + minutes * 60 + seconds) * SECOND
    if minutes > 59 or seconds > 59 or at >= DAY:
        raise FieldWrong(key, tr("there is no such time of the day: {typed}", typed=text.strip()))
    return at


# restrictions -----------------------------------------------------------------------------------------------------------


def restricted(values: Values, picture: RiskPicture | None) -> Verdict:
    if picture is None:
        return Verdict(verb=mark("Restrict at once"), wrong=(("", tr("Waiting for the core")),))
    try:
        instrument = of_part("symbol", listed, values["symbol"], picture.instruments)
        trader = of_part("trader", name_typed, values["trader"], tr("name"))
    except FieldWrong as error:
        return Verdict(verb=mark("Restrict at once"), wrong=((error.key, str(error)),))
    restriction: Restriction = values["restriction"]
    now = _now(instrument, trader, picture)
    where = tr(
        "{symbol} for {trader}",
        symbol=instrument.symbol if instrument is not None else tr("every instrument"), trader=trader or tr("everybody"),
    )
    if restriction is now:
        said = tr("Nothing is restricted there: {where}", where=where) if now is Restriction.NONE else tr(
            "It is {now} already: {where}",
            now=RESTRICTION[now], where=where,
        )
        return Verdict(verb=mark("Restrict at once"), wrong=(("", said),))
    loose = restriction < now
    way = tr("Looser, once a second person approves") if loose else tr("Restricts at once")
    was = tr(", now {now}", now=RESTRICTION[now]) if now is not Restriction.NONE else ""
    missing = _missing(picture, loose, values[WHY], Restrict, always=True)
    id = instrument.id if instrument is not None else InstrumentId(0)
    made = Restrict(restriction, id, trader, values[WHY].strip())
    ask = None if missing else RequestApproval(made, made.why) if loose else made
    means = tr("{way}: {where}, {says}{was}.", way=way, where=where, says=SAYS[restriction], was=was)
    more = "" if loose else tr("Open orders stay as they are; cancels always pass.")
    return Verdict(ask, mark("Ask to loosen") if loose else mark("Restrict at once"), means, more, wrong=missing)


SAYS = Table({
    Restriction.NONE: "no restriction any more", Restriction.REDUCE_ONLY: "only orders that reduce the position",
    Restriction.CLOSED: "nothing new at all",
})


def restriction_values(row: RestrictionRow) -> dict[str, object]:
    return {
        "symbol": row.instrument.symbol if row.instrument is not None else "", "trader": row.trader, "restriction": row.restriction,
    }


def _now(instrument: Instrument | None, trader: str, picture: RiskPicture) -> Restriction:
    of = instrument.id if instrument is not None else 0
    for row in picture.reading.restrictions:
        if (row.instrument.id if row.instrument is not None else 0) == of and row.trader == trader:
            return row.restriction
    return Restriction.NONE


def _missing(picture: RiskPicture, loose: bool, why: str, command: type, always: bool = False) -> tuple[tuple[str, str], ...]:
    """What keeps it from being sent. always: a reason is needed also for what tightens."""
    roles: tuple[Role, ...] = picture.roles
    found = []
    if not picture.person:
        found.append(("role", tr("Sign in to change what stands in the way")))
    elif loose and not may_sign(roles, TWO_PERSONS[command]):
        found.append(("role", tr("A risk officer or an operator asks for what is looser, and another one approves")))
    elif not loose and not has(roles, Right.LOWER_LIMIT):
        found.append(("role", tr("{who} tightens and restricts", who=capital(able(Right.LOWER_LIMIT)))))
    said = reason_wrong(why) if loose or always else ""
    return (*found, *((WHY, text) for text in (said,) if text))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
