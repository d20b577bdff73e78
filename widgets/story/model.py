"""An order's story as lines and stages: what is written in the sheet. Qt-free.

Invariant: times are session time, which is wall time when live. What happened in one step of the core happened at one time: then what the
step took by the clock is said, where it was measured, and that it was the same step instead of a duration of nothing.
"""

from dataclasses import dataclass

from core.messages.commands import PlaceOrder
from core.messages.events import OrderCancelled, OrderFilled, OrderRefused, OrderRejected, OrderSent, OrderWorking
from core.projections.pictures import Leg, OrderRow, StoryPicture
from core.projections.story import FIRST
from widgets import labels
from widgets.action_keys import key_of
from widgets.client_ids import short_id
from widgets.sizes import plain_qty_text
from widgets.story.durations import duration
from widgets.story.words import Said, Teller
from widgets.tongue import tr
from widgets.trigger_at import of_row


@dataclass(frozen=True, slots=True)
class Stage:
    """at: 0 when it has not come. took: since the stage before it that came."""

    name: str
    at: int
    took: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """key: of the order that it leads to, 0: to none."""

    text: str
    key: int


@dataclass(frozen=True, slots=True)
class Telling:
    """note: a sentence where moments are missing, and after how many of said it stands."""

    title: str
    stages: tuple[Stage, ...]
    said: tuple[Said, ...]
    note: str
    note_at: int
    links: tuple[Link, ...]


def telling(picture: StoryPicture) -> Telling:
    row = picture.row
    if row is None:
        return Telling(tr("No such order"), (), (), tr("There is no order with this number in the run."), 0, ())
    if not picture.kept:
        older = (
            tr(
                "Only the newest orders' stories are kept here. Open the journal panel ({key}) and find order {order_id}, or "
                "run: main.py journal show {order_id}",
                key=key_of("go_journal"), order_id=row.order_id,
            )
        )
        return Telling(title(row), (), (), older, 0, _links(picture))
    teller = Teller(row)
    said = tuple(teller.tell(moment) for moment in picture.moments)
    note = ""
    if picture.left_out:
        note = tr(
            "{left_out} moments between are not kept here: main.py journal show {order_id} has them all.",
            left_out=picture.left_out, order_id=row.order_id,
        )
    return Telling(title(row), stages(picture), said, note, FIRST, _links(picture))


def title(row: OrderRow) -> str:
    symbol = row.instrument.symbol if row.instrument is not None else tr("unknown instrument")
    qty = plain_qty_text(row.instrument, row.qty) if row.instrument is not None else str(row.qty)
    name = tr("Order {order_id}", order_id=row.order_id) if row.order_id > 0 else tr("Refused order")
    parts = (f"{labels.SIDE[row.side].lower()} {qty} {symbol}", of_row(row), labels.order_state(row.state, row.filled, row.undone).lower())
    return f"{name}: {', '.join(part for part in parts if part)}"


def stages(picture: StoryPicture) -> tuple[Stage, ...]:
    """From the command to the end; those that have not come have no time. A refused order ends at the gate.

    What came in the command's own step took what was measured, if it was: until the decision, and from there until it could be seen.
    """
    at: dict[str, int] = {}
    measured: dict[str, int] = {}
    names = [tr("Command"), tr("Gate"), tr("Sent"), tr("Acknowledged"), tr("First fill"), tr("Done")]
    row = picture.row
    for moment in picture.moments:
        told = moment.told
        if isinstance(told, PlaceOrder):
            at.setdefault(tr("Command"), moment.at)
            if moment.journey is not None:
                took, wait = moment.journey.decided - moment.journey.asked, moment.journey.shown - moment.journey.decided
                measured = {tr("Gate"): took, tr("Refused"): took, tr("Acknowledged"): wait}
        elif isinstance(told, OrderRefused):
            names = [tr("Command"), tr("Refused")]
            at[tr("Refused")] = moment.at
        elif isinstance(told, OrderSent):
            for name in (tr("Command"), tr("Gate"), tr("Sent")):
                at.setdefault(name, moment.at)
        elif isinstance(told, OrderWorking | OrderFilled | OrderRejected):
            at.setdefault(tr("Acknowledged"), moment.at)
            if isinstance(told, OrderFilled):
                at.setdefault(tr("First fill"), moment.at)
        if isinstance(told, OrderCancelled | OrderRejected) or (isinstance(told, OrderFilled) and not told.leaves):
            at[tr("Done")] = moment.at
    if row is not None and row.leaves:
        at.pop(tr("Done"), None)
    found, before = [], 0
    for name in names:
        when = at.get(name, 0)
        took = when - before if when and before else -1
        found.append(Stage(name, when, duration(took or measured.get(name, 0)) if took >= 0 else ""))
        before = when or before
    return tuple(found)


def _links(picture: StoryPicture) -> tuple[Link, ...]:
    links = [Link(tr("Works for parent order {parent}", parent=picture.parent), 0)] if picture.parent else []
    links += [Link(tr("Child {leg}", leg=_leg(leg)), leg.key) for leg in picture.children]
    others = [leg for leg in picture.legs if leg.key != picture.key]
    if picture.group and others:
        what = tr("Group {group}, {kind}", group=picture.group, kind=labels.LINK_KIND[picture.kind]) if picture.kind is not None else tr(
            "Basket {group}",
            group=picture.group,
        )
        links.append(Link(what, 0))
    links += [Link((tr("Leg {number}: {leg}", number=leg.leg, leg=_leg(leg)) if picture.kind is not None else tr(
            "Line {number}: {leg}", number=leg.leg, leg=_leg(leg),
    )), leg.key) for leg in others]
    return tuple(links)


def _leg(leg: Leg) -> str:
    if not leg.key or leg.state is None:
        return tr("{name}, not sent", name=short_id(leg.name))
    name = tr("order {key}", key=leg.key) if leg.key > 0 else short_id(leg.name)
    return f"{name}, {labels.order_state(leg.state, leg.filled, leg.undone).lower()}"
