"""What the ticket says of an order before it is sent: the whole order, what the book would give it, the worst case. Qt-free but for
the notes' type. What the desk says of it: gate_words.
"""

from core.domain.enums import OrderType, Peg, Phase, PostOnly, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.order_types import IMMEDIATE, TRIGGERED
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from core.messages.reasons import Reason
from core.messages.terms import Terms
from core.projections.ticket_pictures import Sweep, TicketPicture
from widgets import labels
from widgets.lines import Note
from widgets.sizes import plain_qty_text, size_text
from widgets.ticket import exits
from widgets.ticket.draft import TERMS, Draft, Errors
from widgets.ticket.numbers import hundredths_text
from widgets.tongue import Table, tr
from widgets.uncross import CALLS, uncross_texts

NO_BREAK = "\u00a0"
"""A sum and its currency stay on one line."""
PLAIN = Terms()
Order = PlaceOrder | PlaceLinked


def strip(picture: TicketPicture) -> Note | None:
    """What stands above everything else, when something does. token: of the ground; aside: the same in fewer words."""
    if picture.kill_engaged:
        engaged = tr("KILL SWITCH ENGAGED \u2014")
        return Note(
            tr("{engaged} new orders are refused", engaged=engaged), "critical_fill", "stop",
            aside=tr("{engaged} orders refused", engaged=engaged),
        )
    if not picture.running:
        refused = tr("\u2014 orders are refused")
        return Note(
            tr("No session is running {refused}", refused=refused), "warning_fill", "warning",
            aside=tr("No session {refused}", refused=refused),
        )
    if picture.phase is not Phase.CONTINUOUS:
        word = labels.PHASE[picture.phase]
        if picture.phase in CALLS:
            return _auction(word, picture)
        return Note(tr("{phase}: not in continuous trading", phase=word), "warning_fill", "warning", aside=word)
    return None


def _auction(phase: str, picture: TicketPicture) -> Note:
    """What it would give as it stands: the only price that there is then."""
    texts = uncross_texts(picture.instrument, picture.indicative)
    return Note(f"{phase}: {texts[0]}", "warning_fill", "warning", aside=f"{phase}: {texts[-1]}")


def strip_reason(picture: TicketPicture) -> Reason | None:
    """The refusal that the strip has told already."""
    if picture.kill_engaged:
        return Reason.KILL_SWITCH_ENGAGED
    return None if picture.running else Reason.NOT_RUNNING


def side_words(picture: TicketPicture, side: Side) -> tuple[str, str]:
    """The price at which this side would trade now; whose it is, with how much stands there."""
    price, qty, whose = (picture.ask, picture.ask_qty, tr("ask")) if side is Side.BUY else (picture.bid, picture.bid_qty, tr("bid"))
    if price <= 0:
        return "\u2013", tr("no {whose}", whose=whose)
    return picture.instrument.price_text(price), f"{whose} {size_text(picture.instrument, qty)}"


def entry_of(order: Order) -> PlaceOrder:
    return order.legs[0] if isinstance(order, PlaceLinked) else order


def order_words(order: Order, instrument: Instrument) -> str:
    """The whole order, for the button that sends it."""
    entry = entry_of(order)
    times = labels.TIME_IN_FORCE[entry.time_in_force]
    link = f" + {labels_of_link(order)}" if isinstance(order, PlaceLinked) else ""
    return f"{_what(entry, instrument)} @ {_where(entry, instrument)} {times}{link}"


def labels_of_link(order: PlaceLinked) -> str:
    return {0: tr("bracket"), 1: "OCO", 2: "OTO"}[int(order.kind)]


def preview(order: Order, picture: TicketPicture, sweep: Sweep | None) -> tuple[Note, ...]:
    """The order as a sentence with its value; what it would find in the book; exits or the worst case, and the position after."""
    instrument, entry = picture.instrument, entry_of(order)
    first = Note(summary(entry, picture.instrument), strong=True)
    second = Note(meets(entry, picture, sweep), "muted", aside=slip(entry, picture, sweep))
    if isinstance(order, PlaceLinked):
        target, stop = exit_words(order, picture)
        return first, second, Note(target or stop, "muted", aside=stop if target else "")
    held = picture.position + (entry.qty if entry.side is Side.BUY else -entry.qty)
    # Four decimals, as in the blotter's dense columns.
    size = size_text(instrument, held, 4)
    size = size.rstrip("0").rstrip(".") if "." in size and "<" not in size else size
    then = tr("then {rest}{size} {base}", rest="+" if held > 0 else "", size=size, base=instrument.base) if held else tr("then flat")
    return first, second, Note(worst(entry, picture), "muted", aside=then)


def summary(order: PlaceOrder, instrument: Instrument) -> str:
    """All that is sent. What it is worth stands beside its quantity."""
    return tr(
        "{what} at {where}{terms}",
        what=_what(order, instrument), where=_where(order, instrument), terms=_terms(order, instrument),
    )


