"""The kill switch's picture as words: what pressing would do, and what it did. The worst number comes first. Qt-free."""

from dataclasses import dataclass
from datetime import UTC, datetime

from core.domain.scope import EVERYTHING, parse_scope
from core.domain.stages import BLOCKED, Stage
from core.domain.units import SECOND
from core.projections.pictures import KillPicture
from widgets.core_words import by, heard
from widgets.kill_switch.board import count, money, orders_text, positions
from widgets.kill_switch.steps import LETS, scope_words, widest
from widgets.labels import STAGE, refusal
from widgets.scopes import part_sentence
from widgets.tongue import Table, tr


@dataclass(frozen=True)
class Fact:
    """token: of the value. wide: takes a whole line of the board."""

    what: str
    value: str
    token: str = "text"
    wide: bool = False


def preview(picture: KillPicture | None) -> str:
    """What engaging would do now, in one sentence."""
    if picture is None:
        return tr("Cancels every open order of ours and blocks every new one.")
    if picture.open_orders == 0:
        return tr("Blocks every new order; none of ours is open.")
    return tr("Cancels {orders}{worth} and blocks every new one.", orders=orders_text(picture.open_orders), worth=_worth(picture))


def short_preview(picture: KillPicture | None) -> str:
    """The same for a button of one line."""
    if picture is None:
        return tr("cancels all, blocks new")
    if picture.open_orders == 0:
        return tr("none open, blocks new")
    worth = money(picture.worth)
    return tr("cancels {count}{worth}", count=count(picture.open_orders), worth=f", {worth}" if worth else "")


def stays(picture: KillPicture) -> str:
    """Stopping closes no position: it says what stays, or nothing."""
    if not picture.held:
        return ""
    held = positions(picture.held)
    return tr("Position {held} stays.", held=held) if len(picture.held) == 1 else tr("Positions {held} stay.", held=held)


def progress(picture: KillPicture) -> str:
    """Of an engaged switch, for a button of one line."""
    if picture.orders_hit:
        return tr("{count} of {count_2} cancelled", count=count(picture.cancelled), count_2=count(picture.orders_hit))
    return tr("{count} refused since", count=count(picture.refused_since))


def board(picture: KillPicture) -> tuple[Fact, ...]:
    """What the widest stop did. What is still open is told by its colour too, and by the sentence over the board. Of a narrower stop
    only its own orders count: the others are meant to work."""
    row = widest(picture)
    left = row.left if row is not None and row.scope != EVERYTHING.text else picture.open_orders
    who = by(picture.source, row.who if row is not None else "")
    return (
        Fact(tr("Orders hit"), count(picture.orders_hit)), Fact(tr("Refused since"), count(picture.refused_since)),
        Fact(tr("Cancelled"), count(picture.cancelled)), Fact(tr("At UTC"), clock_text(picture.at)),
        Fact(tr("Still open"), count(left), "critical" if left else "text"), _position(picture),
        Fact(tr("Engagement {generation} by", generation=picture.generation), who or tr("unknown"), wide=True),
    )


def engaged_sentence(picture: KillPicture) -> str:
    """The widest stop, how far it stands, and how many more there are. Where the rest goes on, that is said first."""
    row = widest(picture)
    if row is None:
        return tr("ENGAGED \u00b7 new orders are refused")
    if row.blocks and picture.part:
        return _part(picture)
    what = "" if row.scope == EVERYTHING.text else f" {scope_words(row)}"
    more = tr(" \u00b7 {count} more", count=len(picture.stops) - 1) if len(picture.stops) > 1 else ""
    if row.stage < BLOCKED:
        more = f" \u00b7 {part_said(picture)}" if picture.part else more
        return f"{STAGE[row.stage].upper()}{what} \u00b7 {LETS[row.stage]}{more}"
    if row.left:
        return tr(
            "ENGAGED{what} \u00b7 {count} of {count_2} orders still open{more}",
            what=what, count=count(row.left), count_2=count(row.hit), more=more,
        )
    return tr("ENGAGED{what} \u00b7 {stands}{more}", what=what, stands=STANDS.get(row.stage) or tr("new orders are refused"), more=more)


def part_said(picture: KillPicture) -> str:
    """1 scope stopped: strategy maker. Only of a switch that stops a part."""
    return part_sentence([parse_scope(row.scope).words for row in picture.blocked])


def _part(picture: KillPicture) -> str:
    row = picture.blocked[0]
    if row.left:
        stands = tr("{count} of {count_2} orders still open", count=count(row.left), count_2=count(row.hit))
    else:
        stands = STANDS.get(row.stage) or tr("others work")
    return tr("{part} \u00b7 {stands}", part=part_said(picture), stands=stands)


STANDS = Table({Stage.CANCEL_ONLY: "approved, cancels only", Stage.REQUESTED: "release asked for, new orders are refused"})


def denied(picture: KillPicture) -> str:
    return refusal(picture.denied, 0, 0, None) if picture.denied is not None else ""


def released_sentence(picture: KillPicture) -> str:
    """Who released it last, when somebody did."""
    if picture.generation and picture.source and picture.at:
        return tr("Released by {who}.", who=heard(picture.source))
    return ""


def clock_text(at: int) -> str:
    """Session time of day."""
    return f"{datetime.fromtimestamp(at // SECOND, UTC):%H:%M:%S}"


def _position(picture: KillPicture) -> Fact:
    if len(picture.held) > 1:
        return Fact(tr("Positions"), positions(picture.held), wide=True)
    return Fact(tr("Position"), positions(picture.held) or tr("flat"))


def _worth(picture: KillPicture) -> str:
    worth = money(picture.worth)
    return tr(" worth {worth}", worth=worth) if worth else ""
