"""Cultural families: read by year, written for many households at once, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.emulation import families, grading
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.families import FamilyLine
from ccb_desktop.domain.emulation.grading import GradingYear, check_open
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.emulation.grading import units_of

_FOUND = {True: "Đạt", False: "Không đạt", None: "bỏ kết quả"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyGrading:
    """The cultural families of one year.

    Attributes:
        units: The chi hội of the year, id and name.
        years: Year → cultural families, households assessed.
    """

    year: GradingYear
    families: tuple[FamilyLine, ...]
    units: tuple[tuple[int, str], ...]
    years: Mapping[int, tuple[int, int]]


def load_families(store: Store, year: int, today: date) -> FamilyGrading:
    """The households of a year and what was found of them."""
    with store.reading() as session:
        found = grading.load_year(session, year)
        on = min(date(year, 12, 31), today)  # as the figures have it, whatever day was chosen
        lines = families.list_families(session, year, on)
        kept = {one.unit_id for one in lines if one.unit_id is not None}
        return FamilyGrading(
            year=found,
            families=tuple(lines),
            units=units_of(session, year, on, kept=kept),
            years=families.counts_by_year(session, today),
        )


def set_cultural(
    store: Store, year: int, lines: Sequence[FamilyLine], is_cultural: bool | None
) -> Change:
    """Write what was found of some households of a year; None takes it back.

    Raises:
        Conflict: The year is locked.
    """
    who = lines[0].head_name if len(lines) == 1 else f"{number(len(lines))} hộ"
    label = f"Gia đình văn hóa năm {year}: {who} – {_FOUND[is_cultural]}"
    with store.writing(label) as session:
        check_open(grading.load_year(session, year))
        families.set_findings(session, year, [one.household_id for one in lines], is_cultural)
    return session.change


def set_all_cultural(store: Store, year: int, lines: Sequence[FamilyLine]) -> Change:
    """Write that all of these that are not assessed yet are cultural families.

    Raises:
        Conflict: The year is locked, none is there, or all of them are assessed.
    """
    if not lines:
        raise Conflict("Danh sách này không có hộ nào nên chưa xét hộ nào.")
    waiting = [one for one in lines if one.is_cultural is None]
    if not waiting:
        raise Conflict(
            "Ở đây hộ nào cũng đã xét rồi. Kết quả vẫn nguyên. Muốn đổi hộ nào, chọn hộ ấy rồi "
            "bấm kết quả khác."
        )
    return set_cultural(store, year, waiting, is_cultural=True)
