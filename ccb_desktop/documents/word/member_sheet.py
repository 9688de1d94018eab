"""Member sheets: the template filled for one person or many, each on pages of his own."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ccb_desktop.documents.word.filled import with_fitting_head, write_filled
from ccb_desktop.documents.word.forms import Form, markup
from ccb_desktop.documents.word.markup import letters, run
from ccb_desktop.documents.word.pictures import Picture, picture_run
from ccb_desktop.domain.member_papers.member_sheet import (
    EVENT_FIELDS,
    OWN_FIELDS,
    POST_FIELDS,
    MemberSheet,
)

TITLE = "Phiếu thông tin hội viên"
TEMPLATE_NAME = "phieu-hoi-vien.docx"

PHOTO_MM = (28.5, 38.0)
"""Width and height of a photo within its frame of 3 × 4 cm."""

FRAME_RUN = run("Ảnh\n3 × 4 cm", letters(italic=True, size=11))
"""What stands in the frame while there is no photo."""


def write_member_sheets(
    sheets: Sequence[MemberSheet], common: Mapping[str, str], template: Path, target: Path
) -> Path:
    """Fill the template for each person, read the file back, and put it in place.

    Args:
        sheets: At least one.
        common: What all sheets say alike (`member_sheet.heading_texts`).
        template: The Word file with fields.
        target: The file to write.

    Returns:
        The absolute path of the file.

    Raises:
        BadFile: The template cannot be used: which field, where.
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    form, author = Form(template), " ".join(common["issuer"].split())
    common = with_fitting_head(common)
    form.check(_sample(sheets[0], common))
    photos = [_photo_of(sheet, number) for number, sheet in enumerate(sheets, 1)]
    everybody = [_values(*pair, common) for pair in zip(sheets, photos, strict=True)]
    shown = [photo for photo in photos if photo is not None]
    return write_filled(form, everybody, common, (TITLE, author), target, shown)


def _photo_of(sheet: MemberSheet, number: int) -> Picture | None:
    if sheet.photo is None:
        return None
    return Picture(number, sheet.photo, *PHOTO_MM, f"Ảnh {sheet.fields['full_name']}")


def _values(sheet: MemberSheet, photo: Picture | None, common: Mapping[str, str]) -> dict[str, Any]:
    return {
        **common,
        **sheet.fields,
        "events": sheet.events,
        "posts": sheet.posts,
        "own_fields": sheet.own,
        "photo": markup(picture_run(photo) if photo else FRAME_RUN),
    }


def _sample(sheet: MemberSheet, common: Mapping[str, str]) -> dict[str, Any]:
    """Values in which each list has a row, so that everything a template asks for is met."""
    rows = {
        "events": [dict.fromkeys(EVENT_FIELDS, "")],
        "posts": [dict.fromkeys(POST_FIELDS, "")],
        "own_fields": [dict.fromkeys(OWN_FIELDS, "")],
    }
    return _values(sheet, None, common) | rows
