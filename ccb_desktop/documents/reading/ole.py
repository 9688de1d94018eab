"""Takes one stream out of a file of the old compound format, as .xls is."""

import struct

_END = 0xFFFFFFF0  # from here on a sector number means "none"
_ENTRY_BYTES = 128


class NotCompound(ValueError):  # noqa: N818 (it says what the bytes are)
    """The bytes do not hold together as a compound file."""


def read_stream(content: bytes, *names: str) -> bytes:
    """The stream of the first of these names that the file has.

    Raises:
        NotCompound: There is none, or the file is spoilt.
    """
    try:
        return _Compound(content).stream(names)
    except (struct.error, IndexError) as error:
        raise NotCompound("cut short") from error


class _Compound:
    """The sectors of a compound file, chained by its allocation table."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 0x1E)
        if shift not in (9, 12) or mini_shift != 6:
            raise NotCompound("odd sectors")
        self._size = 1 << shift
        self._mini_size = 1 << mini_shift
        (self._directory,) = struct.unpack_from("<L", content, 0x30)
        self._mini_bound, self._mini_table = struct.unpack_from("<LL", content, 0x38)
        self._next = self._table()

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _table(self) -> list[int]:
        """For every sector the one that follows it."""
        listed = list(struct.unpack_from("<109L", self._content, 0x4C))
        more, count = struct.unpack_from("<LL", self._content, 0x44)
        per_sector = self._size // 4
        for _ in range(min(count, len(self._content) // self._size)):
            if more >= _END:
                break
            numbers = struct.unpack(f"<{per_sector}L", self._sector(more))
            listed += numbers[:-1]
            more = numbers[-1]
        joined = b"".join(self._sector(number) for number in listed if number < _END)
        return list(struct.unpack(f"<{len(joined) // 4}L", joined[: len(joined) // 4 * 4]))

    def _chain(self, first: int) -> bytes:
        """All sectors from one on."""
        number = first
        parts: list[bytes] = []
        while number < _END:
            parts.append(self._sector(number))
            if len(parts) > len(self._next):
                raise NotCompound("a chain without end")
            number = self._next[number]
        return b"".join(parts)

    def stream(self, names: tuple[str, ...]) -> bytes:
        """The stream of the first of these names."""
        directory = self._chain(self._directory)
        entries: dict[str, tuple[int, int]] = {}
        root = 0
        for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<LL", directory, at + 116)
            entries.setdefault(name.lower(), (first, size))
            root = first if kind == 5 else root
        found = next((entries[name.lower()] for name in names if name.lower() in entries), None)
        if found is None:
            raise NotCompound("no such stream")
        first, size = found
        whole = self._chain(first) if size >= self._mini_bound else self._mini_chain(first, root)
        return whole[:size]

    def _mini_chain(self, first: int, root: int) -> bytes:
        """A small stream, kept in pieces of the root's."""
        container = self._chain(root)
        table = self._chain(self._mini_table)
        following = struct.unpack(f"<{len(table) // 4}L", table[: len(table) // 4 * 4])
        number = first
        parts: list[bytes] = []
        while number < _END and len(parts) <= len(following):
            parts.append(container[number * self._mini_size : (number + 1) * self._mini_size])
            number = following[number]
        return b"".join(parts)
