"""The watchlist: what a line says, choosing one, and making the list one's own."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.watch_pictures import WatchPicture, WatchRow
from widgets.sizes import percent_text
from widgets.style import THEMES
from widgets.watchlist.hands import menu_of
from widgets.watchlist.model import age_text, line
from widgets.watchlist.view import WatchlistView

LOT = 100_000_000
AT = 1_531_514_837_387_000_000


def instrument(number: int, venue: str = "COINBASE") -> Instrument:
    return Instrument(InstrumentId(number), f"C{number}-USD", venue, f"C{number}", "USD", 2, 8, 1, 1)


def row(number: int, last: int = 619_085, at: int = AT, **changes: object) -> WatchRow:
    fields: dict[str, object] = {
        "instrument": instrument(number), "bid": last - 1, "bid_qty": LOT, "ask": last, "ask_qty": 2 * LOT, "last": last,
        "last_qty": LOT // 2, "last_aggressor": Side.BUY, "open": 618_000, "high": 620_000, "low": 617_000,
        "volume": 9 * LOT, "trades": 12, "trail": (617_000, 618_500, 620_000), "at": at,
    }
    return WatchRow(**(fields | changes))  # type: ignore[arg-type]


EMPTY = row(
    9, bid=0, bid_qty=0, ask=0, ask_qty=0, last=0, last_qty=0, open=0, high=0, low=0, volume=0, trades=0, trail=(), at=0
)


class Market:
    """Answers a watchlist's looks as the core does."""

    def __init__(self, view: WatchlistView, *numbers: int) -> None:
        self.view = view
        self.version = self.listing = 0
        self.last: dict[int, int] = {}
        self.asked: list[tuple[int, ...]] = []
        self.list(*numbers)

    def list(self, *numbers: int) -> None:
        self.numbers, self.listing = numbers, self.listing + 1
        self.frame()

    def frame(self, **last: int) -> None:
        self.last |= {int(name[1:]): price for name, price in last.items()}
        self.version += 1
        for _ in range(2):
            look = self.view.look()
            self.asked.append(look.wanted)
            listed = tuple(map(instrument, self.numbers)) if look.listing != self.listing else None
            rows = tuple(row(id, self.last.get(id, 619_085)) for id in look.wanted if id in self.numbers)
            self.view.draw(WatchPicture(self.version, self.listing, listed, rows, AT))


def shown(qtbot) -> WatchlistView:
    made = WatchlistView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(780, 160)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def view(qtbot):
    return shown(qtbot)


def symbols(view: WatchlistView) -> list[str]:
    return [entry.name.rpartition(":")[2] for entry in view.symbols.entries]


# what a line says ----------------------------------------------------------------------------------------------------


def test_a_line_says_it_all():
    said = line(row(1, position=-LOT // 4), AT)
    assert (said.last, said.change, said.percent) == ("6\u202f190.85", "+10.85", "+0.18 %")
    assert (said.bid, said.bid_size, said.ask, said.ask_size) == ("6\u202f190.84", "1.000", "6\u202f190.85", "2.000")
    assert (said.spread, said.volume, said.low, said.high) == ("0.01", "9.000", "6\u202f170.00", "6\u202f200.00")
    assert said.position == "\u22120.250" and line(row(1, position=LOT), AT).position == "+1.000"
    assert 0.69 < said.last_at < 0.70 and not said.is_stale


def test_unknown_is_a_dash_and_never_a_zero():
    said = line(EMPTY, AT)
    assert {said.last, said.change, said.bid, said.ask, said.spread, said.volume, said.age} == {"\u2013"}
    assert said.percent == said.position == "" and said.last_at == -1.0 and not said.is_stale


def test_the_crossed_book_of_an_auction_has_no_spread():
    assert line(row(1, bid=654_812, ask=619_085), AT).spread == "\u2013"
    assert line(row(1, bid=619_085, ask=619_085), AT).spread == "0.00"


def test_percent_rounds_half_away_and_signs():
    assert percent_text(5, 100_000) == "+0.01 %"
    assert percent_text(-5, 100_000) == "\u22120.01 %"
    assert percent_text(0, 100_000) == "0.00 %"


def test_age_counts_from_the_newest_row():
    assert line(row(1, at=AT - 7_400_000_000), AT).is_stale
    assert age_text(7_400_000_000) == "7.4 s"
    assert age_text(180_000_000_000) == "3 min"


def test_age_counts_what_all_data_is_behind_and_late_data_makes_every_row_stale():
    quiet = line(row(1), AT, AT + 6_500_000_000)
    assert quiet.age == "6.5 s" and not quiet.is_stale, "nobody is silent while others move: nothing moves"
    late = line(row(1, at=AT - 300_000_000), AT, AT + 2_000_000_000, True)
    assert late.age == "2.3 s" and late.is_stale
    nothing = line(EMPTY, AT, AT + 2_000_000_000, True)
    assert nothing.age == "\u2013" and not nothing.is_stale, "nothing was ever shown of it"


def test_when_all_data_stands_still_every_line_says_so(view):
    market = Market(view, 1, 2)
    rows = tuple(row(id) for id in (1, 2))
    view.draw(WatchPicture(9, market.listing, None, rows, AT, AT + 4_000_000_000, True))
    assert [(made.age, made.is_stale) for made in view._lines.values()] == [("4.0 s", True)] * 2


# choosing ------------------------------------------------------------------------------------------------------------


def test_click_and_keys_choose(view, qtbot):
    market = Market(view, 4, 5, 6)
    look = view.look()
    assert (look.version, look.listing, look.wanted) == (market.version, market.listing, (4, 5, 6)) and view.chosen_id() == 4
    with qtbot.waitSignal(view.chosen) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.line_rect(1).center())
    assert clicked.args == [5]
    with qtbot.waitSignal(view.chosen) as keyed:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert keyed.args == [6]
    with qtbot.assertNotEmitted(view.chosen):
        view.choose(4)
        view.show_instrument(5)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().bottomLeft())
    assert view.chosen_id() == 5 and view.marked() == 1


