"""The tab Còn thiếu: how far the records are whole, who lacks what, what cannot be true."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QStackedWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.record_gaps.checks import RecordDoubt
from ccb_desktop.domain.record_gaps.open_ends import OpenEnd, OpenEndKind
from ccb_desktop.domain.record_gaps.review import RecordGaps
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.record_gaps import BooksReview, review_books
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, button, labelled
from ccb_desktop.ui.members.columns import MASKED
from ccb_desktop.ui.members.person_acts import PersonActs
from ccb_desktop.ui.members.review import missing_tables as tables
from ccb_desktop.ui.members.review.missing_charts import MissingCharts
from ccb_desktop.ui.members.review.missing_papers import MissingPapers
from ccb_desktop.ui.members.review.needed_dialog import needed_dialog

OVERVIEW, PEOPLE, DOUBTS, ENDS, CONSENT = range(5)
_VIEWS = (
    *("Tổng quát", "Từng người", "Ngày tháng đáng ngờ", "Hộ, đơn vị"),
    "Chưa đồng ý dùng dữ liệu",
)
_FIELD_OF_END = {OpenEndKind.HOUSEHOLD: "poverty", OpenEndKind.NO_UNIT: "unit"}


class MissingTab(PageTab):
    """Five views of one reading; a bar, a person, a unit is one press away from its place."""

    id = "missing"
    title = "Còn thiếu"
    help_page = "missing"
    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "posts", "settings"),
            *("households", "household_years", "units", "unit_names"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._found: BooksReview | None = None
        self._people = PersonActs(self, desk, store)
        self._papers = MissingPapers(self, desk, store)
        self.charts = MissingCharts()
        self.gaps = tables.gaps_table(self._gap_acts(), desk.state, self._export("Còn thiếu"))
        self.doubts = tables.doubts_table(
            [Act("Mở hồ sơ", self._open_doubt, icon="open", main=True, reads=True)],
            desk.state,
            lambda seen: self._export("Đáng ngờ")(self._without_secrets(seen)),
        )
        self.ends = tables.open_ends_table(
            [Act("Mở", self._open_end, icon="open", main=True, reads=True)],
            desk.state,
            self._export("Hộ, đơn vị"),
        )
        self.consent = tables.consent_table(
            self._consent_acts(), desk.state, self._export("Chưa đồng ý dùng dữ liệu")
        )
        self.view = CalmComboBox()
        self._stack = QStackedWidget()
        self._build()
        self.charts.unit_wanted.connect(lambda name: self._show_people(tables.UNIT, name))
        self.charts.field_wanted.connect(lambda name: self._show_people(tables.FIELD_CHOICE, name))

    # Building

    def _build(self) -> None:
        for place, title in enumerate(_VIEWS):
            self.view.addItem(title, place)
        self.view.setAccessibleName("Xem")
        self.view.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.view.currentIndexChanged.connect(self._stack.setCurrentIndex)
        row = FlowLayout()
        row.addWidget(labelled("Xem", self.view))
        row.addWidget(button("In phiếu hỏi", self._ask_paper, role="main", icon="print"))
        row.addWidget(
            button("Chọn mục cần có", self._choose_needed, icon="check", duties=(Duty.SETTINGS,))
        )
        self.body.addLayout(row)
        for view in (self.charts, self.gaps, self.doubts, self.ends, self.consent):
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)

    def _gap_acts(self) -> list[Act[RecordGaps]]:
        return [
            Act("Mở hồ sơ", self._open_gap, icon="open", main=True, reads=True),
            Act("Hỏi người đang chọn", self._ask_chosen, needs="some", icon="print", reads=True),
        ]

    def _consent_acts(self) -> list[Act[MemberLine]]:
        return [
            Act("Mở hồ sơ", self._open_consent, icon="open", main=True, reads=True),
            Act("In phiếu đồng ý", self._print_consent, needs="some", icon="print", reads=True),
        ]

    # Reading

    def refresh(self) -> None:
        """Look through the books again in the background."""
        today = date.today()
        self.desk.background.run(
            lambda _progress: review_books(self.store, today),
            self._show,
            label="Đang xem sổ còn thiếu gì",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Begin with how far the records are whole."""
        self.view.setCurrentIndex(OVERVIEW)

    def _show(self, found: BooksReview) -> None:
        self._found, gaps = found, found.gaps
        self.charts.show_review(gaps)
        lacking = [one for one in gaps.by_unit if one.whole < one.people]
        tables.offer_units(self.gaps, [one.name for one in lacking])
        tables.offer_fields(self.gaps, [one.field for one in gaps.by_field if one.missing])
        tables.offer_doubts(self.doubts, found.doubts)
        self._tell_when_empty()
        self.gaps.set_lines(gaps.incomplete)
        self.doubts.set_lines(found.doubts)
        self.ends.set_lines(found.ends)
        unwilling = gaps.without_consent
        tables.offer_units_of(self.consent, unwilling)
        self.consent.set_lines(unwilling)
        counts = {
            **{PEOPLE: len(gaps.incomplete), DOUBTS: len(found.doubts), ENDS: len(found.ends)},
            CONSENT: len(unwilling),
        }
        for place, count in counts.items():
            self.view.setItemText(place, f"{_VIEWS[place]}: {number(count)}")

    def _tell_when_empty(self) -> None:
        self.gaps.set_empty(
            EmptyText("Hồ sơ nào cũng đủ", "Muốn hỏi thêm mục khác, bấm Chọn mục cần có.")
        )
        self.doubts.set_empty(EmptyText("Không thấy ngày tháng nào đáng ngờ", ""))
        self.ends.set_empty(EmptyText("Hộ và đơn vị đều đã ghi đủ", ""))
        self.consent.set_empty(EmptyText("Hội viên nào cũng đã đồng ý cho Hội giữ dữ liệu", ""))

    # Acts

    def _show_people(self, choice: str, value: str) -> None:
        """Show those behind a bar."""
        self.gaps.show_all()
        self.gaps.filters.choose(choice, value)
        self.view.setCurrentIndex(PEOPLE)
        self.gaps.view.setFocus()

    def _open_gap(self, chosen: Sequence[RecordGaps]) -> None:
        """Open a file at the field that is looked for, else at the first one missing."""
        wanted = self.gaps.filters.chosen(tables.FIELD_CHOICE)
        self._people.open_person(
            chosen[0].line.person_id, field=str(wanted or chosen[0].missing[0])
        )

    def _open_doubt(self, chosen: Sequence[RecordDoubt]) -> None:
        self._people.open_person(chosen[0].record.person_id, field=chosen[0].doubt.field)

    def _open_end(self, chosen: Sequence[OpenEnd]) -> None:
        """Open the file of a member, or go to the unit."""
        one = chosen[0]
        if one.person_id is not None:
            self._people.open_person(one.person_id, field=_FIELD_OF_END[one.kind])
        else:
            self.desk.broadcast.go_to(Place("units", one.unit_id))

    def _open_consent(self, chosen: Sequence[MemberLine]) -> None:
        self._people.open_person(chosen[0].person_id, field="consent_on")

    def _print_consent(self, chosen: Sequence[MemberLine]) -> None:
        people = tuple(line.person_id for line in chosen)
        order = FormOrder(name="consent", on=date.today(), chosen=people)
        write_form(self, self.desk, self.store, order)

    def _choose_needed(self) -> None:
        dialog = needed_dialog(self, self.store)
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()

    def _ask_paper(self) -> None:
        self._papers.ask(self._found.gaps.by_unit if self._found else ())

    def _ask_chosen(self, chosen: Sequence[RecordGaps]) -> None:
        self._papers.ask((), [one.line.person_id for one in chosen])

    def _export(self, title: str) -> tables.Export:
        def export(seen: SeenTable) -> None:
            masked = {*MASKED, FIELD["phone"]}
            export_seen(self, self.desk, self.store, title, seen, masked)

        return export

    def _without_secrets(self, seen: SeenTable) -> SeenTable:
        """The doubts as they may leave the branch: CCCD and phones masked within the texts."""
        rows = [
            [one.hide_numbers(text, mask) for text in row]
            for one, row in zip(self.doubts.seen_lines(), seen.rows, strict=True)
        ]
        return replace(seen, rows=rows)
