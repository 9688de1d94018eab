"""The tab Ghi trùng: who may be in the books twice, and what was decided about such pairs."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.doubles.decisions import Merge
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.doubles import Candidate, bring_back, set_apart
from ccb_desktop.operations.people_merge import Merged, merge_all, undo_merge
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import label, labelled
from ccb_desktop.ui.members.compare_acts import open_comparison
from ccb_desktop.ui.members.review.doubles_lines import (
    CANDIDATE_COLUMNS,
    DECISION_COLUMNS,
    Decision,
    FoundDoubles,
    read_doubles,
    units_of,
)

_VIEWS = ("Cần đối chiếu", "Đã quyết định")
_UNIT = "Chi hội"
_TOLD = 5
_PURPOSE = "So sánh từng cặp rồi gộp, hoặc ghi không phải một người. Việc nào cũng lấy lại được."


class DoublesTab(PageTab):
    """Pairs are compared, merged or set apart; every decision can be taken back."""

    id = "doubles"
    title = "Ghi trùng"
    help_page = "doubles"
    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "units", "unit_names"),
            *("not_doubles", "person_merges"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._view = CalmComboBox()
        self._view.addItems(_VIEWS)
        self._view.setAccessibleName("Xem")
        self.candidates = self._candidates_table()
        self.decisions = self._decisions_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.candidates)
        self._stack.addWidget(self.decisions)
        head = QHBoxLayout()
        head.addWidget(label(_PURPOSE, "soft"), 1)
        head.addWidget(labelled("Xem", self._view))
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self._view.currentIndexChanged.connect(self._stack.setCurrentIndex)

    def refresh(self) -> None:
        """Let the worker look for pairs."""
        self.desk.background.run(
            lambda progress: read_doubles(self.store, progress),
            self._show,
            label="Đang tìm người ghi trùng",
            owner=self,
        )

    # Building

    def _candidates_table(self) -> RecordTable[Candidate]:
        table: RecordTable[Candidate] = RecordTable(
            "doubles",
            CANDIDATE_COLUMNS,
            id_of=lambda pair: pair.ids,
            acts=[
                Act("So sánh", self._compare, icon="columns", main=True, reads=True),
                Act("Gộp", self._merge, needs="some", icon="merge"),
                Act("Không phải một người", self._set_apart, needs="some", icon="close"),
            ],
            noun="cặp",
            empty=EmptyText("Đang tìm người ghi trùng…", ""),
            state=self.desk.state,
            on_export=lambda seen: export_seen(
                self, self.desk, self.store, "Người có thể ghi trùng", seen
            ),
        )
        table.add_choice(_UNIT, [(None, "Tất cả")], units_of)
        return table

    def _decisions_table(self) -> RecordTable[Decision]:
        return RecordTable(
            "doubles-decided",
            DECISION_COLUMNS,
            id_of=lambda one: one.id,
            acts=[Act("Lấy lại như trước", self._take_back, icon="undo", main=True)],
            noun="cặp",
            empty=EmptyText(
                "Chưa gộp ai, chưa xác nhận cặp nào không trùng",
                "Chọn một cặp ở mục “Cần đối chiếu” rồi bấm So sánh.",
            ),
            state=self.desk.state,
        )

    def _show(self, found: FoundDoubles) -> None:
        self.candidates.filters.set_choices(_UNIT, found.units)
        self.candidates.set_empty(
            EmptyText("Không thấy ai có thể ghi trùng", "Sau mỗi lần nhập danh sách, nên xem lại.")
        )
        self.candidates.set_lines(found.candidates)
        self.decisions.set_lines(found.decisions)

    # Acts

    def _compare(self, pairs: Sequence[Candidate]) -> None:
        open_comparison(self, self.desk, self.store, *pairs[0].ids)

    def _merge(self, pairs: Sequence[Candidate]) -> None:
        """Merge as proposed; pairs that contradict each other are left to be compared."""
        self.desk.background.run(
            lambda progress: merge_all(self.store, [pair.ids for pair in pairs], progress.report),
            self._merged,
            label="Đang gộp hồ sơ",
            owner=self,
        )

    def _merged(self, merged: Merged) -> None:
        if merged.done:
            self.desk.broadcast.send(merged.done[-1])
        if merged.refused:
            done, refused = len(merged.done), len(merged.refused)
            left = [f"và {number(refused - _TOLD)} cặp khác."] if refused > _TOLD else []
            told = f"Đã gộp {number(done)} cặp, chưa gộp {number(refused)} cặp."
            messages.tell(self, "\n".join([told, *merged.refused[:_TOLD], *left]))

    def _set_apart(self, pairs: Sequence[Candidate]) -> None:
        self._do(lambda: set_apart(self.store, [pair.ids for pair in pairs]))

    def _take_back(self, chosen: Sequence[Decision]) -> None:
        what = chosen[0].what
        if isinstance(what, Merge):
            self._do(lambda: undo_merge(self.store, what.id))
        else:
            self._do(lambda: bring_back(self.store, [what.id]))

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            change = act()
        except UserError as error:
            messages.tell(self, error)
        else:
            self.desk.broadcast.send(change)
