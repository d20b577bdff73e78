"""Every setting, declared once: type, default, bounds, unit, one sentence. From it come the configuration file's check, the
environment variables, the command line, --help and --print-config.

Precedence: default < file < environment < command line. A wrong value stops the start with one sentence that says where it
stands and what was expected. A setting changes how the terminal runs, never a decision of the machine: the limits here
are only what a first simulation starts with; from then on they are messages in the journal.
"""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from app.commands import NAMES, OPTIONS, WITH_WORDS
from app.help_text import DESCRIPTION, EPILOG
from app.setting_values import (
    Expected,
    amount,
    database,
    folder,
    one_of,
    seconds,
    session_clock,
    size,
    speed,
    text,
    venue_address,
    whole,
    yes_or_no,
)
from app.settings_file import FILE_NAME, FileProblem
from app.settings_file import read as read_file
from app.which_core import WORDS
from widgets.tongue import mark

VERSION = "0.1.0"
THEMES = ("dark", "light", "contrast", "dark-classic", "light-classic", "contrast-classic")
DENSITIES = ("compact", "normal", "roomy")
LANGUAGES = ("system", "en", "zh_CN")
ENVIRONMENTS = ("development", "staging", "production")
PREFIX = "QUARTERDECK_"


class SettingsError(Exception):
    """One sentence: where it stands, what is wrong, what was expected."""


