"""Theme and text size of the running program, applied at once to every window.

Public: `Look(app, state)` with `percent`, `theme`, `set_percent()`, `larger()`, `smaller()`,
`set_theme()`, signal `changed`. Widgets need not listen: fonts,
palette and style sheet reach them through Qt, and what is painted by hand reads
`self.palette()` and `self.fontMetrics()`.
"""

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ccb_desktop import paths
from ccb_desktop.ui.kit import text_size, theme
from ccb_desktop.ui.kit.style_sheet import style_sheet
from ccb_desktop.ui.kit.window_state import WindowState

FONT_FAMILY = "Noto Sans"


class Look(QObject):
    """What the officer chose to see: size of text and colours; remembered."""

    changed = Signal()

    def __init__(self, app: QApplication, state: WindowState) -> None:
        super().__init__(app)
        self._app = app
        self._state = state
        self.percent = text_size.nearest_step(state.whole_number("text_percent", 100))
        self.theme = theme.THEMES.get(state.text("theme", ""), theme.LIGHT)
        app.setStyle("Fusion")
        QDir.setSearchPaths("icons", [str(paths.resources() / "icons")])
        self._family = _register_fonts()
        self._apply()

    def set_percent(self, percent: int) -> None:
        """Show all text at `percent` of its size, now and from now on."""
        self.percent = text_size.nearest_step(percent)
        self._state.set("text_percent", self.percent)
        self._state.save()
        self._apply()

    def larger(self) -> None:
        """One size up."""
        self.set_percent(text_size.next_step(self.percent, 1))

    def smaller(self) -> None:
        """One size down."""
        self.set_percent(text_size.next_step(self.percent, -1))

    def set_theme(self, theme_id: str) -> None:
        """Show the colours of the theme with this id, now and from now on."""
        self.theme = theme.THEMES[theme_id]
        self._state.set("theme", theme_id)
        self._state.save()
        self._apply()

    def _apply(self) -> None:
        """Dress every window, unless it is dressed so already: that takes Qt up to a second."""
        font = QFont(self._family)
        font.setPointSizeF(text_size.points(self.percent))
        sheet = style_sheet(self.theme, self.percent)
        if (self._app.styleSheet(), self._app.font().pointSizeF()) != (sheet, font.pointSizeF()):
            self._app.setFont(font)
            self._app.setPalette(theme.qt_palette(self.theme))
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def _register_fonts() -> str:
    """Make the font that comes with the program known; the system's own if it is missing."""
    found = [
        QFontDatabase.addApplicationFont(str(file))
        for file in sorted((paths.resources() / "fonts").glob("*.ttf"))
    ]
    known = any(
        FONT_FAMILY in QFontDatabase.applicationFontFamilies(number)
        for number in found
        if number >= 0
    )
    return FONT_FAMILY if known else QApplication.font().family()
