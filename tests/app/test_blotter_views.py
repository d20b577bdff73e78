"""The file of the blotters' views: what was saved is there again; what cannot be used is put aside with one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blotter_views import BlotterViews
from widgets.blotter.saved import PanelViews, SavedView
from widgets.blotter.view import OrdersView
from widgets.style import THEMES

MINE = SavedView("mine", ("price", "qty"), {"price": 90}, "qty", False, {"price": ">5"}, "side", True, True)


def test_what_was_saved_is_there_at_the_next_start(tmp_path: Path) -> None:
    told: list[str] = []
    file = BlotterViews(tmp_path / "folder" / "blotters.json", told.append)
    file.restore()
    file.keep("orders", PanelViews((), SavedView(sort="qty")))
    assert not (tmp_path / "folder").exists()
    file.keep("orders", PanelViews((MINE,), MINE))
    assert (tmp_path / "folder" / "blotters.json").exists()
    file.keep("fills", PanelViews((), SavedView(group="side")))
    file.save()
    again = BlotterViews(tmp_path / "folder" / "blotters.json", told.append)
    again.restore()
    assert again.panels == {"orders": PanelViews((MINE,), MINE), "fills": PanelViews((), SavedView(group="side"))} and told == []


@pytest.mark.expects_log
@pytest.mark.parametrize(("content", "why"), [
    (b"{", "not readable"), (b'{"version": 9, "panels": {}, "more": 1}', "version 9"),
    (b'{"version": 1, "panels": {"orders": 5}}', "not readable"),
    (b"\xff\xfe", "not readable"), (b'{"version": 1, "panels": {"orders": {"wild": 1}}}', "not readable"), (b"[" * 100_000, "not readable"),
    (b" " * 4_000_001, "too large"),
])
def test_a_file_that_cannot_be_used_is_put_aside(tmp_path: Path, content: bytes, why: str) -> None:
    path, told = tmp_path / "blotters.json", []
    for number in (1, 2):
        path.write_bytes(content)
        file = BlotterViews(path, told.append)
        file.restore()
        assert file.panels == {} and why in told[-1] and not path.exists()
        assert (tmp_path / f"blotters.json.aside-{number}").read_bytes() == content


@pytest.mark.expects_log
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    BlotterViews(tmp_path / "file" / "blotters.json", told.append).keep("orders", PanelViews((MINE,)))
    assert "could not be saved" in told[0]


TEXTS = st.text(max_size=30)
WILD = st.builds(
    SavedView, TEXTS, st.lists(TEXTS | st.sampled_from(["price", "qty", "cancel"]), max_size=4).map(tuple),
    st.dictionaries(TEXTS | st.just("price"), st.integers(), max_size=3), TEXTS | st.just("price"), st.booleans(),
    st.dictionaries(TEXTS | st.sampled_from(["price", "state"]), TEXTS, max_size=3), TEXTS | st.just("side"), st.booleans(), st.booleans(),
)


@given(WILD)
def test_any_view_that_can_be_read_can_be_shown(qapp: object, wild: SavedView) -> None:
    view = OrdersView(THEMES["dark"])
    view.restore(PanelViews((wild,), wild))
    assert view.table.places and view.panel.now().sort
    view.deleteLater()
