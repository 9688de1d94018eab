"""The field in which it is written who else gives how much for a house."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.visits.housing import HousingSource
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.money_columns import amount
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.rows_field import Put, RowsField
from ccb_desktop.ui.kit.text_fields import AmountField

_USUAL = (
    "Quỹ Vì người nghèo",
    "Ủy ban nhân dân phường",
    "Mặt trận Tổ quốc",
    "Hội CCB cấp trên",
    "Doanh nghiệp, nhà hảo tâm",
    "Gia đình, dòng họ",
    "Ngày công của hội viên",
)


def sources_field() -> RowsField[HousingSource]:
    """The field `sources`: a tuple of `HousingSource`."""
    return RowsField(
        "sources",
        "Nguồn khác ngoài tiền Hội chi",
        [
            Column("source", VISIT_FIELD["source"], lambda one: one.source, width=30),
            Column(
                "amount",
                MONEY_FIELD["amount_dong"],
                lambda one: amount(one.amount_dong),
                align="right",
                width=16,
            ),
        ],
        lambda parent, source, put: _source_dialog(parent, source, put).open(),
        noun="nguồn",
        to_raw=lambda one: [one.id, one.source, one.amount_dong],
        from_raw=lambda raw: HousingSource(id=raw[0], source=raw[1], amount_dong=raw[2]),
    )


def _source_dialog(
    parent: QWidget, source: HousingSource | None, put: Put[HousingSource]
) -> FormDialog:
    form = Form()
    form.add(
        [
            SuggestField("source", VISIT_FIELD["source"], among(_USUAL), required=True),
            AmountField("amount_dong", MONEY_FIELD["amount_dong"], required=True),
        ]
    )
    if source is not None:
        form.set_values({"source": source.source, "amount_dong": source.amount_dong})

    def keep(values: dict[str, Any], _form_id: str) -> None:
        put(HousingSource(id=source.id if source else None, **values))

    return FormDialog(parent, "Nguồn hỗ trợ nhà ở", form, keep, save_label="Xong")
