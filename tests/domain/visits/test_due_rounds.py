"""A round for those who are due: the fitting occasion, each once, with what is usual."""

from datetime import date

import pytest

from ccb_desktop.domain.visits.due import DueKind, DueVisit
from ccb_desktop.domain.visits.due_rounds import chosen_of, listed_for, round_for
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import RecipientKind

ON = date(2026, 11, 29)


def due(person_id=1, kind=DueKind.LONGEVITY, **more):
    known = {
        "key": f"{kind}-{person_id}",
        "name": "Trần Văn An",
        "on": None,
        "why": kind.value,
        "recipient": "Trần Văn An",
    }
    return DueVisit(kind=kind, person_id=person_id, **(known | more))


@pytest.mark.parametrize(
    ("kinds", "occasion", "title"),
    [
        ((DueKind.LONGEVITY,), "LONGEVITY", "Mừng thọ năm 2026"),
        ((DueKind.SICK,), "SICK", "Thăm hội viên ốm đau tháng 11/2026"),
        ((DueKind.POOR,), "POOR_HOUSEHOLD", "Tặng quà hộ nghèo, cận nghèo tháng 11/2026"),
        ((DueKind.BIRTHDAY,), "OTHER", "Mừng sinh nhật hội viên tháng 11/2026"),
        (
            (DueKind.LUNAR_DEATH, DueKind.SOLAR_DEATH),
            "OTHER",
            "Thăm gia đình nhân ngày giỗ tháng 11/2026",
        ),
        ((DueKind.SICK, DueKind.POOR), "OTHER", "Thăm hỏi tháng 11/2026"),
    ],
)
def test_the_round_fits_those_who_are_due(kinds, occasion, title):
    found = round_for([due(kind=kind) for kind in kinds], ON)
    assert (found.occasion, found.title, found.planned_on) == (occasion, title, ON)


def test_long_life_of_the_next_year_is_wished_by_that_year():
    assert round_for([due(year=2027)], ON).title == "Mừng thọ năm 2027"


def test_goods_that_all_get_are_those_of_the_round():
    gift = UsualAmount(occasion="LONGEVITY", goods="1 hộp quà", goods_value_dong=9, from_on=ON)
    found = round_for([due(1, usual=gift), due(2, usual=gift)], ON)
    assert (found.goods, found.goods_value_dong) == ("1 hộp quà", 9)
    assert round_for([due(1, usual=gift), due(2)], ON).goods == ""


def test_each_is_chosen_once_with_all_reasons_and_gets_what_is_usual_at_his_age():
    usual = [
        UsualAmount(occasion="LONGEVITY", from_age=age, amount_dong=age * 10, from_on=ON)
        for age in (70, 90)
    ]
    family = due(3, recipient="Gia đình Lê Văn Hai", recipient_kind=RecipientKind.RELATIVE)
    some = [
        due(1, age=92, address="Số 5", street_group="Tổ 1"),
        due(1, DueKind.POOR, age=92),
        due(2, age=70),
        family,
    ]
    chosen = chosen_of(some)
    assert [one.why for one in chosen] == ["LONGEVITY; POOR", "LONGEVITY", "LONGEVITY"]
    lines = listed_for(round_for([some[0]], ON), chosen, usual)
    assert [(line.person_id, line.amount_dong) for line in lines] == [(1, 900), (2, 700), (3, 0)]
    assert (lines[0].address, lines[2].recipient) == ("Số 5, Tổ 1", "Gia đình Lê Văn Hai")
    assert lines[2].recipient_kind is RecipientKind.RELATIVE
