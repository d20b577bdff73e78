"""What is too small for its column says so, with its sign, wherever a quantity is shortened."""

import pytest

from core.domain.enums import Liquidity, Side
from core.projections.pictures import FillRow
from tests.widgets import blotter_rows as rows
from tests.widgets.ticket_pictures import BTC, LOT, picture, placed
from widgets.blotter.tables import FILLS, ORDERS, POSITIONS, fill_totals
from widgets.market_operations import model as market
from widgets.sizes import size_text
from widgets.ticket import amounts, model
from widgets.ticket.draft import QtyUnit

MINUS = "\u2212"


@pytest.mark.parametrize(("qty", "plain", "signed"), [
    (100, "<0.0001", "+<0.0001"), (-100, f"{MINUS}<0.0001", f"{MINUS}<0.0001"), (-1, f"{MINUS}<0.0001", f"{MINUS}<0.0001"),
    (9_999, "<0.0001", "+<0.0001"), (10_000, "0.0001", "+0.0001"), (-10_000, f"{MINUS}0.0001", f"{MINUS}0.0001"),
    (0, "0.0000", "0.0000"), (-3 * LOT // 2, f"{MINUS}1.5000", f"{MINUS}1.5000"),
])
def test_nothing_but_nothing_looks_like_nothing(qty, plain, signed):
    assert (size_text(BTC, qty, 4), size_text(BTC, qty, 4, signed=True)) == (plain, signed)


def test_a_small_position_is_one_in_the_blotter():
    net = POSITIONS.column("net")
    for qty, text in ((100, "+<0.0001"), (-100, f"{MINUS}<0.0001"), (LOT, "+1.0000"), (0, "0.0000")):
        assert net.text(rows.position(rows.BTC, qty, qty * 619_000, 619_100)) == text


def test_small_orders_and_fills_read_the_same():
    fill = FillRow(1, 7, rows.AT, rows.BTC, Side.BUY, 100, 619_084, Liquidity.MAKER)
    assert ORDERS.column("qty").text(rows.order(1, qty=100)) == FILLS.column("qty").text(fill) == "<0.0001"
    assert fill_totals([(rows.BTC, 1, {"qty": 100, "value": 100 * 619_000, "fee": 0, "bought": 100})])["qty"] == "<0.0001"


def test_the_ticket_says_a_small_position_after_it_and_a_small_amount():
    def after(side, held):
        return model.preview(placed(side, qty=100), picture(position=held), None)[2].aside

    assert after(Side.BUY, 0) == "then +<0.0001 BTC" and after(Side.SELL, 0) == f"then {MINUS}<0.0001 BTC"
    assert after(Side.BUY, LOT - 100) == "then +1 BTC" and after(Side.BUY, -100) == "then flat"
    assert amounts.others(100, QtyUnit.VALUE, picture(), Side.BUY, 619_084).startswith("<0.0001\u00a0BTC")


def test_a_small_surplus_of_an_auction_has_its_side():
    shown = [market._auction(BTC, market.CALLS[0], 619_084, LOT, surplus)[2].text for surplus in (100, -100, LOT)]
    assert shown == ["+<0.0001", f"{MINUS}<0.0001", "+1.0000"]
