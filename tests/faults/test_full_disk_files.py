"""A5: the disk is full while lists are imported and files are written."""

import os
from datetime import date

import pytest

from ccb_desktop.domain.errors import DiskFull, UserError
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch
from tests.books import contents, names_on_roll
from tests.faults import work
from tests.faults.exports import EXPORTS, files_in, freeze, read_whole
from tests.faults.test_disk_errors import VIETNAMESE, small_disk
from tests.faults.test_messy_workbooks import write_messy

ROOM_KILOBYTES = 1200
"""For what is written before the disk is filled."""


def fill_the_rest(place, free_kilobytes):
    """Fill the disk up to so much room."""
    disk = os.statvfs(place)
    size = disk.f_bavail * disk.f_frsize - free_kilobytes * 1024
    (place / "phim.mp4").write_bytes(bytes(max(0, size)))


def test_exports_on_a_full_disk_leave_the_old_files(fresh_folder, times, tally):
    tries, refused = times(1, 16), 0
    for number in range(tries):
        with small_disk(fresh_folder(), ROOM_KILOBYTES) as (folder, grow):
            stick = folder.root.parent / "usb"
            stick.mkdir()
            if not os.path.ismount(folder.root.parent):
                pytest.skip("this system does not let a small disk be made")
            with open_branch(folder) as store:
                freeze(store)
                for kind in KINDS:
                    EXPORTS[kind](store, stick)
                before = files_in(stick)
                fill_the_rest(stick.parent, number * 2)
                for kind in KINDS:
                    refused += is_refused(EXPORTS[kind], store, stick)
                    assert files_in(stick).keys() == before.keys()
                    assert all(read_whole(path) for path in stick.iterdir())
                work.assert_sound(store)
                grow()
                for kind in KINDS:
                    EXPORTS[kind](store, stick)
    assert refused >= tries * len(KINDS) // 3
    tally(
        "A5",
        "full disk while reports, lists, forms, cards and packages are written",
        tries * len(KINDS),
        f"{refused} refused in words; old files whole; all done after room was made",
    )


KINDS = ("report", "list in Excel", "list in Word", "form", "cards", "packed package")


def is_refused(write, store, stick):
    try:
        write(store, stick)
    except DiskFull as told:
        assert VIETNAMESE.search(str(told))
        assert "còn nguyên" in str(told)
        return True
    return False


def test_an_import_on_a_full_disk_brings_all_or_nothing(fresh_folder, tmp_path, times, tally):
    tries, refused = times(2, 24), 0
    write_messy(tmp_path / "ds.xlsx", 3)
    sources = import_workbook.read_files([tmp_path / "ds.xlsx"])
    for number in range(tries):
        with small_disk(fresh_folder(), 8 + 40 * number * 24 // tries) as (folder, grow):
            with open_branch(folder) as store:
                before, people = contents(store), names_on_roll(store)
                books = import_workbook.understand_files(store, sources)
                try:
                    import_workbook.run_import(store, books, date(2025, 12, 31))
                except UserError as told:
                    refused += 1
                    assert VIETNAMESE.search(str(told))
                    assert contents(store) == before
            with open_branch(folder) as store:
                work.assert_sound(store)
                grow()
                books = import_workbook.understand_files(store, sources)
                import_workbook.run_import(store, books, date(2025, 12, 31))
                assert len(names_on_roll(store)) > len(people) + 20
    assert refused > tries // 4
    tally(
        "A5",
        "full disk while lists are imported, of growing sizes",
        tries,
        f"{refused} refused in words, nothing of them kept; all done after room was made",
    )
