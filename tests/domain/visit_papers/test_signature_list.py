"""The list to be signed: a page for each chi hội, running numbers, sums in words."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visit_papers.signature_list import OUTSIDE, signature_list, unit_order
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
from ccb_desktop.domain.visits.visits import RecipientKind

DAY = date(2026, 2, 10)
NAMES = {1: "Chi hội 10", 2: "Chi hội 2", None: ""}


def paper(*lines):
    source = ListSource(
        order=ListOrder(name="gift-list", on=DAY),
        branch=Branch(name="Hội CCB phường An Bình", parent="Hội CCB tỉnh", place="An Bình"),
    )
    gift_round = GiftRound(title="Tặng quà Tết", occasion="HOLIDAY", planned_on=DAY)
    return signature_list(source, gift_round, lines, NAMES, {7: PartialDate.parse("5/1944")})


def a_line(name, unit_id=None, **more):
    return RoundRecipient(
        round_id=1, recipient=name, unit_id=unit_id, **{"amount_dong": 300_000, **more}
    )


def test_each_chi_hoi_has_its_page_and_numbers_run_on():
    found = paper(
        a_line("Bà Tư", recipient_kind=RecipientKind.POOR_HOUSEHOLD),
        a_line("Trần Văn An", 1, person_id=7, why="Hộ nghèo"),
        a_line("Lê Văn Bình", 2),
        a_line("Phạm Văn Ân", 2),
    )
    assert found.apart
    assert [table.title for table in found.tables] == ["Chi hội 2", "Chi hội 10", OUTSIDE]
    numbers = [row[0] for table in found.tables for row in table.rows]
    assert numbers == [1, 2, 3, 4]
    assert found.tables[1].rows[0][1:6] == ("Trần Văn An", 1944, "", "Hộ nghèo", 300_000)
    assert found.tables[2].rows[0][4] == "Hộ nghèo"  # the kind, where nothing else is said
    assert found.tables[0].totals[0][5] == 600_000
    assert "Sáu trăm nghìn đồng" in found.tables[0].note


def test_goods_have_a_column_only_where_there_are_some():
    with_goods = paper(a_line("Bà Tư", goods="1 hộp bánh"), a_line("Lê Văn Bình", 2))
    assert {len(table.columns) for table in with_goods.tables} == {8}
    assert len(paper(a_line("Bà Tư")).tables[0].columns) == 7
    assert paper().tables[0].note == "Chưa có ai trong danh sách."


def test_units_are_counted_not_spelt():
    assert sorted(("Chi hội 10", "Chi hội 2", "CLB"), key=unit_order)[:2] == ["CLB", "Chi hội 2"]
