"""The settings panel over the real table and a real file: searched, changed, refused, imported whole or not at all, exported."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.settings import DENSITIES, SETTINGS, load
from app.settings_panel import SettingsPanel, expectation
from app.window import TerminalWindow
from widgets import lengths
from widgets.panels import PANELS
from widgets.style import THEMES

ROW = tuple(panel for panel in PANELS if panel.id == "settings")


class Made:
    def __init__(self, qtbot, folder: Path, arguments=(), file: str | None = None, live=None):
        self.path = folder / "quarterdeck.toml"
        if file is not None:
            self.path.write_text(file)
        self.settings = load(["--data", str(folder), *arguments], {})
        self.window = TerminalWindow(ROW, THEMES["dark"])
        qtbot.addWidget(self.window)
        self.panel = SettingsPanel(self.window, self.settings, live)
        self.window.show()
        self.window.focus_panel("settings")
        self.view = self.window.view("settings")

    def type(self, qtbot, name: str, text: str) -> None:
        field = self.view.lines[name].field
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text) if text else field.clear()
        field.setModified(True)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    def saved(self) -> dict:
        return tomllib.loads(self.path.read_text()) if self.path.exists() else {}

    def shown(self) -> list[str]:
        return [name for name, line in self.view.lines.items() if not line.isHidden()]


@pytest.fixture
def made(qtbot, tmp_path):
    yield Made(qtbot, tmp_path)
    QApplication.instance().setStyleSheet("")


def test_few_hits_stand_together_at_the_top(made):
    made.window.resize(900, 900)
    made.view.search.setText("volume")
    QApplication.processEvents()
    lines = [line for line in made.view.lines.values() if not line.isHidden()]
    assert 0 < len(lines) < 4
    for line in lines:
        assert line.height() <= line.sizeHint().height() + 1
    assert lines[-1].geometry().bottom() < made.view.area.viewport().height() // 2


def test_every_setting_has_sentence_unit_and_what_it_may_be(made):
    assert list(made.view.lines) == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        line = made.view.lines[setting.name]
        assert setting.sentence in line.about.text() and line.unit.text() == setting.unit
        assert line.field.accessibleName() and line.field.toolTip()
    assert expectation(next(one for one in SETTINGS if one.name == "frame_rate")) == "a whole number from 10 to 60"
    assert made.view.said.text() == f"{len(SETTINGS)} settings"


def test_search_finds_by_any_word(made, qtbot):
    qtbot.keyClicks(made.view.search, "frames")
    assert made.shown() == ["frame_rate"]
    made.view.search.setText("drawdown loss")
    assert made.shown() == ["drawdown_bp"]
    made.view.search.setText("\u202e zzz")
    assert made.shown() == [] and "No setting" in made.view.nothing.text()
    made.view.search.clear()
    assert len(made.shown()) == len(SETTINGS) and made.view.nothing.isHidden()


def test_search_finds_by_the_sentence(made):
    """Each setting by its own whole sentence, in any case of letters."""
    for setting in SETTINGS:
        made.view.search.setText(setting.sentence.upper())
        assert setting.name in made.shown()


def test_an_address_is_said_as_it_is_typed(made):
    assert " sqlite:///FILE, postgresql://USER@HOST/NAME or off." in made.view.lines["history"].about.text()


@pytest.mark.parametrize("width", [420, 528])
def test_no_name_is_cut_beside_its_field(made, width):
    """Type of half as much again, in a narrow panel: the longest name is wrapped."""
    lengths.resize(150, "compact")
    try:
        made.window.renew()
        view = made.window.view("settings")
        view.resize(width, 600)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        for name, line in view.lines.items():
            assert line.name.height() >= line.name.heightForWidth(line.name.width()), name
            longest = max(line.name.fontMetrics().horizontalAdvance(word) for word in line.row.title.split())
            assert line.name.width() >= longest, name
    finally:
        lengths.resize(100, "compact")


def test_a_changed_setting_is_written_and_waits_for_the_next_start(made, qtbot):
    made.type(qtbot, "frame_rate", "45")
    assert made.saved() == {"frame_rate": 45}
    assert made.view.lines["frame_rate"].state.text() == "At the next start; 30 now"
    assert made.view.said.text().endswith("1 waits for the next start")
    made.type(qtbot, "frame_rate", "")
    assert made.saved() == {} and made.view.lines["frame_rate"].field.text() == "30"
    assert load(["--data", str(made.settings.data)], {}).frame_rate == 30


WRONG = ["nan", "-1", "0", "10" * 9, "4 5", "\u202e45", "x" * 5000, "45.5", "'", '"']


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_stays_with_one_sentence_and_nothing_is_written(made, qtbot, text):
    field = made.view.lines["frame_rate"].field
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()
    assert made.view.lines["frame_rate"].wrong.text() == "Expected a whole number from 10 to 60."
    assert field.text() == text and field.is_wrong() and not made.path.exists()
    made.type(qtbot, "frame_rate", "20")
    assert made.view.lines["frame_rate"].wrong.isHidden() and made.saved() == {"frame_rate": 20}


def test_what_the_command_line_sets_is_locked_and_says_so(qtbot, tmp_path):
    made = Made(qtbot, tmp_path, ["--frame-rate", "20"], 'theme = "light"\nframe_rate = 50\n')
    line = made.view.lines["frame_rate"]
    assert (line.field.text(), line.field.isReadOnly()) == ("20", True)
    assert line.state.text() == "Set by --frame-rate, which comes before the file"
    assert made.view.lines["theme"].state.text() == "From the file. Default dark"
    made.type(qtbot, "theme", "")
    assert made.view.lines["theme"].state.text() == "Default dark"
    assert made.view.lines["data"].field.isReadOnly()
    QApplication.instance().setStyleSheet("")


def test_a_folder_that_cannot_be_written_is_said(made, qtbot):
    made.path.mkdir()
    made.type(qtbot, "frame_rate", "45")
    assert made.view.lines["frame_rate"].wrong.text().startswith("Not saved: ")


def test_import_takes_all_or_nothing_and_keeps_the_old_file(made, tmp_path):
    made.path.write_text("frame_rate = 20\n")
    other = tmp_path / "other.toml"
    other.write_text('theme = "light"\nframe_rate = 5000\n')
    made.panel.bring(made.view, other)
    assert "line 2, frame_rate: expected a whole number" in made.view.said.text() and made.saved() == {"frame_rate": 20}
    other.write_text('theme = "light"\nspeed = "max"\n')
    made.panel.bring(made.view, other)
    assert made.saved() == {"theme": "light", "speed": "max"}
    imported = "2 settings imported and in force, but these from the next start on: Speed."
    kept = "The file before is kept as quarterdeck.toml.aside-1."
    assert made.view.said.text() == f"{imported} {kept}"
    assert (tmp_path / "quarterdeck.toml.aside-1").read_text() == "frame_rate = 20\n"
    made.panel.bring(made.view, tmp_path / "none.toml")
    assert "does not exist" in made.view.said.text()


LIVE = ("language", "density", "font_scale", "sound_volume", "notifications")


def test_what_can_count_at_once_does_so_on_import(qtbot, tmp_path):
    """Also what the file before had and the new one has not; what the command line sets stays."""
    done = []
    live = {name: (lambda value, name=name: done.append((name, value))) for name in LIVE}
    made = Made(qtbot, tmp_path, ["--sound-volume", "10"], "font_scale = 150\n", live)
    other = tmp_path / "other.toml"
    other.write_text('theme = "light"\ndensity = "roomy"\nnotifications = "off"\nsound_volume = 90\nframe_rate = 20\nscale = 150\n')
    made.panel.bring(made.view, other)
    assert made.view.said.text() == (
        "6 settings imported and in force, but these from the next start on: Frame rate, Scale. "
        "The command line or the environment keeps its own: Sound volume. The file before is kept as quarterdeck.toml.aside-1."
    )
    qtbot.waitUntil(lambda: len(done) == 3)
    assert sorted(done) == [("density", "roomy"), ("font_scale", 100), ("notifications", "off")]
    assert made.window.theme.name == "light" and made.panel.in_force.sound_volume == 10
    other.write_text('theme = "dark"\n')
    made.panel.bring(made.view, other)
    assert made.view.said.text().startswith("1 settings imported and in force. ")
    qtbot.waitUntil(lambda: made.window.theme.name == "dark")
    QApplication.instance().setStyleSheet("")


def test_what_was_said_of_an_import_outlives_the_panel_that_is_made_anew(made, qtbot, tmp_path):
    made.panel._live["density"] = lambda value: made.window.renew()
    other = tmp_path / "other.toml"
    other.write_text('density = "roomy"\n')
    before = made.view
    made.panel.bring(before, other)
    qtbot.waitUntil(lambda: made.window.view("settings") is not before)
    qtbot.waitUntil(lambda: made.window.view("settings").said.text() == "1 settings imported and in force.")


def test_an_export_has_what_differs_from_the_defaults_and_nothing_else(qtbot, tmp_path):
    made = Made(qtbot, tmp_path, ["--frame-rate", "20"], 'theme = "light"\ndensity = "compact"\nscale = 150\n')
    made.type(qtbot, "lock_after_s", "60")
    made.type(qtbot, "scale", "")
    out = tmp_path / "out.toml"
    made.panel.take(made.view, out)
    assert tomllib.loads(out.read_text()) == {"theme": "light", "frame_rate": 20, "lock_after_s": 60}
    assert out.read_text().startswith("# Quarterdeck's settings that differ from the defaults.")
    assert made.view.said.text() == "3 settings that differ from the defaults written to out.toml."
    assert load(["--config", str(out), "--data", str(tmp_path)], {}).lock_after_s == 60
    QApplication.instance().setStyleSheet("")


def test_an_export_of_the_defaults_sets_nothing(made, tmp_path):
    out = tmp_path / "out.toml"
    made.panel.take(made.view, out)
    assert tomllib.loads(out.read_text()) == {}
    assert made.view.said.text() == "No setting differs from the defaults: out.toml says so and sets nothing."


def test_what_is_exported_can_be_imported(made, qtbot, tmp_path):
    made.type(qtbot, "frame_rate", "45")
    out = tmp_path / "out.toml"
    for whole in (False, True):
        made.panel.take(made.view, out, whole)
        assert ("speed" in tomllib.loads(out.read_text())) is whole
        assert load(["--config", str(out), "--data", str(tmp_path)], {}).frame_rate == 45
        made.panel.bring(made.view, out)
        assert "imported" in made.view.said.text() and made.saved()["frame_rate"] == 45
    made.panel.take(made.view, tmp_path)
    assert made.view.said.text().startswith("Not exported")


@pytest.mark.parametrize("content", [b"theme = \"dark\"\n\xff\xfe\x00\x01", b"theme = 1\n\x00\x00", "\n\ufefftheme".encode("utf-16")])
def test_a_file_that_is_no_text_is_said_in_one_plain_sentence(made, qtbot, tmp_path, content):
    other = tmp_path / "other.toml"
    other.write_bytes(content)
    line = 1 if content.startswith(b"\xff") else 2
    sentence = (
        f"{other}, line {line}: this is not text that can be read; save the file as plain text (UTF-8) in an editor, or take another one."
    )
    made.panel.bring(made.view, other)
    assert made.view.said.text() == f"Nothing was imported: {sentence}"
    made.path.write_bytes(content)
    made.type(qtbot, "frame_rate", "45")
    assert made.view.lines["frame_rate"].wrong.text() == f"Not saved: {sentence.replace('other.toml', 'quarterdeck.toml')}"
    assert made.path.read_bytes() == content


def test_a_file_with_a_sign_of_its_encoding_before_the_text_is_read(made, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text('theme = "light"\n', encoding="utf-8-sig")
    made.panel.bring(made.view, other)
    assert made.saved() == {"theme": "light"}


def test_what_can_be_counted_is_chosen_and_not_typed(made, qtbot):
    counted = [setting for setting in SETTINGS if hasattr(setting.parse, "choices")]
    assert {"theme", "density", "language", "environment", "durability", "core", "log_level", "headless", "json"} <= {
        setting.name for setting in counted
    }
    for setting in counted:
        field = made.view.lines[setting.name].field
        before = field.text()
        field.setFocus()
        qtbot.keyClicks(field, "#9")
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        QApplication.clipboard().setText("anything")
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.mouseClick(field, Qt.MouseButton.MiddleButton)
        assert field.text() == before, setting.name
    assert not made.path.exists()


def test_a_letter_chooses_and_the_default_pins_nothing(made, qtbot):
    field = made.view.lines["theme"].field
    field.setFocus()
    qtbot.keyClicks(field, "l")
    assert made.saved() == {"theme": "light"}
    qtbot.keyClicks(field, "l")
    assert made.saved() == {"theme": "light-classic"}
    qtbot.keyClicks(field, "d")
    assert made.saved() == {} and field.text() == "dark"


def test_themes_reach_every_line(made):
    made.window.choose_theme("light")
    assert made.view.lines["speed"].field._theme.name == "light"


def test_what_can_be_chosen_is_offered(made, qtbot):
    field = made.view.lines["density"].field
    field.setFocus()
    popup = field.completer().popup()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert popup.isVisible()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered == list(DENSITIES) and made.view.lines["frame_rate"].field.completer() is None
    popup.hide()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.saved() == {"density": DENSITIES[1]})
    assert field.text() == DENSITIES[1]


def test_a_locked_setting_offers_nothing(qtbot, tmp_path):
    made = Made(qtbot, tmp_path, ["--theme", "light"])
    field = made.view.lines["theme"].field
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert not field.completer().popup().isVisible()
