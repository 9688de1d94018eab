"""A small fuzzer: inputs are changed by chance, and those that reach new lines are changed on."""

import io
import random
import sys
import zipfile
from collections.abc import Callable, Iterable

from tests.documents.reading.packages import pack

MOST_KEPT = 400
"""So many inputs that reached something new are changed on; the oldest are left."""

WORDS = (
    *(
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"<!DOCTYPE x>",
        b"<!ENTITY",
        b"\xff\xff\xff\xff",
    ),
    *(
        b"\x00\x00\x00\x00",
        b"../",
        b"]]>",
        b"&#0;",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xd0\xcf\x11\xe0",
    ),
    *(b"EncryptedPackage", b'"files":', b'"size": -1', b"1e999", b"\\ud800", b"[[[[", b"\x80"),
)


class Coverage:
    """Which steps from line to line a call took within some modules."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._files = frozenset(sys.modules[name].__file__ for name in modules)
        self.known: set[tuple[object, int, int]] = set()
        self._now: set[tuple[object, int, int]] = set()

    def of(self, call: Callable[[], None]) -> bool:
        """Do something; whether it took a step that nothing took before."""
        self._now = set()
        before = sys.gettrace()
        sys.settrace(self._enter)
        try:
            call()
        finally:
            sys.settrace(before)
            self._is_new = not self._now <= self.known
            self.known |= self._now
        return self._is_new

    def _enter(self, frame, _event, _given):
        if frame.f_code.co_filename not in self._files:
            return None
        code, last = frame.f_code, [0]

        def step(frame, event, _given):
            if event == "line":
                self._now.add((code, last[0], frame.f_lineno))
                last[0] = frame.f_lineno
            return step

        return step


class Fuzzer:
    """Changes inputs, and keeps those that reach something new.

    Attributes:
        tried: How many inputs were tried.
        told: How many of them were refused by a declared error.
    """

    def __init__(
        self,
        seeds: Iterable[bytes],
        take: Callable[[bytes], None],
        declared: type[Exception],
        modules: Iterable[str],
        dice: random.Random,
    ) -> None:
        self._kept = list(seeds)
        self._take, self._declared, self._dice = take, declared, dice
        self.coverage = Coverage(modules)
        self.tried = self.told = 0
        for seed in self._kept:
            self.try_one(seed)

    def run(self, count: int) -> None:
        """Try so many inputs; any error that is not declared is raised with its input."""
        for _ in range(count):
            changed = self._changed(self._dice.choice(self._kept))
            if self.try_one(changed):
                self._kept.append(changed)
                del self._kept[: len(self._kept) - MOST_KEPT]

    def try_one(self, content: bytes) -> bool:
        """Whether it reached something new."""
        self.tried += 1
        return self.coverage.of(lambda: self._call(content))

    def _call(self, content: bytes) -> None:
        try:
            self._take(content)
        except self._declared:
            self.told += 1
        except Exception as error:
            error.add_note(f"input: {content[:4000]!r}")
            raise

    def _changed(self, content: bytes) -> bytes:
        if content.startswith(b"PK") and self._dice.random() < 0.5:
            return self._with_changed_part(content)
        for _ in range(self._dice.choice((1, 1, 2, 4))):
            content = self._once_changed(content)
        return content

    def _with_changed_part(self, content: bytes) -> bytes:
        """A package that is whole, with other parts in it."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                parts = {
                    one.filename: package.read(one) for one in package.infolist() if one.filename
                }
        except Exception:  # it is no package any more
            return self._once_changed(content)
        if not parts:
            return self._once_changed(content)
        name = self._dice.choice(list(parts))
        how = self._dice.randrange(4)
        if how == 0:
            parts.pop(name)
        elif how == 1:
            renamed = self._once_changed(name.encode()).decode("latin-1")[:90]
            parts[renamed.split("\0")[0] or "x"] = parts.pop(name)  # zipfile cuts there as well
        else:
            parts[name] = self._once_changed(parts[name])
        return pack(parts, self._dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))

    def _once_changed(self, content: bytes) -> bytes:
        dice, length = self._dice, len(content)
        place = dice.randrange(length + 1)
        how = dice.randrange(7)
        if how == 0 and length:
            place = dice.randrange(length)
            flipped = bytes([content[place] ^ 1 << dice.randrange(8)])
            return content[:place] + flipped + content[place + 1 :]
        if how == 1:
            return content[:place] + dice.randbytes(dice.randrange(1, 9)) + content[place:]
        if how == 2:
            return content[:place] + content[place + dice.randrange(1, 40) :]
        if how == 3:
            return content[:place]
        if how == 4:
            other = dice.choice(self._kept)
            return content[:place] + other[dice.randrange(len(other) + 1) :]
        word = dice.choice(WORDS)
        end = place + len(word) if how == 5 else place
        return content[:place] + word + content[end:]
