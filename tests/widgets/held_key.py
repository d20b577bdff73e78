"""A key that somebody holds down, as window systems send it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

TIMES = 5


def hold(control: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for number in range(TIMES):
        QApplication.sendEvent(control, QKeyEvent(QEvent.Type.KeyPress, key, held, "", number > 0))
    QApplication.sendEvent(control, QKeyEvent(QEvent.Type.KeyRelease, key, held))
