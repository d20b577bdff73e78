"""What a panel's view must be, and what a row of the table of panels says. A panel exists if it has a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from widgets.style import Theme
from widgets.tongue import mark


class PanelView(Protocol):
    """A QWidget with `asked = Signal(object)` (a Command or Control).

    A panel that keeps something of itself in the workspace has memo() -> str, recall(text) -> bool (False: unreadable, and
    everything stays) and the signal memo_changed.
    """

    def look(self) -> Any:
        """What it wants to see next, and what it has drawn already; called once a frame while visible."""

    def draw(self, picture: Any) -> None:
        """Takes a picture that answers look(); called at most once a frame, never when nothing changed."""

    def set_theme(self, theme: Any) -> None: ...


@dataclass(frozen=True)
class Panel:
    """id: steady, it names the dock in saved layouts. icon: a QtAwesome name. projection: whose pictures it draws; empty: none.

    make_view(theme) imports its view when called, so that a closed panel costs nothing at the start. area: left, right,
    top or bottom, for a panel that the default layout does not place. key: shows and focuses it. linked: it follows the
    chosen instrument by show_instrument(id), and chooses it by its signal chosen(id), when its view has them. own_keys:
    characters it wants for itself while it has the focus, before the window's, beside those of widgets/panel_keys.py: "+-". single: it
    can stand only once.
    """

    id: str
    title: str
    icon: str
    make_view: Callable[[Theme], Any]
    projection: str
    area: str = "left"
    key: str = ""
    linked: bool = False
    own_keys: str = ""
    single: bool = False


def _ladder(theme: Theme) -> Any:
    from widgets.ladder.view import LadderView

    return LadderView(theme)


def _chart(theme: Theme) -> Any:
    from widgets.chart.view import ChartView

    return ChartView(theme)


def _depth(theme: Theme) -> Any:
    from widgets.depth.view import DepthView

    return DepthView(theme)


def _heatmap(theme: Theme) -> Any:
    from widgets.heatmap.view import HeatmapView

    return HeatmapView(theme)


def _tape(theme: Theme) -> Any:
    from widgets.tape.view import TapeView

    return TapeView(theme)


def _ticket(theme: Theme) -> Any:
    from widgets.ticket.view import TicketView

    return TicketView(theme)


def _basket(theme: Theme) -> Any:
    from widgets.ticket.basket_view import BasketView

    return BasketView(theme)


def _orders(theme: Theme) -> Any:
    from widgets.blotter.view import OrdersView
    from widgets.story.view import StorySheet

    return OrdersView(theme, StorySheet)


def _fills(theme: Theme) -> Any:
    from widgets.blotter.view import FillsView
    from widgets.story.view import StorySheet

    return FillsView(theme, StorySheet)


def _positions(theme: Theme) -> Any:
    from widgets.blotter.view import positions_view

    return positions_view(theme)


def _account(theme: Theme) -> Any:
    from widgets.blotter.view import account_view

    return account_view(theme)


def _kill(theme: Theme) -> Any:
    from widgets.kill_switch.view import KillSwitchView

    return KillSwitchView(theme)


def _stops(theme: Theme) -> Any:
    from widgets.kill_switch.stops_view import StopsView

    return StopsView(theme)


def _triggers(theme: Theme) -> Any:
    from widgets.kill_switch.triggers_view import TriggersView

    return TriggersView(theme)


def _groups(theme: Theme) -> Any:
    from widgets.groups.view import GroupsView

    return GroupsView(theme)


def _reconciliation(theme: Theme) -> Any:
    from widgets.reconciliation.view import ReconciliationView

    return ReconciliationView(theme)


def _limits_try(theme: Theme) -> Any:
    from widgets.limits_try.view import LimitsTryView

    return LimitsTryView(theme)


def _watchlist(theme: Theme) -> Any:
    from widgets.watchlist.view import WatchlistView

    return WatchlistView(theme)


def _health(theme: Theme) -> Any:
    from widgets.health.view import HealthView

    return HealthView(theme)


def _people(theme: Theme) -> Any:
    from widgets.people.view import PeopleView

    return PeopleView(theme)


def _risk(theme: Theme) -> Any:
    from widgets.risk.view import RiskView

    return RiskView(theme)


def _statistics(theme: Theme) -> Any:
    from widgets.statistics.view import StatisticsView

    return StatisticsView(theme)


def _operations(theme: Theme) -> Any:
    from widgets.market_operations.view import OperationsView

    return OperationsView(theme)


def _settings(theme: Theme) -> Any:
    from widgets.settings.view import SettingsView

    return SettingsView(theme)


def _keys(theme: Theme) -> Any:
    from widgets.keys.view import KeysView

    return KeysView(theme)


def _alerts(theme: Theme) -> Any:
    from widgets.alerts.view import AlertsView

    return AlertsView(theme)


def _log(theme: Theme) -> Any:
    from widgets.log.view import LogView

    return LogView(theme)


def _journal(theme: Theme) -> Any:
    from widgets.journal.view import JournalView

    return JournalView(theme)


def _help(theme: Theme) -> Any:
    from widgets.help.view import HelpView

    return HelpView(theme)


PANELS = (
    Panel("watchlist", mark("Watchlist"), "mdi6.format-list-bulleted", _watchlist, "watch", "left", "Ctrl+1", linked=True, own_keys=" "),
    Panel("ladder", mark("Ladder"), "mdi6.table-row", _ladder, "ladder", "left", "Ctrl+2", linked=True),
    Panel("chart", mark("Chart"), "mdi6.chart-bar", _chart, "candles", "left", "Ctrl+3", linked=True),
    Panel("depth", mark("Depth"), "mdi6.chart-areaspline", _depth, "depth", "left", "Ctrl+4", linked=True),
    Panel("heatmap", mark("Heatmap"), "mdi6.grid", _heatmap, "heatmap", "left", "Ctrl+Shift+4", linked=True),
    Panel("tape", mark("Time and sales"), "mdi6.format-list-text", _tape, "tape", "right", "Ctrl+5", linked=True),
    Panel("ticket", mark("Order ticket"), "mdi6.receipt-text-outline", _ticket, "ticket", "right", "Ctrl+6", linked=True, own_keys="+-"),
    Panel("basket", mark("Basket"), "mdi6.table-plus", _basket, "basket", "bottom", "Ctrl+B"),
    Panel("orders", mark("Orders"), "mdi6.clipboard-list-outline", _orders, "orders_blotter", "bottom", "Ctrl+7"),
    Panel("groups", mark("Order groups"), "mdi6.link-variant", _groups, "groups", "bottom", "Ctrl+Shift+7"),
    Panel("fills", mark("Fills"), "mdi6.check-all", _fills, "fills", "bottom", "Ctrl+8"),
    Panel("positions", mark("Positions"), "mdi6.scale-balance", _positions, "positions", "right", "Ctrl+9"),
    Panel("account", mark("Account"), "mdi6.wallet-outline", _account, "accounts", "bottom", "Ctrl+Shift+9"),
    Panel("kill", mark("Kill switch"), "mdi6.alert-octagon-outline", _kill, "kill", "right", "Ctrl+0"),
    Panel("stops", mark("Stops"), "mdi6.alert-octagram-outline", _stops, "blast", "bottom", "Ctrl+Shift+0"),
    Panel("triggers", mark("Triggers"), "mdi6.timer-alert-outline", _triggers, "triggers", "bottom", "Ctrl+Shift+5"),
    Panel("reconciliation", mark("Reconciliation"), "mdi6.not-equal-variant", _reconciliation, "breaks", "bottom", "Ctrl+Shift+8"),
    Panel("risk", mark("Risk"), "mdi6.shield-half-full", _risk, "risk", "bottom", "Ctrl+R"),
    Panel("limits_try", mark("Limits time machine"), "mdi6.history", _limits_try, "", "bottom", "Ctrl+Shift+6", single=True),
    Panel("statistics", mark("Statistics"), "mdi6.chart-line", _statistics, "performance", "bottom", "Ctrl+T"),
    Panel("operations", mark("Market operations"), "mdi6.bank-outline", _operations, "operations", "bottom", "Ctrl+M"),
    Panel("alerts", mark("Alerts"), "mdi6.bell-alert-outline", _alerts, "risk", "bottom", "Ctrl+Shift+N"),
    Panel("health", mark("Health"), "mdi6.heart-pulse", _health, "health", "right", "Ctrl+H"),
    Panel("people", mark("People"), "mdi6.account-check-outline", _people, "approvals", "right", "Ctrl+P"),
    Panel("settings", mark("Settings"), "mdi6.cog-outline", _settings, "", "right", "Ctrl+,", single=True),
    Panel("keys", mark("Keys"), "mdi6.keyboard-outline", _keys, "", "right", "Shift+F1", single=True),
    Panel("log", mark("Log"), "mdi6.text-long", _log, "", "bottom", "Ctrl+Shift+G"),
    Panel("journal", mark("Journal"), "mdi6.book-open-page-variant-outline", _journal, "", "bottom", "Ctrl+J"),
    Panel("help", mark("Help"), "mdi6.help-circle-outline", _help, "", "right", "Ctrl+Shift+F1", single=True),
)
