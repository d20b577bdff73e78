"""When the kill switch was last rehearsed, in words. A rehearsal that failed, or never was, is said as what it is."""

from datetime import UTC, datetime

from core.domain.instrument import decimal_text
from core.domain.units import SECOND
from core.projections.stop_pictures import Rehearsed
from widgets.core_words import heard
from widgets.dates import day_text
from widgets.tongue import mark, tr


def tested_line(tested: Rehearsed | None) -> tuple[str, str]:
    """A sentence and its token."""
    if tested is None:
        return tr("Never rehearsed here."), "warning"
    when = " ".join(_when(tested))
    if tested.problem:
        return tr("Rehearsal of {when} FAILED: {problem}", when=when, problem=heard(tested.problem)), "critical"
    times = ((mark("blocked"), tested.block_ns), (mark("cancelled"), tested.cancel_ns), (mark("verified"), tested.verify_ns))
    took = tr(", ").join(tr("{what} in {ms:.1f} ms", what=tr(what), ms=ns / 1e6) for what, ns in times)
    return tr("Last rehearsed {when} with {count} orders: {took}.", when=when, count=decimal_text(tested.orders, 0), took=took), "muted"


def tested_caption(tested: Rehearsed | None) -> str:
    if tested is None:
        return tr("Rehearsal")
    day = _when(tested)[0]
    return tr("Rehearsal {day}", day=day) if tested.problem else tr("Rehearsed {day}", day=day)


def tested_word(tested: Rehearsed | None) -> str:
    """Below its caption."""
    return tr("never") if tested is None else tr("FAILED") if tested.problem else _when(tested)[1]


def _when(tested: Rehearsed) -> tuple[str, str]:
    """Day and time, by the clock on the wall."""
    at = datetime.fromtimestamp(tested.at // SECOND, UTC)
    return day_text(at), f"{at:%H:%M} UTC"
