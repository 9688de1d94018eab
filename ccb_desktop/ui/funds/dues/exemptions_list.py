"""Miễn hội phí: who owes no dues, one by one, by status, or from an age on."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.funds.dues import DuesExemption
from ccb_desktop.domain.funds.dues_exemptions import said
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import dues
from ccb_desktop.operations.funds.voucher_lists import list_payers
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import NumberField, TextField

_NOTE = (
    "Người được miễn sinh hoạt vẫn nộp hội phí theo hướng dẫn Điều lệ; chỉ ghi ở đây người Hội "
    "quyết định miễn hội phí."
)
_MOST_AGE = 120

Names = dict[int, str]


class ExemptionsList(ListDialog):
    """The exemptions; entered, corrected, taken out here."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store, names: Names) -> None:
        """Build it; `names` are those of everybody on the roster."""
        super().__init__(parent, "Người được miễn hội phí")
        self._desk = desk
        self._store = store
        self._names = names
        self.table: RecordTable[DuesExemption] = RecordTable(
            "dues-exemptions",
            [
                Column("who", "Ai được miễn", self._who, width=30),
                Column("from", FIELD["from_on"], lambda e: short_date(e.from_on), _begins),
                Column("to", FIELD["to_on"], _ends, lambda e: e.to_on or date.max),
                Column("reason", FIELD["reason"], lambda e: e.reason, width=34),
            ],
            id_of=lambda exemption: exemption.id,
            acts=[
                Act("Thêm người được miễn", lambda _none: self._edit(None), "none", icon="add"),
                Act("Sửa", lambda chosen: self._edit(chosen[0]), icon="edit", main=True),
                Act("Bỏ", self._remove, needs="some", icon="delete", shortcut="Delete"),
            ],
            noun="dòng",
            empty=EmptyText("Không ai được miễn hội phí", ""),
            state=desk.state,
        )
        self.show_list(self.table, dues.load_rules(store).exemptions, _NOTE, (56, 30))

    def _who(self, exemption: DuesExemption) -> str:
        return said(
            exemption, self._names.get(exemption.person_id or 0, "Người không còn trong sổ")
        )

    def _edit(self, exemption: DuesExemption | None) -> None:
        dialog = exemption_dialog(self, self._desk, self._store, exemption, self._names)
        dialog.saved.connect(self._tell)
        dialog.open()

    def _remove(self, chosen: list[DuesExemption]) -> None:
        try:
            self._tell(dues.remove_exemptions(self._store, chosen))
        except UserError as error:
            messages.tell(self, error)

    def _tell(self, change: Change) -> None:
        self.table.set_lines(dues.load_rules(self._store).exemptions)
        self._desk.broadcast.send(change)


def open_exemptions(tab: QWidget, desk: Desk, store: Store) -> None:
    """Read the names of the roster, then show the list."""
    desk.background.run(
        lambda _progress: {
            one.person_id: one.full_name for one in list_payers(store, date.today())
        },
        lambda names: ExemptionsList(tab, desk, store, names).open(),
        label="Đang đọc danh sách miễn hội phí",
        owner=tab,
    )


def exemption_dialog(
    parent: QWidget, desk: Desk, store: Store, exemption: DuesExemption | None, names: Names
) -> FormDialog:
    """The form of an exemption: one of person, status and age is filled in."""
    form = Form()
    person = PayerField("person", "Một hội viên", hint="Gõ tên rồi chọn trong danh sách")
    form.add(
        [
            person,
            ChoiceField(
                "status",
                "Hoặc mọi người có trạng thái",
                [(status, STATUS[status]) for status in Status if status in IN_HOI],
                none="Không theo trạng thái",
            ),
            NumberField("age_from", "Hoặc mọi người từ tuổi", most=_MOST_AGE, after="tuổi trở lên"),
            DayField("from_on", FIELD["from_on"], required=True),
            DayField("to_on", FIELD["to_on"], hint="Để trống nếu chưa biết"),
            TextField("reason", FIELD["reason"], wide=True),
        ]
    )
    shown = exemption or DuesExemption(from_on=date.today().replace(month=1, day=1))
    form.set_values({name: getattr(shown, name) for name in form.fields if name != "person"})
    if shown.person_id is not None:
        person.set_person(names.get(shown.person_id, ""), shown.person_id)
        form.settle()
    load_payers(person, desk, store, date.today())

    def keep(values: dict[str, Any], form_id: str) -> Change:
        typed = values.pop("person")
        if typed and person.person_id is None:
            raise Invalid({"person": "Chọn hội viên trong danh sách gợi ý."})
        try:
            made = replace(shown, person_id=person.person_id, **values)
            return dues.save_exemption(store, made, form_id)
        except Invalid as invalid:
            faults = dict(invalid.fields)
            if "person_id" in faults:
                faults["person"] = faults.pop("person_id")
            raise Invalid(faults) from None

    title = "Sửa miễn hội phí" if exemption else "Thêm người được miễn hội phí"
    return FormDialog(parent, title, form, keep)


def _begins(exemption: DuesExemption) -> date:
    return exemption.from_on


def _ends(exemption: DuesExemption) -> str:
    return short_date(exemption.to_on) if exemption.to_on else ""
