"""A disk under the store that tells every call, and fails or loses power when it is told to.

SQLite reaches the system through a table of functions (a VFS), and each entry that changes a
file is one call to the system. Here the entries that write, shorten, flush and delete are
replaced, through the library's own interface and without any other tool: the call is noted,
refused with an error, or passed on. From the notes, crash images are made: what a disk may hold
when the power goes, with unflushed writes dropped, kept or torn at any sector.
"""

import ctypes
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3

SECTOR = 512
FULL = 13
FAILS = {"write": 778, "sync": 1034, "truncate": 1546, "delete": 2570}
"""What SQLite's functions answer when the system reports an I/O error."""

_C = ctypes
_FILE, _INT, _BIG, _PTR = _C.c_void_p, _C.c_int, _C.c_int64, _C.c_void_p
_Write = _C.CFUNCTYPE(_INT, _FILE, _PTR, _INT, _BIG)
_Truncate = _C.CFUNCTYPE(_INT, _FILE, _BIG)
_Sync = _C.CFUNCTYPE(_INT, _FILE, _INT)
_Open = _C.CFUNCTYPE(_INT, _PTR, _PTR, _FILE, _INT, _PTR)
_Delete = _C.CFUNCTYPE(_INT, _PTR, _PTR, _INT)
# Names go through as bare addresses: SQLite keeps more behind them and holds on to them.


class _Methods(ctypes.Structure):
    """SQLite's `sqlite3_io_methods`."""

    _fields_ = (
        ("version", _INT),
        ("close", _PTR),
        ("read", _PTR),
        ("write", _PTR),
        ("truncate", _PTR),
        ("sync", _PTR),
        ("others", _PTR * 13),
    )


class _Vfs(ctypes.Structure):
    """SQLite's `sqlite3_vfs`."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_name", _INT),
        ("next", _PTR),
        ("name", _C.c_char_p),
        ("data", _PTR),
        ("open", _PTR),
        ("delete", _PTR),
        ("others", _PTR * 14),
    )


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system, or (`kind` "confirmed") something the officer was told."""

    kind: str
    name: str
    place: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """In its block, every file that SQLite opens lies on this disk.

    Attributes:
        calls: Everything that was asked of it, in order.
        refuse: Asked before each call; anything but 0 is answered instead of doing it.
    """

    refuse: Callable[[Call], int] = lambda _call: 0
    calls: list[Call] = field(default_factory=list)

    def __enter__(self) -> "Disk":
        library = ctypes.CDLL(str(next(Path(sqlcipher3.__file__).parent.glob("_sqlite3*"))))
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        self._library = library
        self._real = library.sqlite3_vfs_find(None)
        self._real_vfs = _Vfs.from_address(self._real)
        self._names: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept = []
        self._vfs = _Vfs.from_buffer_copy(self._real_vfs)
        self._vfs.name = b"tried"
        self._vfs.open = self._callback(_Open, self._open)
        self._vfs.delete = self._callback(_Delete, self._delete)
        library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        return self

    def __exit__(self, *_error: object) -> None:
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
        self._library.sqlite3_vfs_register(ctypes.c_void_p(self._real), 1)

    def confirm(self, what: str) -> None:
        """Note that the officer was told something is kept."""
        self.calls.append(Call("confirmed", what))

    def _callback(self, kind, function) -> int:
        made = kind(function)
        self._kept.append(made)  # as long as SQLite may call it
        return ctypes.cast(made, ctypes.c_void_p).value

    def _asked(self, call: Call) -> int:
        answer = self.refuse(call)
        if not answer:
            self.calls.append(call)
        return answer

    def _open(self, _vfs, name, file, flags, out) -> int:
        answer = _Open(self._real_vfs.open)(self._real, name, file, flags, out)
        if answer == 0 and name:
            self._names[file] = _name_at(name)
            methods = ctypes.c_void_p.from_address(file)
            methods.value = ctypes.addressof(self._watched(methods.value))
        return answer

    def _delete(self, _vfs, name, flush_folder) -> int:
        answer = self._asked(Call("delete", _name_at(name)))
        return answer or _Delete(self._real_vfs.delete)(self._real, name, flush_folder)

    def _watched(self, address: int) -> _Methods:
        if address not in self._methods:
            real = _Methods.from_address(address)
            watched = _Methods.from_buffer_copy(real)
            write, truncate, sync = _Write(real.write), _Truncate(real.truncate), _Sync(real.sync)

            def on_write(file, data, length, place):
                call = Call("write", self._names[file], place, ctypes.string_at(data, length))
                return self._asked(call) or write(file, data, length, place)

            def on_truncate(file, size):
                return self._asked(Call("truncate", self._names[file], size)) or truncate(
                    file, size
                )

            def on_sync(file, flags):
                return self._asked(Call("sync", self._names[file])) or sync(file, flags)

            watched.write = self._callback(_Write, on_write)
            watched.truncate = self._callback(_Truncate, on_truncate)
            watched.sync = self._callback(_Sync, on_sync)
            self._methods[address] = watched
        return self._methods[address]


def _name_at(address: int) -> str:
    return Path(ctypes.string_at(address).decode()).name


# --- Crash images -----------------------------------------------------------------------


def image_after_power_cut(
    start: dict[str, bytes], calls: Sequence[Call], dice: random.Random
) -> dict[str, bytes]:
    """What the disk may hold when the power goes right after these calls.

    A flushed file holds everything written to it before the flush. Of what came after, each
    write is kept, lost, or kept in some of its sectors only, as the dice fall; the same for
    shortening a file. A new file may be missing until it is flushed for the first time.
    """
    held = {name: bytearray(content) for name, content in start.items()}
    waiting: dict[str, list[Call]] = {}
    for call in calls:
        if call.kind in ("write", "truncate"):
            waiting.setdefault(call.name, []).append(call)
        elif call.kind == "sync":
            content = held.setdefault(call.name, bytearray())
            for done in waiting.pop(call.name, ()):
                _apply(content, done)
        elif call.kind == "delete":
            held.pop(call.name, None)
            waiting.pop(call.name, None)
    odds = dice.choice((0.0, 0.2, 0.5, 0.8, 1.0))
    for name, unflushed in waiting.items():
        if name in held or dice.random() < odds:
            content = held.setdefault(name, bytearray())
            for call in unflushed:
                for part in _what_survives(call, odds, dice):
                    _apply(content, part)
    return {name: bytes(content) for name, content in held.items()}


def _what_survives(call: Call, odds: float, dice: random.Random) -> Iterator[Call]:
    if dice.random() < odds:
        yield call
    elif call.kind == "write" and dice.random() < 0.5:
        for start in range(0, len(call.data), SECTOR):
            if dice.random() < 0.5:
                torn = call.data[start : start + SECTOR]
                yield Call("write", call.name, call.place + start, torn)


def _apply(content: bytearray, call: Call) -> None:
    end = call.place + len(call.data)
    if call.kind == "truncate":
        del content[call.place :]
        return
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[call.place : end] = call.data
