"""The ladder's finer hands: carrying own orders, sizes edited in place, profit along the prices, one level order by order."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.messages.commands import CancelAllOrders, ReplaceOrder
from core.projections.pictures import LevelQueue, Queued, Standing
from tests.widgets.ladder_desk import BTC, LOT, Desk, picture, shown
from widgets.ladder import form, model
from widgets.ladder.paint import TITLE_PX
from widgets.ladder.queue import GAP_PX, PAD_PX, arranged
from widgets.ladder.view import LadderView
from widgets.style import ROW_PX, SMALL_PX, THEMES
from widgets.type_face import TypeFace


@pytest.fixture
def desk(qtbot):
    return shown(qtbot)


@pytest.fixture
def armed(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert desk.view.is_armed()
    return desk


# moving own orders ---------------------------------------------------------------------------------------------------


def carry(desk: Desk, qtbot, *stops: QPoint) -> None:
    qtbot.mousePress(desk.view.grid, Qt.MouseButton.LeftButton, pos=desk.point(618_900, "own_bids"))
    for stop in stops:
        qtbot.mouseMove(desk.view.grid, stop)


def test_a_ghost_follows_and_the_strip_says_where_to(armed, qtbot):
    carry(armed, qtbot, armed.point(618_800, "bids"))
    assert armed.view.grid.drag.price == 618_800
    assert armed.view.trade.status.text() == "move 0.25 to 6\u202f188.00"
    ghost = armed.view.grid.row_rect(618_800, "own_bids")
    image = armed.view.grid.grab().toImage()
    edge = image.pixelColor(ghost.left() + 1, ghost.center().y())
    assert edge != THEMES["dark"].color("panel")
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(618_800, "bids"))
    assert armed.asked == [ReplaceOrder(11, LOT // 2, 618_800)] and armed.view.grid.drag is None


def test_escape_gives_a_drag_up_and_stays_armed(armed, qtbot):
    away = armed.point(618_800, "own_bids")
    carry(armed, qtbot, away)
    qtbot.keyClick(armed.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=away)
    assert armed.asked == [] and armed.view.is_armed()
    assert armed.view.trade.status.text() == "given up: nothing moved"


@pytest.mark.parametrize("zone", ["price", "asks", "own_asks", "traded"])
def test_let_go_outside_its_own_side_an_order_stays(armed, qtbot, zone):
    stop = armed.point(618_800, zone)
    carry(armed, qtbot, armed.point(618_800, "own_bids"), stop)
    assert armed.view.trade.status.text() == "let go here: nothing moves"
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=stop)
    assert armed.asked == []


def test_disarmed_nothing_is_dragged(desk, qtbot):
    away = desk.point(618_800, "own_bids")
    carry(desk, qtbot, away)
    assert not desk.view.grid.drag.moved
    qtbot.mouseRelease(desk.view.grid, Qt.MouseButton.LeftButton, pos=away)
    assert desk.asked == [] and desk.view.trade.status.text() == "disarmed: press A to arm"


def test_a_move_that_would_trade_at_once_says_so_and_needs_shift(armed, qtbot):
    over = armed.point(619_100, "own_bids")
    carry(armed, qtbot, over)
    assert armed.view.trade.status.text() == "6\u202f191.00 crosses: hold Shift"
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=over)
    assert armed.asked == [] and "Shift" in armed.view.trade.status.text()
    carry(armed, qtbot, over)
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, over)
    assert armed.asked == [ReplaceOrder(11, LOT // 2, 619_100)]


def test_what_crosses_is_judged_by_the_touch_at_the_drop(armed, qtbot):
    over = armed.point(619_050, "own_bids")
    carry(armed, qtbot, over)
    armed.draw(bid=619_039, ask=619_040)
    assert "crosses" in armed.view.trade.status.text()
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=over)
    assert armed.asked == []


def test_keys_take_an_order_carry_it_and_let_it_go(armed, qtbot):
    view = armed.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert view.trade.status.text() == "no order of ours on this row"
    for key in (*[Qt.Key.Key_Down] * 3, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert view.grid.is_held() and view.grid.drag.price == 618_800
    qtbot.keyClick(view, Qt.Key.Key_B)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert armed.asked == [ReplaceOrder(11, LOT // 2, 618_800)] and not view.grid.is_held()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert len(armed.asked) == 1


def test_a_press_while_an_order_is_in_the_hand_lets_go_of_it_and_does_nothing_else(armed, qtbot):
    armed.view.grid.set_cursor_price(618_900)
    qtbot.keyClick(armed.view, Qt.Key.Key_M)
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(618_800, "bids"))
    assert not armed.view.grid.is_held() and armed.asked == []
    carry(armed, qtbot, armed.point(618_800, "own_bids"))
    qtbot.mousePress(armed.view.grid, Qt.MouseButton.RightButton, pos=armed.point(618_900, "own_bids"))
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(618_800, "own_bids"))
    assert not armed.view.grid.is_held() and armed.asked == []


def test_a_carried_order_goes_past_the_last_row(armed, qtbot):
    view, low = armed.view, armed.view.look().low
    view.grid.set_cursor_price(618_900)
    qtbot.keyClick(view, Qt.Key.Key_M)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.look().low < low and view.grid.drag.price == 618_900 - 40 * 50
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert armed.asked == [ReplaceOrder(11, LOT // 2, 618_900 - 40 * 50)]


def test_shift_delete_cancels_everything_here(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert desk.asked == [CancelAllOrders(BTC.id, None)]


# sizes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["BTC", "ALDER"])
def test_the_unit_beside_the_size_is_read_whole(desk, base):
    sizes = desk.view.trade.sizes
    sizes.show_instrument(Instrument(InstrumentId(9), f"{base}-USD", "X", base, "USD", 2, 4, 1, 1))
    assert sizes.unit.seen() == base



def test_a_size_is_edited_in_place_and_kept(desk, qtbot):
    sizes = desk.view.trade.sizes
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    with qtbot.waitSignal(desk.view.memo_changed):
        qtbot.keyClick(desk.view, Qt.Key.Key_E)
        assert sizes.editor.isVisible() and sizes.editor.hasFocus() and sizes.editor.text() == "0.1"
        qtbot.keyClicks(sizes.editor, "0.250")
        qtbot.keyClick(sizes.editor, Qt.Key.Key_Return)
    assert not sizes.editor.isVisible() and sizes.buttons[1].text() == "0.25"
    assert sizes.field.text() == "0.25", "the size in use is the one that was edited"
    other = LadderView(THEMES["dark"])
    qtbot.addWidget(other)
    assert other.recall(desk.view.memo())
    other.draw(picture(other.look()))
    assert other.trade.sizes.presets == ("0.01", "0.25", "0.5", "1", "5")


def test_a_double_click_edits_and_escape_gives_up(desk, qtbot):
    sizes = desk.view.trade.sizes
    qtbot.mouseDClick(sizes.buttons[3], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(sizes.editor, "9")
    qtbot.keyClick(sizes.editor, Qt.Key.Key_Escape)
    assert sizes.presets == form.PRESETS and not sizes.is_editing()


@pytest.mark.parametrize("text", ["", "-1", "0", "nan", "1e99", "0.000000001", "9" * 40, "\u202e1"])
def test_nonsense_never_becomes_a_size(desk, qtbot, text):
    sizes = desk.view.trade.sizes
    sizes.edit(0)
    sizes.editor.setText(text)
    qtbot.keyClick(sizes.editor, Qt.Key.Key_Return)
    assert sizes.is_editing() and sizes.editor.is_wrong() and desk.view.trade.status.text()
    qtbot.keyClick(sizes.editor, Qt.Key.Key_Escape)
    assert sizes.presets == form.PRESETS


def test_another_instrument_begins_with_its_own_first_size(desk):
    whole = Instrument(InstrumentId(2), "ES", "CME", "ES", "USD", 2, 0, 25, 1)
    desk.view.trade.sizes.field.setText("0.5")
    desk.draw(instrument=whole)
    sizes = desk.view.trade.sizes
    assert sizes.presets == ("1", "2", "5", "10", "50") and sizes.field.text() == "1"


def test_a_memo_that_is_none_changes_nothing(desk):
    for text in ("", "{", "[]", '{"sizes": 5}', '{"profits": "yes"}'):
        assert not desk.view.recall(text)
    assert desk.view.recall('{"sizes": {"COINBASE:BTC-USD": ["1"]}}'), "a row of another length is left out"
    assert desk.view.trade.sizes.presets == form.PRESETS


# profit along the prices ---------------------------------------------------------------------------------------------


def test_the_position_is_worth_so_much_at_each_price(desk, qtbot):
    desk.draw(position=LOT, cost=LOT * 618_900)
    assert all(row.profit is None for row in desk.view.grid.rows())
    qtbot.keyClick(desk.view, Qt.Key.Key_P)
    assert desk.view.viewing.profits.isChecked()
    worth = {row.price: row.profit for row in desk.view.grid.rows()}
    assert worth[618_900] == 0 and worth[619_100] == 200 * LOT and worth[618_800] == -100 * LOT
    assert model.worth_text(BTC, worth[619_100]) == "+2.00" and model.worth_text(BTC, -50_000 * LOT) == "\u2212500"
    column = desk.view.grid.row_rect(619_100, "profit")
    assert column.width() >= 50 and column.right() == desk.view.grid.width() - 1
    desk.draw()
    assert all(row.profit is None for row in desk.view.grid.rows()), "flat: nothing to win"
    qtbot.mouseClick(desk.view.viewing.profits, Qt.MouseButton.LeftButton)
    assert desk.view.grid.row_rect(619_100, "profit").width() == 0


# one level, order by order -------------------------------------------------------------------------------------------


def level(own: int, count: int = 5, price: int = 618_900) -> LevelQueue:
    ours = (Standing(own, LOT, own * LOT),) if own >= 0 else ()
    return LevelQueue(Side.BUY, price, tuple(Queued(price, LOT, index == own) for index in range(count)), 0, count * LOT, ours)


def test_alt_click_shows_a_levels_orders_and_places_nothing(armed, qtbot):
    grid, before = armed.view.grid, armed.view.look()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, armed.point(618_900, "bids"))
    look = armed.view.look()
    assert (look.queue_side, look.queue_price, look.version) == (Side.BUY, 618_900, -1) and armed.asked == []
    armed.draw(queue=level(own=2))
    strip = armed.view.queue
    assert strip.isVisible() and strip.boxes() == ["1.000"] * 5
    assert strip.text() == "Bid 6\u202f189.00   5 orders   5.000   ours is 3rd, 2.000 before it"
    armed.draw(queue=level(own=2))
    after = armed.view.look()
    assert after.high == before.high, "opening must not move a price under the pointer"
    assert after.version > 0
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert not strip.isVisible() and armed.view.look().queue_price == 0 and armed.view.look().high == before.high


def test_enter_opens_and_closes_the_level_at_the_cursor(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    assert "arrow" in desk.view.trade.status.text()
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    assert desk.view.look().queue_price == 619_050
    desk.draw(queue=level(own=-1, price=619_050))
    assert desk.view.queue.isVisible() and "ours" not in desk.view.queue.text()
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    assert not desk.view.queue.isVisible()


def test_where_no_order_is_known_nothing_is_shown(desk, qtbot):
    early = picture(desk.view.look(), 50)
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    desk.view.draw(early)
    assert desk.view.look().version == -1, "that picture was asked for before the level was opened"
    desk.draw()
    assert not desk.view.queue.isVisible() and desk.view.trade.status.text() == "no order is known at this price"


def test_boxes_that_have_no_room_are_counted_and_ours_is_never_left_out():
    assert arranged([10] * 5, -1, 0, 100, 20) == [0, 1, 2, 3, 4]
    assert arranged([10] * 50, -1, 0, 100, 20) == [0, 1, 2, 3, 4, 5, -44]
    assert arranged([10] * 50, 30, 7, 100, 20) == [0, 1, 2, 3, -26, 30, -26]
    assert arranged([10] * 3, -1, 7, 100, 20) == [0, 1, 2, -7]
    for own in range(50):
        cells = arranged([10] * 50, own, 0, 100, 20)
        assert own in cells and sum(1 if cell >= 0 else -cell for cell in cells) == 50
        assert sum(12 if cell >= 0 else 22 for cell in cells) <= 104


@pytest.mark.parametrize("width", [240, 320, 460, 900])
def test_an_order_of_ours_behind_all_that_are_known_one_by_one_has_its_place(desk, qtbot, width):
    desk.view.resize(width, 720)
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    desk.view.look()
    ours = (Standing(811, LOT // 2, 900 * LOT), Standing(4_000, LOT, 4_500 * LOT))
    given = tuple(Queued(619_050, LOT, False) for _ in range(200))
    desk.draw(queue=LevelQueue(Side.BUY, 619_050, given, 12_145, 15_000 * LOT, ours))
    strip = desk.view.queue
    assert "12\u202f345 orders   15\u202f000.000   ours is 812th, 900.000 before it, 1 more of ours" in strip.text()
    boxes = strip.boxes()
    before, after = (int(box[1:].replace("\u202f", "")) for box in (boxes[-3], boxes[-1]))
    assert boxes[-2] == "0.500" and len(boxes) - 3 + before == 811 and after == 12_345 - 812
    assert sum(wide + GAP_PX for _, wide, _ in strip._boxes()) <= strip.width() - 2 * PAD_PX + GAP_PX
    words = strip.shown_words()
    assert "812th" in words and "ours" in words.lower() and "900.000 before it" in words, "where we are goes last"
    assert TypeFace(SMALL_PX).width(words) <= strip.width() - 2 * PAD_PX
    first, second, *_ = strip.toolTip().splitlines()
    assert (first, second) == (
        "Ours of 0.5 is 812th of 12\u202f345, 900 before it", "Ours of 1 is 4\u202f001st of 12\u202f345, 4\u202f500 before it",
    )


def test_the_price_that_a_linked_panel_points_at_is_framed_in_its_row(desk):
    grid = desk.view.grid
    bare = grid.grab().toImage()
    price = grid._rows[3].price
    desk.view.show_price_cross(price)
    marked = grid.grab().toImage()
    cell = QRect(grid._columns.price, TITLE_PX + 3 * ROW_PX, grid._columns.asks - grid._columns.price, ROW_PX)
    changed = [(x, y) for x in range(0, bare.width(), 3) for y in range(bare.height()) if bare.pixel(x, y) != marked.pixel(x, y)]
    assert changed and all(cell.contains(x, y) for x, y in changed)
    desk.view.show_price_cross(None)
    assert grid.grab().toImage() == bare
    desk.view.show_price_cross(price * 9)
    assert grid.grab().toImage() == bare, "beyond the rows"
