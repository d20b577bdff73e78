"""Which message of the venue's language does what: one table. Each call is one step; its news is in the exchange's output."""

from collections.abc import Callable
from typing import Any

from core.domain.enums import CancelReason
from core.machine.venue import history, operator
from core.machine.venue.exchange import Exchange
from core.machine.venue.following import finish
from core.machine.venue.market import Market
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument, SeedBook
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
    TimePassed,
)
from core.messages.participants import (
    AmendOrder,
    CloseSession,
    EnterOrder,
    MassCancel,
    MassQuote,
    OpenSession,
    SetQuoteProtection,
    WithdrawOrder,
)
from core.messages.rejections import Rejection

Handler = Callable[[Exchange, Any], None]


def _finish(changed: list[Market]) -> None:
    for m in changed:
        finish(m)


def _on_list(venue: Exchange, message: ListInstrument) -> None:
    venue.list(message)


def _on_time(venue: Exchange, message: TimePassed) -> None:
    venue.on_time()


def _take(venue: Exchange, message: Any) -> None:
    venue.take(message)


def _on_phase(venue: Exchange, message: ChangePhase) -> None:
    if message.instrument and message.instrument not in venue.markets:
        operator.refuse(venue.out, message.instrument, "phase", Rejection.UNKNOWN_INSTRUMENT, int(message.phase))
        return
    meant = [message.instrument] if message.instrument else sorted(venue.markets)
    _finish([venue.markets[instrument] for instrument in meant if operator.change_phase(venue.markets[instrument], message)])


def _on_market(request: str, act: Callable[[Any, Any], bool]) -> Handler:
    """An operation on one market; what follows a request follows it, too."""

    def handler(venue: Exchange, message: Any) -> None:
        m = venue.markets.get(message.instrument)
        if m is None:
            value = message.trade_id if request in ("bust", "correct") else 0
            operator.refuse(venue.out, message.instrument, request, Rejection.UNKNOWN_INSTRUMENT, value)
            return
        if act(m, message):
            finish(m)

    return handler


def _on_open(venue: Exchange, message: OpenSession) -> None:
    operator.open_session(venue.parties, venue.out, message)


def _on_close(venue: Exchange, message: CloseSession) -> None:
    _finish(operator.close_session(venue.markets, venue.parties, venue.out, message.session))


def _on_protection(venue: Exchange, message: SetQuoteProtection) -> None:
    operator.protect(venue.parties, venue.out, message)


def _on_mass_cancel(venue: Exchange, message: MassCancel) -> None:
    _finish(operator.take_out(operator.chosen(venue.markets, message), CancelReason.MASS_CANCEL))


def _on_block(venue: Exchange, message: BlockParticipant) -> None:
    _finish(operator.block(venue.markets, venue.parties, venue.out, message.firm))


def _on_readmit(venue: Exchange, message: ReadmitParticipant) -> None:
    operator.readmit(venue.parties, venue.out, message.firm)


ROUTES: dict[Any, Handler] = {
    FlowLimit: history.on_limit,
    FlowMarket: history.on_market,
    FlowCancel: history.on_cancel,
    FlowFilled: history.on_filled,
    SeedBook: history.on_seed,
    ListInstrument: _on_list,
    TimePassed: _on_time,
    EnterOrder: _take,
    AmendOrder: _take,
    WithdrawOrder: _take,
    MassQuote: _take,
    OpenSession: _on_open,
    CloseSession: _on_close,
    MassCancel: _on_mass_cancel,
    SetQuoteProtection: _on_protection,
    BlockParticipant: _on_block,
    ReadmitParticipant: _on_readmit,
    ChangePhase: _on_phase,
    SetRules: _on_market("rules", operator.set_rules),
    SetSchedule: _on_market("schedule", operator.set_schedule),
    SetReference: _on_market("reference", operator.set_reference),
    SetMark: _on_market("mark", operator.set_mark),
    BustTrade: _on_market("bust", operator.amend_trade),
    CorrectTrade: _on_market("correct", operator.amend_trade),
}
