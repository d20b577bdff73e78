"""The blotters of orders, fills and positions as data: columns, what is added up, and how rows are told apart. Qt-free."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from core.domain.enums import Liquidity, OrderState, Side
from core.domain.instrument import Instrument
from core.domain.order_state import OPEN
from core.projections.pictures import FillRow, FillState, OrderRow, PositionRow
from widgets import labels
from widgets.blotter.columns import CANCEL, CHOSEN_ONLY, Column, Ints, Kind, Sel, Sum, Unit
from widgets.blotter.fill_states import FILL_STATE, counted, fill_state_tone, fill_why, is_busted, muted_if_busted, standing
from widgets.blotter.form import is_open
from widgets.blotter.store import Store
from widgets.blotter.texts import (
    DASH,
    all_digits,
    average_price,
    by_quote,
    exact_money,
    money_text,
    muted,
    price_text,
    profit_text,
    qty_text,
    symbol,
    with_arrow,
)
from widgets.sizes import plain_qty_text, size_text
from widgets.times import clock_text, stamp_text
from widgets.tongue import mark, tr

Added = Sequence[tuple[Instrument | None, int, dict[str, int]]]
"""(instrument, rows, sums by name) of what a line adds up."""


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
    """Why it ended, or why the last request about it was refused."""
    if row.reason is not None:
        said = labels.refusal(row.reason, row.limit, row.value, row.instrument)
        return f"{row.text}: {said}" if row.text else said
    if row.rejection is not None:
        said = labels.REJECTION[row.rejection]
        return f"{row.text}: {said}" if row.text else said
    if row.cancel_reason is not None:
        return labels.CANCEL_REASON[row.cancel_reason]
    return row.text


def _limit(row: OrderRow) -> str:
    return price_text(row, row.price) if row.price else tr("market")


def _state(row: OrderRow) -> str:
    """An order whose every fill the exchange undid, as its text says, is not filled, though nothing of it is open."""
    undone = row.state is OrderState.FILLED and not row.filled and bool(row.text)
    return FILL_STATE[FillState.BUSTED] if undone else labels.ORDER_STATE[row.state]


def _state_tone(row: OrderRow) -> str:
    if is_open(row):
        return "own"
    return "warning" if row.state in (OrderState.REFUSED, OrderState.REJECTED) else "text"


def _why_tone(row: OrderRow) -> str:
    return "warning" if row.reason is not None or row.rejection is not None else "muted"


def _fees(row: OrderRow) -> str:
    return row.instrument.money_text(row.fees) if row.instrument is not None else DASH


OPEN_CODES = np.array(sorted(OPEN))


def open_marks(store: Store, sel: Sel) -> Ints:
    """1 for orders that can be cancelled."""
    found: Ints = (np.isin(store.ints("state", sel), OPEN_CODES) & (store.ints("order_id", sel) > 0)).astype(np.int64)
    return found


def _plus(name: str) -> Sum:
    return Sum(name, lambda store, sel: store.ints(name, sel))


def order_totals(added: Added) -> dict[str, str]:
    """Quantities of one instrument add up; of several they do not, and are left out."""
    made: dict[str, str] = {}
    instrument, _, sums = added[0] if len(added) == 1 else (None, 0, {})
    if instrument is not None:
        made |= {name: size_text(instrument, sums[name], 4) for name in ("qty", "filled", "leaves")}
        if sums["filled"]:
            made["average"] = instrument.price_text(average_price(sums["cost"], sums["filled"]))
    fees = by_quote((one, of["fees"]) for one, _, of in added if one is not None and of["fees"])
    if fees:
        made["fees"] = ", ".join(f"{money_text(*fee)} {quote}" for quote, fee in fees.items())
    return made


ORDERS = Table(
    mark("Orders"), mark("order"), OrderRow,
    (
        Column(CANCEL, "", 24, 0, False, lambda r: "", Kind.MARK, open_marks, tip=mark("Cancel this order"),
               key="blotter.cancel"),
        Column("time", mark("Time"), 60, 2, False, lambda r: clock_text(r.at), Kind.TIME, exact=lambda r: stamp_text(r.at), tone=muted,
               tip=mark("When it was sent or refused, UTC"), field="at"),
        number("id", mark("Id"), 60, 6, lambda r: str(r.order_id) if r.order_id > 0 else DASH, tone=muted, field="order_id"),
        _symbol(70, 0),
        _side(36),
        word("type", mark("Type"), 50, 8, lambda r: labels.ORDER_TYPE[r.order_type], groups=True),
        word("tif", mark("TIF"), 36, 7, lambda r: labels.TIME_IN_FORCE[r.time_in_force], groups=True, tip=mark("Time in force")),
        _qty("qty", mark("Qty"), 66, 0),
        _qty("filled", mark("Filled##quantity"), 66, 1),
        _qty("leaves", mark("Leaves"), 66, 5, tip=mark("What is still open")),
        number("price", mark("Price"), 72, 0, _limit, Unit.PRICE, exact=lambda r: price_text(r, r.price) if r.price else ""),
        number(
            "average", mark("Avg price"), 72, 4, lambda r: price_text(r, average_price(r.cost, r.filled)), Unit.PRICE,
            raw=lambda store, sel: averages(store.ints("cost", sel), store.ints("filled", sel)), tip=mark("Average price of its fills"),
        ),
        word("state", mark("State"), 70, 0, _state, tone=_state_tone, groups=True),
        *WHOSE,
        Column("client_id", mark("Client id"), 120, CHOSEN_ONLY, False, lambda r: r.client_order_id, Kind.ID, tone=muted,
               tip=mark("What the ticket or the strategy called it"), field="client_order_id"),
        number("fees", mark("Fees"), 64, CHOSEN_ONLY, _fees, Unit.MONEY, exact=lambda r: exact_money(r, r.fees)),
        number("parent", mark("Parent"), 60, CHOSEN_ONLY, lambda r: str(r.parent) if r.parent else DASH, tone=muted),
        Column("updated", mark("Changed"), 88, CHOSEN_ONLY, False, lambda r: clock_text(r.updated_at, True), Kind.TIME,
               exact=lambda r: stamp_text(r.updated_at), tone=muted, tip=mark("Last news of it, UTC"), field="updated_at"),
        word("why", mark("Why"), 88, 3, why, tone=_why_tone, tip=mark("Why it ended, or why a request was refused")),
    ),
    lambda row: row.key, ("time", True), (mark("No orders yet"), mark("Send one from the ticket, or click a price on the armed ladder.")),
    (_plus("qty"), _plus("filled"), _plus("leaves"), _plus("cost"), _plus("fees")), order_totals, ("client_order_id",), True,
)

# fills ------------------------------------------------------------------------------------------------------------------


def _worth(store: Store, sel: Sel) -> Ints:
    found: Ints = store.ints("qty", sel) * store.ints("price", sel)
    return found


def _lots_of(side: Side) -> Callable[[Store, Sel], Ints]:
    def lots(store: Store, sel: Sel) -> Ints:
        found: Ints = np.where(store.ints("side", sel) == side, store.ints("qty", sel), 0)
        return found

    return lots


def _makers(store: Store, sel: Sel) -> Ints:
    found: Ints = (store.ints("liquidity", sel) == Liquidity.MAKER).astype(np.int64)
    return found


def fill_totals(added: Added) -> dict[str, str]:
    made: dict[str, str] = {}
    instrument, _, sums = added[0] if len(added) == 1 else (None, 0, {})
    if instrument is not None:
        made["qty"] = size_text(instrument, sums["qty"], 4)
        made["price"] = price_of(instrument, sums["value"], sums["qty"])
    for name in ("value", "fee"):
        by = by_quote((one, of[name]) for one, _, of in added if one is not None)
        if by:
            made[name] = ", ".join(money_text(*one) + (f" {quote}" if len(by) > 1 else "") for quote, one in by.items())
    return made


def price_of(instrument: Instrument, cost: int, qty: int) -> str:
    return instrument.price_text(average_price(cost, qty)) if qty else DASH


def turnover(added: Added) -> tuple[str, ...]:
    """All fills in one line, then in shorter ones that leave out what matters less."""
    fills, busted = sum(sums["standing"] for _, _, sums in added), sum(count - sums["standing"] for _, count, sums in added)
    if not fills + busted:
        return ()
    said = [tr(
        "{fills} fill{s}, {added} as maker",
        fills=fills, s="" if fills == 1 else "s", added=sum((sums["makers"] for _, _, sums in added)),
    )]
    if busted:
        said[0] += tr(", {busted} busted", busted=busted)
    known = [(instrument, sums) for instrument, _, sums in added if instrument is not None]
    if len(known) == 1:
        instrument, sums = known[0]
        both = tr(
            "bought {plain_qty}, sold {plain_qty_2}",
            plain_qty=plain_qty_text(instrument, sums["bought"]), plain_qty_2=plain_qty_text(instrument, sums["sold"]),
        )
        said += [f"{both} {instrument.base}", tr(
            "turnover {money} {quote}",
            money=instrument.money_text(sums["value"]), quote=instrument.quote,
        )]
    else:
        by = by_quote((instrument, sums["value"]) for instrument, sums in known)
        said.append(tr("turnover {money}", money=", ".join(f"{money_text(*by[quote])} {quote}" for quote in by)))
    return tuple("  ".join(words) for words in (said, (said[0], said[-1]), said[-1:], said[:1]))


FILLS = Table(
    mark("Fills"), mark("fill"), FillRow,
    tuple(map(muted_if_busted, (
        Column("time", mark("Time"), 60, 1, False, lambda r: clock_text(r.at), Kind.TIME,
               exact=lambda r: stamp_text(r.at), tone=muted, tip=mark("UTC"), field="at"),
        number("order", mark("Order"), 56, 4, lambda r: str(r.order_id), tone=muted, field="order_id"),
        _symbol(64, 0),
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
        *(counted(name, _plus(name).raw) for name in ("qty", "fee")), counted("value", _worth), Sum("standing", standing),
        counted("bought", _lots_of(Side.BUY)), counted("sold", _lots_of(Side.SELL)), counted("makers", _makers),
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


def position_totals(added: Added) -> dict[str, str]:
    """With several currencies each is named, because they do not add up."""
    known = [(instrument, sums) for instrument, _, sums in added if instrument is not None]
    sums = {name: by_quote((instrument, one[name]) for instrument, one in known) for name in POSITION_SUMS}
    if len(sums["total"]) != 1:
        named = (f"{with_arrow(money_text(*sum_, signed=True))} {quote}" for quote, sum_ in sums["total"].items())
        return {"symbol": tr("Total {named}", named=",  ".join(named))}
    made = {"symbol": tr("Total")}
    for name, of_quote in sums.items():
        sum_of = next(iter(of_quote.values()))
        # More fees are no gain: neither sign nor arrow.
        made[name] = money_text(*sum_of) if name == "fees" else with_arrow(money_text(*sum_of, signed=True))
    return made


POSITION_SUMS = ("unrealised", "realised", "total", "fees", "after")
POSITIONS = Table(
    mark("Positions"), mark("position"), PositionRow,
    (
        _symbol(66, 0),
        number("net", mark("Net qty"), 60, 0, lambda r: size_text(r.instrument, r.qty, 4, signed=True), Unit.QTY, field="qty",
                exact=lambda r: _signed(r.instrument.qty_text(r.qty), r.qty)),
        number("average", mark("Avg price"), 64, 1, lambda r: price_text(r, average_price(r.cost, r.qty)), Unit.PRICE,
                raw=lambda store, sel: averages(store.ints("cost", sel), store.ints("qty", sel))),
        number("mark", mark("Mark"), 72, 4, lambda r: price_text(r, r.mark), Unit.PRICE, tip=mark("Price that values the position")),
        number("unrealised", mark("Unrealised"), 92, 2, lambda r: profit_text(r.instrument, r.unrealised) if r.mark else DASH, Unit.MONEY,
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
        _plus("unrealised"), _plus("realised"), Sum("total", _totals_raw), _plus("fees"),
        Sum("after", lambda store, sel: store.ints("net", sel)),
    ),
    position_totals,
)
