"""Opens a package, a folder or one packed file, after every byte of it has been checked.

with opened(path, password) as package:
package.manifest.branch, package.read("PL-6T-2026.xlsx")
"""

import hashlib
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

import pyzipper

from ccb_desktop.documents.packages.signing import is_signed
from ccb_desktop.documents.packages.zip_form import ALTERED, Member, read_members, stamp_of
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import BadFile, Damaged, NotFound, WrongPassword
from ccb_desktop.domain.submissions.manifest import MOST_BYTES, Manifest, read_manifest, signer_of
from ccb_desktop.domain.submissions.package_names import MANIFEST_NAME, SIGNATURE_NAME, is_safe

_CHUNK = 1 << 20
_MOST_SIGNATURE = 1024
_SPOILT = (zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, EOFError, ValueError)


class _Members(Protocol):
    """The files of a package as they lie there."""

    encrypted: bool

    def sizes(self) -> Mapping[str, int]:
        """Name of each → its bytes."""

    def open(self, name: str) -> BinaryIO:
        """One file from its beginning."""


class OpenPackage:
    """A package whose every byte was found to be what its branch signed.

    Attributes:
        path: Where it lies.
        manifest: What it says of itself.
        manifest_sha256: Of the bytes of `manifest.json`.
        sha256: Of the packed file; of a folder, of its manifest.
        encrypted: Whether a password guards it.
    """

    def __init__(self, path: Path, members: _Members) -> None:
        """Check everything; errors as `opened`."""
        self.path = path
        self.manifest, self.manifest_sha256 = _checked(members)
        self.sha256 = self.manifest_sha256 if path.is_dir() else _hash_of_file(path)
        self.encrypted = members.encrypted
        self._members = members

    def read(self, name: str) -> bytes:
        """The bytes of one file of the manifest, checked once more.

        Raises:
            Damaged: It has changed since the package was opened, or the medium failed.
        """
        wanted = self.manifest.file(name)
        with _reading(self.path), self._members.open(name) as file:
            content = file.read(wanted.size + 1)
        if hashlib.sha256(content).hexdigest() != wanted.sha256:
            raise Damaged(ALTERED)
        return content

    def take_out(self, name: str, folder: Path) -> Path:
        """Write one file of the manifest into a folder; errors as `read` and `replacing`."""
        target = folder / self.manifest.file(name).name
        write_bytes(target, self.read(name))
        return target


@contextmanager
def opened(path: Path, password: str = "") -> Iterator[OpenPackage]:
    """Open a package after checking it whole.

    Args:
        path: The packed file, the folder, or the manifest in the folder.
        password: Of a packed package that is guarded by one.

    Raises:
        NotFound: There is nothing.
        BadFile: It is no package of this program, or of a newer one.
        WrongPassword: It needs a password, or another one.
        Damaged: Something in it was changed, is missing, or is there that does not belong.
    """
    if path.name == MANIFEST_NAME:
        path = path.parent
    with ExitStack() as held:
        members = _members(path, password, held)
        with _reading(path):
            package = OpenPackage(path, members)
        yield package


