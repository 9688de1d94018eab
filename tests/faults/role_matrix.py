"""K3: which operations write, found in the program itself, and whose each of them is."""

import ast
import importlib
from pathlib import Path

import ccb_desktop.operations
from ccb_desktop.domain.users.users import Role

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
    ("activities.payments.pay_", {T}),
    ("activities.payments.", {K, V}),
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


LEFT_OUT = {
    "personal_exports.leaving": "no act by itself: it surrounds what another operation writes",
    "personal_exports.after_the_act": "the same, around several of them",
    "users.users.change_own_password": "everybody's: it asks for his own, which no other knows",
    "users.users.set_password_by_code": "of whoever holds the printed code; nobody is at work",
    "word_templates.list_templates": "writes only by what it has in common with those that do",
}
"""Operations that cannot be tried as each role, and why."""


def allowed(name):
    """The roles that may do an operation."""
    return next(roles for part, roles in MAY if part in name)


def operations():
    """Name and function of everything that writes once there are users."""
    for module, name in writing_operations():
        short = f"{module.removeprefix('ccb_desktop.operations.')}.{name}"
        if not short.startswith(NOBODY_YET):
            yield short, getattr(importlib.import_module(module), name)
