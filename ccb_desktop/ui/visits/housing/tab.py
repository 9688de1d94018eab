"""The tab Nhà ở: houses built or mended, how far they are, and what is done with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.visit_papers.house_minutes import LABEL
from ccb_desktop.domain.visits.housing import HousingStage, HousingSupport, housing_sums
from ccb_desktop.domain.visits.housing_lines import HouseInNeed, HousingLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.visits import housing
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.fund_words import load_fund_words
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label, labelled
from ccb_desktop.ui.visits.housing.housing_dialog import HousingDialog
from ccb_desktop.ui.visits.housing.lines import housing_columns, is_seen, sums_told
from ccb_desktop.ui.visits.housing.minutes_print import print_minutes
from ccb_desktop.ui.visits.housing.small_dialogs import (
    NeedDialog,
    hand_over_dialog,
    void_dialog,
)

_DRAFT = "housing"  # kind of the draft of a house
_ALL_YEARS = "Mọi năm"
_IN_NEED = "Hộ nhà tạm, dột nát ({})…"
_PRINT, _MORE = "In giấy tờ", "Việc khác"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    lines: list[HousingLine]
    in_need: int


class HousingTab(PageTab):
    """Houses are entered, followed up with pictures, handed over and printed."""

    id = "housing"
    title = "Nhà ở"
    help_page = "nha-o"
    kinds = frozenset(
        {
            *("housing_supports", "housing_sources", "attached_files", "vouchers", "funds"),
            *("units", "unit_names", "household_years", "membership_events"),
        }
    )
    forms = frozenset({_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._found = _Read([], 0)
        self._wanted: int | None = None
        self._told = label("")
        self._year = CalmComboBox()
        self._year.setAccessibleName("Năm")
        self._in_need = button(_IN_NEED.format(0), self._show_in_need, icon="search")
        self.table: RecordTable[HousingLine] = RecordTable(
            "housing",
            housing_columns(),
            id_of=lambda line: line.support.id,
            acts=self._acts(),
            noun="nhà",
            empty=EmptyText(
                "Chưa ghi nhà nào",
                "Ghi gia đình được xây, sửa nhà: ai góp bao nhiêu, còn thiếu bao nhiêu, "
                "làm đến đâu.",
                "Ghi nhà đầu tiên",
                self.begin,
            ),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, "Hỗ trợ nhà ở", seen),
        )
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Năm", self._year))
        head.addWidget(self._in_need)
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self.table, 1)
        self._offer_years()
        self._year.currentIndexChanged.connect(lambda _place: self._show_year())

    # Reading

    def refresh(self) -> None:
        """Read the houses again."""
        today = date.today()
        self.desk.background.run(
            lambda _progress: _Read(
                housing.list_lines(self.store, today),
                len(housing.list_in_need(self.store, today)),
            ),
            self._show,
            label="Đang đọc các nhà được hỗ trợ",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the house that somebody came here for, or the form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif place.record_id is not None:
            self._wanted = place.record_id
            self._year.setCurrentIndex(0)
            self._show_year()

    def _show(self, found: _Read) -> None:
        self._found = found
        self._in_need.setText(_IN_NEED.format(found.in_need))
        self._in_need.setVisible(found.in_need > 0)
        self._offer_years()
        self._show_year()

    def _offer_years(self) -> None:
        """The years in which houses were handed over, and this one; the chosen one stays."""
        done = {one.support.handed_over_on for one in self._found.lines} - {None}
        years = {day.year for day in done if day is not None} | {date.today().year}
        chosen = self._year.currentData() if self._year.count() else date.today().year
        self._year.blockSignals(True)
        self._year.clear()
        self._year.addItem(_ALL_YEARS, None)
        for year in sorted(years, reverse=True):
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(0, self._year.findData(chosen)))
        self._year.blockSignals(False)

    def _show_year(self) -> None:
        year, today = self._year.currentData(), date.today()
        supports = [line.support for line in self._found.lines]
        period = "Từ trước đến nay" if year is None else f"Năm {year}"
        self._told.setText(sums_told(housing_sums(supports, *self._span()), period))
        self.table.set_lines(one for one in self._found.lines if is_seen(one, year, today))
        if self._wanted is not None:
            self.table.choose_ids({self._wanted})
            self._wanted = None

    def _span(self) -> tuple[date, date]:
        """The days of the chosen year; of all years, those since the first house."""
        year, today = self._year.currentData(), date.today()
        if year is not None:
            return date(year, 1, 1), min(today, date(year, 12, 31))
        days = [line.support.handed_over_on for line in self._found.lines]
        return min([day for day in days if day is not None], default=today), today

    # Building

    def _acts(self) -> list[Act[HousingLine]]:
        def counts(chosen: list[HousingLine]) -> bool:
            return all(line.support.counts for line in chosen)

        def paid(chosen: list[HousingLine]) -> bool:
            return chosen[0].support.is_paid

        def booked(chosen: list[HousingLine]) -> bool:
            return chosen[0].support.voucher_id is not None

        def open_yet(chosen: list[HousingLine]) -> bool:
            stage = chosen[0].support.stage(date.today())
            return stage in (HousingStage.PLANNED, HousingStage.STARTED)

        def free(chosen: list[HousingLine]) -> bool:
            return all(line.support.voucher_id is None for line in chosen)

        def voided(chosen: list[HousingLine]) -> bool:
            return not chosen[0].support.counts

        return [
            Act(
                "Ghi hỗ trợ nhà ở",
                lambda _none: self.begin(),
                needs="none",
                icon="add",
                shortcut="Ctrl+Shift+H",
            ),
            Act("Mở, ghi tiến độ", self._follow_up, icon="edit", main=True, allowed=counts),
            Act("Bàn giao", self._hand_over, icon="check", allowed=open_yet),
            Act("Ảnh trước, sau", self._pictures, icon="folder", reads=True),
            *self._printing(),
            Act("Xem phiếu chi", self._see_payment, group=_MORE, allowed=booked, reads=True),
            Act("Hủy phiếu chi…", self._void, group=_MORE, allowed=paid, duties=(Duty.VOIDS,)),
            Act("Ghi lại cho đúng…", self._again, group=_MORE, allowed=voided),
            Act("Bỏ", self._remove, needs="some", group=_MORE, shortcut="Delete", allowed=free),
        ]

    def _printing(self) -> list[Act[HousingLine]]:
        def done(chosen: list[HousingLine]) -> bool:
            stages = {line.support.stage(date.today()) for line in chosen}
            return stages == {HousingStage.HANDED_OVER}

        def paper(ending: str) -> Callable[[list[HousingLine]], object]:
            return lambda _none: self._print_list(ending)

        minutes = partial(print_minutes, self, self.desk, self.store)
        return [
            Act(LABEL, minutes, needs="some", icon="print", group=_PRINT, allowed=done, reads=True),
            Act("Danh sách nhà ở, Word", paper(".docx"), needs="none", group=_PRINT, reads=True),
            Act("Danh sách nhà ở, Excel", paper(".xlsx"), needs="none", group=_PRINT, reads=True),
        ]

    # Acts

    def begin(self) -> None:
        """Ask for a new house."""
        self.safely(lambda: self._edit(HousingSupport(head_name="")))

    def _begin_for(self, home: HouseInNeed) -> None:
        self.safely(
            lambda: self._edit(
                HousingSupport(
                    head_name=home.head_name, person_id=home.person_id, unit_id=home.unit_id
                )
            )
        )

    def _edit(self, support: HousingSupport, payment_no: str = "") -> HousingDialog:
        words = load_fund_words(self.store, date.today())
        dialog = HousingDialog(self, self.desk, self.store, words, support, payment_no)
        dialog.keep_drafts(self.desk.drafts, page="visits", kind=_DRAFT, subject=support.id)
        self.open_form(dialog)
        return dialog

    def _reopen(self, draft: Draft) -> None:
        lines = {line.support.id: line for line in housing.list_lines(self.store, date.today())}
        line = lines.get(draft.subject)
        if line is None or not line.support.counts:
            dialog = self._edit(HousingSupport(head_name=""))
        else:
            dialog = self._edit(line.support, line.payment)
        dialog.take_draft(draft)

    def _follow_up(self, chosen: list[HousingLine]) -> None:
        self.safely(lambda: self._edit(chosen[0].support, chosen[0].payment))

    def _again(self, chosen: list[HousingLine]) -> None:
        self.safely(lambda: self._edit(housing.copy_for_correction(chosen[0].support)))

    def _hand_over(self, chosen: list[HousingLine]) -> None:
        self.safely(lambda: self.open_form(hand_over_dialog(self, self.store, chosen[0].support)))

    def _pictures(self, chosen: list[HousingLine]) -> None:
        support = chosen[0].support
        PapersDialog(
            self,
            self.desk,
            self.store,
            FileOwner(housing_id=support.id),
            f"Ảnh trước, sau của nhà {support.head_name}",
            example="Ảnh trước khi làm, ảnh sau khi làm, đơn đề nghị, biên bản bàn giao…",
        ).open()

    def _see_payment(self, chosen: list[HousingLine]) -> None:
        place = Place("funds", chosen[0].support.voucher_id, {"tab": "vouchers"})
        self.desk.broadcast.go_to(place)

    def _void(self, chosen: list[HousingLine]) -> None:
        self.open_form(void_dialog(self, self.store, chosen[0]))

    def _remove(self, chosen: list[HousingLine]) -> None:
        ids = [line.support.id or 0 for line in chosen]
        self.do(partial(housing.remove_housing, self.store, ids))

    def _print_list(self, ending: str) -> None:
        first, last = self._span()
        order = ListOrder(name="housing", on=last, from_on=first)
        write_list(self, self.desk, self.store, order, ending)

    def _show_in_need(self) -> None:
        self.safely(lambda: NeedDialog(self, self.store, self._begin_for).open())

    # Windows