def is_package(path: Path) -> bool:
    """Whether something looks like a package, so that it is worth opening as one."""
    if path.is_dir():
        return (path / MANIFEST_NAME).is_file()
    try:
        with path.open("rb") as file:
            return any(one.name == MANIFEST_NAME for one in read_members(file))
    except (OSError, Damaged):
        return path.name == MANIFEST_NAME and path.is_file()


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Tell what the medium or the packing say in words."""
    try:
        yield
    except OSError as error:
        raise Damaged(
            f"Không đọc được hết “{path.name}” (USB rút ra, hoặc ổ đĩa có lỗi). Số liệu trong máy "
            "vẫn nguyên. Hãy cắm lại, hoặc chép lại gói từ nơi gửi."
        ) from error
    except _SPOILT as error:
        raise Damaged(ALTERED) from error


def _members(path: Path, password: str, held: ExitStack) -> _Members:
    with _reading(path):
        is_folder, is_there = path.is_dir(), path.is_file()
    if is_folder:
        with _reading(path):
            return _Folder(path)
    if not is_there:
        raise NotFound(f"Không thấy “{path}”. Hãy xem lại tên, hoặc cắm lại USB.")
    with _reading(path):
        file = held.enter_context(path.open("rb"))
        if file.read(4) != b"PK\3\4":
            raise BadFile(_NO_PACKAGE.format(name=path.name))
        if not _names_manifest(file):
            raise BadFile(_NO_PACKAGE.format(name=path.name))
        members = read_members(file)
    if MANIFEST_NAME not in {one.name for one in members}:
        raise BadFile(_NO_PACKAGE.format(name=path.name))
    return _Packed(file, members, password, held)


def _names_manifest(file: BinaryIO) -> bool:
    """Whether a manifest is named at the beginning or the end, as in a package spoilt between."""
    size = file.seek(0, 2)
    wanted = MANIFEST_NAME.encode("ascii")
    for start in (0, max(0, size - _CHUNK)):
        file.seek(start)
        if wanted in file.read(_CHUNK):
            return True
    return False


_NO_PACKAGE = "“{name}” không phải là gói báo cáo của chương trình này. Hãy chọn lại."


class _Folder:
    """A package that lies open in a folder."""

    encrypted = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not (folder / MANIFEST_NAME).is_file():
            raise BadFile(_NO_PACKAGE.format(name=folder.name))

    def sizes(self) -> Mapping[str, int]:
        found = {}
        for file in self._folder.iterdir():
            known = file.lstat()
            if not stat.S_ISREG(known.st_mode) or not is_safe(file.name):
                raise Damaged(
                    f"Trong thư mục của gói có “{file.name[:60]!a}” không phải của gói. "
                    "Chương trình không dùng gói này. Hãy chép lại gói từ nơi gửi."
                )
            found[file.name] = known.st_size
        return found

    def open(self, name: str) -> BinaryIO:
        follow = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(self._folder / name, os.O_RDONLY | follow), "rb")


class _Packed:
    """A package in one file."""

    def __init__(
        self, file: BinaryIO, members: list[Member], password: str, held: ExitStack
    ) -> None:
        self.encrypted = members[0].encrypted
        self.stamps = {one.stamp for one in members}
        self._sizes = {one.name: one.size for one in members}
        file.seek(0)
        self._zip = held.enter_context(pyzipper.AESZipFile(file))
        if self.encrypted:
            self._check_password(password)

    def _check_password(self, password: str) -> None:
        if not password:
            raise WrongPassword("Gói này có mật khẩu. Hãy ghi mật khẩu mà nơi gửi đã báo.")
        self._zip.setpassword(password.encode(errors="replace"))
        try:
            self._zip.open(MANIFEST_NAME).close()
        except RuntimeError as error:
            raise WrongPassword(
                "Mật khẩu của gói chưa đúng. Hãy hỏi lại nơi gửi, chú ý chữ hoa và chữ thường."
            ) from error

    def sizes(self) -> Mapping[str, int]:
        return self._sizes

    def open(self, name: str) -> BinaryIO:
        try:
            found: BinaryIO = self._zip.open(name)
        except RuntimeError as error:  # the check of the password of this file was changed
            raise Damaged(ALTERED) from error
        return found


def _checked(members: _Members) -> tuple[Manifest, str]:
    """The manifest, once everything was held against it; and its hash."""
    sizes = members.sizes()
    content = _small(members, MANIFEST_NAME, sizes, MOST_BYTES)
    signature = _small(members, SIGNATURE_NAME, sizes, _MOST_SIGNATURE)
    if not is_signed(signer_of(content), content, signature):
        raise Damaged(ALTERED)
    manifest = read_manifest(content)
    if isinstance(members, _Packed) and members.stamps != {stamp_of(manifest.made_at)}:
        raise Damaged(ALTERED)
    wanted = {one.name: one.size for one in manifest.files}
    there = {name: size for name, size in sizes.items() if name not in _OWN}
    if there != wanted:
        raise Damaged(_differences(wanted, there))
    for one in manifest.files:
        with members.open(one.name) as file:
            if _hash_of(file) != one.sha256:
                raise Damaged(f"Tệp “{one.name}” trong gói đã bị thay đổi. {ALTERED}")
    return manifest, hashlib.sha256(content).hexdigest()


_OWN = frozenset({MANIFEST_NAME, SIGNATURE_NAME})


def _small(members: _Members, name: str, sizes: Mapping[str, int], most: int) -> bytes:
    if name not in sizes or sizes[name] > most:
        raise Damaged(f"Gói thiếu tệp “{name}”. {ALTERED}")
    with members.open(name) as file:
        return file.read(most + 1)


def _differences(wanted: Mapping[str, int], there: Mapping[str, int]) -> str:
    missing = sorted(wanted.keys() - there.keys())
    extra = sorted(there.keys() - wanted.keys())
    said = [f"Gói thiếu tệp: {', '.join(missing)}."] if missing else []
    said += [f"Gói có tệp lạ: {', '.join(extra)}."] if extra else []
    return " ".join([*said, ALTERED])


def _hash_of(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _hash_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return _hash_of(file)
