"""The fields that a template may use: found, copied into Word, printed as a list."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from ccb_desktop.domain.templates.fields import TemplateField
from ccb_desktop.domain.templates.shipped import WordTemplate
from ccb_desktop.operations import template_papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label

_NOTE = "Chọn một trường rồi bấm Sao chép; sang Word, đặt con trỏ vào chỗ cần in và bấm Ctrl+V."
_BELOW_NOTE = 2  # place in the window


class FieldsDialog(ListDialog):
    """A field on each line; Enter or double-click copies it."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, template: WordTemplate) -> None:
        super().__init__(parent, f"Các trường của mẫu {template.label}")
        self._desk, self._store, self._template = desk, store, template
        self._told = label("", "heading")
        self.table: RecordTable[TemplateField] = RecordTable(
            "template-fields",
            _columns(),
            id_of=lambda one: (one.name, one.is_list),
            acts=[
                Act("Sao chép", lambda c: self._copy(c[0]), main=True, reads=True),
                Act(
                    "In danh sách trường…",
                    lambda _c: self._print(),
                    "none",
                    icon="print",
                    reads=True,
                ),
            ],
            noun="trường",
            state=desk.state,
        )
        fields = template_papers.fields_now(store, template.name)
        self.show_list(self.table, fields, note=_NOTE, letters=(62, 36))
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(_BELOW_NOTE, self._told)
        self._told.hide()

    def _copy(self, field: TemplateField) -> None:
        QGuiApplication.clipboard().setText(field.written)
        self._told.setText(f"Đã chép {field.written}. Sang Word bấm Ctrl+V.")
        self._told.show()

    def _print(self) -> None:
        name = template_papers.suggested_name(self._store, f"Các trường {self._template.label}")
        choose_target(self, "Ghi danh sách trường ra tệp nào", name, WORD_OUT, self._write)

    def _write(self, out: Path) -> None:
        self._desk.background.run(
            lambda _progress: template_papers.write_field_list(
                self._store, self._template.name, out
            ),
            lambda written: tell_written(self, [written]),
            label="Đang ghi danh sách trường",
            owner=self,
        )


def _columns() -> list[Column[TemplateField]]:
    return [
        Column("meaning", "Nghĩa là", lambda one: one.meaning, width=40, named=True),
        Column("written", "Chữ gõ vào mẫu", lambda one: one.written, width=30, named=True),
        Column("example", "Ví dụ", lambda one: one.example.replace("\n", " / "), width=34),
    ]
