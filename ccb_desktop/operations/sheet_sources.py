"""What the sheets, files and papers of people are made with."""

from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.members import units
from ccb_desktop.data.members.own_fields import list_own_fields
from ccb_desktop.data.store import Session
from ccb_desktop.domain.code_lists import labels_by_list
from ccb_desktop.domain.member_papers.member_sheet import SheetSource


def sheet_source(session: Session, on: date) -> SheetSource:
    """What the sheets and files of people are made with."""
    return SheetSource(
        branch=settings.load_branch(session),
        on=on,
        unit_names={unit.id: unit.name_on(on) for unit in units.list_units(session)},
        labels=labels_by_list(settings.list_codes(session)),
        own_fields=list_own_fields(session),
    )
