"""The history database beside a real core: live, killed, rebuilt, and away; and its commands."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import history_commands
from app.folders import Folders
from app.settings import load
from core.domain.enums import Side
from core.edge.history import drift, store, writer
from core.edge.history.queries import Wanted, audit_page, fills_page, orders_page, reading
from core.edge.history.writer import State
from core.journal.entry import Entry
from core.journal.reader import Journal
from core.journal.since import entries_from
from core.messages.commands import CancelOrder, Pause
from core.messages.events import OrderFilled, OrderSent
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import ROOT, assemble, limit


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "REST_S", 0.0)


def traded(folder: Path, history: str, durability: str = "durable") -> str:
    """A session in which one order of ours rests and is cancelled, and one trades; what the operator was told last."""
    assembly = assemble(folder, speed_milli=1000, history=history, durability=durability)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(Pause())
    assembly.core.submit(limit("rests", Side.BUY, BID - 5_000, LOT))
    sent = watch.event(OrderSent)
    assembly.core.submit(CancelOrder(sent.order_id))  # type: ignore[attr-defined]
    assembly.core.submit(limit("trades", Side.BUY, BID + 10_000, LOT))
    watch.event(OrderFilled)
    assert assembly.stop("test")
    return assembly.session.notice


@pytest.mark.parametrize("durability", ["durable", "fast"])
def test_live_is_what_the_journal_makes(tmp_path: Path, durability: str) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    traded(tmp_path, url, durability)
    found = drift.check(url, entries_from(Folders(tmp_path).journal, 1))
    assert (found.differing, found.behind) == (0, 0)
    with reading(url) as connection:
        orders = orders_page(connection, Wanted()).rows
        assert [(order["client_order_id"], order["state"]) for order in orders] == [("rests", "CANCELLED"), ("trades", "FILLED")]
        fills = fills_page(connection, Wanted()).rows
        assert sum(fill["qty"] for fill in fills) == LOT
        kinds = [row["kind"] for row in audit_page(connection, Wanted(order=orders[1]["id"])).rows]
        assert kinds[:2] == ["RISK_CHECK", "ORDER_SUBMITTED"]
        assert {"ORDER_FILLED", "POSITION_OPENED"} <= set(kinds)


def test_two_sessions_and_one_without_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    traded(tmp_path, url)
    traded(tmp_path, "off")
    traded(tmp_path, url)
    found = drift.check(url, entries_from(Folders(tmp_path).journal, 1))
    assert (found.differing, found.behind) == (0, 0)
    assert next(table.found for table in found.tables if table.table == "runs") == 3


@pytest.mark.expects_log
@pytest.mark.parametrize("history", ["sqlite:////nowhere/at/all/history.db", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_database_that_is_away_does_not_touch_the_core(tmp_path: Path, history: str) -> None:
    notice = traded(tmp_path, history)
    assert "it will be tried again, and catch up from the journal" in notice


KILLED = """
import sys, time
from pathlib import Path
import tests  # chooses the core, before anything of it
from core.domain.enums import Side
from core.edge.history import writer
from tests.app.test_assembly import BID, LOT
from tests.sessions import assemble, limit
writer.REST_S, writer.POLL_S = 0, 0.001
folder = Path(sys.argv[1])
assembly = assemble(folder, speed_milli=1000, history=f"sqlite:///{folder}/history.db")
assembly.start(time.monotonic_ns())
while assembly.history.state is not writer.State.FOLLOWING:
    time.sleep(0.01)
