"""Pictures of the visit book: by occasion and by year, the money of each level apart."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.labels import PAID_BY
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.sums import TOGETHER, VisitSum, sum_up, sums_by
from ccb_desktop.domain.visits.visits import PaidBy
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.visits import list_visits
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.charts_frame import ChartsFrame
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.page import Desk

_YEARS = 10


class ChartsDialog(ChartsFrame):
    """One level is looked at, or both together; the picture says which."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, first: date, last: date) -> None:
        """Build it and let the worker read.

        Args:
            parent: The tab.
            desk: Where it is read.
            store: The books.
            first: First day of the picture by occasion.
            last: Its last day, and that of the picture by year.
        """
        super().__init__(parent, "Biểu đồ thăm hỏi, tặng quà")
        self._days = first, last
        self._lines: Sequence[VisitLine] = ()
        self.level = ChoiceField("level", "Cấp chi", list(PAID_BY.items()), none=TOGETHER)
        self.by_occasion, self.by_year = RowChart(), RowChart()
        self.show_charts([self.level], [self.by_occasion, self.by_year])
        self.level.changed.connect(self._draw)
        since = date(last.year - _YEARS + 1, 1, 1)
        desk.background.run(
            lambda _progress: list_visits(store, min(since, first), last),
            self._show,
            label="Đang đọc sổ thăm hỏi",
            owner=self,
        )

    def _show(self, lines: Sequence[VisitLine]) -> None:
        self._lines = lines
        self._draw()

    def _draw(self) -> None:
        level: PaidBy | None = self.level.value()
        seen = [one for one in self._lines if level is None or one.visit.paid_by is level]
        first, last = self._days
        occasions = sums_by(seen, lambda one: one.occasion_name, first, last)
        occasions = sorted((one for one in occasions if one.times), key=lambda one: -one.worth_dong)
        self.by_occasion.show_bars(_message(occasions), [_bar(one) for one in occasions])
        years = []
        for year in range(last.year - _YEARS + 1, last.year + 1):
            days = date(year, 1, 1), min(date(year, 12, 31), last)
            years += [one for one in [sum_up(str(year), seen, *days)] if one.times]
        self.by_year.show_bars("Tiền và giá trị hiện vật từng năm", [_bar(one) for one in years])


def _bar(one: VisitSum) -> Bar:
    return Bar(
        one.label, one.worth_dong, f"{number(one.worth_dong)} đồng, {number(one.times)} lượt"
    )


def _message(occasions: Sequence[VisitSum]) -> str:
    if not occasions:
        return "Không có lần thăm hỏi nào trong khoảng thời gian này"
    whole = sum(one.worth_dong for one in occasions)
    most = occasions[0]
    return f"{most.label} chi nhiều nhất: {number(most.worth_dong)} trong {number(whole)} đồng"
