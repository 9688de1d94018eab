"""Amounts in đồng: in words for vouchers, read from the keyboard, and in print."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ccb_desktop.domain.people_names import normalise, search_key

MOST_DONG = 999_999_999_999_999


class AmountProblem(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """Text that is no amount; `str()` is a Vietnamese sentence for the officer."""


# --- In words -------------------------------------------------------------------------------

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """How a branch says numbers (Settings).

    Attributes:
        no_tens: What stands for empty tens: một trăm *linh* năm, or *lẻ*.
        four: The 4 of 24, 34 … 94: hai mươi *tư*, or *bốn*.
        even: Whether whole thousands end in *chẵn*.
    """

    no_tens: Literal["linh", "lẻ"] = "linh"
    four: Literal["tư", "bốn"] = "tư"
    even: bool = False


_USUAL = WordStyle()


def in_words(amount: int, *, unit: str = "đồng", style: WordStyle = _USUAL) -> str:
    """The amount in words with a capital first letter: `Hai mươi tư triệu đồng`.

    Args:
        amount: 0 to 999.999.999.999.999.
        unit: What stands at the end; may be empty.
        style: The branch's way of saying numbers.

    Raises:
        ValueError: The amount is outside those bounds.
    """
    if not 0 <= amount <= MOST_DONG:
        raise ValueError(f"No words for {amount}")
    words = _number(amount, style) or [_DIGITS[0]]
    if unit:
        words.append(unit)
    if style.even and amount and amount % 1_000 == 0:
        words.append("chẵn")
    sentence = " ".join(words)
    return sentence[0].upper() + sentence[1:]


def _number(number: int, style: WordStyle) -> list[str]:
    """The words of a number; none for 0."""
    billions, rest = divmod(number, 1_000_000_000)
    words = [*_number(billions, style), "tỷ"] if billions else []
    for size, name in _GROUPS:
        group, rest = divmod(rest, size)
        if group:
            words += _group(group, style, after_others=bool(words))
            words += [name] if name else []
    return words


def _group(group: int, style: WordStyle, *, after_others: bool) -> list[str]:
    """The words of 1 to 999; behind other groups the hundreds are said even when empty."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or after_others else []
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    elif ones and words:
        words.append(style.no_tens)
    return [*words, _ones(tens, ones, style)] if ones else words


def _ones(tens: int, ones: int, style: WordStyle) -> str:
    if ones == 5 and tens:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return "mốt" if ones == 1 else style.four
    return _DIGITS[ones]


# --- Read from the keyboard -----------------------------------------------------------------

_UNITS = {
    "": 1,
    **dict.fromkeys(("k", "ng", "nghin", "ngan"), 1_000),
    **dict.fromkeys(("tr", "trieu"), 1_000_000),
    **dict.fromkeys(("ty", "ti"), 1_000_000_000),
}
_CURRENCY = re.compile(r"^vnd\s*|\s*(?:vnd|dong|d)(?:\s+chan)?[\s./]*$")
_PART = re.compile(r"(\d(?:[\d., ]*\d)?)\s*(nghin|ngan|ng|k|trieu|tr|ty|ti|)(?:[\s,]+|(?=\d)|$)")
_HALF = re.compile(r"(?<=[a-z])\s*ruoi$")
_GROUPED = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*")
_NOTHING_BEHIND = re.compile(r"(?:(?<=\d{4})|(?<=[. ]\d{3})(?=,)|(?<=[, ]\d{3})(?=\.))[.,]0{1,2}$")


def parse_amount(text: str) -> int:
    """Đồng from what officers type: `1.200.000`, `1,200,000 đ`, `1,2 triệu`, `500k`, `2tr5`.

    A number behind a unit without one of its own continues it (`2tr5`, `1 triệu 200`); a
    number with its thousands parted is in đồng (`1 triệu 200.000`).

    Raises:
        AmountProblem: It is no amount, can be read in two ways, or has parts of a đồng.
    """
    written = normalise(text)
    if not written:
        raise AmountProblem("Chưa ghi số tiền.")
    if written.startswith(("-", "−", "(")):
        raise AmountProblem(f"“{written}”: số tiền không được âm.")
    named, currency = _CURRENCY.subn("", search_key(written))
    plain, halves = _HALF.subn("", named)
    parts = _parts(plain, written)
    amount = Fraction(0)
    unit = 1
    for place, (number, name) in enumerate(parts):
        if place and not name and not _GROUPED.fullmatch(number):
            if currency:  # `1 triệu 5 đồng`: five đồng, or half a million
                raise _two_ways(written)
            value = _continued(number, unit, written)
        else:
            value = _value(number, name, written) * _UNITS[name]
        if place and value >= unit:
            raise _no_amount(written)
        amount, unit = amount + value, _UNITS[name]
    amount += Fraction(unit, 2) * halves
    return _whole_dong(amount, written)


def _parts(text: str, written: str) -> list[tuple[str, str]]:
    """The text as numbers with their units (folded, empty when not named)."""
    if not text.isascii():
        raise _no_amount(written)
    parts, end = [], 0
    while end < len(text):
        part = _PART.match(text, end)
        if part is None:
            raise _no_amount(written)
        parts.append((part[1], part[2]))
        end = part.end()
    if not parts:
        raise _no_amount(written)
    return parts


def _value(number: str, unit: str, written: str) -> Fraction:
    """A number as typed; without a unit it must be whole đồng with its thousands in order."""
    number = _NOTHING_BEHIND.sub("", number)
    if number.isdigit():
        return Fraction(number)
    grouped = _GROUPED.fullmatch(number)
    if grouped and not number.startswith("0"):
        if unit and grouped[1] == "," and number.count(",") == 1:
            raise _two_ways(written)
        return Fraction(re.sub("[., ]", "", number))
    if unit and re.fullmatch(r"\d+[.,]\d+", number):
        return Fraction(number.replace(",", "."))
    raise _no_amount(written)


def _continued(digits: str, unit: int, written: str) -> Fraction:
    """What digits behind a unit add: the 5 of `2tr5`, the 200 of `1 triệu 200`."""
    if not digits.isdigit() or len(digits) > 3:
        raise _two_ways(written)
    return Fraction(int(digits) * unit, 10 ** len(digits))


def _whole_dong(amount: Fraction, written: str) -> int:
    if amount.denominator != 1:
        raise AmountProblem(f"“{written}”: số tiền phải là số đồng tròn.")
    if amount > MOST_DONG:
        raise AmountProblem(f"“{written}”: số tiền quá lớn.")
    return int(amount)


def _no_amount(written: str) -> AmountProblem:
    return AmountProblem(
        f"“{written}” không phải là số tiền. Ghi như 1.200.000, 1,2 triệu hoặc 500k."
    )


def _two_ways(written: str) -> AmountProblem:
    return AmountProblem(f"“{written}” có thể hiểu hai cách. Ghi đủ các chữ số, ví dụ 1.250.000.")


# --- In print -------------------------------------------------------------------------------


def format_dong(amount: int) -> str:
    """The amount with its thousands parted by points: `102.350.000`."""
    return f"{amount:,}".replace(",", ".")
