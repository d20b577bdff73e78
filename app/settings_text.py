"""Settings written down as TOML that can be saved and read back, each with its unit, source and sentence.

Invariants: what follows from the data folder, or names it, is never pinned; a value that only repeats a default is not either,
where only differences are asked for.
"""

from collections.abc import Sequence

from app.settings import SETTINGS, Setting, Settings
from app.settings_file import as_toml

IN_FORCE = ("# Quarterdeck's settings in force. Save as quarterdeck.toml in the data folder to keep them.",)
DIFFERENT = (
    "# Quarterdeck's settings that differ from the defaults. What is not here keeps the default, also that of a later program.",
    "# Import it in the settings panel, or save it as quarterdeck.toml in the data folder.",
)


def print_config(settings: Settings) -> str:
    """Every setting, with the value in force."""
    return _written(IN_FORCE, settings, SETTINGS)


def different(settings: Settings) -> list[Setting]:
    """Those that somebody chose, and not as they are anyway; the data folder is where a file stands, not what is in it."""
    return [
        setting for setting in SETTINGS
        if setting.name != "data" and settings.sources[setting.name] != "default"
        and getattr(settings, setting.name) not in ("", None, setting.default)
    ]


def print_different(settings: Settings) -> str:
    """Only the settings of different()."""
    return _written(DIFFERENT, settings, different(settings))


def _written(heading: Sequence[str], settings: Settings, which: Sequence[Setting]) -> str:
    lines, group = [*heading], ""
    for setting in which:
        if setting.group != group:
            group = setting.group
            lines += ["", f"# {group}"]
        value = getattr(settings, setting.name)
        unit = f" [{setting.unit}]" if setting.unit else ""
        comment = f"# {setting.sentence}{unit} From: {settings.sources[setting.name]}."
        # What follows from the data folder, or names it, would pin a file that is read from there.
        unset = value in ("", None) or (setting.default == "" and settings.sources[setting.name] == "default")
        lines += [comment, f"{'# ' if unset or setting.name == 'data' else ''}{setting.name} = {as_toml(value)}"]
    return "\n".join(lines)
