"""A Word file that the officer has worked on, taken in as it is."""

import io
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from ccb_desktop.documents.word.package import BODY_PART
from ccb_desktop.domain.errors import BadFile, NotFound

_MOST_BYTES = 50 * 1024 * 1024
_MOST_TEXT_BYTES = 100 * 1024 * 1024
_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError),
    *(OSError, EOFError, RuntimeError, ValueError),
)


def read_word(path: Path) -> bytes:
    """The bytes of a Word file, once it is seen that they are one and whole.

    Raises:
        NotFound: It is not there, or cannot be read.
        BadFile: It is no `.docx`, or is spoilt, or too large.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        raise NotFound(
            f"Không đọc được “{path.name}”. Nếu tệp đang mở trong Word, hãy lưu và đóng lại; "
            "nếu tệp ở USB, hãy cắm USB vào rồi chọn lại. Số liệu vẫn nguyên."
        ) from error
    if size > _MOST_BYTES:
        raise BadFile(f"“{path.name}” lớn quá 50 MB. Hãy bớt ảnh trong tệp rồi chọn lại.")
    try:
        _check(content)
    except _SPOILT as error:
        raise BadFile(
            f"“{path.name}” không phải là tệp Word (.docx) đọc được. Hãy mở bằng Word, lưu lại "
            "thành .docx rồi chọn lại. Số liệu vẫn nguyên."
        ) from error
    return content


def _check(content: bytes) -> None:
    """Raise what is found wrong: every part must be whole, and its text must be XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if package.getinfo(BODY_PART).file_size > _MOST_TEXT_BYTES:
            raise ValueError(BODY_PART)
        if package.testzip() is not None:
            raise zipfile.BadZipFile
        expat.ParserCreate().Parse(package.read(BODY_PART), True)
