"""The branch's own fields: added, renamed, put in order, retired and brought back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.own_fields import OWN_KIND, OwnField, OwnKind, choices_of_text
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import own_fields
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import column, label

_WHY = (
    "Những điều Hội muốn ghi thêm cho từng người. Trường riêng có trong hồ sơ, danh sách, bộ lọc, "
    "mẫu Excel và phiếu hội viên."
)
_CHOICES_HINT = "Mỗi dòng một mục. Bỏ hay đổi chữ một mục thì hồ sơ cũ vẫn giữ chữ đã ghi"


class FieldLine(NamedTuple):
    """One field as the list shows it."""

    field: OwnField
    place: int
    written: int


class OwnFieldsTab(QWidget):
    """The list of fields."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._table: RecordTable[FieldLine] = RecordTable(
            "own-fields",
            _COLUMNS,
            id_of=lambda line: line.field.id,
            acts=self._acts(),
            noun="trường riêng",
            empty=EmptyText("Chưa có trường riêng nào", "Ví dụ: Số con, Nhóm máu, Biển số xe."),
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(label(_WHY, "soft"))
        layout.addWidget(self._table, 1)

    def refresh(self) -> None:
        """Read the fields again."""
        written = own_fields.count_own_values(self._store)
        fields = own_fields.list_own_fields(self._store)
        self._table.set_lines(
            FieldLine(field, place, written.get(field.id or 0, 0))
            for place, field in enumerate(fields)
        )

    def _acts(self) -> list[Act[FieldLine]]:
        return [
            Act("Thêm trường", lambda _none: self._edit(None), needs="none", icon="add"),
            Act("Sửa trường", lambda c: self._edit(c[0].field), icon="edit", main=True),
            Act("Lên trên", lambda c: self._move(c[0], up=True)),
            Act("Xuống dưới", lambda c: self._move(c[0], up=False)),
            Act("Thôi dùng / dùng lại", lambda c: self._retire(c[0].field), icon="undo"),
            Act(
                "Xóa",
                lambda c: self._do(lambda: own_fields.remove_own_field(self._store, c[0].field)),
                icon="delete",
                allowed=lambda c: c[0].written == 0,
            ),
        ]

    def _edit(self, field: OwnField | None) -> None:
        dialog = OwnFieldDialog(self, self._store, field)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _move(self, line: FieldLine, *, up: bool) -> None:
        self._do(lambda: own_fields.move_own_field(self._store, line.field, up=up))

    def _retire(self, field: OwnField) -> None:
        turned = replace(field, retired=not field.retired)
        self._do(lambda: own_fields.save_own_field(self._store, turned))

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self, error)


class OwnFieldDialog(FormDialog):
    """Adds a field or corrects one; what may be chosen is asked of the kind that needs it."""

    def __init__(self, parent: QWidget, store: Store, field: OwnField | None) -> None:
        """Build the dialog; show it with `open()`."""
        self._store = store
        self._known = field
        kinds = [(kind, text) for kind, text in OWN_KIND.items()]
        self._kind = ChoiceField("kind", "Kiểu", kinds, none="Chọn kiểu", required=True)
        self._choices = LongTextField("choices", "Các mục để chọn", lines=5, hint=_CHOICES_HINT)
        form = Form()
        form.add([TextField("label", "Tên trường", required=True), self._kind, self._choices])
        if field is not None:
            form.set_values(
                {
                    "label": field.label,
                    "kind": field.kind,
                    "choices": "\n".join(field.choices),
                }
            )
        title = "Sửa trường riêng" if field else "Thêm trường riêng"
        super().__init__(parent, title, form, self._keep, more=field is None)
        self._kind.changed.connect(self._follow_kind)
        self.renewed.connect(self._follow_kind)
        self._follow_kind()  # at the end, so that the window has room for the choices

    def _follow_kind(self) -> None:
        self._choices.setVisible(self._kind.value() == OwnKind.CHOICE)

    def _keep(self, values: dict[str, Any], form_id: str) -> Change:
        kind = OwnKind(values["kind"])
        field = replace(
            self._known or OwnField(label=""),
            label=values["label"],
            kind=kind,
            choices=choices_of_text(values["choices"]) if kind is OwnKind.CHOICE else (),
        )
        return own_fields.save_own_field(self._store, field, form_id)


_COLUMNS: list[Column[FieldLine]] = [
    Column("label", "Trường", lambda c: c.field.label, lambda c: c.place, width=22),
    Column("kind", "Kiểu", lambda c: OWN_KIND[c.field.kind], width=18),
    Column("choices", "Các mục để chọn", lambda c: "; ".join(c.field.choices), width=22),
    Column(
        "written",
        "Đã ghi (người)",
        lambda c: number(c.written),
        lambda c: c.written,
        align="right",
        width=12,
    ),
    Column("state", "Tình trạng", lambda c: "Thôi dùng" if c.field.retired else "", width=12),
]
