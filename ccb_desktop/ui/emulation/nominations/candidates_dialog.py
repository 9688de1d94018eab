"""The list out of which those who are put forward are chosen, with evidence beside each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.candidates import (
    Candidate,
    reached_thresholds,
    unrewarded_for,
    waits_for_medal,
)
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.emulation.nominations.columns import candidate_columns
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable

_ALL = (None, "Tất cả")
_RUNS = (1, 2, 3, 5)
_SPANS = (1, 3, 5)
_MEDAL, _RUN, _UNREWARDED, _NOMINATED = "Kỷ niệm chương", "Năm liền", "Chưa khen", "Đề nghị"
_WAITS, _HAS, _LATER = "waits", "has", "later"
_HOW = "Chọn một hay nhiều dòng (giữ Ctrl hoặc Shift), rồi bấm Đề nghị khen."


class CandidatesDialog(ListDialog):
    """Members, or units, of the day of a year."""

    chosen = Signal(object)
    """The `Candidate`s to be put forward; the dialog has closed."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        year: int,
        kind: AwardRecipient,
        candidates: Sequence[Candidate],
        medal_years: int,
        on_export: Callable[[str, SeenTable], object],
        *,
        waiting: bool = False,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab.
            desk: Where the arrangement of columns is remembered.
            year: For whose nominations it is.
            kind: Members or units.
            candidates: Who may be chosen.
            medal_years: After how many years in the Hội one waits for the Kỷ niệm chương.
            on_export: Gets title and list as seen.
            waiting: Begin with those who wait for the Kỷ niệm chương.
        """
        of_members = kind is AwardRecipient.MEMBER
        title = f"{'Hội viên' if of_members else 'Đơn vị'} để xét đề nghị khen năm {year}"
        if waiting:
            title = f"Đủ {number(medal_years)} năm trong Hội, chưa có Kỷ niệm chương"
            candidates = [one for one in candidates if waits_for_medal(one, medal_years)]
        super().__init__(parent, title)
        self.table: RecordTable[Candidate] = RecordTable(
            "candidates" if of_members else "unit-candidates",
            candidate_columns(),
            id_of=lambda one: one.key,
            acts=[Act("Đề nghị khen", self._give, "some", "check", main=True)],
            noun="hội viên" if of_members else "đơn vị",
            empty=EmptyText("Không có ai trong danh sách này", ""),
            state=desk.state,
            on_export=lambda seen: on_export(title, seen),
        )
        self._add_filters(candidates, medal_years, of_members=of_members, waiting=waiting)
        self.show_list(self.table, candidates, self._note(candidates, waiting=waiting), (80, 44))
        if waiting:
            self.table.sort_by("years_in", descending=True)

    def _add_filters(
        self,
        candidates: Sequence[Candidate],
        medal_years: int,
        *,
        of_members: bool,
        waiting: bool,
    ) -> None:
        if of_members:
            units = sorted({one.unit_name for one in candidates}, key=natural_order)
            offered = [_ALL, *((one, one) for one in units)]
            self.table.add_choice(UNIT, offered, lambda one: one.unit_name)
        runs = [_ALL, *((one, f"từ {one} năm") for one in _RUNS)]
        self.table.add_choice(
            _RUN, runs, lambda one: reached_thresholds(one.run, _RUNS), more=waiting
        )
        spans = [_ALL, *((one, f"{one} năm qua") for one in _SPANS)]
        self.table.add_choice(
            _UNREWARDED, spans, lambda one: unrewarded_for(one, _SPANS), more=True
        )
        nominated = [_ALL, (False, "Chưa đề nghị năm nay"), (True, "Đã đề nghị")]
        self.table.add_choice(_NOMINATED, nominated, lambda one: bool(one.nominated), more=True)
        if of_members and not waiting:
            medals = [_ALL, (_WAITS, "Đủ năm, chưa có"), (_HAS, "Đã có"), (_LATER, "Chưa đủ năm")]
            self.table.add_choice(
                _MEDAL, medals, lambda one: _medal_state(one, medal_years), more=True
            )

    def _note(self, candidates: Sequence[Candidate], *, waiting: bool) -> str:
        unknown = sum(one.years_in is None for one in candidates)
        if waiting or not unknown or candidates[0].kind is not AwardRecipient.MEMBER:
            return _HOW
        return f"{_HOW} {number(unknown)} hội viên chưa ghi ngày vào Hội nên chưa tính được số năm."

    def _give(self, chosen: Sequence[Candidate]) -> None:
        self.accept()
        self.chosen.emit(chosen)


def _medal_state(candidate: Candidate, years: int) -> str:
    if candidate.medal_year is not None:
        return _HAS
    return _WAITS if waits_for_medal(candidate, years) else _LATER
