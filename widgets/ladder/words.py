"""What the ladder's status line says. Pure."""

from core.domain.enums import Mode, Phase, Side
from core.projections.pictures import LadderPicture
from widgets.action_keys import now
from widgets.labels import PHASE
from widgets.ladder.drag import Drag
from widgets.ladder.model import crosses, market_text
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr

CALLS = (Phase.OPENING_CALL, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL)
ARMED = mark("click places, drag moves")
ARMED_PAUSED = mark("paused: clicks still place")
HELD_BACK = mark("not moved: Shift lets it cross")
SLIPPED = mark("The ladder moved: look, and click again")
GIVEN_UP = mark("given up: nothing moved")
CHOOSE_A_ROW = mark("choose a row first: arrow keys")


def resting(armed: bool, picture: LadderPicture | None) -> tuple[str, str]:
    """(words, token of their colour) while nothing is pointed at."""
    if not armed:
        key = now("ladder.arm")
        return tr("{key} arms one-click trading", key=key) if key else tr("One-click trading is disarmed"), "muted"
    if picture is not None and picture.phase is not Phase.CONTINUOUS:
        return tr("{phase}: clicks still place", phase=PHASE[picture.phase]), phase_token(picture.phase)
    return tr(ARMED_PAUSED if picture is not None and picture.mode is Mode.PAUSED else ARMED), "text"


def arm_first() -> str:
    key = now("ladder.arm")
    return tr("disarmed: press {key} to arm", key=key) if key else tr("One-click trading is disarmed")


def touch_is(where: str) -> str:
    """where: above or below the rows."""
    key = now("ladder.centre")
    return tr("Touch is {where} \u2013 {key}", where=where, key=key) if key else tr("Touch is {where}", where=where)


def pointing(picture: LadderPicture, side: Side, lots: int, price: int) -> tuple[str, str]:
    """(words, token of their colour) for a row below the pointer. The amount is the order's own, never what was typed for it: who
    looks before a click must see what the click would send."""
    said = tr(
        "{buy} {size} at {price}", buy=tr("buy") if side is Side.BUY else tr("sell"),
        size=plain_qty_text(picture.instrument, lots), price=picture.instrument.price_text(price),
    )
    if picture.phase is Phase.CONTINUOUS:
        return said, "text"
    return f"{PHASE[picture.phase]}: {said}", phase_token(picture.phase)


def phase_token(phase: Phase) -> str:
    """In an auction orders are gathered; in the others nothing trades, and most are refused."""
    return "warning" if phase in CALLS else "critical"


def market(picture: LadderPicture, where: str) -> tuple[str, str]:
    """(words, token of their colour) below the rows. where: 'above' or 'below' when the touch is off the rows."""
    said, token = (touch_is(where), "text") if where else (market_text(picture), "muted")
    if picture.stale:
        said, token = tr("Data is stale"), "stale"
    if picture.phase is Phase.CONTINUOUS:
        return said, token
    return " \u2013 ".join(word for word in (PHASE[picture.phase], said) if word), phase_token(picture.phase)


def dragging(picture: LadderPicture, drag: Drag) -> tuple[str, str]:
    """(words, token of their colour) for orders in the hand."""
    if not drag.price:
        return tr("let go here: nothing moves"), "muted"
    instrument = picture.instrument
    to = instrument.price_text(drag.price)
    if not drag.goes_somewhere:
        return tr("from {to}: arrow keys, Enter lets go", to=to) if drag.by_key else tr("back where it was"), "text"
    if crosses(drag.side, drag.price, (picture.bid, picture.ask)):
        return tr("{to} crosses: hold Shift", to=to), "warning"
    return tr("move {plain_qty} to {to}", plain_qty=plain_qty_text(instrument, drag.lots), to=to), "text"
