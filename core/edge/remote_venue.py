"""A venue in another process: what our events say goes out by TCP, what it answers comes back as reports.

Invariants: it acts upon entries that were published, so they are durable; right before an order is written the fence is asked
whether it may still leave (a cancel always may); an order is never written on another connection than the one that it was sent on: when
the line was down in between, the venue is asked what it has. What it has not answered in its time is told (AnswerOverdue), by real time.
A lost line makes every open order of ours doubtful, once; each is
asked for when the line is up again. Reports keep the venue's own ids, so that a report that comes twice is booked once.
Threads: its own, with its own loop. take() may be called from any.
A core that does not take a report (report returns False) ends the connection, and hears it again on the next one.
"""

import asyncio
import contextlib
import logging
import secrets
import threading
from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import Ability, Request
from core.domain.units import OrderId
from core.edge.answer_times import AnswerTimes
from core.edge.line_faults import Faults, FaultyLine
from core.edge.venue_wire import Frame, Logon, Numbered, Picture, PictureRequest, Splitter, WireError, packed
from core.journal.entry import Entry
from core.messages.events import CancelSent, OrderSent, QuerySent, ReplaceSent
from core.messages.outside import AnswerOverdue, OutsideReport
from core.messages.rejections import Rejection
from core.messages.reports import Doubted, Rejected

log = logging.getLogger(__name__)
BEAT_S: Final = 0.5
LOOK_S: Final = 0.05
"""Between two looks at what is overdue."""
SILENCE_S: Final = 4 * BEAT_S
"""Longer than this without a byte, and the line counts as lost."""
RETRY_S: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
"""Between tries to connect; the last one for as long as it takes."""
REQUEST: Final[dict[Any, Request]] = {OrderSent: Request.NEW, CancelSent: Request.CANCEL, ReplaceSent: Request.REPLACE}


