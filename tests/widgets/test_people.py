"""The people panel and the sign-in sheet by themselves: words, keys, what may be pressed and what is said instead."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.roles import Role
from core.domain.units import InstrumentId
from core.messages.approvals import Approve, Decline, RequestApproval
from core.messages.commands import SetLimits
from core.messages.limits import ChangeLimits, Limit, Restrict, Restriction
from core.messages.people import SetPerson
from core.projections.answers import Answer
from core.projections.people import ApprovalsPicture, PersonRow, RequestRow
from core.projections.pictures import VersionLook
from widgets.people import form, model
from widgets.people.view import PeopleView
from widgets.sign_in.view import SignInSheet
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
S = 1_000_000_000
AT = 1_531_514_837 * S
PEOPLE = (
    PersonRow("omar", (Role.OPERATOR,), True), PersonRow("rita", (Role.RISK_OFFICER,), True), PersonRow("tess", (Role.TRADER,), True),
    PersonRow("vera", (Role.VIEWER,), False),
)
LIMITS = SetLimits(1, 20 * 10**8, 500_000 * 10**10, 250, 50 * 10**8, 300)
LEFT = Qt.MouseButton.LeftButton


def row(request: int = 7, command: object = LIMITS, **changes: object) -> RequestRow:
    fields: dict[str, object] = {
        "request": request, "command": command, "instrument": BTC, "by": "rita", "reason": "month end", "expires_at": AT + 840 * S,
        "outcome": "", "closed_by": "", "mine": False, "able": True,
    }
    return RequestRow(**(fields | changes))  # type: ignore[arg-type]


def picture(*waiting: RequestRow, version: int = 1, person: str = "omar", roles: tuple[Role, ...] = (Role.OPERATOR,), over=()):
    return ApprovalsPicture(version, waiting, tuple(over), AT, person, roles, PEOPLE)


@pytest.fixture
def view(qtbot):
    made = PeopleView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(300, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


# words ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command, words", (
    (LIMITS, "Limits of BTC-USD: order 20, worth 500\u202f000.00 USD, collar 2.5 %, position 50, 300 open"),
    (SetPerson("tess", (Role.TRADER, Role.VIEWER)), "tess becomes trader and viewer"),
    (SetPerson("tess", ()), "tess becomes somebody without a role"),
    (SetPerson("tess", (Role.TRADER,), False), "tess may do nothing any more"),
    (Restrict(Restriction.NONE, 1), "No restriction of BTC-USD any more"),
    (
        ChangeLimits((Limit(Rule.MAX_ORDER_QTY, 500, instrument=1), Limit(Rule.MAX_ORDER_QTY, 7))),
        "Order quantity of everything in BTC-USD: at most 0.000005 BTC; Order quantity of everything: at most 7 lots",
    ),
))
def test_what_is_asked(command, words):
    assert model.what(row(command=command)) == words


def test_how_long_it_waits():
    assert model.left(row(), AT) == "14 min left, until 21:01:17 UTC"
    assert model.left(row(), AT + 800 * S) == "40 s left, until 21:01:17 UTC" and model.soon(row(), AT + 800 * S)


def test_who_else_is_needed():
    assert model.who_may(row(able=False, mine=True), picture(person="rita")) == "Another person approves: a risk officer or an operator"
    change = row(command=SetPerson("x", ()), able=False, mine=True)
    assert model.who_may(change, picture(person="rita")) == "Another person approves: an operator"
    assert model.who_may(row(able=False, by="omar"), picture(person="tess")) == "Takes a risk officer"
    assert model.who_may(row(able=False), picture(person="")) == "Sign in to approve"
    assert model.who_may(row(), picture()) == ""


# the panel --------------------------------------------------------------------------------------------------------------


def test_an_empty_panel_says_what_would_fill_it(view):
    view.draw(picture())
    assert view.empty.text() == "No request waits" and "take two people" in view.why_empty.text()
    assert view.look() == VersionLook(1)


def test_approving_and_declining(view, qtbot):
    view.draw(picture(row(7), row(9)))
    qtbot.mouseClick(view.cards[9].approve, LEFT)
    qtbot.mouseClick(view.cards[7].decline, LEFT)
    assert view.sent == [Approve(9), Decline(7)]


def test_ones_own_request_can_be_withdrawn_and_not_approved(view, qtbot):
    view.draw(picture(row(mine=True, able=False), person="rita", roles=(Role.RISK_OFFICER,)))
    card = view.cards[7]
    assert not card.approve.isVisible() and card.decline.text() == "Withdraw" and "you" in card.who.text()
    qtbot.mouseClick(card.decline, LEFT)
    assert view.sent == [Decline(7)]


def test_who_may_not_sees_why(view):
    view.draw(picture(row(able=False), person="tess", roles=(Role.TRADER,)))
    card = view.cards[7]
    assert not card.approve.isEnabled() and not card.decline.isEnabled() and card.hint.text() == "Takes a risk officer or an operator"
    assert not view.change.isVisible()


def test_a_card_stays_where_it_is_while_another_comes(view):
    view.draw(picture(row(7)))
    before = view.cards[7]
    view.draw(picture(row(7), row(9), version=2))
    assert view.cards[7] is before
    view.draw(picture(row(9), version=3, over=[row(7, outcome="approved", closed_by="omar")]))
    assert list(view.cards) == [9] and view.over.text().endswith("approved by omar")


def test_asking_for_other_roles(view, qtbot):
    view.draw(picture())
    qtbot.mouseClick(view.people["tess"], LEFT)
    change = view.change
    assert change.name.text() == "tess" and change.roles[Role.TRADER].isChecked()
    qtbot.mouseClick(change.ask, LEFT)
    assert change.wrong.text() == "Say why: whoever approves wants to know." and view.sent == []
    change.roles[Role.VIEWER].click()
    qtbot.keyClicks(change.reason, "looks on")
    qtbot.keyClick(change.reason, Qt.Key.Key_Return)
    assert view.sent == [RequestApproval(SetPerson("tess", (Role.VIEWER, Role.TRADER), True, "looks on"), "looks on")]
    # Once, until the core has answered; a refusal leaves the reason for the same person's change.
    qtbot.keyClick(change.reason, Qt.Key.Key_Return)
    view.draw(replace(picture(version=2), answers=(Answer(1, view.sent[0], True),)))
    assert change.reason.text() == "looks on" and change.ask.isEnabled() and len(view.sent) == 1
    qtbot.mouseClick(change.ask, LEFT)
    view.draw(replace(picture(version=3), answers=(Answer(1, view.sent[0], True), Answer(2, view.sent[0], False))))
    assert change.reason.text() == "" and len(view.sent) == 2


def test_a_refused_reason_is_not_for_somebody_else(view, qtbot):
    view.draw(picture())
    change = view.change
    qtbot.mouseClick(view.people["tess"], LEFT)
    change.roles[Role.VIEWER].click()
    qtbot.keyClicks(change.reason, "looks on")
    qtbot.mouseClick(change.ask, LEFT)
    view.draw(replace(picture(version=2), answers=(Answer(1, view.sent[0], True),)))
    change.name.setText("rita")
    change.roles[Role.VIEWER].click()
    qtbot.mouseClick(change.ask, LEFT)
    assert len(view.sent) == 1 and change.reason.text() == "" and change.wrong.text().startswith("Say why")


def test_the_form_says_what_is_wrong():
    assert form.request("Tess", (), True, "x", PEOPLE) == {"name": form.BAD_NAME}
    assert form.request("tess", (Role.TRADER,), True, "x", PEOPLE) == {"roles": form.NOTHING}
    assert form.request("", (), True, " ", PEOPLE) == {"name": form.BAD_NAME, "reason": form.NO_REASON}
    assert isinstance(form.request("tess", (Role.TRADER,), False, "x", PEOPLE), RequestApproval)


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws(view, theme):
    view.draw(picture(row()))
    view.set_theme(THEMES[theme])
    assert not view.grab().isNull()


# the sheet --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def sheet(qtbot):
    window = QWidget()
    window.resize(1000, 700)
    made = SignInSheet(THEMES["dark"], window)
    made.setGeometry(0, 60, 1000, 640)
    made.heard = []
    made.tried.connect(lambda *given: made.heard.append(given))
    made.chosen.connect(made.heard.append)
    made.switched.connect(lambda: made.heard.append("switched"))
    made.left.connect(lambda: made.heard.append("left"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.home = window
    return made


def test_name_password_enter(sheet, qtbot):
    sheet.ask_in(may_leave=False)
    qtbot.waitUntil(sheet.name.hasFocus)
    qtbot.keyClicks(sheet.name, "tess")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert sheet.password.hasFocus() and sheet.heard == []
    qtbot.keyClicks(sheet.password, "something long")
    qtbot.keyClick(sheet.password, Qt.Key.Key_Return)
    qtbot.keyClick(sheet.password, Qt.Key.Key_Return)
    assert sheet.heard == [("tess", "something long", "")]
    sheet.say("The name or the password is wrong.")
    assert sheet.error.isVisible() and sheet.password.text() == "" and sheet.password.is_wrong()
    qtbot.keyClicks(sheet.password, "a")
    assert not sheet.error.isVisible() and not sheet.password.is_wrong()


def test_a_code_when_it_is_wanted(sheet, qtbot):
    sheet.ask_in(may_leave=False)
    assert not sheet.code.isVisible()
    sheet.name.setText("tess")
    sheet.password.setText("something long")
    sheet.enter.click()
    sheet.want_code()
    assert sheet.code.isVisible() and sheet.code.hasFocus()
    qtbot.keyClicks(sheet.code, "123 456")
    qtbot.keyClick(sheet.code, Qt.Key.Key_Return)
    assert sheet.heard[-1] == ("tess", "something long", "123 456")


def test_the_focus_stays_inside(sheet, qtbot):
    sheet.ask_back("tess", "tess is signed in here.")
    seen = []
    for _ in range(6):
        now = sheet.home.focusWidget()
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert set(seen) == {sheet.password, sheet.enter, sheet.other}


def test_locked_is_the_same_person_or_another(sheet, qtbot):
    sheet.ask_back("tess", "tess is signed in here.")
    assert sheet.name.text() == "tess" and sheet.name.isReadOnly() and sheet.enter.text() == "Unlock"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.heard == [] and sheet.isVisible()
    qtbot.mouseClick(sheet.other, LEFT)
    assert sheet.heard == ["switched"]


def test_demo_people_by_key_and_by_click_and_back(sheet, qtbot):
    sheet.offer((("demo", "trader"), ("demo-risk", "risk officer")), "Change person", "No passwords yet.", may_leave=True)
    qtbot.keyClick(sheet, Qt.Key.Key_2)
    qtbot.mouseClick(sheet.demo["demo"], LEFT)
    qtbot.keyClick(sheet, Qt.Key.Key_9)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.heard == ["demo-risk", "demo", "left"]


def test_nothing_typed_stays(sheet):
    sheet.ask_in(may_leave=True)
    sheet.password.setText("something long")
    sheet.ask_in(may_leave=True)
    assert sheet.password.text() == ""
    sheet.password.setText("something long")
    sheet.forget()
    assert sheet.password.text() == ""
