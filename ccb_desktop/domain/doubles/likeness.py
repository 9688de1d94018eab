"""How likely two entries are one human being: points for and against, said in words.

Different CCCD are never one person (`exchange.md`, meaning 5). A CMND of 9 digits and a CCCD
of 12 are two kinds of number, which one man may both have had. Different card numbers are
never one person either, but each old ward had its own series of cards: between people whose
units come from different old wards, card numbers say nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from ccb_desktop.domain.doubles.keys import PersonKey
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import fold

SURE = 100
_MOST_UNSURE = 99
_SAME_NAME = 50
_NEAR_NAMES = {1: 38, 2: 20}
_SHORTER_NAME = 32
_OTHER_NAME = -35
_MOST_COMMON = 7  # points off at the most: even a common name says something
_SHORT_NAME = 9  # letters; in shorter names two other letters make another name


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entries are.

    Attributes:
        score: 0 to 100; 100 is certain.
        reasons: What speaks for one person, in words.
        against: What differs, in words.
    """

    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing compared: points, and what to say of it."""

    points: float
    said: str


def are_different(first: PersonKey, second: PersonKey) -> bool:
    """Whether numbers prove that these are two people."""
    return are_other_citizens(first.citizen_id, second.citizen_id) or (
        first.person.former_ward == second.person.former_ward
        and _differ(first.card_no, second.card_no)
    )


def are_other_citizens(first: str, second: str) -> bool:
    """Whether two numbers of citizens, in digits, are of one kind and not the same."""
    return len(first) == len(second) and _differ(first, second)


def _differ(first: str, second: str) -> bool:
    return bool(first and second) and first != second


def likeness(first: PersonKey, second: PersonKey, distance: int, namesakes: int) -> Likeness:
    """Compare two people whom no number proves to be different.

    Args:
        first: One of them.
        second: The other.
        distance: How many letters of their folded names differ.
        namesakes: How many people in the books bear the commoner of the two names.
    """
    signs = [_name_sign(first, second, distance, namesakes), *_signs(first, second)]
    reasons = tuple(sign.said for sign in signs if sign.points > 0 and sign.said)
    against = tuple(sign.said for sign in signs if sign.points <= 0 and sign.said)
    if first.citizen_id and first.citizen_id == second.citizen_id:
        return Likeness(SURE, ("cùng CCCD", *reasons), against)
    total = round(sum(sign.points for sign in signs))
    return Likeness(max(0, min(_MOST_UNSURE, total)), reasons, against)


def _name_sign(first: PersonKey, second: PersonKey, distance: int, namesakes: int) -> _Sign:
    """The commoner a name, the less it says."""
    common = min(_MOST_COMMON, 2 * log2(max(1, namesakes - 1)))
    names = f"{first.person.full_name} – {second.person.full_name}"
    if distance == 0:
        return _Sign(_SAME_NAME - common, "cùng họ tên")
    if _is_shorter(first.words, second.words) or _is_shorter(second.words, first.words):
        return _Sign(_SHORTER_NAME - common, f"tên gần giống: {names}")
    near = _NEAR_NAMES.get(distance)
    if near is None or (distance > 1 and min(len(first.name), len(second.name)) < _SHORT_NAME):
        return _Sign(_OTHER_NAME, "khác họ tên")
    return _Sign(near - common, f"tên gần giống: {names}")


def _is_shorter(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name is the other without a middle word."""
    if not 1 < len(short) < len(long):
        return False
    return short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)


def _signs(first: PersonKey, second: PersonKey) -> Iterator[_Sign]:
    one, other = first.person, second.person
    yield from _birth_sign(one.born_on, other.born_on)
    if one.sex is not None and other.sex is not None and one.sex is not other.sex:
        yield _Sign(-25, "khác giới tính")
    if first.phone and second.phone:
        same = first.phone == second.phone
        yield _Sign(45, "cùng số điện thoại") if same else _Sign(-3, "khác số điện thoại")
    if first.card_no and first.card_no == second.card_no:
        yield _Sign(45, "cùng số thẻ")
    yield from _words_sign(first.home_words, second.home_words, 12, -12, "quê")
    yield from _date_sign(one.enlisted_on, other.enlisted_on, "nhập ngũ")
    yield from _date_sign(one.discharged_on, other.discharged_on, "xuất ngũ")
    yield from _words_sign(first.unit_words, second.unit_words, 16, -9, "đơn vị quân đội")
    yield from _date_sign(one.party_joined_on, other.party_joined_on, "vào Đảng")
    if one.address and fold(one.address) == fold(other.address):
        yield _Sign(12, "cùng nơi ở")


def _birth_sign(one: PartialDate | None, other: PartialDate | None) -> Iterator[_Sign]:
    if one is None or other is None:
        return
    apart = abs(one.year - other.year)
    if one.agrees_with(other):
        known = min(one.precision, other.precision)
        said = f"cùng năm sinh {one.year}" if known == 1 else "cùng ngày sinh"
        yield _Sign({1: 17, 2: 24, 3: 34}[known], said)
    elif apart == 0:
        yield _Sign(2, f"cùng năm sinh {one.year}, khác ngày")
    elif apart == 1:
        yield _Sign(3, "năm sinh lệch 1")
    else:
        yield _Sign(-18, f"năm sinh lệch {apart}")


def _date_sign(one: PartialDate | None, other: PartialDate | None, what: str) -> Iterator[_Sign]:
    if one is None or other is None:
        return
    if one.agrees_with(other):
        whole = min(one.precision, other.precision) > 1
        said = f"cùng ngày {what}" if whole else f"cùng {what} {one.year}"
        yield _Sign(22 if whole else 9, said)
    elif abs(one.year - other.year) <= 1:
        yield _Sign(-3, f"{what} lệch nhau")
    else:
        yield _Sign(-12, f"{what} khác năm")


def _words_sign(
    one: frozenset[str], other: frozenset[str], same: int, different: int, what: str
) -> Iterator[_Sign]:
    """Equal, or the one is a part of the other, as a province of a village with its province."""
    if not one or not other:
        return
    if one <= other or other <= one:
        yield _Sign(same, f"cùng {what}")
    elif one.isdisjoint(other):
        yield _Sign(different, f"khác {what}")
