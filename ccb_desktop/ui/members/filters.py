"""The filters of the members' list: what can be chosen, and what a member counts as."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.members.consent import CONSENT_SHORT
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import EXITS, IN_HOI, Status
from ccb_desktop.domain.members.people import is_longevity_age
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.ui.members.words import RosterWords

Choice = tuple[Any, str]

IN_THE_HOI = "IN"
LEFT_THE_HOI = "LEFT"
EVERYBODY = "ALL"

STATUS_CHOICES: tuple[Choice, ...] = (
    (IN_THE_HOI, "Đang trong Hội"),
    *((status, f"– {STATUS[status]}") for status in Status if status in IN_HOI),
    (LEFT_THE_HOI, "Đã rời Hội"),
    *((status, f"– {STATUS[status]}") for status in EXITS.values()),
    (EVERYBODY, "Tất cả"),
)
"""What the list can hold; the first is what a fresh list holds."""


def holds(choice: str) -> Callable[[MemberLine], bool]:
    """Which members the list holds for a choice of `STATUS_CHOICES`."""
    if choice == EVERYBODY:
        return lambda _line: True
    if choice == IN_THE_HOI:
        return lambda line: line.status in IN_HOI
    if choice == LEFT_THE_HOI:
        return lambda line: line.status not in IN_HOI
    return lambda line: line.status == choice


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter above the list.

    Attributes:
        id: How other pages name it when they lead here.
        label: What stands before it.
        choices: Value and label; the first lets everybody through.
        values_of: What a member counts as: the choice must be among it.
    """

    id: str
    label: str
    choices: tuple[Choice, ...]
    values_of: Callable[[MemberLine], Iterable[Any]]


def member_filters(words: Callable[[], RosterWords]) -> list[Filter]:
    """Every filter of the members' list, with the choices that hold now."""
    now = words()
    return [
        Filter("unit", "Chi hội", _units(now), lambda m: (m.unit_id, m.sub_unit_id)),
        Filter("age", "Tuổi", _AGES, lambda m: _ages_of(words().age(m.born_on))),
        Filter(
            "period",
            "Thời kỳ",
            (_ALL, *now.choices("PERIOD"), (_NONE, "Chưa ghi")),
            lambda m: m.periods or (_NONE,),
        ),
        Filter(
            "policy",
            "Chính sách",
            (_ALL, (_SOME, "Có diện chính sách"), *now.choices("POLICY"), (_NONE, "Không có")),
            lambda m: (_SOME, *m.policies) if m.policies else (_NONE,),
        ),
        Filter("party", "Đảng", _PARTY, _party_of),
        Filter(
            "tag",
            "Nhãn",
            (_ALL, *now.choices("TAG"), (_NONE, "Không có nhãn")),
            lambda m: m.tags or (_NONE,),
        ),
        Filter("post", "Chức vụ", (*_POSTS, *_hoi_titles(now)), _posts_of),
        Filter(
            "consent",
            FIELD["consent"],
            (_ALL, *((state, said) for state, said in CONSENT_SHORT.items())),
            lambda m: m.consent,
        ),
    ]


_ALL: Choice = (None, "Tất cả")
_SOME = "SOME"
_NONE = "NONE"


def _units(words: RosterWords) -> tuple[Choice, ...]:
    """Every chi hội with its phân hội behind it."""
    found: list[Choice] = [_ALL]
    for unit in words.standing_units(UnitKind.CHI_HOI):
        found.append((unit.id, words.unit_name(unit.id)))
        parts = words.standing_units(UnitKind.PHAN_HOI, unit.id)
        found += [(part.id, f"– {part.name_on(words.on)}") for part in parts]
    return tuple(found)


_BANDS = ((0, 59), (60, 69), (70, 79), (80, 89), (90, 200))
_AGES: tuple[Choice, ...] = (
    _ALL,
    (0, "Dưới 60"),
    (60, "60 – 69"),
    (70, "70 – 79"),
    (80, "80 – 89"),
    (90, "90 trở lên"),
    ("LONGEVITY", "Mừng thọ năm nay"),
    (_NONE, "Chưa rõ năm sinh"),
)


def _ages_of(age: int | None) -> Iterable[Any]:
    if age is None:
        return (_NONE,)
    bands: list[Any] = [first for first, last in _BANDS if first <= age <= last]
    return [*bands, "LONGEVITY"] if is_longevity_age(age) else bands


_PARTY: tuple[Choice, ...] = (
    _ALL,
    ("MEMBER", "Đảng viên"),
    ("BADGE", "Có Huy hiệu Đảng"),
    (_NONE, "Chưa vào Đảng"),
)


def _party_of(line: MemberLine) -> Iterable[str]:
    if line.party_joined_on is None:
        return (_NONE,)
    return ("MEMBER", "BADGE") if line.party_badge else ("MEMBER",)


_POSTS: tuple[Choice, ...] = (
    _ALL,
    ("HOI", "Có chức vụ Hội"),
    ("OUTSIDE", "Có chức danh ngoài Hội"),
    (_NONE, "Không giữ chức"),
)


def _hoi_titles(words: RosterWords) -> list[Choice]:
    """Every post of the Hội by itself."""
    return [(title, f"– {title}") for title in words.offered_texts("POST_TITLE")]


def _posts_of(line: MemberLine) -> Iterable[str]:
    held = line.hoi_posts.split(", ") if line.hoi_posts else []
    held += ["HOI"] if line.hoi_posts else []
    held += ["OUTSIDE"] if line.outside_posts else []
    return held or (_NONE,)
