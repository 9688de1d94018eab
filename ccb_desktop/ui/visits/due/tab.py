"""The tab Đến hạn thăm: who is due a visit in a week, a month or a year, and why."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.visits.due import DUE_KIND, DueKind, DueVisit
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.due_visits import (
    DueOverview,
    load_due,
    route_file_name,
    write_route_list,
)
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.visits import longevity_papers
from ccb_desktop.operations.withdrawn import withdrawn_among
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.masking import ask_masking
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label, labelled
from ccb_desktop.ui.visits.due.columns import DUE_COLUMNS
from ccb_desktop.ui.visits.due.days_dialog import DaysDialog
from ccb_desktop.ui.visits.due.sick_days import ask_for_sick_days
from ccb_desktop.ui.visits.due.spans import AHEAD_SPAN, spans_from

KIND, UNIT, GROUP = "Nhóm", "Chi hội", "Tổ dân phố"
_ALL = [(None, "Tất cả")]
_PRINT = "In"
_DAYS_TOLD = 2
_NO_CARDS = (
    "Trong danh sách đang xem không có ai đến tuổi mừng thọ.\n"
    "Ở ô Nhóm chọn Đến tuổi mừng thọ, ở ô Thời gian chọn tháng hay cả năm, rồi in lại."
)
_TO_CALL = "Đi thăm cần gọi điện trước thì bỏ che"
_LISTS = {"due-visits": "Danh sách đến hạn thăm", "anniversaries": "Danh sách ngày giỗ"}


class DueTab(PageTab):
    """Nobody is forgotten: the list leads to the visit book, to files and to a paper."""

    id = "due"
    title = "Đến hạn thăm"
    help_page = "den-han-tham"
    kinds = frozenset(
        {
            *("visits", "illnesses", "relatives", "commemorative_days", "persons", "settings"),
            *("memberships", "membership_events", "units", "unit_names", "households"),
            *("household_years", "vouchers", "usual_amounts"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._found: DueOverview | None = None
        self._span = CalmComboBox()
        self._span.setAccessibleName("Thời gian")
        for span in spans_from(date.today()):
            self._span.addItem(span.label, span)
        self._choose_span(AHEAD_SPAN)
        self._days = label("")
        self.table: RecordTable[DueVisit] = RecordTable(
            "due-visits",
            DUE_COLUMNS,
            id_of=lambda one: one.key,
            acts=self._acts(),
            noun="việc",
            empty=EmptyText("Không ai đến hạn thăm", "Chọn thời gian khác ở trên."),
            state=desk.state,
            on_export=lambda seen: export_seen(
                self, self.desk, self.store, "Đến hạn thăm hỏi", seen, {"Điện thoại"}
            ),
        )
        self._build()
        self._span.currentIndexChanged.connect(self.refresh)

    # Building

    def _build(self) -> None:
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Thời gian", self._span))
        head.addWidget(button("Ngày kỷ niệm…", self._open_days, icon="calendar"))
        head.addWidget(button("Hạn thăm người ốm…", self._ask_sick_days, duties=(Duty.SETTINGS,)))
        self.table.add_choice(KIND, [*_ALL, *DUE_KIND.items()], lambda one: one.kind)
        self.table.add_choice(UNIT, _ALL, lambda one: one.unit_name, more=True)
        self.table.add_choice(GROUP, _ALL, lambda one: one.street_group, more=True)
        self.body.addLayout(head)
        self.body.addWidget(self._days)
        self.body.addWidget(self.table, 1)

    def _acts(self) -> list[Act[DueVisit]]:
        def paper(name: str, ending: str) -> Any:
            return lambda _none: self._write_list(name, ending)

        return [
            Act("Ghi thăm hỏi", self._record, icon="add", main=True),
            Act("Lập đợt tặng quà", self._begin_round, "some", "visits"),
            Act("Mở hồ sơ", self._open_person, icon="open", reads=True),
            Act(
                "Lịch đi thăm, những dòng đang chọn",
                self._route,
                "some",
                "print",
                group=_PRINT,
                reads=True,
            ),
            Act(
                "Lịch đi thăm, cả danh sách đang xem",
                lambda _none: self._route(self.table.seen_lines()),
                needs="none",
                group=_PRINT,
                reads=True,
            ),
            Act(
                "Thẻ mừng thọ, những người đang chọn",
                self._print_cards,
                "some",
                group=_PRINT,
                allowed=lambda chosen: all(one.kind is DueKind.LONGEVITY for one in chosen),
                reads=True,
            ),
            Act(
                "Thẻ mừng thọ, cả danh sách đang xem",
                lambda _none: self._print_cards(self.table.seen_lines()),
                needs="none",
                group=_PRINT,
                reads=True,
            ),
            *(
                Act(
                    f"{text}, {program}",
                    paper(name, ending),
                    needs="none",
                    group=_PRINT,
                    reads=True,
                )
                for name, text in _LISTS.items()
                for program, ending in (("Word", ".docx"), ("Excel", ".xlsx"))
            ),
        ]

    # Reading

    def refresh(self) -> None:
        """Reckon again who is due."""
        span = self._span.currentData()
        self.desk.background.run(
            lambda _progress: load_due(self.store, date.today(), span.from_on, span.to_on),
            self._show,
            label="Đang tìm người đến hạn thăm",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the group that the first page counts, in the days it counts."""
        if "kind" not in place.filters:
            return
        wanted = DueKind(str(place.filters["kind"]))
        self.table.show_all()
        self._choose_span(str(place.filters.get("span", AHEAD_SPAN)))
        self.table.filters.choose(KIND, wanted)

    def _choose_span(self, name: str) -> None:
        names = [self._span.itemData(place).name for place in range(self._span.count())]
        self._span.setCurrentIndex(names.index(name) if name in names else 0)

    def _show(self, found: DueOverview) -> None:
        self._found = found
        self._days.setText(_days_words(found))
        self._days.setVisible(bool(found.days))
        visits = found.visits
        counted = [(kind, sum(one.kind is kind for one in visits)) for kind in DueKind]
        self.table.filters.set_choices(
            KIND, [*_ALL, *((k, f"{DUE_KIND[k]} ({number(n)})") for k, n in counted)]
        )
        for text, names in (
            (UNIT, {one.unit_name for one in visits}),
            (GROUP, {one.street_group for one in visits}),
        ):
            known = sorted(name for name in names if name)
            self.table.filters.set_choices(text, [*_ALL, *((name, name) for name in known)])
        self.table.set_lines(visits)

    # Acts

    def _record(self, chosen: list[DueVisit]) -> None:
        proposed = chosen[0].visit_on(date.today())
        filters: dict[str, object] = {"tab": "visits", "write": proposed}
        self.desk.broadcast.go_to(Place("visits", filters=filters))

    def _open_person(self, chosen: list[DueVisit]) -> None:
        self.desk.broadcast.go_to(Place("members", chosen[0].person_id))

    def _begin_round(self, chosen: list[DueVisit]) -> None:
        filters: dict[str, object] = {"tab": "rounds", "due": tuple(chosen)}
        self.desk.broadcast.go_to(Place("visits", filters=filters))

    def _print_cards(self, visits: Sequence[DueVisit]) -> None:
        wanted = [
            (one.person_id, one.year)
            for one in visits
            if one.kind is DueKind.LONGEVITY and one.year is not None
        ]
        if not wanted:
            messages.tell(self, _NO_CARDS)
            return
        today = date.today()
        choose_target(
            self,
            "Ghi thẻ mừng thọ vào đâu",
            longevity_papers.suggested_name(self.store, today),
            WORD_OUT,
            lambda out: self.desk.background.run(
                lambda _progress: longevity_papers.write_cards(self.store, wanted, today, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi thẻ mừng thọ",
                owner=self,
            ),
        )

    def _route(self, visits: Sequence[DueVisit]) -> None:
        found = self._found
        if found is None:
            return
        from_on, to_on = found.from_on, found.to_on
        name = route_file_name(self.store, found.on, "docx")

        def write(out: Path, *, masked: bool) -> None:
            self.desk.background.run(
                lambda _progress: write_route_list(
                    self.store, visits, from_on, to_on, out, masked=masked
                ),
                lambda written: tell_written(self, [written]),
                label="Đang ghi lịch đi thăm",
                owner=self,
            )

        def ask_target(masked: bool) -> None:
            told = "Ghi lịch đi thăm vào đâu"
            choose_target(self, told, name, WORD_OUT, partial(write, masked=masked))

        unwilling = withdrawn_among(self.store, {one.person_id for one in visits})
        ask_masking(
            self, self.store, "In lịch đi thăm", ask_target, hint=_TO_CALL, withdrawn=unwilling
        )

    def _write_list(self, name: str, ending: str) -> None:
        span = self._span.currentData()
        order = ListOrder(name=name, on=span.to_on, from_on=span.from_on)
        write_list(self, self.desk, self.store, order, ending)

    def _open_days(self) -> None:
        DaysDialog(self, self.desk, self.store).open()

    def _ask_sick_days(self) -> None:
        ask_for_sick_days(self, self.desk, self.store)


def _days_words(found: DueOverview) -> str:
    """`Sắp tới: Ngày thành lập Hội 6/12 (06/12/2026, còn 7 ngày); …`."""
    told = [
        f"{one.day.name} ({short_date(one.on)}, {_left(one.days_left(found.on))})"
        for one in found.days[:_DAYS_TOLD]
    ]
    return f"Ngày kỷ niệm sắp tới: {'; '.join(told)}."


def _left(days: int) -> str:
    return f"còn {number(days)} ngày" if days else "hôm nay"
