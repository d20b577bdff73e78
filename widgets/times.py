"""Session times as texts, in UTC."""

from datetime import UTC, datetime

from core.domain.units import MILLISECOND, SECOND


def clock_text(at: int, milliseconds: bool = False) -> str:
    """Time of day."""
    second = at // SECOND % 86_400
    text = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"{text}.{at % SECOND // MILLISECOND:03}" if milliseconds else text


def stamp_text(at: int) -> str:
    """ISO 8601 with all nanoseconds."""
    return f"{datetime.fromtimestamp(at // SECOND, UTC):%Y-%m-%dT%H:%M:%S}.{at % SECOND:09}Z"
