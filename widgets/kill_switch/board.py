"""Blast radius, stops and fates as table rows and sentences. The worst number comes first. Qt-free."""

from datetime import UTC, datetime

from core.domain.instrument import NARROW_SPACE, Instrument, decimal_text
from core.domain.scope import parse_scope
from core.domain.stages import BLOCKED
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.stop_pictures import BlastPicture, BlastRow, Fate, FateRow, KillPicture, Rehearsed, StopRow
from widgets.kill_switch.rows import Column, Row
from widgets.kill_switch.steps import STAGE
from widgets.labels import REJECTION, SIDE, SIDE_TOKEN, refusal
from widgets.sizes import plain_qty_text

BLAST = (
    Column("Scope"), Column("Orders", 54, True), Column("Worth", 116, True, 2), Column("Not cancellable", 92, True),
    Column("Position", 84, True, 3), Column("Flatten costs", 96, True, 1),
)
STOPS = (
    Column("Scope"), Column("Stands at", 104), Column("Hit", 44, True), Column("Left", 44, True), Column("Blocked", 60, True, 3),
    Column("Cancelled", 62, True, 1), Column("Verified", 62, True, 2),
)
FATES = (Column("Order", 110), Column("Side", 34, drop=2), Column("Lots", 84, True, 1), Column("Cancel"), Column("Tries", 40, True, 3))
FATE = {
    Fate.WAITING: ("asked for", "text"), Fate.CANCELLED: ("done", "muted"), Fate.FILLED: ("filled before", "warning"),
    Fate.OTHERWISE: ("gone otherwise", "muted"), Fate.REFUSED: ("refused, kept", "critical"), Fate.UNKNOWN: ("no answer", "critical"),
}
DASH = "\u2013"


def words(scope: str) -> str:
    return parse_scope(scope).words


def blast_row(row: BlastRow) -> Row:
    position = ", ".join(plain_qty_text(instrument, qty) for instrument, qty, _ in row.costs)
    cost = money([(instrument, cost) for instrument, _, cost in row.costs])
    return Row(row.scope, (
        (words(row.scope), "text"), (count(row.orders), "text" if row.orders else "muted"), (money(row.values) or DASH, "text"),
        (count(row.frozen) if row.frozen else DASH, "critical" if row.frozen else "muted"),
        (position or "flat", "text" if position else "muted"),
        ((f"> {cost}" if row.short else cost) or DASH, "warning" if row.short else "text"),
    ))  # fmt: skip


def stop_row(row: StopRow) -> Row:
    token = "critical" if row.stage >= BLOCKED else "warning"
    return Row(row.scope, (
        (words(row.scope), "text"), (STAGE[row.stage], token), (count(row.hit), "text"),
        (count(row.left), "critical" if row.left else "text"), (clock(row.blocked_at), "text"),
        (after(row.blocked_at, row.cancelled_at), "text"), (after(row.blocked_at, row.verified_at), "text"),
    ))  # fmt: skip


def fate_row(row: FateRow) -> Row:
    said, token = FATE[row.fate]
    if row.fate is Fate.REFUSED and row.reason is not None:
        later = row.reason is Rejection.WRONG_PHASE
        said = "kept until the market allows it" if later else f"refused: {REJECTION[row.reason].lower()}"
    qty = plain_qty_text(row.instrument, row.leaves) if row.instrument is not None else count(row.leaves)
    return Row(str(row.order_id), (
        (f"{row.order_id} {row.name}", "text"), (SIDE[row.side], SIDE_TOKEN[row.side]), (qty, "text"), (said, token),
        (count(row.attempts), "critical" if row.attempts > 1 else "text"),
    ))  # fmt: skip


def fates_line(picture: BlastPicture) -> tuple[str, str]:
    """The orders of the last stop in one sentence, the worst first; and its token."""
    if not picture.hit:
        return "The last stop found no open order.", "muted"
    counts = dict(zip(Fate, picture.counts, strict=True))
    named = (
        (Fate.REFUSED, "refused and kept"), (Fate.UNKNOWN, "without answer"), (Fate.WAITING, "asked for"), (Fate.CANCELLED, "cancelled"),
        (Fate.FILLED, "filled before"), (Fate.OTHERWISE, "gone otherwise"),
    )
    parts = [f"{count(counts[fate])} {said}" for fate, said in named if counts.get(fate)]
    bad = counts.get(Fate.REFUSED, 0) + counts.get(Fate.UNKNOWN, 0)
    return f"Engagement {picture.hit_generation}, {words(picture.hit_scope)}: {', '.join(parts)}.", "critical" if bad else "text"


