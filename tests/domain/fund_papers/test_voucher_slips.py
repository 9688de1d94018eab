"""Slips of vouchers: every field of the forms, stamps, and what a reversal names."""

from dataclasses import replace
from datetime import date, datetime

from ccb_desktop.domain.fund_papers.voucher_slips import voucher_slip
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from tests.paper_values import BRANCH

VOUCHER = Voucher(
    kind=VoucherKind.RECEIPT,
    number=7,
    posted_at=datetime(2026, 2, 5, 8, 0),
    issued_on=date(2026, 2, 5),
    fund_id=1,
    amount_dong=24_000_000,
    payer="Lê Văn Sáu",
    address="Tổ 5",
    content="Ủng hộ",
    category="Ủng hộ",
)


def slip(papers=0, unit="", names=(), **changes):
    line = VoucherLine(voucher=replace(VOUCHER, **changes), fund_name="Chân quỹ", **dict(names))
    return voucher_slip(BRANCH, unit, line, papers)


def test_a_receipt_has_the_fields_of_its_form():
    made = slip(papers=2)
    assert (made.form_no, made.title, made.number) == (
        "Mẫu số: C40-BB",
        "PHIẾU THU",
        "PT-2026-0007",
    )
    assert made.dated == "Ngày 05 tháng 02 năm 2026"
    assert dict(made.fields) == {
        "Họ và tên người nộp tiền:": "Lê Văn Sáu",
        "Địa chỉ:": "Tổ 5",
        "Lý do nộp:": "Ủng hộ",
        "Quỹ:": "Chân quỹ (tiền mặt), khoản mục Ủng hộ",
        "Số tiền:": "24.000.000 đồng",
        "Viết bằng chữ:": "Hai mươi tư triệu đồng.",
        "Kèm theo:": "02 chứng từ gốc.",
    }
    assert [title for title, _name in made.signs] == [
        *("CHỦ TỊCH", "KẾ TOÁN\n(THỦ QUỸ)", "NGƯỜI LẬP", "NGƯỜI NỘP")
    ]
    assert "viết bằng chữ" in made.received and not made.stamp


def test_a_payment_is_signed_by_who_receives_and_leaves_room_for_what_is_not_known():
    made = slip(kind=VoucherKind.PAYMENT, payer="", place=MoneyPlace.BANK, category="")
    fields = dict(made.fields)
    assert (made.form_no, made.title) == ("Mẫu số: C41-BB", "PHIẾU CHI")
    assert fields["Họ và tên người nhận tiền:"].startswith("……")
    assert (fields["Quỹ:"], fields["Kèm theo:"]) == (
        "Chân quỹ (chuyển khoản)",
        "……… chứng từ gốc.",
    )
    assert made.signs[-1] == ("NGƯỜI NHẬN", "")


def test_what_does_not_count_is_stamped():
    voided = slip(names={"voided_by": "PH-2026-0001", "voided_on": date(2026, 3, 1)})
    assert (voided.stamp, voided.stamp_words) == ("ĐÃ HỦY", "bằng PH-2026-0001 ngày 01/03/2026")
    draft = slip(number=None, posted_at=None)
    assert (draft.stamp, draft.number) == ("BẢN NHÁP", "…………")


def test_a_reversal_names_the_first_and_why():
    made = slip(kind=VoucherKind.REVERSAL, reason="Ghi nhầm", names={"voids": "PT-2026-0003"})
    fields = dict(made.fields)
    assert (made.title, made.number) == ("PHIẾU HỦY", "PH-2026-0007")
    assert (fields["Hủy phiếu:"], fields["Lý do hủy:"]) == ("PT-2026-0003", "Ghi nhầm")
    assert made.received == ""


def test_a_transfer_names_both_sides():
    names = {"to_fund_name": "Quỹ tình nghĩa"}
    made = slip(kind=VoucherKind.TRANSFER, to_fund_id=2, to_place=MoneyPlace.BANK, names=names)
    assert made.title == "PHIẾU CHUYỂN QUỸ"
    assert ("Sang:", "Quỹ tình nghĩa (chuyển khoản)") in made.fields


def test_the_fund_of_a_chi_hoi_issues_in_its_name():
    made = slip(unit="Chi hội 3")
    assert (made.parent, made.issuer) == (BRANCH.name, "Chi hội 3")
