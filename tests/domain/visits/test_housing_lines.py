"""Members' houses that need help: each household once, those helped left out."""

from datetime import date

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.housing_lines import DILAPIDATED, houses_in_need

ON = date(2026, 6, 30)


def a_line(person_id, name, household_id, head="", house_state=DILAPIDATED):
    """A member of whom only his house matters."""
    empty = dict.fromkeys(MemberLine._fields, "")
    said = {
        "person_id": person_id,
        "full_name": name,
        "household_id": household_id,
        "household_head": head,
        "house_state": house_state,
        "unit_id": 1,
        "unit_name": "Chi hội 1",
    }
    return MemberLine(**{**empty, **said})


MEMBERS = [
    a_line(1, "Trần Thị Bê", 7, "Nguyễn Văn An"),
    a_line(2, "Nguyễn Văn An", 7, "Nguyễn Văn An"),
    a_line(3, "Lê Văn Chi", 8, "Lê Văn Cả"),
    a_line(4, "Phạm Văn Dũng", 9, house_state="SOLID"),
    a_line(5, "Võ Em", None),
]


def test_each_household_stands_once_under_its_head():
    first, second = houses_in_need(MEMBERS, [], ON)
    assert (first.head_name, first.person_id) == ("Nguyễn Văn An", 2)
    assert first.members == ("Trần Thị Bê", "Nguyễn Văn An")
    assert (second.head_name, second.person_id) == ("Lê Văn Cả", 3)


def test_whoever_is_helped_is_not_offered_again_until_a_later_year():
    def heads(**support):
        one = HousingSupport(head_name="x", person_id=1, **support)
        return [home.head_name for home in houses_in_need(MEMBERS, [one], ON)]

    assert heads() == ["Lê Văn Cả"]
    assert heads(handed_over_on=date(2026, 2, 1)) == ["Lê Văn Cả"]
    assert len(heads(handed_over_on=date(2025, 2, 1))) == 2
    assert len(heads(voided_on=date(2026, 2, 1))) == 2
