"""Where a live store may lie: on a disk of this PC, not on a stick, a network or in a cloud."""

import ctypes
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePath

import psutil

from ccb_desktop.domain.errors import UnsafePlace


class Danger(StrEnum):
    """Why a store would be lost or torn in a place."""

    REMOVABLE = "REMOVABLE"
    NETWORK = "NETWORK"
    SYNCED = "SYNCED"


_REASONS = {
    Danger.REMOVABLE: "nằm trên USB hoặc ổ tháo rời, rút ra giữa chừng là hỏng sổ",
    Danger.NETWORK: "nằm trên ổ mạng, mạng chập chờn là hỏng sổ",
    Danger.SYNCED: "nằm trong thư mục đồng bộ (OneDrive, Google Drive …), phần mềm đồng bộ có "
    "thể ghi đè lên sổ",
}

_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs"),
    }
)
_SYNCED_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "iclouddrive")
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_MOUNTS_OF_STICKS = ("/media/", "/run/media/")

_WINDOWS_DRIVE_TYPES = {2: Danger.REMOVABLE, 4: Danger.NETWORK, 5: Danger.REMOVABLE}
# GetDriveTypeW: 2 removable, 4 remote, 5 CD.


def check_place(folder: Path) -> None:
    """See that a live store may lie in a folder.

    Raises:
        UnsafePlace: It may not; the sentence says why and what to do.
    """
    danger = danger_of(folder)
    if danger is not None:
        raise UnsafePlace(
            f"Thư mục số liệu {folder} {_REASONS[danger]}. Số liệu trong đó vẫn nguyên. "
            "Hãy chép số liệu vào máy này rồi mở; USB và ổ mạng chỉ dùng để cất bản sao lưu."
        )


def danger_of(folder: Path) -> Danger | None:
    """What is dangerous about a folder, which need not be there yet; `None` for a good place."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100 (resolve() would follow mapped drives)
    if is_synced(place):
        return Danger.SYNCED
    if sys.platform == "win32":
        return danger_of_drive(place, ctypes.windll.kernel32.GetDriveTypeW(place.anchor))
    return danger_of_mount(place, mounts())


def is_synced(place: PurePath) -> bool:
    """Whether a path lies in a folder that a cloud program keeps in step."""
    for variable in _ONEDRIVE_VARIABLES:
        root = os.environ.get(variable)
        if root and place.is_relative_to(root):
            return True
    return any(part.casefold().startswith(_SYNCED_FOLDERS) for part in place.parts)


def mounts() -> Iterator[tuple[str, str, bool]]:
    """Where each medium is attached, its type, and whether it can be taken out."""
    for part in psutil.disk_partitions(all=True):
        yield part.mountpoint, part.fstype, _is_removable_device(part.device)


def danger_of_mount(place: PurePath, found: Iterator[tuple[str, str, bool]]) -> Danger | None:
    """What is dangerous about the medium on which a path lies."""
    holding = [mount for mount in found if place.is_relative_to(mount[0])]
    if not holding:
        return None
    mountpoint, kind, removable = max(holding, key=lambda mount: len(mount[0]))
    if kind.lower() in _NETWORK_TYPES:
        return Danger.NETWORK
    if mountpoint == "/":
        return None  # the PC itself runs from it
    if removable or f"{mountpoint}/".startswith(_MOUNTS_OF_STICKS):
        return Danger.REMOVABLE
    return None


def danger_of_drive(place: PurePath, drive_type: int) -> Danger | None:
    """What is dangerous about a drive of Windows, whose type GetDriveTypeW tells."""
    if place.anchor.startswith("\\\\"):
        return Danger.NETWORK
    return _WINDOWS_DRIVE_TYPES.get(drive_type)


def _is_removable_device(device: str) -> bool:
    disk = Path(device).name.rstrip("0123456789")
    try:
        return Path("/sys/block", disk, "removable").read_text().strip() == "1"
    except (OSError, ValueError):
        return False
