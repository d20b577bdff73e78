"""A run without a window: the same core, one status line a second, a summary at the end."""

import signal
import threading
import time
from dataclasses import dataclass
from types import FrameType

import msgspec

from app import which_core
from app.assembly import Assembly
from core.domain.enums import PhaseOfRun
from core.projections.session import Session


class Summary(msgspec.Struct, frozen=True):
    """What --json prints. messages: Flow applied after the opening book (in a resumed run: since the run began).

    seconds: wall time of play. fills: of our orders. trades: made by our engine. diverged: messages of the tape that could
    not happen as recorded. state_hash: SHA-256 of the machine's state.
    """

    mode: str
    session: str
    messages: int
    seconds: float
    messages_per_s: int
    own_orders: int
    fills: int
    trades: int
    diverged: int
    state_hash: str
    book_orders: int
    book_levels: int
    kill_switch: str
    compiled: bool


@dataclass
class Outcome:
    summary: Summary
    problem: str


class Ended:
    """Why the run is over: set once, from any thread or a signal."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.why = "end of tape"
        self.problem = ""

    def tape(self) -> None:
        self.event.set()

    def broken(self, sentence: str) -> None:
        self.problem = sentence
        self.event.set()

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        self.why = f"stopped by {signal.Signals(number).name}"
        self.event.set()


def play(assembly: Assembly, ended: Ended, seconds: float, quiet: bool) -> Outcome:
    """Plays until the tape ends, seconds are over (0: no limit), or a signal comes; then stops cleanly."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ended.on_signal)
    before = assembly.session.messages
    started = time.perf_counter()
    assembly.start(time.monotonic_ns())
    deadline = started + seconds if seconds else float("inf")
    next_line = started + 1
    finished = 0.0
    while not finished:
        now = time.perf_counter()
        if ended.event.wait(max(min(next_line, deadline) - now, 0)):
            finished = time.perf_counter()
        elif time.perf_counter() >= deadline:
            finished = time.perf_counter()
            ended.why = f"{seconds:g} seconds were over"
        else:
            next_line += 1
            if not quiet:
                print(status_line(assembly), flush=True)
    assembly.stop(ended.why)
    played = assembly.session.messages - before
    return Outcome(summarise(assembly, played, finished - started), ended.problem or assembly.journal.error)


def status_line(assembly: Assembly) -> str:
    session = assembly.session
    quote = assembly.projections.market.quote(0)
    touch = ""
    if quote is not None:
        text = quote.instrument.price_text
        touch = f"  {quote.instrument.symbol} {text(quote.depth.best_bid)} / {text(quote.depth.best_ask)}"
    stages = assembly.projections.kill.stages
    kill = "  KILL SWITCH ENGAGED" if stages.everything else "  KILL SWITCH: PART STOPPED" if stages.engaged else ""
    return (
        f"{_clock(assembly.sequencer.at)}  {session.messages:,} of {session.messages_total:,} messages  "
        f"{session.trades} trades  diverged {session.diverged}{touch}{kill}"
    )


def summarise(assembly: Assembly, played: int, seconds: float) -> Summary:
    venue = assembly.engine.state.venue
    session: Session = assembly.session
    return Summary(
        mode="headless", session=assembly.tape.head.name, messages=session.messages, seconds=round(seconds, 3),
        messages_per_s=round(played / seconds) if seconds else 0, own_orders=assembly.projections.orders.sent,
        fills=len(assembly.projections.orders.fills), trades=session.trades, diverged=session.diverged,
        state_hash=assembly.digest(), book_orders=sum(len(book.orders) for book in venue.books.values()),
        book_levels=sum(len(book.bids) + len(book.asks) for book in venue.books.values()),
        kill_switch="part engaged" if assembly.kill_part else "engaged" if assembly.kill_engaged else "released",
        compiled=which_core.present().compiled,
    )


def print_summary(outcome: Outcome, as_json: bool, assembly: Assembly) -> None:
    s = outcome.summary
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(s), indent=2).decode())
        return
    finished = "to its end" if assembly.session.phase is PhaseOfRun.ENDED and s.messages == assembly.session.messages_total else "in part"
    print(
        f"Played {s.session} {finished}: {s.messages:,} messages in {s.seconds:.2f} s ({s.messages_per_s:,}/s).\n"
        f"{s.trades} trades made, {assembly.session.trades_matched} of {assembly.session.trades_recorded} recorded ones reproduced; "
        f"tape diverged by {s.diverged} messages.\n"
        f"{s.own_orders} own orders, {s.fills} fills; book of {s.book_orders:,} orders on {s.book_levels:,} levels; "
        f"kill switch {s.kill_switch}.\nState {s.state_hash}"
    )


def _clock(at: int) -> str:
    return time.strftime("%H:%M:%S", time.gmtime(at // 1_000_000_000)) + f".{at // 1_000_000 % 1000:03d}"
