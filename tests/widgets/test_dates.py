"""Days in both languages."""

from datetime import date

from PySide6.QtWidgets import QApplication

from app.language import CHINESE, ENGLISH, Languages
from tests.sessions import ROOT
from widgets.dates import day_text, weekday_text


def test_a_day_as_the_language_writes_it(qapp: QApplication) -> None:
    day = date(2018, 7, 13)
    languages = Languages(qapp, ROOT / "resources")
    assert (day_text(day), weekday_text(day)) == ("13 Jul", "Fri 13 Jul")
    languages.speak(CHINESE)
    assert (day_text(day), weekday_text(day)) == ("7月13日", "7月13日 周五")
    languages.speak(ENGLISH)
