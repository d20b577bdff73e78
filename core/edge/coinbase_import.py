"""Converts a Coinbase (GDAX) level-3 recording to a tape: python -m core.edge.coinbase_import FOLDER OUT.tape

FOLDER holds beginning_level_3.min.json.xz (the order-by-order book before) and messages.min.json.xz (the "full" channel).
What participants sent becomes Flow: received orders, cancels (`done` canceled), and `done` filled. An `open` without a
`received` is taken as received. `match` becomes RecordedTrade, only compared. `open` otherwise says nothing that is not
known. A market order with a size is bounded by it; one without, by its funds. UUIDs become -1, -2, ... by appearance.
Channel reference: Coinbase Exchange API, "Full channel".
"""

import json
import lzma
import sys
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.domain.enums import Side
from core.domain.units import InstrumentId, Money, OrderId, Price, Qty
from core.edge.tape_file import OPENING, Record, RecordedTrade, Tape, TapeHead, write
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument, SeedBook

ONE = InstrumentId(1)
PRICE_DECIMALS, QTY_DECIMALS = 2, 8
SEED_CHUNK = 4096


class _Ids:
    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def __call__(self, uuid: str) -> OrderId:
        return OrderId(self.known.setdefault(uuid, -len(self.known) - 1))


def convert(folder: Path, out: Path) -> TapeHead:
    """Writes the tape and returns its head. Raises OSError, KeyError or ValueError on anything unexpected in the source."""
    book = _load(folder / "beginning_level_3.min.json.xz")
    messages = _load(folder / "messages.min.json.xz")
    ids = _Ids()
    first_at = _nanos(messages[0]["time"])
    records: list[tuple[int, Record]] = [
        (0, ListInstrument(ONE, "BTC-USD", "COINBASE", "BTC", "USD", PRICE_DECIMALS, QTY_DECIMALS, 1, 1))
    ]
    records += [(0, seed) for seed in _opening(book, ids)]
    records += [(at - first_at, record) for at, record in _flow(messages, set(ids.known), ids)]
    trades = sum(isinstance(record, RecordedTrade) for _, record in records)
    opening = sum(isinstance(record, OPENING) for _, record in records)
    head = TapeHead(
        name="coinbase-btcusd-2018-07-13", title="BTC-USD, Coinbase, 13 July 2018 20:47-20:56 UTC", venue="COINBASE",
        source="orderbookmdp 0.1.2, tests/testdata (Olle Dahlen)", licence="MIT", first_at=first_at,
        last_at=_nanos(messages[-1]["time"]), messages=len(records) - opening - trades, trades=trades,
    )
    write(out, head, records)
    return head


def _opening(book: Any, ids: _Ids) -> Iterator[SeedBook]:
    for key, side in (("bids", Side.BUY), ("asks", Side.SELL)):
        orders = [(ids(uuid), _price(price), _qty(size)) for price, size, uuid in book[key]]
        for start in range(0, len(orders), SEED_CHUNK):
            yield SeedBook(ONE, side, tuple(orders[start : start + SEED_CHUNK]))


def _flow(messages: Any, entered: set[str], ids: _Ids) -> Iterator[tuple[int, Record]]:
    for m in messages:
        record = _one(m, entered, ids)
        if record is not None:
            yield _nanos(m["time"]), record


def _one(m: Any, entered: set[str], ids: _Ids) -> Record | None:
    kind = m["type"]
    if kind == "match":
        return RecordedTrade(ONE, ids(m["maker_order_id"]), ids(m["taker_order_id"]), _price(m["price"]), _qty(m["size"]))
    uuid = m["order_id"]
    side = Side.BUY if m.get("side") == "buy" else Side.SELL
    if kind == "received":
        entered.add(uuid)
        if m["order_type"] == "limit":
            return FlowLimit(ONE, ids(uuid), side, _qty(m["size"]), _price(m["price"]))
        if "size" in m:
            return FlowMarket(ONE, ids(uuid), side, _qty(m["size"]), Money(0))
        return FlowMarket(ONE, ids(uuid), side, Qty(0), Money(int(Decimal(m["funds"]).scaleb(PRICE_DECIMALS + QTY_DECIMALS))))
    if kind == "open":
        if uuid in entered:
            return None
        entered.add(uuid)
        return FlowLimit(ONE, ids(uuid), side, _qty(m["remaining_size"]), _price(m["price"]))
    if kind == "done":
        if m["reason"] == "canceled":
            return FlowCancel(ONE, ids(uuid), _qty(m["remaining_size"]))
        return FlowFilled(ONE, ids(uuid))
    raise ValueError(f"message type {kind!r} at sequence {m.get('sequence')} is not known")


def _price(text: str) -> Price:
    return Price(_whole(text, PRICE_DECIMALS))


def _qty(text: str) -> Qty:
    return Qty(_whole(text, QTY_DECIMALS))


def _whole(text: str, decimals: int) -> int:
    scaled = Decimal(text).scaleb(decimals)
    if scaled != int(scaled):
        raise ValueError(f"{text} is finer than {decimals} decimals")
    return int(scaled)


def _nanos(text: str) -> int:
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return int(moment.timestamp()) * 1_000_000_000 + moment.microsecond * 1000


def _load(path: Path) -> Any:
    with lzma.open(path) as file:
        return json.load(file)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m core.edge.coinbase_import FOLDER OUT.tape")
    made = convert(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{sys.argv[2]}: {made.messages} messages, {made.trades} recorded trades, sha256 {Tape(Path(sys.argv[2])).sha256}")
