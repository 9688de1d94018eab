"""Donors: what each gave in all, in the order in which they are thanked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ccb_desktop.domain.funds.campaigns import Contribution, DonorKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import search_key, sort_key

KINDS_IN_ORDER = (DonorKind.OUTSIDER, DonorKind.UNIT, DonorKind.MEMBER)
"""Guests are thanked first."""


class DonorOrder(StrEnum):
    """In which order donors of a kind stand."""

    AMOUNT = "AMOUNT"
    NAME = "NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Donor:
    """What one donor gave to one campaign, however often.

    Attributes:
        goods: Each thing he gave, without what stands twice.
        gifts: How many times he gave.
    """

    campaign_id: int
    name: str
    kind: DonorKind
    person_id: int | None = None
    unit_id: int | None = None
    unit_name: str = ""
    money_in_book_dong: int = 0
    money_off_book_dong: int = 0
    goods: tuple[str, ...] = ()
    goods_value_dong: int = 0
    gifts: int = 0

    @property
    def key(self) -> tuple[object, ...]:
        """What two gifts of one donor have in common."""
        who = self.person_id or search_key(self.name)
        return self.campaign_id, self.kind, who, self.unit_id

    @property
    def money_dong(self) -> int:
        """Money, through the cash book or not."""
        return self.money_in_book_dong + self.money_off_book_dong

    @property
    def total_dong(self) -> int:
        """Money and goods together."""
        return self.money_dong + self.goods_value_dong

    @property
    def given(self) -> str:
        """`500.000 đồng và gạo 50 kg`, as it is read out."""
        money = [f"{format_dong(self.money_dong)} đồng"] if self.money_dong else []
        return " và ".join([*money, *([", ".join(self.goods)] if self.goods else [])])


def donors_of(
    gifts: Iterable[Contribution],
    unit_names: Mapping[int, str],
    order: DonorOrder = DonorOrder.AMOUNT,
) -> list[Donor]:
    """Who gave, each once for a campaign; outsiders first, then units, then members.

    Args:
        gifts: What counts.
        unit_names: Unit → its name.
        order: Among donors of a kind.
    """
    found: dict[tuple[object, ...], Donor] = {}
    for gift in gifts:
        alone = _donor(gift, unit_names)
        before = found.get(alone.key)
        found[alone.key] = alone if before is None else _together(before, alone)
    return sorted(found.values(), key=lambda donor: _place(donor, order))


def _donor(gift: Contribution, unit_names: Mapping[int, str]) -> Donor:
    unit_name = unit_names.get(gift.unit_id or 0, "")
    return Donor(
        campaign_id=gift.campaign_id,
        name=gift.donor,
        kind=gift.donor_kind,
        person_id=gift.person_id,
        unit_id=gift.unit_id,
        unit_name="" if search_key(unit_name) == search_key(gift.donor) else unit_name,
        money_in_book_dong=gift.amount_dong if gift.through_book else 0,
        money_off_book_dong=0 if gift.through_book else gift.amount_dong,
        goods=(gift.goods,) if gift.goods else (),
        goods_value_dong=gift.goods_value_dong,
        gifts=1,
    )


def _together(before: Donor, more: Donor) -> Donor:
    return replace(
        before,
        money_in_book_dong=before.money_in_book_dong + more.money_in_book_dong,
        money_off_book_dong=before.money_off_book_dong + more.money_off_book_dong,
        goods=tuple(dict.fromkeys((*before.goods, *more.goods))),
        goods_value_dong=before.goods_value_dong + more.goods_value_dong,
        gifts=before.gifts + more.gifts,
    )


def _place(donor: Donor, order: DonorOrder) -> tuple[object, ...]:
    first = -donor.total_dong if order is DonorOrder.AMOUNT else 0
    return KINDS_IN_ORDER.index(donor.kind), first, sort_key(donor.name), donor.campaign_id
