"""Sticks are found, and what is not known of them is not made up."""

import shutil
from collections import namedtuple

import psutil
import pytest

from ccb_desktop.documents import drives

Partition = namedtuple("Partition", "device mountpoint fstype opts")
Usage = namedtuple("Usage", "total used free")


def test_sticks_are_listed_and_other_disks_are_not(tmp_path, monkeypatch):
    monkeypatch.setattr(drives, "_PLACES_OF_STICKS", (f"{tmp_path}/media/",))
    stick = tmp_path / "media" / "KINGSTON"
    stick.mkdir(parents=True)
    found = [
        Partition("/dev/sdz1", str(stick), "vfat", "ro,nosuid"),
        Partition("/dev/sdz2", str(tmp_path / "media" / "da-rut"), "vfat", "rw"),
        Partition("/dev/none1", "/", "ext4", "rw"),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: found)
    [drive] = drives.list_drives()
    assert (drive.path, drive.label, drive.file_system) == (stick, "KINGSTON", "VFAT")
    assert drive.read_only
    assert drives.most_bytes(stick / "goi") == 4 * 1024**3 - 1
    assert drives.most_bytes(tmp_path) is None


@pytest.mark.parametrize(
    ("usage", "free"),
    [(Usage(0, 0, 0), None), (Usage(100, 100, 0), 0), (Usage(100, 40, 60), 60)],
)
def test_free_room_is_told_only_where_it_is_known(tmp_path, monkeypatch, usage, free):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert drives.free_bytes(tmp_path) == free


def test_a_folder_that_is_gone_has_no_room(tmp_path):
    assert drives.free_bytes(tmp_path / "da-rut") == -1
