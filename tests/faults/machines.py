"""How the machine over the ledger is run."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test


def run_machine(machine, count, steps):
    """So many runs of so many acts; a failure is raised with the acts that led to it."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=count,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),  # making a failure small takes minutes
            report_multiple_bugs=False,
        ),
    )
