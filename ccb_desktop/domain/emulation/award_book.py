"""The book of awards: its lines, its sums, and what the guidance says of who commends."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import fold, sort_key

MEDAL = "Kỷ niệm chương"
"""The form of award that somebody receives once only (rule 12)."""
PRAISE = "Biểu dương"
"""What the branch itself may give (rule 12)."""


class AwardLine(NamedTuple):
    """An award as the book shows it.

    Attributes:
        born_on: Of a member of the books.
        unit_id, unit_name: The unit that was commended, or that of the member on the day.
    """

    award: Award
    born_on: PartialDate | None = None
    unit_id: int | None = None
    unit_name: str = ""


class Recipient(NamedTuple):
    """Who is commended, before the award is written."""

    kind: AwardRecipient
    name: str
    person_id: int | None = None
    unit_id: int | None = None


def awarded(award: Award, recipient: Recipient) -> Award:
    """The award of one recipient out of the decision for all of them."""
    return Award(
        awarded_on=award.awarded_on,
        recipient_kind=recipient.kind,
        recipient=recipient.name.strip(),
        person_id=recipient.person_id,
        unit_id=recipient.unit_id,
        form=award.form.strip(),
        giver=award.giver.strip(),
        decision_no=award.decision_no.strip(),
        content=award.content.strip(),
        note=award.note.strip(),
    )


def is_medal(form: str) -> bool:
    """Whether a form is the Kỷ niệm chương, however it is written."""
    return fold(MEDAL) in fold(form)


class FormSum(NamedTuple):
    """How often one form was given (*lượt*)."""

    form: str
    members: int
    units: int
    branch: int

    @property
    def whole(self) -> int:
        """All of them."""
        return self.members + self.units + self.branch


def sums_by_form(awards: Iterable[Award]) -> list[FormSum]:
    """How often each form was given, in Vietnamese order."""
    counted: dict[str, dict[AwardRecipient, int]] = {}
    for one in awards:
        kinds = counted.setdefault(one.form, dict.fromkeys(AwardRecipient, 0))
        kinds[one.recipient_kind] += 1
    return [
        FormSum(form, *(counted[form][kind] for kind in AwardRecipient))
        for form in sorted(counted, key=lambda text: sort_key(text, by_first_word=True))
    ]


# --- Who may commend what (rule 12) -------------------------------------------------------------

_LEVELS = (
    (("trung uong",), "Trung ương Hội", ("bang khen", "co thi dua", "ky niem chuong")),
    (("co so", "phuong", "xa", "thi tran"), "Hội cơ sở", ("bieu duong",)),
    (("huyen", "quan", "thi xa"), "Hội cấp trên trực tiếp", ("giay khen",)),
    (("thanh pho",), "Hội cấp trên", ("giay khen", "bang khen")),
    (("tinh",), "Hội cấp tỉnh", ("giay khen", "bang khen")),
)
"""Words in the name of a level of the Hội, what it is called, what it gives."""
_JUDGED = ("bieu duong", "giay khen", "bang khen", "co thi dua", "ky niem chuong")
_TOLD = {
    "bieu duong": PRAISE.lower(),
    "giay khen": "giấy khen",
    "bang khen": "bằng khen",
    "co thi dua": "cờ thi đua",
    "ky niem chuong": MEDAL,
}


def giver_remark(form: str, giver: str) -> str:
    """What the guidance says where a level of the Hội gives what is another's; nothing else.

    A remark only: what was given was given. Givers outside the Hội are not judged. From two
    levels under the centre on, the one above the branch is the province as well, so it may give
    both giấy khen and bằng khen.
    """
    level = _level_of(giver)
    given = next((word for word in _JUDGED if word in fold(form)), "")
    if level is None or not given or given in level[2]:
        return ""
    usual = ", ".join(_TOLD[word] for word in level[2])
    return f"Theo hướng dẫn, {level[1]} tặng {usual}; {_TOLD[given]} do cấp khác tặng."


def _level_of(giver: str) -> tuple[tuple[str, ...], str, tuple[str, ...]] | None:
    words = fold(giver)
    if not re.search(r"\bhoi\b", words):
        return None
    if re.search(r"\bthi xa\b", words):
        return _LEVELS[2]
    for level in _LEVELS:
        if any(re.search(rf"\b{name}\b", words) for name in level[0]):
            return level
    return None


def medal_remark(form: str, names: Collection[str]) -> str:
    """That some have their Kỷ niệm chương already; nothing where nobody has, or another form."""
    if not names or not is_medal(form):
        return ""
    told = ", ".join(sorted(names, key=sort_key))
    return f"{told} đã có {MEDAL}; mỗi người chỉ tặng một lần."


def medal_year_after(
    known: int | None, before: date | None, after: date | None, others: Collection[int] = ()
) -> int | None:
    """What stands as the year of the Kỷ niệm chương on a person after an award has changed.

    Args:
        known: The year that stands there.
        before: The day of the award as it was; None where it is new.
        after: The day of the award as it is; None where it is taken out.
        others: The years of his other medals in the book.
    """
    followed = before is not None and known == before.year
    if after is not None and (known is None or followed):
        return after.year
    if after is None and followed:
        return min(others, default=None)
    return known
