"""Donors, each once, in the order in which they are thanked."""

from datetime import date

import pytest

from ccb_desktop.domain.funds.campaigns import Contribution, DonorKind
from ccb_desktop.domain.funds.donors import DonorOrder, donors_of

UNITS = {1: "Chi hội 1", 2: "Chi hội 2"}


def a_gift(donor, amount=100, kind=DonorKind.MEMBER, **more):
    values = {"campaign_id": 1, "given_on": date(2026, 3, 5)}
    return Contribution(**values, donor=donor, amount_dong=amount, donor_kind=kind, **more)


def test_a_donor_who_gave_often_stands_once_with_all_he_gave():
    gifts = [
        a_gift("Trần An", 100, unit_id=1, through_book=True),
        a_gift("TRẦN AN", 50, unit_id=1, goods="gạo", goods_value_dong=30),
        a_gift("Trần An", 0, unit_id=1, goods="gạo"),
        a_gift("Trần An", 7, unit_id=2),
    ]
    first, other = donors_of(gifts, UNITS)
    assert (first.money_in_book_dong, first.money_off_book_dong, first.gifts) == (100, 50, 3)
    assert (first.goods, first.total_dong) == (("gạo",), 180)
    assert first.given == "150 đồng và gạo"
    assert (other.unit_name, other.given) == ("Chi hội 2", "7 đồng")


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (DonorOrder.AMOUNT, ["Công ty B", "Hộ A", "Chi hội 1", "Cam", "Bình"]),
        (DonorOrder.NAME, ["Hộ A", "Công ty B", "Chi hội 1", "Bình", "Cam"]),
    ],
)
def test_guests_first_then_units_then_members(order, names):
    gifts = [
        a_gift("Bình", 900),
        a_gift("Cam", 950),
        a_gift("Chi hội 1", 20, DonorKind.UNIT, unit_id=1),
        a_gift("Hộ A", 5, DonorKind.OUTSIDER),
        a_gift("Công ty B", 8, DonorKind.OUTSIDER),
    ]
    found = donors_of(gifts, UNITS, order)
    assert [one.name for one in found] == names
    assert found[2].unit_name == ""