def meets(order: PlaceOrder, picture: TicketPicture, sweep: Sweep | None) -> str:
    """What it would trade with at once, at which prices; or where it would stand."""
    if order.order_type in TRIGGERED or order.order_type is OrderType.TRAILING_STOP:
        return _waits(order, picture, sweep)
    if order.order_type is OrderType.PEGGED:
        return tr("Follows the market unseen, never beyond its limit")
    if picture.phase is not Phase.CONTINUOUS:
        return tr("Nothing trades before the auction ends") if picture.phase in CALLS else tr("Nothing trades until the market opens again")
    instrument, buying = picture.instrument, order.side is Side.BUY
    other, whose = (picture.ask, tr("ask")) if buying else (picture.bid, tr("bid"))
    if other <= 0 and not order.price:
        return tr("Nothing to trade against: there is no {whose}", whose=whose)
    if other > 0 and (not order.price or (order.price >= other if buying else order.price <= other)):
        post = (order.terms or PLAIN).post_only
        if post is not PostOnly.NO:
            return tr("Would trade at once: it slides back") if post is PostOnly.SLIDE else tr(
                "Would trade at once: the exchange rejects it",
            )
        return _taken(order, picture, sweep) if sweep is not None and sweep.filled else tr("Trades at once")
    if order.time_in_force in IMMEDIATE:
        return tr("Finds nothing at this price now: cancelled at once")
    own, behind, whose = (picture.bid, picture.bid_qty, tr("bid")) if buying else (picture.ask, picture.ask_qty, tr("ask"))
    if order.price == own:
        return tr("Joins the {whose}, behind {size} {base}", whose=whose, size=size_text(instrument, behind), base=instrument.base)
    if own <= 0 or (order.price > own) is buying:
        return tr("Becomes the best {whose}", whose=whose)
    ticks = abs(order.price - own) // instrument.tick
    return tr(
        "Rests {count} tick{s} {below} the {whose}",
        count=_count(ticks), s="" if ticks == 1 else "s", below=tr("below") if buying else tr("above"), whose=whose,
    )


def _taken(order: PlaceOrder, picture: TicketPicture, sweep: Sweep) -> str:
    """Average and worst price, and what that costs against the middle; what the displayed book cannot fill."""
    instrument, (filled, cost) = picture.instrument, (sweep.filled, sweep.cost)
    # Half a price unit is enough for an average: to nearest.
    average = (2 * cost + filled) // (2 * filled)
    said = tr("avg {price}, worst {price_2}", price=instrument.price_text(average), price_2=instrument.price_text(sweep.worst))
    if filled >= order.qty:
        return f"{said[:1].upper()}{said[1:]}"
    share = f"{filled * 1000 // order.qty / 10:.1f}{NO_BREAK}%"
    rests = order.time_in_force not in IMMEDIATE and order.price
    return tr(
        "Book fills {share}: {said}; the rest {rests}",
        share=share, said=said, rests=tr("rests") if rests else tr("is cancelled"),
    )


