"""A question to the desk: what would it say to this order, basket or linked order now? Answered by the code that decides, not by a copy.

Invariant: a question changes nothing: the state after it is the state before it, and a journal that knows of no questions replays to
the same end.
Deliberately absent: exits of a bracket or OTO are not judged, because their position does not exist yet; and whatever changes between
the question and the order.
"""

from typing import Any, Final

from core.domain.enums import LinkKind
from core.domain.limits import FACTS, Rule
from core.domain.order_types import PRICELESS
from core.domain.units import OrderId
from core.machine.desk.approved import Approved
from core.machine.desk.basket import Worst, approve_all, followed, owned
from core.machine.desk.consent import NAMES_READABLE, readable
from core.machine.desk.contingent import Leg
from core.machine.desk.desk import Desk, protected
from core.machine.desk.funds import BASIS_POINTS, Unknown
from core.machine.desk.judge import Refusal
from core.machine.desk.measures import Attempt
from core.machine.desk.risk import Gate
from core.machine.state import State
from core.machine.venue.checks import check_new
from core.machine.venue.entry import would_reject
from core.machine.venue.parties import OUR_FIRM, OURS, Party
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.reasons import Reason
from core.messages.rejections import Rejection

Question = PlaceOrder | PlaceLinked | PlaceBasket
TIGHTEST: Final = 3


class Use:
    """One limit with the order counted in. used, value: in the rule's unit; scope: whose, in words."""

    __slots__ = ("rule", "scope", "soft", "used", "value")

    def __init__(self, rule: int, scope: str, used: int, value: int, soft: bool) -> None:
        self.rule: int = rule
        self.scope = scope
        self.used: int = used
        self.value: int = value
        self.soft: bool = soft


class Answer:
    """refusal: the desk's no. rejection: the exchange's, asked only when the desk says yes and has the order itself at that exchange.
    line: which of several it is about, from 1; 0: all of them. refused: how many lines of a basket. qty: lots that would go.
    smaller: what would pass instead of a refused order, when less is better than nothing; 0: nothing. worst: price at which what goes
    may trade. uses: the tightest limits, the tightest first."""

    __slots__ = ("line", "qty", "refusal", "refused", "rejection", "smaller", "uses", "worst")

    def __init__(self, refusal: Refusal | None = None, line: int = 0, refused: int = 0) -> None:
        self.refusal = refusal
        self.rejection: Rejection | None = None
        self.line: int = line
        self.refused: int = refused
        self.qty: int = 0
        self.smaller: int = 0
        self.worst: int = 0
        self.uses: list[Use] = []


def would(desk: Desk, c: Question) -> Answer:
    state = desk.state
    if not state.people.allows(c):
        return Answer(Refusal(Reason.NOT_PERMITTED))
    if state.gate.funds.rules >= NAMES_READABLE and not readable(c, state.gate.owners):
        return Answer(Refusal(Reason.BAD_NAME))
    before = Untouched(state)
    try:
        if isinstance(c, PlaceOrder):
            return _of_one(desk, c)
        if isinstance(c, PlaceBasket):
            return _of_several(desk, _signed(state, c, c.orders))
        return _of_linked(desk, c)
    finally:
        before.put_back()


def _signed(state: State, c: PlaceBasket | PlaceLinked, orders: tuple[PlaceOrder, ...]) -> list[PlaceOrder]:
    """As the desk makes them its own."""
    given = c.origin
    correlation = given.correlation if given is not None and given.correlation else str(state.seq + 1)
    return [owned(order, followed(order.origin or given, correlation)) for order in orders]


def _of_one(desk: Desk, c: PlaceOrder) -> Answer:
    said = desk.judge(OrderId(desk.state.seq + 1), c)
    if isinstance(said, Refusal):
        answer = Answer(said)
        if not c.may_shrink and not said.soft and said.rule and FACTS[Rule(said.rule)].shrinks:
            answer.smaller = _less(desk, c)
        return answer
    answer = Answer()
    answer.qty = said.order.qty
    answer.rejection = _rejection(desk.state, said)
    answer.worst = said.attempt.worst
    answer.uses = _uses(desk.state.gate, said.attempt, c)
    return answer


def _less(desk: Desk, c: PlaceOrder) -> int:
    """What the gate would make of it, when it may."""
    cut = PlaceOrder(
        c.client_order_id, c.instrument, c.side, c.order_type, c.qty, c.price, c.time_in_force, c.account, c.terms, c.origin, c.parent,
        c.confirmed, True,
    )
    said = desk.judge(OrderId(desk.state.seq + 1), cut)
    return said.order.qty if isinstance(said, Approved) else 0


