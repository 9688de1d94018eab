"""Papers of grading: lists by name, the list of one chi hội, score sheets, minutes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import families as family_rows
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.emulation.families import cultural_share
from ccb_desktop.domain.emulation_papers.member_list import grading_summary, member_list
from ccb_desktop.domain.emulation_papers.minutes import grading_minutes
from ccb_desktop.domain.emulation_papers.rating_table import rating_table, score_sheets
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.operations.emulation.grading import grading_in
from ccb_desktop.operations.emulation.ratings import table_in
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.personal_exports import leaving


def _members(session: Session, source: ListSource) -> ListPaper:
    return _member_paper(session, source, source.order.on.year)


def _summary(session: Session, source: ListSource) -> ListPaper:
    return _summary_paper(session, source, source.order.on.year)


def _ratings(session: Session, source: ListSource) -> ListPaper:
    on = source.order.on
    return rating_table(source, table_in(session, on.year, on, UnitKind.CHI_HOI))


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "member-grading": _members,
    "grading-summary": _summary,
    "unit-ratings": _ratings,
}
"""The lists of emulation by their names on the command line."""


def _member_paper(
    session: Session, source: ListSource, year: int, unit_id: int | None = None
) -> ListPaper:
    found = grading_in(session, year, source.order.on)
    members = [one for one in found.members if unit_id is None or one.unit_id == unit_id]
    return member_list(
        source, found.year, members, found.labels, [own for own, _name in found.units]
    )


def _summary_paper(session: Session, source: ListSource, year: int) -> ListPaper:
    found = grading_in(session, year, source.order.on)
    return grading_summary(source, found.year, found.tallies)


# --- From the window ----------------------------------------------------------------------------


def write_member_list(store: Store, year: int, unit_id: int | None, on: date, out: Path) -> Path:
    """Write the list of a grading, of one chi hội or of all, as `.docx` or `.xlsx`.

    Raises:
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        paper = _member_paper(session, _source(session, "member-grading", on), year, unit_id)
    return write_paper(store, paper, out)


def write_summary(store: Store, year: int, on: date, out: Path) -> Path:
    """Write what the grading of members came to by chi hội; errors as `write_member_list`."""
    with store.reading() as session:
        paper = _summary_paper(session, _source(session, "grading-summary", on), year)
    return write_paper(store, paper, out)


def write_ratings(store: Store, year: int, kind: UnitKind, on: date, out: Path) -> Path:
    """Write the table of ratings of one kind of units; errors as `write_member_list`."""
    with store.reading() as session:
        table = table_in(session, year, on, kind)
        paper = rating_table(_source(session, "unit-ratings", on), table)
    return write_paper(store, paper, out)


def write_score_sheets(
    store: Store, year: int, kind: UnitKind, unit_ids: Sequence[int], on: date, out: Path
) -> Path:
    """Write the score sheets of some units, each on a page; errors as `write_member_list`.

    Raises:
        Invalid: No unit is chosen, or the year has no score sheet.
    """
    with store.reading() as session:
        table = table_in(session, year, on, kind)
        if not table.criteria:
            raise Invalid({"year": f"Năm {year} chưa có bảng điểm. Bấm Tiêu chí… để lập trước."})
        if not unit_ids:
            raise Invalid({"unit": "Chưa chọn đơn vị nào để in phiếu. Chọn ít nhất một đơn vị."})
        paper = score_sheets(_source(session, "unit-ratings", on), table, unit_ids)
    return write_paper(store, paper, out)


def write_minutes(store: Store, year: int, on: date, out: Path, number: int | None = None) -> Path:
    """Write the minutes of the grading of a year as Word, with their number where they have one.

    Raises:
        Invalid: The file is no `.docx`.
        FileInUse, DiskFull, ReadOnly: As `write_member_list`.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        found = grading_in(session, year, on)
        lines = family_rows.list_families(session, year, min(date(year, 12, 31), on))
        table = table_in(session, year, on, UnitKind.CHI_HOI)
    families = cultural_share(one.is_cultural for one in lines)
    paper = grading_minutes(branch, table, found.members, families, on, number)
    with leaving(store, out, "Biên bản bình xét", people=len(found.members)):
        return write_report(paper, out)


def suggested_name(store: Store, what: str, on: date, ending: str) -> str:
    """A file name in ASCII: `Phieu-cham-diem_Phuong-An-Lac_2026-01-10.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(what, branch, on, ending)


def _source(session: Session, name: str, on: date) -> ListSource:
    return ListSource(order=ListOrder(name=name, on=on), branch=settings.load_branch(session))
