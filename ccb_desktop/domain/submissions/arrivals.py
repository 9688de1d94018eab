"""What somebody brought: recognised, and told in a sentence, before anything is read in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ccb_desktop.domain.errors import BadFile, UserError
from ccb_desktop.domain.exchange.sheet_kinds import sheet_kind
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.exchange.typed_rows import UnderstoodWorkbook
from ccb_desktop.domain.imports.batches import ImportBatch
from ccb_desktop.domain.periods import period_name
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.submissions.manifest import Manifest, fingerprint, read_manifest
from ccb_desktop.domain.submissions.submissions import PackageSigner, ReceivedPackage

_OWN = "Gói này do chính Hội ta lập và ký, không phải của nơi khác gửi đến."
_MOST_KINDS = 3  # of sheets that are named


class Came(StrEnum):
    """What a file is."""

    WORKBOOK = "Danh sách Excel"
    CHECKLIST = "Phiếu việc đã điền"
    PACKAGE = "Gói báo cáo"
    GUARDED = "Gói có mật khẩu"
    REPORT = "Báo cáo Word"
    REFUSED = "Không nhận được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One file or folder that was brought.

    Attributes:
        told: What it is, from whom, of which period, signed by whom, in sentences.
        fault: Why it cannot be taken, where it cannot.
        sources: The lists in it that can be taken into the books.
        received: What is noted of it once it is taken; `None` where there is nothing to note.
        manifest: What a package says of itself.
        signer: Who signed it; without id where the key was never met.
        folder: Where the files of a package were taken out.
    """

    path: Path
    came: Came
    told: str
    fault: UserError | None = None
    sources: tuple[SourceWorkbook, ...] = ()
    received: ReceivedPackage | None = None
    manifest: Manifest | None = None
    signer: PackageSigner | None = None
    folder: Path | None = None

    @property
    def can_be_seen(self) -> bool:
        """Whether there is more to see of it than the sentence, or to do with it."""
        return self.came in (Came.PACKAGE, Came.GUARDED, Came.REPORT, Came.CHECKLIST)


def told_of_workbook(workbook: UnderstoodWorkbook) -> str:
    """What a list holds: of which unit, how many rows of each kind."""
    counts: Counter[str] = Counter()
    for sheet in workbook.sheets:
        counts[sheet_kind(sheet.kind or "").label] += len(sheet.rows)
    if not counts:
        return "Không thấy bảng nào chương trình biết; bước sau chỉ được bằng tay."
    told = [f"{label} {number(count)} dòng" for label, count in counts.items()]
    rest = len(told) - _MOST_KINDS
    if rest > 1:
        told = [*told[:_MOST_KINDS], f"và {rest} bảng khác"]
    rows = ", ".join(told)
    unit = unit_of(workbook)
    return f"{rows}, của {unit}." if unit else f"{rows}."


def unit_of(workbook: UnderstoodWorkbook) -> str:
    """The one unit of which all rows of the rosters tell; empty where they are several."""
    units = {
        str(row.values["unit"])
        for sheet in workbook.sheets
        if sheet.kind == "members"
        for row in sheet.rows
        if "unit" in row.values
    }
    only = units.pop() if len(units) == 1 else ""
    return f"chi hội {only}" if only.isdecimal() else only


def told_of_repeat(sha256: str, batches: Iterable[ImportBatch]) -> str:
    """That the very same file was taken in before; empty where it was not."""
    same = next((one for one in batches if sha256 in one.sha256.split(", ")), None)
    if same is None:
        return ""
    return f"Đúng tệp này đã nhập ngày {short_date(same.imported_at.date())}, không có gì mới."


def told_of_package(
    manifest: Manifest,
    signer: PackageSigner,
    known: Sequence[PackageSigner],
    received: Sequence[ReceivedPackage],
    *,
    is_own: bool = False,
) -> str:
    """What a package is, whose key signed it, and whether it came before.

    Args:
        manifest: What it says of itself.
        signer: Who signed it, so far as he is known.
        known: Every branch that is known by its key.
        received: Everything that came before, newest first.
        is_own: Whether this branch itself signed it.
    """
    practice = " THỰC HÀNH, người và số liệu không có thật" if manifest.practice else ""
    parts = [
        f"Báo cáo {period_name(manifest.period)} của {manifest.branch}{practice}, số liệu đến "
        f"{short_date(manifest.cut_off)}.",
        told_of_signer(manifest, signer, known, is_own=is_own),
        _told_before(manifest, received),
    ]
    return " ".join(part for part in parts if part)


def told_of_signer(
    manifest: Manifest,
    signer: PackageSigner,
    known: Sequence[PackageSigner],
    *,
    is_own: bool = False,
) -> str:
    """Whether the branch is known by its key, and what to do where it is not.

    Args:
        manifest: What the package says of itself.
        signer: Who signed it, so far as he is known; without id where the key was never met.
        known: Every branch that is known by its key.
        is_own: Whether this branch itself signed it.
    """
    if is_own:
        return _OWN
    digits = fingerprint(signer.public_key)
    if signer.trusted:
        named = "" if signer.name == manifest.branch else f" (trước ghi tên là {signer.name})"
        return f"Chữ ký đúng của nơi đã tin{named}."
    if any(one.trusted and one.name == manifest.branch for one in known):
        return (
            f"CẨN THẬN: tên giống nơi đã tin nhưng chữ ký khác ({digits}). Gọi điện hỏi lại nơi "
            "gửi trước khi nhận."
        )
    if signer.id is None:
        return (
            f"Nội dung nguyên vẹn, nhưng nơi gửi chưa biết. Gọi điện hỏi mã chữ ký của họ có phải "
            f"{digits} không; đúng thì đánh dấu “Tin nơi này” khi nhận gói (bấm Xem, Việc khác)."
        )
    return f"Đã gặp chữ ký này từ {short_date(signer.first_seen_on)}, chưa đánh dấu tin ({digits})."


def _told_before(manifest: Manifest, received: Sequence[ReceivedPackage]) -> str:
    """Whether it, or another of the same branch and period, came before."""
    of_period = [
        one
        for one in received
        if (one.sender, one.period) == (manifest.branch, manifest.period) and one.manifest
    ]
    if not of_period:
        return ""
    last = of_period[0]
    day = short_date(last.received_at.date())
    if _content_of(last) == manifest.content_sha256:
        return f"Đã nhận ngày {day}, không có gì mới."
    return f"Kỳ này đã nhận một gói ngày {day}; gói này có thay đổi."


def _content_of(received: ReceivedPackage) -> str:
    """Hash of what a package said; empty where its manifest cannot be read any more."""
    try:
        return read_manifest(received.manifest.encode()).content_sha256
    except BadFile:
        return ""
