"""The terms of the branch's board with their days: reports over a term count from them."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.members.units import Term
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import column, label

_WHY = "Báo cáo nhiệm kỳ và giữa nhiệm kỳ tính theo ngày ghi ở đây."


class TermsTab(QWidget):
    """The list of terms."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._table: RecordTable[Term] = RecordTable(
            "terms",
            [
                Column("number", "Nhiệm kỳ", lambda t: t.number, _first_day, width=14),
                Column("from_on", "Từ", lambda t: str(t.from_on), _first_day, width=14),
                Column("to_on", "Đến", _until, _first_day, width=14),
            ],
            id_of=lambda term: term.id,
            acts=[
                Act("Thêm nhiệm kỳ", lambda _chosen: self._edit(None), needs="none", icon="add"),
                Act("Sửa", lambda c: self._edit(c[0]), needs="one", icon="edit", main=True),
                Act("Xóa", self._remove, needs="one", icon="delete"),
            ],
            noun="nhiệm kỳ",
            empty=EmptyText("Chưa ghi nhiệm kỳ nào", _WHY),
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(label(_WHY, "soft"))
        layout.addWidget(self._table, 1)

    def refresh(self) -> None:
        """Read the terms again."""
        self._table.set_lines(reversed(units.list_terms(self._store)))

    def _edit(self, term: Term | None) -> None:
        form = Form()
        form.add(
            [
                TextField("number", "Nhiệm kỳ", required=True, hint="Số La Mã, ví dụ: VII"),
                DateField("from_on", "Từ ngày đại hội", required=True),
                DateField("to_on", "Đến ngày đại hội sau", hint="Trống: chưa biết"),
            ]
        )
        if term is not None:
            form.set_values({"number": term.number, "from_on": term.from_on, "to_on": term.to_on})

        def save(values: dict[str, Any], _form_id: str) -> Change:
            made = Term(id=term.id if term else None, **values)
            if made.to_on is not None and made.to_on.last_day < made.from_on.first_day:
                raise Invalid({"to_on": "Ngày cuối nhiệm kỳ đứng trước ngày đầu."})
            return units.save_term(self._store, made)

        dialog = FormDialog(self, "Sửa nhiệm kỳ" if term else "Thêm nhiệm kỳ", form, save)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _remove(self, chosen: list[Term]) -> None:
        try:
            self._desk.broadcast.send(units.remove_term(self._store, chosen[0]))
        except UserError as error:
            messages.tell(self, error)


def _first_day(term: Term) -> object:
    return term.from_on.first_day


def _until(term: Term) -> str:
    return "" if term.to_on is None else str(term.to_on)
