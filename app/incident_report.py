"""What happened in one trip of the kill switch, from the journal's own entries, as JSON and as a page for people.

The run is replayed through a machine of its own up to the trip and on to where the stop stands now: so positions, open orders and
the state's hash are those that the journal proves, not those that somebody remembers. Times are the entries' own.
"""

import html
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING
from core.domain.stages import Stage
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import StartRun
from core.messages.events import KillEngaged, KillReleased, OrderCancelled, OrderFilled, OrderRefused, OrderRejected
from core.messages.reasons import Reason
from core.messages.stopping import CancelKept, FlattenChanged, OrderFenced, ReleaseApproved, StageChanged, TriggerFired
from core.replay import apply

LEVELS = 5


class Missing(Exception):
    """The journal does not hold the trip (not yet, or not any more)."""


class Told:
    """What the entries from the trip on say of it."""

    def __init__(self, generation: int, scope: str) -> None:
        self.generation, self.scope = generation, scope
        self.trip: Entry | None = None
        self.fates: dict[int, dict[str, Any]] = {}
        self.times: dict[str, dict[str, int]] = {}
        self.steps: list[dict[str, Any]] = []
        self.refused = self.fenced = 0

    def follow(self, entry: Entry) -> None:
        for event in entry.events:
            if isinstance(event, KillEngaged) and event.generation == self.generation:
                self.trip = entry
                self._time("blocked", entry)
                self._step(entry, f"engaged: {event.source}", event.who)
            elif self.trip is not None:
                self._later(entry, event)

    def _later(self, entry: Entry, event: Any) -> None:
        ours = getattr(event, "scope", None) == self.scope
        if isinstance(event, OrderRefused) and event.reason is Reason.KILL_SWITCH_ENGAGED:
            self.refused += 1
        elif isinstance(event, OrderFenced):
            self.fenced += 1
        elif isinstance(event, StageChanged) and ours:
            self._time(event.stage.name.lower(), entry)
            self._step(entry, f"{event.stage.name.lower()}, {event.left} left{': ' + event.why if event.why else ''}", event.who)
        elif isinstance(event, ReleaseApproved) and ours:
            self._step(entry, f"release asked for by {event.asked_by} ({event.why}), approved", event.approved_by)
        elif isinstance(event, KillReleased) and ours:
            self._step(entry, "released", event.source)
        elif isinstance(event, TriggerFired):
            self._step(entry, f"trigger {event.number} {event.kind.name}: {event.words} ({event.value}, limit {event.limit})", "")
        elif isinstance(event, FlattenChanged) and ours:
            self._step(entry, f"flattening {'goes on' if event.going else 'ended'}, {event.left} positions left", event.who)
        else:
            self._fate(entry, event)

    def _fate(self, entry: Entry, event: Any) -> None:
        known = self.fates.get(getattr(event, "order_id", 0))
        if known is None:
            return
        if isinstance(event, OrderCancelled):
            known |= {"fate": "cancelled", "because": event.reason.name, "seq": entry.seq, "after_ns": self._after(entry)}
            self.times["last cancel"] = {"seq": entry.seq, "at": entry.at, "wall_ns": entry.wall_ns, "after_ns": self._after(entry)}
        elif isinstance(event, OrderFilled) and not event.leaves:
            known |= {"fate": "filled", "seq": entry.seq, "after_ns": self._after(entry)}
        elif isinstance(event, OrderRejected):
            known |= {"fate": "rejected", "seq": entry.seq, "after_ns": self._after(entry)}
        elif isinstance(event, CancelKept):
            known |= {"fate": "cancel refused, kept", "because": event.reason.name, "attempts": event.attempts}

    def _after(self, entry: Entry) -> int:
        """On the machine's monotonic clock, which a restart begins anew."""
        assert self.trip is not None
        return max(entry.mono_ns - self.trip.mono_ns, 0)

    def _time(self, what: str, entry: Entry) -> None:
        after = self._after(entry)
        self.times.setdefault(what, {"seq": entry.seq, "at": entry.at, "wall_ns": entry.wall_ns, "after_ns": after})

    def _step(self, entry: Entry, what: str, who: str) -> None:
        self.steps.append({"seq": entry.seq, "wall": wall(entry.wall_ns), "what": what, "who": who})


def build(entries: Iterable[Entry], generation: int, scope: str, until: int) -> dict[str, Any]:
    """entries: of the run, from its beginning. Raises Missing, Mismatch."""
    engine, told, before = Engine(State()), Told(generation, scope or EVERYTHING.text), None
    for entry in entries:
        if entry.seq > until:
            break
        if told.trip is None and any(isinstance(event, KillEngaged) and event.generation == generation for event in entry.events):
            before = _standing(engine.state)
            told.fates = {order["order_id"]: order for order in before["orders"]}
        if not engine.state.seq and type(entry.message) is not StartRun:
            raise Missing
        apply(engine, entry)
        told.follow(entry)
    if told.trip is None or before is None:
        raise Missing
    after = _standing(engine.state)
    # Only what the stop concerned: the others went on.
    hit = {id: fate for id, fate in told.fates.items() if id not in engine.state.oms.open or fate["fate"] != "open"}
    left = engine.state.kill.stops.get(told.scope)
    for id in (*left.left, *left.todo) if left is not None else ():
        hit[id] = told.fates.get(id, {"order_id": id, "fate": "unknown"})
    return {
        "trip": f"{told.generation} {told.scope}", "generation": told.generation, "scope": told.scope, "steps": told.steps,
        "times": told.times, "orders": [hit[id] for id in sorted(hit)], "open_before": len(told.fates),
        "refused_by_the_gate": told.refused, "held_back_by_the_fence": told.fenced,
        "stage": left.stage.name if left is not None else Stage.RELEASED.name, "unverified": sorted(left.left) if left is not None else [],
        "positions_before": before["positions"], "positions_after": after["positions"],
        "market_before": before["market"], "market_after": after["market"],
        "state_hash_before": before["hash"], "state_hash_after": after["hash"], "last_entry": engine.state.seq,
    }


