"""One-time codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s), and their secret sealed by the password.

Sealed: combined by exclusive or with a key of the same length that argon2id makes of the password and a fresh salt. A key is
used for one secret only, so nothing of it can be told without the password.
"""

import base64
import secrets
from typing import Final

from core.edge.passwords import key

SECRET_BYTES: Final = 20
"""RFC 4226, 4: 160 bits are recommended."""
SALT_BYTES: Final = 16
STEP_S: Final = 30
ISSUER: Final = "Quarterdeck"


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def written(secret: bytes) -> str:
    """As a person types it into the app."""
    return base64.b32encode(secret).decode()


def address(name: str, secret: bytes) -> str:
    """What the app's picture code holds."""
    import pyotp

    return pyotp.TOTP(written(secret)).provisioning_uri(name, ISSUER)


def step_of(secret: bytes, code: str, now_s: int) -> int:
    """The time step of a right code: of now, or one before or after (RFC 6238, 5.2); 0 for a wrong one."""
    import pyotp

    totp = pyotp.TOTP(written(secret))
    digits = code.replace(" ", "")
    found = 0
    for step in (now_s // STEP_S - 1, now_s // STEP_S, now_s // STEP_S + 1):
        # All three, always: which one fits must not be told by the time it takes.
        if pyotp.utils.strings_equal(totp.generate_otp(step), digits):
            found = step
    return found


def seal(secret: bytes, password: str) -> str:
    salt = secrets.token_bytes(SALT_BYTES)
    return base64.b64encode(salt + _combined(secret, password, salt)).decode()


def is_sealed(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == SALT_BYTES + SECRET_BYTES
    except ValueError:
        return False


def unseal(sealed: str, password: str) -> bytes:
    """Bytes of the right length whatever the password is: only a code shows whether it was right."""
    raw = base64.b64decode(sealed)
    return _combined(raw[SALT_BYTES:], password, raw[:SALT_BYTES])


def _combined(secret: bytes, password: str, salt: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(secret, key(password, salt, len(secret)), strict=True))
