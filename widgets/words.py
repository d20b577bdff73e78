"""Wrapped text in one of the theme's colours; without words it takes no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.style import Theme, font, px


class Words(QLabel):
    """Wrapped text in one of the theme's colours."""

    def __init__(self, theme: Theme, px: int, strong: bool = False, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setFont(font(px, strong))
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def say(self, text: str, token: str = "") -> None:
        if token and token != self._token:
            self._token = token
            self.set_theme(self._theme)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
        # Shown before it has a place, it would be a window of its own for a moment, and take the focus.
        if not text or self.parentWidget() is not None:
            self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """One line: a label would ask for the height of its words in the narrowest column."""
        return QSize(px(40), self.fontMetrics().height())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.color(self._token))
        self.setPalette(palette)
