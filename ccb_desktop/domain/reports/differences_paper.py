"""The differences between two reports of a period as a list on paper."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import (
    Align,
    Column,
    ListPaper,
    PaperTable,
    Row,
    letterhead_of,
    list_signatures,
)
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.differences import CAUSE, FigureDifference

_TITLE = "SO SÁNH SỐ LIỆU BÁO CÁO"
_NOTHING = "Hai bản có số liệu như nhau."
_COLUMNS = (
    Column("STT", 11, align=Align.CENTER),
    Column("Chỉ tiêu", 48),
    Column("Đơn vị tính", 22, align=Align.CENTER),
    Column("Bản trước", 34, align=Align.RIGHT),
    Column("Bản sau", 34, align=Align.RIGHT),
    Column("Tăng, giảm", 24, align=Align.RIGHT),
    Column("Do đâu", 84),
)


def differences_paper(
    branch: Branch,
    on: date,
    states: tuple[str, str],
    found: Sequence[FigureDifference],
    notes: Iterable[str] = (),
) -> ListPaper:
    """The list, with a row for each figure and a line for each record behind it.

    Args:
        branch: Whose reports they are.
        on: Its day.
        states: What the earlier and the later one are called.
        found: In order.
        notes: What else differs; stand under the table.
    """
    told = [*(() if found else (_NOTHING,)), *notes]
    table = PaperTable(columns=_COLUMNS, rows=list(_rows(found)), note="\n".join(told))
    return ListPaper(
        letterhead=letterhead_of(branch, on),
        title=_TITLE,
        subtitle=f"Bản trước: {states[0]}\nBản sau: {states[1]}",
        tables=(table,),
        signatures=list_signatures(branch),
    )


def _rows(found: Iterable[FigureDifference]) -> Iterator[Row]:
    for place, one in enumerate(found, 1):
        causes = [f"{CAUSE[by.cause]}: {by.told}" for by in one.causes] or [one.summary]
        change = "" if not one.change else signed(one.change)
        yield str(place), one.label, one.unit, one.earlier, one.later, change, "\n".join(causes)


def signed(change: int) -> str:
    """A change with its sign: `+1.862`, `-3`."""
    return f"{'+' if change > 0 else '-'}{number(abs(change))}"
