"""Baskets: any paste is rows or sentences, nothing goes while one is wrong, and all of it is sent once."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import theme as looks
from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.limits import Rule
from core.domain.units import INT64_MAX, InstrumentId
from core.messages.commands import PlaceOrder, SetLimits
from core.messages.groups import PlaceBasket
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.terms import Terms
from core.projections.ticket_pictures import BasketPicture, Fate, GateAnswer
from tests.core.test_projections import Stage
from tests.widgets.ticket_pictures import BTC, COARSE, LOT
from widgets.style import ROW_PX, THEMES
from widgets.ticket import basket_form, basket_words
from widgets.ticket.basket_rows import COLUMNS, GAP_PX, LINE_PX, STATE_PX, BasketRows
from widgets.ticket.basket_view import BasketView

N = NARROW_SPACE
FINE = Instrument(InstrumentId(3), "ETH-USD", "COINBASE", "ETH", "USD", 2, 6, 1, 1)
LISTED = {instrument.symbol: instrument for instrument in (BTC, COARSE, FINE)}
GOOD = "BTC-USD\tbuy\t0.5\tlimit\t6180\tgtc\nES\tS\t3\t\t100.25\t\nBTC-USD\tsell\t1\tmarket\t\t\nBTC-USD\tsell\t1\tstop\t6100\t"


def read(text: str) -> list[basket_form.Row]:
    return basket_form.read(text, LISTED, "b")


def picture(version: int = 1, **changes: object) -> BasketPicture:
    fields: dict[str, object] = {
        "version": version, "instruments": ((BTC, 619_084, 619_085, 619_085), (COARSE, 10_000, 10_025, 0)), "kill_engaged": False,
        "running": True,
    }
    return BasketPicture(**(fields | changes))  # type: ignore[arg-type]


# rows -------------------------------------------------------------------------------------------------------------------


def test_rows_of_a_spreadsheet_are_orders():
    assert [row.order for row in read(GOOD)] == [
        PlaceOrder("b-1", BTC.id, Side.BUY, OrderType.LIMIT, LOT // 2, 618_000, TimeInForce.GTC),
        PlaceOrder("b-2", COARSE.id, Side.SELL, OrderType.LIMIT, 3, 10_025, TimeInForce.DAY),
        PlaceOrder("b-3", BTC.id, Side.SELL, OrderType.MARKET, LOT, 0, TimeInForce.IOC),
        PlaceOrder("b-4", BTC.id, Side.SELL, OrderType.STOP, LOT, 0, TimeInForce.DAY, terms=Terms(trigger=610_000)),
    ]
    assert isinstance(basket_form.basket(read(GOOD)), PlaceBasket)


def test_rows_can_be_typed_with_blanks_between():
    rows = read(f"BTC-USD buy 0.5 limit 6,180.00 gtc\n\n  ES  S  3  limit  100.25 \nBTC-USD sell 1 limit 6{N}190.00\nBTC-USD sell 1")
    assert [(row.line, row.order.qty, row.order.price) for row in rows] == [
        (1, LOT // 2, 618_000), (3, 3, 10_025), (4, LOT, 619_000), (5, LOT, 0),
    ]
    assert "side is missing" in read("BTC-USD")[0].error and "Quantity" in read("BTC-USD, buy")[0].error
    assert read("BTC-USD buy 1 000 limit 6180")[0].order is None, "a blank is no part of a number"


@pytest.mark.parametrize("mark", ["\t", ",", ";", " "])
def test_a_header_may_put_the_columns_in_another_order(mark):
    lines = [["Price", "Qty", "Symbol", "Side"], ["6180", "2", "btc-usd", "BUY"], [], ["6190", "1", "BTC-USD", "sell"]]
    rows = read("\r\n".join(mark.join(cells) for cells in lines))
    assert [(row.line, row.order.qty, row.order.price) for row in rows] == [(2, 2 * LOT, 618_000), (4, LOT, 619_000)]


def test_thousands_in_quotation_marks_are_one_number():
    assert read('BTC-USD,buy,"1,000.0",limit,"6,180.00"')[0].order.qty == 1_000 * LOT


@pytest.mark.parametrize(
    ("row", "words"),
    (
        ("XYZ,buy,1,limit,5", "No instrument 'XYZ' is listed here."), (",buy,1", "The symbol is missing."),
        ("BTC-USD,hold,1", "Side must be buy or sell, not 'hold'."), ("BTC-USD,,1", "side is missing"),
        ("BTC-USD,buy,-1,limit,5", "more than zero"), ("BTC-USD,buy,NaN,limit,5", "out of range"),
        ("BTC-USD,buy,1,limit,", "Price is missing"), ("BTC-USD,buy,1,market,5", "no price"), ("ES,buy,1,limit,100.1", "multiple of 0.25"),
        ("BTC-USD,buy,1,iceberg,5", "limit, market or stop"), ("BTC-USD,buy,1,limit,5,forever", "Time in force must be one of"),
        ("BTC-USD,buy,1,market,,gtc", "cannot live that long"), ("BTC-USD,buy,1,limit,5,day,extra", "More than 6 columns"),
        ("BTC-USD,buy,9999999999,limit,9999999", "worth more"), ("\u202eBTC\u0007,buy,1", "No instrument 'BTC'"),
        ("%s{x}\\n,buy,1", "No instrument '%s{x}\\n' is listed here."), ("it's,buy,1", "No instrument 'it's' is listed here."),
    ),
)
def test_a_row_that_is_no_order_is_one_sentence(row, words):
    rows = read(f"{row}\nBTC-USD,buy,1,limit,6180")
    assert words in rows[0].error and rows[0].order is None and rows[1].order is not None
    assert basket_form.basket(rows) is None


@given(st.one_of(st.text(max_size=200), st.text("BTC-USD,buy\t1;\"\n\r06.limitmarketday \u2212", max_size=200)))
@example('BTC-USD,"buy')
@example("\x00")
@example("x" * 300_000)
def test_any_paste_is_rows_or_sentences(text):
    rows = read(text)
    for row in rows:
        assert (row.order is None) == bool(row.error)
        assert not row.error or (row.error[0].isupper() and row.error.endswith(".") and len(row.error) < 140 and row.error.isprintable())
        assert row.order is None or row.order.qty * max(row.order.price, 1) <= INT64_MAX
        basket_words.cells(row, {}, None, False)
    basket_words.total(rows, {})


def test_more_rows_than_the_desk_takes_are_no_basket():
    rows = read("\n".join(["BTC-USD,buy,1,limit,6180"] * 501))
    assert basket_form.basket(rows) is None and "at most 500" in basket_words.total(rows, {}).text


def test_the_total_is_by_side_and_currency_whatever_the_units():
    rows = read("BTC-USD,buy,0.5,limit,6180\nETH-USD,buy,2,limit,400\nES,sell,3,limit,100.25\nBTC-USD,sell,1,market")
    said = basket_words.total(rows, {BTC.id: (619_084, 619_085, 0)}).text.replace("\u00a0", " ")
    assert said == f"4 orders, buy 3{N}890.00 USD, sell 6{N}491.59 USD"


# the panel --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def basket(qtbot):
    ids = iter(f"id{number}" for number in range(100))
    made = BasketView(THEMES["dark"], new_id=lambda: next(ids))
    qtbot.addWidget(made)
    made.sent = []  # type: ignore[attr-defined]
    made.asked.connect(made.sent.append)  # type: ignore[attr-defined]
    made.resize(880, 260)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture())
    return made


def test_an_empty_basket_says_what_would_fill_it(basket):
    assert basket.text.placeholderText() == "BTC-USD buy 1 market"
    assert read(basket.text.placeholderText())[0].order is not None
    assert "Paste rows" in basket.says.text() and not basket.send.isEnabled() and basket.look().question is None


def test_a_wrong_row_stands_where_it_is_and_nothing_can_be_sent(basket, qtbot):
    basket.text.setPlainText(GOOD.replace("sell\t1\tmarket", "sell\tone\tmarket"))
    assert [bool(row.error) for row in basket.rows.rows()] == [False, False, True, False]
    assert not basket.send.isEnabled() and "1 of 4 rows" in basket.says.text()
    qtbot.keyClick(basket.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert basket.sent == [] and "one" in basket.text.toPlainText()


def test_it_asks_the_desk_and_sends_all_of_it_once(basket, qtbot):
    basket.signed = lambda command: PlaceBasket(command.orders, Origin("ann"))
    basket.text.setPlainText(GOOD)
    question = basket.look().question
    assert question.origin == Origin("ann") and len(question.orders) == 4
    basket.draw(picture(2, answer=GateAnswer(question, qty=5)))
    assert "all of it pass" in basket.says.text()
    for _ in range(2):
        qtbot.keyClick(basket.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(basket.send, Qt.MouseButton.LeftButton)
    assert len(basket.sent) == 1 and len(basket.sent[0].orders) == 4
    names = basket.look().sent
    fates = tuple(Fate(name, 10 + number, OrderState.WORKING) for number, name in enumerate(names))
    basket.draw(picture(3, fates=fates, sent=names))
    assert "4 working" in basket.says.text() and not basket.send.isEnabled()
    assert [row.state for row in basket.rows.rows()] == ["Working"] * 4
    qtbot.mouseClick(basket.again, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(basket.send, Qt.MouseButton.LeftButton)
    first, second = ({order.client_order_id for order in one.orders} for one in basket.sent)
    assert not first & second


def test_the_desks_no_names_the_line_before_and_after(basket):
    basket.text.setPlainText(GOOD)
    refusal = {"reason": Reason.MAX_ORDER_QTY, "limit": LOT // 2, "value": LOT, "line": 3, "refused": 2}
    basket.draw(picture(2, answer=GateAnswer(basket.look().question, **refusal)))
    assert "refused for line 3: order of 1 BTC" in basket.says.text() and basket.rows.rows()[2].state.startswith("Refused: Order of 1 BTC")
    assert basket.rows.tip_at(3 * ROW_PX + 4) == basket.rows.rows()[2].state and "Each row" in basket.rows.tip_at(2)
    basket.submit()
    basket.draw(picture(3, fates=(Fate(basket.look().sent[0], 0, OrderState.REFUSED, **refusal),)))
    assert "line 3" in basket.says.text() and not basket.send.isEnabled()


@pytest.mark.parametrize("under_way", [True, False])
def test_a_refused_basket_is_heard_of_in_a_market_that_stands_still(basket, under_way):
    """By the real desk, which refuses it between two frames: under_way: a picture is being made while it is sent; otherwise one is made
    before the desk has it."""
    stage = Stage()
    stage.play(30)
    stage.tell(SetLimits(1, LOT, 10**16, 500, 25 * LOT, 20))
    pictures = stage.projections.basket
    basket.draw(pictures.picture(basket.look()))
    basket.text.setPlainText("BTC-USD buy 1 limit 6190 gtc\nBTC-USD buy 2 limit 6190 gtc")
    if not under_way:
        basket.draw(pictures.picture(basket.look()))
        assert "line 2" in basket.says.text() and basket.send.isEnabled(), "a warning, not a lock"
    asked = basket.look()
    basket.submit()
    if not under_way:
        basket.draw(pictures.picture(basket.look()))
    stage.tell(basket.sent[0])
    if under_way:
        basket.draw(pictures.picture(asked))
    assert "waiting" in basket.says.text()
    basket.draw(pictures.picture(basket.look()))
    assert "refused for line 2" in basket.says.text() and not basket.send.isEnabled()


def test_a_soft_limit_names_its_line_and_a_way_out(basket):
    basket.text.setPlainText(GOOD)
    question = basket.look().question
    soft = GateAnswer(question, Reason.SIZE_OUTLIER, 300, 800, Rule.SIZE_OUTLIER, soft=True, line=1, refused=1)
    basket.draw(picture(2, answer=soft))
    assert basket.says.text().count("Line 1 meets a soft limit") == 1 and "from the ticket" in basket.says.text()


def test_what_the_core_did_not_take_is_said_and_can_be_sent_again(basket):
    basket.text.setPlainText(GOOD)
    basket.submit()
    assert basket.text.isReadOnly()
    basket.not_taken(basket.sent[0])
    assert "Not sent" in basket.says.text() and basket.send.isEnabled() and not basket.text.isReadOnly()


@pytest.mark.parametrize(("width", "gone"), [(900, []), (640, ["Time##in force"]), (500, ["Type", "Time##in force", "Worth"])])
def test_where_room_is_short_what_became_of_a_row_stays(basket, width, gone):
    rows = BasketRows(THEMES["dark"], basket)
    rows.resize(width, 200)
    rows.show()
    shown = rows._shown()
    assert [title for number, (title, *_) in enumerate(COLUMNS) if number not in shown] == gone
    assert LINE_PX + sum(COLUMNS[number][1] + GAP_PX for number in shown) + STATE_PX <= width


def test_rows_wait_for_their_instruments(qtbot):
    made = BasketView(THEMES["dark"])
    qtbot.addWidget(made)
    made.text.setPlainText(GOOD)
    assert all(row.error for row in made.rows.rows())
    made.draw(picture())
    assert not any(row.error for row in made.rows.rows())


def test_every_control_has_a_name_and_a_tip(basket):
    for child in basket.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(basket):
            assert child.accessibleName() and child.toolTip(), child


def test_the_sheet_of_rows_takes_the_colours_of_another_theme(qtbot, qapp):
    """As in the program, under its style sheet: the ground that is painted, not the one that was asked for."""
    looks.apply(qapp, THEMES["dark"])
    view = BasketView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    qtbot.waitExposed(view)
    looks.apply(qapp, THEMES["light"])
    view.set_theme(THEMES["light"])
    inside = view.text.viewport().mapTo(view, view.text.viewport().rect().bottomRight())
    ground = view.grab().toImage().pixelColor(inside.x() - 8, inside.y() - 8)
    assert ground == THEMES["light"].color("raised")
