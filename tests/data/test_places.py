"""Which folders a live store may lie in."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ccb_desktop.data import places
from ccb_desktop.data.places import Danger, danger_of, danger_of_drive, danger_of_mount, is_synced
from ccb_desktop.domain.errors import UnsafePlace

MOUNTS = [
    ("/", "ext4", False),
    ("/home", "ext4", False),
    ("/media/ba/USB", "vfat", False),
    ("/mnt/stick", "exfat", True),
    ("/mnt/office", "cifs", False),
    ("/home/ba/share", "nfs4", False),
]


@pytest.mark.parametrize(
    ("folder", "danger"),
    [
        ("/home/ba/CCB", None),
        ("/var/lib/ccb", None),
        ("/media/ba/USB/CCB", Danger.REMOVABLE),
        ("/mnt/stick", Danger.REMOVABLE),
        ("/mnt/office/CCB", Danger.NETWORK),
        ("/home/ba/share/CCB", Danger.NETWORK),
        ("/home/ba/shared", None),
    ],
)
def test_the_medium_decides(folder, danger):
    assert danger_of_mount(PurePosixPath(folder), iter(MOUNTS)) is danger


def test_the_disk_the_pc_runs_from_is_good_even_if_it_can_be_taken_out():
    assert danger_of_mount(PurePosixPath("/home/ba"), iter([("/", "ext4", True)])) is None


def test_no_mounts_known_is_no_danger():
    assert danger_of_mount(PurePosixPath("/home/ba"), iter([])) is None


@pytest.mark.parametrize(
    ("folder", "drive_type", "danger"),
    [
        ("C:\\CCB", 3, None),
        ("E:\\CCB", 2, Danger.REMOVABLE),
        ("D:\\", 5, Danger.REMOVABLE),
        ("Z:\\CCB", 4, Danger.NETWORK),
        ("\\\\may-chu\\chung\\CCB", 1, Danger.NETWORK),
    ],
)
def test_the_drive_of_windows_decides(folder, drive_type, danger):
    assert danger_of_drive(PureWindowsPath(folder), drive_type) is danger


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("C:\\Users\\Ba\\OneDrive\\CCB", True),
        ("C:\\Users\\Ba\\OneDrive - Phuong An Binh\\CCB", True),
        ("C:\\Users\\Ba\\Google Drive\\CCB", True),
        ("C:\\Users\\Ba\\Dropbox\\CCB", True),
        ("C:\\Users\\Ba\\AppData\\Local\\CCB Desktop", False),
        ("C:\\Tai lieu\\CCB", False),
    ],
)
def test_the_name_of_a_synced_folder_tells(folder, synced):
    assert is_synced(PureWindowsPath(folder)) is synced


def test_onedrive_may_have_another_name(monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", "/home/ba/Tai lieu chung")
    assert is_synced(PurePosixPath("/home/ba/Tai lieu chung/CCB"))
    assert not is_synced(PurePosixPath("/home/ba/CCB"))


def test_this_machine_has_a_good_place(tmp_path):
    assert danger_of(tmp_path / "not there yet") is None
    assert any(mountpoint == "/" for mountpoint, _, _ in places.mounts())


@pytest.mark.parametrize("danger", Danger)
def test_the_sentence_says_why_and_what_to_do(monkeypatch, danger):
    monkeypatch.setattr(places, "danger_of", lambda _folder: danger)
    with pytest.raises(UnsafePlace, match="chép số liệu vào máy này"):
        places.check_place(Path("CCB"))
