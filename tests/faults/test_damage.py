"""C1, C2: whatever happens to the store file is noticed at opening, and the right help offered."""

import random
import shutil

import pytest

from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.errors import Conflict, Damaged, NotFound
from ccb_desktop.domain.store_health import DamageKind
from ccb_desktop.operations import backups, repair
from ccb_desktop.operations.branch import has_branch, open_branch, start_branch
from tests.books import add_member, contents
from tests.conftest import BRANCH

PAGE = 4096


def test_every_flipped_bit_is_noticed_at_opening(fresh_folder, times, tally):
    dice, flips, folder = random.Random(13), times(60, 2000), fresh_folder()
    whole = folder.store.read_bytes()
    for number in range(flips):
        spoilt = bytearray(whole)
        place = dice.randrange(len(whole)) if number % 4 else dice.randrange(PAGE)
        spoilt[place] ^= 1 << dice.randrange(8)
        folder.store.write_bytes(spoilt)
        with pytest.raises(Damaged):
            open_branch(folder)
        assert folder.store.read_bytes() == spoilt
    folder.store.write_bytes(whole)
    open_branch(folder).close()
    tally("C1", "one bit of the live store flipped", flips, "noticed at opening 100%")


def other_key(folder):
    """The file as another program, or a protected store, would write it."""
    with connection_to(folder.store) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA rekey = \"x'" + "5a" * 32 + "'\"")


SPOILED = {
    "cut in the middle of a page": lambda f: f.store.write_bytes(f.store.read_bytes()[:-1000]),
    "cut by a page": lambda f: f.store.write_bytes(f.store.read_bytes()[:-PAGE]),
    "cut to half": lambda f: f.store.write_bytes(f.store.read_bytes()[: PAGE * 20]),
    "longer by a page": lambda f: f.store.write_bytes(f.store.read_bytes() + bytes(PAGE)),
    "zeroed": lambda f: f.store.write_bytes(bytes(f.store.stat().st_size)),
    "a page zeroed": lambda f: f.store.write_bytes(
        f.store.read_bytes()[: PAGE * 9] + bytes(PAGE) + f.store.read_bytes()[PAGE * 10 :]
    ),
    "a workbook": lambda f: f.store.write_bytes(b"PK\x03\x04" + bytes(9000)),
    "a text": lambda f: f.store.write_text("Hội Cựu chiến binh"),
    "empty": lambda f: f.store.write_bytes(b""),
    "missing": lambda f: f.store.unlink(),
    "another key": other_key,
}


@pytest.mark.parametrize("with_backup", [True, False], ids=["with backup", "without backup"])
@pytest.mark.parametrize("how", SPOILED)
def test_the_right_help_is_offered_and_nothing_new_begun(fresh_folder, tally, how, with_backup):
    folder = fresh_folder()
    with open_branch(folder) as store:
        before = contents(store)
        if with_backup:
            backups.back_up_here(store)
    SPOILED[how](folder)
    left = folder.store.read_bytes() if folder.store.exists() else None

    with pytest.raises(Damaged):
        open_branch(folder)
    with pytest.raises(Conflict):
        start_branch(folder, BRANCH)
    assert has_branch(folder)
    report = repair.examine(folder)
    assert (report.backup is not None) is with_backup
    assert (report.kind is DamageKind.MISSING) is (left is None)
    assert ("Có bản sao lưu tốt" in report.offer) is with_backup
    assert (folder.store.read_bytes() if folder.store.exists() else None) == left

    if report.backup is not None:
        done = backups.restore(folder, report.backup.path)
        aside = None if done.set_aside is None else done.set_aside.read_bytes()
        assert aside == left
        with open_branch(folder) as store:
            assert contents(store) == before
            add_member(store, "Sau khi phục hồi")
    tally(
        "C2",
        f"store {how}, {'with' if with_backup else 'without'} backup",
        1,
        "right offer; original set aside whole; no new store begun"
        if with_backup
        else "said plainly that no backup is there; original untouched; no new store begun",
    )


def test_a_folder_that_never_held_a_store_is_no_damage(tmp_path, fresh_folder):
    folder = fresh_folder()
    shutil.rmtree(folder.root)
    with pytest.raises(NotFound):
        open_branch(folder)
    with pytest.raises(NotFound):
        repair.examine(folder)
