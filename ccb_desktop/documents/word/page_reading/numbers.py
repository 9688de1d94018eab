"""The numbers and bullets of lists, counted as Word counts them."""

from collections.abc import Mapping

from ccb_desktop.documents.word.page_reading.looks import Said, paragraph_said
from ccb_desktop.documents.word.page_reading.opened import Element, child, named, value, whole
from ccb_desktop.domain.printing import roman

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "o": "o"}


class Numbers:
    """The lists of a file; each paragraph asks once, in order."""

    def __init__(self, tree: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._list_of: dict[str, str] = {}
        if tree is None:
            return
        abstract = {
            value(one, "abstractNumId") or "": {
                whole(value(level, "ilvl")): level for level in named(one, "lvl")
            }
            for one in named(tree, "abstractNum")
        }
        for one in named(tree, "num"):
            name = value(one, "numId") or ""
            kind = value(child(one, "abstractNumId")) or ""
            restarts = any(
                child(own, "startOverride") is not None for own in named(one, "lvlOverride")
            )
            self._list_of[name] = name if restarts else f"abstract {kind}"
            own_levels = {
                whole(value(own, "ilvl")): level
                for own in named(one, "lvlOverride")
                if (level := child(own, "lvl")) is not None
            }
            self._levels[name] = {**abstract.get(kind, {}), **own_levels}

    def next(self, properties: Element | None) -> tuple[str, Said]:
        """Number and indents of the next paragraph of a list; both empty for others.

        Args:
            properties: `w:numPr` of the paragraph or of its style.
        """
        name = value(child(properties, "numId")) or ""
        depth = whole(value(child(properties, "ilvl")))
        level = self._levels.get(name, {}).get(depth)
        if level is None:
            return "", {}
        counts = self._counts.setdefault(self._list_of[name], {})
        start = whole(value(child(level, "start")), 1)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        label = self._label(self._levels[name], level, counts)
        return label, paragraph_said(child(level, "pPr"))

    @staticmethod
    def _label(levels: Mapping[int, Element], level: Element, counts: Mapping[int, int]) -> str:
        text = value(child(level, "lvlText")) or ""
        if value(child(level, "numFmt")) == "bullet":
            return _BULLETS.get(text, text if text.isprintable() and text < "\ue000" else "•")
        for depth, one in levels.items():
            kind = value(child(one, "numFmt")) or "decimal"
            count = counts.get(depth, whole(value(child(one, "start")), 1))
            text = text.replace(f"%{depth + 1}", _counted(count, kind))
        return text


def _counted(count: int, kind: str) -> str:
    """A number as a list writes it."""
    if kind == "decimalZero":
        return f"{count:02}"
    if kind in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return roman(count).lower() if kind == "lowerRoman" else roman(count)
    return "" if kind == "none" else str(count)
