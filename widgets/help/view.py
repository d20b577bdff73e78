"""The help panel: pages of the manual as they are shipped, with links between them; Alt+Left goes back.

A page in the language of now stands in a folder of the manual's own (zh/), heading by heading as the English one, whose headings are
the addresses in every language; a page that is not there is shown in English. Invariants: it opens files of the manual's folder only,
and no address outside; it asks nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from widgets.flat import FlatButton
from widgets.style import GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import language, mark, tr
from widgets.words import Words

FRONT = "window"
"""The manual's first page."""
MISSING = mark("The manual is not installed beside the program: look for the folder docs of its source.")


def anchor(heading: str) -> str:
    """As the web makes it of a heading: small letters, dashes for spaces, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def headings(markdown: str) -> list[str]:
    """From the page's beginning on, without their signs; what stands in a block of code is none."""
    text = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return [found.replace("`", "") for found in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]


class HelpView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder: Path | None = None
        self._first = FRONT
        self.back = FlatButton(tr("Back"), theme, tr("The page before"), tr("Back (Alt+Left)"))
        self.front = FlatButton(tr("Contents"), theme, tr("The manual's first page"), tr("All pages"))
        self.said = Words(theme, SMALL_PX, token="muted")
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setAccessibleName(tr("Page of the manual"))
        self.page.anchorClicked.connect(self._follow)
        self.page.sourceChanged.connect(self._begin)
        self.back.clicked.connect(self.page.backward)
        self.front.clicked.connect(lambda: self.open(FRONT))
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        top.setSpacing(2 * GRID_PX)
        top.addWidget(self.back)
        top.addWidget(self.front)
        top.addWidget(self.said, 1)
        top.addStretch(1)
        self.page.document().setDocumentMargin(2 * GRID_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        self.setFocusProxy(self.page)
        self.setAccessibleName(tr("Help"))
        self.set_theme(theme)

    def give_folder(self, folder: Path) -> None:
        self._folder = folder
        self.page.setSearchPaths([str(folder / language()[:2]), str(folder)])

    def hand_over(self) -> str:
        """For the panel that takes this one's place in another language."""
        return self.shown() or self._first

    def take_over(self, page: str) -> None:
        self._first = page

    def open(self, address: str) -> None:
        """address: a page's name without its ending; behind a # the heading to begin at, as on the web: charts#heatmap-ctrlshift4."""
        name, _, heading = address.partition("#")
        path = self._folder / f"{name}.md" if self._folder is not None else None
        if path is None or not path.is_file() or path.parent != self._folder:
            self.said.say(tr(MISSING) if path is None or not path.parent.is_dir() else tr("There is no page {name}.", name=name), "warning")
            return
        self.said.say("")
        url = QUrl(path.name)
        if heading:
            url.setFragment(heading)
        self.page.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def anchors(self) -> list[str]:
        """Of the headings of the page that is shown, from its beginning on: the English ones in every language."""
        return self._anchors_of(self.page.source())

    def _anchors_of(self, page: QUrl) -> list[str]:
        path = self._folder / page.fileName() if self._folder is not None else None
        return [anchor(one) for one in headings(path.read_text(encoding="utf-8"))] if path is not None and path.is_file() else []

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.shown():
            self.open(self._first)

    def shown(self) -> str:
        return self.page.source().fileName().removesuffix(".md")

    def look(self) -> None:
        """It draws no pictures."""

    def draw(self, picture: Any) -> None: ...

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.back, self.front, self.said)
        for part in parts:
            part.set_theme(theme)
        palette = self.page.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("panel"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("selection"))
        # Under a style sheet the viewport keeps the palette it was first shown with.
        for part in (self.page, self.page.viewport()):
            part.setPalette(palette)
        shown = self.shown()
        if shown:
            self.page.reload()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(460), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() or link.host():
            self.said.say(tr("Not opened here: {todisplaystring}", todisplaystring=link.toDisplayString()[:120]), "muted")
        elif link.fileName().endswith(".md"):
            self.open(f"{link.fileName().removesuffix('.md')}#{link.fragment()}")
        elif link.hasFragment():
            self.open(f"{self.shown()}#{link.fragment()}")

    def _headings(self) -> Iterator[QTextBlock]:
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                yield block
            block = block.next()

    def _begin(self, source: QUrl) -> None:
        """At the heading: Qt's Markdown gives headings no anchors of their own."""
        known = self._anchors_of(source)
        place = known.index(source.fragment()) if source.fragment() in known else -1
        block = next((one for number, one in enumerate(self._headings()) if number == place), None)
        if block is not None:
            top = self.page.document().documentLayout().blockBoundingRect(block).top()
            self.page.verticalScrollBar().setValue(int(top))

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.page.backward()
        else:
            super().keyPressEvent(event)
