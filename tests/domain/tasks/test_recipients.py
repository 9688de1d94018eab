"""Which units are in being in a year, who answers for them, and all of a kind at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.recipients import (
    all_of_kind,
    responsible_of,
    stands_within,
    units_of_year,
)

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def a_unit(own=1, kind=UnitKind.CHI_HOI, **more):
    return Unit(id=own, code=f"D{own}", kind=kind, names=(UnitName(f"Chi hội {own}"),), **more)


def partial(day):
    return PartialDate.parse(f"{day:%d/%m/%Y}")


@given(founded=DAYS, ended=DAYS, first=DAYS, last=DAYS)
def test_a_unit_is_there_in_a_span_when_it_stands_on_one_of_its_days(founded, ended, first, last):
    if founded > ended or first > last:
        return
    unit = a_unit(founded_on=partial(founded), ended_on=partial(ended))
    assert stands_within(unit, first, last) == (founded <= last and ended >= first)
    assert stands_within(unit, first, first) == unit.stands_on(first)


def test_the_units_of_a_year_are_those_of_the_kind_that_stood_in_it():
    units = [
        a_unit(1),
        a_unit(2, ended_on=PartialDate.parse("30/6/2025")),
        a_unit(3, ended_on=PartialDate.parse("2024")),
        a_unit(4, UnitKind.CLUB, founded_on=PartialDate.parse("2/9/2025")),
        a_unit(5, founded_on=PartialDate.parse("1/1/2026")),
        a_unit(6, UnitKind.PHAN_HOI),
    ]
    assert [unit.id for unit in units_of_year(units, UnitKind.CHI_HOI, 2025)] == [1, 2]
    assert [unit.id for unit in units_of_year(units, UnitKind.CLUB, 2025)] == [4]
    assert [unit.id for unit in units_of_year(units, UnitKind.CHI_HOI, 2026)] == [1, 5]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tất cả chi hội", UnitKind.CHI_HOI),
        ("TẤT CẢ CHI HỘI", UnitKind.CHI_HOI),
        ("Tất cả các CLB", UnitKind.CLUB),
        ("Tất cả CLB", UnitKind.CLUB),
        ("Chi hội 3", None),
        ("", None),
    ],
)
def test_all_of_a_kind_is_understood(text, kind):
    assert all_of_kind(text) == kind


def test_the_head_answers_for_a_unit_or_its_contact():
    unit = a_unit(contact_name="Lê Văn Tám")
    post = Post(person_id=7, title="Chi hội trưởng", unit_id=1, to_on=PartialDate.parse("3/2026"))
    names = {7: "Trần Văn Bình"}
    for on, who in ((date(2026, 3, 1), "Trần Văn Bình"), (date(2026, 4, 1), "Lê Văn Tám")):
        assert responsible_of(unit, [post], names, {}, on) == who
    other = a_unit(2, contact_name="Đỗ Văn Chín")
    assert responsible_of(other, [post], names, {}, date(2026, 3, 1)) == "Đỗ Văn Chín"
