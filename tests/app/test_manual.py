"""The manual in Chinese: page by page, heading by heading what the English one is, and shown where it is asked for."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from pytestqt.qtbot import QtBot

from app.aids import DOCS, PAGES
from app.runtime import RESOURCES
from app.theme import FONTS
from tests.house import words
from tests.sessions import ROOT
from widgets import tongue
from widgets.help.view import HelpView, anchor, headings
from widgets.style import THEMES

pytestmark = pytest.mark.window_only

CHINESE = DOCS / "zh"
ENGLISH_ONLY = {"gallery"}
"""Made by make shots."""
TRANSLATED = sorted(path.stem for path in DOCS.glob("*.md") if path.stem not in ENGLISH_ONLY)
HAN = re.compile(r"[\u4e00-\u9fff]")


def pages(name: str) -> tuple[str, str]:
    return tuple((folder / f"{name}.md").read_text(encoding="utf-8") for folder in (DOCS, CHINESE))  # type: ignore[return-value]


def prose(markdown: str) -> str:
    """Without blocks of code."""
    without = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^    .*$", "", without, flags=re.MULTILINE)


def shape(markdown: str) -> dict[str, object]:
    text = prose(markdown)
    return {
        "headings": [len(signs) for signs in re.findall(r"^(#+) ", text, re.MULTILINE)],
        "blocks of code": re.findall(r"^```", markdown, re.MULTILINE),
        "items": len(re.findall(r"^\s*(?:[-*]|\d+\.) ", text, re.MULTILINE)),
        "rows of tables": len(re.findall(r"^\|", text, re.MULTILINE)),
        "links": Counter(link.replace("../", "") for link in re.findall(r"\]\(([^)]+)\)", text)),
    }


def test_every_page_is_there_and_no_other() -> None:
    assert sorted(path.stem for path in CHINESE.glob("*.md")) == TRANSLATED


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_page_is_built_as_the_english_one(name: str) -> None:
    english, chinese = map(shape, pages(name))
    assert chinese == english


@pytest.mark.parametrize("name", TRANSLATED)
def test_what_is_typed_is_the_same(name: str) -> None:
    """Commands, settings, keys: what stands in code, unless the window says it in Chinese."""
    english, chinese = ({" ".join(one.split()) for one in re.findall(r"`([^`]+)`", prose(text))} for text in pages(name))
    said = words.translations(words.catalog(ROOT, "zh_CN"))
    assert {one for one in english if one not in chinese and said.get(one) not in chinese} == set()
    assert chinese <= english | {said.get(one) for one in english}


@pytest.mark.parametrize("name", TRANSLATED)
def test_it_is_chinese(name: str) -> None:
    _, chinese = pages(name)
    paragraphs = [part for part in prose(chinese).split("\n\n") if len(re.sub(r"`[^`]*`|[^A-Za-z]", "", part)) > 120]
    assert [part for part in paragraphs if not HAN.search(part)] == []


@pytest.fixture
def manual(qtbot: QtBot) -> HelpView:
    tongue.speak(lambda source: source, "zh_CN")
    view = HelpView(THEMES["dark"])
    qtbot.addWidget(view)
    view.give_folder(DOCS)
    view.resize(460, 400)
    view.show()
    yield view
    tongue.speak(None)


@pytest.mark.parametrize("address", sorted(set(PAGES.values())))
def test_f1_opens_it_at_the_same_heading(manual: HelpView, address: str) -> None:
    name, _, heading = address.partition("#")
    manual.open(address)
    assert manual.shown() == name and HAN.search(manual.page.toPlainText())
    if heading:
        place = [anchor(one) for one in headings(pages(name)[0])].index(heading)
        block = list(manual._headings())[place]
        top, bar = manual.page.document().documentLayout().blockBoundingRect(block).top(), manual.page.verticalScrollBar()
        assert bar.value() in (int(top), bar.maximum())


def test_a_page_that_is_not_translated_is_shown_in_english(manual: HelpView) -> None:
    manual.open("gallery")
    assert manual.shown() == "gallery" and not HAN.search(manual.page.toPlainText())


def test_another_language_keeps_the_page(manual: HelpView, qtbot: QtBot) -> None:
    manual.open("orders")
    other = HelpView(THEMES["dark"])
    qtbot.addWidget(other)
    other.take_over(manual.hand_over())
    other.give_folder(Path(DOCS))
    other.show()
    assert other.shown() == "orders"


def test_every_character_has_a_glyph_in_the_shipped_fonts() -> None:
    fonts = [QRawFont(str(RESOURCES / "fonts" / name), 13.0) for name in FONTS]
    english, written = ({one for path in folder.glob("*.md") for one in path.read_text(encoding="utf-8")} for folder in (DOCS, CHINESE))
    assert sorted(one for one in written - english if not any(font.supportsCharacter(ord(one)) for font in fonts)) == []
