"""What a figure is once it is counted: its value, the records behind it, its hand-made rival."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.figures.registry import BOOK_LABEL, INDICATOR, Book, Indicator
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import percentage


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; the percentage never stands alone (rule 16)."""

    part: int | Decimal
    whole: int | Decimal

    @property
    def percent(self) -> Decimal | None:
        """Rounded half up to two decimals; `None` where the whole is 0."""
        return percentage(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Gift:
    """How many got something, and how much money that was."""

    count: int
    amount_dong: int


Entry = int | Share | Gift
"""One entry of a figure that has several, by its name."""

Value = int | Mapping[str, Entry] | None
"""By the shape of the indicator; shares of a `year` figure stand by the year as text."""


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One record that was counted.

    Attributes:
        kind: `person`, `unit`, `household`, `fund`, `loan`, `contribution`, `bank_loan`,
            `visit`, `house`, `activity`, `assignment` or `award`.
        key: By which the record is found again: the id, of a unit its code.
        label: What the officer calls it.
        on: The day of the event, or the day on which it was counted.
    """

    kind: str
    key: str
    label: str
    on: date | PartialDate


@dataclass(frozen=True, slots=True)
class Counted:
    """What a book says of one figure.

    Attributes:
        before_book: The period ends before the book was begun: it says nothing happened, but
            what was typed in for the period knows better.
    """

    value: Value
    records: tuple[FigureRecord, ...] = ()
    before_book: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one period.

    Attributes:
        indicator: What it is.
        computed: What the books say; `None` when the book is not kept.
        entered: What was typed in for exactly this period, understood.
        manual: The hand-made figure itself, with its source.
        records: The records counted, when they were asked for.
    """

    indicator: Indicator
    computed: Value = None
    entered: Value = None
    manual: ManualFigure | None = None
    records: tuple[FigureRecord, ...] = ()

    @property
    def value(self) -> Value:
        """The computed value; the entered one only where nothing can be computed.

        Shares by year are taken year by year (`exchange.md`, meaning 12).
        """
        if self.computed is None:
            return self.entered
        if isinstance(self.computed, Mapping) and isinstance(self.entered, Mapping):
            merged: dict[str, Entry] = {**self.entered, **self.computed}
            return {name: merged[name] for name in sorted(merged)}
        return self.computed

    @property
    def differs(self) -> bool:
        """Whether something else was typed in than the books say."""
        if self.computed is None or self.entered is None:
            return False
        if isinstance(self.computed, Mapping) and isinstance(self.entered, Mapping):
            both = self.computed.keys() & self.entered.keys()
            return any(self.computed[name] != self.entered[name] for name in both)
        return self.computed != self.entered


@dataclass(frozen=True, slots=True)
class IdentityTerm:
    """One term of the counting identity; `sign` is +1 or −1."""

    code: str
    label: str
    sign: int
    count: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Rule 14: opening, plus who came, less who went, is closing.

    Attributes:
        terms: The events of the rule, then what else changed the number: people put on the
            roll in the period without an event of entry (`on_roll_entered`), and for a
            single unit the moves within the branch; these only where there are any.
    """

    opening: int
    terms: tuple[IdentityTerm, ...]
    closing: int

    @property
    def difference(self) -> int:
        """What the terms leave unexplained; 0 when the identity holds."""
        return self.closing - self.opening - sum(term.sign * term.count for term in self.terms)

    @property
    def holds(self) -> bool:
        """Whether every change is explained."""
        return self.difference == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one period, of the branch or of one unit.

    Attributes:
        by_code: Those asked for, in the order of the registry.
        identity: `None` when the roster is empty, or its events are not known.
        with_records: Whether the records behind each figure were asked for.
    """

    from_on: date
    to_on: date
    unit_code: str | None
    by_code: Mapping[str, Figure]
    identity: Identity | None
    with_records: bool = False

    def __getitem__(self, code: str) -> Value:
        return self.by_code[code].value

    def number(self, code: str) -> int | None:
        """A figure that is one number; `None` when it is missing or not asked for."""
        figure = self.by_code.get(code)
        value = figure.value if figure else None
        return value if isinstance(value, int) else None

    def shares(self, code: str) -> Mapping[str, Share]:
        """A figure that is shares by name or year; none when it is missing."""
        return {name: s for name, s in self._items(code) if isinstance(s, Share)}

    def numbers(self, code: str) -> Mapping[str, int]:
        """A figure that is numbers by name; none when it is missing."""
        return {name: n for name, n in self._items(code) if isinstance(n, int)}

    def gifts(self, code: str) -> Mapping[str, Gift]:
        """A figure that is gifts by name; none when it is missing."""
        return {name: g for name, g in self._items(code) if isinstance(g, Gift)}

    def _items(self, code: str) -> Sequence[tuple[str, Entry]]:
        figure = self.by_code.get(code)
        value = figure.value if figure else None
        return list(value.items()) if isinstance(value, Mapping) else []

    def missing(self) -> list[Indicator]:
        """What cannot be computed and was not typed in (*chưa có số liệu*)."""
        return [INDICATOR[code] for code, figure in self.by_code.items() if figure.value is None]

    def missing_books(self) -> dict[Book, str]:
        """The books of which figures are missing, with what is told of each.

        That is the book as a whole, or the figures themselves where it gives others.
        """
        of_book: dict[Book, list[Indicator]] = {}
        for indicator in self.missing():
            of_book.setdefault(indicator.book, []).append(indicator)
        asked = Counter(figure.indicator.book for figure in self.by_code.values())
        return {
            book: BOOK_LABEL[book]
            if len(of_book[book]) == asked[book]
            else ", ".join(_in_sentence(indicator.label) for indicator in of_book[book])
            for book in BOOK_LABEL
            if book in of_book
        }

    def differing(self) -> list[Figure]:
        """Figures for which the books say something else than was typed in."""
        return [figure for figure in self.by_code.values() if figure.differs]


def _in_sentence(label: str) -> str:
    """A label within a sentence."""
    return label[:1].lower() + label[1:]
