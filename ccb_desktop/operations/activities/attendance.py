"""Call the roll of a meeting: who was there, who was excused, and what that makes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ccb_desktop.data.activities import activities, attendance, meetings
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.activities.activities import Attendance, Presence
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.roll_call import AttendedLine, Called, Quorum, quorum
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.operations.activities.activities import named


@dataclass(frozen=True, slots=True)
class RollCall:
    """A meeting with the members that its roll names.

    Attributes:
        called: In Vietnamese order; nobody is marked where no list is kept.
    """

    line: ActivityLine
    called: tuple[Called, ...]

    @property
    def is_kept(self) -> bool:
        """Whether a list is kept of it."""
        return any(one.presence is not None for one in self.called)

    @property
    def quorum(self) -> Quorum:
        """Who is counted, by the list that is kept."""
        return quorum(one for one in self.called if one.presence is not None)


def load_roll_call(store: Store, activity_id: int) -> RollCall:
    """The roll of a meeting, as it is kept or as it would be called.

    Raises:
        NotFound: The meeting is not there any more.
    """
    with store.reading() as session:
        return roll_call_in(session, activity_id)


def roll_call_in(session: Session, activity_id: int) -> RollCall:
    """As `load_roll_call`, within a block that reads more."""
    line = activities.load_line(session, activity_id)
    return RollCall(line, tuple(attendance.list_called(session, line.activity)))


def save_roll_call(
    store: Store,
    activity_id: int,
    presences: Mapping[int, Presence],
    form_id: str | None = None,
) -> Change:
    """Keep the attendance list of a meeting; its number of members follows from it.

    Args:
        store: The books.
        activity_id: The meeting.
        presences: Person → how he stands on the list; nobody else stands on it.
        form_id: See `Store.writing`.

    Raises:
        Invalid: The list names nobody.
        NotFound: The meeting is not there any more.
    """
    if not presences:
        raise Invalid({"presences": "Danh sách chưa có ai để điểm danh."})
    with store.reading() as session:
        label = f"Điểm danh: {named(activities.load_activity(session, activity_id))}"
    called = [
        Attendance(activity_id=activity_id, person_id=person_id, presence=presence)
        for person_id, presence in presences.items()
    ]
    present = sum(presence is Presence.PRESENT for presence in presences.values())
    with store.writing(label, form_id) as session:
        known = activities.load_activity(session, activity_id)
        attendance.save_attendances(session, activity_id, called)
        activities.save_activity(session, replace(known, members_present=present))
    return session.change


def drop_roll_call(store: Store, activity_id: int) -> Change:
    """Take out the attendance list of a meeting; its number of members stays as it is.

    Raises:
        NotFound: The meeting is not there any more.
    """
    with store.reading() as session:
        label = f"Bỏ điểm danh: {named(activities.load_activity(session, activity_id))}"
    with store.writing(label) as session:
        attendance.save_attendances(session, activity_id, ())
    return session.change


def list_attended(store: Store, person_id: int) -> list[AttendedLine]:
    """The meetings on whose attendance lists a person stands, the latest first."""
    with store.reading() as session:
        return meetings.list_attended(session, person_id)
