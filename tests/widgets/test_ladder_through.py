"""Clicks and keys that would trade at once: said before, and far through the touch only with Shift."""

import pytest
from PySide6.QtCore import QPoint, Qt

from core.domain.enums import Phase, Side
from core.messages.commands import PlaceOrder
from tests.widgets.ladder_desk import BTC, Desk, shown
from widgets import action_keys
from widgets.ladder import model
from widgets.moves import Touch
from widgets.style import THEMES

SHIFT = Qt.KeyboardModifier.ShiftModifier
TOUCH, FAR = 619_100, 619_350
"""The row of the best ask, 619,085, and one 265 ticks beyond it: a row is of 50 ticks here."""


@pytest.fixture(autouse=True)
def as_at_first():
    yield
    action_keys.give({})


@pytest.fixture
def armed(qtbot) -> Desk:
    made = shown(qtbot)
    made.view.grid.setFocus()
    made.view.arm()
    assert made.view.is_armed()
    return made


def said(desk: Desk) -> str:
    return desk.view.trade.status.text()


def placed(desk: Desk) -> list[tuple[Side, int]]:
    return [(one.side, one.price) for one in desk.asked if isinstance(one, PlaceOrder)]


def click(desk: Desk, qtbot, price: int, zone: str, *keys: Qt.KeyboardModifier) -> None:
    at = desk.point(price, zone)
    qtbot.mouseMove(desk.view.grid, at + QPoint(1, 0))
    qtbot.mouseMove(desk.view.grid, at)
    qtbot.mouseClick(desk.view.grid, Qt.MouseButton.LeftButton, *keys, pos=at)


# the rule -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "price", "group", "far"), [
    (Side.BUY, 619_084, 1, False), (Side.BUY, 619_085, 1, False), (Side.BUY, 619_095, 1, False), (Side.BUY, 619_096, 1, True),
    (Side.SELL, 619_085, 1, False), (Side.SELL, 619_074, 1, False), (Side.SELL, 619_073, 1, True),
    # The row in which the touch stands is never far, however many ticks a row has.
    (Side.BUY, 619_100, 50, False), (Side.BUY, 619_150, 50, True), (Side.SELL, 619_050, 50, False), (Side.SELL, 619_000, 50, True),
    (Side.BUY, 619_090, 10, False), (Side.BUY, 619_100, 10, False), (Side.BUY, 619_110, 10, True),
])
def test_what_is_too_far_for_one_click(side, price, group, far):
    assert model.goes_too_far(BTC, side, price, Touch(619_084, 619_085), group) is far


def test_where_nobody_stands_on_the_other_side_nothing_is_too_far():
    assert not model.goes_too_far(BTC, Side.BUY, 700_000, Touch(619_084, 0), 50)
    assert not model.goes_too_far(BTC, Side.SELL, 1, Touch(0, 619_085), 50)


# the mouse ------------------------------------------------------------------------------------------------------------


def test_the_touch_is_taken_by_one_click_and_it_is_said_before(armed, qtbot):
    qtbot.mouseMove(armed.view.grid, armed.point(TOUCH, "bids"))
    assert said(armed) == "buy 0.01 at 6\u202f191.00, trades at once up to there"
    assert armed.view.trade.status.has_sign()
    click(armed, qtbot, TOUCH, "bids")
    click(armed, qtbot, 619_050, "asks")
    assert placed(armed) == [(Side.BUY, TOUCH), (Side.SELL, 619_050)]
    assert said(armed) == "sell 0.01 at 6\u202f190.50, trades at once down to there"


def test_far_through_the_touch_a_click_sends_nothing_and_says_why(armed, qtbot):
    at = armed.point(FAR, "bids")
    qtbot.mouseMove(armed.view.grid, at)
    assert said(armed) == "buy 0.01 at 6\u202f193.50: 265 ticks through, hold Shift" and armed.view.trade.status.has_sign()
    click(armed, qtbot, FAR, "bids")
    assert armed.asked == [] and said(armed) == "not sent without Shift: 265 ticks through"
    assert armed.view.is_armed() and armed.view.trade.status.has_sign()
    click(armed, qtbot, FAR, "bids", SHIFT)
    assert placed(armed) == [(Side.BUY, FAR)]


def test_a_resting_order_is_told_without_a_warning(armed, qtbot):
    qtbot.mouseMove(armed.view.grid, armed.point(618_900, "bids"))
    assert said(armed) == "buy 0.01 at 6\u202f189.00" and not armed.view.trade.status.has_sign()
    click(armed, qtbot, 618_900, "bids")
    assert placed(armed) == [(Side.BUY, 618_900)]


