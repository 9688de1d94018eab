"""Trang chủ: what waits today, the branch at a glance, and its pictures."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.values import Figure, Figures
from ccb_desktop.domain.home import Overview, Waiting
from ccb_desktop.domain.printing import long_date
from ccb_desktop.operations import figures as counting
from ccb_desktop.operations import home
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.names_dialog import NameLine, NamesDialog, name_lines
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, give_role, label

_NAMES = {"members_closing": "Hội viên", "chi_hoi_count": "Chi hội"}
"""What today's figure is called, where the indicator's name speaks of a period."""


class HomePage(Page):
    """Each thing on it is one click away from where it is dealt with."""

    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "units", "posts", "households"),
            *("policies", "exemption_reports", "charter_switches", "holidays", "terms"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, "Trang chủ", "")
        self._store = store
        self._glances = FlowLayout()
        self._waiting = column(spacing=8)
        self._charts = QHBoxLayout()
        self.body.addWidget(self._scrolling())

    def _scrolling(self) -> QScrollArea:
        ground = QWidget()
        layout = column(ground, spacing=16)
        layout.addLayout(self._glances)
        layout.addWidget(label("Cần xem trong tháng", "heading"))
        layout.addLayout(self._waiting)
        layout.addWidget(label("Hội ta trong hình", "heading"))
        layout.addLayout(self._charts)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(ground)
        area.setAccessibleName("Nội dung trang chủ")
        return area

    def refresh(self) -> None:
        """Read the books in the background; the page fills when they are read."""
        today = date.today()
        self.set_purpose(f"Hôm nay, {long_date(today)}")
        self.desk.background.run(
            lambda _progress: home.overview(self._store, today),
            self._show,
            label="Đang đọc sổ",
            owner=self,
        )

    def _show(self, found: Overview) -> None:
        clear(self._glances)
        for figure in found.glances.by_code.values():
            self._glances.addWidget(self._glance(figure, found.glances))
        clear(self._waiting)
        for one in found.waiting:
            self._waiting.addWidget(self._waiting_line(one))
        if not found.waiting:
            self._waiting.addWidget(label("Không có việc gì đang chờ.", "good"))
        clear(self._charts)
        for title, bars in (
            (f"Hội viên theo tuổi, {found.on:%d/%m/%Y}", found.ages),
            ("Hội viên theo thời kỳ phục vụ", found.periods),
            ("Số hội viên cuối mỗi năm", found.by_year),
        ):
            if any(count for _name, count in bars):
                chart = RowChart(title, [Bar(name, count) for name, count in bars])
                self._charts.addWidget(chart, 1, Qt.AlignmentFlag.AlignTop)

    def _glance(self, figure: Figure, figures: Figures) -> QWidget:
        card = QFrame()
        give_role(card, "card")
        layout = column(card, margin=14, spacing=2)
        layout.addWidget(label(printed(figure), "figure", wrap=False))
        show = partial(self._show_records, figure.indicator.code, figures)
        name = _NAMES.get(figure.indicator.code, figure.indicator.label)
        layout.addWidget(button(name, show, role="link"))
        return card

    def _waiting_line(self, one: Waiting) -> QWidget:
        line = QFrame()
        give_role(line, "card")
        layout = QHBoxLayout(line)
        layout.addWidget(label(str(one.count), "figure", wrap=False))
        layout.addWidget(label(one.sentence), 1)
        layout.addWidget(button("Xem danh sách", partial(self._show_waiting, one)))
        return line

    def _show_waiting(self, one: Waiting) -> None:
        if one.page:
            self.desk.broadcast.go_to(Place(one.page, filters=one.filters))
            return
        lines = [
            NameLine(number, name, person_id=person_id)
            for number, (person_id, name) in enumerate(one.people)
        ]
        self._open_names(f"{one.count} {one.sentence}", lines)

    def _show_records(self, code: str, figures: Figures) -> None:
        found = counting.figures_for(
            self._store, figures.from_on, figures.to_on, indicators=[code], with_records=True
        )
        figure = found.by_code[code]
        self._open_names(f"{figure.indicator.label}: {printed(figure)}", name_lines(figure.records))

    def _open_names(self, title: str, lines: Sequence[NameLine]) -> None:
        dialog = NamesDialog(self, title, lines, self.desk.state)
        dialog.person_wanted.connect(
            lambda person_id: self.desk.broadcast.go_to(Place("members", person_id))
        )
        dialog.open()
