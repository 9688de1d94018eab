"""First step of a sending: which report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.frozen import FrozenLine
from ccb_desktop.domain.reports.kinds import KIND_LABEL, ReportKind
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.widgets import column, label

_ADVICE = (
    "Chọn báo cáo để gửi. Báo cáo đã chốt thì gửi đúng như lúc chốt. Báo cáo chưa chốt sẽ được "
    "chốt theo số liệu hiện nay khi gửi."
)


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A report that can be sent.

    Attributes:
        frozen_id: `None` where it is to be frozen.
    """

    kind: ReportKind
    period: str
    frozen_id: int | None = None


class ReportStep(QWidget):
    """Frozen reports first, then the periods of late that have none."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._field = ChoiceField(
            "report", "Báo cáo", [], required=True, none="Chọn báo cáo", wide=True
        )
        self._field.changed.connect(changed)
        layout = column(self, spacing=12)
        layout.addWidget(label(_ADVICE, "soft"))
        layout.addWidget(self._field)
        layout.addStretch(1)

    @property
    def chosen(self) -> ReportChoice | None:
        """The report that is chosen."""
        value = self._field.value()
        return value if isinstance(value, ReportChoice) else None

    def begin(self, lines: Sequence[FrozenLine], wanted: ReportChoice | None) -> None:
        """Offer what there is; the newest is chosen where none is wanted."""
        choices = [*_frozen(lines), *_not_frozen(lines, date.today())]
        self._field.set_choices(choices)
        values = [value for value, _ in choices]
        self._field.set_value(_likest(values, wanted))

    def take_keyboard(self) -> None:
        """The keyboard stands in the choice."""
        self._field.focus()


def _likest(values: Sequence[ReportChoice], wanted: ReportChoice | None) -> ReportChoice | None:
    """The report that is wanted, else the newest of its period, else the newest of all."""
    if wanted in values:
        return wanted
    of_period = [
        one
        for one in values
        if wanted is not None and (one.kind, one.period) == (wanted.kind, wanted.period)
    ]
    return next(iter(of_period or values), None)


def _frozen(lines: Sequence[FrozenLine]) -> Iterator[tuple[ReportChoice, str]]:
    for line in lines:
        report = line.report
        symbol = f", số {line.symbol}" if line.symbol else ""
        at = f"{report.frozen_at:%d/%m/%Y %H:%M}"
        name = Period.parse(report.period).name
        told = f"{KIND_LABEL[report.report_kind]}: {name}, chốt lúc {at}{symbol}"
        yield ReportChoice(report.report_kind, report.period, report.id), told


def _not_frozen(lines: Sequence[FrozenLine], today: date) -> Iterator[tuple[ReportChoice, str]]:
    known = {(line.report.report_kind, line.report.period) for line in lines}
    month, year = today.month, today.year
    now = {
        ReportKind.HALF_YEAR: Period.of_half_year(year, 1 if month <= 6 else 2),
        ReportKind.YEAR: Period.of_year(year),
        ReportKind.QUARTER: Period.of_quarter(year, (month + 2) // 3),
        ReportKind.MONTH: Period.of_month(year, month),
    }
    for kind, present in now.items():
        for period in (present, present.previous()):
            if (kind, period.code) not in known:
                last = short_date(min(period.to_on, today))
                told = f"{KIND_LABEL[kind]}: {period.name} (chưa chốt, tính đến {last})"
                yield ReportChoice(kind, period.code), told
