"""Cards that wish long life: what stands on each."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import POLITE
from ccb_desktop.domain.lunar.year_names import year_name
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.papers import board_signature, letterhead_of

LABEL = "Thẻ mừng thọ"
NAME = "longevity-card"
"""On the command line."""

TEMPLATE = "the-mung-tho.docx"


def card_texts(branch: Branch, member: MemberLine, year: int, on: date) -> dict[str, str]:
    """Every field of the card of one member.

    Args:
        branch: Who wishes.
        member: Who is wished long life.
        year: The year in which he reaches the age.
        on: The date of the card.

    Raises:
        Invalid: On `person`: he is no member any more, or his age is not one that is wished for.
    """
    age = _wished_age(AgeRule(branch.age_rule), member, year)
    head = letterhead_of(branch, on)
    signed = board_signature(branch)
    polite = POLITE[member.sex]
    born = f"sinh {_day(member)}" if member.born_on is not None else ""
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "issuer_name": branch.name,
        "name": f"{polite} {member.full_name}",
        "name_capitals": f"{polite} {member.full_name}".upper(),
        "polite": polite.lower(),
        "unit_name": member.unit_name,
        "about": ", ".join(part for part in (born, member.unit_name) if part),
        "age": str(age),
        "year": str(year),
        "year_name": year_name(year),
        "place_and_date": head.place_and_date,
        "authority": "\n".join(signed.lines),
        "signer_name": signed.name,
    }


def _day(member: MemberLine) -> str:
    born_on = member.born_on
    if born_on is None or born_on.month is None:
        return f"năm {born_on}"
    return f"ngày {born_on}" if born_on.day is not None else f"tháng {born_on}"


def _wished_age(rule: AgeRule, member: MemberLine, year: int) -> int:
    age = rule.age_in(member.born_on, year)
    if member.status not in IN_HOI:
        raise _refused(f"{member.full_name} không còn ở trong Hội")
    if age is None:
        raise _refused(f"{member.full_name} chưa ghi năm sinh")
    if not is_longevity_age(age):
        raise _refused(f"{member.full_name} năm {year} {age} tuổi, không phải tuổi mừng thọ")
    return age


def _refused(why: str) -> Invalid:
    return Invalid(
        {
            "person": f"{why}, nên không in thẻ mừng thọ. Mừng thọ ở tuổi 70, 75, 80, 85, 90, 95, "
            "100 và mỗi năm sau đó. Bỏ chọn người ấy rồi in lại."
        }
    )
