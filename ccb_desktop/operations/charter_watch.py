"""Watch the charter, write down what deals with a finding, switch rules off and on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data import charter
from ccb_desktop.data.charter_books import load_watch_books
from ccb_desktop.data.members import memberships, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.charter_watch import watch as watching
from ccb_desktop.domain.charter_watch.reports import ExemptionReport, check_report_day
from ccb_desktop.domain.charter_watch.watch import CharterWatch, Switch, check_switch
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate


def watch(store: Store, on: date) -> CharterWatch:
    """What every rule finds on a day."""
    with store.reading() as session:
        return watch_in(session, on)


def watch_in(session: Session, on: date) -> CharterWatch:
    """As `watch`, within a block that reads more."""
    return watching.watch(load_watch_books(session, on), charter.list_switches(session))


def switch_off(store: Store, rule_id: str, reason: str, form_id: str | None = None) -> Change:
    """Let a rule find nobody from now on, for a reason.

    Raises:
        Invalid: There is no reason; `reason`.
    """
    label = _label(rule_id)
    with store.writing(f"Tắt theo dõi: {label}", form_id) as session:
        known = charter.list_switches(session).get(rule_id)
        made = known or Switch(rule=rule_id, reason=reason, off_since=date.today())
        switch = replace(made, reason=reason.strip())
        check_switch(switch)
        charter.save_switch(session, switch)
    return session.change


def switch_on(store: Store, rule_id: str) -> Change:
    """Let a rule watch again."""
    with store.writing(f"Bật lại theo dõi: {_label(rule_id)}") as session:
        known = charter.list_switches(session).get(rule_id)
        if known is not None and known.id is not None:
            charter.delete_switch(session, known.id)
    return session.change


def _label(rule_id: str) -> str:
    return next(rule.label for rule in watching.RULES if rule.id == rule_id)


def record_reports(
    store: Store,
    membership_ids: Sequence[int],
    reported_on: PartialDate,
    note: str = "",
    form_id: str | None = None,
) -> Change:
    """Write down that exempt members have reported.

    Raises:
        Invalid: The day lies in the future; `reported_on`.
    """
    check_report_day(reported_on, date.today())
    label = f"Ghi báo cáo miễn sinh hoạt: {_whom(store, membership_ids)}"
    with store.writing(label, form_id) as session:
        for membership_id in membership_ids:
            report = ExemptionReport(
                membership_id=membership_id, reported_on=reported_on, note=note.strip()
            )
            charter.save_report(session, report)
    return session.change


def write_ceremony(
    store: Store, event_ids: Iterable[int], ceremony_on: PartialDate, form_id: str | None = None
) -> Change:
    """Write the day of the ceremony to some admissions.

    Raises:
        Invalid: It lies before one of the decisions; `ceremony_on`.
        NotFound: An event is no longer there.
    """
    events = _events(store, event_ids)
    for event in events:
        _check_not_before(event, "ceremony_on", ceremony_on, "Ngày lễ kết nạp")
    changed = [replace(event, ceremony_on=ceremony_on) for event in events]
    return _keep(store, "Ghi ngày lễ kết nạp", changed, form_id)


def write_letter(
    store: Store, event_ids: Iterable[int], letter_on: PartialDate, form_id: str | None = None
) -> Change:
    """Write the day on which the letter of introduction was handed in.

    Raises:
        Invalid: It lies before one of the letters; `letter_on`.
        NotFound: An event is no longer there.
    """
    events = _events(store, event_ids)
    for event in events:
        _check_not_before(event, "letter_on", letter_on, "Ngày nộp giấy")
    changed = [replace(event, letter_on=letter_on) for event in events]
    return _keep(store, "Ghi ngày nộp giấy giới thiệu", changed, form_id)


def _check_not_before(event: MembershipEvent, field: str, day: PartialDate, what: str) -> None:
    begun = event.decision_on or event.happened_on
    if day.last_day < begun.first_day:
        raise Invalid({field: f"{what} đứng trước ngày quyết định, ngày giấy ({begun})."})


def _events(store: Store, event_ids: Iterable[int]) -> list[MembershipEvent]:
    with store.reading() as session:
        return [memberships.load_event(session, event_id) for event_id in event_ids]


def _keep(
    store: Store, done: str, events: Sequence[MembershipEvent], form_id: str | None
) -> Change:
    whom = _whom(store, [event.membership_id or 0 for event in events])
    with store.writing(f"{done}: {whom}", form_id) as session:
        for event in events:
            memberships.save_event(session, event)
    return session.change


def _whom(store: Store, membership_ids: Sequence[int]) -> str:
    """The name of one, the number of several."""
    if len(membership_ids) != 1:
        return f"{len(membership_ids)} người"
    with store.reading() as session:
        membership = memberships.load_membership(session, membership_ids[0])
        return people.load_person(session, membership.person_id or 0).full_name
