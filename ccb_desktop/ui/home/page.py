"""Trang chủ: what waits today, the branch at a glance, and its pictures."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ccb_desktop.domain.backup_care import MEND_LABEL, BackupCare
from ccb_desktop.domain.backup_care import waiting as backups_waiting
from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.values import Figure, Figures
from ccb_desktop.domain.home import Concerned, Overview
from ccb_desktop.domain.lunar.year_names import lunar_date_words
from ccb_desktop.domain.printing import long_date, number
from ccb_desktop.domain.waiting import Behind, Waiting
from ccb_desktop.operations import backup_care, home
from ccb_desktop.operations import figures as counting
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.home.pictures import Pictures
from ccb_desktop.ui.kit.bottom_bar import age
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.names_dialog import NameLine, NamesDialog, name_lines, person_place
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, give_role, label

_NAMES = {"members_closing": "Hội viên", "chi_hoi_count": "Chi hội"}
"""What today's figure is called, where the indicator's name speaks of a period."""

_LINK_INDENT = 6  # pixels, as a link stands off its edge for the frame of the keyboard


class HomePage(Page):
    """Each thing on it is one click away from where it is dealt with."""

    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "units", "posts", "households"),
            *("household_years", "policies", "settings", "not_doubles"),
            *("exemption_reports", "charter_switches", "holidays", "terms", "disciplines"),
            *("funds", "vouchers", "period_locks", "cash_counts", "loans", "repayments"),
            *("loan_extensions", "dues_payments", "dues_rates", "dues_exemptions"),
            *("visits", "illnesses", "relatives", "commemorative_days"),
            *("key_tasks", "task_items", "assignments", "activities"),
            *("documents", "frozen_reports", "submissions", "report_duties"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, "Trang chủ", "")
        self._store = store
        self._on = date.today()
        self._buttons: list[QPushButton] = []
        self._glances = FlowLayout()
        self._due_title = label("Thăm hỏi tháng này", "heading")
        self._due = FlowLayout()
        self._waiting = column(spacing=8)
        self._pictures_title = label("Hội ta trong hình", "heading")
        self._pictures = Pictures(self._show_people, self._go_to)
        self.body.addLayout(self._glances)
        self.body.addWidget(self._due_title)
        self.body.addLayout(self._due)
        self.body.addWidget(label("Cần xem", "heading"))
        self.body.addLayout(self._waiting)
        self.body.addWidget(self._pictures_title)
        self.body.addWidget(self._pictures)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read the books in the background; the page fills when they are read."""
        self._on = today = date.today()
        self.set_purpose(f"Hôm nay, {long_date(today)}, {lunar_date_words(today)}")
        self.desk.background.run(
            lambda _progress: (home.overview(self._store, today), backup_care.care_of(self._store)),
            lambda found: self._show(*found),
            label="Đang đọc sổ",
            owner=self,
        )

    def _show(self, found: Overview, care: BackupCare) -> None:
        """Fill the page; the keyboard stays on the same thing, or begins at its top."""
        held = self.window().focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        name = held.accessibleName() if held is not None and inside else ""
        if held is not None and inside:
            held.clearFocus()  # else it would wander to the pictures and scroll the page there
        self._fill(found, care)
        if inside:
            QTimer.singleShot(0, self, lambda: self._give_keyboard(name))  # when they are shown

    def _give_keyboard(self, name: str) -> None:
        again = (made for made in self._buttons if made.accessibleName() == name)
        next(again, self._buttons[0]).setFocus()

    def _fill(self, found: Overview, care: BackupCare) -> None:
        self._buttons.clear()
        clear(self._glances)
        for figure in found.glances.by_code.values():
            self._glances.addWidget(self._glance(figure, found.glances))
        if found.money is not None:
            for name, dong in (
                ("Tồn quỹ cấp Hội (đồng)", found.money.branch_dong),
                ("Tồn quỹ các chi hội (đồng)", found.money.chi_hoi_dong),
            ):
                show_funds = partial(self._go_to, "funds", {"tab": "funds"})
                self._glances.addWidget(self._card(number(dong), name, show_funds))
        clear(self._due)
        for one in found.due:
            self._due.addWidget(self._card(number(one.count), one.sentence, self._leads_to(one)))
        self._due_title.setVisible(bool(found.due))
        clear(self._waiting)
        nobody = found.glances.number("members_closing") is None
        waiting = (*found.waiting, *((_BEGIN,) if nobody else ()), *_backup_lines(care))
        digits = max(len(_count_of(one)) for one in waiting)
        for one in waiting:
            self._waiting.addWidget(self._waiting_line(one, digits))
        self._pictures.show_overview(found)
        self._pictures_title.setHidden(nobody)

    def _glance(self, figure: Figure, figures: Figures) -> QWidget:
        show = partial(self._show_records, figure.indicator.code, figures)
        name = _NAMES.get(figure.indicator.code, figure.indicator.label)
        return self._card(printed(figure), name, show)

    def _card(self, text: str, name: str, show: Callable[[], object]) -> QWidget:
        """A number written large, and below it what it is, which leads behind it."""
        card = QFrame()
        give_role(card, "card")
        layout = column(card, margin=14, spacing=2)
        written = label(text, "figure", wrap=False)
        written.setIndent(_LINK_INDENT)
        layout.addWidget(written)
        link = button(name, show, role="link")
        self._buttons.append(link)
        layout.addWidget(link)
        return card

    def _waiting_line(self, one: Waiting, digits: int) -> QWidget:
        line = QFrame()
        give_role(line, "card")
        layout = QHBoxLayout(line)
        if digits:
            layout.addWidget(CountLabel(_count_of(one), digits))
        layout.addWidget(label(one.sentence), 1)
        text = _TAB_THERE.get(str(one.filters.get("tab")), _GO_THERE[one.page])
        text = _ACT_THERE.get(str(one.filters.get("act")), text)
        made = button(text, self._leads_to(one))
        made.setAccessibleName(f"{text}: {one.sentence}")
        self._buttons.append(made)
        layout.addWidget(made)
        return line

    def _leads_to(self, one: Waiting) -> Callable[[], object]:
        return partial(self.desk.broadcast.go_to, Place(one.page, filters=one.filters))

    def _go_to(self, page: str, filters: dict[str, object]) -> None:
        self.desk.broadcast.go_to(Place(page, filters=filters))

    def _show_people(self, title: str, behind: Behind) -> None:
        self.desk.background.run(
            lambda _progress: home.people_behind(self._store, self._on, behind),
            lambda people: self._open_names(title, _lines(people)),
            label="Đang tìm tên",
            owner=self,
        )

    def _show_records(self, code: str, figures: Figures) -> None:
        self.desk.background.run(
            lambda _progress: counting.figures_for(
                self._store, figures.from_on, figures.to_on, indicators=[code], with_records=True
            ).by_code[code],
            lambda figure: self._open_names(
                f"{_NAMES.get(code, figure.indicator.label)}: {printed(figure)}",
                name_lines(figure.records),
            ),
            label="Đang tìm tên",
            owner=self,
        )

    def _open_names(self, title: str, lines: Sequence[NameLine]) -> None:
        dialog = NamesDialog(self, title, lines, self.desk.state)
        dialog.place_wanted.connect(self.desk.broadcast.go_to)
        dialog.open()