def slip(order: PlaceOrder, picture: TicketPicture, sweep: Sweep | None) -> str:
    """What taking the book costs against the middle, of what it can fill; empty where nothing is taken."""
    if order.order_type not in (OrderType.MARKET, OrderType.LIMIT) or sweep is None or not sweep.filled:
        return ""
    if not picture.bid or not picture.ask or picture.phase is not Phase.CONTINUOUS:
        return ""
    twice_mid, filled = picture.bid + picture.ask, sweep.filled
    away = 2 * sweep.cost - twice_mid * filled if order.side is Side.BUY else twice_mid * filled - 2 * sweep.cost
    tenths = (away * 100_000 + twice_mid * filled // 2) // (twice_mid * filled)
    return tr("slip {tenths:.1f}{no_break}bp", tenths=tenths / 10, no_break=NO_BREAK)


def _waits(order: PlaceOrder, picture: TicketPicture, sweep: Sweep | None) -> str:
    terms, instrument, buying = order.terms or PLAIN, picture.instrument, order.side is Side.BUY
    touched = order.order_type in (OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)
    seen = picture.last or (picture.ask if buying else picture.bid)
    if order.order_type is OrderType.TRAILING_STOP:
        away = f"{hundredths_text(terms.trail_bp)} %" if terms.trail_bp else tr(
            "{count} ticks",
            count=_count(terms.trail // instrument.tick),
        )
        return tr(
            "Fires {away} {above_the_lowest} from now on",
            away=away, above_the_lowest=tr("above the lowest") if buying else tr("below the highest"),
        )
    if not seen:
        return tr("Waits for its trigger")
    rises = buying != touched
    if terms.trigger <= seen if rises else terms.trigger >= seen:
        return tr("The market is there already: it fires at once")
    ticks = abs(terms.trigger - seen) // instrument.tick
    way = tr("rises") if rises else tr("falls")
    cost = tr("; now avg {price}", price=instrument.price_text(sweep.cost // sweep.filled)) if sweep is not None and sweep.filled else ""
    return tr("Fires when the market {way} {count} ticks{cost}", way=way, count=_count(ticks), cost=cost)


def worst(order: PlaceOrder, picture: TicketPicture) -> str:
    """A market order may trade up to the worst price that the gate lets it go to."""
    instrument, answer = picture.instrument, picture.answer
    if order.price:
        return tr("Worst {money} {quote}", money=instrument.money_text(order.qty * order.price), quote=instrument.quote)
    edge = answer.worst if answer is not None else 0
    own = (order.terms or PLAIN).protection
    if own:
        edge = own if not edge else (min(edge, own) if order.side is Side.BUY else max(edge, own))
    return tr(
        "Worst {money} at {price}", money=instrument.money_text(order.qty * edge), price=instrument.price_text(edge),
    ) if edge else tr("Worst unknown")


def exit_words(order: PlaceLinked, picture: TicketPicture) -> tuple[str, str]:
    """Target and stop: where they stand, and what they win or lose from where the entry is expected to trade."""
    instrument, entry = picture.instrument, order.legs[0]
    start, target, stop = exits.reference(entry, picture), "", ""
    sign = 1 if entry.side is Side.BUY else -1
    for leg in order.legs[1:]:
        at = int(leg.price or (leg.terms or PLAIN).trigger)
        won = f" {instrument.money_text((at - start) * sign * leg.qty, signed=True)}" if start and leg.side is not entry.side else ""
        if leg.price:
            target = tr("Target {price}{won}", price=instrument.price_text(at), won=won)
        else:
            stop = tr("Stop {price}{won}", price=instrument.price_text(at), won=won)
    return target, stop


# words ------------------------------------------------------------------------------------------------------------------


def _what(order: PlaceOrder, instrument: Instrument) -> str:
    return f"{labels.SIDE[order.side]} {plain_qty_text(instrument, order.qty)} {instrument.base}"


def _where(order: PlaceOrder, instrument: Instrument) -> str:
    """Price, trigger, trail or peg, with the word that says which."""
    kind, terms, price = order.order_type, order.terms or PLAIN, instrument.price_text
    if kind is OrderType.MARKET:
        return tr("market")
    if kind is OrderType.LIMIT:
        return tr("{price} limit", price=price(order.price))
    if kind is OrderType.TRAILING_STOP:
        percent = f"{hundredths_text(terms.trail_bp)}{NO_BREAK}%"
        return tr(
            "trail {percent}",
            percent=percent if terms.trail_bp else tr("{count} ticks", count=_count(terms.trail // instrument.tick)),
        )
    if kind is OrderType.PEGGED:
        ticks = terms.peg_offset // instrument.tick
        by = f" {ticks:+d}" if ticks else ""
        return tr("peg {peg}{by}, limit {price}", peg=PEG_WORDS[terms.peg], by=by, price=price(order.price))
    word = tr("stop") if kind in (OrderType.STOP, OrderType.STOP_LIMIT) else tr("touch")
    return f"{word} {price(terms.trigger)}" + (tr(", limit {price}", price=price(order.price)) if order.price else "")


PEG_WORDS = Table({Peg.NONE: "", Peg.PRIMARY: "own side", Peg.MARKET: "other side", Peg.MIDPOINT: "middle"})


def _terms(order: PlaceOrder, instrument: Instrument) -> str:
    terms = order.terms or PLAIN
    said = []
    if terms.display:
        spread = f" \u00b1 {plain_qty_text(instrument, terms.display_spread)}" if terms.display_spread else ""
        said.append(tr("shows {plain_qty}{spread}", plain_qty=plain_qty_text(instrument, terms.display), spread=spread))
    if terms.hidden:
        said.append(tr("hidden"))
    if terms.post_only is not PostOnly.NO:
        said.append(labels.POST_ONLY[terms.post_only].lower())
    if terms.all_or_none:
        said.append(tr("all or none"))
    if terms.min_qty:
        said.append(tr("at least {plain_qty}", plain_qty=plain_qty_text(instrument, terms.min_qty)))
    if terms.protection_bp:
        said.append(tr("no further than {hundredths}{no_break}%", hundredths=hundredths_text(terms.protection_bp), no_break=NO_BREAK))
    if order.may_shrink:
        said.append(tr("or less"))
    if order.time_in_force is not TimeInForce.DAY:
        said.append(labels.TIME_IN_FORCE[order.time_in_force])
    return "".join(f", {word}" for word in said)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE)


def has_terms(draft: Draft) -> bool:
    """Whether something on the page of terms is in force, so that it is marked while another page stands there."""
    plain = Draft()
    names = [name for name in TERMS[draft.order_type] if name not in ("trigger", "trigger_by", "peg")]
    return any(getattr(draft, name) != getattr(plain, name) for name in names)


def complaints(errors: Errors, draft: Draft) -> list[Note]:
    """What is only missing is said quietly; what is wrong, loudly."""
    said = []
    for name, sentence in errors.said.items():
        typed = getattr(draft, name, "")
        wrong = bool(typed) if isinstance(typed, str) else True
        said.append(Note(sentence, "critical", "wrong") if wrong else Note(sentence, "muted"))
    return said
