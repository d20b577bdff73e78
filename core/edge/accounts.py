"""The accounts of a data folder: who may sign in, with which password and second factor. One file, DATA/accounts.json.

Invariants: passwords are kept as argon2id hashes only, and a second factor's secret only sealed by its owner's password, so
the file alone signs nobody in; the file is its owner's alone to read (mode 600) and is replaced as a whole, never written over;
whoever writes it holds its lock and has read it again; a file that cannot be understood stops the start with one sentence.
Failed tries are counted in the file, so that a new start does not forget them. Checking takes a tenth of a second and 64 MB
of memory, on purpose: never in the window's or the core's thread.
Deliberately absent: rights, which are the machine's; it is told the roles from here by SetPerson.
"""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

import msgspec

from core.domain.roles import DEMO, Role, is_account_name
from core.edge import second_factor
from core.edge.passwords import matches, needs_new_hash, new_hash, waste_time, why_not
from core.messages.people import Failure

FILE_NAME: Final = "accounts.json"
SCHEMA: Final = 1
FREE_TRIES: Final = 3
LONGEST_WAIT_S: Final = 300
"""Chosen: after three failures 1, 2, 4 ... seconds, at most five minutes: too slow to guess, too short to lock a person out."""
SECOND_NS: Final = 1_000_000_000


class AccountsError(Exception):
    """One sentence: what is wrong with the file, and what to do; or why a change was refused."""


class Account(msgspec.Struct, forbid_unknown_fields=True):
    """hash: empty: no password was set yet, so nobody can sign in. sealed: the second factor's secret, empty without one.
    last_step: of the last code that was taken; none is taken twice. changed: who changed it last, in words."""

    name: str
    roles: list[str]
    enabled: bool = True
    hash: str = ""
    sealed: str = ""
    last_step: int = 0
    failures: int = 0
    failed_at: int = 0
    changed: str = ""

    def held(self) -> tuple[Role, ...]:
        return tuple(Role[name] for name in self.roles)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    schema: int
    accounts: list[Account]


class Outcome(Enum):
    IN = "in"
    CODE_WANTED = "code wanted"
    WAIT = "wait"
    FAILED = "failed"


class Tried(msgspec.Struct, frozen=True):
    """What came of a try. wait_s: until the next one is looked at. second: the second factor was asked for and right."""

    outcome: Outcome
    person: str = ""
    failure: Failure | None = None
    failures: int = 0
    wait_s: int = 0
    second: bool = False