print("begins", flush=True)
n = 0
while True:
    n += 1
    assembly.core.submit(limit(str(n), Side.BUY, BID + 10_000 if n % 3 else BID - 5_000, LOT // 100))
    time.sleep(0.0002)
"""


def test_a_killed_terminal_goes_on(tmp_path: Path) -> None:
    for _ in range(2):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begins\n"
            time.sleep(0.7)
            os.kill(process.pid, signal.SIGKILL)
    url = f"sqlite:///{tmp_path}/history.db"
    assert drift.check(url, entries_from(Folders(tmp_path).journal, 1)).differing == 0
    assembly = assemble(tmp_path, history=url, speed_milli=1000)
    assert assembly.history is not None
    assembly.start(time.monotonic_ns())
    assert assembly.stop("test")
    assert assembly.history.state in (State.FOLLOWING, State.BEHIND)
    found = drift.check(url, entries_from(Folders(tmp_path).journal, 1))
    assert (found.differing, found.behind) == (0, 0)
    assert next(table.found for table in found.tables if table.table == "orders") > 100


def test_entries_from_anywhere(tmp_path: Path) -> None:
    traded(tmp_path, "off")
    traded(tmp_path, "off")
    journal = Journal(Folders(tmp_path).journal)
    journal.open()
    whole = list(journal.all_entries())
    assert list(entries_from(Folders(tmp_path).journal, 1)) == whole
    for seq in (1, 2, len(whole) // 2, len(whole)):
        assert list(entries_from(Folders(tmp_path).journal, seq)) == whole[seq - 1 :]
    assert list(entries_from(Folders(tmp_path).journal, len(whole) + 1)) == []


# commands ---------------------------------------------------------------------------------------------------------------


def command(folder: Path, *words: str) -> tuple[int, str, str]:
    said = [sys.executable, "main.py", "history", *words, "--data", str(folder)]
    done = subprocess.run(said, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_commands(tmp_path: Path) -> None:
    code, _, said = command(tmp_path, "rebuild")
    assert (code, said.count("\n")) == (2, 1)
    assert "no journal" in said
    traded(tmp_path, "off")
    code, _, said = command(tmp_path, "show")
    assert code == 2
    assert "cannot be opened" in said or "is empty" in said
    assert command(tmp_path, "rebuild")[0] == 0
    assert command(tmp_path, "check")[0] == 0
    code, out, _ = command(tmp_path, "show", "--kind", "order_filled,order_cancelled", "--json")
    assert code == 0
    assert {json.loads(line)["kind"] for line in out.splitlines()} == {"ORDER_FILLED", "ORDER_CANCELLED"}
    assert json.loads(command(tmp_path, "check", "--json")[1])["behind"] == 0
    code, _, said = command(tmp_path, "show", "--kind", "nonsense")
    assert code == 2
    assert "no kind NONSENSE" in said
    assert command(tmp_path, "show", "--from", "yesterday")[0] == 2
    assert command(tmp_path, "show", "--from", "2018-07-13T20:00:00", "--to", "2018-07-13T20:00:01")[1] == ""
    with sqlite3.connect(tmp_path / "history.db") as connection:
        connection.execute("UPDATE fills SET qty = 1")
    connection.close()
    code, out, said = command(tmp_path, "check")
    assert code == 3
    assert "qty should be" in out
    assert "main.py history rebuild" in said
    code, _, said = command(tmp_path, "show", "--history", "off")
    assert code == 2
    assert "there is no history database" in said


def test_a_rebuild_tells_how_far_it_is_and_may_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    traded(tmp_path, "off")
    settings = load(["history", "rebuild", "--data", str(tmp_path)], {})
    monkeypatch.setattr(history_commands, "LINE_S", 0.0)
    monkeypatch.setattr(store, "ENTRIES_A_BATCH", 2)
    assert history_commands.run(settings) == 0
    said = capsys.readouterr().err
    numbers = [int(line.split()[0].replace(",", "")) for line in said.splitlines()]
    whole = int(said.split()[2].replace(",", ""))
    assert numbers == list(range(1, whole + 1)) and "s left" in said
    plain = history_commands._telling

    def stopped(entries: Iterator[Entry], whole: int, changes: bool) -> Iterator[Entry]:
        for number, entry in enumerate(plain(entries, whole, changes)):
            if number == whole // 2:
                raise KeyboardInterrupt
            yield entry

    monkeypatch.setattr(history_commands, "_telling", stopped)
    assert history_commands.run(settings) == 130
    sentence = capsys.readouterr().err.splitlines()[-1]
    assert sentence.startswith("quarterdeck: stopped by Ctrl+C: ") and "is whole up to entry " in sentence
    kept = int(sentence.partition("entry ")[2].partition(";")[0].replace(",", ""))
    with sqlite3.connect(tmp_path / "history.db") as connection:
        assert connection.execute("SELECT seq FROM progress").fetchone() == (kept,) and 0 < kept <= whole // 2
    connection.close()
    monkeypatch.setattr(history_commands, "_telling", plain)
    assert history_commands.run(settings) == 0
