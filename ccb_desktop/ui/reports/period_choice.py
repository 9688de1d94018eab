"""Which report: kind, period, cut-off day."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import KIND_LABEL, ReportKind, period_for
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form_field import Field

_YEARS = 6


class PeriodChoice(QWidget):
    """The head of the report desk."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ChoiceField("kind", "Loại báo cáo", list(KIND_LABEL.items()), required=True)
        self._period = ChoiceField("period", "Kỳ báo cáo", [], required=True, none="Chọn kỳ")
        self._from_on = DayField("from_on", "Từ ngày")
        self._to_on = DayField("to_on", "Đến ngày")
        self._cut_off = DayField("cut_off", "Chốt số liệu (trống: hết kỳ)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self._fields:
            row.addWidget(field, 1)
        self._kind.set_value(ReportKind.HALF_YEAR)
        self._offer_periods()
        self._kind.changed.connect(self._offer_periods)
        for field in self._fields[1:]:
            field.changed.connect(self.changed)

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self._kind, self._period, self._from_on, self._to_on, self._cut_off)

    @property
    def kind(self) -> ReportKind:
        """The kind of report."""
        return ReportKind(self._kind.value() or ReportKind.HALF_YEAR)

    @property
    def period(self) -> Period:
        """The period.

        Raises:
            Invalid: It is not complete yet.
        """
        if _has_list(self.kind):
            code = self._period.value()
            if code is None:
                raise Invalid({"period": "Chọn kỳ báo cáo."})
            return period_for(self.kind, Period.parse(code))
        first, last = self._from_on.value(), self._to_on.value()
        if first is None or last is None or last < first:
            raise Invalid({"from_on": "Ghi ngày đầu và ngày cuối của kỳ báo cáo."})
        return period_for(self.kind, Period.of_range(first, last))

    @property
    def cut_off(self) -> date | None:
        """The last day counted, `None` for the end of the period."""
        day = self._cut_off.value()
        return day if isinstance(day, date) else None

    def _offer_periods(self) -> None:
        listed = _has_list(self.kind)
        self._period.setVisible(listed)
        self._from_on.setVisible(not listed)
        self._to_on.setVisible(not listed)
        if listed:
            periods = list(_periods(self.kind, date.today()))
            self._period.set_choices([(period.code, period.name) for period in periods])
            self._period.set_value(periods[0].code)
        self.changed.emit()


def _has_list(kind: ReportKind) -> bool:
    return kind not in (ReportKind.RANGE, ReportKind.HALF_TERM)


def _periods(kind: ReportKind, today: date) -> Iterator[Period]:
    """The latest periods of a kind, the one that ends soonest after today first."""
    parts = {ReportKind.MONTH: 12, ReportKind.QUARTER: 4, ReportKind.HALF_YEAR: 2}
    make = {
        ReportKind.MONTH: Period.of_month,
        ReportKind.QUARTER: Period.of_quarter,
        ReportKind.HALF_YEAR: Period.of_half_year,
    }
    for year in range(today.year, today.year - _YEARS, -1):
        if kind is ReportKind.YEAR:
            yield Period.of_year(year)
        elif kind is ReportKind.TERM:
            yield from (Period.of_term(year, year + 5),) if year % 5 == 0 else ()
        else:
            count = parts[kind]
            found = (make[kind](year, part) for part in range(count, 0, -1))
            yield from (one for one in found if one.from_on <= today + timedelta(days=31))
