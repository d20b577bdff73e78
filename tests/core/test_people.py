"""Who may do what: the table against the house's matrix, and that no command slips past it."""

import typing

import pytest

from core.domain.roles import OPERATOR_AND_RISK, RISK_AND_ANOTHER, Right, Role, is_account_name
from core.machine.desk.approvals import MOST, Approvals, Waiting
from core.machine.desk.people import DEMO, RIGHTS_OF, TWO_PERSONS, People
from core.messages.approvals import Approvable, ApprovalCommand
from core.messages.commands import CancelAllOrders, CancelOrder, Command, EngageKill, PlaceOrder, ReleaseKill, SetLimits
from core.messages.groups import Groups
from core.messages.operations import Operation
from core.messages.origin import Origin
from core.messages.outside import AcknowledgeBreak, SetVenue
from core.messages.participants import MassCancel
from core.messages.people import SetPerson
from core.messages.reasons import Reason

T, RO, OP, V = Role.TRADER, Role.RISK_OFFICER, Role.OPERATOR, Role.VIEWER
MATRIX = {
    Right.TRADE: (T,), Right.KILL: (T, RO, OP), Right.RELEASE: (RO, OP), Right.LOWER_LIMIT: (RO,), Right.RAISE_LIMIT: (RO, OP),
    Right.MANAGE_PEOPLE: (RO, OP), Right.CONFIGURE: (RO, OP), Right.OPERATE_MARKET: (OP,),
}


def people(**roles: Role) -> People:
    made = People()
    for person, role in roles.items():
        made.set(person, (role,), True)
    return made


def test_every_command_has_its_right_and_every_approvable_its_pair() -> None:
    """A command without a row is refused to everybody with a name: give it one here, in core/machine/desk/people."""
    said = (*typing.get_args(Command), *typing.get_args(ApprovalCommand), *typing.get_args(Groups), SetVenue, AcknowledgeBreak)
    said = (*said, *typing.get_args(Operation), MassCancel)
    assert {kind.__name__ for kind in said} == {kind.__name__ for kind in RIGHTS_OF}
    assert set(typing.get_args(Approvable)) == set(TWO_PERSONS)


@pytest.mark.parametrize("right", Right, ids=lambda right: right.name)
def test_the_matrix(right: Right) -> None:
    known = people(t=T, ro=RO, op=OP, v=V)
    assert [name for name in ("t", "ro", "op", "v") if known.may(name, right)] == [
        name for name, role in (("t", T), ("ro", RO), ("op", OP), ("v", V)) if role in MATRIX[right]
    ]


def test_nothing_is_refused_before_anybody_is_declared() -> None:
    assert People().allows(CancelAllOrders(origin=Origin("whoever")))
    assert not people(t=T).allows(CancelAllOrders(origin=Origin("whoever")))


def test_the_program_is_not_asked_and_nobody_may_only_stop() -> None:
    known = people(v=V)
    assert known.allows(CancelAllOrders()) and known.allows(SetLimits(1, 1, 1, 1, 1, 1)) and known.allows(EngageKill("x"))
    nobody = Origin()
    assert known.allows(EngageKill("x", 0, nobody))
    for refused in (CancelAllOrders(origin=nobody), CancelOrder(1, nobody), ReleaseKill("x", 1, nobody)):
        assert not known.allows(refused)
    assert not known.allows(EngageKill("x", 0, Origin("v")))
    # A strategy is run in somebody's name, or it is nobody's.
    assert not known.allows(CancelAllOrders(origin=Origin(strategy="mm")))


def test_a_disabled_person_may_nothing_and_comes_back() -> None:
    known = people(t=T)
    known.set("t", (T,), False)
    assert not known.allows(CancelAllOrders(origin=Origin("t"))) and known.roles_of("t") == ()
    known.set("t", (T,), True)
    assert known.allows(CancelAllOrders(origin=Origin("t")))


def test_the_first_declaration_ends_the_demo() -> None:
    known = People()
    assert known.may("demo", Right.TRADE) and set(known.roles) == set(DEMO)
    known.set("tess", (T,), True)
    assert not known.may("demo", Right.TRADE) and set(known.roles) == {"tess"}


def test_pairs() -> None:
    known = people(ro=RO, other=RO, op=OP, t=T)
    known.set("both", (RO, OP), True)
    pairs = {
        (one, two): (known.are(one, two, OPERATOR_AND_RISK), known.are(one, two, RISK_AND_ANOTHER))
        for one in known.roles for two in known.roles
    }
    assert all(found == pairs[(two, one)] for (one, two), found in pairs.items())
    assert all(pairs[(one, one)] == (False, False) for one in known.roles)
    assert pairs[("ro", "op")] == (True, True)
    assert pairs[("ro", "other")] == (False, True)
    assert pairs[("both", "ro")] == (True, True) and pairs[("both", "op")] == (True, True)
    assert pairs[("t", "ro")] == pairs[("t", "op")] == (False, False)


def test_roles_are_kept_once_and_in_order() -> None:
    known = People()
    known.set("a", (OP, T, OP), True)
    assert known.roles["a"] == (T, OP)


@pytest.mark.parametrize("name", ("a", "tess", "t.ess-2_x", "9lives", "a" * 32))
def test_a_name(name: str) -> None:
    assert is_account_name(name)


@pytest.mark.parametrize("name", ("", "Tess", "-x", ".x", "a b", "tess\n", "té", "a" * 33, "anna@x"))
def test_no_name(name: str) -> None:
    assert not is_account_name(name)


def test_an_order_is_looked_at_before_anything_else() -> None:
    assert not people(v=V).allows(PlaceOrder("", 0, 0, 0, 0, 0, origin=Origin("v")))  # type: ignore[arg-type]


def test_a_hundred_requests_may_wait_and_no_more() -> None:
    known, waiting = people(ro=RO, op=OP), Approvals()
    command = SetPerson("t", (T,))
    for id in range(MOST):
        assert isinstance(waiting.ask(id, command, "op", "", 0, known), Waiting)
    assert waiting.ask(MOST, command, "op", "", 0, known) is Reason.TOO_MANY_REQUESTS
    assert isinstance(waiting.approve(0, "ro", known), Waiting) and isinstance(waiting.ask(MOST, command, "op", "", 0, known), Waiting)
