"""Subcommands of the roster: import, undo-import, figures."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict

from ccb_desktop.cli.arguments import day, number, words
from ccb_desktop.cli.command import Answer, Command
from ccb_desktop.cli.signing_in import opened, read
from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW, SHEET_KINDS
from ccb_desktop.domain.imports.outcome import ImportResult, Outcome
from ccb_desktop.operations import figures
from ccb_desktop.operations.import_report import as_json
from ccb_desktop.operations.import_workbook import (
    Repeats,
    count_booked,
    every_sheet,
    preview_import,
    read_files,
    run_import,
    understand_files,
    undo_import,
)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = ("auto", *(kind.name for kind in SHEET_KINDS))
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="tệp Excel hoặc CSV")
    parser.add_argument(
        "--kind", choices=kinds, default="auto", metavar="KIND", help=", ".join(kinds)
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi")
    parser.add_argument("--strict", action="store_true", help="có chỗ sai thì không nhập gì")
    parser.add_argument(
        "--take-repeats",
        action="store_true",
        help="nhập cả dòng tiền giống hệt dòng đã có trong sổ",
    )
    parser.add_argument(
        "--as-of",
        type=day,
        default=date.today(),
        metavar="DATE",
        help="danh sách tính đến ngày; không ghi thì hôm nay",
    )


class _How(TypedDict):
    """How an import is to go, as `run_import` wants it."""

    strict: bool
    kinds: frozenset[str]
    repeats: Repeats


def _import(arguments: argparse.Namespace) -> Answer:
    kinds = READABLE_NOW if arguments.kind == "auto" else frozenset({arguments.kind})
    kinds &= READABLE_NOW
    with opened(arguments) as store:
        workbooks = understand_files(store, read_files(arguments.files))
        repeats = every_sheet(workbooks) if arguments.take_repeats else frozenset()
        how: _How = {"strict": arguments.strict, "kinds": kinds, "repeats": repeats}
        if arguments.dry_run:
            result = preview_import(store, workbooks, arguments.as_of, **how)
            batch = None
        else:
            done = run_import(store, workbooks, arguments.as_of, **how)
            batch, result = done.batch, done.result
    found = as_json(batch, result, dry_run=arguments.dry_run)
    return Answer(found, list(_told(result, batch)))


def _told(result: ImportResult, batch: int | None) -> Iterator[str]:
    for sheet in result.sheets:
        counts = {outcome: sheet.count(outcome) for outcome in Outcome}
        yield (
            f"{sheet.sheet.source.name}: {counts[Outcome.CREATED]} mới, "
            f"{counts[Outcome.CHANGED]} thay đổi, {counts[Outcome.UNCHANGED]} giữ nguyên, "
            f"{counts[Outcome.SKIPPED]} bỏ qua"
        )
        if sheet.repeats:
            first = next(one for one in sheet.duplicates if one.same_as_row is None)
            yield (
                f"  {sheet.repeats} dòng giống hệt dòng đã có trong sổ, như dòng {first.row} "
                f"({first.same_as}): {first.person}"
            )
        for problem in sheet.problems:
            yield f"  Dòng {problem.row}, cột {problem.column}: {problem.message}"
    doubles = [double for sheet in result.sheets for double in sheet.duplicates]
    if any(one.same_as_row is None and not one.is_taken for one in doubles):
        yield "Dòng tiền giống hệt thì bỏ qua; muốn nhập cả thì thêm --take-repeats."
    for ignored in result.ignored:
        yield f"{ignored.source.name}: không đọc. {ignored.ignored_reason}"
    if batch is not None:
        yield f"Lần nhập số {batch}. Muốn bỏ lần nhập này: ccb-desktop undo-import {batch}"


def _undo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", type=number, metavar="BATCH", help="số của lần nhập")


def _undo(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as store:
        booked = count_booked(store, arguments.batch)
        undo_import(store, arguments.batch)
    lines = [f"Đã bỏ lần nhập số {arguments.batch}."]
    if booked:
        lines.append(
            f"{booked} phiếu của lần nhập ở lại trong sổ quỹ, mỗi phiếu có phiếu hủy cùng ngày; "
            "các quỹ đã có phiếu và đơn vị của quỹ ấy cũng ở lại."
        )
    return Answer({"undone": arguments.batch}, lines)


def _figures_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="from_on", type=day, required=True, metavar="DATE", help="từ ngày"
    )
    parser.add_argument(
        "--to", dest="to_on", type=day, required=True, metavar="DATE", help="đến ngày"
    )
    parser.add_argument("--unit", type=words, metavar="CODE", help="chỉ đơn vị mang mã này")
    parser.add_argument(
        "--indicator",
        type=words,
        action="append",
        metavar="CODE",
        help="chỉ tiêu cần xem; ghi nhiều lần được",
    )
    parser.add_argument("--records", action="store_true", help="kèm danh sách của từng con số")


def _figures(arguments: argparse.Namespace) -> Answer:
    with read(arguments) as store:
        found = figures.figures_for(
            store,
            arguments.from_on,
            arguments.to_on,
            unit_code=arguments.unit,
            indicators=arguments.indicator,
            with_records=arguments.records,
        )
    return Answer(figures.as_json(found), list(figures.as_lines(found)))


COMMANDS: Sequence[Command] = (
    Command("import", "nhập danh sách từ Excel", _import_arguments, _import),
    Command("undo-import", "bỏ một lần nhập", _undo_arguments, _undo),
    Command("figures", "số liệu của một kỳ", _figures_arguments, _figures),
)
