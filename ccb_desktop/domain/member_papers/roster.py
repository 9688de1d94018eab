"""The roster as a list, and as book 1 (Danh sách trích ngang)."""

from collections.abc import Iterable, Sequence

from ccb_desktop.domain.labels import FIELD, SEX, STATUS
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_table
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_PLAIN, _DATE = CellKind.PLAIN, CellKind.DATE

_ROSTER = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["card_no"], 22),
    Column(FIELD["full_name"], 38),
    Column(FIELD["born_on"], 24, _DATE),
    Column(FIELD["sex"], 13),
    Column(FIELD["unit"], 22),
    Column(FIELD["hoi_post"], 24),
    Column(FIELD["address"], 36),
    Column(FIELD["citizen_id"], 29),
    Column(FIELD["phone"], 26),
    Column(FIELD["joined_on"], 24, _DATE),
    Column(FIELD["status"], 29),
)
_BOOK = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 38),
    Column(FIELD["born_on"], 23, _DATE),
    Column(FIELD["sex"], 12),
    Column(FIELD["home_town"], 24),
    Column(FIELD["address"], 32),
    Column(FIELD["unit"], 21),
    Column(FIELD["enlisted_on"], 23, _DATE),
    Column(FIELD["discharged_on"], 23, _DATE),
    Column("Cấp bậc, chức vụ", 29),
    Column(FIELD["party_joined_on"], 23, _DATE),
    Column(FIELD["joined_on"], 23, _DATE),
    Column(FIELD["card_no"], 22),
    Column(FIELD["policies"], 26),
)


def present_members(source: ListSource, lines: Iterable[MemberLine]) -> list[MemberLine]:
    """Those in the Hội whom the order asks for, by chi hội and in the order of names."""
    present = [line for line in lines if line.status in IN_HOI]
    if source.fits is not None:
        present = [line for line in present if source.fits(line)]
    fits = fitting(present, source.order.filter, searched)
    return sorted(fits, key=lambda line: (natural_order(line.unit_name), line.sort_key))


def searched(line: MemberLine) -> tuple[object, ...]:
    """What a filter looks into."""
    return (
        *(line.full_name, line.born_on, line.unit_name, line.sub_unit_name, line.address),
        *(line.street_group, line.home_town, line.card_no, line.citizen_id, line.phone),
        *(line.hoi_posts, line.outside_posts, line.rank, STATUS[line.status]),
        SEX[line.sex] if line.sex else "",
    )


def roster(
    source: ListSource, lines: Iterable[MemberLine], changes: Sequence[UnitChanges]
) -> ListPaper:
    """Everyone in the Hội on a day, with the check of rule 14.

    Args:
        source: What was asked for.
        lines: The roster of the day.
        changes: How it came about since the beginning of the period.
    """
    members = present_members(source, lines)
    rows: list[Row] = [
        (
            place,
            line.card_no,
            line.full_name,
            line.born_on,
            SEX[line.sex] if line.sex else "",
            line.unit_name,
            line.hoi_posts,
            line.address,
            source.secret(line.citizen_id),
            source.secret(line.phone),
            line.joined_on,
            STATUS[line.status],
        )
        for place, line in enumerate(members, 1)
    ]
    return _paper(source, "DANH SÁCH HỘI VIÊN CỰU CHIẾN BINH", _ROSTER, rows, members, changes)


def roster_book(
    source: ListSource, lines: Iterable[MemberLine], changes: Sequence[UnitChanges]
) -> ListPaper:
    """Book 1; arguments as `roster`."""
    members = present_members(source, lines)
    rows: list[Row] = [
        (
            place,
            line.full_name,
            line.born_on,
            SEX[line.sex] if line.sex else "",
            line.home_town,
            line.address,
            line.unit_name,
            line.enlisted_on,
            line.discharged_on,
            ", ".join(part for part in (line.rank, line.military_post) if part),
            line.party_joined_on,
            line.joined_on,
            line.card_no,
            source.codes("POLICY", line.policies),
        )
        for place, line in enumerate(members, 1)
    ]
    title = "DANH SÁCH TRÍCH NGANG HỘI VIÊN CỰU CHIẾN BINH"
    return _paper(source, title, _BOOK, rows, members, changes)


def _paper(
    source: ListSource,
    title: str,
    columns: tuple[Column, ...],
    rows: list[Row],
    members: Sequence[MemberLine],
    changes: Sequence[UnitChanges],
) -> ListPaper:
    tables = [PaperTable(columns=columns, rows=rows, note=summary(members))]
    if not source.is_part:
        tables.append(changes_table(changes, f"Tăng, giảm hội viên. {source.period}"))
    return source.paper(title, source.as_at, *tables)


def summary(members: Sequence[MemberLine]) -> str:
    """The sum under a roster: `Tổng cộng: 128 hội viên, trong đó: nữ 12; đảng viên 80.`."""
    parts = {
        "nữ": sum(line.sex is Sex.FEMALE for line in members),
        "đảng viên": sum(line.party_joined_on is not None for line in members),
        "miễn sinh hoạt": sum(line.status is Status.EXEMPT for line in members),
        "đình chỉ": sum(line.status is Status.SUSPENDED for line in members),
    }
    among = "; ".join(f"{label} {number(count)}" for label, count in parts.items() if count)
    total = f"Tổng cộng: {number(len(members))} hội viên"
    return f"{total}, trong đó: {among}." if among else f"{total}."
