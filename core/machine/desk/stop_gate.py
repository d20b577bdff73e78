"""What the kill switch has the gate refuse: a new order or a replace, by the worst stage over its scopes.

Cheap while nothing is stopped: the gate asks only when something is. Deliberately absent: every other check.
"""

from typing import Any

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.order import Owner, OwnOrder
from core.domain.stages import BLOCKED, Stage
from core.machine.desk.kill_switch import STOPPED, KillSwitch, Refused, reduces
from core.machine.desk.oms import Oms
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.participants import KEEP


def stopped_place(
    kill: KillSwitch, oms: Oms, c: PlaceOrder, owner: Owner, instrument: Instrument | None, limits: dict[int, SetLimits]
) -> Refused | None:
    stage = kill.stage_for(owner, c.account, instrument, c.client_order_id)
    if stage is Stage.RELEASED:
        return None
    if stage >= BLOCKED and not kill.overrides and not kill.passing:
        return STOPPED
    smaller = reduces(c.side, c.qty, held(oms, c.account, c.instrument), open_on_side(oms, c.account, c.instrument, c.side, 0))
    refused = kill.refusal(stage, smaller, c.qty, _largest(limits, c.instrument))
    if refused is not None and smaller and kill.lets_through(c.account, c.instrument, c.client_order_id, c.qty):
        return None
    return refused


def stopped_replace(
    kill: KillSwitch, oms: Oms, c: ReplaceOrder, order: OwnOrder, instrument: Instrument, limits: dict[int, SetLimits]
) -> Refused | None:
    stage = kill.stage_for(order.owner, order.account, instrument, order.client_order_id, order.id)
    if stage is Stage.RELEASED:
        return None
    if stage >= BLOCKED:
        return STOPPED
    leaves = c.qty - order.filled
    others = open_on_side(oms, order.account, order.instrument, order.side, order.id)
    smaller = reduces(order.side, leaves, held(oms, order.account, order.instrument), others)
    only_less = c.price == order.price and c.qty <= order.qty and c.trigger == KEEP
    return kill.refusal(stage, smaller, leaves, _largest(limits, order.instrument), not only_less)


def held(oms: Oms, account: int, instrument: int) -> int:
    position = oms.positions.get((account, instrument))
    return position.qty if position is not None else 0


def open_on_side(oms: Oms, account: int, instrument: int, side: Side, without: int) -> int:
    """Open lots of the account's other orders on that side. Looks at every open order: only while something is stopped."""
    total = 0
    for order in oms.open.values():
        if order.side is side and order.account == account and order.instrument == instrument and order.id != without:
            total += order.leaves
    return total


def _largest(limits: dict[int, Any], instrument: int) -> int:
    found = limits.get(instrument)
    return int(found.max_order_qty) if found is not None else 0
