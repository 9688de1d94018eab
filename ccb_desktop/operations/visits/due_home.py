"""Reads what the first page tells of visits that are due, within its one block."""

from collections.abc import Iterable
from datetime import date, timedelta

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session
from ccb_desktop.data.visits import commemorative, due_counts
from ccb_desktop.domain.members.lines import MemberGroup
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.visits import due_waiting
from ccb_desktop.domain.visits.commemorative import coming_days
from ccb_desktop.domain.visits.due import FORGOTTEN_AFTER_DAYS, is_visit_overdue
from ccb_desktop.domain.waiting import Waiting


def days_waiting_in(session: Session, today: date) -> tuple[Waiting, ...]:
    """The commemorative days that come."""
    coming = coming_days(commemorative.list_days(session), today)
    return due_waiting.days_waiting(coming, today)


def due_waiting_in(
    session: Session, today: date, groups: Iterable[MemberGroup]
) -> tuple[Waiting, ...]:
    """The sick, great ages and birthdays of the month, the dead of the week, the forgotten.

    Args:
        session: A session.
        today: The day.
        groups: The members of the day, counted by birth.
    """
    branch = settings.load_branch(session)
    within, rule = branch.sick_visit_days, AgeRule(branch.age_rule)
    births = [(group.born_on, group.members) for group in groups]
    wished = due_counts.list_wished_births(session, today)
    sick = {
        person_id
        for person_id, since, visited_on in due_counts.list_sick(session, today)
        if is_visit_overdue(since, visited_on, today, within)
    }
    deaths = due_counts.list_death_days(session, today, today + due_waiting.WEEK)
    since = today - timedelta(days=FORGOTTEN_AFTER_DAYS)
    forgotten = due_counts.count_unvisited(session, today, since)
    return (
        *due_waiting.sick_waiting(len(sick)),
        *due_waiting.births_waiting(births, wished, rule, today),
        *due_waiting.anniversaries_waiting(deaths, today),
        *due_waiting.unvisited_waiting(forgotten),
    )
