"""The bundled sessions. One is real, and our engine, fed with what participants sent, makes history's trades and history's book. The
other is made up, with trades of its own book, which our engine makes as well."""

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from core.domain.enums import Side
from core.domain.units import SECOND
from core.edge import coinbase_import, synthetic_market
from core.edge.tape_file import OPENING, RecordedTrade, Tape
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import StartRun
from core.messages.market_data import TradePrinted
from tests.sessions import BUNDLED, PRACTICE, bundled

Trade = tuple[int, int, int, int]
Played = tuple[Engine, list[Trade], list[Trade], int]


def played(path: Path = BUNDLED, each_second: Callable[[Engine], None] = lambda engine: None) -> Played:
    """The engine after the tape, the trades it made, those recorded, and how many Flow messages it took."""
    engine, made, recorded, flow = Engine(State()), [], [], 0
    engine.apply(1, 0, StartRun("s", "", 0, 0, False, "", ()))
    tape = Tape(path)
    second = tape.head.first_at // SECOND
    for seq, (at, record) in enumerate(tape.play(), start=2):
        if at // SECOND > second:
            second = at // SECOND
            each_second(engine)
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


def test_our_engine_makes_every_trade_of_the_made_up_markets() -> None:
    engine, made, recorded, flow = played(PRACTICE)
    head = Tape(PRACTICE).head
    assert made == recorded and len(made) == head.trades > 10_000
    assert engine.state.venue.diverged == 0
    assert flow == head.messages > 40_000


def test_the_practice_tape_is_what_its_seed_makes() -> None:
    shipped = list(Tape(PRACTICE).play())
    assert [(at - synthetic_market.FIRST_AT, record) for at, record in shipped] == list(synthetic_market.records())
    assert list(synthetic_market.records(2, 5.0)) != list(synthetic_market.records(3, 5.0))


def test_the_made_up_markets_can_be_traded_in() -> None:
    """Two sides at any time, spreads of few ticks mostly, prices that go somewhere, and most markets together."""
    kinds = dict(enumerate(synthetic_market.KINDS, start=1))
    spreads: dict[int, Counter[int]] = defaultdict(Counter)
    middles: dict[int, list[float]] = defaultdict(list)

    def look(engine: Engine) -> None:
        for id, kind in kinds.items():
            bid, ask = engine.state.venue.books[id].best_bid(), engine.state.venue.books[id].best_ask()
            assert bid is not None and ask is not None and bid.price < ask.price
            assert bid.price % kind.tick == ask.price % kind.tick == 0
            spreads[id][(ask.price - bid.price) // kind.tick] += 1
            middles[id].append((bid.price + ask.price) / 2)

    played(PRACTICE, look)
    for id, kind in kinds.items():
        seconds = sum(spreads[id].values())
        assert seconds > 800
        assert sum(spreads[id][ticks] for ticks in (1, 2, 3)) > 0.6 * seconds and max(spreads[id]) < 25
        assert max(middles[id]) - min(middles[id]) > 20 * kind.tick
    moved = {id: np.diff(np.log(middles[id][::15])) for id in kinds}
    assert np.corrcoef(moved[1], moved[2])[0, 1] > 0.4 and np.corrcoef(moved[1], moved[6])[0, 1] < 0


def test_the_crowds_book_is_first_in_first_out() -> None:
    book = synthetic_market.CrowdBook()
    for id, price, qty in ((-1, 101, 5), (-2, 100, 5), (-3, 100, 7), (-4, 102, 9)):
        book.rest(id, Side.SELL, price, qty)
    assert list(book.take(Side.BUY, 14, 101)) == [(-2, 100, 5), (-3, 100, 7), (-1, 101, 2)]
    assert list(book.take(Side.BUY, 9, 101)) == [(-1, 101, 3)], "the limit holds"
    assert book.best(Side.SELL) == 102 and book.cancel(-4) == 9 and book.best(Side.SELL) == 0
    assert list(book.take(Side.BUY, 9, 0)) == []


@pytest.mark.parametrize("name", ["Inter-Regular.otf", "Inter-SemiBold.otf", "LICENSE-Inter.txt"])
def test_the_font_and_its_licence_are_shipped(name: str) -> None:
    assert (BUNDLED.parents[1] / "fonts" / name).stat().st_size > 4000
