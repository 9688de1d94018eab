"""The two days between which something is looked at, with quick choices."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.widgets import column

Span = tuple[date, date]

_OWN, _LAST_REPORT, _QUARTER, _LATEST = "OWN", "LAST_REPORT", "QUARTER", "LATEST"


class SpanChoice(QWidget):
    """This month, quarter, half year, year, since the last report, or any two days."""

    changed = Signal()
    """Other days are chosen, and both can be read."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: dict[str, Span] = {}
        self._is_chosen = self._is_brief = False
        self._quick = ChoiceField("quick", "Khoảng thời gian", [], required=True, none="Chọn")
        self._from_on = DayField("from_on", "Từ ngày", required=True)
        self._to_on = DayField("to_on", "Đến hết ngày", required=True)
        self._row = FieldRow([(self._quick, 12), (self._from_on, 9), (self._to_on, 9)])
        column(self).addWidget(self._row)
        self.offer(date.today(), None)
        self._quick.set_value(_QUARTER)
        self._take_quick()
        self._quick.changed.connect(self._choose_quick)
        for field in (self._from_on, self._to_on):
            field.changed.connect(self._typed)

    def set_brief(self, is_brief: bool) -> None:
        """Whether the two days are seen only where they are chosen one by one."""
        self._is_brief = is_brief
        self._show_days()

    def offer(self, today: date, after_report: date | None) -> None:
        """Offer the days that are usual now."""
        offers = list(_offers(today, after_report))
        self._set_offers(offers)

    def follow(self, latest: date | None) -> bool:
        """While nobody has chosen days: this quarter, or the latest one in which there is anything.

        Args:
            latest: The day of the latest record; `None` where there is none.

        Returns:
            Whether other days are chosen now; `changed` was emitted then.
        """
        if self._is_chosen or latest is None:
            return False
        today = date.today()
        offers = list(_offers(today, None))
        quarter = Period.of_quarter(latest.year, (latest.month + 2) // 3)
        this = next(span for name, _label, span in offers if name == _QUARTER)
        is_past = quarter.to_on < this[0]
        if is_past:
            offers.append((_LATEST, "Quý gần nhất có ghi", (quarter.from_on, quarter.to_on)))
        self._set_offers(offers)
        before = self._from_on.value(), self._to_on.value()
        self._quick.set_value(_LATEST if is_past else _QUARTER)
        self._take_quick()
        if before == (self._from_on.value(), self._to_on.value()):
            return False
        self.changed.emit()
        return True

    def _set_offers(self, offers: list[tuple[str, str, Span]]) -> None:
        self._spans = {name: span for name, _label, span in offers}
        choices = [(name, label) for name, label, _span in offers]
        self._quick.set_choices([*choices, (_OWN, "Hai ngày tự chọn")])

    @property
    def span(self) -> Span:
        """The first and the last day.

        Raises:
            Invalid: A day cannot be read, or the last stands before the first.
        """
        self._row.check()
        first, last = self._from_on.value(), self._to_on.value()
        if last < first:
            sentence = "Ngày sau đứng trước ngày đầu."
            self._to_on.show_problem(sentence)
            raise Invalid({"to_on": sentence})
        return first, last

    def set_span(self, first: date, last: date) -> None:
        """Choose any two days."""
        self._is_chosen = True
        self._quick.set_value(_OWN)
        self._from_on.set_value(first)
        self._to_on.set_value(last)
        self._show_days()

    def _show_days(self) -> None:
        for field in (self._from_on, self._to_on):
            field.setVisible(not self._is_brief or self._quick.value() == _OWN)

    def _choose_quick(self) -> None:
        self._is_chosen = True
        self._take_quick()
        self._show_days()
        self.changed.emit()

    def _take_quick(self) -> None:
        span = self._spans.get(self._quick.value())
        if span is not None:
            self._from_on.set_value(span[0])
            self._to_on.set_value(span[1])

    def _typed(self) -> None:
        """Days that are typed are the officer's own; a day half typed is waited for."""
        self._is_chosen = True
        self._quick.set_value(_OWN)
        if not (self._from_on.problem() or self._to_on.problem()):
            self.changed.emit()


def _offers(today: date, after_report: date | None) -> Iterator[tuple[str, str, Span]]:
    """Name, label and days, those that are not over up to today."""
    quarter, half = (today.month + 2) // 3, 1 if today.month <= 6 else 2
    before = today.replace(day=1).toordinal() - 1
    last_month = date.fromordinal(before)
    for name, label, period in (
        ("MONTH", "Tháng này", Period.of_month(today.year, today.month)),
        ("LAST_MONTH", "Tháng trước", Period.of_month(last_month.year, last_month.month)),
        (_QUARTER, "Quý này", Period.of_quarter(today.year, quarter)),
        ("HALF", "6 tháng này", Period.of_half_year(today.year, half)),
        ("YEAR", "Năm nay", Period.of_year(today.year)),
    ):
        yield name, label, (period.from_on, min(period.to_on, today))
    if after_report is not None:
        yield _LAST_REPORT, "Từ sau báo cáo trước", (after_report, today)
