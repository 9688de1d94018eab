"""Numbers and dates as the Hội's papers print them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from ccb_desktop.domain.money import format_dong

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def number(value: int | Decimal, *, decimals: int | None = None) -> str:
    """A number with points between thousands and a decimal comma: `1.862`, `0,35`.

    Args:
        value: Any finite number.
        decimals: Places to round half up to and to fill; all that count when not given.
    """
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    if decimals is None:
        fraction = fraction.rstrip("0")
    sign = "-" if exact < 0 else ""
    return sign + format_dong(int(whole)) + (f",{fraction}" if fraction else "")


def percentage(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """Per cent rounded half up to two decimals, both of which are kept (rules.md 16).

    Raises:
        ZeroDivisionError: The whole is 0; what is then printed is the caller's to say.
    """
    hundredths = floor(Fraction(part) / Fraction(whole) * 10_000 + Fraction(1, 2))
    return Decimal(hundredths).scaleb(-2)


def percent(part: int | Decimal, whole: int | Decimal) -> str:
    """The percentage in print: `99,34 %`.

    Raises:
        ZeroDivisionError: The whole is 0.
    """
    return f"{number(percentage(part, whole), decimals=2)} %"


def share(part: int | Decimal, whole: int | Decimal) -> str:
    """Numerator, denominator and percentage: `1.849/1.862 (99,30 %)` (rules.md 16).

    Raises:
        ZeroDivisionError: The whole is 0.
    """
    return f"{number(part)}/{number(whole)} ({percent(part, whole)})"


def official_count(count: int) -> str:
    """A count in official text, from 1 to 9 with a zero: `08`, `21`, `1.862`."""
    return f"{count:02}" if 0 < count < 10 else number(count)


def short_date(day: date) -> str:
    """`05/02/2026`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: date) -> str:
    """`ngày 05 tháng 02 năm 2026`: a zero before days under 10 and months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def roman(value: int) -> str:
    """Roman numerals of 1 to 3999: quarters, terms, parts of a report.

    Raises:
        ValueError: There is no such numeral.
    """
    if not 0 < value < 4000:
        raise ValueError(f"No Roman numeral for {value}")
    numeral = ""
    for size, sign in _ROMAN:
        times, value = divmod(value, size)
        numeral += sign * times
    return numeral
