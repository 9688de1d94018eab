"""Photos and papers of people, vouchers and houses; their bytes lie apart, once each."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import AttachedFileRow, FileContentRow
from ccb_desktop.domain.attached_files import AttachedFile, AttachedKind, FileOwner, NewPaper
from ccb_desktop.domain.errors import Damaged, NotFound


def list_files(session: Session, person_ids: Sequence[int]) -> list[AttachedFile]:
    """What is attached to some people, in the order in which it came."""
    query = (
        select(AttachedFileRow)
        .where(AttachedFileRow.person_id.in_(person_ids))
        .order_by(AttachedFileRow.id)
    )
    return [_file(row) for row in session.scalars(query)]


def list_files_of(session: Session, owner: FileOwner) -> list[AttachedFile]:
    """What is attached to a record, in the order in which it came."""
    named = owner._asdict().items()
    of_owner = (getattr(AttachedFileRow, name).is_not_distinct_from(own) for name, own in named)
    query = select(AttachedFileRow).where(*of_owner).order_by(AttachedFileRow.id)
    return [_file(row) for row in session.scalars(query)]


def load_file(session: Session, file_id: int) -> AttachedFile:
    """One attached file.

    Raises:
        NotFound: It is not there any more.
    """
    row = session.get(AttachedFileRow, file_id)
    if row is None:
        raise NotFound("Giấy tờ này không còn trong hồ sơ. Hãy mở lại hồ sơ.")
    return _file(row)


def _file(row: AttachedFileRow) -> AttachedFile:
    return AttachedFile(
        **{one.name: getattr(row, one.name) for one in fields(AttachedFile)}
        | {"kind": AttachedKind(row.kind)}
    )


def save_file(session: Session, file: AttachedFile) -> int:
    """Insert or overwrite what is known of a file; gives the id."""
    return rows.save(session, AttachedFileRow, file)


def delete_file(session: Session, file_id: int) -> None:
    """Take a file out of a person's papers; its bytes stay, so that undo finds them."""
    rows.delete_one(session, AttachedFileRow, file_id)


def keep_content(session: Session, content: bytes) -> str:
    """Keep bytes, once however often they come; gives their hash."""
    found = sha256(content).hexdigest()
    known = session.scalar(select(FileContentRow.id).where(FileContentRow.sha256 == found))
    if known is None:
        session.add(FileContentRow(sha256=found, content=content))
        session.flush()
    return found


def find_content(session: Session, wanted: str) -> bytes | None:
    """The bytes kept under a hash; `None` where they are not there, or not what was kept."""
    content = session.scalar(select(FileContentRow.content).where(FileContentRow.sha256 == wanted))
    is_whole = content is not None and sha256(content).hexdigest() == wanted
    return bytes(content) if content is not None and is_whole else None


def keep_papers(session: Session, owner: FileOwner, papers: Iterable[NewPaper]) -> None:
    """Attach papers to their owner, with today as their day."""
    for paper in papers:
        file = AttachedFile(
            **owner._asdict(),
            kind=AttachedKind.PAPER,
            title=paper.title,
            file_name=paper.file_name,
            sha256=keep_content(session, paper.content),
            size_bytes=len(paper.content),
            added_on=date.today(),
            note=paper.note,
        )
        save_file(session, file)


def load_content(session: Session, file: AttachedFile) -> bytes:
    """The bytes of a file.

    Raises:
        Damaged: They are not there, or are not what was kept.
    """
    content = find_content(session, file.sha256)
    if content is None:
        raise Damaged(
            f"Nội dung của “{file.title}” trong sổ không còn đúng như khi lưu. Số liệu khác vẫn "
            "nguyên. Hãy lấy lại từ bản lưu gần nhất, hoặc chụp và lưu lại giấy tờ này."
        )
    return content


def count_by_voucher(session: Session, voucher_ids: Sequence[int]) -> dict[int, int]:
    """Voucher → how many papers are attached to it; those without any are left out."""
    query = (
        select(AttachedFileRow.voucher_id, func.count())
        .where(AttachedFileRow.voucher_id.in_(voucher_ids))
        .group_by(AttachedFileRow.voucher_id)
    )
    return {own: count for own, count in session.execute(query) if own is not None}
