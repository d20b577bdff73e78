"""The blotters of orders, fills and positions as data: columns, what is added up, and how rows are told apart. Qt-free."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from core.domain.enums import OrderState, OrderType, Side
from core.domain.order_state import OPEN
from core.domain.order_types import STOPS
from core.projections.pictures import FillRow, OrderRow, PositionRow
from widgets import labels
from widgets.blotter.columns import CANCEL, CHOSEN_ONLY, Column, Ints, Kind, Sel, Sum, Unit
from widgets.blotter.fill_states import (
    FILL_STATE,
    amended,
    counted,
    fill_state_tone,
    fill_why,
    is_busted,
    muted_if_busted,
    standing,
)
from widgets.blotter.form import is_open
from widgets.blotter.store import Store
from widgets.blotter.texts import (
    DASH,
    all_digits,
    average_price,
    exact_money,
    muted,
    price_text,
    profit_text,
    qty_text,
    symbol,
)
from widgets.blotter.total_texts import Added, fill_totals, lots_of, makers, order_totals, plus, position_totals
from widgets.client_ids import short_id
from widgets.sizes import size_text
from widgets.times import clock_text, stamp_text
from widgets.tongue import mark, tr
from widgets.trigger_at import word_of


@dataclass(frozen=True)
class Table:
    """noun: of one row. totals: column name -> text, for a heading or for everything. sort: column and whether the largest is first.
    empty: title and sentence without rows. stories: whether a row has an order's story. struck: whether a row counts for nothing."""

    name: str
    noun: str
    kind: type[msgspec.Struct]
    columns: tuple[Column, ...]
    key_of: Callable[[Any], Hashable]
    sort: tuple[str, bool]
    empty: tuple[str, str]
    sums: tuple[Sum, ...]
    totals: Callable[[Added], dict[str, str]]
    ids: tuple[str, ...] = ()
    stories: bool = False
    struck: Callable[[Any], bool] | None = None

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


# columns that several have ----------------------------------------------------------------------------------------------


def word(name: str, title: str, width: int, rank: int, text: Callable[[Any], str], **more: Any) -> Column:
    return Column(name, title, width, rank, False, text, Kind.WORD, **more)


def number(name: str, title: str, width: int, rank: int, text: Callable[[Any], str], unit: Unit = Unit.ONE, **more: Any) -> Column:
    return Column(name, title, width, rank, True, text, Kind.NUMBER, unit=unit, **more)


def _qty(name: str, title: str, width: int, rank: int, **more: Any) -> Column:
    def text(row: Any) -> str:
        return qty_text(row, getattr(row, name))

    return number(name, title, width, rank, text, Unit.QTY, exact=lambda row: all_digits(row, getattr(row, name)), **more)


def _side_tone(row: Any) -> str:
    return labels.SIDE_TOKEN[row.side]


def _side(width: int) -> Column:
    return word("side", mark("Side"), width, 0, lambda r: labels.SIDE[r.side], tone=_side_tone, groups=True)


def _symbol(width: int, rank: int) -> Column:
    return word("symbol", mark("Symbol"), width, rank, symbol, groups=True)


def account_text(r: Any) -> str:
    return str(r.account) if r.account else DASH


WHOSE = (
    word("account", mark("Account"), 60, CHOSEN_ONLY, account_text, groups=True),
    word("trader", mark("Trader"), 90, CHOSEN_ONLY, lambda r: r.person or DASH, groups=True, tip=mark("The person behind it")),
    word("strategy", mark("Strategy"), 90, CHOSEN_ONLY, lambda r: r.strategy or DASH, groups=True),
    word(
        "venue", mark("Venue"), 84, CHOSEN_ONLY, lambda r: r.venue or (r.instrument.venue if r.instrument is not None else DASH),
        groups=True,
    ),
)


def averages(cost: Ints, qty: Ints) -> Ints:
    """average_price of every row."""
    units = np.abs(cost / np.where(qty == 0, 1, qty))
    signs = np.where((cost < 0) ^ (qty < 0), -1, 1)
    found: Ints = (signs * np.floor(units + 0.5)).astype(np.int64)
    found[qty == 0] = 0
    return found


# orders -----------------------------------------------------------------------------------------------------------------


def why(row: OrderRow) -> str:
    """What was done to its fills, and why it ended or why the last request about it was refused."""
    return "; ".join(filter(None, (amended(row), _why(row))))


def _why(row: OrderRow) -> str:
    if row.reason is not None:
        said = labels.refusal(row.reason, row.limit, row.value, row.instrument)
        return labels.request_refused(row.request, said) if row.request else said
    if row.rejection is not None:
        said = labels.REJECTION[row.rejection]
        return labels.request_rejected(row.request, said) if row.request else said
    return labels.CANCEL_REASON[row.cancel_reason] if row.cancel_reason is not None else ""


def _limit(row: OrderRow) -> str:
    """A stop has no price of its own before it fires: its trigger stands in the next column."""
    if row.price:
        return price_text(row, row.price)
    return word_of(row.order_type) if row.order_type in STOPS and not row.fired_at else tr("market")


