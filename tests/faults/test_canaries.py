"""K2: names and numbers of people, searched in everything that the program leaves behind."""

import tempfile
import zipfile
from datetime import date

from ccb_desktop.operations import backups, diagnostics, papers, protection
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.ui.kit import crash_dialog
from tests.books import add_member, add_unit
from tests.faults.exports import EXPORTS, freeze
from tests.faults.processes import killed_after
from tests.office import CLERK, PASSWORD, TREASURER, seat_officers, signed

NAME, PHONE, NUMBER, SICK = "Hoàng Yến Oanh", "0999888777", "099052123456", "bệnh hiếm chưa rõ"
CANARIES = [
    word.encode(code) for word in (NAME, PHONE, NUMBER, SICK) for code in ("utf-8", "utf-16-le")
]
CANARIES += [word.encode() for word in PASSWORD.values()]


def places_with_canaries(*folders):
    """Every file in some folders in which a canary sings, packed files opened."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(word in path.read_bytes() for word in CANARIES)], files


def enter(store):
    unit = add_unit(store, "CHX", "Chi hội X")
    add_member(store, NAME, unit, phone=PHONE, citizen_id=NUMBER, health_note=SICK)


def work_until_killed(there, folder):
    """Writes and exports; killed in the midst of it."""
    with open_branch(folder, signed(folder, CLERK)) as store:
        there.send("open")
        while True:
            add_member(store, f"{NAME} {len(NAME)}", phone=PHONE, health_note=SICK)
            there.send("kept")


def fail_with(text):
    raise ValueError(f"no such person: {text}")


def note_a_crash(folder):
    try:
        fail_with(NAME)
    except ValueError as error:
        crash_dialog.note(folder.logs, error)


def test_names_and_numbers_lie_nowhere_but_in_the_encrypted_books(
    fresh_folder, tmp_path, times, tally, monkeypatch
):
    temporary, out = tmp_path / "tmp", tmp_path / "usb"
    for place in (temporary, out):
        place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    folder, looked = fresh_folder(), 0
    with open_branch(folder) as store:
        enter(store)
        backups.back_up_here(store)
        seat_officers(store, CLERK, TREASURER)
        protection.encrypt(store)
        protection.renew_backups(store, folder.backups, lambda *_: None)
    with open_branch(folder, signed(folder, CLERK)) as store:
        freeze(store)
        with store.writing("Sửa") as session:
            session.connection().exec_driver_sql("UPDATE persons SET note='x'")
            found, files = places_with_canaries(folder.root, temporary)  # amid an act
            looked += len(files)
            assert found == []
        for write in EXPORTS.values():
            write(store, out)
        order = papers.ListOrder(name="roster", on=date(2026, 6, 30))
        papers.write_list(store, order, out / "ds.xlsx")
        backups.back_up_here(store)
    for number in range(times(2, 60)):
        killed_after(0.01 * number, work_until_killed, folder, words=2)
        found, files = places_with_canaries(folder.root, temporary)
        looked += len(files)
        assert found == []
        note_a_crash(folder)
    told = [diagnostics.write_diagnostics(folder, temporary / "no-books.txt")]
    with open_branch(folder, signed(folder, CLERK)) as store:
        told.append(diagnostics.write_diagnostics(folder, temporary / "books.txt", store))
    found, files = places_with_canaries(folder.root, temporary)
    assert found == []
    assert any(path.parent == folder.logs for path in files)
    assert set(told) <= set(files)
    sings = places_with_canaries(_unpacked(out, tmp_path / "open"))[0]
    assert sings  # where they belong they are found
    tally(
        "K2",
        "names, numbers, sickness and passwords searched in journal, temporary files, logs, "
        "diagnostics, backups, keys",
        looked + len(files),
        "hits 0",
    )


def _unpacked(folder, place):
    for path in folder.glob("*.xlsx"):
        with zipfile.ZipFile(path) as package:
            package.extractall(place / path.stem)
    return place
