"""The limits time machine in the window: the real process over a real journal, told as it goes, cancelled, exported."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.limits_trying import PANEL, LimitsTrying
from app.window import TerminalWindow
from core.journal.reader import segments
from tests.app.test_limits_commands import QTY, changed, found, shown, traded
from widgets.limits_try import model
from widgets.limits_try.view import REFUSED, THROUGH, LimitsTryView
from widgets.panels import PANELS
from widgets.style import THEMES

__all__ = ["shown", "traded"]
PATIENCE_MS = 60_000
Made = tuple[Path, dict[str, int]]


class Window:
    def __init__(self, qtbot: Any, data: Path) -> None:
        self.qtbot = qtbot
        self.window = TerminalWindow(PANELS, THEMES["dark"])
        qtbot.addWidget(self.window)
        self.trying = LimitsTrying(self.window, data)
        self.window.docking.open(PANEL)
        self.view: LimitsTryView = self.window.view(PANEL)

    def over(self) -> None:
        self.qtbot.waitUntil(lambda: not self.trying.running and not self.view.stop.isEnabled(), timeout=PATIENCE_MS)


@pytest.fixture
def window(qtbot, traded):
    made = Window(qtbot, traded[0])
    yield made
    made.trying.close()


def test_it_finds_what_the_command_finds_and_lists_it(window: Window, traded: Made, shown: str, tmp_path: Path, qtbot: Any) -> None:
    file, view = changed(shown, QTY, QTY.replace("10", "0.75"), tmp_path), window.view
    view.file.setText(str(file))
    assert view.folder.text() == str(traded[0]) and view.go.isEnabled()
    qtbot.keyClick(view.file, Qt.Key.Key_Return)
    assert window.trying.running and view.stop.isEnabled() and not view.go.isEnabled()
    window.over()
    said = found(file, traded[0])
    rows = view.refused.rows()
    assert len(rows) == said["would_be_refused"] == 3 and not view.through.rows()
    assert [row.cells[1].value for row in rows] == ["bought", "large", "large"]
    assert view.refused.text(rows[0].key).endswith("BTC-USD | 6\u202f690.84 | Order quantity | everything | 1 | 0.75".replace(
        "6\u202f690.84", rows[0].cells[6].text))
    assert "Of 5 orders and replaces that were approved, 3 would be refused (order quantity 3)" in view.said.text()
    assert view.sections.buttons[REFUSED].text() == "Would be refused (3)"
    view.refused.sort_by(9)
    assert [row.cells[9].text for row in view.refused.rows()] == ["4", "3", "1"]


def test_what_would_go_through_is_turned_to_when_it_is_all_there_is(window: Window, shown: str, tmp_path: Path) -> None:
    window.view.file.setText(str(changed(shown, QTY, QTY.replace("10", "20"), tmp_path)))
    window.view.begin()
    window.over()
    assert window.view.sections.front == THROUGH and len(window.view.through.rows()) == 1


def test_the_findings_are_exported_as_plain_numbers(window: Window, shown: str, tmp_path: Path) -> None:
    window.view.file.setText(str(changed(shown, QTY, QTY.replace("10", "0.75"), tmp_path)))
    window.view.begin()
    window.over()
    window.view.save(str(tmp_path / "out.csv"))
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["would"], row["client_order_id"], row["qty"], row["rule"]) for row in rows] == [
        ("refuse", "bought", "1", "max_order_qty"), ("refuse", "large", "3", "max_order_qty"), ("refuse", "large", "4", "max_order_qty"),
    ]
    assert float(rows[0]["price"]) > 0 and "3 rows exported to out.csv" in window.view.said.text()
    window.view.save(str(tmp_path / "no such folder" / "out.csv"))
    assert "Not exported" in window.view.said.text()


def test_cancel_ends_the_process_at_once(window: Window, shown: str, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "limits.toml").write_text(shown)
    window.view.file.setText(str(tmp_path / "limits.toml"))
    window.view.begin()
    child = window.trying._child
    assert child is not None and child.waitForStarted(PATIENCE_MS)
    qtbot.keyClick(window.view.file, Qt.Key.Key_Escape)
    assert not window.trying.running and child.processId() == 0
    assert window.view.said.text() == "Cancelled: nothing was found out." and window.view.go.isEnabled()


def test_a_file_that_is_wrong_says_every_line_of_it(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text('[[limit]]\nrule = "max_order_qty"\nvalue = 2.5\n[[limit]]\nrule = "no such rule"\nvalue = 1\n')
    window.view.file.setText(str(file))
    window.view.begin()
    window.over()
    assert len(window.view.said.notes()) == 2 and all(note.token == "critical" for note in window.view.said.notes())


def test_a_symbol_that_no_run_lists_is_said(window: Window, shown: str, tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(shown + '\n[[limit]]\nrule = "max_open_orders"\nvalue = 3\ninstrument = "ETH-USD"\n')
    window.view.file.setText(str(file))
    window.view.begin()
    window.over()
    assert "No run lists ETH-USD: those lines were not tried." in window.view.said.text()


def test_a_damaged_journal_is_one_sentence(window: Window, traded: Made, shown: str, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text(shown)
    shutil.copytree(traded[0] / "journal", tmp_path / "copied")
    victim = segments(tmp_path / "copied")[0]
    raw = bytearray(victim.read_bytes())
    raw[len(raw) // 2] ^= 1
    victim.write_bytes(bytes(raw))
    window.view.file.setText(str(tmp_path / "limits.toml"))
    window.view.folder.setText(str(tmp_path / "copied"))
    window.view.begin()
    window.over()
    (note,) = window.view.said.notes()
    assert victim.name in note.text
    assert note.token == "critical" and len(note.text) > 20 and window.view.go.isEnabled()


def test_a_process_that_dies_is_told(window: Window, shown: str, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text(shown)
    window.view.file.setText(str(tmp_path / "limits.toml"))
    window.view.begin()
    child = window.trying._child
    assert child is not None and child.waitForStarted(PATIENCE_MS)
    child.kill()
    window.over()
    assert "The process ended by itself" in window.view.said.text()


@pytest.mark.parametrize("text, said", (
    ("", "Choose a file"), ("/no/such/file.toml", "no such file"), ("\x00", "can be seen"), ("\u202eabc", "can be seen"),
    ("x" * 5_000, "at most"), ("/tmp", "no such file"), ("NaN", "no such file"),
))
def test_a_path_that_cannot_be_is_one_sentence_and_starts_nothing(window: Window, text: str, said: str) -> None:
    window.view.file.setText("x")
    window.view.file.setText(text)
    assert said in window.view.said.text() and not window.view.go.isEnabled()
    window.view.begin()
    assert not window.trying.running and window.view.file.text() == text


def test_an_empty_folder_has_no_journal(window: Window, shown: str, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text(shown)
    window.view.file.setText(str(tmp_path / "limits.toml"))
    window.view.folder.setText(str(tmp_path))
    window.view.begin()
    window.over()
    assert "There is no journal in" in window.view.said.text()
    window.view.here.click()
    assert window.view.folder.text() == str(window.trying._data)


def test_progress_is_a_percent_of_what_was_recorded(window: Window) -> None:
    window.view.give({"entries": 25_000, "of": 100_000})
    assert window.view.said.text().startswith("25 %: 25\u202f000 of 100\u202f000".replace("\u202f", window.view.said.text()[8]))


def test_no_formula_reaches_a_spreadsheet(tmp_path: Path) -> None:
    one = json.loads(json.dumps(dict.fromkeys(model.FIELDS, "") | {"client_order_id": "=1+1", "owner": "@x"}))
    model.write_csv(tmp_path / "out.csv", [one], [])
    (row,) = csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())
    assert row["client_order_id"] == "'=1+1" and row["owner"] == "'@x"
