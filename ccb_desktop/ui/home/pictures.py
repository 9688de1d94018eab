"""The pictures of the branch: members by age, period, year; the plan; funds, dues lacking."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ccb_desktop.domain.home import (
    Group,
    Overview,
    YearEnd,
    age_message,
    period_message,
    years_message,
)
from ccb_desktop.domain.home_money import (
    MoneyOverview,
    lacks_message,
    months_message,
    shown_lacks,
)
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.home_progress import KeyTaskDone, done_message
from ccb_desktop.domain.waiting import Behind
from ccb_desktop.ui.kit.charts import Bar, Chart, RowChart

ShowPeople = Callable[[str, Behind], object]
"""Gets a title and who shall be shown under it."""

GoTo = Callable[[str, dict[str, object]], object]
"""Gets a page and what it shall show."""

_WIDTH = 17  # of one picture, in heights of the text


class Pictures(QWidget):
    """Beside each other where there is room, else one below the other."""

    def __init__(self, show_people: ShowPeople, go_to: GoTo) -> None:
        super().__init__()
        self._show_people = show_people
        self._go_to = go_to
        self._charts: list[Chart] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._columns = 0

    def show_overview(self, found: Overview) -> None:
        """Draw what there is something to see of."""
        for chart in self._charts:
            chart.hide()
            chart.deleteLater()
        self._charts = list(self._charts_of(found))
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as can be read."""
        super().resizeEvent(event)
        self._place()

    def _charts_of(self, found: Overview) -> Iterator[Chart]:
        if any(group.count for group in found.ages):
            yield self._groups(age_message(found.ages), found.ages)
        if any(group.count for group in found.periods):
            yield self._groups(period_message(found.periods), found.periods)
        if found.years:
            yield RowChart(years_message(found.years), [_year_bar(end) for end in found.years])
        if found.tasks:
            yield self._tasks(found.tasks)
        if found.money is not None:
            yield from self._money(found.money)

    def _tasks(self, tasks: Sequence[KeyTaskDone]) -> Chart:
        """A bar of per cent for each key task; all lead to the matrix of the year."""
        bars = [Bar(one.title, one.percent, one.shown) for one in tasks]
        chart = RowChart(done_message(tasks), bars, clickable=True)
        matrix: dict[str, object] = {"tab": "matrix", "year": tasks[0].year}
        chart.chosen.connect(lambda _place: self._go_to("tasks", matrix))
        return chart

    def _money(self, money: MoneyOverview) -> Iterator[Chart]:
        """Each bar leads to the place on the page Quỹ Hội where it is dealt with."""
        if len(money.months) > 1:
            bars = [Bar(end.label, end.held_dong) for end in money.months]
            chart = RowChart(months_message(money.months), bars, clickable=True)
            chart.chosen.connect(lambda _place: self._go_to("funds", {"tab": "funds"}))
            yield chart
        if money.lacks:
            shown = shown_lacks(money.lacks)
            units = [Bar(one.unit_name or "Chưa ghi chi hội", one.lacking_dong) for one in shown]
            lacking = RowChart(lacks_message(money.lacks), units, clickable=True)
            lacking.chosen.connect(
                lambda place: self._go_to(
                    "funds",
                    {"tab": "dues", "view": "arrears", "unit": shown[place].unit_id},
                )
            )
            yield lacking

    def _groups(self, title: str, groups: Sequence[Group]) -> Chart:
        bars = [Bar(group.label, group.count) for group in groups]
        chart = RowChart(title, bars, clickable=True)

        def show(place: int) -> None:
            group = groups[place]
            self._show_people(f"{group.label}: {number(group.count)} hội viên", group.behind)

        chart.chosen.connect(show)
        return chart

    def _place(self) -> None:
        fits = self.width() // max(1, self.fontMetrics().height() * _WIDTH)
        columns = max(1, min(fits, len(self._charts)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, chart in enumerate(self._charts):
            row, at = divmod(place, columns)
            self._grid.addWidget(chart, row, at, Qt.AlignmentFlag.AlignTop)
        for at in range(max(3, columns)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


def _year_bar(end: YearEnd) -> Bar:
    changes = f" (+{number(end.came)} −{number(end.went)})" if end.came or end.went else ""
    return Bar(str(end.year), end.members, f"{number(end.members)}{changes}")
