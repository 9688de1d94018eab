"""Taking money back: one amount, proposed as interest first and then principal, split freely."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.funds.loan_terms import proposed_split
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loans import Paid, repay
from ccb_desktop.ui.funds.loans.lend_dialog import place_field
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.posting_dialog import PostingDialog
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.kit.widgets import label


class RepayDialog(PostingDialog):
    """Posts one receipt of principal and interest."""

    def __init__(self, parent: QWidget, store: Store, line: LoanLine, on: date) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            line: The loan.
            on: The day that is offered.
        """
        self._store = store
        self._file = line.file
        self._owed = label("", "soft")
        self._over = label("", "warning")
        self._paid_on = DayField("paid_on", "Ngày thu", required=True)
        self._amount = AmountField("amount_dong", "Số tiền thu", required=True)
        self._principal = AmountField("principal_dong", MONEY_FIELD["principal_dong"])
        self._interest = AmountField("interest_dong", MONEY_FIELD["interest_dong"])
        form = Form()
        form.add([self._paid_on, place_field("Thu bằng"), self._amount])
        form.add_widget(self._owed)
        form.add([self._interest, self._principal], heading="Trong đó")
        form.add_widget(self._over)
        form.add([TextField("note", FIELD["note"], wide=True)])
        form.set_values({"paid_on": on})
        loan = line.file.loan
        lent = f"vay {number(loan.principal_dong)} đồng ngày {short_date(loan.lent_on)}"
        due = f", hạn trả {short_date(line.due_on)}" if line.due_on else ""
        super().__init__(
            parent,
            f"Thu nợ {loan.borrower}",
            form,
            self._repay,
            act="Ghi sổ phiếu thu",
            question=self._asked,
            intro=f"Khoản vay {loan.code}: {lent}{due}. Trả về {line.fund_name}.",
        )
        self._amount.changed.connect(self._propose)
        self._paid_on.changed.connect(self._propose)
        for part in (self._principal, self._interest):
            part.changed.connect(self._add_up)
        self._propose()

    def _day(self) -> date:
        day: date | None = self._paid_on.value()
        return day or date.today()

    def _propose(self) -> None:
        """Part the amount: the interest that is due on the day, then principal."""
        day = self._day()
        owed = loan_state.outstanding_dong(self._file, day)
        due = loan_state.interest_due_dong(self._file, day)
        told = f"Đến ngày {short_date(day)}: nợ gốc {number(owed)} đồng"
        rate = f", lãi phải trả {number(due)} đồng, cả hai {number(owed + due)} đồng."
        free = ", không lãi." if not self._file.loan.rate_thousandths else rate
        self._owed.setText(told + free)
        amount = self._amount.value()
        if amount is not None:
            split = proposed_split(amount, due, owed)
            self._interest.set_value(split.interest_dong)
            self._principal.set_value(split.principal_dong)
        self._say_over()

    def _add_up(self) -> None:
        """The amount follows when its parts are typed."""
        if not self._principal.unreadable() and not self._interest.unreadable():
            both = (self._principal.value() or 0) + (self._interest.value() or 0)
            self._amount.set_value(both or None)
        self._say_over()

    def _say_over(self) -> None:
        parts = (self._principal.value() or 0) + (self._interest.value() or 0)
        over = (self._amount.value() or 0) - parts
        self._over.setText(f"Trả thừa {number(over)} đồng: đưa lại người vay." if over > 0 else "")
        self._over.setVisible(over > 0)

    def _asked(self, values: dict[str, Any]) -> str:
        principal, interest = values["principal_dong"] or 0, values["interest_dong"] or 0
        return (
            f"Thu {number(principal + interest)} đồng của {self._file.loan.borrower}: "
            f"gốc {number(principal)}, lãi {number(interest)}?\n"
            "Phiếu thu vào sổ thì không sửa được nữa; ghi nhầm thì hủy bằng phiếu hủy."
        )

    def _repay(self, values: dict[str, Any], form_id: str) -> Change:
        principal, interest = values["principal_dong"] or 0, values["interest_dong"] or 0
        if principal + interest != values["amount_dong"]:
            raise Invalid({"amount_dong": "Số tiền thu phải bằng gốc cộng lãi. Xem lại ba số này."})
        paid = Paid(
            paid_on=values["paid_on"],
            principal_dong=principal,
            interest_dong=interest,
            place=values["place"],
            note=values["note"],
        )
        return repay(self._store, self._file.loan.id or 0, paid, form_id)
