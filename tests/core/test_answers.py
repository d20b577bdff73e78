"""What became of what was asked for in a form: told once, by the very command, refused or taken."""

from msgspec.structs import replace

from core.domain.limits import Rule
from core.domain.roles import Role
from core.messages.approvals import RequestApproval
from core.messages.commands import CancelAllOrders
from core.messages.limits import ChangeLimits, Limit
from core.messages.origin import Origin
from core.messages.people import SetPerson
from core.projections.answers import KEPT, Answer
from core.projections.pictures import VersionLook
from tests.core.test_gauges import staged

LOWER = ChangeLimits((Limit(Rule.MAX_POSITIONS, 7),), "calmer")


def test_taken_refused_and_not_asked_here() -> None:
    stage = staged()
    for name, role in (("rita", Role.RISK_OFFICER), ("tess", Role.TRADER)):
        stage.tell(SetPerson(name, (role,)))
    answers = stage.projections.people.answers
    before = answers.told
    assert all(answer.command.origin is None for answer in before)
    for person in ("tess", "rita"):
        stage.tell(replace(LOWER, origin=Origin(person)))
        stage.tell(CancelAllOrders(origin=Origin(person)))
    fresh = answers.told[len(before):]
    number = before[-1].number if before else 0
    assert fresh == (Answer(number + 1, LOWER, True), Answer(number + 2, LOWER, False))
    wider = RequestApproval(ChangeLimits((Limit(Rule.MAX_POSITIONS, 70),), "busier"), "busier")
    stage.tell(replace(wider, origin=Origin("rita")))
    assert answers.told[-1] == Answer(number + 3, wider, False) and not stage.faults
    picture = stage.projections.approvals.picture(VersionLook())
    assert picture is not None and picture.answers == answers.told
    for _ in range(KEPT):
        stage.tell(replace(LOWER, origin=Origin("tess")))
    assert len(answers.told) == KEPT and answers.told[-1].number == number + 3 + KEPT
