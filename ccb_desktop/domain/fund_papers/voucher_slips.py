"""Vouchers as the slips that are signed: phiếu thu (C40-BB), phiếu chi (C41-BB) and the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import board_signature, letterhead_of
from ccb_desktop.domain.printing import long_date

VOIDED = "ĐÃ HỦY"
DRAFT = "BẢN NHÁP"
DOTS = "……………………………………………………………"

_TITLES = {
    VoucherKind.RECEIPT: "PHIẾU THU",
    VoucherKind.PAYMENT: "PHIẾU CHI",
    VoucherKind.TRANSFER: "PHIẾU CHUYỂN QUỸ",
    VoucherKind.OPENING: "PHIẾU TỒN ĐẦU",
    VoucherKind.REVERSAL: "PHIẾU HỦY",
}
_FORM_NO = {VoucherKind.RECEIPT: "Mẫu số: C40-BB", VoucherKind.PAYMENT: "Mẫu số: C41-BB"}
_WHO = {VoucherKind.RECEIPT: "Người nộp tiền", VoucherKind.PAYMENT: "Người nhận tiền"}

Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherSlip:
    """What stands on one slip.

    Attributes:
        parent: The body above the issuer; of a chi hội's fund, the branch.
        address: Where the branch is at home.
        form_no: Number of the form in the rules of public accounting, where it has one.
        dated: `Ngày 05 tháng 02 năm 2026`.
        stamp: Stands across a slip that does not count: `ĐÃ HỦY`, `BẢN NHÁP`; else empty.
        stamp_words: Why, under the stamp.
        fields: Label and what is filled in, in the order of lines.
        signs: Who signs, from left to right, and his name where it is known.
        received: The last line, which is filled in by hand; empty where no money changes hands.
    """

    parent: str
    issuer: str
    address: str
    form_no: str = ""
    title: str
    dated: str
    number: str
    stamp: str = ""
    stamp_words: str = ""
    fields: tuple[Field, ...]
    signs: tuple[Field, ...]
    received: str = ""


def voucher_slip(branch: Branch, unit_name: str, line: VoucherLine, papers: int) -> VoucherSlip:
    """The slip of a voucher.

    Args:
        branch: Whose books they are.
        unit_name: The chi hội whose fund it is; empty for a fund of the branch.
        line: The voucher with its names.
        papers: How many papers are attached to it; 0 leaves room for the pen.
    """
    voucher = line.voucher
    stamp, words = _stamp(line)
    head = letterhead_of(branch, voucher.issued_on)
    return VoucherSlip(
        parent=head.issuer_in_head if unit_name else head.parent_in_head,
        issuer=unit_name or head.issuer_in_head,
        address=branch.place,
        form_no=_FORM_NO.get(voucher.kind, ""),
        title=_TITLES[voucher.kind],
        dated=long_date(voucher.issued_on).capitalize(),
        number=voucher.number_text or "…………",
        stamp=stamp,
        stamp_words=words,
        fields=(*_FIELDS[voucher.kind](line), *_amount(line), _attached(papers)),
        signs=_signs(branch, voucher.kind),
        received=_received(voucher.kind),
    )


def _stamp(line: VoucherLine) -> Field:
    if line.voided_by:
        return VOIDED, f"bằng {line.voided_by}{_on(line.voided_on)}"
    return ("", "") if line.voucher.is_posted else (DRAFT, "chưa ghi sổ")


def _on(day: date | None) -> str:
    return "" if day is None else f" ngày {day:%d/%m/%Y}"


def _money_fields(line: VoucherLine) -> tuple[Field, ...]:
    voucher = line.voucher
    unit = f" ({line.unit_name})" if line.unit_name and line.unit_name != voucher.payer else ""
    return (
        (f"Họ và tên {_WHO[voucher.kind].lower()}:", f"{voucher.payer or DOTS}{unit}"),
        ("Địa chỉ:", voucher.address or DOTS),
        ("Lý do nộp:" if voucher.kind is VoucherKind.RECEIPT else "Lý do chi:", voucher.content),
        ("Quỹ:", _fund(line)),
    )


def _fund(line: VoucherLine) -> str:
    """`Chân quỹ Hội (tiền mặt), khoản mục Ủng hộ`."""
    voucher = line.voucher
    category = f", khoản mục {voucher.category}" if voucher.category else ""
    return f"{line.fund_name} ({MONEY_PLACE[voucher.place].lower()}){category}"


def _transfer_fields(line: VoucherLine) -> tuple[Field, ...]:
    to_place = line.voucher.to_place
    where = f" ({MONEY_PLACE[to_place].lower()})" if to_place else ""
    return (
        ("Chuyển từ:", _fund(line)),
        ("Sang:", f"{line.to_fund_name}{where}"),
        ("Nội dung:", line.voucher.content),
    )


def _opening_fields(line: VoucherLine) -> tuple[Field, ...]:
    return (("Quỹ:", _fund(line)), ("Nội dung:", line.voucher.content))


def _reversal_fields(line: VoucherLine) -> tuple[Field, ...]:
    voucher = line.voucher
    return (
        ("Hủy phiếu:", line.voids),
        ("Nội dung:", voucher.content),
        ("Lý do hủy:", voucher.reason),
        ("Người nộp, nhận:", voucher.payer or DOTS),
        ("Quỹ:", _fund(line)),
    )


_FIELDS: dict[VoucherKind, Callable[[VoucherLine], tuple[Field, ...]]] = {
    VoucherKind.RECEIPT: _money_fields,
    VoucherKind.PAYMENT: _money_fields,
    VoucherKind.TRANSFER: _transfer_fields,
    VoucherKind.OPENING: _opening_fields,
    VoucherKind.REVERSAL: _reversal_fields,
}


def _amount(line: VoucherLine) -> tuple[Field, Field]:
    amount = line.voucher.amount_dong
    return (
        ("Số tiền:", f"{format_dong(amount)} đồng"),
        ("Viết bằng chữ:", f"{in_words(amount)}."),
    )


def _attached(papers: int) -> Field:
    return "Kèm theo:", f"{f'{papers:02}' if papers else '………'} chứng từ gốc."


def _signs(branch: Branch, kind: VoucherKind) -> tuple[Field, ...]:
    board = board_signature(branch)
    title = "\n".join(board.lines[1:])
    who = (_WHO[kind].upper().removesuffix(" TIỀN"),) if kind in _WHO else ()
    others = ("KẾ TOÁN\n(THỦ QUỸ)", "NGƯỜI LẬP", *who)
    return (title, board.name), *((other, "") for other in others)


def _received(kind: VoucherKind) -> str:
    return f"Đã nhận đủ số tiền (viết bằng chữ): {DOTS}" if kind in _WHO else ""
