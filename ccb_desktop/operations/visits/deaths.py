"""A death, step by step: each saving is one act with all that it writes, and one undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds import funds
from ccb_desktop.data.members import households, people, units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import deaths, visits
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.death_steps import (
    Condolence,
    DeathSteps,
    check_steps,
    condolence_field,
    death_event,
    payment_of,
    visit_of,
)
from ccb_desktop.domain.visits.deaths import DeathFile, DeathLine, line_of
from ccb_desktop.domain.visits.payments import check_level
from ccb_desktop.domain.visits.visits import PaidBy, check_visit
from ccb_desktop.operations.funds.dues import arrears_of_person_in
from ccb_desktop.operations.funds.posting import post_vouchers
from ccb_desktop.operations.members.events import keep_event


def list_deaths(store: Store, on: date) -> list[DeathLine]:
    """Everybody who has died, with what is still open; the latest death first."""
    with store.reading() as session:
        begun = set(deaths.list_open_cases(session))
        files = [
            _with_dues(session, file, on) if file.person.id in begun else file
            for file in deaths.load_files(session, deaths.list_dead(session), on)
        ]
    lines = [line_of(file) for file in files]
    return sorted(lines, key=lambda line: _day_of(line.died_on), reverse=True)


def _day_of(died_on: PartialDate | None) -> date:
    return died_on.last_day if died_on is not None else date.max


def load_death(store: Store, person_id: int, on: date) -> DeathFile:
    """All that the books say of one death; also of somebody of whom nothing was begun yet.

    Raises:
        NotFound: Nobody has this id.
    """
    with store.reading() as session:
        return _load(session, person_id, on)


def _load(session: Session, person_id: int, on: date) -> DeathFile:
    found = deaths.load_files(session, [person_id], on)
    if not found:
        raise NotFound("Không tìm thấy hồ sơ này. Hãy mở lại danh sách.")
    return _with_dues(session, found[0], on)


def _with_dues(session: Session, file: DeathFile, on: date) -> DeathFile:
    years = arrears_of_person_in(session, file.person.id or 0, on)
    return replace(file, lacking_dong=sum(year.lacking_dong for year in years))


def save_death(store: Store, steps: DeathSteps, form_id: str | None = None) -> Change:
    """Write what is known of a death so far; everything in it is one act.

    The event of the membership is recorded or corrected, new visits of condolence are kept,
    with a payment where money comes from a fund, and the case stays open for what is to come.

    Args:
        store: The books.
        steps: What was filled in.
        form_id: Of the form, so that it is written once.

    Raises:
        Invalid: By field; of the payments by `condolence_field`.
        Conflict: A level has recorded its visit meanwhile.
        Locked: The month of a payment is locked.
        NotFound: The person is not in the books any more.
    """
    today = date.today()
    check_steps(steps, today)
    with store.reading() as session:
        person_id = steps.case.person_id
        name = people.load_person(session, person_id).full_name
    with store.writing(f"Ghi việc tang: {name}", form_id) as session:
        file = _load(session, person_id, today)
        event = death_event(file, steps)
        if event is not None:
            keep_event(session, event)
        _note_on_person(session, steps)
        _end_posts(session, file, steps)
        _name_head(session, file, steps)
        deaths.save_relatives(session, person_id, steps.relatives)
        made = [_condole(session, file, one) for one in steps.condolences]
        first = next(iter([*(visit.id for visit in file.condolences), *made]), None)
        deaths.save_case(session, replace(steps.case, id=file.case.id, visit_id=first))
    return session.change


def _note_on_person(session: Session, steps: DeathSteps) -> None:
    person = people.load_person(session, steps.case.person_id)
    told = replace(
        person,
        died_on=steps.died_on,
        lunar_death_day=steps.lunar_death_day.strip(),
        burial_place=steps.burial_place.strip(),
    )
    if told != person:
        people.save_person(session, told)


def _end_posts(session: Session, file: DeathFile, steps: DeathSteps) -> None:
    for post in file.held_posts:
        if post.id in steps.ended_posts:
            units.save_post(session, replace(post, to_on=steps.died_on))


def _name_head(session: Session, file: DeathFile, steps: DeathSteps) -> None:
    head = steps.household_head.strip()
    if head and file.household is not None:
        home = households.load_household(session, file.household.id or 0)
        households.save_household(session, replace(home, head_name=head))


def _condole(session: Session, file: DeathFile, condolence: Condolence) -> int:
    """Keep a visit, with its payment where money comes from a fund; gives its id."""
    if file.visit_by(condolence.paid_by) is not None:
        raise Conflict(
            "Lần phúng viếng này vừa được ghi ở cửa sổ khác. Sổ không đổi. Hãy mở lại việc tang."
        )
    visit = visit_of(condolence, file)
    try:
        check_visit(visit, date.today())
        if visit.fund_id is not None:
            check_level(funds.load_fund(session, visit.fund_id), visit.paid_by)
            (posted,) = post_vouchers(session, [payment_of(visit, file)])
            visit = replace(visit, voucher_id=posted.id)
    except Invalid as error:
        raise Invalid(_by_level(condolence.paid_by, error.fields)) from error
    return visits.save_visit(session, visit)


def _by_level(level: PaidBy, faults: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with a visit, by the fields of the form that asked for both levels."""
    names = {"issued_on": "visited_on"}
    return {
        condolence_field(level, names.get(name, name)): sentence
        for name, sentence in faults.items()
    }


def remove_case(store: Store, person_id: int) -> Change:
    """Take a case out that should never have been begun; event, visits and family stay.

    Raises:
        NotFound: There is none.
    """
    with store.reading() as session:
        file = _load(session, person_id, date.today())
    if file.case.id is None:
        raise NotFound("Người này chưa ghi việc tang. Hãy mở lại danh sách.")
    with store.writing(f"Bỏ việc tang: {file.person.full_name}") as session:
        deaths.delete_case(session, file.case.id)
    return session.change
