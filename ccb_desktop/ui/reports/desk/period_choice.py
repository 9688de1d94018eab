"""Which report: kind, period, cut-off day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.kinds import KIND_LABEL, ReportKind, period_for
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.widgets import button, column, label

_OPEN, _SHUT = "Đổi kỳ báo cáo…", "Xong"
_YEARS = 6
_LATE = timedelta(days=10)  # so long after its end a period is still the one reported on


class PeriodChoice(QWidget):
    """The head of the report desk."""

    changed = Signal()
    calendar_wanted = Signal()

    def __init__(self, *, with_calendar: bool = False) -> None:
        """Build it.

        Args:
            with_calendar: Whether a button asks for the calendar of reports (`calendar_wanted`).
        """
        super().__init__()
        self._terms: list[Period] = []
        self._kind = ChoiceField("kind", "Loại báo cáo", list(KIND_LABEL.items()), required=True)
        self._period = ChoiceField("period", "Kỳ báo cáo", [], required=True, none="Chọn kỳ")
        self._from_on = DayField("from_on", "Từ ngày", required=True)
        self._to_on = DayField("to_on", "Đến ngày", required=True)
        self._cut_off = DayField("cut_off", "Chốt số liệu đến ngày")
        self._cut_off.line.setPlaceholderText("Trống: tính hết kỳ")
        self._row = FieldRow(
            [
                (self._kind, 15),
                (self._period, 14),
                (self._from_on, 10),
                (self._to_on, 10),
                (self._cut_off, 12),
            ]
        )
        if with_calendar:
            opener = button("Lịch nộp…", self.calendar_wanted.emit, icon="calendar", writes=True)
            self._row.add_button("Hạn nộp", opener)
        self._told = label("", "field")
        self._opener = button(_OPEN, self._turn, icon="edit")
        self._brief = QWidget()
        brief = QHBoxLayout(self._brief)
        brief.setContentsMargins(0, 0, 0, 0)
        brief.addWidget(self._told, 1)
        brief.addWidget(self._opener)
        self._brief.hide()
        layout = column(self, spacing=8)
        layout.addWidget(self._brief)
        layout.addWidget(self._row)
        self._kind.set_value(ReportKind.HALF_YEAR)
        self._offer_periods()
        self._kind.changed.connect(self._offer_periods)
        self._period.changed.connect(self._begin_period)
        for field in (self._from_on, self._to_on, self._cut_off):
            field.changed.connect(self.changed)
        self.changed.connect(self._tell)

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, one line says what is chosen, and a button shows the fields."""
        self._brief.setVisible(is_low)
        self._fold(is_low)

    def _turn(self) -> None:
        self._fold(not self._row.isHidden())

    def _fold(self, is_folded: bool) -> None:
        self._row.setVisible(not is_folded)
        text = _OPEN if is_folded else _SHUT
        self._opener.setText(text)
        self._opener.setAccessibleName(text)
        self._tell()

    def _tell(self) -> None:
        """Say in the one line what is chosen; what is wrong with it stands beside the fields."""
        try:
            until = self.cut_off or self.period.to_on
            said = f"{KIND_LABEL[self.kind]}, {self.period.name}, số liệu đến {short_date(until)}"
        except Invalid:
            said = "Kỳ báo cáo chưa ghi đúng"
            self._row.show()
        self._told.setText(said)

    @property
    def kind(self) -> ReportKind:
        """The kind of report."""
        return ReportKind(self._kind.value() or ReportKind.HALF_YEAR)

    @property
    def period(self) -> Period:
        """The period.

        Raises:
            Invalid: It is not complete yet, or a day cannot be read.
        """
        self._row.check()
        if _has_list(self.kind):
            return period_for(self.kind, Period.parse(str(self._period.value())))
        first, last = self._from_on.value(), self._to_on.value()
        if first is None or last is None or last < first:
            raise Invalid({"to_on": "Ngày cuối kỳ đứng trước ngày đầu kỳ."})
        return period_for(self.kind, Period.of_range(first, last))

    @property
    def cut_off(self) -> date | None:
        """The last day counted, `None` for the end of the period."""
        day = self._cut_off.value()
        return day if isinstance(day, date) else None

    def choose(self, kind: ReportKind, code: str = "") -> None:
        """Choose a kind and, where it has a list of them, a period."""
        self._kind.set_value(kind)
        self._offer_periods(tell=False)
        if code:
            self._period.set_value(code)
            self._begin_period()
        else:
            self.changed.emit()

    def offer_terms(self, terms: Sequence[Period]) -> None:
        """The terms of the board that the branch has entered, the latest first."""
        if list(terms) != self._terms:
            self._terms = list(terms)
            if self.kind is ReportKind.TERM:
                self._offer_periods(tell=False)

    def _offer_periods(self, *, tell: bool = True) -> None:
        listed = _has_list(self.kind)
        self._period.setVisible(listed)
        self._from_on.setVisible(not listed)
        self._to_on.setVisible(not listed)
        if listed:
            today = date.today()
            periods = list(_periods(self.kind, today, self._terms))
            self._period.set_choices([(period.code, period.name) for period in periods])
            due = (one for one in periods if one.from_on <= today - _LATE)
            self._period.set_value(next(due, periods[0]).code)
        self._begin_period(tell=tell)

    def _begin_period(self, *, tell: bool = True) -> None:
        """A period that is not over is counted up to today, until the officer says otherwise."""
        today, code = date.today(), self._period.value()
        running = _has_list(self.kind) and code and today in Period.parse(code)
        self._cut_off.set_value(today if running else None)
        if tell:
            self.changed.emit()


def _has_list(kind: ReportKind) -> bool:
    return kind not in (ReportKind.RANGE, ReportKind.HALF_TERM)


def _periods(kind: ReportKind, today: date, terms: Sequence[Period]) -> Iterator[Period]:
    """The periods of a kind that have begun, the latest first."""
    if kind is ReportKind.TERM:
        first = today.year - today.year % 5
        yield from terms or (Period.of_term(first, first + 5),)
        return
    parts = {ReportKind.MONTH: 12, ReportKind.QUARTER: 4, ReportKind.HALF_YEAR: 2}
    make = {
        ReportKind.MONTH: Period.of_month,
        ReportKind.QUARTER: Period.of_quarter,
        ReportKind.HALF_YEAR: Period.of_half_year,
    }
    for year in range(today.year, today.year - _YEARS, -1):
        if kind is ReportKind.YEAR:
            yield Period.of_year(year)
        else:
            found = (make[kind](year, part) for part in range(parts[kind], 0, -1))
            yield from (one for one in found if one.from_on <= today)
