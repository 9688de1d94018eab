"""Welfare counted: people once, lượt every time, money by level; what was voided goes again."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.domain.figures.values import Gift
from ccb_desktop.domain.figures.welfare_book import Given, WelfareBook
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.visits.housing import HousingSupport, housing_sums
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind
from tests.domain.figures.rosters import UNITS, a_member, books_of

YEAR = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31)}
CH1, CH2, _PH1 = UNITS
WELFARE = {code for code, one in INDICATOR.items() if one.book in (Book.VISITS, Book.HOUSING)}
HOUSING = {"housing_supported", "housing_support_amount"}


def a_visit(occasion=Occasion.SICK, person_id=10, **more):
    values = {
        "id": 1,
        "visited_on": date(2025, 3, 1),
        "occasion": occasion,
        "theme": "",
        "recipient_kind": RecipientKind.MEMBER,
        "recipient": "Trần Văn Bình",
        "recipient_key": "tran van binh",
        "person_id": person_id,
        "unit_id": CH1.id,
        "paid_by": PaidBy.BRANCH,
        "amount_dong": 100,
        "goods_value_dong": 0,
    }
    return Given(**(values | more))


def count(*visits, houses=(), manual=(), **asked):
    """The figures of 2025, of the branch or as asked."""
    book = WelfareBook(visits=tuple(sorted(visits, key=lambda v: v.visited_on)), houses=houses)
    books = replace(books_of(a_member(1), manual=manual), welfare=book)
    return count_figures(books, FigureQuery(**(YEAR | asked)))


def test_an_empty_book_says_nothing_and_each_book_speaks_for_itself():
    nothing = count()
    assert {code for code in WELFARE if nothing[code] is not None} == set()
    visits = count(a_visit())
    assert {code for code in WELFARE if visits[code] is None} == HOUSING
    assert (visits["army_day_gifts"], visits["reunion_gifts"]) == (0, {})
    houses = count(houses=(HousingSupport(head_name="A"),))
    assert {code for code in WELFARE if houses[code] is not None} == HOUSING


def test_people_count_once_and_visits_every_time():
    poor = {"occasion": Occasion.POOR_HOUSEHOLD, "recipient_kind": RecipientKind.POOR_HOUSEHOLD}
    found = count(
        a_visit(**poor, person_id=None),
        a_visit(**poor, person_id=None, visited_on=date(2025, 6, 1)),
        a_visit(**poor, person_id=None, unit_id=CH2.id),
        a_visit(Occasion.FUNERAL, 11),
        a_visit(Occasion.FUNERAL, 11, paid_by=PaidBy.CHI_HOI, amount_dong=50),
        a_visit(Occasion.FUNERAL, 12, recipient_kind=RecipientKind.RELATIVE),
        a_visit(Occasion.ARMY_DAY, goods_value_dong=7),
        a_visit(Occasion.ARMY_DAY),
    )
    assert (found["poor_households_helped"], found["poor_households_helped_amount"]) == (2, 300)
    assert (found["funerals"], found["funerals_amount"]) == (1, 150)
    assert (found["army_day_gifts"], found["visits_total"]) == (2, 8)
    assert (found["visits_paid_by_branch"], found["visits_paid_by_chi_hoi"]) == (700, 50)
    assert (found["visits_total_amount"], found["visits_goods_value"]) == (750, 7)


def test_longevity_over_several_years_counts_a_person_once_a_year():
    days = (date(2024, 2, 1), date(2024, 3, 1), date(2025, 2, 1))
    visits = [a_visit(Occasion.LONGEVITY, visited_on=day) for day in days]
    assert count(*visits, from_on=date(2024, 1, 1))["longevity_gifts"] == 2


def test_care_is_of_members_and_reunions_stand_by_theme():
    found = count(
        *(a_visit(one) for one in (Occasion.SICK, Occasion.HARDSHIP, Occasion.HOLIDAY)),
        a_visit(recipient_kind=RecipientKind.POLICY_FAMILY),
        a_visit(Occasion.REUNION, 11, theme="Vị Xuyên"),
        a_visit(Occasion.REUNION, 11, theme="Vị Xuyên "),
        a_visit(Occasion.REUNION, 12, theme=""),
    )
    assert (found["visits_members_care"], found["visits_members_care_amount"]) == (3, 300)
    assert found["reunion_gifts"] == {"Vị Xuyên": Gift(1, 200), "Chưa ghi chủ đề": Gift(1, 100)}


def test_a_unit_is_asked_by_where_the_recipient_belongs():
    visits = (a_visit(), a_visit(unit_id=CH2.id, amount_dong=30), a_visit(unit_id=None))
    assert count(*visits, unit=CH2)["visits_total_amount"] == 30
    assert count(*visits)["visits_total"] == 3


def test_a_voided_payment_counts_until_its_day_and_is_taken_off_on_it():
    visit = a_visit(Occasion.ENLISTMENT, voided_on=date(2026, 1, 5))
    before, after = count(visit), count(visit, from_on=date(2026, 1, 1), to_on=date(2026, 12, 31))
    codes = ("visits_total", "visits_total_amount", "enlistment_gifts")
    assert [before[code] for code in codes] == [1, 100, 1]
    assert [after[code] for code in codes] == [-1, -100, -1]
    records = count(visit, to_on=date(2026, 12, 31), with_records=True)
    assert records["visits_total"] == 0
    assert records.by_code["visits_total"].records == ()


def test_houses_count_when_they_are_handed_over():
    houses = (
        HousingSupport(id=1, head_name="A", handed_over_on=date(2025, 5, 1), branch_dong=9),
        HousingSupport(id=2, head_name="B", started_on=date(2025, 5, 1), branch_dong=9),
        HousingSupport(
            id=3,
            head_name="C",
            handed_over_on=date(2025, 6, 1),
            branch_dong=4,
            voided_on=date(2025, 4, 1),
        ),
    )
    found = count(houses=houses, with_records=True)
    assert (found["housing_supported"], found["housing_support_amount"]) == (1, 9)
    assert [one.key for one in found.by_code["housing_supported"].records] == ["1"]


@given(
    st.lists(
        st.builds(
            HousingSupport,
            head_name=st.just("A"),
            handed_over_on=st.none() | st.dates(date(2024, 11, 1), date(2026, 2, 1)),
            voided_on=st.none() | st.dates(date(2024, 11, 1), date(2026, 2, 1)),
            branch_dong=st.integers(0, 9),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_figures_and_the_tab_of_houses_count_by_one_rule(houses):
    found, sums = count(houses=tuple(houses)), housing_sums(houses, *YEAR.values())
    assert found["housing_supported"] == sums.handed_over
    assert found["housing_support_amount"] == sums.branch_dong


def test_what_was_typed_in_stands_for_the_time_before_the_book():
    manual = (
        ManualFigure(
            indicator="visits_total",
            from_on=date(2024, 1, 1),
            to_on=date(2024, 12, 31),
            value="152",
        ),
    )
    asked = {"from_on": date(2024, 1, 1), "to_on": date(2024, 12, 31)}
    found = count(a_visit(), manual=manual, **asked)
    assert (found["visits_total"], found["visits_total_amount"]) == (152, 0)
    assert count(a_visit(), **asked, looks_back=True)["visits_total"] is None


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
VISITS = st.lists(
    st.builds(
        lambda **more: a_visit(**more),
        occasion=st.sampled_from(Occasion),
        person_id=st.integers(1, 4),
        visited_on=DAYS,
        paid_by=st.sampled_from(PaidBy),
        amount_dong=st.integers(0, 5),
        recipient_kind=st.sampled_from(RecipientKind),
    ),
    max_size=12,
)


@given(VISITS, DAYS)
def test_parts_make_up_the_whole(visits, cut):
    visits = [a_visit(amount_dong=0), *visits]
    whole = count(*visits)
    first, second = count(*visits, to_on=cut), count(*visits, from_on=cut + timedelta(days=1))
    sums = [code for code in WELFARE - HOUSING if INDICATOR[code].unit in ("đồng", "lượt")]
    for code in sums:
        assert first[code] + second[code] == whole[code]
    levels = whole["visits_paid_by_branch"] + whole["visits_paid_by_chi_hoi"]
    assert levels == whole["visits_total_amount"]
    for code in ("funerals", "longevity_gifts", "enlistment_gifts", "poor_households_helped"):
        assert max(first[code], second[code]) <= whole[code] <= first[code] + second[code]
