"""The policies a person falls under: a short list within his form."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.rows_field import Put, RowsField
from ccb_desktop.ui.kit.text_fields import NumberField, TextField
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.words import RosterWords

_GRADES = ("1/4", "2/4", "3/4", "4/4")


def policies_field(words: RosterWords) -> RowsField[Policy]:
    """The field `policies`: a tuple of `Policy`."""

    def edit(parent: QWidget, policy: Policy | None, put: Put[Policy]) -> None:
        _policy_dialog(parent, words, policy, put).open()

    return RowsField(
        "policies",
        FIELD["policies"],
        _columns(words),
        edit,
        noun="diện chính sách",
        to_raw=_to_raw,
        from_raw=_from_raw,
    )


def _columns(words: RosterWords) -> list[Column[Policy]]:
    return [
        Column("kind", FIELD["policies"], lambda p: words.label("POLICY", p.kind), width=24),
        Column("grade", "Hạng", lambda p: p.grade, width=7),
        Column("rate", "Tỷ lệ (%)", lambda p: str(p.rate_percent or ""), align="right", width=8),
        Column("from_on", FIELD["from_on"], lambda p: printed(p.from_on), width=10),
        Column("to_on", FIELD["to_on"], lambda p: printed(p.to_on), width=10),
        Column("note", FIELD["note"], lambda p: p.note, width=14),
    ]


def _policy_dialog(
    parent: QWidget, words: RosterWords, policy: Policy | None, put: Put[Policy]
) -> FormDialog:
    form = Form()
    form.add(
        [
            ChoiceField(
                "kind",
                FIELD["policies"],
                words.choices("POLICY"),
                none="Chọn một diện",
                required=True,
                wide=True,
            ),
            ChoiceField("grade", FIELD["grade"], [(g, g) for g in _GRADES], empty=""),
            NumberField("rate_percent", FIELD["rate_percent"], least=1, most=100, after="%"),
            DateField("from_on", "Hưởng từ ngày"),
            DateField("to_on", "Hưởng đến ngày", hint="Để trống nếu vẫn đang hưởng"),
            TextField("note", FIELD["note"]),
        ]
    )
    if policy is not None:
        names = ("kind", "grade", "rate_percent", "from_on", "to_on", "note")
        form.set_values({name: getattr(policy, name) for name in names})

    def keep(values: dict[str, Any], _form_id: str) -> None:
        put(Policy(id=policy.id if policy else None, **values))

    title = "Sửa diện chính sách" if policy else "Thêm diện chính sách"
    return FormDialog(parent, title, form, keep, save_label="Xong")


def _to_raw(policy: Policy) -> list[Any]:
    days = [day.iso if day else None for day in (policy.from_on, policy.to_on)]
    return [policy.id, policy.kind, policy.grade, policy.rate_percent, *days, policy.note]


def _from_raw(raw: list[Any]) -> Policy:
    policy_id, kind, grade, rate_percent, *days, note = raw
    from_on, to_on = (PartialDate.from_iso(day) if day else None for day in days)
    return Policy(
        id=policy_id,
        kind=kind,
        grade=grade,
        rate_percent=rate_percent,
        from_on=from_on,
        to_on=to_on,
        note=note,
    )
