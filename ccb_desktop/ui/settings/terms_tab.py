"""Nhiệm kỳ: the terms of the board, so that the end of one is told in time."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
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


class TermsTab(QWidget):
    """The list of terms."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self.table: RecordTable[Term] = RecordTable(
            "terms",
            [
                Column("number", "Nhiệm kỳ", lambda t: t.number, lambda t: t.from_on),
                Column("from_on", FIELD["from_on"], lambda t: str(t.from_on), lambda t: t.from_on),
                Column(
                    "to_on",
                    FIELD["to_on"],
                    lambda t: str(t.to_on) if t.to_on else "",
                    lambda t: t.to_on,
                ),
            ],
            id_of=lambda term: term.id,
            acts=[
                Act("Thêm nhiệm kỳ", lambda _chosen: self._edit(None), needs="none", icon="add"),
                Act("Sửa nhiệm kỳ", lambda c: self._edit(c[0]), icon="edit", main=True),
                Act("Bỏ nhiệm kỳ", self._remove, icon="delete", shortcut="Delete"),
            ],
            noun="nhiệm kỳ",
            empty=EmptyText(
                "Chưa ghi nhiệm kỳ nào",
                "Ghi nhiệm kỳ của Ban Chấp hành để được nhắc trước ngày đại hội.",
            ),
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(
            label("Các nhiệm kỳ của Ban Chấp hành. Sáu tháng trước khi hết thì được nhắc.", "soft")
        )
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the terms again, the latest first."""
        self.table.set_lines(reversed(units.list_terms(self._store)))

    def _edit(self, term: Term | None) -> None:
        form = Form()
        form.add(
            [
                TextField("number", "Nhiệm kỳ", required=True, hint="Số La Mã, ví dụ: VII"),
                DateField("from_on", FIELD["from_on"], required=True),
                DateField("to_on", FIELD["to_on"], hint="Để trống nếu chưa biết"),
            ]
        )
        if term is not None:
            names = ("number", "from_on", "to_on")
            form.set_values({name: getattr(term, name) for name in names})

        def keep(values: dict[str, Any], form_id: str) -> Change:
            known = term or Term(number=values["number"], from_on=values["from_on"])
            return units.save_term(self._store, replace(known, **values), form_id)

        title = "Sửa nhiệm kỳ" if term else "Thêm nhiệm kỳ"
        dialog = FormDialog(self, title, form, keep)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _remove(self, chosen: list[Term]) -> None:
        try:
            self._desk.broadcast.send(units.remove_term(self._store, chosen[0]))
        except UserError as error:
            messages.tell(self, error)
