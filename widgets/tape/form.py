"""The text of the size filter as lots. Pure."""

from core.domain.instrument import Instrument
from widgets.core_words import heard


def smallest_size(instrument: Instrument, text: str) -> int:
    """Lots; 0 for an empty text and for the beginning of a number: everything is shown. Raises ValueError with a sentence."""
    if not text.strip().strip("0."):
        return 0
    try:
        return instrument.parse_qty(text)
    except ValueError as error:
        raise ValueError(heard(str(error))) from None
