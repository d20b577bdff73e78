"""The risk panel: the gate's figures as rows, a change said before it is sent, and nothing sent that cannot be."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from core.domain.limits import Rule
from core.domain.roles import Role
from core.domain.scope import ScopeKind
from core.journal.entry import Entry
from core.messages.approvals import RequestApproval
from core.messages.commands import StartRun
from core.messages.events import PositionChanged
from core.messages.flow import ListInstrument
from core.messages.limits import (
    NO_LIMIT,
    ChangeLimits,
    Condition,
    Enable,
    Limit,
    Restrict,
    Restriction,
    SetConservative,
    SetRate,
    Tighten,
)
from core.messages.origin import Origin
from core.messages.people import Means, SetPerson, SignedIn
from core.messages.reasons import Reason
from core.projections.risk_pictures import RiskLook, RiskPicture
from tests.core.test_gauges import staged
from widgets.limit_words import NEVER, parse_value, plain_text, sentence, time_text, value_text
from widgets.risk import form, model
from widgets.risk.view import CHANGE_SHOWN_NS, CONDITIONS, EQUITY, EXPOSURE, LIMITS, RiskView
from widgets.style import THEMES

LOT = 10**8
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The real machine and its projection, with a view that looks at it."""

    def __init__(self, view: RiskView) -> None:
        self.stage, self.view = staged(), view
        for name, role in (("tess", Role.TRADER), ("rita", Role.RISK_OFFICER), ("omar", Role.OPERATOR)):
            self.stage.tell(SetPerson(name, (role,)))
        self.sit("rita")

    def sit(self, who: str) -> None:
        self.stage.tell(SignedIn(who, Means.PASSWORD))
        self.look()

    def tell(self, message: object) -> None:
        self.stage.tell(message)
        self.look()

    def look(self) -> None:
        """The next look that is due."""
        look = None
        while look is None:
            look = self.view.look()
        assert isinstance(look, RiskLook)
        picture = self.stage.projections.risk.picture(look)
        if picture is not None:
            self.view.draw(picture)

    def turn(self, section: int) -> None:
        self.view.sections.turn(section)
        self.look()

    def picture(self) -> RiskPicture:
        found = self.stage.projections.risk.picture(RiskLook())
        assert found is not None
        return found

    def row(self, rule: Rule):
        return next(row for row in self.picture().reading.gauges if row.limit.rule is rule)


