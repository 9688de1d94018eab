"""A1, A5: killed while a package is taken in; a full disk while a report is frozen or received."""

import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccb_desktop.domain.errors import AlreadyDone, DiskFull
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.arrivals import Came
from ccb_desktop.domain.submissions.manifest import FileRole, read_manifest
from ccb_desktop.operations import frozen_reports, import_workbook, register
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.frozen_reports import FreezeOrder
from ccb_desktop.operations.members import people
from ccb_desktop.operations.submissions import received
from ccb_desktop.operations.submissions.recognising import recognise
from tests import came
from tests.faults import work
from tests.faults.processes import killed_after
from tests.faults.test_disk_errors import VIETNAMESE, small_disk

MESSY = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac" / "messy"
LIST = MESSY / "01-tieu-de-gop-o.xlsx"
FORM = "nhan-goi"
FEWEST, MOST = 6, 30
"""Members before the package is taken in, and after it."""


def silent(*_told):
    """Told what goes on, and says nothing."""


@pytest.fixture
def package(tmp_path):
    """A package with a report, an annex and a list of members."""
    files = {FileRole.DATA: LIST}
    for role, name in ((FileRole.REPORT, "BC.docx"), (FileRole.ANNEX, "PL.xlsx")):
        files[role] = tmp_path / name
        files[role].write_bytes(name.encode() * 40_000)
    return came.zipped(tmp_path / "goi.zip", files)


def take_in(store, package, about_to=silent):
    arrival = recognise(store, package, silent)
    books = import_workbook.understand_files(store, list(arrival.sources))
    about_to()
    import_workbook.run_import(store, books, date(2025, 12, 31), form_id=FORM, arrivals=[arrival])


def take_in_until_killed(there, folder, package):
    with open_branch(folder) as store:
        take_in(store, package, about_to=lambda: there.send("begun"))
        there.send("told")


def taken_in(store):
    """Whether it stands in the books; never by halves."""
    lines, batches = received.list_lines(store), import_workbook.list_batches(store)
    members = len(people.list_members(store, date(2026, 6, 30)))
    assert (len(lines), members) in ((0, FEWEST), (1, MOST))
    assert len(batches) == len(lines)
    if lines:
        (noted,) = lines[0].packages
        files = read_manifest(noted.manifest.encode()).files
        kept = [one for one in files if one.role is not FileRole.DATA]
        assert noted.signer_id is not None
        assert all(received.kept_content(store, one.sha256) for one in kept)
    return bool(lines)


def test_a_package_is_taken_in_whole_or_not_at_all_after_a_kill(
    fresh_folder, package, times, tally
):
    tries, dice, whole = times(3, 120), random.Random(27), 0
    for _kill in range(tries):
        folder = fresh_folder()
        said = killed_after(dice.random() * 0.6, take_in_until_killed, folder, package)
        with open_branch(folder) as store:
            before = taken_in(store)
            assert before or "told" not in said
            whole += before
            if before:
                with pytest.raises(AlreadyDone):
                    take_in(store, package)
            else:
                take_in(store, package)
            assert taken_in(store)
            work.assert_sound(store)
    tally(
        "A1",
        "kill −9 while a package with a list is taken in",
        tries,
        f"{whole} whole, {tries - whole} not at all; by halves 0; doubled after re-entry 0",
    )


# --- A full disk ------------------------------------------------------------------------


def freeze(store):
    order = FreezeOrder(
        kind=ReportKind.YEAR, period=Period.of_year(2025), numbered=True, begin=7, note="Bản gửi"
    )
    return frozen_reports.freeze_report(store, order)[1]


def numbers(store):
    return [one.document.number for one in register.list_lines(store, Direction.OUT)]


def test_a_report_is_frozen_whole_or_not_at_all_on_a_full_disk(
    fresh_folder, tmp_path, times, tally
):
    tries, refused = times(3, 24), 0
    for number in range(tries):
        free = 8 + 160 * number // tries
        with small_disk(fresh_folder(), free) as (folder, grow):
            with open_branch(folder) as store:
                try:
                    freeze(store)
                except DiskFull as error:
                    refused += 1
                    assert VIETNAMESE.search(str(error))
                    assert frozen_reports.list_frozen(store) == []
                    assert numbers(store) == []
                    work.assert_sound(store)
                    grow()
                    freeze(store)
            with open_branch(folder) as store:
                (line,) = frozen_reports.list_frozen(store)
                assert numbers(store) == [7]
                assert frozen_reports.write_frozen(store, line.report.id, tmp_path / str(number))
                work.assert_sound(store)
    assert refused
    tally(
        "A5",
        "full disk while a report is frozen with its number",
        tries,
        f"{refused} refused in words, nothing of them kept, no number gone; all done with room",
    )


def test_a_package_is_noted_whole_or_not_at_all_on_a_full_disk(
    fresh_folder, package, tmp_path, tally
):
    with open_branch(fresh_folder()) as store:
        arrival = recognise(store, package, silent)
        elsewhere = shutil.copytree(arrival.folder, tmp_path / "elsewhere")
    with small_disk(fresh_folder(), 120) as (folder, grow):
        with open_branch(folder) as store:
            no_room = recognise(store, package, silent)
            assert no_room.came is Came.PACKAGE or "đầy" in no_room.told
            with pytest.raises(DiskFull) as full:
                received.note_received(store, replace(arrival, folder=elsewhere))
            assert VIETNAMESE.search(str(full.value))
            assert received.list_lines(store) == []
            work.assert_sound(store)
            grow()
            received.note_received(store, recognise(store, package, silent))
        with open_branch(folder) as store:
            assert len(received.list_lines(store)) == 1
            work.assert_sound(store)
    tally("A5", "full disk while a package is noted", 1, "nothing kept; done with room")
