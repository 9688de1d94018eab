"""Small windows of the superior's forms: bringing one in, its title, how it was filled."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.superior_forms.forms import FormFilling, SuperiorForm
from ccb_desktop.domain.superior_forms.labels import FIELD as FORM_FIELD
from ccb_desktop.domain.superior_forms.labels import LABELS
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.superior_forms import forms
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField


def _has_pages(chosen: Sequence[FormFilling]) -> bool:
    """Only Word files are looked at as pages."""
    return chosen[0].file_name.endswith(".docx")


def bring_dialog(parent: QWidget, store: Store, path: Path) -> FormDialog:
    """The form of a file that was chosen: what it is called, who sent it."""
    form = _form(path.stem.replace("_", " ").replace("-", " "), "")

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return forms.bring_in(store, path, values["title"], values["sender"], form_id)

    intro = f"Tệp {path.name} được giữ nguyên trong sổ; khi điền, máy ghi ra một bản khác."
    return FormDialog(parent, "Đưa biểu mẫu vào", form, keep, intro=intro)


def rename_dialog(parent: QWidget, store: Store, known: SuperiorForm) -> FormDialog:
    """The form of what is known of a form."""
    form = _form(known.title, known.sender)
    form.add([TextField("note", FIELD["note"], wide=True)])
    form.set_values({"note": known.note})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return forms.rename_form(
            store, known, values["title"], values["sender"], values["note"], form_id
        )

    return FormDialog(parent, "Sửa tên, nơi gửi biểu mẫu", form, keep)


def _form(title: str, sender: str) -> Form:
    form = Form()
    titled = LABELS["superior_forms", "title"]
    sent_by = LABELS["superior_forms", "sender"]
    form.add(
        [
            TextField("title", titled, required=True, hint="Ví dụ: Biểu tổng hợp 6 tháng"),
            TextField("sender", sent_by, hint="Ví dụ: Hội CCB tỉnh"),
        ]
    )
    form.set_values({"title": title, "sender": sender})
    return form


def fillings_dialog(
    parent: QWidget,
    title: str,
    fillings: Sequence[FormFilling],
    write: Callable[[FormFilling], object],
    look: Callable[[FormFilling], object],
) -> ListDialog:
    """The list of how a form was filled; each can be written again, byte for byte."""
    dialog = ListDialog(parent, f"Các lần đã điền: {title}")
    table: RecordTable[FormFilling] = RecordTable(
        "form_fillings",
        _filling_columns(),
        id_of=lambda one: one.id,
        acts=[
            Act(
                "Ghi lại ra tệp",
                lambda chosen: write(chosen[0]),
                icon="export",
                main=True,
                reads=True,
            ),
            Act("Xem", lambda chosen: look(chosen[0]), icon="open", allowed=_has_pages, reads=True),
        ],
        noun="lần điền",
    )
    note = "Tệp ghi lại đúng như lúc điền, dù số liệu trong sổ đã đổi."
    dialog.show_list(table, fillings, note)
    return dialog


def _filling_columns() -> list[Column[FormFilling]]:
    return [
        Column(
            "filled_at",
            FORM_FIELD["filled_at"],
            lambda one: one.filled_at.strftime("%d/%m/%Y %H:%M"),
            lambda one: one.filled_at,
            width=14,
            named=True,
        ),
        Column(
            "period",
            LABELS["form_fillings", "period"],
            lambda one: Period.parse(one.period).name,
            lambda one: Period.parse(one.period).from_on,
            width=20,
        ),
        Column(
            "cut_off",
            "Số liệu đến ngày",
            lambda one: short_date(one.cut_off),
            lambda one: one.cut_off,
            width=13,
        ),
        Column(
            "file_name",
            LABELS["form_fillings", "file_name"],
            lambda one: one.file_name,
            width=36,
        ),
    ]
