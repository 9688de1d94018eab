"""The columns of the roster's lists: members of the Hội, those who left, clubs, events."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ccb_desktop.domain.labels import FIELD, SEX, STATUS
from ccb_desktop.domain.members.consent import CONSENT_SHORT
from ccb_desktop.domain.members.lines import ClubLine, MemberLine
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.members.words import RosterWords

T = TypeVar("T")
Words = Callable[[], RosterWords]

MASKED = frozenset({FIELD["citizen_id"], FIELD["insurance_no"]})
"""Heads of columns that an exported list shows only in part."""

CULTURAL = {True: "Đạt", False: "Không đạt", None: ""}
"""What was found of a household for the year: a cultural family, or not."""

_KNOWN_BY = frozenset({"card_no", "citizen_id", "phone"})
# Besides name and birth: what an officer types to find a member.


def printed(day: PartialDate | None) -> str:
    """A date as entered, empty when it is unknown."""
    return "" if day is None else str(day)


def _day_column(field: str, *, shown: bool = False, label: str = "") -> Column[Any]:
    return Column(
        field,
        label or FIELD[field],
        lambda line: printed(getattr(line, field)),
        sort_key=lambda line: getattr(line, field),
        shown=shown,
        width=11,
        searched=False,
    )


def _text_column(field: str, width: int, *, shown: bool = False, label: str = "") -> Column[Any]:
    return Column(
        field,
        label or FIELD[field],
        lambda line: getattr(line, field) or "",
        shown=shown,
        width=width,
        named=field in _KNOWN_BY,
    )


def _name_column() -> Column[Any]:
    return Column(
        "full_name",
        FIELD["full_name"],
        lambda line: line.full_name,
        sort_key=lambda line: line.sort_key,
        width=24,
        total=_people,
        named=True,
    )


def _people(lines: Sequence[Any]) -> str:
    women = sum(line.sex is Sex.FEMALE for line in lines)
    return f"Cộng: {number(len(lines))}, nữ {number(women)}"


def _birth_columns(words: Words) -> list[Column[Any]]:
    return [
        Column(
            "born_on",
            FIELD["born_on"],
            lambda line: printed(line.born_on),
            sort_key=lambda line: line.born_on,
            width=10,
            named=True,
        ),
        Column(
            "age",
            FIELD["age"],
            lambda line: str(words().age(line.born_on) or ""),
            sort_key=lambda line: words().age(line.born_on),
            align="right",
            width=5,
            searched=False,
        ),
        Column(
            "sex",
            FIELD["sex"],
            lambda line: SEX[line.sex] if line.sex else "",
            shown=False,
            width=8,
            searched=False,
        ),
    ]


def member_columns(
    words: Words, since_of: Callable[[MemberLine], PartialDate | None]
) -> list[Column[MemberLine]]:
    """All columns of the members' list.

    Args:
        words: Gives the words that hold for the lines shown now.
        since_of: Gives the day since which a member stands as he does, as it was entered.
    """
    return [
        _name_column(),
        *_birth_columns(words),
        *_membership_columns(words, since_of),
        *_service_columns(words),
        *_party_columns(),
        *_personal_columns(words),
        *_policy_columns(words),
        *_household_columns(words),
    ]


def _membership_columns(
    words: Words, since_of: Callable[[MemberLine], PartialDate | None]
) -> list[Column[MemberLine]]:
    return [
        _text_column("unit_name", 16, shown=True, label=FIELD["unit"]),
        _text_column("sub_unit_name", 12, label=FIELD["sub_unit"]),
        _text_column("card_no", 11, shown=True),
        _day_column("joined_on", shown=True),
        Column(
            "status",
            FIELD["status"],
            lambda line: STATUS[line.status],
            sort_key=lambda line: list(STATUS).index(line.status),
            width=15,
            total=_paused,
            searched=False,
        ),
        Column(
            "since",
            "Trạng thái từ ngày",
            lambda line: printed(since_of(line)),
            sort_key=since_of,
            shown=False,
            width=11,
            searched=False,
        ),
        _text_column("hoi_posts", 16, shown=True, label=FIELD["hoi_post"]),
        _text_column("outside_posts", 18),
        Column(
            "admission_category",
            FIELD["admission_category"],
            lambda line: words().label("ADMISSION_CATEGORY", str(line.admission_category or "")),
            sort_key=lambda line: line.admission_category,
            shown=False,
            width=24,
            searched=False,
        ),
    ]


def _paused(lines: Sequence[MemberLine]) -> str:
    told = (
        (Status.EXEMPT, "miễn"),
        (Status.SUSPENDED, "đình chỉ"),
    )
    counts = ((sum(line.status is status for line in lines), text) for status, text in told)
    return ", ".join(f"{text} {number(count)}" for count, text in counts if count)


def _service_columns(words: Words) -> list[Column[MemberLine]]:
    return [
        _day_column("enlisted_on"),
        _day_column("discharged_on"),
        _text_column("rank", 11),
        _text_column("military_post", 14),
        _text_column("military_unit", 16),
        Column(
            "periods",
            FIELD["periods"],
            lambda line: words().said("PERIOD", line.periods),
            shown=False,
            width=24,
            searched=False,
        ),
        _text_column("theatres", 16),
    ]


def _party_columns() -> list[Column[MemberLine]]:
    return [
        Column(
            "party_joined_on",
            FIELD["party_joined_on"],
            lambda line: printed(line.party_joined_on),
            sort_key=lambda line: line.party_joined_on,
            shown=False,
            width=12,
            total=_party_members,
            searched=False,
        ),
        _day_column("party_official_on"),
        Column(
            "party_badge",
            FIELD["party_badge"],
            lambda line: f"{line.party_badge} năm" if line.party_badge else "",
            sort_key=lambda line: line.party_badge,
            shown=False,
            width=9,
            searched=False,
        ),
    ]


def _party_members(lines: Sequence[MemberLine]) -> str:
    return f"{number(sum(line.party_joined_on is not None for line in lines))} đảng viên"


def _policy_columns(words: Words) -> list[Column[MemberLine]]:
    return [
        Column(
            "policies",
            FIELD["policies"],
            lambda line: words().said("POLICY", line.policies),
            shown=False,
            width=22,
            searched=False,
        ),
        _number_column("policy_rate", 8),
        _text_column("insurance_no", 15),
        _number_column("medal_year", 9),
        _text_column("commendations", 20),
    ]


def _number_column(field: str, width: int) -> Column[MemberLine]:
    return Column(
        field,
        FIELD[field],
        lambda line: str(getattr(line, field) or ""),
        sort_key=lambda line: getattr(line, field),
        align="right",
        shown=False,
        width=width,
        searched=False,
    )


def _personal_columns(words: Words) -> list[Column[MemberLine]]:
    return [
        _text_column("phone", 12, shown=True),
        _text_column("address", 22, shown=True),
        _text_column("street_group", 10),
        _text_column("home_town", 20),
        _text_column("citizen_id", 13),
        _text_column("ethnicity", 8),
        _text_column("religion", 10),
        _text_column("education", 9),
        _text_column("qualification", 14),
        _text_column("political_theory", 11),
        _text_column("occupation", 14),
        _tags_column(words),
        _text_column("note", 20),
        consent_column(lambda line: line, shown=False),
    ]


def consent_column(member_of: Callable[[Any], MemberLine], *, shown: bool = True) -> Column[Any]:
    """How a member stands to the keeping of his data, whatever the lines of the list are."""
    return Column(
        "consent",
        FIELD["consent"],
        lambda line: CONSENT_SHORT[member_of(line).consent],
        sort_key=lambda line: list(CONSENT_SHORT).index(member_of(line).consent),
        shown=shown,
        width=10,
        searched=False,
    )


def _tags_column(words: Words) -> Column[MemberLine]:
    return Column(
        "tags",
        FIELD["tags"],
        lambda line: words().said("TAG", line.tags),
        shown=False,
        width=16,
        searched=False,
    )


def _household_columns(words: Words) -> list[Column[MemberLine]]:
    return [
        _text_column("household_head", 20),
        _code_column("poverty", "POVERTY", words),
        _code_column("house_state", "HOUSE", words),
        Column(
            "cultural_family",
            FIELD["cultural_family"],
            lambda line: CULTURAL[line.cultural_family],
            shown=False,
            width=12,
            searched=False,
        ),
    ]


def _code_column(field: str, code_list: str, words: Words) -> Column[MemberLine]:
    return Column(
        field,
        FIELD[field],
        lambda line: words().label(code_list, getattr(line, field)),
        shown=False,
        width=11,
        searched=False,
    )


def club_columns(words: Words) -> list[Column[ClubLine]]:
    """All columns of the list of clubs' members."""
    return [
        _name_column(),
        *_birth_columns(words),
        _text_column("unit_name", 20, shown=True, label=FIELD["club"]),
        _day_column("joined_on", shown=True, label=FIELD["club_joined_on"]),
        _day_column("ended_on", label="Ngày thôi tham gia"),
        _text_column("phone", 12, shown=True),
        _text_column("address", 24, shown=True),
        _text_column("citizen_id", 13),
        _text_column("note", 20),
    ]
