"""Cells as typed values: each type of field reads a cell or says what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import is_normalized

from ccb_desktop.domain.exchange.choices import CodeLists, codes_by_wording, labels_of_choices
from ccb_desktop.domain.exchange.fields import Field, FieldType
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, CellValue, ErrorValue, as_text
from ccb_desktop.domain.exchange.unit_names import tidy_unit
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.money import parse_amount
from ccb_desktop.domain.partial_dates import DateProblem, PartialDate
from ccb_desktop.domain.people_names import fold, normalise, proper_case

FIRST_YEAR = 1900


class CellTrouble(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """A cell that cannot be understood; `str()` is a Vietnamese sentence for the officer."""


@dataclass(frozen=True, slots=True)
class Several:
    """What one cell says about more than one field: field → value."""

    values: Mapping[str, object]


Reader = Callable[[CellValue], object]
"""A cell that is not blank → its value, or `None` when it says nothing; may raise."""


def reader_of(
    field: Field, *, code_lists: CodeLists | None = None, today: date | None = None
) -> Reader:
    """The reader of a field's cells.

    Args:
        field: The field.
        code_lists: The branch's own code lists.
        today: The day after which nobody can be born; the present day when left out.
    """
    read = _readers(field, code_lists, today or date.today())

    def read_cell(value: CellValue) -> object:
        if isinstance(value, ErrorValue):
            raise CellTrouble(_error_sentence(value))
        return read(value)

    return read_cell


def _readers(field: Field, code_lists: CodeLists | None, today: date) -> Reader:
    """The reader of each type."""
    if field.type is FieldType.CHOICE:
        return _choice_reader(field, code_lists)
    if field.type is FieldType.CODES:
        return _codes_reader(field, code_lists)
    if field.type is FieldType.BIRTH_DATE:
        return lambda value: read_birth_date(value, today)
    if field.type is FieldType.SEX_COLUMN:
        sex = Sex.MALE if field.name == "male" else Sex.FEMALE
        return lambda value: _read_sex_column(value, sex, today)
    return _SIMPLE[field.type]


def _error_sentence(value: ErrorValue) -> str:
    if value.code == NO_STORED_VALUE:
        return "Ô có công thức nhưng tệp không lưu kết quả. Mở bằng Excel, lưu lại rồi đưa vào."
    return f"Ô đang báo lỗi {value.code} trong Excel."


# --- Texts ----------------------------------------------------------------------------------

_UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NO_NAME = re.compile(r"[^\w\s'’‘\u02bc.,()/\-–\u0300-\u036f]|[0-9_]")


def read_text(value: CellValue) -> str | None:
    """Any text in normal form; dates and numbers as they are written."""
    text = as_text(value)
    if text.isprintable() and is_normalized("NFC", text) and " ".join(text.split()) == text:
        return text or None  # nearly every cell; signs that cannot be seen are not printable
    if _UNUSABLE.search(text):
        raise CellTrouble("Ô có ký tự lạ không dùng được. Gõ lại ô này trong tệp.")
    return normalise(text) or None


def read_name(value: CellValue) -> str | None:
    """A person's name in proper case."""
    text = read_text(value)
    if text is None:
        return None
    if _NO_NAME.search(text) or not any(sign.isalpha() for sign in text):
        raise CellTrouble(f"“{text}” không giống họ tên người.")
    return proper_case(text)


def _read_unit(value: CellValue) -> str | None:
    text = read_text(value)
    return tidy_unit(text) if text else None


# --- Identifiers ----------------------------------------------------------------------------

_ID_SIGNS = re.compile(r"[\s.\-'’]+")
_WHOLE_PHONE = re.compile(r"0[0-9]{9,10}", re.ASCII)
_BETWEEN_PHONES = re.compile(r"\s*(?:[/;,\n]|\bhoặc\b|\s[-–]\s)\s*")


def read_citizen_id(value: CellValue) -> str | None:
    """CCCD of 12 digits, its leading zeros restored, or CMND of 9 (`exchange.md`, meaning 6)."""
    digits = _ID_SIGNS.sub("", as_text(value))
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and len(digits) in (9, 10, 11, 12):
        return digits if len(digits) == 9 else digits.zfill(12)
    raise CellTrouble(f"“{as_text(value)}”: CCCD phải có 12 chữ số, CMND phải có 9 chữ số.")


def read_phone(value: CellValue) -> str | None:
    """A phone number with its leading zero; several stand with `; ` between them."""
    text = read_text(value)
    if text is None or _WHOLE_PHONE.fullmatch(text):
        return text
    numbers = [_one_phone(part) for part in _BETWEEN_PHONES.split(text) if part]
    if not numbers or None in numbers:
        raise CellTrouble(f"“{text}” không phải là số điện thoại.")
    return "; ".join(number for number in numbers if number)


def _one_phone(text: str) -> str | None:
    digits = re.sub(r"[\s.\-'’()]+", "", text)
    digits = re.sub(r"^\+?84(?=\d{9,10}$)", "0", digits)
    if re.fullmatch(r"[1-9][0-9]{8}|2[0-9]{9}", digits):
        digits = "0" + digits
    return digits if _WHOLE_PHONE.fullmatch(digits) else None


