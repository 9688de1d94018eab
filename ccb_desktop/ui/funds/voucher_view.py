"""A posted voucher, to be looked at: every word on it, and what took it back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QWidget

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY, VOUCHER_KIND
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.vouchers import voucher_of_number
from ccb_desktop.operations.members.attached_files import list_papers
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, fit_window, give_role, label

_LETTERS = 40  # width of the window, in heights of the text


@dataclass(frozen=True, slots=True)
class Doing:
    """What the window leads to, as the tab does it."""

    see: Callable[[int], object]
    void: Callable[[VoucherLine], object]
    write_again: Callable[[VoucherLine], object]
    print_slips: Callable[[Sequence[VoucherLine]], object]
    show_papers: Callable[[VoucherLine], object]


class VoucherView(QDialog):
    """Read only; from here it is printed, voided, or written again."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, line: VoucherLine, doing: Doing
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Leads to the person of the roster.
            store: The books.
            line: The voucher.
            doing: What can be done with it.
        """
        super().__init__(parent)
        self._desk = desk
        self._store = store
        self._line = line
        self._doing = doing
        number = line.voucher.number_text or "bản nháp"
        self.setWindowTitle(f"{VOUCHER_KIND[line.voucher.kind]} {number}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self._build()
        fit_window(self, _LETTERS)

    def _build(self) -> None:
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(self.windowTitle(), "title"))
        if self._line.voided_by:
            layout.addWidget(self._voided_note())
        facts = QFormLayout()
        facts.setHorizontalSpacing(20)
        facts.setVerticalSpacing(8)
        facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, text in self._facts():
            shown = label(text)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{name}: {text}")
            facts.addRow(label(name, "soft", wrap=False), shown)
        layout.addLayout(facts)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _voided_note(self) -> QWidget:
        on = short_date(self._line.voided_on) if self._line.voided_on else ""
        note = label(f"ĐÃ HỦY bằng phiếu {self._line.voided_by} ngày {on}. Sổ giữ cả hai phiếu.")
        give_role(note, "notice")
        return note

    def _facts(self) -> Iterator[tuple[str, str]]:
        """What stands on the paper, where something stands there."""
        line, voucher = self._line, self._line.voucher
        amount = f"{format_dong(voucher.amount_dong)} đồng ({in_words(voucher.amount_dong)})"
        told = (
            ("Ngày", short_date(voucher.issued_on)),
            (MONEY_FIELD["amount_dong"], amount),
            (MONEY_FIELD["fund_id"], f"{line.fund_name}, {PLACE_OF_MONEY[voucher.place].lower()}"),
            ("Đến quỹ", self._receiving()),
            (MONEY_FIELD["payer"], voucher.payer),
            ("Địa chỉ", voucher.address),
            (MONEY_FIELD["content"], voucher.content),
            (MONEY_FIELD["category"], voucher.category),
            (FIELD["unit"], line.unit_name),
            (MONEY_FIELD["voids_id"], line.voids),
            (FIELD["reason"], voucher.reason),
            (MONEY_FIELD["old_number"], voucher.old_number),
            (FIELD["note"], voucher.note),
            (MONEY_FIELD["posted_at"], f"{voucher.posted_at:%H:%M ngày %d/%m/%Y}"),
        )
        yield from ((name, text) for name, text in told if text)

    def _receiving(self) -> str:
        voucher = self._line.voucher
        if voucher.to_place is None:
            return ""
        return f"{self._line.to_fund_name}, {PLACE_OF_MONEY[voucher.to_place].lower()}"

    def _buttons(self) -> QHBoxLayout:
        flow = FlowLayout()
        flow.addWidget(button("In phiếu", self._print, icon="print", shortcut="Ctrl+P"))
        if self._line.voucher.kind in _WRITTEN:
            flow.addWidget(button(self._papers_label(), self._show_papers, icon="folder"))
        other = self._line.voids or self._line.voided_by
        if other:
            flow.addWidget(button(f"Xem phiếu {other}", partial(self._see, other)))
        if self._line.voucher.person_id is not None:
            flow.addWidget(button("Xem hồ sơ", self._see_person, icon="user"))
        if self._line.can_be_voided:
            flow.addWidget(button("Hủy phiếu", self._void, icon="delete", duties=(Duty.VOIDS,)))
        if self._line.voided_by and self._line.voucher.kind in _WRITTEN:
            flow.addWidget(
                button("Ghi lại phiếu đúng", self._write_again, icon="edit", duties=(Duty.MONEY,))
            )
        row = QHBoxLayout()
        row.addLayout(flow, 1)
        row.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        return row

    def _papers_label(self) -> str:
        owner = FileOwner(voucher_id=self._line.voucher.id)
        return f"Chứng từ kèm theo ({len(list_papers(self._store, owner))})"

    def _show_papers(self) -> None:
        self.accept()
        self._doing.show_papers(self._line)

    def _print(self) -> None:
        self._doing.print_slips([self._line])

    def _see(self, number: str) -> None:
        self.accept()
        self._doing.see(voucher_of_number(self._store, number).id or 0)

    def _see_person(self) -> None:
        self.accept()
        self._desk.broadcast.go_to(Place("members", self._line.voucher.person_id))

    def _void(self) -> None:
        self.accept()
        self._doing.void(self._line)

    def _write_again(self) -> None:
        self.accept()
        self._doing.write_again(self._line)


_WRITTEN = (VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.TRANSFER)
