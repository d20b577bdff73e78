"""A strip as high as its words are at its width: whoever lays out the window's top asks for no height by width."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Fitted(QWidget):
    def fit(self) -> None:
        """Sets its height."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Afterwards: a height that changes inside a resize leaves the parts where the old height had them.
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
