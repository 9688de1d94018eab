"""Asks where questionnaires go, writes them in the background, and offers to open them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.masking import MASK_TICK
from ccb_desktop.domain.record_gaps.review import UnitShare
from ccb_desktop.operations import questionnaires
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.questionnaires import Asked, WrittenForm
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

_TABLE, _PAGES, _EXCEL = "TABLE", "PAGES", "EXCEL"
_KINDS = [
    (_TABLE, "Phiếu Word, mỗi chi hội một bảng"),
    (_PAGES, "Phiếu Word, mỗi người một trang"),
    (_EXCEL, "Mẫu Excel để điền rồi nhập lại"),
]


class MissingPapers:
    """The papers that ask for what is missing; every window belongs to the tab."""

    def __init__(self, tab: QWidget, desk: Desk, store: Store) -> None:
        self._tab = tab
        self._desk = desk
        self._store = store

    def ask(self, units: Sequence[UnitShare], chosen: Sequence[int] = ()) -> FormDialog:
        """Ask which paper is wanted, and for whom.

        Args:
            units: The chi hội that can be chosen.
            chosen: People who are asked for instead, whatever their chi hội.
        """
        form = Form()
        kinds = ChoiceField("kind", "Loại phiếu", _KINDS, required=True, none="Chọn", wide=True)
        form.add([kinds])
        if not chosen:
            names = [(one.unit_id, one.name) for one in units if one.whole < one.people]
            form.add([ChoiceField("unit", "Hỏi ai", names, none="Tất cả chi hội", wide=True)])
        hint = "Chỉ cho phiếu Word; mẫu Excel chỉ ghi những số cần để nhận ra người"
        form.add([YesNoField("masked", MASK_TICK, hint=hint, wide=True)])
        form.set_values({"kind": _TABLE, "masked": True})

        def choose(values: dict[str, Any], _form_id: str) -> None:
            asked = Asked(
                on=date.today(),
                unit_id=values.get("unit"),
                person_ids=chosen,
                masked=values["masked"] is not False,
            )
            self._choose_file(values["kind"], asked)

        intro = f"Hỏi {len(chosen)} người đang chọn." if chosen else ""
        dialog = FormDialog(
            self._tab, "In phiếu hỏi", form, choose, intro=intro, save_label="Ghi phiếu"
        )
        dialog.open()
        return dialog

    def _choose_file(self, kind: str, asked: Asked) -> None:
        ending, kinds = ("xlsx", EXCEL_OUT) if kind == _EXCEL else ("docx", WORD_OUT)
        name = questionnaires.suggested_name(self._store, "Phiếu bổ sung", asked.on, ending)
        choose_target(
            self._tab, "Ghi phiếu vào đâu", name, kinds, lambda out: self.write(kind, asked, out)
        )

    def write(self, kind: str, asked: Asked, out: Path) -> None:
        """Write one paper in the background."""
        if kind == _EXCEL:
            self._desk.background.run(
                lambda _progress: questionnaires.write_excel_form(self._store, asked, out),
                self._tell_form,
                label="Đang ghi mẫu Excel",
                owner=self._tab,
            )
            return
        page_each = kind == _PAGES
        self._desk.background.run(
            lambda _progress: questionnaires.write_questionnaire(
                self._store, asked, out, page_each=page_each
            ),
            lambda written: tell_written(self._tab, [written]),
            label="Đang ghi phiếu hỏi",
            owner=self._tab,
        )

    def _tell_form(self, form: WrittenForm) -> None:
        """Say that it is written, and who could not stand in it."""
        tell_written(self._tab, [form.path])
        if form.left_out:
            messages.tell(
                self._tab,
                f"{form.left_out} người không có trong tệp Excel, vì chưa đủ ngày sinh, số thẻ "
                "hay CCCD để nhận ra khi nhập lại. Hãy hỏi họ bằng phiếu Word.",
            )
