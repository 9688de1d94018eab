"""Fill a form for a period, keep the file as it was filled, write it again unchanged."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from ccb_desktop.data import report_texts, settings
from ccb_desktop.data import superior_forms as kept_forms
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.members.attached_files import keep_content
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.form_filling.form_file import fill_form, read_shape
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import BadFile, Invalid, ReadOnly, UserError
from ccb_desktop.domain.figures.books import Books
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.superior_forms.assembling import (
    Tied,
    assemble,
    lists_wanted,
    tied_blanks,
    units_wanted,
)
from ccb_desktop.domain.superior_forms.forms import FormFilling, SuperiorForm
from ccb_desktop.domain.superior_forms.shapes import FormShape
from ccb_desktop.domain.superior_forms.ties import Tie, TieKind
from ccb_desktop.domain.superior_forms.values import (
    FormSource,
    ListKey,
    filled_of,
    list_columns,
    list_length,
    shown,
)
from ccb_desktop.operations import papers
from ccb_desktop.operations.period_figures import (
    checked_cut_off,
    figures_before,
    figures_of,
    with_days_of_term,
)
from ccb_desktop.operations.personal_exports import after_the_act, leaving, see_masked
from ccb_desktop.operations.superior_forms.numbering import (
    FormNumber,
    give_foreseen,
    number_of,
    report_document,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FillOrder:
    """A form as it is to be filled.

    Attributes:
        cut_off: Last day counted; the end of the period when not given.
        typed: Place of a blank → what the officer typed.
        masked: Whether CCCD and phone numbers are masked.
        today: The day that stands in it.
        numbered: Whether it is given the next number of the register, where a blank is tied to
            one and neither the frozen report of the period nor an earlier filling has it.
        begin: That number, where the register of its kind begins with it.
    """

    form_id: int
    period: Period
    cut_off: date | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    masked: bool = True
    today: date = field(default_factory=date.today)
    numbered: bool = False
    begin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A filled form before it is kept.

    Attributes:
        shape: How the filled file looks.
        missing: The labels of blanks for which no book gives anything; `…` stands there.
        left: The labels of blanks for which nothing was typed.
        number: Its number; none where no blank is tied to it.
    """

    form: SuperiorForm
    order: FillOrder
    cut_off: date
    content: bytes
    shape: FormShape
    file_name: str
    missing: tuple[str, ...]
    left: tuple[str, ...]
    number: FormNumber | None = None


def draft_filling(store: Store, order: FillOrder) -> FilledForm:
    """Fill a form as the books stand now; nothing is kept.

    Raises:
        Invalid: Nothing is tied, the cut-off lies outside the period, or the books give
            nothing for what is tied.
        BadFile: A list finds no room in the form, with the reason.
        NotFound, Damaged: The form is not there any more, or not as it was kept.
    """
    with store.reading() as session:
        form = kept_forms.load_form(session, order.form_id)
        content = kept_forms.load_bytes(session, form.content_sha256, form.title)
        tied = tied_blanks(kept_forms.list_blanks(session, order.form_id))
        asks = any(tie.is_of_register for _blank, tie in tied)
        number = _foreseen(session, order) if asks else None
    source = read_source(store, tied, order.period, order.cut_off, masked=order.masked)
    if number is not None and (number.document_id is not None or order.numbered):
        source = replace(source, symbol=number.symbol, number=number.number)
    row_of = {blank.place: blank.row for blank in read_shape(content).blanks}
    assembled = assemble(tied, row_of, source, order.typed)
    try:
        filled = fill_form(content, assembled.contents)
    except BadFile as error:
        raise BadFile(f"Chưa điền được “{form.title}”: {error}") from error
    name = f"{form.title} {source.period.file_name}"
    return FilledForm(
        form=form,
        order=order,
        cut_off=source.cut_off,
        content=filled,
        shape=read_shape(filled),
        file_name=_named(name, source.branch, source.cut_off, form.ending),
        missing=assembled.missing,
        left=assembled.left,
        number=number,
    )


