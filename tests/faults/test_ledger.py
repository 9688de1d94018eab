"""D1: no sequence of acts brings the ledger out of order."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from ccb_desktop.data import engine
from tests.faults.ledger_machine import LedgerMachine


@pytest.fixture
def machine(worked_template, monkeypatch):
    """The machine on copies of it; what is tried here is no matter of flushing."""
    quick = tuple(p.replace("synchronous=EXTRA", "synchronous=OFF") for p in engine.SAFE)
    monkeypatch.setattr(engine, "SAFE", quick)
    LedgerMachine.template = worked_template
    LedgerMachine.done.clear()
    return LedgerMachine


def tries(count, steps, **more):
    return settings(
        max_examples=count,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
        report_multiple_bugs=False,
        **more,
    )


def test_no_sequence_of_acts_brings_the_ledger_out_of_order(machine, times, tally):
    count, steps = times(8, 2000), times(25, 50)
    run_state_machine_as_test(machine, settings=tries(count, steps))
    assert sum(machine.done.values()) > count * steps // 4  # most acts are no refusals
    tally(
        "D1",
        f"{steps} acts of a treasurer in any order, with undoing and forms entered again",
        count,
        "every fund the sum of its vouchers; gaps 0; below nothing 0; locked months changed 0; "
        "doubled 0",
    )
