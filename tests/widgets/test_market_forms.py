"""Rules, schedules and reference prices from the market operations panel: what would change is said, then the real exchange does it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from core.domain.enums import Phase
from core.messages.operations import ChangePhase, SetMark, SetReference, SetRules, SetSchedule, TimePassed
from core.projections.operations_pictures import Part
from tests.app.text_room import findings
from tests.core.test_projections import BID
from tests.widgets.test_market_operations import OMAR, Floor, S, floor, view
from widgets.entry_form import EntryForm
from widgets.market_operations import model, rules_form

__all__ = ["floor", "view"]
MINUTE = 60 * S


def market(floor: Floor):
    return floor.stage.engine.state.venue.markets[1]


def price(floor: Floor, units: int) -> str:
    return market(floor).instrument.price_text(units)


def rules(floor: Floor, **values: object) -> EntryForm:
    floor.view.set_rules()
    floor.view.rules.fill(**({"why": "wild market"} | values))
    return floor.view.rules


def test_rules_say_what_would_change_and_the_exchange_takes_them(floor, view, qtbot):
    made = rules(floor, static_bp="10 %", velocity="5.00", max_qty="2.5")
    assert made.said.text().startswith(
        "BTC-USD: static band off \u2192 10.00 %, velocity off \u2192 5.00, largest order any \u2192 2.5."
    )
    qtbot.keyClick(made.fields["static_bp"], Qt.Key.Key_Return)
    wanted = replace(market(floor).rules.given, static_bp=1_000, velocity=500, max_qty=250_000_000)
    assert view.sent == [SetRules(1, wanted, "wild market")]
    floor.do(*view.sent)
    assert market(floor).rules.given.static_bp == 1_000 and floor.picture().refused is None
    assert "Rules of BTC-USD were set, by omar: wild market." in view.said.text()


def test_what_is_not_touched_stays_to_the_last_digit(floor, view):
    odd = replace(market(floor).rules.given, call_ns=30 * S + 123_456, velocity=7)  # type: ignore[arg-type]
    floor.tell(SetRules(1, odd, origin=OMAR))
    made = rules(floor)
    assert "Nothing would change" in made.said.text()
    made.fill(static_bp="3")
    assert made.verdict().ask == SetRules(1, replace(odd, static_bp=300), "wild market")


def test_rules_off_again(floor, view):
    floor.tell(SetRules(1, replace(market(floor).rules.given, static_bp=500, no_cancel=(Phase.HALT,)), origin=OMAR))
    made = rules(floor, static_bp="off", no_cancel=rules_form.FREE)
    assert "static band 5.00 % \u2192 off, cancels not while halted \u2192 always" in made.said.text()


@pytest.mark.parametrize("values, key", (
    ({"static_bp": "-1"}, "static_bp"), ({"static_bp": "100"}, "static_bp"), ({"static_bp": "nan"}, "static_bp"),
    ({"static_bp": "1e18"}, "static_bp"), ({"static_bp": "0.001"}, "static_bp"), ({"dynamic_bp": "\x00"}, "dynamic_bp"),
    ({"velocity": "0"}, "velocity"), ({"velocity": "0.001"}, "velocity"), ({"velocity": "9" * 300}, "velocity"),
    ({"velocity": "1000000000000000"}, "velocity"), ({"halt_ns": "soon"}, "halt_ns"), ({"halt_ns": "48 h"}, "halt_ns"),
    ({"velocity": "5", "call_ns": "0 s"}, "call_ns"), ({"min_qty": "2", "max_qty": "1"}, "max_qty"), ({"min_qty": "\u202e1"}, "min_qty"),
    ({"static_bp": "5", "why": ""}, "why"), ({"static_bp": "5", "why": "x" * 501}, "why"), ({}, ""),
))
def test_rules_that_cannot_be_stay_and_send_nothing(floor, view, values, key):
    made = rules(floor, **values)
    assert [where for where, _ in made.verdict().wrong] == [key] and made.said.text()
    made.ask()
    assert view.sent == [] and all(made.values()[name] == value for name, value in values.items())


def test_whatever_the_form_takes_the_machine_takes(floor, view):
    for values in (
        {"static_bp": "99.99"}, {"dynamic_bp": "1", "dynamic_window_ns": "1 ms"}, {"velocity": "0.01", "call_ns": "1 ms"},
        {"collar": "1"}, {"no_cancel": rules_form.BOTH}, {"call_random_ns": "24 h"},
    ):
        made = rules(floor, **values)
        made.ask()
        floor.do(view.sent.pop())
        assert floor.picture().refused is None, values


def schedule(floor: Floor, text: str) -> EntryForm:
    floor.view.set_schedule()
    floor.view.schedule.fill(entries=text, why="half day")
    return floor.view.schedule


def day(floor: Floor) -> int:
    return floor.picture().at // (1440 * MINUTE) * 1440 * MINUTE


def test_a_schedule_is_read_said_and_replaces_what_was_left(floor, view):
    made = schedule(floor, "20:55 closing auction; 21:00 After trading +30 s; 0:30 closed")
    entries = (
        (day(floor) + 1255 * MINUTE, Phase.CLOSING_CALL, 0), (day(floor) + 1260 * MINUTE, Phase.POST_TRADE, 30 * S),
        (day(floor) + 1470 * MINUTE, Phase.CLOSED, 0),
    )
    assert made.said.text() == (
        "BTC-USD: closing auction at 20:55:00, after trading at 21:00:00 or up to 30 s later, closed at 00:30:00."
    )
    made.ask()
    assert view.sent == [SetSchedule(1, entries, "half day")]
    floor.do(*view.sent)
    assert [phase for _, phase in market(floor).schedule] == [Phase.CLOSING_CALL, Phase.POST_TRADE, Phase.CLOSED]
    assert "The schedule of BTC-USD was set, 3 to come, by omar" in view.said.text()
    again = schedule(floor, "")
    assert again.said.text() == "BTC-USD has no schedule any more: phases change by hand alone."


def test_a_scheduled_phase_that_does_not_follow_names_both_and_the_instrument(floor, view):
    at = floor.stage.at
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL, why="news"))
    floor.do(SetSchedule(1, ((at + MINUTE, Phase.CLOSED, 0),), "trial"))  # type: ignore[arg-type]
    floor.stage.at = at + MINUTE
    floor.tell(TimePassed())
    wanted = "Not done (schedule): BTC-USD: closed does not follow auction."
    assert view.said.text().startswith(wanted)
    row = floor.picture().reading.phases[0]
    later = replace(floor.picture(), reading=replace(floor.picture().reading, phases=(replace(row, phase=Phase.HALT),)))
    assert model.refused_line(later) == wanted, "it is told of the phase that the market was in then"


def test_a_form_and_the_lines_under_it_never_stand_on_one_another(floor, view):
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL, why="news"))
    floor.tell(ChangePhase(1, Phase.PRE_OPEN, why="no", origin=OMAR))
    host = QWidget()
    host.resize(1000, 320)
    view.setParent(host)
    host.show()
    view.show()
    view.set_schedule()
    view.schedule.fill(entries="20:48 closed; 20:49 continuous", why="trial")
    assert any(note.token == "warning" for note in view.schedule.said.notes()) and "Not done" in view.said.text()
    for width in (460, 560, 700, 1000):
        for height in (0, 220, 240, 260, 320):
            for _ in range(2):  # the width settles how high the form is
                view.resize(width, max(height, view.minimumSizeHint().height()))
                QApplication.processEvents()
            assert findings(view) == [], (width, height)
    view.setParent(None)


def test_a_first_phase_that_does_not_follow_is_warned_of(floor, view):
    made = schedule(floor, "20:55 pre-open")
    assert "Pre-open does not follow continuous" in made.said.text() and made.verdict().warns and made.send.isEnabled()


@pytest.mark.parametrize("text", (
    "closing auction", "25:00 closed", "20:60 closed", "20:55", "20:55 lunch", "20:55 closed +soon", "20:55 closed +48 h", "20:55 closed;;",
    "\x00", "\u202e20:55 closed", "; ".join(["20:55 closed"] * 65), "1e18 closed", "-1:00 closed",
))
def test_a_schedule_that_cannot_be_stays_and_sends_nothing(floor, view, text):
    made = schedule(floor, text)
    assert [where for where, _ in made.verdict().wrong] == ["entries"] and made.said.text()
    made.ask()
    assert view.sent == [] and made.values()["entries"] == text


def prices(floor: Floor, **values: object) -> EntryForm:
    floor.view.set_price()
    floor.view.prices.fill(**({"why": "opening of the day"} | values))
    return floor.view.prices


def test_a_reference_moves_the_bands_and_says_where_to(floor, view):
    floor.tell(SetRules(1, replace(market(floor).rules.given, static_bp=1_000), origin=OMAR))
    made = prices(floor, price="6000.00")
    assert f"limit prices from {price(floor, 540_000)} to {price(floor, 660_000)}" in made.said.text()
    made.ask()
    assert view.sent == [SetReference(1, 600_000, "opening of the day")]
    floor.do(*view.sent)
    assert market(floor).reference == 600_000 and "Reference of BTC-USD was set to" in view.said.text()


def test_a_mark_price_warns_of_the_stops_that_follow_it(floor, view):
    made = prices(floor, which=rules_form.MARK, price="6190.84")
    assert "Stops that follow the mark may fire at once." in made.said.text()
    made.ask()
    assert view.sent == [SetMark(1, BID, "opening of the day")]
    floor.do(*view.sent)
    assert market(floor).mark == BID
    assert "already" in prices(floor, which=rules_form.MARK, price="6190.84").said.text()


@pytest.mark.parametrize("text", ("", "0", "-5", "nan", "inf", "1e18", "9" * 300, "6000.001", "\x00", "abc", "\u202e5"))
def test_a_price_that_cannot_be_stays_and_sends_nothing(floor, view, text):
    made = prices(floor, price=text)
    assert [where for where, _ in made.verdict().wrong] == ["price"] and made.said.text()
    made.ask()
    assert view.sent == [] and made.values()["price"] == text


def test_asked_for_before_the_first_picture_it_opens_with_it(view):
    view.set_rules()
    assert view.rules.isHidden()
    Floor(view)
    assert view.rules.isVisible() and view.rules.title.text() == "Rules of BTC-USD"


def test_whoever_may_not_operate_the_market_is_told(floor, view):
    floor.sit("tess")
    made = prices(floor, price="6000.00")
    assert "An operator operates the market" in made.said.text() and not made.send.isEnabled()


def test_a_form_takes_the_strips_place_and_gives_it_back(floor, view, qtbot):
    view.openers[0].click()
    assert view.rules.isVisible() and not view.hands.isVisible() and view.rules.fields["static_bp"].hasFocus()
    view.openers[1].click()
    assert view.schedule.isVisible() and not view.rules.isVisible()
    qtbot.keyClick(view.schedule.fields["entries"], Qt.Key.Key_Escape)
    assert view.hands.isVisible() and not view.schedule.isVisible() and view.phases.hasFocus()
    floor.turn(Part.TRADES)
    assert not any(button.isVisible() for button in view.openers)
