"""Papers: lists in Excel and Word, member sheets, the periodic report with its annexes."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.made_data import COLUMNS, ON, MadeRow, Place, made_rows, write_cells
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data import settings
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.documents.excel.plain import write_table_excel
from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.documents.word.member_sheet import TEMPLATE_NAME, write_member_sheets
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import labels_by_list
from ccb_desktop.domain.member_papers.member_sheet import (
    MemberSheet,
    SheetSource,
    Texts,
    heading_texts,
    member_sheet,
)
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    Heading,
    ListPaper,
    PaperTable,
    Paragraph,
    ReportPaper,
    letterhead_of,
)
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.paper import report_paper
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.reports import draft_report
from ccb_desktop.paths import resources

_LIST_GOAL, _LONG_LIST_GOAL, _LONG = 1.5, 0.5, 20_000
_TABLE_GOAL, _SHEETS_GOAL, _REPORT_GOAL, _GROWTH_GOAL = 4, 2.5, 5, 11
_BODY = "word/document.xml"

Write = Callable[[Sequence[MadeRow], Path], object]


def _growth(case: str, what: str, few: Turn, lots: Turn, turns: int) -> Result:
    found = compare(few, lots, turns)
    return Result(f"{case}: ten times the rows", what, found.floor, found.ours, _GROWTH_GOAL)


# --- Excel ----------------------------------------------------------------------------------


def excel_list(place: Place) -> Iterator[Result]:
    """A styled list as short as a branch needs it, and what ten times as many rows take."""
    rows = place.sizes.paper_rows
    yield _excel(place, rows, place.sizes.turns, _LIST_GOAL)
    few, lots = list(made_rows(rows)), list(made_rows(rows * 10))
    out = place.root / "list.xlsx"
    yield _growth(
        _excel_case(rows * 10),
        f"a list of {rows:,} rows",
        lambda: timed(lambda: _write_ours(few, out)),
        lambda: timed(lambda: _write_ours(lots, out)),
        min(place.sizes.turns, 3),
    )


def long_excel_list(place: Place) -> Iterator[Result]:
    """The longest there could ever be."""
    rows = place.sizes.many
    yield _excel(place, rows, 1, _LONG_LIST_GOAL if rows > _LONG else _LIST_GOAL)


def _excel_case(rows: int) -> str:
    return f"styled Excel list, {rows:,} × 30"


def _excel(place: Place, rows: int, turns: int, goal: float) -> Result:
    made, out = list(made_rows(rows)), place.root / "list.xlsx"
    found = compare(
        lambda: timed(lambda: _write_bare(made, out)),
        lambda: timed(lambda: _write_ours(made, out)),
        turns,
    )
    floor = "XlsxWriter, constant memory"
    return Result(_excel_case(rows), floor, found.floor, found.ours, goal, found.memory_mb)


def _write_bare(rows: Sequence[MadeRow], out: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 (a heavy library, for this case only)

    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            write_cells(sheet, number, row, day)


def _write_ours(rows: Sequence[MadeRow], out: Path) -> None:
    write_table_excel("Danh sách hội viên", _table(rows, COLUMNS), out)


def _table(rows: Sequence[MadeRow], labels: Sequence[str]) -> PaperTable:
    kinds = {date: CellKind.DATE, int: CellKind.PLAIN}
    columns = tuple(
        Column(label, 25, kinds.get(type(cell), CellKind.TEXT))
        for label, cell in zip(labels, rows[0], strict=True)
    )
    return PaperTable(columns=columns, rows=rows)


# --- Word -----------------------------------------------------------------------------------


def word_table(place: Place) -> Iterator[Result]:
    """A list of people on paper."""
    rows, turns = place.sizes.paper_rows, place.sizes.turns
    out = place.root / "list.docx"
    few, lots = _list_paper(rows), _list_paper(rows * 10)

    def ours(paper: ListPaper) -> Turn:
        return lambda: timed(lambda: write_list_word(paper, out))

    found = compare(lambda: timed(lambda: _bare_table(few, out)), ours(few), turns)
    case = f"Word table of {rows:,} people"
    yield Result(case, "XML and zip", found.floor, found.ours, _TABLE_GOAL, found.memory_mb)
    yield _growth(f"Word table of {rows * 10:,} people", case, ours(few), ours(lots), min(turns, 3))


def _list_paper(count: int) -> ListPaper:
    shown = (1, 2, 3, 8, 9, 11, 12, 14, 16, 7)
    rows = [tuple(row[place] for place in shown) for row in made_rows(count)]
    table = _table(rows, [COLUMNS[place] for place in shown])
    head = letterhead_of(Branch(name="Hội CCB phường Thực Hành"), ON)
    return ListPaper(letterhead=head, title="DANH SÁCH HỘI VIÊN", subtitle="", tables=(table,))


def _bare_table(paper: ListPaper, out: Path) -> None:
    """Cells with their widths, without which a list on paper cannot be read."""
    begin = '<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>'
    end = "</w:t></w:r></w:p></w:tc>"
    rows = "".join(
        f"<w:tr>{''.join([f'{begin}{escape(str(cell))}{end}' for cell in row])}</w:tr>"
        for row in paper.tables[0].rows
        if isinstance(row, tuple)
    )
    _zip_up(out, f"<w:document><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>")


def _zip_up(out: Path, body: str) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(_BODY, body.encode())


def slips(place: Place) -> Iterator[Result]:
    """The sheets of many members in one file, each on pages of his own."""
    count, turns = place.sizes.paper_rows, place.sizes.turns
    sheets, common = _sheets(place, count)
    out, template = place.root / "slips.docx", resources() / "templates" / TEMPLATE_NAME

    def ours(some: Sequence[MemberSheet]) -> Turn:
        return lambda: timed(lambda: write_member_sheets(some, common, template, out))

    ours(sheets[:1])()
    one = _body_of(out)
    found = compare(lambda: timed(lambda: _bare_slips(one, sheets, out)), ours(sheets), turns)
    case = f"{count:,} member sheets in one file"
    yield Result(case, "XML and zip", found.floor, found.ours, _SHEETS_GOAL, found.memory_mb)
    tenth = sheets[: count // 10]
    yield _growth(case, f"{len(tenth):,} sheets", ours(tenth), ours(sheets), min(turns, 3))


def _sheets(place: Place, count: int) -> tuple[list[MemberSheet], Texts]:
    """What the sheets say, before anything is written."""
    with (
        closing(open_branch(place.practice_branch(place.sizes.roster))) as store,
        store.reading() as session,
    ):
        source = SheetSource(
            branch=settings.load_branch(session),
            on=ON,
            unit_names={},
            labels=labels_by_list(settings.list_codes(session)),
        )
        files = load_member_files(session, range(1, count + 1))
    return [member_sheet(source, file) for file in files], heading_texts(source)


def _body_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(_BODY).decode()


def _bare_slips(one: str, sheets: Sequence[MemberSheet], out: Path) -> None:
    """The text of one sheet again and again, with the name of each person in it."""
    first = sheets[0].fields["full_name"]
    before, *between = one.split(first)
    bodies = [before + sheet.fields["full_name"].join(["", *between]) for sheet in sheets]
    _zip_up(out, "".join(bodies))


# --- The report -----------------------------------------------------------------------------


def report(place: Place) -> Iterator[Result]:
    """The half-year report with its annexes on pages behind it, its figures counted before."""
    with closing(open_branch(place.practice_branch(place.sizes.roster))) as store:
        period = Period(PeriodKind.HALF_YEAR, date(2026, 1, 1), ON)
        paper = report_paper(draft_report(store, ReportKind.HALF_YEAR, period))
    out = place.root / "report.docx"
    found = compare(
        lambda: timed(lambda: _bare_report(paper, out)),
        lambda: timed(lambda: write_report(paper, out)),
        place.sizes.turns,
    )
    yield Result(
        f"half-year report with annex pages, {place.sizes.roster:,} members",
        "its paragraphs by python-docx",
        found.floor,
        found.ours,
        _REPORT_GOAL,
        found.memory_mb,
    )


def _bare_report(paper: ReportPaper, out: Path) -> None:
    import docx  # noqa: PLC0415 (a heavy library, for this case only)

    document: Any = docx.Document()
    for block in paper.body:
        if isinstance(block, Paragraph | Heading):
            document.add_paragraph(block.text)
    document.save(str(out))
