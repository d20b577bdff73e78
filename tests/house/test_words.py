"""The catalog: whole, kept together with the code, in words that the shipped fonts have."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from app.theme import FONTS
from tests.house import words
from tests.house.spoken import listed_too_high
from tests.sessions import ROOT

PLACES = re.compile(r"\{[^}]*\}")
ENGLISH_ENDING = "{s}"
"""The s of an English plural: other languages have no use for it."""
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    line for line in (Path(__file__).parent / "latin_words.txt").read_text(encoding="utf-8").split() if not line.startswith("#")
}
"""Names, codes, keys and typed words that are the same in every language."""
CATALOGS = [words.catalog(ROOT, language) for language in words.LANGUAGES]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_the_catalog_has_what_the_code_says_and_nothing_else(path: Path) -> None:
    wanted, known = set(words.sources(ROOT)), set(words.translations(path))
    assert wanted - known == set(), "make words, and translate what is unfinished"
    assert known - wanted == set(), "make words: the code does not say this any more"


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_places_are_kept(path: Path) -> None:
    for source, said in words.translations(path).items():
        assert said.strip(), source
        assert set(PLACES.findall(said)) == set(PLACES.findall(source)) - {ENGLISH_ENDING}, source


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_no_english_is_left(path: Path) -> None:
    left = {word for said in words.translations(path).values() for word in LATIN.findall(PLACES.sub("", said))} - NAMES
    assert left == set()


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_what_is_shipped_is_made_from_it(path: Path, tmp_path: Path) -> None:
    words.release(path, tmp_path / "made.qm")
    assert path.with_suffix(".qm").read_bytes() == (tmp_path / "made.qm").read_bytes()


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_character_has_a_glyph(path: Path, qapp: QApplication) -> None:
    fonts = [QRawFont(str(ROOT / "resources" / "fonts" / name), 12.0) for name in FONTS]
    said = "".join(words.translations(path).values())
    lacking = {letter for letter in said if letter.isprintable() and not any(font.supportsCharacter(ord(letter)) for font in fonts)}
    assert lacking == set()


def test_the_list_of_what_speaks_english_only_shrinks() -> None:
    assert listed_too_high(ROOT) == [], "lower the numbers in tests/house/spoken.py"


def test_texts_are_read_out_of_every_form(tmp_path: Path) -> None:
    code = (
        'a = tr("One")\nb = tongue.told("Two {n}", n=2)\nc = mark("Three "\n  "and more")\nT = Table({1: "Four##a note", 2: ""})\n'
        'f"{tr(x)} not this"\nSetting("max_open_orders", 1)\n'
    )
    (tmp_path / "app").mkdir()
    (tmp_path / "widgets").mkdir()
    (tmp_path / "app" / "a.py").write_text(code)
    assert list(words.sources(tmp_path)) == ["One", "Two {n}", "Three and more", "Four##a note", "Max open orders"]


def test_a_changed_code_keeps_what_was_translated(tmp_path: Path) -> None:
    path = tmp_path / "a.ts"
    wanted = dict.fromkeys(("Buy", "Sell", "Low", "Low##of a disk"), "app/a.py")
    known = {"Buy": "买入", "Low": "低", "Low##of a disk": "不足"}
    words.write(path, "zh_CN", wanted, {**known, "Old": "旧"})
    assert words.translations(path) == known
