"""The market operations panel over the real exchange: only what may follow is offered, each step is said and then done by the machine."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from core.domain.enums import OrderType, Phase, SelfMatch, Side, TimeInForce
from core.domain.roles import Role
from core.machine.venue.phases import NEXT
from core.messages.commands import SetLimits
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetReference,
    SetRules,
    SetSchedule,
    TimePassed,
)
from core.messages.origin import Origin
from core.messages.participants import EnterOrder, MassCancel, OpenSession
from core.messages.people import Means, SetPerson, SignedIn
from core.messages.terms import MarketRules
from core.projections.operations_pictures import OperationsLook, OperationsPicture, Part
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit
from widgets.market_operations import form, model
from widgets.market_operations.chosen import Chosen
from widgets.market_operations.view import BLOCK, BUST, CANCEL, CORRECT, HALT_ALL, OperationsView
from widgets.style import THEMES

LEFT = Qt.MouseButton.LeftButton
S = 10**9
OMAR = Origin("omar")


class Floor:
    """The real exchange with its projection, and a view that looks at it."""

    def __init__(self, view: OperationsView) -> None:
        self.stage, self.view = Stage(), view
        self.stage.play(40)
        for name, role in (("tess", Role.TRADER), ("omar", Role.OPERATOR)):
            self.stage.tell(SetPerson(name, (role,)))
        self.stage.tell(SetLimits(1, 10 * LOT, 10**18, 5_000, 25 * LOT, 20))  # type: ignore[arg-type]
        self.sit("omar")

    def sit(self, who: str) -> None:
        self.tell(SignedIn(who, Means.PASSWORD))

    def tell(self, message: object) -> None:
        self.stage.tell(message)
        self.look()

    def look(self) -> None:
        self.stage.session.at = self.stage.at
        look = None
        while look is None:
            look = self.view.look()
        assert isinstance(look, OperationsLook)
        picture = self.stage.projections.operations.picture(look)
        if picture is not None:
            self.view.draw(picture)

    def turn(self, part: Part) -> None:
        self.view.sections.turn(int(part))
        self.look()

    def picture(self, part: Part = Part.PHASES) -> OperationsPicture:
        found = self.stage.projections.operations.picture(OperationsLook(-1, part))
        assert found is not None
        return found

    def do(self, *said: object) -> None:
        """What the view asked, in the operator's name."""
        for message in said:
            self.tell(type(message)(**{**{f: getattr(message, f) for f in message.__struct_fields__}, "origin": OMAR}))  # type: ignore[attr-defined]


@pytest.fixture
def view(qtbot):
    made = OperationsView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(1000, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def floor(view):
    return Floor(view)


def press(qtbot, button, times: int = 2) -> None:
    for _ in range(times):
        qtbot.mouseClick(button, LEFT)


def offered(view) -> list[str]:
    return [button.text().rstrip("\u2026") for button in view.moves if button.isVisible()]


def move(view, word: str):
    return next(button for button in view.moves if button.text().lower().startswith(word.lower()))


# phases -----------------------------------------------------------------------------------------------------------------


def test_only_what_may_follow_is_offered(floor, view):
    assert offered(view) == ["Halt", "Auction", "Closing auction", "End trading"]
    floor.do(ChangePhase(1, Phase.HALT))
    assert offered(view) == ["Resume by auction", "Closing auction", "Close"]
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL))
    assert offered(view) == ["Uncross and trade", "Closing auction", "Halt"]


@pytest.mark.parametrize(("typed", "said", "seconds"), [
    ("0300 s", "5 min", 300), ("1'800 s", "30 min", 1800), ("1.5 min", "90 s", 90), ("３０ s", "30 s", 30),
])
def test_how_long_is_said_as_it_is_sent_and_not_as_it_was_typed(floor, view, qtbot, typed, said, seconds):
    view.why.setText("news pending")
    view.lasts.setText(typed)
    press(qtbot, move(view, "Halt"), 1)
    assert view.said.text().startswith(f"Halts BTC-USD for {said}: nothing trades")
    press(qtbot, move(view, "Confirm"), 1)
    assert view.sent[0].ends_at == floor.stage.at + seconds * S
    assert Chosen(view._picture, None, None, None, "", typed, "", "").preview(HALT_ALL).startswith(f"Halts the whole market for {said}: ")


