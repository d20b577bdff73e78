"""The embedded exchange as a venue of its own: `python -m app.venue_process NAME PORT [SEED LOSS DOUBLING TURNING DELAY] [lacks=...]`.

One process, one exchange, any number of lines on the loopback interface; the desk's line is "desk", others say Flow (the market) or only
ask for pictures (a drop copy). What a line was told is kept for it over its connections. Invariants: what the exchange does is what the
embedded one does, for it is the same; every report has an id of this process and its number. It prints READY and its port.
Deliberately absent: a journal. A venue that is killed has forgotten everything, which is what the desk has to cope with.
"""

import asyncio
import secrets
import sys
import time
from typing import Any

import msgspec

from core.domain.enums import Ability, CancelReason, OrderState, Request, Side
from core.domain.units import OrderId, Qty
from core.edge.line_faults import Faults, FaultyLine
from core.edge.venue_wire import Logon, Numbered, Picture, PictureRequest, Splitter, StandingFill, StandingOrder, WireError, packed
from core.machine.desk.abilities import lacking
from core.machine.venue.door import ROUTES
from core.machine.venue.exchange import Exchange
from core.messages.events import CancelSent, Event, OrderSent, QuerySent, ReplaceSent
from core.messages.outside import OutsideReport
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Busted, Cancelled, Corrected, Filled, Held, Rejected, Replaced, Restated, Status
from core.messages.terms import Terms

BEAT_S = 0.5
DESK = "desk"
HOST = "127.0.0.1"


class Ours:
    """An order that was sent to us."""

    def __init__(self, sent: OrderSent) -> None:
        self.sent = sent
        self.leaves: int = sent.qty
        self.filled = 0
        self.state = OrderState.SENT


class Venue:
    """The exchange behind the lines, and what it has told so far."""

    def __init__(self, name: str, life: str, lacks: tuple[Ability, ...] = ()) -> None:
        self.name, self.life, self.lacks = name, life, lacks
        self.exchange = Exchange()
        self.orders: dict[int, Ours] = {}
        self.fills: list[StandingFill] = []
        self.positions: dict[tuple[int, int], int] = {}

    def hear(self, body: Any) -> list[Any]:
        """What is answered."""
        events: list[Event] = []
        self.exchange.begin(time.time_ns(), events)
        self.exchange.on_time()
        answers: list[Any] = []
        if isinstance(body, OrderSent):
            self._enter(body)
        elif isinstance(body, CancelSent | ReplaceSent):
            self._change(body)
        elif isinstance(body, QuerySent):
            answers.append(self._status(body.order_id))
        elif isinstance(body, PictureRequest):
            answers.append(self._picture(body.token))
        elif type(body) in ROUTES:
            ROUTES[type(body)](self.exchange, body)
        reports, self.exchange.out.reports = self.exchange.out.reports, []
        # What just happened is said before what stands now.
        return [self._report(report) for report in reports] + answers

    def _enter(self, sent: OrderSent) -> None:
        out = self.exchange.out
        if sent.order_id in self.orders or sent.instrument not in self.exchange.markets:
            known = Rejection.ID_IN_USE if sent.order_id in self.orders else Rejection.UNKNOWN_INSTRUMENT
            out.reports.append(Rejected(sent.order_id, sent.client_order_id, Request.NEW, known))
            return
        self.orders[sent.order_id] = Ours(sent)
        if lacking(self.lacks, sent) is not None:
            out.reports.append(Rejected(sent.order_id, sent.client_order_id, Request.NEW, Rejection.BAD_TERMS))
            return
        terms = sent.terms
        if sent.protection or sent.protection_bp:
            terms = msgspec.structs.replace(terms or Terms(), protection=sent.protection, protection_bp=sent.protection_bp)
        self.exchange.send(
            sent.account, sent.instrument, sent.order_id, sent.side, sent.order_type, sent.qty, sent.price, sent.time_in_force, terms
        )

    def _change(self, body: CancelSent | ReplaceSent) -> None:
        order = self.orders.get(body.order_id)
        request = Request.CANCEL if isinstance(body, CancelSent) else Request.REPLACE
        if order is None:
            self.exchange.out.reports.append(Rejected(body.order_id, "", request, Rejection.UNKNOWN_ORDER))
            return
        sent = order.sent
        if isinstance(body, CancelSent):
            self.exchange.withdraw(sent.account, sent.instrument, sent.order_id, CancelReason.REQUESTED)
        else:
            self.exchange.amend(sent.account, sent.instrument, sent.order_id, body.qty, body.price, body.trigger, body.display)

    def _status(self, id: OrderId) -> Any:
        order = self.orders.get(id)
        if order is None:
            return self._report(Status(id, OrderState.IN_DOUBT, Qty(0), Qty(0)))
        return self._report(Status(id, order.state, Qty(order.filled), Qty(order.leaves)))

    def _picture(self, token: int) -> Picture:
        standing = tuple(
            StandingOrder(OrderId(id), order.sent.account, order.sent.instrument, order.leaves)
            for id, order in sorted(self.orders.items()) if order.state is OrderState.WORKING
        )
        positions = tuple((account, instrument, qty) for (account, instrument), qty in sorted(self.positions.items()))
        return Picture(token, standing, positions, tuple(self.fills))

    def _report(self, report: Any) -> OutsideReport:
        order = self.orders.get(report.order_id)
        if order is None:
            return OutsideReport(self.name, "", report)
        self._follow(order, report)
        return OutsideReport(self.name, "", report, order.sent.account, order.sent.instrument, order.sent.side)

    def _follow(self, order: Ours, report: Any) -> None:
        if isinstance(report, Accepted | Held):
            order.state = OrderState.WORKING
        elif isinstance(report, Filled):
            order.filled += report.qty
            order.leaves = report.leaves
            order.state = OrderState.WORKING if report.leaves else OrderState.FILLED
            self._trade(order, report.trade_id, report.qty, report.price, report.qty)
        elif isinstance(report, Cancelled):
            order.leaves, order.state = 0, OrderState.CANCELLED
        elif isinstance(report, Rejected) and report.request is Request.NEW:
            order.leaves, order.state = 0, OrderState.REJECTED
        elif isinstance(report, Replaced | Restated):
            order.leaves = report.leaves
        elif isinstance(report, Busted | Corrected):
            was = report.qty if isinstance(report, Busted) else report.was_qty
            now = 0 if isinstance(report, Busted) else report.qty
            order.filled += now - was
            self.fills = [fill for fill in self.fills if (fill.order_id, fill.trade_id) != (report.order_id, report.trade_id)]
            self._trade(order, report.trade_id, now, report.price, now - was)

    def _trade(self, order: Ours, trade_id: int, qty: int, price: int, change: int) -> None:
        key = (order.sent.account, int(order.sent.instrument))
        self.positions[key] = self.positions.get(key, 0) + (change if order.sent.side is Side.BUY else -change)
        if qty:
            self.fills.append(StandingFill(order.sent.order_id, trade_id, qty, price))


