"""A4, A5, A6: the disk fails, is full, or may not be written to."""

import contextlib
import os
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from ccb_desktop.data.migrations import steps
from ccb_desktop.domain.errors import DiskFull, ReadOnly, UserError
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch, view_branch
from ccb_desktop.paths import DataFolder
from tests.books import add_member, names_on_roll
from tests.faults import work
from tests.faults.disk import FAILS, FULL, Disk
from tests.faults.processes import working

VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
KINDS = ("write", "sync", "truncate")


class Failing:
    """Answers an I/O error to the n-th call of a kind, and to all after it if it is for ever."""

    def __init__(self, kind, number, for_ever):
        self.kind, self.left, self.for_ever = kind, number, for_ever

    def __call__(self, call):
        if call.kind != self.kind or call.name == "dang-mo.lock-journal":
            return 0
        self.left -= 1
        fails = self.left == 0 or (self.left < 0 and self.for_ever)
        return FAILS[self.kind] if fails else 0


def work_as_far_as_it_goes(folder, seed, told, said):
    """Mixed work in which everything that cannot be kept is told to the officer."""
    try:
        with open_branch(folder) as store:
            for form, do in work.forms(random.Random(seed)):
                try:
                    do(store)
                    told.add(form)
                except work.REFUSED:
                    continue
                except UserError as error:
                    said.append(error)
                if len(told) + len(said) == 4:
                    return
    except UserError as error:
        said.append(error)


def test_a_disk_that_fails_is_told_and_damages_nothing(fresh_folder, times, tally):
    dice, tries, messages = random.Random(5), times(15, 720), 0
    for number in range(tries):
        folder, told, said = fresh_folder(), set(), []
        kind, for_ever = KINDS[number % 3], number % 2 == 0
        failing = Failing(kind, dice.randrange(1, {"write": 120}.get(kind, 9)), for_ever)
        with Disk(failing):
            work_as_far_as_it_goes(folder, number, told, said)
        assert all(VIETNAMESE.search(str(error)) for error in said)
        if for_ever and failing.left < 0:
            assert said
        messages += len(said)
        with open_branch(folder) as store:
            work.assert_nothing_lost(store, told)
            work.assert_sound(store)
            add_member(store, "Sau khi ổ đĩa lành")
    assert messages >= tries // 2
    tally(
        "A4",
        "I/O error on the n-th write, flush or shortening, once and for ever",
        tries,
        f"corrupt 0; acts told and lost 0; {messages:,} messages, all in Vietnamese",
    )


# --- A full disk ------------------------------------------------------------------------


@contextlib.contextmanager
def small_disk(folder, free_kilobytes):
    """A disk that holds a copy of a data folder and so much more; grows by the function given.

    A small file system in memory where the system lets us mount one, else the refusal by
    which the system would answer, given to SQLite once so much has been written.
    """
    place = Path(tempfile.mkdtemp())
    size = sum(f.stat().st_size for f in folder.root.rglob("*") if f.is_file()) // 1024
    size += 4 * sum(1 for _ in folder.root.rglob("*")) + free_kilobytes
    mounted = mount(place, "-t", "tmpfs", "-o", f"size={size}k", "tmpfs")
    shutil.copytree(folder.root, place / "branch")
    limited = Limited(10**9 if mounted else free_kilobytes * 1024)

    def grow():
        limited.left = 10**9
        if mounted:
            assert mount(place, "-o", "remount,size=64m")

    try:
        with Disk(limited):
            yield DataFolder(place / "branch"), grow
    finally:
        if mounted:
            subprocess.run(["umount", place], check=True)
        shutil.rmtree(place)


def mount(place, *options):
    return subprocess.run(["mount", *options, place], capture_output=True).returncode == 0


class Limited:
    """Answers that the disk is full after so many bytes."""

    def __init__(self, left):
        self.left = left

    def __call__(self, call):
        self.left -= len(call.data)
        return FULL if self.left < 0 else 0


