"""The tab Sổ thăm hỏi: visits and gifts of some days, and what is done with them."""

from collections.abc import Sequence

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import visits
from ccb_desktop.ui.kit.columns import SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.visits.visit_columns import visit_columns


class VisitsTab(PageTab):
    """The visit book."""

    id = "visits"
    title = "Sổ thăm hỏi"
    kinds = frozenset({"visits", "vouchers", "funds", "units", "unit_names", "codes"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._span = SpanChoice()
        self._span.changed.connect(self.refresh)
        self.table: RecordTable[VisitLine] = RecordTable(
            "visits",
            visit_columns(),
            id_of=lambda line: line.visit.id,
            noun="lượt",
            empty=EmptyText(
                "Không có lần thăm hỏi nào trong khoảng thời gian này",
                "Chọn khoảng thời gian khác ở trên.",
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.body.addWidget(self._span)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the visits again."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        self.desk.background.run(
            lambda _progress: visits.list_visits(self.store, first, last),
            self._show,
            label="Đang đọc sổ thăm hỏi",
            owner=self,
        )

    def _show(self, lines: Sequence[VisitLine]) -> None:
        self.table.set_lines(lines)

    def _export(self, seen: SeenTable) -> None:
        first, last = self._span.span
        title = f"Thăm hỏi, tặng quà từ {short_date(first)} đến {short_date(last)}"
        export_seen(self, self.desk, self.store, title, seen)
