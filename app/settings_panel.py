"""Between the settings panel and the settings file: rows out of the table, a typed text checked and written, files in and out.

Invariants: nothing is written that a start would refuse; what cannot be put in force at once waits for the next start, and is
said, after an import too; the theme of the settings and the one that is seen are the same, whoever chose it; an import takes every
value of a file or none; the file that an import replaces is kept aside; an export pins no default unless every setting is asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from app import kept_file, settings_file
from app.setting_values import ANY_TEXT, Expected
from app.settings import BY_NAME, SETTINGS, Setting, Settings
from app.settings_file import FileProblem
from app.settings_text import different, print_config, print_different
from app.window import TerminalWindow
from widgets.settings.model import SettingRow
from widgets.settings.view import SettingsView
from widgets.tongue import again, joined, told, tr

PANEL = "settings"
COMES_FIRST = ("--", "environment variable")


class SettingsPanel(QObject):
    """live: settings that are in force as soon as they are changed, and what puts them in force."""

    def __init__(self, window: TerminalWindow, settings: Settings, live: Mapping[str, Callable[[Any], object]] | None = None) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._live: Mapping[str, Callable[[Any], object]] = {"theme": self._colour, **(live or {})}
        self._views: list[SettingsView] = []
        window.docking.furnish(PANEL, self._furnish)

    @property
    def in_force(self) -> Settings:
        return self._settings

    def edit(self, view: SettingsView, name: str, text: str) -> None:
        """An empty text takes the setting out of the file."""
        setting = BY_NAME[name]
        try:
            value = _plain(setting.parse(text)) if text else None
            settings_file.change(self._settings.file, {name: value})
        except Expected as expected:
            view.complain(name, tr("Expected {expected}.", expected=expected))
            return
        except (OSError, FileProblem) as error:
            view.complain(name, tr("Not saved: {why}.", why=_why(error)))
            return
        view.complain(name, "")
        self._follow(name)
        self._show(view)

    def choose(self, name: str, value: Any) -> None:
        """A live setting, from an action: in force at once, and saved where nothing comes before the file."""
        if self._settings.sources[name].startswith(COMES_FIRST):
            self._enforce(name, value, self._settings.sources[name])
            return
        try:
            settings_file.change(self._settings.file, {name: value})
        except (OSError, FileProblem) as error:
            self._window.show_notice(told("Not saved: {why}.", why=_why(error)))
        self._enforce(name, value, str(self._settings.file))

    def follow_theme(self) -> None:
        """The last layout stands now: its theme is in force where no setting says another, and whatever is chosen is the setting's."""
        if self._window.theme.name != self._settings.theme:
            self._hold("theme", self._window.theme.name, told("the last layout"))
        self._window.theme_changed.connect(lambda theme: None if theme.name == self._settings.theme else self.choose("theme", theme.name))

    def _colour(self, name: str) -> None:
        if name != self._window.theme.name:
            self._window.choose_theme(name)

    def _follow(self, name: str) -> None:
        """The file has another value for it now, or none."""
        saved = settings_file.read(self._settings.file, False, BY_NAME)
        raw, place = saved.get(name, (BY_NAME[name].default, "default"))
        self._enforce(name, BY_NAME[name].parse(raw) if name in saved else raw, place)

    def _enforce(self, name: str, value: Any, source: str) -> None:
        if name not in self._live or value == getattr(self._settings, name):
            return
        self._hold(name, value, source)
        # Afterwards: the panel that this was typed into is made anew by it. By then another value may have been chosen.
        QTimer.singleShot(0, self, lambda: self._live[name](getattr(self._settings, name)))

    def _hold(self, name: str, value: Any, source: str) -> None:
        self._settings = replace(self._settings, **{name: value, "sources": {**self._settings.sources, name: source}})
        for view in self._views:
            self._show(view)

    def bring(self, view: SettingsView, path: Path) -> None:
        try:
            found = settings_file.read(path, True, BY_NAME)
            values = {name: _checked(name, raw, place) for name, (raw, place) in found.items() if name != "data"}
        except FileProblem as problem:
            view.say(tr("Nothing was imported: {problem}.", problem=problem), "critical")
            return
        try:
            aside = kept_file.set_aside(self._settings.file) if self._settings.file.exists() and path != self._settings.file else ""
            settings_file.change(self._settings.file, values)
        except (OSError, FileProblem) as error:
            view.say(tr("Nothing was imported: {problem}.", problem=_why(error)), "critical")
            return
        for name in self._live:
            # Also one that the file before had, and this one has not: it is the default again.
            if not self._settings.sources[name].startswith(COMES_FIRST):
                self._follow(name)
        self._show(view)
        kept = told("The file before is kept as {aside}.", aside=aside) if aside else ""
        view.say(joined(self._imported(values), kept))

    def _imported(self, values: Mapping[str, Any]) -> str:
        """One sentence: how many, and which of them wait; one more for those that something else sets."""
        rows = self.rows()
        later = ", ".join(row.title for row in rows if row.waits)
        fixed = ", ".join(row.title for row in rows if row.locked and row.name in values)
        said = told(
            "{values} settings imported and in force, but these from the next start on: {later}.", values=len(values), later=later,
        ) if later else told("{values} settings imported and in force.", values=len(values))
        return joined(said, told("The command line or the environment keeps its own: {fixed}.", fixed=fixed) if fixed else "")

    def take(self, view: SettingsView, path: Path, whole: bool = False) -> None:
        """What the next start will have. whole: also what only repeats the defaults."""
        chosen = self._next()
        try:
            kept_file.write(path, ((print_config if whole else print_different)(chosen) + "\n").encode())
        except OSError as error:
            view.say(tr("Not exported: {strerror}. Choose another place.", strerror=error.strerror), "critical")
            return
        count = len(different(chosen))
        if whole:
            view.say(told("Every setting written to {name}.", name=path.name))
        elif count:
            view.say(told("{count} settings that differ from the defaults written to {name}.", count=count, name=path.name))
        else:
            view.say(told("No setting differs from the defaults: {name} says so and sets nothing.", name=path.name))

    def _next(self) -> Settings:
        """With what was changed since the start, and waits."""
        saved, values, sources = self._saved(), {}, dict(self._settings.sources)
        for setting in SETTINGS:
            name = setting.name
            if name == "data" or sources[name].startswith(COMES_FIRST):
                continue
            if name in saved:
                values[name], sources[name] = setting.parse(saved[name][0]), str(self._settings.file)
            elif sources[name].startswith(str(self._settings.file)):
                values[name], sources[name] = setting.default, "default"
        return replace(self._settings, **values, sources=sources)

    def rows(self) -> list[SettingRow]:
        saved = self._saved()
        return [self._row(setting, saved) for setting in SETTINGS]

    # parts ----------------------------------------------------------------------------------------------------------

    def _saved(self) -> dict[str, tuple[Any, str]]:
        try:
            return settings_file.read(self._settings.file, False, BY_NAME)
        except FileProblem:
            return {}

    def _furnish(self, view: SettingsView) -> None:
        self._views.append(view)
        view.destroyed.connect(lambda: self._views.remove(view))
        view.edited.connect(lambda name, text: self.edit(view, name, text))
        view.wanted.connect(lambda what: self._ask(view, what))
        self._show(view)

    def _show(self, view: SettingsView) -> None:
        view.give(self.rows())

    def _row(self, setting: Setting, saved: dict[str, tuple[Any, str]]) -> SettingRow:
        source = self._settings.sources[setting.name]
        value = _said(getattr(self._settings, setting.name))
        locked = ""
        if setting.name == "data":
            locked = tr("Chosen before the file is read: --data, or the platform's own place")
        elif source.startswith(COMES_FIRST):
            locked = tr("Set by {source_is}, which comes before the file", source_is=source)
        written = _said(saved[setting.name][0]) if setting.name in saved else ""
        in_file = source.startswith(str(self._settings.file))
        if setting.name not in saved:
            # Taken out of the file since the start: the default again.
            waiting = _said(setting.default) if in_file else None
        else:
            waiting = None if in_file and written == value else written
        return SettingRow(
            setting.name, tr(setting.group), value, _said(setting.default), tr(setting.unit), expectation(setting),
            tr(setting.sentence), tr("the file") if in_file else again(source),
            locked, None if locked else waiting, getattr(setting.parse, "choices", ()),
        )

    def _ask(self, view: SettingsView, what: str) -> None:
        bringing = what == "import"
        title, name = (tr("Import settings"), "") if bringing else (tr("Export settings"), settings_file.FILE_NAME)
        some, every = tr("What differs from the defaults (*.toml)"), tr("Every setting, defaults too (*.toml)")
        dialog = QFileDialog(view, title, name, tr("TOML (*.toml)"))
        if not bringing:
            dialog.setNameFilters([some, every])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen if bringing else QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda chosen: self.bring(view, Path(chosen)) if bringing
            else self.take(view, Path(chosen), whole=dialog.selectedNameFilter() == every)
        )
        dialog.open()


def _why(error: Exception) -> str:
    """A system's error by its words alone."""
    return getattr(error, "strerror", None) or str(error)


def expectation(setting: Setting) -> str:
    """What the setting may be, in the words that refuse everything else."""
    try:
        setting.parse(object())
    except Expected as expected:
        said = str(expected)
        return "" if said == tr(ANY_TEXT) else said
    except (TypeError, ValueError):
        return ""
    return ""


def _checked(name: str, raw: Any, place: str) -> Any:
    try:
        BY_NAME[name].parse(raw)
    except Expected as expected:
        raise FileProblem(tr("{place}: expected {expected}, found {raw!r}", place=place, expected=expected, raw=raw)) from None
    return raw


def _plain(value: Any) -> Any:
    """As TOML has it."""
    return str(value) if isinstance(value, Path) else value


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
