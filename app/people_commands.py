"""`main.py people ...`: the accounts of a data folder, also while its terminal runs, which takes the change within a second.

Invariants: a password is asked for without showing it, or read from standard input, and is never an argument; until there are an
operator and a risk officer whoever can write the folder may add people; from then on every change of roles, and every
password that is set without the old one, takes the passwords of both. What is denied is kept for the record. Exit codes: 0 done, 2 refused.
"""

import getpass
import json
import sys
import time
from collections.abc import Callable

from app.complaint import complain
from app.settings import Settings
from core.domain.roles import DEMO, Role
from core.edge import second_factor
from core.edge.accounts import Account, Accounts, AccountsError, Outcome, Tried
from core.edge.door_notes import DoorNotes
from core.messages.people import ActionDenied, Failure, SignInFailed

WORDS = ("list", "add", "roles", "disable", "enable", "password", "code")
ROLES = {role.name.lower(): role for role in Role}
FAILED = {
    None: "the name or the password is wrong", Failure.UNKNOWN_NAME: "the name or the password is wrong",
    Failure.WRONG_PASSWORD: "the name or the password is wrong", Failure.WRONG_CODE: "the code is wrong, too old, or was used already",
    Failure.DISABLED: "this account is disabled",
}


class Refused(Exception):
    """One sentence."""


class Denied(Refused):
    """Refused to somebody for who they are, or are not: that is kept. person: by whose account, empty: nobody's. tried: what came of
    their password."""

    def __init__(self, sentence: str, person: str = "", tried: Tried | None = None) -> None:
        super().__init__(sentence)
        self.person = person
        self.tried = tried


def run(settings: Settings) -> int:
    words = settings.words
    if not words or words[0] not in WORDS:
        return complain(f"say what to do with the people: {', '.join(WORDS)}; see --help")
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        accounts = Accounts(settings.data)
        if words[0] == "list":
            return _list(accounts, settings.json)
        return DO[words[0]](accounts, words[1:])
    except (AccountsError, Refused) as error:
        if isinstance(error, Denied):
            _keep(settings, error, f"people {words[0]}")
        return complain(str(error))
    except OSError as error:
        return complain(f"cannot use data folder {settings.data}: {error.strerror}")
    except (EOFError, KeyboardInterrupt):
        return complain("nothing was changed: an answer was missing")


def _keep(settings: Settings, denied: Denied, where: str) -> None:
    """For the journal, before it is said. The refusal stands, whether or not it can be kept."""
    tried, now = denied.tried, time.time_ns()
    note: SignInFailed | ActionDenied = ActionDenied(denied.person, where, str(denied), now)
    if tried is not None and tried.failure is not None:
        note = SignInFailed(tried.person, tried.failure, tried.failures, where, now)
    try:
        DoorNotes(settings.data).add(note)
    except OSError as error:
        complain(f"that this was denied could not be kept: {error.strerror or error}")


def _list(accounts: Accounts, as_json: bool) -> int:
    rows = [accounts.by_name[name] for name in sorted(accounts.by_name)]
    if as_json:
        print(json.dumps([
            {"name": a.name, "roles": [role.lower() for role in a.roles], "enabled": a.enabled, "password": bool(a.hash),
             "second_factor": bool(a.sealed), "failures": a.failures, "changed": a.changed} for a in rows
        ], indent=2))
        return 0
    if not rows:
        print(f"No accounts yet: a simulation plays with the demo people {', '.join(DEMO)}, who have no passwords.")
    for account in rows:
        print(f"{account.name:<20} {_words(account.held()):<34} {_state(account)}")
    return 0


def _words(roles: tuple[Role, ...]) -> str:
    return ", ".join(role.name.lower().replace("_", " ") for role in roles) or "no role"


def _state(account: Account) -> str:
    if not account.enabled:
        return "disabled"
    if not account.hash:
        return "no password yet"
    return "password and code" if account.sealed else "password"


# changes ----------------------------------------------------------------------------------------------------------------


def _add(accounts: Accounts, words: tuple[str, ...]) -> int:
    name, roles = _name_and_roles("add", words)
    by = _two(accounts)
    accounts.add(name, roles, _new_password(name), by)
    print(f"Added {name}.{_what_is_missing(accounts)}")
    return 0


def _roles(accounts: Accounts, words: tuple[str, ...]) -> int:
    name, roles = _name_and_roles("roles", words)
    return _set(accounts, name, roles, None)


def _disable(accounts: Accounts, words: tuple[str, ...]) -> int:
    return _set(accounts, _name("disable", words), None, False)


def _enable(accounts: Accounts, words: tuple[str, ...]) -> int:
    return _set(accounts, _name("enable", words), None, True)


def _set(accounts: Accounts, name: str, roles: tuple[Role, ...] | None, enabled: bool | None) -> int:
    account = _known(accounts, name)
    by = _two(accounts)
    held = account.held() if roles is None else roles
    on = account.enabled if enabled is None else enabled
    if accounts.ready and not accounts.ready_if(name, held, on):
        raise Denied(f"then no operator and risk officer would be left to change anything again: {name} stays")
    accounts.set_roles(name, held, on, by)
    print(f"{name}: {_words(held)}{'' if on else ', disabled'}.")
    return 0


