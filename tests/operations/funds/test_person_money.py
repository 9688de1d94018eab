"""The money of one person: what he owes and gave, his loans and vouchers, and nobody else's."""

from datetime import date

import pytest

from ccb_desktop.documents.word.person_file import write_person_file
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution
from ccb_desktop.domain.funds.dues import DuesPayment, DuesRate
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.funds.person_money import gift_words, loan_words, summary, voided_words
from ccb_desktop.operations import person_files
from ccb_desktop.operations.funds import campaigns, contributions, dues, loans, vouchers
from ccb_desktop.operations.funds.person_money import load_person_money
from tests.books import add_member
from tests.ledger import open_fund, receive

ON = date(2026, 11, 29)
MARCH = date(2026, 3, 15)


def make_money(store, person_id, name):
    """Dues of a year and a half, a loan that is overdue, a gift, and a voided receipt."""
    fund = open_fund(store, cash=9_000_000)
    dues.save_rate(store, DuesRate(from_on=date(2025, 1, 1), amount_dong=36_000))
    paid = {2025: 36_000, 2026: 10_000}
    dues.record_payments(
        store,
        [
            DuesPayment(person_id=person_id, year=year, amount_dong=dong, paid_on=MARCH)
            for year, dong in paid.items()
        ],
    )
    loan = Loan(
        code="V2026-01", borrower=name, person_id=person_id, fund_id=fund, voucher_id=0,
        principal_dong=5_000_000, lent_on=MARCH, due_on=date(2026, 11, 19),
    )  # fmt: skip
    loans.lend(store, loan)
    campaigns.save_campaign(store, Campaign(name="Vì người nghèo"))
    gift = Contribution(
        campaign_id=1, given_on=MARCH, donor=name, person_id=person_id, goods="Gạo",
        goods_value_dong=200_000,
    )  # fmt: skip
    contributions.give(store, [gift])
    voucher = receive(store, fund, 70_000, person_id=person_id, payer=name)
    vouchers.void_voucher(store, voucher.id, "Ghi nhầm", date(2026, 4, 1))


@pytest.fixture
def kept(store):
    add_member(store, "Nguyễn Văn An")
    add_member(store, "Trần Văn Bình")
    make_money(store, 1, "Nguyễn Văn An")
    return store


def test_everything_of_the_person_is_told(kept):
    money = load_person_money(kept, 1, ON)
    assert [(year.year, year.lacking_dong) for year in money.dues] == [(2025, 0), (2026, 20_000)]
    assert summary(money) == (
        "Hội phí còn thiếu 20.000 đồng (năm 2026). Đang vay, còn nợ 5.000.000 đồng, trong đó "
        "quá hạn 5.000.000 đồng. Đã ủng hộ 200.000 đồng (cả hiện vật)."
    )
    assert [loan_words(file, ON) for file in money.loans] == ["Quá hạn 10 ngày"]
    assert [gift_words(one.gift, ON) for one in money.gifts] == ["Gạo; Không qua sổ quỹ"]
    assert money.gifts[0].campaign_name == "Vì người nghèo"
    assert [(one.voucher.number_text, voided_words(one)) for one in money.vouchers] == [
        ("PH-2026-0001", "Hủy phiếu PT-2026-0001"),
        ("PT-2026-0001", "ĐÃ HỦY bằng PH-2026-0001"),
        ("PC-2026-0001", ""),
    ]


def test_another_has_only_what_is_his(kept):
    money = load_person_money(kept, 2, ON)
    assert not (money.loans or money.gifts or money.vouchers)
    assert money.lacking_dong == 36_000 + 30_000


def test_a_loan_that_was_voided_is_marked(kept):
    loan = loans.list_loans(kept)[0].loan
    vouchers.void_voucher(kept, loan.voucher_id, "Không vay nữa", date(2026, 5, 1))
    money = load_person_money(kept, 1, ON)
    assert money.owed_dong == 0
    assert loan_words(money.loans[0], ON) == "ĐÃ HỦY ngày 01/05/2026"


def test_his_whole_file_in_word_tells_it(kept, tmp_path, monkeypatch):
    written = []

    def note(paper, target):
        written.append(paper)
        return write_person_file(paper, target)

    monkeypatch.setattr(person_files, "write_paper", note)
    person_files.write_person_file(kept, 1, tmp_path / "an.docx")
    texts = [getattr(block, "text", getattr(block, "title", "")) for block in written[0].body]
    headings = [text for text in texts if text.endswith("HỘI PHÍ, VAY VỐN, ỦNG HỘ")]
    assert len(headings) == 1
    assert {"Hội phí từng năm", "Vay vốn", "Ủng hộ các đợt vận động"} <= set(texts)
