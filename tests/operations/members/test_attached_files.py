"""A photo and papers in the books: kept, undone, in every backup, given out unchanged."""

import os
import stat
from dataclasses import replace

import pytest

from ccb_desktop.domain.attached_files import MOST_BYTES, AttachedKind, FileOwner
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.errors import BadFile, Damaged, Invalid, NotFound, ReadOnly
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch, view_branch
from ccb_desktop.operations.left_overs import clear_up
from ccb_desktop.operations.members import attached_files as attached
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.undo import undo
from ccb_desktop.paths import DataFolder
from tests.books import add_member

PHOTO, OTHER_PHOTO = b"\xff\xd8\xff\xe0one", b"\xff\xd8\xff\xe0two"
TITLE = "Quyết định phục viên"


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "quet-01.pdf"
    file.write_bytes(b"%PDF-1.4 mot")
    return file


@pytest.fixture
def books(store):
    add_member(store)
    return store


def contents(store):
    """How many contents the store holds."""
    with store.raw_reading() as connection:
        return connection.execute("SELECT count(*) FROM file_contents").fetchone()[0]


def papers(store):
    return [f for f in attached.list_files(store, 1) if f.kind is AttachedKind.PAPER]


def attach(store, paper, title=TITLE):
    attached.attach_paper(store, FileOwner(1), paper, title, "Bản sao")
    return papers(store)[-1]


def test_a_paper_is_kept_with_what_is_known_of_it(books, paper):
    file = attach(books, paper)
    assert (file.title, file.file_name, file.size_bytes) == (TITLE, "quet-01.pdf", 12)
    assert file.note == "Bản sao"
    paper.unlink()
    assert attached.load_content(books, file) == b"%PDF-1.4 mot"


def test_the_same_bytes_are_kept_once(books, paper):
    attach(books, paper)
    attach(books, paper, "Lần nữa")
    assert (len(papers(books)), contents(books)) == (2, 1)


def test_a_paper_is_renamed_removed_and_brought_back(books, paper):
    file = attach(books, paper)
    attached.save_paper(books, file, "Quyết định xuất ngũ", "")
    assert [(one.title, one.note) for one in papers(books)] == [("Quyết định xuất ngũ", "")]
    change = attached.remove_paper(books, papers(books)[0])
    assert papers(books) == []
    undo(books, change.action_id)
    assert attached.load_content(books, papers(books)[0]) == b"%PDF-1.4 mot"
    kinds = {c.kind for c in list_person_changes(books, 1)}
    assert "attached_files" in kinds


def test_a_paper_without_title_or_gone_is_refused(books, paper):
    with pytest.raises(Invalid):
        attached.attach_paper(books, FileOwner(1), paper, " ")
    file = attach(books, paper)
    with pytest.raises(Invalid):
        attached.save_paper(books, file, "", "")
    with pytest.raises(NotFound):
        attached.save_paper(books, replace(file, id=99), "Tên", "")


def test_what_cannot_be_taken_leaves_the_books_as_they_are(books, tmp_path):
    large = tmp_path / "lon.pdf"
    with large.open("wb") as opened:
        opened.truncate(MOST_BYTES + 1)
    empty, program = tmp_path / "trong.pdf", tmp_path / "cai-dat.exe"
    empty.touch()
    program.write_bytes(b"MZ")
    (tmp_path / "thu-muc.pdf").mkdir()
    for path, kind in (
        (large, BadFile),
        (empty, BadFile),
        (program, BadFile),
        (tmp_path / "khong-co.pdf", NotFound),
        (tmp_path / "thu-muc.pdf", ReadOnly),
    ):
        with pytest.raises((kind, BadFile) if path.is_dir() else kind):
            attached.attach_paper(books, FileOwner(1), path, "Giấy")
    assert (papers(books), contents(books)) == ([], 0)


def test_a_photo_takes_the_place_of_the_one_before(books):
    assert attached.load_photo(books, 1) is None
    assert attached.remove_photo(books, 1).action_id == 0
    attached.set_photo(books, 1, PHOTO)
    change = attached.set_photo(books, 1, OTHER_PHOTO)
    assert attached.load_photo(books, 1) == OTHER_PHOTO
    assert len(attached.list_files(books, 1)) == 1
    assert attached.set_photo(books, 1, OTHER_PHOTO).action_id == 0
    undo(books, change.action_id)
    assert attached.load_photo(books, 1) == PHOTO
    attached.remove_photo(books, 1)
    assert attached.load_photo(books, 1) is None


def test_what_is_no_photo_and_nobody_are_refused(books):
    with pytest.raises(BadFile):
        attached.set_photo(books, 1, b"%PDF")
    with pytest.raises(NotFound):
        attached.set_photo(books, 99, PHOTO)


def test_a_copy_to_look_at_cannot_be_changed_and_is_gone_at_the_next_start(books, paper):
    file = attach(books, paper)
    copy = attached.copy_to_open(books, file)
    assert (copy.name, copy.read_bytes()) == (f"{TITLE}.pdf", b"%PDF-1.4 mot")
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert attached.copy_to_open(books, file) == copy
    clear_up(books.folder)
    assert not copy.exists()
    assert list(books.folder.opened.iterdir()) == []


def test_a_copy_that_was_changed_is_written_anew(books, paper):
    file = attach(books, paper)
    copy = attached.copy_to_open(books, file)
    copy.chmod(stat.S_IREAD | stat.S_IWRITE)
    copy.write_bytes(b"other")
    assert attached.copy_to_open(books, file).read_bytes() == b"%PDF-1.4 mot"


def test_beside_books_that_are_only_viewed_nothing_is_written(books, paper, tmp_path):
    file = attach(books, paper)
    folder = books.folder
    books.close()
    with view_branch(folder) as viewed:
        with pytest.raises(ReadOnly, match="Lưu ra tệp"):
            attached.copy_to_open(viewed, file)
        assert not folder.opened.exists()
        out = attached.write_copy(viewed, file, tmp_path / "ra.pdf")
        assert out.read_bytes() == b"%PDF-1.4 mot"
        with pytest.raises(ReadOnly):
            attached.remove_paper(viewed, file)


def test_it_is_given_out_unchanged_and_read_back(books, paper, tmp_path):
    out = attached.write_copy(books, attach(books, paper), tmp_path / "ra.pdf")
    assert out.read_bytes() == b"%PDF-1.4 mot"


def test_a_copy_that_a_bad_stick_spoils_is_told(books, paper, tmp_path, monkeypatch):
    file, out = attach(books, paper), tmp_path / "ra.pdf"
    flush = os.fsync

    def spoil(handle):
        flush(handle)
        os.pwrite(handle, b"x", 0)

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(BadFile, match="đọc lại không đúng"):
        attached.write_copy(books, file, out)
    assert not out.exists()


def test_bytes_that_are_not_what_was_kept_are_never_given_out(books, paper):
    file = attach(books, paper)
    with pytest.raises(Damaged, match=TITLE):
        attached.load_content(books, replace(file, sha256="0" * 64))


def test_photo_and_papers_are_in_a_backup(books, paper, tmp_path):
    file = attach(books, paper)
    attached.set_photo(books, 1, PHOTO)
    backup = backups.back_up_before(books, BackupReason.BEFORE_IMPORT)
    attached.remove_paper(books, file)
    attached.remove_photo(books, 1)
    folder = DataFolder(tmp_path / "phuc-hoi")
    backups.restore(folder, backup.path)
    with open_branch(folder) as restored:
        assert attached.load_photo(restored, 1) == PHOTO
        assert attached.load_content(restored, papers(restored)[0]) == b"%PDF-1.4 mot"
