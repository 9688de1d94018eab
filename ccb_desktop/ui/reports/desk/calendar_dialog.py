"""The calendar of reports: which the branch owes, by which day, to whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.reports.calendar import KINDS, DueReport, told_left, told_report
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.kinds import KIND_LABEL, ReportKind
from ccb_desktop.domain.reports.labels import FIELD, LABELS
from ccb_desktop.operations import report_calendar
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.text_fields import NumberField, TextField

_MONTHS = ((0, "Trong tháng cuối của kỳ"), (1, "Tháng sau kỳ"), (2, "Tháng thứ hai sau kỳ"))
_COVERED = (
    "Kỳ nào hết cùng lúc với một kỳ dài hơn cũng phải báo cáo thì chỉ nhắc báo cáo dài hơn: "
    "6 tháng cuối năm đã nằm trong báo cáo năm."
)


class CalendarDialog(FormDialog):
    """One group of fields for each kind of report that comes again and again."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        """Build the dialog; show it with `open()`."""
        self._store = store
        form = Form()
        for kind in KINDS:
            _add_kind(form, kind)
        form.set_values(_values(report_calendar.load_duties(store)))
        due = report_calendar.load_due(store, date.today())
        super().__init__(parent, "Lịch nộp báo cáo", form, self._write, intro=_intro(due))
        form.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Ask for the day only of reports that are owed."""
        for kind in KINDS:
            owed = bool(self.form.field(f"{kind}.owed").value())
            for name in ("day", "month_offset", "recipient"):
                self.form.field(f"{kind}.{name}").setVisible(owed)

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        duties = [_duty(kind, values) for kind in KINDS if values[f"{kind}.owed"]]
        return report_calendar.save_duties(self._store, duties, form_id)


def _add_kind(form: Form, kind: ReportKind) -> None:
    day = NumberField(
        f"{kind}.day", LABELS["report_duties", "day"], required=True, least=1, most=31
    )
    form.add(
        [
            YesNoField(f"{kind}.owed", "Phải nộp báo cáo này"),
            ChoiceField(f"{kind}.month_offset", "Tháng phải nộp", _MONTHS, required=True),
            day,
            TextField(f"{kind}.recipient", FIELD["recipient"], hint="Ví dụ: Hội CCB tỉnh"),
        ],
        heading=KIND_LABEL[kind],
    )


def _values(duties: Sequence[ReportDuty]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for kind in KINDS:
        known = next((one for one in duties if one.report_kind is kind), None)
        values |= {
            f"{kind}.owed": known is not None and not known.retired,
            f"{kind}.month_offset": known.month_offset if known is not None else 0,
            f"{kind}.day": known.day if known is not None and not known.retired else 20,
            f"{kind}.recipient": known.recipient if known is not None else "",
        }
    return values


def _duty(kind: ReportKind, values: Mapping[str, Any]) -> ReportDuty:
    day, month = values[f"{kind}.day"], values[f"{kind}.month_offset"]
    if day is None or month is None:
        raise Invalid({f"{kind}.day": "Ghi ngày phải nộp."})
    recipient = values[f"{kind}.recipient"]
    return ReportDuty(report_kind=kind, day=day, month_offset=month, recipient=recipient)


def _intro(due: Sequence[DueReport]) -> str:
    today = date.today()
    told = "; ".join(f"{told_report(one)} {told_left(one, today)}" for one in due)
    return (
        f"Đang đến hạn: {told}. {_COVERED}"
        if told
        else f"Hiện không báo cáo nào đến hạn. {_COVERED}"
    )