class SettingsFileError(SettingsError):
    """It stands in the file of the data folder, which nobody named: a start goes on without it."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


@dataclass(frozen=True)
class Setting:
    """parse: raw value (text, or what TOML gives) -> value; raises Expected. flag: no argument on the command line."""

    name: str
    group: str
    default: Any
    unit: str
    parse: Callable[[Any], Any]
    sentence: str
    metavar: str = ""
    flag: bool = False

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


# the table --------------------------------------------------------------------------------------------------------------

PLAY, RUN, WINDOW = mark("What is played"), mark("How it runs"), mark("The window")
LIMITS, KEEP = mark("Limits of a first simulation"), mark("The record and its disk")

SETTINGS: tuple[Setting, ...] = (
    Setting("session", PLAY, "coinbase-btcusd-2018-07-13", mark("name or file"), text,
            mark("coinbase-btcusd-2018-07-13 (recorded), practice-six (six made-up markets), or the path of a .tape file."), "NAME|FILE"),
    Setting("calendar", PLAY, "always_open", mark("name or file"), text,
            mark("When the market is in which phase: a calendar of resources/calendars, or a .toml file."), "NAME|FILE"),
    Setting("speed", PLAY, "1", mark("x real time"), speed, mark("0.1 to 100, or max for as fast as possible."), "X|max"),
    Setting("seconds", PLAY, 0.0, mark("s"), seconds, mark("Stop by itself after so much wall time; 0: play to the end."), "N"),
    Setting("data", RUN, "", mark("folder"), folder,
            mark("Where journal, kill latch, layout and logs live; default: the platform's own place."), "DIR"),
    Setting("headless", RUN, False, "", yes_or_no, mark("No window: core, session, a status line a second, a summary."), flag=True),
    Setting("json", RUN, False, "", yes_or_no, mark("End a headless run by printing one JSON object, and nothing else."), flag=True),
    Setting("environment", RUN, "development", "", one_of(*ENVIRONMENTS),
            mark("development, staging or production; shown in the banner."), "NAME"),
    Setting("durability", RUN, "durable", "", one_of("durable", "fast"),
            mark("durable: nothing of ours is shown before it is on disk."), "NAME"),
    Setting("outside_venue", RUN, "", mark("name and port"), venue_address,
            mark("A venue in a process of its own (app.venue_process). Orders go there once two people have said so."), "NAME:PORT"),
    Setting("kill_on_unknown_fill", RUN, "on", "", one_of("on", "off"),
            mark("on: the kill switch is engaged when an outside venue has a fill that we never heard of."), "on|off"),
    Setting("outside_answer_s", RUN, 5, mark("s"), whole(0, 3_600),
            mark("Session time in which an outside venue must answer; then the order is in doubt, told, and asked for; 0: any."), "S"),
    Setting("trading_day_ends", RUN, "00:00 UTC", mark("time and zone"), session_clock,
            mark("When a trading day ends, for P&L by day and statistics by hour; like 17:00 America/New_York."), "TIME"),
    Setting("trading_days_a_year", RUN, 365, mark("days"), whole(1, 366),
            mark("For yearly Sharpe and Sortino: 365 where trading never stops, 252 with weekends and holidays."), "DAYS"),
    Setting("core", RUN, "auto", "", one_of(*WORDS),
            mark(
                "auto: compiled when it was built from these very sources, else plain Python; plain, compiled: that one or none.",
            ), "NAME"),
    Setting("log_level", RUN, "INFO", "", one_of("DEBUG", "INFO", "WARNING", "ERROR"),
            mark("Least important kind of log line that is kept."), "NAME"),
    Setting("log_folder", RUN, "", mark("folder"), folder, mark("Where logs go; default: logs in the data folder."), "DIR"),
    Setting("journal_head", RUN, "", mark("file"), folder,
            mark("Second place of the journal's head, best on another disk; default: journal.head in the data folder."), "FILE"),
    Setting("snapshot_every", KEEP, 100_000, mark("entries"), whole(1_000, 10_000_000),
            mark("A snapshot is written after so many entries, by a process of its own."), "N"),
    Setting("keep_market_days", KEEP, 0, mark("days"), whole(0, 36_500),
            mark("Closed parts of the journal with market messages only go when older; 0: never."), "DAYS"),
    Setting("keep_market_gb", KEEP, 0, mark("GB"), whole(0, 1_000_000),
            mark("The oldest of them go when all of them are more; 0: without end."), "GB"),
    Setting("keep_years", KEEP, 7, mark("years"), whole(1, 100),
            mark("Records of orders, positions, limits and who did what are kept so long."), "YEARS"),
    Setting("history", KEEP, "", mark("database"), database,
            mark("Orders, fills, positions and the audit trail as SQL tables; default: history.db in the data folder."), "URL|off"),
    Setting("disk_low_mb", KEEP, 2_000, mark("MB"), whole(1, 10_000_000), mark("Less room than this on the journal's disk is told."), "MB"),
    Setting("disk_stop_mb", KEEP, 500, mark("MB"), whole(0, 10_000_000), mark("With less than this new orders are refused."), "MB"),
    Setting(
        "shot", WINDOW, "", mark("file"), text, mark("Render the real window offscreen after --seconds (20), save it as PNG, exit."),
        "FILE",
    ),
    Setting("size", WINDOW, "1600x900", mark("px"), size, mark("Size of the window."), "WxH"),
    Setting("theme", WINDOW, "dark", "", one_of(*THEMES), mark("Colours: classic is green and red, else blue and orange."), "NAME"),
    Setting("density", WINDOW, "compact", "", one_of(*DENSITIES), mark("Height of rows and controls."), "NAME"),
    Setting("font_scale", WINDOW, 100, "%", whole(100, 200),
            mark("Size of type, and of rows and columns with it; scale makes everything larger, from the next start on."), "PERCENT"),
    Setting("language", WINDOW, "system", "", one_of(*LANGUAGES), mark("system: the desktop's; else English or Chinese."), "NAME"),
    Setting("frame_rate", WINDOW, 30, mark("frames/s"), whole(10, 60), mark("How often the screen is drawn."), "N"),
    Setting("scale", WINDOW, 100, "%", whole(100, 300), mark("Size of everything in the window."), "PERCENT"),
    Setting("sound_volume", WINDOW, 40, "%", whole(0, 100), mark("Sounds for fills, refusals, alerts and stops; 0: none."), "PERCENT"),
    Setting("notifications", WINDOW, "on", "", one_of("on", "off"),
            mark("on: the desktop tells of refusals, alerts and stops while no window of the terminal is in front."), "on|off"),
    Setting("watchdog", WINDOW, "on", "", one_of("on", "off"),
            mark("on: a stop button in a small window and a process of its own, which work when the terminal does not."), "on|off"),
    Setting("lock_after_s", WINDOW, 900, mark("s"), whole(0, 86_400),
            mark("The terminal locks when nobody has touched it for so long, once there are accounts; 0: never."), "N"),
    Setting("dead_man_s", WINDOW, 0, mark("s"), whole(0, 3_600),
            mark("The kill switch is engaged when the window has not responded for so long; 0: never."), "N"),
    Setting("max_order_qty", LIMITS, "10", mark("base"), amount, mark("Largest order."), "QTY"),
    Setting("max_order_value", LIMITS, "100000", mark("quote"), amount, mark("Largest order by worth at its worst price."), "MONEY"),
    Setting("collar_bp", LIMITS, 1_000, "0.01 %", whole(1, 9_999), mark("Allowed distance of a price from the last trade."), "BP"),
    Setting("max_position", LIMITS, "25", mark("base"), amount, mark("Largest position, working orders included."), "QTY"),
    Setting("max_open_orders", LIMITS, 200, mark("orders"), whole(1, 100_000), mark("Most orders open at once."), "N"),
    Setting("account_cash", LIMITS, "1000000", mark("quote"), amount,
            mark("What the simulated account begins with; shares and losses count against it."), "MONEY"),
    Setting("max_positions", LIMITS, 10, mark("instruments"), whole(0, 100_000), mark("Most instruments held at once; 0: any."), "N"),
    Setting("position_share_bp", LIMITS, 1_000, "0.01 %", whole(0, 1_000_000),
            mark("Largest position as a share of the account's equity; 0: any."), "BP"),
    Setting("daily_loss_bp", LIMITS, 300, "0.01 %", whole(0, 10_000),
            mark("Loss of the day above which orders may only reduce; 0: none."), "BP"),
    Setting("drawdown_bp", LIMITS, 1_500, "0.01 %", whole(0, 10_000),
            mark("Loss from the best above which orders may only reduce; 0: none."), "BP"),
    Setting("quiet_minutes", LIMITS, 15, mark("min"), whole(0, 600),
            mark("No new risk outside continuous trading, so long after it began and before it ends; 0: none."), "MIN"),
    Setting("price_age_s", LIMITS, 60, mark("s"), whole(0, 86_400),
            mark("No new risk when the market's newest message is older; 0: any."), "S"),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True)
class Settings:
    """The values in force. sources: setting -> where its value comes from, in words.

    words: what follows the command. options: those of commands alone. For the kill command only data and options are looked
    at; the rest are defaults.
    """

    data: Path
    session: str
    calendar: str
    speed: str
    seconds: float
    headless: bool
    json: bool
    shot: str
    size: str
    theme: str
    language: str
    density: str
    font_scale: int
    frame_rate: int
    scale: int
    sound_volume: int
    notifications: str
    watchdog: str
    dead_man_s: int
    lock_after_s: int
    environment: str
    durability: str
    outside_venue: str
    kill_on_unknown_fill: str
    outside_answer_s: int
    trading_day_ends: str
    trading_days_a_year: int
    core: str
    log_level: str
    log_folder: Path
    journal_head: Path
    snapshot_every: int
    keep_market_days: int
    keep_market_gb: int
    keep_years: int
    disk_low_mb: int
    disk_stop_mb: int
    max_order_qty: str
    max_order_value: str
    collar_bp: int
    max_position: str
    max_open_orders: int
    account_cash: str
    max_positions: int
    position_share_bp: int
    daily_loss_bp: int
    drawdown_bp: int
    quiet_minutes: int
    price_age_s: int
    command: str
    words: tuple[str, ...]
    source: str
    history: str
    options: Mapping[str, str]
    correlation: str
    deep: bool
    yes: bool
    print_config: bool
    version: bool
    sources: Mapping[str, str]
    file_problem: str = ""
    """One sentence when the data folder's settings file could not be used and defaults are in force."""

    @property
    def file(self) -> Path:
        return self.data / FILE_NAME

    @property
    def speed_milli(self) -> int:
        """Thousandths of session time per wall time; 0: as fast as possible."""
        return 0 if self.speed == "max" else round(float(self.speed) * 1000)

    @property
    def size_px(self) -> tuple[int, int]:
        width, height = self.size.split("x")
        return int(width), int(height)