def keep_and_write(
    store: Store, filled: FilledForm, out: Path, form_id: str | None = None
) -> tuple[Change, Path]:
    """Keep a filled form with its bytes, what was typed and its number, and write it.

    What cannot be written is not said to have been filled, and no number is given.

    Returns:
        The act, and the absolute path of the file.

    Raises:
        Conflict: Its number was given to another document since it was filled.
        FileInUse, DiskFull, ReadOnly, NotFound: As `write_filled`.
    """
    order = filled.order
    told = f"Điền biểu mẫu {filled.form.title}, {order.period.name}"
    with after_the_act(store), store.writing(told, form_id) as session:
        kept_forms.save_filling(
            session,
            FormFilling(
                form_id=order.form_id,
                period=order.period.code,
                cut_off=filled.cut_off,
                filled_at=datetime.now().astimezone(),
                typed=json.dumps(dict(order.typed), ensure_ascii=False, sort_keys=True),
                file_name=filled.file_name,
                content_sha256=keep_content(session, filled.content),
                document_id=_given(session, filled),
                masked=order.masked,
            ),
        )
        written = write_filled(store, filled.content, out, masked=order.masked)
    return session.change, written


def _foreseen(session: Session, order: FillOrder) -> FormNumber:
    return number_of(session, order.form_id, order.period, order.today, order.begin)


def _given(session: Session, filled: FilledForm) -> int | None:
    """The document of its number, which is given now where it was asked for."""
    order, number = filled.order, filled.number
    if number is None or number.document_id is not None or not order.numbered:
        return number.document_id if number else None
    return give_foreseen(session, filled.form, order.period, order.today, number)


def write_filled(store: Store, content: bytes, out: Path, *, masked: bool) -> Path:
    """Put a filled form in place and read it back.

    Args:
        store: The books.
        content: The file.
        out: Where to.
        masked: Whether CCCD and phone numbers in it are masked.

    Raises:
        Forbidden: They are whole, and whoever is at work only reads.
        FileInUse, DiskFull, ReadOnly, NotFound: The file cannot be written; an old one is
            as it was.
    """
    hashed = sha256(content).hexdigest()

    def check(written: Path) -> None:
        if sha256(written.read_bytes()).hexdigest() != hashed:
            raise ReadOnly(
                f"Tệp vừa ghi vào “{out.parent}” đọc lại không đúng nên không được dùng. Tệp cũ "
                "và số liệu còn nguyên. Hãy ghi sang ổ đĩa hoặc USB khác."
            )

    with leaving(store, out, "Biểu mẫu của cấp trên", masked=masked):
        write_bytes(out, content, check)
    return out.absolute()


def write_filling(store: Store, filling_id: int, out: Path) -> Path:
    """Write again what was filled earlier, byte for byte, whatever the books say today.

    Raises:
        NotFound, Damaged: It is not there any more, or not as it was kept.
        Forbidden, FileInUse, DiskFull, ReadOnly: As `write_filled`.
    """
    filling, content = _load(store, filling_id)
    return write_filled(store, content, out, masked=filling.masked)


def load_filled(store: Store, filling_id: int) -> bytes:
    """The bytes of a form as it was filled, to look at.

    Raises:
        NotFound, Damaged: It is not there any more, or not as it was kept.
        Forbidden: Its numbers are whole, and whoever is at work only reads.
    """
    filling, content = _load(store, filling_id)
    see_masked(store, masked=filling.masked)
    return content


def _load(store: Store, filling_id: int) -> tuple[FormFilling, bytes]:
    with store.reading() as session:
        filling = kept_forms.load_filling(session, filling_id)
        content = kept_forms.load_bytes(session, filling.content_sha256, filling.file_name)
    return filling, content


def typed_before(store: Store, form_id: int) -> dict[str, str]:
    """What the officer typed when he filled the form last, by place."""
    with store.reading() as session:
        fillings = kept_forms.list_fillings(session, form_id)
    found = json.loads(fillings[0].typed) if fillings else {}
    return {str(place): str(text) for place, text in found.items()}


# What is shown while blanks are tied