class Accounts:
    """The file's content as last read. Raises AccountsError. Not for two threads at once."""

    def __init__(self, data: Path) -> None:
        self.path = data / FILE_NAME
        self._read_as: tuple[int, int] = (0, 0)
        self.version = 0
        self._unknown = Account("", [])
        self.by_name: dict[str, Account] = {}
        self.read()

    # what is known --------------------------------------------------------------------------------------------------

    @property
    def real(self) -> bool:
        """Whether anybody has an account: then nobody is a demo person any more."""
        return bool(self.by_name)

    @property
    def ready(self) -> bool:
        """Whether every step of two people can be taken: an operator and a risk officer, two people who can sign in."""
        return _ready({name: account.held() for name, account in self.by_name.items() if account.enabled and account.hash})

    def ready_if(self, name: str, roles: Iterable[Role], enabled: bool) -> bool:
        """The same after a change."""
        able = {other: account.held() for other, account in self.by_name.items() if account.enabled and account.hash}
        able[name] = tuple(roles) if enabled and self.by_name[name].hash else ()
        return _ready(able)

    def read(self) -> bool:
        """Reads the file when it is another one than before; whether it was. version counts how often it was."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            changed = bool(self.by_name)
            self.version += changed
            self.by_name, self._read_as = {}, (0, 0)
            return changed
        except OSError as error:
            raise AccountsError(f"cannot read the accounts file {self.path}: {error.strerror}") from None
        if (found.st_mtime_ns, found.st_ino) == self._read_as:
            return False
        if os.name != "nt" and stat.S_IMODE(found.st_mode) & 0o077:
            raise AccountsError(f"the accounts file {self.path} can be read by others: make it yours alone with chmod 600")
        self.by_name = {account.name: account for account in self._decoded()}
        self._read_as = (found.st_mtime_ns, found.st_ino)
        self.version += 1
        return True

    def _decoded(self) -> list[Account]:
        trouble = f"the accounts file {self.path} is damaged"
        remedy = "restore it from a copy, or take it away and add the people again"
        try:
            file = msgspec.json.decode(self.path.read_bytes(), type=_File)
        except OSError as error:
            raise AccountsError(f"cannot read the accounts file {self.path}: {error.strerror}") from None
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise AccountsError(f"{trouble} ({error}): {remedy}") from None
        if file.schema != SCHEMA:
            raise AccountsError(f"the accounts file {self.path} is of schema {file.schema}, and this version reads {SCHEMA}")
        names = [account.name for account in file.accounts]
        if len(set(names)) != len(names) or not all(map(is_account_name, names)):
            raise AccountsError(f"{trouble} (a name is there twice, or is none): {remedy}")
        if any(role not in Role.__members__ for account in file.accounts for role in account.roles):
            raise AccountsError(f"{trouble} (it names a role that does not exist): {remedy}")
        if any(account.sealed and not second_factor.is_sealed(account.sealed) for account in file.accounts):
            raise AccountsError(f"{trouble} (a second factor in it is none): {remedy}")
        return file.accounts

    # signing in -----------------------------------------------------------------------------------------------------

    def check(self, name: str, password: str, code: str, now_ns: int) -> Tried:
        """One try. Whether the name exists can be told neither from the answer's words nor from its time."""
        with self._changing():
            known = self.by_name.get(name)
            account = known or self._unknown
            wait = self._wait(account, now_ns)
            if wait:
                return Tried(Outcome.WAIT, account.name, None, account.failures, wait)
            if not account.hash:
                waste_time(password)
                return self._failed(account, Failure.UNKNOWN_NAME if known is None else Failure.WRONG_PASSWORD, now_ns)
            if not matches(account.hash, password):
                return self._failed(account, Failure.WRONG_PASSWORD, now_ns)
            if not account.enabled:
                return self._failed(account, Failure.DISABLED, now_ns)
            if account.sealed:
                if not code:
                    return Tried(Outcome.CODE_WANTED, account.name)
                step = second_factor.step_of(self._opened(account, password), code, now_ns // SECOND_NS)
                if step <= account.last_step:
                    return self._failed(account, Failure.WRONG_CODE, now_ns)
                account.last_step = step
            account.failures = account.failed_at = 0
            if needs_new_hash(account.hash):
                account.hash = new_hash(password)
            self._write()
            return Tried(Outcome.IN, account.name, second=bool(account.sealed))

    def _wait(self, account: Account, now_ns: int) -> int:
        if account.failures < FREE_TRIES:
            return 0
        wait = min(1 << (account.failures - FREE_TRIES), LONGEST_WAIT_S)
        passed = (now_ns - account.failed_at) / SECOND_NS
        # A clock that was set back must not lock anybody out.
        return 0 if passed < 0 or passed >= wait else max(1, round(wait - passed))

    def _failed(self, account: Account, why: Failure, now_ns: int) -> Tried:
        account.failures = min(account.failures + 1, 1000)
        account.failed_at = now_ns
        if account is not self._unknown:
            self._write()
        return Tried(Outcome.FAILED, account.name, why, account.failures)

    # changes --------------------------------------------------------------------------------------------------------

    def add(self, name: str, roles: Iterable[Role], password: str, by: str) -> None:
        with self._changing():
            if not is_account_name(name):
                raise AccountsError(f"{name!r} is no account name: small letters, digits, dot, hyphen and underscore, at most 32")
            if name in DEMO:
                raise AccountsError(f"{name} is a demo person's name: choose another one")
            if name in self.by_name:
                raise AccountsError(f"there is an account {name} already")
            self.by_name[name] = Account(name, _names(roles), hash=_hashed(name, password), changed=by)
            self._write()

    def set_password(self, name: str, password: str, by: str, old: str = "") -> bool:
        """old: lets a second factor stay; without it a new one has to be set up. Returns whether there is one."""
        with self._changing():
            account = self._account(name)
            secret = self._opened(account, old) if account.sealed and old else b""
            account.hash = _hashed(name, password)
            account.sealed = second_factor.seal(secret, password) if secret else ""
            account.failures = account.failed_at = 0
            account.changed = by
            self._write()
            return bool(secret)

    def set_second_factor(self, name: str, password: str, secret: bytes, by: str) -> None:
        """secret empty: none any more."""
        with self._changing():
            account = self._account(name)
            account.sealed = second_factor.seal(secret, password) if secret else ""
            account.last_step = 0
            account.changed = by
            self._write()

    def set_roles(self, name: str, roles: Iterable[Role], enabled: bool, by: str) -> None:
        """A person who has no account yet gets one without a password."""
        with self._changing():
            account = self.by_name.setdefault(name, Account(name, []))
            account.roles, account.enabled, account.changed = _names(roles), enabled, by
            self._write()

    def _account(self, name: str) -> Account:
        account = self.by_name.get(name)
        if account is None:
            raise AccountsError(f"there is no account {name}; there are {', '.join(sorted(self.by_name)) or 'none'}")
        return account

    def _opened(self, account: Account, password: str) -> bytes:
        return second_factor.unseal(account.sealed, password)

    # the file -------------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Nobody else writes meanwhile, and what is changed is what is there now."""
        try:
            held = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise AccountsError(f"cannot write beside the accounts file {self.path}: {error.strerror}") from None
        try:
            _lock(held)
            self.read()
            yield
        finally:
            os.close(held)

    def _write(self) -> None:
        packed = msgspec.json.format(msgspec.json.encode(_File(SCHEMA, [self.by_name[name] for name in sorted(self.by_name)])), indent=1)
        beside = self.path.with_suffix(".new")
        try:
            with contextlib.suppress(FileNotFoundError):
                beside.unlink()
            # Made for its owner alone from its first byte on.
            file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                os.write(file, packed)
                os.fsync(file)
            finally:
                os.close(file)
            os.replace(beside, self.path)
            _sync_folder(self.path.parent)
            found = self.path.stat()
        except OSError as error:
            raise AccountsError(f"cannot write the accounts file {self.path}: {error.strerror}") from None
        self._read_as = (found.st_mtime_ns, found.st_ino)


def _ready(able: dict[str, tuple[Role, ...]]) -> bool:
    return any(
        Role.OPERATOR in able[one] and Role.RISK_OFFICER in able[other] for one in able for other in able if one != other
    )


def _names(roles: Iterable[Role]) -> list[str]:
    held = set(roles)
    return [role.name for role in Role if role in held]


def _hashed(name: str, password: str) -> str:
    why = why_not(name, password)
    if why:
        raise AccountsError(why)
    return new_hash(password)


def _lock(file: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
