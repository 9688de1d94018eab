"""Reads what is handed over when the office changes hands, as the books stand on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.activities import activities
from ccb_desktop.data.emulation import awards
from ccb_desktop.data.funds import balances, funds, loans, voucher_lists
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.data.visits import housing, visits
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.loan_lines import OWED, PRESSING
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.reports.handover import (
    HandedBook,
    HandedFund,
    Handover,
    OpenWork,
    handover_paper,
)
from ccb_desktop.domain.reports.handover_minutes import LABEL, TEMPLATE, Sides, minutes_texts
from ccb_desktop.domain.visits.housing import HousingStage
from ccb_desktop.operations.fund_lists import levels_of
from ccb_desktop.operations.funds.loan_lists import loan_lines_in
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.word_templates import template_of


def handover_list(session: Session, source: ListSource) -> ListPaper:
    """The list of everything that is handed over on the day of the list."""
    return handover_paper(source, handover_in(session, source))


def handover_in(session: Session, source: ListSource) -> Handover:
    """Everything that is handed over on the day of an order."""
    return Handover(
        books=[one for one in _books(session, source.order.on) if one.count],
        funds=_funds(session, source),
        open_work=[one for one in _open_work(session, source.order.on) if one.count],
    )


def _books(session: Session, on: date) -> Iterator[HandedBook]:
    members = [line for line in lists.list_members(session, on) if line.status in IN_HOI]
    yield HandedBook(label="Hồ sơ hội viên đang trong Hội", count=len(members), unit="hồ sơ")
    standing = [one for one in lists.list_unit_lines(session, on) if one.unit.stands_on(on)]
    chi_hoi = sum(one.unit.kind is UnitKind.CHI_HOI for one in standing)
    yield HandedBook(label="Hồ sơ chi hội", count=chi_hoi, unit="chi hội")
    moved = [line.happened_on.first_day for line in lists.list_movements(session, None, on)]
    yield _book("Sổ biến động hội viên", moved, "lần")
    yield _book("Sổ khen thưởng", (one.awarded_on for one in awards.list_up_to(session, on)), "lần")
    vouchers = [one.voucher for one in voucher_lists.list_vouchers(session, date.min, on)]
    posted = [one.issued_on for one in vouchers if one.is_posted]
    yield _book("Sổ quỹ, phiếu thu, phiếu chi đã ghi sổ", posted, "phiếu")
    lent = [file.loan.lent_on for file in loans.list_loans(session) if file.loan.lent_on <= on]
    yield _book("Sổ theo dõi vay vốn", lent, "khoản vay")
    seen = [one.visit.visited_on for one in visits.list_visits(session, date.min, on)]
    yield _book("Sổ thăm hỏi", seen, "lượt")
    years = {line.year for line in assignments.list_lines(session, on) if line.year <= on.year}
    yield HandedBook(label="Sổ theo dõi nhiệm vụ", count=len(years), unit="năm")
    held = [one.activity.held_on for one in activities.list_activities(session, date.min, on)]
    yield _book("Sổ sinh hoạt, hoạt động", held, "lần")


def _book(label: str, days: Iterable[date], unit: str) -> HandedBook:
    found = sorted(days)
    span = (found[0], found[-1]) if found else None
    return HandedBook(label=label, count=len(found), unit=unit, days=span)


def _funds(session: Session, source: ListSource) -> list[HandedFund]:
    on = source.order.on
    held, level = balances.balances_on(session, on), levels_of(session, source.order)
    lent = outstanding_by_fund(loans.list_loans(session), on)
    return [
        HandedFund(
            name=one.name,
            level=level(one),
            cash_dong=held.get(Account(one.id or 0, MoneyPlace.CASH), 0),
            bank_dong=held.get(Account(one.id or 0, MoneyPlace.BANK), 0),
            lent_dong=lent.get(one.id or 0, 0),
        )
        for one in funds.list_funds(session)
        if one.opened_on <= on and (one.closed_on is None or one.closed_on >= on)
    ]


def _open_work(session: Session, on: date) -> Iterator[OpenWork]:
    given = assignments.list_lines(session, on, on.year)
    undone = [line for line in given if not line.is_done_by(on)]
    yield OpenWork(label=f"Việc đã giao chưa xong, năm {on.year}", count=len(undone), unit="việc")
    standing = [line.standing for line in loan_lines_in(session, on)]
    owed = sum(one in OWED for one in standing)
    yield OpenWork(label="Khoản vay chưa trả hết", count=owed, unit="khoản")
    pressing = sum(one in PRESSING for one in standing)
    yield OpenWork(label="– trong đó quá hạn, chậm kỳ", count=pressing, unit="khoản")
    stages = [line.support.stage(on) for line in housing.list_lines(session, on)]
    building = sum(one is HousingStage.STARTED for one in stages)
    yield OpenWork(label="Nhà đang làm, chưa bàn giao", count=building, unit="nhà")


def write_handover_minutes(
    store: Store, sides: Sides, on: date, out: Path, number: int | None = None
) -> Path:
    """Write the minutes of handing over as the books stand on a day.

    The branch's own template is used where there is one of the same name in its folder.

    Raises:
        Invalid: The file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        source = ListSource(order=ListOrder(name="handover", on=on), branch=branch)
        found = handover_in(session, source)
    texts = minutes_texts(branch, found, sides, on, number)
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL):
        return write_member_forms([texts], template, LABEL, out, practice=branch.practice)
