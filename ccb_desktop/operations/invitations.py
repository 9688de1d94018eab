"""Invitations as one Word file, a page for each who is invited."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.activity_papers.invitation import (
    LABEL,
    TEMPLATE,
    Invitation,
    Invited,
    check_invitation,
    invitation_texts,
)
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.word_templates import template_of


def write_invitations(
    store: Store,
    invitation: Invitation,
    person_ids: Sequence[int],
    on: date,
    out: Path,
    number: int | None = None,
) -> Path:
    """Write the invitations of some members, in their order, and of guests behind them.

    The branch's own template is used where there is one of the same name in its folder. Where
    nobody is named there is one page whose name is left to the pen. All bear the same number.

    Raises:
        Invalid: It is not said to what, or the file is no `.docx`.
        NotFound: Somebody is not on the roll.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    check_invitation(invitation)
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        members = {line.person_id: line for line in lists.list_members(session, on)}
    if any(one not in members for one in person_ids):
        raise NotFound("Có người không còn trong sổ hội viên. Hãy mở lại danh sách.")
    chosen = [members[one] for one in person_ids]
    invited = [
        Invited(line.full_name, line.sex, ", ".join(filter(None, (line.hoi_posts, line.unit_name))))
        for line in chosen
    ]
    texts = invitation_texts(branch, invitation, invited, on, number)
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, person_ids=person_ids):
        return write_member_forms(texts, template, LABEL, out, practice=branch.practice)
