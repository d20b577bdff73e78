"""A market that does not trade continuously: the ladder says so where a hand that clicks looks."""

import pytest
from PySide6.QtCore import QRect, Qt

from core.domain.enums import Phase, Side
from core.projections.uncross import Uncross
from tests.widgets.ladder_desk import LOT, Desk, shown
from widgets.ladder.paint import TITLE_PX
from widgets.style import THEMES

OTHERS = [phase for phase in Phase if phase is not Phase.CONTINUOUS]


@pytest.fixture
def desk(qtbot):  # type: ignore[no-untyped-def]
    return shown(qtbot)


def titles(desk: Desk) -> object:
    return desk.view.grid.grab(QRect(0, 0, desk.view.grid.width(), TITLE_PX)).toImage()


@pytest.mark.parametrize("phase", OTHERS)
def test_every_phase_but_continuous_trading_is_said_above_and_below_the_rows(desk, phase):
    plain, market = titles(desk), desk.view.viewing.market
    rows, at = desk.view.look(), desk.view.grid.row_rect(618_950, "bids")
    assert market.text().startswith("Spread")
    desk.draw(phase=phase)
    said = titles(desk)
    token = "warning_fill" if "CALL" in phase.name else "critical_fill"
    assert said != plain and said.pixelColor(1, 1) == THEMES["dark"].color(token)
    if "CALL" in phase.name:
        assert market.text().endswith("no price yet") and "Spread" not in market.text(), "the book is crossed"
    else:
        assert market.text().endswith(plain_text := "Spread 0.01") and market.text() != plain_text
    assert (desk.view.look().high, desk.view.grid.row_rect(618_950, "bids")) == (rows.high, at), "no row moves for it"
    desk.draw(phase=phase, stale=True)
    assert "Data is stale" in market.text() and not market.text().startswith("Data")
    desk.draw()
    assert titles(desk) == plain and market.text() == "Spread 0.01"


def test_a_halt_is_said_before_what_a_click_would_do_and_arming_stays_allowed(desk, qtbot):
    desk.draw(phase=Phase.HALT)
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    status = desk.view.trade.status
    assert desk.view.is_armed() and status.text() == "Halted: clicks still place"
    qtbot.mouseMove(desk.view.grid, desk.point(618_950, "bids"))
    assert status.text() == "Halted: buy 0.01 at 6\u202f189.50"
    desk.draw(phase=Phase.VOLATILITY_CALL)
    assert status.text() == "Auction: buy 0.01 at 6\u202f189.50", "the words do not wait for the pointer"
    desk.draw()
    assert status.text() == "buy 0.01 at 6\u202f189.50"
    assert desk.view.is_armed()
    desk.view.place(Side.BUY, 618_950)
    assert len(desk.asked) == 1


def test_an_auction_says_its_price_below_the_rows_and_marks_it_on_them(desk):
    view, market = desk.view, desk.view.viewing.market

    def cell(price: int) -> object:
        left, right = view.grid.row_rect(price, "price"), view.grid.row_rect(price - 100, "price")
        return view.grid.grab(left).toImage(), view.grid.grab(right).toImage()

    desk.draw(phase=Phase.VOLATILITY_CALL, bid=619_100, ask=619_000)
    before = cell(619_050)
    desk.draw(phase=Phase.VOLATILITY_CALL, bid=619_100, ask=619_000, indicative=Uncross(619_050, 3 * LOT // 2, -LOT // 4))
    assert market.text() == "Auction \u2013 1.5 at 6\u202f190.50, sell 0.25 left over"
    after = cell(619_050)
    assert after[0] != before[0] and after[0].pixelColor(1, 0) == THEMES["dark"].color("warning")
    assert after[1] == before[1]
    desk.draw(phase=Phase.VOLATILITY_CALL, bid=619_100, ask=619_000, indicative=Uncross(619_050, LOT, 0))
    assert market.text() == "Auction \u2013 1 at 6\u202f190.50"
    desk.draw()
    assert market.text() == "Spread 0.01"


def test_in_an_auction_the_prices_stand_around_what_it_would_give(desk):
    call = {"phase": Phase.VOLATILITY_CALL, "bid": 654_812, "ask": 600_000}
    desk.draw(**call, indicative=Uncross(619_050, LOT, 0))
    assert desk.view.grid.row_at(619_050) is not None
    desk.view.recentre()
    desk.draw(**call, indicative=Uncross(640_000, LOT, 0))
    assert desk.view.grid.row_at(640_000) is not None and desk.view.grid.row_at(654_812) is None
    assert desk.view.viewing.market.text() == "Auction \u2013 1 at 6\u202f400.00"