def test_a_halt_is_two_presses_with_its_sentence_between(floor, view, qtbot):
    view.why.setText("news pending")
    view.lasts.setText("5 min")
    press(qtbot, move(view, "Halt"), 1)
    assert view.sent == [] and view.said.text().startswith("Halts BTC-USD for 5 min: nothing trades")
    press(qtbot, move(view, "Confirm"), 1)
    assert view.sent == [ChangePhase(1, Phase.HALT, floor.stage.at + 300 * S, why="news pending")]  # type: ignore[arg-type]
    floor.do(*view.sent)
    row = view.phases.rows()[0]
    assert (row.cells[1].text, row.cells[1].token, row.cells[1].sign) == ("Halted", "critical", "stop")
    assert row.cells[3].text == "Ends in 5:00"
    assert view.said.text().endswith("BTC-USD: halted, by omar: news pending.")


def test_the_auction_shows_its_price_volume_and_surplus_live(floor, view):
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL, why="halted"))
    assert view.phases.rows()[0].cells[4].text == "no price"
    floor.tell(limit("auctioned", Side.BUY, BID + 1_000, 3 * LOT))
    price, qty, surplus = floor.picture().reading.phases[0].indicative
    cells = view.phases.rows()[0].cells
    assert price and cells[4].text == floor.picture().reading.phases[0].instrument.price_text(price) and qty and cells[5].value == qty
    assert cells[6].value == surplus
    assert "trade at" in model.preview(floor.picture().reading.phases[0], Phase.CONTINUOUS, 0)


def test_a_market_that_moved_on_ends_the_motion(floor, view, qtbot):
    view.why.setText("news")
    press(qtbot, move(view, "Halt"), 1)
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL))
    assert not view._motions.asking and view.sent == []


def test_the_whole_market_is_halted_at_once(floor, view, qtbot):
    view.why.setText("disaster")
    press(qtbot, view.buttons[HALT_ALL], 1)
    assert view.said.text().startswith("Halts the whole market until told otherwise: 1 instrument.")
    press(qtbot, view.buttons[HALT_ALL], 1)
    assert view.sent == [ChangePhase(0, Phase.HALT, why="disaster")]  # type: ignore[arg-type]
    floor.do(*view.sent)
    assert floor.picture().reading.phases[0].phase is Phase.HALT
    assert not view.buttons[HALT_ALL].isEnabled()


def test_an_illegal_jump_is_refused_with_the_reason(floor, view):
    assert form.phase(floor.picture().reading.phases[0], Phase.PRE_OPEN, "", "why", floor.picture()) == (
        "Pre-open does not follow continuous."
    )
    floor.tell(ChangePhase(1, Phase.PRE_OPEN, why="no", origin=OMAR))
    assert view.said.text().startswith("Not done (phase): BTC-USD: pre-open does not follow continuous.")


def test_the_schedule_and_the_bands_are_told(floor, view):
    at = floor.stage.at
    floor.tell(SetRules(1, MarketRules(static_bp=1000, dynamic_bp=500, velocity=5_000, velocity_ns=S)))  # type: ignore[arg-type]
    floor.tell(SetReference(1, 600_000))  # type: ignore[arg-type]
    floor.tell(SetSchedule(1, ((at + 3700 * S, Phase.CLOSING_CALL, 0),)))  # type: ignore[arg-type]
    cells = view.phases.rows()[0].cells
    assert cells[3].text == "Closing auction in 1:01:40"
    assert cells[8].text == "5\u202f400.00 to 6\u202f600.00" and cells[9].text == "5\u202f700.00 to 6\u202f300.00"
    assert cells[10].text == "50.00 in 1 s"


def test_a_limit_state_says_when_it_halts(floor, view):
    floor.tell(SetRules(1, MarketRules(dynamic_bp=100, limit_state_ns=15 * S)))  # type: ignore[arg-type]
    floor.tell(SetReference(1, BID - 10_000))  # type: ignore[arg-type]
    row = floor.picture().reading.phases[0]
    assert row.halts_at == floor.stage.at + 15 * S
    assert view.phases.rows()[0].cells[1].text == "Limit state" and view.phases.rows()[0].cells[3].text == "Halts in 0:15"
    floor.stage.at += 15 * S
    floor.tell(TimePassed())
    assert view.phases.rows()[0].cells[1].text == "Halted" and "stood at a price band" in view.said.text()


