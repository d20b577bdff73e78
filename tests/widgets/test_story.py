"""The story sheet: what the core tells is read in words, by time, and gone through by keys alone."""

import pytest
from PySide6.QtCore import Qt

from core.domain.enums import CancelReason, LinkKind, OrderState, OrderType, Side
from core.messages import commands, events
from core.messages.commands import CancelOrder, EngageKill, PlaceOrder, ReplaceOrder
from core.messages.groups import PlaceLinked
from core.messages.origin import Origin
from core.messages.stopping import OrderFenced
from core.messages.terms import Terms
from core.projections import story as stories_module
from core.projections.journeys import Journey
from core.projections.pictures import Leg, Moment, RowsLook, StoryPicture
from core.projections.story import FIRST, TELLS
from tests.core.test_projections import BID, LOT, Stage
from tests.core.test_story import fields, staged
from tests.sessions import limit
from tests.widgets.blotter_rows import AT, order
from widgets import labels, tongue
from widgets.blotter.orders import OrdersView
from widgets.story.durations import SAME, duration
from widgets.story.model import stages, telling
from widgets.story.timeline import wrapped
from widgets.story.view import StorySheet
from widgets.story.words import Teller
from widgets.style import THEMES
from widgets.type_face import TypeFace


def frame(stage: Stage, view: OrdersView) -> None:
    """What the frame clock does."""
    picture = stage.projections.orders_blotter.picture(view.look())
    if picture is not None:
        view.draw(picture)


@pytest.fixture
def stage() -> Stage:
    return staged()


@pytest.fixture
def view(qtbot) -> OrdersView:
    made = OrdersView(THEMES["dark"], StorySheet)
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_enter_tells_the_whole_story_and_escape_leaves_it(stage, view, qtbot):
    key = stage.tell(PlaceOrder(**fields(limit("mine", Side.BUY, BID - 500, LOT)) | {"origin": Origin("tess", "rates", "mm", "s1", "c7")}))
    stage.play(50)
    stage.tell(ReplaceOrder(key, 2 * LOT, BID - 400))
    frame(stage, view)
    view.table.choose(key)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.story.isVisible() and view.story.timeline.hasFocus() and view.look().story == key
    frame(stage, view)
    text = view.story.timeline.text()
    assert view.story.title.text() == f"Order {key}: buy 2 BTC-USD, working"
    assert "by tess, desk rates, strategy mm, signal s1" in text and "correlation c7" in text and "client id mine, account 1" in text
    assert "quantity 1 \u2192 2, price 6\u202f185.84 \u2192 6\u202f186.84" in text and "in the queue" in text
    stage.tell(CancelOrder(key))
    frame(stage, view)
    assert "Cancelled" in view.story.timeline.text() and "1 will not" not in view.story.timeline.text()
    assert "2 will not trade: on request" in view.story.timeline.text()
    qtbot.keyClick(view.story.timeline, Qt.Key.Key_Escape)
    assert view.story.isHidden() and view.table.hasFocus() and view.look().story == 0


def test_a_stop_is_told_with_its_trigger_and_every_move_of_it(stage, view):
    placed = PlaceOrder("s", 1, Side.SELL, OrderType.STOP_LIMIT, LOT, BID - 5_500, terms=Terms(trigger=BID - 5_000))
    key = stage.tell(placed)
    stage.tell(ReplaceOrder(key, LOT, BID - 5_500, BID - 4_000))
    stage.tell(ReplaceOrder(key, LOT, BID - 5_500, BID - 3_000))
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    text = view.story.timeline.text()
    assert view.story.title.text() == f"Order {key}: sell 1 BTC-USD, stop 6\u202f160.84, limit 6\u202f135.84, working"
    assert "Sell 1, stop 6\u202f140.84, limit 6\u202f135.84" in text
    assert text.count("quantity 1, trigger 6\u202f140.84 \u2192 6\u202f150.84, price 6\u202f135.84") == 2, "asked for, and done"
    assert text.count("trigger 6\u202f150.84 \u2192 6\u202f160.84") == 2


def test_a_stop_without_a_limit_has_no_price_to_be_told(stage, view):
    key = stage.tell(PlaceOrder("s", 1, Side.SELL, OrderType.STOP, LOT, 0, terms=Terms(trigger=BID - 5_000)))
    stage.tell(ReplaceOrder(key, LOT, 0, BID - 4_000))
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    assert "market" not in view.story.timeline.text() and "stop 6\u202f150.84, working" in view.story.title.text()


