"""The gradings of a person in his file, as a sentence and a table."""

from collections.abc import Sequence

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