@dataclass(frozen=True, slots=True)
class Looked:
    """What is told while blanks are tied.

    Attributes:
        values: By place of a blank: what would stand there, in a few words.
        entries: By code of a figure that has several: the names of its entries.
    """

    values: Mapping[str, str]
    entries: Mapping[str, tuple[str, ...]]


def look_at(store: Store, tied: Sequence[Tied], period: Period, cut_off: date | None) -> Looked:
    """What would stand in tied blanks in a period.

    Raises:
        Invalid: The cut-off lies outside the period.
    """
    source = read_source(store, tied, period, cut_off)
    counted = source.figures.get("")
    by_code = counted.by_code.items() if counted is not None else ()
    return Looked(
        values={blank.place: _shown(tie, source) for blank, tie in tied},
        entries={
            code: tuple(figure.value)
            for code, figure in by_code
            if isinstance(figure.value, Mapping)
        },
    )


def _shown(tie: Tie, source: FormSource) -> str:
    if tie.kind is TieKind.TYPED:
        return "(gõ tay)"
    if tie.kind is not TieKind.COLUMN:
        return shown(filled_of(tie, source))
    length = list_length(tie, source)
    if not length:
        return "không có dòng nào"
    return f"{length} dòng, dòng đầu: {shown(filled_of(tie, source))}"


def columns_of(store: Store, name: str, on: date) -> list[str]:
    """The headings of the columns of a list; none where it cannot be made.

    Raises:
        NotFound: There is no list of that name.
    """
    return list_columns(papers.list_rows(store, papers.ListOrder(name=name, on=on)))


# Reading


def read_source(
    store: Store,
    tied: Sequence[Tied],
    period: Period,
    cut_off: date | None,
    *,
    masked: bool = True,
) -> FormSource:
    """Read what the blanks of a form are filled from.

    Raises:
        Invalid: The cut-off lies outside the period.
    """
    with store.reading() as session:
        whole = with_days_of_term(session, period)
        last = checked_cut_off(whole, cut_off)
        books = load_figure_books(session)
        codes = units_wanted(tied)
        now = {code: _figures(books, code, whole, last) for code in codes}
        before = {code: _before(books, code, whole, last) for code in codes}
        branch = settings.load_branch(session)
        typed = _typed_targets(session, whole)
        numbered = report_document(session, whole)
    lists = _lists(store, lists_wanted(tied), whole, last, masked=masked)
    return FormSource(
        branch=branch,
        period=whole,
        cut_off=last,
        today=date.today(),
        figures={code: found for code, found in now.items() if found is not None},
        before={code: found for code, found in before.items() if found is not None},
        typed=typed,
        lists=lists,
        symbol=numbered.symbol if numbered else "",
        number=numbered.number if numbered else None,
    )


def _typed_targets(session: Session, period: Period) -> dict[str, str]:
    """Targets and estimates typed into the annex of the report of that period."""
    kind = ReportKind[period.kind.name]
    return report_texts.load_report_texts(session, kind, period.code)


def _figures(books: Books, code: str, period: Period, last: date) -> Figures | None:
    unit = next((one for one in books.roster.units if one.code == code), None)
    if code and unit is None:
        return None
    return figures_of(books, period.from_on, last, period.to_on, unit=unit)


def _before(books: Books, code: str, period: Period, last: date) -> Figures | None:
    unit = next((one for one in books.roster.units if one.code == code), None)
    return None if code and unit is None else figures_before(books, period, last, unit)


def _lists(
    store: Store, keys: Sequence[ListKey], period: Period, last: date, *, masked: bool
) -> dict[ListKey, ListPaper]:
    """The lists that can be made; one that cannot is missing, as a figure without a book is."""
    found = {}
    for name, chosen in keys:
        order = papers.ListOrder(
            name=name, on=last, from_on=period.from_on, filter=chosen, masked=masked
        )
        try:
            found[name, chosen] = papers.list_rows(store, order)
        except Invalid:
            raise
        except UserError:
            continue
    return found


def _named(name: str, branch: Branch, on: date, ending: str) -> str:
    practice = "Thực hành " if branch.practice else ""
    return file_name(f"{practice}{name}", branch, on, ending)
