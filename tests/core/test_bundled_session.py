"""The bundled session is real, and our engine, fed with what participants sent, makes history's trades and history's book."""

import json
import lzma
from decimal import Decimal
from pathlib import Path

import pytest

from core.edge import coinbase_import
from core.edge.tape_file import OPENING, RecordedTrade
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import StartRun
from core.messages.market_data import TradePrinted
from tests.sessions import BUNDLED, bundled

Trade = tuple[int, int, int, int]


def played() -> tuple[Engine, list[Trade], list[Trade], int]:
    """The engine after the tape, the trades it made, those recorded, and how many Flow messages it took."""
    engine, made, recorded, flow = Engine(State()), [], [], 0
    engine.apply(1, 0, StartRun("s", "", 0, 0, False, "", ()))
    for seq, (at, record) in enumerate(bundled().play(), start=2):
        if isinstance(record, RecordedTrade):
            recorded.append((record.maker, record.taker, record.price, record.qty))
            continue
        flow += not isinstance(record, OPENING)
        for event in engine.apply(seq, at, record):
            if isinstance(event, TradePrinted):
                made.append((event.maker, event.taker, event.price, event.qty))
    return engine, made, recorded, flow


def test_every_recorded_trade_is_made_again_in_order() -> None:
    engine, made, recorded, flow = played()
    assert len(recorded) == 501
    assert made == recorded
    assert engine.state.venue.diverged == 0
    assert flow == bundled().head.messages == 24_418


def test_the_ending_book_is_the_recorded_one_in_queue_order(shared: Path) -> None:
    engine, *_ = played()
    folder = shared / "data" / "l3_coinbase_2018-07-13"
    ids = uuids(folder)
    with lzma.open(folder / "ending_level_3.min.json.xz") as file:
        ending = json.load(file)
    book = engine.state.venue.books[1]
    for levels, side in ((book.bids, "bids"), (book.asks, "asks")):
        expected: dict[int, list[tuple[int, int]]] = {}
        for price, size, uuid in ending[side]:
            expected.setdefault(int(Decimal(price) * 100), []).append((ids[uuid], int(Decimal(size) * 10**8)))
        assert {price: queue(level) for price, level in levels.items()} == expected
    assert len(book.orders) == len(ending["bids"]) + len(ending["asks"]) == 66_833
    assert len(book.bids) + len(book.asks) == 27_695


def queue(level: object) -> list[tuple[int, int]]:
    orders, order = [], level.first  # type: ignore[attr-defined]
    while order is not None:
        orders.append((order.id, order.qty))
        order = order.after
    return orders


def uuids(folder: Path) -> dict[str, int]:
    """The converter's numbering, derived again by its rule: -1, -2, ... by first appearance."""
    ids: dict[str, int] = {}
    with lzma.open(folder / "beginning_level_3.min.json.xz") as file:
        beginning = json.load(file)
    with lzma.open(folder / "messages.min.json.xz") as file:
        messages = json.load(file)
    seen = [uuid for side in ("bids", "asks") for _, _, uuid in beginning[side]]
    for message in messages:
        seen += [message[key] for key in ("order_id", "maker_order_id", "taker_order_id") if key in message]
    for uuid in seen:
        ids.setdefault(uuid, -len(ids) - 1)
    return ids


def test_the_shipped_tape_is_what_the_converter_makes(shared: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.tape"
    coinbase_import.convert(shared / "data" / "l3_coinbase_2018-07-13", made)
    assert made.read_bytes() == BUNDLED.read_bytes()


def test_the_same_tape_gives_the_same_state_twice() -> None:
    assert digest(played()[0].state) == digest(played()[0].state)


def test_the_licence_is_beside_the_session() -> None:
    notice = BUNDLED.with_name(f"LICENSE-{BUNDLED.stem}.txt").read_text()
    assert "Permission is hereby granted, free of charge" in notice


@pytest.mark.parametrize("name", ["Inter-Regular.otf", "Inter-SemiBold.otf", "LICENSE-Inter.txt"])
def test_the_font_and_its_licence_are_shipped(name: str) -> None:
    assert (BUNDLED.parents[1] / "fonts" / name).stat().st_size > 4000
