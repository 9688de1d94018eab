"""The minutes of a meeting of a chi hội: what their fields say (reports.md, forms)."""

from collections.abc import Iterable, Sequence
from typing import Any

from ccb_desktop.domain.activities.activities import Activity, Presence
from ccb_desktop.domain.activities.roll_call import Called, quorum
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.papers import document_number, letterhead_of
from ccb_desktop.domain.printing import long_date, number, official_count

LABEL = "Biên bản họp chi hội"
TEMPLATE = "bien-ban-hop-chi-hoi.docx"
"""The Word file with fields that comes with the program."""

_SYMBOL = "BB"
_LONG_BLANK = "\n".join(["…" * 32] * 3)
_MOST_NAMES = 12


def minutes_texts(
    branch: Branch, activity: Activity, unit_name: str, head: str, called: Sequence[Called]
) -> dict[str, Any]:
    """Every field of the minutes; what the books do not know is room for the pen.

    Args:
        branch: To which the chi hội belongs.
        activity: The meeting.
        unit_name: The chi hội.
        head: Who leads it: `Chi hội trưởng Trần Văn Ba`; empty where nobody is known.
        called: Whom the roll names; nobody is marked where no list is kept.
    """
    top = letterhead_of(branch, activity.held_on)
    return {
        "parent": top.issuer_in_head,
        "issuer": unit_name,
        "issuer_name": unit_name,
        "number": document_number(_SYMBOL, None, branch.number_style),
        "place_and_date": top.place_and_date,
        "unit": unit_name,
        "name": activity.name,
        "on": long_date(activity.held_on),
        "place": activity.place or BLANK,
        "chair": head or BLANK,
        "chair_name": "",
        "secretary": BLANK,
        "secretary_name": "",
        "content": activity.result or _LONG_BLANK,
        "opinions": _opinions(activity),
        **_roll(called, activity),
    }


def _opinions(activity: Activity) -> str:
    counted = f"Có {official_count(activity.opinions)} ý kiến.\n" if activity.opinions else ""
    return f"{counted}{_LONG_BLANK}"


def _roll(called: Sequence[Called], activity: Activity) -> dict[str, str]:
    """Counts, names and quorum of a list that is kept; else what was counted and room for more."""
    marked = [one for one in called if one.presence is not None]
    names = ("on_list", "present", "excused", "absent", "excused_names", "absent_names")
    if not marked:
        blank = dict.fromkeys(names, "……")
        return blank | {
            "on_list": number(len(called)) if called else "……",
            "present": _counted_present(activity),
            "quorum": "Số được tính là triệu tập (đã trừ người miễn sinh hoạt, bị đình chỉ, vắng "
            "có lý do): ……; quá nửa cần ……; hai phần ba cần ……",
        }
    found = {presence: [one for one in marked if one.presence is presence] for presence in Presence}
    return {
        "on_list": number(len(marked)),
        "present": number(len(found[Presence.PRESENT])),
        "excused": number(len(found[Presence.EXCUSED])),
        "absent": number(len(found[Presence.ABSENT])),
        "excused_names": _names(found[Presence.EXCUSED]),
        "absent_names": _names(found[Presence.ABSENT]),
        "quorum": quorum(marked).told,
    }


def _counted_present(activity: Activity) -> str:
    """How many came to the one meeting, as the book has it; of several only the sum is known."""
    counted = activity.members_present if activity.sessions == 1 else None
    return number(counted) if counted is not None else "……"


def _names(called: Iterable[Called]) -> str:
    names = [one.full_name for one in called]
    more = len(names) - _MOST_NAMES
    told = ", ".join(names[:_MOST_NAMES])
    if more > 0:
        told += f" và {number(more)} người nữa"
    return told or "không có"
