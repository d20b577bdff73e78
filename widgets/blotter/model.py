"""Orders, fills and positions as columns of text, with the raw number that each column sorts by. Qt-free.

Invariant: an average price is cost / qty exactly, rounded half away from zero only here, to the price's decimals. Dense
columns cut quantities to four decimals; tips, copies and exports carry every digit, with a plain minus and no thin spaces.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from core.domain.enums import OrderState
from core.domain.instrument import MINUS, NARROW_SPACE, Instrument, decimal_text
from core.domain.units import MILLISECOND, SECOND
from core.projections.pictures import FillRow, OrderRow, PositionRow
from widgets import labels
from widgets.blotter.form import is_open
from widgets.sizes import plain_qty_text, size_text

DASH = "\u2013"
CANCEL = "cancel"
"""The column whose cells cancel an order when clicked."""


@dataclass(frozen=True, slots=True)
class Column:
    """rank: columns of a higher rank leave first when the room is short; the last column takes what is left over.

    exact: the text for copies and exports, when it differs from the cell's. tone: the theme token of the cell's text.
    """

    name: str
    title: str
    width: int
    rank: int
    right: bool
    text: Callable[[Any], str]
    value: Callable[[Any], Any]
    exact: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    tip: str = ""


def shown(columns: Sequence[Column], width: int) -> set[int]:
    """Numbers of the columns that fit into width."""
    kept = set(range(len(columns)))
    while sum(columns[number].width for number in kept) > width:
        rank = max(columns[number].rank for number in kept)
        if rank == 0:
            break
        kept = {number for number in kept if columns[number].rank != rank}
    return kept


# texts ------------------------------------------------------------------------------------------------------------------


def average_price(cost: int, qty: int) -> int:
    """cost / qty in price units, rounded half away from zero; 0 when nothing is held. Signs of a short cancel out."""
    if qty == 0:
        return 0
    cost, qty = (-cost, -qty) if qty < 0 else (cost, qty)
    rounded = (2 * abs(cost) + qty) // (2 * qty)
    return -rounded if cost < 0 else rounded


def clock_text(at: int, milliseconds: bool = False) -> str:
    """UTC time of day."""
    second = at // SECOND % 86_400
    text = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"{text}.{at % SECOND // MILLISECOND:03}" if milliseconds else text


def stamp_text(at: int) -> str:
    """ISO 8601 in UTC with all nanoseconds."""
    return f"{datetime.fromtimestamp(at // SECOND, UTC):%Y-%m-%dT%H:%M:%S}.{at % SECOND:09}Z"


def profit_text(instrument: Instrument, money: int) -> str:
    """Sign and arrow: a gain is told without colour. What rounds to nothing has neither."""
    return with_arrow(instrument.money_text(money, signed=True))


def with_arrow(text: str) -> str:
    return f"\u25b2 {text}" if text.startswith("+") else f"\u25bc {text}" if text.startswith(MINUS) and text.strip(f"{MINUS}0.") else text


def plain(text: str) -> str:
    """For other programs."""
    return text.replace(NARROW_SPACE, "").replace(MINUS, "-")


def line(columns: Sequence[Column], row: Any) -> list[str]:
    return [plain((column.exact or column.text)(row)) for column in columns if column.name != CANCEL]


def heading(columns: Sequence[Column]) -> list[str]:
    return [column.title for column in columns if column.name != CANCEL]


def tsv(columns: Sequence[Column], rows: Iterable[Any]) -> str:
    lines = [heading(columns), *(line(columns, row) for row in rows)]
    return "\n".join("\t".join(cell.replace("\t", " ") for cell in cells) for cells in lines) + "\n"


def tip(columns: Sequence[Column], row: Any) -> str:
    """Everything about a row, with all digits."""
    pairs = ((column.title, (column.exact or column.text)(row)) for column in columns if column.name != CANCEL)
    return "\n".join(f"{title}: {text}" for title, text in pairs if text and text != DASH)


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


def symbol(row: OrderRow | FillRow | PositionRow) -> str:
    return row.instrument.symbol if row.instrument is not None else DASH


def matches(row: OrderRow, wanted: str, open_only: bool) -> bool:
    """wanted: lower case; looked for in symbol, state and id."""
    if open_only and not is_open(row):
        return False
    if not wanted:
        return True
    return wanted in f"{symbol(row)} {labels.ORDER_STATE[row.state]} {row.order_id or ''}".lower()


def _qty(row: Any, qty: int) -> str:
    return size_text(row.instrument, qty, 4) if row.instrument is not None else str(qty)


def _all_digits(row: Any, qty: int) -> str:
    return row.instrument.qty_text(qty) if row.instrument is not None else str(qty)


def _price(row: Any, price: int) -> str:
    if row.instrument is None:
        return str(price)
    return row.instrument.price_text(price) if price else DASH


def _limit(row: OrderRow) -> str:
    return _price(row, row.price) if row.price else "market"


def _side_tone(row: OrderRow | FillRow) -> str:
    return labels.SIDE_TOKEN[row.side]


def _state_tone(row: OrderRow) -> str:
    if is_open(row):
        return "own"
    return "warning" if row.state in (OrderState.REFUSED, OrderState.REJECTED) else "text"


def _why_tone(row: OrderRow) -> str:
    return "warning" if row.reason is not None or row.rejection is not None else "muted"


def _muted(row: Any) -> str:
    return "muted"


def _id(row: OrderRow) -> str:
    return str(row.order_id) if row.order_id > 0 else DASH


ORDERS: tuple[Column, ...] = (
    Column(CANCEL, "", 24, 0, False, lambda r: "", is_open, tip="Cancel this order (Del)"),
    Column("time", "Time", 60, 0, False, lambda r: clock_text(r.at), lambda r: r.at, lambda r: stamp_text(r.at), _muted, "UTC"),
    Column("id", "Id", 60, 3, True, _id, lambda r: r.order_id, tone=_muted),
    Column("symbol", "Symbol", 70, 1, False, symbol, symbol),
    Column("side", "Side", 36, 0, False, lambda r: labels.SIDE[r.side], lambda r: int(r.side), tone=_side_tone),
    Column("type", "Type", 50, 5, False, lambda r: labels.ORDER_TYPE[r.order_type], lambda r: int(r.order_type)),
    Column("tif", "TIF", 36, 4, False, lambda r: labels.TIME_IN_FORCE[r.time_in_force], lambda r: int(r.time_in_force)),
    Column("qty", "Qty", 66, 0, True, lambda r: _qty(r, r.qty), lambda r: r.qty, lambda r: _all_digits(r, r.qty)),
    Column("filled", "Filled", 66, 0, True, lambda r: _qty(r, r.filled), lambda r: r.filled, lambda r: _all_digits(r, r.filled)),
    Column("leaves", "Leaves", 66, 2, True, lambda r: _qty(r, r.leaves), lambda r: r.leaves, lambda r: _all_digits(r, r.leaves)),
    Column("price", "Price", 72, 0, True, _limit, lambda r: r.price),
    Column(
        "average", "Avg price", 72, 0, True, lambda r: _price(r, average_price(r.cost, r.filled)),
        lambda r: average_price(r.cost, r.filled),
    ),
    Column("state", "State", 70, 0, False, lambda r: labels.ORDER_STATE[r.state], lambda r: int(r.state), tone=_state_tone),
    Column("why", "Why", 88, 0, False, why, why, tone=_why_tone),
)

# fills ------------------------------------------------------------------------------------------------------------------


def _value(row: FillRow) -> str:
    return row.instrument.money_text(row.qty * row.price)


def _exact_value(row: FillRow) -> str:
    return row.instrument.money_text(row.qty * row.price, row.instrument.price_decimals + row.instrument.qty_decimals)


FILLS: tuple[Column, ...] = (
    Column(
        "time", "Time", 88, 0, False, lambda r: clock_text(r.at, True), lambda r: r.at, lambda r: stamp_text(r.at), _muted, "UTC"
    ),
    Column("order", "Order", 56, 3, True, lambda r: str(r.order_id), lambda r: r.order_id, tone=_muted),
    Column("symbol", "Symbol", 74, 4, False, symbol, symbol),
    Column("side", "Side", 40, 0, False, lambda r: labels.SIDE[r.side], lambda r: int(r.side), tone=_side_tone),
    Column("qty", "Qty", 66, 0, True, lambda r: _qty(r, r.qty), lambda r: r.qty, lambda r: _all_digits(r, r.qty)),
    Column("price", "Price", 72, 0, True, lambda r: _price(r, r.price), lambda r: r.price),
    Column("value", "Value", 92, 2, True, _value, lambda r: r.qty * r.price, _exact_value),
    Column("liquidity", "Liquidity", 62, 1, False, lambda r: labels.LIQUIDITY[r.liquidity], lambda r: int(r.liquidity)),
)

# positions --------------------------------------------------------------------------------------------------------------


def _net(row: PositionRow) -> str:
    return ("+" if row.qty > 0 else "") + row.instrument.qty_text(row.qty, 4)


def _exact_net(row: PositionRow) -> str:
    return ("+" if row.qty > 0 else "") + row.instrument.qty_text(row.qty)


def _fees(row: PositionRow) -> str:
    return row.instrument.money_text(row.fees)


POSITIONS: tuple[Column, ...] = (
    Column("symbol", "Symbol", 66, 0, False, symbol, symbol),
    Column("net", "Net qty", 60, 0, True, _net, lambda r: r.qty, _exact_net),
    Column(
        "average", "Avg price", 64, 0, True, lambda r: _price(r, average_price(r.cost, r.qty)),
        lambda r: average_price(r.cost, r.qty),
    ),
    Column("mark", "Mark", 72, 3, True, lambda r: _price(r, r.mark), lambda r: r.mark, tip="Price that values the position"),
    Column(
        "unrealised", "Unrealised", 92, 1, True, lambda r: profit_text(r.instrument, r.unrealised) if r.mark else DASH,
        lambda r: r.unrealised,
    ),
    Column("realised", "Realised", 92, 2, True, lambda r: profit_text(r.instrument, r.realised), lambda r: r.realised),
    Column(
        "total", "Total P&L", 72, 0, True, lambda r: profit_text(r.instrument, r.realised + r.unrealised),
        lambda r: r.realised + r.unrealised,
    ),
    Column("fees", "Fees", 60, 6, True, _fees, lambda r: r.fees, tip="Paid so far; below zero when rebates were more"),
    Column("after", "Net P&L", 72, 6, True, lambda r: profit_text(r.instrument, r.net), lambda r: r.net, tip="Total P&L after fees"),
    Column("bought", "Bought", 96, 5, True, lambda r: _all_digits(r, r.bought), lambda r: r.bought),
    Column("sold", "Sold", 96, 5, True, lambda r: _all_digits(r, r.sold), lambda r: r.sold),
)

# totals -----------------------------------------------------------------------------------------------------------------


class Turnover:
    """Running totals of fills, by instrument: O(1) a fill."""

    def __init__(self) -> None:
        self._by_instrument: dict[int, list[Any]] = {}
        self.fills = self.maker = 0

    def add(self, row: FillRow) -> None:
        sums = self._by_instrument.setdefault(row.instrument.id, [row.instrument, [0, 0], 0])
        sums[1][row.side] += row.qty
        sums[2] += row.qty * row.price
        self.fills += 1
        self.maker += row.liquidity == 0

    def text(self) -> str:
        if not self.fills:
            return ""
        said = [f"{self.fills} fill{'s' if self.fills > 1 else ''}, {self.maker} as maker"]
        if len(self._by_instrument) == 1:
            instrument, (bought, sold), value = next(iter(self._by_instrument.values()))
            both = f"bought {plain_qty_text(instrument, bought)}, sold {plain_qty_text(instrument, sold)}"
            said.append(f"{both} {instrument.base}")
            said.append(f"turnover {instrument.money_text(value)} {instrument.quote}")
        else:
            sums = by_quote((entry[0], entry[2]) for entry in self._by_instrument.values())
            said.append("turnover " + ", ".join(f"{money_text(*sums[quote])} {quote}" for quote in sums))
        return "  ".join(said)


def by_quote(amounts: Iterable[tuple[Instrument, int]]) -> dict[str, tuple[int, int]]:
    """quote currency -> (exact sum, its decimals): instruments of one currency may count money in different units."""
    sums: dict[str, tuple[int, int]] = {}
    for instrument, money in amounts:
        decimals = instrument.price_decimals + instrument.qty_decimals
        total, known = sums.get(instrument.quote, (0, decimals))
        finest = max(known, decimals)
        exact: int = total * 10 ** (finest - known) + money * 10 ** (finest - decimals)
        sums[instrument.quote] = (exact, finest)
    return sums


def money_text(exact: int, decimals: int, signed: bool = False) -> str:
    """Two decimals, rounded half away from zero."""
    scale: int = 10 ** max(decimals - 2, 0)
    cents = (abs(exact) * 10 ** max(2 - decimals, 0) + scale // 2) // scale
    text = decimal_text(-cents if exact < 0 else cents, 2)
    return "+" + text if signed and exact > 0 and cents else text


def position_totals(rows: Sequence[PositionRow]) -> dict[str, str]:
    """Column name -> text of the total row. With several currencies each is named, because they do not add up."""
    made = {"symbol": "Total"}
    sums = {
        "unrealised": by_quote((row.instrument, row.unrealised) for row in rows),
        "realised": by_quote((row.instrument, row.realised) for row in rows),
        "total": by_quote((row.instrument, row.unrealised + row.realised) for row in rows),
        "fees": by_quote((row.instrument, row.fees) for row in rows),
        "after": by_quote((row.instrument, row.net) for row in rows),
    }
    if len(sums["total"]) == 1:
        for name, of_quote in sums.items():
            sum_of = next(iter(of_quote.values()))
            # More fees are no gain: neither sign nor arrow.
            made[name] = money_text(*sum_of) if name == "fees" else with_arrow(money_text(*sum_of, signed=True))
    else:
        named = (f"{with_arrow(money_text(*sum_, signed=True))} {quote}" for quote, sum_ in sums["total"].items())
        made["symbol"] = "Total " + ",  ".join(named)
    return made
