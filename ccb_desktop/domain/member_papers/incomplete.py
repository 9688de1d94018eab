"""What is missing in the records of members."""

from collections.abc import Iterable

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import Align, CellKind, Column, ListPaper, PaperTable, Row
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
