"""Fills a Word form in place: only the touched places of its XML change."""

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.parts import FormPackage
from ccb_desktop.documents.form_filling.word_places import (
    ReadParagraph,
    Sign,
    Spot,
    SpotKind,
    W,
    paragraphs,
    read_paragraph,
    table_rows,
    twin_of,
)
from ccb_desktop.documents.form_filling.word_shape import cell_text, cells_of
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.superior_forms.contents import Contents, Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH_IDS = re.compile(r"\}(paraId|textId)$")
_GONE = "mẫu không còn ô đã gắn. Hãy mở lại mẫu và gắn lại."

Texts = Mapping[int, str]
"""Number of a blank in its paragraph → what stands there."""


def fill_word(package: FormPackage, contents: Contents) -> None:
    """Write everything into its place.

    Raises:
        BadFile: A place is not there.
    """
    by_paragraph: dict[tuple[str, int], dict[int, str]] = {}
    for place, filled in contents.single.items():
        part, number, spot = _place(place)
        by_paragraph.setdefault((part, number), {})[spot] = filled.text
    rows = [(_row(row), records) for row, records in contents.rows.items() if records]
    parts = {part for part, _number in by_paragraph} | {part for (part, _row), _r in rows}
    for part in sorted(parts):
        found = _Part(package, part)
        of_rows = [(row, records) for (of_part, row), records in rows if of_part == part]
        singles = {number: t for (of, number), t in by_paragraph.items() if of == part}
        found.fill(singles, of_rows)


class _Part:
    """One part while it is filled; places count in it as it was read."""

    def __init__(self, package: FormPackage, part: str) -> None:
        if part not in package:
            raise BadFile(_GONE)
        root = package.touch(part)
        self._paragraphs = paragraphs(root)
        self._rows = table_rows(root)

    def fill(
        self, singles: Mapping[int, Texts], rows: Sequence[tuple[int, Sequence[Record]]]
    ) -> None:
        for number, texts in singles.items():
            paragraph = self._paragraph(number)
            twin = twin_of(paragraph)
            for one in (paragraph, twin):
                if one is not None:
                    fill_paragraph(one, texts)
        for row, records in rows:
            if row >= len(self._rows):
                raise BadFile(_GONE)
            self._fill_row(self._rows[row], records)

    def _paragraph(self, number: int) -> "_Element":
        if number >= len(self._paragraphs):
            raise BadFile(_GONE)
        return self._paragraphs[number]

    def _fill_row(self, row: "_Element", records: Sequence[Record]) -> None:
        """The row takes the first record; empty rows below the next ones; then copies of it."""
        inside = list(row.iter(W + "p"))
        places = {one: at for at, one in enumerate(self._paragraphs)}
        numbers = {places[one]: at for at, one in enumerate(inside) if one in places}
        wanted = [_in_row(record, numbers) for record in records]
        pattern, last = deepcopy(row), row
        first = cell_text(cells_of(row)[0]) if cells_of(row) else ""
        for count, texts in enumerate(wanted):
            if count:
                below = last.getnext()
                if below is None or not _is_free(below, pattern, texts):
                    below = _copied(pattern, first, count)
                    last.addnext(below)
                last = below
            _fill_paragraphs(last, texts)


def _in_row(record: Record, numbers: Mapping[int, int]) -> dict[int, dict[int, str]]:
    """Texts by number of the paragraph within its row."""
    found: dict[int, dict[int, str]] = {}
    for place, filled in record.items():
        _part, number, spot = _place(place)
        if number not in numbers:
            raise BadFile(_GONE)
        found.setdefault(numbers[number], {})[spot] = filled.text
    return found


def _fill_paragraphs(row: "_Element", texts: Mapping[int, Texts]) -> None:
    inside = list(row.iter(W + "p"))
    for number, of_spots in texts.items():
        fill_paragraph(inside[number], of_spots)


def _is_free(row: "_Element", pattern: "_Element", texts: Mapping[int, Texts]) -> bool:
    """Whether a row below has the same cells, and the same blanks in them, still empty."""
    if row.tag != W + "tr" or len(cells_of(row)) != len(cells_of(pattern)):
        return False
    ours, theirs = list(pattern.iter(W + "p")), list(row.iter(W + "p"))
    if len(ours) != len(theirs) or next(row.iter(W + "vMerge"), None) is not None:
        return False
    for number, of_spots in texts.items():
        spots = read_paragraph(theirs[number]).spots
        if len(spots) <= max(of_spots, default=0):
            return False
    others = (one for number, one in enumerate(theirs) if number not in texts)
    return all(re.fullmatch(r"[\d.…_\s]*", read_paragraph(one).text) for one in others)


