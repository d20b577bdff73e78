"""The chart's marks of fills that the exchange undid or corrected."""

import msgspec

from core.domain.enums import Side
from tests.widgets.test_chart import FIVE, LOT, START, candle, candles, picture
from widgets.chart.view import ChartView
from widgets.style import THEMES


def test_the_mark_of_a_fill_that_was_undone_goes(qtbot):
    full = ChartView(THEMES["dark"])
    qtbot.addWidget(full)
    full.draw(picture(candles(300)))
    at = START + 10 * FIVE
    bought, sold = (at, 619_010, Side.BUY, LOT), (at + 1, 619_020, Side.SELL, LOT)
    full.draw(picture((candle(299),), first=299, version=2, fills=(bought, sold)))
    full.draw(msgspec.structs.replace(picture((candle(299),), first=299, version=3, fills=(sold,)), amended=1))
    assert full.model.fills == [sold] and (full.look().fills, full.look().amended) == (1, 1)
    full.draw(msgspec.structs.replace(picture((candle(299),), first=299, version=4), amended=2))
    assert full.model.fills == [] and full.look().amended == 2
