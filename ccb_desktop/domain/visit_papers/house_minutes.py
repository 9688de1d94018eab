"""The minutes by which a house is handed over to its family: what their fields say."""

from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import board_signature, document_number, letterhead_of
from ccb_desktop.domain.printing import long_date, short_date
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.housing_lines import HousingLine
from ccb_desktop.domain.visits.labels import HOUSING_DEED, HOUSING_KIND

LABEL = "Biên bản bàn giao nhà"
TEMPLATE = "bien-ban-ban-giao-nha.docx"
"""The Word file with fields that comes with the program."""

SYMBOL = "BB"
"""Sign of their kind in their number."""
_TITLE = {Sex.MALE: "ông", Sex.FEMALE: "bà"}


def minutes_texts(
    branch: Branch, line: HousingLine, person: Person | None, number: int | None = None
) -> dict[str, Any]:
    """Every field of the minutes; what the books do not know is room for the pen.

    Args:
        branch: Who hands over.
        line: The house, with the day on which it is handed over.
        person: The head of the household, where he is of the roster.
        number: In the register of documents.

    Raises:
        ValueError: It is not handed over yet.
    """
    support = line.support
    if support.handed_over_on is None:
        raise ValueError("Minutes are of a house that is handed over")
    head = letterhead_of(branch, support.handed_over_on)
    signed = board_signature(branch)
    title = _TITLE.get(person.sex) if person and person.sex else None
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "issuer_name": branch.name,
        "number": document_number(SYMBOL, number, branch.number_style),
        "place_and_date": head.place_and_date,
        "authority": "\n".join(signed.lines),
        "signer_name": signed.name,
        "signer_phrase": f"{signed.lines[-1].capitalize()} {signed.name or BLANK}",
        "title": title or "ông (bà)",
        "head": support.head_name,
        "born_on": str(person.born_on) if person and person.born_on else BLANK,
        "citizen_id": (person.citizen_id if person else "") or BLANK,
        "address": (person.address if person else "") or BLANK,
        "unit": line.unit_name or BLANK,
        "house": f"nhà ở {HOUSING_KIND[support.kind].lower()}" if support.kind else "nhà ở",
        "deed": HOUSING_DEED[support.kind],
        "on": long_date(support.handed_over_on),
        "started": short_date(support.started_on) if support.started_on else BLANK,
        "handed_over": short_date(support.handed_over_on),
        **_money(branch, support),
    }


def _money(branch: Branch, support: HousingSupport) -> dict[str, Any]:
    given = [(branch.name, support.branch_dong)] if support.branch_dong else []
    given += [(one.source, one.amount_dong) for one in support.sources]
    if support.lacking_dong:
        given.append(("Gia đình tự lo phần còn lại", support.lacking_dong))
    total = sum(amount for _source, amount in given)
    cost = support.cost_dong or total
    parts = [
        {"number": str(place), "source": source, "amount": format_dong(amount)}
        for place, (source, amount) in enumerate(given, 1)
    ]
    return {
        "cost_phrase": f"{format_dong(cost)} đồng ({in_words(cost)})" if cost else BLANK,
        "parts": parts or [{"number": "1", "source": BLANK, "amount": BLANK}],
        "total": format_dong(total) if total else BLANK,
    }