def test_the_words_follow_a_touch_that_moves_under_a_resting_pointer(armed, qtbot):
    qtbot.mouseMove(armed.view.grid, armed.point(TOUCH, "bids"))
    armed.draw(bid=619_184, ask=619_185)
    assert said(armed) == "buy 0.01 at 6\u202f191.00"
    armed.draw(bid=618_984, ask=618_985)
    assert "ticks through, hold Shift" in said(armed)
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(TOUCH, "bids"))
    assert armed.asked == []


def test_the_cell_warns_by_a_sign_and_not_by_its_edge_alone(armed, qtbot):
    grid, seen = armed.view.grid, {}
    for price in (619_000, TOUCH, FAR):
        qtbot.mouseMove(grid, armed.point(price, "bids"))
        cell = grid.row_rect(price, "bids")
        image = grid.grab(cell).toImage()
        warning = THEMES["dark"].color("warning")
        seen[price] = sum(image.pixelColor(x, y) == warning for x in range(4, 20) for y in range(4, cell.height() - 4))
    assert seen[619_000] == 0 and seen[TOUCH] > 20 and seen[FAR] > seen[TOUCH], "a triangle, and an octagon where it needs Shift"


def test_in_an_auction_nothing_trades_at_once_but_far_is_still_far(armed, qtbot):
    armed.draw(phase=Phase.OPENING_CALL)
    qtbot.mouseMove(armed.view.grid, armed.point(TOUCH, "bids"))
    assert said(armed).endswith(": buy 0.01 at 6\u202f191.00")
    click(armed, qtbot, FAR, "bids")
    assert armed.asked == []


def test_in_a_narrow_ladder_the_warning_is_shortened_before_it_is_cut(armed, qtbot):
    status = armed.view.trade.status
    qtbot.mouseMove(armed.view.grid, armed.point(TOUCH, "bids"))
    status.resize(status.width_of("6\u202f191.00: trades at once") + 20, status.height())
    assert status.seen() == "6\u202f191.00: trades at once" and status.toolTip().endswith("up to there")


# keys -----------------------------------------------------------------------------------------------------------------


def aim(desk: Desk, qtbot, price: int) -> None:
    """The cursor one row below, then one key up."""
    desk.view.grid.set_cursor_price(price - 50)
    qtbot.keyClick(desk.view, Qt.Key.Key_Up)
    assert desk.view.grid.cursor_price == price


def test_what_the_keys_would_take_is_said_at_the_cursor(armed, qtbot):
    aim(armed, qtbot, TOUCH)
    assert said(armed) == "B: buy 0.01 at 6\u202f191.00, trades at once up to there" and armed.view.trade.status.has_sign()
    aim(armed, qtbot, 619_050)
    assert said(armed) == "S: sell 0.01 at 6\u202f190.50, trades at once down to there"
    aim(armed, qtbot, FAR)
    assert said(armed) == "B: buy 0.01 at 6\u202f193.50: 265 ticks through, hold Shift"


def test_the_pointer_has_the_word_again_when_it_moves(armed, qtbot):
    qtbot.mouseMove(armed.view.grid, armed.point(618_900, "bids"))
    aim(armed, qtbot, TOUCH)
    assert said(armed).startswith("B: ")
    qtbot.mouseMove(armed.view.grid, armed.point(618_800, "bids"))
    assert said(armed) == "buy 0.01 at 6\u202f188.00"


def test_keys_obey_the_same_rule(armed, qtbot):
    aim(armed, qtbot, FAR)
    qtbot.keyClick(armed.view, Qt.Key.Key_B)
    assert armed.asked == [] and said(armed) == "not sent without Shift: 265 ticks through"
    qtbot.keyClick(armed.view, Qt.Key.Key_B, SHIFT)
    aim(armed, qtbot, TOUCH)
    qtbot.keyClick(armed.view, Qt.Key.Key_B)
    assert placed(armed) == [(Side.BUY, FAR), (Side.BUY, TOUCH)]


def test_shift_works_with_keys_that_are_no_letters_and_never_where_shift_belongs_to_the_key(armed, qtbot):
    action_keys.give({"ladder.buy": "F7", "ladder.sell": "Shift+B"})
    aim(armed, qtbot, FAR)
    for keys in ((Qt.Key.Key_F7,), (Qt.Key.Key_F7, SHIFT)):
        qtbot.keyClick(armed.view, *keys)
    assert placed(armed) == [(Side.BUY, FAR)]
    aim(armed, qtbot, 618_900)
    qtbot.keyClick(armed.view, Qt.Key.Key_B, SHIFT)
    assert placed(armed) == [(Side.BUY, FAR)] and "not sent without Shift" in said(armed)


def test_shift_and_a_key_trade_nothing_while_a_size_is_typed(armed, qtbot):
    action_keys.give({"ladder.buy": "F7"})
    aim(armed, qtbot, TOUCH)
    field = armed.view.trade.sizes.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F7, SHIFT)
    assert armed.asked == []
