"""Book 9 on paper: by fund with sums, those that press apart, the policy bank's groups."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.fund_papers import loan_book
from ccb_desktop.domain.funds.loan_lines import loan_lines
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import Band, SumRow
from tests.domain.funds.test_loan_state import a_file

ON = date(2026, 6, 30)
FUNDS = {1: "Chân quỹ", 2: "Chân quỹ chi hội 1"}
FILES = [
    a_file((date(2025, 6, 1), 6000, 90), loan={"code": "V1", "rate_thousandths": 500}),
    a_file((date(2025, 6, 1), 1000, 0), loan={"code": "V2", "fund_id": 2}),
    a_file(loan={"code": "V3", "voided_on": date(2025, 2, 1)}),
    a_file(loan={"code": "V4", "written_off_on": date(2026, 3, 1), "written_off_dong": 6000}),
]


def source(**more):
    branch = Branch(name="Hội CCB phường An Lạc", parent="Hội CCB thành phố", place="An Lạc")
    return ListSource(order=ListOrder(name="loans", on=ON, **more), branch=branch)


def lines():
    return loan_lines(FILES, ON, FUNDS, {})


def codes(paper):
    rows = paper.tables[0].rows
    return [row[1] for row in rows if not isinstance(row, Band | SumRow)]


def test_loans_stand_under_their_funds_and_voided_ones_add_nothing():
    table = loan_book.loan_book(source(), lines()).tables[0]
    assert [row.label for row in table.rows if isinstance(row, Band)] == list(FUNDS.values())
    heads = [column.label for column in table.columns]
    whole = dict(zip(heads, table.totals[0], strict=True))
    assert (whole["Số tiền vay"], whole["Đã trả gốc"], whole["Lãi đã thu"]) == (18000, 7000, 90)
    assert (whole["Đã xóa nợ"], whole["Còn nợ gốc"], whole["Nợ quá hạn"]) == (6000, 5000, 5000)
    sums = [row for row in table.rows if isinstance(row, SumRow)]
    assert [row[heads.index("Còn nợ gốc")] for row in sums] == [0, 5000]
    assert "4 khoản vay, 1 khoản còn nợ, 1 khoản quá hạn" in table.note


def test_a_period_leaves_out_what_was_settled_before_it():
    assert codes(loan_book.loan_book(source(from_on=date(2026, 1, 1)), lines())) == ["V4", "V2"]


def test_one_fund_or_what_is_typed_alone():
    assert codes(loan_book.loan_book(source(fund="chan quy chi hoi 1"), lines())) == ["V2"]
    assert codes(loan_book.loan_book(source(filter="xóa nợ"), lines())) == ["V4"]


def test_those_that_press_stand_by_themselves():
    assert codes(loan_book.pressing_list(source(), lines())) == ["V2"]


def test_groups_of_the_policy_bank_stand_by_their_latest_count():
    counts = [
        BankLoanCount(
            counted_on=date(2026, month, 1),
            group_name="Tổ 1",
            households=10 + month,
            balance_dong=1000,
            overdue_dong=25,
        )
        for month in (1, 3)
    ]
    table = loan_book.bank_table(source(), counts).tables[0]
    assert [row[2:4] for row in table.rows] == [(date(2026, 3, 1), 13)]
    assert "25/1.000 (2,50 %)" in table.note
    assert loan_book.bank_table(source(), []).tables[0].rows == []
