"""The accounts file: what it holds, who may read it, how tries are counted, and what a damaged one says."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pyotp
import pytest

from core.domain.roles import Role
from core.edge import second_factor
from core.edge.accounts import LONGEST_WAIT_S, Accounts, AccountsError, Outcome
from core.messages.people import Failure

S = 1_000_000_000
NOW = 1_800_000_000 * S
GOOD, OTHER = "correct horse battery", "another good one here"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path)
    made.add("tess", (Role.TRADER,), GOOD, "test")
    return made


def test_without_a_file_there_is_nobody(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    assert not accounts.real and not accounts.ready and list(tmp_path.iterdir()) == []


def test_the_file_holds_no_password_and_is_its_owners_alone(accounts: Accounts) -> None:
    text = accounts.path.read_text()
    assert GOOD not in text and "$argon2id$" in text
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
    again = Accounts(accounts.path.parent)
    assert again.by_name["tess"].held() == (Role.TRADER,)


def test_a_right_password(accounts: Accounts) -> None:
    tried = accounts.check("tess", GOOD, "", NOW)
    assert tried.outcome is Outcome.IN and tried.person == "tess" and not tried.second


def test_failures_wait_longer_and_longer_over_restarts(accounts: Accounts) -> None:
    for number in (1, 2, 3):
        tried = accounts.check("tess", "wrong password", "", NOW)
        assert (tried.outcome, tried.failure, tried.failures) == (Outcome.FAILED, Failure.WRONG_PASSWORD, number)
    accounts = Accounts(accounts.path.parent)
    assert accounts.check("tess", GOOD, "", NOW).outcome is Outcome.WAIT
    assert accounts.check("tess", "wrong password", "", NOW + S).failures == 4
    assert accounts.check("tess", GOOD, "", NOW + 2 * S).wait_s == 1
    assert accounts.check("tess", GOOD, "", NOW + 3 * S).outcome is Outcome.IN
    # Counted from the beginning again.
    assert accounts.check("tess", "wrong password", "", NOW + 4 * S).failures == 1


def test_the_wait_has_an_end_and_a_clock_set_back_locks_nobody_out(accounts: Accounts) -> None:
    accounts.by_name["tess"].failures, accounts.by_name["tess"].failed_at = 500, NOW
    accounts._write()
    assert accounts.check("tess", GOOD, "", NOW + S).wait_s == LONGEST_WAIT_S - 1
    assert accounts.check("tess", GOOD, "", NOW - S).outcome is Outcome.IN


def test_unknown_names_are_throttled_and_not_told_apart(accounts: Accounts) -> None:
    for number in (1, 2, 3):
        tried = accounts.check("my password", "x", "", NOW)
        assert (tried.outcome, tried.person, tried.failures) == (Outcome.FAILED, "", number)
    assert accounts.check("nobody", "x", "", NOW).outcome is Outcome.WAIT
    assert accounts.check("tess", GOOD, "", NOW).outcome is Outcome.IN
    assert "my password" not in accounts.path.read_text()


def test_a_disabled_account_needs_its_password_to_say_so(accounts: Accounts) -> None:
    accounts.set_roles("tess", (Role.TRADER,), False, "test")
    assert accounts.check("tess", "wrong password", "", NOW).failure is Failure.WRONG_PASSWORD
    assert accounts.check("tess", GOOD, "", NOW).failure is Failure.DISABLED


def test_a_second_factor(accounts: Accounts) -> None:
    secret = second_factor.new_secret()
    accounts.set_second_factor("tess", GOOD, secret, "test")
    assert second_factor.written(secret) not in accounts.path.read_text()
    totp = pyotp.TOTP(second_factor.written(secret))
    code = totp.at(NOW // S)
    assert accounts.check("tess", GOOD, "", NOW).outcome is Outcome.CODE_WANTED
    assert accounts.check("tess", GOOD, "000000" if code != "000000" else "000001", NOW).failure is Failure.WRONG_CODE
    tried = accounts.check("tess", GOOD, f"{code[:3]} {code[3:]}", NOW)
    assert tried.outcome is Outcome.IN and tried.second
    # Never the same one twice, also not by somebody who looked on.
    assert accounts.check("tess", GOOD, code, NOW).failure is Failure.WRONG_CODE
    assert accounts.check("tess", GOOD, totp.at(NOW // S + 30), NOW + 30 * S).outcome is Outcome.IN
    assert accounts.check("tess", GOOD, totp.at(NOW // S + 300), NOW + 60 * S).failure is Failure.WRONG_CODE


def test_a_second_factor_stays_with_the_old_password_and_goes_without(accounts: Accounts) -> None:
    secret = second_factor.new_secret()
    accounts.set_second_factor("tess", GOOD, secret, "test")
    assert accounts.set_password("tess", OTHER, "tess", GOOD)
    code = pyotp.TOTP(second_factor.written(secret)).at(NOW // S)
    assert accounts.check("tess", GOOD, code, NOW).outcome is Outcome.FAILED
    assert accounts.check("tess", OTHER, code, NOW).outcome is Outcome.IN
    assert not accounts.set_password("tess", GOOD, "somebody else")
    assert accounts.check("tess", GOOD, "", NOW).outcome is Outcome.IN


@pytest.mark.parametrize("password", ("short", "tess123456", "aaaaaaaaaaaa", "x" * 300))
def test_a_password_that_is_not_taken(accounts: Accounts, password: str) -> None:
    with pytest.raises(AccountsError, match="a password"):
        accounts.set_password("tess", password, "test")


def test_two_people_make_it_ready(accounts: Accounts) -> None:
    accounts.add("both", (Role.OPERATOR, Role.RISK_OFFICER), GOOD, "test")
    assert not accounts.ready
    accounts.add("omar", (Role.OPERATOR,), GOOD, "test")
    assert accounts.ready
    accounts.set_roles("omar", (Role.OPERATOR,), False, "test")
    assert not accounts.ready


def test_an_account_without_a_password_signs_nobody_in(accounts: Accounts) -> None:
    accounts.set_roles("nina", (Role.OPERATOR,), True, "omar and rita")
    assert accounts.check("nina", "", "", NOW).failure is Failure.WRONG_PASSWORD
    accounts.set_password("nina", GOOD, "nina")
    assert accounts.check("nina", GOOD, "", NOW).outcome is Outcome.IN


@pytest.mark.parametrize("change", (
    lambda text: text[:-20], lambda text: "", lambda text: "[]", lambda text: text.replace("TRADER", "KING"),
    lambda text: text.replace('"tess"', '"Tess"'), lambda text: text.replace('"sealed": ""', '"sealed": "x"'),
    lambda text: text.replace('"enabled"', '"enable"'), lambda text: text.replace('"schema": 1', '"schema": 9'),
))
def test_a_damaged_file_says_so_in_one_sentence(accounts: Accounts, change: object) -> None:
    text = accounts.path.read_text()
    accounts.path.write_text(change(text))  # type: ignore[operator]
    with pytest.raises(AccountsError) as raised:
        Accounts(accounts.path.parent)
    said = str(raised.value)
    assert str(accounts.path) in said and "\n" not in said


def test_any_cut_is_noticed(accounts: Accounts) -> None:
    whole = accounts.path.read_bytes()
    for length in range(0, len(whole) - 1, 7):
        accounts.path.write_bytes(whole[:length])
        with pytest.raises(AccountsError):
            Accounts(accounts.path.parent)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_that_others_can_read_is_refused(accounts: Accounts) -> None:
    accounts.path.chmod(0o640)
    with pytest.raises(AccountsError, match="chmod 600"):
        Accounts(accounts.path.parent)


def test_what_another_process_wrote_is_kept(accounts: Accounts) -> None:
    """Both read before either writes: nothing of either is lost."""
    script = (
        "import sys; from pathlib import Path; from core.edge.accounts import Accounts; from core.domain.roles import Role\n"
        f"Accounts(Path(sys.argv[1])).add('omar', (Role.OPERATOR,), {GOOD!r}, 'there')"
    )
    subprocess.run([sys.executable, "-c", script, str(accounts.path.parent)], check=True, cwd=Path(__file__).parents[2])
    accounts.set_roles("tess", (Role.VIEWER,), True, "here")
    assert [row["name"] for row in json.loads(accounts.path.read_text())["accounts"]] == ["omar", "tess"]
    assert Accounts(accounts.path.parent).by_name["tess"].held() == (Role.VIEWER,)
