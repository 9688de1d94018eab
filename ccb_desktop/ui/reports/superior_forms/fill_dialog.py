"""The window in which a form is filled: period, what is typed, the filled form, the file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.masking import MASK_TICK
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.numbering import MOST
from ccb_desktop.domain.superior_forms.assembling import tied_blanks
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import TieKind, from_json
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.superior_forms import filling
from ccb_desktop.operations.superior_forms.filling import FilledForm, FillOrder
from ccb_desktop.operations.superior_forms.forms import OpenForm
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperView
from ccb_desktop.ui.kit.text_fields import NumberField, TextField
from ccb_desktop.ui.kit.widgets import button, label
from ccb_desktop.ui.reports.desk.period_choice import PeriodChoice
from ccb_desktop.ui.reports.superior_forms.form_view import FormView
from ccb_desktop.ui.reports.superior_forms.work_dialog import WorkDialog

FILL = "superior_fill"  # kind of draft
_SHOWN = 6  # labels of blanks that are told by name


class FillDialog(WorkDialog):
    """What is seen at the right is the very file that will be written."""

    draft_kind = FILL
    save_label = "Lưu và ghi ra tệp"

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        opened: OpenForm,
        typed: Mapping[str, str],
    ) -> None:
        """Open the window.

        Args:
            parent: The tab it belongs to.
            desk: What it is given to work with.
            store: The books.
            opened: The form.
            typed: What was typed when it was filled last, by place.
        """
        title = f"Điền biểu mẫu: {opened.form.title}"
        super().__init__(parent, desk, title, opened.form.id or 0)
        self._store = store
        self._opened = opened
        self.period = PeriodChoice()
        self._by_hand = _blanks_by_hand(opened)
        self.form = Form()
        self.form.keeps_text = False
        self._asks_number = not store.view_only and any(
            tie.is_of_register for _blank, tie in tied_blanks(opened.blanks)
        )
        self._numbered = YesNoField(
            "numbered", "Số văn bản", yes="Lấy số tiếp theo", no="Để trống, ghi tay sau"
        )
        self._begin = NumberField("begin", "Bắt đầu từ số", least=1, most=MOST)
        self.is_word = opened.form.ending == "docx"
        self.view = FormView(clickable=False)
        self.paper = PaperView(desk, store)
        self._told = label("")
        self._problem = label("", "problem")
        self._build_form(typed)
        self._build()
        self.period.changed.connect(self.show_filled)
        self.form.changed.connect(self.note_change)
        self._numbered.set_value(True)
        self._numbered.changed.connect(self.show_filled)
        self.show_filled()

    def _build_form(self, typed: Mapping[str, str]) -> None:
        fields = [
            TextField(f"blank{number}", blank.label or f"Ô {number + 1}", wide=True)
            for number, blank in enumerate(self._by_hand)
        ]
        for field, blank in zip(fields, self._by_hand, strict=True):
            field.set_value(typed.get(blank.place, ""))
        if fields:
            self.form.add(fields, heading="Gõ tay kỳ này")
        if self._asks_number:
            self.form.add([self._numbered, self._begin])
        masked = YesNoField("masked", MASK_TICK, wide=True)
        masked.set_value(True)
        self.form.add([masked])

    def _build(self) -> None:
        self.body.addWidget(self.period)
        for line in (self._told, self._problem):
            self.body.addWidget(line)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.form)
        sides.addWidget(self.paper if self.is_word else self.view)
        sides.setStretchFactor(1, 1)
        sides.setSizes([round(self.width() * 0.3), round(self.width() * 0.7)])
        self.body.addWidget(sides, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Bỏ", self.reject))
        row.addWidget(button("Xem lại", self.show_filled, icon="refresh", shortcut="F5"))
        self._save = button(self.save_label, self.save, role="main", icon="save", shortcut="Ctrl+S")
        row.addWidget(self._save)
        self.form.lead_on(self._save)
        self.body.addLayout(row)

    # What is shown

    def show_filled(self) -> None:
        """Fill the form as the books stand now, and show it."""
        self._run(self._show)

    def _show(self, filled: FilledForm) -> None:
        self._tell_problem("")
        self._follow_number(filled)
        self._told.setText(_told(filled))
        self._told.setVisible(bool(self._told.text()))
        if self.is_word:
            masked = filled.order.masked
            self.paper.show_content(filled.content, filled.file_name, masked=masked)
        else:
            self.view.show_form(filled.shape)

    def _follow_number(self, filled: FilledForm) -> None:
        """A number is asked for only where the period has none, the first where none was given."""
        number = filled.number
        if number is None or not self._asks_number:
            return
        is_open = number.document_id is None
        self._numbered.setVisible(is_open)
        self._begin.setVisible(is_open and number.begins and filled.order.numbered)
        if number.begins and self._begin.value() is None:
            self._begin.set_value(number.number)

    def _run(self, then: Any) -> None:
        try:
            order = self._order(self.period.period, self.period.cut_off)
        except UserError as error:
            self._tell_problem(str(error))
            return
        self.desk.background.run(
            lambda _progress: filling.draft_filling(self._store, order),
            then,
            lambda error: self._tell_problem(str(error)),
            label="Đang điền biểu mẫu",
            owner=self,
        )

    def _order(self, period: Period, cut_off: date | None) -> FillOrder:
        values = self.form.values()
        typed = {
            blank.place: str(values[f"blank{number}"] or "")
            for number, blank in enumerate(self._by_hand)
        }
        return FillOrder(
            form_id=self._opened.form.id or 0,
            period=period,
            cut_off=cut_off,
            typed={place: text for place, text in typed.items() if text.strip()},
            masked=values["masked"] is not False,
            numbered=values.get("numbered") is True,
            begin=values.get("begin"),
        )

    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self._told.setText("")

    # What is kept

    def typed(self) -> dict[str, Any]:
        """What was typed."""
        return self.form.typed()

    def take_typed(self, typed: Mapping[str, Any]) -> None:
        """What a draft kept."""
        self.form.set_typed(typed)
        self.show_filled()

    def save(self) -> None:
        """Fill it once more, ask where to, keep it and write it."""
        self._run(self._choose_target)

    def _choose_target(self, filled: FilledForm) -> None:
        self._show(filled)
        kinds = WORD_OUT if filled.form.ending == "docx" else EXCEL_OUT
        title = "Ghi biểu mẫu đã điền vào đâu"
        choose_target(self, title, filled.file_name, kinds, lambda out: self._keep(filled, out))

    def _keep(self, filled: FilledForm, out: Path) -> None:
        """In one act: what cannot be written is not said to have been filled."""
        self.desk.background.run(
            lambda _progress: filling.keep_and_write(self._store, filled, out, self.form_id),
            self._tell_kept,
            label="Đang ghi biểu mẫu",
            owner=self,
        )

    def _tell_kept(self, done: tuple[Change, Path]) -> None:
        change, written = done
        self.tell_saved(change)
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            tell_written(parent, [written])


def _blanks_by_hand(opened: OpenForm) -> list[FormBlank]:
    """The blanks that are typed for each period, in the order of the form."""
    order = {blank.place: number for number, blank in enumerate(opened.shape.blanks)}
    read = ((blank, from_json(blank.tie)) for blank in opened.blanks)
    found = [blank for blank, tie in read if tie is not None and tie.kind is TieKind.TYPED]
    return sorted(found, key=lambda blank: order.get(blank.place, 0))


def _told(filled: FilledForm) -> str:
    parts = []
    if filled.form.ending == "xlsx":
        parts.append("Công thức, biểu đồ của mẫu tự tính lại khi mở bằng Excel.")
    if filled.number is not None:
        parts.append(_number_told(filled))
    if filled.missing:
        parts.append(f"Chưa có số liệu, in dấu …: {_names(filled.missing)}.")
    if filled.left:
        parts.append(f"Chưa gõ, để trống như mẫu: {_names(filled.left)}.")
    return " ".join(parts)


def _number_told(filled: FilledForm) -> str:
    number = filled.number
    if number is None:
        return ""
    if number.document_id is not None:
        return f"Kỳ này đã có số {number.symbol}, biểu in số ấy."
    if filled.order.numbered:
        return f"Ghi ra tệp thì lấy số {number.symbol} và ghi vào sổ văn bản đi."
    return "Chưa lấy số văn bản."


def _names(labels: tuple[str, ...]) -> str:
    more = len(labels) - _SHOWN
    told = "; ".join(labels[:_SHOWN])
    return f"{told} và {more} ô nữa" if more > 0 else told