def _password(accounts: Accounts, words: tuple[str, ...]) -> int:
    account = _known(accounts, _name("password", words))
    name, old, by = account.name, "", account.name
    if account.hash:
        old = _secret("Old password (empty: an operator and a risk officer set a new one): ")
    if old:
        _must_be_in(_try(accounts, name, old))
    else:
        by = _two(accounts)
    lost = bool(account.sealed) and not old
    accounts.set_password(name, _new_password(name), by, old)
    print(f"{name} has a new password." + (f" The second factor is gone: set up a new one with people code {name}." if lost else ""))
    return 0


def _code(accounts: Accounts, words: tuple[str, ...]) -> int:
    off = words[1:] == ("off",)
    account = _known(accounts, _name("code", words[:1] if off else words))
    password = _secret(f"Password of {account.name}: ")
    _must_be_in(_try(accounts, account.name, password))
    if off:
        accounts.set_second_factor(account.name, password, b"", account.name)
        print(f"{account.name} signs in with the password alone.")
        return 0
    secret = second_factor.new_secret()
    print(f"Give this to the authenticator app: {second_factor.written(secret)}\n{second_factor.address(account.name, secret)}", flush=True)
    if not second_factor.step_of(secret, _answer("A code of it, to see that it works: "), int(time.time())):
        raise Refused("the code is wrong: nothing was changed")
    accounts.set_second_factor(account.name, password, secret, account.name)
    print(f"{account.name} signs in with password and code from now on.")
    return 0


DO: dict[str, Callable[[Accounts, tuple[str, ...]], int]] = {
    "add": _add, "roles": _roles, "disable": _disable, "enable": _enable, "password": _password, "code": _code,
}


# what was given ---------------------------------------------------------------------------------------------------------


def _name(what: str, words: tuple[str, ...]) -> str:
    if len(words) != 1:
        raise Refused(f"say whose account: people {what} NAME")
    return words[0]


def _known(accounts: Accounts, name: str) -> Account:
    account = accounts.by_name.get(name)
    if account is None:
        raise Refused(f"there is no account {name}; there are {', '.join(sorted(accounts.by_name)) or 'none'}")
    return account


def _name_and_roles(what: str, words: tuple[str, ...]) -> tuple[str, tuple[Role, ...]]:
    if len(words) != 2:
        raise Refused(f"say who and which roles: people {what} NAME ROLE[,ROLE], with roles of {', '.join(ROLES)}")
    wanted = [word.strip() for word in words[1].lower().replace("-", "_").split(",")]
    unknown = next((word for word in wanted if word not in ROLES), None)
    if unknown is not None:
        raise Refused(f"{unknown!r} is no role; expected one of {', '.join(ROLES)}")
    return words[0], tuple(ROLES[word] for word in wanted)


def _what_is_missing(accounts: Accounts) -> str:
    if accounts.ready:
        return ""
    return " Steps of two people need an operator and a risk officer: add both before the desk is used."


# who stands behind it ---------------------------------------------------------------------------------------------------


def _two(accounts: Accounts) -> str:
    """Their names, in words. Raises Refused."""
    if not accounts.ready:
        return "whoever set the accounts up"
    operator = _one(accounts, Role.OPERATOR, "operator", "")
    officer = _one(accounts, Role.RISK_OFFICER, "risk officer", operator)
    return f"{operator} and {officer}"


def _one(accounts: Accounts, role: Role, words: str, already: str) -> str:
    name = _answer(f"An {words}'s name: " if words[0] in "aeiou" else f"A {words}'s name: ")
    if name == already:
        raise Denied("it takes two people: the same name was given twice", name)
    _must_be_in(_try(accounts, name, _secret("Password: ")))
    if role not in accounts.by_name[name].held():
        raise Denied(f"{name} is no {words}", name)
    return name


def _try(accounts: Accounts, name: str, password: str) -> Tried:
    tried = accounts.check(name, password, "", time.time_ns())
    if tried.outcome is Outcome.CODE_WANTED:
        tried = accounts.check(name, password, _answer("Code: "), time.time_ns())
    return tried


def _must_be_in(tried: Tried) -> None:
    if tried.outcome is Outcome.WAIT:
        raise Denied(f"too many failed tries: wait {tried.wait_s} s", tried.person)
    if tried.outcome is not Outcome.IN:
        raise Denied(FAILED[tried.failure], tried.person, tried)


def _new_password(name: str) -> str:
    password = _secret(f"New password of {name}: ")
    if sys.stdin.isatty() and _secret("Once more: ") != password:
        raise Refused("the two are not the same: nothing was changed")
    return password


def _secret(prompt: str) -> str:
    return getpass.getpass(prompt) if sys.stdin.isatty() else _line()


def _answer(prompt: str) -> str:
    return input(prompt) if sys.stdin.isatty() else _line()


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")
