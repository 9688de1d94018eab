"""What a package says of itself: whose it is, of which period, its figures, its files."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.submissions.package_names import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    is_safe,
)

Parsed = TypeVar("Parsed")

FORMAT = 1
"""The newest form of the manifest that this program writes and reads."""

MOST_BYTES = 4 * 1024 * 1024
"""The largest manifest that is read."""

MOST_FILES = 200


class FileRole(StrEnum):
    """What a file in a package is."""

    REPORT = "report"
    ANNEX = "annex"
    LIST = "list"
    DATA = "data"
    """The data workbook, which another branch can take in."""
    FORM = "form"
    """A filled form of the superior."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """One file of a package.

    Attributes:
        name: Its safe name (`package_names.is_safe`).
        title: What an officer calls it.
        sha256: Of its bytes.
        size: In bytes.
        content: Hash of what it says, whenever it was written; equal to `sha256` where a file
            is nothing but its bytes.
    """

    name: str
    role: FileRole
    title: str
    sha256: str
    size: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in `manifest.json`.

    Attributes:
        program: Name and version of the program that wrote it.
        branch: Name of the branch.
        parent: The superior as the branch calls it.
        practice: Whether it is of a practice branch, whose people are not real.
        kind: Kind of the report, as the command line calls it.
        period: Code of the period: `2026-H1`.
        cut_off: Last day counted.
        made_at: When it was made.
        masked: Whether CCCD and phone numbers in its lists are masked.
        figures: By code of the indicator, as the command `figures` gives them.
        files: Everything in the package but manifest and signature.
        content_sha256: Of what the whole package says (`content_hash`).
        chain_number: Number of the last act in the history of the branch.
        chain_hash: Its hash, which anchors the history.
        public_key: Ed25519 key of the branch, in hexadecimal digits.
    """

    program: str
    branch: str
    parent: str
    practice: bool
    kind: str
    period: str
    from_on: date
    to_on: date
    cut_off: date
    made_at: datetime
    masked: bool
    figures: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[PackageFile, ...]
    content_sha256: str
    chain_number: int
    chain_hash: str
    public_key: str

    def file(self, name: str) -> PackageFile:
        """The file of a name.

        Raises:
            KeyError: There is none.
        """
        return {one.name: one for one in self.files}[name]


def fingerprint(public_key: str) -> str:
    """The beginning of a key, as it is read aloud over the telephone: `ab12 cd34 ef56 ab78`."""
    return " ".join(public_key[place : place + 4] for place in range(0, 16, 4))


