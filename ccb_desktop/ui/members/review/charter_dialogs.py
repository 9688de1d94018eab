"""Small windows of the charter watch: a day written down, a rule switched off."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.charter_watch.findings import Act, Finding, Rule
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import charter_watch
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField

_NAMED = 4  # people named one by one

_TITLES = {
    Act.CEREMONY: "Ghi ngày lễ kết nạp",
    Act.LETTER: "Ghi ngày nộp giấy giới thiệu",
    Act.REPORT: "Ghi báo cáo của người miễn sinh hoạt",
}
_FIELDS = {Act.CEREMONY: "ceremony_on", Act.LETTER: "letter_on", Act.REPORT: "reported_on"}


def day_dialog(parent: QWidget, store: Store, act: Act, findings: Sequence[Finding]) -> FormDialog:
    """A window that writes one day to all the chosen people."""
    name = _FIELDS[act]
    form = Form()
    form.add([DateField(name, FIELD.get(name, "Ngày báo cáo"), required=True)])
    if act is Act.REPORT:
        form.add([TextField("note", FIELD["note"], wide=True)])
    form.set_values({name: PartialDate.of(date.today())})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        day = values[name]
        if act is Act.REPORT:
            members = [one.membership_id or 0 for one in findings]
            return charter_watch.record_reports(store, members, day, values["note"], form_id)
        events = [one.event_id or 0 for one in findings]
        write = {Act.CEREMONY: charter_watch.write_ceremony, Act.LETTER: charter_watch.write_letter}
        return write[act](store, events, day, form_id)

    return FormDialog(parent, _TITLES[act], form, keep, intro=_whom(findings), save_label="Ghi")


def switch_off_dialog(parent: QWidget, store: Store, rule: Rule) -> FormDialog:
    """A window that asks why a rule shall watch no longer."""
    form = Form()
    form.add([LongTextField("reason", FIELD["reason"], required=True, lines=3)])

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return charter_watch.switch_off(store, rule.id, values["reason"], form_id)

    return FormDialog(
        parent,
        f"Tắt: {rule.label}",
        form,
        keep,
        intro="Quy định này thôi nhắc ở đây và ở Trang chủ cho đến khi bật lại.",
        save_label="Tắt quy định này",
    )


def _whom(findings: Sequence[Finding]) -> str:
    names = ", ".join(one.name for one in findings[:_NAMED])
    more = len(findings) - _NAMED
    return f"{names} và {more} người nữa" if more > 0 else names
