"""Mixed work as officers do it, act by act, each with the form it was entered in."""

import contextlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status
from ccb_desktop.operations import checking
from ccb_desktop.operations.members import events, people
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_member, add_unit, day
from tests.faults import ledger_desk, money_work

Told = Callable[[str], None]


FIRST_MEMBERS = tuple(f"Trần Văn {name}" for name in ("An", "Bình", "Chín", "Dũng", "Em", "Gái"))


def prepare(store):
    """Units, a few members and funds to work on."""
    first = add_unit(store)
    add_unit(store, "CH2", "Chi hội 2")
    for name in FIRST_MEMBERS:
        add_member(store, name, first)
    ledger_desk.prepare(store)


def forms(dice: random.Random, kinds: Sequence[str] = ()) -> Iterator[tuple[str, Callable]]:
    """Acts without end: the id of a form, and what saves it.

    Args:
        dice: For what is left to chance.
        kinds: The acts, by what their forms begin with; all of them when not given.
    """
    kinds = kinds or (*_OF_THE_ROSTER, *money_work.ACTS)
    while True:
        form = f"{dice.choice(kinds)}-{dice.getrandbits(64):016x}"
        yield form, lambda store, form=form: save(store, form)


def save(store, form):
    """Do what a form is for; the same form does the same."""
    act = ACTS[form.rsplit("-", 1)[0]]
    act(store, form, random.Random(form))


def admit(store, form, dice):
    """A new member bears the name of his form, so that he can be counted."""
    add_member(store, name_of(form), form_id=form, note="x" * dice.randrange(3000))


def name_of(form):
    return f"Hội viên {form}"


def correct(store, form, dice):
    person = people.load_person_file(store, _somebody(store, dice)).person
    people.save_person(store, replace(person, note=f"Sửa {form}"), form_id=form)


def move(store, form, dice):
    _record(store, form, dice, EventKind.MOVED_UNIT, unit_id=dice.choice((1, 2)))


def exempt(store, form, dice):
    _record(store, form, dice, EventKind.EXEMPTED)


def _record(store, form, dice, kind, **more):
    event = MembershipEvent(
        membership_id=_somebody(store, dice),
        kind=kind,
        happened_on=day(f"{dice.randrange(1, 28)}/{dice.randrange(1, 12)}/2025"),
        **more,
    )
    events.record_event(store, event, form_id=form)


def _somebody(store, dice):
    active = [m.person_id for m in people.list_members(store, TODAY) if m.status == Status.ACTIVE]
    return dice.choice(active)


_OF_THE_ROSTER = ("them", "them", "them", "them", "them", "sua", "chuyen-chi-hoi", "mien")
ACTS = {"them": admit, "sua": correct, "chuyen-chi-hoi": move, "mien": exempt} | money_work.ACTS
TODAY = date(2026, 6, 30)
REFUSED = (AlreadyDone, Conflict, Invalid)
"""What an officer may be told about his own doing; the books are as before."""


def go_on(store, dice, told: Told, about_to: Told = lambda _form: None, acts=10**9, kinds=()):
    """Work, taking back every eighth act; what was kept is told when the operation returns."""
    for number, (form, do) in zip(range(acts), forms(dice, kinds), strict=False):
        about_to(form)
        try:
            do(store)
            told(form)
            if number % 8 == 7:
                undo(store, list_actions(store, limit=1)[0].id)
        except REFUSED:
            continue


def assert_nothing_lost(store, told):
    """Every form that was told as kept stands in the books, once, unless it was taken back."""
    with store.raw_reading() as connection:
        acts = "SELECT form_id, label, undone_by FROM actions WHERE form_id IS NOT NULL"
        kept = {form: (label, undone) for form, label, undone in connection.execute(acts)}
        names = "SELECT full_name, count(*) FROM persons GROUP BY full_name"
        people_of = dict(connection.execute(names).fetchall())
    assert set(told) <= kept.keys()
    for form, (label, undone) in kept.items():
        if label.endswith(name_of(form)) and label.startswith("Thêm"):
            assert people_of.get(name_of(form), 0) == (undone is None)


def assert_sound(store):
    """The invariants: pages, references, history, courses of events, standings, ledger."""
    assert checking.check(store, deep=True)["findings"] == []
    money_work.assert_whole(store)


def enter_again(store, form):
    """Save a form once more, as an officer does after a crash; it is in the books once."""
    with contextlib.suppress(*REFUSED):
        save(store, form)
