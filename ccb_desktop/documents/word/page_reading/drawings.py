"""Pictures, text boxes, charts and shapes of a Word file, in the line or floating."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from ccb_desktop.documents.word.page_reading.chart_pictures import chart_picture
from ccb_desktop.documents.word.page_reading.opened import Element, Part, R, W, points, whole
from ccb_desktop.domain.pages.values import Block, Edge, Floating, Frame, From, Inline, Picture

_EMU = 12_700.0
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_WP = f"{{{_DRAWING}wordprocessingDrawing}}"
_A = f"{{{_DRAWING}main}}"
_V = "{urn:schemas-microsoft-com:vml}"
_FROM = {
    "page": From.PAGE, "margin": From.MARGIN, "leftMargin": From.PAGE,
    "topMargin": From.PAGE, "insideMargin": From.PAGE,
}  # fmt: skip
_ALIGNED = {"inside": "left", "outside": "right"}
_KINDS = {
    "chart": "Biểu đồ", "diagram": "Sơ đồ", "picture": "Hình", "wordprocessingShape": "Hình vẽ",
    "wordprocessingGroup": "Hình vẽ", "wordprocessingCanvas": "Hình vẽ",
}  # fmt: skip

Blocks = Callable[[Element], tuple[Block, ...]]
"""Reads what stands in a text box."""


def drawings(element: Element, part: Part, blocks: Blocks) -> Iterator[Inline]:
    """What a `w:drawing` or `w:pict` holds."""
    for one in element:
        if one.tag == f"{_WP}inline":
            yield _thing(one, part, blocks)
        elif one.tag == f"{_WP}anchor":
            yield _floating(one, _thing(one, part, blocks))
        elif isinstance(one.tag, str) and one.tag.startswith(_V):
            made = _old_shape(one, part, blocks)
            if made is not None:
                yield made


def _thing(place: Element, part: Part, blocks: Blocks) -> Picture | Frame:
    """What stands in a place: a picture, a text box, or a frame for what is not drawn here."""
    extent = place.find(f"{_WP}extent")
    width, height = (
        (points(extent.get(side), _EMU) or 0.0) if extent is not None else 0.0
        for side in ("cx", "cy")
    )
    words = _words(place)
    blip = place.find(f".//{_A}blip")
    if blip is not None:
        content = part.package.content(part.target(blip.get(f"{R}embed")))
        return Picture(content, width, height, words)
    chart = _chart(place, part)
    drawn = chart_picture(chart, width, height) if chart is not None else None
    if drawn is not None:
        return Picture(drawn, width, height, words)
    inside = place.find(f".//{W}txbxContent")
    if inside is not None:
        return Frame(width, height, words, blocks(inside), _outline(place), _fill(place))
    return Frame(width, height, words or _kind(place))


def _chart(place: Element, part: Part) -> Element | None:
    """The part of the chart that stands in a place."""
    asked = place.find(f".//{{{_DRAWING}chart}}chart")
    name = part.target(asked.get(f"{R}id")) if asked is not None else ""
    return part.package.optional(name) if name else None


def _words(place: Element) -> str:
    said = place.find(f"{_WP}docPr")
    return (said.get("descr") or said.get("title") or "") if said is not None else ""


def _kind(place: Element) -> str:
    data = place.find(f".//{_A}graphicData")
    uri = (data.get("uri") or "") if data is not None else ""
    kind = next((words for end, words in _KINDS.items() if uri.endswith(end)), "Hình")
    said = place.find(f"{_WP}docPr")
    name = said.get("name") if said is not None else ""
    return f"{kind}: {name}" if name else kind


def _shape_property(place: Element, name: str) -> Element | None:
    """An element of the properties of the shape itself, not of what stands in it."""
    for one in place.iter():
        if isinstance(one.tag, str) and etree.QName(one).localname == "spPr":
            return one.find(_A + name)
    return None


def _outline(place: Element) -> Edge | None:
    line = _shape_property(place, "ln")
    if line is None or line.find(f"{_A}noFill") is not None:
        return None
    colour = line.find(f".//{_A}srgbClr")
    width = points(line.get("w"), _EMU) or 0.75
    return Edge(width, (colour.get("val") or "000000") if colour is not None else "000000")


def _fill(place: Element) -> str:
    solid = _shape_property(place, "solidFill")
    colour = solid.find(f"{_A}srgbClr") if solid is not None else None
    return (colour.get("val") or "") if colour is not None else ""


def _floating(anchor: Element, thing: Picture | Frame) -> Floating:
    """Where something floats."""
    across, x, align = _position(anchor.find(f"{_WP}positionH"))
    down, y, rise = _position(anchor.find(f"{_WP}positionV"))
    wraps = {etree.QName(one).localname for one in anchor if isinstance(one.tag, str)}
    return Floating(
        thing,
        x,
        y,
        across,
        down,
        _ALIGNED.get(align, align),
        {"inside": "top", "outside": "bottom"}.get(rise, rise),
        clears="wrapTopAndBottom" in wraps,
        beside=bool(wraps & {"wrapSquare", "wrapTight", "wrapThrough"}),
        behind=anchor.get("behindDoc") in ("1", "true"),
    )


def _position(element: Element | None) -> tuple[From, float, str]:
    if element is None:
        return From.TEXT, 0.0, ""
    placed_by = _FROM.get(element.get("relativeFrom") or "", From.TEXT)
    offset, align = element.find(f"{_WP}posOffset"), element.find(f"{_WP}align")
    by = (points(offset.text, _EMU) or 0.0) if offset is not None else 0.0
    return placed_by, by, (align.text or "") if align is not None else ""


# --- Drawings as Word made them before 2010 -------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Css:
    """The `style` of an old shape."""

    text: str

    def get(self, name: str) -> str:
        parts = (part.partition(":") for part in self.text.split(";"))
        return next((after.strip() for key, _, after in parts if key.strip() == name), "")

    def size(self, name: str) -> float:
        return points(self.get(name), 1.0) or 0.0


def _old_shape(shape: Element, part: Part, blocks: Blocks) -> Inline | None:
    if shape.tag == f"{_V}shapetype":
        return None
    style = _Css(shape.get("style") or "")
    width, height = style.size("width"), style.size("height")
    image, inside = shape.find(f"{_V}imagedata"), shape.find(f".//{W}txbxContent")
    thing: Picture | Frame
    if image is not None:
        content = part.package.content(part.target(image.get(f"{R}id")))
        thing = Picture(content, width, height, image.get("title") or "")
    elif inside is not None:
        stroke = None if shape.get("stroked") in ("f", "false") else Edge(0.75)
        thing = Frame(width, height, "", blocks(inside), stroke)
    elif width and height:
        thing = Frame(width, height, "Hình vẽ")
    else:
        return None
    if style.get("position") != "absolute":
        return thing
    return Floating(
        thing,
        style.size("margin-left"),
        style.size("margin-top"),
        _FROM.get(style.get("mso-position-horizontal-relative"), From.TEXT),
        _FROM.get(style.get("mso-position-vertical-relative"), From.TEXT),
        style.get("mso-position-horizontal")
        if style.get("mso-position-horizontal") in ("left", "center", "right")
        else "",
        behind=whole(style.get("z-index") or None) < 0,
    )
