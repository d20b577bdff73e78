"""Databases as they are met: empty, older, newer, foreign, tampered with, killed in the middle of a batch; SQLite and PostgreSQL."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from core.domain.enums import OrderType, Side
from core.domain.units import INT64_MAX
from core.edge.history import bulk, drift, fold, upgrade
from core.edge.history.connection import engine_of
from core.edge.history.queries import Wanted, audit_page, fills_page, orders_page, positions_of, reading
from core.edge.history.rows import Rows
from core.edge.history.store import Store, catch_up
from core.edge.history.tables import metadata
from core.edge.history.trouble import HistoryError
from core.journal.entry import Entry
from core.messages.commands import PlaceOrder, SetLimits, StartRun
from core.messages.origin import Origin
from tests import postgres
from tests.edge.history_entries import Machine, content, conversations, trading
from tests.sessions import ROOT


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    programs = postgres.programs()
    if programs is None:
        pytest.skip(postgres.MISSING)
    with postgres.server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/history.db"
    address = str(request.getfixturevalue("server"))
    name = "test_" + "".join(letter for letter in tmp_path.name if letter.isalnum()).lower()
    run(address, f"CREATE DATABASE {name}")
    return address.removesuffix("postgres") + name


def run(url: str, *statements: str) -> None:
    """As somebody else would."""
    engine = engine_of(url, writes=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()


def filled(url: str, count: int = 300) -> None:
    with Store(url) as store:
        catch_up(store, trading(count))


def folded(entries: Sequence[Entry]) -> Rows:
    one = fold.Fold(lambda id: None)
    for entry in entries:
        one.add(entry)
    return one.take()


# shape ------------------------------------------------------------------------------------------------------------------


def test_the_steps_are_the_modules() -> None:
    modules = sorted(path.stem for path in (upgrade.FOLDER / "versions").glob("v*.py"))
    assert tuple(module[1:5] for module in modules) == upgrade.STEPS


def test_the_newest_step_leaves_the_shape_that_the_code_knows(url: str) -> None:
    with Store(url):
        pass
    engine = engine_of(url, writes=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": upgrade.VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        here = inspect(connection)
        assert {index["name"] for table in metadata.tables for index in here.get_indexes(table)} == {
            index.name for table in metadata.tables.values() for index in table.indexes
        }
    engine.dispose()


def test_a_database_of_the_first_shape_is_upgraded_with_its_rows(url: str) -> None:
    entries = trading(300)
    half = len(entries) // 2
    last = entries[half - 1]
    engine = engine_of(url, writes=True)
    with engine.connect() as connection:
        upgrade.upgrade(connection, "here", to="0001")
        rows = folded(entries[:half])
        put = bulk.put_of(connection)
        for name, part in [*rows.appended.items(), *rows.replaced.items()]:
            put(connection, name, part, False)
        connection.exec_driver_sql(f"INSERT INTO progress (id, seq, wall_ns, fold) VALUES (1, {last.seq}, {last.wall_ns}, {fold.VERSION})")
        connection.commit()
    engine.dispose()
    with Store(url) as store:
        assert store.seq == last.seq
        catch_up(store, entries)
    assert drift.check(url, entries).differing == 0
    with reading(url) as connection:
        assert upgrade.version_of(connection) == upgrade.STEPS[-1]


def test_a_database_whose_rows_mean_something_else_is_filled_again(url: str) -> None:
    entries = trading(100)
    filled(url, 100)
    run(url, "UPDATE progress SET fold = 0", "UPDATE orders SET side = 'OLD'")
    with Store(url) as store:
        assert store.seq == 0
        catch_up(store, entries)
    assert drift.check(url, entries).differing == 0


def test_a_newer_database_is_left_alone(url: str) -> None:
    filled(url)
    run(url, f"UPDATE {upgrade.VERSION_TABLE} SET version_num = '0099'")
    with pytest.raises(HistoryError, match="newer program") as error:
        Store(url)
    assert error.value.lasting


def test_somebody_elses_tables_are_left_alone(url: str) -> None:
    run(url, "CREATE TABLE orders (id INTEGER)", "INSERT INTO orders VALUES (7)")
    for refill in (False, True):
        with pytest.raises(HistoryError, match="of another program"):
            Store(url, refill)


def test_another_journals_database_is_left_alone(url: str) -> None:
    filled(url)
    with Store(url) as store, pytest.raises(HistoryError, match="another journal"):
        # Longer or shorter: at the same number it has another clock.
        catch_up(store, [msgspec.structs.replace(entry, wall_ns=entry.wall_ns + 1) for entry in conversations()])


def test_a_second_writer_is_found_out(tmp_path: Path) -> None:
    entries = trading(100)
    url = f"sqlite:///{tmp_path}/history.db"
    with Store(url) as first:
        catch_up(first, entries[:50])
        with Store(url) as second:
            catch_up(second, entries)
        for entry in entries[50:60]:
            first.add(entry)
        with pytest.raises(HistoryError, match="another program"):
            first.commit(entries[59])
    assert drift.check(url, entries).differing == 0


# content ----------------------------------------------------------------------------------------------------------------


def test_both_databases_hold_the_same(url: str, tmp_path: Path) -> None:
    entries = conversations()
    with Store(url) as store:
        catch_up(store, entries)
    with Store(f"sqlite:///{tmp_path}/other.db") as store:
        catch_up(store, entries)
    assert content(url) == content(f"sqlite:///{tmp_path}/other.db")


HOSTILE = ["", "\\N", "\\.", 'a "quoted", text', "two\nlines\r\n", "\0", "😀", "'; DROP TABLE orders; --", "x" * 10_000, " ", "%s"]


def test_hostile_texts_and_the_largest_numbers(url: str) -> None:
    machine = Machine()
    machine.say(0, StartRun("\\N", "", -INT64_MAX, 0, False, "\n", ()))
    for number, words in enumerate(HOSTILE):
        origin = Origin(words, words, words, words, words)
        machine.say(number, PlaceOrder(words, 1, Side.BUY, OrderType.LIMIT, INT64_MAX, INT64_MAX, origin=origin))
        machine.say(INT64_MAX, SetLimits(number, INT64_MAX, INT64_MAX, 1, INT64_MAX, 1, origin))
    with Store(url) as store:
        catch_up(store, machine.entries)
    assert drift.check(url, machine.entries).differing == 0
    found = content(url)
    assert {row[2] for row in found["orders"]} >= {"", "\\N", "␀", "two\nlines\r\n", "😀"}
    assert {row[8] for row in found["orders"]} == {INT64_MAX}


def test_rebuild_gives_what_was_there(url: str) -> None:
    entries = conversations()
    with Store(url) as store:
        catch_up(store, entries)
    before = content(url)
    run(url, "DELETE FROM fills", "UPDATE orders SET filled = 99")
    with Store(url, refill=True) as store:
        catch_up(store, entries)
    assert content(url) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE orders SET filled = filled + 1 WHERE id = 6", "orders 6: filled should be"),
        ("DELETE FROM fills WHERE seq = (SELECT min(seq) FROM fills)", "is missing"),
        ("INSERT INTO position_changes SELECT seq, 99, run, account, instrument, what, qty, cost, realised, bought, sold, order_id, at, "
         "wall_ns FROM position_changes WHERE seq = (SELECT max(seq) FROM position_changes)", "should not be there"),
        ("UPDATE audit SET person = 'mallory' WHERE seq = 6 AND n = 0", "audit 6 / 0: person should be 'alice', is 'mallory'"),
    ],
    ids=["changed", "missing", "added", "who"],
)
def test_drift_names_the_first_row_that_differs(url: str, statement: str, told: str) -> None:
    filled(url)
    assert drift.check(url, trading(300)).differing == 0
    run(url, statement)
    found = drift.check(url, trading(300))
    assert found.differing == 1
    assert [told in str(table.first) for table in found.tables if table.differing] == [True]


def test_drift_over_block_edges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drift, "BLOCK", 7)
    url = f"sqlite:///{tmp_path}/history.db"
    filled(url)
    run(url, "DELETE FROM audit WHERE seq % 5 = 0", "UPDATE audit SET kind = 'X' WHERE seq % 7 = 3")
    entries = trading(300)
    found = next(table for table in drift.check(url, entries).tables if table.table == "audit")
    seqs = [row[0] for row in folded(entries).audit]
    gone, changed = sum(seq % 5 == 0 for seq in seqs), sum(seq % 7 == 3 and seq % 5 != 0 for seq in seqs)
    assert (found.differing, found.expected - found.found, found.expected) == (gone + changed, gone, len(seqs))


def test_a_check_beside_later_entries(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    entries = trading(300)
    with Store(url) as store:
        catch_up(store, entries[:200])
        seq = store.seq
    found = drift.check(url, entries)
    assert (found.differing, found.seq) == (0, seq)
    assert found.behind == sum(fold.concerns(entry) for entry in entries if entry.seq > seq) > 0


WRITE = """
import sys
from core.edge.history import store
from tests.edge.history_entries import trading
store.ENTRIES_A_BATCH = 50
entries = trading(20_000)
with store.Store(sys.argv[1]) as opened:
    print("begins", flush=True)
    store.catch_up(opened, entries)
