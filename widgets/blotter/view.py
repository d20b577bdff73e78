"""The four blotter panels, by name: one place for the table of panels to import from."""

from widgets.blotter.fills import FillsView
from widgets.blotter.orders import OrdersView
from widgets.blotter.positions import account_view, positions_view

__all__ = ["FillsView", "OrdersView", "account_view", "positions_view"]
