"""Visits of inspection and supervision: entered with what is to be mended, and mended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.activities import activities, inspections
from ccb_desktop.data.store import Store
from ccb_desktop.domain.activities.activities import Activity, check_activity
from ccb_desktop.domain.activities.inspections import check_inspection
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.changes import Change
from ccb_desktop.operations.activities.activities import keep_activity, named


def list_inspections(store: Store, from_on: date, to_on: date) -> list[ActivityLine]:
    """Those of some days, and all whose lack is still to be mended, the latest first."""
    with store.reading() as session:
        return inspections.list_inspections(session, from_on, to_on)


def list_years(store: Store) -> list[int]:
    """The years in which there was one, the latest first."""
    with store.reading() as session:
        return inspections.list_years(session)


def save_inspection(store: Store, visit: Activity, form_id: str | None = None) -> Change:
    """Enter or correct a visit of inspection.

    Raises:
        Invalid: By field, as `check_activity` and `check_inspection`.
        NotFound: It is not there any more.
    """
    check_activity(visit, date.today())
    check_inspection(visit)
    act = "Ghi kiểm tra" if visit.id is None else "Sửa kiểm tra"
    with store.writing(f"{act}: {named(visit)}", form_id) as session:
        keep_activity(session, visit)
    return session.change


def note_fixed(
    store: Store, activity_ids: Sequence[int], fixed_on: date, form_id: str | None = None
) -> Change:
    """Say that what some visits had found is mended.

    Raises:
        Invalid: Under `fixed_on`: before the visit, or a day to come.
        NotFound: One is not there any more.
    """
    with store.writing(
        f"Ghi đã khắc phục sau {len(activity_ids)} lần kiểm tra", form_id
    ) as session:
        for activity_id in activity_ids:
            known = activities.load_activity(session, activity_id)
            fixed = replace(known, fixed_on=fixed_on)
            check_activity(fixed, date.today())
            check_inspection(fixed)
            activities.save_activity(session, fixed)
    return session.change
