"""What goes into each blank, worked out from figures, words and lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.figures.figure_text import entry_text, value_text
from ccb_desktop.domain.figures.manual import whole_number
from ccb_desktop.domain.figures.registry import INDICATOR, Indicator
from ccb_desktop.domain.figures.values import Entry, Figures, Share, Value
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import (
    NO_FIGURE,
    Cell,
    CellKind,
    Column,
    ListPaper,
    cell_text,
    letterhead_of,
)
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import long_date, percentage, short_date
from ccb_desktop.domain.reports.annexes import ESTIMATE, TARGET
from ccb_desktop.domain.reports.kinds import name_of
from ccb_desktop.domain.superior_forms.ties import Aspect, Spelling, Tie, TieKind, Word

_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,14}))(?:,([0-9]{1,6}))?")

ListKey = tuple[str, str]
"""Name of a list and what its rows must hold."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in one blank.

    Attributes:
        cell: A number where Excel shall keep one, else a text; `None` where nobody knows.
        kind: How a number is printed.
        written: How exactly it is printed, where the officer wrote it himself.
    """

    cell: Cell
    kind: CellKind = CellKind.NUMBER
    written: str = ""

    @property
    def text(self) -> str:
        """As it is printed; `…` where there is nothing to print (never 0)."""
        if self.cell is None:
            return NO_FIGURE
        if self.written:
            return self.written
        if self.kind is CellKind.PERCENT and not isinstance(self.cell, str | date):
            return cell_text(self.cell, CellKind.PERCENT).removesuffix(" %")
        return cell_text(self.cell, self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSource:
    """Everything from which the blanks of a form are filled.

    Attributes:
        period: The period reported on.
        cut_off: Last day counted.
        today: The day on which the form is filled.
        figures: By code of a unit, the branch under the empty code.
        before: The same of the same period before; left out where nothing is known of it.
        typed: Targets and estimates, as the officer typed them into annex 1.
        lists: Those that are asked for; a list that could not be made is left out.
        symbol: Number of the report with its symbol, where it has one.
        number: The number alone.
    """

    branch: Branch
    period: Period
    cut_off: date
    today: date
    figures: Mapping[str, Figures]
    before: Mapping[str, Figures]
    typed: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[ListKey, ListPaper] = field(default_factory=dict)
    symbol: str = ""
    number: int | None = None


def filled_of(tie: Tie, source: FormSource, typed: str = "") -> Filled:
    """What goes into a blank that takes one value.

    Args:
        tie: What it is tied to.
        source: From what.
        typed: What the officer typed for it, where it is typed.
    """
    if tie.kind is TieKind.FIGURE:
        return _figure(tie, source)
    if tie.kind is TieKind.WORD:
        return Filled(_word(tie.name, source), CellKind.TEXT)
    if tie.kind is TieKind.COLUMN:
        rows = column_cells(tie, source)
        return rows[0] if rows else Filled(None)
    if tie.kind is TieKind.TEXT:
        return Filled(tie.text, CellKind.TEXT)
    return Filled(typed_cell(typed), written=typed.strip())


# Figures


def _figure(tie: Tie, source: FormSource) -> Filled:
    indicator = INDICATOR.get(tie.name)
    if indicator is None:
        return Filled(None)
    found = _of_aspect(tie, indicator, source)
    kind = CellKind.PERCENT if tie.aspect in (Aspect.PERCENT, Aspect.OF_TARGET) else None
    made = Filled(found, kind or (CellKind.MONEY if indicator.is_money else CellKind.NUMBER))
    if tie.spelling is Spelling.WORDS and isinstance(found, int) and found >= 0:
        return Filled(in_words(found, unit=_counted_in(indicator)), CellKind.TEXT)
    return made


def _counted_in(indicator: Indicator) -> str:
    return "đồng" if indicator.is_money else ""


def _of_aspect(tie: Tie, indicator: Indicator, source: FormSource) -> Cell:
    now = _value(source.figures, tie)
    if tie.aspect in (Aspect.TARGET, Aspect.ESTIMATE, Aspect.OF_TARGET):
        return _against_target(tie, indicator, source, now)
    before = _value(source.before, tie)
    if tie.aspect is Aspect.CHANGE:
        both = isinstance(now, int) and isinstance(before, int)
        return now - before if both else None  # type: ignore[operator]  # both are numbers here
    chosen = before if tie.aspect is Aspect.BEFORE else now
    if isinstance(chosen, Mapping):
        return _entry_cell(_entry(chosen, tie.entry), tie, indicator, chosen)
    return chosen


def _value(of_unit: Mapping[str, Figures], tie: Tie) -> Value:
    figures = of_unit.get(tie.unit)
    figure = figures.by_code.get(tie.name) if figures else None
    return figure.value if figure else None


def _entry(value: Mapping[str, Entry], name: str) -> Entry | None:
    """The entry of that name; without a name the only one, of years the last."""
    if name:
        return value.get(name)
    years = value and all(key.isdecimal() and len(key) == 4 for key in value)
    return list(value.values())[-1] if len(value) == 1 or years else None


def _entry_cell(
    entry: Entry | None, tie: Tie, indicator: Indicator, whole: Mapping[str, Entry]
) -> Cell:
    if entry is None:
        is_whole = not tie.entry and tie.aspect in (Aspect.VALUE, Aspect.BEFORE)
        return value_text(indicator, whole) if whole and is_whole else None
    if isinstance(entry, int):
        return entry
    if tie.aspect is Aspect.PART:
        return _plain(entry.part) if isinstance(entry, Share) else entry.count
    if tie.aspect is Aspect.WHOLE:
        return _plain(entry.whole) if isinstance(entry, Share) else entry.amount_dong
    if tie.aspect is Aspect.PERCENT:
        return entry.percent if isinstance(entry, Share) else None
    return entry_text(entry)


def _plain(found: int | Decimal) -> int | Decimal:
    return int(found) if found == int(found) else found


def _against_target(tie: Tie, indicator: Indicator, source: FormSource, now: Value) -> Cell:
    """Targets and estimates are those of the whole branch."""
    if tie.unit:
        return None
    key = ESTIMATE if tie.aspect is Aspect.ESTIMATE else TARGET
    typed = source.typed.get(key + tie.name, "")
    known = whole_number(typed, indicator)
    if tie.aspect is not Aspect.OF_TARGET:
        return known if known is not None else typed or None
    return percentage(now, known) if known and isinstance(now, int) else None


# Words


def _word(name: str, source: FormSource) -> str | None:
    branch = source.branch
    known: dict[str, str] = {
        Word.BRANCH: branch.name,
        Word.PARENT: branch.parent,
        Word.PLACE: branch.place,
        Word.TERM: branch.term,
        Word.SIGNER_TITLE: branch.signer_title,
        Word.SIGNER_NAME: branch.signer_name,
        Word.PERIOD: name_of(source.period),
        Word.FROM_DAY: short_date(source.period.from_on),
        Word.CUT_OFF_DAY: short_date(source.cut_off),
        Word.YEAR: str(source.period.to_on.year),
        Word.YEAR_BEFORE: str(source.period.to_on.year - 1),
        Word.TODAY: short_date(source.today),
        Word.TODAY_LONG: long_date(source.today),
        Word.PLACE_AND_DATE: letterhead_of(branch, source.today).place_and_date,
        Word.DOCUMENT_SYMBOL: source.symbol,
        Word.DOCUMENT_NUMBER: "" if source.number is None else f"{source.number:02}",
    }
    return known.get(name) or None


# Lists


def list_columns(paper: ListPaper) -> list[str]:
    """The headings of the columns of a list, in their order."""
    columns = paper.tables[0].columns if paper.tables else ()
    return [heading(column) for column in columns]


def heading(column: Column) -> str:
    """The heading of a column, with that above it where it shares one."""
    label = " ".join(column.label.split())
    return f"{column.group} - {label}" if column.group else label


def list_length(tie: Tie, source: FormSource) -> int | None:
    """How many records a list has; `None` where it could not be made."""
    paper = source.lists.get((tie.name, tie.filter))
    return None if paper is None else len(_rows(paper))


def column_cells(tie: Tie, source: FormSource) -> list[Filled]:
    """The cells of a column of a list, one for each record."""
    paper = source.lists.get((tie.name, tie.filter))
    headings = list_columns(paper) if paper is not None else []
    if paper is None or tie.column not in headings:
        return []
    place = headings.index(tie.column)
    kind = paper.tables[0].columns[place].kind
    return [Filled("" if row[place] is None else row[place], kind) for row in _rows(paper)]


def _rows(paper: ListPaper) -> list[tuple[Cell, ...]]:
    """The records of the tables that have the columns of the first, without bands and sums."""
    headings = list_columns(paper)
    return [
        row
        for table in paper.tables
        if [heading(column) for column in table.columns] == headings
        for row in table.rows
        if type(row) is tuple
    ]


def shown(filled: Filled) -> str:
    """A value beside its blank on the screen, in a few words."""
    text = " ".join(filled.text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def typed_cell(text: str) -> Cell:
    """What an officer typed: a number where it is written as one, else his words."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return text
    digits, fraction = found[1].replace(".", ""), found[2]
    return Decimal(f"{digits}.{fraction}") if fraction else int(digits)
