"""Looks at a brought file before anything parses it: what it is, and whether it is safe."""

import codecs
from enum import StrEnum

from ccb_desktop.documents.reading.package_gate import PASSWORD, check_package
from ccb_desktop.domain.errors import BadFile

MOST_BYTES = 60 * 1024 * 1024
"""The largest file that is read."""


class FileKind(StrEnum):
    """What a file is by its content; its name says little."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    CSV = "CSV"


_TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
)
_OTHER_FILES = (
    (b"%PDF", "đây là tệp PDF đổi tên. Hãy xin bản Excel của danh sách."),
    (b"{\\rtf", "đây là tệp Word đổi tên. Hãy chép bảng sang Excel rồi lưu thành .xlsx."),
    (b"Rar!", "đây là tệp nén. Hãy giải nén rồi chọn tệp Excel ở trong."),
    (b"7z\xbc\xaf", "đây là tệp nén. Hãy giải nén rồi chọn tệp Excel ở trong."),
    (b"MZ", "đây là một chương trình, không phải danh sách. Không mở tệp này."),
)
_NOT_EXCEL = "đây không phải là tệp Excel, hoặc tệp đã hỏng."


def check_size(size: int) -> None:
    """Refuse a file by its size alone.

    Raises:
        BadFile: It is empty or too large.
    """
    if size == 0:
        raise BadFile("tệp trống, không có gì bên trong. Hãy chép lại tệp từ nơi gửi.")
    if size > MOST_BYTES:
        raise BadFile(
            f"tệp nặng {size // (1024 * 1024)} MB, quá mức {MOST_BYTES // (1024 * 1024)} MB."
            " Hãy tách thành nhiều tệp nhỏ hơn, hoặc xóa bớt ảnh trong tệp."
        )


def check_content(content: bytes, suffix: str) -> FileKind:
    """Find out what a file is, and refuse what cannot be read or is not safe to read.

    Args:
        content: The whole file.
        suffix: The end of its name, such as `.xlsx`.

    Raises:
        BadFile: With the reason and what to do, beginning with a small letter.
    """
    check_size(len(content))
    if content.startswith(b"PK"):
        return FileKind(check_package(content))
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_PICTURES) or content[4:8] == b"ftyp" or content[8:12] == b"WEBP":
        raise BadFile("đây là tệp ảnh đổi tên, không phải là danh sách Excel.")
    for beginning, sentence in _OTHER_FILES:
        if content.startswith(beginning):
            raise BadFile(sentence)
    return _kind_of_text(content, suffix.lower())


def _kind_of_ole(content: bytes) -> FileKind:
    """An Excel 97–2003 workbook, or something else of that time."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise BadFile(PASSWORD)
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return FileKind.XLS
    if "WordDocument".encode("utf-16-le") in content:
        raise BadFile("đây là tệp Word. Hãy chép bảng sang Excel rồi lưu thành .xlsx.")
    raise BadFile(_NOT_EXCEL)


def _kind_of_text(content: bytes, suffix: str) -> FileKind:
    """A list as text, in a file that says so by its name."""
    beginning = content[:4096]
    if beginning.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<"):
        raise BadFile(
            "đây là trang web đổi tên. Hãy mở bằng Excel, chọn Lưu thành, kiểu Excel (.xlsx)."
        )
    is_wide = beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    is_text = is_wide or b"\x00" not in beginning
    if suffix in _TEXT_SUFFIXES and is_text:
        return FileKind.CSV
    if is_text and b"\n" in beginning and not any(sign < 9 for sign in beginning):
        raise BadFile("đây là tệp chữ đổi tên. Hãy đổi đuôi tệp thành .csv rồi đưa vào.")
    raise BadFile(_NOT_EXCEL)
