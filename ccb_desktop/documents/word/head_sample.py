"""The head and the signature of a paper by themselves, to be seen before a paper is written."""

from pathlib import Path

from ccb_desktop.documents.layout import lines_needed, room_mm
from ccb_desktop.documents.word.head import LEFT_PART, foot, head_names, letterhead, title
from ccb_desktop.documents.word.markup import twips
from ccb_desktop.documents.word.package import WordFile, write_word
from ccb_desktop.domain.papers import Letterhead, Signature

_MARGIN_MM, _HEIGHT_MM, _LINE_MM = 6, 94, 5
_SIZE = 12  # points, of the names
_MOST_LINES = 2


def write_head_sample(
    head: Letterhead, signature: Signature, titles: tuple[str, str], target: Path
) -> Path:
    """Write them on a small sheet as wide as they stand on paper; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    room = room_mm(landscape=False)
    body = [
        letterhead(head, room),
        title(titles, room, under=True),
        foot(signature, ("Như trên", "Lưu: VT"), room),
        _sheet(room, _HEIGHT_MM + _LINE_MM * sum(_lines_of(head).values())),
    ]
    return write_word(WordFile("".join(body), titles[0], head.issuer, head.practice), target)


def _sheet(room: float, height: float) -> str:
    sides = " ".join(
        f'w:{side}="{twips(_MARGIN_MM)}"' for side in ("top", "right", "bottom", "left")
    )
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(room + 2 * _MARGIN_MM)}" w:h="{twips(height)}"/>'
        f'<w:pgMar {sides} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )


def badly_broken(head: Letterhead) -> list[str]:
    """The names that do not stand well in the head: too many lines, or broken anywhere."""
    return [
        " ".join(name.split())
        for name, needed in _lines_of(head).items()
        if needed > _MOST_LINES or needed > name.count("\n") + 1
    ]


def _lines_of(head: Letterhead) -> dict[str, int]:
    """Each name as the head has it, and how many lines it takes."""
    width = room_mm(landscape=False) * LEFT_PART
    names = head_names(head.parent_in_head, head.issuer_in_head, width)
    return {
        name: lines_needed(name, width, _SIZE, bold=bold)
        for name, bold in zip(names, (False, True), strict=True)
    }
