"""One open history database for its one writer: upgraded, resumed, and written a batch at a time.

Invariant: a batch's rows and the number of its last entry are committed together, and only onto the number that this writer
left. So whatever happens between two batches, the database holds exactly the entries up to its number, each once, and a second
writer is found out before it can mix in.
"""

from collections.abc import Callable, Iterable
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from core.edge.history.bulk import put_of
from core.edge.history.connection import engine_of, where
from core.edge.history.fold import VERSION, Fold, concerns
from core.edge.history.rows import Row
from core.edge.history.tables import KEPT, orders, positions, progress, runs
from core.edge.history.trouble import HistoryError, explained
from core.edge.history.upgrade import remove, upgrade
from core.edge.history.words import OPEN
from core.journal.entry import Entry

ENTRIES_A_BATCH: Final = 2_000
"""That make rows; some ten thousand rows. Larger ones are not faster, and a reader of PostgreSQL would wait longer for them."""


class Store:
    """seq, wall_ns: of the last entry in it. Raises HistoryError whatever goes wrong; then it must be closed."""

    def __init__(self, url: str, refill: bool = False) -> None:
        """refill: begin empty, whatever is in it."""
        self.where = where(url)
        self.seq = self.wall_ns = 0
        self.rows_written = 0
        self.fold = Fold(self._recall)
        self._engine = engine_of(url, writes=True)
        try:
            self._connection = self._engine.connect()
        except Exception as error:
            self._engine.dispose()
            raise explained(self.where, error) from error
        try:
            self._begin(self._connection, refill)
        except BaseException as error:
            self.close()
            if isinstance(error, Exception):
                raise explained(self.where, error) from error
            raise

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Drops what was not committed."""
        try:
            self._connection.close()
        except Exception as error:
            # A connection that broke cannot be told good-bye; whatever mattered was committed before.
            self._connection.invalidate(error)
        self._engine.dispose()

    def add(self, entry: Entry) -> None:
        """Entries it holds already are passed over."""
        if entry.seq > self.seq:
            self.fold.add(entry)

    def commit(self, last: Entry) -> None:
        """Everything added, up to this entry."""
        rows = self.fold.take()
        try:
            self._move(last)
            for name, appended in rows.appended.items():
                if appended:
                    self._put(self._connection, name, appended, False)
            for name, replaced in rows.replaced.items():
                if replaced:
                    self._put(self._connection, name, replaced, True)
            self._connection.commit()
        except Exception as error:
            raise explained(self.where, error) from error
        self.rows_written += len(rows)
        self.seq, self.wall_ns = last.seq, last.wall_ns

    def _move(self, last: Entry) -> None:
        change = update(progress).where(progress.c.id == 1, progress.c.seq == self.seq)
        if self._connection.execute(change.values(seq=last.seq, wall_ns=last.wall_ns)).rowcount != 1:
            raise HistoryError(
                f"history database {self.where} is written by another program too: give each terminal its own with --history", lasting=True
            )

    def _begin(self, connection: Connection, refill: bool) -> None:
        if refill:
            remove(connection, self.where)
        upgrade(connection, self.where)
        found = connection.execute(select(progress.c.seq, progress.c.wall_ns, progress.c.fold)).first()
        if found is None or found.fold != VERSION:
            # Rows that mean something else than ours are made again: the journal has everything.
            for table in (*KEPT, progress):
                connection.execute(delete(table))
            connection.execute(insert(progress).values(id=1, seq=0, wall_ns=0, fold=VERSION))
        else:
            self.seq, self.wall_ns = found.seq, found.wall_ns
        self._resume(connection)
        self._put = put_of(connection)
        connection.commit()

    def _resume(self, connection: Connection) -> None:
        run = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).first()
        if run is None:
            return
        ours = connection.execute(select(orders).where(orders.c.run == run.id, orders.c.state.in_(OPEN)))
        held = connection.execute(select(positions.c.account, positions.c.instrument, positions.c.qty).where(positions.c.run == run.id))
        self.fold.resume(tuple(run), map(tuple, ours), map(tuple, held))

    def _recall(self, order_id: int) -> Row | None:
        try:
            row = self._connection.execute(select(orders).where(orders.c.id == order_id)).first()
        except Exception as error:
            raise explained(self.where, error) from error
        return None if row is None else tuple(row)


def catch_up(store: Store, entries: Iterable[Entry], stopping: Callable[[], bool] = lambda: False) -> int:
    """Brings the store up to the last of the entries that makes rows; the seq of the last one seen. entries: a journal's, from
    the store's own seq on, or from 1. Raises HistoryError when the store is another journal's."""
    seen = store.seq
    waiting = 0
    last: Entry | None = None
    known = store.seq == 0
    for entry in entries:
        if entry.seq <= store.seq:
            known = known or (entry.seq == store.seq and entry.wall_ns == store.wall_ns)
            continue
        if not known:
            break
        seen = entry.seq
        # Retention may drop what is the market's alone: only an entry of ours is surely there at the next start.
        if concerns(entry):
            store.add(entry)
            last = entry
            waiting += 1
            if waiting >= ENTRIES_A_BATCH:
                store.commit(entry)
                last, waiting = None, 0
                if stopping():
                    return seen
    if not known:
        raise HistoryError(
            f"history database {store.where} ends with entry {store.seq} of another journal: give it its own with --history, or run: "
            "main.py history rebuild", lasting=True,
        )
    if last is not None:
        store.commit(last)
    return seen