def load(arguments: Sequence[str], environ: Mapping[str, str] | None = None, without_file: str = "") -> Settings:
    """Settings from all four places. without_file: why the data folder's file is left out. Raises SettingsError (SettingsFileError
    when that file is wrong); SystemExit(0) after --help."""
    environ = os.environ if environ is None else environ
    given = vars(build_parser().parse_intermixed_args(arguments))
    # The kill command must work whatever else is wrong: it looks at the data folder alone.
    wanted = [BY_NAME["data"]] if given["command"] == "kill" else SETTINGS
    if wanted is SETTINGS:
        _refuse_unknown_variables(environ)
    values: dict[str, Any] = {setting.name: setting.default for setting in SETTINGS}
    sources = dict.fromkeys(values, "default")

    def take(name: str, raw: Any, place: str) -> None:
        values[name] = _parsed(name, raw, place)
        sources[name] = place

    data = given["data"] or environ.get(PREFIX + "DATA") or _platform_folder()
    path, named = _file(given["config"] or environ.get(PREFIX + "CONFIG"), Path(data).expanduser())
    written = _written(path, named) if named or (wanted is SETTINGS and not without_file) else {}
    for setting in wanted:
        if setting.name in written:
            take(setting.name, *written[setting.name])
        if setting.variable in environ:
            take(setting.name, environ[setting.variable], f"environment variable {setting.variable}")
        if given[setting.name] is not None:
            take(setting.name, given[setting.name], setting.option)
    values["data"] = values["data"] or Path(data).expanduser().absolute()
    values["log_folder"] = values["log_folder"] or values["data"] / "logs"
    values["history"] = values["history"] or f"sqlite:///{values['data'] / 'history.db'}"
    values["journal_head"] = values["journal_head"] or values["data"] / "journal.head"
    chosen = Settings(
        **values, command=given["command"] or "run", words=tuple(given["words"]), source=given["source"] or "command line",
        options={option.name: given[option.name.replace("-", "_")] or "" for option in OPTIONS if not option.flag},
        correlation=given["correlation"] or "", deep=given["deep"], yes=given["yes"], print_config=given["print_config"],
        version=given["version"], sources=sources, file_problem=without_file,
    )
    _contradictions(chosen)
    return chosen


