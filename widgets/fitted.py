"""A part as high as what stands in it is at its width: whoever lays it out asks for no height by width."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Fitted(QWidget):
    def fit(self) -> None:
        """Sets its height, and places its parts where no layout does."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Afterwards: a height that changes inside a resize leaves the parts where the old height had them.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
