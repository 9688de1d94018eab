"""The one form a packed package has: every byte of it follows from its files, or is one of them.

Files are stored as they are (Word and Excel are packed already), by plain names, one behind the
other. So a changed byte anywhere is found, and nothing that is read can swell when unpacked.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from ccb_desktop.domain.errors import Damaged
from ccb_desktop.domain.submissions.manifest import MOST_FILES
from ccb_desktop.domain.submissions.package_names import is_safe

MOST_BYTES = 4 * 1024**3 - 1024**2
"""The largest packed package: what the form has room for, and what FAT32 can hold."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_AES_METHOD = 99
_AES_EXTRA = struct.pack("<3H2sBH", 0x9901, 7, 2, b"AE", 3, 0)
_ATTRIBUTES = 0o600 << 16
_AES_MORE = 16 + 2 + 10  # salt, check of the password, seal of the content

ALTERED = (
    "Gói đã bị thay đổi hoặc chép chưa hết nên không dùng được. Số liệu trong máy không bị ảnh "
    "hưởng. Hãy xin nơi gửi chép lại gói."
)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a packed package.

    Attributes:
        stamp: Date and time, as zip files keep them.
        crc: Sum of its bytes; 0 where it is encrypted, for then it has a seal of its own.
        packed: Its bytes in the package.
        offset: Where its head begins.
    """

    name: str
    stamp: tuple[int, int]
    crc: int
    packed: int
    size: int
    offset: int
    encrypted: bool

    @property
    def end(self) -> int:
        """Where its bytes end."""
        return self.offset + len(self.head()) + self.packed

    def head(self) -> bytes:
        """What stands before its bytes."""
        fields = (b"PK\3\4", _VERSION, *self._shared(), len(self.name), len(self._extra))
        return _LOCAL.pack(*fields) + self.name.encode("ascii") + self._extra

    def entry(self) -> bytes:
        """What stands of it in the list at the end."""
        fields = (
            *(b"PK\1\2", _VERSION, _VERSION, *self._shared()),
            *(len(self.name), len(self._extra), 0, 0, 0, _ATTRIBUTES, self.offset),
        )
        return _CENTRAL.pack(*fields) + self.name.encode("ascii") + self._extra

    def _shared(self) -> tuple[int, ...]:
        method = _AES_METHOD if self.encrypted else 0
        hour, day = self.stamp
        return (int(self.encrypted), method, hour, day, self.crc, self.packed, self.size)

    @property
    def _extra(self) -> bytes:
        return _AES_EXTRA if self.encrypted else b""


def stamp_of(moment: datetime) -> tuple[int, int]:
    """A moment as zip files keep it, to two seconds."""
    day = (moment.year - 1980) << 9 | moment.month << 5 | moment.day
    return (moment.hour << 11 | moment.minute << 5 | moment.second // 2, day)


def read_members(file: BinaryIO) -> list[Member]:
    """The files of a packed package; nothing of them is unpacked.

    Raises:
        Damaged: It is not exactly what this program writes, in some byte beside the files' own.
    """
    size = file.seek(0, 2)
    if size < _END.size:
        raise Damaged(ALTERED)
    end = _read(file, size - _END.size, _END.size)
    signature, _, _, _, count, length, start, _ = _END.unpack(end)
    wanted = _END.pack(b"PK\5\6", 0, 0, count, count, length, start, 0)
    if signature != b"PK\5\6" or end != wanted or not 0 < count <= MOST_FILES + 2:
        raise Damaged(ALTERED)
    if length > (MOST_FILES + 2) * 256 or start + length + _END.size != size:
        raise Damaged(ALTERED)
    members = list(_entries(_read(file, start, length), count))
    offset = 0
    for member in members:
        if member.offset != offset or _read(file, offset, len(member.head())) != member.head():
            raise Damaged(ALTERED)
        offset = member.end
    names = {member.name.lower() for member in members}
    if offset != start or len(names) < count or len({m.encrypted for m in members}) > 1:
        raise Damaged(ALTERED)
    return members


def _entries(listed: bytes, count: int) -> Iterator[Member]:
    place = 0
    for _ in range(count):
        head = listed[place : place + _CENTRAL.size]
        if len(head) < _CENTRAL.size:
            raise Damaged(ALTERED)
        found = _CENTRAL.unpack(head)
        letters = listed[place + _CENTRAL.size :][: found[10]]
        name = letters.decode("ascii", "replace")
        member = Member(
            name=name,
            stamp=(found[5], found[6]),
            crc=found[7],
            packed=found[8],
            size=found[9],
            offset=found[16],
            encrypted=bool(found[3]),
        )
        _check(member)
        if listed[place : place + len(member.entry())] != member.entry():
            raise Damaged(ALTERED)
        place += len(member.entry())
        yield member
    if place != len(listed):
        raise Damaged(ALTERED)


def _check(member: Member) -> None:
    if not is_safe(member.name):
        raise Damaged(
            f"Trong gói có tên tệp không an toàn ({member.name[:60]!a}), có thể là gói phá "
            "hoại. Chương trình không mở gói này. Hãy hỏi lại nơi gửi."
        )
    more = _AES_MORE if member.encrypted else 0
    if member.packed != member.size + more or (member.encrypted and member.crc):
        raise Damaged(ALTERED)


def _read(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    return file.read(length)
