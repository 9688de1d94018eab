"""The fonts of a paper, and how wide and high their letters are.

Public: `PaperFonts` with `width(text, look)`, `heights(look)`, `font(look)`, `UNITS`. Letters
are measured large and without hinting, so that a line ends at the same word on the screen, on
a printer and in a PDF.
"""

from PySide6.QtGui import QFont, QFontMetricsF

from ccb_desktop.domain.pages.strips import Heights
from ccb_desktop.domain.pages.values import Look

UNITS = 20
"""In how many parts of a point letters are drawn and measured."""

_ALIKE = {
    "times new roman": ("Liberation Serif", "Tinos", "Noto Serif"),
    "times": ("Liberation Serif", "Tinos", "Noto Serif"),
    ".vntime": ("Times New Roman", "Liberation Serif"),
    "arial": ("Liberation Sans", "Arimo", "Noto Sans"),
    "calibri": ("Carlito", "Liberation Sans"),
    "cambria": ("Caladea", "Liberation Serif"),
    "courier new": ("Liberation Mono", "Cousine"),
}
_OTHERS = ("Times New Roman", "Liberation Serif", "Noto Sans")
_RAISED = 0.65  # of the size


class PaperFonts:
    """Holds what it has measured."""

    def __init__(self) -> None:
        self._fonts: dict[Look, QFont] = {}
        self._metrics: dict[Look, QFontMetricsF] = {}
        self._widths: dict[Look, dict[str, float]] = {}
        self._heights: dict[Look, Heights] = {}

    def font(self, look: Look) -> QFont:
        """The font of a look, `UNITS` times its size."""
        if look not in self._fonts:
            font = QFont()
            font.setFamilies([look.font, *_ALIKE.get(look.font.lower(), ()), *_OTHERS])
            size = look.size * (_RAISED if look.raised else 1.0)
            font.setPixelSize(max(1, round(size * UNITS)))
            font.setBold(look.bold)
            font.setItalic(look.italic)
            font.setStrikeOut(look.struck)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[look] = font
        return self._fonts[look]

    def width(self, text: str, look: Look) -> float:
        """Width of a text in points."""
        widths = self._widths.get(look)
        if widths is None:
            widths = self._widths[look] = {}
        found = widths.get(text)
        if found is None:
            found = widths[text] = self._measured(look).horizontalAdvance(text) / UNITS
        return found

    def heights(self, look: Look) -> Heights:
        """Heights of a look in points."""
        if look not in self._heights:
            metrics = self._measured(look)
            parts = metrics.ascent(), metrics.descent(), max(0.0, metrics.leading())
            self._heights[look] = Heights(*(part / UNITS for part in parts))
        return self._heights[look]

    def _measured(self, look: Look) -> QFontMetricsF:
        if look not in self._metrics:
            self._metrics[look] = QFontMetricsF(self.font(look))
        return self._metrics[look]
