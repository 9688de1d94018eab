"""The fonts of a paper, and how wide and high their letters are.

Public: `PaperFonts` with `width(text, look)`, `heights(look)`, `font(look)`, `forget_paper()`,
and `UNITS`. Letters are measured large and without hinting, so that a line ends at the same
word on the screen, on a printer and in a PDF.
"""

from dataclasses import dataclass, replace

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
_MOST_WIDTHS = 20_000  # of words of one look; a long list has about so many


@dataclass(slots=True)
class _Held:
    """What is known of one look; it holds the look, so that no other has its identity."""

    look: Look
    font: QFont
    metrics: QFontMetricsF
    heights: Heights
    widths: dict[str, float]


class PaperFonts:
    """Holds what it has measured, by the identity of a look: a paper has few of them."""

    def __init__(self) -> None:
        self._held: dict[int, _Held] = {}
        self._alike: dict[Look, _Held] = {}

    def font(self, look: Look) -> QFont:
        """The font of a look, `UNITS` times its size."""
        return self._of(look).font

    def width(self, text: str, look: Look) -> float:
        """Width of a text in points."""
        held = self._held.get(id(look)) or self._of(look)
        found = held.widths.get(text)
        if found is None:
            found = held.widths[text] = held.metrics.horizontalAdvance(text) / UNITS
        return found

    def heights(self, look: Look) -> Heights:
        """Heights of a look in points."""
        return (self._held.get(id(look)) or self._of(look)).heights

    def forget_paper(self) -> None:
        """Another paper comes: let go of the looks of the last one, and of too many words.

        A view of papers lives as long as the window; each paper brings looks of its own.
        """
        self._held.clear()
        for alike in self._alike.values():
            if len(alike.widths) > _MOST_WIDTHS:
                alike.widths.clear()

    def _of(self, look: Look) -> _Held:
        held = self._held.get(id(look))
        if held is None:
            alike = self._alike.get(look) or _measured(look)
            self._alike[look] = alike
            held = self._held[id(look)] = replace(alike, look=look)
        return held


def _measured(look: Look) -> _Held:
    font = QFont()
    font.setFamilies([look.font, *_ALIKE.get(look.font.lower(), ()), *_OTHERS])
    size = look.size * (_RAISED if look.raised else 1.0)
    font.setPixelSize(max(1, round(size * UNITS)))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    font.setStrikeOut(look.struck)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    parts = metrics.ascent(), metrics.descent(), max(0.0, metrics.leading())
    return _Held(look, font, metrics, Heights(*(part / UNITS for part in parts)), {})