def _copied(pattern: "_Element", first: str, count: int) -> "_Element":
    """A copy of the row; its order, where it has one, goes on."""
    made = deepcopy(pattern)
    for element in made.iter():
        for name in [one for one in element.attrib if _PARAGRAPH_IDS.search(str(one))]:
            del element.attrib[name]
    marks = list(made.iter(W + "bookmarkStart", W + "bookmarkEnd"))
    for mark in marks:
        parent = mark.getparent()
        if parent is not None and not read_paragraph(parent).spots:
            parent.remove(mark)
    if first.isascii() and first.isdecimal():
        read = read_paragraph(next(cells_of(made)[0].iter(W + "p")))
        _replace(read.signs[0 : len(read.signs)], str(int(first) + count))
    return made


def fill_paragraph(paragraph: "_Element", texts: Texts) -> None:
    """Write into blanks of a paragraph, from the last to the first, so that each stays found.

    Raises:
        BadFile: It has no such blank.
    """
    read = read_paragraph(paragraph)
    if max(texts) >= len(read.spots):
        raise BadFile(_GONE)
    for number in sorted(texts, reverse=True):
        _fill_spot(read, read.spots[number], clean(texts[number]).replace("\t", " "))


def _fill_spot(read: ReadParagraph, spot: Spot, text: str) -> None:
    if spot.kind is SpotKind.DOTS:
        _replace(read.signs[spot.start : spot.end], text)
    elif spot.kind is SpotKind.TAB:
        _put_before(spot.element, text)
    elif spot.kind is SpotKind.CONTROL:
        _fill_control(read, spot, text)
    elif spot.kind is SpotKind.MARK:
        spot.element.addnext(_run(spot.element, text, _look_beside(spot.element)))
    else:
        look = read.element.find(f"{W}pPr/{W}rPr")
        read.element.append(_run(read.element, text, look))


def _replace(signs: Sequence[Sign], text: str) -> None:
    """Put a text in the place of signs; it looks like the first of them."""
    in_text = [sign for sign in signs if sign.offset >= 0]
    spans: dict[_Element, list[int]] = {}
    for sign in in_text:
        spans.setdefault(sign.element, []).append(sign.offset)
    for number, (element, offsets) in reversed(list(enumerate(spans.items()))):
        whole = element.text or ""
        new = text if number == 0 else ""
        _set_text(element, whole[: offsets[0]] + new + whole[offsets[-1] + 1 :])
    for sign in signs:
        parent = sign.element.getparent()
        if sign.offset < 0 and in_text and parent is not None:
            parent.remove(sign.element)


def _set_text(element: "_Element", text: str) -> None:
    """The text of a `w:t`; its further lines follow it as lines of the same run."""
    first, *others = text.split("\n")
    element.text = first
    element.set(_SPACE, "preserve")
    last = element
    for line in others:
        for name, inside in (("br", None), ("t", line)):
            made = element.makeelement(W + name)
            made.text = inside
            if inside is not None:
                made.set(_SPACE, "preserve")
            last.addnext(made)
            last = made


def _put_before(tab: "_Element", text: str) -> None:
    made = tab.makeelement(W + "t")
    tab.addprevious(made)
    _set_text(made, text)


def _fill_control(read: ReadParagraph, spot: Spot, text: str) -> None:
    """A content control keeps its kind; that it asks to be filled is over."""
    control = spot.element
    properties = control.find(W + "sdtPr")
    if properties is not None:
        for name in ("showingPlcHdr", "dataBinding"):
            for found in properties.findall(W + name):
                properties.remove(found)
    inside = control.find(W + "sdtContent")
    if inside is None:
        inside = control.makeelement(W + "sdtContent")
        control.append(inside)
    for style in list(inside.iter(W + "rStyle")):
        parent = style.getparent()
        if parent is not None:
            parent.remove(style)
    signs = [sign for sign in read.signs[spot.start : spot.end] if sign.offset >= 0]
    if signs:
        _replace(read.signs[spot.start : spot.end], text)
    elif next(control.iter(W + "p"), None) is read.element:
        read.element.append(_run(inside, text, properties_look(properties)))
    else:
        inside.append(_run(inside, text, properties_look(properties)))


def properties_look(properties: "_Element | None") -> "_Element | None":
    """The look that a content control gives its text."""
    return properties.find(W + "rPr") if properties is not None else None


def _look_beside(element: "_Element") -> "_Element | None":
    """The look of the nearest run before, else of the nearest behind."""
    for run in (*element.itersiblings(W + "r", preceding=True), *element.itersiblings(W + "r")):
        return run.find(W + "rPr")
    return None


def _run(near: "_Element", text: str, look: "_Element | None") -> "_Element":
    run = near.makeelement(W + "r")
    if look is not None:
        kept = deepcopy(look)
        for child in list(kept):
            if child.tag in (W + "ins", W + "del", W + "rPrChange"):
                kept.remove(child)
        run.append(kept)
    written = near.makeelement(W + "t")
    run.append(written)
    _set_text(written, text)
    return run


def _place(place: str) -> tuple[str, int, int]:
    found = json.loads(place)
    return str(found["part"]), int(found["p"]), int(found["n"])


def _row(row: str) -> tuple[str, int]:
    found = json.loads(row)
    return str(found["part"]), int(found["row"])
