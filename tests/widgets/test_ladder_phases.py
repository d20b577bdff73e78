"""A market that does not trade continuously: the ladder says so where a hand that clicks looks."""

import pytest
from PySide6.QtCore import QRect, Qt

from core.domain.enums import Phase, Side
from tests.widgets.ladder_desk import Desk, shown
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
