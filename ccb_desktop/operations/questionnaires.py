"""Write what chi hội are asked for: Word sheets for the pen, and an Excel form to send back."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members.books import load_books
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.excel.template import TemplateSheet, write_template
from ccb_desktop.documents.word.questionnaire import write_questionnaire as write_sheets
from ccb_desktop.domain.code_lists import labels_by_list
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.exchange.kinds_people import MEMBERS
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.member_papers.questionnaire import by_person, by_unit
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.record_gaps.excel_form import ExcelForm, excel_form
from ccb_desktop.domain.record_gaps.review import GapsReview
from ccb_desktop.domain.workbook_rows import offered, row_source
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.record_gaps import doubts_in, gaps_in

_NOTHING = "Không có hồ sơ nào còn thiếu ở phần đã chọn, nên không có gì để hỏi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose gaps are asked for.

    Attributes:
        unit_id: Only one chi hội; `None` for all.
        unit_ids: Only these chi hội; none for all.
        person_ids: Only these people; none for everybody.
        masked: Whether CCCD and phone numbers are masked on paper.
    """

    on: date
    unit_id: int | None = None
    unit_ids: Collection[int] = ()
    person_ids: Collection[int] = ()
    masked: bool = True

    def of(self, review: GapsReview) -> GapsReview:
        """The part of the review that is asked for."""
        people, units = set(self.person_ids), set(self.unit_ids)
        records = (
            record
            for record in review.records
            if self.unit_id in (None, record.line.unit_id)
            and (not units or record.line.unit_id in units)
            and (not people or record.line.person_id in people)
        )
        return replace(review, records=tuple(records))


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """The Excel form, and how many members could not stand in it."""

    path: Path
    left_out: int


def write_questionnaire(store: Store, asked: Asked, out: Path, *, page_each: bool = False) -> Path:
    """Write the questionnaire for the pen as Word.

    Args:
        store: The books.
        asked: Whose gaps.
        out: The `.docx` file.
        page_each: A page for each person, not a table for each chi hội.

    Raises:
        Invalid: The file is no `.docx`.
        Conflict: Nothing is missing.
        FileInUse, DiskFull, ReadOnly, NotFound: The file cannot be written.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hides_numbers(store, "questionnaire", masked=asked.masked)
    with store.reading() as session:
        review, source = _asked_of(session, asked), _source(session, asked)
        doubts: dict[int, list[str]] = {}
        for one in doubts_in(session, asked.on) if page_each else ():
            said = f"{one.doubt.reason} ({'; '.join(one.doubt.values)})"
            told = one.hide_numbers(said, source.secret)
            doubts.setdefault(one.record.person_id, []).append(told)
    paper = by_person(source, review, doubts) if page_each else by_unit(source, review)
    asks, count = "Phiếu bổ sung hồ sơ", len(review.incomplete)
    with leaving(store, out, asks, people=count, masked=asked.masked):
        return write_sheets(paper, out)


def write_excel_form(store: Store, asked: Asked, out: Path) -> WrittenForm:
    """Write the Excel form, which is imported again as it comes back.

    Raises:
        Invalid: The file is no `.xlsx`.
        Conflict: Nothing is missing, or nobody could be told for certain when it comes back.
        FileInUse, DiskFull, ReadOnly, NotFound: The file cannot be written.
    """
    if out.suffix.lower() != ".xlsx":
        raise Invalid({"out": "Tên tệp phải có đuôi .xlsx (Excel)."})
    with store.reading() as session:
        form, sheet = _form_sheet(session, asked)
        author = settings.load_branch(session).name
    if not form.rows:
        raise Conflict(
            "Những người còn thiếu đều chưa có ngày sinh, số thẻ hay CCCD để nhận ra khi nhập lại. "
            "Hãy dùng phiếu Word, rồi ghi vào từng hồ sơ."
        )
    with leaving(store, out, "Mẫu Excel bổ sung hồ sơ", people=len(form.rows), masked=False):
        return WrittenForm(write_template([sheet], author, out), len(form.left_out))


def _form_sheet(session: Session, asked: Asked) -> tuple[ExcelForm, TemplateSheet]:
    codes = settings.list_codes(session)
    source = row_source(load_books(session), labels_by_list(codes), asked.on)
    in_use = labels_by_list(code for code in codes if not code.retired)
    records = _asked_of(session, asked).incomplete
    form = excel_form(MEMBERS, records, source.books, source.unit_texts)
    return form, TemplateSheet(
        kind=form.kind,
        rows=form.rows,
        offers={one.name: offered(one, source, in_use) for one in form.kind.columns},
        missing=form.missing,
    )


def _asked_of(session: Session, asked: Asked) -> GapsReview:
    review = asked.of(gaps_in(session, asked.on))
    if not review.incomplete:
        raise Conflict(_NOTHING)
    return review


def _source(session: Session, asked: Asked) -> ListSource:
    return ListSource(
        order=ListOrder(name="incomplete", on=asked.on, masked=asked.masked),
        branch=settings.load_branch(session),
        labels=labels_by_list(settings.list_codes(session)),
    )


def unit_of_code(store: Store, code: str) -> int | None:
    """The id of the unit of a code.

    Raises:
        NotFound: There is none.
    """
    with store.reading() as session:
        units = list_units(session)
    found = next((u for u in units if search_key(u.code) == search_key(code)), None)
    if found is None:
        raise NotFound(f"Không có đơn vị mang mã {code}. Xem mã ở trang Đơn vị.")
    return found.id


def suggested_name(store: Store, what: str, on: date, ending: str) -> str:
    """A file name in ASCII: `Phieu-bo-sung_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        return file_name(what, settings.load_branch(session), on, ending)
