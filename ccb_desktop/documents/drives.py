"""The sticks at this PC: name, free room, kind of file system."""

import ctypes
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from ccb_desktop.domain.submissions.drives import Drive

_FAT = ("fat", "vfat", "msdos", "fat32", "fat16", "fusefat", "fuse.fusefat")
_PLACES_OF_STICKS = ("/media/", "/run/media/", "/mnt/usb")
_MOST_FAT_BYTES = 4 * 1024**3 - 1


def list_drives() -> list[Drive]:
    """The sticks that are in now; one that is pulled out meanwhile is left out."""
    found = []
    for partition in psutil.disk_partitions(all=os.name != "nt"):
        if _is_removable(partition):
            free = free_bytes(Path(partition.mountpoint))
            if free is not _AWAY:
                found.append(_drive(partition, free))
    return found


_AWAY = -1


def free_bytes(folder: Path) -> int | None:
    """Free bytes where a folder lies; `None` where nobody knows, −1 where it is not there.

    Some file systems tell that nothing at all is free while there is room.
    """
    try:
        known = shutil.disk_usage(folder)
    except OSError:
        return _AWAY
    if known.free == 0 and known.used == 0:
        return None
    return known.free


def most_bytes(folder: Path) -> int | None:
    """The largest file that the file system of a folder can hold, where that is little."""
    return _MOST_FAT_BYTES if _file_system(folder).lower() in _FAT else None


def _file_system(folder: Path) -> str:
    place = folder.absolute()
    holding: Sequence[Any] = [
        one
        for one in psutil.disk_partitions(all=True)
        if place == Path(one.mountpoint) or Path(one.mountpoint) in place.parents
    ]
    nearest = max(holding, key=lambda one: len(one.mountpoint), default=None)
    return str(nearest.fstype) if nearest is not None else ""


def _drive(partition: Any, free: int | None) -> Drive:
    path = Path(partition.mountpoint)
    return Drive(
        path=path,
        label=_label(path),
        free=free,
        file_system=partition.fstype.removeprefix("fuse.").upper(),
        read_only="ro" in partition.opts.split(","),
    )


def _is_removable(partition: Any) -> bool:
    if os.name == "nt":
        return "removable" in partition.opts.split(",")
    if partition.mountpoint.startswith(_PLACES_OF_STICKS):
        return True
    device = Path(partition.device).name
    return partition.device.startswith("/dev/") and _is_stick(device)


def _is_stick(device: str) -> bool:
    """What the system knows of the disk that a partition is on."""
    place = Path("/sys/class/block", device).resolve()
    for folder in (place, place.parent):
        try:
            if (folder / "removable").read_text(encoding="ascii").strip() == "1":
                return True
        except OSError:
            continue
    return False


def _label(path: Path) -> str:
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return path.name
    name = ctypes.create_unicode_buffer(261)
    known = windows.kernel32.GetVolumeInformationW(
        *(str(path), name, len(name), None, None, None, None, 0)
    )
    return name.value if known else ""
