"""Blast radius, stops and fates as table rows and sentences. The worst number comes first. Qt-free."""

from collections.abc import Sequence
from datetime import UTC, datetime

from core.domain.instrument import NARROW_SPACE, Instrument, decimal_text
from core.domain.scope import parse_scope
from core.domain.stages import BLOCKED
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.stop_pictures import BlastPicture, BlastRow, Fate, FateRow, Holding, KillPicture, StopRow
from widgets.kill_switch.rows import Column, Row
from widgets.labels import REJECTION, SIDE, SIDE_TOKEN, STAGE, refusal
from widgets.scopes import scope_words
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr

BLAST = (
    Column(mark("Scope")), Column(mark("Orders"), 54, True), Column(mark("Worth"), 116, True, 2), Column(mark("Not cancellable"), 92, True),
    Column(mark("Position"), 84, True, 3), Column(mark("Flatten costs"), 96, True, 1),
)
STOPS = (
    Column(mark("Scope")), Column(mark("Stands at"), 104), Column(mark("Hit"), 44, True), Column(mark("Left##of orders"), 44, True),
    Column(mark("Blocked"), 60, True, 3),
    Column(mark("Cancelled"), 62, True, 1), Column(mark("Verified"), 62, True, 2),
)
FATES = (
    Column(mark("Order"), 110), Column(mark("Side"), 34, drop=2), Column(mark("Lots"), 84, True, 1), Column(mark("Cancel##an order")),
    Column(mark("Tries"), 40, True, 3),
)
FATE = {
    Fate.WAITING: (mark("asked for"), "text"), Fate.CANCELLED: (mark("done"), "muted"), Fate.FILLED: (mark("filled before"), "warning"),
    Fate.OTHERWISE: (mark("gone otherwise"), "muted"), Fate.REFUSED: (mark("refused, kept"), "critical"),
    Fate.UNKNOWN: (mark("no answer"), "critical"),
}
DASH = "\u2013"
MOST_NAMED = 3


def words(scope: str) -> str:
    return scope_words(parse_scope(scope).words)


