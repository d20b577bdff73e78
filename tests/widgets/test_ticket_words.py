"""What the ticket says: of the order, of the book that it meets, of the desk's answer, and of its fate."""

import pytest

from core.domain.enums import CancelReason, LinkKind, OrderState, OrderType, Peg, PostOnly, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE
from core.domain.limits import FACTS, Rule
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.messages.terms import Terms
from core.projections.ticket_pictures import Fate, GateAnswer, GateUse, Sweep
from tests.widgets.ticket_pictures import BTC, COARSE, LOT, picture
from widgets import labels
from widgets.ticket import amounts, gate_words, model
from widgets.ticket.draft import Draft, QtyUnit

N = NARROW_SPACE


def placed(side: Side = Side.BUY, qty: int = LOT, price: int = 619_084, **changes: object) -> PlaceOrder:
    fields: dict[str, object] = {
        "client_order_id": "x", "instrument": BTC.id, "side": side,
        "order_type": OrderType.LIMIT if price else OrderType.MARKET, "qty": qty, "price": price,
        "time_in_force": TimeInForce.DAY if price else TimeInForce.IOC,
    }
    return PlaceOrder(**(fields | changes))  # type: ignore[arg-type]


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


# the order --------------------------------------------------------------------------------------------------------------


def test_the_summary_is_the_whole_order():
    half = placed(qty=LOT // 2)
    assert model.summary(half, BTC) == f"Buy 0.5 BTC at 6{N}190.84 limit"
    assert model.order_words(half, BTC) == f"Buy 0.5 BTC @ 6{N}190.84 limit Day"
    assert model.order_words(placed(Side.SELL, price=0), BTC) == "Sell 1 BTC @ market IOC"


@pytest.mark.parametrize(
    ("changes", "words"),
    (
        ({"order_type": OrderType.STOP, "price": 0, "terms": Terms(trigger=620_000)}, f"stop 6{N}200.00"),
        ({"order_type": OrderType.STOP_LIMIT, "terms": Terms(trigger=620_000)}, f"stop 6{N}200.00, limit 6{N}190.84"),
        ({"order_type": OrderType.LIMIT_IF_TOUCHED, "terms": Terms(trigger=618_000)}, f"touch 6{N}180.00, limit 6{N}190.84"),
        ({"order_type": OrderType.TRAILING_STOP, "price": 0, "terms": Terms(trail=2500)}, f"trail 2{N}500 ticks"),
        ({"order_type": OrderType.TRAILING_STOP, "price": 0, "terms": Terms(trail_bp=150)}, "trail 1.5 %"),
        ({"order_type": OrderType.PEGGED, "terms": Terms(peg=Peg.MARKET, peg_offset=-5)}, "peg other side -5"),
        ({"terms": Terms(display=LOT // 10, display_spread=LOT // 50)}, "shows 0.1 \u00b1 0.02"),
        ({"terms": Terms(hidden=True, min_qty=LOT // 2)}, "hidden, at least 0.5"),
        ({"terms": Terms(post_only=PostOnly.REJECT), "may_shrink": True}, "post only, or less"),
        ({"terms": Terms(all_or_none=True), "time_in_force": TimeInForce.ATC}, "all or none, At close"),
    ),
)
def test_every_term_is_said_before_it_is_sent(changes, words):
    assert words in spaced(model.summary(placed(**changes), BTC))


@pytest.mark.parametrize(
    ("order", "sweep", "words"),
    (
        (placed(price=619_084), None, "Joins the bid, behind 1.000 BTC"),
        (placed(price=619_083), None, "Rests 1 tick below the bid"),
        (placed(Side.SELL, price=619_185), None, "Rests 100 ticks above the ask"),
        (placed(price=619_000, time_in_force=TimeInForce.IOC), None, "Finds nothing at this price now: cancelled at once"),
        (placed(price=619_090), Sweep(LOT, LOT * 619_086, 619_090, 3), f"Avg 6{N}190.86, worst 6{N}190.90"),
        (
            placed(price=619_090), Sweep(LOT // 4, LOT // 4 * 619_086, 619_090, 3),
            f"Book fills 25.0 %: avg 6{N}190.86, worst 6{N}190.90; the rest rests",
        ),
        (placed(price=0), Sweep(LOT // 4, LOT // 4 * 619_086, 619_090, 3), "the rest is cancelled"),
        (placed(price=619_090, terms=Terms(post_only=PostOnly.REJECT)), None, "the exchange rejects it"),
        (placed(price=0, order_type=OrderType.STOP, terms=Terms(trigger=619_185)), None, "Fires when the market rises 100 ticks"),
        (placed(price=0, order_type=OrderType.MARKET_IF_TOUCHED, terms=Terms(trigger=619_185)), None, "it fires at once"),
        (placed(Side.SELL, price=0, order_type=OrderType.TRAILING_STOP, terms=Terms(trail=50)), None, "below the highest"),
    ),
)
def test_it_says_what_the_order_would_meet(order, sweep, words):
    assert words in spaced(model.meets(order, picture(), sweep))


def test_slippage_is_counted_from_the_middle_on_both_sides():
    sweep = Sweep(LOT, LOT * 620_000, 620_000, 2)
    assert spaced(model.slip(placed(price=0), picture(bid=618_999, ask=619_001), sweep)) == "slip 16.2 bp"
    assert spaced(model.slip(placed(Side.SELL, price=0), picture(bid=620_999, ask=621_001), sweep)) == "slip 16.1 bp"
    assert model.slip(placed(price=0), picture(bid=0), sweep) == ""


def test_it_says_so_when_there_is_nobody_to_meet():
    assert "no ask" in model.meets(placed(price=0), picture(ask=0, ask_qty=0), None)
    assert model.meets(placed(price=619_090), picture(bid=0, bid_qty=0, ask=619_100), None) == "Becomes the best bid"


def test_a_market_order_is_worst_where_the_gate_stops_it():
    order = placed(price=0)
    assert model.worst(order, picture(answer=GateAnswer(order, worst=680_993))) == f"Worst 6{N}809.93 at 6{N}809.93"
    own = placed(price=0, terms=Terms(protection=620_000))
    assert model.worst(own, picture(answer=GateAnswer(own, worst=680_993))) == f"Worst 6{N}200.00 at 6{N}200.00"
    assert "unknown" in model.worst(order, picture())


def test_a_bracket_says_what_its_exits_win_and_lose():
    target = placed(Side.SELL, price=619_584)
    stop = placed(Side.SELL, price=0, order_type=OrderType.STOP, terms=Terms(trigger=618_834))
    order = PlaceLinked(LinkKind.BRACKET, (placed(), target, stop))
    assert model.exit_words(order, picture()) == (f"Target 6{N}195.84 +5.00", f"Stop 6{N}188.34 \u22122.50")
    assert model.order_words(order, BTC).endswith("Day + bracket")


# how much ---------------------------------------------------------------------------------------------------------------


def test_the_same_quantity_in_the_other_units():
    around = picture(median=LOT // 2)
    said = spaced(amounts.others(LOT, QtyUnit.BASE, around, Side.BUY, 619_084))
    assert said == f"6{N}190.84 USD \u00b7 5.0 % of depth \u00b7 2.00\u00d7 usual"
    assert spaced(amounts.others(LOT, QtyUnit.VALUE, picture(ask_depth=0), Side.BUY, 619_084)) == "1.0000 BTC"


def test_a_value_typed_as_a_quantity_is_doubted():
    assert "meant in USD" in amounts.doubt(10 * LOT, QtyUnit.BASE, picture(median=LOT // 2), Side.BUY, OrderType.LIMIT)
    assert "meant in USD" in amounts.doubt(400 * LOT, QtyUnit.BASE, picture(), Side.BUY, OrderType.LIMIT)
    assert amounts.doubt(9 * LOT, QtyUnit.BASE, picture(median=LOT // 2), Side.BUY, OrderType.LIMIT) == ""
    assert amounts.doubt(10 * LOT, QtyUnit.VALUE, picture(median=LOT // 2), Side.BUY, OrderType.LIMIT) == ""


# the desk's answer ------------------------------------------------------------------------------------------------------


def test_a_pass_names_the_nearest_limits():
    uses = (GateUse(Rule.MAX_POSITION, "account 1", 4 * LOT, 25 * LOT), GateUse(Rule.MAX_ORDER_QTY, "everything", LOT, 10 * LOT))
    notes = gate_words.answer_notes(GateAnswer(placed(), qty=LOT, uses=uses), BTC, None)
    assert [(note.text, note.aside) for note in notes[1:]] == [
        ("Position of account 1", "4 of 25 BTC"), ("Order quantity", "1 of 10 BTC"),
    ]


def test_a_refusal_says_the_limit_whose_it_is_and_what_would_pass():
    answer = GateAnswer(
        placed(qty=25 * LOT), Reason.MAX_ORDER_QTY, 10 * LOT, 25 * LOT, Rule.MAX_ORDER_QTY, "account 1", also=2, smaller=10 * LOT,
    )
    text = gate_words.answer_notes(answer, BTC, None)[0].text
    assert text == (
        "Would be refused: order of 25 BTC is above the limit of 10. Limit of account 1. 2 more limits would refuse it. 10 BTC would pass."
    )
    assert gate_words.field_of(answer) == "qty"


def test_a_soft_limit_says_which_number_to_type_and_why():
    answer = GateAnswer(placed(), Reason.SIZE_OUTLIER, 300, 800, Rule.SIZE_OUTLIER, "trader ann", soft=True)
    text = gate_words.answer_notes(answer, BTC, None)[0].text
    assert text.startswith("Type 8.00 to pass the soft limit of trader ann: the order's size") and text.endswith("the limit is 3.00.")
    assert gate_words.soft_number(answer, BTC) == "8.00"


def test_a_cut_is_said_before_it_is_made():
    order = placed(qty=25 * LOT, may_shrink=True)
    assert "cut it to 10 BTC" in gate_words.answer_notes(GateAnswer(order, qty=10 * LOT), BTC, None)[0].text


def test_the_exchanges_no_is_said_as_its_own():
    note = gate_words.answer_notes(GateAnswer(placed(), rejection=Rejection.WRONG_PHASE), BTC, None)[0]
    assert note.text.startswith("The exchange would reject it: the market takes no such order")


def test_what_the_strip_says_is_not_said_twice():
    answer = GateAnswer(placed(), Reason.KILL_SWITCH_ENGAGED)
    assert gate_words.answer_notes(answer, BTC, Reason.KILL_SWITCH_ENGAGED) == ()
    assert gate_words.answer_notes(answer, BTC, None)


@pytest.mark.parametrize("rule", list(Rule), ids=lambda rule: rule.name)
@pytest.mark.parametrize("instrument", [BTC, COARSE], ids=["btc", "es"])
def test_every_rule_can_be_shown_and_confirmed(rule, instrument):
    note = gate_words.use_note(GateUse(rule, "desk rates", 12_345_678, 20_000_000), instrument)
    assert note.text.endswith(" of desk rates") and " of " in note.aside
    reason = next(reason for reason in Reason if reason.name in (rule.name, "STALE_PRICE", "MESSAGE_RATE"))
    answer = GateAnswer(placed(), reason, 1, 12_345_678, rule, soft=True)
    assert gate_words.soft_number(answer, instrument) == gate_words.value_text(rule, 12_345_678, instrument) != ""
    assert rule in FACTS and rule in labels.RULE


# its fate ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fate", "token", "words"),
    (
        (Fate("x", 11, OrderState.WORKING, qty=LOT), "own", "Working \u00b7 order 11"),
        (Fate("x", 11, OrderState.WORKING, qty=LOT, filled=LOT // 4, cost=LOT // 4 * 619_084), "own", f"0.25 of 1 filled at 6{N}190.84"),
        (Fate("x", 11, OrderState.FILLED, qty=LOT, filled=LOT, cost=LOT * 619_084), "text", f"Filled, 1 filled at 6{N}190.84"),
        (Fate("x", 11, OrderState.CANCELLED, qty=LOT, cancel_reason=CancelReason.IMMEDIATE_REMAINDER), "text", "remainder not filled"),
        (Fate("x", 11, OrderState.REJECTED, rejection=Rejection.WRONG_PHASE), "critical", "present phase"),
        (
            Fate("x", 0, OrderState.REFUSED, reason=Reason.MAX_ORDER_QTY, limit=LOT, value=2 * LOT, scope="desk rates"), "critical",
            "Refused. Order of 2 BTC is above the limit of 1. Limit of desk rates.",
        ),
        (Fate("x", 0, OrderState.WORKING, held=True), "own", "Held by the desk"),
    ),
)
def test_every_fate_is_said(fate, token, words):
    note = gate_words.fate_note(fate, BTC)
    assert note.token == token and words in note.text


def test_terms_in_force_are_marked_on_their_tab():
    assert not model.has_terms(Draft(trigger="5", offset="3")) and model.has_terms(Draft(hidden=True))
    assert not model.has_terms(Draft(order_type=OrderType.STOP, hidden=True, trigger="5"))
