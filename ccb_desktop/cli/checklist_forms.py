"""The checklists of units as Excel forms that come back, and which units are meant."""

import argparse
from datetime import date
from pathlib import Path

from ccb_desktop.cli.command import Answer, files_answer
from ccb_desktop.cli.signing_in import read
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.tasks.spans import PlanSpan, span_of
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.questionnaires import unit_of_code
from ccb_desktop.operations.tasks import checklists

TASK_CHECKLIST = "task-checklist"
"""Name of the form."""


def write_checklist_workbooks(arguments: argparse.Namespace) -> Answer:
    """Write an Excel form for each unit into a folder."""
    span, today = _span(arguments.period), date.today()
    out: Path = arguments.out
    if out.suffix.lower() == ".xlsx":
        told = "Phiếu Excel ghi mỗi đơn vị một tệp: sau --out ghi tên thư mục."
        raise Invalid({"out": told})
    with read(arguments) as store:
        keys = keys_meant(store, arguments) or None
        return files_answer(checklists.write_excel(store, span, keys, today, out))


def _span(period: Period | None) -> PlanSpan:
    """The part of a plan that was asked for; this year where nothing was."""
    if period is None:
        return PlanSpan(date.today().year)
    span = span_of(period)
    if span is None:
        told = "Phiếu việc của một tháng, quý, 6 tháng hoặc năm: --period 2026-03, 2026-Q1, 2026."
        raise Invalid({"period": told})
    return span


def keys_meant(store: Store, arguments: argparse.Namespace) -> list[checklists.Key]:
    """The unit that is named; none for all."""
    code = arguments.unit
    return [] if code is None else [(unit_of_code(store, code), None)]
