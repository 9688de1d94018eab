"""Put one field, one record or all of a person back as it was; a new act that can be undone."""

from datetime import date

from ccb_desktop.data import put_back as records
from ccb_desktop.data.members import households, memberships, people, units
from ccb_desktop.data.members.merges import merges_of
from ccb_desktop.data.put_back import Values
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change, RecordChange
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.members.checks import check_membership, check_person, check_post
from ccb_desktop.domain.members.event_checks import check_event
from ccb_desktop.domain.members.memberships import (
    MembershipEvent,
    MembershipKind,
    check_course,
)
from ccb_desktop.domain.record_words import RECORD, label_of
from ccb_desktop.operations.emulation.locks import keeping_locked
from ccb_desktop.operations.members.events import note_death
from ccb_desktop.operations.members.people import check_unique, load_person_file
from ccb_desktop.operations.members.person_history import BOOK_OF_WORK, records_of

_SHARED = frozenset({"households", "household_years"})
# A household belongs to all who live in it: it is not put back with one of them.
_SAFE = "Số liệu vẫn nguyên."


def put_field_back(store: Store, person_id: int, change: RecordChange, field: str) -> Change:
    """Give one field the value it had before a change.

    Raises:
        Conflict: It stands so already, its record is gone or belongs to a merged double, or
            the rules of today refuse it.
        NotFound: Nobody has this id.
    """
    what = label_of(change.kind, field)
    wanted = (change.before or {}).get(field)
    with (
        store.writing(f"Đưa về như trước: {what}, {_name(store, person_id)}") as session,
        keeping_locked(session),
    ):
        _see_that_it_is_his(change, person_id)
        now = records.stored(session, change.kind, change.record_id)
        if now is None:
            raise Conflict(
                f"{RECORD[change.kind]} này nay không còn trong sổ, nên không đưa riêng mục "
                f"“{what}” về được. Hãy đưa cả mục đã bỏ về trước."
            )
        if now[field] == wanted:
            raise Conflict(f"Mục “{what}” hiện đang đúng như vậy, không có gì phải đưa về.")
        _put(session, person_id, change, {field: wanted})
        _settle(session, person_id, {change.kind})
    return session.change


def put_record_back(store: Store, person_id: int, change: RecordChange) -> Change:
    """Bring back a record that a change took out, or take out one that it put in.

    Raises:
        Conflict: As `put_field_back`; also for the file of the person itself.
        NotFound: Nobody has this id.
    """
    record = RECORD[change.kind]
    with (
        store.writing(f"Đưa về như trước: {record}, {_name(store, person_id)}") as session,
        keeping_locked(session),
    ):
        _see_that_it_is_his(change, person_id)
        if change.kind in ("persons", "households"):
            raise Conflict(
                f"Không bỏ cả {record.lower()} ở đây được. Muốn bỏ thì hoàn tác việc đã ghi nó, "
                "ở Cài đặt, thẻ Việc vừa làm."
            )
        state = None
        if change.after is None:
            state = records.state_before(session, change.kind, change.record_id, change.action_id)
        if not _put(session, person_id, change, state):
            raise Conflict(f"{record} này hiện đang đúng như vậy, không có gì phải đưa về.")
        _settle(session, person_id, {change.kind})
    return session.change


def put_person_back(store: Store, person_id: int, change: RecordChange) -> Change:
    """Make all of a person's records what they were before an act.

    His household stays as it is: others live in it.

    Raises:
        Conflict: Nothing has changed since, he was not in the books yet or was merged with a
            double since, or the rules of today refuse it.
        NotFound: Nobody has this id.
    """
    file = load_person_file(store, person_id)
    moment = f"{change.done_at:%H:%M ngày %d/%m/%Y}"
    label = f"Đưa hồ sơ {file.person.full_name} về như trước lúc {moment}"
    with store.writing(label) as session, keeping_locked(session):
        all_of_him = [one for one in records_of(session, file) if one[0] not in _SHARED]
        states = {one: records.state_before(session, *one, change.action_id) for one in all_of_him}
        _see_that_he_was_there(person_id, states)
        _see_that_he_was_not_merged(session, person_id, change.action_id)
        changed = {one for one, state in states.items() if records.put(session, *one, state)}
        if not changed:
            raise Conflict("Từ lúc đó đến nay hồ sơ này không thay đổi gì.")
        _settle(session, person_id, {kind for kind, _ in changed})
    return session.change


def _see_that_he_was_there(person_id: int, states: dict[tuple[str, int], Values | None]) -> None:
    if states["persons", person_id] is None:
        raise Conflict(
            "Trước lúc đó chưa có hồ sơ này. Muốn bỏ cả hồ sơ thì hoàn tác việc thêm, "
            "ở Cài đặt, thẻ Việc vừa làm."
        )