def stop_preview(row: BlastRow | None, scope: str) -> str:
    if row is None:
        return f"Stops {words(scope)}: blocks every new order."
    frozen = f", {count(row.frozen)} of them cannot be cancelled now" if row.frozen else ""
    worth = money(row.values)
    what = f"Cancels {count(row.orders)} orders{f' worth {worth}' if worth else ''}{frozen}, and" if row.orders else "No order is open;"
    return f"{what} blocks new ones: {words(scope)}."


def flatten_preview(row: BlastRow | None, scope: str) -> str:
    if row is None or not row.costs:
        return f"Stops {words(scope)}; there is no position to bring to zero."
    cost = money([(instrument, cost) for instrument, _, cost in row.costs])
    short = " The displayed book does not hold it all." if row.short else ""
    held = ", ".join(f"{plain_qty_text(instrument, qty)} {instrument.base}" for instrument, qty, _ in row.costs)
    return f"Costs about {cost} against the middle: stops, cancels, then trades {held} away at the market.{short}"


def tested_line(tested: Rehearsed | None) -> tuple[str, str]:
    if tested is None:
        return "Never rehearsed here.", "warning"
    when = f"{datetime.fromtimestamp(tested.at // 1_000_000_000, UTC):%d %b %H:%M} UTC"
    if tested.problem:
        return f"Rehearsal of {when} FAILED: {tested.problem}", "critical"
    times = (("blocked", tested.block_ns), ("cancelled", tested.cancel_ns), ("verified", tested.verify_ns))
    took = ", ".join(f"{what} in {ns / 1e6:.1f} ms" for what, ns in times)
    return f"Last rehearsed {when} with {count(tested.orders)} orders: {took}.", "muted"


def openings_line(picture: KillPicture) -> tuple[str, str]:
    """Overrides are holes in a stop: they are said as loudly as the stop."""
    if not picture.openings:
        return "", "text"
    open_now = [one for one in picture.openings if one.until]
    if open_now:
        one = min(open_now, key=lambda opening: opening.until)
        return f"OVERRIDE: {count(one.left)} lots may still pass until {clock(one.until)}, asked by {one.asked_by}: {one.why}", "critical"
    one = picture.openings[0]
    return f"Override asked for by {one.asked_by}, waits for a second person: {one.why}", "warning"


def flatten_line(picture: BlastPicture) -> tuple[str, str]:
    if not picture.flatten_scope:
        return "", "muted"
    left = f"{picture.flatten_left} position{'' if picture.flatten_left == 1 else 's'} left"
    if picture.flatten_going:
        return f"Flattening {words(picture.flatten_scope)}: {left}.", "warning"
    if picture.flatten_left:
        return f"Flattening {words(picture.flatten_scope)} ended with {left}: trade them by hand.", "critical"
    return f"{words(picture.flatten_scope).capitalize()} is flat.", "muted"


def money(values: "tuple[tuple[Instrument, int], ...] | list[tuple[Instrument, int]]") -> str:
    """Summed exactly within each quote currency."""
    sums: dict[str, list[tuple[Instrument, int]]] = {}
    for instrument, value in values:
        sums.setdefault(instrument.quote, []).append((instrument, value))
    texts = []
    for quote, parts in sums.items():
        digits = max(one.price_decimals + one.qty_decimals for one, _ in parts)
        total = sum(value * 10 ** (digits - one.price_decimals - one.qty_decimals) for one, value in parts)
        texts.append(f"{decimal_text(total // 10 ** max(digits - 2, 0), min(digits, 2))} {quote}")
    return ", ".join(texts)


def count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE)


def clock(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1_000_000_000, UTC):%H:%M:%S}" if at else DASH


def after(began: int, at: int) -> str:
    if not at:
        return DASH
    ms = (at - began) // 1_000_000
    return f"+{ms} ms" if ms < 10_000 else f"+{ms // 1000} s"


def refused(reason: Reason) -> str:
    return refusal(reason, 0, 0, None)
