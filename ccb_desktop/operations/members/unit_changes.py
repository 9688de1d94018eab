"""Merge, split and end units: seen as a plan first, then written as one act."""

from collections import Counter
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds.balances import balances_on, fund_total
from ccb_desktop.data.funds.funds import list_funds
from ccb_desktop.data.funds.loans import list_loans
from ccb_desktop.data.members.books import load_books, write_books
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks.assignments import list_assignments
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.unit_changes.merge import merge_label, merge_units
from ccb_desktop.domain.unit_changes.orders import EndOrder, MergeOrder, SplitOrder
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.domain.unit_changes.split import (
    end_label,
    end_unit,
    split_label,
    split_unit,
)
from ccb_desktop.domain.unit_changes.unit_funds import funds_note
from ccb_desktop.domain.unit_changes.unit_tasks import tasks_note

Order = MergeOrder | SplitOrder | EndOrder


def plan_change(store: Store, order: Order) -> Plan:
    """What a change of units would do; nothing is written.

    Raises:
        Invalid: By field; it cannot be done like this.
    """
    with store.reading() as session:
        books = load_books(session)
        stood = {unit.id for unit in books.units.by_id.values() if unit.ended_on is None}
        plan = _work_out(books, order)
        ended = {unit.id for unit in books.units.by_id.values() if unit.ended_on is not None}
        ending = stood & ended
        left = (*_funds_left(session, ending), *_tasks_left(session, books, ending))
        return replace(plan, warnings=(*plan.warnings, *left))


def _funds_left(session: Session, unit_ids: set[int | None]) -> tuple[str, ...]:
    """What the plan says of the funds of units that end."""
    own = [one for one in list_funds(session) if one.unit_id is not None]
    left = [one for one in own if one.unit_id in unit_ids and one.closed_on is None]
    if not left:
        return ()
    today = date.today()
    held = balances_on(session, today)
    sums = {fund.id or 0: fund_total(held, fund.id or 0) for fund in left}
    return funds_note(left, sums, outstanding_by_fund(list_loans(session), today))


def _tasks_left(session: Session, books: Books, unit_ids: set[int | None]) -> tuple[str, ...]:
    """What the plan says of the work that units which end leave undone."""
    undone = Counter(
        one.unit_id
        for one in list_assignments(session)
        if one.unit_id in unit_ids and one.done_on is None
    )
    return tasks_note({books.units[own or 0].name: count for own, count in undone.items()})


def change_units(store: Store, order: Order, form_id: str | None = None) -> Change:
    """Do it, as one act.

    Raises:
        Invalid: As `plan_change`; the store is as before.
    """
    with store.reading() as session:
        label = _label(list_units(session), order)
    with store.writing(label, form_id) as session:
        books = load_books(session)
        _work_out(books, order)
        write_books(session, books)
    return session.change


def _label(units: list[Unit], order: Order) -> str:
    if isinstance(order, MergeOrder):
        return merge_label(units, order)
    return split_label(units, order) if isinstance(order, SplitOrder) else end_label(units, order)


def _work_out(books: Books, order: Order) -> Plan:
    today = date.today()
    if isinstance(order, MergeOrder):
        return merge_units(books, order, today)
    if isinstance(order, SplitOrder):
        return split_unit(books, order, today)
    return end_unit(books, order, today)
