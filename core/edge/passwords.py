"""Passwords as argon2id hashes, with the library's own costs: about a tenth of a second and 64 MB each.

argon2 is imported when the first password is looked at: a start without accounts has no need of it.
"""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST: Final = 10
"""Chosen: above the 8 that NIST SP 800-63B (3.1.1.2) asks for beside a second factor; no rules about kinds of characters, as there."""
LONGEST: Final = 256


def why_not(name: str, password: str) -> str:
    """One sentence why this password is not taken; empty when it is."""
    if len(password) < SHORTEST:
        return f"a password needs at least {SHORTEST} characters"
    if len(password) > LONGEST:
        return f"a password may have at most {LONGEST} characters"
    if name in password.lower() and len(password) < len(name) + SHORTEST:
        return "a password must be more than the name"
    if len(set(password)) < 4:
        return "a password must not be one character over and over"
    return ""


def new_hash(password: str) -> str:
    return _hasher().hash(password)


def matches(hash: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hash, password)
    except (VerificationError, InvalidHashError):
        return False


def needs_new_hash(hash: str) -> bool:
    """The library's costs have grown since."""
    return _hasher().check_needs_rehash(hash)


def waste_time(password: str) -> None:
    """As long as a real check takes."""
    _hasher().hash(password)


def key(password: str, salt: bytes, length: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    hasher: Any = _hasher()
    return hash_secret_raw(password.encode(), salt, hasher.time_cost, hasher.memory_cost, hasher.parallelism, length, Type.ID)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()
