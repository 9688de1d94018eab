"""Reads what the first page tells of visits that are due, within its one block."""

from datetime import date, timedelta

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session
from ccb_desktop.data.visits import commemorative, due_counts
from ccb_desktop.domain.visits import due_waiting
from ccb_desktop.domain.visits.commemorative import coming_days
from ccb_desktop.domain.visits.due import FORGOTTEN_AFTER_DAYS, is_visit_overdue
from ccb_desktop.domain.waiting import Waiting


def due_waiting_in(session: Session, today: date) -> tuple[Waiting, ...]:
    """The sick, the dead of the week, the forgotten, and the days that come."""
    within = settings.load_branch(session).sick_visit_days
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
        *due_waiting.anniversaries_waiting(deaths, today),
        *due_waiting.unvisited_waiting(forgotten),
        *due_waiting.days_waiting(coming_days(commemorative.list_days(session), today), today),
    )
