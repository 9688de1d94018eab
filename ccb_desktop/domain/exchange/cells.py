"""Cells as typed values: each type of field reads a cell or says what is wrong with it."""

from collections.abc import Mapping
from datetime import date

from ccb_desktop.domain.exchange import choice_cells, number_cells, text_cells
from ccb_desktop.domain.exchange.choices import CodeLists
from ccb_desktop.domain.exchange.fields import Field, FieldType
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, CellValue, ErrorValue
from ccb_desktop.domain.masking import NUMBERS
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import MASK_SIGN


def reader_of(
    field: Field, *, code_lists: CodeLists | None = None, today: date | None = None
) -> text_cells.Reader:
    """The reader of a field's cells.

    Args:
        field: The field.
        code_lists: The branch's own code lists.
        today: The day after which nobody can be born; the present day when left out.
    """
    read = _readers(field, code_lists, today or date.today())

    def read_cell(value: CellValue) -> object:
        if isinstance(value, ErrorValue):
            raise text_cells.CellTrouble(_error_sentence(value))
        if field.name in NUMBERS and MASK_SIGN in str(value):
            return None  # it left masked; the books keep theirs
        return read(value)

    return read_cell


def _readers(field: Field, code_lists: CodeLists | None, today: date) -> text_cells.Reader:
    """The reader of each type."""
    if field.type is FieldType.CHOICE:
        return choice_cells.choice_reader(field, code_lists)
    if field.type is FieldType.CODES:
        return choice_cells.codes_reader(field, code_lists)
    if field.type is FieldType.BIRTH_DATE:
        return lambda value: number_cells.read_birth_date(value, today)
    if field.type is FieldType.SEX_COLUMN:
        sex = Sex.MALE if field.name == "male" else Sex.FEMALE
        return lambda value: number_cells.read_sex_column(value, sex, today)
    return _SIMPLE[field.type]


def _error_sentence(value: ErrorValue) -> str:
    if value.code == NO_STORED_VALUE:
        return "Ô có công thức nhưng tệp không lưu kết quả. Mở bằng Excel, lưu lại rồi đưa vào."
    return f"Ô đang báo lỗi {value.code} trong Excel."


_SIMPLE: Mapping[FieldType, text_cells.Reader] = {
    FieldType.TEXT: text_cells.read_text,
    FieldType.CODE: text_cells.read_text,
    FieldType.NAME: text_cells.read_name,
    FieldType.NAME_PART: text_cells.read_text,
    FieldType.UNIT: text_cells.read_unit,
    FieldType.CITIZEN_ID: text_cells.read_citizen_id,
    FieldType.PHONE: text_cells.read_phone,
    FieldType.PARTIAL_DATE: number_cells.read_partial_date,
    FieldType.DATE: number_cells.read_day,
    FieldType.YEAR: number_cells.read_year,
    FieldType.NUMBER: number_cells.read_number,
    FieldType.AMOUNT: number_cells.read_amount,
    FieldType.PERCENT: number_cells.read_percent,
    FieldType.CATEGORY: number_cells.read_category,
    FieldType.BADGE: number_cells.read_badge,
    FieldType.YES_NO: choice_cells.read_yes_no,
    FieldType.FIGURE: number_cells.read_figure,
}
