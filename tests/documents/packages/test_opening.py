"""Packages are opened only when every byte of them is what the branch signed."""

import os
import struct
import zipfile
from pathlib import Path

import pytest
from docx import Document

from ccb_desktop.documents.packages.opening import is_package, opened
from ccb_desktop.documents.packages.signing import public_key_of
from ccb_desktop.documents.packages.zip_form import Member, stamp_of
from ccb_desktop.domain.errors import BadFile, Damaged, NotFound, UserError, WrongPassword
from tests import packages

TEXTS = {"BC.txt": "Báo cáo 6 tháng", "DS.txt": "Danh sách"}


def content(package):
    return {one.name: package.read(one.name).decode() for one in package.manifest.files}


@pytest.mark.parametrize("password", ["", "Mật khẩu 1952"])
def test_a_packed_package_gives_back_what_was_put_in(tmp_path, password):
    path = packages.make_zip(tmp_path, TEXTS, password)
    with opened(path, password) as package:
        assert content(package) == TEXTS
        assert package.encrypted == bool(password)
        assert package.manifest.public_key == public_key_of(packages.SEED)
        assert package.take_out("BC.txt", tmp_path).read_text(encoding="utf-8") == TEXTS["BC.txt"]
    assert ("Báo cáo" in path.read_bytes().decode("utf-8", "replace")) == (not password)


def test_a_folder_gives_back_what_was_put_in(tmp_path):
    folder = packages.make_folder(tmp_path, TEXTS)
    for path in (folder, folder / "manifest.json"):
        with opened(path) as package:
            assert content(package) == TEXTS
            assert is_package(path)


@pytest.mark.parametrize("password", ["", "1952"])
def test_every_changed_byte_of_a_packed_package_is_found(tmp_path, password):
    path = packages.make_zip(tmp_path, {"a.txt": "một"}, password, figures={})
    whole = path.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        path.write_bytes(changed)
        with pytest.raises(UserError), opened(path, password):
            pass


def test_every_changed_byte_in_a_folder_is_found_as_damage(tmp_path):
    folder = packages.make_folder(tmp_path, {"a.txt": "một"})
    for file in sorted(folder.iterdir()):
        whole = file.read_bytes()
        for place in range(len(whole)):
            changed = bytearray(whole)
            changed[place] ^= 1 << place % 8
            file.write_bytes(changed)
            with pytest.raises(Damaged), opened(folder):
                pass
        file.write_bytes(whole)
    with opened(folder):
        pass


@pytest.mark.parametrize("password", ["", "1952"])
def test_a_package_cut_off_or_with_something_behind_it_is_refused(tmp_path, password):
    path = packages.make_zip(tmp_path, TEXTS, password)
    whole = path.read_bytes()
    for changed in (*(whole[:end] for end in range(0, len(whole), 37)), whole + b"\0", whole * 2):
        path.write_bytes(changed)
        with pytest.raises(UserError), opened(path, password):
            pass


@pytest.mark.parametrize("given", ["", "1953", "\ud800"])
def test_a_password_is_asked_for(tmp_path, given):
    path = packages.make_zip(tmp_path, TEXTS, "1952")
    with pytest.raises(WrongPassword), opened(path, given):
        pass


def test_what_is_missing_or_does_not_belong_is_named(tmp_path):
    folder = packages.make_folder(tmp_path, TEXTS)
    (folder / "BC.txt").rename(folder / "La.txt")
    with pytest.raises(Damaged, match=r"thiếu tệp: BC.txt.*tệp lạ: La.txt"), opened(folder):
        pass


def test_a_link_or_a_folder_in_a_package_is_refused(tmp_path):
    folder = packages.make_folder(tmp_path, TEXTS)
    (tmp_path / "ngoai.txt").write_text(TEXTS["BC.txt"], encoding="utf-8")
    (folder / "BC.txt").unlink()
    (folder / "BC.txt").symlink_to(tmp_path / "ngoai.txt")
    with pytest.raises(Damaged, match="không phải của gói"), opened(folder):
        pass
    (folder / "BC.txt").unlink()
    (folder / "BC.txt").mkdir()
    with pytest.raises(Damaged, match="không phải của gói"), opened(folder):
        pass


def packed_by_hand(path, names):
    """A package in the very form the program uses, whatever its names are."""
    body, entries = b"", b""
    for name in names:
        member = Member(name, stamp_of(packages.MADE_AT), 0, 0, 0, len(body), False)
        body += member.head()
        entries += member.entry()
    count = len(names)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), len(body), 0)
    path.write_bytes(body + entries + end)
    return path


@pytest.mark.parametrize(
    "name",
    [
        *("../ra-ngoai.txt", "/etc/ra-ngoai", "C:ra-ngoai", "C:/x.txt", "a\\b.txt", "a/b.txt"),
        *("nul", "CON.txt", "com1.docx", "..", ".an", "a..b", "tên.txt", "x" * 101, "a.txt."),
    ],
)
def test_evil_names_are_refused_before_anything_is_read(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "goi.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(name, b"x")
        made.writestr("manifest.json", b"{}")
    before = sorted(os.walk(tmp_path.parent))
    with pytest.raises(Damaged), opened(path):
        pass
    if name.isascii():
        packed_by_hand(path, ["manifest.json", "manifest.sig", name])
        with pytest.raises(Damaged), opened(path):
            pass
    assert sorted(os.walk(tmp_path.parent)) == before


def test_a_name_twice_is_refused(tmp_path):
    path = packed_by_hand(tmp_path / "goi.zip", ["manifest.json", "a.txt", "A.txt"])
    with pytest.raises(Damaged), opened(path):
        pass


def test_other_files_are_no_packages(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("a.txt", b"x")
    Document().save(str(tmp_path / "a.docx"))
    (tmp_path / "b.zip").write_bytes(b"abc")
    (tmp_path / "c").mkdir()
    for name in ("a.zip", "a.docx", "b.zip", "c"):
        assert not is_package(tmp_path / name)
        with pytest.raises(BadFile, match="không phải là gói"), opened(tmp_path / name):
            pass
    with pytest.raises(NotFound), opened(tmp_path / "khong-co.zip"):
        pass


def test_a_package_of_a_newer_program_is_told_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr("ccb_desktop.domain.submissions.manifest.FORMAT", 2)
    source = packages.packing_of(tmp_path / "nguon", TEXTS)
    monkeypatch.undo()
    folder = Path(tmp_path / "moi")
    folder.mkdir()
    for name in TEXTS:
        (folder / name).write_bytes((tmp_path / "nguon" / name).read_bytes())
    (folder / "manifest.json").write_bytes(source.manifest)
    (folder / "manifest.sig").write_bytes(source.signature)
    with pytest.raises(BadFile, match="bản mới hơn"), opened(folder):
        pass
