"""A stop of ours through the real window over the real core: seen in every panel at its trigger, moved from each, refused in words."""


from PySide6.QtCore import Qt

from core.domain.enums import OrderType, Side
from core.messages.commands import PlaceOrder
from core.messages.terms import Terms
from tests.app.hands import Hands

LOTS = 10**7
BELOW = 4_000


def placed(desk: Hands) -> tuple[int, int]:
    """A stop to sell below the market, which stands still from then on: its id and trigger."""
    ladder = desk.still()
    trigger = ladder.picture.last // 50 * 50 - BELOW
    desk.terminal.core.submit(PlaceOrder("exit", 1, Side.SELL, OrderType.STOP, LOTS, 0, terms=Terms(trigger=trigger)))  # type: ignore[arg-type]
    desk.until(lambda: ladder.picture.own)
    return ladder.picture.own[0].order_id, trigger


def trigger_of(desk: Hands, id: int) -> int:
    return int(desk.terminal.assembly.engine.state.venue.books[1].orders[id].special.trigger)


def test_ladder_blotter_and_chart_show_and_move_it(desk: Hands) -> None:
    id, trigger = placed(desk)
    ladder, orders, chart = (desk.window.view(name) for name in ("ladder", "orders", "chart"))
    desk.until(lambda: [order.at for order in chart.model.own] == [trigger])
    ladder.arm()
    ladder.move_orders(ladder.picture.own, trigger + 500, False)
    desk.until(lambda: trigger_of(desk, id) == trigger + 500 == ladder.picture.own[0].at)
    ladder.move_orders(ladder.picture.own, ladder.picture.last + 50, False)
    assert ladder.trade.status.text() == "not moved: Shift lets it fire" and trigger_of(desk, id) == trigger + 500
    desk.until(lambda: [order.at for order in chart.model.own] == [trigger + 500])
    desk.window.focus_panel("orders")
    orders.table.choose(id)
    orders.edit_chosen()
    orders.editor.trigger.setText(f"{(trigger + 1_000) / 100:.2f}")
    desk.bot.keyClick(orders.editor.trigger, Qt.Key.Key_Return)
    desk.until(lambda: trigger_of(desk, id) == trigger + 1_000 and orders.rows.row_of(id).trigger == trigger + 1_000)
    row = ladder.picture.own[0]
    desk.until(lambda: ladder.picture.own[0].at == trigger + 1_000)
    ladder.cancel_all(Side.SELL)
    desk.until(lambda: not ladder.picture.own and not chart.model.own)
    assert row.order_id == id and not desk.terminal.assembly.projections.orders.open


def test_a_refused_move_is_said_where_it_was_asked_and_the_stop_stays(desk: Hands) -> None:
    id, trigger = placed(desk)
    ladder, orders = desk.window.view("ladder"), desk.window.view("orders")
    desk.window.focus_panel("ladder")
    desk.signing.sit_as_demo("demo-operator")
    ladder.arm()
    ladder.move_orders(ladder.picture.own, trigger + 500, False)
    desk.until(lambda: ladder.trade.status.text().startswith("replace refused: "))
    desk.until(lambda: orders.rows.row_of(id).reason is not None and orders.rows.row_of(id).request == "replace")
    assert trigger_of(desk, id) == trigger == orders.rows.row_of(id).trigger
