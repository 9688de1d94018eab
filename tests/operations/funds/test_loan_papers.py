"""Contracts and reminders as Word files, each loan on a page of its own."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.funds import loan_papers, loans
from tests.books import add_member
from tests.ledger import open_fund
from tests.operations.funds.test_loans import a_loan

ON = date(2026, 9, 10)


@pytest.fixture
def lent(store):
    add_member(store, "Trần Văn Bình", citizen_id="001052123456")
    fund_id = open_fund(store, "Chân quỹ", cash=20_000_000)
    given = a_loan(
        fund_id,
        person_id=1,
        principal_dong=6_000_000,
        rate_thousandths=500,
        instalments=2,
        purpose="nuôi bò",
    )
    first = loans.lend(store, given)[1]
    return [first, loans.lend(store, a_loan(fund_id, code="V2026-02", due_on=None))[1]]


def words(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_contract_holds_terms_schedule_and_borrower(store, lent, tmp_path):
    out = loan_papers.write_loan_form(
        store, "loan-contract", [one.id for one in lent], ON, tmp_path / "vay.docx"
    )
    said = words(out)
    for told in (
        "001052123456",
        "6.000.000 đồng",
        "Sáu triệu đồng",
        "nuôi bò",
        "ngày 10 tháng 8 năm 2026, lãi suất 0,5 % mỗi tháng",
        "10/05/2026",
        "3.090.000",
        "không lấy lãi",
    ):
        assert told in said
    assert said.count("GIẤY VAY VỐN") == 2


def test_a_reminder_tells_what_is_owed_with_interest(store, lent, tmp_path):
    wanted = loan_papers.pressing_loans(store, ON)
    assert wanted == [lent[0].id]
    out = loan_papers.write_loan_form(store, "loan-reminder", wanted, ON, tmp_path / "nhac.docx")
    said = words(out)
    assert "Lãi chưa trả: 210.000 đồng" in said
    assert "6.210.000 đồng" in said
    assert "đã quá hạn 31 ngày" in said


def test_what_cannot_be_written_is_told(store, lent, tmp_path):
    out = tmp_path / "a.docx"
    with pytest.raises(NotFound):
        loan_papers.write_loan_form(store, "loan-letter", [1], ON, out)
    with pytest.raises(NotFound):
        loan_papers.write_loan_form(store, "loan-contract", [99], ON, out)
    with pytest.raises(Invalid):
        loan_papers.write_loan_form(store, "loan-contract", [], ON, out)
    with pytest.raises(Invalid):
        loan_papers.write_loan_form(store, "loan-contract", [1], ON, tmp_path / "a.xlsx")
    with pytest.raises(NotFound):
        loan_papers.loans_of_codes(store, ["V9"])
    assert loan_papers.loans_of_codes(store, ["v2026-02"]) == [lent[1].id]