class RemoteVenue:
    """venue: as instruments name it. report: takes OutsideReports, from this thread; False: not now. fence: asked right before an
    order is written; what it returns is reported in its place, None: it may leave. heard: (life, number) of the last report that the
    journal has. pictured: takes the venue's pictures. changed: whether the line is up. times: of what is not answered yet. lacks: what the
    venue said, when it was last up, that it does not have."""

    def __init__(
        self, venue: str, port: int, report: Callable[[Any], object], fence: Callable[[OrderSent], Any | None],
        heard: tuple[str, int] = ("", 0), faults: Faults | None = None, name: str = "desk",
        pictured: Callable[[Picture], None] = lambda picture: None, changed: Callable[[bool], None] = lambda up: None,
        times: AnswerTimes | None = None,
    ) -> None:
        self.venue, self._port, self._name = venue, port, name
        self._report, self._fence, self._pictured, self._changed = report, fence, pictured, changed
        self._faults = faults
        self._times = times if times is not None else AnswerTimes(venue)
        self.lacks: tuple[Ability, ...] = ()
        self._own_life = secrets.token_hex(8)
        self._life, number = heard
        self._line = Numbered(self._hear, self._say_again)
        self._line.expects = number + 1
        self._connecting = False
        self._queries: dict[int, QuerySent] = {}
        self.up = False
        self._owes_doubt = True
        self._token = 0
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._main, name=f"venue {venue}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        self._soon(self._stop.set)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def take(self, entry: Entry) -> None:
        """A published entry; any thread."""
        self._times.take(entry)
        for event in entry.events:
            if isinstance(event, OrderSent | CancelSent | ReplaceSent | QuerySent) and event.venue == self.venue:
                self._soon(self._act, event)

    def ask_picture(self) -> None:
        """Any thread. What the line cannot carry now is not asked."""
        self._soon(self._ask_picture)

    def _soon(self, call: Callable[..., None], *arguments: Any) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    # out ------------------------------------------------------------------------------------------------------------

    def _act(self, event: Any) -> None:
        if isinstance(event, QuerySent):
            if self.up:
                self._line.say(event)
            else:
                self._queries[event.order_id] = event
        elif not self.up:
            self._tell(Rejected(event.order_id, "", REQUEST[type(event)], Rejection.UNKNOWN_SESSION))
        elif isinstance(event, OrderSent):
            instead = self._fence(event)
            if instead is None:
                self._line.say(event)
            else:
                self._report(instead)
        else:
            self._line.say(event)

    def _say_again(self, body: Any) -> Any | None:
        """On the connection that it was said on, and while the fence lets it; else the venue is asked what it has."""
        if isinstance(body, PictureRequest):
            return None
        if not isinstance(body, OrderSent | ReplaceSent):
            return body
        if self._connecting or (isinstance(body, OrderSent) and self._fence(body) is not None):
            if not self._connecting:
                self._tell(Doubted(body.order_id))
            return None
        return body

    def _ask_picture(self) -> None:
        if self.up:
            self._token += 1
            self._line.say(PictureRequest(self._token))

    # in -------------------------------------------------------------------------------------------------------------

    def _hear(self, body: Any, number: int) -> None:
        if isinstance(body, OutsideReport):
            if self._report(body) is False:
                raise WireError("the core does not keep up")
        elif isinstance(body, Picture):
            self._pictured(body)

    def _tell(self, report: Any) -> bool:
        """What the edge itself has to say: it has no id of the venue's. False: the core does not take it now."""
        return self._report(OutsideReport(self.venue, "", report)) is not False

    # the connection -------------------------------------------------------------------------------------------------

    def _main(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._run())
        finally:
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self._loop.close()

    async def _look(self) -> None:
        while not self._stop.is_set():
            for id in self._times.lapse():
                if self._report(AnswerOverdue(self.venue, OrderId(id))) is False:
                    self._times.again(id)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), LOOK_S)

    async def _run(self) -> None:
        tries = 0
        looking = self._loop.create_task(self._look())
        # What a process before this one sent, or only meant to send, nobody here knows.
        self._down()
        while not self._stop.is_set():
            connected = await self._connect()
            tries = 0 if connected else tries + 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), RETRY_S[min(tries, len(RETRY_S) - 1)])
        await looking

    async def _connect(self) -> bool:
        """One connection, from its beginning to its end; whether it ever came up."""
        try:
            reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", self._port), SILENCE_S)
        except (OSError, TimeoutError):
            self._down()
            return False
        came_up = False
        try:
            came_up = await self._speak(reader, writer)
        except (OSError, TimeoutError, WireError, asyncio.IncompleteReadError) as error:
            log.info("line to %s ended: %s", self.venue, error or type(error).__name__)
            came_up = self.up
        finally:
            self._line.disconnect()
            writer.close()
            self._down()
        return came_up

    async def _speak(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(packed(Logon(self._name, self._own_life, self._line.expects, self._life)))
        splitter, waiting = Splitter(), list[Frame]()
        while not waiting:
            waiting = splitter.frames(await self._read(reader))
        first = waiting.pop(0)
        if not isinstance(first, Logon):
            raise WireError("the venue did not log on")
        self._open(first, writer)
        beats = self._loop.create_task(self._beat(writer))
        stopped = self._loop.create_task(self._stop.wait())
        try:
            while not self._stop.is_set():
                for frame in waiting:
                    self._line.take(frame)
                reading = self._loop.create_task(self._read(reader))
                await asyncio.wait((reading, stopped), return_when=asyncio.FIRST_COMPLETED)
                if not reading.done():
                    reading.cancel()
                    break
                waiting = splitter.frames(reading.result())
        finally:
            beats.cancel()
            stopped.cancel()
        return True

    async def _read(self, reader: asyncio.StreamReader) -> bytes:
        data = await asyncio.wait_for(reader.read(1 << 16), SILENCE_S)
        if not data:
            raise ConnectionResetError("the venue closed the line")
        return data

    def _open(self, logon: Logon, writer: asyncio.StreamWriter) -> None:
        if self._owes_doubt:
            raise WireError("the core does not keep up")
        if logon.life != self._life:
            # Another process: it has none of our orders, and says so when asked.
            self._line.begin_anew()
            self._life = logon.life
        self.lacks = logon.lacks
        write: Callable[[bytes], None] = writer.write
        if self._faults is not None:
            write = FaultyLine(self._faults, writer.write, self._loop.call_later).write
        self._connecting = True
        self._line.connect(lambda frame: write(packed(frame)), logon.expects)
        self._connecting = False
        self.up = True
        self._changed(True)
        queries, self._queries = self._queries, {}
        for query in queries.values():
            self._line.say(query)

    async def _beat(self, writer: asyncio.StreamWriter) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            self._line.beat()

    def _down(self) -> None:
        was, self.up = self.up, False
        if was:
            self._changed(False)
            self._owes_doubt = True
        if self._owes_doubt:
            self._owes_doubt = not self._tell(Doubted(OrderId(0)))