def fill_up(store, told):
    """Enter people, and post a receipt now and then, until something cannot be kept any more."""
    for number in range(400):
        form = f"{('them', 'them', 'them', 'thu')[number % 4]}-{number:016x}"
        try:
            if number % 4 == 3:
                work.save(store, form)
            else:
                add_member(store, work.name_of(form), form_id=form, note="x" * 4000)
        except DiskFull as error:
            return error
        told.add(form)
    raise AssertionError("the disk never filled up")


def newer_program(monkeypatch):
    """A migration that needs much room."""
    copies = "UNION ALL SELECT full_name || hex(zeroblob(2000)) FROM persons " * 5
    monkeypatch.setattr(
        steps,
        "STEPS",
        (
            *steps.STEPS,
            (
                "CREATE TABLE large (note TEXT)",
                f"INSERT INTO large SELECT full_name FROM persons {copies}",
            ),
        ),
    )
    monkeypatch.setattr(steps, "LATEST", steps.LATEST + 1)


def test_a_full_disk_loses_nothing_and_all_goes_on_when_there_is_room(
    fresh_folder, times, tally, monkeypatch
):
    tries = times(4, 72)
    for number in range(tries):
        told, free = set(), 12 + 16 * number * 72 // tries
        with small_disk(fresh_folder(), free) as (folder, grow):
            with open_branch(folder) as store:
                error = fill_up(store, told)
                assert VIETNAMESE.search(str(error))
                work.assert_nothing_lost(store, told)
                with pytest.raises(DiskFull):
                    backups.back_up_here(store)
            assert backups.list_backups(folder) == []
            with monkeypatch.context() as newer:
                newer_program(newer)
                with pytest.raises(DiskFull):
                    open_branch(folder)
            with open_branch(folder) as store:
                work.assert_nothing_lost(store, told)
                work.assert_sound(store)
                grow()
                add_member(store, "Khi lại có chỗ")
                backups.back_up_here(store)
            with monkeypatch.context() as newer:
                newer_program(newer)
                with open_branch(folder) as store:
                    work.assert_nothing_lost(store, told)
    tally(
        "A5",
        "full disk while saving, backing up and migrating, of growing sizes",
        tries,
        "old data whole each time; all three done after room was made",
    )


# --- A disk that may not be written to --------------------------------------------------

NOBODY = 65534


def look_without_writing(there, folder):
    """What an officer without the right to write sees."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        open_branch(folder).close()
    except ReadOnly as error:
        there.send(str(error))
    with view_branch(folder) as store:
        there.send(names_on_roll(store))
        try:
            add_member(store, "Không được ghi")
        except ReadOnly as error:
            there.send(str(error))


@pytest.mark.parametrize("what", ["folder and files", "files only", "store only"])
def test_a_folder_that_may_only_be_read_is_told_and_can_be_viewed(fresh_folder, tally, what):
    root = Path(tempfile.mkdtemp())
    try:
        folder = DataFolder(root / "branch")
        shutil.copytree(fresh_folder().root, folder.root)
        before = folder.store.read_bytes()
        for path in (folder.root, *folder.root.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        for path in {
            "store only": [folder.store],
            "files only": folder.root.glob("*.*"),
            "folder and files": [folder.root, *folder.root.glob("*.*")],
        }[what]:
            path.chmod(path.stat().st_mode & 0o555)
        root.chmod(0o755)
        with working(look_without_writing, folder) as child:
            refused = child.hear()
            assert VIETNAMESE.search(refused)
            assert "vẫn nguyên" in refused
            assert child.hear() == list(work.FIRST_MEMBERS)
            assert VIETNAMESE.search(child.hear())
            child.end()
        assert folder.store.read_bytes() == before
    finally:
        shutil.rmtree(root)
    tally("A6", f"read-only {what}", 1, "plain message; viewing works; bytes unchanged")
