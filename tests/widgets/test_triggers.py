"""The triggers panel: every trigger a row, a change said before it is sent, loosening judged as the machine judges it."""

import itertools

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.first_triggers import DEFAULT_TRIGGERS
from core.domain.roles import Role
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.machine.desk import triggers as machine
from core.messages.approvals import RequestApproval
from core.messages.notes import ClockStepped
from core.messages.origin import Origin
from core.messages.people import Means, SetPerson, SignedIn
from core.messages.reasons import Reason
from core.messages.stopping import SetTrigger
from core.projections.pictures import VersionLook
from core.projections.triggers import TriggersPicture
from tests.core.test_gauges import staged
from widgets.kill_switch import triggers_form as form
from widgets.kill_switch.triggers_view import TriggersView
from widgets.style import THEMES
from widgets.trigger_words import trigger_sentence

MINUTE = 60 * 10**9


class Desk:
    """The real machine and its projection, with a view that looks at it."""

    def __init__(self, view: TriggersView) -> None:
        self.stage, self.view = staged(), view
        for name, role in (("tess", Role.TRADER), ("rita", Role.RISK_OFFICER), ("omar", Role.OPERATOR)):
            self.stage.tell(SetPerson(name, (role,)))
        for trigger in DEFAULT_TRIGGERS:
            self.stage.tell(trigger)
        self.sit("rita")

    def sit(self, who: str) -> None:
        self.tell(SignedIn(who, Means.PASSWORD))

    def tell(self, message: object) -> None:
        self.stage.tell(message)
        picture = self.stage.projections.triggers.picture(self.view.look())
        if picture is not None:
            self.view.draw(picture)

    def say(self, message: object, who: str = "rita") -> None:
        """As the terminal sends it, in somebody's name."""
        self.tell(replace(message, origin=Origin(person=who)))

    def picture(self) -> TriggersPicture:
        found = self.stage.projections.triggers.picture(VersionLook())
        assert found is not None
        return found


@pytest.fixture
def view(qtbot):
    made = TriggersView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(960, 360)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def desk(view):
    return Desk(view)


def test_every_trigger_is_a_row_with_its_number_action_and_severity(desk, view):
    assert [row.key for row in view.sheet.rows()] == [str(trigger.number) for trigger in DEFAULT_TRIGGERS]
    assert view.sheet.text("1").startswith("1 | Loss of the day | 3.00 % | – | Stop new | everything | Halt | on | – | – | –")
    assert view.sheet.text("4").startswith("4 | Old market data | – | 1 min | Stop new | everything | Halt | on")


def test_what_fired_says_when_how_often_and_at_what(desk, view):
    for back in (2, 3):
        desk.tell(ClockStepped(back * 10**9))
    assert view.sheet.text("9").endswith("| 2 | 3 s")


def test_tightening_is_one_persons_and_counts_at_once(desk, view, qtbot):
    view.sheet.choose("1")
    qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    view.entry.fill(threshold="2 %", action=TriggerAction.CANCEL_ALL)
    said = view.entry.said.text()
    assert said.startswith("Tighter, at once: trigger 1, loss of the day, on: when the loss since the trading day began is 2.00 %")
    qtbot.keyClick(view.entry.fields["threshold"], Qt.Key.Key_Return)
    assert view.sent == [SetTrigger(1, TriggerKind.DAILY_LOSS, 200, 0, Severity.HALT, TriggerAction.CANCEL_ALL)]
    desk.say(view.sent[0])
    assert "2.00 %" in view.sheet.text("1") and desk.picture().denied is None


def test_switching_off_asks_for_a_second_person(desk, view, qtbot):
    view.sheet.choose("7")
    qtbot.keyClick(view.sheet, Qt.Key.Key_Delete)
    assert view.entry.fields["why"].hasFocus() and not view.entry.send.isEnabled() and "Say why" in view.entry.said.text()
    view.entry.fill(why="venue test")
    view.entry.ask()
    (asked,) = view.sent
    assert asked == RequestApproval(replace(DEFAULT_TRIGGERS[6], on=False), "venue test")
    desk.say(asked)
    assert desk.picture().waiting == (asked.command,) and "Waits for a second person: Trigger 7" in view.said.text()
    desk.say(asked.command)
    assert desk.picture().denied is Reason.NEEDS_SECOND_PERSON and "takes two people" in view.said.text()


def test_a_refused_request_leaves_the_reason_and_the_next_row_has_none(desk, view):
    view.sheet.choose("7")
    view.turn()
    view.entry.fill(why="venue test")
    view.entry.ask()
    desk.say(view.sent[0], "tess")
    assert view.entry.isVisible() and view.entry.values()["why"] == "venue test" and view.entry.send.isEnabled()
    view.sheet.choose("8")
    view.turn()
    assert view.entry.values()["why"] == ""
    view.entry.fill(why="venue test")
    view.entry.ask()
    desk.say(view.sent[1])
    assert view.entry.isHidden()


