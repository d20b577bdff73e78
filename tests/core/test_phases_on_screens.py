"""A market that is halted or in an auction, as ladder, watchlist and ticket are told of it."""

from core.domain.enums import Phase, Side
from core.domain.units import SECOND
from core.messages.commands import SetLimits
from core.messages.operations import ChangePhase
from core.projections.pictures import LadderLook, LadderPicture
from core.projections.ticket_pictures import TicketLook
from core.projections.uncross import NO_UNCROSS
from core.projections.watch_pictures import WatchLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit


def test_the_ladder_hears_of_a_phase_though_nothing_of_the_book_changes() -> None:
    made = Stage()
    made.play(30)

    def seen(version: int) -> LadderPicture | None:
        return made.projections.ladder.picture(LadderLook(version))

    first = seen(-1)
    assert first is not None and first.phase is Phase.CONTINUOUS and seen(first.version) is None
    made.engine.state.venue.markets[1].phase = Phase.HALT  # type: ignore[index]
    halted = seen(first.version)
    assert halted is not None and halted.phase is Phase.HALT and seen(halted.version) is None
    made.engine.state.outside.stops[halted.instrument.venue] = True
    away = seen(halted.version)
    assert away is not None and away.phase is Phase.CONTINUOUS, "the embedded market's phase is not the outside venue's"


def test_the_ladder_has_what_an_auction_would_give_as_long_as_it_lasts() -> None:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    market = made.engine.state.venue.markets[1]  # type: ignore[index]

    def told(version: int = -1) -> LadderPicture:
        picture = made.projections.ladder.picture(LadderLook(version))
        assert picture is not None
        return picture

    made.tell(ChangePhase(1, Phase.VOLATILITY_CALL))  # type: ignore[arg-type]
    before = told()
    assert before.phase is Phase.VOLATILITY_CALL and before.indicative == NO_UNCROSS
    made.at += SECOND
    made.tell(limit("gathers", Side.BUY, BID + 5_000, LOT))
    gathered = told(before.version)
    assert gathered.indicative == market.indicative and 0 < gathered.indicative.qty <= LOT
    made.tell(ChangePhase(1, Phase.CONTINUOUS))  # type: ignore[arg-type]
    assert told(gathered.version).indicative == NO_UNCROSS


def test_watchlist_and_ticket_hear_of_a_phase_as_well() -> None:
    made = Stage()
    made.play(30)
    watch, ticket = made.projections.watch, made.projections.ticket
    rows, order = watch.picture(WatchLook(wanted=(1,))), ticket.picture(TicketLook())
    assert rows is not None and order is not None
    assert rows.rows[0].phase is Phase.CONTINUOUS and order.phase is Phase.CONTINUOUS
    made.tell(ChangePhase(1, Phase.HALT))  # type: ignore[arg-type]
    assert made.engine.state.venue.markets[1].phase is Phase.HALT  # type: ignore[index]
    rows, order = watch.picture(WatchLook(rows.version, rows.listing, (1,))), ticket.picture(TicketLook(order.version))
    assert rows is not None and rows.rows[0].phase is Phase.HALT
    assert order is not None and order.phase is Phase.HALT and ticket.picture(TicketLook(order.version)) is None
