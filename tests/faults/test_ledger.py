"""D1: no sequence of acts brings the ledger out of order."""

import pytest

from tests.faults.machines import run_machine

PARTS = 6


@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_no_sequence_of_acts_brings_the_ledger_out_of_order(machine, times, tally, part):
    """In parts, which may be run at the same time."""
    count, steps = times(150, 2004) // PARTS, times(30, 50)
    run_machine(machine, count, steps)
    assert sum(machine.done.values()) > count * steps // 4  # most acts are no refusals
    tally(
        "D1",
        f"{steps} acts of a treasurer in any order, with undoing and forms entered again",
        count,
        "every fund the sum of its vouchers; gaps 0; below nothing 0; locked months changed 0; "
        "doubled 0",
    )
