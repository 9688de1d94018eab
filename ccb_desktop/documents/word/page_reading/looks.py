"""How letters and paragraphs look: what their properties say, over what their styles say."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from ccb_desktop.documents.word.page_reading.opened import (
    Element,
    W,
    child,
    is_on,
    named,
    points,
    value,
    whole,
)
from ccb_desktop.domain.pages.values import (
    Edge,
    Edges,
    Justify,
    LineRule,
    Look,
    Shape,
    TabStop,
)

Said = dict[str, Any]
"""What properties say: names of `Look` or `Shape` with their values."""

_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MARKERS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF",
    "blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip
_JUSTIFIED = {
    "center": Justify.CENTER, "right": Justify.RIGHT, "end": Justify.RIGHT,
    "both": Justify.BOTH, "distribute": Justify.BOTH, "left": Justify.LEFT,
    "start": Justify.LEFT,
}  # fmt: skip
_SWITCHES = {
    "b": "bold", "i": "italic", "strike": "struck", "caps": "capitals",
    "smallCaps": "small_capitals",
}  # fmt: skip
_PARAGRAPH_SWITCHES = {
    "keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "new_page",
    "widowControl": "no_lone_line", "contextualSpacing": "close",
}  # fmt: skip
_RULES = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}
_LEADERS = {"dot": ".", "middleDot": ".", "hyphen": "-", "underscore": "_", "heavy": "_"}
FIRST_ROW = "\nfirst row"
_AUTO_SPACE = 14.0  # points, where the program is left to choose


class Fonts:
    """The fonts that a theme stands for."""

    def __init__(self, theme: Element | None) -> None:
        self._names: dict[str, str] = {}
        for kind in ("major", "minor"):
            found = (
                theme.find(f".//{_THEME}{kind}Font/{_THEME}latin") if theme is not None else None
            )
            if found is not None and found.get("typeface"):
                self._names[kind] = found.get("typeface", "")

    def name(self, fonts: Element) -> str | None:
        """The font that an element names, itself or by the theme."""
        themed = value(fonts, "asciiTheme") or value(fonts, "hAnsiTheme")
        if themed:
            return self._names.get(themed[:5])
        return value(fonts, "ascii") or value(fonts, "hAnsi")


def letters_said(properties: Element | None, fonts: Fonts) -> Said:
    """What `w:rPr` says of letters."""
    said: Said = {}
    if properties is None:
        return said
    for one in properties:
        name = etree.QName(one).localname
        if name in _SWITCHES:
            said[_SWITCHES[name]] = is_on(one)
        elif name in _LETTERS:
            said |= _LETTERS[name](one)
        elif name == "rFonts":
            font = fonts.name(one)
            said |= {"font": font} if font else {}
    return said


def _size(one: Element) -> Said:
    size = points(value(one), 2)
    return {"size": size} if size else {}


def _colour(one: Element) -> Said:
    colour = value(one) or "auto"
    return {"colour": colour if _is_colour(colour) else "000000"}


def _raised(one: Element) -> Said:
    return {"raised": {"superscript": 1, "subscript": -1}.get(value(one) or "", 0)}


_LETTERS: Mapping[str, Callable[[Element], Said]] = {
    "sz": _size,
    "color": _colour,
    "vertAlign": _raised,
    "u": lambda one: {"underline": is_on(one)},
    "dstrike": lambda one: {"struck": is_on(one)},
    "highlight": lambda one: {"ground": _MARKERS.get(value(one) or "", "")},
    "shd": lambda one: {"ground": ground(one)},
}


def ground(shade: Element | None) -> str:
    """The colour of a shade, or empty."""
    fill = value(shade, "fill") or ""
    return fill if _is_colour(fill) else ""


def _is_colour(text: str) -> bool:
    return len(text) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)


# --- Paragraphs -----------------------------------------------------------------------------


def paragraph_said(properties: Element | None) -> Said:
    """What `w:pPr` says of a paragraph."""
    said: Said = {}
    if properties is None:
        return said
    for one in properties:
        name = etree.QName(one).localname
        if name in _PARAGRAPH_SWITCHES:
            said[_PARAGRAPH_SWITCHES[name]] = is_on(one)
        elif name in _PARAGRAPHS:
            said |= _PARAGRAPHS[name](one)
    return said


def _indents(one: Element) -> Said:
    said: Said = {}
    for name, ways in {"left": ("left", "start"), "right": ("right", "end")}.items():
        size = next((points(value(one, way)) for way in ways if value(one, way)), None)
        if size is not None:
            said[name] = size
    hanging, first = points(value(one, "hanging")), points(value(one, "firstLine"))
    if hanging is not None:
        said["first"] = -hanging
    elif first is not None:
        said["first"] = first
    return said


def _spacing(one: Element) -> Said:
    said: Said = {}
    for name in ("before", "after"):
        size = points(value(one, name))
        if value(one, f"{name}Autospacing") in ("1", "true", "on"):
            size = _AUTO_SPACE
        if size is not None:
            said[name] = size
    line = value(one, "line")
    if line is not None:
        rule = _RULES.get(value(one, "lineRule") or "auto", LineRule.TIMES)
        said["line_rule"] = rule
        said["line"] = points(line, 240 if rule is LineRule.TIMES else 20) or 1.0
    return said


def _tabs(one: Element) -> Said:
    stops = [
        (
            points(value(stop, "pos")) or 0.0,
            value(stop) or "left",
            _LEADERS.get(value(stop, "leader") or "", ""),
        )
        for stop in named(one, "tab")
    ]
    return {"tabs": tuple(TabStop(*stop) for stop in stops)}


_PARAGRAPHS: Mapping[str, Callable[[Element], Said]] = {
    "jc": lambda one: {"justify": _JUSTIFIED.get(value(one) or "", Justify.LEFT)},
    "ind": _indents,
    "spacing": _spacing,
    "tabs": _tabs,
    "pBdr": lambda one: {"edges": edges(one)},
    "shd": lambda one: {"ground": ground(one)},
}


def justified(element: Element | None) -> Justify | None:
    """Where something stands by its `w:jc`; None where it says nothing."""
    return _JUSTIFIED.get(value(element) or "")


# --- Borders --------------------------------------------------------------------------------


def edge(one: Element | None) -> Edge | None:
    """A line of a border; None where there is none."""
    kind = value(one) or "none"
    if one is None or kind in ("none", "nil"):
        return None
    colour = value(one, "color") or "auto"
    size = whole(value(one, "sz"), 4) / 8
    if "thin" in kind or kind == "triple":
        kind, size = "double", size / 3
    kinds = {"double": "double", "dashed": "dashed", "dotted": "dotted", "dotDash": "dashed"}
    return Edge(
        max(size, 0.25), colour if _is_colour(colour) else "000000", kinds.get(kind, "single")
    )


def edges(around: Element | None) -> Edges:
    """The lines around something."""
    if around is None:
        return Edges()
    start = child(around, "left") if child(around, "left") is not None else child(around, "start")
    end = child(around, "right") if child(around, "right") is not None else child(around, "end")
    return Edges(edge(child(around, "top")), edge(child(around, "bottom")), edge(start), edge(end))


# --- Styles ---------------------------------------------------------------------------------


class Styles:
    """The styles of a file, each with what those it is based on say."""

    def __init__(self, tree: Element | None, fonts: Fonts) -> None:
        self.fonts = fonts
        self._elements: dict[str, Element] = {}
        self._chains: dict[str, list[Element]] = {}
        self._looks: dict[tuple[str, str, bytes, bytes], Look] = {}
        self._shapes: dict[tuple[str, str, bytes], Shape] = {}
        self.held: dict[tuple[bytes, str], object] = {}
        self.usual = {"paragraph": "", "table": ""}
        defaults = child(tree, "docDefaults")
        self._letters = letters_said(child(defaults, "rPrDefault", "rPr"), fonts)
        self._paragraph = paragraph_said(child(defaults, "pPrDefault", "pPr"))
        for style in named(tree, "style") if tree is not None else ():
            name, kind = value(style, "styleId") or "", value(style, "type") or ""
            self._elements[name] = style
            if value(style, "default") in ("1", "true", "on") and kind in self.usual:
                self.usual[kind] = name

    def chain(self, name: str) -> list[Element]:
        """A style behind those it is based on, the most general first.

        The name of the style of a table with `FIRST_ROW` behind it has what the style says of
        the first row, too.
        """
        if name not in self._chains:
            found: list[Element] = []
            current, in_first_row, _rest = name.partition(FIRST_ROW)
            while current in self._elements and self._elements[current] not in found:
                found.insert(0, self._elements[current])
                current = value(child(found[0], "basedOn")) or ""
            if in_first_row:
                found += [
                    one
                    for style in found[:]
                    for one in named(style, "tblStylePr")
                    if value(one, "type") == "firstRow"
                ]
            self._chains[name] = found
        return self._chains[name]

    def look(
        self, style: str, table: str, mark: Element | None, run: Element | None = None
    ) -> Look:
        """How letters look.

        Args:
            style: Of their paragraph.
            table: Style of the table they stand in, or empty.
            mark: Properties that all of the paragraph has, for its end.
            run: Properties of the letters alone.
        """
        key = (style, table, as_bytes(mark), as_bytes(run))
        if key not in self._looks:
            said = dict(self._letters)
            own = value(child(run if run is not None else mark, "rStyle"))
            for name in (table, style, own or ""):
                for one in self.chain(name):
                    said |= letters_said(child(one, "rPr"), self.fonts)
            said |= letters_said(run if run is not None else mark, self.fonts)
            self._looks[key] = Look(**said)
        return self._looks[key]

    def shape(
        self, style: str, table: str, properties: Element | None, listed: Said | None = None
    ) -> Shape:
        """How a paragraph stands; `listed` is what its list says of indents."""
        key = (style, table, as_bytes(properties))
        if key not in self._shapes or listed:
            said = dict(self._paragraph)
            for one in (*self.chain(table), *self.chain(style)):
                said |= paragraph_said(child(one, "pPr"))
            said |= listed or {}
            said |= paragraph_said(properties)
            said["tabs"] = tuple(
                sorted((s for s in said.get("tabs", ()) if s.align != "clear"), key=lambda s: s.at)
            )
            made = Shape(**said, style=style)
            if listed:
                return made
            self._shapes[key] = made
        return self._shapes[key]

    def level(self, style: str, properties: Element | None) -> int:
        """The level of a heading, from 1; 0 for other paragraphs."""
        own = value(child(properties, "outlineLvl"))
        for one in (own, *(value(child(s, "pPr", "outlineLvl")) for s in self.chain(style)[::-1])):
            if one is not None:
                level = whole(one, 9) + 1
                return level if level < 10 else 0
        return 0


def as_bytes(element: Element | None) -> bytes:
    """What properties say, as a key under which what follows from them can be held."""
    return etree.tostring(element, with_tail=False) if element is not None else b""


class _Tags(dict[object, str]):
    """The names of elements, each found once."""

    def __missing__(self, name: object) -> str:
        own = isinstance(name, str) and name.startswith(W)
        self[name] = found = str(name)[len(W) :] if own else ""
        return found


_tags = _Tags()


def tag(element: Element) -> str:
    """The name of an element of Word's own; empty for others."""
    return _tags[element.tag]
