"""The page of presets at work: saving the ticket under a name, filling it from one, forgetting one. It sends nothing."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from widgets.ticket import presets
from widgets.ticket.draft import Draft
from widgets.ticket.pages import PresetsPage
from widgets.ticket.presets import EVERYWHERE, Preset
from widgets.tongue import tr

if TYPE_CHECKING:
    from widgets.ticket.view import TicketView


class Named:
    def __init__(self, page: PresetsPage, view: "TicketView") -> None:
        self._page, self._view = page, view
        self.kept: tuple[Preset, ...] = ()
        self.wrong = ""
        """Why the name that stands there can be none; the ticket says it, for the field's own words are behind what was typed."""
        self.list = QMenu(page)
        page.open.clicked.connect(self._open)
        page.save_here.clicked.connect(lambda: self._save(self._symbol()))
        page.save_all.clicked.connect(lambda: self._save(EVERYWHERE))
        page.delete.clicked.connect(self._delete)
        page.name.textChanged.connect(self._on_name)

    def show(self, kept: Sequence[Preset]) -> None:
        self.kept = tuple(kept)

    def use(self, preset: Preset) -> None:
        """Over what is written: side and prices stay."""
        self._page.name.setText(preset.name)
        filled = presets.filled(preset, self._view.draft)
        self._view.edit(**{name: getattr(filled, name) for name in Draft.__dataclass_fields__})

    def _symbol(self) -> str:
        picture = self._view.picture
        return picture.instrument.symbol if picture is not None else EVERYWHERE

    def _open(self) -> None:
        self.list.clear()
        symbol = self._symbol()
        offered = presets.offered(self.kept, symbol)
        for preset in offered:
            where = f"  \u00b7 {preset.symbol}" if preset.symbol else ""
            self.list.addAction(f"{preset.name}{where}".replace("&", "&&"), partial(self.use, preset))
        if not offered:
            self.list.addAction(tr("No presets yet: name this ticket and save it")).setEnabled(False)
        self.list.popup(self._page.open.mapToGlobal(QPoint(0, self._page.open.height())))

    def _save(self, symbol: str) -> None:
        name = self._page.name.text().strip()
        if self._wrong(name):
            return
        self._keep(presets.with_one(self.kept, presets.made(name, symbol, self._view.draft)))

    def _delete(self) -> None:
        name = self._page.name.text().strip()
        if not self._wrong(name):
            self._keep(presets.without(self.kept, name, self._symbol()))

    def _wrong(self, name: str) -> bool:
        self._say(presets.wrong_name(name))
        return bool(self.wrong)

    def _on_name(self, text: str) -> None:
        """Nothing is not wrong before it is to be used."""
        self._say(presets.wrong_name(text) if text.strip() else "")

    def _say(self, sentence: str) -> None:
        self._page.name.set_wrong(bool(sentence))
        if sentence != self.wrong:
            self.wrong = sentence
            self._view.show_again()

    def _keep(self, kept: tuple[Preset, ...]) -> None:
        self.kept = kept
        self._view.presets_changed.emit(kept)
