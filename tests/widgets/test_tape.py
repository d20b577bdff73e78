"""The tape: bounded memory, merging, filtering, and standing still while somebody reads."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.messages.market_data import TradeBusted, TradeCorrected
from core.projections.tape import SPEED_NS, Pace
from core.projections.tape_pictures import Print, PrintKind, Speed, TapeLook, TapePicture
from tests.core.test_projections import Stage
from widgets.style import THEMES
from widgets.tape import form
from widgets.tape.model import KEPT, TapeModel, skipped_text, time_text
from widgets.tape.view import TapeView

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LOT = 100_000_000
AT = 1_531_514_837_387_000_000


def prints(number: int, first: int = 0, qty: int = LOT) -> tuple[Print, ...]:
    return tuple(
        Print(AT + index * 1_000_000, 619_084 + index % 2, qty, Side(index % 2), False)
        for index in range(first, first + number)
    )


def picture(shown: Sequence[Print], cursor: int = 1, generation: int = 1, skipped: int = 0) -> TapePicture:
    return TapePicture(generation, cursor, BTC, tuple(shown), skipped)


@pytest.fixture
def view(qtbot):
    made = TapeView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(340, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


def wheel(view: TapeView, notches: int) -> None:
    at = QPointF(view.roll.rect().center())
    QApplication.sendEvent(view.roll, QWheelEvent(
        at, view.roll.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    ))


def test_the_look_carries_the_cursor_on(view):
    assert view.look() == TapeLook(-1, 0, 0)
    view.draw(picture(prints(3), cursor=3))
    assert view.look() == TapeLook(1, 0, 3)
    assert view.model.line(0).at == AT + 2_000_000


def test_keeps_the_last_five_thousand():
    model = TapeModel()
    for first in range(0, KEPT + 500, 500):
        model.take(picture(prints(500, first)))
    assert len(model.lines) == KEPT
    assert model.line(0).at == AT + (KEPT + 499) * 1_000_000
    model.arrange(0, True)
    assert len(model.lines) == KEPT


def test_another_generation_starts_from_empty(view):
    view.draw(picture(prints(100)))
    wheel(view, -2)
    assert view.roll.paused
    view.draw(picture(prints(1), generation=2))
    assert len(view.model.lines) == 1 and not view.roll.paused


def test_merging_joins_one_orders_prints_across_pictures():
    model = TapeModel()
    model.arrange(0, True)
    same = [Print(AT, 619_085 + step, LOT, Side.BUY, step == 1) for step in range(3)]
    assert model.take(picture(same[:2])) == (True, 1)
    assert model.take(picture([same[2], Print(AT, 619_080, LOT, Side.SELL, False)])) == (False, 1)
    merged = model.line(1)
    assert (merged.qty, merged.prints, merged.price, merged.own) == (3 * LOT, 3, 619_087, True)
    model.arrange(0, False)
    assert len(model.lines) == 4


def test_the_filter_judges_merged_lines():
    model = TapeModel()
    model.arrange(2 * LOT, True)
    small = [Print(AT, 619_085, LOT, Side.BUY, False)]
    assert model.take(picture(small)) == (True, 0)
    assert model.take(picture(small)) == (False, 1), "two together are large enough"
    assert model.line(0).qty == 2 * LOT
    model.arrange(2 * LOT, False)
    assert len(model.lines) == 0


def test_the_filter_field_hides_and_marks_nonsense(view, qtbot):
    view.draw(picture(prints(10) + prints(2, 10, qty=3 * LOT)))
    qtbot.keyClicks(view.smallest, "2.5")
    assert len(view.model.lines) == 2
    view.smallest.setText("many")
    assert view.smallest.is_wrong() and len(view.model.lines) == 2
    assert view.smallest.toolTip() == "Quantity must be a number, not 'many'."
    view.smallest.setText("")
    assert not view.smallest.is_wrong() and len(view.model.lines) == 12
    view.smallest.setText("50")
    assert len(view.model.lines) == 0
    view.grab()


@pytest.mark.parametrize("text", ["", "0", "0.", "0.00", " "])
def test_no_size_means_everything(text):
    assert form.smallest_size(BTC, text) == 0


def test_scrolled_back_the_lines_stand_still(view, qtbot):
    view.draw(picture(prints(100)))
    wheel(view, -1)
    top = view.model.line(view.roll.first)
    view.draw(picture(prints(7, 100)))
    assert view.model.line(view.roll.first) == top
    assert view.roll.unseen == 7
    qtbot.mouseClick(view.roll, Qt.MouseButton.LeftButton, pos=QPoint(20, 30))
    assert not view.roll.paused and view.roll.unseen == 0


def test_keys_look_back_and_return(view, qtbot):
    view.draw(picture(prints(100)))
    qtbot.keyClick(view.roll, Qt.Key.Key_PageDown)
    assert view.roll.first > 1
    qtbot.keyClick(view.roll, Qt.Key.Key_End)
    assert view.roll.first == 99
    qtbot.keyClick(view.roll, Qt.Key.Key_Home)
    assert not view.roll.paused


def test_merge_button_has_a_name_and_rearranges(view, qtbot):
    view.draw(picture([Print(AT, 619_085, LOT, Side.BUY, False)] * 3))
    qtbot.mouseClick(view.merge, Qt.MouseButton.LeftButton)
    assert len(view.model.lines) == 1 and view.merge.accessibleName()


def test_skipped_prints_are_told(view):
    view.draw(picture(prints(2), skipped=1_234))
    assert view.model.line(2).skipped == 1_234
    assert skipped_text(1_234) == "1\u202f234 prints are not shown here"
    view.grab()


def test_large_is_the_largest_twentieth():
    model = TapeModel()
    model.take(picture([Print(AT + index, 1, (index + 1) * LOT, Side.BUY, False) for index in range(100)]))
    assert model.large == 96 * LOT and model.largest == 100 * LOT


def test_times_are_utc_with_milliseconds():
    assert time_text(AT) == "20:47:17.387"


def test_every_theme_paints(view):
    view.draw(picture((*prints(30), Print(AT, 619_085, 9 * LOT, Side.BUY, True))))
    for theme in THEMES.values():
        view.set_theme(theme)
        for width in (268, 340, 700):
            view.resize(width, 420)
            assert not view.grab().isNull()


# speed ----------------------------------------------------------------------------------------------------------------


def test_the_speed_is_said_in_prints_quantity_and_who_began(view):
    speed = Speed(AT // SECOND, 12, 6 * LOT, 2 * LOT)
    view.draw(TapePicture(1, 3, BTC, prints(3), 0, speed))
    assert [view.speed.value(key) for key in ("prints", "lots", "bought")] == ["2.4", "1.200", "33 %"]
    assert "BTC/s" in view.speed.text() and view.look().second == AT // SECOND
    view.draw(TapePicture(1, 3, BTC, (), 0, Speed(AT // SECOND + 9, 0, 0, 0)))
    assert view.speed.value("prints") == "0.0" and view.speed.value("bought") == ""
    assert view.look().second == -1, "nothing left to fall: the tape is not asked about it again"
    assert len(view.model.lines) == 3


def test_an_old_speed_goes_with_its_market(view):
    view.draw(TapePicture(1, 3, BTC, prints(3), 0, Speed(AT // SECOND, 12, 6 * LOT, 2 * LOT)))
    view.show_instrument(2)
    assert view.speed.text() == "" and view.look() == TapeLook(-1, 2, 0)


def test_an_answer_about_the_instrument_before_is_not_drawn(view):
    other = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 8, 1, 1)
    view.draw(picture(prints(3), cursor=900))
    view.show_instrument(2)
    view.draw(picture(prints(5), cursor=905))
    assert not view.model.lines and view.look() == TapeLook(-1, 2, 0), "its count would be taken for the other one's"
    view.draw(TapePicture(1, 1, other, prints(1), 0))
    assert len(view.model.lines) == 1 and view.look() == TapeLook(1, 2, 1)


def test_a_count_beyond_what_there_is_gives_everything():
    stage = Stage()
    stage.play(6000)
    tape = stage.projections.tape
    first = tape.picture(TapeLook())
    assert tape.picture(TapeLook(first.generation, 1, first.cursor + 1)) == first


TRADES = st.lists(st.tuples(st.integers(0, 3 * SECOND), st.integers(1, 10**9), st.booleans()), min_size=1, max_size=60)


@given(TRADES, st.integers(0, 9 * SECOND))
def test_the_speed_is_what_traded_in_the_last_five_seconds(trades, later):
    pace, at, all_of = Pace(), AT, []
    for gap, lots, bought in trades:
        at += gap
        pace.add(at, lots, lots if bought else 0)
        all_of.append((at, lots, bought))
    now = at + later
    recent = [one for one in all_of if one[0] > now - SPEED_NS]
    assert pace.speed(now) == Speed(
        now // SECOND, len(recent), sum(lots for _, lots, _ in recent), sum(lots for _, lots, bought in recent if bought)
    )


def test_the_speed_falls_while_the_market_goes_on_without_trades():
    stage = Stage()
    stage.play(6000)
    tape = stage.projections.tape
    first = tape.picture(TapeLook())
    look = TapeLook(first.generation, 1, first.cursor, first.speed.second)
    told = []
    while len(told) < 3:
        stage.play(20)
        found = tape.picture(look)
        if found is not None:
            told.append(found.speed)
            look = TapeLook(found.generation, 1, found.cursor, found.speed.second)
    assert all(one.second <= stage.at // SECOND for one in told) and len({one.second for one in told}) > 1


# one aggressor, ours, undone -----------------------------------------------------------------------------------------


def test_merging_knows_the_aggressors_order():
    model = TapeModel()
    model.arrange(0, True)
    model.take(picture([
        Print(AT, 619_085, LOT, Side.BUY, False, -7), Print(AT + 1, 619_086, LOT, Side.BUY, False, -7),
        Print(AT + 1, 619_086, LOT, Side.BUY, True, -8), Print(AT + 1, 619_080, LOT, Side.SELL, False, -8),
    ]))
    assert [(line.qty, line.prints, line.own) for line in model.lines] == [(2 * LOT, 2, False), (LOT, 1, True), (LOT, 1, False)]


def test_only_own_trades_on_demand(view, qtbot):
    view.draw(picture((*prints(5), Print(AT, 619_085, LOT, Side.BUY, True))))
    with qtbot.waitSignal(view.memo_changed):
        qtbot.keyClick(view.roll, Qt.Key.Key_O)
    assert view.own.isChecked() and [line.own for line in view.model.lines] == [True]
    qtbot.keyClick(view.roll, Qt.Key.Key_O)
    assert len(view.model.lines) == 6


def test_keys_merge_and_go_to_the_filter_and_back(view, qtbot):
    view.draw(picture([Print(AT, 619_085, LOT, Side.BUY, False)] * 3))
    qtbot.keyClick(view.roll, Qt.Key.Key_M)
    assert len(view.model.lines) == 1
    qtbot.keyClick(view.roll, Qt.Key.Key_F)
    assert view.smallest.hasFocus()
    qtbot.keyClicks(view.smallest, "2")
    qtbot.keyClick(view.smallest, Qt.Key.Key_Escape)
    assert view.roll.hasFocus() and view.model.smallest == 2 * LOT


def test_filters_are_kept_by_instrument(view, qtbot):
    other = Instrument(InstrumentId(2), "ES", "CME", "ES", "USD", 2, 0, 25, 1)
    view.draw(picture(prints(3)))
    view.smallest.setText("0.5")
    qtbot.mouseClick(view.merge, Qt.MouseButton.LeftButton)
    view.draw(TapePicture(1, 1, other, (Print(AT, 100, 3, Side.BUY, False),), 0))
    assert view.smallest.text() == "" and len(view.model.lines) == 1, "the same digits are another amount there"
    view.smallest.setText("2")
    twin = TapeView(THEMES["dark"])
    qtbot.addWidget(twin)
    assert twin.recall(view.memo()) and twin.merge.isChecked()
    twin.draw(picture(prints(3)))
    assert twin.smallest.text() == "0.5" and twin.model.smallest == LOT // 2
    twin.draw(TapePicture(1, 1, other, (Print(AT, 100, 1, Side.BUY, False),), 0))
    assert twin.smallest.text() == "2" and len(twin.model.lines) == 0
    for text in ("", "[", '{"merge": 1}'):
        assert not twin.recall(text)
    assert twin.smallest.text() == "2"


def test_what_the_exchange_undoes_is_a_line_of_its_own(view):
    stage = Stage()
    stage.play(6000)
    tape = stage.projections.tape
    before = tape.picture(TapeLook())
    for event in (TradeBusted(1, 5, 619_085, LOT, 1), TradeCorrected(1, 6, 619_080, 2 * LOT, 619_085, LOT, 2)):
        tape.folds[type(event)](stage.at, event)
    after = tape.picture(TapeLook(before.generation, 1, before.cursor, before.speed.second))
    assert [(one.kind, one.price, one.qty) for one in after.prints] == [
        (PrintKind.BUSTED, 619_085, LOT), (PrintKind.CORRECTED, 619_080, 2 * LOT),
    ]
    assert after.speed.prints <= before.speed.prints, "nothing traded"
    view.model.arrange(50 * LOT, True, True)
    view.draw(after)
    assert [line.kind for line in view.model.lines] == [PrintKind.BUSTED, PrintKind.CORRECTED], "never filtered, never merged"
    assert not view.grab().isNull()
