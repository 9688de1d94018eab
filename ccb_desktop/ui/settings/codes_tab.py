"""Code lists: entries added, renamed, retired and brought back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import CODE_LISTS, Code
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import column, label


class CodesTab(QWidget):
    """One list at a time."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._lists = CalmComboBox()
        self._lists.setAccessibleName("Danh mục")
        for one in CODE_LISTS:
            self._lists.addItem(one.label, one.name)
        self._lists.currentIndexChanged.connect(lambda _place: self.refresh())
        self._table: RecordTable[Code] = RecordTable(
            "codes",
            [
                Column("label", "Mục", lambda c: c.label, lambda c: c.position, width=44),
                Column("state", "Tình trạng", _state, width=24),
            ],
            id_of=lambda code: code.id,
            acts=[
                Act("Thêm mục", lambda _chosen: self._edit(None), needs="none", icon="add"),
                Act("Đổi tên", lambda c: self._edit(c[0]), needs="one", icon="edit", main=True),
                Act("Thôi dùng / dùng lại", self._retire, needs="one", icon="undo"),
                Act("Xóa", self._remove, needs="one", icon="delete", allowed=_can_go),
            ],
            noun="mục",
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(
            label("Các danh mục để chọn khi ghi sổ. Mục thôi dùng vẫn giữ trên hồ sơ cũ.", "soft")
        )
        layout.addWidget(self._lists)
        layout.addWidget(self._table, 1)

    def refresh(self) -> None:
        """Read the chosen list again."""
        self._table.set_lines(branches.list_codes(self._store, self._lists.currentData()))

    def _edit(self, code: Code | None) -> None:
        known = code or Code(list_name=self._lists.currentData(), code="", label="")
        form = Form()
        form.add([TextField("label", "Tên mục", required=True)])
        form.set_values({"label": known.label})

        def save(values: dict[str, Any], form_id: str) -> Change:
            return branches.save_code(self._store, replace(known, label=values["label"]), form_id)

        title = "Đổi tên mục" if code else f"Thêm vào danh mục {self._lists.currentText()}"
        dialog = FormDialog(self, title, form, save)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _retire(self, chosen: list[Code]) -> None:
        code = chosen[0]
        self._keep(lambda: branches.save_code(self._store, replace(code, retired=not code.retired)))

    def _remove(self, chosen: list[Code]) -> None:
        self._keep(lambda: branches.remove_code(self._store, chosen[0]))

    def _keep(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self, error)


def _state(code: Code) -> str:
    if code.retired:
        return "Thôi dùng"
    return "Có sẵn trong chương trình" if code.built_in else "Hội tự thêm"


def _can_go(chosen: list[Code]) -> bool:
    return all(not code.built_in for code in chosen)
