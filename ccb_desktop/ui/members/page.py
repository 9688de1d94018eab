"""The page Hội viên: the roster as at a day, the clubs' members, and what is done with them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from ccb_desktop.domain.members.lines import ClubLine, MemberLine
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.queries import QueryField
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.own_fields import list_own_fields
from ccb_desktop.ui.kit import saved_views
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.day_choice import ask_for_day
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.saved_views import SavedViews
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.members.columns import MASKED, club_columns, member_columns
from ccb_desktop.ui.members.compare_acts import compare_act, open_comparison
from ccb_desktop.ui.members.event_acts import GROUP, event_acts
from ccb_desktop.ui.members.filters import STATUS_CHOICES, Filter, holds, member_filters
from ccb_desktop.ui.members.many_acts import ManyActs
from ccb_desktop.ui.members.member_queries import list_query_fields
from ccb_desktop.ui.members.own_columns import own_columns, own_filters
from ccb_desktop.ui.members.person_acts import PersonActs
from ccb_desktop.ui.members.person_form import KINDS
from ccb_desktop.ui.members.roster import Roster, read_first, read_roster
from ccb_desktop.ui.members.words import RosterWords

CLUBS = "CLUBS"
_OTHER_DAY = "DAY"
_VIEWS = (
    *STATUS_CHOICES,
    (CLUBS, "Thành viên CLB-CQN"),
    (_OTHER_DAY, "Tại một ngày khác…"),
)
_READING = EmptyText("Đang đọc danh sách…", "")


class MembersPage(Page):
    """Searched, filtered, opened, recorded, printed: people are chosen by a row."""

    duties = (Duty.PEOPLE,)

    kinds = KINDS | saved_views.KINDS

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, "Hội viên", "")
        self._store = store
        self._acts = PersonActs(self, desk, store)
        self._many = ManyActs(self, desk, store)
        self._on: date | None = None
        own = tuple(list_own_fields(store))
        words = RosterWords(on=date.today(), own_fields=own)
        self._roster = Roster(words, [], [], {}, is_whole=False)
        self._place: Place | None = None
        self._view = CalmComboBox()
        for value, shown in _VIEWS:
            self._view.addItem(shown, value)
        self._viewed = 0
        self.add_view_choice("Xem", self._view)
        self._add_button = self.add_main_button(
            "Thêm hội viên", self.add_person, icon="add", shortcut="Ctrl+N"
        )
        self.add_main_button("Nhập từ Excel", self._import, icon="import")
        self.members = self._members_table()
        self.views = self._saved_views()
        self.clubs = self._clubs_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.members)
        self._stack.addWidget(self.clubs)
        self.body.addWidget(self._stack, 1)
        self._view.currentIndexChanged.connect(self._change_view)

    # Building

    def _members_table(self) -> RecordTable[MemberLine]:
        table: RecordTable[MemberLine] = RecordTable(
            "members",
            [
                *member_columns(self._words, lambda line: self._roster.since(line)),
                *self._own_columns(),
            ],
            id_of=lambda line: line.person_id,
            acts=[
                Act("Mở hồ sơ", self._open_chosen, icon="open", main=True, reads=True),
                *event_acts(self._record, _status_of, many=True),
                Act("Ghi việc tang…", self._record_death, group=GROUP),
                *self._many.acts(lambda: self.members.view.selectAll()),
                Act("In phiếu", self._print_sheets, needs="some", icon="print", reads=True),
                compare_act(self._compare),
            ],
            noun="hội viên",
            empty=_READING,
            state=self.desk.state,
            on_export=lambda seen: self._export("Danh sách hội viên", seen),
        )
        for one in self._filters():
            table.add_choice(one.label, one.choices, one.values_of, more=one.id != "unit")
        return table

    def _own_columns(self) -> list[Column[Any]]:
        own = self._roster.words.own_fields
        return own_columns(own, lambda person_id: self._roster.own_of(person_id))

    def _filters(self) -> list[Filter]:
        """The filters of every branch, then that of this branch's own fields."""
        own = self._roster.words.own_fields
        of_own = own_filters(own, lambda person_id: self._roster.own_of(person_id))
        return [*member_filters(self._words), *of_own]

    def _saved_views(self) -> SavedViews:
        return SavedViews(
            self,
            self.desk,
            self._store,
            self.members,
            "members",
            self._query_fields,
            noun="hội viên",
        )

    def _query_fields(self) -> list[QueryField]:
        words, own_of = self._words(), self._roster.own_of
        return list_query_fields(words, own_of)

    def _renew_tables(self) -> None:
        """The branch's own fields are others now: so are the columns and the filters."""
        in_use = self.views.in_use
        for before in (self.members, self.clubs):
            self._stack.removeWidget(before)
            before.deleteLater()
        self.members, self.clubs = self._members_table(), self._clubs_table()
        for made in (self.members, self.clubs):
            self._stack.addWidget(made)
        self.views = self._saved_views()
        self.views.use(*in_use)

    def _clubs_table(self) -> RecordTable[ClubLine]:
        return RecordTable(
            "club-members",
            [*club_columns(self._words), *self._own_columns()],
            id_of=lambda line: line.membership_id,
            acts=[
                Act("Mở hồ sơ", self._open_chosen, icon="open", main=True, reads=True),
                Act(
                    "Kết nạp vào Hội",
                    lambda lines: self._record(EventKind.ADMITTED, lines),
                    needs="some",
                ),
                *self._many.acts(lambda: self.clubs.view.selectAll()),
                Act("In phiếu", self._print_sheets, needs="some", icon="print", reads=True),
            ],
            noun="thành viên CLB",
            empty=_READING,
            state=self.desk.state,
            on_export=lambda seen: self._export("Danh sách thành viên CLB", seen),
        )

    def _words(self) -> RosterWords:
        return self._roster.words

    # Reading

    def refresh(self) -> None:
        """Let the worker read the roster; for the first time its top is seen meanwhile."""
        on = self._on or date.today()
        if not self._roster.is_whole:
            self.desk.background.run(
                lambda _progress: read_first(self._store, on),
                self._show_first,
                label="Đang đọc danh sách hội viên",
                owner=self,
            )
        self.desk.background.run(
            lambda _progress: read_roster(self._store, on),
            self._show,
            label="Đang đọc danh sách hội viên",
            owner=self,
        )

    def _show_first(self, first: Roster) -> None:
        """Show the lines at the top, as long as nothing else is."""
        if not self._roster.is_whole:
            self._roster = first
            self.set_purpose(f"{_READING.title} Dưới đây là những người đầu danh sách.")
            self.members.set_lines(filter(holds(self._view.itemData(self._viewed)), first.members))

    def _show(self, roster: Roster) -> None:
        before, self._roster = self._roster, roster
        if before.words.own_fields != roster.words.own_fields:
            self._renew_tables()
        for one in self._filters():
            self.members.filters.set_choices(one.label, one.choices)
        self._tell_when_empty()
        self._fill()
        self.views.refresh()
        added = roster.people - before.people
        if before.is_whole and before.members and len(added) == 1:
            self._choose(added)
        if not before.is_whole:
            self.members.filters.search.setFocus()
        if self._place is not None:
            place, self._place = self._place, None
            self._filter(place.filters)

    def _fill(self) -> None:
        """Show those whom the view holds."""
        view = self._view.itemData(self._viewed)
        on_clubs = view == CLUBS
        self._stack.setCurrentIndex(int(on_clubs))
        self._add_button.setText("Thêm thành viên CLB" if on_clubs else "Thêm hội viên")
        self._add_button.setAccessibleName(self._add_button.text())
        if on_clubs:
            self.clubs.set_lines(self._roster.clubs)
        else:
            self.members.set_lines(filter(holds(view), self._roster.members))
        self._say_when(on_clubs=on_clubs)

    def _say_when(self, *, on_clubs: bool) -> None:
        count = sum(map(holds(STATUS_CHOICES[0][0]), self._roster.members))
        day = short_date(self._roster.words.on)
        if on_clubs:
            self.set_purpose("Thành viên câu lạc bộ cựu quân nhân, không tính vào số hội viên")
        elif self._on is None:
            self.set_purpose(f"{number(count)} hội viên tính đến hôm nay, {day}")
        else:
            self.set_purpose(
                f"ĐANG XEM TẠI NGÀY {day}: {number(count)} hội viên. "
                "Chọn lại “Tại một ngày khác…” để trở về hôm nay."
            )

    def _tell_when_empty(self) -> None:
        self.members.set_empty(
            EmptyText(
                "Không có ai trong mục này" if self._roster.members else "Chưa có hội viên nào",
                "Chọn mục khác ở ô Xem."
                if self._roster.members
                else "Nhập danh sách Excel của các chi hội, hoặc thêm từng người.",
                *(() if self._roster.members else ("Nhập từ Excel", self._import)),
            )
        )
        self.clubs.set_empty(
            EmptyText(
                "Chưa có thành viên CLB nào",
                "Lập câu lạc bộ ở trang Đơn vị trước, rồi thêm thành viên.",
            )
        )

    # Places in the page

    def show_place(self, place: Place) -> None:
        """Open a person, go on with a draft, or show only what the filters say.

        Filters: `status` (a value of `filters.STATUS_CHOICES`, or `CLUBS`), the ids of
        `filters.member_filters`, and `on`: the day for which the list shall be seen.
        """
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._acts.go_on(draft)
        elif place.record_id is not None:
            self._choose({place.record_id})
            self._acts.open_person(place.record_id)
        elif place.filters.get("on") != self._on:
            self._place = place
            self._show_day(_day(place.filters.get("on")))
        elif self._roster.is_whole:
            self._filter(place.filters)
        else:
            self._place = place

    def _filter(self, wanted: Mapping[str, object]) -> None:
        self.members.show_all()
        self._view.setCurrentIndex(max(0, self._view.findData(wanted.get("status"))))
        for one in self._filters():
            if one.id in wanted:
                self.members.filters.choose(one.label, wanted[one.id])

    def _choose(self, people: set[int]) -> None:
        self.members.choose_ids(people)
        self.clubs.choose_ids(
            line.membership_id for line in self._roster.clubs if line.person_id in people
        )

    def _change_view(self, place: int) -> None:
        if self._view.itemData(place) == _OTHER_DAY:
            self._view.setCurrentIndex(self._viewed)
            self._ask_for_day()
        elif place != self._viewed:
            self._viewed = place
            self._fill()

    def _ask_for_day(self) -> None:
        ask_for_day(self, "Danh sách tại một ngày", self._on, self._show_day)

    def _show_day(self, on: date | None) -> None:
        self._on = on
        self.refresh()

    # Acts

    def add_person(self) -> None:
        """Enter somebody into the Hội, or into a club where clubs are shown; show him then."""
        on_clubs = self._stack.currentWidget() is self.clubs
        shown = self.clubs if on_clubs else self.members
        dialog = self._acts.add_club_member() if on_clubs else self._acts.add_member()
        if dialog is not None:
            dialog.saved.connect(lambda _change: shown.show_all())

    def _open_chosen(self, lines: Sequence[MemberLine | ClubLine]) -> None:
        self._acts.open_person(lines[0].person_id, self._on)

    def _record_death(self, chosen: list[MemberLine]) -> None:
        """Go where all that is done at a death is recorded."""
        place = Place("visits", chosen[0].person_id, {"tab": "deaths"})
        self.desk.broadcast.go_to(place)

    def _record(self, kind: EventKind, lines: Sequence[MemberLine | ClubLine]) -> None:
        if len(lines) > 1:
            self._many.record(kind, lines)
        else:
            self._acts.record(kind, lines[0].person_id)

    def _compare(self, lines: Sequence[MemberLine]) -> None:
        first, second = lines
        open_comparison(self, self.desk, self._store, first.person_id, second.person_id)

    def _import(self) -> None:
        self.desk.broadcast.go_to(Place("exchange", filters={"act": "import"}))

    def _print_sheets(self, lines: Sequence[MemberLine | ClubLine]) -> None:
        self._acts.print_sheets([line.person_id for line in lines], self._on)

    def _export(self, title: str, seen: SeenTable) -> None:
        title += f" tại ngày {short_date(self._on)}" if self._on else ""
        export_seen(self, self.desk, self._store, title, seen, MASKED)


def _day(given: object) -> date | None:
    return given if isinstance(given, date) else None


def _status_of(lines: Sequence[MemberLine]) -> Status:
    return lines[0].status
