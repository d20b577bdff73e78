"""A Theme put on the whole application: Fusion, its own palette, and a small style sheet for what a palette cannot say.

The sheet stays small because a big one doubles the cost of every repaint; panels paint themselves from the Theme.
"""

from pathlib import Path

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from widgets.style import DATA_PX, Theme, font

FONTS = ("Inter-Regular.otf", "Inter-SemiBold.otf", "NotoSansSC-Regular.otf")


def load_fonts(resources: Path) -> list[str]:
    """Loads the interface fonts; returns the names of those that are missing or damaged (Qt then takes its own)."""
    return [name for name in FONTS if QFontDatabase.addApplicationFont(str(resources / "fonts" / name)) < 0]


def apply(app: QApplication, theme: Theme) -> None:
    """Does nothing when the theme is in place: polishing every widget again takes tens of milliseconds."""
    made, data = sheet(theme), font(DATA_PX)
    if app.styleSheet() == made and app.font() == data:
        return
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(data)
    app.setPalette(palette(theme))
    app.setStyleSheet(made)


def palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for token, roles in {
        "window": (role.Window, role.Dark, role.Shadow),
        "panel": (role.Base,),
        "raised": (role.Button, role.AlternateBase, role.ToolTipBase, role.Light, role.Midlight),
        "hairline": (role.Mid,),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText, role.HighlightedText),
        "muted": (role.PlaceholderText,),
        "selection_fill": (role.Highlight,),
        "selection": (role.Link, role.LinkVisited, role.Accent),
    }.items():
        for one in roles:
            made.setColor(one, theme.color(token))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, _between(theme.color("muted"), theme.color("panel"), 0.6))
    return made


def sheet(theme: Theme) -> str:
    """Focus is always a line in the selection colour."""
    t = theme
    # In the high contrast themes window and panels are both black: there the gaps themselves must be seen.
    gap, gap_px = (t.window, 4) if t.window != t.panel else (t.hairline, 2)
    return f"""
QMainWindow {{ background: {t.window}; }}
QMainWindow::separator {{ background: {gap}; width: {gap_px}px; height: {gap_px}px; }}
QMainWindow::separator:hover {{ background: {t.selection}; }}
QMenuBar {{ background: {t.panel}; padding: 0 4px; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.selection_fill}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.hairline}; padding: 4px 0; }}
QMenu::item {{ padding: 4px 24px 4px 28px; }}
QMenu::item:selected {{ background: {t.selection_fill}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: 4px 0; }}
QToolBar {{ border: 0; padding: 0; margin: 0; spacing: 0; background: {t.panel}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.hairline}; padding: 4px; }}
QTabBar {{ background: {t.window}; }}
QTabBar::tab {{
    background: {t.window}; color: {t.muted}; padding: 4px 12px; border: 0; border-top: 2px solid transparent;
}}
QTabBar::tab:selected {{ background: {t.panel}; color: {t.text}; border-top-color: {t.selection}; }}
QTabBar::tab:focus {{ border-top-color: {t.text}; }}
QScrollBar {{ background: {t.panel}; border: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {t.hairline}; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QHeaderView {{ background: {t.panel}; }}
QHeaderView::section {{
    background: {t.panel}; color: {t.muted}; border: 0; border-bottom: 1px solid {t.hairline}; padding: 0 6px;
}}
QPushButton {{ background: {t.raised}; border: 1px solid {t.hairline}; border-radius: 3px; padding: 3px 12px; }}
QPushButton:hover {{ background: {t.hairline}; }}
QPushButton:focus {{ border: 2px solid {t.selection}; padding: 2px 11px; }}
QPushButton:disabled {{ color: {t.muted}; }}
"""


def _between(one: QColor, other: QColor, part: float) -> QColor:
    """part 1 is one, 0 is other."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs))
