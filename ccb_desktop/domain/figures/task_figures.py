"""The figures of tasks: handed out, done, overdue, and the rate of each item."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Share
from ccb_desktop.domain.figures.work_book import Handed
from ccb_desktop.domain.figures.work_units import belonging
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.people_names import fold

_FIGURES = ("tasks_items", "tasks_done", "tasks_overdue", "tasks_target_rate")


def count_tasks(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the plans say; nothing where no work was ever handed out (meaning 22)."""
    book = books.work.assignments
    if not book or not query.wants(_FIGURES):
        return {}
    before_book = date(min(one.year for one in book), 1, 1) > query.to_on
    if before_book and query.looks_back:
        return {}
    of_unit = _of_unit(books, query)
    within = [one for one in of_unit if query.from_on <= one.ends_on <= query.to_on]
    done = [one for one in within if one.is_done_by(query.to_on)]
    overdue = [one for one in of_unit if one.is_overdue_on(query.to_on)]
    measured = [one for one in within if one.target is not None]
    found = {"tasks_items": within, "tasks_done": done, "tasks_overdue": overdue}
    tell = _Teller(books, query)
    counted = {code: Counted(len(ones), tell.records(ones)) for code, ones in found.items()}
    rates = item_rates(measured, query.to_on)
    counted["tasks_target_rate"] = Counted(rates, tell.records(measured, results=True))
    if before_book:
        return {code: replace(one, before_book=True) for code, one in counted.items()}
    return counted


def _of_unit(books: Books, query: FigureQuery) -> list[Handed]:
    belongs = belonging(books, query)
    return [
        one for one in books.work.assignments if belongs(one.unit_id, one.person_id, one.ends_on)
    ]


def item_rates(measured: Iterable[Handed], day: date) -> dict[str, Share]:
    """Result and target by item, up to a day (meaning 20).

    Two years' items of one name are one item; where they are measured in different units,
    each stands apart with its unit (rule 13).

    Args:
        measured: Assignments that have a target.
        day: The cut-off.
    """
    by_name: dict[str, list[Handed]] = {}
    for one in measured:
        by_name.setdefault(fold(one.what), []).append(one)
    found: dict[str, Share] = {}
    for ones in by_name.values():
        measures = dict.fromkeys(one.measure for one in ones if one.measure)
        if len({fold(measure) for measure in measures}) < 2:
            found[ones[0].what] = _rate(ones, day)
            continue
        for measure in measures:
            alike = [one for one in ones if fold(one.measure) == fold(measure)]
            found.setdefault(f"{ones[0].what} ({measure})", _rate(alike, day))
    return {name: found[name] for name in sorted(found)}


def _rate(ones: Sequence[Handed], day: date) -> Share:
    result = sum((one.result_by(day) for one in ones), Decimal())
    target = sum((one.target or Decimal() for one in ones), Decimal())
    return Share(plain(result), plain(target))


def plain(value: Decimal) -> int | Decimal:
    """A whole quantity as a whole number."""
    return int(value) if value == value.to_integral_value() else value.normalize()


class _Teller:
    """What the records behind figures of tasks are called."""

    def __init__(self, books: Books, query: FigureQuery) -> None:
        self._query = query
        self._units = told_names(books.roster.units, query.to_on) if query.with_records else {}
        people = books.roster.members if query.with_records else ()
        self._people = {one.person_id: one.full_name for one in people}

    def records(self, ones: Iterable[Handed], *, results: bool = False) -> tuple[FigureRecord, ...]:
        """One for each assignment; with `results` what came together against the target."""
        if not self._query.with_records:
            return ()
        return tuple(self._record(one, results=results) for one in ones)

    def _record(self, one: Handed, *, results: bool) -> FigureRecord:
        who = self._units.get(one.unit_id) or self._people.get(one.person_id or 0, "")
        label = f"{one.what} – {who}" if who else one.what
        if results and one.target is not None:
            result, target = plain(one.result_by(self._query.to_on)), plain(one.target)
            label = f"{label}: {result}/{target} {one.measure}".rstrip()
        return FigureRecord("assignment", str(one.id), label, one.ends_on)
