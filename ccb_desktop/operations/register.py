"""The register of documents: numbers given, kept and taken back, what came in, answers.

A paper that is given its number and written in one act calls `give_number_in` within its own
`store.writing` block; see `domain.register.numbering` for what holds of numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data import register, settings
from ccb_desktop.data.members import units
from ccb_desktop.data.members.attached_files import keep_papers
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.attached_files import FileOwner, NewPaper
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import DOCUMENT_KIND_LIST, offered
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.people_names import normalise
from ccb_desktop.domain.register import numbering
from ccb_desktop.domain.register.documents import (
    Direction,
    Document,
    DocumentLine,
    DocumentState,
    NumberOrder,
    check_document,
)
from ccb_desktop.domain.register.numbering import NextNumber

_OFFERED = 30


@dataclass(frozen=True, slots=True)
class Given:
    """A document with its number, and the act that gave it."""

    document: Document
    change: Change


# --- Reading --------------------------------------------------------------------------------


def list_lines(store: Store, direction: Direction) -> list[DocumentLine]:
    """The documents that went out, or came in, the latest first."""
    with store.reading() as session:
        return register.list_lines(session, direction)


def load_document(store: Store, document_id: int) -> Document:
    """One document.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return register.load_document(session, document_id)


def offered_kinds(store: Store, kept: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Sign and name of the kinds of documents that a form offers."""
    with store.reading() as session:
        return offered(settings.list_codes(session, DOCUMENT_KIND_LIST), DOCUMENT_KIND_LIST, kept)


def known_issuers(store: Store) -> list[str]:
    """Who has sent documents before, the latest first."""
    with store.reading() as session:
        return register.list_issuers(session)


def offered_answers(store: Store) -> list[tuple[int, str]]:
    """The documents that came in and may be answered: those that wait first, then the latest."""
    with store.reading() as session:
        lines = register.list_lines(session, Direction.IN)
    documents = [one.document for one in lines]
    documents = [one for one in documents if one.state is not DocumentState.CANCELLED]
    waiting = [one for one in documents if one.waits]
    rest = [one for one in documents if not one.waits][:_OFFERED]
    return [(one.id or 0, f"{register.told(one)}: {one.subject}") for one in (*waiting, *rest)]


def next_number(store: Store, kind: str, on: date) -> NextNumber:
    """The number that a document of a kind and a day would get; nothing is written."""
    with store.reading() as session:
        return next_in(session, Direction.OUT, kind, on)


def next_in(session: Session, direction: Direction, kind: str, on: date) -> NextNumber:
    """As `next_number`, within a session."""
    branch = settings.load_branch(session)
    series = _series(session, branch, direction, on)
    numbers = _beside(session, direction, kind, series, on)
    number = numbering.following(numbers)
    symbol = numbering.symbol_of(direction, kind, number, branch.number_style)
    return NextNumber(number, symbol, series, begins=not numbers)


def _series(session: Session, branch: Branch, direction: Direction, on: date) -> str:
    """Numbers of arrival begin anew each year, whatever those that go out do."""
    if direction is Direction.IN:
        return str(on.year)
    return numbering.series_of(branch, units.list_terms(session), on)


def _beside(
    session: Session,
    direction: Direction,
    kind: str,
    series: str,
    on: date,
    leaving: Sequence[int | None] = (),
) -> set[int]:
    taken = register.list_numbered(session, direction, kind, leaving)
    return numbering.numbers_beside(taken, series, on.year)


# --- What goes out --------------------------------------------------------------------------


def give_number(store: Store, order: NumberOrder, form_id: str | None = None) -> Given:
    """Enter a document that goes out, under the next number or the one that was typed.

    Raises:
        Invalid: By field; the number is given already or would leave a gap (`number`).
        NotFound: What it answers is not there any more.
    """
    verb = "Giữ số" if order.state is DocumentState.RESERVED else "Lấy số"
    with store.writing(f"{verb} văn bản: {normalise(order.subject)}", form_id) as session:
        document = give_number_in(session, order)
    return Given(document, session.change)


def give_number_in(session: Session, order: NumberOrder) -> Document:
    """As `give_number`, within an act that does more, such as freezing a report."""
    branch = settings.load_branch(session)
    draft = Document(
        direction=Direction.OUT,
        kind=order.kind,
        series="",
        issued_on=order.on,
        recipients=normalise(order.recipients),
        subject=normalise(order.subject),
        signer=normalise(order.signer) or branch.signer_name,
        state=order.state,
        answers_id=order.answers_id,
        note=normalise(order.note),
    )
    return _numbered(session, draft, order.on, order.number, order.papers)


def _numbered(
    session: Session,
    draft: Document,
    on: date,
    typed: int | None,
    papers: Sequence[NewPaper],
) -> Document:
    """Keep a new document under its number, with its files."""
    check_document(draft, date.today())
    branch = settings.load_branch(session)
    series = _series(session, branch, draft.direction, on)
    numbers = _beside(session, draft.direction, draft.kind, series, on)
    number = numbering.following(numbers) if typed is None else typed
    numbering.check_typed(number, numbers, series)
    symbol = numbering.symbol_of(draft.direction, draft.kind, number, branch.number_style)
    made = replace(draft, series=series, number=number, symbol=symbol or draft.symbol)
    made = replace(made, id=register.save_document(session, made))
    keep_papers(session, FileOwner(document_id=made.id), papers)
    _note_answered(session, made)
    return made


def issue(
    store: Store, document: Document, papers: Sequence[NewPaper] = (), form_id: str | None = None
) -> Change:
    """Issue a document whose number was kept, or correct one; number and kind stay.

    Raises:
        Invalid: By field; its date lies outside the run of its number (`issued_on`).
        NotFound: It is not there any more.
        Conflict: It is void.
    """
    return _save(store, document, "Ghi văn bản", papers, form_id)


def _save(
    store: Store, document: Document, verb: str, papers: Sequence[NewPaper], form_id: str | None
) -> Change:
    check_document(document, date.today())
    named = document.symbol or document.subject
    with store.writing(f"{verb} {named}", form_id) as session:
        before = register.load_document(session, document.id or 0)
        _check_stands(before)
        _check_run(before, document)
        register.save_document(session, _as_numbered(document, before))
        keep_papers(session, FileOwner(document_id=before.id), papers)
        _note_answered(session, document)
    return session.change


def _as_numbered(document: Document, before: Document) -> Document:
    """A corrected document with what is never corrected: kind, run, number."""
    symbol = before.symbol if before.direction is Direction.OUT else normalise(document.symbol)
    return replace(
        document,
        kind=before.kind if before.direction is Direction.OUT else document.kind,
        series=before.series,
        number=before.number,
        symbol=symbol,
        subject=normalise(document.subject),
    )


def _check_stands(document: Document) -> None:
    if document.state is DocumentState.CANCELLED:
        raise Conflict(
            f"Văn bản {document.symbol or document.subject} đã hủy nên không sửa được nữa. "
            "Sổ không đổi. Hoàn tác việc hủy trước, hoặc lấy số mới."
        )


def _check_run(before: Document, after: Document) -> None:
    """See that the new date does not carry the number into another year."""
    if _day(after).year == _day(before).year:
        return
    field = "arrived_on" if before.direction is Direction.IN else "issued_on"
    raise Invalid(
        {
            field: f"Số {before.number or 0:02} đã cấp trong năm {_day(before).year}, ngày văn bản "
            "không chuyển sang năm khác được. Hủy số này rồi lấy số mới."
        }
    )


def cancel(store: Store, document_id: int, reason: str, form_id: str | None = None) -> Change:
    """Declare a document void; its number stays with it and is given to no other.

    Raises:
        Invalid: No reason is given.
        NotFound: It is not there any more.
        Conflict: It is void already.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do hủy, ví dụ: Ghi nhầm loại văn bản."})
    document = load_document(store, document_id)
    with store.writing(f"Hủy văn bản {document.symbol or document.subject}", form_id) as session:
        document = register.load_document(session, document_id)
        _check_stands(document)
        cancel_in(session, document, reason)
    return session.change


def cancel_in(session: Session, document: Document, reason: str) -> None:
    """As `cancel`, within an act that does more."""
    void = replace(document, state=DocumentState.CANCELLED, reason=normalise(reason))
    register.save_document(session, void)
    _forget_answered(session, document)


def take_back(store: Store, document_id: int) -> Change:
    """Take out a document that has the last number of its run, as if it had never been.

    Raises:
        Conflict: Higher numbers were given since, or a report bears it; it can only be
            cancelled.
        NotFound: It is not there any more.
    """
    document = load_document(store, document_id)
    with store.writing(f"Bỏ văn bản {document.symbol or document.subject}") as session:
        document = register.load_document(session, document_id)
        if not is_last(session, document):
            raise Conflict(
                f"Sau số {document.number or 0:02} đã cấp số khác nên không bỏ số này được. "
                "Sổ không đổi. Hãy hủy văn bản, số của nó vẫn giữ trong sổ."
            )
        if register.is_named(session, document_id):
            raise Conflict(
                "Số này đứng trên báo cáo đã chốt hoặc biểu mẫu đã điền, hoặc văn bản này trả lời "
                "một lần gửi báo cáo, "
                "nên không bỏ được. Sổ không đổi. Hãy hủy văn bản, số vẫn giữ trong sổ."
            )
        _forget_answered(session, document)
        register.delete_document(session, document_id)
    return session.change


def is_last(session: Session, document: Document) -> bool:
    """Whether no higher number was given in its run."""
    numbers = beside(session, document)
    return document.number is None or numbering.is_last(document.number, numbers)


def beside(session: Session, document: Document, leaving: Sequence[int | None] = ()) -> set[int]:
    """The numbers that stand beside that of a document, its own among them unless left out."""
    kind, series, day = document.kind, document.series, _day(document)
    return _beside(session, document.direction, kind, series, day, leaving)


def _day(document: Document) -> date:
    day = document.arrived_on if document.direction is Direction.IN else document.issued_on
    return day or date.min


# --- What comes in --------------------------------------------------------------------------


def enter_arrival(
    store: Store, document: Document, papers: Sequence[NewPaper] = (), form_id: str | None = None
) -> Given:
    """Enter a document that came in, under the next number of arrival or the one it bears.

    Args:
        store: The books.
        document: With `number` where it was typed; `symbol` is what stands on it.
        papers: Its files.
        form_id: Of the form in which it was entered.

    Raises:
        Invalid: By field.
    """
    with store.writing(f"Ghi văn bản đến: {normalise(document.subject)}", form_id) as session:
        made = enter_arrival_in(session, document, papers)
    return Given(made, session.change)


def enter_arrival_in(
    session: Session, document: Document, papers: Sequence[NewPaper] = ()
) -> Document:
    """As `enter_arrival`, within an act that does more."""
    draft = replace(
        document,
        direction=Direction.IN,
        state=DocumentState.ISSUED,
        subject=normalise(document.subject),
        symbol=normalise(document.symbol),
    )
    on = document.arrived_on or date.today()
    return _numbered(session, draft, on, document.number, papers)


def mark_done(store: Store, document_ids: Sequence[int], done_on: date | None) -> Change:
    """Say that documents were answered or done on a day, or, without a day, that they were not.

    Raises:
        NotFound: One is not there any more.
    """
    verb = "Ghi đã xong" if done_on is not None else "Ghi chưa xong"
    with store.writing(f"{verb}: {len(document_ids)} văn bản đến") as session:
        for own in document_ids:
            document = register.load_document(session, own)
            register.save_document(session, replace(document, done_on=done_on))
    return session.change


def _note_answered(session: Session, document: Document) -> None:
    """An answer that went out settles what it answers."""
    if document.answers_id is None:
        return
    answered = register.load_document(session, document.answers_id)
    if document.state is DocumentState.ISSUED and answered.done_on is None:
        register.save_document(session, replace(answered, done_on=document.issued_on))


def _forget_answered(session: Session, document: Document) -> None:
    """What a void document answered waits again, unless another has answered it as well."""
    if document.answers_id is None:
        return
    others = [
        one
        for one in register.answers_to(session, document.answers_id)
        if one.id != document.id and one.state is DocumentState.ISSUED
    ]
    answered = register.load_document(session, document.answers_id)
    if not others and answered.done_on == document.issued_on:
        register.save_document(session, replace(answered, done_on=None))
