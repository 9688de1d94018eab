"""The list of a yearly grading, each chi hội on a page of its own, and the summary of them all."""

from collections.abc import Iterable, Mapping, Sequence

from ccb_desktop.domain.emulation.grading import GradingYear
from ccb_desktop.domain.emulation.member_grading import (
    GradedMember,
    GradeTally,
    UnitTally,
    tally,
)
from ccb_desktop.domain.emulation.stage_words import told_stage
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
)
from ccb_desktop.domain.printing import long_date, number, percentage, share

NO_UNIT = "Chưa có chi hội"
"""The page of those who belong to no chi hội."""

_PLAIN, _NUMBER, _PERCENT = CellKind.PLAIN, CellKind.NUMBER, CellKind.PERCENT
_COLUMNS = (
    Column("STT", 11, _PLAIN),
    Column(FIELD["full_name"], 52),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["card_no"], 24),
    Column("Kết quả", 34),
    Column("Năm trước", 32),
    Column(FIELD["note"], 30),
)
_SUMMARY = (
    Column("STT", 11, _PLAIN),
    Column(FIELD["unit"], 44),
    Column("Bình xét", 20, _NUMBER, group="Hội viên"),
    Column("Chưa xét", 20, _NUMBER, group="Hội viên"),
    Column("Miễn sinh hoạt", 24, _NUMBER, group="Hội viên"),
    Column("Số lượng", 20, _NUMBER, group="CCB gương mẫu"),
    Column("Tỷ lệ", 22, _PERCENT, group="CCB gương mẫu"),
    Column("Số lượng", 20, _NUMBER, group="Năm trước"),
    Column("Tỷ lệ", 22, _PERCENT, group="Năm trước"),
)


def member_list(
    source: ListSource,
    year: GradingYear,
    members: Sequence[GradedMember],
    labels: Mapping[str, str],
    order: Iterable[int | None],
) -> ListPaper:
    """The members of a year with their results; numbers begin anew in each chi hội.

    Args:
        source: What was asked for.
        year: The year that was graded.
        members: In Vietnamese order.
        labels: Code of a grade → what it is called.
        order: The units in their order.
    """
    found = fitting(
        members,
        source.order.filter,
        lambda one: (one.full_name, one.unit_name, labels.get(one.grade, ""), one.card_no),
    )
    ranks = {unit_id: place for place, unit_id in enumerate(order)}
    gathered: dict[int | None, list[GradedMember]] = {}
    for one in found:
        gathered.setdefault(one.unit_id, []).append(one)
    tables = [
        _table(gathered[own], labels)
        for own in sorted(gathered, key=lambda own: ranks.get(own, len(ranks)))
    ]
    nobody = PaperTable(columns=_COLUMNS, rows=(), note="Không có hội viên nào trong danh sách.")
    return source.paper(
        f"DANH SÁCH BÌNH XÉT CCB GƯƠNG MẪU NĂM {year.year}",
        _subtitle(source, year),
        *(tables or [nobody]),
        signatures=_signatures(source),
        landscape=False,
        apart=True,
    )


def _subtitle(source: ListSource, year: GradingYear) -> str:
    """`Dự kiến; danh sách chốt đến ngày 31 tháng 12 năm 2025`."""
    on = long_date(year.roster_on(source.order.on))
    return f"{told_stage(year)}; danh sách chốt đến {on}"


def _signatures(source: ListSource) -> tuple[Signature, Signature]:
    head = Signature(("TM. CHI HỘI", "CHI HỘI TRƯỞNG"), hint="(Ký, ghi rõ họ tên)")
    return head, board_signature(source.branch)


def _table(members: Sequence[GradedMember], labels: Mapping[str, str]) -> PaperTable:
    return PaperTable(
        title=members[0].unit_name or NO_UNIT,
        columns=_COLUMNS,
        rows=[_row(place, one, labels) for place, one in enumerate(members, 1)],
        note=_told(tally(members)),
    )


def _row(place: int, one: GradedMember, labels: Mapping[str, str]) -> Row:
    return (
        place,
        one.full_name,
        one.born_on,
        one.card_no,
        labels.get(one.grade, one.grade) or _why_not(one),
        labels.get(one.grade_before, one.grade_before),
        one.note,
    )


def _why_not(one: GradedMember) -> str:
    """`không xét (miễn sinh hoạt)`; room for the pen where he waits."""
    if one.waits:
        return ""
    return f"không xét ({STATUS[one.status].lower()})" if one.status else "không xét"


def _told(count: GradeTally) -> str:
    parts = [
        f"CCB gương mẫu: {share(count.exemplary, count.graded)} hội viên được bình xét"
        if count.graded
        else "Chưa bình xét hội viên nào"
    ]
    if count.waiting:
        parts.append(f"chưa bình xét {number(count.waiting)}")
    if count.exempt:
        parts.append(f"miễn sinh hoạt không xét {number(count.exempt)}")
    return "; ".join(parts) + "."


def grading_summary(
    source: ListSource, year: GradingYear, tallies: Sequence[UnitTally]
) -> ListPaper:
    """What the grading of a year came to, chi hội by chi hội.

    Args:
        source: What was asked for.
        year: The year that was graded.
        tallies: Unit by unit.
    """
    units = fitting(tallies, source.order.filter, lambda one: (one.unit_name or NO_UNIT,))
    now = sum((one.now for one in units), GradeTally())
    before = sum((one.before for one in units), GradeTally())
    table = PaperTable(
        columns=_SUMMARY,
        rows=[(place, *_summary_row(one)) for place, one in enumerate(units, 1)],
        totals=(("", "Cộng", *_counts(now, before)),) if units else (),
        note="Tỷ lệ tính trên số hội viên được bình xét; người miễn sinh hoạt không xét.",
    )
    title = f"TỔNG HỢP BÌNH XÉT HỘI VIÊN NĂM {year.year}"
    return source.paper(title, _subtitle(source, year), table)


def _summary_row(one: UnitTally) -> Row:
    return (one.unit_name or NO_UNIT, *_counts(one.now, one.before))


def _counts(now: GradeTally, before: GradeTally) -> Row:
    return (
        now.graded,
        now.waiting,
        now.exempt,
        now.exemplary,
        percentage(now.exemplary, now.graded) if now.graded else None,
        before.exemplary if before.graded else None,
        percentage(before.exemplary, before.graded) if before.graded else None,
    )