def _standing(state: State) -> dict[str, Any]:
    return {
        "hash": digest(state),
        "positions": [
            {"account": account, "instrument": _named(state, id).symbol, "qty": _named(state, id).qty_text(held.qty),
             "realised": _named(state, id).money_text(held.realised), "fees": _named(state, id).money_text(held.fees)}
            for (account, id), held in sorted(state.oms.positions.items())
        ],
        "market": [
            {"instrument": market.instrument.symbol, "phase": market.phase.name, "last": market.instrument.price_text(market.book.last),
             "bids": _levels(market.instrument, market.book.bids, True), "asks": _levels(market.instrument, market.book.asks, False)}
            for _, market in sorted(state.venue.markets.items())
        ],
        "orders": [
            {"order_id": int(order.id), "client_order_id": order.client_order_id, "account": order.account,
             "instrument": _named(state, order.instrument).symbol, "side": order.side.name, "state_before": order.state.name,
             "leaves": _named(state, order.instrument).qty_text(order.leaves), "fate": "open"}
            for _, order in sorted(state.oms.open.items())
        ],
    }  # fmt: skip


def _named(state: State, instrument: int) -> Instrument:
    return state.venue.instruments[instrument]


def _levels(instrument: Instrument, levels: dict[int, Any], bids: bool) -> list[list[str]]:
    best = sorted(levels, reverse=bids)[:LEVELS]
    return [[instrument.price_text(price), instrument.qty_text(levels[price].qty)] for price in best]


def wall(ns: int) -> str:
    return f"{datetime.fromtimestamp(ns // 1_000_000_000, UTC):%Y-%m-%d %H:%M:%S}.{ns // 1_000 % 1_000_000:06d} UTC"


def name_of(generation: int, scope: str) -> str:
    """A file's, without its ending."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in scope or EVERYTHING.text)
    return f"{generation:06d}-{plain}"


def write(folder: Path, report: dict[str, Any]) -> Path:
    """Both files, each whole or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    name = name_of(report["generation"], report["scope"])
    page = folder / f"{name}.html"
    for path, content in ((folder / f"{name}.json", msgspec.json.format(msgspec.json.encode(report))), (page, as_page(report).encode())):
        waiting = path.with_name(path.name + ".new")
        waiting.write_bytes(content)
        waiting.replace(path)
    return page


def as_page(report: dict[str, Any]) -> str:
    times = [(what, time["seq"], wall(time["wall_ns"]), f"{time['after_ns'] / 1e6:.3f} ms") for what, time in report["times"].items()]
    parts = [
        f"<h1>Kill switch, engagement {report['generation']}: {_safe(report['scope'])}</h1>",
        f"<p>Stands at {_safe(report['stage'].replace('_', ' ').lower())}. {len(report['orders'])} orders concerned, "
        f"{len(report['unverified'])} not verified; {report['refused_by_the_gate']} orders refused since, "
        f"{report['held_back_by_the_fence']} held back by the fence.</p>",
        _table("Times", ("What", "Entry", "Wall clock", "After the trip"), times),
        _table("Steps", ("Entry", "Wall clock", "What", "Who"), [list(step.values()) for step in _in(report["steps"], STEP)]),
        _rows("Orders", report["orders"]), _rows("Positions before", report["positions_before"]),
        _rows("Positions after", report["positions_after"]), _rows("Market before", report["market_before"]),
        _rows("Market after", report["market_after"]),
        f"<h2>Proof</h2><p>State before {report['state_hash_before']}<br>State after {report['state_hash_after']} "
        f"(entry {report['last_entry']})</p>",
    ]
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Kill switch {report["generation"]}</title>{STYLE}{"".join(parts)}'


STEP = ("seq", "wall", "what", "who")
STYLE = (
    "<style>body{font:14px system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;"
    "font-variant-numeric:tabular-nums}td,th{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid;vertical-align:top}"
    "h2{margin-top:2rem}</style>"
)


def _in(rows: list[dict[str, Any]], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]


def _rows(title: str, rows: list[dict[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return _table(title, names, [[_said(row.get(name, "")) for name in names] for row in rows])


def _said(value: Any) -> Any:
    return ", ".join(" x ".join(level) for level in value) if isinstance(value, list) else value


def _table(title: str, heads: Any, rows: list[Any]) -> str:
    if not rows:
        return f"<h2>{_safe(title)}</h2><p>none</p>"
    head = "".join(f"<th>{_safe(str(name).replace('_', ' '))}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{_safe(title)}</h2><table><tr>{head}</tr>{body}</table>"


def _safe(value: Any) -> str:
    return html.escape(str(value))
