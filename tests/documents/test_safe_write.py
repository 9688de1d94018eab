"""Files put in place whole or not at all."""

import errno
import os
import subprocess
import sys
import threading
import time

import pytest

from ccb_desktop.documents import safe_write
from ccb_desktop.domain.errors import DiskFull, FileInUse, Invalid, NotFound, ReadOnly


def files_in(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_file_takes_the_place_of_the_old_one(tmp_path):
    target = tmp_path / "Danh sách.xlsx"
    target.write_bytes(b"old")
    safe_write.write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert files_in(tmp_path) == ["Danh sách.xlsx"]


def test_what_goes_wrong_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(KeyError), safe_write.replacing(target) as temporary:
        temporary.write_bytes(b"half")
        raise KeyError
    assert target.read_bytes() == b"old"
    assert files_in(tmp_path) == ["a.xlsx"]


def test_the_check_sees_what_was_written_and_may_refuse_it(tmp_path):
    seen = []

    def refuse(written):
        seen.append(written.read_bytes())
        raise ReadOnly("đọc lại không đúng")

    with pytest.raises(ReadOnly, match="đọc lại"):
        safe_write.write_bytes(tmp_path / "a.xlsx", b"new", refuse)
    assert seen == [b"new"]
    assert files_in(tmp_path) == []


def held(times):
    """`os.replace` as Windows answers while another program has the target open."""
    real, left = os.replace, [times]

    def replace(source, target):
        if left[0] > 0:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "used by another process")
        real(source, target)

    return replace


def test_a_file_held_for_a_moment_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "replace", held(3))
    safe_write.write_bytes(tmp_path / "a.xlsx", b"new")
    assert (tmp_path / "a.xlsx").read_bytes() == b"new"


def test_a_file_held_for_ever_is_told_and_stays_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(safe_write, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(os, "replace", held(10**6))
    (tmp_path / "a.xlsx").write_bytes(b"old")
    with pytest.raises(FileInUse, match="đang mở") as told:
        safe_write.write_bytes(tmp_path / "a.xlsx", b"new")
    assert "Tệp cũ còn nguyên" in str(told.value)
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"
    assert files_in(tmp_path) == ["a.xlsx"]


def test_the_folder_does_not_wait_longer_than_it_is_held(tmp_path, monkeypatch):
    gate = threading.Event()
    real = os.replace

    def replace(source, target):
        if not gate.is_set():
            raise PermissionError(errno.EACCES, "used by another process")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    threading.Timer(0.15, gate.set).start()
    safe_write.write_bytes(tmp_path / "a.xlsx", b"new")
    assert gate.is_set()


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "đã đầy"),
        (errno.EROFS, ReadOnly, "chỉ cho đọc"),
        (errno.EACCES, ReadOnly, "chỉ cho đọc"),
        (errno.EIO, ReadOnly, "báo lỗi"),
        (errno.ENAMETOOLONG, Invalid, "ngắn hơn"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(tmp_path, code, kind, words):
    with pytest.raises(kind, match=words), safe_write.replacing(tmp_path / "a.xlsx"):
        raise OSError(code, "no")
    assert files_in(tmp_path) == []


def test_a_folder_that_is_away_and_a_folder_for_a_file(tmp_path):
    with pytest.raises(NotFound, match="USB"):
        safe_write.write_bytes(tmp_path / "away" / "a.xlsx", b"new")
    with pytest.raises(Invalid) as refused:
        safe_write.write_bytes(tmp_path, b"new")
    assert set(refused.value.fields) == {"out"}


def test_left_overs_of_dead_programs_go_and_nothing_else(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".ccb-dang-ghi-{dead.pid}-0123abcd.xlsx"
    alive = tmp_path / f".ccb-dang-ghi-{os.getpid()}-0123abcd.docx"
    own = tmp_path / "ghi chú.xlsx"
    for file in (left, alive, own):
        file.write_bytes(b"x")
    assert safe_write.remove_left_overs(tmp_path) == 1
    assert files_in(tmp_path) == sorted([alive.name, own.name])
    assert safe_write.remove_left_overs(tmp_path / "away") == 0


@pytest.mark.parametrize("note", ["", "a\nb", "..\n..\n..", "\x00\n\x01\n\x02"])
def test_a_spoilt_note_of_an_exchange_stops_nothing(tmp_path, note):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".ccb-dang-ghi-{dead.pid}-0123abcd"
    left.mkdir()
    (left / ".ccb-dang-thay").write_text(note, encoding="utf-8")
    (tmp_path / "Gói").mkdir()
    safe_write.remove_left_overs(tmp_path)
    assert (tmp_path / "Gói").is_dir()


def test_the_temporary_file_lies_beside_the_target_and_is_recognised(tmp_path):
    with safe_write.replacing(tmp_path / "Sổ 1.XLSX") as temporary:
        temporary.write_bytes(b"x")
        assert temporary.parent == tmp_path
        assert safe_write._TEMPORARY.fullmatch(temporary.name)
    assert time.time() - (tmp_path / "Sổ 1.XLSX").stat().st_mtime < 60
