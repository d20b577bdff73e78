"""The chart's file: written whole, read again, put aside when it is damaged."""

import pytest

from app.chart_file import ChartFile
from widgets.chart.drawings import Drawing, Tool
from widgets.chart.kept import Kept

KEPT = Kept(drawings={"X:BTC": (Drawing(Tool.LEVEL, ((5, 7),)), Drawing(Tool.TEXT, ((5, 7),), "here"))})


def test_what_is_saved_is_restored(tmp_path):
    path = tmp_path / "deep" / "charts.json"
    assert ChartFile(path).restore() == (Kept(), "")
    assert ChartFile(path).save(KEPT) == ""
    assert ChartFile(path).restore() == (KEPT, "") and [one.name for one in path.parent.iterdir()] == ["charts.json"]


def test_nothing_new_writes_nothing(tmp_path):
    path = tmp_path / "charts.json"
    file = ChartFile(path)
    file.save(KEPT)
    path.unlink()
    assert file.save(KEPT) == "" and not path.exists()


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, b'{"version": 9}', b'{"drawings": 3}'])
def test_a_damaged_file_is_put_aside_with_one_sentence(tmp_path, damage):
    path = tmp_path / "charts.json"
    path.write_bytes(damage)
    file = ChartFile(path)
    kept, sentence = file.restore()
    assert kept == Kept() and sentence.startswith("The chart's file charts.json ") and sentence.endswith(".") and "\n" not in sentence
    assert "put aside as charts.json.aside-1" in sentence and (tmp_path / "charts.json.aside-1").read_bytes() == damage
    assert file.save(KEPT) == "" and ChartFile(path).restore() == (KEPT, "")


def test_a_half_written_file_is_never_seen(tmp_path):
    path = tmp_path / "charts.json"
    ChartFile(path).save(KEPT)
    whole = path.read_bytes()
    (tmp_path / "charts.new").write_bytes(whole[:10])
    assert ChartFile(path).restore() == (KEPT, "")


def test_a_folder_in_its_place_is_said(tmp_path):
    (tmp_path / "charts.json").mkdir()
    file = ChartFile(tmp_path / "charts.json")
    assert "could not be read" in file.restore()[1] and "could not be saved" in file.save(KEPT)
