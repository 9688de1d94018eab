"""Decisions and letters about members as Word files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ccb_desktop.data import charter, settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits.care import list_relatives_of
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.member_papers.decisions import FORMS, MemberForm, form_texts
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.member_papers.personal_forms import APPLICATION, PERSONAL_FORMS
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.papers import file_name, page_numbers
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.word_templates import template_of


def write_form(
    store: Store,
    name: str,
    person_ids: Sequence[int],
    out: Path,
    numbers: Sequence[int | None] = (),
    numbered_on: date | None = None,
    *,
    masked: bool = True,
) -> Path:
    """Write a form for some people into one Word file, in the order given.

    The branch's own template is used where there is one of the same name in its folder. An
    application may be written for nobody: then everything in it is room for the pen. Decisions
    and letters bear the number of the event; else that of the register, where one is
    given, and are dated on `numbered_on`, which is today where it is not told. CCCD and phone
    numbers are `masked` where the form does not demand them whole.

    Raises:
        NotFound: There is no such form, or somebody is not in the books.
        Invalid: Nobody is chosen, or the file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    form = _form(name)
    if not person_ids and name != APPLICATION:
        raise Invalid({"person": "Chưa chọn người nào để in. Chọn ít nhất một người."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, name, masked=masked)
    on = numbered_on or date.today()
    with store.reading() as session:
        source = sheet_source(session, on)
        calendar = charter.load_calendar(session)
        found = load_member_files(session, person_ids) or [MemberFile(person=Person(full_name=""))]
        files = [one.leaving(masked=hidden) for one in found]
        more = [_more(session, name, source, file) for file in files]
    texts = [
        {**form_texts(form, source, calendar, file, number), **own}
        for file, own, number in zip(files, more, page_numbers(numbers, len(files)), strict=True)
    ]
    template = template_of(store, form.template)
    with leaving(store, out, form.label, person_ids=person_ids, masked=hidden):
        return write_member_forms(texts, template, form.label, out, practice=source.branch.practice)


def _more(session: Session, name: str, source: SheetSource, file: MemberFile) -> Mapping[str, Any]:
    """What a form says of somebody beside the fields that all of them have."""
    if name not in PERSONAL_FORMS:
        return {}
    relatives = list_relatives_of(session, file.person.id) if file.person.id else []
    return PERSONAL_FORMS[name].texts(source, file, relatives)


def suggested_name(store: Store, name: str, on: date) -> str:
    """A file name in ASCII: `Quyet-dinh-ket-nap_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(_form(name).label, branch, on, "docx")


def _form(name: str) -> MemberForm:
    if name in PERSONAL_FORMS:
        return PERSONAL_FORMS[name].form
    if name not in FORMS:
        known = ", ".join((*FORMS, *PERSONAL_FORMS))
        raise NotFound(f"Không có mẫu tên “{name}”. Các mẫu có: {known}.")
    return FORMS[name]
