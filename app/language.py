"""The language of the screen: Qt's translators put in place, and the words of the program told to follow them.

Invariants: English needs no file; a catalog that cannot be loaded leaves English and one sentence; numbers, dates and Qt's own
texts follow the same language. Files, logs, the journal and the command line stay English whatever is chosen. Who has words on the
screen says them again when told to; this module knows no widget.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from widgets import tongue
from widgets.tongue import told

CONTEXT = "Quarterdeck"
"""Of every text in the catalog: one program, one context."""
ENGLISH, CHINESE = "en", "zh_CN"
LOCALES = {
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    CHINESE: QLocale(QLocale.Language.Chinese, QLocale.Script.SimplifiedHanScript, QLocale.Country.China),
}


def meant(wanted: str, system: QLocale | None = None) -> str:
    """system: the desktop's language, where we have it, else English."""
    if wanted != "system":
        return wanted
    found = (system or QLocale.system()).language()
    return CHINESE if found == QLocale.Language.Chinese else ENGLISH


class Languages:
    """One for the program. now: the language in force."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app, self._folder = app, resources / "languages"
        self._translators: list[QTranslator] = []
        self.now = ENGLISH

    def speak(self, wanted: str) -> str:
        """Returns one sentence when it cannot; then English is spoken."""
        self._forget()
        self.now = meant(wanted)
        trouble = ""
        if self.now != ENGLISH and not self._load(self.now):
            trouble = told("The language file for {language} is missing or damaged: everything is said in English.", language=self.now)
            self._forget()
            self.now = ENGLISH
        QLocale.setDefault(LOCALES[self.now])
        tongue.speak(_asked_of_qt if self._translators else None, LOCALES[self.now].bcp47Name())
        return trouble

    def _load(self, language: str) -> bool:
        """Ours, and Qt's own texts when they are installed: without those a menu of Qt's is English, nothing more."""
        ours = QTranslator()
        if not ours.load(str(self._folder / f"quarterdeck_{language}.qm")):
            return False
        qts = QTranslator()
        if qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._translators.append(qts)
            self._app.installTranslator(qts)
        self._translators.append(ours)
        self._app.installTranslator(ours)
        return True

    def _forget(self) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []


def _asked_of_qt(source: str) -> str:
    words, _, note = source.partition(tongue.NOTE)
    return QCoreApplication.translate(CONTEXT, words, note or None)
