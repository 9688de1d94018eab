"""The forms of the register: a document that goes out, one that came in, why one is void."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD as COMMON
from ccb_desktop.domain.register.documents import Direction, Document, DocumentState, NumberOrder
from ccb_desktop.domain.register.labels import FIELD, LABELS
from ccb_desktop.domain.register.numbering import MOST, NextNumber, series_name
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.attached_files import new_papers
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import label

_REASONS = ("Ghi nhầm loại văn bản", "Không ban hành nữa", "Ghi trùng", "Sai nội dung")
_FILES = "papers"
_KIND = LABELS["documents", "kind"]
_SUBJECT = LABELS["documents", "subject"]
_NUMBER_HINT = "Trống: lấy số tiếp theo"


class OutDialog(FormDialog):
    """A document that goes out: it gets its number, keeps one for later, or is corrected."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        *,
        known: Document | None = None,
        keeps: bool = False,
        answers_id: int | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            known: What is issued or corrected; without it, the document is new.
            keeps: Whether the number is only kept.
            answers_id: The document that it answers.
        """
        self._store = store
        self._known = known
        self._keeps = keeps
        self._told = label("", "soft")
        form = Form()
        form.add(self._head())
        if known is None:
            form.add_widget(self._told)
        form.add(self._body())
        form.set_values(self._first_values(answers_id))
        title, act = self._words()
        super().__init__(parent, title, form, self._write, save_label=act)
        form.changed.connect(self._foresee)
        self.renewed.connect(self._foresee)
        self._foresee()

    def _words(self) -> tuple[str, str]:
        if self._known is None:
            return ("Giữ số văn bản", "Giữ số") if self._keeps else ("Lấy số văn bản", "Lấy số")
        named = self._known.symbol
        if self._known.state is DocumentState.RESERVED:
            return f"Ban hành văn bản {named}", "Ban hành"
        return f"Sửa văn bản {named}", "Lưu"

    def _head(self) -> list[Field]:
        day = DayField("issued_on", FIELD["issued_on"], required=True)
        if self._known is not None:
            return [day]
        kinds = register.offered_kinds(self._store)
        hint = _NUMBER_HINT
        return [
            ChoiceField("kind", _KIND, kinds, required=True, none="Chọn"),
            day,
            NumberField("number", LABELS["documents", "number"], least=1, most=MOST, hint=hint),
        ]

    def _body(self) -> list[Field]:
        return [
            LongTextField("subject", _SUBJECT, required=True, lines=2),
            TextField("recipients", FIELD["recipients"], hint="Ví dụ: Hội CCB tỉnh, Đảng ủy"),
            TextField("signer", FIELD["signer"], hint="Trống: người ký đã ghi trong Cài đặt"),
            ChoiceField(
                "answers_id",
                FIELD["answers_id"],
                register.offered_answers(self._store),
                none="Không trả lời văn bản nào",
                wide=True,
            ),
            TextField("note", COMMON["note"], wide=True),
            PathsField(_FILES, "Tệp kèm theo", hint="Bản ký, bản quét, nếu có"),
        ]

    def _first_values(self, answers_id: int | None) -> dict[str, Any]:
        if self._known is None:
            return {"issued_on": date.today(), "answers_id": answers_id}
        names = ("issued_on", "subject", "recipients", "signer", "answers_id", "note")
        values = {name: getattr(self._known, name) for name in names}
        if self._known.state is DocumentState.RESERVED:
            values["issued_on"] = date.today()
        return values

    def _foresee(self) -> None:
        """Say which number it will get."""
        if self._known is not None:
            return
        values = self.form.values()
        if not values["kind"] or values["issued_on"] is None:
            self._told.setText("Chọn loại văn bản để biết số sẽ cấp.")
            return
        try:
            found = register.next_number(self._store, values["kind"], values["issued_on"])
        except UserError as error:
            self._told.setText(str(error))
        else:
            self._told.setText(told_next(found))

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        papers = new_papers(values.pop(_FILES))
        if self._known is not None:
            made = replace(self._known, **values, state=DocumentState.ISSUED)
            return register.issue(self._store, made, papers, form_id)
        on = values.pop("issued_on")
        state = DocumentState.RESERVED if self._keeps else DocumentState.ISSUED
        order = NumberOrder(on=on, state=state, papers=tuple(papers), **values)
        return register.give_number(self._store, order, form_id).change


def told_next(found: NextNumber) -> str:
    """Which number comes next, and where the register may begin at another."""
    name = series_name(found.series)
    if found.begins:
        return (
            f"Số sẽ cấp: {found.symbol}, số đầu tiên của {name}. Nếu trên giấy đã cấp đến số 16 "
            "thì ghi 17 vào ô Số."
        )
    return f"Số sẽ cấp: {found.symbol} ({name})."


def arrival_dialog(parent: QWidget, store: Store, known: Document | None = None) -> FormDialog:
    """The form of a document that came in.

    Args:
        parent: The tab it belongs to.
        store: The books.
        known: What is corrected; without it, the document is new.
    """
    form = Form()
    form.add(_arrival_fields(store, known))
    if known is None:
        form.set_values({"arrived_on": date.today()})
    else:
        form.set_values({name: getattr(known, name) for name in form.fields if name != _FILES})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        papers = new_papers(values.pop(_FILES))
        if known is not None:
            return register.issue(store, replace(known, **values), papers, form_id)
        made = Document(direction=Direction.IN, series="", **values)
        return register.enter_arrival(store, made, papers, form_id).change

    title = "Ghi văn bản đến" if known is None else "Sửa văn bản đến"
    return FormDialog(parent, title, form, keep, more=known is None)


def _arrival_fields(store: Store, known: Document | None) -> Sequence[Field]:
    kinds = register.offered_kinds(store, [known.kind] if known is not None else [])
    first: list[Field] = [
        DayField("arrived_on", FIELD["arrived_on"], required=True),
        SuggestField(
            "issuer", FIELD["issuer"], among(register.known_issuers(store)), required=True
        ),
        TextField("symbol", LABELS["documents", "symbol"], hint="Ghi như trên văn bản"),
        DayField("issued_on", FIELD["issued_on"]),
        ChoiceField("kind", _KIND, kinds, required=True, none="Chọn"),
    ]
    if known is None:
        hint = "Trống: lấy số đến tiếp theo"
        first.append(NumberField("number", "Số đến", least=1, most=MOST, hint=hint))
    return [
        *first,
        LongTextField("subject", _SUBJECT, required=True, lines=2),
        DayField("due_on", LABELS["documents", "due_on"], hint="Trống: không phải trả lời"),
        TextField("note", COMMON["note"]),
        PathsField(_FILES, "Tệp kèm theo", hint="Bản chụp hoặc bản quét của văn bản"),
    ]


def cancel_dialog(parent: QWidget, store: Store, document: Document) -> FormDialog:
    """A window that asks why a document is void."""
    form = Form()
    form.add([SuggestField("reason", COMMON["reason"], among(_REASONS), required=True, wide=True)])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return register.cancel(store, document.id or 0, values["reason"], form_id)

    return FormDialog(
        parent,
        f"Hủy văn bản {document.symbol}".strip(),
        form,
        save,
        intro="Số của văn bản vẫn nằm trong sổ, ghi “Đã hủy”, và không cấp cho văn bản khác.",
        save_label="Hủy văn bản",
    )


def done_dialog(parent: QWidget, store: Store, document_ids: Sequence[int]) -> FormDialog:
    """A window that asks on which day documents that came in were done."""
    form = Form()
    form.add([DayField("done_on", LABELS["documents", "done_on"], required=True)])
    form.set_values({"done_on": date.today()})

    def save(values: dict[str, Any], _form_id: str) -> Change:
        return register.mark_done(store, document_ids, values["done_on"])

    return FormDialog(parent, "Ghi đã làm xong", form, save, save_label="Đã xong")
