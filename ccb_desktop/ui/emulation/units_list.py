"""The grading of members chi hội by chi hội, with the year before beside it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.member_grading import GradeTally, UnitTally
from ccb_desktop.domain.printing import number, percent, share
from ccb_desktop.ui.emulation.words import NO_UNIT, UNIT
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState


class UnitsList(ListDialog):
    """One line for each chi hội; Enter shows its members."""

    def __init__(
        self,
        parent: QWidget,
        year: int,
        tallies: Sequence[UnitTally],
        choose: Callable[[int | None], object],
        state: WindowState,
        on_export: Callable[[SeenTable], object],
    ) -> None:
        """Build and fill the window.

        Args:
            parent: The tab.
            year: The year that is graded.
            tallies: Unit by unit.
            choose: Shows the members of a unit.
            state: Where the columns are remembered.
            on_export: Writes the list as it is seen.
        """
        super().__init__(parent, f"Bình xét hội viên năm {year} theo chi hội")
        self._choose = choose
        self.table: RecordTable[UnitTally] = RecordTable(
            "grading-units",
            _columns(year),
            id_of=lambda one: one.unit_id,
            acts=[Act("Xem hội viên", self._open, icon="open", main=True, reads=True)],
            noun="chi hội",
            empty=EmptyText("Chưa có chi hội nào", ""),
            state=state,
            on_export=on_export,
        )
        self.show_list(self.table, tallies, letters=(60, 34))

    def _open(self, chosen: list[UnitTally]) -> None:
        self.accept()
        self._choose(chosen[0].unit_id)


def _columns(year: int) -> list[Column[UnitTally]]:
    return [
        Column("unit", UNIT, lambda one: one.unit_name or NO_UNIT, width=16),
        Column(
            "share",
            "CCB gương mẫu",
            lambda one: _told(one.now),
            lambda one: _rate(one.now),
            width=20,
            total=lambda seen: _told(_sum(one.now for one in seen)),
        ),
        _count("waiting", "Chưa xét", lambda one: one.now.waiting),
        _count("exempt", "Miễn sinh hoạt", lambda one: one.now.exempt),
        _count("suspended", "Đình chỉ", lambda one: one.now.suspended),
        Column(
            "before",
            f"Năm {year - 1}",
            lambda one: _told(one.before),
            lambda one: _rate(one.before),
            width=20,
        ),
        Column("change", "Tăng, giảm", _change, width=14),
    ]


def _count(id_: str, text: str, of: Callable[[UnitTally], int]) -> Column[UnitTally]:
    return Column(
        id_,
        text,
        lambda one: number(of(one)),
        of,
        align="right",
        width=11,
        total=lambda seen: number(sum(map(of, seen))),
    )


def _sum(tallies: Iterable[GradeTally]) -> GradeTally:
    return sum(tallies, GradeTally())


def _told(count: GradeTally) -> str:
    return share(count.exemplary, count.graded) if count.graded else ""


def _rate(count: GradeTally) -> float | None:
    return count.exemplary / count.graded if count.graded else None


def _change(one: UnitTally) -> str:
    """`▲ tăng 2,10 %`, of the share; nothing where one of the years is not known."""
    now, before = _rate(one.now), _rate(one.before)
    if now is None or before is None:
        return ""
    if now == before:
        return "= không đổi"
    way = "▲ tăng" if now > before else "▼ giảm"
    points = round(abs(now - before) * 10_000)
    return f"{way} {percent(points, 10_000)}"
