"""What a person was found to be, was awarded and disciplined for, in his file."""

from collections.abc import Sequence

from ccb_desktop.domain.emulation.awards import Award, Discipline, Nomination
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM, NOMINATION_STAGE
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.person_years import GradedYear, told_years
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.papers import Block, CellKind, Column, PaperTable, Paragraph

_COLUMNS = (
    Column("Năm", 16, CellKind.PLAIN),
    Column("Kết quả bình xét", 60),
    Column(FIELD["unit"], 44),
    Column(FIELD["note"], 50),
)


def grading_blocks(years: Sequence[GradedYear]) -> list[Block]:
    """His years, the earliest first; nothing where he was never graded.

    Args:
        years: The latest first.
    """
    if not years:
        return []
    rows = [(one.year, one.label, one.unit_name, one.note) for one in reversed(years)]
    return [Paragraph(told_years(years)), PaperTable(columns=_COLUMNS, rows=rows)]


_DATE, _PLAIN = CellKind.DATE, CellKind.PLAIN
_AWARDS = (
    Column(OWN_FIELD["awarded_on"], 24, _DATE),
    Column(OWN_FIELD["form"], 40),
    Column(OWN_FIELD["giver"], 40),
    Column(FIELD["decision_no"], 28),
    Column("Nội dung", 38),
)
_NOMINATIONS = (
    Column("Năm", 16, _PLAIN),
    Column(OWN_FIELD["form"], 40),
    Column(OWN_FIELD["giver"], 40),
    Column(FIELD["reason"], 44),
    Column("Bước", 30),
)
_DISCIPLINES = (
    Column(OWN_FIELD["decided_on"], 24, _DATE),
    Column(OWN_FIELD["form"], 32),
    Column(FIELD["decision_no"], 28),
    Column(FIELD["reason"], 60),
    Column(FIELD["ended_on"], 26, _DATE),
)


def praise_blocks(
    awards: Sequence[Award],
    nominations: Sequence[Nomination],
    disciplines: Sequence[Discipline],
) -> list[Block]:
    """A table for each of the books that names him, the earliest first.

    Args:
        awards: The latest first, as the other two.
        nominations: What he was put forward for.
        disciplines: What was decided against him.
    """
    given = [
        (one.awarded_on, one.form, one.giver, one.decision_no, one.content)
        for one in reversed(awards)
    ]
    wished = [
        (one.year, one.form, one.giver, one.reason, NOMINATION_STAGE[one.stage])
        for one in reversed(nominations)
    ]
    decided = [
        (one.decided_on, DISCIPLINE_FORM[one.form], one.decision_no, one.reason, one.ended_on)
        for one in reversed(disciplines)
    ]
    told = (
        ("Khen thưởng", _AWARDS, given),
        ("Đề nghị khen", _NOMINATIONS, wished),
        ("Kỷ luật", _DISCIPLINES, decided),
    )
    return [
        PaperTable(columns=columns, rows=rows, title=title) for title, columns, rows in told if rows
    ]
