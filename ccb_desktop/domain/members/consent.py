"""Whether somebody has agreed that the Hội keeps his data, as law 91/2025 asks, or took it back.

Public: `Consent`, `CONSENT`, `CONSENT_SHORT`, `ConsentLine`, `consent_of`, `joined_consent`,
`withdrawal_warning`, `WITHDRAWAL`.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from ccb_desktop.domain.partial_dates import PartialDate

WITHDRAWAL = (
    "Từ nay không đưa sức khỏe, chính sách, mức sống, ảnh của người này cho ai, không ghi thêm; "
    "phiếu thu chi, báo cáo đã chốt và số liệu đã tính được giữ theo luật"
)
"""What a withdrawal means, said at its field."""


class Consent(StrEnum):
    """How somebody stands to it."""

    NONE = "NONE"
    WITHDRAWN = "WITHDRAWN"
    GIVEN = "GIVEN"


CONSENT: Mapping[Consent, str] = {
    Consent.NONE: "Chưa đồng ý",
    Consent.WITHDRAWN: "Đã rút đồng ý",
    Consent.GIVEN: "Đã đồng ý",
}
"""How he stands → what officers call it, what needs work first."""

CONSENT_SHORT: Mapping[Consent, str] = {
    Consent.NONE: "Chưa",
    Consent.WITHDRAWN: "Đã rút",
    Consent.GIVEN: "Có",
}
"""The same under the head "Đồng ý dùng dữ liệu"."""


class ConsentLine(NamedTuple):
    """What the books say of one person's consent.

    Attributes:
        given_on: The day of his signature.
        paper: By what paper he gave it.
        withdrawn_on: The day on which he took it back.
        reason: Why, or by what paper.
    """

    given_on: PartialDate | None = None
    paper: str = ""
    withdrawn_on: PartialDate | None = None
    reason: str = ""
    note: str = ""

    @property
    def state(self) -> Consent:
        """How he stands."""
        return consent_of(self.given_on, self.withdrawn_on)


def consent_of(given_on: PartialDate | None, withdrawn_on: PartialDate | None) -> Consent:
    """How somebody stands by the days of his consent and of its withdrawal.

    It is given again only where that is certain to be later than the withdrawal.
    """
    if withdrawn_on is None:
        return Consent.NONE if given_on is None else Consent.GIVEN
    is_again = given_on is not None and given_on.first_day > withdrawn_on.last_day
    return Consent.GIVEN if is_again else Consent.WITHDRAWN


_NAMED = 8  # so many names stand in a warning


def withdrawal_warning(names: Sequence[str]) -> str:
    """What is said before sensitive data of people leaves who took their consent back."""
    shown = ", ".join(names[:_NAMED])
    more = f" và {len(names) - _NAMED} người nữa" if len(names) > _NAMED else ""
    return (
        f"{len(names)} người đã rút đồng ý dùng dữ liệu: {shown}{more}. Tệp này ghi cả sức khỏe, "
        "chính sách hoặc mức sống của họ. Bỏ họ ra rồi ghi lại; chỉ ghi cả họ khi luật đòi, hoặc "
        "để đưa cho chính người ấy."
    )


def joined_consent(kept: ConsentLine, other: ConsentLine) -> ConsentLine:
    """What is true of one person of whom two records were kept: of each the later day.

    A withdrawal in either is never lost; each day brings the words that belong to it.
    """
    given = _later(kept, other, "given_on")
    withdrawn = _later(kept, other, "withdrawn_on")
    notes = (part.strip() for one in (kept, other) for part in one.note.split(";"))
    return ConsentLine(
        given.given_on,
        given.paper or ((kept.paper or other.paper) if given.given_on is None else ""),
        withdrawn.withdrawn_on,
        withdrawn.reason,
        "; ".join(dict.fromkeys(filter(None, notes))),
    )


def _later(kept: ConsentLine, other: ConsentLine, name: str) -> ConsentLine:
    """The record whose day is the later one; the one that is kept where they are the same."""
    mine, his = getattr(kept, name), getattr(other, name)
    if mine is None or his is None:
        return other if mine is None and his is not None else kept
    return other if (his.last_day, his.precision) > (mine.last_day, mine.precision) else kept
