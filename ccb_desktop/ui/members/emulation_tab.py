"""The tab Thi đua: what a member was found to be year by year, his awards, his discipline."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.person_years import GradedYear, told_years
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations import disciplines
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import awards
from ccb_desktop.operations.emulation.person import load_years_of
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_NOTHING = "Chưa có kết quả bình xét năm nào. Bình xét ở trang Thi đua."
_ROWS = 6
_FEW = 3


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
            acts=[Act("Đến năm ấy", self._open_year, icon="open", main=True, reads=True)],
            noun="năm",
            brief=_ROWS,
        )
        self.awards: RecordTable[Award] = RecordTable(
            "person-awards",
            _AWARDS,
            id_of=lambda one: one.id,
            acts=[
                Act("Mở trong sổ khen thưởng", self._open_award, icon="open", main=True, reads=True)
            ],
            noun="khen thưởng",
            empty=EmptyText("Chưa ghi khen thưởng nào", "Ghi ở trang Thi đua."),
            brief=_FEW,
        )
        self._weighed = label("Kỷ luật", "heading")
        self.disciplines: RecordTable[DisciplineLine] = RecordTable(
            "person-disciplines",
            _DISCIPLINES,
            id_of=lambda one: one.discipline.id,
            acts=[
                Act(
                    "Mở trong sổ kỷ luật", self._open_discipline, icon="open", main=True, reads=True
                )
            ],
            noun="quyết định",
            brief=_FEW,
        )
        widgets: tuple[QWidget, ...] = (
            *(self._told, self._heading, self.years),
            *(label("Khen thưởng", "heading"), self.awards, self._weighed, self.disciplines),
        )
        for widget in widgets:
            self.body.addWidget(widget)

    def read(self) -> None:
        """Read the book, and show what it says."""
        years = load_years_of(self.store, self.person_id)
        self._told.setText(told_years(years) or _NOTHING)
        self.years.set_lines(years)
        self._heading.setVisible(bool(years))
        self.years.setVisible(bool(years))
        self.years.view.set_room(min(_ROWS, len(years)))
        self.awards.set_lines(awards.list_of_person(self.store, self.person_id))
        decided = disciplines.list_of_person(self.store, self.person_id)
        self.disciplines.set_lines(decided)
        self._weighed.setVisible(bool(decided))
        self.disciplines.setVisible(bool(decided))

    def _open_year(self, chosen: list[GradedYear]) -> None:
        filters: dict[str, object] = {"tab": "member-results", "year": chosen[0].year}
        self.leave_for(Place("emulation", filters=filters))

    def _open_award(self, chosen: list[Award]) -> None:
        self.leave_for(Place("emulation", chosen[0].id, {"tab": "awards"}))

    def _open_discipline(self, chosen: list[DisciplineLine]) -> None:
        self.leave_for(Place("emulation", chosen[0].discipline.id, {"tab": "disciplines"}))


_YEARS: list[Column[GradedYear]] = [
    Column("year", "Năm", lambda one: str(one.year), lambda one: one.year, width=8),
    Column("grade", "Kết quả", lambda one: one.label, width=24),
    Column("unit", FIELD["unit"], lambda one: one.unit_name, width=16),
    Column("note", FIELD["note"], lambda one: one.note, width=24),
]
_AWARDS: list[Column[Award]] = [
    Column(
        "awarded_on",
        OWN_FIELD["awarded_on"],
        lambda one: short_date(one.awarded_on),
        lambda one: one.awarded_on,
        width=11,
    ),
    Column("form", OWN_FIELD["form"], lambda one: one.form, width=16),
    Column("giver", OWN_FIELD["giver"], lambda one: one.giver, width=18),
    Column("decision_no", FIELD["decision_no"], lambda one: one.decision_no, width=12),
    Column("content", LABELS["awards", "content"], lambda one: one.content, width=28),
]
_DISCIPLINES: list[Column[DisciplineLine]] = [
    Column(
        "decided_on",
        OWN_FIELD["decided_on"],
        lambda one: short_date(one.discipline.decided_on),
        lambda one: one.discipline.decided_on,
        width=11,
    ),
    Column(
        "form",
        LABELS["disciplines", "form"],
        lambda one: DISCIPLINE_FORM[one.discipline.form],
        width=14,
    ),
    Column("state", "Tình trạng", lambda one: one.state_on(date.today()), width=28),
    Column("reason", FIELD["reason"], lambda one: one.discipline.reason, width=28),
]
