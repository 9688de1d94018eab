"""The contract of a loan and letters that remind of loans, as Word files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.funds import loans
from ccb_desktop.data.members import people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.fund_papers.loan_forms import LOAN_FORMS, LoanForm, loan_texts
from ccb_desktop.domain.funds.loan_lines import PRESSING
from ccb_desktop.domain.masking import masked_person
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.papers import page_numbers
from ccb_desktop.operations.funds.loan_lists import loan_lines_in
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.word_templates import template_of


def write_loan_form(
    store: Store,
    name: str,
    loan_ids: Sequence[int],
    on: date,
    out: Path,
    numbers: Sequence[int | None] = (),
    *,
    masked: bool = True,
) -> Path:
    """Write a form for some loans into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder.

    Args:
        store: The books.
        name: Of `LOAN_FORMS`.
        loan_ids: The loans, in their order.
        on: The day as on which they are told.
        out: The `.docx` file.
        numbers: Of each letter, in the register of documents.
        masked: Whether CCCD and phone numbers are masked, where nothing demands them whole.

    Raises:
        NotFound: There is no such form, or a loan is not in the books on the day.
        Invalid: No loan is chosen, or the file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    form = _form(name)
    if not loan_ids:
        raise Invalid({"loan": "Chưa chọn khoản vay nào để in. Chọn ít nhất một khoản."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, name, masked=masked)
    with store.reading() as session:
        branch = settings.load_branch(session)
        lines = {line.file.loan.id: line for line in loan_lines_in(session, on)}
        if set(loan_ids) - lines.keys():
            raise NotFound("Khoản vay này không có trong sổ tại ngày ấy. Hãy mở lại danh sách.")
        wanted = [lines[one] for one in loan_ids]
        ids = [line.file.loan.person_id for line in wanted if line.file.loan.person_id]
        borrowers = _borrowers(session, ids, masked=hidden)
    texts = [
        loan_texts(form, branch, line, borrowers.get(line.file.loan.person_id), given)
        for line, given in zip(wanted, page_numbers(numbers, len(wanted)), strict=True)
    ]
    used = template_of(store, form.template)
    with leaving(store, out, form.label, people=len(wanted), person_ids=ids, masked=hidden):
        return write_member_forms(texts, used, form.label, out, practice=branch.practice)


def _borrowers(session: Session, ids: Sequence[int], *, masked: bool) -> dict[int | None, Person]:
    found = people.load_people(session, ids)
    return {one.id: masked_person(one) if masked else one for one in found}


def loans_of_codes(store: Store, codes: Sequence[str]) -> list[int]:
    """The loans of some codes, those that were not voided.

    Raises:
        NotFound: There is no loan of a code.
    """
    found = []
    with store.reading() as session:
        for code in codes:
            standing = [
                file.loan.id or 0
                for file in loans.find_loans(session, code)
                if file.loan.voided_on is None
            ]
            if not standing:
                raise NotFound(f"Không có khoản vay mã “{code}” trong sổ.")
            found += standing
    return found


def pressing_loans(store: Store, on: date) -> list[int]:
    """The loans that are overdue on a day, or of which a part has not come in time."""
    with store.reading() as session:
        lines = loan_lines_in(session, on)
    return [line.file.loan.id or 0 for line in lines if line.standing in PRESSING]


def _form(name: str) -> LoanForm:
    if name not in LOAN_FORMS:
        raise NotFound(f"Không có mẫu tên “{name}”. Các mẫu có: {', '.join(LOAN_FORMS)}.")
    return LOAN_FORMS[name]
