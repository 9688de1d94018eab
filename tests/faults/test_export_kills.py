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


UNFINISHED = b".ccb-dang-ghi-"


class Touches:
    """Counts the calls that change a folder, and kills the program at one of them.

    Where `at_byte` is given it dies later: when a file that it then writes grows beyond that.
    """

    def __init__(self, folder, die_at=0, at_byte=None):
        self._folder, self._die_at, self._at_byte = os.fsencode(folder), die_at, at_byte
        self.count, self._own = 0, os.getpid()
        self.written_over = []
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
        if event == "open" and UNFINISHED not in os.fsencode(path):
            self.written_over.append(os.fsdecode(path))
        if self.count == self._die_at:
            self._die()

    def _die(self):
        if self._at_byte is None:
            os.kill(self._own, signal.SIGKILL)
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._at_byte, self._at_byte))


def export_and_die(there, folder, out, kind, die_at, at_byte=None):
    """Write it once over the old one, dying at the n-th call that touches the place, or after."""
    touches = Touches(out, die_at, at_byte)
    sys.addaudithook(touches)
    with open_branch(folder) as store:
        touches.watches = True
        EXPORTS[kind](store, out)
        touches.watches = False
    there.send((touches.count, touches.written_over))


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
    tries, whole, fell = times(2, 34), 0, 0
    out, first = tmp_path / "usb", frozen_template.root.parent / str(list(EXPORTS).index(kind))
    most = calls_of(frozen_template, out, first, kind)
    for number in range(tries):
        dice = random.Random(number)
        die_at = 1 + (number * most + dice.randrange(most)) // tries
        within = dice.randrange(1, 4_000) if number % 2 else None
        fell += dies(frozen_template, out, first, kind, die_at, within)
        left = any(path.name.startswith(".") for path in out.iterdir())
        open_branch(frozen_template).close()
        assert_only_whole(out, {path.name for path in first.iterdir()})
        whole += left
    assert fell >= (tries + 1) // 2  # each at a call; of the others some find nothing written
    assert whole > 0 or tries < 9  # and of many some leave something to clear up
    tally(
        "B1",
        f"kill −9 at any call by which a {kind} is written over an older one",
        fell,
        f"half files 0; old or new one whole; {whole} unfinished ones removed at next start",
    )


def calls_of(folder, out, first, kind):
    """How many calls touch the place when nobody dies; none opens what stands there to write."""
    shutil.copytree(first, out)
    with working(export_and_die, folder, out, kind, 0) as child:
        count, written_over = child.hear()
    assert written_over == []
    return count


def dies(folder, out, first, kind, die_at, at_byte):
    """Let it be written over the first ones; whether the program died at that call or after."""
    shutil.rmtree(out)
    shutil.copytree(first, out)
    with working(export_and_die, folder, out, kind, die_at, at_byte) as child:
        return not child.heard_to_the_end()


def assert_only_whole(out, names):
    """Nothing but what was there by name, and each of it can be read to its end."""
    assert {path.name for path in out.iterdir()} == names
    for path in out.iterdir():
        read_whole(path)