class Line:
    """One name's line, over its connections. number and process of who is at its other end are kept."""

    def __init__(self, name: str, served: "Served") -> None:
        self.name, self._served = name, served
        self.numbered = Numbered(self._hear)
        self.other = ""

    def _hear(self, body: Any, number: int) -> None:
        for answer in self._served.venue.hear(body):
            # Pictures go to who asked; what happens to orders is the desk's.
            line = self if isinstance(answer, Picture) else self._served.line(DESK)
            if isinstance(answer, OutsideReport):
                # Its id says where to go on: a terminal that comes back asks for what follows the last one it has.
                answer = msgspec.structs.replace(answer, exec_id=f"{self._served.venue.life}.{line.numbered.last + 1}")
            line.numbered.say(answer)


class Served:
    def __init__(self, venue: Venue, faults: Faults | None) -> None:
        self.venue, self._faults = venue, faults
        self._lines: dict[str, Line] = {}
        self._writers: dict[str, asyncio.StreamWriter] = {}

    def line(self, name: str) -> Line:
        return self._lines.setdefault(name, Line(name, self))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        splitter, line = Splitter(), None
        beats: asyncio.Task[None] | None = None
        try:
            while data := await reader.read(1 << 16):
                for frame in splitter.frames(data):
                    if line is not None:
                        line.numbered.take(frame)
                    elif isinstance(frame, Logon):
                        line = self._open(frame, writer)
                        beats = asyncio.get_running_loop().create_task(self._beat(line))
                    else:
                        raise WireError("no logon")
        except (OSError, WireError) as error:
            print(f"line ended: {error}", file=sys.stderr, flush=True)
        finally:
            if beats is not None:
                beats.cancel()
            if line is not None and self._writers.get(line.name) is writer:
                line.numbered.disconnect()
            writer.close()

    def _open(self, logon: Logon, writer: asyncio.StreamWriter) -> Line:
        line = self.line(logon.name)
        before = self._writers.get(logon.name)
        if before is not None and before is not writer:
            # One line, one connection: the newer one counts.
            before.close()
        self._writers[logon.name] = writer
        if line.other != logon.life:
            line.numbered.expects, line.other = 1, logon.life
        writer.write(packed(Logon(logon.name, self.venue.life, line.numbered.expects, logon.life, self.venue.lacks)))
        write: Any = writer.write
        if self._faults is not None:
            write = FaultyLine(self._faults, writer.write, asyncio.get_running_loop().call_later).write
        line.numbered.connect(lambda frame: write(packed(frame)), logon.expects if logon.of == self.venue.life else 1)
        return line

    async def _beat(self, line: Line) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            line.numbered.beat()


async def _main(name: str, port: int, faults: Faults | None, lacks: tuple[Ability, ...]) -> None:
    served = Served(Venue(name, secrets.token_hex(4), lacks), faults)
    server = await asyncio.start_server(served.serve, HOST, port)
    print(f"READY {server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await server.serve_forever()


def main(arguments: list[str]) -> int:
    lacks: tuple[Ability, ...] = ()
    if arguments and arguments[-1].startswith("lacks="):
        words = arguments.pop()[6:].split(",")
        if not all(word in Ability.__members__ for word in words):
            print(f"lacks: some of {', '.join(Ability.__members__)}, with commas between them", file=sys.stderr)
            return 2
        lacks = tuple(Ability[word] for word in words)
    if len(arguments) not in (2, 7):
        print("usage: python -m app.venue_process NAME PORT [SEED LOSS DOUBLING TURNING DELAY_S] [lacks=ICEBERG,...]", file=sys.stderr)
        return 2
    faults = None
    if len(arguments) == 7:
        seed, *chances = arguments[2:]
        faults = Faults(int(seed), *map(float, chances))
    try:
        asyncio.run(_main(arguments[0], int(arguments[1]), faults, lacks))
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
