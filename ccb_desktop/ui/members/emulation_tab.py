"""The tab Thi đua: what a member was found to be, year by year; to be seen only."""

from ccb_desktop.domain.emulation.person_years import GradedYear, told_years
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.person import load_years_of
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_NOTHING = "Chưa có kết quả bình xét năm nào. Bình xét ở trang Thi đua."
_ROWS = 6


class EmulationTab(LatePersonTab):
    """Read when it is first looked at; what is shown is changed on the page Thi đua."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._told = label("")
        self._heading = label("Bình xét từng năm", "heading")
        self.years: RecordTable[GradedYear] = RecordTable(
            "person-gradings",
            _YEARS,
            id_of=lambda one: one.year,
            acts=[Act("Đến năm ấy", self._open_year, icon="open", main=True)],
            noun="năm",
            brief=_ROWS,
        )
        for widget in (self._told, self._heading, self.years):
            self.body.addWidget(widget)

    def read(self) -> None:
        """Read the book, and show what it says."""
        years = load_years_of(self.store, self.person_id)
        self._told.setText(told_years(years) or _NOTHING)
        self.years.set_lines(years)
        for widget in (self._heading, self.years):
            widget.setVisible(bool(years))
        self.years.view.set_room(min(_ROWS, len(years)))

    def _open_year(self, chosen: list[GradedYear]) -> None:
        filters: dict[str, object] = {"tab": "member-results", "year": chosen[0].year}
        self.leave_for(Place("emulation", filters=filters))


_YEARS: list[Column[GradedYear]] = [
    Column("year", "Năm", lambda one: str(one.year), lambda one: one.year, width=8),
    Column("grade", "Kết quả", lambda one: one.label, width=24),
    Column("unit", FIELD["unit"], lambda one: one.unit_name, width=16),
    Column("note", FIELD["note"], lambda one: one.note, width=24),
]
