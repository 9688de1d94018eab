"""What is known of a campaign itself."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.campaigns import save_campaign
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, TextField

_INTRO = "Lập đợt trước, rồi giao chỉ tiêu cho các chi hội và ghi người ủng hộ."


def campaign_dialog(
    parent: QWidget, store: Store, words: FundWords, campaign: Campaign | None = None
) -> FormDialog:
    """A window on a campaign, on a new one where none is given."""
    form = Form()
    form.add(
        [
            TextField("name", "Tên đợt vận động", required=True, wide=True),
            TextField(
                "document_no",
                MONEY_FIELD["document_no"],
                hint="Kế hoạch, thư kêu gọi; in trên giấy chứng nhận",
            ),
            ChoiceField(
                "fund_id",
                "Quỹ nhận tiền",
                words.fund_choices(),
                none="Không qua quỹ nào",
                hint="Tiền ghi qua sổ quỹ thì tự vào quỹ này",
            ),
            DayField("from_on", FIELD["from_on"]),
            DayField("to_on", FIELD["to_on"], hint="Trống: chưa định ngày kết thúc"),
            AmountField(
                "per_head_dong",
                MONEY_FIELD["per_head_dong"],
                hint="Dùng để tính chỉ tiêu của từng chi hội",
            ),
            LongTextField("note", FIELD["note"], lines=2),
        ]
    )
    known = campaign or Campaign(name="")
    form.set_values({name: getattr(known, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        return save_campaign(store, Campaign(id=known.id, **values), form_id)

    if campaign is None:
        return FormDialog(parent, "Lập đợt vận động", form, save, intro=_INTRO)
    return FormDialog(parent, "Sửa đợt vận động", form, save)
