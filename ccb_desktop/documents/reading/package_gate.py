"""The rules for packed workbooks (.xlsx, .xlsm, .ods) before anything is unpacked."""

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Literal, TypeVar

from ccb_desktop.domain.errors import BadFile

MOST_UNPACKED = 400 * 1024 * 1024
MOST_RATIO = 200
MOST_PARTS = 200
_RATIO_COUNTS_FROM = 1024 * 1024  # a small part may be packed as tightly as it likes
_MOST_DIRECTORY_BYTES = 1024 * 1024

BROKEN = "tệp bị hỏng hoặc chép chưa hết. Hãy chép lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu."
_BOMB = "tệp nở ra quá lớn khi mở, có thể là tệp phá hoại. Không đọc tệp này."
_STRANGE = "bên trong tệp có thành phần lạ ({name}), có thể là tệp phá hoại. Không đọc tệp này."
_ODD_PACKING = "tệp được đóng gói theo cách lạ. Hãy mở bằng Excel rồi lưu thành .xlsx."
_DTD = "tệp chứa khai báo lạ (DTD), có thể là tệp phá hoại. Không đọc tệp này."
PASSWORD = "tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi đưa vào."

_EXCEL_PART = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/[^/]+|(?:xl|docProps|customXml|customUI|docMetadata"
    r"|_xmlsignatures)/(?:[^/]+/)*[^/]+)"
)
_WORD_PART = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/[^/]+|(?:word|docProps|customXml|customUI|docMetadata"
    r"|_xmlsignatures|media)/(?:[^/]+/)*[^/]+)"
)
_ODS_PART = re.compile(
    r"(?:mimetype|[^/]+\.(?:xml|rdf)|layout-cache|(?:META-INF|Thumbnails|Pictures|Configurations2"
    r"|ObjectReplacements|Basic|Scripts|Dialogs|Object \d+|media|Fonts)/(?:[^/]+/)*[^/]*)"
)
_BAD_NAME = re.compile(r"[\x00-\x1f\\:*?\"<>|]|(?:^|/)\.{1,2}(?:/|$)|^/|//")
_BAD_SUFFIX = re.compile(r"\.(?:exe|dll|com|bat|cmd|js|vbs|ps1|sh|jar|lnk|scr|msi|hta)$", re.I)

PackageKind = Literal["XLSX", "ODS"]
Kind = TypeVar("Kind", PackageKind, Literal["DOCX"])
_PARTS_OF = {"XLSX": _EXCEL_PART, "ODS": _ODS_PART, "DOCX": _WORD_PART}


def check_package(content: bytes) -> PackageKind:
    """See that a package is a workbook and keeps within all bounds.

    Nothing but the directory of the package and the beginnings of its parts are looked at.

    Raises:
        BadFile: With the reason.
    """
    return _checked(content, _kind)


def check_word_package(content: bytes) -> None:
    """The same for a Word file.

    Raises:
        BadFile: With the reason, which speaks of Word.
    """
    try:
        _checked(content, _word_kind)
    except BadFile as error:
        raise BadFile(str(error).replace(".xlsx", ".docx").replace("Excel", "Word")) from error


