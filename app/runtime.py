"""The composition root: settings in, exit code out. Chooses window, headless run or subcommand, and turns every expected
failure into one sentence. app.start has read the settings, and chosen which core the imports here find.
"""

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

from app import backup, headless, history_commands, journal_commands, limits_commands, log, people_commands, qt_errors, qt_imports, roster
from app.assembly import Assembly, Upkeep
from app.complaint import complain
from app.first_limits import FirstLimits, LimitsError
from app.folders import Folders
from app.kept_file import set_aside
from app.outside_venue import OutsideVenue
from app.recovering import Cancelled, Lines, OnRecovery, silent
from app.settings import Settings
from app.single_instance import FolderInUse, lock
from app.stop_signal import StopSignal
from app.stopping import Outside, listening
from core.edge.accounts import Accounts, AccountsError
from core.edge.calendar import Calendar, CalendarError, read_calendar
from core.edge.tape_file import Tape, TapeError
from core.journal.latch import LatchError
from core.journal.retention import Keep
from core.journal.segment import Damaged
from core.journal.writer import JournalError
from core.projections.pictures import VersionLook
from core.projections.trading_day import TradingDays
from core.replay import Mismatch
from widgets.core_words import by, heard
from widgets.scopes import part_sentence
from widgets.tongue import told

RESOURCES = Path(__file__).parents[1] / "resources"
EXPECTED = (
    AccountsError, CalendarError, FolderInUse, LimitsError, TapeError, LatchError, Damaged, JournalError, Mismatch, log.LogError, Cancelled,
)
logger = logging.getLogger(__name__)


def main(settings: Settings) -> int:
    """Exit code: 0 done, 2 a refused start (one sentence on stderr), 3 the journal does not verify."""
    if settings.command == "verify":
        return journal_commands.verify(settings, settings.words)
    if settings.command == "journal":
        return journal_commands.run(settings)
    if settings.command in ("backup", "restore"):
        return (backup.backup if settings.command == "backup" else backup.restore)(settings)
    if settings.command == "history":
        return history_commands.run(settings)
    if settings.command == "limits":
        return limits_commands.run(settings, tape_of)
    if settings.command == "people":
        return people_commands.run(settings)
    try:
        return _run(settings)
    except EXPECTED as error:
        return complain(str(error))


def _run(settings: Settings) -> int:
    held = lock(settings.data)
    if Folders(settings.data).unfinished.exists():
        held.close()
        return complain(f"a restore into {settings.data} was not finished: run it again, or start with another --data")
    try:
        roster.must_be_ready(settings, Accounts(settings.data))
    except AccountsError:
        held.close()
        raise
    stop_log = log.start(settings.log_level, settings.log_folder)
    settings = _without_wrong_file(settings)
    try:
        if settings.headless or not (settings.shot or has_display()):
            if not settings.headless:
                print("No display found: running without a window (--shot FILE draws one anyway).", file=sys.stderr)
            with listening(settings.data) as stop_signal:
                return _headless(settings, stop_signal)
        qt_imports.spare_sources()  # Qt is imported only when there is something to show
        qt_errors.survive()
        from app.terminal import run_window

        with listening(settings.data) as stop_signal:
            return run_window(settings, tape_of(settings), stop_signal)
    except EXPECTED:
        raise
    except Exception as error:
        logger.exception("the terminal stopped")
        return complain(
            f"stopped by an internal error ({type(error).__name__}: {error}); details are in {settings.log_folder / log.FILE_NAME}"
        )
    finally:
        stop_log()
        held.close()


def _without_wrong_file(settings: Settings) -> Settings:
    """A settings file that cannot be used is kept under another name, and said; defaults are in force."""
    if not settings.file_problem:
        return settings
    aside = set_aside(settings.file)
    kept = told("it is kept as {aside}", aside=aside) if aside else told("it stays where it is")
    what = settings.file_problem.partition("; expected one of ")[0]  # a list of every setting is no sentence
    sentence = told("The settings file is not used: {what}; defaults are in force, and {kept}.", what=what, kept=kept)
    logger.warning("%s", sentence)
    print(f"quarterdeck: {sentence}", file=sys.stderr)
    return replace(settings, file_problem=sentence)


def _headless(settings: Settings, stop_signal: StopSignal) -> int:
    ended = headless.Ended()
    assembly = assemble(settings, tape_of(settings), None, ended, silent if settings.json else Lines())
    if not settings.json:
        for line in opening_lines(assembly):
            print(line)
    # Nobody sits at a terminal without a window.
    assembly.core.seat.leave()
    outside = Outside(assembly, stop_signal=stop_signal)
    venue = outside_of(settings, assembly)
    if venue is not None:
        venue.start()
    outcome = headless.play(assembly, ended, settings.seconds, quiet=settings.json)
    if venue is not None:
        venue.stop()
    outside.close()
    headless.print_summary(outcome, settings.json, assembly)
    return complain(outcome.problem) if outcome.problem else 0


