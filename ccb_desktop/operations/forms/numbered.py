"""Forms that bear a number of the register: number and paper in one act."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.member_papers.decisions import FORMS, MemberForm, event_of
from ccb_desktop.domain.member_papers.personal_forms import PERSONAL_FORMS
from ccb_desktop.domain.register.documents import NumberOrder
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations.forms.writing import write_form
from ccb_desktop.operations.register import give_number_in

_OF_YEAR: Mapping[str, tuple[str, str]] = {
    "year-plan": ("KH", "Nhiệm vụ trọng tâm năm {year}"),
    "award-proposal": ("TTr", "Về việc đề nghị khen thưởng năm {year}"),
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


def number_orders(store: Store, order: FormOrder) -> list[NumberOrder | None]:
    """The numbers that a form may get: one for each page, none where a page has its own already.

    A form that bears no number has none at all.

    Raises:
        NotFound: Somebody chosen is not in the books any more.
    """
    with store.reading() as session:
        return _orders_in(session, order)


def _orders_in(session: Session, order: FormOrder) -> list[NumberOrder | None]:
    if order.name in _OF_YEAR:
        kind, subject = _OF_YEAR[order.name]
        told = subject.format(year=order.year or order.on.year)
        return [NumberOrder(kind=kind, on=order.on, subject=told)]
    if order.name in _OF_ALL:
        kind, subject = _OF_ALL[order.name]
        told = subject.format(about=order.text("about")).strip()
        return [NumberOrder(kind=kind, on=order.on, subject=told)]
    if order.name not in _DECISIONS:
        return []
    form = _DECISIONS[order.name]
    signer = settings.load_branch(session).signer_name
    found: list[NumberOrder | None] = []
    for file in load_member_files(session, [int(str(own)) for own in order.chosen]):
        event = event_of(form, file)
        if event is not None and event.decision_no:
            found.append(None)
            continue
        subject = f"{form.label}: {file.person.full_name}"
        found.append(NumberOrder(kind=form.symbol, on=order.on, subject=subject, signer=signer))
    return found


def write_numbered(
    store: Store, order: FormOrder, out: Path, begin: int | None = None, form_id: str | None = None
) -> Written:
    """Give a form its numbers and write it; where it cannot be written, none is given.

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
    with store.writing(f"Lấy số và in {label}", form_id) as session:
        numbers: list[int | None] = []
        for one in wanted:
            if one is None:
                numbers.append(None)
                continue
            given = give_number_in(session, replace(one, number=begin))
            numbers.append(given.number)
            begin = None
        path = write_form(store, replace(order, numbers=tuple(numbers)), out)
    return Written(path, session.change)
