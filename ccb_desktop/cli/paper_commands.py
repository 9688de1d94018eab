"""Subcommands that write papers: list, template; forms: `form_command`."""

import argparse
from datetime import date
from typing import Any

from ccb_desktop.cli.arguments import day, target, words
from ccb_desktop.cli.command import Answer, Command, files_answer
from ccb_desktop.cli.form_command import FORM
from ccb_desktop.cli.signing_in import read
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS
from ccb_desktop.domain.papers import ListPaper, PaperTable, row_texts
from ccb_desktop.domain.queries import Group
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.queries import kept_query
from ccb_desktop.operations.withdrawn import withdrawn_among, withdrawn_in_list


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", type=words, metavar="NAME", help=", ".join(papers.LIST_NAMES))
    parser.add_argument("--on", type=day, default=date.today(), metavar="DATE", help="đến ngày")
    parser.add_argument("--from", dest="from_on", type=day, metavar="DATE", help="từ ngày")
    parser.add_argument(
        "--filter", type=words, default="", metavar="TEXT", help="chỉ những dòng có chữ này"
    )
    parser.add_argument(
        "--saved", type=words, default="", metavar="NAME", help="bộ lọc hội viên đã lưu tên này"
    )
    parser.add_argument("--full-numbers", action="store_true", help="in đủ số CCCD, điện thoại")
    parser.add_argument("--fund", type=words, default="", metavar="NAME", help="chỉ một quỹ")
    parser.add_argument("--out", type=target, metavar="FILE", help="tệp .xlsx hoặc .docx")


def _list(arguments: argparse.Namespace) -> Answer:
    with read(arguments) as store:
        order = _list_order(store, arguments)
        if arguments.out is not None:
            names = withdrawn_in_list(store, order)
            return files_answer([papers.write_list(store, order, arguments.out)], withdrawn=names)
        paper = papers.list_rows(store, order)
    return Answer(_rows_json(paper), _rows_lines(paper))


def _list_order(store: Store, arguments: argparse.Namespace) -> papers.ListOrder:
    return papers.ListOrder(
        name=arguments.name,
        on=arguments.on,
        from_on=arguments.from_on,
        filter=arguments.filter,
        masked=not arguments.full_numbers,
        fund=arguments.fund,
        query=kept_query(store, arguments.saved) if arguments.saved else Group(),
        query_name=arguments.saved,
    )


def _rows_json(paper: ListPaper) -> dict[str, Any]:
    """The first table, and those behind it that have its columns; each by itself as well."""
    tables = [_table_json(table) for table in paper.tables]
    columns = tables[0]["columns"]
    alike = [table for table in tables if table["columns"] == columns]
    found = {"columns": columns, "rows": [row for table in alike for row in table["rows"]]}
    return found if len(tables) == 1 else {**found, "tables": tables}


def _table_json(table: PaperTable) -> dict[str, Any]:
    return {
        "title": table.title,
        "columns": [column.label for column in table.columns],
        "rows": [list(row) for row in row_texts(table)],
    }


def _rows_lines(paper: ListPaper) -> list[str]:
    lines = [paper.title, paper.subtitle]
    for table in paper.tables:
        lines += [table.title] if table.title else []
        lines.append(" | ".join(column.label for column in table.columns))
        lines += [" | ".join(row) for row in row_texts(table)]
    return lines


def _template_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = [kind.name for kind in SHEET_KINDS]
    parser.add_argument(
        "--kind", action="append", default=[], choices=kinds, metavar="KIND", help=", ".join(kinds)
    )
    parser.add_argument("--filled", action="store_true", help="kèm số liệu đang có trong sổ")
    parser.add_argument("--full-numbers", action="store_true", help="in đủ số CCCD, điện thoại")
    parser.add_argument("--out", type=target, required=True, metavar="FILE.xlsx", help="tệp Excel")


def _template(arguments: argparse.Namespace) -> Answer:
    if arguments.out.suffix.lower() != ".xlsx":
        raise Invalid({"out": "Mẫu nhập số liệu là tệp Excel, tên tệp phải có đuôi .xlsx."})
    with read(arguments) as store:
        names = withdrawn_among(store) if arguments.filled else ()
        written = papers.write_template(
            store,
            arguments.kind,
            arguments.filled,
            arguments.out,
            masked=not arguments.full_numbers,
        )
        return files_answer([written], withdrawn=names)


COMMANDS = (
    Command("list", "lập sổ, danh sách", _list_arguments, _list),
    FORM,
    Command("template", "ghi mẫu Excel để chi hội điền", _template_arguments, _template),
)
