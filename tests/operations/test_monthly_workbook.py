"""The workbook of everything: written once a month, read back, copied away, thinned."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backups, monthly_workbook, second_place
from ccb_desktop.operations.branch import load_branch, save_branch
from ccb_desktop.operations.import_workbook import read_files, understand_files
from ccb_desktop.operations.personal_exports import list_exports
from ccb_desktop.operations.protection import encrypt
from tests.books import names_on_roll
from tests.office import seat_officers

JUNE, JULY = date(2026, 6, 5), date(2026, 7, 1)


def quiet(_done, _total, _text):
    """Nobody listens."""


def test_it_is_written_once_a_month_with_everybody_in_it(filled, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    save_branch(filled, replace(load_branch(filled), backup_folder=str(stick)))
    own = second_place.store_id_of(filled)
    for month in range(1, 13):
        (filled.folder.backups / f"so-sach-day-du_2025-{month:02}_{own[:6]}.xlsx").touch()
    written = monthly_workbook.write_if_due(filled, JUNE, quiet)
    assert written.name == f"so-sach-day-du_2026-06_{own[:6]}.xlsx"
    [book] = understand_files(filled, read_files([written]))
    [members] = [sheet for sheet in book.sheets if sheet.kind == "members"]
    names = {str(cell) for row in members.source.rows for cell in row.cells}
    assert set(names_on_roll(filled)) <= names
    assert (stick / written.name).read_bytes() == written.read_bytes()
    [left] = list_exports(filled)
    assert (left.file_name, left.masked) == (written.name, False)
    assert len(list(filled.folder.backups.glob("*.xlsx"))) == 12
    assert monthly_workbook.write_if_due(filled, JUNE.replace(day=30), quiet) is None
    assert monthly_workbook.write_if_due(filled, JULY, quiet) is not None


def test_one_that_cannot_be_read_back_is_not_kept(filled, monkeypatch):
    monkeypatch.setattr(monthly_workbook, "understand_files", lambda *_, **__: [])
    with pytest.raises(Damaged, match="đọc lại không đủ"):
        monthly_workbook.write_if_due(filled, JUNE, quiet)
    assert list(filled.folder.backups.glob("*.xlsx")) == []
    monkeypatch.undo()
    assert monthly_workbook.write_if_due(filled, JUNE, quiet) is not None


def test_books_that_hold_nobody_or_are_invented_get_none(store, practice):
    assert monthly_workbook.write_if_due(store, JUNE, quiet) is None
    assert monthly_workbook.write_if_due(practice, JUNE, quiet) is None


def test_encrypted_books_leave_no_workbook_that_anybody_can_read(filled, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    second_place.choose(filled, stick)
    backups.back_up_here(filled)
    monthly_workbook.write_if_due(filled, JUNE, quiet)
    assert list(stick.glob("*.xlsx"))
    seat_officers(filled)
    encrypt(filled)
    assert monthly_workbook.write_if_due(filled, JULY, quiet) is None
    second_place.catch_up(filled)
    assert [*filled.folder.backups.glob("*.xlsx"), *stick.glob("*.xlsx")] == []
