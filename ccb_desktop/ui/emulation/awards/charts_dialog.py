"""Pictures of awards: how often each form was given, and how many there were in each year."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.award_book import AwardLine, FormSum, sums_by_form
from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.awards import list_awards
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.charts_frame import ChartsFrame
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.page import Desk

_YEARS = 10
_MEASURE = "lượt"


class AwardChartsDialog(ChartsFrame):
    """Awards by form over the days chosen, and by year over ten years."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, first: date, last: date) -> None:
        """Build it and let the worker read.

        Args:
            parent: The tab.
            desk: Where it is read.
            store: The books.
            first: First day of the picture by form.
            last: Its last day, and that of the picture by year.
        """
        super().__init__(parent, "Biểu đồ khen thưởng")
        self._days = first, last
        self._lines: Sequence[AwardLine] = ()
        kinds = list(AWARD_RECIPIENT.items())
        self.kind = ChoiceField("kind", "Đối tượng", kinds, none="Tất cả")
        self.form = ChoiceField("form", f"{OWN_FIELD['form']} của biểu đồ năm", [], none="Tất cả")
        self.by_form, self.by_year = RowChart(), RowChart()
        self.show_charts([self.kind, self.form], [self.by_form, self.by_year])
        self.kind.changed.connect(self._draw)
        self.form.changed.connect(self._draw)
        since = min(first, date(last.year - _YEARS + 1, 1, 1))
        desk.background.run(
            lambda _progress: list_awards(store, since, last),
            self._show,
            label="Đang đọc sổ khen thưởng",
            owner=self,
        )

    def _show(self, lines: Sequence[AwardLine]) -> None:
        self._lines = lines
        forms = [one.form for one in sums_by_form(line.award for line in lines)]
        self.form.set_choices([(one, one) for one in forms])
        self._draw()

    def _draw(self) -> None:
        first, last = self._days
        kind: AwardRecipient | None = self.kind.value()
        awards = [one.award for one in self._lines]
        awards = [one for one in awards if kind is None or one.recipient_kind is kind]
        within = [one for one in awards if first <= one.awarded_on <= last]
        sums = sorted(sums_by_form(within), key=lambda one: -one.whole)
        told = _told_most(sums)
        none = "Không có khen thưởng nào như vậy trong khoảng thời gian này"
        self.by_form.show_bars(told or none, [_bar(one.form, one.whole) for one in sums])
        form = self.form.value()
        counted = _by_year(
            [one.awarded_on.year for one in awards if form is None or one.form == form]
        )
        years = range(last.year - _YEARS + 1, last.year + 1)
        bars = [_bar(str(year), counted(year)) for year in years if counted(year)]
        self.by_year.show_bars(f"{form or 'Khen thưởng'} từng năm", bars)


def _told_most(sums: Sequence[FormSum]) -> str:
    """The forms that were given most often, all of them where several were equally."""
    if not sums:
        return ""
    most = sums[0].whole
    forms = ", ".join(one.form for one in sums if one.whole == most)
    return f"{forms} nhiều nhất: {number(most)} {_MEASURE}"


def _by_year(years: Sequence[int]) -> Callable[[int], int]:
    return years.count


def _bar(text: str, count: int) -> Bar:
    return Bar(text, count, f"{number(count)} {_MEASURE}")
