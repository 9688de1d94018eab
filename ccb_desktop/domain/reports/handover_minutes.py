"""The minutes of handing over (biên bản bàn giao): what their fields say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import board_signature, document_number, letterhead_of
from ccb_desktop.domain.printing import long_date, number
from ccb_desktop.domain.reports.handover import HandedFund, Handover, book_days

LABEL = "Biên bản bàn giao"
TEMPLATE = "bien-ban-ban-giao.docx"
"""The Word file with fields that comes with the program."""

_SYMBOL = "BB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who hands over to whom; what is left empty is room for the pen.

    Attributes:
        things: What else is handed over: seal, keys, furniture.
    """

    giver: str = ""
    giver_post: str = ""
    receiver: str = ""
    receiver_post: str = ""
    witness: str = ""
    things: str = ""


def minutes_texts(
    branch: Branch, found: Handover, sides: Sides, on: date, document: int | None = None
) -> dict[str, Any]:
    """Every field of the minutes; `document` is their number in the register."""
    head, signature = letterhead_of(branch, on), board_signature(branch)
    cash, bank, lent, whole = found.sums
    told = ("giver", "giver_post", "receiver", "receiver_post", "witness", "things")
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "number": document_number(_SYMBOL, document, branch.number_style),
        "place_and_date": head.place_and_date,
        "on": long_date(on),
        "at": f"trụ sở {head.issuer}",
        **{name: getattr(sides, name).strip() or BLANK for name in told},
        "giver_name": sides.giver.strip(),
        "receiver_name": sides.receiver.strip(),
        "signer_titles": "\n".join(signature.lines),
        "signer_name": signature.name,
        "books": _books(found),
        "money_told": found.money_told if found.funds else "Chưa có quỹ nào.",
        "funds": [_fund(place, one) for place, one in enumerate(found.funds, 1)] or [_NO_FUND],
        **{
            "cash": number(cash),
            "bank": number(bank),
            "lent": number(lent),
            "whole": number(whole),
        },
        "in_words": in_words(whole) if whole > 0 else "Không đồng",
        "open_work": _open_work(found),
    }


def _books(found: Handover) -> list[dict[str, str]]:
    rows = [
        {
            "number": str(place),
            "label": one.label,
            "count": number(one.count),
            "unit": one.unit,
            "days": book_days(one),
        }
        for place, one in enumerate(found.books, 1)
    ]
    return rows or [dict.fromkeys(("number", "label", "count", "unit", "days"), "")]


def _fund(place: int, one: HandedFund) -> dict[str, str]:
    return {
        "number": str(place),
        "label": one.name,
        "cash": number(one.cash_dong),
        "bank": number(one.bank_dong),
        "lent": number(one.lent_dong),
        "whole": number(one.whole_dong),
    }


_NO_FUND = dict.fromkeys(("number", "label", "cash", "bank", "lent", "whole"), "")


def _open_work(found: Handover) -> str:
    told = [
        f"{one.label.removeprefix('– ')}: {number(one.count)} {one.unit}" for one in found.open_work
    ]
    return "; ".join(told) + "." if told else "không có trong sổ."
