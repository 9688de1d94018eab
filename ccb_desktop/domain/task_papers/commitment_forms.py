"""What the sheet of a commitment says, and the list of those of a year."""

from collections.abc import Iterable, Mapping
from typing import Any

from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.decisions import BLANK, FORMS, form_texts
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable
from ccb_desktop.domain.printing import long_date, number
from ccb_desktop.domain.tasks.commitments import Commitment, CommitmentLine, Kept
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import KEPT, LABELS

LABEL = "Bản đăng ký thi đua"
TEMPLATE = "ban-dang-ky-thi-dua.docx"

_LINES_TO_WRITE = 5
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 46),
    Column(FIELD["unit"], 30),
    Column(LABELS["commitments", "content"], 110),
    Column(TASK_FIELD["signed_on"], 26, CellKind.DATE),
    Column("Ký tên", 30),
    Column(TASK_FIELD["kept"], 30),
)


def commitment_texts(
    source: SheetSource,
    calendar: WorkCalendar,
    file: MemberFile,
    year: int,
    commitment: Commitment | None,
) -> Mapping[str, Any]:
    """Every field of the sheet of one member.

    Args:
        source: The branch, and the words of its lists.
        calendar: The holidays.
        file: The whole file of the member.
        year: For which he signs.
        commitment: What he signs; without it there is room for the pen.
    """
    texts = form_texts(FORMS["introduction"], source, calendar, file)
    signed_on = commitment.signed_on if commitment else None
    day = long_date(signed_on) if signed_on else f"ngày … tháng … năm {year}"
    content = commitment.content if commitment else ""
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    judged = commitment is not None and commitment.kept is not Kept.OPEN
    return {
        **texts,
        "year": str(year),
        "content": lines or [BLANK * 4] * _LINES_TO_WRITE,
        "signed_place_and_date": f"{source.branch.place}, {day}",
        "judged": KEPT[commitment.kept] if commitment and judged else BLANK * 3,
    }


def commitment_list(source: ListSource, year: int, lines: Iterable[CommitmentLine]) -> ListPaper:
    """Who signed what for a year, by name, with room for a signature."""
    found = fitting(lines, source.order.filter, _looked_into)
    rows = [
        (
            place,
            line.person_name,
            line.unit_name,
            line.commitment.content,
            line.commitment.signed_on,
            "",
            "" if line.commitment.kept is Kept.OPEN else KEPT[line.commitment.kept],
        )
        for place, line in enumerate(found, 1)
    ]
    signed = sum(line.commitment.signed_on is not None for line in found)
    note = f"Cộng {number(len(found))} hội viên đăng ký, {number(signed)} đã ký." if rows else ""
    table = PaperTable(columns=_COLUMNS, rows=rows, note=note)
    return source.paper("DANH SÁCH ĐĂNG KÝ THI ĐUA", f"Năm {year}", table)


def _looked_into(line: CommitmentLine) -> tuple[str, ...]:
    one = line.commitment
    return line.person_name, line.unit_name, one.content, KEPT[one.kept], one.note
