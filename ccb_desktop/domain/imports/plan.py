"""Works out a whole import in memory: sheet by sheet, row by row, in the order of kinds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow, UnderstoodSheet
from ccb_desktop.domain.imports.activity_rows import take_activity
from ccb_desktop.domain.imports.award_rows import take_award
from ccb_desktop.domain.imports.campaign_rows import (
    take_campaign_target,
    take_contribution,
    take_dues,
)
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.event_rows import event_day, take_event
from ccb_desktop.domain.imports.fund_rows import take_fund, take_voucher
from ccb_desktop.domain.imports.grading_rows import take_member_result, take_unit_rating
from ccb_desktop.domain.imports.house_rows import take_house
from ccb_desktop.domain.imports.loan_rows import (
    repaid_day,
    take_bank_loan,
    take_loan,
    take_repayment,
)
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.money_settling import settle_money
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
from ccb_desktop.domain.imports.task_rows import settle_plan, take_task
from ccb_desktop.domain.imports.visit_rows import take_visit

Taker = Callable[[Context, TypedRow], None]
Progress = Callable[[int, int], None]

TAKERS: Mapping[str, Taker] = {
    "units": take_unit,
    "members": take_member,
    "club_members": take_club_member,
    "events": take_event,
    "posts": take_post,
    "funds": take_fund,
    "vouchers": take_voucher,
    "dues": take_dues,
    "contributions": take_contribution,
    "campaign_targets": take_campaign_target,
    "loans": take_loan,
    "repayments": take_repayment,
    "bank_loans": take_bank_loan,
    "visits": take_visit,
    "housing": take_house,
    "tasks": take_task,
    "activities": take_activity,
    "member_results": take_member_result,
    "unit_ratings": take_unit_rating,
    "awards": take_award,
    "manual_figures": take_manual_figure,
}
_ORDER: Mapping[str, Callable[[TypedRow], Any]] = {
    "units": is_part,
    "events": event_day,
    "repayments": repaid_day,
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
    results = [SheetResult(sheet, problems=list(sheet.problems)) for sheet in sheets]
    total, done = sum(len(result.sheet.rows) for result in results), 0
    for kind, of_kind in groupby(enumerate(results), key=lambda pair: pair[1].sheet.kind or ""):
        for number, row in _in_order(kind, list(of_kind)):
            context.sheet_number, context.result = number, results[number]
            _take(context, TAKERS[kind], row)
            done += 1
            if done % _REPORT_EVERY == 0:
                progress(done, total)
    for result in results:
        _count_lost_rows(result)
    settle(context)
    settle_money(context)
    settle_plan(context)
    progress(total, total)
    return ImportResult(tuple(results), tuple(ignored))


def _in_order(
    kind: str, results: Iterable[tuple[int, SheetResult]]
) -> Iterable[tuple[int, TypedRow]]:
    """The rows of all sheets of a kind, each with the number of its sheet.

    Whatever file and sheet they stand in: events and repayments by day, units before their
    parts.
    """
    rows = ((number, row) for number, result in results for row in result.sheet.rows)
    key = _ORDER.get(kind)
    return rows if key is None else sorted(rows, key=lambda pair: key(pair[1]))


def _take(context: Context, taker: Taker, row: TypedRow) -> None:
    choice = context.origin.choice
    if not choice.takes(row.row_number):
        context.leave(row)
        return
    if row.row_number in choice.kept:
        row = replace(row, kept=choice.kept[row.row_number])
    context.begin_row()
    try:
        taker(context, row)
    except CannotTell as fault:
        context.drop_made()
        context.refuse(row, fault.field, str(fault))
    else:
        context.keep_made()


def _count_lost_rows(result: SheetResult) -> None:
    """Rows with a problem in a required cell give nothing; they are counted as skipped."""
    lost = sorted({problem.row for problem in result.sheet.problems if not problem.row_kept})
    label = {problem.row: problem.value for problem in result.sheet.problems}
    for row in lost:
        result.rows.append(_lost(row, label[row]))


def _lost(row: int, label: str) -> RowResult:
    return RowResult(row, Outcome.SKIPPED, label)