def write_manifest(manifest: Manifest) -> bytes:
    """The bytes of `manifest.json`; the same manifest always gives the same bytes."""
    values = {
        "format": FORMAT,
        "program": manifest.program,
        "branch": {
            "name": manifest.branch,
            "parent": manifest.parent,
            "practice": manifest.practice,
        },
        "report": {
            "kind": manifest.kind,
            "period": manifest.period,
            "from": manifest.from_on.isoformat(),
            "to": manifest.to_on.isoformat(),
            "cut_off": manifest.cut_off.isoformat(),
        },
        "made_at": manifest.made_at.isoformat(),
        "masked": manifest.masked,
        "figures": manifest.figures,
        "files": [
            {
                "name": one.name,
                "role": one.role.value,
                "title": one.title,
                "sha256": one.sha256,
                "size": one.size,
                "content": one.content,
            }
            for one in manifest.files
        ],
        "content_sha256": manifest.content_sha256,
        "history": {"number": manifest.chain_number, "hash": manifest.chain_hash},
        "public_key": manifest.public_key,
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def signer_of(content: bytes) -> str:
    """The public key that a manifest names; empty where it cannot be read."""
    try:
        return _read(content).hash("public_key")
    except BadFile:
        return ""


def read_manifest(content: bytes) -> Manifest:
    """Understand `manifest.json`, whose signature was found to be good.

    Raises:
        BadFile: It is no manifest, or of a newer program.
    """
    found = _read(content)
    if found.number("format") > FORMAT:
        raise BadFile(
            "Gói do chương trình bản mới hơn lập. Hãy cập nhật chương trình rồi mở lại gói này."
        )
    return _manifest(found)


def _read(content: bytes) -> "_Reader":
    if len(content) > MOST_BYTES:
        raise BadFile("Bảng kê của gói quá lớn, không phải gói báo cáo của chương trình này.")
    try:
        values = json.loads(content.decode())
        json.dumps(values, ensure_ascii=False).encode()  # half a letter could not be kept
        return _Reader(values)
    except (ValueError, RecursionError) as error:
        raise BadFile(_NOT_OURS) from error


_NOT_OURS = "Bảng kê của gói không đọc được. Hãy chép lại gói từ nơi gửi."
_HASH = re.compile("[0-9a-f]{64}")


class _Reader:
    """Takes values out of what was read, each of the kind it must be."""

    def __init__(self, values: object) -> None:
        if not isinstance(values, dict):
            raise BadFile(_NOT_OURS)
        self.values: dict[str, Any] = values

    def part(self, name: str) -> "_Reader":
        return _Reader(self.values.get(name))

    def parts(self, name: str) -> list["_Reader"]:
        found = self.values.get(name)
        if not isinstance(found, list) or len(found) > MOST_FILES:
            raise BadFile(_NOT_OURS)
        return [_Reader(one) for one in found]

    def text(self, name: str) -> str:
        return str(self._of(name, str))

    def number(self, name: str) -> int:
        found = self._of(name, int)
        if isinstance(found, bool) or found < 0:
            raise BadFile(_NOT_OURS)
        return int(found)

    def yes(self, name: str) -> bool:
        return bool(self._of(name, bool))

    def day(self, name: str) -> date:
        return self._parsed(name, date.fromisoformat)

    def moment(self, name: str) -> datetime:
        return self._parsed(name, datetime.fromisoformat)

    def hash(self, name: str) -> str:
        found = self.text(name)
        if not _HASH.fullmatch(found):
            raise BadFile(_NOT_OURS)
        return found

    def role(self) -> FileRole:
        return self._parsed("role", FileRole)

    def _of(self, name: str, kind: type) -> Any:
        found = self.values.get(name)
        if not isinstance(found, kind):
            raise BadFile(_NOT_OURS)
        return found

    def _parsed(self, name: str, parse: Callable[[str], Parsed]) -> Parsed:
        try:
            return parse(self.text(name))
        except ValueError as error:
            raise BadFile(_NOT_OURS) from error


def _manifest(found: _Reader) -> Manifest:
    branch, report, history = found.part("branch"), found.part("report"), found.part("history")
    files = tuple(_file(one) for one in found.parts("files"))
    names = [one.name.lower() for one in files]
    if len(set(names)) < len(names) or {MANIFEST_NAME, SIGNATURE_NAME} & set(names):
        raise BadFile("Bảng kê của gói có tên tệp trùng nhau. Không dùng gói này.")
    return Manifest(
        program=found.text("program"),
        branch=branch.text("name"),
        parent=branch.text("parent"),
        practice=branch.yes("practice"),
        kind=report.text("kind"),
        period=report.text("period"),
        from_on=report.day("from"),
        to_on=report.day("to"),
        cut_off=report.day("cut_off"),
        made_at=found.moment("made_at"),
        masked=found.yes("masked"),
        figures=found.part("figures").values,
        files=files,
        content_sha256=found.hash("content_sha256"),
        chain_number=history.number("number"),
        chain_hash=history.text("hash"),
        public_key=found.hash("public_key"),
    )


def _file(found: _Reader) -> PackageFile:
    name = found.text("name")
    if not is_safe(name):
        raise BadFile(f"Bảng kê của gói có tên tệp lạ ({name[:60]!a}). Không dùng gói này.")
    return PackageFile(
        name=name,
        role=found.role(),
        title=found.text("title"),
        sha256=found.hash("sha256"),
        size=found.number("size"),
        content=found.hash("content"),
    )
