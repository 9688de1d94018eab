"""Paragraphs of a Word file: their runs, fields, drawings, numbers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ccb_desktop.documents.word.page_reading.drawings import Blocks, drawings
from ccb_desktop.documents.word.page_reading.looks import Styles, as_bytes, tag
from ccb_desktop.documents.word.page_reading.numbers import Numbers
from ccb_desktop.documents.word.page_reading.opened import Element, Part, child, is_on, value
from ccb_desktop.domain.pages.values import (
    Break,
    Inline,
    Look,
    PageNumber,
    PageParagraph,
    Shape,
    Tab,
    Words,
)

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INSIDE = frozenset(
    {"hyperlink", "ins", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "moveTo"}
)
_COUNTS = {"PAGE": False, "NUMPAGES": True, "SECTIONPAGES": True}


@dataclass(slots=True)
class _Field:
    """A field that is being read: what it asks for, and whether its result has begun."""

    asks: str = ""
    result: bool = False
    shown: bool = False


@dataclass(slots=True)
class _Reading:
    """One paragraph while its runs are read."""

    styles: Styles
    style: str
    table: str
    part: Part
    blocks: Blocks
    found: list[Inline] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def read(self, element: Element) -> None:
        """Read what stands in a paragraph, or in a part of it."""
        for one in element:
            name = tag(one)
            if name == "r":
                self._run(one)
            elif name in _INSIDE:
                self.read(one)
            elif name == "fldSimple":
                self._simple_field(one)

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        look = self.styles.look(self.style, self.table, None, properties)
        for one in run:
            name = tag(one)
            if name == "fldChar":
                self._field_sign(value(one, "fldCharType") or "", look)
            elif name == "instrText":
                if self.fields:
                    self.fields[-1].asks += one.text or ""
            elif not self.fields or not self._is_silent():
                self.found += self._inlines(one, name, look)

    def _is_silent(self) -> bool:
        """Whether what stands here is what a field asks, or a result that is counted anew."""
        return any(not one.result or _kind(one.asks) in _COUNTS for one in self.fields)

    def _field_sign(self, kind: str, look: Look) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if _kind(ended.asks) in _COUNTS and not self._is_silent():
                self.found.append(PageNumber(look, _COUNTS[_kind(ended.asks)]))

    def _simple_field(self, element: Element) -> None:
        kind = _kind(value(element, "instr") or "")
        if kind not in _COUNTS:
            self.read(element)
            return
        look = self.styles.look(self.style, self.table, None, child(element, "r", "rPr"))
        self.found.append(PageNumber(look, _COUNTS[kind]))

    def _inlines(self, one: Element, name: str, look: Look) -> Iterator[Inline]:
        if name == "t":
            yield from _texts(one.text or "", look)
        elif name in _SIGNS:
            yield _SIGNS[name](look)
        elif name == "br":
            yield Break(look, page=value(one, "type") == "page")
        elif name in ("drawing", "pict", "object"):
            yield from drawings(one, self.part, self.blocks)
        elif one.tag == f"{_MARKUP}AlternateContent":
            chosen = next((part for part in one if len(part)), None)
            for inside in chosen if chosen is not None else ():
                yield from self._inlines(inside, tag(inside), look)


_SIGNS: dict[str, Callable[[Look], Inline]] = {
    "tab": Tab,
    "ptab": Tab,
    "cr": Break,
    "noBreakHyphen": lambda look: Words("\u2011", look),
    "sym": lambda look: Words("•", look),
}


def _texts(text: str, look: Look) -> Iterator[Inline]:
    """Letters; a line break or tab among them is a space to Word."""
    shown = " ".join(text.split("\n")).replace("\t", " ") if "\n" in text or "\t" in text else text
    if shown:
        yield Words(shown, look)


def _kind(asks: str) -> str:
    words = asks.split()
    return words[0].upper() if words else ""


def read_paragraph(
    element: Element, styles: Styles, numbers: Numbers, table: str, part: Part, blocks: Blocks
) -> PageParagraph:
    """A `w:p`.

    Args:
        element: The paragraph.
        styles: Of the file.
        numbers: Of its lists; asked once for each paragraph.
        table: Style of the table it stands in, or empty.
        part: Where it stands, for its pictures.
        blocks: Reads text boxes.
    """
    properties = child(element, "pPr")
    held = _held(properties, styles, table)
    plain = _plain_words(element, held, styles, table)
    if plain is not None:
        return PageParagraph((plain,), held.shape, held.mark, "", held.level)
    reading = _Reading(styles, held.style, table, part, blocks)
    reading.read(element)
    inlines = tuple(_joined(reading.found))
    if held.listed is None:
        return PageParagraph(inlines, held.shape, held.mark, "", held.level)
    label, indents = numbers.next(held.listed)
    shape = styles.shape(held.style, table, properties, indents)
    if label:
        inlines = (Tab(held.mark), *inlines)
    return PageParagraph(inlines, shape, held.mark, label, held.level)


def _plain_words(element: Element, held: "_Held", styles: Styles, table: str) -> Words | None:
    """The words of a paragraph that is one run of plain letters, as in most cells of a list."""
    last = element[-1] if 0 < len(element) < 3 else None
    if held.listed is not None or last is None or tag(last) != "r" or not 0 < len(last) < 3:
        return None
    letters, properties = last[-1], last[0] if len(last) > 1 else None
    shown = letters.text
    if tag(letters) != "t" or not shown or "\n" in shown or "\t" in shown:
        return None
    if len(element) == 2 and tag(element[0]) != "pPr":
        return None
    if properties is not None and (
        tag(properties) != "rPr" or child(properties, "vanish") is not None
    ):
        return None
    return Words(shown, styles.look(held.style, table, None, properties))


@dataclass(frozen=True, slots=True)
class _Held:
    """What follows from the properties of a paragraph, the same for many."""

    style: str
    shape: Shape
    mark: Look
    level: int
    listed: Element | None


def _held(properties: Element | None, styles: Styles, table: str) -> _Held:
    key = (as_bytes(properties), table)
    held = styles.held.get(key)
    if not isinstance(held, _Held):
        style = value(child(properties, "pStyle")) or styles.usual["paragraph"]
        held = styles.held[key] = _Held(
            style,
            styles.shape(style, table, properties),
            styles.look(style, table, child(properties, "rPr")),
            styles.level(style, properties),
            _list_of(properties, style, styles),
        )
    return held


def _list_of(properties: Element | None, style: str, styles: Styles) -> Element | None:
    own = child(properties, "numPr")
    if own is not None:
        return own
    chain = (child(one, "pPr", "numPr") for one in reversed(styles.chain(style)))
    return next((one for one in chain if one is not None), None)


def _joined(found: list[Inline]) -> Iterator[Inline]:
    """Letters of one look, which Word cuts into many runs, as one."""
    waiting: Words | None = None
    for one in found:
        if isinstance(one, Words):
            if waiting is not None and waiting.look == one.look:
                waiting = Words(waiting.text + one.text, one.look)
                continue
            if waiting is not None:
                yield waiting
            waiting = one
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield one
    if waiting is not None:
        yield waiting
