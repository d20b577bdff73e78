"""The three blotter panels, by name: one place for the table of panels to import from."""

from widgets.blotter.fills import FillsView
from widgets.blotter.orders import OrdersView
from widgets.blotter.positions import PositionsView

__all__ = ["FillsView", "OrdersView", "PositionsView"]
