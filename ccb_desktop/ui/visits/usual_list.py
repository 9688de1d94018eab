"""Mức chi thường lệ: what is usually given on each occasion, from when on."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import RECIPIENT_KIND
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.usual import OLDEST
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import usual
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField
from ccb_desktop.ui.visits.words import load_visit_words

_NOTE = (
    "Mức ghi ở đây tự hiện khi ghi thăm hỏi, và vẫn sửa được ở từng lần. Mức mới tính từ ngày "
    "ghi; những lần thăm trước giữ nguyên."
)
_ANYBODY = "Mọi đối tượng"


class UsualList(ListDialog):
    """The amounts; entered, corrected, taken out here."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store) -> None:
        super().__init__(parent, "Mức chi thường lệ")
        self._desk = desk
        self._store = store
        self._occasions = load_visit_words(store, date.today()).occasions
        self.table: RecordTable[UsualAmount] = RecordTable(
            "usual-amounts",
            _columns(dict(self._occasions)),
            id_of=lambda amount: amount.id,
            acts=[
                Act("Thêm mức", lambda _none: self._edit(None), needs="none", icon="add"),
                Act("Sửa mức", lambda chosen: self._edit(chosen[0]), icon="edit", main=True),
                Act("Bỏ mức", self._remove, icon="delete", shortcut="Delete"),
            ],
            noun="mức",
            empty=EmptyText("Chưa ghi mức chi nào", "", "Thêm mức chi", lambda: self._edit(None)),
            state=desk.state,
        )
        self.show_list(self.table, usual.list_usual_amounts(store), _NOTE, (58, 30))

    def _edit(self, amount: UsualAmount | None) -> None:
        dialog = usual_dialog(self, self._store, self._occasions, amount)
        dialog.saved.connect(self._tell)
        dialog.open()

    def _remove(self, chosen: list[UsualAmount]) -> None:
        try:
            self._tell(usual.remove_usual_amount(self._store, chosen[0]))
        except UserError as error:
            messages.tell(self, error)

    def _tell(self, change: Change) -> None:
        self.table.set_lines(usual.list_usual_amounts(self._store))
        self._desk.broadcast.send(change)


def usual_dialog(
    parent: QWidget,
    store: Store,
    occasions: tuple[tuple[str, str], ...],
    amount: UsualAmount | None,
) -> FormDialog:
    """The form of a usual amount."""
    form = Form()
    form.add(
        [
            ChoiceField("occasion", VISIT_FIELD["occasion"], occasions, required=True, empty=""),
            ChoiceField(
                "recipient_kind",
                VISIT_FIELD["recipient_kind"],
                list(RECIPIENT_KIND.items()),
                none=_ANYBODY,
            ),
            NumberField(
                "from_age",
                VISIT_FIELD["from_age"],
                least=1,
                most=OLDEST,
                after="trở lên",
                hint="Trống: mọi tuổi. Ví dụ mừng thọ: mức từ 70, mức từ 80, mức từ 90",
            ),
            AmountField("amount_dong", MONEY_FIELD["amount_dong"]),
            TextField("goods", MONEY_FIELD["goods"], hint="Ví dụ: 1 giỏ quà"),
            AmountField("goods_value_dong", MONEY_FIELD["goods_value_dong"]),
            DayField("from_on", FIELD["from_on"], required=True),
        ]
    )
    shown = amount or UsualAmount(occasion="", from_on=date.today().replace(month=1, day=1))
    values = {name: getattr(shown, name) for name in form.fields}
    form.set_values(
        values
        | {name: getattr(shown, name) or None for name in ("amount_dong", "goods_value_dong")}
    )

    def keep(typed: dict[str, Any], form_id: str) -> Change:
        sums = {name: typed[name] or 0 for name in ("amount_dong", "goods_value_dong")}
        return usual.save_usual_amount(store, replace(shown, **(typed | sums)), form_id)

    return FormDialog(parent, "Sửa mức chi" if amount else "Thêm mức chi", form, keep)


def _columns(occasions: dict[str, str]) -> list[Column[UsualAmount]]:
    return [
        Column(
            "occasion",
            VISIT_FIELD["occasion"],
            lambda one: occasions.get(one.occasion, one.occasion),
            width=20,
        ),
        Column(
            "kind",
            VISIT_FIELD["recipient_kind"],
            lambda one: RECIPIENT_KIND[one.recipient_kind] if one.recipient_kind else _ANYBODY,
            width=18,
        ),
        Column(
            "from_age",
            VISIT_FIELD["from_age"],
            lambda one: str(one.from_age or ""),
            lambda one: one.from_age or 0,
            align="right",
            width=9,
        ),
        money_column(
            "amount", MONEY_FIELD["amount_dong"], lambda one: one.amount_dong, summed=False
        ),
        Column("goods", MONEY_FIELD["goods"], lambda one: one.goods, width=18),
        money_column(
            "goods_value",
            MONEY_FIELD["goods_value_dong"],
            lambda one: one.goods_value_dong,
            summed=False,
        ),
        Column(
            "from_on",
            FIELD["from_on"],
            lambda one: short_date(one.from_on),
            lambda one: one.from_on,
        ),
    ]
