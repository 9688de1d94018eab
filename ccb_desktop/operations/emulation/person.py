"""What one member came to, year by year, out of the books."""

from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import grading
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.emulation.person_years import GradedYear
from ccb_desktop.operations.emulation.grading import GRADE_LIST


def load_years_of(store: Store, person_id: int) -> list[GradedYear]:
    """The years in which a member was graded, the latest first."""
    with store.reading() as session:
        return years_of_in(session, person_id)


def years_of_in(session: Session, person_id: int) -> list[GradedYear]:
    """The same within a reading that does more."""
    labels = labels_of(settings.list_codes(session, GRADE_LIST), GRADE_LIST)
    return [
        GradedYear(
            one.year,
            one.grade,
            labels.get(one.grade, one.grade),
            unit_names(session, date(one.year, 12, 31)).get(one.unit_id, ""),
            one.note,
        )
        for one in grading.list_results_of(session, person_id)
    ]
