"""What the core says in English, in the language of now: it has no languages, and some of its sentences reach the screen.

Each is found again by its form, with what stands at its named places. A sentence of another form stays as it is. Codes and
numbers are not sentences: their words are in labels.py.
"""

import re

from widgets.tongue import Told, mark, told

REPEATS = ", not "
"""Before what was typed, where the core repeats it."""
FORMS = (
    mark("{noun} must be a multiple of {step}"),
    mark("{noun} must be more than zero"),
    mark("amount has more decimals than {symbol} can hold"),
    mark("{noun} is missing"),
    mark("{noun} is out of range: more than {most} characters"),
    mark("{noun} must be a number, not {typed}"),
    mark("{noun} must be a number"),
    mark("{noun} must be in one piece or in groups of three digits, not {typed}"),
    mark("{noun} must be in one piece or in groups of three digits"),
    mark("{noun} {typed} is ambiguous: type {whole} or {part}"),
    mark("{noun} {typed} takes a decimal point: type {pointed}"),
    mark("{noun} is out of range: {typed}"),
    mark("{venue} does not agree with us: {differences}."),
    mark("{kind}: {what}, ours {ours}, theirs {theirs}"),
    mark("expected everything, or KIND:NAME with KIND one of {kinds} (instrument:BTC-USD), found {text}"),
    mark("expected a name of at most {most} bytes of printable text after {kind}:, found {name}"),
    mark("There is no journal in {folder}: name a data folder, or a journal's own folder."),
    mark("{path}: {why}. If a terminal is writing there, try again."),
    mark("the venue has a fill that we do not have"), mark("we have a fill that the venue does not have"),
    mark("a fill is another one there"), mark("an order is open there and not here"), mark("an order is open here and not there"),
    mark("an order has another quantity open there"), mark("the position is another one there"),
)
# Of app/which_core.py, which runs before there is anything else.
BUILDS = (
    mark("plain Python ({why})"), mark("compiled (mypyc {version})"), mark("not chosen"), mark("as asked"),
    mark("not built; make fast builds it"), mark("built for another Python; make fast builds it anew"),
    mark("{changed} changed since it was built; make fast builds it anew"), mark("its binaries are gone; make fast builds it anew"),
    mark("the binary of {name} is damaged; make fast builds it anew"), mark("the compiled one cannot be loaded: {error}"),
    mark("not built: {error}"), mark("{file} and {count} more"),
)
# What the program writes into the record in the place of a person's words.
WRITTEN = (
    mark("first limits of a simulation"), mark("no reason typed"), mark("operator at the terminal"),
    mark("operator at the stops panel"),
    mark("operator at the reconciliation panel"), mark("stop key"), mark("watchdog window"),
    mark("the terminal was closed"), mark("restarted"), mark("played again from the beginning"), mark("end of tape"),
    mark("another session was chosen"),
)
AT = {
    mark("operator at the terminal"): mark("{who} at the terminal"),
    mark("operator at the stops panel"): mark("{who} at the stops panel"),
    mark("operator at the reconciliation panel"): mark("{who} at the reconciliation panel"),
}
"""Where a person was who is known by name."""
NOUNS = (
    mark("value"), mark("quantity"), mark("time"), mark("price"), mark("amount"), mark("the threshold"), mark("the percent that counts"),
    mark("a band"), mark("number"),
)
"""What the readers of typed numbers are told to call them."""
_PATTERNS = tuple(
    (form, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(form)), re.DOTALL)) for form in (*FORMS, *BUILDS, *WRITTEN)
)


def heard(text: str) -> str:
    """The sentence as one that can be said again; as it is when it has none of the forms."""
    if isinstance(text, Told):
        return text
    for form, pattern in _PATTERNS:
        found = pattern.fullmatch(text)
        if found is not None:
            return told(form, **{name: told(part) if part in NOUNS else _parts(part) for name, part in found.groupdict().items()})
    return text


def by(source: str, who: str = "") -> str:
    """Who or what decided. who: the person behind it, if the record has one; then that name stands in the place of the operator."""
    if not who:
        return heard(source)
    place = AT.get(source)
    return told(place, who=who) if place else told("{who} ({what})", who=who, what=heard(source)) if source else who


def _parts(text: str) -> str:
    """Several of them stand side by side; each can be said again."""
    parts = [heard(part) for part in text.split("; ")]
    if len(parts) == 1:
        return parts[0]
    return told("; ".join(f"{{p{number}}}" for number in range(len(parts))), **{f"p{number}": part for number, part in enumerate(parts)})
