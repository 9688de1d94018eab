"""A household and its findings year by year."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import list_households, save_household
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import PickerField, Suggestion
from ccb_desktop.ui.kit.rows_field import Put, RowsField
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField, YearField
from ccb_desktop.ui.members.columns import CULTURAL
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.words import RosterWords

_FIRST_YEAR = 1990


def household_dialog(
    parent: QWidget, store: Store, words: RosterWords, person_id: int, household: Household
) -> FormDialog:
    """A window on a household, new or known, in which a person lives."""
    form = Form()
    form.add(
        [
            TextField("head_name", FIELD["head_name"], required=True),
            TextField("address", "Địa chỉ hộ"),
            UnitField(words, name="unit_id", text="Thuộc chi hội", none="Chưa ghi"),
            RowsField(
                "years",
                "Mức sống, nhà ở, gia đình văn hóa từng năm",
                year_columns(words),
                lambda parent, year, put: _year_dialog(parent, words, year, put).open(),
                noun="năm",
                to_raw=lambda y: [y.year, y.poverty, y.house_state, y.cultural_family],
                from_raw=lambda raw: HouseholdYear(
                    year=raw[0], poverty=raw[1], house_state=raw[2], cultural_family=raw[3]
                ),
            ),
        ]
    )
    form.add(
        [
            TextField("business_kind", FIELD["business_kind"]),
            TextField("business_name", FIELD["business_name"]),
            AmountField("business_revenue_dong", FIELD["business_revenue_dong"]),
            AmountField("business_income_dong", FIELD["business_income_dong"]),
            NumberField("business_workers", FIELD["business_workers"], after="người"),
            TextField("land_clearance", FIELD["land_clearance"]),
        ],
        heading="Làm kinh tế, đóng góp",
    )
    form.set_values({name: getattr(household, name) for name in form.fields})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        values["years"] = _one_per_year(values["years"])
        return save_household(store, replace(household, **values), person_id, form_id)

    title = "Lập hộ gia đình" if household.id is None else "Sửa hộ gia đình"
    return FormDialog(parent, title, form, keep)


def choose_household_dialog(
    parent: QWidget, store: Store, words: RosterWords, person_id: int
) -> FormDialog:
    """A window to put a person into a household that is in the books already."""
    known = {home.id: home for home in list_households(store)}
    form = Form()
    form.add(
        [
            PickerField(
                "household",
                FIELD["household_head"],
                lambda typed: _fitting(known.values(), words, typed),
                what="hộ",
                required=True,
                wide=True,
                hint="Gõ họ tên chủ hộ",
            )
        ]
    )

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return save_household(store, known[values["household"]], person_id, form_id)

    return FormDialog(parent, "Ghi vào hộ đã có", form, keep)


def year_columns(words: RosterWords) -> list[Column[HouseholdYear]]:
    """What is seen of the findings of a year."""
    return [
        Column("year", FIELD["year"], lambda y: str(y.year), lambda y: y.year, width=6),
        Column("poverty", FIELD["poverty"], lambda y: words.label("POVERTY", y.poverty), width=12),
        Column(
            "house", FIELD["house_state"], lambda y: words.label("HOUSE", y.house_state), width=13
        ),
        Column(
            "culture", FIELD["cultural_family"], lambda y: CULTURAL[y.cultural_family], width=16
        ),
    ]


def _year_dialog(
    parent: QWidget, words: RosterWords, year: HouseholdYear | None, put: Put[HouseholdYear]
) -> FormDialog:
    form = Form()
    form.add(
        [
            YearField(
                "year", FIELD["year"], least=_FIRST_YEAR, most=words.on.year + 1, required=True
            ),
            ChoiceField("poverty", FIELD["poverty"], words.choices("POVERTY"), empty=""),
            ChoiceField("house_state", FIELD["house_state"], words.choices("HOUSE"), empty=""),
            YesNoField("cultural_family", FIELD["cultural_family"], yes="Đạt", no="Không đạt"),
        ]
    )
    found = year or HouseholdYear(year=words.on.year)
    form.set_values({name: getattr(found, name) for name in form.fields})

    def keep(values: dict[str, Any], _form_id: str) -> None:
        put(HouseholdYear(**values))

    return FormDialog(parent, "Hộ gia đình theo năm", form, keep, save_label="Xong")


def _one_per_year(years: Iterable[HouseholdYear]) -> tuple[HouseholdYear, ...]:
    """The findings by year; of two for one year the one entered later."""
    found = {year.year: year for year in years}
    return tuple(found[year] for year in sorted(found))


def _fitting(homes: Iterable[Household], words: RosterWords, typed: str) -> list[Suggestion]:
    wanted = search_key(typed).split()
    fitting = []
    for home in homes:
        key = search_key(home.head_name).split()
        if all(any(word.startswith(part) for word in key) for part in wanted):
            detail = " · ".join(x for x in (home.address, words.unit_name(home.unit_id)) if x)
            fitting.append(Suggestion(home.id, home.head_name, detail))
    return fitting
