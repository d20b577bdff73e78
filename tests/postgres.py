"""A real PostgreSQL server for tests and benchmarks: Debian's own programs over a temporary folder, on a free loopback port.

PostgreSQL refuses to run as root; started by root it runs as nobody.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pg8000.dbapi
from sqlalchemy import make_url

MISSING = "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql)"
PATIENCE_S = 30


def programs() -> Path | None:
    """The folder of the newest installed server, or None."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """A running server's URL; its database is empty. folder: the programs."""
    root = os.geteuid() == 0 if hasattr(os, "geteuid") else False
    as_other: dict[str, str] = {"user": "nobody"} if root else {}
    with tempfile.TemporaryDirectory(prefix="quarterdeck-postgres-") as place, socket.socket() as free:
        if root:
            shutil.chown(place, "nobody")
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        made = [str(folder / "initdb"), "-D", f"{place}/data", "-U", "quarterdeck", "-A", "trust", "-N", "-E", "UTF8", "--locale=C"]
        subprocess.run(made, cwd=place, check=True, capture_output=True, **as_other)
        run = [str(folder / "postgres"), "-D", f"{place}/data", "-p", str(port), "-h", "127.0.0.1", "-k", place]
        process = subprocess.Popen(run, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_other)
        try:
            _wait(port)
            yield f"postgresql://quarterdeck@127.0.0.1:{port}/postgres"
        finally:
            # A fast shutdown: SIGTERM would wait for every client to leave.
            process.send_signal(2)
            process.wait(PATIENCE_S)


def connect(url: str) -> Any:
    """A connection of the driver's own."""
    found = make_url(url)
    return pg8000.dbapi.connect(found.username or "", host=str(found.host), port=found.port or 0, database=found.database)


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            pg8000.dbapi.connect("quarterdeck", host="127.0.0.1", port=port, database="postgres").close()
            return
        except (pg8000.dbapi.Error, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
