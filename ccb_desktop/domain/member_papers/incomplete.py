"""What is missing in the records of members."""

from collections.abc import Iterable

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

NEEDED = (
    *("born_on", "sex", "citizen_id", "home_town", "address", "card_no", "joined_on"),
    *("enlisted_on", "periods", "household_head", "poverty"),
)
"""Fields without which reports, cards or lists of the Hội have gaps."""

_GAPS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["unit"], 30),
    Column(FIELD["phone"], 28),
    Column("Số mục thiếu", 17, CellKind.PLAIN),
    Column("Còn thiếu", 95),
)


def gaps_of(line: MemberLine) -> tuple[str, ...]:
    """What officers call the entries that a member's record lacks."""
    return tuple(FIELD[name] for name in NEEDED if not getattr(line, name))


def incomplete(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members with gaps in their records, and which."""
    gaps = [(line, gaps_of(line)) for line in present_members(source, lines)]
    rows: list[Row] = [
        (
            place,
            line.full_name,
            line.born_on,
            line.unit_name,
            source.secret(line.phone),
            len(missing),
            ", ".join(missing),
        )
        for place, (line, missing) in enumerate((found for found in gaps if found[1]), 1)
    ]
    total = f"Tổng cộng: {number(len(rows))} trong {number(len(gaps))} hồ sơ còn thiếu."
    table = PaperTable(columns=_GAPS, rows=rows, note=total)
    return source.paper("DANH SÁCH HỒ SƠ HỘI VIÊN CÒN THIẾU", source.as_at, table)
