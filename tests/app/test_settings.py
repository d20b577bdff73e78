"""Settings: four places in their order, every wrong value refused in one sentence that says where it stands."""

import ast
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from app import runtime, settings, settings_file, start
from app.settings import BY_NAME, SETTINGS, THEMES, Settings, SettingsError, SettingsFileError, load
from app.settings_text import print_config
from tests.sessions import ROOT
from widgets import style


def given(tmp_path: Path, *arguments: str, file: str | None = None, **variables: str) -> Settings:
    if file is not None:
        (tmp_path / "quarterdeck.toml").write_text(file)
    return load(["--data", str(tmp_path), *arguments], {f"QUARTERDECK_{name}": value for name, value in variables.items()})


def refused(tmp_path: Path, *arguments: str, file: str | None = None, **variables: str) -> str:
    with pytest.raises(SettingsError) as caught:
        given(tmp_path, *arguments, file=file, **variables)
    sentence = str(caught.value)
    assert sentence and "\n" not in sentence
    return sentence


# where a value comes from -----------------------------------------------------------------------------------------------


def test_command_line_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    assert given(tmp_path).theme == "dark"
    file = 'theme = "light"\n'
    assert given(tmp_path, file=file).theme == "light"
    assert given(tmp_path, file=file, THEME="contrast").theme == "contrast"
    chosen = given(tmp_path, "--theme", "dark-classic", file=file, THEME="contrast")
    assert chosen.theme == "dark-classic" and chosen.sources["theme"] == "--theme"


def test_every_place_is_named(tmp_path: Path) -> None:
    chosen = given(tmp_path, "--size", "1280x800", file="\n# calm\nframe_rate = 20\n", SPEED="10")
    assert chosen.sources["frame_rate"] == f"{tmp_path / 'quarterdeck.toml'}, line 3, frame_rate"
    assert chosen.sources["speed"] == "environment variable QUARTERDECK_SPEED"
    assert chosen.sources["size"] == "--size" and chosen.sources["theme"] == "default"


def test_defaults_follow_the_data_folder(tmp_path: Path) -> None:
    chosen = given(tmp_path)
    assert chosen.data == tmp_path and chosen.log_folder == tmp_path / "logs"
    assert load([], {"QUARTERDECK_DATA": str(tmp_path)}).data == tmp_path
    assert load([], {}).data.name == "quarterdeck"


def test_a_file_may_stand_anywhere_and_name_the_data_folder(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(f"data = '{tmp_path / 'elsewhere'}'\nspeed = 2\n")
    for chosen in (load(["--config", str(path)], {}), load([], {"QUARTERDECK_CONFIG": str(path)})):
        assert chosen.data == tmp_path / "elsewhere" and chosen.speed_milli == 2000


@pytest.mark.parametrize(
    ("arguments", "name", "value"),
    [
        (["--speed", "0.1"], "speed_milli", 100), (["--speed", "100"], "speed_milli", 100_000), (["--speed", "max"], "speed_milli", 0),
        (["--size", "800x500"], "size_px", (800, 500)), (["--size", "7680x4320"], "size_px", (7680, 4320)),
        (["--seconds", "2.5"], "seconds", 2.5), (["--headless", "--json"], "json", True),
        (["--max-order-qty", "0.5"], "max_order_qty", "0.5"), (["--frame-rate", "60"], "frame_rate", 60),
        (["--trading-day-ends", "17:00 America/New_York"], "trading_day_ends", "17:00 America/New_York"),
        (["verify"], "command", "verify"), ([], "command", "run"),
        (["kill", "--source", "fat finger"], "source", "fat finger"), (["kill"], "source", "command line"),
    ],
)
def test_what_is_given_is_in_force(tmp_path: Path, arguments: list[str], name: str, value: object) -> None:
    assert getattr(given(tmp_path, *arguments), name) == value


def test_types_of_toml_are_taken_as_they_are(tmp_path: Path) -> None:
    chosen = given(tmp_path, file="headless = true\nspeed = 0.5\nseconds = 3\nmax_position = 7\ncollar_bp = 100\n")
    assert (chosen.headless, chosen.speed_milli, chosen.seconds, chosen.max_position, chosen.collar_bp) == (True, 500, 3.0, "7", 100)


@pytest.mark.parametrize(("word", "value"), [("1", True), ("yes", True), ("True", True), ("0", False), ("no", False)])
def test_yes_and_no_in_the_environment(tmp_path: Path, word: str, value: bool) -> None:
    assert given(tmp_path, HEADLESS=word).headless is value


# what is refused --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("speed", "0.09"), ("speed", "100.1"), ("speed", "nan"), ("speed", "fast"), ("seconds", "-1"), ("seconds", "inf"),
        ("size", "799x500"), ("size", "7681x4320"), ("size", "800"), ("size", "1280 x 800"), ("theme", "pink"), ("frame-rate", "9"),
        ("frame-rate", "61"), ("frame-rate", "30.5"), ("environment", "test"), ("durability", "never"), ("log-level", "debug"),
        ("max-order-qty", "0"), ("max-order-qty", "-1"), ("max-order-value", "1e5"), ("max-position", "0.000000001"),
        ("collar-bp", "0"), ("collar-bp", "10000"), ("max-open-orders", "0"), ("session", " "),
        ("trading-day-ends", "24:00 UTC"), ("trading-day-ends", "17:00 Mars/Olympus"), ("trading-days-a-year", "367"),
    ],
)
def test_a_value_out_of_bounds(tmp_path: Path, option: str, value: str) -> None:
    sentence = refused(tmp_path, f"--{option}={value}")
    assert sentence.startswith(f"--{option}: expected ") and repr(value) in sentence


