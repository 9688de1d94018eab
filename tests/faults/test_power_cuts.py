"""A2, A3: the power goes, and the disk holds less, or other, than was written to it."""

import random

import pytest

from ccb_desktop.data import engine
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations.branch import open_branch
from tests.faults import work
from tests.faults.disk import Disk, image_after_power_cut

FILES = ("so-lieu.ccb", "so-lieu.ccb-journal")


def recorded(folder, acts):
    """What the disk held before some mixed work, and every call of the work."""
    open_branch(folder).close()
    start = {name: (folder.root / name).read_bytes() for name in FILES}
    with Disk() as disk, open_branch(folder) as store:
        work.go_on(store, random.Random(11), disk.confirm, acts=acts)
    return start, [call for call in disk.calls if call.kind == "confirmed" or call.name in FILES]


def after_each_cut(folder, acts, images, dice):
    """Put the images of cuts at random moments into the folder, one after the other."""
    start, calls = recorded(folder, acts)
    for _ in range(images):
        moment = dice.randrange(len(calls))
        image = image_after_power_cut(start, calls[:moment], dice)
        for name in FILES:
            (folder.root / name).unlink(missing_ok=True)
        for name, content in image.items():
            (folder.root / name).write_bytes(content)
        yield {call.name for call in calls[:moment] if call.kind == "confirmed"}


def test_no_power_cut_damages_the_store_or_loses_what_was_told(fresh_folder, times, tally):
    dice, images, acts = random.Random(3), times(200, 4000), 30
    folder = fresh_folder()
    for number, told in enumerate(after_each_cut(folder, acts, images, dice)):
        with open_branch(folder) as store:
            work.assert_nothing_lost(store, told)
            if number % 10 == 0:
                work.assert_sound(store)
    tally(
        "A2",
        "power cut at a random moment: unflushed writes dropped, kept, torn",
        images,
        "corrupt 0; acts told and lost 0",
    )


def test_the_replay_finds_a_store_that_is_never_flushed(fresh_folder, times, tally, monkeypatch):
    careless = tuple(p.replace("synchronous=EXTRA", "synchronous=OFF") for p in engine.SAFE)
    monkeypatch.setattr(engine, "SAFE", careless)
    dice, images, acts = random.Random(3), times(60, 1000), 30
    folder, bad = fresh_folder(), 0
    for told in after_each_cut(folder, acts, images, dice):
        try:
            with open_branch(folder) as store:
                work.assert_nothing_lost(store, told)
        except (Damaged, AssertionError):
            bad += 1
    assert bad >= images / 2
    tally(
        "A3",
        "the same with `synchronous=OFF`, to show that A2 can fail",
        images,
        f"{bad / images:.0%} found corrupt or incomplete",
    )


@pytest.mark.parametrize("kind", ["write", "sync", "truncate"])
def test_the_recording_sees_every_kind_of_call(fresh_folder, kind):
    _, calls = recorded(fresh_folder(), acts=3)
    assert any(call.kind == kind for call in calls)
