"""The first steps of a start: settings, then which core runs, then app.runtime.

Invariant: nothing of core is imported here before the core is chosen. The kill command runs on the plain core, which is
always there: whoever stops trading must not meet a question of speed.
"""

from collections.abc import Sequence

from app import collector, which_core
from app.complaint import complain
from app.settings import VERSION, Settings, SettingsError, SettingsFileError, load
from app.settings_text import print_config


def _settings(arguments: Sequence[str]) -> Settings:
    """A run with a window goes on with defaults when the data folder's file is wrong, and says so; where nobody looks, and in every
    other command, that stops. Raises SettingsError."""
    try:
        return load(arguments)
    except SettingsFileError as error:
        settings = load(arguments, without_file=str(error))
        if settings.command != "run" or settings.headless or settings.print_config:
            raise
        return settings


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 done, 2 a refused start (one sentence on stderr), 3 the journal does not verify, 130 after Ctrl+C."""
    try:
        settings = _settings(arguments)
        if settings.print_config:
            print(print_config(settings))
            return 0
        core = which_core.choose("plain" if settings.command == "kill" else settings.core)
    except SettingsError as error:
        return complain(str(error))
    except which_core.NoCompiledCore as error:
        return complain(f"{settings.sources['core']}: {error}")
    if settings.version:
        print(f"Quarterdeck {VERSION}, core: {core.said}")
        return 0
    if settings.command == "kill":
        from app import kill_command  # and nothing that it does not need: it is fast, and works where a terminal would not start

        return kill_command.kill(settings)
    if settings.command == "run":
        collector.hold()
    from app import runtime  # imports the core, which is chosen now

    try:
        return runtime.main(settings)
    except KeyboardInterrupt:
        complain("stopped by Ctrl+C")
        return 130
    except OSError as error:
        return complain(f"{error.filename or settings.data}: {error.strerror or error}")
