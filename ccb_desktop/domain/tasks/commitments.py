"""What members sign that they will do in a year (*đăng ký thi đua*)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid


class Kept(StrEnum):
    """What became of a commitment at the end of its year."""

    OPEN = "OPEN"
    KEPT = "KEPT"
    NOT_KEPT = "NOT_KEPT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What one member signed for a year."""

    id: int | None = None
    person_id: int
    year: int
    content: str
    signed_on: date | None = None
    kept: Kept = Kept.OPEN
    note: str = ""


def check_commitment(commitment: Commitment, today: date) -> None:
    """See that a commitment can be kept in the books.

    Raises:
        Invalid: By field: `content`, `signed_on`.
    """
    faults: dict[str, str] = {}
    if not commitment.content.strip():
        faults["content"] = "Ghi nội dung đăng ký thi đua."
    if commitment.signed_on is not None and commitment.signed_on > today:
        faults["signed_on"] = f"Ngày {commitment.signed_on:%d/%m/%Y} chưa tới. Ghi ngày đã ký."
    if faults:
        raise Invalid(faults)
