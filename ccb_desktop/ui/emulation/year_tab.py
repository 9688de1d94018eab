"""A tab that shows one year of grading: its row above, and how it is read and written.

class FamiliesTab(YearTab):
reading = "Đang đọc gia đình văn hóa"

def load(self, year): ...          # in the worker
def show_found(self, found): ...   # back in the window
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from ccb_desktop.domain.changes import Change
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.grading import list_years
from ccb_desktop.ui.emulation.year_bar import YearBar
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab


class YearTab(PageTab):
    """What it reads has `year`, a `GradingYear`.

    Attributes:
        reading: What is said while it is read.
    """

    reading = ""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.bar = YearBar(desk, store)
        self.bar.chosen.connect(self.refresh)
        self.body.addWidget(self.bar)

    def load(self, year: int) -> Any:
        """Read a year; called in the worker."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def is_wanted(self, found: Any) -> bool:
        """Whether what was read is still what is asked for."""
        return bool(found.year.year == self.bar.year)

    def refresh(self) -> None:
        """Read the year again."""
        year = self.bar.year
        self.desk.background.run(
            lambda _progress: (self.load(year), list_years(self.store)),
            lambda read: self._show(*read),
            label=self.reading,
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the year somebody came here for."""
        year = place.filters.get("year")
        if isinstance(year, int) and date.min.year <= year <= date.max.year:
            self.bar.choose(year)
            self.refresh()

    def do(self, act: Callable[[], Change]) -> None:
        """Let the worker write, and tell of it; what cannot be written is told."""
        self.desk.background.run(
            lambda _progress: act(),
            self.tell,
            label="Đang ghi vào sổ thi đua",
            owner=self,
        )

    def tell(self, change: Change) -> None:
        """Tell everybody what was written here."""
        self.desk.broadcast.send(change)

    def _show(self, found: Any, years: list[int]) -> None:
        if self.is_wanted(found):
            self.bar.show_year(found.year, years)
            self.show_found(found)
