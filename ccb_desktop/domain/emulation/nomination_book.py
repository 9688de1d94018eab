"""The nominations of a year: their lines, and how they go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.emulation.awards import AwardRecipient, Nomination, NominationStage
from ccb_desktop.domain.emulation.balance import UnitShare
from ccb_desktop.domain.emulation.candidates import Candidate
from ccb_desktop.domain.emulation.labels import NOMINATION_STAGE
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.printing import number

SIGN = {
    NominationStage.PROPOSED: "○",
    NominationStage.AGREED: "◆",
    NominationStage.SENT: "→",
    NominationStage.AWARDED: "★",
    NominationStage.REFUSED: "✗",
}
"""Stands beside the word of each stage."""
SETTLED = frozenset({NominationStage.AWARDED, NominationStage.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationLine:
    """A nomination with whom it names, and what speaks for him.

    Attributes:
        candidate: The evidence; of somebody who has left the Hội nothing but the name.
    """

    nomination: Nomination
    candidate: Candidate

    @property
    def told_stage(self) -> str:
        """Sign and word."""
        stage = self.nomination.stage
        return f"{SIGN[stage]} {NOMINATION_STAGE[stage]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationBook:
    """The nominations of one year.

    Attributes:
        shares: The chi hội with their parts of the members put forward and not refused.
        years: The years of which there are nominations, the latest first.
        medal_years: After how many years in the Hội one waits for the Kỷ niệm chương.
        waiting: How many members wait for it and are not put forward for it.
    """

    year: int
    lines: tuple[NominationLine, ...]
    shares: tuple[UnitShare, ...] = ()
    years: tuple[int, ...] = ()
    medal_years: int = 0
    waiting: int = 0


def check_nomination(nomination: Nomination) -> None:
    """See that a nomination can be kept.

    Raises:
        Invalid: By field: `form`, `giver`.
    """
    faults: dict[str, str] = {}
    if not nomination.form.strip():
        faults["form"] = "Chọn hình thức đề nghị."
    if not nomination.giver.strip():
        faults["giver"] = "Ghi cấp khen."
    if faults:
        raise Invalid(faults)


def check_not_awarded(nominations: Iterable[Nomination]) -> None:
    """See that nominations may still go another way.

    Raises:
        Conflict: An award has come of one.
    """
    if any(one.stage is NominationStage.AWARDED for one in nominations):
        raise Conflict(
            "Trong những dòng chọn có đề nghị đã được khen nên chưa đổi gì cả. Muốn đổi, mở thẻ "
            "Khen thưởng, bỏ khen thưởng ấy; đề nghị sẽ trở lại mức đã gửi cấp trên."
        )


def check_can_be_awarded(nominations: Iterable[Nomination]) -> None:
    """See that an award may come of nominations.

    Raises:
        Conflict: One was refused, or led to an award already.
    """
    if any(one.stage in SETTLED for one in nominations):
        raise Conflict(
            "Trong những dòng chọn có đề nghị đã được khen hoặc không được khen. Chưa ghi gì cả. "
            "Chỉ chọn những đề nghị còn chờ rồi bấm lại."
        )


def same_wish(one: Nomination, other: Nomination) -> bool:
    """Whether two ask the same for the same."""
    return (one.year, one.recipient_kind, one.person_id, one.unit_id, one.form.casefold()) == (
        *(other.year, other.recipient_kind, other.person_id, other.unit_id),
        other.form.casefold(),
    )


def asked_already(one: Nomination, others: Iterable[Nomination]) -> bool:
    """Whether the same is asked for the same by another that was not refused; not of a refused."""
    if one.stage is NominationStage.REFUSED:
        return False
    return any(
        same_wish(one, other)
        for other in others
        if other.id != one.id and other.stage is not NominationStage.REFUSED
    )


def told_stages(lines: Iterable[NominationLine]) -> str:
    """`○ Đề nghị 5 · ★ Đã được khen 2`: nominations of a year by stage."""
    stages = [line.nomination.stage for line in lines]
    return " · ".join(
        f"{SIGN[stage]} {NOMINATION_STAGE[stage]} {number(stages.count(stage))}"
        for stage in NominationStage
        if stage in stages
    )


def people_by_unit(lines: Iterable[NominationLine]) -> dict[int | None, int]:
    """Unit → how many of its members are put forward and not refused, each once (rule 13)."""
    found: dict[int | None, set[int]] = {}
    for line in lines:
        one = line.nomination
        counts = one.stage is not NominationStage.REFUSED
        if counts and one.recipient_kind is AwardRecipient.MEMBER and one.person_id is not None:
            found.setdefault(line.candidate.unit_id, set()).add(one.person_id)
    return {own: len(people) for own, people in found.items()}


def day_of(year: int, today: date) -> date:
    """The day on which the evidence for a year is read: its last, or today before that."""
    return min(date(year, 12, 31), today)
