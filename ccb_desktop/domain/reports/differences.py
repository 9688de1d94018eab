"""What differs between two states of the figures of a period, and which records brought it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ccb_desktop.domain.figures.figure_text import value_text
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.figures.values import FigureRecord
from ccb_desktop.domain.papers import NO_FIGURE
from ccb_desktop.domain.reports.annexes import ESTIMATE, TARGET
from ccb_desktop.domain.reports.frozen_content import FrozenFigure, FrozenVoucher
from ccb_desktop.domain.reports.outline import OPENING, OUTLINE

_FUND = "fund"
_NONE = FrozenFigure("", "", None, entered=False, records=())


class Cause(StrEnum):
    """What happened to a record between the two states."""

    CAME = "CAME"
    """It is counted only in the later one."""
    WENT = "WENT"
    """It was counted only in the earlier one."""
    CHANGED = "CHANGED"
    """It is counted in both, with another amount."""


CAUSE = {Cause.CAME: "Thêm", Cause.WENT: "Bớt", Cause.CHANGED: "Sửa"}
"""What officers call it."""


@dataclass(frozen=True, slots=True)
class CausedBy:
    """One record because of which a figure is another.

    Attributes:
        record: As it stands later; of one that went, as it stood.
        earlier: What it said before, of one that changed.
    """

    cause: Cause
    record: FigureRecord
    earlier: str = ""

    @property
    def told(self) -> str:
        """The record, and what it said before."""
        return f"{self.record.label} (trước: {self.earlier})" if self.earlier else self.record.label


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDifference:
    """One figure that is not the same, or is so of others.

    Attributes:
        earlier: As it is printed.
        later: The same.
        change: By how much it grew, where both are numbers.
        causes: The records, those of the figure itself before vouchers behind them.
    """

    code: str
    label: str
    unit: str
    earlier: str
    later: str
    change: int | None
    causes: tuple[CausedBy, ...]

    def count(self, cause: Cause) -> int:
        """How many records of one cause."""
        return sum(one.cause is cause for one in self.causes)

    @property
    def summary(self) -> str:
        """`Thêm 3, bớt 1`; where no record tells it, that it is worked out or typed in."""
        told = [f"{CAUSE[cause]} {count}" for cause in Cause if (count := self.count(cause))]
        text = ", ".join(told)
        return text[:1] + text[1:].lower() if text else "Tính từ số khác hoặc nhập tay"


@dataclass(frozen=True, slots=True)
class State:
    """The figures of a period as they stood once."""

    figures: Mapping[str, FrozenFigure]
    vouchers: Sequence[FrozenVoucher]
    texts: Mapping[str, str]


def figure_differences(earlier: State, later: State) -> tuple[FigureDifference, ...]:
    """Each figure that differs, in the order of the later state."""
    vouchers: dict[str, list[tuple[FigureRecord, bool]]] = {}
    for state, is_later in ((earlier, False), (later, True)):
        for one in state.vouchers:
            vouchers.setdefault(one.fund_key, []).append((one.record, is_later))
    codes = dict.fromkeys((*later.figures, *earlier.figures))
    found = (_difference(code, earlier.figures, later.figures, vouchers) for code in codes)
    return tuple(one for one in found if one is not None)


def text_differences(earlier: State, later: State) -> tuple[str, ...]:
    """The headings under which the officer's own words differ, in their order of print."""
    headings = {OPENING: "Mở đầu"} | {one.key: one.heading.format(next="") for one in OUTLINE}
    return tuple(
        heading.strip()
        for key, heading in headings.items()
        if earlier.texts.get(key, "") != later.texts.get(key, "")
    )


def typed_differences(earlier: State, later: State) -> tuple[str, ...]:
    """The figures of which the target or the estimate differs."""
    keys = dict.fromkeys((*earlier.texts, *later.texts))
    changed = [key for key in keys if earlier.texts.get(key, "") != later.texts.get(key, "")]
    codes = (key.partition(".")[2] for key in changed if key.startswith((TARGET, ESTIMATE)))
    return tuple(INDICATOR[code].label for code in dict.fromkeys(codes) if code in INDICATOR)


def _difference(
    code: str,
    earlier: Mapping[str, FrozenFigure],
    later: Mapping[str, FrozenFigure],
    vouchers: Mapping[str, Sequence[tuple[FigureRecord, bool]]],
) -> FigureDifference | None:
    then, now = earlier.get(code, _NONE), later.get(code, _NONE)
    causes = tuple(_causes(then.records, now.records))
    is_same = then.value == now.value
    if is_same and all(one.cause is Cause.CHANGED for one in causes):
        return None
    numbers = isinstance(then.value, int) and isinstance(now.value, int)
    return FigureDifference(
        code=code,
        label=now.label or then.label,
        unit=now.unit or then.unit,
        earlier=_printed(code, then),
        later=_printed(code, now),
        change=now.value - then.value if numbers else None,  # type: ignore[operator]  # (numbers)
        causes=(*causes, *_voucher_causes(causes, vouchers)),
    )


def _causes(earlier: Iterable[FigureRecord], later: Iterable[FigureRecord]) -> Iterator[CausedBy]:
    """The records that are not the same; those of one key belong together."""
    then, now = _by_key(earlier), _by_key(later)
    for key in dict.fromkeys((*now, *then)):
        before, after = then.get(key, []), now.get(key, [])
        labels = [one.label for one in before]
        rest = []
        for record in after:
            if record.label in labels:
                labels.remove(record.label)
            else:
                rest.append(record)
        gone = _of_labels(before, labels)
        for record, old in zip(rest, gone, strict=False):
            yield CausedBy(Cause.CHANGED, record, old.label)
        yield from (CausedBy(Cause.CAME, record) for record in rest[len(gone) :])
        yield from (CausedBy(Cause.WENT, record) for record in gone[len(rest) :])


def _of_labels(records: Iterable[FigureRecord], labels: Collection[str]) -> list[FigureRecord]:
    """The records that say these words, each as often as it is named."""
    left, found = list(labels), []
    for record in records:
        if record.label in left:
            left.remove(record.label)
            found.append(record)
    return found


def _by_key(records: Iterable[FigureRecord]) -> dict[tuple[str, str], list[FigureRecord]]:
    found: dict[tuple[str, str], list[FigureRecord]] = {}
    for record in records:
        found.setdefault((record.kind, record.key), []).append(record)
    return found


def _voucher_causes(
    causes: Iterable[CausedBy], vouchers: Mapping[str, Sequence[tuple[FigureRecord, bool]]]
) -> Iterator[CausedBy]:
    """For funds that hold another sum, the vouchers that made it so."""
    for fund_key in dict.fromkeys(one.record.key for one in causes if one.record.kind == _FUND):
        of_fund = vouchers.get(fund_key, ())
        yield from _causes(
            (record for record, is_later in of_fund if not is_later),
            (record for record, is_later in of_fund if is_later),
        )


def _printed(code: str, figure: FrozenFigure) -> str:
    indicator = INDICATOR.get(code)
    if indicator is None or figure.value is None:
        return NO_FIGURE
    return value_text(indicator, figure.value)
