"""B1: the program is killed while it writes what leaves: reports, lists, forms, packages."""

import os
import random
import shutil
import signal
import sys

import pytest

from ccb_desktop.operations.branch import open_branch
from tests.faults.exports import EXPORTS, freeze, read_whole
from tests.faults.processes import working

TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}
"""What Python tells of before it asks the system to change something on the disk."""


class Touches:
    """Counts the calls that change a folder, and kills the program at one of them."""

    def __init__(self, folder, die_at=0):
        self._folder, self._die_at = os.fsencode(folder), die_at
        self.count, self._own = 0, os.getpid()
        self.watches = False

    def __call__(self, event, given):
        if not self.watches or event not in TOUCHES or os.getpid() != self._own:
            return
        path = given[0]
        if isinstance(path, int) or not os.fsencode(path).startswith(self._folder):
            return
        if event == "open" and not given[2] & (os.O_WRONLY | os.O_RDWR):
            return
        self.count += 1
        if self.count == self._die_at:
            os.kill(self._own, signal.SIGKILL)


def export_and_die(there, folder, out, kind, die_at):
    """Write it once over the old one, dying at the n-th call that touches the place."""
    touches = Touches(out, die_at)
    sys.addaudithook(touches)
    with open_branch(folder) as store:
        touches.watches = True
        EXPORTS[kind](store, out)
        touches.watches = False
    there.send(touches.count)


@pytest.fixture(scope="module")
def frozen_template(worked_template, tmp_path_factory):
    """The prepared branch with a report that is frozen, and every file as it was once written."""
    place = tmp_path_factory.mktemp("exports")
    shutil.copytree(worked_template.root, place / "branch")
    folder = type(worked_template)(place / "branch")
    with open_branch(folder) as store:
        freeze(store)
        for number, write in enumerate(EXPORTS.values()):
            (place / str(number)).mkdir()
            write(store, place / str(number))
    return folder


@pytest.mark.parametrize("kind", EXPORTS)
def test_a_kill_leaves_the_old_file_or_the_new_one(frozen_template, tmp_path, times, tally, kind):
    tries, whole, fell = times(1, 34), 0, 0
    out, first = tmp_path / "usb", frozen_template.root.parent / str(list(EXPORTS).index(kind))
    most = calls_of(frozen_template, out, first, kind)
    for number in range(tries):
        die_at = 1 + (number * most + random.Random(number).randrange(most)) // tries
        fell += dies(frozen_template, out, first, kind, die_at)
        left = any(path.name.startswith(".") for path in out.iterdir())
        open_branch(frozen_template).close()
        assert_only_whole(out, {path.name for path in first.iterdir()})
        whole += left
    assert fell == tries  # each kill falls into the writing
    assert whole > 0 or tries < 9  # and of many some leave something to clear up
    tally(
        "B1",
        f"kill −9 at any call by which a {kind} is written over an older one",
        tries,
        f"half files 0; old or new one whole; {whole} unfinished ones removed at next start",
    )


def calls_of(folder, out, first, kind):
    """How many calls touch the place when nobody dies."""
    shutil.copytree(first, out)
    with working(export_and_die, folder, out, kind, 0) as child:
        return child.hear()


def dies(folder, out, first, kind, die_at):
    """Let it be written over the first ones; whether the program died at that call."""
    shutil.rmtree(out)
    shutil.copytree(first, out)
    with working(export_and_die, folder, out, kind, die_at) as child:
        return not child.heard_to_the_end()


def assert_only_whole(out, names):
    """Nothing but what was there by name, and each of it can be read to its end."""
    assert {path.name for path in out.iterdir()} == names
    for path in out.iterdir():
        read_whole(path)
