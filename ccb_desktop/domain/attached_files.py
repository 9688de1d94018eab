"""The photo of a person and the papers attached to him: kinds, limits, names."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from ccb_desktop.domain.errors import BadFile, Invalid
from ccb_desktop.domain.people_names import normalise
from ccb_desktop.domain.printing import number

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is taken."""

MOST_PHOTO_BYTES = 1024 * 1024
"""The largest photo that is kept; cut and shrunk it is about a tenth of that."""

PHOTO_PIXELS = (600, 800)
"""Width and height a kept photo has at most; three to four, as a photo of 3 × 4 cm."""

LONGEST_TITLE = 120

_JPEG = b"\xff\xd8\xff"
_KINDS_OF_PAPER = frozenset(
    {
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt"),
        *(".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx"),
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"),
    }
)
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 80
_NOT_ON_WINDOWS = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)


class AttachedKind(StrEnum):
    """What an attached file is."""

    PHOTO = "PHOTO"
    PAPER = "PAPER"


ATTACHED_KIND = {AttachedKind.PHOTO: "Ảnh chân dung", AttachedKind.PAPER: "Giấy tờ"}


class FileOwner(NamedTuple):
    """To what a file is attached: one of these is named.

    A person, a voucher, a house that is helped, a step of progress, an activity, a document.
    """

    person_id: int | None = None
    voucher_id: int | None = None
    housing_id: int | None = None
    progress_id: int | None = None
    activity_id: int | None = None
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper that is to be attached, with its bytes."""

    title: str
    file_name: str
    content: bytes
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A photo or a paper of one of the records that `FileOwner` names, without its bytes.

    Attributes:
        person_id: Whose it is; `None` for a paper behind the voucher `voucher_id`, a picture of
            the house `housing_id`, evidence of the progress `progress_id`, a paper of the activity
            `activity_id`, or the document `document_id` itself.
        title: What it is: `Quyết định phục viên`.
        file_name: The name it came with; its ending tells which program opens it.
        sha256: The hash of its bytes, under which they are kept.
        added_on: The day on which it was attached.
    """

    id: int | None = None
    person_id: int | None = None
    voucher_id: int | None = None
    housing_id: int | None = None
    progress_id: int | None = None
    activity_id: int | None = None
    document_id: int | None = None
    kind: AttachedKind
    title: str
    file_name: str
    sha256: str
    size_bytes: int
    added_on: date
    note: str = ""

    @property
    def owner(self) -> FileOwner:
        """To what it is attached."""
        return FileOwner(**{name: getattr(self, name) for name in FileOwner._fields})


def check_size(name: str, size: int) -> None:
    """Refuse a file by its size alone.

    Raises:
        BadFile: It is empty or too large.
    """
    if size == 0:
        raise BadFile(f"Tệp “{name}” trống, không có gì bên trong. Hãy chọn tệp khác.")
    if size > MOST_BYTES:
        raise BadFile(
            f"Tệp “{name}” nặng {size_text(size)}, quá mức {size_text(MOST_BYTES)}. Chưa lưu gì. "
            "Hãy chụp hoặc quét lại với cỡ nhỏ hơn, hoặc tách thành nhiều tệp."
        )


def check_paper_name(name: str) -> None:
    """Refuse what is no paper, such as a program.

    Raises:
        BadFile: By the ending of its name.
    """
    if PurePath(name).suffix.lower() not in _KINDS_OF_PAPER:
        raise BadFile(
            f"Không lưu loại tệp “{name}”. Chỉ lưu giấy tờ: PDF, Word, Excel, ảnh chụp, ảnh quét."
        )


def check_photo(content: bytes) -> None:
    """See that bytes are a photo as it is kept.

    Raises:
        BadFile: They are no JPEG, or too many.
    """
    if not content.startswith(_JPEG) or len(content) > MOST_PHOTO_BYTES:
        raise BadFile("Ảnh này chưa cắt và thu nhỏ được. Chưa lưu gì. Hãy chọn ảnh khác.")


def check_title(title: str) -> str:
    """The title in normal form.

    Raises:
        Invalid: Under `title`.
    """
    plain = normalise(title)
    if not plain:
        raise Invalid({"title": "Ghi tên giấy tờ, ví dụ: Quyết định phục viên."})
    if len(plain) > LONGEST_TITLE:
        raise Invalid({"title": f"Tên giấy tờ dài quá {LONGEST_TITLE} chữ cái."})
    return plain


def size_text(size: int) -> str:
    """`350 KB`, `20 MB`."""
    if size < 1024 * 1024:
        return f"{number(max(1, round(size / 1024)))} KB"
    return f"{number(round(size / (1024 * 1024)))} MB"


def name_to_write(file: AttachedFile) -> str:
    """A name under which a copy may lie on any PC: its title, with the ending it came with."""
    ending = PurePath(file.file_name).suffix.lower()
    words = " ".join(_FORBIDDEN.sub(" ", file.title).split())[:_LONGEST_NAME].strip(" .")
    named = "Giay to" if not words or words.upper() in _NOT_ON_WINDOWS else words
    return f"{named}{ending}"
