"""What the history database holds, against the screens' own projections, and however its batches were cut."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.edge.history import rows, tables
from core.edge.history.drift import check
from core.edge.history.fold import FOLDS, Fold
from core.edge.history.kinds import Kind
from core.edge.history.store import Store, catch_up
from core.edge.history.words import LONGEST, clean
from core.journal.entry import Entry
from core.messages.events import ControlEvent, OwnEvent, RunStarted
from core.messages.stopping import StopEvent
from core.projections.ledger import Ledger
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.positions import Positions
from tests.edge.history_entries import CONVERSATIONS, content, conversation, conversations, cut, trading


def test_every_event_of_ours_is_folded() -> None:
    assert set(get_args(OwnEvent)) | set(get_args(ControlEvent)) | set(get_args(StopEvent)) <= set(FOLDS)


@pytest.mark.parametrize("name", ["runs", "instruments", "orders", "fills", "positions", "position_changes", "audit"])
def test_rows_fit_their_tables(name: str) -> None:
    assert tuple(tables.metadata.tables[name].columns.keys()) == getattr(rows, name.upper())


def folded(entries: list[Entry]) -> rows.Rows:
    fold = Fold(lambda id: None)
    for entry in entries:
        fold.add(entry)
    return fold.take()


def projected(entries: list[Entry]) -> tuple[Orders, Positions]:
    orders = Orders(lambda id: None, lambda instrument, id: 0, lambda instrument, id: 0)
    ledger = Ledger()
    positions = Positions(Market(), ledger)
    for entry in entries:
        for event in entry.events:
            for folds in (ledger.folds, orders.folds, positions.folds):
                fold: Callable[[int, Any], None] | None = folds.get(type(event))
                if fold is not None:
                    fold(entry.at, event)
    return orders, positions


@pytest.mark.parametrize("path", [*sorted(CONVERSATIONS.glob("*.txt")), None], ids=lambda path: path.stem if path else "trading")
def test_orders_and_positions_are_those_of_the_screens(path: Path | None) -> None:
    entries = conversation(path) if path else trading(400)
    begin = max((n for n, entry in enumerate(entries) if any(isinstance(event, RunStarted) for event in entry.events)), default=0)
    found = folded(entries)
    orders, positions = projected(entries[begin:])
    sent = [row for row in orders.rows.values() if row.order_id]
    for row in sent:
        ours = found.orders[row.order_id]
        assert (ours.client_order_id, ours.qty, ours.price, ours.leaves, ours.filled, ours.cost, ours.state) == (
            row.client_order_id, row.qty, row.price, row.leaves, row.filled, row.cost, row.state.name
        )
        assert ours.updated_at <= row.updated_at
    run = max(found.runs)
    refused = [order for order in found.orders.values() if order.state == "REFUSED" and order.run == run]
    assert len(refused) == orders.refused
    assert len(sent) + len(refused) == sum(order.run == run for order in found.orders.values())
    for (its_run, account, instrument), row in found.positions.items():
        if its_run == run:
            held = positions.held(instrument, account)
            assert row[3:8] == (held.qty, held.cost, held.realised, held.bought, held.sold)


def test_fills_add_up_to_the_orders_and_the_position() -> None:
    found = folded(list(conversations()))
    for id, order in found.orders.items():
        its = [dict(zip(rows.FILLS, fill, strict=True)) for fill in found.fills if fill[3] == id]
        assert order.filled == sum(fill["qty"] - fill["was_qty"] for fill in its)
        assert order.cost == sum(fill["qty"] * fill["price"] - fill["was_qty"] * fill["was_price"] for fill in its)
    bought: dict[tuple[int, int, int], int] = {}
    for row in found.fills:
        fill = dict(zip(rows.FILLS, row, strict=True))
        key = (fill["run"], fill["account"], fill["instrument"])
        sign = 1 if fill["side"] == "BUY" else -1
        bought[key] = bought.get(key, 0) + sign * (fill["qty"] - fill["was_qty"])
    assert bought == {key: row[3] for key, row in found.positions.items()}


def test_the_conversations_make_every_kind_that_has_an_event() -> None:
    made = {row[5] for row in folded(list(conversations())).audit}
    assert {kind.value for kind in Kind} - made == {"SIGNAL_GENERATED"}


def test_who_and_why_travel_with_the_order() -> None:
    found = folded(trading(20))
    filled = [dict(zip(rows.FILLS, row, strict=True)) for row in found.fills]
    assert filled
    assert {(fill["person"], fill["desk"], fill["strategy"], fill["signal"]) for fill in filled} == {
        ("alice", "desk a", "mean reversion", "signal 7")
    }
    assert all(fill["correlation"] == str(fill["order_id"]) for fill in filled)
    breaches = [row for row in found.audit if row[5] == "LIMIT_BREACH"]
    assert breaches
    assert all(row[7] == "alice" for row in breaches)


def test_texts_that_a_database_cannot_hold() -> None:
    assert clean("a\0b") == "a␀b"
    assert len(clean("x" * 10_000)) == LONGEST


@settings(max_examples=12, deadline=None)
@given(places=st.lists(st.integers(0, len(conversations())), max_size=8), overlap=st.integers(0, 50))
def test_any_cut_and_any_restart_gives_the_same_database(places: list[int], overlap: int) -> None:
    entries = list(conversations())
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/history.db"
        done = 0
        for part in cut(entries, places):
            done += len(part)
            with Store(url) as store:
                catch_up(store, entries[max(0, min(store.seq, done) - 1 - overlap) : done])
        assert check(url, entries).differing == 0
        with Store(f"sqlite:///{folder}/at-once.db") as store:
            catch_up(store, entries)
        assert content(url) == content(f"sqlite:///{folder}/at-once.db")
