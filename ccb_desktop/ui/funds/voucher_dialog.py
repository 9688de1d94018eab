"""Writing a receipt, a payment or a transfer: kept as a draft, or posted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE, PLACE_OF_MONEY
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.funds.voucher_lists import list_contents
from ccb_desktop.operations.members.attached_files import new_papers
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.kit.widgets import button

TITLE = {
    VoucherKind.RECEIPT: "Phiếu thu",
    VoucherKind.PAYMENT: "Phiếu chi",
    VoucherKind.TRANSFER: "Chuyển quỹ",
}
"""The kinds that officers write by hand."""

_POST = "Ghi sổ phiếu"
_PAYER = {
    VoucherKind.RECEIPT: "Người nộp tiền",
    VoucherKind.PAYMENT: "Người nhận tiền",
    VoucherKind.TRANSFER: "Người thực hiện",
}
_KEPT = frozenset({"fund_id", "place", "to_fund_id", "to_place", "issued_on", "category"})


class VoucherDialog(FormDialog):
    """Ctrl+S posts, Ctrl+D keeps a draft; what the fund holds is seen while one types."""

    duties = (Duty.MONEY,)

    posted = Signal(object)
    """The `Voucher` as posted, with its number."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, words: FundWords, voucher: Voucher
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where people are read and drafts are kept.
            store: The books.
            words: The funds, units and categories there are.
            voucher: A draft, or a new one filled in as far as is known.
        """
        self._store = store
        self._words = words
        self._voucher = voucher
        self._posted_one = False
        self._told = HeldNote(store, words)
        form = Form()
        self._fill(form)
        super().__init__(
            parent,
            TITLE[voucher.kind],
            form,
            self._post,
            save_label=_POST,
            more=voucher.id is None and not voucher.content,
            more_label="Ghi sổ và thêm tiếp",
        )
        self.renewed.connect(self._tell_held)
        form.changed.connect(self._tell_held)
        self._tell_held()
        load_payers(self._payer, desk, store, words.on)

    def further_buttons(self) -> Sequence[QPushButton]:
        """A draft can be kept when something is still unknown."""
        return [button("Lưu nháp", self.keep_draft, icon="save", shortcut="Ctrl+D", writes=True)]

    # Building

    def _fill(self, form: Form) -> None:
        voucher, kind = self._voucher, self._voucher.kind
        self._payer = PayerField("payer", _PAYER[kind], hint="Gõ tên để chọn hội viên")
        self._payer.payer_chosen.connect(self._take_payer)
        amount = AmountField("amount_dong", MONEY_FIELD["amount_dong"], required=True)
        form.add([*self._where(), DayField("issued_on", "Ngày", required=True), amount])
        form.add_widget(self._told)
        form.add([self._content(), self._payer, *self._further()])
        form.add([PathsField("papers", "Chứng từ kèm theo")])
        values = {name: getattr(voucher, name) for name in form.fields if name != "papers"}
        nothing = {name: getattr(voucher, name) or None for name in ("amount_dong", "fund_id")}
        form.set_values(values | nothing)
        self._payer.set_person(voucher.payer, voucher.person_id)
        form.settle()

    def _where(self) -> list[Field]:
        funds = self._words.fund_choices()
        transfer = self._voucher.kind is VoucherKind.TRANSFER
        places = PLACE_OF_MONEY if transfer else MONEY_PLACE
        fund = ChoiceField(
            "fund_id",
            "Từ quỹ" if transfer else MONEY_FIELD["fund_id"],
            funds,
            required=True,
            none="Chọn quỹ",
        )
        place = ChoiceField(
            "place",
            "Lấy từ" if transfer else MONEY_FIELD["place"],
            list(places.items()),
            required=True,
        )
        if not transfer:
            return [fund, place]
        to_fund = ChoiceField(
            "to_fund_id", "Đến quỹ", funds, required=True, none="Chọn quỹ nhận tiền"
        )
        to_place = ChoiceField(
            "to_place",
            MONEY_FIELD["to_place"],
            list(places.items()),
            required=True,
            none="Chọn nơi để tiền",
        )
        return [fund, place, to_fund, to_place]

    def _content(self) -> Field:
        remembered = list_contents(self._store, self._voucher.kind)
        return SuggestField(
            "content",
            MONEY_FIELD["content"],
            among(remembered),
            required=True,
            wide=True,
            hint="Gõ vài chữ để chọn lại lời đã ghi lần trước",
        )

    def _further(self) -> list[Field]:
        note = TextField("note", FIELD["note"])
        if self._voucher.kind is VoucherKind.TRANSFER:
            return [note]
        categories = [(one, one) for one in self._words.categories]
        known = [(one.id, one.name) for one in self._words.campaigns]
        campaign = ChoiceField(
            "campaign_id", MONEY_FIELD["campaign_id"], known, none="Không thuộc đợt nào"
        )
        return [
            TextField("address", "Địa chỉ"),
            ChoiceField("category", MONEY_FIELD["category"], categories, empty=""),
            ChoiceField("unit_id", FIELD["unit"], self._words.unit_choices(), none="Không ghi"),
            *([campaign] if known else ()),
            note,
        ]

    # What is seen while one types

    def _take_payer(self, payer: Payer) -> None:
        """Fill in what the roster knows of him, where nothing else was written."""
        address, unit = self.form.fields.get("address"), self.form.fields.get("unit_id")
        if address is not None and not address.value():
            address.set_value(payer.address)
        offered = [known for known, _name in self._words.unit_choices()]
        if unit is not None and unit.value() is None and payer.unit_id in offered:
            unit.set_value(payer.unit_id)

    def _tell_held(self) -> None:
        """What the fund holds, and what will be left or there."""
        values = self.form.values()
        amount = values["amount_dong"] or 0
        comes = amount if self._voucher.kind is VoucherKind.RECEIPT else -amount
        self._told.tell(values["fund_id"], values["place"], values["issued_on"], comes)

    # Posting and keeping

    def save(self) -> bool:
        """Ask before posting, for what is posted stays; then post and close."""
        self._ask(super().save)
        return False

    def save_and_go_on(self) -> None:
        """Ask, post, and empty the form for the next one."""
        self._ask(self._save_and_go_on_now)

    def keep_draft(self) -> None:
        """Keep what is filled in as a draft, which needs a fund and a day only."""
        problems = {name: self.form.field(name).problem() for name in ("fund_id", "issued_on")}
        unreadable = {name: field.unreadable() for name, field in self.form.fields.items()}
        marked = {name: text for name, text in (unreadable | problems).items() if text}
        if marked:
            self.form.mark(marked)
            return
        try:
            papers = new_papers(self.form.field("papers").value())
            change = vouchers.save_draft(self._store, self._written(), self.form_id, papers)
        except UserError as error:
            self.tell_failed(error)
            return
        self.tell_saved(change)
        self.accept()

    def _ask(self, then: Any) -> None:
        if not self.is_filled_in():
            return
        voucher = self._written()
        title = TITLE[voucher.kind].lower()
        name = self._words.fund_name(voucher.fund_id)
        messages.ask(
            self,
            f"Ghi sổ {title} {format_dong(voucher.amount_dong)} đồng?\n"
            f"{in_words(voucher.amount_dong)}. {name}, {PLACE_OF_MONEY[voucher.place].lower()}, "
            f"ngày {short_date(voucher.issued_on)}.\n"
            "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do.",
            [(_POST, then)],
            stay="Xem lại",
            posts=True,
        )

    def _post(self, values: dict[str, Any], form_id: str) -> Change:
        papers = new_papers(values["papers"])
        change, voucher = vouchers.post_voucher(self._store, self._written(), form_id, papers)
        self._told.forget()
        self._posted_one = True
        self.posted.emit(voucher)
        return change

    def _written(self) -> Voucher:
        """The voucher as it stands in the form."""
        values = self.form.values()
        del values["papers"]
        values["amount_dong"] = values["amount_dong"] or 0
        return replace(self._voucher, person_id=self._payer.person_id, **values)

    def _save_and_go_on_now(self) -> None:
        """Post, and empty the form for the next one, most often of the same fund and day."""
        kept = {name: self.form.field(name).value() for name in _KEPT & self.form.fields.keys()}
        super().save_and_go_on()
        if self._posted_one:
            self.form.set_values(kept)
            self._posted_one = False
            self._tell_held()


def new_voucher(
    kind: VoucherKind, words: FundWords, fund_id: int | None = None, place: MoneyPlace | None = None
) -> Voucher:
    """A voucher of today with nothing written on it; of fund 0 where none is known yet."""
    choices = [known for known, _name in words.fund_choices()]
    wanted = fund_id if fund_id in choices else (choices[0] if len(choices) == 1 else None)
    return Voucher(
        kind=kind,
        issued_on=date.today(),
        fund_id=wanted or 0,
        place=place or MoneyPlace.CASH,
        amount_dong=0,
    )