def _checked(content: bytes, kind_of: Callable[[zipfile.ZipFile, set[str]], Kind]) -> Kind:
    _check_directory(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            _check_parts(parts, len(content))
            kind = kind_of(package, {part.filename for part in parts})
            _check_names(parts, _PARTS_OF[kind])
            for part in parts:
                if is_xml(part.filename):
                    _check_beginning(package, part)
    except BadFile:
        raise
    except Exception as error:  # zipfile raises many kinds on a spoilt package
        raise BadFile(BROKEN) from error
    return kind


def unpacked_size(content: bytes) -> int:
    """How many bytes the parts of a checked package say they hold."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return sum(part.file_size for part in package.infolist())


def is_xml(name: str) -> bool:
    """Whether a part is XML."""
    return name.lower().endswith((".xml", ".rels", ".vml", ".rdf"))


def _check_directory(content: bytes) -> None:
    """The end of the package tells how many parts there are: ask before listing them."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65557))
    if end < 0 or len(content) < end + 22:
        raise BadFile(BROKEN)
    parts, directory_bytes = struct.unpack_from("<HL", content, end + 10)
    if parts > MOST_PARTS or directory_bytes > _MOST_DIRECTORY_BYTES:
        raise BadFile(_STRANGE.format(name=f"hơn {MOST_PARTS} phần"))


def _check_parts(parts: list[zipfile.ZipInfo], packed: int) -> None:
    names = [part.filename.lower() for part in parts]
    if len(parts) > MOST_PARTS:
        raise BadFile(_STRANGE.format(name=f"hơn {MOST_PARTS} phần"))
    if len(set(names)) < len(names):
        raise BadFile(_STRANGE.format(name="hai phần trùng tên"))
    if any(part.flag_bits & 1 for part in parts):
        raise BadFile(PASSWORD)
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise BadFile(_ODD_PACKING)
    unpacked = sum(part.file_size for part in parts)
    tight = any(
        part.file_size > _RATIO_COUNTS_FROM
        and part.file_size > MOST_RATIO * max(1, part.compress_size)
        for part in parts
    )
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * packed or tight:
        raise BadFile(_BOMB)


def _check_names(parts: list[zipfile.ZipInfo], allowed: re.Pattern[str]) -> None:
    for part in parts:
        # `filename` has been made tidy on reading; the name as it stands is the one to judge
        name = part.orig_filename
        bad = _BAD_NAME.search(name) or _BAD_SUFFIX.search(name)
        if bad or not (part.is_dir() or allowed.fullmatch(name)):
            raise BadFile(_STRANGE.format(name=ascii(name[:60]).strip("'")))


def _kind(package: zipfile.ZipFile, names: set[str]) -> PackageKind:
    """What the package is by its parts."""
    folded = {name.lower() for name in names}
    if "xl/workbook.xml" in folded and "[content_types].xml" in folded:
        return "XLSX"
    if "xl/workbook.bin" in folded:
        raise BadFile("tệp kiểu .xlsb chưa đọc được. Hãy mở bằng Excel rồi lưu thành .xlsx.")
    if any(name.startswith("word/") for name in folded):
        raise BadFile("đây là tệp Word. Hãy chép bảng sang Excel rồi lưu thành .xlsx.")
    if any(name.startswith("ppt/") for name in folded):
        raise BadFile("đây là tệp trình chiếu, không phải là danh sách Excel.")
    if "mimetype" in folded and "content.xml" in folded:
        return _kind_of_open_document(package)
    raise BadFile("đây là tệp nén, không phải tệp Excel. Hãy giải nén rồi chọn tệp ở trong.")


def _word_kind(_package: zipfile.ZipFile, names: set[str]) -> Literal["DOCX"]:
    folded = {name.lower() for name in names}
    if not {"word/document.xml", "[content_types].xml"} <= folded:
        raise BadFile("đây không phải là tệp Word, hoặc tệp đã hỏng.")
    return "DOCX"


def _kind_of_open_document(package: zipfile.ZipFile) -> PackageKind:
    with package.open("mimetype") as part:
        declared = part.read(200)
    if not declared.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise BadFile("đây là tệp văn bản, không phải bảng tính. Hãy chép bảng sang Excel.")
    if "META-INF/manifest.xml" in package.namelist():
        with package.open("META-INF/manifest.xml") as part:
            if b"encryption-data" in part.read(1024 * 1024):
                raise BadFile(PASSWORD)
    return "ODS"


_ROOT = re.compile(rb"<[A-Za-z_]")
_PROLOG_BYTES = 64 * 1024


def _check_beginning(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """XML in UTF-8 whose first element comes soon, without a DTD before it."""
    with package.open(part) as stream:
        beginning = stream.read(_PROLOG_BYTES)
    if not beginning:
        return
    root = _ROOT.search(beginning)
    if b"\x00" in beginning[:64] or root is None:
        raise BadFile(_STRANGE.format(name=ascii(part.filename[:60]).strip("'")))
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", beginning, re.IGNORECASE):
        raise BadFile(_DTD)
