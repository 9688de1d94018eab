"""What leaves the branch: an encrypted package, and the superior's own form filled."""

import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.made_data import COLUMNS, ON, MadeRow, Place, made_rows
from benchmarks.measure import compare, timed
from benchmarks.results import Result
from ccb_desktop.documents.form_filling.form_file import fill_form, read_shape
from ccb_desktop.documents.packages.signing import new_seed, public_key_of, sign
from ccb_desktop.documents.packages.writing import Packing, described, write_zip
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.manifest import FileRole, Manifest, write_manifest
from ccb_desktop.domain.superior_forms.contents import Contents
from ccb_desktop.domain.superior_forms.values import Filled
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.papers import ListOrder, write_list
from ccb_desktop.operations.reports import write_report

_PACKAGE_GOAL, _FORM_GOAL, _GROWTH_GOAL = 3, 4, 11
_SHEET = "Danh sách"
_FIRST = 4  # row of the first person
_SHOWN = ("B", "C", "D", "E", "F")
_STAMP = (2026, 6, 30, 8, 0, 0)
_PASSWORD = "thuc hanh 2026"


def package(place: Place) -> Iterator[Result]:
    """Report, annex, roster in Word and Excel in one encrypted file, read back."""
    files = _files(place)
    packing = _packing(files, place.root)
    out = place.root / "package.zip"
    found = compare(
        lambda: timed(lambda: _bare_package(files, out)),
        lambda: timed(lambda: write_zip(packing, out, _PASSWORD, lambda _done, _whole: None)),
        place.sizes.turns,
    )
    yield Result(
        f"package of a half-year, encrypted, {place.sizes.roster:,} members",
        "zip level 1, not encrypted",
        found.floor,
        found.ours,
        _PACKAGE_GOAL,
        found.memory_mb,
    )


def _packing(files: list[Path], work: Path) -> Packing:
    """The files with a signed manifest, as they are handed up."""
    seed = new_seed()
    told = tuple(described(one, one.name, FileRole.LIST, one.stem) for one in files)
    manifest = Manifest(
        program="benchmarks",
        branch="Hội CCB phường Thực Hành",
        parent="Hội CCB tỉnh",
        practice=True,
        kind=ReportKind.HALF_YEAR.value,
        period="2026-H1",
        from_on=date(2026, 1, 1),
        to_on=ON,
        cut_off=ON,
        made_at=datetime(*_STAMP),
        masked=True,
        figures={},
        files=told,
        content_sha256="0" * 64,
        chain_number=1,
        chain_hash="0" * 64,
        public_key=public_key_of(seed),
    )
    content = write_manifest(manifest)
    return Packing(
        manifest=content,
        signature=sign(seed, content),
        stamp=_STAMP,
        files=tuple(zip(told, files, strict=True)),
        work=work,
    )


def _files(place: Place) -> list[Path]:
    folder = place.root / "package"
    folder.mkdir(exist_ok=True)
    period = Period(PeriodKind.HALF_YEAR, date(2026, 1, 1), ON)
    with closing(open_branch(place.practice_branch(place.sizes.roster))) as store:
        report = write_report(store, ReportKind.HALF_YEAR, period, None, folder)
        order = ListOrder(name="roster", on=ON)
        rosters = [write_list(store, order, folder / f"roster.{e}") for e in ("docx", "xlsx")]
    return [*report, *rosters]


def _bare_package(files: list[Path], out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for file in files:
            package.write(file, file.name)


def superior_form(place: Place) -> Iterator[Result]:
    """A list of people put into an Excel form from above, everything else of it untouched."""
    rows = place.sizes.paper_rows
    form = _form()
    few, lots = list(made_rows(rows)), list(made_rows(rows * 10))
    found = compare(
        lambda: timed(lambda: _bare_filling(form, few)),
        lambda: timed(lambda: _filled(form, few)),
        place.sizes.turns,
    )
    case = f"the superior's form with {rows:,} people"
    yield Result(case, "openpyxl", found.floor, found.ours, _FORM_GOAL, found.memory_mb)
    more = compare(
        lambda: timed(lambda: _filled(form, few)),
        lambda: timed(lambda: _filled(form, lots)),
        min(place.sizes.turns, 3),
    )
    yield Result(f"{case}: ten times the rows", case, more.floor, more.ours, _GROWTH_GOAL)


def _form() -> bytes:
    import xlsxwriter  # noqa: PLC0415 (a heavy library, for this case only)

    made = BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet, cell = book.add_worksheet(_SHEET), book.add_format({"border": 1})
        sheet.merge_range("A1:F1", "DANH SÁCH HỘI VIÊN", book.add_format({"bold": True}))
        sheet.write_row("A3", ("TT", *COLUMNS[1:6]))
        for row in (_FIRST, _FIRST + 1):
            sheet.write(row - 1, 0, row - _FIRST + 1, cell)
            for column in range(1, 6):
                sheet.write_blank(row - 1, column, None, cell)
        sheet.write(_FIRST + 2, 1, "NGƯỜI LẬP BIỂU")
    return made.getvalue()


def _filled(form: bytes, rows: list[MadeRow]) -> bytes:
    blanks = {blank.place: blank for blank in read_shape(form).blanks if blank.row}
    first = min(blank.row for blank in blanks.values())
    places = [own for own, blank in blanks.items() if blank.row == first]
    records = [
        dict(zip(places, (Filled(str(cell)) for cell in row[1:6]), strict=False)) for row in rows
    ]
    return fill_form(form, Contents(rows={first: records}))


def _bare_filling(form: bytes, rows: list[MadeRow]) -> bytes:
    import openpyxl  # noqa: PLC0415 (a heavy library, for this case only)

    book: Any = openpyxl.load_workbook(BytesIO(form))
    sheet = book[_SHEET]
    sheet.insert_rows(_FIRST + 1, len(rows) - 2)
    for number, row in enumerate(rows, _FIRST):
        for column, cell in zip(_SHOWN, row[1:6], strict=True):
            sheet[f"{column}{number}"] = str(cell)
    made = BytesIO()
    book.save(made)
    return made.getvalue()
