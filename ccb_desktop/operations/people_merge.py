"""Make one record of two of the same person, and part them again."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.data import history
from ccb_desktop.data.members import doubles, households, memberships, merging, people, units
from ccb_desktop.data.personal_data.books import is_erased
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import rounds
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.doubles.candidates import Pair, Tell
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound, Stopped
from ccb_desktop.domain.member_papers.member_sheet import MemberFile
from ccb_desktop.domain.members.checks import check_person
from ccb_desktop.domain.members.memberships import Membership, MembershipKind
from ccb_desktop.domain.merging import courses, holdings
from ccb_desktop.domain.merging import fields as merging_fields
from ccb_desktop.domain.merging.courses import Holding, JoinedCourse
from ccb_desktop.domain.merging.fields import Choices, FieldPair
from ccb_desktop.operations import undo as undoing
from ccb_desktop.operations.emulation.locks import check_one_finding, keeping_locked
from ccb_desktop.operations.people_compare import (
    OWN,
    Comparison,
    compare_two,
    comparison_of,
    hoi_holding,
)

_NAMED = 3
_LOOK_FIRST = (
    "Biến động của hai hồ sơ có chỗ trái nhau. Bấm “So sánh” để chọn giữ biến động nào rồi gộp."
)


def merge_people(
    store: Store,
    kept_id: int,
    other_id: int,
    choices: Choices | None = None,
    left_out: Collection[int] | None = None,
    form_id: str | None = None,
) -> Change:
    """Make one record of two: what both say and hold is kept once, under one person.

    Args:
        store: The books.
        kept_id: The record that is kept, as `compare_two` gives it.
        other_id: The one that is taken up into it.
        choices: What is taken of each field; the others as proposed.
        left_out: Events that are not kept, chosen after a look at `Comparison.asked`; without
            a look, only records whose events do not contradict each other are merged.
        form_id: Of the window, so that a double click merges once.

    Raises:
        Invalid: The joined record or its course of events cannot be, in plain words.
        Conflict: Both were graded, or both families assessed, in a year that is locked; or the
            data of one was erased.
        NotFound: One of them is not in the books any more.
    """
    chosen = choices or {}
    with store.reading() as session:
        names = people.names_of(session, (kept_id, other_id))
    label = f"Gộp hồ sơ {' và '.join(dict.fromkeys(names.values()))}"
    with store.writing(label, form_id) as session:
        seen = comparison_of(session, kept_id, other_id)
        out = _without_doubt(seen, chosen) if left_out is None else left_out
        _merge(session, seen, chosen, out)
    return session.change


def merge_alike(store: Store, first_id: int, second_id: int) -> Change:
    """Merge two people as it is proposed; errors as `merge_people`."""
    seen = compare_two(store, first_id, second_id)
    return merge_people(store, seen.kept.person.id or 0, seen.other.person.id or 0)


class Merged(NamedTuple):
    """What came of merging several pairs: the acts done, and why others were not."""

    done: list[Change]
    refused: list[str]


def merge_all(store: Store, pairs: Sequence[Pair], tell: Tell) -> Merged:
    """Merge pairs as it is proposed, each as an act of its own.

    Args:
        store: The books.
        pairs: The ids of each two.
        tell: Hears how many are done; when it stops the work, those done stay.
    """
    merged = Merged([], [])
    with store.reading() as session:
        names = people.names_of(session, {person_id for pair in pairs for person_id in pair})
    for place, pair in enumerate(pairs):
        try:
            tell(place, len(pairs))
            merged.done.append(merge_alike(store, *pair))
        except Stopped:
            break
        except (Conflict, Invalid, NotFound) as error:
            merged.refused.append(f"{names.get(pair[0], '')}: {error}")
    return merged


def _merge(session: Session, seen: Comparison, choices: Choices, left_out: Collection[int]) -> None:
    kept, other = seen.kept.person, seen.other.person
    kept_id, other_id = kept.id or 0, other.id or 0
    _see_that_none_is_erased(session, kept_id, other_id)
    joined = merging_fields.joined_person(kept, other, choices)
    check_person(joined, date.today())
    _join_hoi(session, seen, choices, left_out)
    _join_clubs(session, seen)
    for post_id in holdings.posts_told_twice(seen.kept.posts, seen.other.posts):
        units.delete_post(session, post_id)
    merging.move_posts(session, other_id, kept_id)
    merging.move_money(session, other_id, kept_id)
    merging.move_welfare(session, other_id, kept_id)
    with keeping_locked(session):  # of two gradings of one year only one can stay
        merging.move_work(session, other_id, kept_id)
    rounds.drop_second_lines(session, kept_id)
    merging.move_files(session, other_id, kept_id)
    merging.move_own_values(session, other_id, kept_id, _own_values(seen, choices))
    merging.move_not_doubles(session, other_id, kept_id)
    doubles.note_merge(session, kept_id, other_id, other.full_name, date.today())
    people.delete_person(session, other_id)
    people.save_person(session, joined)
    _join_households(session, seen, joined.household_id)


def _see_that_none_is_erased(session: Session, *person_ids: int) -> None:
    """Who was erased has no name left by which anybody could know him again."""
    if any(is_erased(session, person_id) for person_id in person_ids):
        raise Conflict(
            "Một trong hai hồ sơ đã xóa dữ liệu cá nhân nên không gộp được nữa. Sổ không đổi."
        )


def _without_doubt(seen: Comparison, choices: Choices) -> frozenset[int]:
    """The events left out as it is proposed, where that needs no look."""
    events = seen.asked(choices)
    if not all(one.is_settled for one in events):
        raise Invalid({"happened_on": _LOOK_FIRST})
    return frozenset(one.event.id or 0 for one in events if not one.keep)


def _own_values(seen: Comparison, choices: Choices) -> dict[int, str]:
    return {
        int(pair.name.removeprefix(OWN)): merging_fields.value_of(pair, choices)
        for pair in seen.pairs
        if pair.name.startswith(OWN)
    }


def _join_hoi(
    session: Session, seen: Comparison, choices: Choices, left_out: Collection[int]
) -> None:
    mine, his = hoi_holding(seen.kept), hoi_holding(seen.other)
    course = seen.course(choices)
    if course is None or mine is None or his is None:
        if his is not None:
            moved = replace(his.membership, person_id=seen.kept.person.id)
            memberships.save_membership(session, moved)
        return
    joined = courses.join(course, left_out)
    _keep_events(session, joined, mine, his)
    merging.move_reports(session, his.membership.id or 0, mine.membership.id or 0)
    memberships.delete_membership(session, his.membership.id or 0)
    chosen = holdings.chosen_membership(
        joined.membership, mine.membership, his.membership, _of_membership(seen), choices
    )
    memberships.save_membership(session, chosen)


def _of_membership(seen: Comparison) -> list[FieldPair]:
    names = holdings.MEMBERSHIP_FIELDS
    return [pair for pair in seen.pairs if pair.name in names]


def _keep_events(session: Session, joined: JoinedCourse, mine: Holding, his: Holding) -> None:
    """The events of the one course belong to the kept membership, the others to none."""
    kept = {event.id for event in joined.events}
    for event in (*mine.events, *his.events):
        if event.id not in kept:
            memberships.delete_event(session, event)
    for event in joined.events:
        memberships.save_event(session, replace(event, membership_id=mine.membership.id))


def _join_clubs(session: Session, seen: Comparison) -> None:
    saved, gone = holdings.join_clubs(
        _clubs(seen.kept), _clubs(seen.other), seen.kept.person.id or 0
    )
    for membership_id in gone:
        memberships.delete_membership(session, membership_id)
    for club in saved:
        memberships.save_membership(session, club)


def _clubs(file: MemberFile) -> list[Membership]:
    return [m for m in file.memberships if m.kind is MembershipKind.CLUB]


def _join_households(session: Session, seen: Comparison, chosen: int | None) -> None:
    """A household in which nobody is left was the same one, entered twice."""
    homes = {home.id: home for home in (seen.kept.household, seen.other.household) if home}
    home, left = homes.pop(chosen, None), next(iter(homes.values()), None)
    if home is None or left is None or people.list_of_household(session, left.id or 0):
        return
    check_one_finding(session, home, left)
    households.save_household(session, holdings.join_households(home, left))
    households.delete_household(session, left.id or 0)


# --- Parting again --------------------------------------------------------------------------


def undo_merge(store: Store, merge_id: int) -> Change:
    """Put both records back as they were before they were merged, however long ago.

    Raises:
        NotFound: It was undone already.
        Conflict: Something that was done since depends on it; which, is said.
    """
    with store.reading() as session:
        action_id = history.act_that_added(session, "person_merges", merge_id)
    if action_id is None:
        raise NotFound("Việc gộp này đã được hoàn tác rồi.")
    try:
        return undoing.undo(store, action_id)
    except Conflict as conflict:
        raise _told_conflict(store, action_id, conflict) from conflict


def _told_conflict(store: Store, action_id: int, conflict: Conflict) -> Conflict:
    with store.reading() as session:
        later = history.acts_upon(session, action_id)
    if not later:
        return conflict
    named = "; ".join(f"“{what}” lúc {at:%H:%M ngày %d/%m/%Y}" for what, at in later[:_NAMED])
    more = f" và {len(later) - _NAMED} việc khác" if len(later) > _NAMED else ""
    return Conflict(
        f"Chưa tách lại hai hồ sơ được, vì sau khi gộp đã làm: {named}{more}. "
        "Số liệu vẫn nguyên. Hoàn tác những việc ấy trước ở “Việc vừa làm”, rồi tách lại."
    )
