"""The fields of a person's form, tab by tab; their names are those of `Person`."""

from collections.abc import Callable
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.lunar.death_days import lunar_day_text
from ccb_desktop.domain.members.checks import check_person
from ccb_desktop.domain.members.consent import WITHDRAWAL
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.visits.care_checks import lunar_day_fault
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField, YearField
from ccb_desktop.ui.members.policies_field import policies_field
from ccb_desktop.ui.members.words import RosterWords

_BADGES = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80)
_FIRST_MEDAL_YEAR = 1990
_SETS = frozenset({"periods", "tags"})
_TAGS_HINT = "Đặt và đổi tên các nhãn ở trang Cài đặt, thẻ Danh mục"


def identity_fields() -> list[Field]:
    """Who he is; asked of everybody who is entered anew too."""
    return [
        TextField("full_name", FIELD["full_name"], required=True),
        DateField("born_on", FIELD["born_on"], check=_as_the_books_check("born_on")),
        ChoiceField("sex", FIELD["sex"], [(sex, text) for sex, text in SEX.items()]),
        TextField(
            "citizen_id",
            FIELD["citizen_id"],
            hint="12 chữ số; số CMND cũ 9 chữ số",
            check=_as_the_books_check("citizen_id"),
        ),
        TextField("phone", FIELD["phone"]),
    ]


def home_fields() -> list[Field]:
    """Where he lives and comes from."""
    return [
        TextField("address", FIELD["address"]),
        TextField("street_group", FIELD["street_group"]),
        TextField("home_town", FIELD["home_town"]),
    ]


def ethnicity_field(words: RosterWords) -> Field:
    """Dân tộc."""
    return _suggested("ethnicity", words, "ETHNICITY")


def further_identity_fields(words: RosterWords) -> list[Field]:
    """The rest of the first tab."""
    return [
        TextField("other_name", FIELD["other_name"]),
        DateField("citizen_id_issued_on", FIELD["citizen_id_issued_on"]),
        TextField("old_address", FIELD["old_address"]),
        ethnicity_field(words),
        _suggested("religion", words, "RELIGION"),
        _suggested("education", words, "EDUCATION"),
        TextField("qualification", FIELD["qualification"]),
        TextField("occupation", FIELD["occupation"]),
        TextField("health_note", FIELD["health_note"]),
        YesNoField(
            "sort_by_first_word",
            FIELD["sort_by_first_word"],
            hint="Dùng cho tên như Y Nô Rcăm; bình thường để trống",
        ),
        ChecklistField("tags", FIELD["tags"], words.choices("TAG"), hint=_TAGS_HINT),
        LongTextField("note", FIELD["note"]),
    ]


def death_and_consent_fields() -> list[Field]:
    """What is filled in late, or once; the lunar day follows the day of death."""
    died_on = DateField("died_on", FIELD["died_on"], hint="Hội viên thì ghi biến động từ trần")
    lunar_day = TextField(
        "lunar_death_day",
        FIELD["lunar_death_day"],
        hint="Ngày và tháng âm lịch, ví dụ 15/7; tự điền theo ngày mất",
        check=lunar_day_fault,
    )
    died_on.changed.connect(lambda: _fill_lunar_day(died_on, lunar_day))
    return [
        died_on,
        lunar_day,
        TextField("burial_place", FIELD["burial_place"]),
        *_consent_fields(),
    ]


def _consent_fields() -> list[Field]:
    return [
        DateField("consent_on", FIELD["consent_on"]),
        TextField(
            "consent_paper",
            FIELD["consent_paper"],
            hint="Ví dụ: Phiếu đồng ý, lưu ở cặp hồ sơ chi hội",
        ),
        DateField("consent_withdrawn_on", FIELD["consent_withdrawn_on"], hint=WITHDRAWAL),
        TextField(
            "consent_withdrawn_reason",
            FIELD["consent_withdrawn_reason"],
            hint="Ví dụ: Theo đơn ngày 05/06/2026",
        ),
        TextField("consent_note", FIELD["consent_note"], wide=True),
    ]


def service_fields(words: RosterWords) -> list[Field]:
    """Quân ngũ."""
    return [
        DateField("enlisted_on", FIELD["enlisted_on"]),
        DateField("discharged_on", FIELD["discharged_on"]),
        _suggested("rank", words, "RANK"),
        TextField("military_post", FIELD["military_post"]),
        TextField("military_unit", FIELD["military_unit"]),
        TextField("training", FIELD["training"]),
        ChecklistField("periods", FIELD["periods"], words.choices("PERIOD")),
        _suggested("theatres", words, "THEATRE", wide=True),
    ]


def party_fields(words: RosterWords) -> list[Field]:
    """Đảng."""
    badges = [(years, f"{years} năm tuổi Đảng") for years in _BADGES]
    return [
        DateField("party_joined_on", FIELD["party_joined_on"]),
        DateField("party_official_on", FIELD["party_official_on"]),
        TextField("party_cell", FIELD["party_cell"]),
        ChoiceField("party_badge", FIELD["party_badge"], badges, none="Chưa có"),
        _suggested("political_theory", words, "POLITICAL_THEORY"),
    ]


def policy_fields(words: RosterWords) -> list[Field]:
    """Chính sách."""
    this_year = words.on.year
    return [
        policies_field(words),
        TextField("insurance_no", FIELD["insurance_no"]),
        YesNoField("insurance_entitled", FIELD["insurance_entitled"]),
        YearField("medal_year", FIELD["medal_year"], least=_FIRST_MEDAL_YEAR, most=this_year),
        TextField("commendations", FIELD["commendations"]),
    ]


def person_values(person: Person) -> dict[str, Any]:
    """What stands in the fields for a person."""
    return {f.name: getattr(person, f.name) for f in fields_of(Person)}


def person_from(values: dict[str, Any], person: Person | None = None) -> Person:
    """The person a form says; what it does not ask stays as it is."""
    known = {f.name for f in fields_of(Person)}
    given = {name: value for name, value in values.items() if name in known}
    for name in _SETS & given.keys():
        given[name] = frozenset(given[name])
    if "sort_by_first_word" in given:
        given["sort_by_first_word"] = bool(given["sort_by_first_word"])
    return Person(**given) if person is None else replace(person, **given)


def _suggested(name: str, words: RosterWords, list_name: str, **rest: Any) -> Field:
    return SuggestField(name, FIELD[name], among(words.offered_texts(list_name)), **rest)


def _as_the_books_check(name: str) -> Callable[[Any], str]:
    """The sentence with which the rules of the books refuse a value of one field."""

    def problem(value: Any) -> str:
        try:
            check_person(Person(**{"full_name": "-", name: value}), date.today())
        except Invalid as invalid:
            return invalid.fields.get(name, "")
        return ""

    return problem


def _fill_lunar_day(died_on: DateField, lunar_day: TextField) -> None:
    """Write the lunar date of a whole day of death where the family has told none."""
    day = None if died_on.problem() else died_on.value()
    if day is not None and day.is_complete and not lunar_day.value():
        lunar_day.set_value(lunar_day_text(day.first_day))