def assemble(settings: Settings, tape: Tape, link: object, ended: headless.Ended, on_recovery: OnRecovery = silent) -> Assembly:
    limits = FirstLimits(
        settings.max_order_qty, settings.max_order_value, settings.collar_bp, settings.max_position, settings.max_open_orders,
        settings.account_cash, settings.max_positions, settings.position_share_bp, settings.daily_loss_bp, settings.drawdown_bp,
        settings.quiet_minutes, settings.price_age_s,
    )
    keep = Keep(settings.keep_market_days, settings.keep_market_gb * 10**9, settings.keep_years)
    upkeep = Upkeep(settings.disk_low_mb * 10**6, settings.disk_stop_mb * 10**6, keep, settings.snapshot_every)
    return Assembly(
        settings.data, tape, settings.speed_milli, settings.environment, settings.durability, limits, link,  # type: ignore[arg-type]
        paused_after_crash=link is not None, on_ended=ended.tape, on_broken=ended.broken,
        head_copy=settings.journal_head, upkeep=upkeep, calendar=calendar_of(settings), history=settings.history,
        days=TradingDays.parse(settings.trading_day_ends, settings.trading_days_a_year), people=roster.wanted(Accounts(settings.data)),
        on_recovery=on_recovery,
    )


def outside_of(settings: Settings, assembly: Assembly) -> OutsideVenue | None:
    """The outside venue's edge, when one is set."""
    if not settings.outside_venue:
        return None
    name, _, port = settings.outside_venue.partition(":")
    return OutsideVenue(assembly, name, int(port), kill_on_unknown_fill=settings.kill_on_unknown_fill == "on")


def opening_lines(assembly: Assembly) -> list[str]:
    """What a person should know at the start, one sentence each."""
    lines: list[str] = [told("Playing {title}.", title=assembly.tape.head.title)]
    if assembly.resumed:
        working = len(assembly.engine.state.oms.open)
        lines.append(
            told(
                "The last run did not end cleanly: going on at message {messages:,} with {open} open order{s} of ours.",
                messages=assembly.session.messages, open=working, s="" if working == 1 else "s",
            )
        )
    if assembly.abandoned:
        lines.append(told("An unfinished run of {abandoned} was ended, because another session was chosen.", abandoned=assembly.abandoned))
    if assembly.torn:
        lines.append(told("Journal: {torn}.", torn=assembly.torn))
    if assembly.engine.state.kill.engaged:
        part, source = assembly.stopped_part(), _stopped_by(assembly)
        if part:
            lines.append(told("{part} ({source_is}).", part=part_sentence(part), source_is=source))
        else:
            lines.append(told("The kill switch is engaged ({source_is}).", source_is=source))
    return lines


def _stopped_by(assembly: Assembly) -> str:
    """Of the widest stop; the journal knows the person, the machine only the place."""
    picture = assembly.projections.kill.picture(VersionLook())
    if picture is not None and picture.stops:
        return by(picture.stops[0].source, picture.stops[0].who)
    return heard(assembly.engine.state.kill.source)


def tape_of(settings: Settings) -> Tape:
    """--session as the name of a bundled session, else as a file. Raises TapeError."""
    bundled = RESOURCES / "sessions" / f"{settings.session}.tape"
    if bundled.exists():
        return Tape(bundled)
    path = Path(settings.session)
    if not path.exists():
        names = ", ".join(sorted(found.stem for found in bundled.parent.glob("*.tape")))
        raise TapeError(told(
            "no session {session!r}: give the path of a .tape file, or one of the bundled sessions: {names}",
            session=settings.session, names=names,
        ))
    return Tape(path)


def calendar_of(settings: Settings) -> Calendar:
    """--calendar as the name of a bundled calendar, else as a file. Raises CalendarError."""
    bundled = RESOURCES / "calendars" / f"{settings.calendar}.toml"
    path = bundled if bundled.exists() else Path(settings.calendar)
    if not path.exists():
        names = ", ".join(sorted(found.stem for found in bundled.parent.glob("*.toml")))
        raise CalendarError(told(
            "no calendar {calendar!r}: give the path of a .toml file, or one of the bundled ones: {names}",
            calendar=settings.calendar, names=names,
        ))
    return read_calendar(path)


def has_display() -> bool:
    """Whether a window can be opened. Windows and macOS always have one; Linux says so in the environment."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))
