"""What a blotter holds and shows against naive twins: the store against a dictionary, the arrangement against sorting everything."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.domain.enums import CancelReason, Liquidity, OrderState, Side
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.pictures import FillRow, OrderRow
from tests.widgets.blotter_rows import AT, BTC, ETH, JPY, LOT, order
from widgets.blotter import row_keys
from widgets.blotter.conditions import condition
from widgets.blotter.ids import Ids
from widgets.blotter.rows import Rows
from widgets.blotter.sorting import in_order
from widgets.blotter.store import Store
from widgets.blotter.tables import FILLS, ORDERS, why
from widgets.blotter.texts import average_price

HUGE = 10**30
TEXTS = st.text(max_size=50) | st.sampled_from(["a-1", "A-2", "a-10", "", "\0", "\ud800", "x" * 40, "ü" * 20, "=1+1"])


# the store --------------------------------------------------------------------------------------------------------------

NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1) | st.sampled_from([0, HUGE, -HUGE, 2**63 - 1, -(2**63) + 1])
ORDER_ROWS = st.builds(
    order, st.integers(-5, 60), client_order_id=TEXTS, instrument=st.sampled_from([BTC, ETH, JPY, None]), side=st.sampled_from(Side),
    qty=NUMBERS, cost=NUMBERS, state=st.sampled_from(OrderState), cancel_reason=st.none() | st.sampled_from(CancelReason),
    rejection=st.none() | st.sampled_from(Rejection), request=TEXTS, person=TEXTS, strategy=st.sampled_from(["", "s"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(ORDER_ROWS, max_size=12), max_size=8))
def test_what_was_put_last_is_given_back_equal(batches: list[list[OrderRow]]) -> None:
    store, twin = Store(OrderRow, ORDERS.columns, ORDERS.key_of, ORDERS.ids), {}
    for batch in batches:
        latest = list({row.key: row for row in batch}.values())
        store.put(latest, store.serials_of(latest))
        twin |= {row.key: row for row in latest}
        assert store.count == len(twin)
        for key, row in twin.items():
            assert store.row(store.serial_of(key)) == row
    assert store.serial_of(77) == -1


def test_many_rows_are_found_by_key_and_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_keys, "NEWEST", 100)
    store = Store(OrderRow, ORDERS.columns, ORDERS.key_of, ORDERS.ids)
    keys = [*range(3000, 1, -2), *range(-1, -400, -1), *range(10**12, 10**12 + 50)]
    for first in range(0, len(keys), 70):
        rows = [order(key) for key in keys[first : first + 70]]
        store.put(rows, store.serials_of(rows))
    assert [store.serial_of(key) for key in keys] == list(range(len(keys)))
    assert store.serial_of(3) == store.serial_of(0) == store.serial_of(10**12 + 50) == -1


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=20), st.text(min_size=1, max_size=4))
@example(["x" * 31 + "ab", "b"], "ab")
@example(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "cxxxxxxxx"], "bc")
def test_ids_are_found_by_a_part_of_them(texts: list[str], wanted: str) -> None:
    ids = Ids(len(texts))
    for serial, text in enumerate(texts):
        ids.put(serial, text)
    assert [ids.text(serial) for serial in range(len(texts))] == texts
    if wanted.isascii() and wanted.isprintable():
        found = ids.search(wanted, slice(None), len(texts)).tolist()
        assert found == [wanted.lower() in ascii_lower(text) for text in texts]


def ascii_lower(text: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


@given(st.lists(st.integers(-3, 3) | st.integers(-(2**62), 2**62), max_size=40), st.booleans())
def test_order_is_by_value_then_arrival(values: list[int], as_floats: bool) -> None:
    import numpy as np

    array = np.array(values, np.float64 if as_floats else np.int64)
    known = array.tolist()
    assert in_order(array, None).tolist() == sorted(range(len(values)), key=lambda serial: (known[serial], serial))  # type: ignore[arg-type]
    ranks = np.array([value % 3 for value in values], np.int64)
    wanted = sorted(range(len(values)), key=lambda serial: (values[serial] % 3, known[serial], serial))
    assert in_order(array, ranks).tolist() == wanted  # type: ignore[arg-type]


# the arrangement --------------------------------------------------------------------------------------------------------

SORTS: dict[str, Callable[[OrderRow], Any]] = {
    "time": lambda r: r.at, "price": lambda r: scaled(r, r.price), "qty": lambda r: lots(r, r.qty),
    "average": lambda r: scaled(r, average_price(r.cost, r.filled)), "id": lambda r: r.order_id,
    "symbol": lambda r: (r.instrument.symbol if r.instrument else "\u2013").casefold(),
    "state": lambda r: r.state.name.lower().replace("_", " "),
    "why": lambda r: why(r).casefold(), "client_id": lambda r: r.client_order_id,
}
FILTERS: dict[tuple[str, str], Callable[[OrderRow], bool]] = {
    ("price", ">5"): lambda r: scaled(r, r.price) > 5, ("price", "0.05..9"): lambda r: Decimal("0.05") <= scaled(r, r.price) <= 9,
    ("qty", "<=0.00000007"): lambda r: lots(r, r.qty) <= Decimal("0.00000007"),
    ("average", "=0.03"): lambda r: scaled(r, average_price(r.cost, r.filled)) == Decimal("0.03"),
    ("state", "work, fill"): lambda r: r.state in (OrderState.WORKING, OrderState.FILLED),
    ("side", "!buy"): lambda r: r.side is Side.SELL, ("client_id", "C1"): lambda r: "c1" in r.client_order_id,
    ("why", "request"): lambda r: "request" in why(r).casefold(),
    ("time", ">20:47:20"): lambda r: r.at % (86_400 * 10**9) >= ((20 * 60 + 47) * 60 + 21) * 10**9,
}


def scaled(row: OrderRow, price: int) -> Decimal:
    return Decimal(price).scaleb(-row.instrument.price_decimals if row.instrument else 0)


def lots(row: OrderRow, qty: int) -> Decimal:
    return Decimal(qty).scaleb(-row.instrument.qty_decimals if row.instrument else 0)


SMALL_ORDERS = st.builds(
    order, st.integers(1, 40), client_order_id=st.integers(0, 30).map(lambda n: f"c{n:02}"),
    instrument=st.sampled_from([BTC, ETH, JPY]), side=st.sampled_from(Side), at=st.integers(0, 20).map(lambda n: AT + n * 10**9),
    price=st.integers(0, 12), qty=st.integers(1, 12), filled=st.integers(0, 3), cost=st.integers(0, 12), leaves=st.just(0),
    state=st.sampled_from([OrderState.WORKING, OrderState.FILLED, OrderState.CANCELLED]),
    cancel_reason=st.sampled_from([None, CancelReason.REQUESTED, CancelReason.KILL_SWITCH]),
    strategy=st.sampled_from(["", "b", "A", "10", "9"]),
)
DEEDS = st.one_of(
    st.tuples(st.just("put"), st.lists(SMALL_ORDERS, min_size=1, max_size=5)),
    st.tuples(st.just("put"), st.lists(SMALL_ORDERS, max_size=40)),
    st.tuples(st.just("sort"), st.tuples(st.sampled_from(sorted(SORTS)), st.booleans())),
    st.tuples(st.just("filter"), st.sampled_from(sorted(FILTERS))), st.tuples(st.just("unfilter"), st.sampled_from(sorted(FILTERS))),
    st.tuples(st.just("group"), st.sampled_from(["", "symbol", "state", "strategy", "side"])),
    st.tuples(st.just("shut"), st.integers(0, 3)),
    st.tuples(st.just("open only"), st.booleans()),
)
GROUPS: dict[str, Callable[[OrderRow], str]] = {
    "symbol": lambda r: r.instrument.symbol if r.instrument else "", "state": lambda r: r.state.name.capitalize(),
    "strategy": lambda r: r.strategy or "\u2013", "side": lambda r: r.side.name.capitalize(),
}


class Twin:
    """Every row in a list, sorted and filtered anew each time."""

    def __init__(self) -> None:
        self.rows: dict[int, OrderRow] = {}
        self.sort, self.descending, self.group, self.open_only = "time", True, "", False
        self.filters: dict[str, tuple[str, str]] = {}
        self.shut: set[str] = set()

    def lines(self) -> list[str | int]:
        arrived = {key: place for place, key in enumerate(self.rows)}
        passing = [row for row in self.rows.values() if all(FILTERS[one](row) for one in self.filters.values())]
        passing = [row for row in passing if not self.open_only or row.state is OrderState.WORKING]
        passing.sort(key=lambda row: (SORTS[self.sort](row), arrived[row.key]), reverse=self.descending)
        if not self.group:
            return [row.key for row in passing]
        said = GROUPS[self.group]
        made: list[str | int] = []
        for name in sorted({said(row) for row in passing}, key=lambda t: (not t.isdecimal(), int(t) if t.isdecimal() else 0, t.casefold())):
            of = [row for row in passing if said(row) == name]
            made.append(f"{name} {len(of)} {sum(row.qty for row in of)}")
            made += [] if name in self.shut else [row.key for row in of]
        return made


@settings(max_examples=250, deadline=None)
@given(st.lists(DEEDS, max_size=25))
def test_lines_are_what_sorting_filtering_and_grouping_everything_would_give(deeds: list[tuple[str, Any]]) -> None:
    rows, twin = Rows(ORDERS), Twin()
    lines = rows.arrangement
    for deed, what in deeds:
        if deed == "put":
            rows.put(what)
            twin.rows |= {row.key: row for row in what}
        elif deed == "sort":
            twin.sort, twin.descending = what
            lines.sort(*what)
        elif deed == "filter":
            twin.filters[what[0]] = what
            assert rows.filter(*what) == ""
        elif deed == "unfilter":
            twin.filters.pop(what[0], None)
            rows.filter(what[0], "")
        elif deed == "open only":
            twin.open_only = what
            rows.show_open_only(what)
        elif deed == "group":
            if twin.group != what:
                twin.group, twin.shut = what, set()
            lines.group(what)
        elif what < len(lines.headings):
            twin.shut ^= {lines.headings[what].text}
            lines.toggle(what)
        check(rows, twin)


@pytest.mark.parametrize("hidden", [order(10, state=OrderState.FILLED), order(1, at=AT + 99 * 10**9, state=OrderState.FILLED)])
def test_what_came_while_a_filter_hid_it_is_there_when_the_filter_goes(hidden: OrderRow) -> None:
    rows, twin = Rows(ORDERS), Twin()
    first = [order(1, state=OrderState.FILLED), *(order(key) for key in range(2, 10))]
    for batch, open_only in ((first, True), ([hidden], False)):
        twin.rows |= {row.key: row for row in batch}
        rows.put(batch)
        check(rows, twin)
        twin.open_only = open_only
        rows.show_open_only(open_only)
        check(rows, twin)


def check(rows: Rows, twin: Twin) -> None:
    lines = rows.arrangement
    shown: list[str | int] = []
    for line in range(lines.lines):
        at = lines.at(line)
        if at < 0:
            heading = lines.headings[-1 - at]
            qty = sum(sums["qty"] for _, _, sums in lines.totals(heading.of))
            shown.append(f"{heading.text} {heading.count} {qty}")
        else:
            shown.append(rows.row(at).key)
            assert lines.line_of(at) == line
    assert shown == twin.lines()
    every = [row for row in twin.rows.values() if row.key in {one.key for one in rows.shown_rows()}]
    assert sum(sums["cost"] for _, _, sums in lines.totals()) == sum(row.cost for row in every)
    if lines.lines:
        middle = lines.lines // 2
        between = [lines.at(line) for line in range(middle, lines.lines) if lines.at(line) >= 0]
        assert (lines.descending and not lines.group_column) or lines.between(middle, lines.lines - 1).tolist() == between


def test_sums_are_exact_beyond_64_bits() -> None:
    rows = Rows(FILLS)
    most = 3 * 10**9
    rows.put(FillRow(n, 1, AT, BTC, Side.BUY, most, most, Liquidity.MAKER) for n in range(1, 40))
    assert rows.added()[0][2]["value"] == 39 * most * most > 2**63
    rows.put([FillRow(1, 1, AT, BTC, Side.BUY, 1, -5, Liquidity.MAKER)])
    assert rows.added()[0][2]["value"] == 38 * most * most - 5


def test_a_new_word_finds_its_place_in_the_order() -> None:
    rows = Rows(ORDERS)
    rows.put(order(number, strategy=f"m{number % 3}") for number in range(1, 60))
    rows.arrangement.group("strategy")
    rows.put([order(70, strategy="a"), order(5, strategy="z", state=OrderState.REFUSED, reason=Reason.NOT_RUNNING)])
    assert [one.text for one in rows.arrangement.headings] == ["a", "m0", "m1", "m2", "z"]


def test_rows_of_a_new_run_are_filtered_by_the_same_words() -> None:
    rows = Rows(ORDERS)
    rows.filter("symbol", "btc")
    rows.put([order(1), order(2, instrument=ETH)])
    rows.clear()
    rows.put([order(1, instrument=ETH), order(2), order(3)])
    assert [row.key for row in rows.shown_rows()] == [3, 2]


# what is typed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("column", "text", "says"), [
    ("qty", "abc", "is no number"), ("qty", ">", "type a number"), ("qty", "nan", "out of range"), ("qty", "1e99", "out of range"),
    ("qty", "5..x", "is no number"), ("qty", "..", "two dots"), ("qty", "9..5", "turn the two round"),
    ("qty", "9" * 60, "at most 26 digits"), ("qty", ">0,1", "type 0.1"), ("qty", "1,000..2,000", "type 1000 or 1."),
    ("time", "25", "ends at 23:59:59"), ("time", "9:5:5:5", "no time of day"), ("time", "now", "no time of day"),
    ("time", "\u0669", "no time of day"), ("symbol", "!", "type a word"), ("symbol", ",", "type a word"), ("symbol", "a\u202eb", "control"),
    ("symbol", "x" * 101, "at most 100"), ("state", "a\x07", "control"),
])
def test_what_is_no_filter_is_told_in_one_sentence_and_hides_nothing(column: str, text: str, says: str) -> None:
    rows = Rows(ORDERS)
    rows.put([order(1), order(2)])
    said = rows.filter(column, text)
    assert says in said and said.count(".") >= 1 and said.startswith(ORDERS.column(column).words)
    assert rows.texts[column] == text and rows.shown == 2


@given(st.sampled_from([column.name for column in ORDERS.columns if column.name != "cancel"]), st.text(max_size=30))
def test_any_text_is_a_filter_or_a_sentence(column: str, text: str) -> None:
    rows = Rows(ORDERS)
    rows.put([order(1), order(2, instrument=None, state=OrderState.REFUSED)])
    said = rows.filter(column, text)
    assert rows.shown == 2 or not said


@pytest.mark.parametrize(("text", "keys"), [
    (">1", [2, 3]), (">=1", [1, 2, 3]), ("<1.5", [1]), ("=2", [2]), ("1\u202f000..2,000.0", []), ("2\u202f..\u202f3", [2, 3]),
    ("\u22125..1", [1]), (">0.999999999", [1, 2, 3]), ("=1.000000001", []), ("", [1, 2, 3]),
])
def test_numbers_are_compared_exactly(text: str, keys: list[int]) -> None:
    rows = Rows(ORDERS)
    rows.put(order(key, qty=key * LOT) for key in (1, 2, 3))
    assert rows.filter("qty", text) == "" and sorted(row.key for row in rows.shown_rows()) == keys


def test_a_time_of_day_is_a_span() -> None:
    rows = Rows(ORDERS)
    rows.put(order(key, at=AT - AT % (86_400 * 10**9) + key * 60 * 10**9) for key in (0, 1, 2, 59, 60, 61, 1439))
    for text, keys in (("0", [0, 1, 2, 59]), ("0:01", [1]), (">0:01", [2, 59, 60, 61, 1439]), ("0:59..1:00", [59, 60]), ("<0:01", [0]),
                       (">=23:59:00", [1439]), ("0:01:00.000", [1])):
        assert rows.filter("time", text) == "", text
        assert sorted(row.at // (60 * 10**9) % 1440 for row in rows.shown_rows()) == keys, text


def test_nothing_asked_for_is_no_condition() -> None:
    assert condition(ORDERS.column("qty"), "  ") is None
