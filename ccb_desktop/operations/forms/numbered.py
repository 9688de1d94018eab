"""Forms that bear a number of the register: number and paper in one act.

Which forms are numbered: decisions, letters and notices of the branch, plans, proposals,
invitations, and the minutes of the branch itself. Not numbered, and printed without the line:
minutes of a meeting of a chi hội, which stand in its own book, the count of cash, a notice of
death and the list of a funeral committee, which are put up and not filed; the contract of a loan
bears the code of its loan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import grading
from ccb_desktop.data.funds import loans
from ccb_desktop.data.members import memberships
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import housing
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.nomination_book import day_of
from ccb_desktop.domain.emulation_papers.minutes import minutes_day
from ccb_desktop.domain.fund_papers.loan_forms import LOAN_FORMS, REMINDER
from ccb_desktop.domain.member_papers.decisions import FORMS, MemberForm, event_of
from ccb_desktop.domain.member_papers.personal_forms import PERSONAL_FORMS
from ccb_desktop.domain.members.memberships import MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.register.documents import Document, NumberOrder
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.visit_papers import house_minutes
from ccb_desktop.operations.forms.writing import write_form
from ccb_desktop.operations.personal_exports import after_the_act
from ccb_desktop.operations.register import give_number_in

_OF_YEAR: Mapping[str, tuple[str, str]] = {
    "year-plan": ("KH", "Nhiệm vụ trọng tâm năm {year}"),
    "award-proposal": ("TTr", "Về việc đề nghị khen thưởng năm {year}"),
    "grading-minutes": ("BB", "Họp bình xét thi đua, xếp loại đơn vị năm {year}"),
}
"""Form of a year → sign of its kind, and its subject."""
_OF_ALL: Mapping[str, tuple[str, str]] = {
    "invitation": ("GM", "Mời dự: {about}"),
    "handover-minutes": ("BB", "Bàn giao sổ sách, hồ sơ, tiền quỹ"),
}
"""Form of which all pages bear one number → sign of its kind, and its subject."""
_DECISIONS: Mapping[str, MemberForm] = {
    **FORMS,
    **{name: one.form for name, one in PERSONAL_FORMS.items() if one.form.symbol},
}
"""Forms of which each page bears a number of its own."""


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that was written, and the act that gave its numbers."""

    path: Path
    change: Change


@dataclass(frozen=True, slots=True)
class _Page:
    """What is to be numbered.

    Attributes:
        wanted: The number it may get; none where it has its own already.
        event: The event of a member that it decides, into which the number goes.
    """

    wanted: NumberOrder | None
    event: MembershipEvent | None = None


def number_orders(store: Store, order: FormOrder) -> list[NumberOrder | None]:
    """The numbers that a form may get: one for each page, none where a page has its own already.

    A form that bears no number has none at all.

    Raises:
        NotFound: Somebody or something chosen is not in the books any more.
    """
    with store.reading() as session:
        return [page.wanted for page in _pages_in(session, order)]


def _pages_in(session: Session, order: FormOrder) -> list[_Page]:
    if order.name in _OF_YEAR:
        kind, subject = _OF_YEAR[order.name]
        year = order.year or order.on.year
        day = _minutes_day(session, year, order.on) if kind == "BB" else order.on
        return [_Page(NumberOrder(kind=kind, on=day, subject=subject.format(year=year)))]
    if order.name in _OF_ALL:
        kind, subject = _OF_ALL[order.name]
        told = subject.format(about=order.text("about")).strip()
        return [_Page(NumberOrder(kind=kind, on=order.on, subject=told))]
    return _OF_EACH[order.name](session, order) if order.name in _OF_EACH else []


def _minutes_day(session: Session, year: int, on: date) -> date:
    return minutes_day(grading.load_year(session, year), day_of(year, on))


def _decisions(session: Session, order: FormOrder) -> list[_Page]:
    form = _DECISIONS[order.name]
    signer = settings.load_branch(session).signer_name
    found = []
    for file in load_member_files(session, [int(str(own)) for own in order.chosen]):
        event = event_of(form, file)
        if event is not None and event.decision_no:
            found.append(_Page(None))
            continue
        subject = f"{form.label}: {file.person.full_name}"
        day = _day_decided(event, order.on)
        wanted = NumberOrder(kind=form.symbol, on=day, subject=subject, signer=signer)
        found.append(_Page(wanted, event))
    return found


def _day_decided(event: MembershipEvent | None, on: date) -> date:
    """The day that the paper bears: of the decision, where it is known and of this year."""
    decided = event.decision_on if event else None
    if decided is None or not decided.is_complete:
        return on
    day = decided.first_day
    return day if day.year == on.year and day <= on else on


def _reminders(session: Session, order: FormOrder) -> list[_Page]:
    form, found = LOAN_FORMS[REMINDER], []
    for own in order.chosen:
        loan = loans.load_loan(session, int(str(own))).loan
        subject = f"{form.label} {loan.code}: {loan.borrower}"
        found.append(_Page(NumberOrder(kind=form.symbol, on=order.on, subject=subject)))
    return found


def _houses(session: Session, order: FormOrder) -> list[_Page]:
    found = []
    for own in order.chosen:
        support = housing.load_housing(session, int(str(own)))
        subject = f"{house_minutes.LABEL}: {support.head_name}"
        day = support.handed_over_on or order.on
        found.append(_Page(NumberOrder(kind=house_minutes.SYMBOL, on=day, subject=subject)))
    return found


_OF_EACH: Mapping[str, Callable[[Session, FormOrder], list[_Page]]] = {
    **dict.fromkeys(_DECISIONS, _decisions),
    REMINDER: _reminders,
    "house-minutes": _houses,
}
"""Form of which each page bears a number of its own → its pages."""


def write_numbered(
    store: Store, order: FormOrder, out: Path, begin: int | None = None, form_id: str | None = None
) -> Written:
    """Give a form its numbers and write it; where it cannot be written, none is given.

    A number that stands on the decision about an event of a member is kept with that event, and
    its day likewise where the event has none.

    Args:
        store: The books.
        order: The form.
        out: The `.docx` file.
        begin: The first number, where it was typed.
        form_id: Of the window in which it was asked for.

    Raises:
        Invalid: The typed number is given already or leaves a gap (`number`); else, as the
            others, see `forms.writing.write_form`.
    """
    wanted = number_orders(store, order)
    label = next((one.subject for one in wanted if one is not None), order.name)
    with after_the_act(store), store.writing(f"Lấy số và in {label}", form_id) as session:
        numbers: list[int | None] = []
        for page in _pages_in(session, order):
            if page.wanted is None:
                numbers.append(None)
                continue
            given = give_number_in(session, replace(page.wanted, number=begin))
            numbers.append(given.number)
            begin = None
            if page.event is not None:
                _keep_number(session, page.event, given)
        path = write_form(store, replace(order, numbers=tuple(numbers)), out)
    return Written(path, session.change)


def _keep_number(session: Session, event: MembershipEvent, given: Document) -> None:
    day = PartialDate.of(given.issued_on) if given.issued_on else None
    kept = replace(event, decision_no=given.symbol, decision_on=event.decision_on or day)
    memberships.save_event(session, kept)
