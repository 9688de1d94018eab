"""Ask for the figures of a period, and type in those that no book can give."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ccb_desktop.data import manual_figures
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.figure_bars import FigureBars, figure_bars
from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.manual import check_manual_figure
from ccb_desktop.domain.figures.registry import INDICATOR, Indicator
from ccb_desktop.domain.figures.values import Entry, Figures, Gift, Share, Value
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import short_date


def figures_for(
    store: Store,
    from_on: date,
    to_on: date,
    unit_code: str | None = None,
    indicators: Iterable[str] | None = None,
    with_records: bool = False,
) -> Figures:
    """The figures of a period, up to and including its last day.

    Args:
        store: The open store.
        from_on: First day.
        to_on: Last day, the cut-off.
        unit_code: Only the unit of this code; members count where they stand on the day.
        indicators: Codes of the figures wanted; all when not given.
        with_records: Give the people, units or households behind each figure too.

    Raises:
        Invalid: The period ends before it begins.
        NotFound: There is no such unit or indicator.
    """
    if to_on < from_on:
        first, last = short_date(from_on), short_date(to_on)
        raise Invalid({"to_on": f"Kỳ kết thúc ({last}) trước khi bắt đầu ({first})."})
    codes = None if indicators is None else frozenset(indicators)
    unknown = (codes or frozenset()) - INDICATOR.keys()
    if unknown:
        raise NotFound(f"Không có chỉ tiêu {', '.join(sorted(unknown))}.")
    with store.reading() as session:
        books = load_figure_books(session, one_by_one=with_records)
    query = FigureQuery(
        from_on=from_on,
        to_on=to_on,
        unit=None if unit_code is None else _unit_of(books, unit_code),
        codes=codes,
        with_records=with_records,
    )
    return count_figures(books, query)


def bars_for(store: Store, code: str, from_on: date, to_on: date) -> FigureBars:
    """What can be drawn of a figure of a period: by name, by unit, by year."""
    with store.reading() as session:
        books = load_figure_books(session)
    return figure_bars(books, code, from_on, to_on)


def _unit_of(books: Books, code: str) -> Unit | None:
    """The unit of a code; the branch itself is no part of itself.

    Raises:
        NotFound: There is none.
    """
    wanted = search_key(code)
    unit = next((u for u in books.roster.units if search_key(u.code) == wanted), None)
    if unit is None:
        raise NotFound(f"Không có đơn vị mang mã {code}. Xem mã ở trang Đơn vị.")
    return None if unit.kind is UnitKind.BRANCH else unit


def as_json(figures: Figures) -> dict[str, Any]:
    """The figures as the command line gives them (`command-line.md`)."""
    answer: dict[str, Any] = {
        "from": figures.from_on.isoformat(),
        "to": figures.to_on.isoformat(),
        "unit": figures.unit_code,
        "figures": {
            code: plain_value(figure.indicator, figure.value)
            for code, figure in figures.by_code.items()
        },
    }
    if figures.with_records:
        answer["records"] = records_as_json(figures)
    return answer


def records_as_json(figures: Figures) -> dict[str, list[dict[str, str]]]:
    """The records behind each figure, by code."""
    return {
        code: [
            {"kind": r.kind, "key": r.key, "label": r.label, "on": _iso(r.on)}
            for r in figure.records
        ]
        for code, figure in figures.by_code.items()
    }


def _iso(day: Any) -> str:
    return day.isoformat() if isinstance(day, date) else str(day.iso)


def plain_value(indicator: Indicator, value: Value) -> Any:
    """A figure as JSON keeps it."""
    if value is None or isinstance(value, int):
        return value
    return {name: _plain_entry(indicator, entry) for name, entry in value.items()}


def _plain_entry(indicator: Indicator, entry: Entry) -> Any:
    if isinstance(entry, Share):
        part, whole = indicator.parts
        percent = None if entry.percent is None else str(entry.percent)
        return {
            part: _plain_number(entry.part),
            whole: _plain_number(entry.whole),
            "percent": percent,
        }
    if isinstance(entry, Gift):
        return {"count": entry.count, "amount": entry.amount_dong}
    return entry


def _plain_number(value: int | Decimal) -> int | float:
    return value if isinstance(value, int) else float(value)


def as_lines(figures: Figures) -> Iterator[str]:
    """The figures for a person to read: one line each, then what needs his eye."""
    for figure in figures.by_code.values():
        yield f"{figure.indicator.label} ({figure.indicator.unit}): {printed(figure)}"
        for record in figure.records:
            yield f"    {record.label}"
    for figure in figures.differing():
        yield (
            f"{figure.indicator.label}: sổ sách cho {printed(figure)}, "
            f"số nhập tay là {printed(replace(figure, computed=None))}."
        )


def list_manual_figures(store: Store) -> list[ManualFigure]:
    """Every figure typed in by hand."""
    with store.reading() as session:
        return manual_figures.list_manual_figures(session)


def save_manual_figure(store: Store, figure: ManualFigure, form_id: str | None = None) -> Change:
    """Type in a figure, or correct one; a figure of the same indicator and period is replaced.

    Raises:
        Invalid: By field: `indicator`, `to_on` or `value`.
    """
    check_manual_figure(figure)
    label = INDICATOR[figure.indicator].label
    with store.writing(f"Nhập tay số liệu: {label}", form_id) as session:
        same = (figure.indicator, figure.from_on, figure.to_on)
        for known in manual_figures.list_manual_figures(session):
            if (known.indicator, known.from_on, known.to_on) == same and figure.id is None:
                figure = replace(figure, id=known.id)
        manual_figures.save_manual_figure(session, figure)
    return session.change


def remove_manual_figure(store: Store, figure: ManualFigure) -> Change:
    """Take out a figure that was typed in."""
    indicator = INDICATOR.get(figure.indicator)
    label = indicator.label if indicator else figure.indicator
    with store.writing(f"Bỏ số liệu nhập tay: {label}") as session:
        manual_figures.delete_manual_figure(session, figure.id or 0)
    return session.change
