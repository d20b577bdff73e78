"""New limits, tightening rules and restrictions from the risk panel: said before they are sent, judged as the machine judges them."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.messages.approvals import RequestApproval
from core.messages.limits import ChangeLimits, Condition, Limit, Restrict, Restriction, Tighten
from core.messages.origin import Origin
from core.messages.reasons import Reason
from tests.widgets.test_risk import BAD, CONDITIONS, Desk, btc, desk, view
from widgets.entry_form import EntryForm
from widgets.labels import RULE
from widgets.limit_words import bounds
from widgets.risk import model, new_limit

__all__ = ["desk", "view"]

# a limit that does not stand yet ----------------------------------------------------------------------------------------


def start(desk: Desk, **values: object) -> EntryForm:
    desk.view.add.click()
    desk.view.fresh.fill(**values)
    return desk.view.fresh


def test_a_new_limit_is_said_in_one_sentence_and_stands_at_once(desk, view, qtbot):
    made = start(desk, rule=Rule.MAX_ORDER_WORTH, kind=ScopeKind.STRATEGY, name="maker", value="5 000", why="new strategy")
    assert made.said.text().startswith("New, at once: order worth of strategy maker: at most 5\u202f000.00 USD.")
    qtbot.keyClick(made.fields["value"], Qt.Key.Key_Return)
    assert view.sent == [ChangeLimits((Limit(Rule.MAX_ORDER_WORTH, 5_000_000_000, ScopeKind.STRATEGY, "maker"),), "new strategy")]
    assert made.isVisible() and not made.send.isEnabled()
    made.ask()
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    assert made.isHidden() and len(view.sent) == 1
    assert view.sent[0].limits[0] in desk.picture().reading.standing


def test_a_form_that_was_refused_keeps_what_was_typed(desk, view):
    made = start(desk, rule=Rule.MAX_ORDER_WORTH, kind=ScopeKind.STRATEGY, name="maker", value="5 000", why="new strategy")
    before = made.values()
    made.ask()
    desk.tell(replace(view.sent[0], origin=Origin(person="tess")))
    assert made.isVisible() and made.values() == before and made.send.isEnabled() and "Not done" in view.said.text()
    made.closed.emit()
    view.add.click()
    assert made.values()["why"] == ""


def test_another_form_is_not_closed_by_an_answer_that_comes_late(desk, view):
    made = start(desk, rule=Rule.MAX_ORDER_WORTH, kind=ScopeKind.STRATEGY, name="maker", value="5 000", why="new strategy")
    made.ask()
    made.closed.emit()
    again = start(desk, rule=Rule.LEVERAGE, value="3", why="next")
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    assert again.isVisible() and again.values()["why"] == "next"


def test_what_is_over_a_new_limit_is_said_before(desk, view):
    made = start(desk, rule=Rule.MAX_OPEN_WORTH, kind=ScopeKind.EVERYTHING, value="1", why="tiny")
    assert "Lowers at once" in made.said.text() and "Over it at once: everything at " in made.said.text()


def test_a_new_limit_where_a_tighter_one_stands_asks_for_a_second_person(desk, view):
    made = start(desk, rule=Rule.LEVERAGE, kind=ScopeKind.ACCOUNT, value="20", why="month end")
    assert "now 9.00\u00d7" in made.said.text() and made.send.text() == "Ask to raise"
    made.ask()
    assert view.sent == [RequestApproval(ChangeLimits((Limit(Rule.LEVERAGE, 2_000, ScopeKind.ACCOUNT),), "month end"), "month end")]
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    assert desk.picture().waiting == (Limit(Rule.LEVERAGE, 2_000, ScopeKind.ACCOUNT),)


def test_the_bounds_stand_there_before_anything_is_typed(desk, view):
    made = start(desk, rule=Rule.MAX_ORDER_QTY, symbol="BTC-USD")
    assert "more than 0, in steps of 0.00000001 BTC" in made.said.text() and not made.send.isEnabled()
    start(desk, rule=Rule.OPEN_QUIET)
    assert "0 s or more" in made.said.text()


WRONG = [({"value": text}, "value", said) for text, said in BAD[1:] if said != "multiple"]


@pytest.mark.parametrize("values, key, said", (
    *WRONG, ({"value": "0.000000001"}, "value", "multiple"), ({"symbol": "NO-SUCH"}, "symbol", "No such instrument"),
    ({"symbol": "\u202e\x00" * 40}, "symbol", "No such instrument"), ({"kind": ScopeKind.ACCOUNT, "name": "seven"}, "name", "whole number"),
    ({"kind": ScopeKind.ACCOUNT, "name": "0"}, "name", "whole number"), ({"kind": ScopeKind.TRADER, "name": "a" * 49}, "name", "too long"),
    ({"kind": ScopeKind.TRADER, "name": "a\u202eb"}, "name", "printed"), ({"kind": ScopeKind.INSTRUMENT, "name": "X"}, "name", "No such"),
    ({"rule": Rule.MESSAGE_RATE, "value": "5", "window": ""}, "window", "looks back"),
    ({"rule": Rule.MESSAGE_RATE, "value": "5", "window": "0 s"}, "window", "more than zero"),
    ({"rule": Rule.MESSAGE_RATE, "value": "5", "window": "9" * 30 + " h"}, "window", ""), ({"value": "none"}, "value", "needs a number"),
    ({"why": ""}, "why", "Say why"), ({"why": "x" * 501}, "why", "too long"), ({"why": "a\x07b"}, "why", "printed"),
))
def test_bad_input_of_a_new_limit_stays_and_sends_nothing(desk, view, values, key, said):
    good = {"rule": Rule.MAX_POSITION, "kind": ScopeKind.EVERYTHING, "symbol": "BTC-USD", "value": "1", "name": "", "why": "a test"}
    made = start(desk, **(good | values))
    assert [where for where, _ in made.verdict().wrong] == [key] and said in made.said.text(), made.verdict()
    assert not made.send.isEnabled()
    made.ask()
    assert view.sent == [] and all(made.values()[name] == value for name, value in values.items())


def test_whoever_may_not_set_limits_is_told(desk, view):
    desk.sit("tess")
    made = start(desk, rule=Rule.MAX_POSITIONS, value="3", why="a test")
    assert "A risk officer lowers a limit." in made.said.text() and not made.send.isEnabled()


def test_insert_opens_a_new_limit_and_escape_leaves_it(desk, view, qtbot):
    qtbot.keyClick(view.limits, Qt.Key.Key_Insert)
    assert view.fresh.isVisible() and view.fresh.choosers["rule"].hasFocus()
    qtbot.keyClick(view.fresh.fields["value"], Qt.Key.Key_Escape)
    assert view.fresh.isHidden() and view.limits.hasFocus() and view.sent == []


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_bounds(desk, rule):
    for instrument in (None, btc(desk)):
        assert bounds(rule, instrument, "USD").startswith(f"{RULE[rule]}: ")


def test_standing_is_found_however_it_counts(desk):
    row = desk.row(Rule.MESSAGE_RATE)
    assert new_limit.standing(replace(row.limit, value=1, window_ns=5), desk.picture()) == row.limit
    assert new_limit.standing(replace(row.limit, soft=True), desk.picture()) is None


# rules that tighten, and restrictions -----------------------------------------------------------------------------------


def rule(desk: Desk, **values: object) -> EntryForm:
    desk.view.new_rule()
    desk.look()
    good = {"rule": Rule.PRICE_COLLAR, "percent": "50", "condition": Condition.SPREAD, "threshold": "0.2 %"}
    desk.view.way.tighten.fill(**(good | values))
    return desk.view.way.tighten


def test_a_rule_is_said_and_tightens_at_once(desk, view):
    made = rule(desk)
    assert made.said.text() == "New, at once: while spread is 0.20 % or more, price collar counts 50 %."
    made.ask()
    assert view.sent == [Tighten(Rule.PRICE_COLLAR, Condition.SPREAD, 20, 50)]
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    assert [replace(row.told, origin=None) for row in desk.picture().reading.tightenings] == view.sent


@pytest.mark.parametrize("values, asked", (
    ({"percent": "40"}, False), ({"threshold": "0.1"}, False), ({"percent": "60"}, True), ({"threshold": "0.3"}, True),
    ({"percent": "100"}, True),
))
def test_what_loosens_a_rule_asks_for_a_second_person_as_the_machine_does(desk, view, values, asked):
    desk.tell(Tighten(Rule.PRICE_COLLAR, Condition.SPREAD, 20, 50, origin=Origin(person="rita")))
    made = rule(desk, why="calmer", **values)
    made.ask()
    assert isinstance(view.sent[0], RequestApproval) == asked
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    assert desk.picture().denied is None
    if asked:
        # One person alone would have been refused: the form judges as the machine does.
        desk.tell(replace(view.sent[0].command, origin=Origin(person="rita")))
        assert desk.picture().denied is Reason.NEEDS_SECOND_PERSON


def test_a_rule_by_the_time_of_the_day(desk, view):
    made = rule(desk, condition=Condition.TIME_OF_DAY, **{"from": "23:50", "until": "00:10"})
    assert made.fields["threshold"].isHidden() and not made.fields["from"].isHidden()
    assert "from 23:50:00 to 00:10:00 UTC, price collar counts 50 %" in made.said.text()
    made.ask()
    minute = 60 * 10**9
    assert view.sent == [Tighten(Rule.PRICE_COLLAR, Condition.TIME_OF_DAY, 1430 * minute, 50, until=10 * minute)]


@pytest.mark.parametrize("values, key", (
    ({"percent": "0"}, "percent"), ({"percent": "101"}, "percent"), ({"percent": "half"}, "percent"), ({"percent": "9" * 400}, "percent"),
    ({"percent": "100"}, "percent"), ({"threshold": "-1"}, "threshold"), ({"threshold": "nan"}, "threshold"),
    ({"threshold": "1e18"}, "threshold"),
    ({"threshold": "\x00"}, "threshold"), ({"condition": Condition.VOLATILITY, "window": "60"}, "window"),
    ({"condition": Condition.VOLATILITY, "window": "0 s"}, "window"),
    ({"condition": Condition.TIME_OF_DAY, "from": "24:00", "until": "1:00"}, "from"),
    ({"condition": Condition.TIME_OF_DAY, "from": "8", "until": "9:00"}, "from"),
    ({"condition": Condition.TIME_OF_DAY, "from": "9:00", "until": "09:00:00"}, "until"),
))
def test_bad_rules_stay_and_send_nothing(desk, view, values, key):
    made = rule(desk, **values)
    assert [where for where, _ in made.verdict().wrong] == [key] and made.said.text()
    made.ask()
    assert view.sent == []


def test_a_rule_is_changed_and_ended_from_its_row(desk, view):
    desk.tell(Tighten(Rule.PRICE_COLLAR, Condition.VOLATILITY, 150, 50, 60 * 10**9, origin=Origin(person="rita")))
    desk.turn(CONDITIONS)
    view.way.sheet.choose(f"{model.TIGHTENS} 0")
    view.way.sheet.opened.emit(view.way.sheet.key)
    made = view.way.tighten
    assert made.values() | {"why": ""} == {
        "rule": Rule.PRICE_COLLAR, "condition": Condition.VOLATILITY, "percent": "50 %", "threshold": "1.50 %", "window": "60 s",
        "from": "", "until": "", "why": "",
    }
    assert "stands already" in made.said.text()
    made.closed.emit()
    assert view.way.back.text() == "Ask to end" and not view.way.back.isEnabled()
    view.way.why.setText("calm again")
    view.way.back.click()
    ended = Tighten(Rule.PRICE_COLLAR, Condition.VOLATILITY, 150, 100, 60 * 10**9)
    assert view.sent == [RequestApproval(ended, "calm again")]


def test_restricting_is_one_persons_and_lifting_is_two(desk, view):
    view.new_restriction()
    desk.look()
    made = view.way.restrict
    made.fill(symbol="btc-usd", trader="tess", restriction=Restriction.CLOSED, why="insider list")
    assert made.said.text().startswith("Restricts at once: BTC-USD for tess, nothing new at all.")
    made.ask()
    assert view.sent == [Restrict(Restriction.CLOSED, 1, "tess", "insider list")]
    desk.tell(replace(view.sent[0], origin=Origin(person="rita")))
    view.way.sheet.choose(f"{model.RESTRICTS} 0")
    view.way.change()
    assert made.values()["restriction"] is Restriction.CLOSED and made.fields["trader"].text() == "tess"
    made.fill(restriction=Restriction.REDUCE_ONLY, why="list ended")
    assert made.send.text() == "Ask to loosen"
    made.ask()
    assert view.sent[1] == RequestApproval(Restrict(Restriction.REDUCE_ONLY, 1, "tess", "list ended"), "list ended")


@pytest.mark.parametrize("values, key", (
    ({"symbol": "NOPE"}, "symbol"), ({"trader": "x" * 60}, "trader"), ({"trader": "a\x00"}, "trader"), ({"why": ""}, "why"),
    ({"restriction": Restriction.NONE}, ""),
))
def test_bad_restrictions_stay_and_send_nothing(desk, view, values, key):
    view.new_restriction()
    desk.look()
    made = view.way.restrict
    made.fill(**({"symbol": "BTC-USD", "trader": "tess", "restriction": Restriction.CLOSED, "why": "a test"} | values))
    assert [where for where, _ in made.verdict().wrong] == [key]
    made.ask()
    assert view.sent == []


def test_the_form_takes_as_many_lines_as_it_needs(desk, view, qtbot):
    made = start(desk, rule=Rule.MESSAGE_RATE, kind=ScopeKind.STRATEGY)
    qtbot.waitUntil(lambda: made.height() > 0 and made.width() > 800)
    wide = made.height()
    view.resize(510, 460)
    qtbot.waitUntil(lambda: made.height() > wide)
    shown = [part for part in (*made.fields.values(), *made.choosers.values()) if part.isVisible()]
    assert all(made.rect().contains(part.geometry()) for part in shown)
    assert not any(one.geometry().intersects(other.geometry()) for one in shown for other in shown if one is not other)