def test_the_choice_survives_rows_that_come_and_go(view):
    market = Market(view, 4, 5)
    view.choose(5)
    market.list(1, 4, 5)
    assert view.chosen_id() == 5 and view.marked() == 2
    market.list()
    assert view.chosen_id() == 5
    view.grab()
    market.list(5, 4)
    assert view.marked() == 0


def test_a_changed_last_price_flashes_and_settles(view, qtbot):
    market = Market(view, 4)
    market.frame(c4=619_100)
    assert view._flash.is_lit(4)
    qtbot.waitUntil(lambda: not view._flash.is_lit(4))


def test_many_rows_scroll_with_the_choice(view, qtbot):
    Market(view, *range(1, 11))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.chosen_id() == 10
    assert view.rect().contains(view.line_rect(9)) and view.bar.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.chosen_id() == 1 and view.bar.value() == 0


# only what is in sight -----------------------------------------------------------------------------------------------


def test_a_thousand_instruments_and_only_those_in_sight_are_asked_for(view, qtbot):
    market = Market(view, *range(1, 1001))
    market.frame()
    assert market.asked[-1] == (1, 2, 3, 4)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.look().version == -1, "other lines must come whatever the version"
    market.frame()
    assert market.asked[-1] == (998, 999, 1000) and view.look().version == market.version
    view.bar.setValue(500)
    market.frame(c502=620_000)
    assert 502 in market.asked[-1] and len(market.asked[-1]) <= 4 and set(view._lines) == {f"COINBASE:C{id}-USD" for id in market.asked[-1]}


def test_only_lines_that_changed_are_painted_again(view, qtbot, monkeypatch):
    market = Market(view, 1, 2, 3)
    qtbot.waitUntil(lambda: not view._flash._until)
    view.repaint()
    painted: list[int] = []
    monkeypatch.setattr(view, "update", lambda *area: painted.append(view._index_at(area[0].center().y()) if area else -1))
    market.frame(c2=619_500)
    assert set(painted) == {1}


# a list of one's own -------------------------------------------------------------------------------------------------


def test_typing_a_symbol_adds_it_below_the_mark(view, qtbot):
    Market(view, *range(1, 40))
    for _ in range(37):
        qtbot.keyClick(view, Qt.Key.Key_End)
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert symbols(view) == ["C1-USD", "C2-USD"]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert view.add.isVisible() and view.add.field.hasFocus() and view.add.field.text() == "c"
    qtbot.keyClicks(view.add.field, "3")
    assert [one.symbol for one in view.add.matches] == ["C3-USD", *(f"C{number}-USD" for number in range(30, 37))]
    qtbot.keyClick(view.add.field, Qt.Key.Key_Down)
    with qtbot.waitSignals([view.chosen, view.memo_changed]):
        qtbot.keyClick(view.add.field, Qt.Key.Key_Return)
    assert symbols(view) == ["C1-USD", "C30-USD", "C2-USD"] and view.chosen_id() == 30
    assert not view.add.isVisible() and view.hasFocus()


