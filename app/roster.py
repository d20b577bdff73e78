"""Whom the machine is told of: the people of the accounts file, or the demo people while there are no accounts.

Demo people have no passwords, so they may play with the embedded exchange and a development environment, and nothing else.
"""

from app.settings import Settings
from core.domain.roles import DEMO
from core.edge.accounts import Accounts, AccountsError
from core.machine.desk.people import People
from core.messages.people import SetPerson

OF_FILE, OF_DEMO, OF_RUN = "accounts file", "demo, until there are accounts", "the run before"
GONE = "no account any more"


def wanted(accounts: Accounts) -> tuple[SetPerson, ...]:
    if not accounts.real:
        return tuple(SetPerson(person, roles, True, OF_DEMO) for person, roles in DEMO.items())
    return tuple(
        SetPerson(name, account.held(), account.enabled, f"{OF_FILE}: {account.changed}" if account.changed else OF_FILE)
        for name, account in sorted(accounts.by_name.items())
    )


def said(people: People) -> tuple[SetPerson, ...]:
    """For a run that follows another one in the same program."""
    if not people.declared:
        return ()
    return tuple(
        SetPerson(name, people.roles[name], name not in people.disabled, OF_RUN) for name in sorted(people.roles)
    )


def changes(people: People, wanted: tuple[SetPerson, ...]) -> list[SetPerson]:
    """What has to be said so that the machine knows exactly these. Nobody goes before everybody has come."""
    known = {name: (people.roles[name], name not in people.disabled) for name in list(people.roles)} if people.declared else {}
    come = [one for one in wanted if known.get(one.person) != (one.roles, one.enabled)]
    named = {one.person for one in wanted}
    return come + [SetPerson(name, (), False, GONE) for name in sorted(known) if name not in named and known[name] != ((), False)]


def must_be_ready(settings: Settings, accounts: Accounts) -> None:
    """Raises AccountsError when this start needs real people, and there are none."""
    if accounts.ready:
        return
    for name, harmless in (("environment", "development"), ("outside_venue", "")):
        value = getattr(settings, name)
        if value != harmless:
            without = f"use {name} = {harmless}" if harmless else "start without it"
            raise AccountsError(
                f"{name} = {value} ({settings.sources[name]}) needs an operator and a risk officer with accounts of their own: add them "
                f"with main.py people add, or {without}"
            )
