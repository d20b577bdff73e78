"""What goes wrong outside is one sentence, and the core goes on."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.edge.history import connection, drift, writer
from core.edge.history.connection import where
from core.edge.history.queries import reading
from core.edge.history.store import Store, catch_up
from core.edge.history.trouble import HistoryError
from core.edge.history.writer import History, State
from core.journal.entry import Entry
from tests import postgres
from tests.edge.history_entries import content, trading


@pytest.mark.parametrize(
    "url", ["mysql://user:secret@host/db", "nonsense", "sqlite://", "sqlite:///:memory:", "postgresql://user:secret@host:x/db"]
)
def test_a_wrong_url(url: str) -> None:
    with pytest.raises(HistoryError) as error:
        where(url)
    assert "must be sqlite:///FILE" in str(error.value)
    assert "secret" not in str(error.value)
    assert error.value.lasting


def test_a_server_that_is_away() -> None:
    with pytest.raises(HistoryError, match=r"cannot be reached") as error:
        Store("postgresql://user:secret@127.0.0.1:1/db")
    assert "secret" not in str(error.value)


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path}/no/such/folder/history.db")
    (tmp_path / "letter.db").write_text("Dear database, " * 100)
    with pytest.raises(HistoryError, match="not a database"):
        Store(f"sqlite:///{tmp_path}/letter.db")
    with pytest.raises(HistoryError, match="cannot be opened"), reading(f"sqlite:///{tmp_path}/none/none.db"):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(HistoryError, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path}/history.db")


def test_the_file_is_ours_alone(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/history.db"):
        assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("history.db*")} == {0o600}


# the thread -------------------------------------------------------------------------------------------------------------


class Following:
    """A history thread beside a journal that is a list."""

    def __init__(self, url: str, entries: list[Entry]) -> None:
        self.entries = entries
        self.durable = 0
        self.history = History(url, lambda seq: [one for one in entries[: self.durable] if one.seq >= seq], lambda: self.durable, 0)

    def play(self, begin: int, end: int) -> None:
        for entry in self.entries[begin:end]:
            self.durable = entry.seq
            self.history.take(entry)

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 20
        while not holds():
            assert time.monotonic() < deadline, (self.history.state, self.history.sentence, self.history.seq)
            time.sleep(0.01)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "REST_S", 0.0)
    monkeypatch.setattr(writer, "POLL_S", 0.005)
    monkeypatch.setattr(writer, "PAUSES_S", (0.05,))
    monkeypatch.setattr(connection, "LOCK_WAIT_S", 0.05)


def test_a_full_queue_is_caught_up_from_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUEUE_LIMIT", 20)
    entries = trading(3_000)
    url = f"sqlite:///{tmp_path}/history.db"
    following = Following(url, entries)
    following.history.start()
    for begin in range(0, len(entries), 300):
        following.play(begin, begin + 300)
        time.sleep(0.01)
    assert following.history.close()
    assert following.history.seq == max(entry.seq for entry in entries if entry.touches_ours)
    assert drift.check(url, entries).differing == 0


def test_what_the_journal_does_not_hold_yet_is_not_written(tmp_path: Path) -> None:
    entries = trading(200)
    url = f"sqlite:///{tmp_path}/history.db"
    following = Following(url, entries)
    following.history.start()
    following.play(0, 100)
    following.until(lambda: following.history.seq == 100)
    following.durable = 100
    for entry in entries[100:]:
        following.history.take(entry)
    time.sleep(0.1)
    assert following.history.seq == 100
    assert following.history.close()
    assert drift.check(url, entries).seq == 100


@pytest.mark.expects_log
def test_a_locked_database_is_written_when_it_is_free(tmp_path: Path) -> None:
    entries = trading(1_000)
    url = f"sqlite:///{tmp_path}/history.db"
    following = Following(url, entries)
    following.history.start()
    following.play(0, 300)
    following.until(lambda: following.history.state is State.FOLLOWING)
    with closing(sqlite3.connect(tmp_path / "history.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        following.play(300, 600)
        following.until(lambda: following.history.state is State.TROUBLE)
        assert "locked by another program" in following.history.sentence
        following.play(600, 900)
        other.execute("ROLLBACK")
    following.until(lambda: following.history.state is State.FOLLOWING)
    assert following.history.sentence == ""
    following.play(900, len(entries))
    assert following.history.close()
    assert drift.check(url, entries).differing == 0
    with Store(f"sqlite:///{tmp_path}/at-once.db") as store:
        catch_up(store, entries)
    assert content(url) == content(f"sqlite:///{tmp_path}/at-once.db")


@pytest.mark.expects_log
def test_a_server_that_goes_away_and_comes_back() -> None:
    programs = postgres.programs()
    if programs is None:
        pytest.skip(postgres.MISSING)
    entries = trading(1_000)
    with postgres.server(programs) as url:
        following = Following(url, entries)
        following.history.start()
        following.play(0, 300)
        following.until(lambda: following.history.seq == 300 or following.history.state is State.FOLLOWING)
        with closing(postgres.connect(url)) as other:
            cursor = other.cursor()
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename IS NOT NULL")
            other.commit()
        following.play(300, len(entries))
        following.until(lambda: following.history.seq == entries[-1].seq or following.history.state is State.FOLLOWING)
        assert following.history.close()
        assert drift.check(url, entries).differing == 0


@pytest.mark.expects_log
def test_a_newer_database_switches_the_history_off(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    with Store(url):
        pass
    with closing(sqlite3.connect(tmp_path / "history.db")) as other:
        other.execute("UPDATE history_version SET version_num = '0099'")
        other.commit()
    entries = trading(100)
    following = Following(url, entries)
    following.history.start()
    following.until(lambda: following.history.state is State.OFF)
    assert "newer program" in following.history.sentence
    following.play(0, len(entries))
    assert following.history.close()
