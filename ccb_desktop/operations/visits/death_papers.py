"""Papers at a death as Word files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Store
from ccb_desktop.data.visits import deaths
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS, DeathForm, death_texts
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.word_templates import template_of


def write_death_form(
    store: Store,
    name: str,
    person_ids: Sequence[int],
    on: date,
    out: Path,
    *,
    masked: bool = True,
) -> Path:
    """Write a paper about some deaths into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder. CCCD and
    phone numbers are `masked` where the paper does not demand them whole.

    Raises:
        NotFound: There is no such paper, or somebody is not in the books.
        Invalid: Nobody is chosen, or the file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    form = _form(name)
    if not person_ids:
        raise Invalid({"person": "Chưa chọn người nào để in. Chọn ít nhất một người."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, name, masked=masked)
    with store.reading() as session:
        source = sheet_source(session, on)
        members = load_member_files(session, person_ids)
        files = {file.person.id: file for file in deaths.load_files(session, person_ids, on)}
    texts = []
    for one in members:
        shown = one.leaving(masked=hidden)
        death = files[one.person.id].leaving(masked=hidden)
        texts.append(death_texts(form, source, shown, death))
    template = template_of(store, form.template)
    with leaving(store, out, form.label, person_ids=person_ids, masked=hidden):
        return write_member_forms(texts, template, form.label, out, practice=source.branch.practice)


def suggested_name(store: Store, name: str, on: date) -> str:
    """A file name in ASCII: `Tin-buon_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(_form(name).label, branch, on, "docx")


def _form(name: str) -> DeathForm:
    if name not in DEATH_FORMS:
        raise NotFound(f"Không có mẫu tên “{name}”. Các mẫu có: {', '.join(DEATH_FORMS)}.")
    return DEATH_FORMS[name]
