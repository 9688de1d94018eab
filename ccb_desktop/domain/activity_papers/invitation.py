"""Invitations (giấy mời): what their fields say, a page for each who is invited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import board_signature, document_number, letterhead_of

LABEL = "Giấy mời"
TEMPLATE = "giay-moi.docx"
"""The Word file with fields that comes with the program."""

_SYMBOL = "GM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """To what people are invited; what is left empty is room for the pen.

    Attributes:
        about: What it is: `Hội nghị sơ kết 6 tháng đầu năm 2026`.
        at: Hour and day, as it is to be printed.
        place: Where.
        content: What it is about in more words.
        guests: Names of people who are not in the books, as they are to be addressed.
    """

    about: str
    at: str = ""
    place: str = ""
    content: str = ""
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who is invited: `ông Trần Văn Ba`, and the unit to which he belongs."""

    name: str
    sex: Sex | None = None
    where: str = ""


def check_invitation(invitation: Invitation) -> None:
    """See that it says to what.

    Raises:
        Invalid: It does not; field `about`.
    """
    if not invitation.about.strip():
        raise Invalid({"about": "Ghi mời dự việc gì, ví dụ Hội nghị tổng kết năm 2026."})


def invitation_texts(
    branch: Branch,
    invitation: Invitation,
    invited: Sequence[Invited],
    on: date,
    number: int | None = None,
) -> list[dict[str, Any]]:
    """The fields of each page; guests who are not in the books come last, else one blank page."""
    everybody = [*invited, *(Invited(guest) for guest in invitation.guests)]
    numbered = {"number": document_number(_SYMBOL, number, branch.number_style)}
    pages = everybody or [Invited(BLANK)]
    return [_texts(branch, invitation, one, on) | numbered for one in pages]


def _texts(branch: Branch, invitation: Invitation, one: Invited, on: date) -> dict[str, Any]:
    head, signature = letterhead_of(branch, on), board_signature(branch)
    about = invitation.about.strip()
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "issuer_name": head.issuer,
        "place_and_date": head.place_and_date,
        "signer_titles": "\n".join(signature.lines),
        "signer_name": signature.name,
        "about": about[:1].upper() + about[1:],
        "about_lower": about[:1].lower() + about[1:],
        "at": invitation.at.strip() or BLANK,
        "place": invitation.place.strip() or BLANK,
        "content": invitation.content.strip(),
        "recipient": f"{_POLITE[one.sex]} {one.name}".strip(),
        "where": one.where,
        "address_as": _POLITE[one.sex] or "quý vị",
    }


_POLITE: dict[Sex | None, str] = {Sex.MALE: "ông", Sex.FEMALE: "bà", None: ""}
