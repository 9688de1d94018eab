"""What a frozen report knows: its figures with the records behind them, its texts, its paper."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ccb_desktop.domain import kept_papers
from ccb_desktop.domain.figures.values import Entry, FigureRecord, Figures, Gift, Share, Value
from ccb_desktop.domain.papers import ReportPaper
from ccb_desktop.domain.partial_dates import PartialDate

_FORMAT = 1
_SPOILT = (ValueError, KeyError, TypeError, LookupError, zlib.error)


class FrozenVoucher(NamedTuple):
    """What a voucher of the cash books did to a fund.

    Attributes:
        fund_key: The fund it touches, as `FigureRecord.key` has it; one that moves money
            between funds is told for each of them.
    """

    record: FigureRecord
    fund_key: str


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """One figure as it stood.

    Attributes:
        entered: Whether it was typed in, for no book gave it.
    """

    label: str
    unit: str
    value: Value
    entered: bool
    records: tuple[FigureRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenContent:
    """Everything a frozen report is compared by and written again from.

    Attributes:
        figures: By code of their indicators.
        texts: The officer's own texts, targets and estimates, by their keys.
        vouchers: Those of the cash books up to the cut-off, behind the figures of money.
    """

    figures: Mapping[str, FrozenFigure]
    texts: Mapping[str, str]
    vouchers: tuple[FrozenVoucher, ...]
    paper: ReportPaper


def frozen_figures(figures: Figures) -> dict[str, FrozenFigure]:
    """Counted figures as they stand now."""
    return {
        code: FrozenFigure(
            label=figure.indicator.label,
            unit=figure.indicator.unit,
            value=figure.value,
            entered=figure.computed is None and figure.value is not None,
            records=figure.records,
        )
        for code, figure in figures.by_code.items()
    }


def as_bytes(content: FrozenContent) -> bytes:
    """The content as it is kept: equal contents are equal bytes."""
    records = _Places()
    told = {
        "format": _FORMAT,
        "figures": {
            code: {
                "label": one.label,
                "unit": one.unit,
                "value": _plain(one.value),
                "entered": one.entered,
                "records": records.places_of(one.records),
            }
            for code, one in content.figures.items()
        },
        "vouchers": [[records.place_of(one.record), one.fund_key] for one in content.vouchers],
        "texts": dict(sorted(content.texts.items())),
        "paper": kept_papers.as_json(content.paper),
        "records": records.told,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), level=6)


def from_bytes(kept: bytes) -> FrozenContent:
    """What `as_bytes` kept.

    Raises:
        ValueError: It is no content of a frozen report that this program knows.
    """
    try:
        told = json.loads(zlib.decompress(kept))
        if told["format"] != _FORMAT:
            raise ValueError(told["format"])
        records = [_record(one) for one in told["records"]]
        return FrozenContent(
            figures={
                code: FrozenFigure(
                    label=one["label"],
                    unit=one["unit"],
                    value=_value(one["value"]),
                    entered=one["entered"],
                    records=tuple(records[place] for place in one["records"]),
                )
                for code, one in told["figures"].items()
            },
            texts=told["texts"],
            vouchers=tuple(FrozenVoucher(records[place], fund) for place, fund in told["vouchers"]),
            paper=kept_papers.from_json(told["paper"]),
        )
    except _SPOILT as error:
        raise ValueError("no content of a frozen report") from error


class _Places:
    """Every record is told once, however many figures count it."""

    def __init__(self) -> None:
        self.told: list[list[str]] = []
        self._place: dict[FigureRecord, int] = {}

    def place_of(self, record: FigureRecord) -> int:
        if record not in self._place:
            self._place[record] = len(self.told)
            self.told.append([record.kind, record.key, record.label, _iso(record.on)])
        return self._place[record]

    def places_of(self, records: Iterable[FigureRecord]) -> list[int]:
        return [self.place_of(record) for record in records]


def _iso(day: date | PartialDate) -> str:
    """A day of the calendar with a mark, so that it is told from a partial date."""
    return f"={day.isoformat()}" if isinstance(day, date) else day.iso


def _record(told: list[str]) -> FigureRecord:
    kind, key, label, day = told
    on = date.fromisoformat(day[1:]) if day.startswith("=") else PartialDate.from_iso(day)
    return FigureRecord(kind, key, label, on)


def _plain(value: Value) -> Any:
    if value is None or isinstance(value, int):
        return value
    return {name: _plain_entry(entry) for name, entry in value.items()}


def _plain_entry(entry: Entry) -> Any:
    if isinstance(entry, Share):
        return {"part": _digits(entry.part), "whole": _digits(entry.whole)}
    if isinstance(entry, Gift):
        return {"count": entry.count, "amount": entry.amount_dong}
    return entry


def _digits(number: int | Decimal) -> int | str:
    """A whole number as such, a fraction by its digits."""
    return number if isinstance(number, int) else str(number)


def _number(told: int | str) -> int | Decimal:
    return told if isinstance(told, int) else Decimal(told)


def _value(told: Any) -> Value:
    if isinstance(told, dict):
        return {name: _entry(one) for name, one in told.items()}
    return None if told is None else int(told)


def _entry(told: Any) -> Entry:
    if not isinstance(told, dict):
        return int(told)
    if "part" in told:
        return Share(_number(told["part"]), _number(told["whole"]))
    return Gift(told["count"], told["amount"])