def test_a_symbol_that_is_there_is_only_gone_to(view, qtbot):
    Market(view, *range(1, 40))
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.keyClicks(view.add.field, "coinbase:c39-usd")
    with qtbot.assertNotEmitted(view.memo_changed), qtbot.waitSignal(view.chosen):
        qtbot.keyClick(view.add.field, Qt.Key.Key_Return)
    assert len(symbols(view)) == 39 and view.symbols.own is None and view.chosen_id() == 39


@pytest.mark.parametrize("text", ["XYZ", "9" * 60, "\u202eC1", "NaN", "-1", "  "])
def test_what_is_not_listed_is_said_and_stays_in_the_field(view, qtbot, text):
    Market(view, 1, 2)
    view.open_add(text)
    qtbot.keyClick(view.add.field, Qt.Key.Key_Return)
    assert view.add.isVisible() and view.add.sentence and view.add.field.is_wrong() and view.add.field.text() == text
    view.grab()
    qtbot.keyClick(view.add.field, Qt.Key.Key_Escape)
    assert not view.add.isVisible() and view.hasFocus() and view.symbols.own is None


def test_a_click_on_a_match_adds_it(view, qtbot):
    Market(view, 1, 2, 3)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    view.open_add("c")
    qtbot.mouseClick(view.add, Qt.MouseButton.LeftButton, pos=view.add.row_rect(0).center())
    assert symbols(view) == ["C2-USD", "C1-USD", "C3-USD"]


def test_keys_and_drags_reorder(view, qtbot):
    Market(view, 1, 2, 3)
    view.choose(1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert symbols(view) == ["C2-USD", "C1-USD", "C3-USD"] and view.marked() == 1
    start, below = view.line_rect(0).center(), QPoint(20, view.line_rect(2).bottom())
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, below)
    view.grab()
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=below)
    assert symbols(view) == ["C1-USD", "C3-USD", "C2-USD"] and view.chosen_id() == 1 and view.marked() == 0
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=view.line_rect(2).center())
    qtbot.mouseMove(view, QPoint(20, view.line_rect(0).top()))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(20, view.line_rect(0).top()))
    assert symbols(view) == ["C1-USD", "C3-USD", "C2-USD"], "Escape gives a drag up"


def test_the_menu_does_what_keys_do(view, qtbot):
    Market(view, 1, 2, 3)
    view.choose(3)

    def press(words: str) -> None:
        menu: QMenu = menu_of(view)
        action = next(one for one in menu.actions() if one.text().startswith(words))
        assert action.isEnabled(), words
        action.trigger()
        menu.deleteLater()

    press("Move to the top")
    press("Remove C3-USD")
    assert symbols(view) == ["C1-USD", "C2-USD"]
    press("One line")
    assert view.is_dense() and view.line_rect(0).height() == 22
    press("Show every listed")
    assert symbols(view) == ["C1-USD", "C2-USD", "C3-USD"] and view.symbols.own is None


def test_an_own_list_is_kept_with_what_is_not_listed_now(view, qtbot):
    market = Market(view, 1, 2, 3)
    view.choose(1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    other = WatchlistView(THEMES["dark"])
    qtbot.addWidget(other)
    assert other.recall(view.memo())
    elsewhere = Market(other, 2, 7)
    assert symbols(other) == ["C2-USD", "C3-USD"] and other.is_dense()
    assert [entry.instrument is not None for entry in other.symbols.entries] == [True, False]
    assert elsewhere.asked[-1] == (2,) and not other.grab().isNull()
    market.list(3, 2, 1)
    assert symbols(view) == ["C2-USD", "C3-USD"], "what is listed later does not come by itself"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"symbols": 5}', '{"dense": 1}'])
def test_a_memo_that_is_none_changes_nothing(view, text):
    Market(view, 1)
    assert not view.recall(text) and symbols(view) == ["C1-USD"]


def test_an_empty_list_says_how_to_fill_it(view, qtbot):
    Market(view, 1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert symbols(view) == [] and view.marked() == -1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert not view.grab().isNull()
    qtbot.keyClicks(view, "c")
    qtbot.keyClick(view.add.field, Qt.Key.Key_Return)
    assert symbols(view) == ["C1-USD"]
