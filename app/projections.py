"""Every projection of the terminal, made in the order in which they look at each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app import market_readings, queue_reading, readings
from app.gate_question import answer
from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId, OrderId
from core.machine.engine import Engine
from core.messages.stopping import SetTrigger
from core.projections.accounts import Accounts
from core.projections.blast import Blast
from core.projections.board import Board
from core.projections.breaks import Breaks
from core.projections.candles import Candles
from core.projections.day_result import DayResult
from core.projections.depth_chart import DepthChart
from core.projections.equity import Equity
from core.projections.fates import Fates
from core.projections.group_pictures import GroupsReading
from core.projections.groups import OrderGroups
from core.projections.health import Health
from core.projections.heatmap import Heatmap
from core.projections.journeys import Journeys
from core.projections.kill import Kill
from core.projections.ladder import AtPrice, Ladder
from core.projections.ledger import Ledger
from core.projections.lines import Lines
from core.projections.market import Market
from core.projections.operations import Operations
from core.projections.operations_pictures import MarketReading, Part
from core.projections.orders import Orders
from core.projections.people import Requests, Seating
from core.projections.performance import Performance
from core.projections.pictures import AccountFunds
from core.projections.positions import Positions
from core.projections.prints import Prints
from core.projections.risk import Risk
from core.projections.risk_pictures import Reading
from core.projections.session import Session
from core.projections.statistics import Statistics
from core.projections.story import Fills, OrdersBlotter, Stories
from core.projections.tape import TimeAndSales
from core.projections.ticket import Basket, Ticket
from core.projections.ticket_pictures import GateAnswer, Question
from core.projections.trading_day import TradingDays
from core.projections.triggers import TriggerTable
from core.projections.watch import Watch


@dataclass
class Projections:
    """Made in the order in which they look at each other."""

    session: Session
    engine: Engine
    market: Market = field(default_factory=Market)
    health: Health = field(default_factory=Health)
    days: TradingDays = field(default_factory=TradingDays)
    journeys: Journeys = field(default_factory=Journeys)

    def __post_init__(self) -> None:
        self.orders = Orders(self._instrument, self._queue_ahead, self._trigger)
        self.fates = Fates(self.orders)
        self.stories = Stories(self.orders, self.journeys)
        self.orders_blotter = OrdersBlotter(self.orders, self.stories)
        self.fills = Fills(self.orders, self.stories)
        self.ledger = Ledger()
        self.positions = Positions(self.market, self.ledger)
        self.accounts = Accounts(self.market, self.orders, self.positions, self._funds)
        self.watch = Watch(self.market, self.positions, self._phase, self.session, self.health)
        self.equity = Equity(self.market, self.days)
        self.day = DayResult(self.equity)
        self.statistics = Statistics(self.market, self.ledger, self.equity)
        self.performance = Performance(self.equity, self.statistics)
        self.lines = Lines()
        self.kill = Kill(self.market, self.orders, self.positions)
        self.blast = Blast(self.market, self.orders, self.kill)
        self.ladder = Ladder(self.market, self.orders, self.positions, self.session, self.health, self._queue, self._phase, self.fates)
        self.depth = DepthChart(self.market, self.orders, self._phase)
        self.prints = Prints()
        self.candles = Candles(self.market, self.orders, self.prints, self.session, self.health, self.fates)
        self.heatmap = Heatmap(self.market, self.orders, self.prints)
        self.tape = TimeAndSales(self.market)
        self.people = Seating()
        self.approvals = Requests(self.people, self.session, self._instrument)
        self.risk = Risk(self._risk, self._seq, self.market, self.equity, self.people, self.approvals, self.session)
        self.triggers = TriggerTable(self._triggers, self.people, self.approvals, self.session)
        self.breaks = Breaks(self.orders, self._instrument, self.people, self.session)
        self.groups = OrderGroups(self._groups, self._seq, self.orders, self._instrument, self.people)
        self.operations = Operations(self._markets, self._seq, self.people, self.session)
        self.ticket = Ticket(self.market, self.orders, self.positions, self.kill, self.session, self.fates, self._would, self._phase)
        self.basket = Basket(self.market, self.orders, self.kill, self.session, self.fates, self._would)

    def board(self, on_fault: Callable[[str, BaseException], None]) -> Board:
        made = Board(
            {
                "market": self.market, "watch": self.watch, "ledger": self.ledger, "orders": self.orders, "positions": self.positions,
                "stories": self.stories, "orders_blotter": self.orders_blotter, "accounts": self.accounts,
                "prints": self.prints, "candles": self.candles, "heatmap": self.heatmap,
                "tape": self.tape, "session": self.session, "kill": self.kill, "ticket": self.ticket, "fills": self.fills,
                "fates": self.fates, "basket": self.basket,
                "ladder": self.ladder, "depth": self.depth, "health": self.health,
                "lines": self.lines, "equity": self.equity, "day": self.day, "statistics": self.statistics, "blast": self.blast,
                "people": self.people, "approvals": self.approvals, "risk": self.risk,
                "performance": self.performance, "operations": self.operations, "triggers": self.triggers,
                "breaks": self.breaks, "groups": self.groups,
            },
            on_fault,
        )
        made.subscribe("answers", self.people.answers.hear, ours_only=True)
        return made

    def _instrument(self, instrument: int) -> Instrument | None:
        quote = self.market.quotes.get(instrument)
        return quote.instrument if quote is not None else None

    def _queue_ahead(self, instrument: int, order_id: int) -> int:
        return self.engine.state.venue.queue_ahead(InstrumentId(instrument), OrderId(order_id))

    def _trigger(self, instrument: int, order_id: int) -> int:
        found = queue_reading.waits_for(self.engine.state, instrument, order_id)
        return found.trigger if found is not None else 0

    def _queue(self, instrument: int, side: Side, price: int, most: int, ours: Iterable[int]) -> AtPrice:
        return queue_reading.queue(self.engine.state, instrument, side, price, most, ours)

    def _phase(self, instrument: Instrument) -> Phase:
        return queue_reading.phase(self.engine.state, instrument)

    def _seq(self) -> int:
        return self.engine.state.seq

    def _risk(self, shut: tuple[ScopeKind, ...], at: int) -> Reading:
        return readings.risk(self.engine.state, shut, at)

    def _funds(self) -> tuple[str, tuple[AccountFunds, ...]]:
        return readings.funds(self.engine.state)

    def _groups(self) -> GroupsReading:
        return readings.groups(self.engine.state)

    def _triggers(self) -> tuple[tuple[SetTrigger, ...], int]:
        return readings.triggers(self.engine.state)

    def _markets(self, part: Part, instrument: int, told: Operations) -> MarketReading:
        return market_readings.markets(self.engine.state, part, instrument, told)

    def _would(self, question: Question) -> GateAnswer:
        return answer(self.engine.desk, question)