def test_a_new_trigger_takes_the_first_free_number(desk, view, qtbot):
    qtbot.keyClick(view.sheet, Qt.Key.Key_Insert)
    view.entry.fill(kind=TriggerKind.REJECTS, threshold="20", window="1 min", scope="instrument:BTC-USD")
    view.entry.ask()
    assert view.sent == [SetTrigger(10, TriggerKind.REJECTS, 20, MINUTE, Severity.HALT, TriggerAction.STOP_NEW, "instrument:BTC-USD")]
    desk.say(view.sent[0])
    assert view.sheet.text("10").startswith("10 | Refused and rejected | 20 | 1 min | Stop new | instrument BTC-USD | Halt | on")


@pytest.mark.parametrize("values, key", (
    ({"threshold": ""}, "threshold"), ({"threshold": "0"}, "threshold"), ({"threshold": "-3"}, "threshold"),
    ({"threshold": "nan"}, "threshold"),
    ({"threshold": "1e18"}, "threshold"), ({"threshold": "9" * 500}, "threshold"), ({"threshold": "3\x00"}, "threshold"),
    ({"threshold": "\u202e3"}, "threshold"), ({"threshold": "0.001"}, "threshold"), ({"scope": "nothing"}, "scope"),
    ({"scope": "order:" + "x" * 60}, "scope"), ({"kind": TriggerKind.ERRORS, "threshold": "10001", "window": "1 s"}, "threshold"),
    ({"kind": TriggerKind.ERRORS, "threshold": "1.5", "window": "1 s"}, "threshold"),
    ({"kind": TriggerKind.ERRORS, "threshold": "5", "window": "0 s"}, "window"),
    ({"kind": TriggerKind.FEED_STALE, "window": "soon"}, "window"),
    ({"kind": TriggerKind.FEED_STALE, "window": ""}, "window"), ({"kind": TriggerKind.CLOCK, "threshold": "1"}, "threshold"),
))
def test_bad_input_is_one_sentence_and_sends_nothing(desk, view, values, key):
    view.new_trigger()
    view.entry.fill(**({"kind": TriggerKind.DAILY_LOSS, "threshold": "3"} | values))
    assert [where for where, _ in view.entry.verdict().wrong] == [key] and view.entry.said.text()
    view.entry.ask()
    assert view.sent == [] and all(view.entry.values()[name] == value for name, value in values.items())


def test_whoever_may_not_is_told(desk, view):
    desk.sit("tess")
    view.sheet.choose("1")
    view.edit()
    view.entry.fill(threshold="1")
    assert "a risk officer or an operator sets triggers" in view.entry.said.text().lower() and not view.entry.send.isEnabled()


def test_without_capital_it_says_that_no_loss_is_measured(view):
    rows = TriggersPicture(1, 0, (), 0, (), 0, None, "rita", (Role.RISK_OFFICER,))
    view.draw(rows)
    assert "No loss is measured" in view.said.text()


def test_loosening_is_what_the_machine_takes_for_it():
    base = SetTrigger(1, TriggerKind.ERRORS, 10, MINUTE, Severity.HALT, TriggerAction.CANCEL_ALL)
    stale = SetTrigger(1, TriggerKind.FEED_STALE, 0, MINUTE, Severity.HALT, TriggerAction.STOP_NEW)
    choices = itertools.product(
        (TriggerKind.ERRORS, TriggerKind.FEED_STALE), (0, 9, 10, 11), (MINUTE // 2, MINUTE, 2 * MINUTE), Severity, TriggerAction,
        ("everything", "account:1"), (True, False),
    )
    for made in (SetTrigger(1, *one) for one in choices):
        for now in (base, stale, replace(base, on=False)):
            assert form.loosens(now, made) == machine._loosens(now, made), (now, made)


@pytest.mark.parametrize("kind", list(TriggerKind))
def test_every_kind_in_a_sentence_and_back(kind):
    told = SetTrigger(3, kind, 10, MINUTE, Severity.EMERGENCY, TriggerAction.FLATTEN)
    assert "{" not in trigger_sentence(told) and trigger_sentence(told).endswith("zero: everything")


@pytest.mark.parametrize("trigger", DEFAULT_TRIGGERS)
def test_what_stands_is_read_back_unchanged(desk, view, trigger):
    view.sheet.choose(str(trigger.number))
    view.edit()
    assert "so already" in view.entry.said.text() and not view.entry.send.isEnabled()


def test_asked_for_before_the_first_picture_it_opens_with_it(view):
    view.new_trigger()
    assert view.entry.isHidden()
    Desk(view)
    assert view.entry.isVisible() and view.entry.title.text() == f"New trigger {len(DEFAULT_TRIGGERS) + 1}"


@pytest.mark.parametrize("name", list(THEMES))
def test_every_theme(desk, view, name):
    view.set_theme(THEMES[name])
    view.grab()
