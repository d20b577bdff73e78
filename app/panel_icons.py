"""The sign of a panel in its title and in menus, in the theme's colour."""

import qtawesome
from PySide6.QtGui import QIcon

from widgets.panels import Panel
from widgets.style import Theme


def icon(panel: Panel, theme: Theme) -> QIcon:
    """An unknown name gives no icon: the title's words are enough."""
    try:
        return qtawesome.icon(panel.icon, color=theme.muted) if panel.icon else QIcon()
    except Exception:  # qtawesome raises a bare Exception for a name it does not know
        return QIcon()
