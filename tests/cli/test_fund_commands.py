"""`ccb-desktop void`, and the treasurer's forms and lists by command."""

import json
import re
from datetime import date

import pytest
from docx import Document

from ccb_desktop.cli.run import run
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds.loans import lend
from tests.ledger import open_fund, pay, receive
from tests.operations.funds.test_loans import a_loan


@pytest.fixture
def call(data_folder, capsys):
    """Runs a command on a branch with two funds; gives exit code, JSON, errors."""
    with open_branch(data_folder) as store:
        fund_id = open_fund(store, cash=100)
        receive(store, fund_id, 50)
        pay(store, fund_id, 20)
        open_fund(store, "Chân quỹ", cash=7)

    def called(*words):
        arguments = [*map(str, words), "--data-dir", str(data_folder.root), "--json"]
        code = run(arguments)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None, printed.err

    return called


def test_a_voucher_is_voided_once_by_its_number(call):
    code, found, _ = call("void", "pt-2026-0001", "--reason", "Ghi nhầm", "--on", "2026-04-01")
    assert (code, found) == (0, {"voided": "PT-2026-0001", "reversal": "PH-2026-0001"})
    code, found, err = call("void", "PT-2026-0001", "--reason", "Ghi nhầm")
    assert (code, found) == (1, None) and "PH-2026-0001 ngày 01/04/2026" in err
    for number in ("PT-2026-0009", "phiếu một"):
        code, _, err = call("void", number, "--reason", "x")
        assert code == 1 and "phiếu" in err.lower()


def test_the_cash_books_of_all_funds_and_of_one(call):
    _, found, _ = call("list", "cash-book", "--on", "2026-06-30")
    assert found["columns"][-3:] == ["Thu", "Chi", "Tồn"]
    assert [table["title"] for table in found["tables"]] == [
        "Quỹ Hội (Hội cơ sở)",
        "Chân quỹ (Hội cơ sở)",
    ]
    assert len(found["rows"]) == sum(len(table["rows"]) for table in found["tables"])
    _, one, _ = call("list", "cash-book", "--on", "2026-06-30", "--fund", "chan quy")
    assert one["rows"][-1][-1] == "7" and "tables" not in one


def test_slips_by_number_or_period(call, tmp_path):
    out = tmp_path / "a.docx"
    code, found, _ = call("form", "receipt", "--voucher", "PT-2026-0001", "--out", out)
    assert (code, found) == (0, {"files": [str(out)], "checked": True})
    assert call("form", "payment", "--period", "2026-03", "--out", out)[0] == 0
    assert len(Document(out).tables[0].rows) == 1


def test_slips_that_cannot_be_printed_are_told(call, tmp_path):
    out = ("--out", tmp_path / "a.docx")
    for words, told in (
        (["payment"], "--voucher"),
        (["payment", "--voucher", "PT-2026-0001"], "bắt đầu bằng PC"),
        (["receipt", "--period", "2026-05"], "không có phiếu thu nào"),
        (["receipt", "--period", "2026-03", "--fund", "Quỹ lạ"], "Không có quỹ tên “Quỹ lạ”"),
        (["cash-count"], "Chưa có lần kiểm kê"),
    ):
        code, _, err = call("form", *words, *out)
        assert code == 1 and told in err, words


def test_loans_are_listed_and_their_papers_written(call, data_folder, tmp_path):
    with open_branch(data_folder) as store:
        lend(store, a_loan(1, principal_dong=60, code="V2026-07", due_on=date(2026, 5, 10)))
    _, found, _ = call("list", "loans", "--on", "2026-06-30")
    assert [row[1] for row in found["rows"]] == ["V2026-07"]
    assert call("list", "bank-loans", "--on", "2026-06-30")[1]["rows"] == []
    out = tmp_path / "a.docx"
    code, found, _ = call("form", "loan-contract", "--loan", "V2026-07", "--out", out)
    assert (code, found) == (0, {"files": [str(out)], "checked": True})
    assert call("form", "loan-reminder", "--on", "2026-06-30", "--out", out)[0] == 0
    for words, told in (
        (["loan-contract"], "--loan"),
        (["loan-contract", "--loan", "V9"], "V9"),
        (["loan-reminder", "--on", "2026-05-01"], "không có khoản vay nào"),
    ):
        code, _, err = call("form", *words, "--out", out)
        assert code == 1 and told in err, words


def test_the_seal_at_the_foot_of_a_printed_book_is_held_against_the_history(call, tmp_path):
    out = tmp_path / "a.docx"
    assert call("list", "cash-book", "--on", "2026-06-30", "--out", out)[0] == 0
    text = "\n".join(paragraph.text for paragraph in Document(out).paragraphs)
    number, seal = re.search(r"đến việc số (\d+), dấu niêm ([0-9a-f ]+)\.", text).groups()
    assert call("check", "--printed", f"{number} {seal}")[1]["ok"]
    code, found, _ = call("check", "--printed", f"{int(number) - 1} {seal}")
    assert code == 3 and "chữ chép từ giấy là" in found["findings"][0]


def test_a_seal_that_cannot_be_one_is_wrong_usage(call):
    with pytest.raises(SystemExit) as left:
        call("check", "--printed", "12 xyz")
    assert left.value.code == 2
