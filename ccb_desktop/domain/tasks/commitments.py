"""What members sign that they will do in a year (*đăng ký thi đua*)."""

from collections.abc import Collection
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """A commitment as lists show it.

    Attributes:
        person_name: Who signed.
        unit_id, unit_name: His chi hội; `None` where he belongs to none.
    """

    commitment: Commitment
    person_name: str
    unit_id: int | None = None
    unit_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What several members sign alike.

    Attributes:
        signed_on: `None` where the sheets are still to be signed.
    """

    year: int
    person_ids: tuple[int, ...]
    content: str
    signed_on: date | None = None


def commitments_of(pledge: Pledge, already: Collection[int]) -> list[Commitment]:
    """A commitment for each of them who has none in that year yet.

    Args:
        pledge: What is signed.
        already: People who have one in that year.
    """
    return [
        Commitment(
            person_id=person_id,
            year=pledge.year,
            content=pledge.content.strip(),
            signed_on=pledge.signed_on,
        )
        for person_id in dict.fromkeys(pledge.person_ids)
        if person_id not in already
    ]
