"""Lists as text: finding the code and the separator, and cutting them into cells."""

import codecs
import csv
import io
import unicodedata
from collections import Counter
from itertools import islice

from ccb_desktop.domain.errors import BadFile

_SEPARATORS = ",;\t"
_LOOKED_AT = 200  # records for the choice of the separator
_LONGEST_CELL = 32_767  # as in Excel
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def read_csv(content: bytes) -> list[list[str]]:
    """The records of a list as text, in Unicode NFC.

    UTF-8 with or without its mark, UTF-16 with its mark, Windows-1258; separated by comma,
    semicolon or tab.

    Raises:
        BadFile: The text cannot be cut into cells.
    """
    text = decode(content)
    if "\x00" in text:
        raise BadFile("tệp chữ bị hỏng (có ký tự rỗng). Hãy mở bằng Excel rồi lưu thành .xlsx.")
    separator = _separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise BadFile(
            f"dòng {reader.line_num} của tệp chữ có dấu ngoặc kép không đóng hoặc ô quá dài."
            " Hãy mở bằng Excel rồi lưu thành .xlsx."
        ) from error


def decode(content: bytes) -> str:
    """The text of a file whose code is told by its mark, else by what makes sense."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return unicodedata.normalize("NFC", content.decode("utf-16", "replace"))
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _windows(content)


def _windows(content: bytes) -> str:
    """Windows-1258, whose tone marks stand behind their vowels; else the signs of old fonts.

    Text in TCVN3 or VNI is Latin-1 to look at; read as Windows-1258 it has tone marks where
    no vowel stands before them.
    """
    try:
        text = content.decode("cp1258")
    except UnicodeDecodeError:
        return content.decode("latin-1")
    joined = unicodedata.normalize("NFC", text)
    marks = sum(sign in _TONES for sign in text)
    stray = sum(sign in _TONES for sign in joined)
    has_letters = any(sign in "ăđơưĂĐƠƯ" for sign in joined)
    if marks == 0 and not has_letters:
        return content.decode("latin-1")
    return joined if 10 * stray <= marks else content.decode("latin-1")


def _separator(text: str) -> str:
    """The separator that cuts the most records into equally many cells."""

    def evenness(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text[:1_000_000], newline=""), delimiter=separator)
        try:
            widths = Counter(len(record) for record in islice(reader, _LOOKED_AT))
        except csv.Error:
            return 0, 0
        width, times = max(
            ((width, times) for width, times in widths.items() if width > 1),
            key=lambda pair: pair[1],
            default=(1, 0),
        )
        return times, width

    return max(_SEPARATORS, key=evenness)
