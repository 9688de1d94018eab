"""A few figures by which two states of the same books are told apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.printing import number


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFigures:
    """What some books say on a day.

    Attributes:
        members: How many are on the roll.
        people: How many people there are in all.
        vouchers: How many vouchers are posted.
        funds: Name of each fund → what it holds in đồng.
        last_act: What was done last; empty where nothing was.
        last_at: When.
    """

    members: int
    people: int
    vouchers: int
    funds: tuple[tuple[str, int], ...]
    last_act: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure then and now, as it is printed."""

    label: str
    then: str
    now: str

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return self.then == self.now


def compared(then: BookFigures, now: BookFigures) -> list[Compared]:
    """Both states figure by figure; a fund that only one of them has is named, too."""
    return [
        Compared("Hội viên", number(then.members), number(now.members)),
        Compared("Người trong sổ", number(then.people), number(now.people)),
        Compared("Phiếu thu, chi đã ghi sổ", number(then.vouchers), number(now.vouchers)),
        *_funds(then, now),
    ]


def _funds(then: BookFigures, now: BookFigures) -> Iterator[Compared]:
    held_then, held_now = dict(then.funds), dict(now.funds)
    for name in dict.fromkeys((*held_now, *held_then)):
        yield Compared(f"Tồn {name}", _dong(held_then.get(name)), _dong(held_now.get(name)))


def _dong(amount: int | None) -> str:
    return "không có quỹ này" if amount is None else f"{number(amount)} đồng"