def blast_row(row: BlastRow) -> Row:
    held = row.held
    position = tr("{count} positions", count=count(len(held))) if held else ""
    if len(held) == 1:
        position = plain_qty_text(held[0].instrument, held[0].qty)
    cost = money([(one.instrument, one.cost) for one in held])
    return Row(row.scope, (
        (words(row.scope), "text"), (count(row.orders), "text" if row.orders else "muted"), (money(row.values) or DASH, "text"),
        (count(row.frozen) if row.frozen else DASH, "critical" if row.frozen else "muted"),
        (position or tr("flat"), "text" if position else "muted"),
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
    said, token = tr(FATE[row.fate][0]), FATE[row.fate][1]
    if row.fate is Fate.REFUSED and row.reason is not None:
        later = row.reason is Rejection.WRONG_PHASE
        said = tr("kept until the market allows it") if later else tr("refused: {lower}", lower=REJECTION[row.reason].lower())
    qty = plain_qty_text(row.instrument, row.leaves) if row.instrument is not None else count(row.leaves)
    return Row(str(row.order_id), (
        (f"{row.order_id} {row.name}", "text"), (SIDE[row.side], SIDE_TOKEN[row.side]), (qty, "text"), (said, token),
        (count(row.attempts), "critical" if row.attempts > 1 else "text"),
    ))  # fmt: skip


def fates_line(picture: BlastPicture) -> tuple[str, str]:
    """The orders of the last stop in one sentence, the worst first; and its token."""
    if not picture.hit:
        return tr("The last stop found no open order."), "muted"
    counts = dict(zip(Fate, picture.counts, strict=True))
    named = (
        (Fate.REFUSED, tr("refused and kept")), (Fate.UNKNOWN, tr("without answer")), (Fate.WAITING, tr("asked for")),
        (Fate.CANCELLED, tr("cancelled")), (Fate.FILLED, tr("filled before")), (Fate.OTHERWISE, tr("gone otherwise")),
    )
    parts = [tr("{count} {fate}", count=count(counts[fate]), fate=said) for fate, said in named if counts.get(fate)]
    bad = counts.get(Fate.REFUSED, 0) + counts.get(Fate.UNKNOWN, 0)
    return tr(
        "Engagement {hit_generation}, {words}: {parts}.",
        hit_generation=picture.hit_generation, words=words(picture.hit_scope), parts=tr(", ").join(parts),
    ), "critical" if bad else "text"


def orders_text(orders: int) -> str:
    return tr("1 order") if orders == 1 else tr("{count} orders", count=count(orders))


def stop_preview(row: BlastRow | None, scope: str) -> str:
    if row is None:
        return tr("Stops {words}: blocks every new order.", words=words(scope))
    frozen = tr(", {count} of them cannot be cancelled now", count=count(row.frozen)) if row.frozen else ""
    worth = money(row.values)
    what = tr(
        "Cancels {orders}{worth}{frozen}, and",
        orders=orders_text(row.orders), worth=tr(" worth {worth}", worth=worth) if worth else "", frozen=frozen,
    ) if row.orders else tr("No order is open;")
    return tr("{what} blocks new ones: {words}.", what=what, words=words(scope))


def flatten_preview(row: BlastRow | None, scope: str) -> str:
    if row is None or not row.held:
        return tr("Stops {words}; there is no position to bring to zero.", words=words(scope))
    cost = money([(one.instrument, one.cost) for one in row.held])
    short = tr(" The displayed book does not hold it all.") if row.short else ""
    held = positions(row.held)
    return tr(
        "Costs about {cost} against the middle: stops, cancels, then trades {held} away at the market.{short}",
        cost=cost, held=held, short=short,
    )


def openings_line(picture: KillPicture) -> tuple[str, str]:
    """Overrides are holes in a stop: they are said as loudly as the stop."""
    if not picture.openings:
        return "", "text"
    open_now = [one for one in picture.openings if one.until]
    if open_now:
        one = min(open_now, key=lambda opening: opening.until)
        return tr(
            "OVERRIDE: {count} lots may still pass until {clock}, asked by {asked_by}: {why}",
            count=count(one.left), clock=clock(one.until), asked_by=one.asked_by, why=one.why,
        ), "critical"
    one = picture.openings[0]
    return tr("Override asked for by {asked_by}, waits for a second person: {why}", asked_by=one.asked_by, why=one.why), "warning"


def flatten_line(picture: BlastPicture) -> tuple[str, str]:
    if not picture.flatten_scope:
        return "", "muted"
    left = tr("{flatten_left} position{s} left", flatten_left=picture.flatten_left, s="" if picture.flatten_left == 1 else "s")
    if picture.flatten_going:
        return tr("Flattening {words}: {left}.", words=words(picture.flatten_scope), left=left), "warning"
    if picture.flatten_left:
        return tr("Flattening {words} ended with {left}: trade them by hand.", words=words(picture.flatten_scope), left=left), "critical"
    return tr("{scope} is flat.", scope=words(picture.flatten_scope).capitalize()), "muted"


def money(values: Sequence[tuple[Instrument, int]]) -> str:
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


def positions(held: Sequence[Holding]) -> str:
    """In their own units, as many as a sentence has room for: +0.5 BTC, \u22122 ETH and 4 more. Where several accounts hold, each says
    whose it is: what is long in one and short in another is no zero."""
    several = len({one.account for one in held}) > 1
    named = [_position(one, several) for one in held[:MOST_NAMED]]
    if len(held) <= MOST_NAMED:
        return ", ".join(named)
    return tr("{named} and {count} more", named=", ".join(named), count=count(len(held) - MOST_NAMED))


def _position(one: Holding, whose: bool) -> str:
    said = f"{'+' if one.qty > 0 else ''}{plain_qty_text(one.instrument, one.qty)} {one.instrument.base}"
    return tr("{position} in {account}", position=said, account=words(f"account:{one.account}")) if whose else said


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
