"""The whole file of a person as a Word document."""

from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.blocks import blocks
from ccb_desktop.documents.word.head import letterhead, list_foot, title
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.member_sheet import FRAME_RUN, PHOTO_MM
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.documents.word.pictures import Picture, picture_run
from ccb_desktop.documents.word.tables import bare_table
from ccb_desktop.domain.member_papers.person_file import TITLE, PersonFilePaper
from ccb_desktop.domain.papers import Align

_BESIDE_MM = 4
_NAME_SIZE, _FACT_SIZE = 15, 13
_ABOVE_FACTS = '<w:spacing w:before="120" w:after="60"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right")
)
_FRAMED = (
    f"<w:pBdr>{_FRAME}</w:pBdr>"
    '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>'
    f'<w:ind w:left="{twips(1)}" w:right="{twips(_BESIDE_MM)}"/>'
)
_ROOM = run("\n\n\n", letters(size=11))  # makes the frame as high as a photo


def write_person_file(paper: PersonFilePaper, target: Path) -> Path:
    """Write the file of a person, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    room = room_mm(landscape=False)
    photos = _photos(paper)
    body = [
        letterhead(paper.letterhead, room),
        title([TITLE], room, under=True),
        _who(paper, photos, room),
        blocks(paper.body, room, signed=True),
        list_foot(paper.letterhead, (paper.signature,), room),
        section(landscape=False),
    ]
    head = paper.letterhead
    file = WordFile("".join(body), TITLE, head.issuer, head.practice, photos)
    return write_word(file, target)


def _photos(paper: PersonFilePaper) -> tuple[Picture, ...]:
    if paper.photo is None:
        return ()
    return (Picture(1, paper.photo, *PHOTO_MM, f"Ảnh {paper.name}"),)


def _who(paper: PersonFilePaper, photos: tuple[Picture, ...], room: float) -> str:
    """The photo at the left, name and main facts beside it."""
    width = PHOTO_MM[0] + _BESIDE_MM
    shown = picture_run(photos[0]) if photos else f"{_ROOM}{FRAME_RUN}{_ROOM}"
    above = _TIGHT if photos else _FRAMED
    photo = paragraph(shown, more=above, align=Align.LEFT if photos else Align.CENTER)
    name = paragraph(run(paper.name, letters(bold=True, size=_NAME_SIZE)), more=_ABOVE_FACTS)
    facts = "".join(
        paragraph(
            run(f"{label}: ", letters(size=_FACT_SIZE))
            + run(value or "…", letters(bold=True, size=_FACT_SIZE)),
            more=_TIGHT,
        )
        for label, value in paper.facts
    )
    return paragraph("", more=_TIGHT) + bare_table((width, room - width), [[photo, name + facts]])
