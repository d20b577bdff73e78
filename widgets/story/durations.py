"""How long something of an order took, in words. Qt-free."""

from core.domain.units import MILLISECOND, SECOND
from widgets.tongue import mark, tr

SAME = mark("same step")
MICROSECOND = MILLISECOND // 1000
MINUTE = 60 * SECOND


def duration(ns: int) -> str:
    """Three figures that matter."""
    if ns == 0:
        return tr(SAME)
    if ns < MILLISECOND:
        return f"{ns / MICROSECOND:.0f} \u00b5s" if ns >= MICROSECOND else tr("{ns} ns", ns=ns)
    if ns < SECOND:
        return tr("{ns:.3g} ms", ns=ns / MILLISECOND) if ns < 100 * MILLISECOND else tr("{ns:.0f} ms", ns=ns / MILLISECOND)
    if ns < MINUTE:
        return f"{ns / SECOND:.2f} s"
    hours, rest = divmod(ns // MINUTE, 60)
    return tr("{hours} h {rest} min", hours=hours, rest=rest) if hours else tr("{rest} min {ns} s", rest=rest, ns=ns % MINUTE // SECOND)
