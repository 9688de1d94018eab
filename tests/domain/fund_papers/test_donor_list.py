"""The public list of donors."""

from datetime import date

from ccb_desktop.domain.fund_papers.donor_board import donor_board
from ccb_desktop.domain.fund_papers.donor_list import donor_list
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.donors import donors_of
from ccb_desktop.domain.papers import Band, row_texts
from tests.paper_values import BRANCH, a_source

CAMPAIGNS = {2: Campaign(id=2, name="Đợt mới"), 1: Campaign(id=1, name="Đợt cũ")}
UNITS = {1: "Chi hội 1"}


def a_gift(donor, amount, campaign=1, kind=DonorKind.MEMBER, **more):
    values = {"given_on": date(2026, 3, 5), "unit_id": 1 if kind is DonorKind.MEMBER else None}
    return Contribution(
        **values, campaign_id=campaign, donor=donor, amount_dong=amount, donor_kind=kind, **more
    )


GIFTS = [
    a_gift("Trần An", 300, through_book=True),
    a_gift("Trần An", 40, 2),
    a_gift("Công ty B", 900, kind=DonorKind.OUTSIDER, goods="gạo", goods_value_dong=60),
]


def a_list(text="", only=None):
    source = a_source("donors", filter=text)
    return donor_list(source, donors_of(GIFTS, UNITS), CAMPAIGNS, only).tables[0]


def test_campaigns_stand_in_their_order_and_a_donor_of_two_counts_once_in_the_sum():
    table = a_list()
    bands = [row.label for row in table.rows if isinstance(row, Band)]
    assert [label.split(":")[0] for label in bands] == [
        "Đợt mới – Hội viên",
        "Đợt cũ – Ngoài Hội",
        "Đợt cũ – Hội viên",
    ]
    assert table.note.startswith("Tổng cộng: 2 người, đơn vị; tiền 1.240 đồng; hiện vật trị giá 60")


def test_money_outside_the_book_stands_in_a_column_of_its_own():
    rows = list(row_texts(a_list()))
    assert rows[1] == ("2", "Công ty B", "Đợt cũ", "", "", "900", "gạo", "60")
    assert rows[2] == ("3", "Trần An", "Đợt cũ", "Chi hội 1", "300", "", "", "")
    assert a_list().totals[0][4:] == (300, 940, "", 60)
    assert "940 đồng không qua sổ quỹ" in a_list().note


def test_the_list_of_one_campaign_does_not_name_it_in_each_row():
    only = CAMPAIGNS[1]
    table = a_list(only=only)
    assert len(table.columns) == len(table.totals[0]) == len(next(row_texts(table))) == 7


def test_a_filter_finds_campaigns_and_names():
    assert [row[2] for row in row_texts(a_list("dot moi"))] == ["Đợt mới"]
    assert a_list("không ai").totals == ()
    assert a_list("không ai").note == "Chưa có ai ủng hộ."


def test_the_board_shows_names_units_and_gifts_and_no_more():
    gifts = [gift for gift in GIFTS if gift.campaign_id == 1]
    paper = donor_board(BRANCH, CAMPAIGNS[1], donors_of(gifts, UNITS), date(2026, 6, 30))
    assert [group.rows for group in paper.groups] == [
        (("1", "Công ty B", "900 đồng và gạo"),),
        (("2", "Trần An (Chi hội 1)", "300 đồng"),),
    ]
    assert paper.title[1] == "ĐỢT CŨ"
