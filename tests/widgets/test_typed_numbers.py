"""Every field where a number is typed reads it in the same way: in none of them a comma for the decimal sign makes an order larger."""

from collections.abc import Callable

import pytest

from core.domain.enums import Side
from core.domain.limits import Rule
from core.domain.triggers import TriggerKind
from tests.widgets.blotter_rows import order
from tests.widgets.ticket_pictures import BTC, LOT, picture
from widgets.blotter.conditions import condition
from widgets.blotter.form import FieldError, replace
from widgets.blotter.tables import ORDERS
from widgets.entry import FieldWrong
from widgets.kill_switch import triggers_form
from widgets.ladder import form as ladder_form
from widgets.limit_words import parse_time, parse_value
from widgets.market_operations import form as market_form
from widgets.market_operations import rules_form
from widgets.risk import new_rule
from widgets.tape.form import smallest_size
from widgets.ticket import amounts, basket_form, numbers
from widgets.ticket.draft import QtyUnit

POINT, EITHER = "takes a decimal point: type 1.5", "is ambiguous: type 1500 or 1.5"


def _in_basket(text: str) -> None:
    row = basket_form.read(f"BTC-USD;buy;{text};limit;6180.00", {"BTC-USD": BTC}, "b")[0]
    if row.order is None:
        raise ValueError(row.error)
    assert row.order.qty == 1_500 * LOT


def _in_ladder(text: str) -> None:
    wrong = ladder_form.wrong_size(BTC, text)
    if wrong:
        raise ValueError(wrong)


def _corrected(text: str) -> None:
    told = market_form.lasting(f"{text} s")
    if isinstance(told, str):
        raise ValueError(told)


READERS: dict[str, Callable[[str], object]] = {
    "ladder size": _in_ladder,
    "ladder size sent": lambda text: ladder_form.size(BTC, text),
    "ticket quantity": lambda text: numbers.lots_of(BTC, text),
    "ticket price": lambda text: numbers.price_of(BTC, text),
    "ticket trigger": lambda text: numbers.price_of(BTC, text, "trigger"),
    "ticket value": lambda text: amounts.lots(text, QtyUnit.VALUE, picture(), Side.BUY, 619_084),
    "ticket percent": lambda text: numbers.hundredths_of(text, "percent", 10**9),
    "basket": _in_basket,
    "blotter filter": lambda text: condition(ORDERS.column("qty"), f">{text}"),
    "tape": lambda text: smallest_size(BTC, text),
    "risk percent": lambda text: parse_value(Rule.PRICE_COLLAR, f"{text} %", BTC),
    "risk quantity": lambda text: parse_value(Rule.MAX_ORDER_QTY, f"{text} BTC", BTC),
    "risk worth": lambda text: parse_value(Rule.MAX_ORDER_WORTH, text, None),
    "tightening": lambda text: new_rule._number("threshold", f"{text} %", 2, "the threshold"),
    "time": lambda text: parse_time(f"{text} s"),
    "trigger threshold": lambda text: triggers_form._threshold(TriggerKind.DAILY_LOSS, f"{text} %"),
    "how long a halt lasts": _corrected,
    "market band": lambda text: rules_form._parse("static_bp")(text, BTC),
    "market velocity": lambda text: rules_form._parse("velocity")(text, BTC),
    "market quantity": lambda text: rules_form._parse("min_qty")(text, BTC),
}


@pytest.mark.parametrize("field", READERS)
def test_no_field_takes_a_comma_for_nothing(field: str) -> None:
    read = READERS[field]
    for text, says in (("1,5", POINT), ("1,500", EITHER)):
        with pytest.raises((ValueError, numbers.Wrong)) as raised:
            read(text)
        assert says in str(raised.value), (text, str(raised.value))


@pytest.mark.parametrize("field", [field for field in READERS if field != "market band"])
def test_every_field_takes_true_thousands(field: str) -> None:
    for text in ("1500", "1 500", "1\u202f500", "1,500.0", "1'500"):
        READERS[field](text)


def test_the_editor_of_an_order_refuses_them_too() -> None:
    row = order(1)
    for qty, price, field in (("0,1", "6190.84", "qty"), ("1", "6190,84", "price")):
        with pytest.raises(FieldError, match="takes a decimal point") as raised:
            replace(row, qty, price)
        assert raised.value.field == field


def test_a_confirmation_is_the_number_and_nothing_like_it() -> None:
    assert numbers.same_number("15 000", "15\u202f000") and numbers.same_number("15000.0", "15\u202f000")
    assert not numbers.same_number("15,000", "15\u202f000") and not numbers.same_number("1,5", "15")


def test_a_wrong_number_of_a_form_is_said_at_its_own_part() -> None:
    with pytest.raises(FieldWrong, match=r"0,5 takes a decimal point: type 0\.5") as raised:
        new_rule._number("percent", "0,5", 0, "the percent that counts")
    assert raised.value.key == "percent"
