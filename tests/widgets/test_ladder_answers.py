"""A refusal of what a ladder asked for is said in that ladder, in the blotter's words."""

import pytest
from PySide6.QtCore import Qt

from core.domain.enums import OrderState, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, OrderId
from core.messages.commands import CancelOrder
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.ticket_pictures import Fate, Refused
from tests.widgets.ladder_desk import BTC, LOT, Desk, shown
from widgets import labels, tongue
from widgets.answers import MOST

ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 8, 1, 1)


@pytest.fixture
def armed(qtbot):  # type: ignore[no-untyped-def]
    desk = shown(qtbot)
    desk.view.arm()
    return desk


def said(desk: Desk) -> str:
    return desk.view.trade.status.text()


def test_a_refused_click_is_said_under_the_name_of_the_click_and_no_other(armed, qtbot):
    at = armed.point(618_950, "bids")
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=at)
    look = armed.view.look()
    assert look.sent == ("click-1",) and look.version == -1, "whatever came meanwhile must be told again"
    refused = Fate("click-1", 0, OrderState.REFUSED, reason=Reason.MAX_ORDER_QTY, limit=LOT // 1000, value=LOT // 100)
    armed.draw(fates=(refused,))
    words = said(armed)
    assert words == labels.refusal(Reason.MAX_ORDER_QTY, LOT // 1000, LOT // 100, BTC) and "0.01 BTC is above" in words
    assert armed.view.look().sent == () and armed.view.look().version > 0
    assert armed.view.hint.end.isActive() and armed.view.hint.end.remainingTime() > 4_000
    armed.draw()
    assert said(armed) == words, "it stays for some seconds"
    armed.view.hint.end.timeout.emit()
    rest = said(armed)
    assert rest != words
    for name in ("click-1", "another"):
        armed.draw(fates=(Fate(name, 0, OrderState.REFUSED, reason=Reason.KILL_SWITCH_ENGAGED),))
        assert said(armed) == rest, "said already, or asked elsewhere"


def test_the_exchanges_no_is_said_and_a_yes_is_not(armed):
    armed.view.place(Side.BUY, 618_950)
    armed.draw(fates=(Fate("click-1", 7, OrderState.SENT),))
    assert armed.view.look().sent == ("click-1",), "not answered yet"
    armed.draw(fates=(Fate("click-1", 7, OrderState.REJECTED, rejection=Rejection.WRONG_PHASE),))
    assert said(armed) == labels.REJECTION[Rejection.WRONG_PHASE]
    armed.view.give_hint("")
    before = said(armed)
    armed.view.place(Side.BUY, 618_950)
    armed.draw(fates=(Fate("click-2", 8, OrderState.WORKING),))
    assert said(armed) == before and armed.view.look().sent == ()


def test_after_another_instrument_nothing_of_the_one_before_is_said(armed):
    armed.view.place(Side.BUY, 618_950)
    armed.view.show_instrument(2)
    assert armed.view.look().sent == () and armed.view.look().asked == 0
    refused = Fate("click-1", 0, OrderState.REFUSED, reason=Reason.MAX_ORDER_QTY, limit=LOT // 1000, value=LOT // 100)
    armed.draw(fates=(refused,))
    assert armed.view.picture is None and armed.view.look().version == -1, "asked before; its version is the other instrument's"
    armed.draw(fates=(refused,), instrument=ETH)
    assert armed.view.picture is not None and "is above" not in said(armed)


def test_a_refused_cancel_or_move_is_said_once_and_old_news_never(armed, qtbot):
    armed.draw(refusals=4)
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.RightButton, pos=armed.point(618_900, "own_bids"))
    look = armed.view.look()
    assert (look.about, look.since, look.version) == ((11,), 4, -1)
    no = Refused(5, 11, "cancel", Reason.NOT_PERMITTED)
    armed.draw(refusals=5, refused=(no,))
    assert said(armed) == f"cancel refused: {labels.refusal(Reason.NOT_PERMITTED, 0, 0, BTC)}"
    armed.view.give_hint("")
    armed.draw(refusals=5, refused=(no,))
    assert "refused" not in said(armed)
    armed.view.cancel_all(None)
    armed.draw(refusals=6, refused=(Refused(6, 0, "cancel all orders", Reason.NOT_PERMITTED),))
    assert said(armed).startswith("cancel all orders refused: ")
    armed.view.move_orders((armed.view.picture.own[0],), 618_800, firmly=False)
    armed.draw(refusals=7, refused=(Refused(7, 11, "replace", rejection=Rejection.WRONG_PHASE),))
    assert said(armed) == f"replace rejected: {labels.REJECTION[Rejection.WRONG_PHASE]}"


def test_the_words_of_a_refused_request_follow_the_language(armed):
    words = {"cancel##a request": "撤单", "{request} refused: {why}": "{request}被拒：{why}"}
    tongue.speak(lambda source: words.get(source, source), "zh_CN")
    try:
        armed.view.ask_each([CancelOrder(OrderId(11))])
        armed.draw(refusals=1, refused=(Refused(1, 11, "cancel", Reason.NOT_PERMITTED),))
        assert said(armed).startswith("撤单被拒：")
    finally:
        tongue.speak(None)


def test_what_is_waited_for_is_bounded(armed):
    for _ in range(3 * MOST):
        armed.view.place(Side.BUY, 618_950)
    assert len(armed.view.look().sent) == MOST and armed.view.look().sent[-1] == f"click-{3 * MOST}"
