"""What the ladder's status line says. Pure."""

from core.domain.enums import Mode, Phase, Side
from core.projections.pictures import LadderPicture
from widgets.action_keys import now
from widgets.labels import PHASE
from widgets.ladder.drag import Drag
from widgets.ladder.model import goes_too_far, market_text, ticks_through, touch_of
from widgets.moves import AtOnce, Said, at_once, crosses
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr
from widgets.uncross import CALLS, uncross_texts

ARMED = mark("click places, drag moves")
ARMED_PAUSED = mark("paused: clicks still place")
GHOST = {AtOnce.CROSS: mark("crosses"), AtOnce.FIRE: mark("fires")}
SHIFT = {AtOnce.CROSS: mark("{to} crosses: hold Shift"), AtOnce.FIRE: mark("{to} fires at once: hold Shift")}
FOLLOWS = mark("a trailing stop follows the market: nothing moves")
SLIPPED = mark("The ladder moved: look, and click again")
CHOOSE_A_ROW = mark("choose a row first: arrow keys")


def resting(armed: bool, picture: LadderPicture | None) -> Said:
    """While nothing is pointed at."""
    if not armed:
        key = now("ladder.arm")
        return Said(tr("{key} arms one-click trading", key=key) if key else tr("One-click trading is disarmed"), "muted")
    if picture is not None and picture.phase is not Phase.CONTINUOUS:
        return Said(tr("{phase}: clicks still place", phase=PHASE[picture.phase]), phase_token(picture.phase))
    return Said(tr(ARMED_PAUSED if picture is not None and picture.mode is Mode.PAUSED else ARMED), "text")


def arm_first() -> str:
    key = now("ladder.arm")
    return tr("disarmed: press {key} to arm", key=key) if key else tr("One-click trading is disarmed")


def touch_is(where: str) -> str:
    """where: above or below the rows."""
    key = now("ladder.centre")
    return tr("Touch is {where} \u2013 {key}", where=where, key=key) if key else tr("Touch is {where}", where=where)


def pointing(picture: LadderPicture, side: Side, lots: int, price: int, group: int) -> Said:
    """What a click on this row would do, and whether it would trade at once. The amount is the order's own, never what was typed for it:
    who looks before a click must see what the click would send."""
    touch = touch_of(picture)
    at = picture.instrument.price_text(price)
    size = plain_qty_text(picture.instrument, lots)
    said = tr("{buy} {size} at {price}", buy=tr("buy") if side is Side.BUY else tr("sell"), size=size, price=at)
    token, shorter = "text", tuple[str, ...]()
    if goes_too_far(picture.instrument, side, price, touch, group):
        ticks = ticks_through(picture.instrument, side, price, touch)
        said, token = tr("{order}: {ticks} ticks through, hold Shift", order=said, ticks=ticks), "warning"
        shorter = (tr("{ticks} ticks through: hold Shift", ticks=ticks),)
    elif picture.phase is Phase.CONTINUOUS and crosses(side, price, touch):
        shorter = (tr("{order}: trades at once", order=said), tr("{price}: trades at once", price=at))
        said, token = (
            tr("{order}, trades at once up to there", order=said) if side is Side.BUY
            else tr("{order}, trades at once down to there", order=said)
        ), "warning"
    if picture.phase is Phase.CONTINUOUS:
        return Said(said, token, shorter)
    return Said(f"{PHASE[picture.phase]}: {said}", phase_token(picture.phase), shorter)


def aiming(picture: LadderPicture, lots: int, price: int, group: int) -> Said:
    """What the keys that buy and sell would do at the row of the cursor: the one that would trade at once is named first."""
    touch, keys = touch_of(picture), {Side.BUY: now("ladder.buy"), Side.SELL: now("ladder.sell")}
    taking = next((side for side in Side if crosses(side, price, touch)), None)
    if taking is None or not keys[taking]:
        rests = "/".join(key for key in keys.values() if key)
        size = plain_qty_text(picture.instrument, lots)
        return Said(f"{rests}: {size} @ {picture.instrument.price_text(price)}" if rests else resting(True, picture).text, "text")
    found = pointing(picture, taking, lots, price, group)
    return Said(f"{keys[taking]}: {found.text}", found.token, tuple(f"{keys[taking]}: {one}" for one in found.shorter))


def held_back(picture: LadderPicture, side: Side, price: int) -> str:
    """Why a click sent nothing."""
    ticks = ticks_through(picture.instrument, side, price, touch_of(picture))
    return tr("not sent without Shift: {ticks} ticks through", ticks=ticks)


def phase_token(phase: Phase) -> str:
    """In an auction orders are gathered; in the others nothing trades, and most are refused."""
    return "warning" if phase in CALLS else "critical"


def market(picture: LadderPicture, where: str) -> Said:
    """Below the rows. where: 'above' or 'below' when the touch is off the rows."""
    said, token = (touch_is(where), "text") if where else (market_text(picture), "muted")
    if picture.stale:
        said, token = tr("Data is stale"), "stale"
    if picture.phase is Phase.CONTINUOUS:
        return Said(said, token)
    if picture.phase in CALLS and not picture.stale:
        # The book is crossed until it ends, so its spread says nothing.
        texts = uncross_texts(picture.instrument, picture.indicative)
        return Said(f"{PHASE[picture.phase]} \u2013 {texts[0]}", phase_token(picture.phase), texts)
    return Said(" \u2013 ".join(word for word in (PHASE[picture.phase], said) if word), phase_token(picture.phase))


def dragging(picture: LadderPicture, drag: Drag) -> Said:
    """For orders in the hand."""
    if not drag.price:
        return Said(tr("let go here: nothing moves"), "muted")
    instrument = picture.instrument
    to = instrument.price_text(drag.price)
    if not drag.goes_somewhere:
        return Said(tr("from {to}: arrow keys, Enter lets go", to=to) if drag.by_key else tr("back where it was"), "text")
    if all(order.follows for order in drag.orders):
        return Said(tr(FOLLOWS), "muted")
    acts = at_once(drag.orders, drag.price, touch_of(picture))
    if acts is not AtOnce.NOTHING:
        return Said(tr(SHIFT[acts], to=to), "warning")
    if all(order.trigger for order in drag.orders):
        return Said(tr("move trigger of {plain_qty} to {to}", plain_qty=plain_qty_text(instrument, drag.lots), to=to), "text")
    return Said(tr("move {plain_qty} to {to}", plain_qty=plain_qty_text(instrument, drag.lots), to=to), "text")
