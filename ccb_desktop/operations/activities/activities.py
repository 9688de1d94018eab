"""The book of activities: what is listed, recorded, corrected, taken out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.activities import activities, attendance
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.activities.activities import Activity, check_activity
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.printing import short_date


def list_activities(store: Store, from_on: date, to_on: date) -> list[ActivityLine]:
    """The activities that began on some days, the latest first."""
    with store.reading() as session:
        return activities.list_activities(session, from_on, to_on)


def latest_day(store: Store) -> date | None:
    """The day of the latest activity; nothing where there is none."""
    with store.reading() as session:
        return activities.latest_day(session)


def load_activity(store: Store, activity_id: int) -> Activity:
    """One activity.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return activities.load_activity(session, activity_id)


def load_line(store: Store, activity_id: int) -> ActivityLine:
    """One activity with its names.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return activities.load_line(session, activity_id)


def save_activity(store: Store, activity: Activity, form_id: str | None = None) -> Change:
    """Record an activity, or correct one; the payment behind it stays as it is.

    Raises:
        Invalid: By field.
        Conflict: Its cost is paid by a voucher and would change.
        NotFound: It is not there any more.
    """
    return record_activity(store, activity, form_id)[0]


def record_activity(
    store: Store, activity: Activity, form_id: str | None = None
) -> tuple[Change, Activity]:
    """As `save_activity`; gives the activity as it is kept, too."""
    check_activity(activity, date.today())
    act = "Ghi hoạt động" if activity.id is None else "Sửa hoạt động"
    with store.writing(f"{act}: {named(activity)}", form_id) as session:
        kept = keep_activity(session, activity)
    return session.change, kept


def keep_activity(session: Session, activity: Activity) -> Activity:
    """Keep an activity within an act that does more; gives it with its id.

    Where an attendance list is kept, the number of members follows from that alone.

    Raises:
        Conflict, NotFound: As `save_activity`.
    """
    tidy = _tidy(activity)
    if tidy.id is None:
        return replace(tidy, id=activities.save_activity(session, tidy))
    before = activities.load_activity(session, tidy.id)
    is_paid = before.voucher_id is not None and not activities.is_voided(session, before.voucher_id)
    if is_paid and before.cost_dong != tidy.cost_dong:
        raise Conflict(
            f"Kinh phí của “{before.name}” đã có phiếu chi nên không sửa số tiền được. Sổ không "
            "đổi. Nếu ghi sai, hãy bỏ gắn phiếu hoặc hủy phiếu chi kèm lý do rồi ghi lại."
        )
    kept = replace(tidy, voucher_id=before.voucher_id)
    if attendance.list_attendances(session, tidy.id):
        kept = replace(kept, members_present=before.members_present)
    activities.save_activity(session, kept)
    return kept


def remove_activities(store: Store, activity_ids: Sequence[int]) -> Change:
    """Take out activities with their attendance lists and papers.

    Raises:
        Conflict: The payment of one stands in the book.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {len(activity_ids)} hoạt động") as session:
        for activity_id in activity_ids:
            known = activities.load_activity(session, activity_id)
            if known.voucher_id and not activities.is_voided(session, known.voucher_id):
                raise Conflict(
                    f"“{known.name}” đã có phiếu chi nên không bỏ được. Sổ không đổi. Hãy bỏ gắn "
                    "phiếu, hoặc hủy phiếu chi kèm lý do, rồi bỏ hoạt động."
                )
            activities.delete_activity(session, activity_id)
    return session.change


def named(activity: Activity) -> str:
    """Its name and day, for the list of what was done."""
    return f"{activity.name.strip()} ({short_date(activity.held_on)})"


def _tidy(activity: Activity) -> Activity:
    """Words without blanks around them; a unit of measure only beside a quantity."""
    words = ("name", "place", "result", "lessons", "note")
    return replace(
        activity,
        measure=activity.measure.strip() if activity.quantity is not None else "",
        **{name: getattr(activity, name).strip() for name in words},
    )
