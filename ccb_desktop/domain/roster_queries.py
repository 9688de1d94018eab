"""What a filter of members can ask about: every field of a member's line."""

from collections.abc import Callable
from typing import Any

from ccb_desktop.domain.labels import FIELD, SEX, STATUS
from ccb_desktop.domain.members.consent import CONSENT_SHORT
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.queries import FieldKind, QueryField
from ccb_desktop.domain.roster_words import RosterWords

_Choices = tuple[tuple[str, str], ...]
_Values = Callable[[MemberLine], Any]


def member_query_fields(words: RosterWords) -> list[QueryField]:
    """The fields in the order in which they are offered, with the choices that hold now."""
    return [
        QueryField("full_name", FIELD["full_name"], FieldKind.TEXT, lambda m: m.full_name),
        *_membership_fields(words),
        *_personal_fields(words),
        *_service_fields(words),
        *_policy_fields(words),
        *_household_fields(words),
    ]


def _membership_fields(words: RosterWords) -> list[QueryField]:
    return [
        _codes("unit", _units(words), lambda m: _known(m.unit_id, m.sub_unit_id)),
        _codes("status", tuple((s.value, text) for s, text in STATUS.items()), lambda m: m.status),
        _date("since", "Trạng thái từ ngày", lambda m: PartialDate.of(m.since)),
        _codes("hoi_post", _titles(words), _hoi_posts),
        _text("outside_posts"),
        _codes("tags", _list(words, "TAG"), lambda m: m.tags),
        _text("card_no"),
        _date("joined_on"),
        _codes(
            "admission_category",
            _list(words, "ADMISSION_CATEGORY"),
            lambda m: _known(m.admission_category),
        ),
    ]


def _personal_fields(words: RosterWords) -> list[QueryField]:
    return [
        QueryField("age", FIELD["age"], FieldKind.NUMBER, lambda m: words.age(m.born_on)),
        _date("born_on"),
        _codes("sex", tuple((s.value, text) for s, text in SEX.items()), lambda m: _known(m.sex)),
        *map(_text, ("citizen_id", "phone", "address", "street_group", "home_town")),
        *map(_text, ("ethnicity", "religion", "education", "qualification")),
        *map(_text, ("political_theory", "occupation", "note")),
        _codes("consent", tuple((c.value, t) for c, t in CONSENT_SHORT.items()), _consent),
        _date("consent_on"),
        _date("consent_withdrawn_on"),
    ]


def _service_fields(words: RosterWords) -> list[QueryField]:
    return [
        _codes("periods", _list(words, "PERIOD"), lambda m: m.periods),
        _date("enlisted_on"),
        _date("discharged_on"),
        *map(_text, ("rank", "military_post", "military_unit", "theatres")),
        _date("party_joined_on"),
        _date("party_official_on"),
        _number("party_badge"),
    ]


def _policy_fields(words: RosterWords) -> list[QueryField]:
    return [
        _codes("policies", _list(words, "POLICY"), lambda m: m.policies),
        _number("policy_rate"),
        _text("insurance_no"),
        _number("medal_year"),
        _text("commendations"),
    ]


def _household_fields(words: RosterWords) -> list[QueryField]:
    cultural = {True: "YES", False: "NO"}
    return [
        _text("household_head"),
        _codes("poverty", _list(words, "POVERTY"), lambda m: _known(m.poverty)),
        _codes("house_state", _list(words, "HOUSE"), lambda m: _known(m.house_state)),
        _codes(
            "cultural_family",
            (("YES", "Đạt"), ("NO", "Không đạt")),
            lambda m: () if m.cultural_family is None else (cultural[m.cultural_family],),
        ),
    ]


def _text(name: str) -> QueryField:
    return QueryField(name, FIELD[name], FieldKind.TEXT, lambda m: getattr(m, name))


def _number(name: str) -> QueryField:
    return QueryField(name, FIELD[name], FieldKind.NUMBER, lambda m: getattr(m, name))


def _date(name: str, label: str = "", value_of: _Values | None = None) -> QueryField:
    read = value_of or (lambda m: getattr(m, name))
    return QueryField(name, label or FIELD[name], FieldKind.DATE, read)


def _codes(name: str, choices: _Choices, values_of: _Values) -> QueryField:
    def read(line: MemberLine) -> Any:
        found = values_of(line)
        return (found,) if isinstance(found, str) else found

    return QueryField(name, FIELD[name], FieldKind.CODE, read, choices)


def _consent(line: MemberLine) -> str:
    return line.consent


def _hoi_posts(line: MemberLine) -> list[str]:
    return line.hoi_posts.split(", ") if line.hoi_posts else []


def _known(*values: Any) -> tuple[str, ...]:
    """Values as codes, without those that are not known."""
    return tuple(str(value) for value in values if value not in (None, ""))


def _list(words: RosterWords, name: str) -> _Choices:
    return tuple(words.choices(name))


def _titles(words: RosterWords) -> _Choices:
    return tuple((title, title) for title in words.offered_texts("POST_TITLE"))


def _units(words: RosterWords) -> _Choices:
    """Every chi hội with its phân hội behind it."""
    found: list[tuple[str, str]] = []
    for unit in words.standing_units(UnitKind.CHI_HOI):
        found.append((str(unit.id), unit.name_on(words.on)))
        for part in words.standing_units(UnitKind.PHAN_HOI, unit.id):
            found.append((str(part.id), f"{unit.name_on(words.on)} – {part.name_on(words.on)}"))
    return tuple(found)
