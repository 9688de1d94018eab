"""A form as the bytes it came in: looked at before anything parses it, read, filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from ccb_desktop.documents.form_filling.excel_filling import fill_excel
from ccb_desktop.documents.form_filling.excel_shape import excel_shape
from ccb_desktop.documents.form_filling.parts import FormPackage
from ccb_desktop.documents.form_filling.word_filling import fill_word
from ccb_desktop.documents.form_filling.word_shape import word_shape
from ccb_desktop.documents.reading.gate import check_size
from ccb_desktop.documents.reading.package_gate import PASSWORD, check_package, check_word_package
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.superior_forms.contents import Contents
from ccb_desktop.domain.superior_forms.shapes import FormShape

Ending = Literal["docx", "xlsx"]

_STRANGE = (ValueError, ArithmeticError, LookupError, RecursionError)

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLD_WORD = "đây là tệp Word đời cũ (.doc). Hãy mở bằng Word rồi lưu lại thành .docx."
_OLD_EXCEL = "đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel rồi lưu lại thành .xlsx."
_OTHER = "đây không phải là mẫu Word (.docx) hoặc Excel (.xlsx). Hãy xin đúng tệp mẫu của nơi gửi."
_MACROS = (
    "mẫu có macro (chương trình nhúng trong tệp), phần mềm không chạy và không giữ macro. Hãy mở "
    "bằng Word hoặc Excel, chọn Lưu thành, kiểu .docx hoặc .xlsx thường, rồi đưa lại."
)
_SIGNED = "mẫu có chữ ký số, điền vào thì chữ ký hỏng. Hãy xin bản mẫu chưa ký để điền."


def check_form(content: bytes) -> Ending:
    """See that a file is a form that can be filled safely; gives what it is.

    Raises:
        BadFile: With the reason and what to do, beginning with a small letter.
    """
    check_size(len(content))
    if content.startswith(_OLE):
        raise BadFile(_of_old_kind(content))
    if not content.startswith(b"PK"):
        raise BadFile(_OTHER)
    ending: Ending = "docx" if b"word/document.xml" in content else "xlsx"
    if ending == "docx":
        check_word_package(content)
    elif check_package(content) != "XLSX":
        raise BadFile(_OTHER)
    package = FormPackage(content)
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        raise BadFile(_MACROS)
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        raise BadFile(_SIGNED)
    return ending


def _of_old_kind(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return PASSWORD
    if "WordDocument".encode("utf-16-le") in content:
        return _OLD_WORD
    is_excel = any(name.encode("utf-16-le") in content for name in ("Workbook", "Book"))
    return _OLD_EXCEL if is_excel else _OTHER


@contextmanager
def _telling_what_is_strange(ending: Ending) -> Iterator[None]:
    """A number that is none, or a reference to nothing, in a file that others have made."""
    try:
        yield
    except _STRANGE as error:
        program = "Word" if ending == "docx" else "Excel"
        raise BadFile(
            f"bên trong mẫu có chỗ ghi không đúng cách của {program}. Hãy mở bằng {program}, chọn "
            f"Lưu thành, kiểu {program} (.{ending}), rồi đưa lại."
        ) from error


def read_shape(content: bytes) -> FormShape:
    """How a form looks, with its blanks.

    Raises:
        BadFile: As `check_form`.
    """
    ending = check_form(content)
    package = FormPackage(content)
    with _telling_what_is_strange(ending):
        return word_shape(package) if ending == "docx" else excel_shape(package)


def fill_form(content: bytes, contents: Contents) -> bytes:
    """The form with everything written into its place; all other parts stay byte for byte.

    Raises:
        BadFile: As `check_form`; also where a place is not there, or a list finds no room.
    """
    ending = check_form(content)
    package = FormPackage(content)
    with _telling_what_is_strange(ending):
        if ending == "docx":
            fill_word(package, contents)
        else:
            fill_excel(package, contents)
    filled = package.content()
    read_shape(filled)  # what cannot be read again is not given out
    return filled
