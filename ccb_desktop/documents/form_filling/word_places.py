"""The blanks of a Word file: dots in sentences, empty cells, content controls, empty bookmarks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.blank_text import blank_spans
from ccb_desktop.documents.form_filling.parts import FormPackage, ancestor, elements

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BODY = "word/document.xml"

_INSIDE = frozenset(
    W + name for name in ("r", "hyperlink", "smartTag", "ins", "fldSimple", "customXml", "bdo")
)
_LEADERS = frozenset({"dot", "underscore", "hyphen", "middleDot", "heavy"})
_NO_TEXT = frozenset(
    W + name for name in ("checkbox", "picture", "docPartList", "docPartObj", "group")
)


class SpotKind(StrEnum):
    """What makes a blank."""

    DOTS = "DOTS"
    TAB = "TAB"
    CONTROL = "CONTROL"
    MARK = "MARK"
    EMPTY = "EMPTY"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a paragraph, and the element that holds it."""

    sign: str
    element: "_Element"
    offset: int


@dataclass(frozen=True, slots=True)
class Spot:
    """One blank of a paragraph: the signs from `start` to before `end`."""

    kind: SpotKind
    start: int
    end: int
    element: "_Element"


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with its signs and its blanks, in order."""

    element: "_Element"
    signs: tuple[Sign, ...]
    spots: tuple[Spot, ...]

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(sign.sign for sign in self.signs)


def form_parts(package: FormPackage) -> list[str]:
    """The parts that can hold blanks: heads of pages, the text, feet of pages."""
    heads = sorted(name for name in package.names if name.startswith("word/header"))
    feet = sorted(name for name in package.names if name.startswith("word/footer"))
    xml = [name for name in (*heads, BODY, *feet) if name.endswith(".xml")]
    return [name for name in xml if name in package]


def paragraphs(root: "_Element") -> list["_Element"]:
    """The paragraphs of a part; of what stands in it twice for old programs, the first."""
    return [one for one in elements(root, W + "p") if ancestor(one, f"{_MC}Fallback") is None]


def table_rows(root: "_Element") -> list["_Element"]:
    """The rows of all tables of a part, as `paragraphs`."""
    return [one for one in elements(root, W + "tr") if ancestor(one, f"{_MC}Fallback") is None]


def twin_of(paragraph: "_Element") -> "_Element | None":
    """The same paragraph of a text box as old programs read it, where it stands twice."""
    choice = ancestor(paragraph, f"{_MC}Choice")
    whole = choice.getparent() if choice is not None else None
    fallback = whole.find(f"{_MC}Fallback") if whole is not None else None
    if choice is None or fallback is None:
        return None
    ours, theirs = list(choice.iter(W + "p")), list(fallback.iter(W + "p"))
    if len(ours) != len(theirs):
        return None
    found = theirs[ours.index(paragraph)]
    return found if read_paragraph(found).text == read_paragraph(paragraph).text else None


def place_of(part: str, paragraph: int, spot: int) -> str:
    """The place of a blank: its part, the number of its paragraph, its number there."""
    return json.dumps({"v": 1, "part": part, "p": paragraph, "n": spot})


def row_place(part: str, row: int) -> str:
    """The place of a row of a table."""
    return json.dumps({"v": 1, "part": part, "row": row})


def read_paragraph(paragraph: "_Element") -> ReadParagraph:
    """The signs and blanks of a paragraph; frames of text in it are paragraphs of their own."""
    signs: list[Sign] = []
    spots: list[Spot] = []
    _walk(paragraph, signs, spots)
    around = _control_around(paragraph)
    if around is not None:
        spots = [Spot(SpotKind.CONTROL, 0, len(signs), around)]
    else:
        spots += _dotted(paragraph, signs, spots)
    if not spots and _is_empty_cell(paragraph, signs):
        spots.append(Spot(SpotKind.EMPTY, 0, 0, paragraph))
    spots.sort(key=lambda spot: (spot.start, spot.end))
    return ReadParagraph(paragraph, tuple(signs), tuple(spots))


def _walk(element: "_Element", signs: list[Sign], spots: list[Spot]) -> None:
    for child in element:
        tag = child.tag
        if tag in _INSIDE:
            _walk(child, signs, spots)
        elif tag == W + "sdt":
            _walk_control(child, signs, spots)
        elif tag == W + "t":
            signs += (Sign(sign, child, at) for at, sign in enumerate(child.text or ""))
        elif tag == W + "tab" and element.tag == W + "r":
            signs.append(Sign("\t", child, -1))
        elif tag in (W + "br", W + "cr"):
            signs.append(Sign("\n", child, -1))
        elif tag == W + "bookmarkStart" and _is_empty_mark(child):
            spots.append(Spot(SpotKind.MARK, len(signs), len(signs), child))


def _walk_control(control: "_Element", signs: list[Sign], spots: list[Spot]) -> None:
    start = len(signs)
    inside = control.find(W + "sdtContent")
    found: list[Spot] = []
    if inside is not None:
        _walk(inside, signs, found)
    if takes_text(control) and (is_placeholder(control) or len(signs) == start):
        spots.append(Spot(SpotKind.CONTROL, start, len(signs), control))
    else:
        spots += found


def is_placeholder(control: "_Element") -> bool:
    """Whether a content control only asks to be filled."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def takes_text(control: "_Element") -> bool:
    """Whether a content control holds text, not a box to tick or a picture."""
    properties = control.find(W + "sdtPr")
    kinds = {child.tag for child in properties} if properties is not None else set()
    return not kinds & (_NO_TEXT | {f"{_W14}checkbox"})


def _control_around(paragraph: "_Element") -> "_Element | None":
    """The content control that holds the paragraph, or its cell, and asks to be filled."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == W + "tc":
        parent = parent.getparent()
    control = parent.getparent() if parent is not None and parent.tag == W + "sdtContent" else None
    if control is None or not takes_text(control) or not is_placeholder(control):
        return None
    first = next(control.iter(W + "p"), None)
    return control if first is paragraph else None


def _is_empty_mark(mark: "_Element") -> bool:
    name, following = mark.get(W + "name") or "_", mark.getnext()
    ends = following is not None and following.tag == W + "bookmarkEnd"
    return (
        ends
        and not name.startswith("_")
        and following is not None
        and following.get(W + "id") == mark.get(W + "id")
    )


def _dotted(paragraph: "_Element", signs: list[Sign], taken: list[Spot]) -> Iterator[Spot]:
    """Runs of dots, and tabs that draw dots, outside the content controls found already."""
    text = "".join(sign.sign for sign in signs)
    spans = [(SpotKind.DOTS, *span) for span in blank_spans(text)]
    if text.strip() and _draws_dots(paragraph):
        spans += [(SpotKind.TAB, at, at + 1) for at, sign in enumerate(text) if sign == "\t"]
    for kind, start, end in spans:
        if not any(spot.start < end and start < spot.end for spot in taken):
            yield Spot(kind, start, end, signs[start].element)


def _draws_dots(paragraph: "_Element") -> bool:
    stops = paragraph.findall(f"{W}pPr/{W}tabs/{W}tab")
    return any(stop.get(W + "leader") in _LEADERS for stop in stops)


def _is_empty_cell(paragraph: "_Element", signs: list[Sign]) -> bool:
    """Whether it is the first paragraph of a cell that holds nothing at all."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != W + "tc" or signs:
        return False
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(W + "val") != "restart":
        return False
    filled = (W + "t", W + "drawing", W + "pict", W + "object", W + "tbl", W + "sdt")
    return cell.find(W + "p") is paragraph and not any(True for _ in cell.iter(*filled))
