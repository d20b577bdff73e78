"""The kill switch's picture as words: what pressing would do, and what it did. The worst number comes first."""

from datetime import UTC, datetime

from core.projections.pictures import KillPicture


def preview(picture: KillPicture | None) -> str:
    """What engaging would do now, in one sentence."""
    if picture is None or picture.open_orders == 0:
        return "Blocks every new order; nothing of ours is working."
    count = "1 order" if picture.open_orders == 1 else f"{picture.open_orders:,} orders"
    worth = ""
    if picture.instrument is not None and picture.open_value:
        worth = f" worth {picture.instrument.money_text(picture.open_value)} {picture.instrument.quote}"
    return f"Cancels {count}{worth} and blocks every new one."


def release_preview(picture: KillPicture) -> str:
    return f"Lets new orders through again; clears engagement {picture.generation} by {picture.source or 'unknown'}."


def position_line(picture: KillPicture) -> str:
    """Stopping never closes a position: it says what stays."""
    if picture.instrument is None or picture.position == 0:
        return "No position stays open."
    held = picture.instrument.qty_text(picture.position)
    return f"The position of {held} {picture.instrument.base} stays open."


def board(picture: KillPicture) -> tuple[tuple[str, str], ...]:
    """Rows of the progress board: (what, value)."""
    open_now = max(picture.orders_hit - picture.cancelled, 0)
    return (
        ("Orders hit", f"{picture.orders_hit:,}"),
        ("Cancelled", f"{picture.cancelled:,}"),
        ("Still open", f"{open_now:,}"),
        ("Refused since", f"{picture.refused_since:,}"),
        ("At", time_text(picture.at)),
        ("By", picture.source or "unknown"),
        ("Number", str(picture.generation)),
    )


def time_text(at: int) -> str:
    """Session time, UTC, to the millisecond."""
    moment = datetime.fromtimestamp(at // 1_000_000_000, UTC)
    return f"{moment:%H:%M:%S}.{at // 1_000_000 % 1000:03d} UTC"