"""


def test_a_killed_writer_leaves_whole_batches(url: str) -> None:
    entries = trading(20_000)
    seen = []
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITE, url], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begins\n"
            time.sleep(0.1)
            process.kill()
        with Store(url) as store:
            seen.append(store.seq)
    assert 0 < seen[0] < entries[-1].seq, seen
    assert drift.check(url, entries).differing == 0
    with Store(url) as store:
        catch_up(store, entries)
    assert drift.check(url, entries).differing == 0


# queries ----------------------------------------------------------------------------------------------------------------


def test_queries(url: str) -> None:
    filled(url)
    entries = trading(300)
    audit = folded(entries).audit
    with reading(url) as connection:
        paged, pages = [], 0
        cursor: tuple[int, int] | None = (0, -1)
        while cursor is not None:
            rows, cursor = audit_page(connection, Wanted(after=cursor, limit=100))
            paged += [(row["seq"], row["n"]) for row in rows]
            pages += 1
        assert paged == [row[:2] for row in audit]
        assert pages > 5
        some = audit_page(connection, Wanted(kinds=("ORDER_FILLED", "LIMIT_BREACH"), since=50_000, until=60_000)).rows
        assert [row["seq"] for row in some] == [
            row[0] for row in audit if row[5] in ("ORDER_FILLED", "LIMIT_BREACH") and 50_000 <= row[3] <= 60_000
        ]
        one = orders_page(connection, Wanted(strategy="mean reversion", limit=3)).rows[1]
        assert {row["order_id"] for row in audit_page(connection, Wanted(correlation=one["correlation"])).rows} == {one["id"]}
        assert audit_page(connection, Wanted(person="bob")).rows == []
        assert {row["person"] for row in audit_page(connection, Wanted(person="alice")).rows} == {"alice"}
        assert all(row["order_id"] == one["id"] for row in fills_page(connection, Wanted(order=one["id"])).rows)
        assert positions_of(connection, 1)[0]["account"] == 1
        late = audit_page(connection, Wanted(since=entries[100].wall_ns, by_wall=True, limit=1)).rows[0]
        assert late["seq"] >= entries[100].seq
    with pytest.raises(HistoryError, match=r"(?i)read-?only"), reading(url) as connection:
        connection.execute(text("DELETE FROM orders"))