def _trigger(row: OrderRow) -> str:
    """A trailing stop that still follows the market has no steady one."""
    if row.order_type is OrderType.TRAILING_STOP and not row.fired_at:
        return tr("trails")
    return price_text(row, row.trigger) if row.trigger else DASH


def _state(row: OrderRow) -> str:
    """Short; tips and exports say all of it."""
    return labels.short_order_state(row.state, row.filled, row.undone)


def _whole_state(row: OrderRow) -> str:
    return labels.order_state(row.state, row.filled, row.undone)


def _state_tone(row: OrderRow) -> str:
    if is_open(row):
        return "own"
    undone = row.state is OrderState.FILLED and row.undone > 0
    return "warning" if undone or row.state in (OrderState.REFUSED, OrderState.REJECTED) else "text"


def _filled_tone(row: OrderRow) -> str:
    return "warning" if row.undone > 0 else "text"


def _why_tone(row: OrderRow) -> str:
    return "warning" if row.reason is not None or row.rejection is not None or row.undone > 0 else "muted"


def _fees(row: OrderRow) -> str:
    return row.instrument.money_text(row.fees) if row.instrument is not None else DASH


OPEN_CODES = np.array(sorted(OPEN))


def open_marks(store: Store, sel: Sel) -> Ints:
    """1 for orders that can be cancelled."""
    found: Ints = (np.isin(store.ints("state", sel), OPEN_CODES) & (store.ints("order_id", sel) > 0)).astype(np.int64)
    return found


ORDERS = Table(
    mark("Orders"), mark("order"), OrderRow,
    (
        Column(CANCEL, "", 24, 0, False, lambda r: "", Kind.MARK, open_marks, tip=mark("Cancel this order"),
               key="blotter.cancel"),
        Column("time", mark("Time"), 60, 2, False, lambda r: clock_text(r.at), Kind.TIME, exact=lambda r: stamp_text(r.at), tone=muted,
               tip=mark("When it was sent or refused, UTC"), field="at"),
        number("id", mark("Id"), 60, 7, lambda r: str(r.order_id) if r.order_id > 0 else DASH, tone=muted, field="order_id"),
        _symbol(82, 0),
        _side(36),
        word("type", mark("Type"), 50, 9, lambda r: labels.ORDER_TYPE[r.order_type], groups=True),
        word("tif", mark("TIF"), 36, 8, lambda r: labels.TIME_IN_FORCE[r.time_in_force], groups=True, tip=mark("Time in force")),
        _qty("qty", mark("Qty"), 66, 0),
        _qty("filled", mark("Filled##quantity"), 66, 1, tone=_filled_tone, tip=mark("Without what the exchange undid or took off")),
        _qty("leaves", mark("Leaves"), 66, 6, tip=mark("What is still open")),
        number("price", mark("Price"), 72, 0, _limit, Unit.PRICE, exact=lambda r: price_text(r, r.price) if r.price else ""),
        number("trigger", mark("Trigger"), 72, 4, _trigger, Unit.PRICE, exact=lambda r: price_text(r, r.trigger) if r.trigger else "",
               tip=mark("Where a stop or an if-touched order fires")),
        number(
            "average", mark("Avg price"), 72, 5, lambda r: price_text(r, average_price(r.cost, r.filled)), Unit.PRICE,
            raw=lambda store, sel: averages(store.ints("cost", sel), store.ints("filled", sel)), tip=mark("Average price of its fills"),
        ),
        word("state", mark("State"), 70, 0, _state, exact=_whole_state, tone=_state_tone, groups=True),
        *WHOSE,
        Column("client_id", mark("Client id"), 150, CHOSEN_ONLY, False, lambda r: short_id(r.client_order_id), Kind.ID, tone=muted,
               exact=lambda r: r.client_order_id, tip=mark("What the ticket or the strategy called it"), field="client_order_id"),
        number("fees", mark("Fees"), 64, CHOSEN_ONLY, _fees, Unit.MONEY, exact=lambda r: exact_money(r, r.fees)),
        number("parent", mark("Parent"), 60, CHOSEN_ONLY, lambda r: str(r.parent) if r.parent else DASH, tone=muted),
        Column("updated", mark("Changed"), 88, CHOSEN_ONLY, False, lambda r: clock_text(r.updated_at, True), Kind.TIME,
               exact=lambda r: stamp_text(r.updated_at), tone=muted, tip=mark("Last news of it, UTC"), field="updated_at"),
        word("why", mark("Why"), 88, 3, why, tone=_why_tone, tip=mark("Why it ended, or why a request was refused")),
    ),
    lambda row: row.key, ("time", True), (mark("No orders yet"), mark("Send one from the ticket, or click a price on the armed ladder.")),
    (*map(plus, ("qty", "filled", "leaves", "cost", "fees")), Sum("filled_bought", lots_of(Side.BUY, "filled"))),
    order_totals, ("client_order_id",), True,
)

# fills ------------------------------------------------------------------------------------------------------------------


def _worth(store: Store, sel: Sel) -> Ints:
    found: Ints = store.ints("qty", sel) * store.ints("price", sel)
    return found


