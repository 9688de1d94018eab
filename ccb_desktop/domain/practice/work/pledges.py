"""Discipline, who is put forward this year, and what members signed that they will do."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.emulation.awards import (
    Award,
    AwardRecipient,
    Discipline,
    DisciplineForm,
    Nomination,
    NominationStage,
)
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.work.book import PracticeWork
from ccb_desktop.domain.practice.work.scene import Scene
from ccb_desktop.domain.tasks.commitments import Commitment, Kept

_THIS_YEAR = REFERENCE_DAY.year
_FORM, _GIVER = "Giấy khen", "Hội CCB tỉnh"
_STAGES = (
    *(NominationStage.AGREED, NominationStage.SENT, NominationStage.AGREED),
    *(NominationStage.PROPOSED, NominationStage.PROPOSED, NominationStage.REFUSED),
)
_REASON = "Nhiều năm liền gương mẫu, tích cực giúp hội viên khó khăn"
_FEW = 12
"""In a smaller branch nobody is blamed."""

_COMMITMENTS = (
    "Sinh hoạt đều, nộp hội phí đúng hạn, giúp một hội viên khó khăn",
    "Gia đình văn hóa, không vi phạm an toàn giao thông",
    "Giữ sạch đoạn đường tự quản, vận động con cháu cùng làm",
    "Giúp một hộ cựu chiến binh vươn lên thoát nghèo",
)
_SIGNED_OF_A_HUNDRED = {_THIS_YEAR - 1: 25, _THIS_YEAR: 40}
"""Year → units in which members sign, of a hundred."""

_NOT_KEPT = 5


def make_discipline(work: PracticeWork, scene: Scene) -> None:
    """One was reprimanded; who was expelled stands in the book with his decision."""
    steady = scene.steady()
    if len(steady) >= _FEW:
        work.disciplines.append(
            Discipline(
                person_id=steady[-1].id or 0,
                decided_on=date(_THIS_YEAR - 1, 9, 15),
                form=DisciplineForm.REPRIMAND,
                decision_no="21/QĐ-CCB",
                reason="Vi phạm quy chế quản lý quỹ chi hội, đã khắc phục",
                ended_on=date(_THIS_YEAR, 3, 15),
            )
        )
    for event in scene.books.events.by_id.values():
        if event.kind is EventKind.EXPELLED:
            membership = scene.books.memberships[event.membership_id or 0]
            work.disciplines.append(
                Discipline(
                    person_id=membership.person_id or 0,
                    decided_on=event.happened_on.first_day,
                    form=DisciplineForm.EXPULSION,
                    decision_no=event.decision_no,
                    reason=event.reason or "Vi phạm Điều lệ Hội",
                )
            )


def make_nominations(dice: Dice, work: PracticeWork, scene: Scene) -> None:
    """Members, two chi hội and the branch are put forward; one has his award already."""
    blamed = {one.person_id for one in work.disciplines}
    people = dice.shuffled([one for one in scene.steady() if one.id not in blamed])
    for person, stage in zip(people, _STAGES, strict=False):
        work.nominations.append(_of_person(person, stage))
    for unit in dice.shuffled(scene.standing)[:2]:
        work.nominations.append(
            Nomination(
                year=_THIS_YEAR,
                recipient_kind=AwardRecipient.UNIT,
                unit_id=unit.id,
                form=_FORM,
                giver=_GIVER,
                reason="Hoàn thành tốt nhiệm vụ, sinh hoạt đều, có mô hình giúp nhau",
            )
        )
    won = [one for one in work.awards if one.awarded_on.year == _THIS_YEAR and one.person_id]
    for award in won[-1:]:
        work.nominations.append(_won(award))


def _of_person(person: Person, stage: NominationStage) -> Nomination:
    return Nomination(
        year=_THIS_YEAR,
        person_id=person.id,
        form=_FORM,
        giver=_GIVER,
        reason=_REASON,
        stage=stage,
        note="Đã được khen trong năm" if stage is NominationStage.REFUSED else "",
    )


def _won(award: Award) -> Nomination:
    return Nomination(
        year=_THIS_YEAR,
        person_id=award.person_id,
        form=award.form,
        giver=award.giver,
        reason=_REASON,
        stage=NominationStage.AWARDED,
        award_id=award.id,
    )


def make_commitments(dice: Dice, work: PracticeWork, scene: Scene) -> None:
    """In some chi hội all active members sign; of the year before is known who kept his word."""
    for year, percent in _SIGNED_OF_A_HUNDRED.items():
        signed_on = date(year, 2, 20)
        units: Sequence[int] = [unit.id or 0 for unit in scene.standing]
        for unit_id in units[: max(1, len(units) * percent // 100)]:
            for called in scene.called(unit_id, signed_on):
                if called.is_active:
                    work.commitments.append(
                        Commitment(
                            person_id=called.person.id or 0,
                            year=year,
                            content=dice.pick(_COMMITMENTS),
                            signed_on=signed_on,
                            kept=_kept(dice, year),
                        )
                    )


def _kept(dice: Dice, year: int) -> Kept:
    if year == _THIS_YEAR:
        return Kept.OPEN
    return Kept.NOT_KEPT if dice.chance(_NOT_KEPT) else Kept.KEPT
