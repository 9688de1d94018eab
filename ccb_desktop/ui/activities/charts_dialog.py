"""Pictures of the book of activities: by kind and by year, one measure at a time (rule 13)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.sums import ActivitySum, sum_up, sums_by
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.activities.activities import list_activities
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.charts_frame import ChartsFrame
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.page import Desk

_YEARS = 10
_MEASURES: Mapping[str, tuple[str, str]] = {
    "buoi": ("Số buổi", "buổi"),
    "cuoc": ("Số cuộc", "cuộc"),
    "members_present": ("Lượt hội viên", "lượt"),
    "opinions": ("Số ý kiến", "ý kiến"),
}
# Field of a sum → what is looked at, and its unit of measure.


class ChartsDialog(ChartsFrame):
    """One measure is looked at; bars of unlike measures never stand beside each other."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, first: date, last: date) -> None:
        """Build it and let the worker read.

        Args:
            parent: The tab.
            desk: Where it is read.
            store: The books.
            first: First day of the picture by kind.
            last: Its last day, and that of the picture by year.
        """
        super().__init__(parent, "Biểu đồ hoạt động")
        self._days = first, last
        self._lines: Sequence[ActivityLine] = ()
        measures = [(name, text) for name, (text, _unit) in _MEASURES.items()]
        self.measure = ChoiceField("measure", "Xem theo", measures, required=True, none="Chọn")
        self.measure.set_value("buoi")
        self.kind = ChoiceField("kind", "Loại hoạt động của biểu đồ năm", [], none="Tất cả")
        self.by_kind, self.by_year = RowChart(), RowChart()
        self.show_charts([self.measure, self.kind], [self.by_kind, self.by_year])
        self.measure.changed.connect(self._draw)
        self.kind.changed.connect(self._draw)
        since = date(last.year - _YEARS + 1, 1, 1)
        desk.background.run(
            lambda _progress: list_activities(store, min(since, first), last),
            self._show,
            label="Đang đọc sổ hoạt động",
            owner=self,
        )

    def _show(self, lines: Sequence[ActivityLine]) -> None:
        self._lines = lines
        kinds = dict.fromkeys((line.activity.kind, line.kind_name) for line in lines)
        self.kind.set_choices(sorted(kinds, key=lambda one: one[1]))
        self._draw()

    def _draw(self) -> None:
        first, last = self._days
        chosen = [one for one in self._lines if first <= one.activity.held_on <= last]
        count = self._count
        kinds = sums_by(chosen, lambda one: one.kind_name)
        kinds = sorted((one for one in kinds if count(one)), key=lambda one: -count(one))
        self.by_kind.show_bars(self._message(kinds), [self._bar(one) for one in kinds])
        wanted = self.kind.value()
        of_kind = [one for one in self._lines if wanted is None or one.activity.kind == wanted]
        years = [
            sum_up([one for one in of_kind if one.activity.held_on.year == year], str(year))
            for year in range(last.year - _YEARS + 1, last.year + 1)
        ]
        named, _unit = _MEASURES[self._name]
        self.by_year.show_bars(f"{named} từng năm", [self._bar(one) for one in years if count(one)])

    @property
    def _name(self) -> str:
        """What is looked at; nothing chosen is the same as the first."""
        return str(self.measure.value() or "buoi")

    def _count(self, one: ActivitySum) -> int:
        return int(getattr(one, self._name))

    def _bar(self, one: ActivitySum) -> Bar:
        return Bar(one.label, self._count(one), self._told(one))

    def _told(self, one: ActivitySum) -> str:
        return f"{number(self._count(one))} {_MEASURES[self._name][1]}"

    def _message(self, kinds: Sequence[ActivitySum]) -> str:
        if not kinds:
            return "Không có hoạt động nào như vậy trong khoảng thời gian này"
        return f"{kinds[0].label} nhiều nhất: {self._told(kinds[0])}"
