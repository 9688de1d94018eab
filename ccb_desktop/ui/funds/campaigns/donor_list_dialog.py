"""Entering a whole list of donors: typed, or pasted from Excel or Word."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.donor_lists import DonorLine, members_meant, read_donor_list
from ccb_desktop.domain.funds.gift_receipts import Receipts, share_receipts
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import contributions
from ccb_desktop.operations.funds.voucher_lists import list_payers
from ccb_desktop.ui.funds.campaigns.gift_fields import (
    POST,
    STAYS,
    ask_where,
    booking_fields,
    donor_kind_field,
    first_values,
    unit_field,
)
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.kit.widgets import label

_TOLD = 5
_INTRO = (
    "Mỗi dòng một người: tên, số tiền, hiện vật, giá trị hiện vật. Chép thẳng từ Excel được; "
    "gõ tay thì ngăn các ô bằng dấu chấm phẩy."
)
_RECEIPTS = (
    (Receipts.BY_UNIT, "Hội viên một chi hội: một phiếu cho cả danh sách"),
    (Receipts.EACH, "Mỗi người một phiếu"),
    (Receipts.WHOLE, "Một phiếu cho tất cả"),
)


class DonorListDialog(FormDialog):
    """What was understood is seen while one types; one wrong line keeps all of it back."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, words: FundWords, campaign: Campaign
    ) -> None:
        """Build the dialog; show it with `open()`; see `GiftDialog`."""
        self._store = store
        self._words = words
        self._campaign = campaign
        self._payers: Sequence[Payer] = ()
        self._told = label("", "soft")
        self._wrong = label("", "problem")
        form = Form()
        form.add([LongTextField("donors", "Danh sách người ủng hộ", lines=7, required=True)])
        form.add_widget(self._told)
        form.add_widget(self._wrong)
        form.add(
            [
                donor_kind_field(),
                unit_field(words),
                *booking_fields(words),
                ChoiceField("receipts", "Phiếu thu", list(_RECEIPTS), required=True, wide=True),
            ]
        )
        first = {"donor_kind": DonorKind.MEMBER, "receipts": Receipts.BY_UNIT}
        form.set_values(first | first_values(words, campaign))
        title = f"Ghi danh sách ủng hộ: {campaign.name}"
        super().__init__(parent, title, form, self._write, intro=_INTRO)
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()
        desk.background.run(
            lambda _progress: list_payers(store, date.today()),
            self._set_payers,
            label="Đang đọc danh sách hội viên",
            owner=self,
        )

    def _set_payers(self, payers: Sequence[Payer]) -> None:
        self._payers = payers

    # What is understood

    def _follow(self) -> None:
        ask_where(self.form)
        booked = self.form.field("through_book").value() is True
        self.form.field("receipts").setVisible(booked)
        lines = self._lines()
        gifts = self._gifts(lines)
        wrong = [line for line in lines if line.problem]
        self._told.setText(self._understood(gifts) if lines else "Chưa có dòng nào.")
        self._wrong.setText(_said(wrong))
        self._wrong.setVisible(bool(wrong))
        self.save_button.setText(POST if self._booked(gifts) else "Ghi danh sách")

    def _lines(self) -> list[DonorLine]:
        return read_donor_list(self.form.field("donors").value())

    def _understood(self, gifts: Sequence[Contribution]) -> str:
        total = sum(gift.worth_dong for gift in gifts)
        told = f"Đọc được {number(len(gifts))} người, cộng {format_dong(total)} đồng"
        booked = self._booked(gifts)
        return f"{told}; lập {number(booked)} phiếu thu." if booked else f"{told}."

    def _booked(self, gifts: Sequence[Contribution]) -> int:
        return len(share_receipts(gifts, self.form.field("receipts").value() or Receipts.EACH))

    def _gifts(self, lines: Sequence[DonorLine]) -> list[Contribution]:
        """The gifts of the lines that can be taken."""
        values = self.form.values()
        kind, unit_id = values["donor_kind"] or DonorKind.OUTSIDER, values["unit_id"]
        good = [line for line in lines if not line.problem]
        meant = members_meant(good, self._payers, unit_id) if kind is DonorKind.MEMBER else {}
        return [
            Contribution(
                campaign_id=self._campaign.id or 0,
                given_on=values["given_on"] or date.today(),
                donor=line.donor,
                donor_kind=kind,
                person_id=meant[line.place].person_id if line.place in meant else None,
                unit_id=unit_id or (meant[line.place].unit_id if line.place in meant else None),
                amount_dong=line.amount_dong,
                goods=line.goods,
                goods_value_dong=line.goods_value_dong,
                through_book=values["through_book"] is True,
                fund_id=values["fund_id"] if values["through_book"] else None,
                place=values["place"],
            )
            for line in good
        ]

    # Saving

    def save(self) -> bool:
        """Save; ask first where receipts are posted."""
        if not self.is_filled_in():
            return False
        lines = self._lines()
        wrong = [line for line in lines if line.problem]
        if wrong or not lines:
            self.tell_failed(Invalid({"donors": "Sửa các dòng nêu ở dưới rồi ghi lại."}))
            return False
        gifts = self._gifts(lines)
        then: Callable[[], bool] = super().save
        count = self._booked(gifts)
        if not count:
            return then()
        total = sum(gift.amount_dong for gift in gifts)
        messages.ask(
            self,
            f"Ghi sổ {format_dong(total)} đồng của {number(len(gifts))} người?\n"
            f"{in_words(total)}, {number(count)} phiếu thu, "
            f"{self._words.fund_name(gifts[0].fund_id)}.\n{STAYS}",
            [(POST, then)],
            stay="Xem lại",
            posts=True,
        )
        return False

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        receipts = values["receipts"] or Receipts.BY_UNIT
        return contributions.give(self._store, self._gifts(self._lines()), receipts, form_id)[0]


def _said(wrong: Sequence[DonorLine]) -> str:
    """The lines that cannot be taken, and why."""
    told = [f"Dòng {line.place} ({line.donor or 'trống'}): {line.problem}" for line in wrong]
    more = len(told) - _TOLD
    return "\n".join(told[:_TOLD] + ([f"và {more} dòng khác."] if more > 0 else []))
