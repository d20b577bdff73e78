"""The fields of a change of roles -> a request for approval, or what is wrong with them. Pure."""

from core.domain.roles import Role, is_account_name
from core.messages.approvals import RequestApproval
from core.messages.people import SetPerson
from core.projections.people import PersonRow
from widgets.tongue import mark, tr

BAD_NAME = mark("Small letters, digits, dot, hyphen and underscore, at most 32")
NO_REASON = mark("Say why: whoever approves wants to know")
NOTHING = mark("Nothing would change")


def request(
    name: str, roles: tuple[Role, ...], enabled: bool, reason: str, people: tuple[PersonRow, ...],
) -> RequestApproval | dict[str, str]:
    """Errors by field: name, roles, reason."""
    name, reason = name.strip(), reason.strip()
    wrong: dict[str, str] = {}
    if not is_account_name(name):
        wrong["name"] = tr(BAD_NAME)
    if not reason:
        wrong["reason"] = tr(NO_REASON)
    if any((row.person, row.roles, row.enabled) == (name, roles, enabled) for row in people):
        wrong["roles"] = tr(NOTHING)
    return wrong or RequestApproval(SetPerson(name, roles, enabled, reason), reason)
