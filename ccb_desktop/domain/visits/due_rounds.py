"""A gift round for those who are due: what it is, and who is on its list."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.visits.due import ANNIVERSARIES, DueKind, DueVisit
from ccb_desktop.domain.visits.round_lists import amount_for
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind


class ChosenRecipient(NamedTuple):
    """Somebody for whom a round is begun.

    Attributes:
        why: What he is chosen for, in words.
        age: The age for which he is given something, where it is known.
    """

    recipient: str
    recipient_kind: RecipientKind = RecipientKind.MEMBER
    person_id: int | None = None
    unit_id: int | None = None
    address: str = ""
    why: str = ""
    age: int | None = None


def chosen_of(due: Iterable[DueVisit]) -> tuple[ChosenRecipient, ...]:
    """Those who are due, each once with everything he is due for, in the order given."""
    by_person: dict[int, list[DueVisit]] = {}
    for one in due:
        by_person.setdefault(one.person_id, []).append(one)
    return tuple(_chosen(reasons) for reasons in by_person.values())


def _chosen(reasons: Sequence[DueVisit]) -> ChosenRecipient:
    first = reasons[0]
    return ChosenRecipient(
        recipient=first.recipient,
        recipient_kind=first.recipient_kind,
        person_id=first.person_id,
        unit_id=first.unit_id,
        address=", ".join(part for part in (first.address, first.street_group) if part),
        why="; ".join(dict.fromkeys(one.why for one in reasons)),
        age=next((one.age for one in reasons if one.age is not None), None),
    )


def round_for(due: Sequence[DueVisit], on: date) -> GiftRound:
    """The round that fits those who are due: title, occasion, and goods if all get the same.

    It says no amount: each gets what is usual for his kind and age.

    Args:
        due: Who is chosen, at least one.
        on: The day for which it is prepared.
    """
    occasions = {one.occasion for one in due}
    goods = {(one.usual.goods, one.usual.goods_value_dong) if one.usual else ("", 0) for one in due}
    given, worth = goods.pop() if len(goods) == 1 else ("", 0)
    return GiftRound(
        title=_title(due, on),
        occasion=occasions.pop() if len(occasions) == 1 else Occasion.OTHER,
        planned_on=on,
        goods=given,
        goods_value_dong=worth,
    )


_TITLE = {
    DueKind.SICK: "Thăm hội viên ốm đau",
    DueKind.BIRTHDAY: "Mừng sinh nhật hội viên",
    DueKind.POOR: "Tặng quà hộ nghèo, cận nghèo",
    DueKind.UNVISITED: "Thăm hội viên lâu chưa được thăm",
}


def _title(due: Sequence[DueVisit], on: date) -> str:
    kinds = {one.kind for one in due}
    years = {one.year for one in due}
    month = f"tháng {on.month}/{on.year}"
    if kinds == {DueKind.LONGEVITY}:
        return f"Mừng thọ năm {max(year or on.year for year in years)}"
    if kinds <= ANNIVERSARIES:
        return f"Thăm gia đình nhân ngày giỗ {month}"
    kind = kinds.pop() if len(kinds) == 1 else None
    return f"{_TITLE.get(kind, 'Thăm hỏi') if kind else 'Thăm hỏi'} {month}"


def listed_for(
    gift_round: GiftRound, chosen: Iterable[ChosenRecipient], usual: Sequence[UsualAmount]
) -> list[RoundRecipient]:
    """The lines of a round for those chosen, with what each gets."""
    return [
        RoundRecipient(
            round_id=gift_round.id or 0,
            recipient=one.recipient,
            recipient_kind=one.recipient_kind,
            person_id=one.person_id,
            unit_id=one.unit_id,
            address=one.address,
            why=one.why,
            amount_dong=amount_for(gift_round, one.recipient_kind, usual, one.age),
            goods=gift_round.goods,
            goods_value_dong=gift_round.goods_value_dong,
        )
        for one in chosen
    ]