def _of_several(desk: Desk, orders: list[PlaceOrder]) -> Answer:
    state = desk.state
    said = approve_all(state.oms, state.gate, desk.judge, state.seq + 1, 1, orders)
    if isinstance(said, Worst):
        return Answer(said.refusal, said.line, said.refused)
    answer = Answer()
    for number, approved in enumerate(said, 1):
        answer.qty += approved.order.qty
        found = _rejection(state, approved)
        if found is not None and answer.rejection is None:
            answer.rejection, answer.line = found, number
    return answer


def _of_linked(desk: Desk, c: PlaceLinked) -> Answer:
    legs = _signed(desk.state, c, c.legs)
    refusal = desk.dealer.misfit(c.kind, [Leg(leg) for leg in legs])
    if refusal is not None:
        return Answer(refusal)
    if c.kind is LinkKind.OCO:
        return _of_several(desk, legs)
    answer = _of_one(desk, legs[0])
    # A group is never cut down.
    answer.smaller = 0
    if answer.refusal is None and answer.rejection is None:
        for number, leg in enumerate(legs[1:], 2):
            found = _terms_rejection(desk.state, leg)
            if found is not None:
                answer.rejection, answer.line = found, number
                break
    return answer


# the exchange ------------------------------------------------------------------------------------------------------------


def _party(state: State, account: int) -> Party:
    """An account is there from its first order on; a question is none."""
    known = state.venue.parties.sessions.get(account)
    if known is not None:
        return known
    party = Party(account, OUR_FIRM, account, OURS)
    party.set_mode(state.venue.parties.own_mode, True)
    return party


def _rejection(state: State, approved: Approved) -> Rejection | None:
    order = approved.order
    if state.venue.instruments[order.instrument].venue in state.outside.stops:
        return None
    party = _party(state, order.account)
    if not party.up:
        return Rejection.UNKNOWN_SESSION
    if party.firm in state.venue.parties.blocked:
        return Rejection.PARTICIPANT_BLOCKED
    terms = approved.terms
    if approved.protection or approved.protection_bp:
        terms = protected(terms, approved.protection, approved.protection_bp)
    return would_reject(
        state.venue.markets[order.instrument], order.id, party, order.side, order.order_type, order.qty, order.price,
        order.time_in_force, terms,
    )


def _terms_rejection(state: State, c: PlaceOrder) -> Rejection | None:
    """Of an exit: what the book has against it is seen when it goes out."""
    m = state.venue.markets.get(c.instrument)
    if m is None or m.instrument.venue in state.outside.stops:
        return None
    id = state.seq + 1
    return check_new(m, id, _party(state, c.account), c.side, c.order_type, c.qty, c.price, c.time_in_force, c.terms)


# the tightest limits -----------------------------------------------------------------------------------------------------


def _uses(gate: Gate, a: Attempt, c: PlaceOrder) -> list[Use]:
    """Measured as the judge does. A market order is sent with the collar's own end, so the collar says nothing of it."""
    line, conditions = a.line, gate.judge.conditions
    found: list[Use] = []
    if c.order_type not in PRICELESS and a.reference:
        found.append(Use(int(Rule.PRICE_COLLAR), "", abs(a.worst - a.reference) * BASIS_POINTS // a.reference, line.collar, False))
    if not a.reduces:
        for bound in line.first + line.rest:
            try:
                used: int = bound.measure(bound, a)
            except Unknown:
                continue
            value = bound.value * conditions.percent(bound, a) // 100 if conditions.tight() else bound.value
            found.append(Use(bound.rule, bound.usage.words, used, value, bound.soft))
    found = [use for use in found if use.used > 0 and use.value > 0]
    found.sort(key=_tightness, reverse=True)
    return found[:TIGHTEST]


def _tightness(use: Use) -> int:
    return use.used * 1_000_000 // use.value


# nothing changes ---------------------------------------------------------------------------------------------------------


class Untouched:
    """What judging leaves behind that a later step could tell, as it was before: the time, and what was to be told. All else that it
    leaves (how things were valued, windows let go of, scopes that hold nothing) is found again from the state by whoever needs it."""

    __slots__ = ("at", "state", "witness")

    def __init__(self, state: State) -> None:
        self.state = state
        self.at: int = state.gate.funds.at
        self.witness: Any = state.gate.witness
        state.gate.witness = None

    def put_back(self) -> None:
        gate = self.state.gate
        gate.judge.told.clear()
        gate.funds.at = self.at
        gate.witness = self.witness
