"""The whole truth, one tree. Each branch has one owner, which alone writes it:

    run        engine            phase, session, the tape's fingerprint
    venue      venue.exchange    every market, sessions, timers, divergence count
    kill       desk.stopping     the kill switch, scope by scope
    oms        desk.oms          our orders, positions
    groups     desk.dealing      linked orders, stops that the desk holds
    outside    desk.outside      which venues are outside, what they reported so far
    gate       engine            the limits in force (looks at kill and oms)
    people     engine            who may do what
    approvals  engine            requests that wait for a second person
    dropped    engine            first entries of segments that retention has removed, so that no other may be missing

Invariant: digest() covers every field that can change a later decision, and does not depend on container layout. seq is left
out: it numbers the journal, and a second run of the same session must end with the same digest.
"""

from array import array
from collections.abc import Callable
from hashlib import sha256

from core.domain.enums import PhaseOfRun
from core.machine.desk import gate_memory
from core.machine.desk.approvals import Approvals
from core.machine.desk.contingent import Groups, groups_rows
from core.machine.desk.kill_switch import KillSwitch
from core.machine.desk.oms import Oms
from core.machine.desk.outside import Outside, outside_rows
from core.machine.desk.parents import parents_rows
from core.machine.desk.people import People
from core.machine.desk.risk import Gate
from core.machine.desk.scopes import keep_out
from core.machine.stop_memory import rows as kill_rows
from core.machine.venue.exchange import Exchange
from core.machine.venue.memory import rows
from core.messages.packing import pack


class State:
    """seq and at: of the last entry applied."""

    __slots__ = (
        "approvals", "at", "dropped", "first_at", "gate", "groups", "kill", "oms", "outside", "people", "phase", "seq", "session",
        "tape_sha256", "venue",
    )

    def __init__(self) -> None:
        self.seq: int = 0
        self.at: int = 0
        self.phase: PhaseOfRun = PhaseOfRun.IDLE
        self.session: str = ""
        self.tape_sha256: str = ""
        self.first_at: int = 0
        self.dropped: list[int] = []
        self.kill = KillSwitch()
        self.people = People()
        self.approvals = Approvals()
        self.venue = Exchange()
        self.oms = Oms()
        self.outside = Outside()
        self.groups = Groups()
        self.gate = Gate(self.kill, self.oms, self.venue)

    def reset(self) -> None:
        """Empty books and a flat account, as at the start of a run; the kill switch stays, the people until the engine sets them, and
        scopes that a rule took out stay out."""
        self.venue.dismantle()
        self.venue = Exchange()
        self.oms = Oms()
        self.outside = Outside()
        self.groups = Groups()
        self.gate.alike.settle()
        before = self.gate.usages
        self.gate = Gate(self.kill, self.oms, self.venue)
        keep_out(before, self.gate.usages)
        self.gate.count_out()


def digest(state: State) -> str:
    """SHA-256 of the state, as hex. O(resting orders + orders of the run)."""
    hashed = sha256()

    def put(*words: int) -> None:
        hashed.update(array("q", words).tobytes())

    def text(value: str) -> None:
        encoded = value.encode()
        put(len(encoded))
        hashed.update(encoded)

    put(state.at, state.phase, state.first_at)
    text(state.session)
    text(state.tape_sha256)
    hashed.update(pack(kill_rows(state.kill)))
    _digest_people(state, put, text)
    hashed.update(pack(gate_memory.rows(state.gate)))
    put(*state.dropped)
    hashed.update(pack(rows(state.venue)))
    hashed.update(pack((outside_rows(state.outside), groups_rows(state.groups), parents_rows(state.oms.parents))))
    _digest_oms(state.oms, put, text)
    return hashed.hexdigest()


def _digest_people(state: State, put: Callable[..., None], text: Callable[[str], None]) -> None:
    people = state.people
    put(people.declared)
    for person in sorted(people.roles):
        text(person)
        put(person in people.disabled, *people.roles[person])
    for id in sorted(state.approvals.waiting):
        one = state.approvals.waiting[id]
        put(id, one.expires_at)
        text(one.by)
        text(one.reason)
        text(pack(one.command).hex())


def _digest_oms(oms: Oms, put: Callable[..., None], text: Callable[[str], None]) -> None:
    for id in sorted(oms.open):
        order = oms.open[id]
        put(
            id, order.account, order.instrument, order.side, order.order_type, order.qty, order.price, order.time_in_force,
            order.filled, order.leaves, order.state, order.parent, order.epoch, order.worth, order.asked, order.link, order.busted,
            order.cancel_reason, order.replaces, order.most_asked, order.extra, order.refused,
        )
        text(order.venue)
        owner = order.owner
        for name in (owner.trader, owner.strategy, owner.desk, owner.session, owner.signal, owner.correlation):
            text(name)
    for id in sorted(oms.closed):
        done = oms.closed[id]
        put(id, done.state, done.filled, done.busted)
    for client_order_id in sorted(oms.client_ids):
        text(client_order_id)
        put(oms.client_ids[client_order_id])
    for account, instrument in sorted(oms.positions):
        held = oms.positions[(account, instrument)]
        put(account, instrument, held.qty, held.cost, held.realised, held.bought, held.sold, held.fees, len(held.fills))
        put(*[number for fill in held.fills for number in fill])
