"""K3: every operation that writes, as each role: what it may do is done, the rest is refused."""

import ast
import importlib
import inspect
import random
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest
from sqlalchemy import select

import ccb_desktop.operations
from ccb_desktop.data import rows
from ccb_desktop.data.many import _TABLES
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.errors import Forbidden, UserError
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.members import people, units
from ccb_desktop.paths import DataFolder
from tests.ledger import a_voucher

HOME = Path(ccb_desktop.operations.__file__).parent
C, V, K, T, R = Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.CLERK, Role.TREASURER, Role.READER


def writing_operations():
    """Every public function of the operations that begins an act, by module and name."""
    found: list[tuple[str, str]] = []
    for path in sorted(HOME.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
        writing = {name for name, one in functions.items() if _begins_an_act(one)}
        while more := {
            name for name, one in functions.items() if name not in writing and _calls(one) & writing
        }:
            writing |= more
        module = ".".join(path.relative_to(HOME.parents[1]).with_suffix("").parts)
        found += [(module, name) for name in sorted(writing) if not name.startswith("_")]
    return found


def _begins_an_act(function):
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "writing"
        for node in ast.walk(function)
    )


def _calls(function):
    return {
        node.func.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


MAY = (
    ("users.", {C}),
    ("protection.", {C}),
    ("funds.locks.", {C}),
    ("personal_data.erasing.", {C}),
    ("personal_data.", {C, V, K, T, R}),
    ("personal_exports.", {C, V, K, T, R}),
    ("visits.visits.void_", {C, K}),
    ("visits.round_payments.void_", {C, K}),
    ("visits.housing.void_", {C, K}),
    ("void_", {C}),
    ("save_term", {C, K}),
    ("remove_term", {C, K}),
    ("own_field", {C, K}),
    ("charter_watch.switch", {C, K}),
    ("branch.", {C, K}),
    ("holidays.", {C, K}),
    ("record_gaps.", {C, K}),
    ("second_place.", {C, K}),
    ("funds.cash_counts.", {T, V}),
    ("save_inspection", {K, V}),
    ("note_fixed", {K, V}),
    ("activities.payments.", {T, K, V}),
    ("activities.", {K, V}),
    ("pay_round", {T}),
    ("funds.", {T}),
    ("saved_views.", {C, V, K, T, R}),
    ("visits.", {K}),
    ("members.", {K}),
    ("people_merge.", {K}),
    ("doubles.", {K}),
    ("charter_watch.", {K}),
    ("tasks.", {K}),
    ("emulation.", {K}),
    ("disciplines.", {K}),
    ("figures.", {K}),
    ("reports.", {K}),
    ("report_calendar.", {K}),
    ("register.", {K}),
    ("superior_forms.", {K}),
    ("word_templates.", {K}),
    ("import_workbook.", {K}),
    ("submissions.", {K}),
    ("frozen_reports.", {K}),
    ("forms.", {K}),
)
"""What stands in an operation's name → the roles that may do it; the first that fits holds.

Written from the decisions, not from the program. A payment moves money, so it is the treasurer's;
whoever does the work may tie it to a voucher that stands. Work may be noted by whoever inspects.
Exports of personal data are noted whoever makes them.
"""

AS_IT_IS_PAID = "visits."
"""Voiding of these moves money where it was paid by a voucher, and is the clerk's where not."""

NOBODY_YET = (
    *("arrival_notes.", "branch.start", "demo_branch.", "undo.", "users.users.begin"),
    *("restore_notes.", "without_keys."),
)
"""Before there are users, within other acts, or as the act that is undone."""

IDS = {
    "voucher": "vouchers",
    "activity": "activities",
    "loan": "loans",
    "fund": "funds",
    "campaign": "campaigns",
    "gift": "contributions",
    "count": "cash_counts",
    "payment": "dues_payments",
    "document": "documents",
    "person": "persons",
    "event": "membership_events",
    "award": "awards",
    "discipline": "disciplines",
    "commitment": "commitments",
    "assignment": "assignments",
    "step": "progress_steps",
    "item": "task_items",
    "key_task": "key_tasks",
    "housing": "housing_supports",
    "round": "gift_rounds",
    "visit": "visits",
    "repayment": "repayments",
    "criterion": "score_criteria",
    "unit": "units",
    "membership": "memberships",
    "line": "round_recipients",
}
"""A parameter's name before `_id`, `_ids` → the table of its records."""

WORDS = ("note", "what", "title", "content", "reason", "place", "goods", "label", "name")


LOADERS = {
    Person: lambda store: [people.load_person_file(store, own).person for own in (1, 2, 3)],
    Unit: units.list_units,
    Branch: lambda store: [branches.load_branch(store)],
    Code: branches.list_codes,
    Voucher: lambda _store: [a_voucher(own, 5_000, issued_on=date(2026, 6, 1)) for own in (1, 2)],
}
"""Kind of a record that is more than a row → some of them."""


class UnknownError(LookupError):
    """Nothing is known that could be given for a parameter."""


class Arguments:
    """What operations are given, from the books themselves."""

    def __init__(self, store, dice):
        self._store, self._dice, self._number = store, dice, 0

    def of(self, operation):
        """Something for every parameter that needs something."""
        hints = get_type_hints(operation)
        needed = list(inspect.signature(operation).parameters.values())[1:]
        return {
            one.name: self._value(one.name, hints.get(one.name))
            for one in needed
            if one.default is one.empty
        }

    def _value(self, name, kind):
        if kind in _TABLES:
            return self._changed(self._record(kind))
        if kind in LOADERS:
            return self._changed(self._dice.choice(LOADERS[kind](self._store)))
        stem, _, end = name.rpartition("_")
        if end in ("id", "ids") and stem in IDS:
            own = self._id(IDS[stem])
            return own if end == "id" else [own]
        if kind is str and name != "name" and end != "id":
            return f"Thử lần {self._dice.randrange(10**6)}"
        if kind is bool:
            return True
        if kind is date:
            return date(2026, 6, 30)
        if name in ("year", "month"):
            return {"year": 2026, "month": 6}[name]
        raise UnknownError(name)

    def _record(self, kind):
        table = _TABLES[kind].__table__
        with self._store.reading() as session:
            found = rows.list_values(session, kind, select(table).order_by(table.c.id.desc()))
        if not found:
            raise UnknownError(kind)
        return self._dice.choice(found)

    def _changed(self, record):
        texts = {field.name for field in fields(record) if field.type in ("str", str)}
        name = next((word for word in WORDS if word in texts), None)
        self._number += 1
        return record if name is None else replace(record, **{name: f"Sửa lần {self._number}"})

    def _id(self, table):
        with self._store.raw_reading() as connection:
            found = connection.execute(f"SELECT id FROM {table}").fetchall()
        if not found:
            raise UnknownError(table)
        return self._dice.choice(found)[0]


def allowed(name):
    """The roles that may do an operation."""
    return next(roles for part, roles in MAY if part in name)


def as_role(store, role, do):
    """What became of it in this office: done, forbidden, or not possible for another reason."""
    before = last_act(store)
    store.user = User(id=1, name="Người thử", roles=frozenset({role}))
    try:
        do()
    except Forbidden:
        return "forbidden"
    except UserError:
        return "not possible"
    finally:
        store.user = None
    return "done" if last_act(store) != before else "nothing to do"


def last_act(store):
    with store.raw_reading() as connection:
        return connection.execute("SELECT max(id) FROM actions").fetchone()


def what_came_of(store, arguments, operation, name):
    """Role → what came of it, tried with one set of records for all; the allowed ones last."""
    roles = sorted(Role, key=lambda role: role in allowed(name))
    given = arguments.of(operation)
    return {role: as_role(store, role, lambda: operation(store, **given)) for role in roles}


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The open books of a practice branch, in which everything may be changed."""
    folder = DataFolder(tmp_path_factory.mktemp("roles") / "branch")
    make_demo_branch(folder, members=30)
    with open_branch(folder) as store:
        yield store


def test_every_operation_that_writes_is_somebodys(tally):
    names = [name for name, _ in operations()]
    of_nobody = [name for name in names if not any(part in name for part, _roles in MAY)]
    assert of_nobody == [], "say in MAY whose they are"
    assert len(names) > 180
    tally("K3", "operations that write, found in the program itself", len(names), "each has a role")


def operations():
    """Name and function of everything that writes once there are users."""
    for module, name in writing_operations():
        short = f"{module.removeprefix('ccb_desktop.operations.')}.{name}"
        if not short.startswith(NOBODY_YET):
            yield short, getattr(importlib.import_module(module), name)


def test_each_role_does_what_is_its_office_and_nothing_else(books, times, tally):
    wanted, tried, done, forbidden = times(slice(None, None, 4), slice(None)), set(), 0, 0
    arguments = Arguments(books, random.Random(97))
    for name, operation in list(operations())[wanted] * times(1, 6):
        try:
            came = what_came_of(books, arguments, operation, name)
        except UnknownError:
            continue
        for role, what in came.items():
            assert what != "done" or role in allowed(name), f"{role} did {name}"
            either = "void_" in name and name.startswith(AS_IT_IS_PAID)
            assert what != "forbidden" or role not in allowed(name) or either, f"{role}: {name}"
        done += sum(what == "done" for what in came.values())
        forbidden += sum(what == "forbidden" for what in came.values())
        if "done" in came.values():
            tried.add(name)
    assert len(tried) > times(10, 60)
    tally(
        "K3",
        "roles × operations, with records of the books",
        done + forbidden,
        f"{len(tried)} operations done by whom they may, {forbidden:,} times refused to others; "
        "matches 100%",
    )
