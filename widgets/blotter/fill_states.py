"""What the exchange undid or corrected among our fills: how such a row reads, and that a busted one counts for nothing. Qt-free."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.domain.fill_state import FillState
from core.projections.pictures import FillRow, OrderRow
from widgets.blotter.columns import Column, Ints, Sel, Sum
from widgets.blotter.store import Store
from widgets.blotter.texts import DASH, all_digits, price_text
from widgets.tongue import Table, tr

FILL_STATE = Table({FillState.STANDS: "Stands##a fill", FillState.BUSTED: "Busted", FillState.CORRECTED: "Corrected"})
SAYS_SO = ("state", "why")
"""Columns that say what was done to a fill."""


def standing(store: Store, sel: Sel) -> Ints:
    """1 for fills that the exchange did not undo."""
    found: Ints = (store.ints("state", sel) != FillState.BUSTED).astype(np.int64)
    return found


def counted(name: str, of: Callable[[Store, Sel], Ints]) -> Sum:
    """Of what stands."""
    return Sum(name, lambda store, sel: of(store, sel) * standing(store, sel))


def is_busted(row: FillRow) -> bool:
    return row.state is FillState.BUSTED


def fill_why(row: FillRow) -> str:
    """What the exchange did to it, and why."""
    if row.state is FillState.STANDS:
        return DASH
    if row.state is FillState.BUSTED:
        said = tr("busted by the exchange: it counts for nothing")
    else:
        said = tr(
            "corrected by the exchange: it was {qty} at {price}",
            qty=all_digits(row, row.was_qty), price=price_text(row, row.was_price),
        )
    return f"{said} ({row.why})" if row.why else said


def amended(row: OrderRow) -> str:
    """What the venue did last to a fill of the order, and how much of what it had filled is undone by now; empty: nothing."""
    if row.amended is FillState.STANDS:
        return ""
    busted = row.amended is FillState.BUSTED
    said = tr("trade {trade} was busted by the exchange", trade=row.trade) if busted else tr(
        "trade {trade} was corrected by the exchange", trade=row.trade,
    )
    return tr("{qty} of its fills undone, {said}", qty=all_digits(row, row.undone), said=said) if row.undone > 0 else said


def muted_if_busted(column: Column) -> Column:
    if column.name in SAYS_SO:
        return column
    tone = column.tone
    return replace(column, tone=lambda row: "muted" if is_busted(row) else tone(row) if tone is not None else "text")


def fill_state_tone(row: FillRow) -> str:
    return "muted" if row.state is FillState.STANDS else "warning"
