"""What the lines of a blotter add up: headings of groups, and the line below everything. Exact integers until they are words. Qt-free."""

from collections.abc import Callable, Sequence

import numpy as np

from core.domain.enums import Liquidity, Side
from core.domain.instrument import Instrument
from widgets.blotter.columns import Ints, Sel, Sum
from widgets.blotter.store import Store
from widgets.blotter.texts import DASH, average_price, by_quote, money_text, with_arrow
from widgets.sizes import plain_qty_text, size_text
from widgets.tongue import tr

Added = Sequence[tuple[Instrument | None, int, dict[str, int]]]
"""(instrument, rows, sums by name) of what a line adds up."""
POSITION_SUMS = ("unrealised", "realised", "total", "fees", "after")


def plus(name: str) -> Sum:
    return Sum(name, lambda store, sel: store.ints(name, sel))


def lots_of(side: Side, name: str = "qty") -> Callable[[Store, Sel], Ints]:
    def lots(store: Store, sel: Sel) -> Ints:
        found: Ints = np.where(store.ints("side", sel) == side, store.ints(name, sel), 0)
        return found

    return lots


def makers(store: Store, sel: Sel) -> Ints:
    found: Ints = (store.ints("liquidity", sel) == Liquidity.MAKER).astype(np.int64)
    return found


def order_totals(added: Added) -> dict[str, str]:
    """Quantities of one instrument add up; of several they do not, and are left out. An average of what was bought and of what was
    sold is a price that nobody traded at."""
    made: dict[str, str] = {}
    instrument, _, sums = added[0] if len(added) == 1 else (None, 0, {})
    if instrument is not None:
        made |= {name: size_text(instrument, sums[name], 4) for name in ("qty", "filled", "leaves")}
        if sums["filled"] and sums["filled_bought"] in (0, sums["filled"]):
            made["average"] = instrument.price_text(average_price(sums["cost"], sums["filled"]))
    fees = by_quote((one, of["fees"]) for one, _, of in added if one is not None and of["fees"])
    if fees:
        made["fees"] = ", ".join(f"{money_text(*fee)} {quote}" for quote, fee in fees.items())
    return made


def fill_totals(added: Added) -> dict[str, str]:
    made: dict[str, str] = {}
    instrument, _, sums = added[0] if len(added) == 1 else (None, 0, {})
    if instrument is not None:
        made["qty"] = size_text(instrument, sums["qty"], 4)
        if sums["bought"] in (0, sums["qty"]):
            made["price"] = price_of(instrument, sums["value"], sums["qty"])
    for name in ("value", "fee"):
        by = by_quote((one, of[name]) for one, _, of in added if one is not None)
        if by:
            made[name] = ", ".join(money_text(*one) + (f" {quote}" if len(by) > 1 else "") for quote, one in by.items())
    return made


def price_of(instrument: Instrument, cost: int, qty: int) -> str:
    return instrument.price_text(average_price(cost, qty)) if qty else DASH


def turnover(added: Added) -> tuple[str, ...]:
    """All fills in one line, then in shorter ones that leave out what matters less."""
    fills, busted = sum(sums["standing"] for _, _, sums in added), sum(count - sums["standing"] for _, count, sums in added)
    if not fills + busted:
        return ()
    said = [tr(
        "{fills} fill{s}, {added} as maker",
        fills=fills, s="" if fills == 1 else "s", added=sum((sums["makers"] for _, _, sums in added)),
    )]
    if busted:
        said[0] += tr(", {busted} busted", busted=busted)
    known = [(instrument, sums) for instrument, _, sums in added if instrument is not None]
    if len(known) == 1:
        instrument, sums = known[0]
        both = tr(
            "bought {plain_qty}, sold {plain_qty_2}",
            plain_qty=plain_qty_text(instrument, sums["bought"]), plain_qty_2=plain_qty_text(instrument, sums["sold"]),
        )
        said += [f"{both} {instrument.base}", tr(
            "turnover {money} {quote}",
            money=instrument.money_text(sums["value"]), quote=instrument.quote,
        )]
    else:
        by = by_quote((instrument, sums["value"]) for instrument, sums in known)
        said.append(tr("turnover {money}", money=", ".join(f"{money_text(*by[quote])} {quote}" for quote in by)))
    return tuple("  ".join(words) for words in (said, (said[0], said[-1]), said[-1:], said[:1]))


def position_totals(added: Added) -> dict[str, str]:
    """With several currencies each is named, because they do not add up."""
    known = [(instrument, sums) for instrument, _, sums in added if instrument is not None]
    sums = {name: by_quote((instrument, one[name]) for instrument, one in known) for name in POSITION_SUMS}
    if len(sums["total"]) != 1:
        named = (f"{with_arrow(money_text(*sum_, signed=True))} {quote}" for quote, sum_ in sums["total"].items())
        return {"symbol": tr("Total {named}", named=",  ".join(named))}
    made = {"symbol": tr("Total")}
    for name, of_quote in sums.items():
        sum_of = next(iter(of_quote.values()))
        # More fees are no gain: neither sign nor arrow.
        made[name] = money_text(*sum_of) if name == "fees" else with_arrow(money_text(*sum_of, signed=True))
    return made