def test_what_was_measured_is_said_instead_of_the_same_step(stage, view):
    stage.projections.journeys.under_way = Journey(0, 300_000, 350_000, 2_500_000)
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.tell(limit("much", Side.BUY, BID, 11 * LOT))
    stage.projections.journeys.under_way = None
    frame(stage, view)
    for number, took in ((key, {"Gate": "350 \u00b5s", "Sent": SAME, "Acknowledged": "2.15 ms"}), (-1, {"Refused": "350 \u00b5s"})):
        view.tell(number)
        frame(stage, view)
        assert {one.name: one.took for one in view.story.stages.stages if one.took} == took
        said = "to the core 300 \u00b5s, decided in 50 \u00b5s, on the record and shown 2.5 ms after it was asked"
        assert said in view.story.timeline.text()


def test_a_refusal_says_its_rule_and_numbers(stage, view, qtbot):
    stage.tell(limit("much", Side.BUY, BID, 11 * LOT))
    frame(stage, view)
    view.tell(-1)
    frame(stage, view)
    assert labels.refusal(*why(stage)) in view.story.timeline.text()
    assert [stage.name for stage in view.story.stages.stages] == ["Command", "Refused"]


def why(stage: Stage):
    row = stage.projections.orders.rows[-1]
    return row.reason, row.limit, row.value, row.instrument


def test_stages_take_what_session_time_passed(stage, view):
    key = stage.tell(limit("a", Side.BUY, BID, LOT))
    sent = stage.at
    stage.play(12_000)
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    told = {stage.name: stage for stage in view.story.stages.stages}
    assert told["Gate"].took == told["Sent"].took == told["Acknowledged"].took == SAME
    moments = stage.projections.orders_blotter.picture(RowsLook(1, 0, key)).story.moments
    fills = [one.at for one in moments if isinstance(one.told, events.OrderFilled)]
    assert told["First fill"].at == fills[0] and told["First fill"].took == duration(fills[0] - sent)
    assert told["Done"].at == fills[-1]


def test_a_kill_is_told_with_its_source(stage, view):
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.tell(EngageKill("operator at the terminal", 4))
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    text = view.story.timeline.text()
    assert "Kill switch engaged" in text and "operator at the terminal" in text and "kill switch" in text


def test_links_lead_to_the_other_legs_by_key(stage, view, qtbot):
    stage.tell(PlaceLinked(LinkKind.OCO, (limit("l1", Side.BUY, BID - 900, LOT), limit("l2", Side.BUY, BID - 800, LOT))))
    first, second = (row.key for row in stage.projections.orders.open.values())
    frame(stage, view)
    view.tell(first)
    frame(stage, view)
    assert "one cancels the other" in view.story.timeline.text() and f"Leg 2: order {second}, working" in view.story.timeline.text()
    qtbot.keyClick(view.story.timeline, Qt.Key.Key_Right)
    qtbot.keyClick(view.story.timeline, Qt.Key.Key_Return)
    assert view.story.key == second
    frame(stage, view)
    assert f"order {first}, working" in view.story.timeline.text()


def test_what_is_no_longer_kept_names_where_it_is(stage, view, monkeypatch):
    monkeypatch.setattr(stories_module, "KEPT", 1)
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    stage.tell(limit("b", Side.BUY, BID - 500, LOT))
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    assert f"journal show {key}" in view.story.timeline.text() and "journal panel" in view.story.timeline.text()


def test_a_new_run_closes_the_story(stage, view):
    key = stage.tell(limit("a", Side.BUY, BID - 500, LOT))
    frame(stage, view)
    view.tell(key)
    stage.tell(commands.EndRun("x"))
    stage.tell(commands.StartRun("s", "", 0, 0, False, "", ()))
    frame(stage, view)
    assert view.story.isHidden()


def test_where_moments_are_missing_is_said_there():
    moments = tuple(Moment(AT + number, events.OrderRestated(1, 5, 5)) for number in range(FIRST + 3))
    told = telling(StoryPicture(1, 1, order(1), True, moments, 7))
    assert told.note_at == FIRST and told.note.startswith("7 moments between")


