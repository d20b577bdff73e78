"""What an auction would give now, in words. Pure."""

from core.domain.enums import Phase
from core.domain.instrument import Instrument
from core.projections.uncross import Uncross
from widgets.sizes import plain_qty_text
from widgets.tongue import tr

CALLS = (Phase.OPENING_CALL, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL)


def uncross_texts(instrument: Instrument, found: Uncross) -> tuple[str, ...]:
    """From the longest to the shortest; what is left over is named by the side that waits."""
    if not found.price:
        return (tr("no price yet"),)
    price, qty = instrument.price_text(found.price), plain_qty_text(instrument, found.qty)
    said = tr("{qty} at {price}##would trade in an auction", qty=qty, price=price)
    if not found.surplus:
        return said, price
    left = plain_qty_text(instrument, abs(found.surplus))
    over = tr("buy {left} left over", left=left) if found.surplus > 0 else tr("sell {left} left over", left=left)
    return f"{said}, {over}", said, price
