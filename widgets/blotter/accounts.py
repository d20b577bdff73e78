"""The account blotter as data: what each account has made, holds and has working, and how it stands to its loss limit. Qt-free."""

from core.domain.instrument import decimal_text
from core.projections.pictures import AccountRow
from widgets.blotter.columns import Column, Ints, Sel, Unit
from widgets.blotter.store import Store
from widgets.blotter.tables import Table, account_text, number, word
from widgets.blotter.texts import DASH, money_text, with_arrow
from widgets.tongue import mark

LOSS_WARNS_PERCENT = 75
"""From where on the risk panel marks a limit's use, too."""


def _money(name: str, title: str, width: int, rank: int, tip: str = "", profit: bool = False) -> Column:
    def text(row: AccountRow) -> str:
        value = getattr(row, name)
        if value is None:
            return DASH
        said = money_text(value, row.decimals, signed=profit)
        return with_arrow(said) if profit else said

    def exact(row: AccountRow) -> str:
        value = getattr(row, name)
        return DASH if value is None else decimal_text(value, row.decimals)

    def raw(store: Store, sel: Sel) -> Ints:
        return store.ints(name, sel)

    return number(name, title, width, rank, text, Unit.OWN, raw=raw, exact=exact, tip=tip)


def _loss_tone(row: AccountRow) -> str:
    return "warning" if row.loss_percent is not None and row.loss_percent >= LOSS_WARNS_PERCENT else "text"


ACCOUNTS = Table(
    mark("Account"), mark("account"), AccountRow,
    (
        word("account", mark("Account"), 60, 0, account_text, groups=True),
        word("currency", mark("Currency"), 60, 0, lambda r: r.quote, groups=True),
        _money("equity", mark("Equity"), 96, 0, mark("Cash and what was won or lost since the run began; limits are measured by it")),
        _money("day", mark("Day"), 88, 0, mark("Won or lost since the trading day began, as the loss limit has it"), profit=True),
        number(
            "loss_percent", mark("Loss limit"), 64, 1, lambda r: DASH if r.loss_percent is None else f"{r.loss_percent} %",
            tone=_loss_tone, tip=mark("Share of the day's loss limit that is used"),
        ),
        _money("cash", mark("Cash"), 96, 3, mark("What the account began with")),
        _money("net", mark("Net P&L"), 88, 1, mark("Realised and unrealised, after fees, since the run began"), profit=True),
        _money("unrealised", mark("Unrealised"), 88, 2, profit=True),
        _money("realised", mark("Realised"), 88, 3, mark("Before fees"), profit=True),
        _money("fees", mark("Fees"), 64, 4, mark("Paid so far; below zero when rebates were more")),
        _money("gross", mark("Gross"), 96, 5, mark("Worth of everything held at its mark, without signs")),
        _money("net_held", mark("Net held"), 96, 6, mark("Worth of everything held at its mark, short ones below zero")),
        number("held", mark("Held"), 48, 7, lambda r: str(r.held), tip=mark("Instruments held")),
        number("orders", mark("Orders"), 52, 7, lambda r: str(r.orders), tip=mark("Open orders")),
        _money("working", mark("Working"), 96, 8, mark("Open orders at their limit prices")),
    ),
    lambda row: (row.account, row.quote), ("account", False),
    (mark("No account has traded yet"), mark("The first order shows its account here, with what it has made, holds and has working.")),
    (), lambda added: {},
)
