"""How far the records are whole: a bar for each chi hội, a bar for each field that is lacking."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, share
from ccb_desktop.domain.record_gaps.review import FieldCount, GapsReview, UnitShare
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.widgets import column, label

_BESIDE_FROM = 44  # in heights of a line of text: as wide, the two pictures stand side by side


class MissingCharts(QScrollArea):
    """A bar leads to the people behind it, by mouse and by keyboard."""

    unit_wanted = Signal(str)
    """The incomplete members of this chi hội shall be shown."""

    field_wanted = Signal(str)
    """Those who lack this field shall be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._units: tuple[UnitShare, ...] = ()
        self._fields: tuple[FieldCount, ...] = ()
        self.by_unit = RowChart(clickable=True, full=1.0)
        self.by_field = RowChart(clickable=True)
        self._told = label("", "heading")
        ground = QWidget()
        layout = column(ground, margin=4, spacing=12)
        layout.addWidget(self._told)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(28)
        self._both.addWidget(self._framed(self.by_unit), 1)
        self._both.addWidget(self._framed(self.by_field), 1)
        layout.addLayout(self._both)
        layout.addStretch(1)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Hồ sơ đủ và thiếu theo chi hội, theo mục")
        self.by_unit.chosen.connect(lambda place: self.unit_wanted.emit(self._units[place].name))
        self.by_field.chosen.connect(
            lambda place: self.field_wanted.emit(self._fields[place].field)
        )

    def show_review(self, review: GapsReview) -> None:
        """Draw the bars of a review."""
        self._units, self._fields = review.by_unit, review.by_field
        people, lacking = len(review.records), len(review.incomplete)
        self._told.setText(
            f"{share(people - lacking, people)} hồ sơ đã đủ các mục cần có"
            if people
            else "Chưa có hội viên nào trong sổ"
        )
        self.by_unit.show_bars(
            "Hồ sơ đã đủ, theo chi hội",
            [Bar(one.name, one.whole / one.people, _whole(one)) for one in self._units],
        )
        self.by_field.show_bars(
            "Số hồ sơ còn thiếu, theo mục",
            [Bar(FIELD[one.field], one.missing, number(one.missing)) for one in self._fields],
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one below the other where the room is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().height() * _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)

    @staticmethod
    def _framed(chart: RowChart) -> QWidget:
        """A picture at the top of its half."""
        half = QWidget()
        layout = column(half)
        layout.addWidget(chart)
        layout.addStretch(1)
        return half


def _whole(one: UnitShare) -> str:
    return share(one.whole, one.people)