@pytest.mark.parametrize(
    ("file", "line", "words"),
    [
        ("theme = 'dark'\nsped = 2\n", 2, "sped: unknown setting; expected one of account_cash, calendar, collar_bp,"),
        ("\n\ntheme = 'pink'\n", 3, "theme: expected one of dark,"),
        ("headless = 'maybe'\n", 1, "headless: expected true or false, found 'maybe'"),
        ("frame_rate = true\n", 1, "frame_rate: expected a whole number from 10 to 60"),
        ("max_order_qty = 0.5\n", 1, "max_order_qty: expected a number above zero, written in quotes"),
        ("theme = 'dark'\n\n[limits]\ncollar_bp = 5\n", 3, "limits: unknown setting"),
        ("speed = [1]\n", 1, "speed: expected a number from 0.1 to 100, or max"),
        ("data = 'elsewhere'\n", 1, "data: the data folder cannot be moved from inside it"),
    ],
)
def test_a_bad_file_names_line_key_and_expectation(tmp_path: Path, file: str, line: int, words: str) -> None:
    assert refused(tmp_path, file=file).startswith(f"{tmp_path / 'quarterdeck.toml'}, line {line}, {words}")


def test_what_is_not_toml_is_said_with_its_line(tmp_path: Path) -> None:
    assert "is not TOML" in (sentence := refused(tmp_path, file="theme = 'dark'\ntheme dark\n")) and "line 2" in sentence
    assert "is not TOML" in refused(tmp_path, file="theme = 'dark'\ntheme = 'light'\n")
    (tmp_path / "quarterdeck.toml").write_bytes(b"theme = '\xff'\n")
    assert "line 1: this is not text that can be read" in refused(tmp_path)


def test_a_named_file_must_exist_and_be_one(tmp_path: Path) -> None:
    assert "none.toml does not exist" in refused(tmp_path, "--config", str(tmp_path / "none.toml"))
    assert "cannot read configuration file" in refused(tmp_path, "--config", str(tmp_path))


def test_the_environment_is_checked_too(tmp_path: Path) -> None:
    assert refused(tmp_path, THEME="pink").startswith("environment variable QUARTERDECK_THEME: expected one of dark,")
    assert refused(tmp_path, SPED="2").startswith("environment variable QUARTERDECK_SPED: no such setting; expected one of")


@pytest.mark.parametrize("arguments", [["--fullscreen"], ["dance"], ["--them", "dark"], ["--theme"], ["run", "kill"]])
def test_the_command_line_is_refused_in_a_sentence(tmp_path: Path, arguments: list[str]) -> None:
    assert refused(tmp_path, *arguments).endswith("; see --help")


def test_a_headless_run_has_nothing_to_draw(tmp_path: Path) -> None:
    sentence = refused(tmp_path, "--shot", "now.png", file="headless = true\n")
    assert sentence.startswith("--shot and ") and "line 1, headless contradict each other" in sentence


@pytest.mark.parametrize("name", ["staging", "production"])
def test_a_fast_journal_stays_in_development(tmp_path: Path, name: str) -> None:
    assert given(tmp_path, ENVIRONMENT=name).environment == name
    sentence = refused(tmp_path, "--environment", name, file='durability = "fast"\n')
    assert "needs durability = durable, found fast" in sentence and "line 1, durability" in sentence
    assert given(tmp_path).durability == "fast"


def test_kill_works_whatever_else_is_wrong(tmp_path: Path) -> None:
    chosen = given(tmp_path, "kill", file="theme dark\n", SPEED="fast", SPED="2", ENVIRONMENT="production")
    assert chosen.command == "kill" and chosen.data == tmp_path
    with pytest.raises(SettingsError, match="QUARTERDECK_DATA"):
        load(["kill"], {"QUARTERDECK_DATA": " "})


# the table --------------------------------------------------------------------------------------------------------------


