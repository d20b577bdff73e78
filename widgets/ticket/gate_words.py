"""What the desk says of an order that is not sent yet, and what became of one that was, in words.

Invariant: the sentences of a foreseen refusal and of a real one are made by the same code from the same numbers.
"""

from core.domain.enums import OrderState, OrderType
from core.domain.instrument import NARROW_SPACE, Instrument, decimal_text
from core.domain.limits import FACTS, Rule, Unit
from core.messages.groups import PlaceLinked
from core.messages.reasons import Reason
from core.projections.ticket_pictures import Fate, GateAnswer, GateUse
from widgets import labels
from widgets.lines import Note
from widgets.scopes import scope_words
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr

WHOSE_EVERYBODY = ("", "everything")
PASSES = mark("The gate lets it pass; nearest to their limits:")
TIGHTEST = 2
"""Limits that are shown; the rest is further away."""
FIELD = {
    Rule.MAX_ORDER_QTY: "qty", Rule.MAX_ORDER_VALUE: "qty", Rule.MAX_POSITION: "qty", Rule.MAX_ORDER_WORTH: "qty",
    Rule.SIZE_OUTLIER: "qty", Rule.DEPTH_SHARE: "qty", Rule.VOLUME_SHARE: "qty", Rule.POSITION_SHARE: "qty", Rule.PRICE_COLLAR: "main",
}
"""Where a refusal is marked: the quantity, or what stands below it."""


