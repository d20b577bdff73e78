"""A venue in a process of its own, other participants on it, and a desk that trades there: what tests of outside venues stand on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.assembly import Assembly
from app.outside_venue import OutsideVenue
from core.domain.enums import OrderState, Side
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import Nanos
from core.edge.line_faults import Faults
from core.edge.remote_venue import RemoteVenue
from core.messages.commands import Pause
from core.messages.events import OrderCancelled, OrderSent, OrderWorking
from core.messages.flow import ListInstrument
from core.messages.outside import SetVenue
from core.messages.stopping import SetTrigger
from tests.sessions import ROOT, assemble, limit

PATIENCE_S = 30
VENUE = "COINBASE"
LOT = 10**8
BTC = ListInstrument(1, VENUE, VENUE, "BTC", "USD", 2, 8, 1, 1)  # type: ignore[arg-type]


class Process:
    """The venue's process, on one port over its restarts."""

    def __init__(self, *faults: str) -> None:
        self._faults = faults
        self.port = 0
        self.begin()

    def begin(self) -> None:
        command = [sys.executable, "-m", "app.venue_process", VENUE, str(self.port), *self._faults]
        self.child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.child.stdout is not None
        self.port = int(self.child.stdout.readline().split()[1])

    def kill(self) -> None:
        os.kill(self.child.pid, signal.SIGKILL)
        self._over()

    def end(self) -> None:
        self.child.terminate()
        self._over()

    def _over(self) -> None:
        self.child.wait(10)
        assert self.child.stdout is not None and self.child.stderr is not None
        self.child.stdout.close()
        self.child.stderr.close()


class Market:
    """Other participants, on a line of their own."""

    def __init__(self, port: int) -> None:
        self.remote = RemoteVenue(VENUE, port, lambda report: None, lambda sent: None, name="market")
        self.remote.start()

    def say(self, body: Any) -> None:
        self.remote._soon(when_up, self.remote, body)


def when_up(remote: RemoteVenue, body: Any) -> None:
    if remote.up:
        remote._line.say(body)
    else:
        remote._loop.call_later(0.01, when_up, remote, body)


class Desk:
    """down_stops: as out of the box, a line that goes down engages the kill switch. every_s: between two comparisons with the
    venue; two that differ engage it too."""

    def __init__(
        self, folder: Path, process: Process, faults: Faults | None = None, answer_ns: int = 0, down_stops: bool = False,
        every_s: float = 0.2, **options: Any,
    ) -> None:
        self.assembly: Assembly = assemble(folder, speed_milli=1000)
        self.outside = OutsideVenue(self.assembly, VENUE, process.port, faults, every_s=every_s, **options)
        self.events: list[Any] = []
        self.messages: list[Any] = []
        self.assembly.board.subscribe("desk", self._hear)
        self.assembly.start(time.monotonic_ns())
        self.outside.start()
        self.core = self.assembly.core
        self.core.submit(SetVenue(VENUE, True, answer_ns=Nanos(answer_ns)), by_program=True)
        if not down_stops:
            self.core.submit(
                SetTrigger(3, TriggerKind.VENUE_DOWN, 0, 0, Severity.EMERGENCY, TriggerAction.CANCEL_ALL, on=False), by_program=True
            )
        self.until(lambda: self.assembly.session.messages > 30)
        self.core.submit(Pause())
        self.bid = self.assembly.projections.market.quotes[1].depth.best_bid

    def _hear(self, entry: Any) -> None:
        self.messages.append(entry.message)
        self.events += entry.events

    def until(self, seen: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not seen():
            assert time.monotonic() < deadline, self.tail()
            time.sleep(0.005)

    def tail(self) -> str:
        return "\n".join(map(str, self.events[-12:]))

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    def states(self) -> list[OrderState]:
        oms = self.assembly.engine.state.oms
        return [order.state for order in (*oms.open.values(), *oms.closed.values())]

    def place(self, name: str, side: Side = Side.BUY, away: int = 0, qty: int = LOT // 100) -> int:
        self.core.submit(limit(name, side, self.bid - away, qty))
        self.until(lambda: any(sent.client_order_id == name for sent in self.of(OrderSent)))
        return next(sent.order_id for sent in self.of(OrderSent) if sent.client_order_id == name)

    def working(self, id: int) -> bool:
        return any(event.order_id == id for event in self.of(OrderWorking))

    def cancelled(self, id: int) -> bool:
        return any(event.order_id == id for event in self.of(OrderCancelled))

    def stop(self) -> None:
        assert self.outside.stop()
        self.assembly.stop("test over")
