"""Whatever is done in whatever order: money, visits, lists and figures agree."""

from ccb_desktop.operations.branch import start_branch
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH
from tests.faults.machines import run_machine
from tests.operations.visits.welfare_machine import WelfareMachine, prepare

RARE = {"part", "undo", "void voucher", "void round", "void visit", "merge", "absent", "late"}


def test_money_visits_lists_and_figures_agree_after_any_acts(tmp_path, request):
    folder = DataFolder(tmp_path / "branch")
    with start_branch(folder, BRANCH) as store:
        prepare(store)
    machine = type("Machine", (WelfareMachine,), {"template": folder})
    full = request.config.getoption("--full")
    run_machine(machine, *((200, 50) if full else (4, 25)))
    assert not full or machine.done.keys() >= RARE
