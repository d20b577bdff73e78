"""`main.py limits …` as real processes, over a journal that the real machine made."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from core.domain.enums import Side, TimeInForce
from core.journal.reader import segments
from core.messages.commands import PlaceOrder, ReplaceOrder
from core.messages.events import OrderFilled, OrderRefused, OrderReplaced, OrderSent
from core.messages.origin import Origin
from tests.app.test_assembly import BID, LOT, Watch
from tests.app.test_command_line import refused, run
from tests.sessions import ROOT, assemble, limit


def whose(order: PlaceOrder) -> PlaceOrder:
    return PlaceOrder(
        order.client_order_id, order.instrument, order.side, order.order_type, order.qty, order.price, order.time_in_force, 1, None,
        Origin("demo", "", "mean reversion"),
    )


@pytest.fixture(scope="module")
def traded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """A run, and the ids of its orders: 1 BTC bought at once, 0.5 and 3 waiting (the 3 made 4), 1 to sell again, 10.1 refused."""
    folder = tmp_path_factory.mktemp("traded")
    assembly = assemble(folder, speed_milli=10_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    ids: dict[str, int] = {}

    def send(order: PlaceOrder) -> None:
        assembly.core.submit(whose(order))
        name = order.client_order_id
        entry = watch.until(lambda e: any(isinstance(x, OrderSent | OrderRefused) and x.client_order_id == name for x in e.events))
        ids[name] = entry.seq

    send(limit("bought", Side.BUY, BID + 50_000, LOT, TimeInForce.IOC))
    watch.until(lambda e: any(isinstance(x, OrderFilled) and x.leaves == 0 for x in e.events))
    send(limit("small", Side.BUY, BID - 20_000, LOT // 2))
    send(limit("large", Side.BUY, BID - 20_000, LOT * 3))
    assembly.core.submit(ReplaceOrder(ids["large"], LOT * 4, BID - 20_000, origin=Origin("demo")))  # type: ignore[arg-type]
    watch.event(OrderReplaced)
    send(limit("back", Side.SELL, BID + 50_000, LOT))
    send(limit("too large", Side.BUY, BID - 20_000, LOT * 101 // 10))
    assert assembly.stop("test")
    return folder, ids


@pytest.fixture(scope="module")
def shown(traded: tuple[Path, dict[str, int]]) -> str:
    done = run("limits", "show", data=traded[0])
    assert done.returncode == 0, done.stderr
    return done.stdout


def tried(file: Path, journal: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    return run("limits", "try", file, "--journal", journal, *more, data=journal.parent / "elsewhere")


def found(file: Path, journal: Path) -> dict[str, Any]:
    done = tried(file, journal, "--json")
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def changed(shown: str, was: str, now: str, tmp_path: Path) -> Path:
    assert shown.count(was) == 1
    (tmp_path / "limits.toml").write_text(shown.replace(was, now))
    return tmp_path / "limits.toml"


QTY = 'rule = "max_order_qty"\nvalue = "10"\n'


def test_the_limits_in_force_are_a_file_that_is_right(traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path) -> None:
    assert shown.count("[[limit]]") == 12 and QTY + 'instrument = "BTC-USD"' in shown
    assert 'rule = "daily_loss"\nvalue = "3 %"\nscope = "account"' in shown
    file = tmp_path / "limits.toml"
    file.write_text(shown)
    for data in (traded[0], tmp_path / "nobody played here"):
        done = run("limits", "check", file, data=data)
        assert (done.returncode, done.stdout) == (0, f"{file}: 12 limits, nothing wrong.\n")
    assert json.loads(run("limits", "check", file, "--json", data=traded[0]).stdout)["limits"] == 12
    rows = json.loads(run("limits", "show", "--json", data=traded[0]).stdout)["limits"]
    assert rows[0] == {
        "rule": "max_order_qty", "value": 10 * LOT, "value_text": "10", "scope": "everything", "instrument": "BTC-USD", "soft": False,
        "window_ns": 0,
    }


def test_the_time_machine_with_the_limits_in_force_finds_nothing(
    traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path
) -> None:
    (tmp_path / "limits.toml").write_text(shown)
    said = found(tmp_path / "limits.toml", traded[0])
    assert (said["judged"], said["would_be_refused"], said["recorded_refusals"], said["would_be_let_through"]) == (5, 0, 1, 0)
    assert said["refused"] == said["let_through"] == [] and said["runs"] == 1 and said["left_out"] == 0
    done = tried(tmp_path / "limits.toml", traded[0] / "journal")
    assert done.stdout.splitlines()[:2] == [
        "5 orders and replaces that were approved: 0 would be refused.", "1 that limits refused: 0 would go through."
    ]


def test_as_it_is_written_from_where_one_stands_and_over_a_copy_of_the_files(
    traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path
) -> None:
    (tmp_path / "new.toml").write_text(shown)
    shutil.copytree(traded[0], tmp_path / "recorded days")
    shutil.copytree(traded[0] / "journal", tmp_path / "copied")
    for named in ("recorded days", "recorded days/journal", "copied"):
        command = [sys.executable, str(ROOT / "main.py"), "limits", "try", "new.toml", "--journal", named]
        env = os.environ | {"HOME": str(tmp_path)}
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False, env=env)
        assert (done.returncode, done.stderr) == (0, ""), named
        assert done.stdout.startswith("5 orders and replaces that were approved: 0 would be refused.")


def test_with_a_lower_largest_order_it_finds_exactly_those_above_it(
    traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path
) -> None:
    file = changed(shown, QTY, QTY.replace("10", "0.75"), tmp_path)
    said = found(file, traded[0])
    ids = traded[1]
    assert [(one["order_id"], one["client_order_id"], one["replaces"], one["qty"]) for one in said["refused"]] == [
        (ids["bought"], "bought", False, "1"), (ids["large"], "large", False, "3"), (ids["large"], "large", True, "4"),
    ], "the order of 1 that sells what was bought only reduces"
    first = said["refused"][0]
    assert (first["reason"], first["rule"], first["limit_text"], first["value_text"]) == ("MAX_ORDER_QTY", "max_order_qty", "0.75", "1")
    assert first["owner"] == "trader demo, strategy mean reversion, account 1" and first["limit"] == LOT * 3 // 4
    assert said["refused_by_rule"] == {"max_order_qty": 3} and said["let_through"] == []
    lines = tried(file, traded[0]).stdout.splitlines()
    assert lines[0].startswith("would be refused  2018-07-13 20:4") and "MAX_ORDER_QTY of everything: 1, limit 0.75" in lines[0]
    assert lines[3] == "5 orders and replaces that were approved: 3 would be refused (max_order_qty 3)."


def test_with_a_higher_one_it_finds_what_was_refused(traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path) -> None:
    said = found(changed(shown, QTY, QTY.replace("10", "20"), tmp_path), traded[0])
    assert said["refused"] == [] and said["let_through_by_rule"] == {"max_order_qty": 1}
    (one,) = said["let_through"]
    assert (one["client_order_id"], one["order_id"], one["limit_text"], one["value_text"]) == ("too large", 0, "10", "10.1")


def test_rates_count_the_recorded_orders(traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(shown + '\n[[limit]]\nrule = "message_rate"\nvalue = 2\nwindow = "1 d"\nscope = "strategy:mean reversion"\n')
    said = found(file, traded[0])
    assert [(one["client_order_id"], one["value"], one["scope"]) for one in said["refused"]] == [
        ("large", 3, "strategy mean reversion"), ("large", 4, "strategy mean reversion"),
    ]


def test_a_file_that_lacks_what_every_order_needs_is_told(traded: tuple[Path, dict[str, int]], tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text('[[limit]]\nrule = "max_open_orders"\nvalue = 3\n')
    lines = run("limits", "check", file, data=traded[0]).stdout.splitlines()
    assert len(lines) == 3 and "BTC-USD has no hard max_order_qty" in lines[1] and "price_collar" in lines[2]
    assert found(file, traded[0])["would_be_refused"] == 5


def test_wrong_uses_are_one_sentence_each(traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path) -> None:
    refused(run("limits", data=tmp_path), "check, show, try")
    refused(run("limits", "set", "x.toml", data=tmp_path), "check, show, try")
    refused(run("limits", "check", data=tmp_path), "takes one file")
    refused(run("limits", "show", data=tmp_path), "no journal")
    refused(run("limits", "check", tmp_path / "none.toml", data=tmp_path), "none.toml")
    file = changed(shown, QTY, QTY.replace('"10"', "ten"), tmp_path)
    refused(run("limits", "check", file, data=traded[0]), f"{file}, line 5, value: ")
    file = changed(shown, QTY, QTY.replace('"10"', '"ten"'), tmp_path)
    refused(tried(file, traded[0]), f"{file}, line 5, value: ", "BTC")
    refused(tried(file, tmp_path / "nothing"), "no journal")
    done = run("limits", "check", file, "--json", data=traded[0])
    assert done.returncode == 2 and len(json.loads(done.stdout)["errors"]) == 1


def test_a_damaged_journal_is_3(traded: tuple[Path, dict[str, int]], shown: str, tmp_path: Path) -> None:
    shutil.copytree(traded[0], tmp_path / "d")
    path = segments(tmp_path / "d" / "journal")[0]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    (tmp_path / "limits.toml").write_text(shown)
    done = tried(tmp_path / "limits.toml", tmp_path / "d")
    assert done.returncode == 3 and str(path) in done.stderr and "Traceback" not in done.stderr
    assert run("limits", "show", data=tmp_path / "d").returncode == 3
