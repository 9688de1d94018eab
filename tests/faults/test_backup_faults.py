"""B2, C3, C4, C5: backups under kills, damaged backups, restoring, and a clock that jumps."""

import random
import shutil
from datetime import datetime, timedelta

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backup_files, backups, checking
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.paths import DataFolder
from tests.books import add_member, contents
from tests.conftest import BRANCH
from tests.faults.processes import killed_after


def back_up_until_killed(there, folder):
    with open_branch(folder) as store:
        there.send("opened")
        while True:
            made = backups.back_up_here(store)
            there.send(made.path.name)
            add_member(store, "Người mới")


def test_a_kill_during_a_backup_leaves_the_earlier_ones_and_no_half_one(fresh_folder, times, tally):
    dice, tries, folder, halves_seen = random.Random(17), times(25, 240), fresh_folder(), 0
    for number in range(tries):
        if number % 40 == 39:
            folder = fresh_folder()
        made = killed_after(dice.random() * 0.08, back_up_until_killed, folder)[1:]
        halves_seen += any(path.name.startswith(".") for path in folder.backups.iterdir())
        found = backups.list_backups(folder)
        assert {backup.path.name for backup in found} >= set(made)
        for backup in found[:3]:
            assert backup.is_present
            assert copies.verify_copy(backup.path, of=backup.path).chain_hash == backup.chain_hash
        open_branch(folder).close()
        assert not [path for path in folder.backups.iterdir() if path.name.startswith(".")]
    assert halves_seen > 0  # the kills fall into the writing
    tally(
        "B2",
        "kill −9 during backups",
        tries,
        f"half backups 0; earlier ones whole; {halves_seen} unfinished files removed at next start",
    )


def spoil(content, dice):
    """One of the ways in which a file on a stick goes bad."""
    place = dice.randrange(len(content))
    how = dice.randrange(5)
    if how == 0:
        return content[:place]
    if how == 1:
        return content[:place] + bytes(min(4096, len(content) - place)) + content[place + 4096 :]
    if how == 2:
        return dice.randbytes(len(content))
    if how == 3:
        return content + b"\n"
    return content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :]


@pytest.mark.parametrize("manifest", [True, False], ids=["with manifest", "without manifest"])
def test_a_damaged_backup_is_refused_before_anything_is_touched(
    fresh_folder, tmp_path, times, tally, manifest
):
    dice, tries, folder = random.Random(19), times(30, 400), fresh_folder()
    with open_branch(folder) as store:
        made = backups.back_up(store, tmp_path / "stick")
    if not manifest:
        copies.manifest_of(made).unlink()
    whole = made.read_bytes()
    before = everything_in(folder)
    for _ in range(tries):
        spoilt = spoil(whole, dice)
        if spoilt == whole:
            continue
        made.write_bytes(spoilt)
        with pytest.raises(Damaged):
            backups.restore(folder, made)
        assert everything_in(folder) == before
    made.write_bytes(whole)
    backups.restore(folder, made)
    note = "with its manifest" if manifest else "without manifest"
    tally("C3", f"damaged backup {note}", tries, "refused before anything was touched 100%")


def everything_in(folder):
    files = (path for path in folder.root.rglob("*") if path.is_file() and path != folder.lock)
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in files}


def test_every_backup_brings_its_rows_back(fresh_folder, tmp_path, tally):
    folder, states = fresh_folder(), {}
    with open_branch(folder) as store:
        for number in range(4):
            add_member(store, f"Người {number}")
            states[backups.back_up_here(store).counter] = contents(store)
    with start_branch(DataFolder(tmp_path / "other"), BRANCH) as store:
        add_member(store, "Ở máy khác")
        states["other PC"] = contents(store)
        of_other = backups.back_up(store, tmp_path / "stick")
    of_here = {b.counter: b.path for b in backups.list_backups(folder) if b.counter in states}
    for which, path in ((4, of_here[4]), (1, of_here[1]), ("other PC", of_other), (4, of_here[4])):
        backups.restore(folder, path)
        with open_branch(folder) as store:
            assert contents(store) == states[which]
            assert checking.check(store, deep=True)["ok"]
    tally("C4", "restore: newest, oldest, of another PC, newest again", 4, "identical row for row")


class Clock(datetime):
    """A clock that stands where the test puts it."""

    says = datetime(2025, 6, 1)

    @classmethod
    def now(cls, tz=None):
        return cls.says


def test_a_jumping_clock_thins_no_good_backup_out(fresh_folder, times, tally, monkeypatch):
    for module in (copies, backup_files):
        monkeypatch.setattr(module, "datetime", Clock)
    tries, folder = times(80, 400), fresh_folder()
    one_day, last_day = timedelta(days=400 / tries), tries - 6
    jumps = {  # the later one lasts longer than the newest are kept without looking at days
        range(tries * 4 // 10, tries * 4 // 10 + 8): datetime(2019, 1, 1),
        range(tries * 55 // 100, tries * 55 // 100 + 24): datetime(2035, 7, 1),
    }
    true_months = []
    with open_branch(folder) as store:
        for number in range(tries):
            truly = datetime(2025, 6, 1) + min(number, last_day) * one_day
            wrong = next((day for days, day in jumps.items() if number in days), None)
            Clock.says = wrong or truly
            if wrong is None:
                true_months.append((truly.year, truly.month))
            backups.back_up_here(store)
    standing = backups.list_backups(folder)
    assert [b.counter for b in standing[:5]] == [tries - number for number in range(5)]
    for backup in standing[:5]:
        copies.verify_copy(backup.path, of=backup.path)
    months = {(b.made_at.year, b.made_at.month) for b in standing}
    wanted = list(dict.fromkeys(true_months))[-10:]
    assert set(wanted) <= months
    assert len(standing) < 60
    tally(
        "C5",
        "clock at 2019 and at 2035 while backups are made",
        tries,
        f"newest 5 verified; last {len(wanted)} true months kept; {len(standing)} files stand",
    )
    shutil.rmtree(folder.backups)
