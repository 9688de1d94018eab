"""The annexes of a periodic report: all figures compared, and the roster by chi hội."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ccb_desktop.domain.figures.figure_text import entry_text
from ccb_desktop.domain.figures.manual import whole_number
from ccb_desktop.domain.figures.registry import (
    BOOK_LABEL,
    INDICATORS,
    Book,
    Indicator,
    ValueKind,
)
from ccb_desktop.domain.figures.values import Entry, Figures, Identity, Value
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_table
from ccb_desktop.domain.papers import (
    NO_FIGURE,
    Align,
    Annex,
    Band,
    Cell,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
)
from ccb_desktop.domain.printing import number, percentage

TARGET, ESTIMATE = "target.", "estimate."
"""With an indicator's code behind it, keys of what the officer typed into annex 1."""

_BANDS = {
    "members_opening": "HỘI VIÊN",
    "chi_hoi_count": "TỔ CHỨC HỘI",
    "member_households_poor": "ĐỜI SỐNG HỘI VIÊN",
    "dues_due": "QUỸ HỘI, VỐN VAY, CÁC CUỘC VẬN ĐỘNG",
    "visits_total": "TÌNH NGHĨA, CHĂM LO HỘI VIÊN",
    "news_sessions": "TUYÊN TRUYỀN, GIÁM SÁT, SINH HOẠT",
    "tasks_items": "NHIỆM VỤ TRỌNG TÂM",
    "exemplary_members": "THI ĐUA, KHEN THƯỞNG",
}
_LATER_ANNEXES = {
    "các quỹ theo chi hội": (Book.FUNDS,),
    "thăm hỏi theo dịp và cấp chi": (Book.VISITS,),
    "nhiệm vụ theo đơn vị": (Book.TASKS,),
    "thi đua theo đơn vị": (Book.GRADINGS, Book.AWARDS),
}
"""What an annex tells → the books without which it is not written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What annex 1 lays side by side.

    Attributes:
        before: The same period before; `None` when the books do not reach back so far.
        typed: Targets and estimates by key, as the officer typed them.
    """

    figures: Figures
    before: Figures | None
    before_label: str
    typed: Mapping[str, str]


def indicators_annex(compared: Compared) -> Annex:
    """Annex 1: this period, the same period before, change, target, per cent, estimate."""
    rows: list[Row | Band] = []
    place = 0
    for indicator in INDICATORS:
        if indicator.code in _BANDS:
            rows.append(Band(_BANDS[indicator.code]))
        is_part = indicator.code.endswith("_amount")
        place += not is_part
        rows += _rows_of(indicator, None if is_part else place, compared)
    table = PaperTable(columns=_columns(compared.before_label), rows=rows)
    return Annex(
        number=1,
        sheet="I. Chỉ tiêu",
        title="Tổng hợp các chỉ tiêu công tác Hội",
        tables=(table,),
        legend=tuple(_legend(compared)),
    )


def _columns(before_label: str) -> tuple[Column, ...]:
    count = CellKind.NUMBER
    before = (before_label or "kỳ trước").capitalize()
    return (
        Column("STT", 12, CellKind.PLAIN),
        Column("Chỉ tiêu", 60),
        Column("Đơn vị tính", 24, align=Align.CENTER),
        Column("Kỳ này", 41, count),
        Column(before, 41, count),
        Column("Tăng, giảm", 24, count),
        Column("Chỉ tiêu giao", 26, count),
        Column("% so với chỉ tiêu", 22, CellKind.PERCENT),
        Column("Ước thực hiện", 26, count),
    )


def _rows_of(indicator: Indicator, place: int | None, compared: Compared) -> Iterator[Row]:
    """The row of a figure, then one for each entry of a figure that has several."""
    now = compared.figures.by_code[indicator.code].value
    before = compared.before.by_code[indicator.code].value if compared.before else None
    label = f"– {indicator.label}" if place is None else indicator.label
    if now is None or isinstance(now, int):
        yield _number_row(indicator, place, label, now, before, compared)
        return
    if indicator.value_kind is ValueKind.YEAR and len(now) < 2:
        entries = before if isinstance(before, Mapping) else {}
        cells = (_first(now), _first(entries))
        yield place, label, indicator.unit, *cells, None, None, None, None
        return
    yield place, label, indicator.unit, None, None, None, None, None, None
    earlier = before if isinstance(before, Mapping) else {}
    names = dict.fromkeys((*now, *earlier))
    for name in sorted(names) if indicator.value_kind is ValueKind.YEAR else names:
        current, then = now.get(name), earlier.get(name)
        pair = (_entry_cell(current), _entry_cell(then))
        yield None, f"– {name}", "", *pair, _change(current, then), None, None, None


def _number_row(
    indicator: Indicator,
    place: int | None,
    label: str,
    now: int | None,
    before: Value,
    compared: Compared,
) -> Row:
    then = before if isinstance(before, int) else None
    target = _typed(indicator, TARGET, compared)
    return (
        place,
        label,
        indicator.unit,
        NO_FIGURE if now is None else now,
        _earlier(then, compared),
        _change(now, then),
        target,
        percentage(now, target) if now is not None and target else None,
        _typed(indicator, ESTIMATE, compared),
    )


