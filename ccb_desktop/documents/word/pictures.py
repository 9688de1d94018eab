"""Pictures in a Word file: their drawing in a run, and the parts that hold them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccb_desktop.documents.xml_text import escape

_EMU_PER_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES_PART = "[Content_Types].xml"
_RELATIONS_PART = "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG and how large it stands on paper.

    Attributes:
        number: Tells the pictures of one file apart, from 1.
        described: What is read out in its place.
    """

    number: int
    content: bytes
    width_mm: float
    height_mm: float
    described: str

    @property
    def relation(self) -> str:
        """By what the body names it."""
        return f"ccbPicture{self.number}"

    @property
    def part(self) -> str:
        """Where its bytes lie in the package, below `word/`."""
        return f"media/ccb-picture-{self.number}.jpeg"


def picture_run(picture: Picture) -> str:
    """A run that holds a picture and nothing else."""
    width, height = (round(mm * _EMU_PER_MM) for mm in (picture.width_mm, picture.height_mm))
    words = escape(picture.described).replace('"', "&quot;")
    named = f'id="{1000 + picture.number}" name="Picture {picture.number}" descr="{words}"'
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_RELATION}" '
        f'r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_pictures(parts: dict[str, bytes], pictures: Iterable[Picture]) -> dict[str, bytes]:
    """The parts of a package with pictures to which its body may point."""
    held = list(pictures)
    if not held:
        return parts
    relations = "".join(
        f'<Relationship Id="{one.relation}" Type="{_RELATION}/image" Target="{one.part}"/>'
        for one in held
    )
    types = parts[_TYPES_PART]
    if b'Extension="jpeg"' not in types:
        types = _before_end(
            types, "</Types>", '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        )
    return {
        **parts,
        _TYPES_PART: types,
        _RELATIONS_PART: _before_end(parts[_RELATIONS_PART], "</Relationships>", relations),
        **{f"word/{one.part}": one.content for one in held},
    }


def _before_end(part: bytes, end: str, more: str) -> bytes:
    """A part with elements added at its end; the order of these elements is free."""
    before, found, after = part.decode("utf-8").rpartition(end)
    return f"{before}{more}{found}{after}".encode()
