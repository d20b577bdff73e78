"""A row of the table of triggers, typed and chosen -> the command that sets it, and what it means in one sentence; rows of the table.
Pure, no Qt.

Tightening a row, and a new one, is one person's and counts at once; what loosens it or turns it off is asked for and waits for a second
person. It only hints at what the machine will say.
"""

from msgspec.structs import replace

from core.domain.instrument import parse_units
from core.domain.roles import Right, may_sign
from core.domain.scope import parse_scope
from core.domain.triggers import COUNTS, LOSSES, Severity, TriggerAction, TriggerKind
from core.messages.approvals import TWO_PERSONS, RequestApproval
from core.messages.stopping import SetTrigger
from core.projections.triggers import TriggerRow, TriggersPicture
from widgets.action_keys import now
from widgets.cells import DASH, Cell, Column, Row
from widgets.entry import WHY, Chosen, FieldWrong, Typed, Values, Verdict, capital, of_part, reason_wrong
from widgets.labels import SEVERITY, TRIGGER_ACTION, TRIGGER_KIND, refusal
from widgets.limit_words import LARGEST, parse_time, time_text
from widgets.rights import able, has
from widgets.scales import clock_text
from widgets.scopes import scope_words
from widgets.tongue import Table, ended, mark, tr
from widgets.trigger_words import AGED, at_text, trigger_sentence

LARGEST_COUNT = 10_000
"""As the machine takes it: each one counted is remembered."""
MOST_ROWS = 64
MOST_BP = 1_000_000
TABLE = (
    Column(mark("No."), 32, True), Column(mark("Trigger##of the kill switch"), 0),
    Column(mark("From"), 76, True, 0, mark("From where on it fires")),
    Column(mark("Within"), 64, True, 3, mark("How far it looks back, or how old data may be")),
    Column(mark("Does"), 92, False, 0, mark("What it does")),
    Column(mark("Of##whose orders"), 116, False, 2, mark("Whose orders")), Column(mark("Severity"), 84, False, 4),
    Column("", 44, False, 0, mark("Whether it is looked at")),
    Column(mark("Fired"), 72, True, 1, mark("Session time of the last time, in this run")), Column(mark("Times"), 48, True, 5),
    Column(mark("At##value"), 84, True, 6),
)
PARTS = (
    Chosen("kind", mark("When"), mark("What it looks at"), mark("What it looks at (Up, Down)"), TRIGGER_KIND),
    Typed("threshold", mark("from"), mark("Threshold"), mark("From where on it fires"), "3 %", 76),
    Typed("window", mark("within"), mark("Window"), mark("How far it looks back, or how old data may be: 60 s"), "60 s", 64),
    Chosen("action", mark("do"), mark("Action"), mark("What it does (Up, Down)"), TRIGGER_ACTION),
    Typed(
        "scope", mark("of##whose orders"), mark("Scope"), mark("everything, or KIND:NAME: instrument:BTC-USD, account:1"), "everything",
        140,
    ),
    Chosen("severity", "", mark("Severity"), mark("How grave it is (Up, Down)"), SEVERITY),
    Chosen("on", "", mark("On or off"), mark("Whether it is looked at (Up, Down)"), Table({True: "On", False: "Off"})),
    Typed(
        WHY, mark("Why##a reason"), mark("Reason for loosening"), mark("Only what loosens needs one: it stands in the record"),
        mark("only what loosens needs one"),
    ),
)


