"""K3: every operation that writes, as each role: what it may do is done, the rest is refused."""

import json
import os
import subprocess
import sys

import pytest

from tests.faults.role_matrix import AS_IT_IS_PAID, LEFT_OUT, MAY, allowed, operations
from tests.faults.role_plugin import CAME_TO
from tests.faults.role_tests import CALLED_BY, ROOT, callers_of

PARTS = 2
PATIENCE_SECONDS = 1800
DONE = ("done", "nothing to do")


def test_every_operation_that_writes_is_somebodys(tally):
    names = [name for name, _ in operations()]
    of_nobody = [name for name in names if not any(part in name for part, _roles in MAY)]
    assert of_nobody == [], "say in MAY whose they are"
    assert len(names) > 180
    tally("K3", "operations that write, found in the program itself", len(names), "each has a role")


@pytest.mark.parametrize("part", range(PARTS))
def test_each_role_does_what_is_its_office_and_nothing_else(part, tmp_path, tally):
    """Within tests of the operations themselves, with the books and the wishes of those."""
    names = [name for name, _ in operations() if name not in LEFT_OUT][part::PARTS]
    came = came_of(names, tmp_path / "came.json")
    assert names == [name for name in names if name in came], "no test of its own has it done"
    for name in names:
        for role, what in came[name].items():
            is_allowed = role in {one.name for one in allowed(name)}
            either = "void_" in name and name.startswith(AS_IT_IS_PAID)
            fits = what in DONE if is_allowed else what == "forbidden"
            assert fits or (either and what in (*DONE, "forbidden")), f"{role}: {name}: {what}"
    tally(
        "K3",
        "roles × operations that write, within the operations' own tests",
        sum(map(len, (came[name] for name in names))),
        "done by whom they may; refused to all others without a byte of the store changed; "
        "matches 100%",
    )


def came_of(names, kept_in):
    """Operation → role → what came of it, in a run of the tests that call these operations."""
    by_name = callers_of(names)
    chosen = {test for name in names for test in CALLED_BY.get(name) or by_name.get(name, ())[:2]}
    environment = os.environ | {CAME_TO: str(kept_in), "PYTHONPATH": str(ROOT)}
    plain = ["--no-cov", "-n", "0", "-p", "no:cacheprovider", "-p", "tests.faults.role_plugin"]
    run = [sys.executable, "-m", "pytest", *plain, *sorted(chosen)]
    said = subprocess.run(
        run, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )
    assert kept_in.exists(), said.stdout
    return json.loads(kept_in.read_text("utf-8"))