def _parsed(name: str, raw: Any, place: str) -> Any:
    try:
        return BY_NAME[name].parse(raw)
    except Expected as expected:
        raise SettingsError(f"{place}: expected {expected}, found {raw!r}") from None


def _written(path: Path, named: bool) -> dict[str, tuple[Any, str]]:
    """What the file says, every value of it looked at."""
    try:
        written = read_file(path, named, BY_NAME)
        for name, (raw, place) in written.items():
            _parsed(name, raw, place)
        if "data" in written and not named:
            raise SettingsError(f"{written['data'][1]}: the data folder cannot be moved from inside it; use --data or {PREFIX}DATA")
    except (FileProblem, SettingsError) as error:
        raise SettingsError(str(error)) if named else SettingsFileError(str(error), path) from None
    return written


def _file(named: str | None, data: Path) -> tuple[Path, bool]:
    return (Path(named).expanduser(), True) if named else (data / FILE_NAME, False)


def _platform_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("quarterdeck", appauthor=False)


def _refuse_unknown_variables(environ: Mapping[str, str]) -> None:
    known = {PREFIX + "CONFIG", *(setting.variable for setting in SETTINGS)}
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingsError(f"environment variable {unknown[0]}: no such setting; expected one of {', '.join(sorted(known))}")


def _contradictions(s: Settings) -> None:
    if s.words and s.command not in WITH_WORDS:
        raise SettingsError(f"{s.words[0]!r} after {s.command} means nothing; see --help")
    if s.headless and s.shot:
        raise SettingsError(f"{s.sources['shot']} and {s.sources['headless']} contradict each other: a headless run has no window to draw")
    if s.environment != "development":
        place = f"environment = {s.environment} ({s.sources['environment']})"
        if s.durability == "fast":
            raise SettingsError(f"{place} needs durability = durable, found fast ({s.sources['durability']})")


# the command line -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SettingsError(f"{message}; see --help")


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        "main.py", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("command", nargs="?", choices=NAMES, metavar="COMMAND", help=f"{', '.join(NAMES)}; see below")
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the command is about")
    groups: dict[str, Any] = {}
    for setting in SETTINGS:
        group = groups.get(setting.group) or groups.setdefault(setting.group, parser.add_argument_group(setting.group))
        default = f" Default: {setting.default}." if setting.default not in ("", False, 0.0) else ""
        shown = (setting.sentence + default).replace("%", "%%")
        if setting.flag:
            group.add_argument(setting.option, action="store_const", const=True, default=None, help=shown)
        else:
            group.add_argument(setting.option, metavar=setting.metavar, default=None, help=shown)
    parser.add_argument("--config", metavar="FILE", help=f"configuration file; default: {FILE_NAME} in the data folder, if there is one")
    parser.add_argument("--print-config", action="store_true", help="print the values in force as TOML, and exit")
    for option in OPTIONS:
        if option.flag:
            parser.add_argument(f"--{option.name}", action="store_true", help=option.sentence)
        else:
            parser.add_argument(f"--{option.name}", metavar=option.metavar, help=option.sentence)
    parser.add_argument("--version", action="store_true", help="print version and which core runs, and exit")
    return parser
