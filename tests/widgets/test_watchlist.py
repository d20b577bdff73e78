"""The watchlist: what a line says, and choosing one."""

import pytest
from PySide6.QtCore import Qt

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.pictures import MarketLook, MarketPicture, MarketRow
from widgets.style import THEMES
from widgets.watchlist.model import age_text, line, percent_text
from widgets.watchlist.paint import COLUMNS, shown
from widgets.watchlist.view import WatchlistView

LOT = 100_000_000
AT = 1_531_514_837_387_000_000


def row(number: int, last: int = 619_085, at: int = AT, **changes: object) -> MarketRow:
    instrument = Instrument(InstrumentId(number), f"C{number}-USD", "COINBASE", f"C{number}", "USD", 2, 8, 1, 1)
    fields: dict[str, object] = {
        "instrument": instrument, "bid": last - 1, "bid_qty": LOT, "ask": last, "ask_qty": 2 * LOT, "last": last,
        "last_qty": LOT // 2, "last_aggressor": Side.BUY, "open": 618_000, "high": 620_000, "low": 617_000,
        "volume": 9 * LOT, "trades": 12, "trail": (617_000, 618_500, 620_000), "at": at,
    }
    return MarketRow(**(fields | changes))  # type: ignore[arg-type]


EMPTY = row(
    9, bid=0, bid_qty=0, ask=0, ask_qty=0, last=0, last_qty=0, open=0, high=0, low=0, volume=0, trades=0, trail=(), at=0
)


@pytest.fixture
def view(qtbot):
    made = WatchlistView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(780, 160)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_line_says_it_all():
    said = line(row(1), AT)
    assert (said.last, said.change, said.percent) == ("6\u202f190.85", "+10.85", "+0.18 %")
    assert (said.bid, said.bid_size, said.ask, said.ask_size) == ("6\u202f190.84", "1.000", "6\u202f190.85", "2.000")
    assert (said.spread, said.volume, said.low, said.high) == ("0.01", "9.000", "6\u202f170.00", "6\u202f200.00")
    assert said.trail == (0.0, 0.5, 1.0)
    assert 0.69 < said.last_at < 0.70 and not said.is_stale


def test_unknown_is_a_dash_and_never_a_zero():
    said = line(EMPTY, AT)
    assert {said.last, said.change, said.bid, said.ask, said.spread, said.volume, said.age} == {"\u2013"}
    assert said.percent == "" and said.last_at == -1.0 and not said.is_stale


def test_percent_rounds_half_away_and_signs():
    assert percent_text(5, 100_000) == "+0.01 %"
    assert percent_text(-5, 100_000) == "\u22120.01 %"
    assert percent_text(0, 100_000) == "0.00 %"


def test_age_counts_from_the_newest_row():
    assert line(row(1, at=AT - 7_400_000_000), AT).is_stale
    assert age_text(7_400_000_000) == "7.4 s"
    assert age_text(180_000_000_000) == "3 min"


def test_click_and_keys_choose(view, qtbot):
    view.draw(MarketPicture(1, (row(4), row(5), row(6))))
    assert view.look() == MarketLook(1) and view.chosen_id() == 4
    with qtbot.waitSignal(view.chosen) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.line_rect(1).center())
    assert clicked.args == [5]
    with qtbot.waitSignal(view.chosen) as keyed:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert keyed.args == [6]
    with qtbot.assertNotEmitted(view.chosen):
        view.choose(4)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().bottomLeft())
    assert view.chosen_id() == 4


def test_the_choice_survives_rows_that_come_and_go(view):
    view.draw(MarketPicture(1, (row(4), row(5))))
    view.choose(5)
    view.draw(MarketPicture(2, (row(1), row(4), row(5))))
    assert view.chosen_id() == 5
    view.draw(MarketPicture(3, ()))
    assert view.chosen_id() == 5
    view.grab()


def test_a_changed_last_price_flashes_and_settles(view, qtbot):
    view.draw(MarketPicture(1, (row(4),)))
    view.draw(MarketPicture(2, (row(4, last=619_100),)))
    assert view._flash.is_lit(4)
    qtbot.waitUntil(lambda: not view._flash.is_lit(4))


def test_many_rows_scroll_with_the_choice(view, qtbot):
    view.draw(MarketPicture(1, tuple(row(number) for number in range(1, 11))))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.chosen_id() == 10
    assert view.rect().contains(view.line_rect(9))


def test_narrow_docks_lose_the_least_important_columns_first():
    assert [column.name for column, _, _ in shown(800)] == [column.name for column in COLUMNS]
    assert [column.name for column, _, _ in shown(460)] == ["symbol", "last", "bid", "ask", "age"]
    assert [column.name for column, _, _ in shown(240)] == ["symbol", "last"]
    assert all(right <= width for width in (240, 460, 800) for _, _, right in shown(width))


def test_every_theme_paints_empty_and_full(view):
    for theme in THEMES.values():
        view.set_theme(theme)
        assert not view.grab().isNull()
        view.draw(MarketPicture(1, (row(4), EMPTY)))
        assert not view.grab().isNull()
