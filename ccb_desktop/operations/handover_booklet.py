"""Reads what the booklet of a handover tells, as the books stand on a day."""

from datetime import date, timedelta
from operator import attrgetter

from ccb_desktop.data import backup as copies
from ccb_desktop.data import seals, settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.data.users.users import list_users
from ccb_desktop.data.visits import housing
from ccb_desktop.domain.fund_papers.cash_book import Anchor
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import UnitKind, natural_order
from ccb_desktop.domain.reports.handover_booklet import (
    Booklet,
    CaredFor,
    Keeping,
    OpenHouse,
    OpenLoan,
    OpenTask,
)
from ccb_desktop.domain.users.labels import ROLE
from ccb_desktop.domain.users.users import Role
from ccb_desktop.domain.visits.due import DueKind, due_visits
from ccb_desktop.domain.visits.housing import HousingStage
from ccb_desktop.operations.backup_notes import chosen_place
from ccb_desktop.operations.due_visits import due_book
from ccb_desktop.operations.funds.loan_lists import loan_lines_in
from ccb_desktop.operations.handover import handover_in
from ccb_desktop.operations.report_calendar import duties_in

_AHEAD = timedelta(days=30)
_LEADING = ("Chủ tịch", "Phó Chủ tịch", "Thường vụ", "Ủy viên", "Trưởng ban", "Chi hội trưởng")
_CARE = frozenset({DueKind.SICK, DueKind.POOR, DueKind.LONGEVITY})


def load_booklet(store: Store, on: date, *, with_password: bool) -> Booklet:
    """The booklet of a day.

    Args:
        store: The books.
        on: The day of handing over.
        with_password: Whether the copy beside it is guarded by a password, which it tells.
    """
    with store.reading() as session:
        branch = settings.load_branch(session)
        source = ListSource(order=ListOrder(name="handover", on=on), branch=branch)
        members = [line for line in lists.list_members(session, on) if line.status in IN_HOI]
        units = [line.unit for line in lists.list_unit_lines(session, on)]
        return Booklet(
            branch=branch,
            on=on,
            members=len(members),
            units=sum(one.kind is UnitKind.CHI_HOI and one.stands_on(on) for one in units),
            officers=_officers(members),
            handed=handover_in(session, source),
            tasks=_tasks(session, on),
            loans=_loans(session, on),
            houses=_houses(session, on),
            cared_for=_cared_for(session, on),
            duties=duties_in(session),
            keeping=_keeping(store, session, with_password=with_password),
            users=_users(session),
        )


def _officers(members: list[MemberLine]) -> list[tuple[str, str, str]]:
    """Whoever holds a post, the leading ones first, then by unit in the order of their numbers."""
    held = [one for one in members if one.hoi_posts]
    held.sort(key=lambda one: (_rank(one.hoi_posts), natural_order(one.unit_name), one.sort_key))
    return [(one.full_name, one.hoi_posts, one.sub_unit_name or one.unit_name) for one in held]


def _rank(posts: str) -> int:
    places = (place for place, title in enumerate(_LEADING) if posts.startswith(title))
    return next(places, len(_LEADING))


def _tasks(session: Session, on: date) -> list[OpenTask]:
    return [
        OpenTask(what=line.item.what, who=line.who, ends_on=line.ends_on, reached=line.reached)
        for line in sorted(assignments.list_lines(session, on, on.year), key=attrgetter("ends_on"))
        if not line.is_done_by(on)
    ]


def _loans(session: Session, on: date) -> list[OpenLoan]:
    return [
        OpenLoan(
            borrower=line.file.loan.borrower,
            unit_name=line.unit_name,
            outstanding_dong=line.outstanding_dong,
            due_on=line.due_on,
            says=line.says,
        )
        for line in loan_lines_in(session, on)
        if line.owes
    ]


def _houses(session: Session, on: date) -> list[OpenHouse]:
    return [
        OpenHouse(
            owner=line.support.head_name, unit_name=line.unit_name, note=line.support.note.strip()
        )
        for line in housing.list_lines(session, on)
        if line.support.stage(on) is HousingStage.STARTED
    ]


def _cared_for(session: Session, on: date) -> list[CaredFor]:
    found = due_visits(due_book(session, on), on, on + _AHEAD)
    return [
        CaredFor(name=one.name, unit_name=one.unit_name, why=one.why, visited_on=one.visited_on)
        for one in found
        if one.kind in _CARE
    ]


def _keeping(store: Store, session: Session, *, with_password: bool) -> Keeping:
    last = next(iter(copies.list_backups(store.folder.backups)), None)
    anchor = Anchor(*seals.last_seal(session))
    return Keeping(
        place=str(store.folder.root),
        backups=str(store.folder.backups),
        second_place=chosen_place(store.folder, session),
        last_backup_at=last.made_at if last else None,
        action_id=anchor.action_id,
        seal=anchor.seal,
        with_password=with_password,
    )


def _users(session: Session) -> list[tuple[str, str]]:
    return [
        (one.name, ", ".join(ROLE[role] for role in Role if role in one.roles))
        for one in list_users(session)
        if not one.retired
    ]
