"""Book 2 (Hội viên mới), book 3 (Chuyển đến, chuyển đi, từ trần) and every movement of a period."""

from collections.abc import Iterable, Mapping, Sequence

from ccb_desktop.domain.labels import EVENT_KIND, FIELD, SEX
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_table
from ccb_desktop.domain.members.lines import MemberLine, MovementLine
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_PLAIN, _DATE = CellKind.PLAIN, CellKind.DATE
_NEW = (EventKind.ADMITTED, EventKind.READMITTED)
_CHAPTERS: Mapping[str, tuple[EventKind, ...]] = {
    "CHUYỂN ĐẾN": (EventKind.TRANSFERRED_IN,),
    "CHUYỂN ĐI": (EventKind.TRANSFERRED_OUT,),
    "TỪ TRẦN": (EventKind.DECEASED,),
    "XÓA TÊN, XIN RA KHỎI HỘI, KHAI TRỪ": (
        EventKind.STRUCK_OFF,
        EventKind.RESIGNED,
        EventKind.EXPELLED,
    ),
}

_NEW_MEMBERS = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 36),
    Column(FIELD["born_on"], 23, _DATE),
    Column(FIELD["sex"], 12),
    Column(FIELD["home_town"], 24),
    Column(FIELD["address"], 29),
    Column(FIELD["enlisted_on"], 23, _DATE),
    Column(FIELD["discharged_on"], 23, _DATE),
    Column(FIELD["rank"], 22),
    Column("Đối tượng", 15, _PLAIN),
    Column(FIELD["unit"], 22),
    Column("Hình thức", 20),
    Column("Ngày kết nạp", 23, _DATE),
    Column(FIELD["decision_no"], 26),
    Column(FIELD["card_no"], 22),
)
_MOVEMENTS = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["happened_on"], 23, _DATE),
    Column(FIELD["full_name"], 36),
    Column(FIELD["born_on"], 23, _DATE),
    Column(FIELD["sex"], 12),
    Column(FIELD["card_no"], 22),
    Column(FIELD["unit"], 22),
    Column(FIELD["event_kind"], 24),
    Column(FIELD["elsewhere"], 29),
    Column(FIELD["until_on"], 23, _DATE),
    Column(FIELD["decision_no"], 27),
    Column(FIELD["decision_on"], 23, _DATE),
    Column(FIELD["reason"], 30),
)
_BOOK_3 = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["happened_on"], 24, _DATE),
    Column(FIELD["full_name"], 40),
    Column(FIELD["born_on"], 24, _DATE),
    Column(FIELD["sex"], 13),
    Column(FIELD["card_no"], 22),
    Column(FIELD["unit"], 24),
    Column(FIELD["event_kind"], 25),
    Column(FIELD["elsewhere"], 36),
    Column(FIELD["decision_no"], 27),
    Column(FIELD["decision_on"], 24, _DATE),
    Column(FIELD["reason"], 33),
)


def movements(source: ListSource, lines: Iterable[MovementLine]) -> ListPaper:
    """Every event of the roster in a period, by day."""
    found = fitting(lines, source.order.filter, searched)
    rows = [_movement(place, line) for place, line in enumerate(found, 1)]
    counts = {kind: sum(line.kind is kind for line in found) for kind in EventKind}
    among = "; ".join(
        f"{_inside(EVENT_KIND[kind])} {number(count)}" for kind, count in counts.items() if count
    )
    total = f"Tổng cộng: {number(len(found))} biến động"
    total += f", trong đó: {among}." if among else "."
    table = PaperTable(columns=_MOVEMENTS, rows=rows, note=total)
    return source.paper("BIẾN ĐỘNG HỘI VIÊN", source.period, table)


def _inside(label: str) -> str:
    """A label within a sentence."""
    return label[0].lower() + label[1:]


def movement_book(
    source: ListSource, lines: Iterable[MovementLine], changes: Sequence[UnitChanges]
) -> ListPaper:
    """Book 3: who came, who went, who died, chapter by chapter, with the check of rule 14."""
    found = fitting(lines, source.order.filter, searched)
    rows: list[Row | Band] = []
    for title, kinds in _CHAPTERS.items():
        chapter = [line for line in found if line.kind in kinds]
        if chapter or len(kinds) == 1:
            rows.append(Band(f"{title} ({number(len(chapter))} người)"))
            rows += [_entry(place, line) for place, line in enumerate(chapter, 1)]
    total = f"Tổng cộng: {number(sum(not isinstance(row, Band) for row in rows))} người."
    tables = [PaperTable(columns=_BOOK_3, rows=rows, note=total)]
    if not source.order.filter:
        tables.append(changes_table(changes, f"Tăng, giảm hội viên. {source.period}"))
    return source.paper("SỔ CHUYỂN ĐẾN, CHUYỂN ĐI, TỪ TRẦN", source.period, *tables)


def new_members(
    source: ListSource,
    lines: Iterable[MovementLine],
    members: Iterable[MemberLine],
    changes: Sequence[UnitChanges],
) -> ListPaper:
    """Book 2: admitted and readmitted in a period.

    Args:
        source: What was asked for.
        lines: The events of the period.
        members: Everyone who stood on the roll by its last day.
        changes: How the roster changed over it.
    """
    of_membership = {line.membership_id: line for line in members}
    entered = [line for line in lines if line.kind in _NEW]
    found = fitting(entered, source.order.filter, searched)
    rows = [
        _new_member(place, line, of_membership.get(line.membership_id))
        for place, line in enumerate(found, 1)
    ]
    total = f"Tổng cộng: {number(len(found))} hội viên mới."
    tables = [PaperTable(columns=_NEW_MEMBERS, rows=rows, note=total)]
    if not source.order.filter:
        tables.append(changes_table(changes, f"Tăng, giảm hội viên. {source.period}"))
    return source.paper("SỔ HỘI VIÊN MỚI", source.period, *tables)


def searched(line: MovementLine) -> tuple[object, ...]:
    """What a filter looks into."""
    return (
        *(line.full_name, line.born_on, line.happened_on, line.unit_name, line.from_unit_name),
        *(line.card_no, line.elsewhere, line.decision_no, line.reason, line.address),
        EVENT_KIND[line.kind],
    )


def _movement(place: int, line: MovementLine) -> Row:
    """A move stands under the unit left, the unit joined beside it (`exchange.md`, 4)."""
    moved = line.kind is EventKind.MOVED_UNIT
    return (
        place,
        line.happened_on,
        line.full_name,
        line.born_on,
        SEX[line.sex] if line.sex else "",
        line.card_no,
        line.from_unit_name if moved else line.unit_name,
        EVENT_KIND[line.kind],
        line.unit_name if moved else line.elsewhere,
        line.until_on,
        line.decision_no,
        line.decision_on,
        line.reason,
    )


def _entry(place: int, line: MovementLine) -> Row:
    return (
        place,
        line.happened_on,
        line.full_name,
        line.born_on,
        SEX[line.sex] if line.sex else "",
        line.card_no,
        line.unit_name,
        EVENT_KIND[line.kind],
        line.elsewhere,
        line.decision_no,
        line.decision_on,
        line.reason,
    )


def _new_member(place: int, line: MovementLine, member: MemberLine | None) -> Row:
    return (
        place,
        line.full_name,
        line.born_on,
        SEX[line.sex] if line.sex else "",
        line.home_town,
        line.address,
        member.enlisted_on if member else None,
        member.discharged_on if member else None,
        member.rank if member else "",
        member.admission_category if member else None,
        line.unit_name,
        EVENT_KIND[line.kind],
        line.happened_on,
        line.decision_no,
        line.card_no,
    )
