"""One form: for whom or what, what is typed for it, its pages, and the file."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.masking import WHOLE_WARNING
from ccb_desktop.domain.queries import QueryField
from ccb_desktop.domain.reports.form_kinds import FormKind, FormOrder, Need, Subject
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.forms.subjects import list_subjects
from ccb_desktop.operations.forms.writing import check_form, numbers_hidden, write_form
from ccb_desktop.operations.members.queries import query_fields
from ccb_desktop.ui.kit import form_writing, messages
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.masking import let_read_only_be, mask_tick
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperView
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField, YearField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.reports.forms.subjects_list import SubjectsList

_PAGES, _BACK = "Xem trang in", "Chọn lại"
_CHOOSING = (
    "Bấm vào một dòng để chọn; giữ phím Ctrl mà bấm để chọn thêm; Ctrl+A chọn tất cả đang thấy."
)

Read = tuple[list[Subject], list[QueryField]]


def draft_kind(name: str) -> str:
    """Under what the window in which one types for a form is kept."""
    return f"form-{name}"


class FormSheet(QWidget):
    """The form that is open."""

    left = Signal()
    """Another form is to be chosen."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk, self._store = desk, store
        self._kind: FormKind | None = None
        self._seen_year: object = None
        self._texts: dict[str, dict[str, str]] = {}
        self.heading = label("", "heading", wrap=False)
        self._purpose = label("", "soft")
        self._typed = label("", "field")
        self.masked = mask_tick(store)
        self._numbers = label("", "soft")
        self._warning = label(WHOLE_WARNING, "problem")
        self.type_button = button("Điền nội dung…", self.open_texts, icon="edit")
        self._turner = button(_PAGES, self.turn, icon="reports", shortcut="Alt+T")
        self._year = YearField("year", "Năm", required=True)
        self._years = FieldRow([(self._year, 6)])
        self.subjects: SubjectsList | None = None
        self._ground = column()
        self.paper = PaperView(desk, store)
        self._build()
        self._year.line.editingFinished.connect(self._change_year)
        self.masked.toggled.connect(self._mask)

    def open_form(self, name: str) -> None:
        """Show a form."""
        kind = FORM_KINDS[name]
        self._kind = kind
        self.heading.setText(kind.label)
        self._purpose.setText(f"{kind.purpose} {_hint(kind)}".rstrip())
        self._year.set_value(date.today().year)
        self._seen_year = self._year.value()
        self.type_button.setVisible(bool(kind.asked))
        self._ask_masking(kind)
        self._look_at_pages(wanted=False)
        self._tell_typed()
        self._drop_subjects()
        self.refresh()
        if kind.need is Need.NOTHING:
            self.turn()

    def refresh(self) -> None:
        """Read again for whom or for what it can be made."""
        kind = self._kind
        if kind is None or self._year.problem():
            return
        if kind.need is Need.NOTHING:
            if not self.paper.isHidden():
                self._show_pages()
            return
        order = self._order()
        self._desk.background.run(
            lambda _progress: self._read(kind, order),
            lambda read: self._show_subjects(kind, read),
            label="Đang đọc danh sách",
            owner=self,
        )

    def turn(self) -> None:
        """From choosing to pages as they would be printed, and back."""
        self._look_at_pages(wanted=self.paper.isHidden())
        if not self.paper.isHidden():
            self._show_pages()

    def write(self) -> None:
        """Ask for number and file, and write the form for all that are chosen."""
        order = self._order()
        try:
            check_form(order)
        except UserError as error:
            self._tell_lacking(error)
            return
        form_writing.write_form(self, self._desk, self._store, order)

    def open_texts(self, draft: Draft | None = None) -> None:
        """The window in which one types what the form needs beside the books."""
        if self._kind is None:
            return
        kind = self._kind
        form = Form()
        form.add(
            [_field(one.name, one.label, one.hint, one.lines, one.required) for one in kind.asked]
        )
        form.set_values(self._texts.get(kind.name, {}))
        form.settle()
        dialog = FormDialog(self, kind.label, form, self._keep_texts, save_label="Xong")
        dialog.keep_drafts(self._desk.drafts, page="reports", kind=draft_kind(kind.name))
        if draft is not None:
            dialog.take_draft(draft)
        dialog.open()

    # Building

    def _build(self) -> None:
        head = FlowLayout()
        head.addWidget(button("Chọn mẫu khác", self.left.emit, icon="back", shortcut="Alt+Left"))
        for widget in (self.heading, self.type_button, self._turner):
            head.addWidget(widget)
        head.addWidget(button("Ghi ra Word", self.write, role="main", icon="print"))
        head.addWidget(self.masked)
        layout = column(self, spacing=6)
        layout.addLayout(head)
        layout.addWidget(self._purpose)
        layout.addWidget(self._numbers)
        layout.addWidget(self._warning)
        layout.addWidget(self._typed)
        layout.addWidget(self._years)
        layout.addLayout(self._ground, 1)
        layout.addWidget(self.paper, 1)
        layout.addStretch(0)
        self.paper.hide()

    def _look_at_pages(self, *, wanted: bool) -> None:
        """Pages get the room of what is chosen, which is there again afterwards."""
        self.paper.setVisible(wanted)
        of_year = self._kind is not None and self._kind.of_year
        alone = self._kind is not None and self._kind.need is Need.NOTHING
        self._years.setVisible(of_year and (alone or not wanted))
        self._purpose.setVisible(not wanted)
        if self.subjects is not None:
            self.subjects.setVisible(not wanted)
        said = _BACK if wanted and not alone else _PAGES
        self._turner.setText(said)
        self._turner.setAccessibleName(said)
        self._turner.setVisible(not (alone and wanted))

    def _change_year(self) -> None:
        """Of another year others are wanted; of the same one the choice stays."""
        if self._year.value() != self._seen_year:
            self._seen_year = self._year.value()
            self._drop_subjects()
            self.refresh()

    def _drop_subjects(self) -> None:
        if self.subjects is not None:
            self._ground.removeWidget(self.subjects)
            self.subjects.hide()
            self.subjects.deleteLater()
            self.subjects = None

    # What of numbers leaves

    def _ask_masking(self, kind: FormKind) -> None:
        """Every form begins masked; one that demands whole numbers says why."""
        self.masked.blockSignals(True)  # nothing is seen yet that would be made anew
        self.masked.setChecked(True)
        self.masked.blockSignals(False)
        let_read_only_be(self.masked, self._store)
        self.masked.setVisible(kind.has_numbers)
        self._tell_numbers()

    def _mask(self, _masked: bool) -> None:
        self._tell_numbers()
        if not self.paper.isHidden():
            self._show_pages()

    def _tell_numbers(self) -> None:
        kind = self._kind
        told = kind.whole_because if kind is not None else ""
        self._numbers.setText(told)
        self._numbers.setVisible(bool(told))
        self._warning.setVisible(not self.masked.isChecked())

    # What is read

    def _read(self, kind: FormKind, order: FormOrder) -> Read:
        fields = query_fields(self._store, order.on) if kind.need is Need.MEMBERS else []
        return list_subjects(self._store, order), fields

    def _show_subjects(self, kind: FormKind, read: Read) -> None:
        if kind is not self._kind:
            return
        if self.subjects is not None:
            self.subjects.table.set_lines(read[0])
            return
        self.subjects = SubjectsList(self._desk, self._store, kind, *read)
        self._ground.addWidget(self.subjects)
        self.subjects.setVisible(self.paper.isHidden())

    # What is made

    def _order(self) -> FormOrder:
        kind, today = self._kind, date.today()
        return FormOrder(
            name=kind.name if kind is not None else "",
            on=today,
            chosen=self.subjects.chosen() if self.subjects is not None else (),
            year=int(self._year.value() or today.year),
            texts=self._texts.get(kind.name, {}) if kind is not None else {},
            masked=self.masked.isChecked(),
        )

    def _show_pages(self) -> None:
        order = self._order()
        try:
            check_form(order)
        except UserError as error:
            self._look_at_pages(wanted=False)
            self._tell_lacking(error)
            return
        self.paper.show_made(
            lambda out: write_form(self._store, order, out),
            self.heading.text(),
            masked=numbers_hidden(self._store, order),
        )

    def _tell_lacking(self, error: UserError) -> None:
        """What must be typed is asked for at once; anything else is told."""
        asked = {one.name for one in self._kind.asked} if self._kind is not None else set()
        if isinstance(error, Invalid) and set(error.fields) & asked:
            self.open_texts()
        else:
            messages.tell(self, error)

    # What is typed

    def _keep_texts(self, values: dict[str, Any], _form_id: str) -> None:
        if self._kind is not None:
            self._texts[self._kind.name] = {name: text or "" for name, text in values.items()}
        self._tell_typed()
        if not self.paper.isHidden():
            self._show_pages()

    def _tell_typed(self) -> None:
        kind = self._kind
        texts = self._texts.get(kind.name, {}) if kind is not None else {}
        told = "; ".join(text.replace("\n", ", ") for text in texts.values() if text)
        self._typed.setText(f"Nội dung đã điền: {told}")
        self._typed.setVisible(bool(told))


def _field(name: str, text: str, hint: str, lines: int, required: bool) -> Field:
    if lines > 1:
        return LongTextField(name, text, lines=lines, hint=hint, required=required)
    field = TextField(name, text, required=required)
    field.line.setPlaceholderText(hint)
    return field


def _hint(kind: FormKind) -> str:
    """How one chooses, and what is made where nothing is chosen."""
    if kind.need is Need.NOTHING:
        return ""
    if kind.only_one:
        return "In cho từng cái một: bấm vào một dòng."
    blank = " Không chọn ai thì in tờ để trống." if kind.or_blank else ""
    every = " Không chọn thì in cho tất cả." if kind.or_all else ""
    return f"{_CHOOSING}{blank}{every}"
