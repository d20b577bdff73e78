"""A proposal of limits over the days that a journal holds: what it would have refused of what went out, and the other way round.

Every run is played again through the machine, with its events compared; runs whose beginning retention has dropped are left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field

from app.limits_file import Table, limits_of, value_text
from core.domain.enums import PhaseOfRun
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.order import Owner
from core.journal.entry import Entry
from core.journal.telling import when
from core.machine.desk.judge import Refusal
from core.machine.desk.proposal import Opinion, Proposal
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import StartRun
from core.messages.limits import Limit
from core.messages.reasons import Reason
from core.replay import apply

Limits = Callable[[Iterable[Instrument]], tuple[Limit, ...]]


@dataclass(frozen=True)
class Finding:
    """An order of which record and proposal say different things. order_id 0: it was never sent. limit, value: of the refusal, in the
    reason's own unit; the texts in the units of a limits file, empty where there is nothing to say."""

    at: int
    time: str
    order_id: int
    client_order_id: str
    replaces: bool
    owner: str
    instrument: str
    side: str
    qty: str
    price: str
    reason: str
    rule: str
    scope: str
    soft: bool
    limit: int
    value: int
    limit_text: str
    value_text: str
    also: int


@dataclass
class Tried:
    """judged: orders and replaces that the record approved. asked: those and what the record's limits refused. smaller: of those that
    pass, how many the proposal would have cut."""

    entries: int = 0
    runs: int = 0
    left_out: int = 0
    asked: int = 0
    judged: int = 0
    smaller: int = 0
    refused: list[Finding] = field(default_factory=list)
    let_through: list[Finding] = field(default_factory=list)

    def by_rule(self, findings: Sequence[Finding]) -> dict[str, int]:
        return dict(sorted(Counter(one.rule or one.reason.lower() for one in findings).items()))


def in_units(tables: Sequence[Table]) -> Limits:
    """The file in the units of a run's instruments. What speaks of an instrument that the run has not listed, or not yet, is left out."""

    def limits(instruments: Iterable[Instrument]) -> tuple[Limit, ...]:
        known = list(instruments)
        symbols = [instrument.symbol for instrument in known]
        return limits_of([table for table in tables if table.values.get("instrument", "") in ("", *symbols)], known)

    return limits


def try_over(entries: Iterable[Entry], limits: Limits) -> Tried:
    """Raises Mismatch, Damaged; LimitsFileError when an older run's instrument has no such units."""
    tried, engine, seq, whole = Tried(), Engine(State()), 0, True
    proposal: Proposal | None = None
    listed = -1
    for entry in entries:
        begins = type(entry.message) is StartRun
        whole = (whole and entry.seq == seq + 1) or begins
        seq = entry.seq
        if not whole:
            tried.left_out += 1
            continue
        apply(engine, entry)
        tried.entries += 1
        tried.runs += begins
        state = engine.state
        if proposal is None or state.gate is not proposal.gate:
            proposal, listed = Proposal(state.gate, ()), -1
        instruments = state.venue.instruments
        if listed != len(instruments):
            listed = len(instruments)
            proposal.put(limits(instruments.values()))
        for opinion in proposal.after(entry.message, entry.at, entry.events, state.phase is PhaseOfRun.RUNNING):
            _note(tried, opinion)
    return tried


def as_json(tried: Tried, file: str, journal: str) -> dict[str, object]:
    return {
        "ok": True, "file": file, "journal": journal, "entries": tried.entries, "runs": tried.runs, "left_out": tried.left_out,
        "judged": tried.judged, "smaller": tried.smaller,
        "would_be_refused": len(tried.refused), "refused_by_rule": tried.by_rule(tried.refused),
        "recorded_refusals": tried.asked - tried.judged,
        "would_be_let_through": len(tried.let_through), "let_through_by_rule": tried.by_rule(tried.let_through),
        "refused": [asdict(one) for one in tried.refused], "let_through": [asdict(one) for one in tried.let_through],
    }


def _note(tried: Tried, opinion: Opinion) -> None:
    tried.asked += 1
    if opinion.recorded is None:
        tried.judged += 1
        tried.smaller += opinion.smaller > 0
        if opinion.proposed is not None:
            tried.refused.append(_finding(opinion, opinion.proposed))
    elif opinion.proposed is None:
        tried.let_through.append(_finding(opinion, opinion.recorded))


def _finding(opinion: Opinion, refusal: Refusal) -> Finding:
    instrument = opinion.instrument
    rule = Rule(refusal.rule) if refusal.rule else None
    limit, value = _texts(refusal, rule, instrument)
    return Finding(
        opinion.at, when(opinion.at), opinion.id if opinion.recorded is None or opinion.replaces else 0, opinion.client_order_id,
        opinion.replaces, _whose(opinion.owner, opinion.account), instrument.symbol, opinion.side.name.lower(),
        value_text(Rule.MAX_ORDER_QTY, opinion.qty, instrument), instrument.price_text(opinion.price) if opinion.price else "market",
        refusal.reason.name, rule.name.lower() if rule is not None else "", refusal.scope, refusal.soft, refusal.limit, refusal.value,
        limit, value, refusal.also,
    )


def _texts(refusal: Refusal, rule: Rule | None, instrument: Instrument) -> tuple[str, str]:
    """A refusal by the collar names prices; what could not be measured has no value."""
    if rule is None:
        return "", ""
    if refusal.reason is Reason.PRICE_COLLAR:
        return instrument.price_text(refusal.limit), instrument.price_text(refusal.value)
    unmeasured = refusal.value >= 1 << 62
    return value_text(rule, refusal.limit, instrument), "" if unmeasured else value_text(rule, refusal.value, instrument)


def _whose(owner: Owner, account: str) -> str:
    named = (("trader", owner.trader), ("strategy", owner.strategy), ("desk", owner.desk), ("session", owner.session))
    return ", ".join([*(f"{kind} {name}" for kind, name in named if name), f"account {account}"])