def value_text(rule: Rule, value: int, instrument: Instrument) -> str:
    """A limit, or a use of one, without its unit: what a person types to pass a soft one."""
    unit = FACTS[rule].unit
    if unit is Unit.LOTS:
        return plain_qty_text(instrument, value)
    if unit is Unit.MONEY:
        return instrument.money_text(value)
    if unit is Unit.VALUE:
        return decimal_text(value // 10_000, 2)
    if unit in (Unit.BP, Unit.HUNDREDTHS):
        return decimal_text(value, 2)
    return decimal_text(value // 1_000_000_000, 0) if unit is Unit.NANOS else decimal_text(value, 0)


def unit_text(rule: Rule, instrument: Instrument) -> str:
    unit = FACTS[rule].unit
    if unit is Unit.LOTS:
        return f" {instrument.base}"
    if unit is Unit.MONEY:
        return f" {instrument.quote}"
    return {Unit.BP: "\u00a0%", Unit.HUNDREDTHS: "\u00d7", Unit.NANOS: " s"}.get(unit, "")


def use_note(use: GateUse, instrument: Instrument) -> Note:
    """Whose limit it is, and how much of it the order takes."""
    whose = tr(" of {scope}", scope=scope_words(use.scope)) if use.scope not in WHOSE_EVERYBODY else ""
    used, of = (value_text(use.rule, value, instrument).removesuffix(".00") for value in (use.used, use.value))
    return Note(f"{labels.RULE[use.rule]}{whose}", "muted", aside=tr(
        "{used} of {of}{unit}",
        used=used, of=of, unit=unit_text(use.rule, instrument),
    ))


def answer_notes(answer: GateAnswer, instrument: Instrument, told: Reason | None, lines: int = 3) -> tuple[Note, ...]:
    """told: the reason that stands above the ticket already, in larger letters. lines: what there is room for."""
    line = _line(answer)
    if answer.rejection is not None:
        return (Note(tr(
            "The exchange would reject {line}: {lower}.",
            line=line or tr("it"), lower=_lower(labels.REJECTION[answer.rejection]),
        ), "warning", "warning"),)
    if answer.reason is None:
        return _passes(answer, instrument, lines)
    if answer.reason is told:
        return ()
    if answer.soft:
        # The number first: it is what the hand needs.
        said = tr(
            "Type {soft_number} to pass the soft limit{whose}: {lower}",
            soft_number=soft_number(answer, instrument), whose=_whose(answer.scope), lower=_lower(_said(answer, instrument)),
        )
        return (Note(said, "warning", "warning"),)
    words = [tr(
        "Would be refused{value}: {lower}",
        value=tr(" for {line}", line=line) if line else "", lower=_lower(_said(answer, instrument)),
    )]
    if _whose(answer.scope):
        words.append(tr("Limit{whose}.", whose=_whose(answer.scope)))
    if answer.also:
        words.append(tr("{also} more limit{s} would refuse it.", also=answer.also, s="" if answer.also == 1 else "s"))
    if answer.refused > 1:
        words.append(tr("{refused} lines would be refused.", refused=answer.refused))
    if answer.smaller:
        words.append(tr("{plain_qty} {base} would pass.", plain_qty=plain_qty_text(instrument, answer.smaller), base=instrument.base))
    return (Note(" ".join(words), "warning", "wrong"),)


def soft_number(answer: GateAnswer, instrument: Instrument) -> str:
    """What is to be typed; empty when there is nothing to confirm."""
    if not answer.soft or answer.rule is None:
        return ""
    return value_text(answer.rule, answer.value, instrument)


def not_the_number(typed: str, answer: GateAnswer | None, instrument: Instrument) -> str:
    """What is wrong with what stands in a soft limit's field; empty: nothing, or it is the beginning of the number."""
    text = "".join(typed.split())
    if answer is None or not text:
        return ""
    number = soft_number(answer, instrument)
    if not number:
        return tr("No limit asks for a number now: what stands in its field counts for nothing.")
    return "" if "".join(number.split()).startswith(text) else tr("That is not {number}: only that number passes the limit.", number=number)


def field_of(answer: GateAnswer | None) -> str:
    if answer is None or answer.reason is None or answer.rule is None:
        return ""
    return FIELD.get(answer.rule, "")


def _passes(answer: GateAnswer, instrument: Instrument, lines: int) -> tuple[Note, ...]:
    entry = answer.question
    first = Note(tr(PASSES) if answer.uses else tr("The gate lets it pass."), "muted", "done")
    order = entry.legs[0] if isinstance(entry, PlaceLinked) else entry
    asked = getattr(order, "qty", 0)
    if 0 < answer.qty < asked:
        less = plain_qty_text(instrument, answer.qty)
        first = Note(tr("The gate would cut it to {less} {base}, and send that.", less=less, base=instrument.base), "warning", "warning")
    return first, *(use_note(use, instrument) for use in answer.uses[: min(TIGHTEST, max(lines - 1, 1))])


def _said(answer: GateAnswer | Fate, instrument: Instrument) -> str:
    assert answer.reason is not None
    return labels.refusal(answer.reason, answer.limit, answer.value, instrument)


def _whose(scope: str) -> str:
    return tr(" of {scope}", scope=scope_words(scope)) if scope not in WHOSE_EVERYBODY else ""


def _line(answer: GateAnswer) -> str:
    if not answer.line:
        return ""
    if isinstance(answer.question, PlaceLinked):
        leg = answer.question.legs[answer.line - 1]
        return tr("the entry") if answer.line == 1 else tr("the stop") if leg.order_type is OrderType.STOP else tr("the target")
    return tr("line {line}", line=answer.line)


def _lower(sentence: str) -> str:
    """A sentence after a colon; names and abbreviations keep their capitals."""
    return sentence if sentence[:2].isupper() else sentence[:1].lower() + sentence[1:]


# after ------------------------------------------------------------------------------------------------------------------


def fate_note(fate: Fate, instrument: Instrument) -> Note:
    if fate.reason is not None:
        line = tr(" Line {line}.", line=fate.line) if fate.line else ""
        said = labels.refusal(fate.reason, fate.limit, fate.value, instrument)
        return Note(f"{labels.ORDER_STATE[fate.state]}.{line} {said}{_limit_whose(fate)}", "critical", "wrong")
    if fate.held:
        return Note(tr("Held by the desk, because its venue has no such order."), "own", "open")
    state, filled = labels.order_state(fate.state, fate.filled, fate.undone), _filled(fate, instrument)
    text = tr("{state}{filled} · order {count}", state=state, filled=filled, count=_count(fate.order_id))
    if fate.state is OrderState.REJECTED:
        said = labels.REJECTION[fate.rejection] if fate.rejection is not None else ""
        return Note(f"{text}. {said}." if said else text, "critical", "wrong")
    if fate.is_open:
        return Note(text, "own", "open")
    if fate.cancel_reason is not None and fate.state is OrderState.CANCELLED:
        return Note(f"{text}: {labels.CANCEL_REASON[fate.cancel_reason]}", "text", "done")
    return Note(text, "text", "done")


def _limit_whose(fate: Fate) -> str:
    return tr(" Limit{whose}.", whose=_whose(fate.scope)) if _whose(fate.scope) else ""


def _filled(fate: Fate, instrument: Instrument) -> str:
    if not fate.filled:
        return ""
    average = instrument.price_text((2 * fate.cost + fate.filled) // (2 * fate.filled))
    much = plain_qty_text(instrument, fate.filled)
    whole = tr(" of {plain_qty}", plain_qty=plain_qty_text(instrument, fate.qty)) if fate.filled < fate.qty else ""
    return tr(", {much}{whole} filled at {average}", much=much, whole=whole, average=average)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE)