def _lines(people: Sequence[Concerned]) -> list[NameLine]:
    return [
        NameLine(place, one.name, detail=one.detail, place=person_place(one.person_id))
        for place, one in enumerate(people)
    ]


class CountLabel(QLabel):
    """How many wait, in the width of the largest number, so that the sentences line up."""

    def __init__(self, text: str, digits: int) -> None:
        super().__init__(text)
        self._digits = digits
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("role", "figure")

    def sizeHint(self) -> QSize:
        """Room for as many digits, at every size of text."""
        self.ensurePolished()
        room = self.fontMetrics().horizontalAdvance("0" * self._digits)
        return super().sizeHint().expandedTo(QSize(room, 0))

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()


def _count_of(one: Waiting) -> str:
    """How many wait, in print; nothing where nobody is counted."""
    return number(one.count) if one.count else ""


_GO_THERE = {
    "reports": "Mở báo cáo",
    "settings": "Mở sao lưu",
    "exchange": "Nhập từ Excel",
    "review": "Rà soát",
    "funds": "Mở quỹ Hội",
    "visits": "Mở thăm hỏi",
    "tasks": "Mở nhiệm vụ",
}
"""What leads to a page where something is dealt with."""

_TAB_THERE = {"register": "Mở văn bản"}
"""The same for tabs that are not what their page is called after."""

_ACT_THERE = {mend.value: text for mend, text in MEND_LABEL.items()}
"""And what begins an act at once."""

_BEGIN = Waiting(
    "Sổ chưa có hội viên nào. Bắt đầu bằng các tệp Excel mà chi hội gửi.",
    page="exchange",
    filters={"act": "import"},
)


def _backup_lines(care: BackupCare) -> list[Waiting]:
    """What the officer is reminded of, then how old the newest backup is."""
    now = datetime.now()
    reminders = backups_waiting(care, now)
    if care.here.newest is None:
        return reminders or [_backup_line("Chưa sao lưu lần nào.")]
    told = f"Sao lưu gần nhất: {age(care.here.newest.made_at, now)}."
    return [*reminders, _backup_line(f"{told} {_second_place(care)}".strip())]


def _backup_line(told: str) -> Waiting:
    return Waiting(told, page="settings", filters={"tab": "backups"})


def _second_place(care: BackupCare) -> str:
    if care.away is None:
        return ""
    if not care.away.is_there:
        return "Nơi thứ hai chưa cắm vào máy."
    if care.away.newest is None:
        return "Nơi thứ hai chưa có bản nào."
    return "Nơi thứ hai chưa có bản ấy." if care.away_is_behind else "Nơi thứ hai cũng đã có."
