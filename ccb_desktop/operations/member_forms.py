"""Decisions and letters about members as Word files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import charter, settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.member_papers.decisions import FORMS, MemberForm, form_texts
from ccb_desktop.domain.papers import file_name
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.word_templates import template_of


def write_form(store: Store, name: str, person_ids: Sequence[int], out: Path) -> Path:
    """Write a form for some people into one Word file, in the order given.

    The branch's own template is used where there is one of the same name in its folder.

    Raises:
        NotFound: There is no such form, or somebody is not in the books.
        Invalid: Nobody is chosen, or the file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    form = _form(name)
    if not person_ids:
        raise Invalid({"person": "Chưa chọn người nào để in. Chọn ít nhất một người."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    today = date.today()
    with store.reading() as session:
        source = sheet_source(session, today)
        calendar = charter.load_calendar(session)
        files = load_member_files(session, person_ids)
    texts = [form_texts(form, source, calendar, file) for file in files]
    template = template_of(store, form.template)
    with noting(store.folder, out.parent):
        return write_member_forms(texts, template, form.label, out, practice=source.branch.practice)


def suggested_name(store: Store, name: str, on: date) -> str:
    """A file name in ASCII: `Quyet-dinh-ket-nap_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(_form(name).label, branch, on, "docx")


def _form(name: str) -> MemberForm:
    if name not in FORMS:
        raise NotFound(f"Không có mẫu tên “{name}”. Các mẫu có: {', '.join(FORMS)}.")
    return FORMS[name]
