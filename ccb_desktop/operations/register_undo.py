"""What undoing does to numbers of documents: the last goes back, one in the middle is void."""

from collections.abc import Iterable, Sequence
from typing import Any

from ccb_desktop.data import register
from ccb_desktop.data.history import lines_of
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.register import numbering
from ccb_desktop.domain.register.documents import Document, DocumentState
from ccb_desktop.operations.register import beside, cancel_in

Staying = frozenset[tuple[str, int]]
_TABLE = "documents"


def staying_documents(session: Session, action_id: int) -> Staying:
    """The documents that an act entered and that cannot go, since higher numbers came after.

    Raises:
        Conflict: All that the act did was to enter such documents, and they are void already.
    """
    lines = lines_of(session, action_id)
    added = [one.record_id for one in lines if one.table == _TABLE and one.before is None]
    documents = register.find_documents(session, added)
    staying = [one for one in documents if _is_passed(session, one, added)]
    found = frozenset((_TABLE, one.id) for one in staying if one.id is not None)
    nothing_else = all((one.table, one.record_id) in found for one in lines)
    if staying and nothing_else and all(_is_void(one) for one in staying):
        raise Conflict("Số văn bản này đã hủy rồi, không còn gì để hoàn tác. Sổ không đổi.")
    return found


def _is_passed(session: Session, document: Document, leaving: Sequence[int]) -> bool:
    if document.number is None:
        return False
    return document.number < max(beside(session, document, leaving), default=0)


def _is_void(document: Document) -> bool:
    return document.state is DocumentState.CANCELLED


def cancel_staying(session: Session, staying: Staying, label: str) -> None:
    """Declare void what an undone act had entered and what stays for the sake of its number."""
    for document in register.find_documents(session, [own for _table, own in staying]):
        if not _is_void(document):
            cancel_in(session, document, f"Hoàn tác: {label}")


def see_that_numbers_fit(session: Session, touched: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """See that documents put back neither repeat a number nor leave a gap below theirs.

    Raises:
        Conflict: One does.
    """
    ids = [values["id"] for table, values in touched if table == _TABLE]
    for document in register.find_documents(session, ids):
        others = beside(session, document, (document.id,))
        if document.number is None:
            continue
        begins = not others and document.number > 1  # what stood before it may be gone since
        if begins or not numbering.fits_in(document.number, others):
            raise Conflict(
                f"Số {document.number:02} đã cấp cho văn bản khác, hoặc số đứng trước nó không "
                "còn trong sổ, nên chưa hoàn tác được. Sổ không đổi. Hãy hoàn tác các việc khác "
                "của sổ văn bản trước, hoặc lấy số mới."
            )
