"""Opens a written Word or Excel file again and sees that every part of it is whole."""

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from ccb_desktop.domain.errors import ReadOnly

_CHUNK = 1 << 20
_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError),
    *(OSError, EOFError, RuntimeError, ValueError),
)


def check_package(path: Path, rows: Mapping[str, int], row_tag: bytes) -> None:
    """See that a package can be read to its end and holds every row that was meant to be in it.

    Args:
        path: The file just written.
        rows: The parts that hold tables, and how many rows each must have.
        row_tag: The beginning of a row, `<row ` or `<w:tr>`.

    Raises:
        ReadOnly: Something is missing or spoilt: the medium did not keep what was written.
    """
    try:
        with zipfile.ZipFile(path) as package:
            found = {name: _read(package, name, row_tag) for name in package.namelist()}
    except _SPOILT as error:
        raise _spoilt(path) from error
    if any(found.get(name) != wanted for name, wanted in rows.items()):
        raise _spoilt(path)


def check_same(path: Path, content: bytes) -> None:
    """See that a file just written reads as what was written.

    Raises:
        ReadOnly: It does not: the medium did not keep it.
    """
    try:
        read = path.read_bytes()
    except OSError as error:
        raise _spoilt(path) from error
    if read != content:
        raise _spoilt(path)


def _read(package: zipfile.ZipFile, name: str, row_tag: bytes) -> int:
    """Read a part to its end, by which its sum is checked, and its XML; gives its rows."""
    parser = expat.ParserCreate() if name.endswith((".xml", ".rels")) else None
    count, overlap = 0, b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            if parser is not None:
                parser.Parse(chunk, False)
            seen = overlap + chunk
            count += seen.count(row_tag)
            overlap = seen[-(len(row_tag) - 1) :]
    if parser is not None:
        parser.Parse(b"", True)
    return count


def _spoilt(path: Path) -> ReadOnly:
    return ReadOnly(
        f"Tệp vừa ghi vào “{path.parent}” đọc lại không đúng nên không được dùng. Tệp cũ và "
        "số liệu còn nguyên. Hãy ghi sang ổ đĩa hoặc USB khác."
    )