@pytest.mark.parametrize("text, said", (
    ("abc", "unit"), ("-5 s", "more than zero"), ("0 s", "more than zero"), ("nan s", "out of range"), ("9e99 h", "out of range"),
    ("48 h", "a day at most"), ("\x00 s", "number"),
))
def test_a_bad_length_is_one_sentence(floor, view, text, said):
    view.why.setText("news")
    view.lasts.setText(text)
    assert said in view.said.text() and view.lasts.is_wrong() and not view.moves[0].isEnabled()
    view._press("move 0")
    assert view.sent == [] and view.lasts.text() == text


def test_who_may_not_and_why(floor, view):
    assert "Say why" in view.said.text() and not view.moves[0].isEnabled()
    view.why.setText("x" * 600)
    assert "too long" in view.said.text()
    view.why.setText("news")
    assert view.moves[0].isEnabled()
    floor.sit("tess")
    assert "An operator operates the market." in view.said.text() and not any(button.isEnabled() for button in view.moves)
    floor.tell(ChangePhase(1, Phase.HALT, why="mine", origin=Origin("tess")))
    assert "Your role does not allow this" in view.said.text() and floor.picture().reading.phases[0].phase is Phase.CONTINUOUS


# trades -----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def traded(floor, view):
    floor.tell(limit("mine", Side.BUY, BID + 200, LOT // 2, TimeInForce.IOC))
    floor.turn(Part.TRADES)
    return floor


def test_the_tape_of_trades_newest_first_with_ours_marked(traded, view):
    rows = view.trades.rows()
    assert [int(row.key) for row in rows] == sorted((int(row.key) for row in rows), reverse=True)
    newest = rows[0]
    assert newest.cells[6].text.startswith("ours") and newest.cells[6].token == "own" and newest.cells[0].text.startswith("20:")


def test_a_trade_is_undone_and_says_so(traded, view, qtbot):
    key = view.trades.rows()[0].key
    view.trades.choose(key)
    view.why.setText("clearly erroneous")
    press(qtbot, view.buttons[BUST], 1)
    assert view.said.text().startswith(f"Undoes trade {key} of") and "our position follows" in view.said.text()
    press(qtbot, view.buttons[BUST], 1)
    assert view.sent == [BustTrade(1, int(key), "clearly erroneous")]
    before = traded.stage.engine.state.oms.positions[(1, 1)].qty
    traded.do(*view.sent)
    assert traded.stage.engine.state.oms.positions[(1, 1)].qty < before
    row = next(row for row in view.trades.rows() if row.key == key)
    assert row.cells[7].text == "undone" and row.cells[7].sign == "stop"
    assert view.said.text().endswith(f"Trade {key} of BTC-USD was undone, by omar: clearly erroneous.")
    view.why.setText("again")
    assert not view.buttons[BUST].isEnabled() and "undone already" in view.said.text()


def test_a_trade_is_corrected_never_to_more(traded, view, qtbot):
    row = traded.picture(Part.TRADES).reading.trades[0]
    view.trades.choose(str(row.trade_id))
    view.why.setText("wrong price")
    assert not view.buttons[CORRECT].isEnabled() and "Nothing would change" in view.said.text()
    view.price.setText(row.instrument.price_text(row.price + 100))
    press(qtbot, view.buttons[CORRECT])
    assert view.sent == [CorrectTrade(1, row.trade_id, row.price + 100, row.qty, "wrong price")]  # type: ignore[arg-type]
    traded.do(*view.sent)
    assert "corrected, was" in view.trades.rows()[0].cells[7].text
    view.why.setText("more")
    view.qty.setText("5")
    assert "never more than what stands" in view.said.text() and not view.buttons[CORRECT].isEnabled()


@pytest.mark.parametrize("price, qty", (
    ("", "0.1"), ("nan", "0.1"), ("-5", "0.1"), ("0", "0.1"), ("6000.001", "0.1"), ("1e18", "0.1"), ("6000", ""), ("6000", "0"),
    ("6000", "-1"), ("6000\x07", "0.1"), ("\u202e6000", "0.1"), ("9" * 300, "0.1"),
))
def test_bad_corrections_are_one_sentence(traded, view, price, qty):
    view.why.setText("wrong")
    view.price.setText(price)
    view.qty.setText(qty)
    said = form.corrected(traded.picture(Part.TRADES).reading.trades[0], price, qty)
    assert isinstance(said, str) and said.endswith(".") and said in view.said.text()
    view._press(CORRECT)
    assert view.sent == []


# participants -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def crowd(floor):
    floor.stage.tell(OpenSession(-7, 7, 70, SelfMatch.ALLOW))
    for number in range(3):
        floor.stage.tell(
            EnterOrder(1, -10**9 - number, -7, Side.BUY, OrderType.LIMIT, LOT, BID - 5_000 - number, TimeInForce.GTC)  # type: ignore[arg-type]
        )
    floor.stage.tell(limit("ours", Side.BUY, BID - 6_000, LOT))
    floor.turn(Part.PARTICIPANTS)
    return floor


def test_what_a_cancel_would_hit_is_shown_before(crowd, view, qtbot):
    rows = {row.key: row for row in view.participants.rows()}
    assert [cell.text for cell in rows["7"].cells[:3]] == ["Firm 7", "1 of 1 up", "3"] and rows["1"].cells[2].text == "1"
    assert int(rows["0"].cells[2].value) > 100
    view.participants.choose("7")
    view.why.setText("their line hangs")
    assert view.said.text().startswith("Cancels all 3 live orders of Firm 7 worth 18\u202f422.49 USD (3 BTC in BTC-USD).")
    press(qtbot, view.buttons[CANCEL])
    assert view.sent == [MassCancel(firm=7, why="their line hangs")]
    crowd.do(*view.sent)
    assert {row.key: row.cells[2].text for row in view.participants.rows()}["7"] == "0"
    assert "Orders of firm 7 were cancelled, by omar: their line hangs" in view.said.text()


def test_blocking_and_readmitting(crowd, view, qtbot):
    view.participants.choose("7")
    view.why.setText("default")
    press(qtbot, view.buttons[BLOCK], 1)
    assert "takes no new one until it is readmitted" in view.said.text()
    press(qtbot, view.buttons[BLOCK], 1)
    assert view.sent == [BlockParticipant(7, "default")]
    crowd.do(*view.sent)
    row = next(row for row in view.participants.rows() if row.key == "7")
    assert (row.cells[4].text, row.cells[4].sign) == ("blocked", "stop")
    view.why.setText("settled")
    assert view.buttons[BLOCK].text().startswith("Readmit")
    press(qtbot, view.buttons[BLOCK])
    assert view.sent[1:] == [ReadmitParticipant(7, "settled")]


def test_nobody_in_particular_cannot_be_asked_of(crowd, view):
    view.participants.choose("0")
    view.why.setText("all of them")
    assert not view.buttons[CANCEL].isEnabled() and not view.buttons[BLOCK].isEnabled()
    assert "the tape's" in view.said.text()
    view._press(CANCEL)
    assert view.sent == []


# the panel --------------------------------------------------------------------------------------------------------------


def test_an_empty_panel_says_what_would_fill_it(view):
    assert "session lists them" in view.phases.empty and "as it prints" in view.trades.empty
    assert not view.grab().isNull()


def test_sections_cost_only_when_they_are_in_front(floor, view):
    assert floor.picture(Part.PHASES).reading.trades == () and floor.picture(Part.PHASES).reading.participants == ()
    floor.look()
    assert [view.look() is not None for _ in range(16)].count(True) == 2
    view.sections.turn(int(Part.PARTICIPANTS))
    assert [view.look() is not None for _ in range(60)].count(True) == 2


def test_escape_takes_back_the_first_press(floor, view, qtbot):
    view.why.setText("news")
    press(qtbot, move(view, "Halt"), 1)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view._motions.asking and view.sent == []


def test_an_auction_is_said_from_the_phase_that_it_follows(floor, view, qtbot):
    stopping = "Stops continuous trading"
    row = floor.picture().reading.phases[0]
    for phase, following in NEXT.items():
        for to in following:
            said = model.preview(msgspec.structs.replace(row, phase=phase), to, 10 * S)
            assert said.startswith(stopping) == (phase is Phase.CONTINUOUS and to in model.CALLS)
    floor.do(ChangePhase(1, Phase.HALT))
    view.why.setText("news is out")
    view.lasts.setText("10 s")
    press(qtbot, move(view, "Resume"), 1)
    assert view.said.text().startswith("Ends the halt of BTC-USD by an auction for 10 s: orders gather for one price")


def test_every_next_phase_has_a_word():
    for now in Phase:
        for to in Phase:
            if now is not to:
                assert model.verb(now, to)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme(crowd, view, name):
    view.set_theme(THEMES[name])
    for part in Part:
        crowd.turn(part)
        assert not view.grab().isNull()
