"""What is missing in the records of members, and who may be in the books twice."""

from collections.abc import Iterable

from ccb_desktop.domain.labels import FIELD, SEX, STATUS
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster import present_members, searched
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import Align, Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, share
from ccb_desktop.domain.record_gaps.needed import NEEDED
from ccb_desktop.domain.record_gaps.review import GapsReview, review_gaps

_GAPS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["unit"], 30),
    Column(FIELD["phone"], 28),
    Column("Số mục thiếu", 17, CellKind.PLAIN),
    Column("Còn thiếu", 95),
)
_FIELDS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Mục", 70),
    Column("Số hồ sơ còn thiếu", 45, CellKind.NUMBER),
    Column("Số hồ sơ đã có", 80, align=Align.RIGHT),
)
_TWINS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["sex"], 16),
    Column(FIELD["unit"], 30),
    Column(FIELD["address"], 45),
    Column(FIELD["card_no"], 22),
    Column(FIELD["citizen_id"], 30),
    Column(FIELD["status"], 29),
)


def incomplete(
    source: ListSource, lines: Iterable[MemberLine], needed: tuple[str, ...] = NEEDED
) -> ListPaper:
    """Members with gaps in their records, and which; then each needed field with its count."""
    review = review_gaps(present_members(source, lines), needed, source.order.on)
    rows: list[Row] = [
        (
            place,
            record.line.full_name,
            record.line.born_on,
            record.line.unit_name,
            source.secret(record.line.phone),
            len(record.missing),
            record.said,
        )
        for place, record in enumerate(review.incomplete, 1)
    ]
    total = f"Tổng cộng: {number(len(rows))} trong {number(len(review.records))} hồ sơ còn thiếu."
    table = PaperTable(columns=_GAPS, rows=rows, note=total)
    return source.paper(
        "DANH SÁCH HỒ SƠ HỘI VIÊN CÒN THIẾU", source.as_at, table, _by_field(review)
    )


def _by_field(review: GapsReview) -> PaperTable:
    everybody = len(review.records)
    rows: list[Row] = [
        (
            place,
            FIELD[one.field],
            one.missing,
            share(everybody - one.missing, everybody) if everybody else "",
        )
        for place, one in enumerate(review.by_field, 1)
    ]
    return PaperTable(columns=_FIELDS, rows=rows, title="Theo từng mục")


def duplicates(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """People of one name and one year of birth: likely the same, to be looked at.

    Those whose card numbers or CCCD differ are not the same (`exchange.md`, meaning 5).
    """
    rows: list[Row | Band] = []
    for alike in twins(fitting(lines, source.order.filter, searched)):
        rows.append(Band(f"{alike[0].full_name} ({number(len(alike))} hồ sơ)"))
        rows += [_twin(source, place, line) for place, line in enumerate(alike, 1)]
    said = "Cùng họ tên, cùng năm sinh, số thẻ và CCCD không khác nhau. Cần đối chiếu lại."
    table = PaperTable(columns=_TWINS, rows=rows, note=said if rows else "Không thấy ai ghi trùng.")
    return source.paper("NGƯỜI CÓ THỂ GHI TRÙNG", source.as_at, table)


def twins(lines: Iterable[MemberLine]) -> list[list[MemberLine]]:
    """Those who may be one person, together."""
    groups: dict[tuple[str, int], list[MemberLine]] = {}
    for line in lines:
        if line.born_on is not None:
            groups.setdefault((line.name_key, line.born_on.year), []).append(line)
    alike = ([one for one in group if _has_twin(one, group)] for group in groups.values())
    return [group for group in alike if group]


def _has_twin(line: MemberLine, others: Iterable[MemberLine]) -> bool:
    return any(
        other.person_id != line.person_id
        and _may_be_one(line.card_no, other.card_no)
        and _may_be_one(line.citizen_id, other.citizen_id)
        for other in others
    )


def _may_be_one(first: str, second: str) -> bool:
    return not first or not second or first == second


def _twin(source: ListSource, place: int, line: MemberLine) -> Row:
    return (
        place,
        line.full_name,
        line.born_on,
        SEX[line.sex] if line.sex else "",
        line.unit_name,
        line.address,
        line.card_no,
        source.secret(line.citizen_id),
        STATUS[line.status],
    )