def test_print_config_can_be_saved_and_read_back(tmp_path: Path) -> None:
    first = given(tmp_path, "--theme", "light", "--shot", 'a "b" \\ c.png', "--max-position", "2.5", "--log-folder", str(tmp_path / "l"))
    printed = print_config(first)
    again = given(tmp_path, file=printed)
    assert {s.name: getattr(first, s.name) for s in SETTINGS} == {s.name: getattr(again, s.name) for s in SETTINGS}
    assert tomllib.loads(printed)["theme"] == "light"
    assert "# Colours: " in printed and "[frames/s] From: default." in printed and "From: --theme." in printed


def test_print_config_does_not_pin_what_follows_from_the_data_folder(tmp_path: Path) -> None:
    assert not {"data", "log_folder", "shot"} & set(tomllib.loads(print_config(given(tmp_path))))


def test_each_row_of_the_table_is_a_field_with_a_sound_default_and_a_sentence() -> None:
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.name in Settings.__annotations__
        assert setting.sentence.endswith((".", ")."))
        if setting.default not in ("", None):
            assert setting.parse(setting.default) == setting.default


def test_the_themes_are_those_of_the_window() -> None:
    assert tuple(style.THEMES) == THEMES and settings.BY_NAME["theme"].default == style.DEFAULT_THEME


def test_help_names_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        load(["--help"], {})
    said = capsys.readouterr().out
    assert ended.value.code == 0
    for setting in SETTINGS:
        assert setting.option in said and setting.group in said
    assert "examples:" in said and "exit codes:" in said


def test_settings_need_neither_qt_nor_the_core() -> None:
    """Which core is imported is chosen by them."""
    program = (
        "import sys, app.settings; app.settings.load(['--trading-day-ends', '17:00 America/New_York'], {});"
        "print(sorted({name.partition('.')[0] for name in sys.modules} | {name for name in sys.modules if name.startswith('widgets.')}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in ast.literal_eval(done.stdout) if name.startswith("widgets.")] == ["widgets.tongue"]
    for heavy in ("PySide6", "core", "numpy", "msgspec", "asyncio", "logging"):
        assert f"'{heavy}'" not in done.stdout


def test_a_wrong_file_of_the_data_folder_is_told_apart_from_a_named_one(tmp_path: Path) -> None:
    path = tmp_path / "quarterdeck.toml"
    path.write_text('theme = "light"\nframe_rat = 30\n')
    with pytest.raises(SettingsFileError) as wrong:
        load(["--data", str(tmp_path)], {})
    assert wrong.value.path == path and "line 2, frame_rat" in str(wrong.value)
    with pytest.raises(SettingsError) as named:
        load(["--data", str(tmp_path), "--config", str(path)], {})
    assert not isinstance(named.value, SettingsFileError)
    without = load(["--data", str(tmp_path)], {}, without_file=str(wrong.value))
    assert (without.theme, without.file_problem) == ("dark", str(wrong.value))


@pytest.mark.expects_log
def test_a_run_with_a_window_goes_on_without_a_wrong_file_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "quarterdeck.toml"
    path.write_text("theme = 5\n")
    for arguments in (["--headless"], ["journal", "verify"], ["--print-config"]):
        with pytest.raises(SettingsFileError):
            start._settings(["--data", str(tmp_path), *arguments])
    settings = start._settings(["--data", str(tmp_path)])
    assert settings.theme == "dark" and "expected one of" in settings.file_problem
    path.with_name("quarterdeck.toml.aside-1").write_text("an older one")
    assert len(runtime._without_wrong_file(replace(settings, file_problem="x: unknown setting; expected one of a, b")).file_problem) < 130
    path.with_name("quarterdeck.toml.aside-2").rename(path)
    said = runtime._without_wrong_file(settings).file_problem
    assert said.endswith("defaults are in force, and it is kept as quarterdeck.toml.aside-2.")
    assert not path.exists() and path.with_name("quarterdeck.toml.aside-2").read_text() == "theme = 5\n"


def test_a_setting_is_changed_in_its_line_and_nothing_else_is(tmp_path: Path) -> None:
    path = tmp_path / "quarterdeck.toml"
    path.write_text('# mine\ntheme = "dark"  # at night\n\nframe_rate = 30\n')
    settings_file.change(path, {"frame_rate": 60, "speed": 'a "quoted" \\ one', "watchdog": "off"})
    assert path.read_text() == (
        '# mine\ntheme = "dark"  # at night\n\nframe_rate = 60\nspeed = "a \\"quoted\\" \\\\ one"\nwatchdog = "off"\n'
    )
    assert settings_file.read(path, True, BY_NAME)["speed"][0] == 'a "quoted" \\ one'
    settings_file.change(path, {"frame_rate": None, "speed": None, "json": None})
    assert path.read_text() == '# mine\ntheme = "dark"  # at night\n\nwatchdog = "off"\n'
    settings_file.change(tmp_path / "new.toml", {"theme": "light"})
    assert load(["--data", str(tmp_path), "--config", str(tmp_path / "new.toml")], {}).theme == "light"
