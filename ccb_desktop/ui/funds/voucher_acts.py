"""What is done with vouchers, from whichever tab: written, seen, posted, voided."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.funds.voucher_lists import load_line
from ccb_desktop.ui.funds.voucher_dialog import VoucherDialog, new_voucher
from ccb_desktop.ui.funds.voucher_view import Doing, VoucherView
from ccb_desktop.ui.funds.word_print import print_vouchers
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import load_fund_words
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among

FORMS = {
    VoucherKind.RECEIPT: "receipt",
    VoucherKind.PAYMENT: "payment",
    VoucherKind.TRANSFER: "transfer",
}
"""The kinds of drafts (`Draft.kind`) of the forms in which vouchers are written."""

_REASONS = ("Ghi nhầm số tiền", "Ghi nhầm quỹ", "Ghi nhầm ngày", "Ghi trùng", "Khoản này không có")


class VoucherActs:
    """Opens the windows of vouchers over a tab, and sends on what was done."""

    def __init__(self, owner: QWidget, desk: Desk, store: Store) -> None:
        self._owner = owner
        self._desk = desk
        self._store = store

    # Writing

    def write(
        self, kind: VoucherKind, fund_id: int | None = None, campaign_id: int | None = None
    ) -> None:
        """Ask for a new voucher, of a fund and a campaign where they are known."""
        words = load_fund_words(self._store, date.today())
        if not words.fund_choices():
            messages.tell(
                self._owner,
                "Chưa có quỹ nào để ghi.\nMở thẻ Các quỹ, bấm “Mở quỹ”, ghi số tiền đang có, "
                "rồi ghi phiếu.",
            )
            return
        self._open(replace(new_voucher(kind, words, fund_id), campaign_id=campaign_id))

    def edit(self, draft: Voucher) -> None:
        """Go on with a voucher that is not posted yet."""
        self._open(draft)

    def write_again(self, line: VoucherLine) -> None:
        """A new voucher with the words of one that was voided, for the right one."""
        self._open(vouchers.copy_for_correction(line.voucher))

    def reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed."""
        kind = next(kind for kind, form in FORMS.items() if form == draft.kind)
        words = load_fund_words(self._store, date.today())
        voucher = new_voucher(kind, words)
        if draft.subject is not None:
            try:
                voucher = load_line(self._store, draft.subject).voucher
            except UserError as error:
                messages.tell(self._owner, error)
                return
        self._open(voucher, draft)

    def _open(self, voucher: Voucher, draft: Draft | None = None) -> None:
        words = load_fund_words(self._store, date.today())
        dialog = VoucherDialog(self._owner, self._desk, self._store, words, voucher)
        dialog.keep_drafts(
            self._desk.drafts, page="funds", kind=FORMS[voucher.kind], subject=voucher.id
        )
        if draft is not None:
            dialog.take_draft(draft)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    # Seeing

    def view(self, voucher_id: int) -> None:
        """Show a voucher; one that is posted can only be looked at."""
        try:
            line = load_line(self._store, voucher_id)
        except UserError as error:
            messages.tell(self._owner, error)
            return
        if line.is_draft and line.voucher.kind in FORMS:
            self.edit(line.voucher)
        else:
            doing = Doing(
                self.view, self.void, self.write_again, self.print_slips, self.show_papers
            )
            VoucherView(self._owner, self._desk, self._store, line, doing).open()

    def print_slips(self, lines: Sequence[VoucherLine]) -> None:
        """Write the slips of vouchers into one Word file."""
        ids = [line.voucher.id or 0 for line in lines]
        print_vouchers(self._owner, self._desk, self._store, ids)

    def show_papers(self, line: VoucherLine) -> None:
        """Show the papers behind a voucher, and let some be added."""
        number = line.voucher.number_text or "nháp"
        owner = FileOwner(voucher_id=line.voucher.id)
        PapersDialog(
            self._owner, self._desk, self._store, owner, f"Chứng từ của phiếu {number}"
        ).open()

    # Posting, throwing away, voiding

    def post(self, lines: Sequence[VoucherLine]) -> None:
        """Ask, then post drafts as one act."""
        ids = [line.voucher.id or 0 for line in lines]
        total = sum(line.voucher.amount_dong for line in lines)
        messages.ask_before(
            self._owner,
            f"Ghi sổ {len(ids)} phiếu, cộng {format_dong(total)} đồng?\n{in_words(total)}.\n"
            "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do.",
            "Ghi sổ phiếu",
            lambda: self._do(lambda: vouchers.post_drafts(self._store, ids)[0]),
            stay="Xem lại",
            posts=True,
        )

    def discard(self, line: VoucherLine) -> None:
        """Throw a draft away; undo brings it back."""
        self._do(lambda: vouchers.discard_draft(self._store, line.voucher.id or 0))

    def void(self, line: VoucherLine, parent: QWidget | None = None) -> None:
        """Ask why, then take a posted voucher back."""
        voucher = line.voucher
        form = Form()
        form.add(
            [
                SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True),
                DayField(
                    "on", "Ngày hủy", required=True, hint="Phiếu hủy ghi vào ngày này trong sổ"
                ),
            ]
        )
        form.set_values({"on": max(date.today(), voucher.issued_on)})

        def save(values: dict[str, Any], form_id: str) -> Change:
            return vouchers.void_voucher(
                self._store, voucher.id or 0, values["reason"], values["on"], form_id
            )[0]

        dialog = FormDialog(
            parent or self._owner,
            f"Hủy phiếu {voucher.number_text}",
            form,
            save,
            intro=f"{format_dong(voucher.amount_dong)} đồng: {voucher.content}. Sổ giữ cả hai "
            "phiếu: phiếu này mang chữ ĐÃ HỦY, và một phiếu hủy ghi ngược lại số tiền.",
            save_label="Hủy phiếu",
        )
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self._owner, error)
