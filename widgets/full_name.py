"""How an instrument is named where a name must hold over sessions: ids are a session's own. Pure."""

from core.domain.instrument import Instrument


def full_name(instrument: Instrument) -> str:
    """VENUE:SYMBOL."""
    return f"{instrument.venue}:{instrument.symbol}"
