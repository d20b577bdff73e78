"""From a URL to an open engine: SQLite in a file beside the journal, or a PostgreSQL server.

SQLite: WAL with synchronous NORMAL, PostgreSQL with synchronous_commit off: after a power cut the last batches may be missing,
never half there, and the journal, which is durable, gives them again. A password that is not in the URL is taken from
PGPASSWORD. No sentence and no log ever shows one.
"""

import os
import socket
import ssl
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from core.edge.history.trouble import HistoryError

LOCK_WAIT_S: Final = 2
"""How long a write waits for another program's lock before it is called trouble."""
CACHE_KB: Final = 4096
"""Of SQLite's pages. The writer's cache fills with whatever is written, so it is what a terminal grows by in a long day."""
CONNECT_S: Final = 10
ANSWER_S: Final = 60
"""A server that says nothing for so long is gone."""


def parsed(url: str) -> URL:
    """Raises HistoryError."""
    try:
        found = make_url(url)
    except (ArgumentError, ValueError):
        found = None
    if found is None or found.drivername not in ("sqlite", "postgresql") or found.database in (None, "", ":memory:"):
        # What cannot be read may hold a password anywhere.
        told = "something else" if found is None else found.render_as_string()
        raise HistoryError(f"the history database must be sqlite:///FILE, postgresql://USER@HOST/NAME or off, found {told}", lasting=True)
    return found


def where(url: str) -> str:
    """How sentences call it."""
    found = parsed(url)
    return str(found.database) if found.drivername == "sqlite" else found.render_as_string()


def engine_of(url: str, writes: bool) -> Engine:
    """Connects later. writes: for the one writer; else nothing can be changed through it. Raises HistoryError."""
    found = parsed(url)
    return _sqlite(found, writes) if found.drivername == "sqlite" else _postgresql(found, writes)


def _sqlite(url: URL, writes: bool) -> Engine:
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": LOCK_WAIT_S, "check_same_thread": False})
    path = Path(str(url.database))

    @event.listens_for(engine, "do_connect")
    def private(dialect: Any, record: Any, arguments: Any, options: Any) -> None:
        if writes and not path.exists() and path.parent.is_dir() and os.access(path.parent, os.W_OK):
            # Ours alone, like the journal; SQLite gives its two side files the same rights.
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        # Python's driver would begin transactions by its own rules.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{CACHE_KB}") if writes else ("query_only=ON",):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL, writes: bool) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+pg8000"), poolclass=NullPool, creator=lambda: _server(url),
        isolation_level="READ COMMITTED" if writes else "REPEATABLE READ",
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("SET synchronous_commit = off" if writes else "SET default_transaction_read_only = on")
        connection.commit()
        cursor.close()

    return engine


def _server(url: URL) -> Any:
    import pg8000.dbapi

    host, port = str(url.query.get("host", "")) or url.host or "localhost", url.port or 5432
    mode = str(url.query.get("sslmode", "disable"))
    if mode not in ("disable", "require", "verify-full"):
        raise HistoryError(f"history database {url.render_as_string()}: sslmode must be disable, require or verify-full", lasting=True)
    try:
        line = _line(host, port)
    except OSError as error:
        why = error.strerror or error
        raise HistoryError(f"history database {url.render_as_string()}: the server cannot be reached ({why})") from error
    return pg8000.dbapi.connect(
        url.username or os.environ.get("PGUSER", "quarterdeck"), host=host, database=url.database, sock=line,
        password=url.password or os.environ.get("PGPASSWORD") or None, ssl_context=None if mode == "disable" else _tls(mode),
    )


def _line(host: str, port: int) -> socket.socket:
    if host.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(CONNECT_S)
        line.connect(f"{host}/.s.PGSQL.{port}")
    else:
        line = socket.create_connection((host, port), CONNECT_S)
        # Else each COPY's last packet waits 40 ms for the acknowledgement of the one before (75,000 rows/s, with it 270,000).
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    line.settimeout(ANSWER_S)
    return line


def _tls(mode: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if mode == "require":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