# --- Dates ----------------------------------------------------------------------------------

_YEAR_TAKEN_FOR_DAY = (date(1905, 3, 14), date(1905, 10, 1))  # 1900 to 2100 as Excel day numbers
_EXCEL_START = date(1899, 12, 30)


def read_partial_date(value: CellValue) -> PartialDate | None:
    """A date known to the day, the month or the year; years before 1900 are refused."""
    if isinstance(value, date):
        _refuse_year_taken_for_day(value)
        found = PartialDate.of(value)
    else:
        text = read_text(value)
        if text is None:
            return None
        try:
            found = PartialDate.parse(text)
        except DateProblem as problem:
            raise CellTrouble(str(problem)) from None
    if found.year < FIRST_YEAR:
        raise CellTrouble(f"Năm {found.year} không thể đúng: trước năm {FIRST_YEAR}.")
    return found


def _refuse_year_taken_for_day(day: date) -> None:
    """A year typed into a cell of date format shows as a day of 1905."""
    first, last = _YEAR_TAKEN_FOR_DAY
    if first <= day <= last:
        year = (day - _EXCEL_START).days
        raise CellTrouble(
            f"Ô ghi ngày {as_text(day)}. Nếu định ghi năm {year}, hãy đổi ô sang kiểu chữ"
            " rồi gõ lại."
        )


def read_birth_date(value: CellValue, today: date) -> PartialDate | None:
    """A date of birth, not in the future."""
    found = read_partial_date(value)
    if found is not None and found.first_day > today:
        raise CellTrouble(f"Ngày sinh {found} ở tương lai.")
    return found


def read_day(value: CellValue) -> date | None:
    """A date known to the day."""
    found = read_partial_date(value)
    if found is not None and not found.is_complete:
        raise CellTrouble(f"“{as_text(value)}”: cần ghi đủ ngày, tháng, năm, ví dụ 05/06/2026.")
    return found.first_day if found else None


def read_year(value: CellValue) -> int | None:
    """A year; of a longer date, its year."""
    text = read_text(value)
    if text is None:
        return None
    found = read_partial_date(value if isinstance(value, date) else text)
    return found.year if found else None


_MARK = frozenset({"x", "v", "1", "✓", "✔", "√", "+", "*", "nam", "nữ"})


def _read_sex_column(value: CellValue, sex: Sex, today: date) -> Several | None:
    """A cell under `Nam` or `Nữ`: a date of birth, or a mark."""
    text = as_text(value).strip()
    if not text:
        return None
    if text.lower() in _MARK:
        return Several({"sex": sex})
    return Several({"sex": sex, "born_on": read_birth_date(value, today)})


# --- Numbers --------------------------------------------------------------------------------

_GROUPED = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")


def read_number(value: CellValue) -> int | float | None:
    """A number: `1.200` and `1200` are one thousand two hundred, `0,5` is a half."""
    if isinstance(value, int | float):
        return _shortest(float(value))
    text = read_text(value)
    if text is None:
        return None
    plain = text.replace(" ", "")
    if isinstance(value, str) and _GROUPED.fullmatch(plain):
        return int(re.sub(r"[.,]", "", plain))
    if isinstance(value, str) and _DECIMAL.fullmatch(plain):
        return _shortest(float(plain.replace(",", ".")))
    raise CellTrouble(f"“{text}” không phải là số.")


def _shortest(number: float) -> int | float:
    return int(number) if number.is_integer() else number


def read_amount(value: CellValue) -> int | None:
    """Whole đồng, not negative."""
    if isinstance(value, int | float):
        if value < 0 or value != int(value):
            raise CellTrouble(f"“{value}”: số tiền phải là số đồng nguyên, không âm.")
        return int(value)
    text = read_text(value)
    if text is None:
        return None
    try:
        return parse_amount(text)
    except ValueError as problem:
        raise CellTrouble(str(problem)) from None


def read_percent(value: CellValue) -> int | None:
    """A rate of 1 to 100: `41`, `41%`; a cell of percent format holds 0.41."""
    number = read_number(value.replace("%", " ") if isinstance(value, str) else value)
    if number is None:
        return None
    if not isinstance(value, str) and 0 < number < 1:
        number = _shortest(round(number * 100, 6))
    if not isinstance(number, int) or not 1 <= number <= 100:
        raise CellTrouble(f"“{as_text(value)}”: tỷ lệ phải là số nguyên từ 1 đến 100.")
    return number


def _read_category(value: CellValue) -> int | None:
    """The admission category, 1 to 9: `7`, `Đối tượng 7`."""
    text = read_text(value)
    if text is None:
        return None
    found = re.fullmatch(r"\D*([1-9])(?:[.:)].*)?\s*", text)
    if found is None:
        raise CellTrouble(f"“{text}”: đối tượng kết nạp là một số từ 1 đến 9.")
    return int(found[1])


BADGES = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)


