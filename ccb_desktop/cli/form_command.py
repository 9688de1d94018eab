"""The subcommand `form`: one registry of forms, and whom or what each line means."""

import argparse
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date

from ccb_desktop.cli.arguments import target, words, year
from ccb_desktop.cli.checklist_forms import (
    TASK_CHECKLIST,
    keys_meant,
    write_checklist_workbooks,
)
from ccb_desktop.cli.command import Answer, Command, files_answer
from ccb_desktop.cli.fund_forms import (
    add_fund_arguments,
    cash_counts_meant,
    loans_meant,
    vouchers_meant,
)
from ccb_desktop.cli.gap_forms import QUESTIONNAIRES, add_gap_arguments, write_gap_workbook
from ccb_desktop.cli.signing_in import read
from ccb_desktop.cli.superior_forms import (
    SUPERIOR,
    add_superior_arguments,
    write_superior_form,
)
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.donors import DonorOrder
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.reports.form_kinds import FormOrder, Need
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.operations.activities.roll_papers import meetings_held
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.forms.subjects import list_subjects
from ccb_desktop.operations.forms.writing import write_form
from ccb_desktop.operations.funds.campaign_papers import campaign_named, donors_now
from ccb_desktop.operations.members.keys import people_of_keys
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.operations.questionnaires import unit_of_code
from ccb_desktop.operations.visits.housing_papers import houses_of
from ccb_desktop.operations.withdrawn import withdrawn_in_form

_FOR_ALL_MEMBERS = ("member-sheet", "cards", "labels")
_FOR_ALL_DUE = ("longevity-card",)
_OUT = "tệp Word; phiếu việc: thư mục ghi phiếu Excel, mỗi đơn vị một tệp"

Chosen = Sequence[Hashable]


def _form_arguments(parser: argparse.ArgumentParser) -> None:
    names = (*FORM_KINDS, SUPERIOR)
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
        "--campaign", type=words, metavar="NAME", help="đợt vận động của giấy chứng nhận, bảng vàng"
    )
    parser.add_argument(
        "--year",
        type=year,
        metavar="YEAR",
        help="năm của thẻ mừng thọ, kế hoạch nhiệm vụ, đăng ký thi đua, bình xét; không ghi thì "
        "năm nay",
    )
    add_gap_arguments(parser)
    add_fund_arguments(parser)
    add_superior_arguments(parser)
    for name, told in _typed().items():
        parser.add_argument(f"--{_option(name)}", type=words, default="", metavar="TEXT", help=told)
    parser.add_argument("--out", type=target, required=True, metavar="FILE.docx", help=_OUT)


def _typed() -> dict[str, str]:
    """What can be typed for one form or another: name → the forms, and what it is."""
    found: dict[str, list[str]] = {}
    for kind in FORM_KINDS.values():
        for one in kind.asked:
            found.setdefault(one.name, []).append(f"{kind.label.lower()}: {one.label.lower()}")
    return {name: "; ".join(told) for name, told in found.items()}


def _option(name: str) -> str:
    return name.replace("_", "-")


def _form(arguments: argparse.Namespace) -> Answer:
    ending = arguments.out.suffix.lower()
    if arguments.name == SUPERIOR:
        return write_superior_form(arguments)
    if arguments.name in QUESTIONNAIRES and ending == ".xlsx":
        return write_gap_workbook(arguments)
    if arguments.name == TASK_CHECKLIST and ending != ".docx":
        return write_checklist_workbooks(arguments)
    with read(arguments) as store:
        order = FormOrder(
            name=arguments.name,
            on=arguments.on or date.today(),
            chosen=tuple(_MEANT[FORM_KINDS[arguments.name].need](store, arguments)),
            year=arguments.year or date.today().year,
            period=arguments.period,
            texts={name: _text(getattr(arguments, name)) for name in _typed()},
            masked=not arguments.full_numbers,
        )
        names = withdrawn_in_form(store, order)
        return files_answer([write_form(store, order, arguments.out)], withdrawn=names)


def _text(typed: str) -> str:
    """Several lines are typed on one with semicolons between."""
    return typed.replace(";", "\n")


def _members(store: Store, arguments: argparse.Namespace) -> Chosen:
    """Those who are named; else, where a form is for all, those in the Hội or those due."""
    named = people_of_keys(store, arguments.person)
    if named:
        return named
    if arguments.name in _FOR_ALL_MEMBERS:  # nobody writes to the dead
        lines = list_members(store, date.today())
        return [line.person_id for line in lines if line.status in IN_HOI]
    if arguments.name in _FOR_ALL_DUE:
        on = date.today()
        order = FormOrder(name=arguments.name, on=on, year=arguments.year or on.year)
        return [one.id for one in list_subjects(store, order) if one.why]
    return []


def _the_dead(store: Store, arguments: argparse.Namespace) -> Chosen:
    """Those who are named; nobody is mourned of whom the books do not say that he died."""
    named = people_of_keys(store, arguments.person)
    dead = {one.id for one in list_subjects(store, FormOrder(name=arguments.name, on=date.today()))}
    living = [load_person_file(store, one).person for one in named if one not in dead]
    if living:
        names = ", ".join(person.full_name for person in living)
        raise Invalid(
            {
                "person": f"Sổ chưa ghi ngày mất của {names} nên không in. Ghi ở trang Thăm hỏi, "
                "thẻ Việc tang, rồi in."
            }
        )
    return named


def _houses(store: Store, arguments: argparse.Namespace) -> Chosen:
    return houses_of(store, people_of_keys(store, arguments.person))


def _meetings(store: Store, arguments: argparse.Namespace) -> Chosen:
    on = arguments.on or date.today()
    return meetings_held(store, on, on, arguments.unit or "")


def _campaign(store: Store, arguments: argparse.Namespace) -> Chosen:
    if not arguments.campaign:
        raise Invalid({"campaign": "Ghi đợt vận động bằng --campaign."})
    return [campaign_named(store, arguments.campaign).id or 0]


def _donors(store: Store, arguments: argparse.Namespace) -> Chosen:
    """Everybody who gave to the campaign, or those who are named."""
    on, wanted = arguments.on or date.today(), people_of_keys(store, arguments.person)
    [campaign_id] = _campaign(store, arguments)
    donors = donors_now(store, int(str(campaign_id)), DonorOrder.AMOUNT, on)
    return [one.key for one in donors if not wanted or one.person_id in wanted]


def _units(store: Store, arguments: argparse.Namespace) -> Chosen:
    if arguments.name == TASK_CHECKLIST:
        return keys_meant(store, arguments)
    if arguments.unit is not None:
        return [unit_of_code(store, arguments.unit)]
    if FORM_KINDS[arguments.name].or_all:
        return []
    order = FormOrder(name=arguments.name, on=date.today(), year=arguments.year or 0)
    return [one.id for one in list_subjects(store, order)]


_MEANT: Mapping[Need, Callable[[Store, argparse.Namespace], Chosen]] = {
    Need.MEMBERS: _members,
    Need.THE_DEAD: _the_dead,
    Need.HOUSES: _houses,
    Need.VOUCHERS: vouchers_meant,
    Need.CASH_COUNTS: cash_counts_meant,
    Need.LOANS: loans_meant,
    Need.MEETINGS: _meetings,
    Need.DONORS: _donors,
    Need.CAMPAIGN: _campaign,
    Need.UNITS: _units,
    Need.NOTHING: lambda _store, _arguments: [],
}

FORM = Command("form", "in giấy tờ, biểu mẫu", _form_arguments, _form)
