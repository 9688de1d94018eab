"""A copy of the books behind a password: one file, packed with AES and stored as it is."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyzipper

from ccb_desktop.domain.errors import Damaged, WrongPassword

_CHUNK = 1 << 20
_MOST_BYTES = 64 * 1024**3
_SPOILT = (pyzipper.BadZipFile, EOFError, ValueError)
_ALTERED = (
    "Bản sao niêm phong đã bị thay đổi hoặc chép chưa hết nên không dùng được. Số liệu trong máy "
    "không đổi. Hãy chép lại từ USB bàn giao, hoặc xin người giao ghi lại bộ khác."
)


def seal_copy(files: Sequence[Path], target: Path, password: str) -> Path:
    """Pack some files behind a password (AES, 256 bits), each by its own name."""
    with pyzipper.AESZipFile(target, "w") as packed:
        packed.setencryption(pyzipper.WZ_AES, nbits=256)
        packed.setpassword(password.encode())
        for file in files:
            packed.write(file, file.name)
    return target


def unseal_copy(sealed: Path, password: str, names: Sequence[str], folder: Path) -> list[Path]:
    """Take certain files out of a sealed copy into a folder; nothing else of it is unpacked.

    Raises:
        WrongPassword: None was given, or another one.
        Damaged: It was changed, or is none.
    """
    if not password:
        raise WrongPassword("Bản sao trong bộ này có mật khẩu. Hãy ghi mật khẩu người giao đã báo.")
    try:
        with pyzipper.AESZipFile(sealed) as packed:
            packed.setpassword(password.encode(errors="replace"))
            return [_take_out(packed, name, folder) for name in names]
    except RuntimeError as error:  # so the library tells of a wrong password
        raise WrongPassword(
            "Mật khẩu chưa đúng. Hãy hỏi lại người giao, chú ý chữ hoa và chữ thường. Số liệu "
            "trong máy không đổi."
        ) from error
    except (*_SPOILT, KeyError) as error:
        raise Damaged(_ALTERED) from error


def _take_out(packed: Any, name: str, folder: Path) -> Path:
    found = packed.getinfo(name)
    if found.compress_type != pyzipper.ZIP_STORED or found.file_size > _MOST_BYTES:
        raise Damaged(_ALTERED)
    target = folder / name
    with packed.open(found) as source, target.open("wb") as out:
        shutil.copyfileobj(source, out, _CHUNK)
    return target
