"""What the ladder's status line says. Pure."""

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.pictures import LadderPicture
from widgets.ladder.drag import Drag
from widgets.ladder.model import crosses
from widgets.sizes import plain_qty_text

ARMED = "click places, drag moves"
DISARMED = "A arms one-click trading"
HELD_BACK = "not moved: Shift lets it cross"
GIVEN_UP = "given up: nothing moved"
CHOOSE_A_ROW = "choose a row first: arrow keys"


def pointing(instrument: Instrument, side: Side, size: str, price: int) -> str:
    return f"{'buy' if side is Side.BUY else 'sell'} {size} at {instrument.price_text(price)}"


def dragging(picture: LadderPicture, drag: Drag) -> tuple[str, str]:
    """(words, token of their colour) for orders in the hand."""
    if not drag.price:
        return "let go here: nothing moves", "muted"
    instrument = picture.instrument
    to = instrument.price_text(drag.price)
    if not drag.goes_somewhere:
        return f"from {to}: arrow keys, Enter lets go" if drag.by_key else "back where it was", "text"
    if crosses(drag.side, drag.price, (picture.bid, picture.ask)):
        return f"{to} crosses: hold Shift", "warning"
    return f"move {plain_qty_text(instrument, drag.lots)} to {to}", "text"
