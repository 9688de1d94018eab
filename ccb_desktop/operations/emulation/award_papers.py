"""Book 4 and the lists of awards, nominations and seniority, by their names."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import awards, disciplines, nominations
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.candidates import Candidate, medal_years_on
from ccb_desktop.domain.emulation.nomination_book import day_of
from ccb_desktop.domain.emulation.runs import RunLine, Subject, runs_of
from ccb_desktop.domain.emulation_papers.award_book import award_book
from ccb_desktop.domain.emulation_papers.nomination_list import nomination_list, proposal
from ccb_desktop.domain.emulation_papers.seniority_list import run_list, seniority_list
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.operations.emulation.nominations import book_in
from ccb_desktop.operations.personal_exports import leaving


def _awards(session: Session, source: ListSource) -> ListPaper:
    first, last = source.order.begins_on, source.order.on
    return award_book(
        source,
        awards.list_awards(session, first, last),
        disciplines.list_disciplines(session, first, last),
    )


def _nominations(session: Session, source: ListSource) -> ListPaper:
    on = source.order.on
    return nomination_list(source, book_in(session, on.year, on))


def _seniority(session: Session, source: ListSource) -> ListPaper:
    on = source.order.on
    members = nominations.list_candidates(session, on.year, on)
    return seniority_list(source, members, medal_years_on(source.branch, on))


def _runs(session: Session, source: ListSource) -> ListPaper:
    return run_list(source, _runs_on(session, source.order.on))


def _runs_on(session: Session, on: date) -> list[RunLine]:
    members = nominations.list_candidates(session, on.year, on)
    units = nominations.list_unit_candidates(session, on.year, on)
    reached: dict[Subject, set[int]] = {}
    settled: set[str] = set()
    for one in (*members, *units):
        for what, years in _reached_by(one):
            whom = (one.kind, one.key[1], one.name, one.unit_name, what)
            reached.setdefault(whom, set()).update(years)
        if one.settled and one.best_years:
            settled.add(_best_label(one))
    for award in awards.list_up_to(session, on):
        if award.recipient_kind is AwardRecipient.BRANCH:
            whole = (award.recipient_kind, 0, award.recipient, "", award.form)
            reached.setdefault(whole, set()).add(award.awarded_on.year)
    return runs_of(reached, settled, on.year)


def _reached_by(one: Candidate) -> Iterable[tuple[str, set[int]]]:
    """What somebody was found to be or was given, and in which years."""
    if one.best_years:
        yield _best_label(one), set(one.best_years)
    for form in {award.form for award in one.awards}:
        yield form, {award.awarded_on.year for award in one.awards if award.form == form}


def _best_label(one: Candidate) -> str:
    return one.grades[max(one.best_years)][1]


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "awards": _awards,
    "nominations": _nominations,
    "seniority": _seniority,
    "award-runs": _runs,
}
"""The lists of awards by their names on the command line."""


def write_proposal(
    store: Store, year: int, today: date, out: Path, number: int | None = None
) -> Path:
    """Write the proposal for the nominations of a year that are open, with its list, as Word.

    Without a number of the register there is room for the pen.

    Raises:
        Invalid: The file is no `.docx`, or nothing is open.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        paper = proposal(branch, book_in(session, year, day_of(year, today)), today, number)
    if not paper.addressees:
        raise Invalid(
            {"year": f"Năm {year} không còn đề nghị khen nào đang chờ. Đề nghị thêm rồi in."}
        )
    with leaving(store, out, "Tờ trình khen thưởng"):
        return write_report(paper, out)
