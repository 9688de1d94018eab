"""The tab Bình xét hội viên: a chi hội is graded in one step, exceptions by a digit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ccb_desktop.domain.emulation.member_grading import GradedMember, tally
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import grading, papers
from ccb_desktop.operations.emulation.grading import MemberGrading
from ccb_desktop.ui.emulation.printing import EXCEL, WORD, print_as
from ccb_desktop.ui.emulation.units_list import UnitsList
from ccb_desktop.ui.emulation.words import UNIT, told_grade, told_result, told_tally, unit_choices
from ccb_desktop.ui.emulation.year_tab import YearTab
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import button, label

_Write = Callable[[Path], Path]

RESULT = "Kết quả"
_SET = "Xếp kết quả"
_WAITS = "-"
_DIGITS = 9
_HOW = "Chọn một hay nhiều dòng rồi bấm phím 1, 2, 3 để xếp kết quả; phím Delete bỏ kết quả."


class MembersTab(YearTab[MemberGrading]):
    """Who is exemplary, who is not; n/N beside it as one works."""

    id = "member-results"
    title = "Bình xét hội viên"
    kinds = frozenset(
        {
            *("member_results", "grading_years", "codes", "persons", "memberships"),
            *("membership_events", "units", "unit_names"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store, "Đang đọc kết quả bình xét", self._load, self._show)
        self._found: MemberGrading | None = None
        self._labels: dict[str, str] = {}
        self._grades = grading.offered_grades(store)
        self._sums = label("", "heading")
        self.table = self._build_table()
        self.bar.flow.addWidget(
            button("Tất cả gương mẫu", self._grade_all, icon="check", writes=True)
        )
        self.bar.flow.addWidget(button("Theo chi hội…", self._open_units))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sums)
        self.body.addWidget(label(_HOW, "soft"))
        self.table.seen_changed.connect(self._tell)

    # Building

    def _build_table(self) -> RecordTable[GradedMember]:
        table: RecordTable[GradedMember] = RecordTable(
            "member-results",
            self._columns(),
            id_of=lambda one: one.person_id,
            acts=self._acts(),
            noun="hội viên",
            empty=EmptyText("Chưa có hội viên nào", "Nhập danh sách hội viên trước."),
            state=self.desk.state,
            on_export=lambda seen: export_seen(
                self, self.desk, self.store, f"Bình xét hội viên năm {self.bar.year}", seen
            ),
        )
        table.add_choice(UNIT, unit_choices(()), lambda one: one.unit_id)
        results = [(None, "Tất cả"), (_WAITS, "Chưa bình xét"), *self._grades]
        table.add_choice(RESULT, results, lambda one: one.grade or _WAITS, more=True)
        return table

    def _columns(self) -> list[Column[GradedMember]]:
        return [
            Column(
                "name",
                FIELD["full_name"],
                lambda one: one.full_name,
                lambda one: one.sort_key,
                width=24,
                named=True,
            ),
            Column("born_on", "Sinh", lambda one: str(one.born_on or ""), width=10),
            Column("result", RESULT, lambda one: told_result(one, self._labels), width=25),
            Column(
                "before",
                "Năm trước",
                lambda one: told_grade(one.grade_before, self._labels),
                width=17,
            ),
            Column("unit", UNIT, lambda one: one.unit_name, lambda one: sort_key(one.unit_name)),
            Column(
                "status",
                FIELD["status"],
                lambda one: STATUS[one.status] if one.status else "",
                shown=False,
            ),
            Column("card_no", FIELD["card_no"], lambda one: one.card_no, width=10, named=True),
            Column("note", FIELD["note"], lambda one: one.note, shown=False),
        ]

    def _acts(self) -> list[Act[GradedMember]]:
        def setter(code: str, text: str, key: int) -> Act[GradedMember]:
            shortcut = str(key) if key <= _DIGITS else ""
            return Act(
                text, lambda chosen: self._set(chosen, code), "some", shortcut=shortcut, group=_SET
            )

        return [
            *(setter(code, text, key) for key, (code, text) in enumerate(self._grades, 1)),
            Act("Bỏ kết quả", self._clear, "some", shortcut="Delete", group=_SET),
            Act("Mở hồ sơ", self._open_person, icon="open", main=True, reads=True),
            *self._papers(),
        ]

    def _papers(self) -> list[Act[GradedMember]]:
        """What is printed; the list is that of the chi hội that is seen."""
        store, today = self.store, date.today()

        def paper(text: str, ending: str, make: Callable[[int], _Write]) -> Act[GradedMember]:
            def run(_none: list[GradedMember]) -> None:
                year = self.bar.year
                what = f"{text.split(',', maxsplit=1)[0]} năm {year}"
                print_as(self, self.desk, store, what, ending, make(year))

            return Act(text, run, "none", icon="print", group="In", reads=True)

        def members(year: int) -> _Write:
            unit_id = self.table.filters.chosen(UNIT)
            return lambda out: papers.write_member_list(store, year, unit_id, today, out)

        def summary(year: int) -> _Write:
            return lambda out: papers.write_summary(store, year, today, out)

        def minutes(_none: list[GradedMember]) -> None:
            order = FormOrder(name="grading-minutes", on=today, year=self.bar.year)
            write_form(self, self.desk, store, order)

        return [
            paper("Danh sách bình xét, Word", WORD, members),
            paper("Danh sách bình xét, Excel", EXCEL, members),
            paper("Tổng hợp theo chi hội, Word", WORD, summary),
            paper("Tổng hợp theo chi hội, Excel", EXCEL, summary),
            Act("Biên bản bình xét, Word", minutes, "none", icon="print", group="In", reads=True),
        ]

    # Reading

    def _load(self, year: int) -> MemberGrading:
        return grading.load_grading(self.store, year, date.today())

    def _show(self, found: MemberGrading) -> None:
        """Show them; the unit that is chosen stays."""
        self._found, self._labels = found, dict(found.labels)
        self.table.filters.set_choices(UNIT, unit_choices(found.units))
        self.table.set_lines(found.members)
        self._tell()

    def show_place(self, place: Place) -> None:
        """Show the year somebody came here for, of one unit where he says which."""
        if "unit" in place.filters:
            self.table.show_all()
            self.table.filters.choose(UNIT, place.filters["unit"])
        super().show_place(place)

    def _tell(self) -> None:
        found = self._found
        if found is not None:
            before = found.before_of(self.table.filters.chosen(UNIT))
            now = tally(self.table.seen_lines())
            self._sums.setText(told_tally(now, before, found.year.year))

    # Acts

    def _grade_all(self) -> None:
        year, seen = self.bar.year, self.table.seen_lines()
        self.do(lambda: grading.grade_everybody(self.store, year, seen))

    def _set(self, chosen: list[GradedMember], code: str) -> None:
        year = self.bar.year
        self.do(lambda: grading.set_grade(self.store, year, chosen, code))

    def _clear(self, chosen: list[GradedMember]) -> None:
        year = self.bar.year
        self.do(lambda: grading.clear_grades(self.store, year, chosen))

    def _open_units(self) -> None:
        if self._found is None:
            return
        year = self._found.year.year
        UnitsList(
            self,
            year,
            self._found.tallies,
            lambda unit_id: self.table.filters.choose(UNIT, unit_id),
            self.desk.state,
            lambda seen: export_seen(
                self, self.desk, self.store, f"Bình xét theo chi hội năm {year}", seen
            ),
        ).open()

    def _open_person(self, chosen: list[GradedMember]) -> None:
        self.desk.broadcast.go_to(Place("members", chosen[0].person_id))
