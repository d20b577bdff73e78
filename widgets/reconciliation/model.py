"""Breaks as rows and words: which venue, what differs, ours against theirs, since when. Qt-free."""

from collections.abc import Callable

from core.domain.breaks import BreakKind
from core.domain.instrument import Instrument, decimal_text
from core.domain.roles import Right
from core.domain.units import OrderId
from core.messages.commands import CancelOrder
from core.messages.outside import AcknowledgeBreak
from core.projections.breaks import BreakRow, BreaksPicture
from core.projections.pictures import OrderRow
from widgets.cells import DASH, Cell, Column, Row
from widgets.client_ids import short_id
from widgets.core_words import heard
from widgets.labels import BREAK_KIND, order_state, short_order_state
from widgets.rights import able, has
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text
from widgets.tongue import Table, ended, mark, tr

TABLE = (
    Column(mark("Venue"), 84, drop=3), Column(mark("What differs"), 116), Column(mark("Order")), Column(mark("Instrument"), 92, drop=2),
    Column(mark("Ours"), 96, True), Column(mark("Theirs"), 96, True),
    Column(mark("Since"), 72, True, 1, mark("Session time at which it was told")),
    Column(mark("Now"), 76, drop=0), Column(mark("Ours stands at"), 92, drop=4),
)
EMPTY = mark(
    "Started with --outside-venue NAME:PORT, the venue's orders, fills and positions are held against ours once a second, and what "
    "differs stands here. Orders on the embedded exchange have one book, so nothing can differ."
)
MENDS = Table({
    BreakKind.UNKNOWN_FILL: "The position may be another one: ask the venue, then stop it or go on.",
    BreakKind.MISSING_FILL: "A fill that we booked may have been undone: ask the venue.",
    BreakKind.FILL_DIFFERS: "A correction may be missing here: ask the venue.",
    BreakKind.UNKNOWN_ORDER: "It works there and nobody here knows it: the venue's own desk can take it out.",
    BreakKind.MISSING_ORDER: "Cancelling it asks the venue: if it has no such order, ours ends, too.",
    BreakKind.LEAVES_DIFFER: "Cancelling it ends the doubt on both sides.",
    BreakKind.POSITION_DIFFERS: "It is the sum of fills: look for a fill that differs, or a position from before this run.",
})


def break_row(row: BreakRow) -> Row:
    one, order = row.standing, row.order
    ink = "text" if row.stands else "muted"
    return Row(f"{row.venue}|{row.words}", (
        Cell(row.venue, ink, row.venue), Cell(BREAK_KIND[one.kind] if one is not None else tr("Told before"), ink, one.kind if one else 99),
        Cell(_about(row, short_id), ink, whole=_about(row, str)), Cell(row.instrument.symbol if row.instrument is not None else DASH, ink),
        Cell(_lots(row.instrument, one.ours) if one is not None else DASH, ink, one.ours if one is not None else None),
        Cell(_lots(row.instrument, one.theirs) if one is not None else DASH, ink, one.theirs if one is not None else None),
        Cell(clock_text(row.since) if row.since else DASH, ink, row.since),
        Cell(_now(row), "critical" if row.stands else "muted", row.stands, sign="stop" if row.stands else ""),
        _stands_at(order, ink),
    ))  # fmt: skip


def _stands_at(order: OrderRow | None, ink: str) -> Cell:
    if order is None:
        return Cell(DASH, ink)
    said, whole = (words(order.state, order.filled, order.undone).lower() for words in (short_order_state, order_state))
    return Cell(said, ink, whole=whole)


def _now(row: BreakRow) -> str:
    return (tr("seen") if row.seen_by else tr("stands")) if row.stands else tr("gone")


def _about(row: BreakRow, called: Callable[[str], str]) -> str:
    """called: how an order's client id is written."""
    one = row.standing
    if one is None:
        return heard(row.words)
    if one.kind is BreakKind.POSITION_DIFFERS:
        return tr("account {name}", name=one.what[0])
    trade = tr(", trade {name}", name=one.what[1]) if len(one.what) > 1 else ""
    name = called(row.order.client_order_id) if row.order is not None else ""
    return f"{one.what[0]} {name}".rstrip() + trade


def _lots(instrument: Instrument | None, lots: int) -> str:
    return plain_qty_text(instrument, lots) if instrument is not None else tr("{decimal} lots", decimal=decimal_text(lots, 0))


def head(picture: BreaksPicture) -> tuple[str, str, str]:
    """What is compared and how it stands: text, token, sign."""
    if not picture.venues:
        return tr("No outside venue is compared."), "muted", ""
    standing = sum(venue.breaks for venue in picture.venues)
    said = "; ".join(
        tr("{venue} compared {times}, last {clock}: {breaks}", venue=one.venue, times=_times(one.times), clock=clock_text(one.at),
           breaks=_plural(one.breaks))
        for one in picture.venues
    )
    return ended(said), "critical" if standing else "text", "stop" if standing else "done"


def _times(count: int) -> str:
    return tr("once") if count == 1 else tr("{count} times", count=decimal_text(count, 0))


def _plural(count: int) -> str:
    return tr("nothing differs") if not count else tr("1 break") if count == 1 else tr("{count} breaks", count=count)


def cancel(row: BreakRow | None, picture: BreaksPicture) -> CancelOrder | str:
    """Of ours, where that helps; or why not, as a sentence."""
    if row is None:
        return tr("Choose a break.")
    if not row.stands:
        return tr("It is gone: both sides agree again.")
    if row.order is None or not row.open:
        return MENDS[row.standing.kind] if row.standing is not None else ""
    if not has(picture.roles, Right.TRADE):
        return tr("{who} cancels orders.", who=able(Right.TRADE).capitalize()) if picture.person else tr("Sign in to cancel orders.")
    return CancelOrder(OrderId(row.order.order_id))


def seen(row: BreakRow | None, picture: BreaksPicture) -> AcknowledgeBreak | None:
    """Marks it as seen. None: there is nothing to mark, or not by this person."""
    if row is None or not row.stands or not row.since or row.seen_by or not has(picture.roles, Right.KILL):
        return None
    return AcknowledgeBreak(row.venue, row.words)


def stop_words(row: BreakRow) -> str:
    return tr("Stops venue {venue}: cancels its open orders and blocks new ones.", venue=row.venue)


def mends(row: BreakRow) -> str:
    mended = MENDS[row.standing.kind] if row.standing is not None else heard(row.words)
    if not row.seen_by:
        return mended
    return tr("Seen by {person} at {time}.", person=row.seen_by, time=clock_text(row.seen_at)) + " " + mended
