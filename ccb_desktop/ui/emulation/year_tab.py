"""A tab that shows one year of grading: its row above, and how it is read and written.

    class FamiliesTab(YearTab[FamilyGrading]):
        def __init__(self, desk: Desk, store: Store) -> None:
            super().__init__(desk, store, "Đang đọc gia đình văn hóa", self._load, self._show)

Public: `YearTab(desk, store, reading, load, show_found)` with `bar`, `do`, `tell`.
"""

from collections.abc import Callable
from datetime import date
from typing import Generic, Protocol, TypeVar

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.grading import GradingYear
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.grading import list_years
from ccb_desktop.ui.emulation.year_bar import YearBar
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab


class OfYear(Protocol):
    """What is read of one year."""

    @property
    def year(self) -> GradingYear:
        """The year, and how far it is settled."""


Found = TypeVar("Found", bound=OfYear)


class YearTab(PageTab, Generic[Found]):
    """The year that is chosen; what was read of another one meanwhile is not shown."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        reading: str,
        load: Callable[[int], Found],
        show_found: Callable[[Found], None],
    ) -> None:
        """Put in the row above.

        Args:
            desk: What the page is given to work with.
            store: The books.
            reading: What is said while a year is read.
            load: Reads a year; called in the worker.
            show_found: Shows what was read; back in the window.
        """
        super().__init__(desk, store)
        self._reading, self._load_year, self._show_found = reading, load, show_found
        self.bar = YearBar(desk, store)
        self.bar.chosen.connect(self.refresh)
        self.body.addWidget(self.bar)

    def refresh(self) -> None:
        """Read the year again."""
        year = self.bar.year
        self.desk.background.run(
            lambda _progress: (self._load_year(year), list_years(self.store)),
            lambda read: self._show_year(*read),
            label=self._reading,
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

    def _show_year(self, found: Found, years: list[int]) -> None:
        if found.year.year == self.bar.year:
            self.bar.show_year(found.year, years)
            self._show_found(found)
