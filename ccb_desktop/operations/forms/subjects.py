"""For whom or what a form can be made: members, vouchers, loans, meetings, whatever it needs."""

from collections.abc import Callable, Mapping
from datetime import date

from ccb_desktop.data.activities.activities import list_activities
from ccb_desktop.data.funds import campaigns, funds, voucher_lists
from ccb_desktop.data.members import lists, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.data.visits import deaths, housing
from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.funds.donors import donors_of
from ccb_desktop.domain.funds.loan_lines import PRESSING
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.form_kinds import FormKind, FormOrder, Need, Subject
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.domain.tasks.checklists import checklists_of
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.domain.visits.labels import HOUSING_KIND
from ccb_desktop.operations.forms.members import members_for
from ccb_desktop.operations.funds.loan_lists import loan_lines_in

VOUCHERS = {"receipt": VoucherKind.RECEIPT, "payment": VoucherKind.PAYMENT}
"""Name of a form of vouchers → the kind of voucher it prints."""


def form_kind(name: str) -> FormKind:
    """The form of a name.

    Raises:
        NotFound: There is none.
    """
    if name not in FORM_KINDS:
        raise NotFound(f"Không có giấy tờ tên “{name}”. Các mẫu có: {', '.join(FORM_KINDS)}.")
    return FORM_KINDS[name]


def list_subjects(store: Store, order: FormOrder) -> list[Subject]:
    """Everybody and everything for whom a form can be made, as the books stand on its day.

    Raises:
        NotFound: There is no such form.
    """
    read = _READERS[form_kind(order.name).need]
    with store.reading() as session:
        return read(session, order)


def _year(order: FormOrder) -> tuple[date, date]:
    year = order.year or order.on.year
    return date(year, 1, 1), date(year, 12, 31)


def _the_dead(session: Session, order: FormOrder) -> list[Subject]:
    ids = deaths.list_dead(session)
    units = {one.person_id: one.unit_name for one in lists.list_members(session, order.on)}
    return [
        Subject(
            id=person.id,
            name=person.full_name,
            detail=f"Mất {person.died_on}" if person.died_on else "",
            unit=units.get(person.id or 0, ""),
            day=person.died_on.first_day if person.died_on else None,
        )
        for person in people.load_people(session, ids)
    ]


def _houses(session: Session, order: FormOrder) -> list[Subject]:
    return [
        Subject(
            id=line.support.id,
            name=line.support.head_name,
            detail=HOUSING_KIND[line.support.kind] if line.support.kind else "",
            unit=line.unit_name,
            day=line.support.handed_over_on,
        )
        for line in housing.list_lines(session, order.on)
        if line.support.counts and line.support.handed_over_on is not None
    ]


def _vouchers(session: Session, order: FormOrder) -> list[Subject]:
    kind = VOUCHERS[order.name]
    found = [
        Subject(
            id=line.voucher.id,
            name=f"{line.voucher.number_text} {line.voucher.payer}".strip(),
            detail=f"{number(line.voucher.amount_dong)} đồng, {line.voucher.content}",
            unit=line.fund_name,
            day=line.voucher.issued_on,
        )
        for line in voucher_lists.list_vouchers(session, *_year(order))
        if line.voucher.is_posted and line.voucher.kind is kind
    ]
    return sorted(found, key=lambda one: (one.day or date.min, one.name), reverse=True)


def _cash_counts(session: Session, order: FormOrder) -> list[Subject]:
    names = {fund.id: fund.name for fund in funds.list_funds(session)}
    return [
        Subject(
            id=count.id,
            name=names.get(count.fund_id, ""),
            detail=f"Đếm được {number(count.counted_dong)} đồng",
            day=count.counted_on,
        )
        for count in funds.list_cash_counts(session)
        if count.counted_on <= order.on
    ]


def _loans(session: Session, order: FormOrder) -> list[Subject]:
    reminds = order.name == "loan-reminder"
    return [
        Subject(
            id=line.file.loan.id,
            name=f"{line.file.loan.code} {line.file.loan.borrower}",
            detail=f"Còn nợ {number(line.outstanding_dong)} đồng",
            unit=line.unit_name,
            day=line.due_on if reminds else line.file.loan.lent_on,
            why="Quá hạn, chậm kỳ" if reminds and line.standing in PRESSING else "",
        )
        for line in loan_lines_in(session, order.on)
        if line.file.loan.voided_on is None
    ]


def _meetings(session: Session, order: FormOrder) -> list[Subject]:
    return [
        Subject(
            id=line.activity.id,
            name=line.activity.name or line.kind_name,
            detail=f"{number(line.present)}/{number(line.listed)} có mặt" if line.listed else "",
            unit=line.unit_name,
            day=line.activity.held_on,
        )
        for line in list_activities(session, *_year(order))
        if line.activity.kind == ActivityKind.UNIT_MEETING and line.activity.unit_id is not None
    ]


def _donors(session: Session, order: FormOrder) -> list[Subject]:
    names = {unit_id or 0: name for unit_id, name in lists.unit_names(session, order.on).items()}
    titles = {one.id: one.name for one in campaigns.list_campaigns(session)}
    gifts = [gift for gift in campaigns.list_contributions(session) if gift.counts_on(order.on)]
    return [
        Subject(
            id=one.key,
            name=one.name,
            detail=titles.get(one.campaign_id, ""),
            unit=one.unit_name,
        )
        for one in donors_of(gifts, names)
    ]


def _campaigns(session: Session, _order: FormOrder) -> list[Subject]:
    gifts = campaigns.list_contributions(session)
    given = {one.campaign_id: 0 for one in gifts}
    for one in gifts:
        given[one.campaign_id] += 1
    return [
        Subject(id=one.id, name=one.name, detail=f"{number(given[one.id or 0])} lượt ủng hộ")
        for one in campaigns.list_campaigns(session)
        if one.id in given
    ]


def _units(session: Session, order: FormOrder) -> list[Subject]:
    if order.name == "task-checklist":
        return _with_work(session, order)
    return [
        Subject(id=line.unit.id, name=line.name, detail=f"{number(line.members)} hội viên")
        for line in lists.list_unit_lines(session, order.on)
        if line.unit.kind is UnitKind.CHI_HOI and line.unit.stands_on(order.on)
    ]


def _with_work(session: Session, order: FormOrder) -> list[Subject]:
    """Units and members who have work in the year of the order."""
    span = PlanSpan(order.year or order.on.year)
    lines = assignments.list_lines(session, order.on, span.year)
    return [
        Subject(
            id=one.recipient.key,
            name=one.recipient.name,
            detail=f"{number(len(one.lines))} việc",
        )
        for one in checklists_of(lines, span)
    ]


_READERS: Mapping[Need, Callable[[Session, FormOrder], list[Subject]]] = {
    Need.MEMBERS: members_for,
    Need.THE_DEAD: _the_dead,
    Need.HOUSES: _houses,
    Need.VOUCHERS: _vouchers,
    Need.CASH_COUNTS: _cash_counts,
    Need.LOANS: _loans,
    Need.MEETINGS: _meetings,
    Need.DONORS: _donors,
    Need.CAMPAIGN: _campaigns,
    Need.UNITS: _units,
    Need.NOTHING: lambda _session, _order: [],
}