def row_cells(row: TriggerRow) -> Row:
    told, fired = row.told, row.fired
    ink = "text" if told.on else "muted"
    grave = "critical" if told.action is not TriggerAction.TELL else "warning"
    does = {TriggerAction.TELL: "muted", TriggerAction.FLATTEN: "warning"}.get(told.action, ink)
    return Row(str(told.number), (
        Cell(str(told.number), "muted", told.number), Cell(TRIGGER_KIND[told.kind], ink, TRIGGER_KIND[told.kind]),
        Cell((at_text(told.kind, told.threshold) if told.kind not in AGED else "") or DASH, ink, told.threshold),
        Cell(time_text(told.window_ns) if told.window_ns else DASH, ink, told.window_ns),
        Cell(
            TRIGGER_ACTION[told.action], does if told.on else "muted", told.action,
        ), Cell(scope_words(parse_scope(told.scope).words), ink, told.scope),
        Cell(SEVERITY[told.severity], ink, told.severity), Cell(tr("on") if told.on else tr("off"), ink if told.on else "warning", told.on),
        Cell(clock_text(fired.at) if fired is not None else DASH, grave if fired is not None else "muted",
             fired.at if fired is not None else None, sign="" if fired is None else "stop" if grave == "critical" else "warning"),
        Cell(str(fired.times) if fired is not None else DASH, "text" if fired is not None else "muted", fired.times if fired else 0),
        Cell(at_text(told.kind, fired.value) if fired is not None else DASH, "muted", fired.value if fired is not None else None),
    ))  # fmt: skip


def values_of(told: SetTrigger) -> dict[str, object]:
    return {
        "kind": told.kind, "threshold": at_text(told.kind, told.threshold) if told.kind not in AGED else "",
        "window": time_text(told.window_ns) if told.window_ns else "", "action": told.action, "scope": told.scope,
        "severity": told.severity, "on": told.on, WHY: "",
    }


def next_number(picture: TriggersPicture) -> int:
    """The first that is free."""
    taken = {row.told.number for row in picture.rows}
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def judged(number: int, values: Values, picture: TriggersPicture | None) -> Verdict:
    kind: TriggerKind = values["kind"]
    counted, lost, clock = kind in COUNTS, kind in LOSSES, kind is TriggerKind.CLOCK
    hidden = (*(() if counted or lost or clock else ("threshold",)), *(() if counted or kind in AGED else ("window",)))
    hints = (("threshold", "3 %" if lost else "1 s" if clock else "10"),)
    if picture is None:
        return Verdict(verb=mark("Set at once"), wrong=(("", tr("Waiting for the core")),), hidden=hidden, hints=hints)
    now = next((row.told for row in picture.rows if row.told.number == number), None)
    try:
        made = _made(number, values)
        if now is None and len(picture.rows) >= MOST_ROWS:
            raise FieldWrong("", tr("there are {most_rows} triggers, and no more: change one of them", most_rows=MOST_ROWS))
        if now is not None and replace(now, origin=None) == made:
            raise FieldWrong("", tr("it is so already: nothing would change"))
    except FieldWrong as error:
        return Verdict(verb=mark("Set at once"), wrong=((error.key, str(error)),), hidden=hidden, hints=hints)
    loose = now is not None and loosens(now, made)
    way = tr("Looser, once a second person approves") if loose else tr("Tighter, at once") if now is not None and now.on else tr("At once")
    blind = made.on and lost and not picture.capital
    more = tr("No loss is measured: the accounts' cash and the stop's capital are not told.") if blind else _flattens(made)
    missing = _missing(picture, loose, values[WHY])
    ask = None if missing else RequestApproval(made, values[WHY].strip()) if loose else made
    sentence = trigger_sentence(made)
    means = tr("{way}: {sentence}.", way=way, sentence=f"{sentence[:1].lower()}{sentence[1:]}")
    return Verdict(ask, mark("Ask to loosen") if loose else mark("Set at once"), means, more, bool(more), missing, hidden, hints)


def loosens(now: SetTrigger, made: SetTrigger) -> bool:
    """As the machine judges it: something that fires now would not, or would do less."""
    if not now.on:
        return False
    longer = made.window_ns < now.window_ns if made.kind in COUNTS else made.window_ns > now.window_ns
    weaker = made.action < now.action or made.severity < now.severity or made.threshold > now.threshold or longer
    return not made.on or made.kind is not now.kind or made.scope != now.scope or weaker


