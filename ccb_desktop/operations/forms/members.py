"""Members for whom a form can be made, and why some are wanted now."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.members.units import list_posts, list_units
from ccb_desktop.data.store import Session
from ccb_desktop.data.tasks import commitments
from ccb_desktop.domain.labels import EVENT_KIND, STATUS
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.member_papers.personal_forms import head_post
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.form_kinds import FormOrder, Subject
from ccb_desktop.domain.visits.longevity import great_ages
from ccb_desktop.operations.charter_watch import watch_in
from ccb_desktop.operations.record_gaps import gaps_in

_LOOK_BACK = timedelta(days=366)

Whys = Mapping[int, str]
"""Person → why a form is wanted for him now."""


def members_for(session: Session, order: FormOrder) -> list[Subject]:
    """Everybody in the Hội, and whoever has left it and is wanted now, in the order of names."""
    find = _WHYS.get(order.name, _decided if order.name in FORMS else _nobody)
    members = lists.list_members(session, order.on)
    whys = find(session, order, members)
    return [
        _subject(line, whys.get(line.person_id, ""))
        for line in members
        if line.status in IN_HOI or line.person_id in whys
    ]


def _subject(line: MemberLine, why: str) -> Subject:
    born = str(line.born_on) if line.born_on else ""
    left = "" if line.status in IN_HOI else STATUS[line.status].lower()
    return Subject(
        id=line.person_id,
        name=line.full_name,
        detail=", ".join(part for part in (born, line.hoi_posts, left) if part),
        unit=line.unit_name,
        why=why,
        member=line,
    )


Find = Callable[[Session, FormOrder, list[MemberLine]], Whys]


def _nobody(_session: Session, _order: FormOrder, _members: list[MemberLine]) -> Whys:
    return {}


def _decided(session: Session, order: FormOrder, _members: list[MemberLine]) -> Whys:
    """Whom a rule of the charter names for the form, and to whom it happened within a year."""
    found = watch_in(session, order.on)
    whys = {
        finding.person_id: finding.evidence
        for result in found.results
        for finding in result.findings
        if finding.paper == order.name and finding.person_id is not None
    }
    kinds = FORMS[order.name].kinds
    for event in lists.list_movements(session, order.on - _LOOK_BACK, order.on):
        if event.kind in kinds:
            whys[event.person_id] = f"{EVENT_KIND[event.kind]} {event.happened_on}"
    return whys


def _heads(session: Session, order: FormOrder, _members: list[MemberLine]) -> Whys:
    names = {unit.id: unit.name_on(order.on) for unit in list_units(session)}
    held: dict[int, list[Post]] = {}
    for post in list_posts(session):
        if post.person_id is not None and post.held_on(order.on):
            held.setdefault(post.person_id, []).append(post)
    found = {person_id: head_post(posts) for person_id, posts in held.items()}
    return {
        person_id: f"{post.title}, {names.get(post.unit_id, '')}"
        for person_id, post in found.items()
        if post is not None
    }


def _old(session: Session, order: FormOrder, members: list[MemberLine]) -> Whys:
    rule = AgeRule(settings.load_branch(session).age_rule)
    year = order.year or order.on.year
    found = great_ages(members, rule, year, (), date(year, 12, 31))
    return {one.member.person_id: f"Thọ {one.age} tuổi năm {year}" for one in found}


def _lacking(session: Session, order: FormOrder, _members: list[MemberLine]) -> Whys:
    found = gaps_in(session, order.on).incomplete
    return {one.line.person_id: f"Thiếu {number(len(one.missing))} mục" for one in found}


def _signed(session: Session, order: FormOrder, _members: list[MemberLine]) -> Whys:
    year = order.year or order.on.year
    found = commitments.list_lines(session, year, order.on)
    return {line.commitment.person_id: f"Đã đăng ký năm {year}" for line in found}


_WHYS: Mapping[str, Find] = {
    "unit-head-decision": _heads,
    "longevity-card": _old,
    "questionnaire-person": _lacking,
    "commitment": _signed,
}
