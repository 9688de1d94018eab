"""What came from others is noted, and the branches that sign are known by their keys."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from ccb_desktop.data import imports
from ccb_desktop.data.members.attached_files import find_content
from ccb_desktop.data.store import Store
from ccb_desktop.data.submissions import received as stored
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.imports.batches import ImportBatch
from ccb_desktop.domain.periods import period_name
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.submissions.arrivals import Arrival
from ccb_desktop.domain.submissions.manifest import PackageFile
from ccb_desktop.domain.submissions.submissions import PackageSigner, ReceivedPackage
from ccb_desktop.operations.arrival_notes import meet, note_in


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """One line of the log: what came, and the import by which it was taken in.

    Attributes:
        packages: What came; several files taken in at once stand in one line.
        taken_back_on: When it was taken out of the books again.
        action_id: The act that had noted it, where it was taken back.
    """

    packages: tuple[ReceivedPackage, ...]
    batch: ImportBatch | None = None
    taken_back_on: date | None = None
    action_id: int = 0

    @property
    def id(self) -> tuple[str, int]:
        """Stays the same of a line."""
        if self.taken_back_on is not None:
            return "taken back", self.action_id
        if self.batch is not None:
            return "batch", self.batch.id or 0
        return "received", self.packages[0].id or 0

    @property
    def at(self) -> datetime:
        """When it was taken in, or noted."""
        return self.batch.imported_at if self.batch else self.packages[0].received_at

    @property
    def file_name(self) -> str:
        """The file, or the files."""
        names = ", ".join(one.file_name for one in self.packages)
        return names or (self.batch.file_name if self.batch else "")

    @property
    def sender(self) -> str:
        """From whom."""
        return ", ".join(dict.fromkeys(one.sender for one in self.packages if one.sender))

    @property
    def period(self) -> str:
        """Of which period."""
        return ", ".join(
            dict.fromkeys(period_name(one.period) for one in self.packages if one.period)
        )

    @property
    def told(self) -> str:
        """What became of it."""
        told = self.batch.summary if self.batch else "Ghi nhận đã nhận, không nhập vào sổ"
        if self.taken_back_on is None:
            return told
        return f"Đã bỏ ngày {short_date(self.taken_back_on)}. Trước đó: {told}"

    @property
    def can_be_undone(self) -> bool:
        """Whether it is an import that stands in the books."""
        return self.batch is not None and self.taken_back_on is None

    @property
    def package(self) -> ReceivedPackage | None:
        """The package in it, with what it says of itself."""
        return next((one for one in self.packages if one.manifest), None)


def list_lines(store: Store) -> list[ReceivedLine]:
    """Everything that came, newest first; what was taken back stays, marked as such."""
    with store.reading() as session:
        batches, every = imports.list_batches(session), stored.list_received(session)
        taken_back = stored.list_taken_back(session)
    lines = [
        ReceivedLine(tuple(one for one in every if one.batch_id == batch.id), batch)
        for batch in batches
    ]
    lines += [ReceivedLine((one,)) for one in every if one.batch_id is None]
    for one in taken_back:
        batch = one.batches[0] if one.batches else None
        lines.append(ReceivedLine(tuple(one.packages), batch, one.on, one.action_id))
    return sorted(lines, key=lambda line: line.at, reverse=True)


def note_received(store: Store, arrival: Arrival) -> Change:
    """Note that a package came, of which nothing is taken into the books.

    Raises:
        Conflict: The very same package is noted already.
    """
    with store.reading() as session:
        same = [one for one in stored.list_received(session) if _is_same(one, arrival)]
    if same:
        raise Conflict(
            f"Gói này đã ghi nhận ngày {same[0].received_at:%d/%m/%Y}, không ghi lần nữa."
        )
    meet(store, [arrival])
    with store.writing(f"Nhận gói báo cáo: {arrival.path.name}") as session:
        note_in(session, [arrival], None)
    return session.change


def _is_same(one: ReceivedPackage, arrival: Arrival) -> bool:
    return arrival.received is not None and one.sha256 == arrival.received.sha256


def kept_content(store: Store, sha256: str) -> bytes | None:
    """A report that came in a package, as it came; `None` where it was not kept."""
    with store.reading() as session:
        return find_content(session, sha256)


def take_out(store: Store, file: PackageFile) -> Path | None:
    """A report that was kept, as a file to be looked at; `None` where it was not kept.

    Raises:
        DiskFull, ReadOnly: The data folder cannot take it.
    """
    content = kept_content(store, file.sha256)
    if content is None:
        return None
    target = store.folder.opened / uuid4().hex / file.name
    make_folder(target.parent)
    write_bytes(target, content)
    return target


def list_signers(store: Store) -> list[PackageSigner]:
    """The branches that are known by their keys."""
    with store.reading() as session:
        return stored.list_signers(session)


def trust(store: Store, signer: PackageSigner, *, trusted: bool = True) -> Change:
    """Say that a key is that branch's, or no longer."""
    label = f"Tin nơi gửi {signer.name}" if trusted else f"Thôi tin nơi gửi {signer.name}"
    with store.writing(label) as session:
        known = stored.signer_with_key(session, signer.public_key) or signer
        stored.save_signer(session, replace(known, trusted=trusted))
    return session.change
