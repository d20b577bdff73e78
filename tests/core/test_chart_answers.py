"""What the core tells a chart of the moves that were asked for in it."""

from core.domain.enums import Side
from core.messages.commands import ReplaceOrder, SetLimits
from core.messages.reasons import Reason
from core.projections.chart_pictures import CandlesLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit


def test_a_chart_hears_of_the_refused_requests_about_the_orders_that_it_moved() -> None:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    made.tell(limit("rests", Side.BUY, BID - 5_000, LOT))
    order, candles = made.projections.fates.ids["rests"], made.projections.candles
    before = candles.picture(CandlesLook(asked=1, about=(order,)))
    assert before is not None and (before.asked, before.refused, before.refusals) == (1, (), 0)
    look = CandlesLook(before.version, before.generation, 1, about=(order,))
    assert candles.picture(look) is None
    made.tell(ReplaceOrder(order, 11 * LOT, BID - 5_000))  # type: ignore[arg-type]
    after = candles.picture(look)
    assert after is not None and [(one.request, one.reason, one.value) for one in after.refused] == [
        ("replace", Reason.MAX_ORDER_QTY, 11 * LOT)
    ]
    later = candles.picture(CandlesLook(about=(order,), since=1))
    assert later is not None and later.refused == () and later.refusals == 1
