"""What visits come to: each level apart, and both together (rule 18); lượt and người (rule 13)."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.labels import PAID_BY
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.visits import PaidBy

TOGETHER = "Cả hai cấp"


@dataclass(frozen=True, slots=True)
class VisitSum:
    """What some visits come to in a period.

    Attributes:
        label: Whose they are.
        times: Lượt.
        people: Người: recipients, each counted once.
        amount_dong: Money.
        goods_dong: What the goods are worth.
    """

    label: str
    times: int = 0
    people: int = 0
    amount_dong: int = 0
    goods_dong: int = 0

    @property
    def worth_dong(self) -> int:
        """Money and goods."""
        return self.amount_dong + self.goods_dong

    @property
    def told(self) -> str:
        """`Hội: 3 lượt, 2 người, 600.000 đồng, hiện vật trị giá 50.000 đồng`."""
        goods = f", hiện vật trị giá {format_dong(self.goods_dong)} đồng" if self.goods_dong else ""
        return (
            f"{self.label}: {number(self.times)} lượt, {number(self.people)} người, "
            f"{format_dong(self.amount_dong)} đồng{goods}"
        )


def distinct(counted: Iterable[tuple[Hashable, int]]) -> int:
    """How many different recipients there are, each counted once (rule 13).

    Args:
        counted: Who, and by how much a visit changes the count of the period: 1, 0 or −1. One
            of whom the period only takes off what was counted before is taken off once.
    """
    net: dict[Hashable, int] = {}
    for who, times in counted:
        net[who] = net.get(who, 0) + times
    return sum((times > 0) - (times < 0) for times in net.values())


def sum_up(label: str, lines: Iterable[VisitLine], from_on: date, to_on: date) -> VisitSum:
    """What visits come to in a period; what was voided in it is taken off."""
    times = amount = goods = 0
    people = []
    for line in lines:
        sign = line.sign_in(from_on, to_on)
        times += sign
        amount += sign * line.visit.amount_dong
        goods += sign * line.visit.goods_value_dong
        people.append((line.who, sign))
    return VisitSum(label, times, distinct(people), amount, goods)


def sums_by_level(lines: Sequence[VisitLine], from_on: date, to_on: date) -> list[VisitSum]:
    """The branch's, the chi hội's, and both together, in this order."""
    by_level = [
        sum_up(
            PAID_BY[level],
            [line for line in lines if line.visit.paid_by is level],
            from_on,
            to_on,
        )
        for level in PaidBy
    ]
    return [*by_level, sum_up(TOGETHER, lines, from_on, to_on)]


def sums_by(
    lines: Sequence[VisitLine],
    label_of: Callable[[VisitLine], str],
    from_on: date,
    to_on: date,
) -> list[VisitSum]:
    """What visits come to by any word about them, in the order in which the words come."""
    groups: dict[str, list[VisitLine]] = {}
    for line in lines:
        groups.setdefault(label_of(line), []).append(line)
    return [sum_up(label, some, from_on, to_on) for label, some in groups.items()]
