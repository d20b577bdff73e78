"""Signing in, out, locking and approving, through a person's hands: the real window over the real core and real accounts."""

import time
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.domain.enums import Side
from core.domain.roles import Role
from core.edge import second_factor
from core.edge.accounts import Accounts
from core.journal.reader import Journal
from core.messages.approvals import RequestApproval
from core.messages.commands import CancelAllOrders, EngageKill, Pause, RestartSession, SetLimits
from core.messages.events import KillEngaged, LimitsSet, OrderSent, OrderWorking, RequestRefused
from core.messages.outside import SetVenue
from core.messages.people import (
    TERMINAL,
    ActionDenied,
    Failure,
    Leaving,
    Means,
    PersonSet,
    SetPerson,
    SignedIn,
    SignedOut,
    SignInFailed,
    TerminalLocked,
)
from core.messages.reasons import Reason
from tests.app.hands import PASSWORDS, Hands, opened
from tests.app.outside_desk import BTC, VENUE, Market, Process
from tests.sessions import limit

ROLES = {"omar": Role.OPERATOR, "rita": Role.RISK_OFFICER, "tess": Role.TRADER}
TIGHTER = SetLimits(1, 10**8, 10**15, 100, 10**9, 50)


@pytest.fixture
def demo(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    made = opened(qtbot, qapp, tmp_path)
    yield made
    made.terminal.shut()


@pytest.fixture(scope="session")
def accounts_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("accounts")
    accounts = Accounts(folder)
    for name, role in ROLES.items():
        accounts.add(name, (role,), PASSWORDS[name], "test")
    return accounts.path.read_bytes()


@pytest.fixture
def real(qtbot: QtBot, qapp: QApplication, tmp_path: Path, accounts_file: bytes) -> Iterator[Hands]:
    path = tmp_path / "accounts.json"
    path.write_bytes(accounts_file)
    path.chmod(0o600)
    made = opened(qtbot, qapp, tmp_path)
    yield made
    made.terminal.shut()


# the demo ---------------------------------------------------------------------------------------------------------------


def test_a_simulation_starts_as_the_demo_trader_and_others_sit_down_by_a_key(demo: Hands) -> None:
    demo.until(lambda: demo.notes(SignedIn) == [SignedIn("demo", Means.DEMO)])
    assert demo.sheet.isHidden()
    demo.until(lambda: demo.window.banner.fact("person") == "demo")
    demo.window.ask_seat("change")
    assert demo.sheet.isVisible() and list(demo.sheet.demo) == ["demo", "demo-risk", "demo-operator"]
    demo.bot.keyClick(demo.sheet, Qt.Key.Key_2)
    demo.until(lambda: demo.window.banner.fact("person") == "demo-risk")
    assert demo.sheet.isHidden()
    assert demo.notes(SignedOut) == [SignedOut("demo", Leaving.REPLACED)]


def test_roles_are_in_force_in_the_demo_too(demo: Hands) -> None:
    core = demo.terminal.core
    core.submit(TIGHTER)
    demo.until(lambda: [e.reason for e in demo.events if isinstance(e, RequestRefused)] == [Reason.NOT_PERMITTED])
    demo.signing.sit_as_demo("demo-risk")
    core.submit(TIGHTER)
    demo.until(lambda: any(isinstance(e, LimitsSet) and e.max_open_orders == 50 for e in demo.events))


def test_two_demo_people_raise_a_limit_in_the_panel(demo: Hands) -> None:
    demo.signing.sit_as_demo("demo-risk")
    wider = SetLimits(1, 50 * 10**8, 10**15, 900, 60 * 10**8, 400)
    demo.terminal.core.submit(RequestApproval(wider, "month end"))
    demo.window.focus_panel("people")
    panel = demo.window.view("people")
    demo.until(lambda: len(panel.cards) == 1)
    card = next(iter(panel.cards.values()))
    assert not card.approve.isVisible() and card.decline.text() == "Withdraw"
    demo.signing.sit_as_demo("demo-operator")
    demo.until(card.approve.isEnabled)
    assert demo.window.banner.fact("waits") == "1 waits"
    demo.bot.mouseClick(card.approve, Qt.MouseButton.LeftButton)
    demo.until(lambda: any(isinstance(e, LimitsSet) and e.max_open_orders == 400 for e in demo.events))
    demo.until(lambda: not panel.cards and "approved by demo-operator" in panel.over.text())


def test_demo_people_can_be_locked_out_and_come_back_by_a_key(demo: Hands) -> None:
    demo.window.ask_seat("lock")
    assert demo.sheet.isVisible() and demo.signing.seat.locked
    demo.bot.keyClick(demo.sheet, Qt.Key.Key_1)
    demo.until(lambda: not demo.signing.seat.locked and demo.sheet.isHidden())


# real accounts ----------------------------------------------------------------------------------------------------------


def test_with_accounts_nobody_is_in_until_a_password_was_given(real: Hands) -> None:
    assert real.sheet.isVisible() and not real.signing.seat.person
    real.until(lambda: real.terminal.assembly.session.messages > 5)
    assert not real.terminal.core.submit(CancelAllOrders())
    assert not real.terminal.core.submit(Pause())
    real.sign_in("tess", "not the password")
    real.until(lambda: real.sheet.error.text() == "The name or the password is wrong.")
    assert real.sheet.password.text() == "" and real.sheet.name.text() == "tess"
    real.sign_in("tess", PASSWORDS["tess"])
    real.until(real.sheet.isHidden)
    real.until(lambda: real.window.banner.fact("person") == "tess")
    assert real.notes(SignInFailed, SignedIn) == [
        SignInFailed("tess", Failure.WRONG_PASSWORD, 1), SignedIn("tess", Means.PASSWORD)
    ]


def test_demo_people_are_gone_once_there_are_accounts(real: Hands) -> None:
    real.signing.sit_as_demo("demo")
    assert real.sheet.isVisible() and not real.signing.seat.person
    people = real.terminal.assembly.engine.state.people
    assert sorted(people.roles) == ["omar", "rita", "tess"]


def test_an_unknown_name_is_not_in_the_record(real: Hands) -> None:
    real.sign_in("my secret word", "x")
    real.until(lambda: real.sheet.error.text() == "The name or the password is wrong.")
    real.until(lambda: real.notes(SignInFailed) == [SignInFailed("", Failure.UNKNOWN_NAME, 1)])


def test_too_many_tries_have_to_wait(real: Hands, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    accounts.by_name["tess"].failures, accounts.by_name["tess"].failed_at = 20, time.time_ns()
    accounts._write()
    real.sign_in("tess", PASSWORDS["tess"])
    real.until(lambda: real.sheet.error.text().startswith("Too many failed tries: wait "))
    assert not real.signing.seat.person and real.sheet.password.text() == ""
    real.until(lambda: real.notes(SignInFailed) == [SignInFailed("tess", Failure.TOO_SOON, 20)])


def test_a_locked_terminal_takes_nothing_but_stop(real: Hands) -> None:
    real.as_person("tess")
    real.window.ask_seat("lock")
    assert real.sheet.isVisible() and real.sheet.title.text() == "Locked"
    real.until(lambda: real.notes(TerminalLocked) == [TerminalLocked("tess", False)])
    assert not real.terminal.core.submit(CancelAllOrders())
    real.until(lambda: [(note.person, note.where, note.why) for note in real.told if isinstance(note, ActionDenied)] == [
        ("tess", TERMINAL, "CancelAllOrders: locked"),
    ])  # fmt: skip
    # Keys of the window behind are dead; Stop is not.
    assert not real.window.actions_by_id["cancel_all"].isEnabled() and not real.window.menu_bar.isEnabled()
    real.window.activateWindow()
    real.until(real.window.isActiveWindow)
    for _ in range(2):
        real.bot.keyClick(real.window, Qt.Key.Key_F12)
    real.until(lambda: any(isinstance(e, KillEngaged) for e in real.events))
    engaged = next(message for message in real.told if isinstance(message, EngageKill))
    assert engaged.origin is not None and engaged.origin.person == ""
    assert real.sheet.isVisible() and real.signing.seat.locked
    # The same person comes back with the password alone.
    real.bot.keyClicks(real.sheet.password, PASSWORDS["tess"])
    real.bot.keyClick(real.sheet.password, Qt.Key.Key_Return)
    real.until(real.sheet.isHidden)
    assert real.window.actions_by_id["cancel_all"].isEnabled()


def test_another_person_may_take_over_a_locked_terminal(real: Hands) -> None:
    real.as_person("tess")
    real.window.ask_seat("lock")
    real.bot.mouseClick(real.sheet.other, Qt.MouseButton.LeftButton)
    real.sign_in("rita", PASSWORDS["rita"])
    real.until(lambda: real.signing.seat.person == "rita" and real.sheet.isHidden())
    real.until(lambda: SignedOut("tess", Leaving.REPLACED) in real.told)


def test_idle_locks(real: Hands) -> None:
    real.as_person("tess")
    real.terminal.entrance._on_idle()
    real.until(lambda: real.notes(TerminalLocked) == [TerminalLocked("tess", True)])
    assert real.sheet.isVisible()


def test_signing_out_leaves_nobody(real: Hands) -> None:
    real.as_person("tess")
    real.window.ask_seat("out")
    real.until(lambda: SignedOut("tess", Leaving.ASKED) in real.told)
    assert real.sheet.isVisible() and real.window.banner.fact("person") in ("tess", "nobody")
    real.until(lambda: real.window.banner.fact("person") == "nobody")


def test_a_viewer_cannot_begin_the_session_anew(real: Hands) -> None:
    real.as_person("rita")
    assert not real.terminal.core.submit(RestartSession())
    real.as_person("tess")
    assert real.terminal.core.submit(RestartSession())
    real.until(lambda: [e.person for e in real.events if isinstance(e, PersonSet)].count("tess") >= 1)
    assert sorted(real.terminal.assembly.engine.state.people.roles) == ["omar", "rita", "tess"]


def test_roles_are_changed_by_two_and_the_file_follows(real: Hands, tmp_path: Path) -> None:
    real.as_person("omar")
    real.window.focus_panel("people")
    panel = real.window.view("people")
    real.until(lambda: set(panel.people) == set(ROLES))
    real.bot.mouseClick(panel.people["tess"], Qt.MouseButton.LeftButton)
    form = panel.change
    assert form.name.text() == "tess" and form.roles[Role.TRADER].isChecked()
    form.roles[Role.VIEWER].click()
    form.ask.click()
    assert form.wrong.text() == "Say why: whoever approves wants to know."
    real.bot.keyClicks(form.reason, "covers the other desk")
    form.ask.click()
    real.until(lambda: len(panel.cards) == 1)
    real.as_person("rita")
    card = next(iter(panel.cards.values()))
    real.until(card.approve.isEnabled)
    card.approve.click()
    both = (Role.VIEWER, Role.TRADER)
    real.until(lambda: any(isinstance(e, PersonSet) and e.signed_by == ("omar", "rita") and e.roles == both for e in real.events))
    real.until(lambda: Accounts(tmp_path).by_name["tess"].held() == both)
    assert Accounts(tmp_path).by_name["tess"].changed == "omar and rita"


def test_who_is_disabled_in_the_file_loses_the_seat(real: Hands, tmp_path: Path) -> None:
    real.as_person("tess")
    Accounts(tmp_path).set_roles("tess", (Role.TRADER,), False, "omar and rita")
    real.until(lambda: SignedOut("tess", Leaving.NO_LONGER_ALLOWED) in real.told)
    assert real.sheet.isVisible()


def test_a_code_is_asked_for_after_the_password(real: Hands, tmp_path: Path) -> None:
    secret = second_factor.new_secret()
    Accounts(tmp_path).set_second_factor("tess", PASSWORDS["tess"], secret, "tess")
    real.sign_in("tess", PASSWORDS["tess"])
    real.until(lambda: not real.sheet.code.isHidden())
    real.bot.keyClicks(real.sheet.code, pyotp.TOTP(second_factor.written(secret)).now())
    real.bot.keyClick(real.sheet.code, Qt.Key.Key_Return)
    real.until(lambda: real.notes(SignedIn) == [SignedIn("tess", Means.PASSWORD_AND_CODE)])


def test_nothing_typed_is_in_the_journal(qtbot: QtBot, qapp: QApplication, tmp_path: Path, accounts_file: bytes) -> None:
    path = tmp_path / "accounts.json"
    path.write_bytes(accounts_file)
    path.chmod(0o600)
    hands = opened(qtbot, qapp, tmp_path)
    hands.sign_in("tess", "a wrong password")
    hands.until(lambda: hands.notes(SignInFailed))
    hands.until(hands.sheet.enter.isEnabled)
    hands.as_person("tess")
    hands.terminal.shut()
    journal = Journal(tmp_path / "journal")
    journal.open()
    messages = [entry.message for entry in journal.entries()]
    assert SignedIn("tess", Means.PASSWORD) in messages and SignedOut("tess", Leaving.CLOSED) in messages
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"a wrong password" not in kept and PASSWORDS["tess"].encode() not in kept


def test_the_first_account_ends_the_demo_at_once(demo: Hands, tmp_path: Path) -> None:
    Accounts(tmp_path).add("omar", (Role.OPERATOR,), PASSWORDS["omar"], "whoever set the accounts up")
    demo.until(lambda: SignedOut("demo", Leaving.NO_LONGER_ALLOWED) in demo.told)
    assert demo.sheet.isVisible() and not demo.sheet.name.isHidden()
    demo.sign_in("omar", PASSWORDS["omar"])
    demo.until(demo.sheet.isHidden)


def test_a_run_that_goes_on_after_a_crash_takes_over_the_file(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """The journal of a run that began with demo people, and an accounts file that came since."""
    first = opened(qtbot, qapp, tmp_path)
    first.until(lambda: first.terminal.assembly.session.messages > 20)
    journal = {path.name: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    first.terminal.shut()
    crashed = tmp_path / "crashed"
    (crashed / "journal").mkdir(parents=True)
    for name, content in journal.items():
        (crashed / "journal" / name).write_bytes(content)
    Accounts(crashed).add("omar", (Role.OPERATOR,), PASSWORDS["omar"], "test")
    again = opened(qtbot, qapp, crashed)
    state = again.terminal.assembly.engine.state
    assert again.terminal.assembly.resumed
    assert state.people.roles["omar"] == (Role.OPERATOR,) and state.people.roles_of("demo") == ()
    again.terminal.shut()


def test_asking_for_a_person_to_be_set_needs_no_account_of_theirs(real: Hands, tmp_path: Path) -> None:
    real.as_person("omar")
    real.terminal.core.submit(RequestApproval(SetPerson("nina", (Role.VIEWER,)), "new here"))
    real.until(lambda: real.terminal.assembly.projections.approvals.waiting)
    real.as_person("rita")
    panel = real.window.view("people")
    real.window.focus_panel("people")
    real.until(lambda: len(panel.cards) == 1)
    card = next(iter(panel.cards.values()))
    real.until(card.approve.isEnabled)
    card.approve.click()
    real.until(lambda: "nina" in Accounts(tmp_path).by_name)
    assert not Accounts(tmp_path).by_name["nina"].hash


def test_two_people_let_orders_out_to_another_process(qtbot: QtBot, qapp: QApplication, tmp_path: Path, accounts_file: bytes) -> None:
    path = tmp_path / "accounts.json"
    path.write_bytes(accounts_file)
    path.chmod(0o600)
    process = Process()
    market = Market(process.port)
    market.say(BTC)
    hands = opened(qtbot, qapp, tmp_path, "--outside-venue", f"{VENUE}:{process.port}")
    try:
        hands.until(lambda: hands.terminal.assembly.session.messages > 20)
        hands.as_person("omar")
        hands.window.actions_by_id["venue"].trigger()
        hands.window.focus_panel("people")
        panel = hands.window.view("people")
        hands.until(lambda: len(panel.cards) == 1)
        card = next(iter(panel.cards.values()))
        hands.until(lambda: card.what.text() == f"Orders of {VENUE} go out to the venue")
        hands.as_person("rita")
        hands.until(card.approve.isEnabled)
        card.approve.click()
        hands.until(lambda: VENUE in hands.terminal.assembly.engine.state.outside.stops)
        hands.as_person("tess")
        bid = hands.terminal.assembly.projections.market.quotes[1].depth.best_bid
        hands.terminal.core.submit(limit("a", Side.BUY, bid, 10**6))
        hands.until(lambda: any(isinstance(e, OrderSent) and e.venue == VENUE for e in hands.events))
        hands.until(lambda: any(isinstance(e, OrderWorking) for e in hands.events))
    finally:
        hands.terminal.shut()
        assert market.remote.stop()
        process.end()


def test_demo_people_let_nothing_out(demo: Hands) -> None:
    demo.signing.sit_as_demo("demo-operator")
    demo.terminal.core.submit(RequestApproval(SetVenue(VENUE, True), "why not"))
    demo.until(lambda: [e.reason for e in demo.events if isinstance(e, RequestRefused)] == [Reason.DEMO_PEOPLE])