def _change(now: Entry | None, then: Entry | None) -> int | None:
    return now - then if isinstance(now, int) and isinstance(then, int) else None


def _earlier(then: int | None, compared: Compared) -> Cell:
    if then is not None:
        return then
    return None if compared.before is None else NO_FIGURE


def _typed(indicator: Indicator, what: str, compared: Compared) -> int | None:
    return whole_number(compared.typed.get(what + indicator.code, ""), indicator)


def _first(entries: Mapping[str, Entry]) -> Cell:
    """The only entry of a figure by year."""
    return next(map(entry_text, entries.values()), None)


def _entry_cell(entry: Entry | None) -> Cell:
    if entry is None or isinstance(entry, int):
        return entry
    return entry_text(entry)


def _legend(compared: Compared) -> Iterator[str]:
    missing = compared.figures.missing_books()
    if missing:
        told = ", ".join(missing.values())
        yield f"Dấu {NO_FIGURE} là chưa có số liệu. Chưa có số liệu về: {told}."
    later = [
        what
        for what, books in _LATER_ANNEXES.items()
        if all(missing.get(book) == BOOK_LABEL[book] for book in books)
    ]
    if later:
        yield f"Chưa lập các phụ lục: {', '.join(later)}, vì chưa có số liệu."
    if compared.before is not None and compared.before.number("members_admitted") is None:
        when = (compared.before_label or "kỳ trước").capitalize()
        yield f"{when} chưa ghi biến động hội viên vào sổ, nên biến động không so sánh được."


def roster_annex(changes: Iterable[UnitChanges], identity: Identity | None) -> Annex:
    """Annex 2: the changes of the roster by chi hội, with the check of rule 14."""
    table = changes_table(tuple(changes))
    return Annex(
        number=2,
        sheet="II. Biến động hội viên",
        title="Biến động hội viên theo chi hội",
        tables=(table,),
        notes=(identity_text(identity),) if identity else (),
    )


def annex_list(source: ListSource, annexes: Iterable[Annex]) -> ListPaper:
    """The annexes of a period as a list of its own; a filter leaves the rows that fit it."""
    tables = [
        _as_listed(source.order.filter, annex, table) for annex in annexes for table in annex.tables
    ]
    return source.paper("PHỤ LỤC SỐ LIỆU", source.period, *tables)


def _as_listed(asked: str, annex: Annex, table: PaperTable) -> PaperTable:
    note = " ".join(filter(None, (*annex.legend, table.note, *annex.notes)))
    title = f"{annex.title}: {table.title}" if table.title else annex.title
    named = replace(table, title=title, note=note)
    if not asked.strip():
        return named
    rows = fitting((row for row in table.rows if not isinstance(row, Band)), asked, lambda row: row)
    return replace(named, rows=rows, totals=())


def identity_text(identity: Identity) -> str:
    """The counting identity as a line of figures; terms that are zero are left out."""
    signs = {1: "+", -1: "−"}
    terms = "".join(
        f" {signs[term.sign]} {number(term.count)} ({term.label[:1].lower()}{term.label[1:]})"
        for term in identity.terms
        if term.count
    )
    line = f"Kiểm tra: {number(identity.opening)} (đầu kỳ){terms} = {number(identity.closing)}"
    if identity.holds:
        return f"{line} (cuối kỳ), khớp."
    return f"{line} (cuối kỳ), còn lệch {number(identity.difference)}, cần xem lại biến động."


def years_table(by_year: Mapping[int, Figures]) -> PaperTable:
    """The years of a term side by side; figures without anything in any year are left out.

    Figures of a day are those of the last day of the year, or of the cut-off.
    """
    columns = (
        Column("Chỉ tiêu", 36),
        Column("Đơn vị tính", 18, align=Align.CENTER),
        *(Column(f"Năm {year}", 26, CellKind.NUMBER) for year in by_year),
    )
    rows = [row for indicator in INDICATORS for row in _year_rows(indicator, by_year)]
    return PaperTable(columns=columns, rows=rows)


def _year_rows(indicator: Indicator, by_year: Mapping[int, Figures]) -> Iterator[Row]:
    values = [of_year[indicator.code] for of_year in by_year.values()]
    if indicator.code == "members_opening" or not any(values):
        return
    is_part = indicator.code.endswith("_amount")
    label = f"– {indicator.label}" if is_part else indicator.label
    yield label, indicator.unit, *(_year_cell(indicator, value) for value in values)
    if indicator.value_kind is ValueKind.YEAR:
        return
    by_name = [value for value in values if isinstance(value, Mapping)]
    for name in dict.fromkeys(name for entries in by_name for name in entries):
        entries = (v.get(name) if isinstance(v, Mapping) else None for v in values)
        yield f"– {name}", "", *map(_entry_cell, entries)


def _year_cell(indicator: Indicator, value: Value) -> Cell:
    """The figure itself; one with entries by name has them in rows of their own."""
    if value is None:
        return NO_FIGURE
    if isinstance(value, int):
        return value
    if indicator.value_kind is not ValueKind.YEAR:
        return None
    return next((entry_text(entry).replace(" (", "\n(") for entry in value.values()), None)
