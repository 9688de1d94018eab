"""Where a package goes: its name there, room for it, the writing, the draft of an e-mail."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ccb_desktop.documents.drives import free_bytes, list_drives, most_bytes
from ccb_desktop.documents.packages.email_draft import write_draft
from ccb_desktop.documents.packages.opening import is_package
from ccb_desktop.documents.packages.writing import Packing, write_folder, write_zip
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import BadFile, Conflict, DiskFull, Invalid
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.domain.submissions.manifest import Manifest
from ccb_desktop.domain.submissions.orders import Destination, package_name
from ccb_desktop.domain.submissions.package_names import MANIFEST_NAME, SIGNATURE_NAME

_MARGIN = 256 * 1024  # what a file system needs beside the files themselves
_MB = 1024 * 1024
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_MOST_NAMES = 1000
LARGE_MAIL = 20 * _MB
"""Above this many bytes most mail boxes refuse a message."""


class TargetTaken(Conflict):
    """A package of that name is there already."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, absolute, read back and found right.

    Attributes:
        place: The package.
        files: The files in its folder, or the packed file.
        draft: The draft of the e-mail.
    """

    place: Path
    files: tuple[Path, ...]
    draft: Path | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of it, the draft last."""
        return self.files if self.draft is None else (*self.files, self.draft)


def find_drives() -> list[Drive]:
    """The sticks that are in now."""
    return list_drives()


def check_address(address: str) -> None:
    """See that an e-mail address can be one.

    Raises:
        Invalid: It cannot; field `address`.
    """
    if address and not _ADDRESS.fullmatch(address):
        raise Invalid({"address": f"“{address}” không phải là địa chỉ thư. Ghi như ten@noi.vn."})


def target_of(branch: Branch, period: Period, destination: Destination, cut_off: date) -> Path:
    """Where a package goes.

    Raises:
        TargetTaken: One is there already, and is neither to be replaced nor to be avoided.
        BadFile: There are too many of that name.
    """
    ending = ".zip" if destination.is_one_file else ""
    for count in range(1, _MOST_NAMES):
        name = package_name(branch, period, cut_off, count)
        target = destination.folder / f"{name}{ending}"
        if not target.exists():
            return target
        if destination.replace and (is_package(target) or ending):
            return target
        if not destination.other_name:
            moment = datetime.fromtimestamp(target.stat().st_mtime)
            raise TargetTaken(
                f"Ở đó đã có “{target.name}”, ghi lúc {moment:%H:%M ngày %d/%m/%Y}. Chưa ghi gì "
                "cả. Hãy chọn ghi thay gói ấy, hoặc ghi thêm với tên khác."
            )
    raise BadFile("Ở đó đã có quá nhiều gói cùng tên. Hãy chọn thư mục khác.")


def check_room(destination: Destination, packing: Packing, target: Path) -> None:
    """See that there is room before anything is written; where nobody knows, writing will tell.

    Raises:
        DiskFull: There is too little, with how much there is and how much is needed.
        BadFile: A file is larger than the file system of the stick can hold.
    """
    free = free_bytes(destination.folder)
    needed = packing.size * (3 if destination.address else 1) + _MARGIN
    if free is not None and 0 <= free < needed:
        raise DiskFull(
            f"Chưa ghi được “{target.name}” vì nơi ghi đã đầy (còn {_told(free)}, cần "
            f"{_told(needed)}). Số liệu trong máy vẫn nguyên. Hãy xóa bớt tệp ở đó hoặc cắm USB "
            "khác, rồi bấm Ghi lại."
        )
    most = most_bytes(destination.folder)
    sizes = [one.size for one, _ in packing.files]
    largest = packing.size if destination.is_one_file else max(sizes)
    if most is not None and largest > most:
        raise BadFile(
            "USB này (kiểu FAT32) không chứa được tệp lớn hơn 4 GB. Số liệu trong máy vẫn nguyên. "
            "Hãy bớt tệp lớn ra khỏi gói, hoặc dùng USB khác."
        )


def _told(count: int) -> str:
    """`2 MB`, `640 KB`: free room rounded down, so that nothing is promised."""
    return f"{number(count // _MB)} MB" if count >= 10 * _MB else f"{number(count // 1024)} KB"


def write_package(
    branch: Branch,
    manifest: Manifest,
    packing: Packing,
    destination: Destination,
    target: Path,
    report: Tell,
) -> Written:
    """Write a package and the draft of its e-mail, read both back.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound, Invalid: As `safe_write.replacing`.
        BadFile: It is larger than a packed file can be.
        Stopped: The officer stopped it.
    """

    def told(done: int, whole: int) -> None:
        report(done // 1024, whole // 1024, "Đang ghi gói")

    if destination.is_one_file:
        packed = write_zip(packing, target, destination.password, told)
        files: tuple[Path, ...] = (packed.absolute(),)
    else:
        folder = write_folder(packing, target, told).absolute()
        names = [one.name for one, _ in packing.files]
        files = tuple(folder / name for name in (*names, MANIFEST_NAME, SIGNATURE_NAME))
    draft = None
    if destination.address:
        draft = _write_draft(branch, manifest, destination, target, files)
    return Written(target.absolute(), files, draft)


def _write_draft(
    branch: Branch,
    manifest: Manifest,
    destination: Destination,
    target: Path,
    files: tuple[Path, ...],
) -> Path:
    period = Period.parse(manifest.period).name
    subject = f"{branch.name}: Báo cáo {period}"
    listed = "\n".join(f"- {one.title}" for one in manifest.files)
    told = (
        "\nTệp đính kèm có mật khẩu; mật khẩu sẽ báo riêng qua điện thoại.\n"
        if destination.password
        else ""
    )
    body = (
        f"Kính gửi: {destination.recipient or branch.parent}\n\n"
        f"{branch.name} xin gửi báo cáo {period}, số liệu đến hết ngày "
        f"{short_date(manifest.cut_off)}, gồm:\n{listed}\n{told}\n"
        f"Trân trọng.\n{branch.name}\n"
    )
    draft = target.with_name(f"{target.name.removesuffix('.zip')}.eml")
    return write_draft(draft, destination.address, subject, body, files).absolute()
