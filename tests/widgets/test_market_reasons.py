"""The reason and the length under the market operations panel's lists: of one section and of one action, never of the next one."""

from msgspec.structs import replace

from core.domain.enums import Phase
from core.messages.operations import BustTrade, ChangePhase
from core.messages.origin import Origin
from core.projections.operations_pictures import Part
from tests.widgets.test_market_operations import floor, move, press, traded, view
from widgets.market_operations.view import BUST, HALT_ALL

__all__ = ("floor", "traded", "view")


def test_a_reason_stays_with_the_section_it_was_typed_under(traded, view, qtbot):
    qtbot.keyClicks(view.why, "fat finger")
    traded.turn(Part.PARTICIPANTS)
    assert view.why.text() == ""
    traded.turn(Part.PHASES)
    assert view.why.text() == ""
    qtbot.keyClicks(view.why, "news pending")
    traded.turn(Part.TRADES)
    assert view.why.text() == "fat finger"
    traded.turn(Part.PHASES)
    assert view.why.text() == "news pending"
    press(qtbot, move(view, "Halt"))
    assert view.sent == [ChangePhase(1, Phase.HALT, why="news pending")]  # type: ignore[arg-type]
    traded.do(*view.sent)
    traded.turn(Part.TRADES)
    view.trades.choose(view.trades.rows()[0].key)
    press(qtbot, view.buttons[BUST])
    assert isinstance(view.sent[-1], BustTrade) and view.sent[-1].why == "fat finger"


def test_the_next_action_begins_without_a_reason_and_without_a_length(floor, view, qtbot):
    view.why.setText("news pending")
    view.lasts.setText("10 s")
    press(qtbot, move(view, "Halt"))
    floor.do(*view.sent)
    assert (view.why.text(), view.lasts.text()) == ("", "")
    assert not view.moves[0].isEnabled() and "Say why" in view.said.text()
    floor.do(ChangePhase(1, Phase.VOLATILITY_CALL))
    view.why.setText("once more")
    press(qtbot, view.buttons[HALT_ALL])
    assert view.sent[-1] == ChangePhase(0, Phase.HALT, why="once more")  # type: ignore[arg-type]


def refuse(floor, message) -> None:
    floor.tell(replace(message, origin=Origin("tess")))


def test_what_was_refused_keeps_its_reason_for_the_same_action_only(floor, view, qtbot):
    view.why.setText("news pending")
    view.lasts.setText("10 s")
    press(qtbot, move(view, "Halt"))
    assert (view.why.text(), view.lasts.text()) == ("news pending", "10 s") and not view.moves[0].isEnabled()
    refuse(floor, view.sent[0])
    assert (view.why.text(), view.lasts.text()) == ("news pending", "10 s") and move(view, "Halt").isEnabled()
    press(qtbot, move(view, "Halt"))
    assert [one.phase for one in view.sent] == [Phase.HALT, Phase.HALT]
    refuse(floor, view.sent[1])
    press(qtbot, view.buttons[HALT_ALL])
    assert len(view.sent) == 2 and view.why.text() == "" and "Say why" in view.said.text()


def test_an_answer_that_comes_in_another_section_is_for_its_own(traded, view, qtbot):
    traded.turn(Part.PHASES)
    view.why.setText("news pending")
    press(qtbot, move(view, "Halt"))
    traded.turn(Part.TRADES)
    view.why.setText("fat finger")
    traded.do(*view.sent)
    assert view.why.text() == "fat finger"
    traded.turn(Part.PHASES)
    assert view.why.text() == ""


def test_another_trade_begins_without_the_refused_reason(traded, view, qtbot):
    traded.turn(Part.TRADES)
    first, second = (row.key for row in view.trades.rows()[:2])
    view.trades.choose(first)
    view.why.setText("fat finger")
    press(qtbot, view.buttons[BUST])
    refuse(traded, view.sent[0])
    assert view.why.text() == "fat finger"
    view.trades.choose(second)
    assert view.why.text() == "" and not view.buttons[BUST].isEnabled()