def sample(kind: type) -> object:
    """One of the kind, with numbers."""
    given = {"order_id": 1, "qty": 5, "price": 619_000, "leaves": 2, "at": 1, "terms": None}
    hints = kind.__annotations__
    made = {}
    for name in kind.__struct_fields__:
        hint = str(hints[name])
        enum = next((getattr(events, part, None) or getattr(labels, part, None) for part in [hint.split(".")[-1].strip("'>")]), None)
        made[name] = given.get(name, "x" if hint == "<class 'str'>" else next(iter(enum)) if hasattr(enum, "__members__") else 1)
    return kind(**made)


@pytest.mark.parametrize("kind", [*TELLS, OrderFenced, events.OrderSent, events.OrderCancelled, events.CancelSent, events.KillEngaged])
def test_every_kind_of_moment_has_words(kind):
    for row in (order(1), order(-1, instrument=None)):
        said = Teller(row).tell(Moment(AT, sample(kind)))
        assert said.title and said.title != kind.__name__ and said.token in {"text", "own", "warning", "critical"}


@pytest.mark.parametrize(("ns", "text"), [
    (0, SAME), (1, "1 ns"), (1500, "2 \u00b5s"), (2_340_000, "2.34 ms"), (999_000_000, "999 ms"), (1_250_000_000, "1.25 s"),
    (65 * 10**9, "1 min 5 s"), (3 * 3600 * 10**9, "3 h 0 min"),
])
def test_durations_read_like_a_person_says_them(ns, text):
    assert duration(ns) == text


def test_an_order_that_still_works_is_not_done():
    sent = events.OrderSent(1, "a", 1, 1, Side.BUY, order(1).order_type, 5, 5, order(1).time_in_force, 0)
    found = stages(StoryPicture(1, 1, order(1), True, (Moment(AT, sent), Moment(AT + 5, events.OrderWorking(1, 5, 0)))))
    assert [bool(stage.at) for stage in found] == [True, True, True, True, False, False]


def test_long_words_wrap_within_the_room(qtbot):
    face = TypeFace()
    for text in ("x" * 300, "a few words " * 30, "\u05d0" * 50, ""):
        assert all(face.metrics.horizontalAdvance(line) <= 120 for line in wrapped(face, text, 120))


def test_a_number_is_not_broken_at_its_thousands(qtbot):
    face = TypeFace()
    text = "price 6\u202f190.84"
    assert wrapped(face, f"{text} at", face.metrics.horizontalAdvance(text)) == [text, "at"]
    assert wrapped(face, text, face.metrics.horizontalAdvance("price 6\u202f190.8")) == ["price", "6\u202f190.84"]


def test_every_theme_paints_narrow_and_wide(stage, view):
    key = stage.tell(limit("a" * 100, Side.BUY, BID - 500, LOT))
    frame(stage, view)
    view.tell(key)
    frame(stage, view)
    for theme in THEMES.values():
        view.set_theme(theme)
        for width in (284, 500, 1200):
            view.resize(width, 220)
            assert not view.grab().isNull()
    view.resize(284, 220)
    assert view.panel.left.isHidden() and view.story.isVisible()
    view.story.leave()
    assert view.panel.left.isVisible()


def test_the_title_says_that_fills_were_undone(stage):
    row = order(7, state=OrderState.FILLED, filled=LOT // 2, leaves=0, undone=LOT // 2)
    moments = (Moment(AT, events.FillBusted(7, 3, LOT // 2, BID)),)
    told = telling(StoryPicture(1, 7, row, True, moments, legs=(Leg(8, "b", 2, OrderState.FILLED, 0, LOT),)))
    assert told.title.endswith(", filled, part undone") and told.links[0].text.endswith(", busted")
    assert told.said[0].title == "Trade 3 undone"


def test_the_last_stage_has_its_time_in_every_language():
    row = order(7, state=OrderState.CANCELLED, leaves=0)
    picture = StoryPicture(1, 7, row, True, (Moment(AT, events.OrderCancelled(7, LOT, CancelReason.REQUESTED)),))
    tongue.speak(lambda source: {"Done": "完成"}.get(source, source.partition("##")[0]), "zh_CN")
    try:
        assert [(one.name, one.at) for one in stages(picture)][-1] == ("完成", AT)
    finally:
        tongue.speak(None)
