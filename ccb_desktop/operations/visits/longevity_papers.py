"""Cards that wish long life, as Word files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.visit_papers.longevity_cards import LABEL, TEMPLATE, card_texts
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.word_templates import template_of


def write_cards(store: Store, wanted: Sequence[tuple[int, int]], on: date, out: Path) -> Path:
    """Write the cards of some members into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder.

    Args:
        store: The books.
        wanted: Person and the year for which he is wished long life, in the order of the pages.
        on: Date of the cards.
        out: The `.docx` file.

    Raises:
        Invalid: Nobody is chosen, somebody has no such age in his year or left the Hội, or the
            file is no `.docx`.
        NotFound: Somebody is not on the roll.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if not wanted:
        raise Invalid({"person": "Chưa có ai đến tuổi mừng thọ để in thẻ. Chọn ít nhất một người."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        members = {line.person_id: line for line in lists.list_members(session, on)}
    if any(person_id not in members for person_id, _year in wanted):
        raise NotFound("Có người không còn trong sổ hội viên. Hãy mở lại danh sách.")
    texts = [card_texts(branch, members[person_id], year, on) for person_id, year in wanted]
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, person_ids=[person_id for person_id, _year in wanted]):
        return write_member_forms(texts, template, LABEL, out, practice=branch.practice)


def suggested_name(store: Store, on: date) -> str:
    """A file name in ASCII: `The-mung-tho_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(LABEL, branch, on, "docx")
