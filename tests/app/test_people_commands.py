"""`main.py people ...` as a person at a terminal and a script use it: real processes, real files."""

import json
import os
import pty
import re
import select
import stat
import subprocess
import sys
import time
from pathlib import Path

import pyotp
import pytest

from core.edge.accounts import Accounts
from core.journal.reader import Journal
from core.messages.people import ActionDenied, Failure, SignInFailed
from tests.app.test_command_line import refused, run
from tests.sessions import ROOT

PASSWORDS = {"omar": "omar's long one", "rita": "rita's long one", "tess": "tess's long one"}
ROLES = {"omar": "operator", "rita": "risk_officer", "tess": "trader"}


def people(data: Path, *words: str, answers: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "main.py", "people", *words, "--data", str(data)]
    given = "".join(answer + "\n" for answer in answers)
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An operator, a risk officer and a trader."""
    for name in ("omar", "rita"):
        done = people(tmp_path, "add", name, ROLES[name], answers=(PASSWORDS[name],))
        assert done.returncode == 0, done.stderr
    both = ("omar", PASSWORDS["omar"], "rita", PASSWORDS["rita"])
    assert people(tmp_path, "add", "tess", "trader", answers=(*both, PASSWORDS["tess"])).returncode == 0
    return tmp_path


BOTH = ("omar", PASSWORDS["omar"], "rita", PASSWORDS["rita"])


def test_the_first_two_are_added_by_whoever_sets_it_up_and_the_rest_by_them(desk: Path) -> None:
    rows = json.loads(people(desk, "list", "--json").stdout)
    assert {row["name"]: row["roles"] for row in rows} == {name: [role] for name, role in ROLES.items()}
    assert [row["changed"] for row in rows] == ["whoever set the accounts up", "whoever set the accounts up", "omar and rita"]
    plain = people(desk, "list").stdout
    assert re.search(r"rita +risk officer +password\n", plain)


def test_from_then_on_nothing_changes_without_both(desk: Path) -> None:
    before = (desk / "accounts.json").read_bytes()
    refused(people(desk, "add", "nina", "viewer"), "an answer was missing")
    refused(people(desk, "roles", "tess", "operator", answers=("omar", "wrong password")), "the name or the password is wrong")
    assert Accounts(desk).by_name["omar"].failures == 1
    refused(people(desk, "roles", "tess", "operator", answers=("tess", PASSWORDS["tess"])), "tess is no operator")
    refused(people(desk, "roles", "tess", "operator", answers=("omar", PASSWORDS["omar"], "omar")), "it takes two people")
    assert people(desk, "roles", "tess", "trader,viewer", answers=BOTH).returncode == 0
    assert people(desk, "roles", "tess", "trader", answers=BOTH).returncode == 0
    assert json.loads(before)["accounts"][2]["roles"] == json.loads((desk / "accounts.json").read_bytes())["accounts"][2]["roles"]


def test_what_was_denied_is_in_the_journal_of_whoever_runs_or_starts_next(desk: Path) -> None:
    refused(people(desk, "roles", "tess", "operator", answers=("omar", "wrong password")), "is wrong")
    refused(people(desk, "roles", "tess", "operator", answers=("no password of mine", "secret")), "is wrong")
    refused(people(desk, "roles", "tess", "operator", answers=("tess", PASSWORDS["tess"])), "tess is no operator")
    refused(people(desk, "roles", "tess", "operator", answers=("omar", PASSWORDS["omar"], "omar")), "it takes two people")
    kept = desk / "denied.jsonl"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 and b"secret" not in kept.read_bytes() and b"of mine" not in kept.read_bytes()
    with kept.open("ab") as file:
        file.write(b"not a note\n[228,")
    played = run("--headless", "--speed", "max", data=desk)
    assert played.returncode == 0, played.stderr
    journal = Journal(desk / "journal")
    journal.open(False)
    found = [entry.message for entry in journal.entries() if isinstance(entry.message, SignInFailed | ActionDenied)]
    assert [(one.person, one.why, one.where) for one in found] == [
        ("omar", Failure.WRONG_PASSWORD, "people roles"), ("", Failure.UNKNOWN_NAME, "people roles"),
        ("tess", "tess is no operator", "people roles"), ("omar", "it takes two people: the same name was given twice", "people roles"),
    ]
    assert all(abs(one.wall_ns - time.time_ns()) < 600 * 10**9 for one in found)
    # The next start says nothing twice.
    assert kept.read_bytes() == b""
    assert run("--headless", "--speed", "max", data=desk).returncode == 0
    again = Journal(desk / "journal")
    again.open(False)
    assert len([entry for entry in again.all_entries() if isinstance(entry.message, SignInFailed | ActionDenied)]) == 4


def test_nobody_can_be_the_last_to_leave(desk: Path) -> None:
    refused(people(desk, "disable", "omar", answers=BOTH), "no operator and risk officer would be left")
    assert people(desk, "disable", "tess", answers=BOTH).stdout == "tess: trader, disabled.\n"
    assert people(desk, "enable", "tess", answers=BOTH).stdout == "tess: trader.\n"


def test_a_password_is_changed_with_the_old_one_or_by_two(desk: Path) -> None:
    assert people(desk, "password", "tess", answers=(PASSWORDS["tess"], "a second long one")).returncode == 0
    refused(people(desk, "password", "tess", answers=(PASSWORDS["tess"], "a third long one")), "password is wrong")
    refused(people(desk, "password", "tess", answers=("a second long one", "short")), "at least 10 characters")
    assert people(desk, "password", "tess", answers=("", *BOTH, "a third long one")).returncode == 0
    assert people(desk, "password", "tess", answers=("a third long one", PASSWORDS["tess"])).returncode == 0


def test_a_second_factor_is_proven_before_it_counts(desk: Path) -> None:
    refused(people(desk, "code", "tess", answers=(PASSWORDS["tess"], "123")), "the code is wrong: nothing was changed")
    command = [sys.executable, "main.py", "people", "code", "tess", "--data", str(desk)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as child:
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(PASSWORDS["tess"] + "\n")
        child.stdin.flush()
        # The secret is shown before the code is asked for.
        os.set_blocking(child.stdout.fileno(), True)
        said = child.stdout.readline()
        secret = said.rsplit(" ", 1)[1].strip()
        child.stdin.write(pyotp.TOTP(secret).now() + "\n")
        child.stdin.flush()
        rest = child.stdout.read()
    assert child.returncode == 0 and "otpauth://totp/Quarterdeck:tess" in rest and "password and code from now on" in rest
    assert re.search(r"tess +trader +password and code\n", people(desk, "list").stdout)
    assert people(desk, "code", "tess", "off", answers=(PASSWORDS["tess"], "000000")).returncode == 2


@pytest.mark.parametrize("words, said", (
    ((), "say what to do with the people"), (("dance",), "say what to do"), (("add",), "say who and which roles"),
    (("add", "tess", "king"), "'king' is no role"), (("add", "Tess", "trader"), "is no account name"),
    (("disable",), "say whose account"), (("password", "ghost"), "there is no account ghost; there are none"),
))
def test_a_wrong_question_gets_a_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    refused(people(tmp_path, *words, answers=("a good long password",)), said)
    assert not (tmp_path / "accounts.json").exists()


def test_a_terminal_does_not_show_the_password(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "people", "add", "tess", "trader", "--data", str(tmp_path)]
    child, end = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, command)
    shown = _until(end, b"New password of tess: ")
    os.write(end, b"tess's long one\n")
    shown += _until(end, b"Once more: ")
    os.write(end, b"tess's long one\n")
    shown += _until(end, b"Added tess.")
    _, status = os.waitpid(child, 0)
    os.close(end)
    assert status == 0 and b"long one" not in shown


def _until(end: int, words: bytes) -> bytes:
    seen = b""
    deadline = time.monotonic() + 30
    while words not in seen:
        assert select.select([end], [], [], max(deadline - time.monotonic(), 0))[0], seen
        seen += os.read(end, 4096)
    return seen


def test_an_environment_beside_development_needs_real_people(tmp_path: Path) -> None:
    start = ("--headless", "--seconds", "1", "--environment", "staging")
    refused(run(*start, data=tmp_path), "environment = staging", "needs an operator and a risk officer", "people add")
    assert people(tmp_path, "add", "omar", "operator", answers=(PASSWORDS["omar"],)).returncode == 0
    refused(run(*start, data=tmp_path), "needs an operator and a risk officer")
    assert people(tmp_path, "add", "rita", "risk_officer", answers=(PASSWORDS["rita"],)).returncode == 0
    assert run(*start, data=tmp_path).returncode == 0


def test_an_outside_venue_needs_real_people(tmp_path: Path) -> None:
    done = run("--headless", "--seconds", "1", "--outside-venue", "COINBASE:7001", data=tmp_path)
    refused(done, "outside_venue = COINBASE:7001", "needs an operator and a risk officer")
    refused(run("--headless", "--outside-venue", "COINBASE", data=tmp_path), "expected NAME:PORT")


def test_a_damaged_file_stops_a_start_in_one_sentence(tmp_path: Path) -> None:
    assert people(tmp_path, "add", "omar", "operator", answers=(PASSWORDS["omar"],)).returncode == 0
    whole = (tmp_path / "accounts.json").read_bytes()
    (tmp_path / "accounts.json").write_bytes(whole[:40])
    refused(run("--headless", "--seconds", "1", data=tmp_path), "accounts.json is damaged")
    refused(people(tmp_path, "list"), "accounts.json is damaged")
