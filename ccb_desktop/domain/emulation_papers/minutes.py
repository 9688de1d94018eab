"""The minutes of the meeting that grades a year: who met is for the pen, what was found is not."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.emulation.grading import Grade, GradingYear, Rating, Stage
from ccb_desktop.domain.emulation.labels import RATING
from ccb_desktop.domain.emulation.member_grading import GradedMember, tally
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    Heading,
    PaperTable,
    Paragraph,
    ReportPaper,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import long_date, number, share

_DOTS = "…" * 18
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Chi hội", 45),
    Column("Điểm", 20, CellKind.NUMBER),
    Column("Xếp loại", 48),
    Column("Trong sạch, vững mạnh", 48),
)
_MOST_NAMES = 40


def minutes_day(year: GradingYear, today: date) -> date:
    """The day of the meeting that agreed, else of today."""
    return (year.agreed_on if year.stage is not Stage.DRAFT else None) or today


def grading_minutes(
    branch: Branch,
    table: ScoreTable,
    members: Sequence[GradedMember],
    families: tuple[int, int],
    today: date,
    number: int | None = None,
) -> ReportPaper:
    """The minutes of a year, on the day of the meeting where it is known, else of today.

    Args:
        branch: Whose minutes they are.
        table: The chi hội with their points and ratings.
        members: The members with their results.
        families: Cultural families, households assessed.
        today: The day of the paper while no meeting has agreed.
        number: In the register of documents.
    """
    year = table.year
    day = minutes_day(year, today)
    return ReportPaper(
        letterhead=letterhead_of(branch, day, symbol="BB", number=number),
        kind="BIÊN BẢN",
        subject=f"Họp bình xét thi đua, xếp loại đơn vị năm {year.year}",
        addressees=(),
        body=(
            Paragraph(f"Hôm nay, {long_date(day)}, tại {_DOTS[:12]}"),
            Paragraph(f"{branch.name} họp bình xét thi đua năm {year.year}."),
            Paragraph(f"Chủ trì: {_DOTS}"),
            Paragraph(f"Thư ký: {_DOTS}"),
            Paragraph("Có mặt: ……… đồng chí; vắng: ……… đồng chí."),
            Heading(1, "I. Bình xét hội viên"),
            *_members(members),
            Heading(1, "II. Gia đình văn hóa"),
            _families(families),
            Heading(1, "III. Xếp loại chi hội"),
            *_units(table),
            Heading(1, "IV. Kết luận"),
            Paragraph("Hội nghị thống nhất kết quả trên: ………/……… đồng chí (đạt ……… %)."),
            Paragraph("Biên bản kết thúc hồi ……… giờ ……… cùng ngày, đã đọc cho hội nghị nghe."),
        ),
        signature=board_signature(branch),
        recipients=("Cấp trên (báo cáo)", "Các chi hội", "Lưu: VT"),
    )


def _members(members: Sequence[GradedMember]) -> list[Paragraph]:
    count = tally(members)
    if not count.graded:
        return [Paragraph("Chưa bình xét hội viên nào.")]
    told = [
        Paragraph(
            f"Hội viên được bình xét: {number(count.graded)}; đạt CCB gương mẫu: "
            f"{share(count.exemplary, count.graded)}. Miễn sinh hoạt không xét: "
            f"{number(count.exempt)}."
        )
    ]
    others = [one for one in members if one.grade and one.grade != Grade.EXEMPLARY]
    if 0 < len(others) <= _MOST_NAMES:
        names = "; ".join(
            f"{one.full_name} ({one.unit_name or 'chưa có chi hội'})" for one in others
        )
        told.append(Paragraph(f"Hội viên không đạt CCB gương mẫu: {names}."))
    return told


def _families(families: tuple[int, int]) -> Paragraph:
    cultural, assessed = families
    if not assessed:
        return Paragraph("Chưa xét gia đình nào.")
    return Paragraph(
        f"Gia đình đạt gia đình văn hóa: {share(cultural, assessed)} gia đình được xét."
    )


def _units(table: ScoreTable) -> list[Paragraph | PaperTable]:
    rated = [unit for unit in table.units if unit.rating is not None]
    if not rated:
        return [Paragraph("Chưa xếp loại chi hội nào.")]
    order, sums = tuple(Rating), table.sums
    ranked = sorted(
        rated,
        key=lambda one: (order.index(one.rating or Rating.NOT_DONE), -(sums[one.unit_id] or 0)),
    )
    rows = [
        (
            place,
            unit.name,
            sums[unit.unit_id],
            RATING[unit.rating] if unit.rating else "",
            table.labels.get(unit.strength, unit.strength),
        )
        for place, unit in enumerate(ranked, 1)
    ]
    return [PaperTable(columns=_COLUMNS, rows=rows)]