FILLS = Table(
    mark("Fills"), mark("fill"), FillRow,
    tuple(map(muted_if_busted, (
        Column("time", mark("Time"), 60, 1, False, lambda r: clock_text(r.at), Kind.TIME,
               exact=lambda r: stamp_text(r.at), tone=muted, tip=mark("UTC"), field="at"),
        number("order", mark("Order"), 56, 4, lambda r: str(r.order_id), tone=muted, field="order_id"),
        _symbol(82, 0),
        _side(32),
        _qty("qty", mark("Qty"), 55, 0),
        number("price", mark("Price"), 64, 0, lambda r: price_text(r, r.price), Unit.PRICE),
        number("value", mark("Value"), 92, 3, lambda r: r.instrument.money_text(r.qty * r.price), Unit.MONEY, raw=_worth,
                exact=lambda r: exact_money(r, r.qty * r.price)),
        word("liquidity", mark("Liquidity"), 56, 2, lambda r: labels.LIQUIDITY[r.liquidity], groups=True),
        word("state", mark("State"), 66, 3, lambda r: FILL_STATE[r.state], tone=fill_state_tone, groups=True),
        number("fee", mark("Fee"), 64, CHOSEN_ONLY, lambda r: r.instrument.money_text(r.fee), Unit.MONEY,
                exact=lambda r: exact_money(r, r.fee), tip=mark("Paid for it; below zero: a rebate")),
        *WHOSE,
        number("trade", mark("Trade"), 64, CHOSEN_ONLY, lambda r: str(r.trade_id) if r.trade_id else DASH, tone=muted, field="trade_id"),
        word("why", mark("Why"), 120, CHOSEN_ONLY, fill_why, tone=fill_state_tone, tip=mark("What the exchange did to it, and why")),
    ))),
    lambda row: row.number, ("time", True), (mark("No fills yet"), mark("Executions of ours appear here.")),
    (
        *(counted(name, plus(name).raw) for name in ("qty", "fee")), counted("value", _worth), Sum("standing", standing),
        counted("bought", lots_of(Side.BUY)), counted("sold", lots_of(Side.SELL)), counted("makers", makers),
    ),
    fill_totals, (), True, is_busted,
)

# positions --------------------------------------------------------------------------------------------------------------


def _signed(text: str, qty: int) -> str:
    return ("+" if qty > 0 else "") + text


def _total(row: PositionRow) -> int:
    return row.realised + row.unrealised


def _totals_raw(store: Store, sel: Sel) -> Ints:
    return store.ints("realised", sel) + store.ints("unrealised", sel)


def _profit(name: str, title: str, width: int, rank: int, of: Callable[[PositionRow], int], **more: Any) -> Column:
    return number(
        name, title, width, rank, lambda r: profit_text(r.instrument, of(r)), Unit.MONEY, exact=lambda r: exact_money(r, of(r)), **more
    )


POSITIONS = Table(
    mark("Positions"), mark("position"), PositionRow,
    (
        _symbol(82, 0),
        number("net", mark("Net qty"), 60, 0, lambda r: size_text(r.instrument, r.qty, 4, signed=True), Unit.QTY, field="qty",
                exact=lambda r: _signed(r.instrument.qty_text(r.qty), r.qty)),
        number("average", mark("Avg price"), 64, 1, lambda r: price_text(r, average_price(r.cost, r.qty)), Unit.PRICE,
                raw=lambda store, sel: averages(store.ints("cost", sel), store.ints("qty", sel))),
        number("mark", mark("Mark"), 72, 4, lambda r: price_text(r, r.mark), Unit.PRICE, tip=mark("Price that values the position")),
        number("unrealised", mark("Unrealised"), 84, 2, lambda r: profit_text(r.instrument, r.unrealised) if r.mark else DASH, Unit.MONEY,
                exact=lambda r: exact_money(r, r.unrealised) if r.mark else DASH),
        _profit("realised", mark("Realised"), 92, 3, lambda r: r.realised),
        _profit("total", mark("Total P&L"), 72, 0, _total, raw=_totals_raw),
        number("fees", mark("Fees"), 60, 7, lambda r: r.instrument.money_text(r.fees), Unit.MONEY, exact=lambda r: exact_money(r, r.fees),
                tip=mark("Paid so far; below zero when rebates were more")),
        _profit("after", mark("Net P&L"), 72, 7, lambda r: r.net, field="net", tip=mark("Total P&L after fees")),
        number("bought", mark("Bought"), 96, 6, lambda r: all_digits(r, r.bought), Unit.QTY),
        number("sold", mark("Sold"), 96, 6, lambda r: all_digits(r, r.sold), Unit.QTY),
        word("account", mark("Account"), 60, CHOSEN_ONLY, account_text, groups=True),
        word("currency", mark("Currency"), 64, CHOSEN_ONLY, lambda r: r.instrument.quote, groups=True),
    ),
    lambda row: (row.account, row.instrument.id), ("symbol", False), (mark("No positions yet"), mark("The first fill opens one.")),
    (
        plus("unrealised"), plus("realised"), Sum("total", _totals_raw), plus("fees"),
        Sum("after", lambda store, sel: store.ints("net", sel)),
    ),
    position_totals,
)
