"""Draft the periodic report of any kind of period, keep its texts, write Word and Excel."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ccb_desktop.data import report_texts, settings
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.funds.turnovers import load_turnovers
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.data.visits.visits import occasion_names
from ccb_desktop.documents.excel.annex import write_annex
from ccb_desktop.documents.safe_write import make_folder
from ccb_desktop.documents.word.report import write_report as write_word
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.people_names import normalise
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.activity_sentences import activity_sentences
from ccb_desktop.domain.reports.emulation_annex import emulation_of_period
from ccb_desktop.domain.reports.fund_annex import funds_of_period
from ccb_desktop.domain.reports.kinds import ReportKind, period_for
from ccb_desktop.domain.reports.next_plan import YearPlans, next_span
from ccb_desktop.domain.reports.outline import TEXT_SECTIONS
from ccb_desktop.domain.reports.paper import file_names, report_paper
from ccb_desktop.domain.reports.report import Material, PeriodicReport, build_report
from ccb_desktop.domain.reports.report_charts import CHARTS, WANTED, months_of
from ccb_desktop.domain.reports.task_annex import tasks_of_period
from ccb_desktop.domain.reports.unit_changes import roster_changes
from ccb_desktop.domain.reports.welfare_annex import welfare_of_period
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.period_figures import (
    checked_cut_off,
    figures_before,
    figures_of,
    with_days_of_term,
)
from ccb_desktop.operations.personal_exports import log_export


def draft_report(
    store: Store, kind: ReportKind | str, period: Period, cut_off: date | None = None
) -> PeriodicReport:
    """Work out a report as its books stand now; nothing is written.

    Args:
        store: The open store.
        kind: What it reports on.
        period: The period, of that kind.
        cut_off: Last day counted, within the period; its last day when not given.

    Raises:
        Invalid: The period is not of the kind, or the cut-off lies outside it.
    """
    with store.reading() as session:
        return report_in(session, ReportKind(kind), period, cut_off)


def report_in(
    session: Session,
    kind: ReportKind,
    period: Period,
    cut_off: date | None = None,
    *,
    with_records: bool = False,
) -> PeriodicReport:
    """As `draft_report`, within a session; `with_records` gives those behind each figure."""
    period = with_days_of_term(session, period_for(kind, period))
    last = checked_cut_off(period, cut_off)
    books = load_figure_books(session, one_by_one=with_records)
    texts = report_texts.load_report_texts(session, kind, period.code)
    draws_months = texts.get(CHARTS) == WANTED and not kind.compares_years
    material = Material(
        branch=settings.load_branch(session),
        figures=figures_of(books, period.from_on, last, period.to_on, with_records=with_records),
        before=figures_before(books, period, last),
        by_year=_figures_by_year(books, period, last) if kind.compares_years else {},
        changes=roster_changes(books.roster, period.from_on, last),
        texts=texts,
        base_by_month=_base_by_month(books, period.from_on, last) if draws_months else (),
        funds=funds_of_period(books, load_turnovers(session, period.from_on, last), last),
        welfare=welfare_of_period(books, occasion_names(session), period.from_on, last),
        plans=_plans(session, period),
        tasks=tasks_of_period(books, period.from_on, last),
        emulation=emulation_of_period(books, _strengths(session), period.from_on, last),
        sentences=activity_sentences(books, FigureQuery(from_on=period.from_on, to_on=last)),
    )
    return build_report(kind, period, last, material)


def _base_by_month(books: Books, from_on: date, to_on: date) -> tuple[tuple[str, int], ...]:
    """What the base funds held at the end of each month."""
    codes = frozenset({"fund_base_total"})
    found = (
        (label, count_figures(books, FigureQuery(from_on=from_on, to_on=day, codes=codes)))
        for label, day in months_of(from_on, to_on)
    )
    return tuple((label, figures.number("fund_base_total") or 0) for label, figures in found)


def _plans(session: Session, period: Period) -> YearPlans:
    """The yearly plans of the days for which a report plans."""
    first_on, last_on = next_span(period)
    years = range(first_on.year, last_on.year + 1)
    return YearPlans(
        tasks=tuple(one for year in years for one in plan.list_key_tasks(session, year)),
        items=tuple(one for year in years for one in plan.list_items(session, year)),
        lines=tuple(
            one for year in years for one in assignments.list_lines(session, last_on, year)
        ),
    )


def _strengths(session: Session) -> dict[str, str]:
    return labels_of(settings.list_codes(session, "UNIT_STRENGTH"), "UNIT_STRENGTH")


def _figures_by_year(books: Books, period: Period, cut_off: date) -> dict[int, Figures]:
    """The years of a period, the first and last as far as they lie in it."""
    return {
        year: figures_of(
            books,
            max(period.from_on, date(year, 1, 1)),
            min(cut_off, date(year, 12, 31)),
            min(period.to_on, date(year, 12, 31)),
            looks_back=year < cut_off.year,
        )
        for year in range(period.from_on.year, cut_off.year + 1)
    }


def report_files(
    store: Store,
    kind: ReportKind | str,
    period: Period,
    cut_off: date | None,
    out_dir: Path,
) -> list[Path]:
    """Where `write_report` will put the Word file and the annex; errors as `draft_report`."""
    with store.reading() as session:
        whole = with_days_of_term(session, period_for(ReportKind(kind), period))
        branch = settings.load_branch(session)
    return [out_dir / name for name in file_names(branch, whole, checked_cut_off(whole, cut_off))]


def write_report(
    store: Store,
    kind: ReportKind | str,
    period: Period,
    cut_off: date | None,
    out_dir: Path,
) -> list[Path]:
    """Write a report as Word and its annexes as Excel into a folder.

    Returns:
        Both files, absolute, read back and checked.

    Raises:
        Invalid: As `draft_report`.
        FileInUse, DiskFull, ReadOnly, NotFound: The files could not be put there; what stood
            there is as before.
    """
    paper = report_paper(draft_report(store, kind, period, cut_off))
    word, excel = report_files(store, kind, period, cut_off, out_dir)
    make_folder(out_dir)
    with noting(store.folder, out_dir):
        written = [write_word(paper, word), write_annex(paper, excel)]
    for file in written:
        log_export(store, file, "Báo cáo và phụ lục")
    return written


def write_draft(report: PeriodicReport, out: Path) -> Path:
    """Write the Word file of a draft as it was worked out, to look at it.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `write_report`.
    """
    return write_word(report_paper(report), out)


def load_report_texts(store: Store, kind: ReportKind | str, period: Period) -> dict[str, str]:
    """What the officer wrote into a report, by section."""
    wanted = period_for(ReportKind(kind), period)
    with store.reading() as session:
        return report_texts.load_report_texts(session, ReportKind(kind), wanted.code)


def earlier_texts(store: Store, kind: ReportKind | str, period: Period) -> dict[str, str]:
    """What the officer wrote last into each section of earlier reports of that kind.

    Targets and estimates hold for their own period only and are not among them.
    """
    kind = ReportKind(kind)
    wanted = period_for(kind, period)
    with store.reading() as session:
        by_period = report_texts.load_texts_by_period(session, kind)
    found: dict[str, str] = {}
    for code in sorted(by_period, key=lambda code: Period.parse(code).to_on):
        if Period.parse(code).to_on < wanted.to_on:
            found |= by_period[code]
    return {section: found[section] for section in TEXT_SECTIONS if section in found}


def save_report_text(
    store: Store, kind: ReportKind | str, period: Period, section: str, text: str
) -> Change:
    """Keep the officer's own text of one section; see `save_report_texts`."""
    return save_report_texts(store, kind, period, {section: text})


def save_report_texts(
    store: Store, kind: ReportKind | str, period: Period, texts: Mapping[str, str]
) -> Change:
    """Keep own texts of some sections, or targets and estimates of annex 1, as one act.

    Args:
        store: The open store.
        kind: Kind of the report.
        period: Its period.
        texts: By key of `reports.outline.TEXT_SECTIONS`, or by `target.` or `estimate.` with
            the code of an indicator behind it; an empty text takes the section out.
    """
    wanted = period_for(ReportKind(kind), period)
    with store.writing(f"Viết báo cáo {wanted.name}") as session:
        for section, text in texts.items():
            lines = [normalise(line) for line in text.strip().split("\n")]
            report_texts.save_report_text(
                session, ReportKind(kind), wanted.code, section, "\n".join(lines)
            )
    return session.change
