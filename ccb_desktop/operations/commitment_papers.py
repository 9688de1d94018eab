"""The sheets that members sign, as one Word file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import charter, settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import commitments
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.task_papers.commitment_forms import LABEL, TEMPLATE, commitment_texts
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.tasks.commitments import day_of
from ccb_desktop.operations.word_templates import template_of


def write_commitments(store: Store, commitment_ids: Sequence[int], year: int, out: Path) -> Path:
    """Write the sheets of some commitments of a year, in the order given.

    Raises:
        Invalid: None is chosen, or the file is no `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        known = {
            line.commitment.id: line.commitment
            for line in commitments.list_lines(session, year, day_of(year))
        }
    chosen = [known[one] for one in commitment_ids if one in known]
    pairs = [(one.person_id, one.id) for one in chosen]
    return _write(store, pairs, year, out)


def write_sheets_of(
    store: Store, person_ids: Sequence[int], year: int, out: Path, *, masked: bool = True
) -> Path:
    """Write the sheets of some people; who has not signed for the year gets one to fill in.

    Raises:
        As `write_commitments`; also NotFound: somebody is not in the books.
    """
    with store.reading() as session:
        found = commitments.list_lines_of(session, person_ids, day_of(year), year)
    by_person = {line.commitment.person_id: line.commitment.id for line in reversed(found)}
    pairs = [(one, by_person.get(one)) for one in person_ids]
    return _write(store, pairs, year, out, masked=masked)


def suggested_name(store: Store, year: int) -> str:
    """A file name in ASCII: `Ban-dang-ky-thi-dua-2026_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(f"{LABEL} {year}", branch, date.today(), "docx")


def _write(
    store: Store,
    pairs: Sequence[tuple[int, int | None]],
    year: int,
    out: Path,
    *,
    masked: bool = True,
) -> Path:
    """The sheet of each person, with the commitment of that id."""
    if not pairs:
        raise Invalid({"person": "Chưa chọn người nào để in. Chọn ít nhất một người."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        source = sheet_source(session, day_of(year))
        calendar = charter.load_calendar(session)
        people = list(dict.fromkeys(person_id for person_id, _own in pairs))
        files = {file.person.id: file for file in load_member_files(session, people)}
        lines = commitments.list_lines_of(session, people, source.on, year)
    hidden = hides_numbers(store, "commitment", masked=masked)
    known = {line.commitment.id: line.commitment for line in lines}
    texts = [
        commitment_texts(source, calendar, shown, year, known.get(own))
        for person_id, own in pairs
        for shown in [files[person_id].leaving(masked=hidden)]
    ]
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, person_ids=people, masked=hidden):
        return write_member_forms(texts, template, LABEL, out, practice=source.branch.practice)