def capital_line(picture: TriggersPicture) -> str:
    return "" if picture.capital else tr("No loss is measured: the accounts' cash and the stop's capital are not told.")


def note(picture: TriggersPicture, chosen: SetTrigger | None) -> tuple[str, str, str]:
    """What is most worth saying: text, token, sign."""
    if picture.denied is not None:
        return tr("Not done: {refusal}", refusal=refusal(picture.denied, 0, 0, None)), "warning", "warning"
    if picture.waiting:
        more = tr(", and {count} more", count=len(picture.waiting) - 1) if len(picture.waiting) > 1 else ""
        return tr(
            "Waits for a second person: {what}{more}.",
            what=trigger_sentence(picture.waiting[0]), more=more,
        ), "text", "open"
    if chosen is not None:
        return ended(trigger_sentence(chosen)), "muted", ""
    return tr("{new} makes a trigger, Enter changes the chosen one.", new=new_key()), "muted", ""


def new_key() -> str:
    """What makes a trigger: its key, or the button."""
    return now("triggers.new") or tr("New\u2026")


def _flattens(made: SetTrigger) -> str:
    return tr(
        "It trades positions away at the market, without anybody pressing.",
    ) if made.on and made.action is TriggerAction.FLATTEN else ""


def _made(number: int, values: Values) -> SetTrigger:
    kind: TriggerKind = values["kind"]
    threshold = _threshold(kind, values["threshold"])
    window = of_part("window", _window, values["window"]) if kind in COUNTS or kind in AGED else 0
    scope = of_part("scope", parse_scope, values["scope"].strip() or "everything")
    severity: Severity = values["severity"]
    return SetTrigger(number, kind, threshold, window, severity, values["action"], scope.text, values["on"])


def _threshold(kind: TriggerKind, text: str) -> int:
    if kind not in (*COUNTS, *LOSSES, TriggerKind.CLOCK):
        return 0
    said, key = text.strip(), "threshold"
    if not said:
        raise FieldWrong(key, tr("type from where on it fires"))
    if not "".join(said.split()).isprintable():
        raise FieldWrong(key, tr("it must be a number, without control characters"))
    if kind is TriggerKind.CLOCK:
        found = of_part(key, parse_time, said)
        if not 0 <= found <= LARGEST:
            raise FieldWrong(key, tr("the time must be zero or more, and less than centuries"))
        return found
    lost = kind in LOSSES
    units = of_part(key, parse_units, said.removesuffix("%") if lost else said, 2 if lost else 0, "the threshold")
    if units is None:
        raise FieldWrong(key, tr("a percent has at most two decimals") if lost else tr("a count is a whole number"))
    if not 0 < units <= (MOST_BP if lost else LARGEST_COUNT):
        raise FieldWrong(key, tr("a loss is more than zero, and 10 000 % at most") if lost else tr("a count is 1 to 10 000"))
    return units


def _window(text: str) -> int:
    if not text.strip():
        raise ValueError(tr("say how long: 60 s, 5 min"))
    found = parse_time(text.strip())
    if not 0 < found <= LARGEST:
        raise ValueError(tr("the time must be more than zero, and less than centuries"))
    return found


def _missing(picture: TriggersPicture, loose: bool, why: str) -> tuple[tuple[str, str], ...]:
    found = []
    if not picture.person:
        found.append(("role", tr("Sign in to set a trigger")))
    elif loose and not may_sign(picture.roles, TWO_PERSONS[SetTrigger]):
        found.append(("role", tr("A risk officer or an operator asks for what is looser, and another one approves")))
    elif not has(picture.roles, Right.CONFIGURE):
        found.append(("role", tr("{who} sets triggers", who=capital(able(Right.CONFIGURE)))))
    said = reason_wrong(why) if loose else ""
    return (*found, *((WHY, text) for text in (said,) if text))
