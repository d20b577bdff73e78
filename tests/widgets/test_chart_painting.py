"""The chart is painted once, in the frame that drew it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.test_chart import candle, full, picture, view  # noqa: F401  # fixtures


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_what_is_drawn_is_painted_once_and_in_the_same_frame(full):  # noqa: F811
    QApplication.processEvents()
    paints = Paints(full.plot.viewport())
    full.draw(picture((candle(299), candle(300)), first=299, version=2))
    QApplication.sendEvent(full, QEvent(QEvent.Type.UpdateRequest))
    assert paints.count == 1
    QApplication.processEvents()
    assert paints.count == 1
    full.draw(picture((candle(300),), first=300, version=3))
    QApplication.sendEvent(full, QEvent(QEvent.Type.UpdateRequest))
    assert paints.count == 1, "nothing changed but the version"
