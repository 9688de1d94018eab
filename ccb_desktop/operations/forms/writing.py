"""Writes any form into one Word file, a page for each for whom or for which it is made."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Store
from ccb_desktop.domain.activity_papers.invitation import Invitation
from ccb_desktop.domain.emulation.nomination_book import day_of
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.donors import DonorOrder
from ccb_desktop.domain.member_papers import signature_sheet
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.member_papers.personal_forms import PERSONAL_FORMS
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.money import AmountProblem, parse_amount
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.reports.form_kinds import NEED_NOUN, FormOrder, Need
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.domain.tasks.spans import PlanSpan, span_of
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS
from ccb_desktop.operations import member_cards, papers
from ccb_desktop.operations.activities.roll_papers import write_minutes as write_meeting_minutes
from ccb_desktop.operations.cash_count_papers import write_cash_counts
from ccb_desktop.operations.commitment_papers import write_sheets_of
from ccb_desktop.operations.emulation import papers as emulation
from ccb_desktop.operations.emulation.award_papers import write_proposal
from ccb_desktop.operations.forms.subjects import form_kind
from ccb_desktop.operations.funds.campaign_papers import write_board, write_certificates
from ccb_desktop.operations.funds.loan_papers import write_loan_form
from ccb_desktop.operations.handover import write_handover_minutes
from ccb_desktop.operations.invitations import write_invitations
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.member_forms import write_form as write_member_form
from ccb_desktop.operations.person_files import write_person_file
from ccb_desktop.operations.personal_exports import hides_numbers
from ccb_desktop.operations.questionnaires import Asked, write_questionnaire
from ccb_desktop.operations.tasks import checklists
from ccb_desktop.operations.tasks.plan_papers import write_plan
from ccb_desktop.operations.visits.death_papers import write_death_form
from ccb_desktop.operations.visits.housing_papers import write_minutes as write_house_minutes
from ccb_desktop.operations.visits.longevity_papers import write_cards
from ccb_desktop.operations.voucher_slips import write_receipts

Write = Callable[[Store, FormOrder, Path], Path]


def write_form(store: Store, order: FormOrder, out: Path) -> Path:
    """Write a form; gives the absolute path of the file.

    Raises:
        NotFound: There is no such form, or something chosen is not in the books any more.
        Invalid: Nothing is chosen, too much is, something is not typed, or it is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    check_form(order)
    return _WRITERS[order.name](store, order, out)


