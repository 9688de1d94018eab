"""Random choices that fall the same way for the same seed, on every machine."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import TypeVar

from ccb_desktop.domain.partial_dates import PartialDate

Choice = TypeVar("Choice")


class Dice:
    """Makes every random choice of the practice branch.

    It asks the generator for nothing but `random()`, which alone is promised to stay the
    same from one Python to the next.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def chance(self, percent: float) -> bool:
        """Whether something happens that happens so many times in a hundred."""
        return self._random() * 100 < percent

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of several, each as likely as the others."""
        return choices[int(self._random() * len(choices))]

    def weighted(self, weights: Mapping[Choice, float]) -> Choice:
        """One of several by their weights."""
        left = self._random() * sum(weights.values())
        for choice, weight in weights.items():
            left -= weight
            if left < 0:
                return choice
        return choice  # the last, where rounding left nothing over

    def number(self, first: int, last: int) -> int:
        """A whole number, both bounds included."""
        return first + int(self._random() * (last - first + 1))

    def digits(self, count: int) -> str:
        """So many digits."""
        return f"{int(self._random() * 10**count):0{count}}"

    def day(self, first: date, last: date) -> date:
        """A day, both bounds included."""
        return date.fromordinal(self.number(first.toordinal(), last.toordinal()))

    def shuffled(self, things: Sequence[Choice]) -> list[Choice]:
        """The same things in another order."""
        return sorted(things, key=lambda _: self._random())

    def remembered(self, day: date) -> PartialDate:
        """A day as the books know it: half of them whole, others by month or year alone."""
        known = self._random()
        if known < 0.5:
            return PartialDate(day.year, day.month, day.day)
        return PartialDate(day.year, day.month if known < 0.65 else None)
