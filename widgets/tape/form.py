"""The text of the size filter as lots. Pure."""

from core.domain.instrument import Instrument


def smallest_size(instrument: Instrument, text: str) -> int:
    """0 for an empty text: everything is shown. Raises ValueError with a sentence."""
    if not text.strip().strip("0.,"):
        return 0
    return instrument.parse_qty(text)