def _read_badge(value: CellValue) -> int | None:
    """Years of the Party badge: `50`, `50 năm`."""
    text = read_text(value)
    if text is None:
        return None
    found = re.fullmatch(r"\D*(\d{2})\s*(?:năm)?\D*", text, re.IGNORECASE)
    if found is None or int(found[1]) not in BADGES:
        raise CellTrouble(f"“{text}”: Huy hiệu Đảng là 30, 40, 45, 50 … 90 năm.")
    return int(found[1])


_OUT_OF = re.compile(r"([\d.\s]+)\s*/\s*([\d.\s]+)")


def _read_figure(value: CellValue) -> str | None:
    """A figure as the store keeps it: `131`, `98.5`, `1494/1504`."""
    text = read_text(value)
    if text is None:
        return None
    parts = _OUT_OF.fullmatch(text) if isinstance(value, str) else None
    if parts is None:
        number = read_number(text.rstrip("% ") if isinstance(value, str) else value)
        return str(number)
    n, of = read_number(parts[1].strip()), read_number(parts[2].strip())
    if not (isinstance(n, int) and isinstance(of, int) and n <= of):
        raise CellTrouble(f"“{text}”: phần đạt không thể lớn hơn tổng số.")
    return f"{n}/{of}"


# --- Choices --------------------------------------------------------------------------------

_YES = frozenset({"co", "x", "1", "dat", "true", "v", "yes"})
_NO = frozenset({"khong", "0", "khong dat", "chua dat", "chua", "false", "k", "no"})
_YES_SIGNS = frozenset("✓✔√+")


def _read_yes_no(value: CellValue) -> bool | None:
    """Có or không; a tick is có."""
    text = read_text(value)
    if text is None:
        return None
    folded = fold(text)
    if text in _YES_SIGNS or folded in _YES:
        return True
    if folded in _NO:
        return False
    raise CellTrouble(f"“{text}”: ô này chỉ ghi Có hoặc Không.")


def _choice_reader(field: Field, code_lists: CodeLists | None) -> Reader:
    codes = codes_by_wording(field.choices, code_lists)

    def read(value: CellValue) -> object:
        text = read_text(value)
        if text is None:
            return None
        code = codes.get(fold(text))
        if code is None:
            raise CellTrouble(_unknown_choice(text, field, code_lists))
        return code

    return read


def _unknown_choice(text: str, field: Field, code_lists: CodeLists | None) -> str:
    offered = ", ".join(labels_of_choices(field.choices, code_lists).values())
    return f"“{text}” không có trong danh mục. Được ghi: {offered}."


_BETWEEN_CODES = re.compile(r"\s*[;\n]\s*")
_MAYBE_BETWEEN_CODES = re.compile(r"\s*(?:[,+]|\bvà\b|\s[-–]\s)\s*")
_GRADE = re.compile(r"(?:\b(?:hạng|loại)\s*)?\b([1-4])\s*/\s*4\b", re.IGNORECASE)
_RATE = re.compile(r"\(?\s*\b(\d{1,3})\s*%\s*\)?")


def _codes_reader(field: Field, code_lists: CodeLists | None) -> Reader:
    """Several codes; of policies also the class and the rate that stand beside them."""
    codes = codes_by_wording(field.choices, code_lists)

    def split(text: str) -> list[str]:
        parts: list[str] = []
        for part in _BETWEEN_CODES.split(text):
            known = fold(part) in codes
            parts += [part] if known else _MAYBE_BETWEEN_CODES.split(part)
        return [part for part in parts if part.strip()]

    def read(value: CellValue) -> object:
        raw = as_text(value)
        if read_text(value) is None:
            return None
        grade, rate = _GRADE.search(raw), _RATE.search(raw)
        parts = split(_RATE.sub(" ", _GRADE.sub(" ", raw)))
        unknown = [part.strip() for part in parts if fold(part) not in codes]
        if unknown or not parts:
            raise CellTrouble(_unknown_choice("; ".join(unknown) or raw, field, code_lists))
        found = frozenset(codes[fold(part)] for part in parts)
        if field.choices != "POLICY":
            return found
        beside = {"policy_grade": f"{grade[1]}/4" if grade else None}
        beside_rate = {"policy_rate": int(rate[1]) if rate else None}
        extra = {name: got for name, got in (beside | beside_rate).items() if got}
        return Several({field.name: found, **extra}) if extra else found

    return read


_SIMPLE: Mapping[FieldType, Reader] = {
    FieldType.TEXT: read_text,
    FieldType.CODE: read_text,
    FieldType.NAME: read_name,
    FieldType.NAME_PART: read_text,
    FieldType.UNIT: _read_unit,
    FieldType.CITIZEN_ID: read_citizen_id,
    FieldType.PHONE: read_phone,
    FieldType.PARTIAL_DATE: read_partial_date,
    FieldType.DATE: read_day,
    FieldType.YEAR: read_year,
    FieldType.NUMBER: read_number,
    FieldType.AMOUNT: read_amount,
    FieldType.PERCENT: read_percent,
    FieldType.CATEGORY: _read_category,
    FieldType.BADGE: _read_badge,
    FieldType.YES_NO: _read_yes_no,
    FieldType.FIGURE: _read_figure,
}
