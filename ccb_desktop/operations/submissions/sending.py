"""Hands a package up: gathers it, signs it, writes it, reads it back, and notes the sending."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import ccb_desktop
from ccb_desktop.data import seals, settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.submissions import sent
from ccb_desktop.data.submissions.signing_keys import keep_seed, load_seed
from ccb_desktop.documents.packages.signing import new_seed, public_key_of, sign
from ccb_desktop.documents.packages.writing import Packing
from ccb_desktop.documents.safe_write import make_folder, remove_left_overs
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.manifest import Manifest, write_manifest
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.domain.submissions.submissions import Submission, Way
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report, list_frozen
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.personal_exports import log_export
from ccb_desktop.operations.submissions.contents import Contents, gather
from ccb_desktop.operations.submissions.placing import (
    Written,
    check_address,
    check_room,
    target_of,
    write_package,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What came of a sending.

    Attributes:
        change: The act by which it was noted.
        size: Bytes of the package.
        same_as: An earlier sending that said the very same.
    """

    change: Change
    submission: Submission
    written: Written
    size: int
    same_as: Submission | None

    @property
    def sentence(self) -> str:
        """What is told when it is done."""
        told = "Đã ghi và đọc lại đúng."
        if self.same_as is not None:
            told = f"{told} {nothing_new(self.same_as)}"
        return told


def nothing_new(earlier: Submission) -> str:
    """The sentence that an earlier sending said the same, with its day."""
    return f"Không có gì thay đổi so với lần gửi ngày {short_date(earlier.sent_at.date())}."


def newest_frozen(store: Store, kind: ReportKind, period: Period) -> int | None:
    """The report of a period that was frozen last; nothing where none was."""
    for line in list_frozen(store):
        report = line.report
        if report.report_kind is kind and report.period == period.code:
            return report.id
    return None


def send(store: Store, order: PackageOrder, destination: Destination, report: Tell) -> Sent:
    """Hand a package up; a report that is not frozen yet is frozen first, as an act of its own.

    Everything in the books stays as it is when the package cannot be written, and nothing half
    is left on the stick.

    Raises:
        Invalid: The address or the period cannot be right; field `address`, `period`.
        TargetTaken: A package of that name is there already.
        NotFound, Damaged, BadFile: As `contents.gather`; also: the stick is gone.
        DiskFull: There is no room for it; nothing was written.
        FileInUse, ReadOnly: The place cannot be written to.
        Stopped: The officer stopped it.
    """
    check_address(destination.address)
    make_folder(destination.folder)
    remove_left_overs(destination.folder, own=True)
    report_id = order.frozen_id
    if report_id is None:
        cut_off = order.cut_off_on(date.today())
        wanted = FreezeOrder(kind=order.kind, period=order.period, cut_off=cut_off)
        report_id = freeze_report(store, wanted)[1]
    with _packing_folder(store) as folder:
        contents = gather(store, order, report_id, folder, report)
        manifest, packing = _packed(store, contents, folder)
        with store.reading() as session:
            branch = settings.load_branch(session)
            same = sent.latest_of_content(session, manifest.period, manifest.content_sha256)
        target = target_of(branch, Period.parse(manifest.period), destination, manifest.cut_off)
        check_room(destination, packing, target)
        with noting(store.folder, destination.folder):
            written = write_package(branch, manifest, packing, destination, target, report)
    submission = _submission(destination, manifest, packing, written, report_id)
    with store.writing(f"Gửi báo cáo {Period.parse(manifest.period).name}") as session:
        own = sent.save_submission(session, submission)
    log_export(store, written.place, "Gói báo cáo gửi cấp trên", masked=manifest.masked)
    return Sent(
        change=session.change,
        submission=replace(submission, id=own),
        written=written,
        size=packing.size,
        same_as=same,
    )


@contextmanager
def _packing_folder(store: Store) -> Iterator[Path]:
    folder = store.folder.packing / secrets.token_hex(4)
    make_folder(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _packed(store: Store, contents: Contents, folder: Path) -> tuple[Manifest, Packing]:
    """The manifest, signed with the branch's own key, which is made the first time."""
    with store.reading() as session:
        branch = settings.load_branch(session)
        seed = load_seed(session)
        chain_number, chain_hash = seals.last_seal(session)
    if seed is None:
        seed = new_seed()
        with store.writing("Lập khóa ký của Hội") as session:
            keep_seed(session, public_key_of(seed), seed)
    frozen, made_at = contents.frozen, datetime.now().replace(microsecond=0)
    manifest = Manifest(
        program=f"ccb-desktop {ccb_desktop.__version__}",
        branch=branch.name,
        parent=branch.parent,
        practice=branch.practice,
        kind=frozen.report_kind.value,
        period=frozen.period,
        from_on=frozen.from_on,
        to_on=frozen.to_on,
        cut_off=frozen.cut_off,
        made_at=made_at,
        masked=contents.masked,
        figures=contents.figures,
        files=tuple(one for one, _ in contents.files),
        content_sha256=contents.content_sha256,
        chain_number=chain_number,
        chain_hash=chain_hash,
        public_key=public_key_of(seed),
    )
    content = write_manifest(manifest)
    stamp = (*made_at.timetuple()[:6],)
    return manifest, Packing(
        manifest=content,
        signature=sign(seed, content),
        stamp=(stamp[0], stamp[1], stamp[2], stamp[3], stamp[4], stamp[5]),
        files=contents.files,
        work=folder,
    )


def _submission(
    destination: Destination,
    manifest: Manifest,
    packing: Packing,
    written: Written,
    report_id: int,
) -> Submission:
    way = Way.ZIP if destination.is_one_file else Way.FOLDER
    return Submission(
        sent_at=manifest.made_at,
        period=manifest.period,
        frozen_report_id=report_id,
        way=Way.EMAIL if written.draft is not None else way,
        place=destination.address or str(written.place),
        recipient=destination.recipient or manifest.parent,
        encrypted=bool(destination.password),
        masked=manifest.masked,
        manifest=packing.manifest.decode(),
        content_sha256=manifest.content_sha256,
        chain_number=manifest.chain_number,
        chain_hash=manifest.chain_hash,
    )
