"""Overrides in use: what an order takes from one, and when one is over. Who may make one is not here (overriding)."""

from core.domain.units import InstrumentId, Qty
from core.machine.desk.kill_switch import KillSwitch, Override
from core.messages.events import Event
from core.messages.stopping import OverrideChanged


def spend(kill: KillSwitch, account: int, instrument: int, qty: int, events: list[Event]) -> None:
    """An order went through the hole."""
    for override in kill.overrides.values():
        if override.lets(account, instrument, qty):
            override.left -= qty
            tell(override, events)
            if not override.left:
                # Over at once.
                kill.due = 0
            return


def lapse(kill: KillSwitch, at: int, events: list[Event]) -> None:
    """Those whose time is over, or that are used up."""
    for number in sorted(kill.overrides):
        override = kill.overrides[number]
        if at >= (override.until or override.asked_at + kill.request_ns) or not override.left:
            override.until = override.left = 0
            tell(override, events)
            del kill.overrides[number]


def tell(o: Override, events: list[Event]) -> None:
    events.append(
        OverrideChanged(o.number, o.account, InstrumentId(o.instrument), Qty(o.left), o.until, o.asked_by, o.approved_by, o.why)
    )
