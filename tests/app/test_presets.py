"""Named tickets survive the program, and a file that cannot be read costs nothing but them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.presets import PresetFile
from core.domain.enums import OrderType, Side
from widgets.ticket.draft import Draft, Link, QtyUnit
from widgets.ticket.presets import Preset, filled, made, offered, with_one, without

PROBE = made("probe", "BTC-USD", Draft(qty="5", qty_in=QtyUnit.DEPTH, price="6190", link=Link.BRACKET, target="50", hidden=True))
WIDE = made("wide", "", Draft(order_type=OrderType.STOP, trigger="1", away="2"))


def test_what_was_saved_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "presets.json"
    assert PresetFile(path).load() == ()
    assert PresetFile(path).save((PROBE, WIDE)) == ""
    assert PresetFile(path).load() == (PROBE, WIDE)


def test_a_file_that_cannot_be_read_is_said_and_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "presets.json"
    wild = (("{", "not readable"), ('{"version": 9, "presets": []}', "version 9"), ('{"version": 1, "x": 2}', "not readable"))
    for number, (content, why) in enumerate(wild, 1):
        path.write_text(content)
        file = PresetFile(path)
        assert file.load() == () and why in file.trouble and path.read_text() == content
        assert file.save((WIDE,)) == "" and path.with_name(f"{path.name}.aside-{number}").read_text() == content
        assert PresetFile(path).load() == (WIDE,)


def test_the_stop_of_an_oco_from_before_it_had_its_own_stays_its_stop(tmp_path: Path) -> None:
    path = tmp_path / "presets.json"
    path.write_text('{"version": 1, "presets": [{"name": "out", "symbol": "", "draft": {"link": 2, "target": "50", "stop": "20"}}]}')
    (preset,) = PresetFile(path).load()
    assert (preset.draft.target, preset.draft.stop, preset.draft.other) == ("", "", "20")
    assert PresetFile(path).save((preset,)) == "" and PresetFile(path).load() == (preset,)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "could not be saved" in PresetFile(tmp_path / "file" / "presets.json").save((PROBE,))


def test_a_price_of_the_moment_is_not_part_of_a_preset() -> None:
    assert PROBE.draft.price == "" and WIDE.draft.trigger == "" and WIDE.draft.away == "2"
    now = Draft(side=Side.SELL, price="7000", qty="1")
    assert filled(PROBE, now) == Draft(
        side=Side.SELL, price="7000", qty="5", qty_in=QtyUnit.DEPTH, link=Link.BRACKET, target="50", hidden=True,
    )


def test_a_symbols_own_preset_hides_the_general_one_of_its_name() -> None:
    general, own = Preset("probe", "", Draft(qty="1")), Preset("probe", "BTC-USD", Draft(qty="2"))
    kept = with_one(with_one((), general), own)
    assert offered(kept, "BTC-USD") == [own] and offered(kept, "ETH-USD") == [general]
    assert without(kept, "probe", "BTC-USD") == (general,) and without(kept, "probe", "ETH-USD") == (own,)
    assert without(kept, "nothing", "BTC-USD") == kept


@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_a_name_is_kept_once(names: list[str]) -> None:
    kept: tuple[Preset, ...] = ()
    for number, name in enumerate(names):
        kept = with_one(kept, Preset(name, "", Draft(qty=str(number))))
    assert sorted(preset.name for preset in kept) == sorted(set(names))
