"""Subcommands that write papers: list, form, template."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ccb_desktop.cli.activity_forms import MEETING_MINUTES, write_activity_form
from ccb_desktop.cli.arguments import day, target, words, year
from ccb_desktop.cli.checklist_forms import TASK_CHECKLIST, write_checklists
from ccb_desktop.cli.command import Answer, Command, data_folder, files_answer
from ccb_desktop.cli.fund_forms import FUND_FORMS, add_fund_arguments, write_fund_form
from ccb_desktop.cli.gap_forms import QUESTIONNAIRES, add_gap_arguments, ask_for_gaps
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS
from ccb_desktop.domain.fund_papers.certificates import NAME as _CERTIFICATE
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.papers import ListPaper, PaperTable, row_texts
from ccb_desktop.domain.queries import Group
from ccb_desktop.domain.task_papers.commitment_forms import COMMITMENT_FORM
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS
from ccb_desktop.domain.visit_papers.longevity_cards import NAME as _LONGEVITY_CARD
from ccb_desktop.operations import member_cards, papers
from ccb_desktop.operations.branch import Store, read_branch
from ccb_desktop.operations.commitment_papers import write_sheets_of
from ccb_desktop.operations.funds.campaign_papers import write_certificates_named
from ccb_desktop.operations.member_forms import write_form
from ccb_desktop.operations.members.keys import people_of_keys
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.members.queries import kept_query
from ccb_desktop.operations.person_files import write_person_file
from ccb_desktop.operations.tasks.plan_papers import write_plan
from ccb_desktop.operations.visits.death_papers import write_death_form
from ccb_desktop.operations.visits.housing_papers import houses_of, write_minutes
from ccb_desktop.operations.visits.longevity_papers import write_cards_of_year

_PERSON_FILE = "person-file"
_HOUSE_MINUTES = "house-minutes"
_YEAR_PLAN = "year-plan"


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
    with read_branch(data_folder(arguments)) as store:
        order = _list_order(store, arguments)
        if arguments.out is not None:
            return files_answer([papers.write_list(store, order, arguments.out)])
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


_FOR_ANYBODY: dict[str, Callable[[Store, Sequence[int], Path], Path]] = {
    "member-sheet": papers.write_member_sheets,
    "cards": member_cards.SHEETS["cards"].write,
    "labels": member_cards.SHEETS["labels"].write,
}


_OUT = "tệp Word; phiếu việc: thư mục ghi phiếu Excel, mỗi đơn vị một tệp"


def _form_arguments(parser: argparse.ArgumentParser) -> None:
    of_people = (*_FOR_ANYBODY, _PERSON_FILE, *FORMS, *DEATH_FORMS, _HOUSE_MINUTES)
    of_books = (_LONGEVITY_CARD, _CERTIFICATE, *QUESTIONNAIRES, *FUND_FORMS)
    of_work = (COMMITMENT_FORM, MEETING_MINUTES, _YEAR_PLAN, TASK_CHECKLIST)
    names = (*of_people, *of_books, *of_work)
    parser.add_argument("name", choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument(
        "--person",
        type=words,
        action="append",
        default=[],
        metavar="KEY",
        help="số thẻ, số CCCD hoặc mã của người; phiếu, thẻ, nhãn không ghi thì in cho mọi hội "
        "viên hiện có, thẻ mừng thọ cho mọi người đến tuổi trong năm",
    )
    parser.add_argument(
        "--campaign", type=words, metavar="NAME", help="đợt vận động của giấy chứng nhận ủng hộ"
    )
    parser.add_argument(
        "--year",
        type=year,
        metavar="YEAR",
        help="năm của thẻ mừng thọ, kế hoạch nhiệm vụ, đăng ký thi đua; không ghi thì năm nay",
    )
    add_gap_arguments(parser)
    add_fund_arguments(parser)
    parser.add_argument("--out", type=target, required=True, metavar="FILE.docx", help=_OUT)


def _form(arguments: argparse.Namespace) -> Answer:
    if arguments.name in QUESTIONNAIRES:
        return ask_for_gaps(arguments)
    if arguments.name in FUND_FORMS:
        return write_fund_form(arguments)
    if arguments.name == TASK_CHECKLIST:
        return write_checklists(arguments)
    if arguments.name == MEETING_MINUTES:
        return write_activity_form(arguments)

    def write(store: Store) -> list[Path]:
        wanted = people_of_keys(store, arguments.person)
        if arguments.name in DEATH_FORMS:
            today = date.today()
            return [write_death_form(store, arguments.name, wanted, today, arguments.out)]
        if arguments.name in FORMS:
            return [write_form(store, arguments.name, wanted, arguments.out)]
        if arguments.name in _OF_ITS_OWN:
            return [_OF_ITS_OWN[arguments.name](store, arguments, wanted)]
        if not arguments.person:
            wanted = _members_now(store)
        return [_FOR_ANYBODY[arguments.name](store, wanted, arguments.out)]

    return _written(arguments, write)


def _file_of_one(store: Store, arguments: argparse.Namespace, wanted: list[int]) -> Path:
    return write_person_file(store, _only(wanted), arguments.out)


def _minutes(store: Store, arguments: argparse.Namespace, wanted: list[int]) -> Path:
    return write_minutes(store, houses_of(store, wanted), arguments.out)


def _commitments(store: Store, arguments: argparse.Namespace, wanted: list[int]) -> Path:
    return write_sheets_of(store, wanted, arguments.year or date.today().year, arguments.out)


def _longevity_cards(store: Store, arguments: argparse.Namespace, wanted: list[int]) -> Path:
    today = date.today()
    return write_cards_of_year(store, wanted, arguments.year or today.year, today, arguments.out)


def _certificates(store: Store, arguments: argparse.Namespace, wanted: list[int]) -> Path:
    if not arguments.campaign:
        raise Invalid({"campaign": "Ghi đợt vận động của giấy chứng nhận bằng --campaign."})
    return write_certificates_named(store, arguments.campaign, wanted, date.today(), arguments.out)


def _year_plan(store: Store, arguments: argparse.Namespace, _wanted: list[int]) -> Path:
    today = date.today()
    return write_plan(store, arguments.year or today.year, today, arguments.out)


_OF_ITS_OWN: dict[str, Callable[[Store, argparse.Namespace, list[int]], Path]] = {
    _PERSON_FILE: _file_of_one,
    _HOUSE_MINUTES: _minutes,
    _LONGEVITY_CARD: _longevity_cards,
    _CERTIFICATE: _certificates,
    COMMITMENT_FORM: _commitments,
    _YEAR_PLAN: _year_plan,
}


def _members_now(store: Store) -> list[int]:
    """Those who are in the Hội today; nobody writes to the dead."""
    lines = list_members(store, date.today())
    return [line.person_id for line in lines if line.status in IN_HOI]


def _only(people: list[int]) -> int:
    if len(people) != 1:
        raise Invalid({"person": "Hồ sơ cá nhân in cho từng người: ghi đúng một --person."})
    return people[0]


def _template_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = [kind.name for kind in SHEET_KINDS]
    parser.add_argument(
        "--kind", action="append", default=[], choices=kinds, metavar="KIND", help=", ".join(kinds)
    )
    parser.add_argument("--filled", action="store_true", help="kèm số liệu đang có trong sổ")
    parser.add_argument("--out", type=target, required=True, metavar="FILE.xlsx", help="tệp Excel")


def _template(arguments: argparse.Namespace) -> Answer:
    if arguments.out.suffix.lower() != ".xlsx":
        raise Invalid({"out": "Mẫu nhập số liệu là tệp Excel, tên tệp phải có đuôi .xlsx."})
    return _written(
        arguments,
        lambda store: [
            papers.write_template(store, arguments.kind, arguments.filled, arguments.out)
        ],
    )


def _written(arguments: argparse.Namespace, write: Callable[[Store], list[Path]]) -> Answer:
    with read_branch(data_folder(arguments)) as store:
        return files_answer(write(store))


COMMANDS = (
    Command("list", "lập sổ, danh sách", _list_arguments, _list),
    Command("form", "in phiếu", _form_arguments, _form),
    Command("template", "ghi mẫu Excel để chi hội điền", _template_arguments, _template),
)
