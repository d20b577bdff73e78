"""One row of each table as the fold makes it: plain tuples in the order of the table's columns.

Whole numbers only: prices, lots and money count the instrument's units, and the instruments table says how they become
decimals. Every one fits 64 bits, because the journal's do, and the gate keeps money two bits below that. Nothing is NULL: 0
and '' mean none, as in the messages.
"""

from operator import attrgetter
from typing import Any

Row = tuple[Any, ...]


ORDERS = (
    "id", "run", "client_order_id", "account", "instrument", "side", "order_type", "time_in_force", "qty", "price", "terms",
    "state", "why", "leaves", "filled", "cost", "placed_at", "placed_wall_ns", "updated_seq", "updated_at",
    "person", "desk", "strategy", "signal", "correlation",
)


class Order:
    """An order as it stands; the slots are the table's columns, in order. why: the refusal's, rejection's or cancel's reason."""

    __slots__ = ORDERS

    def __init__(self, *values: Any) -> None:
        for name, value in zip(ORDERS, values, strict=True):
            setattr(self, name, value)

    id: int
    run: int
    client_order_id: str
    account: int
    instrument: int
    side: str
    order_type: str
    time_in_force: str
    qty: int
    price: int
    terms: str
    state: str
    why: str
    leaves: int
    filled: int
    cost: int
    placed_at: int
    placed_wall_ns: int
    updated_seq: int
    updated_at: int
    person: str
    desk: str
    strategy: str
    signal: str
    correlation: str


order_row = attrgetter(*ORDERS)
"""An order's row, as it stands now."""

RUNS = ("id", "session", "tape_sha256", "first_at", "wall_ns", "ended_seq", "ended_at", "ended_wall_ns", "why")
INSTRUMENTS = (
    "run", "instrument", "seq", "symbol", "venue", "base", "quote", "price_decimals", "qty_decimals", "tick", "lot",
)
FILLS = (
    "seq", "n", "run", "order_id", "what", "trade_id", "account", "instrument", "side", "qty", "price", "was_qty", "was_price",
    "liquidity", "fee", "at", "wall_ns", "person", "desk", "strategy", "signal", "correlation",
)
POSITIONS = ("run", "account", "instrument", "qty", "cost", "realised", "bought", "sold", "seq", "at", "wall_ns")
POSITION_CHANGES = (
    "seq", "n", "run", "account", "instrument", "what", "qty", "cost", "realised", "bought", "sold", "order_id", "at", "wall_ns",
)
AUDIT = (
    "seq", "n", "run", "at", "wall_ns", "kind", "component", "person", "correlation", "order_id", "instrument", "account", "data",
)


class Rows:
    """What a batch of entries makes. appended: rows of tables that only grow. Those of the rest replace the row with their key."""

    __slots__ = ("audit", "fills", "instruments", "orders", "position_changes", "positions", "runs")

    def __init__(self) -> None:
        self.audit: list[Row] = []
        self.fills: list[Row] = []
        self.position_changes: list[Row] = []
        self.orders: dict[int, Order] = {}
        self.positions: dict[tuple[int, int, int], Row] = {}
        self.runs: dict[int, Row] = {}
        self.instruments: dict[tuple[int, int], Row] = {}

    @property
    def appended(self) -> dict[str, list[Row]]:
        return {"audit": self.audit, "fills": self.fills, "position_changes": self.position_changes}

    @property
    def replaced(self) -> dict[str, list[Row]]:
        return {
            "runs": list(self.runs.values()), "instruments": list(self.instruments.values()),
            "orders": [order_row(order) for order in self.orders.values()], "positions": list(self.positions.values()),
        }

    def __len__(self) -> int:
        return (
            len(self.audit) + len(self.fills) + len(self.position_changes) + len(self.orders) + len(self.positions) + len(self.runs)
            + len(self.instruments)
        )
