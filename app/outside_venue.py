"""An outside venue tied to a core: its edge, the fence before each order, and the comparison of both sides' books, once a second.

An order that was approved before an engagement that concerns it stays here: core.edge.fence is asked right before it is written.
"""

import threading
from typing import Any

from app.assembly import Assembly
from core.edge.fence import held_back
from core.edge.line_faults import Faults
from core.edge.reconciliation import EVERY_S, Reconciliation
from core.edge.remote_venue import RemoteVenue
from core.machine.state import State
from core.messages.events import OrderSent
from core.messages.stopping import SendFenced


class OutsideVenue:
    """Made before the core starts. start() connects; stop() before the core stops."""

    def __init__(
        self, assembly: Assembly, venue: str, port: int, faults: Faults | None = None, kill_on_unknown_fill: bool = True,
        every_s: float = EVERY_S,
    ) -> None:
        self._assembly, self.venue = assembly, venue
        self.reconciliation = Reconciliation(venue, assembly.session.tell, self._submit, kill_on_unknown_fill)
        state = assembly.engine.state
        seed(self.reconciliation, state)
        self.remote = RemoteVenue(
            venue, port, self._submit, self._fence, heard(state, venue), faults, pictured=self.reconciliation.pictured,
            changed=self._changed,
        )
        self._every_s = every_s
        self._stop = threading.Event()
        self._asking = threading.Thread(target=self._ask, name=f"reconcile {venue}", daemon=True)
        assembly.board.subscribe(f"venue {venue}", self.remote.take)
        assembly.board.subscribe(f"reconcile {venue}", self.reconciliation.take)

    def start(self) -> None:
        self.remote.start()
        self._asking.start()

    def stop(self) -> bool:
        self._stop.set()
        self._asking.join(5)
        return self.remote.stop()

    def _ask(self) -> None:
        while not self._stop.wait(self._every_s):
            self.remote.ask_picture()

    def _submit(self, message: Any) -> object:
        return self._assembly.core.submit(message, by_program=True)

    def _fence(self, sent: OrderSent) -> SendFenced | None:
        instrument = self._assembly.engine.state.venue.instruments[sent.instrument]
        return held_back(sent, instrument, self._assembly.latch.newest_for)

    def _changed(self, up: bool) -> None:
        self._assembly.session.tell(
            f"The line to {self.venue} is up." if up else f"The line to {self.venue} is down: what it holds of ours is not known."
        )


def heard(state: State, venue: str) -> tuple[str, int]:
    """Process and number of the venue's last report that the machine has."""
    last = ("", 0)
    for name, exec_id in state.outside.seen:
        life, _, number = exec_id.rpartition(".")
        if name == venue and number.isdigit() and (life != last[0] or int(number) > last[1]):
            last = (life, int(number))
    return last


def seed(reconciliation: Reconciliation, state: State) -> None:
    """What stood at the venue when the run was recovered."""
    oms, ours = state.oms, reconciliation.ours
    for order in (*oms.open.values(), *oms.closed.values()):
        if order.venue == reconciliation.venue:
            fills = {
                (venue_id, trade): (fill[0], fill[1]) for (name, venue_id, trade), fill in state.outside.trades.items()
                if name == reconciliation.venue and venue_id == order.id and fill[0] > 0
            }
            ours.seed(0, (order.id, order.account, order.instrument), order.leaves if order.id in oms.open else 0, fills)
    for (account, instrument), held in oms.positions.items():
        ours.positions[(account, instrument)] = held.qty


