"""Write vouchers: drafts kept and thrown away, posted one by one or many at once, voided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds import vouchers
from ccb_desktop.data.members.attached_files import delete_file, keep_papers, list_files_of
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.attached_files import FileOwner, NewPaper
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind, parse_number
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds.contributions import enter_gifts
from ccb_desktop.operations.funds.posting import post_vouchers, reverse_vouchers

_DONE = {
    VoucherKind.RECEIPT: "Thu",
    VoucherKind.PAYMENT: "Chi",
    VoucherKind.TRANSFER: "Chuyển quỹ",
    VoucherKind.OPENING: "Tồn đầu",
}


def save_draft(
    store: Store,
    voucher: Voucher,
    form_id: str | None = None,
    papers: Sequence[NewPaper] = (),
) -> Change:
    """Keep a voucher that is not in the book yet; it has no number and changes no balance.

    `papers` are attached to it.

    Raises:
        Conflict: It was posted meanwhile.
    """
    with store.writing(f"Lưu nháp phiếu: {voucher.content}", form_id) as session:
        _check_draft(session, voucher)
        voucher_id = vouchers.save_draft(session, voucher)
        keep_papers(session, FileOwner(voucher_id=voucher_id), papers)
    return session.change


def discard_draft(store: Store, voucher_id: int) -> Change:
    """Throw a draft away.

    Raises:
        Conflict: It is posted, and what is posted stays.
        NotFound: It is not there any more.
    """
    with store.writing("Bỏ bản nháp phiếu") as session:
        voucher = vouchers.load_voucher(session, voucher_id)
        _check_draft(session, voucher)
        for paper in list_files_of(session, FileOwner(voucher_id=voucher_id)):
            delete_file(session, paper.id or 0)
        vouchers.delete_draft(session, voucher_id)
    return session.change


def _check_draft(session: Session, voucher: Voucher) -> None:
    kept = vouchers.load_voucher(session, voucher.id) if voucher.id is not None else voucher
    if kept.is_posted:
        raise Conflict(
            f"Phiếu {kept.number_text} đã ghi sổ nên không sửa, không xóa. "
            "Nếu phiếu sai, hãy hủy phiếu kèm lý do rồi ghi phiếu mới."
        )


def post_voucher(
    store: Store,
    voucher: Voucher,
    form_id: str | None = None,
    papers: Sequence[NewPaper] = (),
) -> tuple[Change, Voucher]:
    """Post one voucher with the papers that belong to it; gives it with its number.

    A receipt that names a campaign is a contribution too.

    Raises:
        As `operations.funds.posting.post_vouchers`; and `Conflict` when it is posted already.
    """
    label = f"{_DONE.get(voucher.kind, 'Ghi phiếu')} {format_dong(voucher.amount_dong)} đồng"
    with store.writing(f"{label}: {voucher.content}", form_id) as session:
        _check_draft(session, voucher)
        (posted,) = post_vouchers(session, [voucher])
        enter_gifts(session, [posted])
        keep_papers(session, FileOwner(voucher_id=posted.id), papers)
    return session.change, posted


def post_drafts(
    store: Store, voucher_ids: Sequence[int], form_id: str | None = None
) -> tuple[Change, list[Voucher]]:
    """Post many drafts as one act, in the order of their days.

    Raises:
        As `post_voucher`.
    """
    with store.writing(f"Ghi sổ {len(voucher_ids)} phiếu nháp", form_id) as session:
        drafts = vouchers.load_vouchers(session, voucher_ids)
        for draft in drafts:
            _check_draft(session, draft)
        posted = post_vouchers(session, sorted(drafts, key=lambda one: one.issued_on))
        enter_gifts(session, posted)
    return session.change, posted


def void_voucher(
    store: Store,
    voucher_id: int,
    reason: str,
    on: date | None = None,
    form_id: str | None = None,
) -> tuple[Change, list[Voucher]]:
    """Take a voucher back by a reversal that names it and says why (rule 23).

    Raises:
        As `operations.funds.posting.reverse_vouchers`.
    """
    with store.reading() as session:
        voucher = vouchers.load_voucher(session, voucher_id)
    with store.writing(f"Hủy phiếu {voucher.number_text}: {reason.strip()}", form_id) as session:
        reversals = reverse_vouchers(session, [voucher_id], reason, on)
    return session.change, reversals


def voucher_of_number(store: Store, text: str) -> Voucher:
    """The voucher of a number such as `PT-2026-0001`.

    Raises:
        Invalid: It is no number of a voucher.
        NotFound: There is no such voucher.
    """
    number = parse_number(text)
    if number is None:
        raise Invalid({"voucher": f"“{text}” không phải là số phiếu. Ghi như PT-2026-0001."})
    with store.reading() as session:
        found = vouchers.find_number(session, number)
    if found is None:
        raise NotFound(f"Trong sổ không có phiếu {text.strip().upper()}.")
    return found


def copy_for_correction(voucher: Voucher) -> Voucher:
    """A new draft with the words of a voided voucher, for the right one to be written."""
    return replace(
        voucher, id=None, number=None, posted_at=None, voids_id=None, reason="", old_number=""
    )
