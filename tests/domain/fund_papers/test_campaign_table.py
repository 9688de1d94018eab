"""Progress of campaigns as a list."""

from datetime import date

from ccb_desktop.domain.fund_papers.campaign_table import campaign_table
from ccb_desktop.domain.funds.campaign_progress import progress
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.papers import Band, row_texts
from tests.paper_values import a_source

UNITS = [Unit(id=1, code="CH1", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 1"),))]
NAMES = {1: "Chi hội 1"}
DAY = date(2026, 3, 5)


def found(**more):
    campaign = Campaign(id=1, name="Đền ơn đáp nghĩa")
    target = CampaignTarget(campaign_id=1, unit_id=1, target_dong=660)
    gifts = [
        Contribution(campaign_id=1, given_on=DAY, donor="An", amount_dong=875, unit_id=1),
        Contribution(campaign_id=1, given_on=DAY, donor="B", goods="gạo", goods_value_dong=5),
    ]
    return progress(campaign, [target], gifts, UNITS, date(2026, 6, 5), **more)


def test_units_with_sums_and_percentages_under_their_campaign():
    table = campaign_table(a_source("campaigns"), [found()], NAMES).tables[0]
    assert table.rows[0] == Band("Đền ơn đáp nghĩa: 880/660 (133,33 %), đồng")
    assert list(row_texts(table)) == [
        ("1", "Chi hội 1", "Đền ơn đáp nghĩa", "660", "0", "875", "0", "875", "132,58 %"),
        ("2", "Ngoài các đơn vị", "Đền ơn đáp nghĩa", "", "0", "0", "5", "5", ""),
    ]


def test_the_paper_of_one_campaign_sums_it_up_at_its_end():
    paper = campaign_table(a_source("campaigns"), [found()], NAMES, single=True)
    assert paper.title == "KẾT QUẢ VẬN ĐỘNG\nĐỀN ƠN ĐÁP NGHĨA"
    table = paper.tables[0]
    assert table.totals[0][2:7] == (660, 0, 875, 5, 880)
    assert {len(table.columns), len(table.totals[0]), len(table.rows[0])} == {8}


def test_a_filter_sums_up_what_it_leaves():
    table = campaign_table(a_source("campaigns", filter="chi hội 1"), [found()], NAMES).tables[0]
    assert table.rows[0].label.endswith("875/660 (132,58 %), đồng")
    nobody = campaign_table(a_source("campaigns", filter="xyz"), [found()], NAMES).tables[0]
    assert not nobody.rows and nobody.note.startswith("Chưa có đợt")
