"""B3: another program holds a file that is to be replaced, for a moment or for ever."""

import errno
import os
import random
import shutil
from pathlib import Path

import pytest

from ccb_desktop.documents import safe_write
from ccb_desktop.domain.errors import FileInUse
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from tests.books import contents
from tests.faults.exports import EXPORTS, files_in, freeze, read_whole

PATIENCE_SECONDS = 2.5


class Holding:
    """The system as Windows answers while a file is open elsewhere; time passes as one sleeps."""

    def __init__(self, monkeypatch, folder):
        self._folder, self._really = os.fspath(folder), os.replace
        self.now = 0.0
        self.hold(0, 0)
        monkeypatch.setattr(os, "replace", self._replace)
        monkeypatch.setattr(safe_write, "time", self)

    def hold(self, which, seconds):
        """Hold what the n-th file put in place replaces, or that file, for so long; 0 is none."""
        self._which, self._seconds, self.placed = which, seconds, 0
        self._held, self._free_at = None, 0.0

    def _replace(self, source, target):
        source, target = os.fspath(source), os.fspath(target)
        if target.startswith(self._folder):
            self.placed += 1
            if self.placed == self._which:
                self._held = target if Path(target).exists() else source
                self._free_at = self.now + self._seconds
            if self._held in (source, target) and self.now < self._free_at:
                raise PermissionError(errno.EACCES, "used by another process")
        self._really(source, target)

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


@pytest.fixture(scope="module")
def frozen_store(worked_template, tmp_path_factory):
    """The open books with a report that is frozen."""
    place = tmp_path_factory.mktemp("held") / "branch"
    shutil.copytree(worked_template.root, place)
    with open_branch(type(worked_template)(place)) as store:
        freeze(store)
        yield store


@pytest.mark.parametrize("kind", EXPORTS)
def test_a_held_file_is_waited_for_or_told_and_stays_whole(
    frozen_store, tmp_path, times, tally, monkeypatch, kind
):
    dice, tries, told = random.Random(43), times(1, 12), 0
    out, write = tmp_path / "usb", EXPORTS[kind]
    out.mkdir()
    holding = Holding(monkeypatch, out)
    write(frozen_store, out)
    holding.hold(0, 0)
    write(frozen_store, out)
    files = holding.placed
    for number in range(tries):
        which = 1 + (number if number < files else dice.randrange(files))
        before = files_in(out), contents(frozen_store)
        holding.hold(which, float("inf"))
        with pytest.raises(FileInUse, match="còn nguyên") as refused:
            write(frozen_store, out)
        told += "đang mở trong" in str(refused.value)
        if kind in OF_ONE_FILE:
            assert (files_in(out), contents(frozen_store)) == before
        assert_whole(out, before[0])
        began = holding.now
        holding.hold(which, dice.uniform(0.1, PATIENCE_SECONDS - 0.1))
        write(frozen_store, out)
        assert 0 < holding.now - began <= PATIENCE_SECONDS
        assert_whole(out, before[0])
    assert told == tries
    tally(
        "B3",
        f"a file of a {kind} held for a moment and for ever",
        2 * tries,
        "done within 2.5 s, or told; old file whole; nothing half",
    )


OF_ONE_FILE = set(EXPORTS) - {"report", "guarded package with e-mail"}
"""What is written in two files may have written its first, whole."""


def assert_whole(out, names):
    assert files_in(out).keys() == names.keys()
    for path in out.iterdir():
        read_whole(path)


def test_a_store_that_is_held_while_a_backup_is_restored_stays_as_it_was(
    fresh_folder, tmp_path, tally, monkeypatch
):
    folder = fresh_folder()
    with open_branch(folder) as store:
        backup = backups.back_up(store, tmp_path / "usb")
        freeze(store)
        before = contents(store)
    holding = Holding(monkeypatch, folder.store)
    holding.hold(1, float("inf"))
    with pytest.raises(FileInUse, match="còn nguyên"):
        backups.restore(folder, backup)
    with open_branch(folder) as store:
        assert contents(store) == before
    holding.hold(1, 1.5)
    backups.restore(folder, backup)
    with open_branch(folder) as store:
        assert contents(store) != before
    tally("B3", "the store held while a backup is restored", 2, "told, or done; old store whole")