def _see_that_he_was_not_merged(session: Session, person_id: int, action_id: int) -> None:
    since = (
        merge
        for merge in merges_of(session, person_id)
        if records.state_before(session, "person_merges", merge, action_id) is None
    )
    if next(since, None) is not None:
        raise Conflict(
            "Sau lúc đó hồ sơ này đã gộp với một hồ sơ trùng. Hãy hoàn tác việc gộp trước, rồi "
            f"đưa từng hồ sơ về. {_SAFE}"
        )


def _see_that_it_is_his(change: RecordChange, person_id: int) -> None:
    if change.kind in BOOK_OF_WORK:
        raise Conflict(
            f"{RECORD[change.kind]} không đưa về ở hồ sơ được. {_SAFE} Vào "
            f"{BOOK_OF_WORK[change.kind]} để sửa, hoặc hoàn tác việc ấy ở Cài đặt, thẻ Việc vừa "
            "làm."
        )
    if change.kind == "persons" and change.record_id != person_id:
        raise Conflict(
            "Đây là hồ sơ trùng đã gộp vào hồ sơ này nên không đưa về riêng được. "
            "Muốn tách ra thì hoàn tác việc gộp."
        )


def _put(session: Session, person_id: int, change: RecordChange, state: Values | None) -> bool:
    """Write it, and let the day of death follow the event as it does everywhere."""
    _see_that_numbers_are_free(session, person_id, change.kind, state or {})
    if change.kind != "membership_events":
        return records.put(session, change.kind, change.record_id, state)
    before = _event(session, change.record_id)
    done = records.put(session, change.kind, change.record_id, state)
    after = _event(session, change.record_id)
    known = after or before
    if known is not None:
        membership = memberships.load_membership(session, known.membership_id or 0)
        note_death(session, membership, before, after)
    return done


def _event(session: Session, event_id: int) -> MembershipEvent | None:
    try:
        return memberships.load_event(session, event_id)
    except NotFound:
        return None


def _see_that_numbers_are_free(session: Session, person_id: int, kind: str, state: Values) -> None:
    """Name whoever has the number by now, where the store would only refuse it."""
    owner = None
    if kind == "persons" and state.get("citizen_id"):
        owner, number = people.find_by_citizen_id(session, state["citizen_id"]), "Số CCCD"
    elif kind == "memberships" and state.get("card_no"):
        held = memberships.find_by_card_no(session, state["card_no"])
        owner, number = (held.person_id if held else None), "Số thẻ"
    if owner not in (None, person_id):
        name = people.load_person(session, owner or 0).full_name
        raise Conflict(
            f"{number} của lúc đó nay đang ghi cho {name}, nên chưa đưa về được. {_SAFE}"
        )


def _settle(session: Session, person_id: int, touched: set[str]) -> None:
    """Work out what follows from the records, and see that the rules hold.

    Raises:
        Conflict: They do not.
    """
    records.see_that_nothing_hangs(session, touched)
    held = memberships.list_memberships(session, person_id)
    memberships.refresh_standings(session, [one.id for one in held if one.id is not None])
    try:
        _keep_keys(session, person_id, touched)
        _check(session, person_id)
    except Invalid as invalid:
        raise Conflict(f"Chưa đưa về như trước được. {invalid} {_SAFE}") from invalid


def _keep_keys(session: Session, person_id: int, touched: set[str]) -> None:
    """Saving anew what was put back gives its prepared keys their values."""
    person = people.load_person(session, person_id)
    if "persons" in touched:
        people.save_person(session, person)
    if "households" in touched and person.household_id is not None:
        home = households.load_household(session, person.household_id)
        if not home.head_name.strip():
            raise Invalid({"head_name": "Ghi họ tên chủ hộ."})
        households.save_household(session, home)


def _check(session: Session, person_id: int) -> None:
    """The rules that hold when somebody saves the same by hand."""
    person = people.load_person(session, person_id)
    check_person(person, date.today())
    check_unique(session, person, None)
    for membership in memberships.list_memberships(session, person_id):
        check_membership(membership, person)
        check_unique(session, person, membership)
        events = memberships.list_events(session, membership.id or 0)
        if membership.kind is MembershipKind.HOI:
            check_course(membership, events)
        for event in events:
            check_event(event)
    for post in units.list_posts(session, [person_id]):
        check_post(post)


def _name(store: Store, person_id: int) -> str:
    with store.reading() as session:
        return people.load_person(session, person_id).full_name
