"""Works out a whole import in memory: sheet by sheet, row by row, in the order of kinds."""

from collections.abc import Callable, Iterable, Mapping

from ccb_desktop.domain.exchange.typed_rows import TypedRow, UnderstoodSheet
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.event_rows import event_day, take_event
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.other_rows import (
    is_part,
    take_club_member,
    take_manual_figure,
    take_post,
    take_unit,
)
from ccb_desktop.domain.imports.outcome import ImportResult, Outcome, RowResult, SheetResult
from ccb_desktop.domain.imports.roster_rows import take_member
from ccb_desktop.domain.imports.settling import settle

Taker = Callable[[Context, TypedRow], None]
Progress = Callable[[int, int], None]

TAKERS: Mapping[str, Taker] = {
    "units": take_unit,
    "members": take_member,
    "club_members": take_club_member,
    "events": take_event,
    "posts": take_post,
    "manual_figures": take_manual_figure,
}
_REPORT_EVERY = 500


def work_out(
    context: Context,
    sheets: Iterable[UnderstoodSheet],
    ignored: Iterable[UnderstoodSheet],
    progress: Progress,
) -> ImportResult:
    """Take every row of the sheets into the context's books; nothing is written.

    Args:
        context: The books as they are; afterwards as they would be.
        sheets: In the order in which references work.
        ignored: Sheets that are listed but not read.
        progress: Told the rows done and in all; may raise to stop.
    """
    ordered = list(sheets)
    total, done = sum(len(sheet.rows) for sheet in ordered), 0
    results = []
    for number, sheet in enumerate(ordered):
        context.sheet_number = number
        context.result = SheetResult(sheet, problems=list(sheet.problems))
        for row in _in_order(sheet):
            _take(context, TAKERS[sheet.kind or ""], row)
            done += 1
            if done % _REPORT_EVERY == 0:
                progress(done, total)
        _count_lost_rows(context.result)
        results.append(context.result)
    settle(context)
    progress(total, total)
    return ImportResult(tuple(results), tuple(ignored))


def _in_order(sheet: UnderstoodSheet) -> Iterable[TypedRow]:
    """Events by day; units before their parts, wherever either stands in the sheet."""
    if sheet.kind == "events":
        return sorted(sheet.rows, key=event_day)
    return sorted(sheet.rows, key=is_part) if sheet.kind == "units" else sheet.rows


def _take(context: Context, taker: Taker, row: TypedRow) -> None:
    context.begin_row()
    try:
        taker(context, row)
    except CannotTell as fault:
        context.drop_units()
        context.refuse(row, fault.field, str(fault))
    else:
        context.keep_units()


def _count_lost_rows(result: SheetResult) -> None:
    """Rows with a problem in a required cell give nothing; they are counted as skipped."""
    lost = sorted({problem.row for problem in result.sheet.problems if not problem.row_kept})
    label = {problem.row: problem.value for problem in result.sheet.problems}
    for row in lost:
        result.rows.append(_lost(row, label[row]))


def _lost(row: int, label: str) -> RowResult:
    return RowResult(row, Outcome.SKIPPED, label)
