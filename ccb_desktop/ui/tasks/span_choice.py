"""The choice of a part of the plan: a year, and the whole of it or a period."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ccb_desktop.domain.tasks.periods import WHOLE_YEAR, TaskPeriod, period_of_code
from ccb_desktop.domain.tasks.spans import ALL_PERIODS, PlanSpan
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.widgets import FlowLayout, labelled


class PlanSpanChoice(QWidget):
    """Two boxes beside each other, and what a tab puts behind them."""

    changed = Signal()
    """Another year or period is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.year, self.period = CalmComboBox(), CalmComboBox()
        self.flow = FlowLayout(self, spacing=8)
        for text, box in (("Năm", self.year), ("Kỳ", self.period)):
            box.setAccessibleName(text)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            self.flow.addWidget(labelled(text, box))
        for period in ALL_PERIODS:
            name = "Cả năm" if period == WHOLE_YEAR else period.label
            self.period.addItem(name, period.code)
        self._years: tuple[int, ...] = ()
        self._is_chosen = False
        self.offer_years(())
        for box in (self.year, self.period):
            box.activated.connect(lambda _place: self._choose())

    @property
    def span(self) -> PlanSpan:
        """What is chosen."""
        return PlanSpan(int(self.year.currentData()), period_of_code(self.period.currentData()))

    def offer_years(self, years: Iterable[int]) -> bool:
        """Offer the years that have a plan, and this one; what was chosen stays.

        Returns:
            Whether another year is seen now: the latest plan, while nobody has chosen and this
            year has none.
        """
        this, known = date.today().year, set(years)
        seen = int(self.year.currentData() or this)
        chosen = seen if self._is_chosen or this in known or not known else max(known)
        offered = tuple(sorted({*known, this, chosen}, reverse=True))
        if offered != self._years or chosen != seen:
            self._years = offered
            with QSignalBlocker(self.year):
                self.year.clear()
                for one in offered:
                    self.year.addItem(str(one), one)
                self.year.setCurrentIndex(self.year.findData(chosen))
        return chosen != seen

    def set_span(self, year: int, period: TaskPeriod = WHOLE_YEAR) -> None:
        """Choose without being asked."""
        self._is_chosen = True
        self.offer_years([*self._years, year])
        self.year.setCurrentIndex(self.year.findData(year))
        self.period.setCurrentIndex(self.period.findData(period.code))

    def _choose(self) -> None:
        self._is_chosen = True
        self.changed.emit()

    def add(self, widgets: Sequence[QWidget]) -> None:
        """Put something behind the boxes."""
        for widget in widgets:
            self.flow.addWidget(widget)
