"""Papers of houses: the minutes of handing over as a Word file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members import people
from ccb_desktop.data.store import Store
from ccb_desktop.data.visits.housing import list_housing, list_lines
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.masking import masked_person
from ccb_desktop.domain.papers import page_numbers
from ccb_desktop.domain.visit_papers.house_minutes import LABEL, TEMPLATE, minutes_texts
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.word_templates import template_of


def write_minutes(
    store: Store,
    housing_ids: Sequence[int],
    out: Path,
    numbers: Sequence[int | None] = (),
) -> Path:
    """Write the minutes of some houses into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder.

    Raises:
        NotFound: A house is not in the books any more.
        Invalid: No house is chosen, one is not handed over or is voided, or the file is no
            `.docx`.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if not housing_ids:
        raise Invalid({"housing": "Chưa chọn nhà nào để in. Chọn ít nhất một nhà."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, "house-minutes")
    with store.reading() as session:
        branch = settings.load_branch(session)
        lines = {line.support.id: line for line in list_lines(session, date.today())}
        if any(one not in lines for one in housing_ids):
            raise NotFound("Nhà này không còn trong sổ. Hãy mở lại danh sách.")
        wanted = [lines[one] for one in housing_ids]
        ids = [line.support.person_id for line in wanted if line.support.person_id]
        found = people.load_people(session, ids)
    persons = {one.id: masked_person(one) if hidden else one for one in found}
    for line in wanted:
        if line.support.handed_over_on is None or not line.support.counts:
            raise Invalid(
                {
                    "housing": f"Nhà của {line.support.head_name} chưa bàn giao nên chưa in biên "
                    "bản được. Ghi ngày bàn giao trước."
                }
            )
    texts = [
        minutes_texts(branch, line, persons.get(line.support.person_id), given)
        for line, given in zip(wanted, page_numbers(numbers, len(wanted)), strict=True)
    ]
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, people=len(texts), person_ids=ids, masked=hidden):
        return write_member_forms(texts, template, LABEL, out, practice=branch.practice)


def houses_of(store: Store, person_ids: Sequence[int]) -> list[int]:
    """The houses that were handed over to some people, the latest entry first.

    Raises:
        Invalid: There is none.
    """
    with store.reading() as session:
        found = [
            one.id or 0
            for one in list_housing(session)
            if one.person_id in person_ids and one.counts and one.handed_over_on is not None
        ]
    if not found:
        raise Invalid(
            {"person": "Những người này chưa có nhà nào ghi bàn giao nên không có biên bản để in."}
        )
    return found
