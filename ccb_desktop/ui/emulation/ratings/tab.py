"""The tab Xếp loại đơn vị: points with what the books say beside them, ratings by a digit."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.emulation.labels import RATING
from ccb_desktop.domain.emulation.score_sheets import (
    ScoredUnit,
    excellent_share,
    proposals,
    told_cap,
)
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.emulation.scores import Criterion
from ccb_desktop.domain.labels import UNIT_KIND
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number, share
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import papers, ratings, scores
from ccb_desktop.operations.emulation.ratings import FactsByCriterion
from ccb_desktop.ui.emulation.printing import EXCEL, WORD, print_as
from ccb_desktop.ui.emulation.ratings.criteria_list import CriteriaList
from ccb_desktop.ui.emulation.ratings.grid import RatingsGrid
from ccb_desktop.ui.emulation.year_tab import YearTab
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.empty_note import EmptyNote, EmptyText
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import FlowLayout, PushButton, button, label, labelled, menu_button

_KINDS = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)
_GOOD_OR_BETTER = (Rating.EXCELLENT, Rating.GOOD)
_NO_SHEET = (
    "Năm này chưa có bảng điểm: bấm Tiêu chí… để lấy bảng có sẵn. Không chấm điểm vẫn xếp "
    "loại được."
)


class RatingsTab(YearTab[ScoreTable]):
    """One kind of units in one year at a time."""

    id = "unit-ratings"
    title = "Xếp loại đơn vị"
    kinds = frozenset(
        {
            *("unit_ratings", "unit_scores", "score_criteria", "grading_years", "codes"),
            *("member_results", "activities", "assignments", "dues_payments", "dues_rates"),
            *("contributions", "campaign_targets", "visits", "membership_events", "units"),
            "unit_names",
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store, "Đang đọc bảng điểm", self._load, self._show)
        self.kind = CalmComboBox()
        self._kind = UnitKind.CHI_HOI
        self._known: FactsByCriterion | None = None
        self._scored = False
        self.grid = RatingsGrid()
        self._told, self._sums = label("", "soft"), label("", "heading")
        self._note = EmptyNote(self.grid)
        self._build()
        self._connect()

    @property
    def table(self) -> ScoreTable | None:
        """What is shown."""
        found: ScoreTable | None = self.grid.ratings.table
        return found

    # Building

    def _build(self) -> None:
        self.kind.setAccessibleName("Loại đơn vị")
        for kind in _KINDS:
            self.kind.addItem(UNIT_KIND[kind], kind.value)
        self.bar.flow.addWidget(labelled("Loại", self.kind))
        row = FlowLayout()
        row.addWidget(button("Tiêu chí…", self._open_criteria))
        row.addWidget(button("Lấy điểm đề nghị", self._take_points, writes=True))
        row.addWidget(button("Xếp loại theo điểm", self._take_ratings, writes=True))
        self._rate_button = self._menu_button("Xếp loại", "", self._fill)
        self._rate_button.belong()
        row.addWidget(self._rate_button)
        row.addWidget(self._menu_button("In", "print", self._fill_papers))
        self.body.addLayout(row)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._told)
        self.body.addWidget(self._sums)

    def _menu_button(self, text: str, icon: str, fill: Callable[[QMenu], None]) -> PushButton:
        made, menu = menu_button(text, icon)
        menu.aboutToShow.connect(lambda: fill(menu))
        return made

    def _fill(self, menu: QMenu) -> None:
        """What the chosen units can be given."""
        menu.clear()
        for place, rating in enumerate(Rating, 1):
            menu.addAction(f"{place}  {RATING[rating]}", partial(self._rate, place))
        menu.addAction("Bỏ xếp loại", lambda: self._rate(0))
        strengths = menu.addMenu("Trong sạch, vững mạnh")
        offered = self.table.strengths if self.table else ()
        for place, (_code, text) in enumerate(offered, 1):
            strengths.addAction(f"{place}  {text}", partial(self._strengthen, place))
        strengths.addAction("Bỏ", lambda: self._strengthen(0))

    def _fill_papers(self, menu: QMenu) -> None:
        """What can be printed; a score sheet for each chosen unit."""
        menu.clear()
        store, today, table = self.store, date.today(), self.table
        if table is None:
            return
        year, kind = table.year.year, table.kind
        every = [unit.unit_id for unit in table.units]
        chosen = [unit.unit_id for unit in self.grid.chosen_units()]
        ratings_of = partial(papers.write_ratings, store, year, kind, today)

        def sheets(unit_ids: list[int], out: Path) -> Path:
            return papers.write_score_sheets(store, year, kind, unit_ids, today, out)

        for text, ending, write in (
            ("Bảng tổng hợp xếp loại, Word", WORD, ratings_of),
            ("Bảng tổng hợp xếp loại, Excel", EXCEL, ratings_of),
            ("Phiếu chấm điểm đơn vị đang chọn, Word", WORD, partial(sheets, chosen)),
            ("Phiếu chấm điểm mọi đơn vị, Word", WORD, partial(sheets, every)),
        ):
            what = f"{text.split(',', maxsplit=1)[0]} năm {year}"
            act = partial(print_as, self, self.desk, store, what, ending, write)
            menu.addAction(text, act)
        minutes = FormOrder(name="grading-minutes", on=today, year=year)
        menu.addAction(
            "Biên bản bình xét, Word", partial(write_form, self, self.desk, store, minutes)
        )

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _place: self._choose_kind())
        self.grid.cell_told.connect(self._told.setText)
        self.grid.rating_wanted.connect(self._rate)
        self.grid.strength_wanted.connect(self._strengthen)
        # Queued: the editor of the cell must be gone before the table is read again.
        self.grid.ratings.points_typed.connect(self._give, Qt.ConnectionType.QueuedConnection)
        self.grid.ratings.refused.connect(lambda why: messages.tell(self, why))

    # Reading

    def _load(self, year: int) -> ScoreTable:
        return ratings.load_table(self.store, year, date.today(), self._kind, self._known)

    def refresh(self) -> None:
        """Read again; what the books say is kept where only points and ratings have changed."""
        table, scored = self.table, self._scored
        self._scored = False
        same = table is not None and table.year.year == self.bar.year and table.kind is self._kind
        self._known = table.facts if scored and same and table is not None else None
        super().refresh()

    def tell(self, change: Change) -> None:
        """Points or ratings were written here."""
        self._scored = True
        super().tell(change)

    def _choose_kind(self) -> None:
        self._kind = UnitKind(self.kind.currentData())
        self.refresh()

    def _show(self, found: ScoreTable) -> None:
        """Show it; the present cell stays."""
        if found.kind is not self._kind:
            return  # another kind was chosen meanwhile, and is being read
        self.grid.ratings.show(found)
        self._note.setVisible(not found.units)
        if not found.units:
            kind = UNIT_KIND[found.kind]
            self._note.tell(EmptyText(f"Năm này không có {kind} nào", "Chọn loại khác."))
        self._sums.setText(_told_sums(found))

    # Acts

    def _open_criteria(self) -> None:
        CriteriaList(self, self.desk, self.store, self.bar.year).open()

    def _give(self, unit: ScoredUnit, criterion: Criterion, points: Decimal | None) -> None:
        self.do(
            lambda: scores.set_points(
                self.store, criterion.id or 0, unit.unit_id, points, unit.name
            )
        )

    def _take_points(self) -> None:
        table = self.table
        if table is not None:
            proposed = {unit.unit_id: proposals(table.criteria, unit) for unit in table.units}
            self.do(lambda: scores.take_proposals(self.store, table.year.year, proposed))

    def _take_ratings(self) -> None:
        table = self.table
        if table is not None:
            self.do(lambda: ratings.take_proposed(self.store, table))

    def _rate(self, place: int) -> None:
        """Give the chosen units the rating of this place; 0 takes theirs back."""
        every = list(Rating)
        if place == 0:
            self._with_chosen(lambda units: ratings.clear_ratings(self.store, self.bar.year, units))
        elif place <= len(every):
            self._with_chosen(
                lambda units: ratings.set_rating(self.store, self.bar.year, units, every[place - 1])
            )

    def _strengthen(self, place: int) -> None:
        """Give the chosen units this entry of the second list; 0 takes theirs back."""
        offered = self.table.strengths if self.table else ()
        if place <= len(offered):
            code = offered[place - 1][0] if place else ""
            self._with_chosen(
                lambda units: ratings.set_strength(self.store, self.bar.year, units, code)
            )

    def _with_chosen(self, act: Callable[[Sequence[ScoredUnit]], Change]) -> None:
        units = self.grid.chosen_units()
        if units:
            self.do(lambda: act(units))
        else:
            messages.tell(self, "Chọn một đơn vị trong bảng trước, rồi mới xếp loại.")


def _told_sums(table: ScoreTable) -> str:
    """`Xuất sắc 3/13 (23,08 %) · tốt trở lên … · ⚠ …`, or that there is no score sheet."""
    excellent, rated = excellent_share(table.units)
    parts = []
    if rated:
        good = sum(unit.rating in _GOOD_OR_BETTER for unit in table.units)
        parts.append(f"Hoàn thành xuất sắc: {share(excellent, rated)}")
        parts.append(f"tốt trở lên: {share(good, rated)}")
    if rated < len(table.units):
        parts.append(f"chưa xếp loại {number(len(table.units) - rated)}")
    warning = told_cap(excellent, rated, table.year.excellent_cap)
    parts += [warning] if warning else []
    parts += [_NO_SHEET] if not table.criteria else []
    told = " · ".join(parts)
    return told[:1].upper() + told[1:]
