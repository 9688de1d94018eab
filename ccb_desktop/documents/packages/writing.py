"""Writes a package, as a folder or as one packed file: whole, flushed, and read back."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyzipper

from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.documents.packages.zip_form import MOST_BYTES
from ccb_desktop.documents.safe_write import replacing, replacing_folder
from ccb_desktop.domain.errors import BadFile, Damaged, NotFound, ReadOnly, WrongPassword
from ccb_desktop.domain.submissions.manifest import FileRole, PackageFile
from ccb_desktop.domain.submissions.package_names import MANIFEST_NAME, SIGNATURE_NAME

_CHUNK = 1 << 20
_OFFICE = (".docx", ".xlsx", ".xlsm", ".docm")
_WRITTEN_WHEN = ("docProps/",)  # parts of Word and Excel files that tell when they were written

Report = Callable[[int, int], None]
"""Is told how much is done, of how much; raises to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """A package that is ready to be written.

    Attributes:
        manifest: The bytes of `manifest.json`.
        signature: The bytes of `manifest.sig`.
        stamp: Year, month, day, hour, minute, second of its making.
        files: What goes into it, and where each lies now.
        work: A folder of this PC for what is made on the way.
    """

    manifest: bytes
    signature: bytes
    stamp: tuple[int, int, int, int, int, int]
    files: tuple[tuple[PackageFile, Path], ...]
    work: Path

    @property
    def size(self) -> int:
        """Bytes that it needs at the most, with what a packed file adds."""
        more = len(self.manifest) + len(self.signature) + 512 * (len(self.files) + 3)
        return more + sum(file.size for file, _ in self.files)


def described(path: Path, name: str, role: FileRole, title: str) -> PackageFile:
    """What the manifest says of a file.

    Raises:
        NotFound: It is not there (any more).
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
        content = content_of(path) or digest
    except OSError as error:
        raise NotFound(
            f"Không đọc được tệp “{path}”. Số liệu trong máy vẫn nguyên. Hãy chọn lại tệp."
        ) from error
    return PackageFile(name=name, role=role, title=title, sha256=digest, size=size, content=content)


def content_of(path: Path) -> str:
    """Hash of what a Word or Excel file says, whenever it was written; empty for others."""
    if path.suffix.lower() not in _OFFICE:
        return ""
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(path) as package:
            for name in sorted(package.namelist()):
                if not name.startswith(_WRITTEN_WHEN):
                    digest.update(f"{name}\n".encode())
                    digest.update(hashlib.sha256(package.read(name)).digest())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError):
        return ""
    return digest.hexdigest()


def write_folder(packing: Packing, target: Path, report: Report) -> Path:
    """Write a package as a folder.

    Raises:
        Damaged: The medium did not keep what was written.
        FileInUse, DiskFull, ReadOnly, NotFound, Invalid: As `safe_write.replacing_folder`.
    """
    told = _Told(report, packing.size)

    def check(folder: Path) -> None:
        _read_back(folder, "", packing)

    with replacing_folder(target, MANIFEST_NAME, check) as folder:
        for name, source in _sources(packing):
            with (folder / name).open("wb") as out:
                _copy(source, out, told)
    return target


def write_zip(packing: Packing, target: Path, password: str, report: Report) -> Path:
    """Write a package as one file; with a password it is encrypted (AES, 256 bits).

    Raises:
        BadFile: It is larger than such a file, or a stick, can hold.
        Damaged: The medium did not keep what was written.
        FileInUse, DiskFull, ReadOnly, NotFound, Invalid: As `safe_write.replacing`.
    """
    if packing.size > MOST_BYTES:
        raise BadFile(
            "Gói nặng hơn 4 GB nên không đóng thành một tệp được. Hãy bớt tệp, hoặc ghi thành "
            "thư mục."
        )
    made = packing.work / f"{MANIFEST_NAME}.zip"  # no file of a package has this name
    told = _Told(report, 2 * packing.size)

    def check(file: Path) -> None:
        _read_back(file, password, packing)

    try:
        with replacing(made) as temporary:
            _pack(packing, temporary, password, told)
        # from end to end, without going back: some drivers of sticks know nothing else
        with replacing(target, check) as temporary, temporary.open("wb") as out:
            _copy(made, out, told)
    finally:
        made.unlink(missing_ok=True)
    check(target)
    return target


def _pack(packing: Packing, target: Path, password: str, told: "_Told") -> None:
    with target.open("wb") as file:
        package = pyzipper.AESZipFile(file, "w")
        try:
            if password:
                package.setencryption(pyzipper.WZ_AES, nbits=256)
                package.setpassword(password.encode())
            for name, source in _sources(packing):
                entry = package.zipinfo_cls(name, packing.stamp)
                entry.create_system = 0  # the same bytes on every system
                with package.open(entry, "w") as out:
                    _copy(source, out, told)
            package.close()
        finally:
            package.fp = None  # one that failed is not ended later, when nobody listens


def _sources(packing: Packing) -> Sequence[tuple[str, bytes | Path]]:
    """Every file by its name; the manifest first, so that it is found soon."""
    own: list[tuple[str, bytes | Path]] = [
        (MANIFEST_NAME, packing.manifest),
        (SIGNATURE_NAME, packing.signature),
    ]
    return [*own, *((file.name, path) for file, path in packing.files)]


class _Told:
    """Tells how far the writing is."""

    def __init__(self, report: Report, whole: int) -> None:
        self._report = report
        self._whole = whole
        self._done = 0

    def more(self, count: int) -> None:
        self._done += count
        self._report(min(self._done, self._whole), self._whole)


def _copy(source: bytes | Path, out: Any, told: _Told) -> None:
    if isinstance(source, bytes):
        out.write(source)
        told.more(len(source))
        return
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            out.write(chunk)
            told.more(len(chunk))


def _read_back(written: Path, password: str, packing: Packing) -> None:
    """See that the medium gives back what was written, every byte of it."""
    for file in written.iterdir() if written.is_dir() else (written,):
        forget_kept_pages(file)
    try:
        with opened(written, password) as package:
            same = package.manifest_sha256 == hashlib.sha256(packing.manifest).hexdigest()
    except (Damaged, BadFile, NotFound, WrongPassword) as error:
        raise _spoilt(written) from error
    if not same:
        raise _spoilt(written)


def _spoilt(written: Path) -> ReadOnly:
    return ReadOnly(
        f"Gói vừa ghi vào “{written.parent}” đọc lại không đúng (USB rút ra giữa chừng, hoặc USB "
        "hỏng) nên không được dùng. Số liệu trong máy còn nguyên. Hãy cắm lại hoặc đổi USB khác "
        "rồi ghi lại."
    )


def forget_kept_pages(file: Path) -> None:
    """Let the system read a file from the medium the next time, not from its memory."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is None:
        return  # Windows writes through to a stick that may be pulled out at any time
    handle = os.open(file, os.O_RDONLY)
    try:
        advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)
