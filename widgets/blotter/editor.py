"""One row under the filter to change an order's quantity, trigger and price in place; only what can be changed is shown.

Invariant: it edits one order, by key; when that order ends, it says so and asks for nothing. Enter asks, Escape closes.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.domain.instrument import NARROW_SPACE
from core.projections.pictures import OrderRow
from widgets import labels
from widgets.blotter.form import FieldError, has_limit, has_trigger, replace, replaceable
from widgets.flat import Caption, FlatButton, FlatField
from widgets.sizes import plain_qty_text
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import ended, tr
from widgets.untaken import NOT_TAKEN, Sending


class Editor(QWidget):
    asked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row: OrderRow | None = None
        self.sending = Sending()
        self.what = Caption(theme, strong=True)
        self.qty = FlatField(theme, tr("New total quantity"), tr("New total quantity, filled part included"))
        self.trigger = FlatField(theme, tr("New trigger"), tr("New trigger: one that the market has reached fires the order at once"))
        self.price = FlatField(theme, tr("New limit price"), tr("New limit price"))
        self.send = FlatButton(tr("Replace"), theme, tr("Replace the order"), tr("Replace the order (Enter)"))
        self.leave = FlatButton(tr("Close"), theme, tr("Close the editor"), tr("Leave the order as it is (Esc)"))
        self.error = Caption(theme, token="warning")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX)
        for field in (self.qty, self.trigger, self.price):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(px(88))
            field.returnPressed.connect(self._ask)
        for part in (self.what, self.qty, self.trigger, self.price, self.send, self.leave):
            layout.addWidget(part)
        layout.addWidget(self.error, 1)
        self.send.clicked.connect(self._ask)
        self.leave.clicked.connect(self.close_editor)
        self.setFixedHeight(ROW_PX + 2 * GRID_PX)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.what, self.qty, self.trigger, self.price, self.send, self.leave, self.error):
            part.set_theme(theme)
        self.update()

    def edit(self, row: OrderRow) -> None:
        if row.instrument is None:
            return
        self.row = row
        what = tr("{side} {symbol}, order {order_id}", side=labels.SIDE[row.side], symbol=row.instrument.symbol, order_id=row.order_id)
        self.what.say(what)
        self.what.setFixedWidth(self.what.width_of(what) + 2 * GRID_PX)
        self.qty.setText(plain_qty_text(row.instrument, row.qty).replace(NARROW_SPACE, ""))
        for field, price, has in ((self.trigger, row.trigger, has_trigger(row)), (self.price, row.price, has_limit(row))):
            field.setText(row.instrument.price_text(price).replace(NARROW_SPACE, "") if has else "")
            field.setVisible(has)
        self._complain(None)
        self.send.setEnabled(True)
        self.show()
        first = self.trigger if has_trigger(row) else self.price if has_limit(row) else self.qty
        first.setFocus()
        first.selectAll()

    def follow(self, row: OrderRow | None) -> None:
        """The edited order as it is now; None: it is gone."""
        self.row = row
        if row is None:
            self.close_editor()
        elif not replaceable(row):
            self.send.setEnabled(False)
            state = labels.order_state(row.state, row.filled, row.undone).lower()
            self.error.say(tr("The order is {lower}: nothing to replace.", lower=state))

    def close_editor(self) -> None:
        self.row = None
        self.hide()
        self.closed.emit()

    def _ask(self) -> None:
        if self.row is None:
            return
        try:
            command = replace(self.row, self.qty.text(), self.price.text(), self.trigger.text())
        except FieldError as error:
            self._complain(error)
            return
        if self.sending.ask(self.asked, command):
            self.close_editor()
        else:
            self.error.say(tr(NOT_TAKEN.text), "critical")
            self.error.setToolTip(self.error.text())

    def _complain(self, error: FieldError | None) -> None:
        for name, field in (("qty", self.qty), ("trigger", self.trigger), ("price", self.price)):
            field.set_wrong(error is not None and error.field == name)
        self.error.say(ended(str(error)) if error is not None else "", "warning")
        self.error.setToolTip(str(error) if error is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("hairline"))
