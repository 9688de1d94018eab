"""The register of documents in the store: read, kept, taken out, and which numbers are given."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows, settings
from ccb_desktop.data.tables import (
    AttachedFileRow,
    DocumentRow,
    FormFillingRow,
    FrozenReportRow,
    SubmissionRow,
)
from ccb_desktop.domain.code_lists import DOCUMENT_KIND_LIST, labels_of
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.register.documents import (
    Direction,
    Document,
    DocumentLine,
    DocumentState,
)
from ccb_desktop.domain.register.numbering import Numbered


def kind_labels(session: Session) -> dict[str, str]:
    """Sign of a kind of documents → what it is called, in the order of the branch's list."""
    return labels_of(settings.list_codes(session, DOCUMENT_KIND_LIST), DOCUMENT_KIND_LIST)


def list_documents(session: Session, direction: Direction | None = None) -> list[Document]:
    """The documents of one direction, or all, in the order of their numbers."""
    row = DocumentRow
    query = select(row.__table__).order_by(row.series, row.kind, row.number, row.id)
    if direction is not None:
        query = query.where(row.direction == direction)
    return rows.list_values(session, Document, query)


def list_lines(session: Session, direction: Direction) -> list[DocumentLine]:
    """The documents of one direction as lists show them, the latest first."""
    everything = list_documents(session)
    by_id = {one.id: one for one in everything}
    answered = _answers_by_id(everything)
    labels, files = kind_labels(session), _count_files(session)
    found = [
        DocumentLine(
            document=one,
            kind_label=labels.get(one.kind, one.kind),
            answers=told(by_id[one.answers_id]) if one.answers_id in by_id else "",
            answered_by="; ".join(map(told, answered.get(one.id, ()))),
            files=files.get(one.id or 0, 0),
        )
        for one in everything
        if one.direction is direction
    ]
    return sorted(found, key=_latest_first, reverse=True)


def _latest_first(line: DocumentLine) -> tuple[date, int, int]:
    one = line.document
    day = one.arrived_on if one.direction is Direction.IN else one.issued_on
    return (day or date.min, one.number or 0, one.id or 0)


def _answers_by_id(documents: Iterable[Document]) -> dict[int | None, list[Document]]:
    found: dict[int | None, list[Document]] = {}
    for one in documents:
        if one.answers_id is not None and one.state is not DocumentState.CANCELLED:
            found.setdefault(one.answers_id, []).append(one)
    return found


def told(document: Document) -> str:
    """`05/BC-CCB ngày 05/06/2026`; of one without a symbol its subject."""
    named = document.symbol or document.subject
    return f"{named} ngày {short_date(document.issued_on)}" if document.issued_on else named


def _count_files(session: Session) -> dict[int, int]:
    own = AttachedFileRow.document_id
    query = select(own, func.count()).where(own.is_not(None)).group_by(own)
    return {document_id: count for document_id, count in session.execute(query) if document_id}


def load_document(session: Session, document_id: int) -> Document:
    """One document.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Văn bản này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, DocumentRow, Document, document_id, gone)


def find_documents(session: Session, document_ids: Iterable[int]) -> list[Document]:
    """Those of some documents that are in the register now."""
    row = DocumentRow
    query = select(row.__table__).where(row.id.in_(list(document_ids))).order_by(row.id)
    return rows.list_values(session, Document, query)


def answers_to(session: Session, document_id: int) -> list[Document]:
    """What answers a document and is not void."""
    row = DocumentRow
    query = select(row.__table__).where(
        row.answers_id == document_id, row.state != DocumentState.CANCELLED
    )
    return rows.list_values(session, Document, query.order_by(row.id))


def save_document(session: Session, document: Document) -> int:
    """Insert or overwrite a document; gives the id."""
    return rows.save(session, DocumentRow, document)


def is_named(session: Session, document_id: int) -> bool:
    """Whether a frozen report or filled form bears its number, or it answers a submission."""
    named = (FrozenReportRow.document_id, FormFillingRow.document_id, SubmissionRow.answer_id)
    return any(
        session.scalar(select(column).where(column == document_id).limit(1)) is not None
        for column in named
    )


def delete_document(session: Session, document_id: int) -> None:
    """Take a document out, with what is attached to it; what answered it answers nothing."""
    for answer in session.scalars(select(DocumentRow).where(DocumentRow.answers_id == document_id)):
        answer.answers_id = None
    session.flush()
    files = select(AttachedFileRow.id).where(AttachedFileRow.document_id == document_id)
    for file_id in session.scalars(files).all():
        rows.delete_one(session, AttachedFileRow, file_id)
    rows.delete_one(session, DocumentRow, document_id)


def list_numbered(
    session: Session, direction: Direction, kind: str, leaving: Sequence[int | None] = ()
) -> list[Numbered]:
    """The numbers that were given; those of arrival run through all kinds.

    Args:
        session: Any session.
        direction: Of which documents.
        kind: Of those that go out, of which kind.
        leaving: Documents that do not count.
    """
    row = DocumentRow
    day = row.arrived_on if direction is Direction.IN else row.issued_on
    query = select(row.id, row.series, row.number, day).where(
        row.direction == direction, row.number.is_not(None)
    )
    if direction is Direction.OUT:
        query = query.where(row.kind == kind)
    return [
        Numbered(series, number or 0, on.year if on is not None else 0)
        for own, series, number, on in session.execute(query)
        if own not in leaving
    ]


def list_waiting(session: Session, until: date) -> list[Document]:
    """The documents that came in and must be answered or done by a day, the first due first."""
    row = DocumentRow
    query = (
        select(row.__table__)
        .where(
            row.direction == Direction.IN,
            row.due_on <= until,
            row.done_on.is_(None),
            row.state != DocumentState.CANCELLED,
        )
        .order_by(row.due_on, row.id)
    )
    return rows.list_values(session, Document, query)


def list_issuers(session: Session) -> list[str]:
    """Who has sent documents, the latest first, each once."""
    row = DocumentRow
    query = select(row.issuer).where(row.issuer != "").order_by(row.id.desc())
    return list(dict.fromkeys(session.scalars(query)))


def list_symbols(session: Session, kind: str, most: int) -> list[Document]:
    """The latest documents of a kind that went out and stand, for whoever must name one."""
    row = DocumentRow
    query = (
        select(row.__table__)
        .where(
            row.direction == Direction.OUT,
            row.kind == kind,
            row.state != DocumentState.CANCELLED,
        )
        .order_by(row.issued_on.desc(), row.number.desc())
        .limit(most)
    )
    return rows.list_values(session, Document, query)
