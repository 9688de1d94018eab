"""The whole file of a person as a paper."""

from datetime import date
from pathlib import Path

from ccb_desktop.data.activities.meetings import list_attended
from ccb_desktop.data.emulation import awards, disciplines, nominations
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.members.people import load_person
from ccb_desktop.data.personal_data.books import list_exports_of
from ccb_desktop.data.settings import load_branch
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.person_file import write_person_file as write_paper
from ccb_desktop.domain.activity_papers.attended_section import attended_blocks
from ccb_desktop.domain.emulation_papers.person_section import grading_blocks, praise_blocks
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.masking import masked_illness, masked_relative
from ccb_desktop.domain.member_papers.person_file import person_file_paper
from ccb_desktop.domain.member_papers.personal_data_lists import corrections_table, exports_table
from ccb_desktop.domain.member_papers.visits_section import visits_blocks
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.task_papers.work_section import work_blocks
from ccb_desktop.operations.emulation.person import years_of_in
from ccb_desktop.operations.funds.person_money import person_money_in
from ccb_desktop.operations.personal_data.lists import corrections_of
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.tasks.person_work import person_work_in
from ccb_desktop.operations.visits.care import person_care_in


def write_person_file(store: Store, person_id: int, out: Path, *, masked: bool = True) -> Path:
    """Write everything the books say of a person into one Word file.

    Args:
        store: The books.
        person_id: Who.
        out: The `.docx` file.
        masked: Whether CCCD and phone numbers and what is noted of his health are masked; for
            himself, who may know all that is kept of him, they are not.

    Raises:
        Invalid: The file is no `.docx`.
        NotFound: Nobody has this id.
        Damaged: His photo in the books is not what was kept.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, "person-file", masked=masked)
    corrected = corrections_of(store, person_id, masked=hidden)
    with store.reading() as session:
        source = sheet_source(session, date.today())
        [found] = load_member_files(session, [person_id])
        file = found.leaving(masked=hidden)
        money = person_money_in(session, person_id, source.on)
        near = person_care_in(session, person_id)
        work = person_work_in(session, person_id, source.on)
        attended = list_attended(session, person_id)
        years = years_of_in(session, person_id)
        left = list_exports_of(session, person_id)
        praised = praise_blocks(
            awards.list_of_person(session, person_id),
            nominations.list_of_person(session, person_id),
            [line.discipline for line in disciplines.list_of_person(session, person_id)],
        )
    ill = [masked_illness(one) if hidden else one for one in near.illnesses]
    family = [masked_relative(one) if hidden else one for one in near.relatives]
    welfare = visits_blocks(near.visits, ill, family)
    planned = work_blocks(work.tasks, work.commitments, source.on, work.soon_days)
    came, graded = attended_blocks(attended, source.on), grading_blocks(years)
    data = (
        ("ĐÃ SỬA TRONG HỒ SƠ", [corrections_table(corrected)] if corrected else []),
        ("TỆP ĐÃ ĐƯA RA CÓ TÊN NGƯỜI NÀY", [exports_table(left)] if left else []),
    )
    paper = person_file_paper(source, file, money, welfare, planned, came, graded, praised, data)
    with leaving(store, out, "Hồ sơ cá nhân", person_ids=[person_id], masked=hidden):
        return write_paper(paper, out)


def suggested_name(store: Store, person_id: int) -> str:
    """A file name in ASCII: `Ho-so-Nguyen-Van-An_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        name = load_person(session, person_id).full_name
        branch = load_branch(session)
    return file_name(f"Hồ sơ {name}", branch, date.today(), "docx")
