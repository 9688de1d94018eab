"""Every operation that writes: undone by playing back, by reversals, or final with a reason.

The table is held against the code: an operation that is new must say here how it is undone.
"""

import ast
import random
from pathlib import Path

import pytest

from ccb_desktop.domain.changes import UndoEffect
from ccb_desktop.domain.errors import Conflict, UserError
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import load_branch
from ccb_desktop.operations.undo import effect_of, list_actions, undo, undo_many
from tests.books import add_member, contents, names_on_roll
from tests.faults import work

OPERATIONS = Path(__file__).resolve().parents[2] / "ccb_desktop" / "operations"

FINAL = {
    "branch.py:write_branch": "the books stand on it",
    "funds/contributions.py:void_contributions": "a reversal is never reversed",
    "funds/loans.py:void_loan": "a reversal is never reversed",
    "funds/loans.py:void_repayment": "a reversal is never reversed",
    "funds/vouchers.py:void_voucher": "a reversal is never reversed",
    "visits/housing.py:void_housing": "a reversal is never reversed",
    "visits/round_payments.py:void_round": "a reversal is never reversed",
    "visits/visits.py:void_visit": "a reversal is never reversed",
    "visits/round_payments.py:mark_absent": "what was paid comes back by a reversal",
    "personal_data/erasing.py:erase": "what was erased cannot come back",
    "funds/locks.py:lock_period": "it is unlocked with a reason",
    "emulation/grading.py:lock_year": "it is unlocked with a reason",
}
"""Operation → why it is not undone."""

REVERSED = {
    *("activities/payments.py:pay_activity", "funds/contributions.py:give"),
    *("funds/hand_ins.py:hand_in_dues", "funds/loans.py:lend", "funds/loans.py:repay"),
    *("funds/vouchers.py:post_voucher", "funds/vouchers.py:post_drafts"),
    *("visits/round_payments.py:pay_round", "visits/visits.py:record_visit"),
    *("visits/housing.py:save_housing", "visits/deaths.py:save_death"),
    *("funds/funds.py:open_fund", "import_workbook.py:run_import"),
    *("demo_branch.py:fill", "members/ward_merger.py:bring_ward_in"),
}
"""Operations that post vouchers, always or where money is given: taken back by reversals."""

PLAYED_BACK_UPTO = 130
"""All others; that there are so many shows that the table is not empty by mistake."""


def operations_that_write():
    """`file:function` of every function with a block that writes, the innermost one."""
    found = set()
    for path in OPERATIONS.rglob("*.py"):
        functions = [
            node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
        ]
        for function in functions:
            inner = {id(n) for f in functions if f is not function for n in ast.walk(f)} & {
                id(n) for n in ast.walk(function)
            }
            outer = any(function in ast.walk(f) for f in functions if f is not function)
            for node in ast.walk(function):
                is_block = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                if is_block and node.func.attr == "writing" and (outer or id(node) not in inner):
                    found.add(f"{path.relative_to(OPERATIONS).as_posix()}:{function.name}")
    return found


def test_the_table_names_operations_that_are_there():
    written = operations_that_write()
    assert FINAL.keys() - written == set()
    assert REVERSED - written == set()
    assert len(written - FINAL.keys() - REVERSED) > PLAYED_BACK_UPTO


def test_whatever_voids_or_locks_is_in_the_table_of_what_is_final():
    """By its name: a new one cannot be forgotten."""
    named = {
        name
        for name in operations_that_write()
        if name.split(":")[1].startswith(("void_", "lock_")) or name.endswith(":write_branch")
    }
    assert named <= FINAL.keys()


def test_the_first_act_is_final(filled):
    acts = list_actions(filled, None)
    first = acts[-1]
    assert first.effect is UndoEffect.FINAL
    assert "Lập sổ" in first.why_not
    with pytest.raises(Conflict, match="Lập sổ"):
        undo(filled, first.id)
    assert load_branch(filled).name


def test_what_the_list_says_of_undoing_is_what_comes_of_it(store):
    """Mixed work of all kinds: what is said to be final is refused, and nothing else lies."""
    work.prepare(store)
    work.go_on(store, random.Random(7), told=lambda _form: None, acts=60)
    acts = list_actions(store, None)
    assert {UndoEffect.PLAYED_BACK, UndoEffect.REVERSES} <= {one.effect for one in acts}
    for act in acts:
        assert act.effect is effect_of(store, change_of(act))
        if act.undone_by is not None:
            continue
        before = contents(store)
        if act.effect is UndoEffect.FINAL:
            with pytest.raises(Conflict):
                undo(store, act.id)
            assert contents(store) == before
            continue
        try:
            undo(store, act.id)
        except UserError as error:
            assert "Sổ" in str(error) or "sổ" in str(error) or "Số liệu" in str(error)
            assert contents(store) == before
    assert checking.check(store, deep=True)["ok"]


def change_of(act):
    """The change that an act was, as windows hold it."""
    return type("Change", (), {"action_id": act.id, "label": act.label, "kinds": act.kinds})()


def test_several_acts_are_undone_the_newest_first(filled):
    before = names_on_roll(filled)
    ids = [add_member(filled, name).action_id for name in ("Lê Văn Một", "Lê Văn Hai")]
    told = []
    done = undo_many(filled, ids, lambda *said: told.append(said))
    assert [one.label for one in done.changes] == [
        "Hoàn tác: Thêm hội viên: Lê Văn Hai",
        "Hoàn tác: Thêm hội viên: Lê Văn Một",
    ]
    assert done.stopped_at is None
    assert told[0][:2] == (0, 2)
    assert names_on_roll(filled) == before


def test_undoing_several_stops_at_the_first_that_cannot_be(filled):
    first = list_actions(filled, None)[-1]
    added = add_member(filled, "Lê Văn Một").action_id
    done = undo_many(filled, [first.id, added], lambda *_said: None)
    assert len(done.changes) == 1
    label, error = done.stopped_at
    assert label == first.label
    assert isinstance(error, Conflict)