@pytest.fixture
def view(qtbot):
    made = RiskView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(900, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def desk(view):
    return Desk(view)


def choose(desk: Desk, rule: Rule) -> None:
    desk.view.limits.choose(model.key_of(desk.row(rule)))


def edit(desk: Desk, rule: Rule, value: str, why: str = "month end") -> None:
    choose(desk, rule)
    desk.view.change.click()
    desk.view.editor.value.setText(value)
    desk.view.editor.why.setText(why)


# words ------------------------------------------------------------------------------------------------------------------


def btc(desk: Desk):
    return desk.picture().instruments[0]


@pytest.mark.parametrize("rule", list(Rule))
def test_what_is_shown_is_read_back(desk, rule):
    for value in (10**6, 25 * 10**8, 90 * 10**9, 3600 * 10**9):
        for instrument in (None, btc(desk)):
            assert parse_value(rule, plain_text(rule, value, instrument), instrument) == value
            assert value_text(rule, value, instrument, "USD")


@pytest.mark.parametrize("rule, text, value", (
    (Rule.MAX_POSITION, "2.5", 25 * 10**7), (Rule.MAX_POSITION, "2.5 BTC", 25 * 10**7), (Rule.DAILY_LOSS, "3 %", 300),
    (Rule.LEVERAGE, "1.5", 150), (Rule.GROSS_EXPOSURE, "40 000.50", 40_000_500_000), (Rule.MESSAGE_RATE, " 30 ", 30),
    (Rule.PRICE_AGE, "90 s", 90 * 10**9), (Rule.PRICE_AGE, "1.5 min", 90 * 10**9), (Rule.OPEN_QUIET, "0 s", 0), (Rule.SELF_MATCH, "0", 0),
    (Rule.DRAWDOWN, "none", NO_LIMIT),
))
def test_typed_values(desk, rule, text, value):
    assert parse_value(rule, text, btc(desk)) == value


BAD = (
    ("", "missing"), ("abc", "number"), ("nan", "out of range"), ("inf", "out of range"), ("-1", "negative"), ("0", "more than zero"),
    ("1e18", "out of range"), ("1" + "0" * 25, "out of range"), ("9" * 400, "out of range"), ("1\x00", "control"), ("\u202e5", "control"),
    ("0.000000001", "multiple"), ("\u05e9\u05dc\u05d5\u05dd", "number"),
)


@pytest.mark.parametrize("text, said", BAD)
def test_bad_input_is_one_sentence_and_sends_nothing(desk, view, text, said):
    edit(desk, Rule.MAX_POSITION, "1")
    view.editor.value.setText(text)
    assert said in view.editor.said.text() and not view.editor.send.isEnabled()
    view.editor.send.click()
    view.editor.value.returnPressed.emit()
    assert view.sent == [] and view.editor.why.text() == "month end"


def test_a_limit_in_a_sentence(desk):
    limit = Limit(Rule.MESSAGE_RATE, 30, ScopeKind.TRADER, "tess", soft=True, window_ns=60 * 10**9)
    assert sentence(limit, None, "USD") == "Messages of trader tess: at most 30 within 1 min, soft"
    assert sentence(Limit(Rule.MAX_POSITION, 2 * LOT, ScopeKind.ACCOUNT, "", 1), btc(desk), "") == (
        "Position of each account in BTC-USD: at most 2 BTC"
    )


# limits -----------------------------------------------------------------------------------------------------------------


def test_every_limit_is_a_row_with_its_use(desk, view):
    shown = {row.key: row for row in view.limits.rows()}
    assert len(shown) == len(desk.picture().reading.gauges)
    position = shown[model.key_of(desk.row(Rule.MAX_POSITION))]
    assert [cell.text for cell in position.cells[:4]] == ["Position", "BTC-USD", "1", "3 BTC"]
    assert position.cells[5].text == "12 %" and position.cells[6].text == "25 BTC"
    assert shown[model.key_of(desk.row(Rule.MAX_ORDER_QTY))].cells[3].text == "each order"


def test_the_nearest_to_its_limit_is_said_and_marked(desk, view):
    desk.tell(ChangeLimits((Limit(Rule.MAX_POSITION, 3 * LOT, ScopeKind.ACCOUNT, "", 1),), "tight", origin=Origin("rita")))
    row = next(row for row in view.limits.rows() if row.cells[0].text == "Position")
    assert (row.cells[5].text, row.cells[5].token, row.cells[5].sign) == ("100 %", "critical", "stop")
    desk.stage.at += CHANGE_SHOWN_NS
    desk.stage.session.at = desk.stage.at
    desk.look()
    assert view.said.text() == "Nearest to its limit: position in BTC-USD, 100 %."
    assert view.limits.rows()[0].cells[5].value is not None


def test_a_shut_group_is_not_asked_for_and_still_counted(desk, view):
    view.limits.toggle(str(int(ScopeKind.EVERYTHING)))
    look = view.look()
    assert look is not None and look.shut == (ScopeKind.EVERYTHING,)
    desk.look()
    desk.look()
    assert all(row.group != "0" for row in view.limits.rows())


def test_it_looks_four_times_a_second_and_hidden_sections_measure_nothing(desk, view):
    desk.look()
    assert [view.look() is not None for _ in range(16)].count(True) == 2
    view.sections.turn(EXPOSURE)
    look = view.look()
    assert look is not None and set(look.shut) == set(ScopeKind)


def test_finding(desk, view):
    view.seek.setText("posit btc")
    assert {row.cells[0].text for row in view.limits.rows()} == {"Position", "Position of equity"}
    view.seek.setText("nothing like it")
    assert view.limits.rows() == []


# changing ---------------------------------------------------------------------------------------------------------------


def test_lowering_is_said_with_what_is_over_it_and_sent_at_once(desk, view):
    edit(desk, Rule.MAX_POSITION, "2")
    said = view.editor.said.text()
    assert "Lowers at once: position of each account in BTC-USD: at most 2 BTC, now 25 BTC." in said
    assert "Over it at once: account 1 in BTC-USD at 3 BTC" in said
    assert view.editor.send.text() == "Lower at once"
    view.editor.send.click()
    assert view.sent == [ChangeLimits((Limit(Rule.MAX_POSITION, 2 * LOT, ScopeKind.ACCOUNT, "", 1),), "month end")]
    # Not before the core has done it; until then it is not sent again.
    assert view.editor.isVisible() and not view.editor.send.isEnabled() and "Waiting for the core" in view.editor.said.text()
    view.editor.value.returnPressed.emit()
    desk.tell(replace(view.sent[0], origin=Origin("rita")))
    assert view.editor.isHidden() and view.editor.why.text() == "" and len(view.sent) == 1


def test_raising_asks_for_a_second_person(desk, view):
    edit(desk, Rule.MAX_OPEN_ORDERS, "500")
    assert view.editor.send.text() == "Ask to raise" and "once a second person approves" in view.editor.said.text()
    view.editor.value.returnPressed.emit()
    limits = (Limit(Rule.MAX_OPEN_ORDERS, 500, instrument=1),)
    assert view.sent == [RequestApproval(ChangeLimits(limits, "month end"), "month end")]


def test_what_it_asks_the_machine_does(desk, view):
    edit(desk, Rule.MAX_POSITION, "4")
    view.editor.send.click()
    desk.tell(ChangeLimits(view.sent[0].limits, view.sent[0].why, origin=Origin("rita")))
    assert desk.row(Rule.MAX_POSITION).limit.value == 4 * LOT
    assert "by rita" in view.said.text() and "was 25 BTC" in view.said.text()
    edit(desk, Rule.MAX_POSITION, "6")
    view.editor.send.click()
    desk.tell(RequestApproval(view.sent[1].command, view.sent[1].reason, Origin("rita")))
    assert view.said.text().startswith("Waits for a second person: Position of each account in BTC-USD: at most 6 BTC")


def test_who_may_not_is_told_and_nothing_is_sent(desk, view):
    desk.sit("tess")
    edit(desk, Rule.MAX_POSITION, "2")
    assert "A risk officer lowers a limit" in view.editor.said.text() and not view.editor.send.isEnabled()
    desk.sit("omar")
    edit(desk, Rule.MAX_POSITION, "50")
    assert view.editor.send.isEnabled()
    view.editor.value.setText("2")
    assert not view.editor.send.isEnabled()


def test_without_a_reason_nothing_is_sent(desk, view):
    edit(desk, Rule.MAX_POSITION, "2", why="  ")
    assert "Say why" in view.editor.said.text() and not view.editor.send.isEnabled()
    view.editor.why.setText("x" * 600)
    assert "too long" in view.editor.said.text()


def test_the_five_cannot_be_taken_away_and_others_can(desk, view):
    edit(desk, Rule.MAX_ORDER_QTY, "none")
    assert "moved, not taken away" in view.editor.said.text()
    edit(desk, Rule.LEVERAGE, "none")
    assert "no limit any more" in view.editor.said.text() and view.editor.send.text() == "Ask to raise"


def test_escape_leaves_it_as_it_is(desk, view, qtbot):
    edit(desk, Rule.MAX_POSITION, "2")
    qtbot.keyClick(view.editor.value, Qt.Key.Key_Escape)
    assert view.editor.isHidden() and view.sent == []


def test_what_was_refused_says_why(desk, view):
    desk.tell(ChangeLimits((Limit(Rule.MAX_POSITION, 90 * LOT, ScopeKind.ACCOUNT, "", 1),), "alone", origin=Origin("rita")))
    assert view.said.text() == "Not done: This takes two people: ask for approval."
    assert desk.picture().denied is Reason.NEEDS_SECOND_PERSON


# the other sections -----------------------------------------------------------------------------------------------------


def test_exposures_and_equity(desk, view):
    desk.turn(EXPOSURE)
    row = view.exposures.rows()[0]
    assert [cell.text for cell in row.cells[:4]] == ["BTC-USD", "+1", "2", "0.5"]
    assert row.cells[6].text == "\u2013" and row.cells[7].text == row.cells[5].text != ""
    desk.turn(EQUITY)
    account = view.accounts.rows()[0]
    assert account.cells[0].text == "1 prop" and account.cells[1].text == account.cells[2].text
    assert view.drawdown.accessibleDescription().startswith("20:") and "0.00" in view.drawdown.accessibleDescription()


def test_the_curve_says_its_currency_which_is_the_base_where_there_is_one(desk, view):
    desk.turn(EQUITY)
    assert view.drawdown.accessibleDescription().endswith(" USD") and "alone" not in view.said.text()
    for message in (
        StartRun("s", "", 0, desk.stage.at, False, "", ()), ListInstrument(2, "BTC-EUR", "V", "BTC", "EUR", 2, 8, 1, 1),
        ListInstrument(1, "BTC-USD", "V", "BTC", "USD", 2, 8, 1, 1), SetRate("USD", base=True),
    ):
        desk.tell(message)
    for instrument, currencies in ((2, ("EUR",)), (1, ("EUR", "USD"))):
        desk.stage.board.publish(Entry(1, desk.stage.at, None, [PositionChanged(1, instrument, 1, 5, 0, 1, 0)], True, 0, 0))
        desk.tell(SignedIn("rita", Means.PASSWORD))
        assert tuple(desk.stage.projections.equity.purses) == currencies
        assert view.drawdown.accessibleDescription().endswith(f" {currencies[-1]}")
        assert view.said.text().startswith("In USD. ")
        assert view.said.text().endswith(f"The curve is of results in {currencies[-1]} alone.")


def test_conservative_mode_takes_a_reason_and_two_presses(desk, view, qtbot):
    desk.turn(CONDITIONS)
    assert not view.way.mode.isEnabled()
    view.way.why.setText("rates are late")
    qtbot.mouseClick(view.way.mode, LEFT)
    assert view.sent == [] and view.way.mode.text().startswith("Confirm")
    qtbot.mouseClick(view.way.mode, LEFT)
    assert view.sent == [SetConservative(True, "rates are late")]
    desk.tell(SetConservative(True, "rates are late", Origin("rita")))
    assert view.way.sheet.text(model.MODE).startswith("Half sizes, nothing new | everybody | on | rates are late")
    view.way.why.setText("rates are back")
    qtbot.mouseClick(view.way.mode, LEFT)
    qtbot.mouseClick(view.way.mode, LEFT)
    # To end it loosens limits: that is asked for.
    assert view.sent[1:] == [RequestApproval(SetConservative(False, "rates are back"), "rates are back")]


def test_what_tightens_and_is_restricted_is_said(desk, view):
    desk.turn(CONDITIONS)
    desk.tell(Tighten(Rule.MAX_POSITION, Condition.SPREAD, 0, 40, origin=Origin("rita")))
    desk.tell(Restrict(Restriction.CLOSED, 1, "tess", "inquiry", Origin("rita")))
    assert view.way.sheet.text("tightens 0") == "Position | BTC-USD | counts 40 % | While spread is 0.00 % or more"
    view.way.sheet.choose("restricts 0")
    assert view.way.back.text() == "Ask to lift" and not view.way.back.isEnabled()
    view.way.why.setText("inquiry closed")
    view.way.back.click()
    assert view.sent == [RequestApproval(Restrict(Restriction.NONE, 1, "tess", "inquiry closed"), "inquiry closed")]
    desk.turn(LIMITS)
    row = next(row for row in view.limits.rows() if row.cells[0].text == "Position")
    assert (row.cells[6].text, row.cells[6].token, row.cells[7].text) == ("10 BTC", "warning", "25 BTC")


def test_who_was_taken_out_is_enabled_by_whoever_may(desk, view):
    desk.tell(ChangeLimits((Limit(Rule.REPEATED_EXECUTIONS, 1),), "test", origin=Origin("rita")))
    desk.turn(CONDITIONS)
    view.way.sheet.choose("out 0 ")
    assert view.way.back.text() == "Enable" and view.way.back.isEnabled()
    view.way.back.click()
    assert view.sent == [Enable(ScopeKind.EVERYTHING, "")]
    desk.sit("tess")
    assert not view.way.back.isEnabled() and "enables a scope again" in view.said.text()
    desk.tell(Enable(ScopeKind.EVERYTHING, "", Origin("omar")))
    assert all(not row.key.startswith("out") for row in view.way.sheet.rows())


def test_what_the_gate_cannot_measure_says_so(desk, view):
    desk.stage.engine.state.gate.funds.base = "EUR"
    desk.tell(Tighten(Rule.LEVERAGE, Condition.SPREAD, 0, 90, origin=Origin("rita")))
    choose(desk, Rule.GROSS_EXPOSURE)
    desk.look()
    assert "No rate of exchange" in view.said.text()
    assert next(row for row in view.limits.rows() if row.key == view.limits.key).cells[3].text == "not known"


def test_an_age_without_news_is_words():
    assert time_text(NEVER) == "no news yet"


@pytest.mark.parametrize("name", THEMES)
def test_every_theme(desk, view, name):
    view.set_theme(THEMES[name])
    for section in (LIMITS, EXPOSURE, EQUITY, CONDITIONS):
        desk.turn(section)
        assert not view.grab().isNull()


def test_form_counts_what_it_does_not_name(desk):
    row = desk.row(Rule.MAX_POSITION)
    picture = desk.picture()
    many = tuple(type(row)(row.limit, 100, row.kind, str(number), row.instrument, 9 * LOT, None, 0) for number in range(5))
    crowded = replace(picture, reading=replace(picture.reading, gauges=many))
    assert "and 2 more" in form.change(many[0], "5", "why", crowded).over
