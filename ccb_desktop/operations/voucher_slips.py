"""Vouchers printed as slips, one or many in a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.funds import funds, voucher_lists
from ccb_desktop.data.members.attached_files import count_by_voucher
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.voucher_slips import write_voucher_slips
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.fund_papers.voucher_slips import voucher_slip
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListOrder
from ccb_desktop.domain.papers import file_name
from ccb_desktop.operations.fund_lists import wanted_funds
from ccb_desktop.operations.personal_exports import leaving

TITLE = "Phiếu thu, phiếu chi"


def write_receipts(store: Store, voucher_ids: Sequence[int], out: Path) -> Path:
    """Write the slips of some vouchers into one Word file, two on a page, in the order given.

    Vouchers of any kind have theirs; voided ones are stamped, and so are drafts.

    Raises:
        Invalid: None is chosen, or the file is no `.docx`.
        NotFound: One is not there any more.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if not voucher_ids:
        raise Invalid({"voucher": "Chưa chọn phiếu nào để in. Chọn ít nhất một phiếu."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        lines = {line.voucher.id: line for line in voucher_lists.lines_of(session, voucher_ids)}
        unit_of_fund = {fund.id: fund.unit_id for fund in funds.list_funds(session)}
        names = unit_names(session, date.today())
        papers = count_by_voucher(session, voucher_ids)
    if set(voucher_ids) - lines.keys():
        raise NotFound("Có phiếu không còn trong sổ. Hãy mở lại danh sách phiếu.")
    slips = [
        voucher_slip(
            branch,
            names.get(unit_of_fund.get(lines[own].voucher.fund_id), ""),
            lines[own],
            papers.get(own, 0),
        )
        for own in voucher_ids
    ]
    with leaving(store, out, TITLE, people=len(slips)):
        return write_voucher_slips(slips, TITLE, branch.name, out, practice=branch.practice)


def suggested_name(store: Store) -> str:
    """A file name in ASCII: `Phieu-thu-phieu-chi_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(TITLE, branch, date.today(), "docx")


def vouchers_of_period(
    store: Store, kind: VoucherKind, from_on: date, to_on: date, fund: str = ""
) -> list[int]:
    """The posted vouchers of a kind over some days, by number; of one fund by its name, or of all.

    Raises:
        NotFound: There is no fund of that name.
    """
    with store.reading() as session:
        named = wanted_funds(session, ListOrder(name="", on=to_on, fund=fund)) if fund else []
        found = voucher_lists.list_vouchers(session, from_on, to_on)
    names = {one.name for one in named}
    wanted = [
        line.voucher
        for line in found
        if line.voucher.is_posted
        and line.voucher.kind is kind
        and (not fund or line.fund_name in names)
    ]
    wanted.sort(key=lambda one: (one.issued_on.year, one.number or 0))
    return [one.id or 0 for one in wanted]