def suggested_name(store: Store, order: FormOrder) -> str:
    """A file name in ASCII: `So-yeu-ly-lich_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    kind = form_kind(order.name)
    label = f"{kind.label} {order.year}" if kind.of_year and order.year else kind.label
    return file_name(label, branch, order.on, "docx")


def check_form(order: FormOrder) -> None:
    """See that everything is there that a form is made of.

    Raises:
        NotFound: There is no such form.
        Invalid: Nothing is chosen, too much is, or something is not typed.
    """
    kind = form_kind(order.name)
    needs = kind.need is not Need.NOTHING and not (kind.or_blank or kind.or_all)
    if needs and not order.chosen:
        noun = NEED_NOUN[kind.need]
        raise Invalid(
            {"chosen": f"Chưa chọn {noun} nào để in {kind.label.lower()}. Chọn ít nhất một {noun}."}
        )
    if kind.only_one and len(order.chosen) > 1:
        raise Invalid({"chosen": f"{kind.label} in cho từng {NEED_NOUN[kind.need]}: chọn một."})
    lacking = [one for one in kind.asked if one.required and not order.text(one.name)]
    if lacking:
        raise Invalid({one.name: f"Chưa ghi “{one.label}”." for one in lacking})


def numbers_hidden(store: Store, order: FormOrder) -> bool:
    """Whether CCCD and phone numbers in a form are masked, or there are none; see there.

    Raises:
        Forbidden: Somebody who only reads asks for whole numbers.
    """
    return hides_numbers(store, order.name, masked=order.masked)


def _ids(order: FormOrder) -> list[Any]:
    return list(order.chosen)


def _year(order: FormOrder) -> int:
    return order.year or order.on.year


def _member_form(store: Store, order: FormOrder, out: Path) -> Path:
    numbered_on = order.on if order.numbers else None
    return write_member_form(
        store, order.name, _ids(order), out, order.numbers, numbered_on, masked=order.masked
    )


def _death_form(store: Store, order: FormOrder, out: Path) -> Path:
    return write_death_form(store, order.name, _ids(order), order.on, out, masked=order.masked)


def _loan_form(store: Store, order: FormOrder, out: Path) -> Path:
    return write_loan_form(
        store, order.name, _ids(order), order.on, out, order.numbers, masked=order.masked
    )


def _invitations(store: Store, order: FormOrder, out: Path) -> Path:
    guests = tuple(line.strip() for line in order.text("guests").splitlines() if line.strip())
    asked = {name: order.text(name) for name in ("about", "at", "place", "content")}
    invitation = Invitation(**asked, guests=guests)
    return write_invitations(store, invitation, _ids(order), order.on, out, order.number)


def _signature_sheet(store: Store, order: FormOrder, out: Path) -> Path:
    asked = signature_sheet.SignatureOrder(about=order.text("about"), amount_dong=_amount(order))
    with store.reading() as session:
        source = ListSource(
            order=ListOrder(name="", on=order.on), branch=settings.load_branch(session)
        )
        members = {line.person_id: line for line in lists.list_members(session, order.on)}
    chosen = [members[own] for own in _ids(order) if own in members]
    return write_paper(store, signature_sheet.signature_sheet(source, asked, chosen), out)


def _amount(order: FormOrder) -> int | None:
    """What was typed as an amount in đồng."""
    try:
        return parse_amount(order.text("amount")) if order.text("amount") else None
    except AmountProblem as problem:
        raise Invalid({"amount": str(problem)}) from problem


def _handover(store: Store, order: FormOrder, out: Path) -> Path:
    names = ("giver", "giver_post", "receiver", "receiver_post", "witness", "things")
    sides = Sides(**{name: order.text(name) for name in names})
    return write_handover_minutes(store, sides, order.on, out, order.number)


def _certificates(store: Store, order: FormOrder, out: Path) -> Path:
    """Certificates are worded for one campaign."""
    wanted = {key[0] for key in _ids(order)}
    if len(wanted) > 1:
        told = "Giấy chứng nhận in cho từng đợt vận động: chọn người của một đợt."
        raise Invalid({"chosen": told})
    return write_certificates(store, wanted.pop(), set(_ids(order)), order.on, out)


def _board(store: Store, order: FormOrder, out: Path) -> Path:
    return write_board(store, _ids(order)[0], DonorOrder.AMOUNT, order.on, out)


def _cards(store: Store, order: FormOrder, out: Path) -> Path:
    year = _year(order)
    return write_cards(store, [(own, year) for own in _ids(order)], order.on, out)


def _by_unit(store: Store, order: FormOrder, out: Path) -> Path:
    asked = Asked(on=order.on, unit_ids=_ids(order), masked=order.masked)
    return write_questionnaire(store, asked, out)


def _by_person(store: Store, order: FormOrder, out: Path) -> Path:
    asked = Asked(on=order.on, person_ids=_ids(order), masked=order.masked)
    return write_questionnaire(store, asked, out, page_each=True)


def _task_checklist(store: Store, order: FormOrder, out: Path) -> Path:
    keys: list[checklists.Key] | None = _ids(order) or None
    span = span_of(order.period) if order.period is not None else PlanSpan(_year(order))
    if span is None:
        told = (
            "Phiếu việc lập cho một tháng, quý, 6 tháng hoặc năm: 2026-03, 2026-Q1, 2026-H1, 2026."
        )
        raise Invalid({"period": told})
    return checklists.write_word(store, span, keys, order.on, out)


def _score_sheets(store: Store, order: FormOrder, out: Path) -> Path:
    year = _year(order)
    on = day_of(year, order.on)
    return emulation.write_score_sheets(store, year, UnitKind.CHI_HOI, _ids(order), on, out)


def _grading_minutes(store: Store, order: FormOrder, out: Path) -> Path:
    year = _year(order)
    return emulation.write_minutes(store, year, day_of(year, order.on), out, order.number)


_WRITERS: Mapping[str, Write] = {
    "member-sheet": lambda store, order, out: papers.write_member_sheets(
        store, _ids(order), out, masked=order.masked
    ),
    "person-file": lambda store, order, out: write_person_file(
        store, _ids(order)[0], out, masked=order.masked
    ),
    **{
        name: (
            lambda store, order, out: member_cards.SHEETS[order.name].write(store, _ids(order), out)
        )
        for name in member_cards.SHEETS
    },
    **dict.fromkeys((*FORMS, *PERSONAL_FORMS), _member_form),
    **dict.fromkeys(DEATH_FORMS, _death_form),
    **dict.fromkeys(("loan-contract", "loan-reminder"), _loan_form),
    **dict.fromkeys(
        ("receipt", "payment"), lambda store, order, out: write_receipts(store, _ids(order), out)
    ),
    "questionnaire": _by_unit,
    "questionnaire-person": _by_person,
    "invitation": _invitations,
    "signature-sheet": _signature_sheet,
    "meeting-minutes": lambda store, order, out: write_meeting_minutes(store, _ids(order), out),
    "cash-count": lambda store, order, out: write_cash_counts(store, _ids(order), out),
    "donor-board": _board,
    "thanks-certificate": _certificates,
    "longevity-card": _cards,
    "house-minutes": lambda store, order, out: write_house_minutes(
        store, _ids(order), out, order.numbers
    ),
    "year-plan": lambda store, order, out: write_plan(
        store, _year(order), order.on, out, order.number
    ),
    "task-checklist": _task_checklist,
    "commitment": lambda store, order, out: write_sheets_of(
        store, _ids(order), _year(order), out, masked=order.masked
    ),
    "score-sheets": _score_sheets,
    "grading-minutes": _grading_minutes,
    "award-proposal": lambda store, order, out: write_proposal(
        store, _year(order), order.on, out, order.number
    ),
    "handover-minutes": _handover,
}
