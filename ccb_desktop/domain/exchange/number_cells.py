"""Cells of dates and numbers: real ones, and the many ways in which officers write them."""

import re
from datetime import date

from ccb_desktop.domain.exchange.source import CellValue, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble, Several, read_text
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.money import MOST_DONG, parse_amount
from ccb_desktop.domain.partial_dates import DateProblem, PartialDate

FIRST_YEAR = 1900

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


_YEAR_WITHIN = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_year(value: CellValue) -> int | None:
    """A year; of a longer date, its year."""
    text = read_text(value)
    if text is None:
        return None
    if not isinstance(value, date) and _YEAR_WITHIN.search(text) is None:
        raise CellTrouble(f"“{text}” không phải là năm. Ghi đủ bốn chữ số, ví dụ 2026.")
    found = read_partial_date(value if isinstance(value, date) else text)
    return found.year if found else None


_MARK = frozenset({"x", "v", "1", "✓", "✔", "√", "+", "*", "nam", "nữ"})


def read_sex_column(value: CellValue, sex: Sex, today: date) -> Several | None:
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
    """Whole đồng, not negative and no more than a voucher holds."""
    if isinstance(value, int | float):
        if value < 0 or value != int(value):
            raise CellTrouble(f"“{value}”: số tiền phải là số đồng nguyên, không âm.")
        if value > MOST_DONG:
            raise CellTrouble(f"“{as_text(value)}”: số tiền quá lớn.")
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


def read_category(value: CellValue) -> int | None:
    """The admission category, 1 to 9: `7`, `Đối tượng 7`."""
    text = read_text(value)
    if text is None:
        return None
    found = re.fullmatch(r"\D*([1-9])(?:[.:)].*)?\s*", text)
    if found is None:
        raise CellTrouble(f"“{text}”: đối tượng kết nạp là một số từ 1 đến 9.")
    return int(found[1])


BADGES = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)


def read_badge(value: CellValue) -> int | None:
    """Years of the Party badge: `50`, `50 năm`."""
    text = read_text(value)
    if text is None:
        return None
    found = re.fullmatch(r"\D*(\d{2})\s*(?:năm)?\D*", text, re.IGNORECASE)
    if found is None or int(found[1]) not in BADGES:
        raise CellTrouble(f"“{text}”: Huy hiệu Đảng là 30, 40, 45, 50 … 90 năm.")
    return int(found[1])


_OUT_OF = re.compile(r"([\d.\s]+)\s*/\s*([\d.\s]+)")


def read_figure(value: CellValue) -> str | None:
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
