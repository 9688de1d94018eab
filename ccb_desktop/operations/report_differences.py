"""Compare a frozen report with another of its period, or with the books as they are now."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.data import frozen_reports, report_texts, settings
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.differences import (
    FigureDifference,
    State,
    figure_differences,
    text_differences,
    typed_differences,
)
from ccb_desktop.domain.reports.differences_paper import differences_paper
from ccb_desktop.domain.reports.frozen import FrozenReport
from ccb_desktop.domain.reports.frozen_content import frozen_figures
from ccb_desktop.operations.frozen_reports import content_in
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.reports import report_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDifferences:
    """What differs between two states of one report.

    Attributes:
        earlier: What the earlier one is called.
        later: What the later one is called.
        notes: A sentence for each thing that differs beside the figures.
    """

    earlier: str
    later: str
    figures: tuple[FigureDifference, ...]
    notes: tuple[str, ...]


def compare_reports(store: Store, report_id: int, other_id: int | None = None) -> ReportDifferences:
    """Compare a frozen report with another one; the one frozen first is the earlier.

    Args:
        store: The open store.
        report_id: A frozen report.
        other_id: Another one; the books as they are now, counted to the same day, when `None`.

    Raises:
        NotFound: One of them is not there (any more).
        Damaged: What was kept of one is not what was frozen.
    """
    with store.reading() as session:
        first = frozen_reports.load_frozen(session, report_id)
        if other_id is None:
            return _differences(
                (_name(first), _frozen_state(session, first)),
                (f"sổ sách bây giờ, tính đến {_day(first)}", _state_now(session, first)),
            )
        both = (first, frozen_reports.load_frozen(session, other_id))
        earlier, later = sorted(both, key=lambda one: one.id or 0)
        return _differences(
            (_name(earlier), _frozen_state(session, earlier)),
            (_name(later), _frozen_state(session, later)),
        )


def write_differences(store: Store, found: ReportDifferences, out: Path) -> Path:
    """Write what differs as a list, Word or Excel by the ending of the name.

    Raises:
        Invalid: The name ends neither in `.xlsx` nor in `.docx`.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    return write_paper(store, _paper(store, found), out)


def suggested_name(store: Store, ending: str) -> str:
    """A file name in ASCII: `So-sanh-bao-cao_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name("So sánh báo cáo", branch, date.today(), ending)


def _paper(store: Store, found: ReportDifferences) -> ListPaper:
    with store.reading() as session:
        branch = settings.load_branch(session)
    states = (found.earlier, found.later)
    return differences_paper(branch, date.today(), states, found.figures, found.notes)


def _differences(earlier: tuple[str, State], later: tuple[str, State]) -> ReportDifferences:
    then, now = earlier[1], later[1]
    texts, typed = text_differences(then, now), typed_differences(then, now)
    notes = []
    if texts:
        notes.append(f"Lời của Hội khác nhau ở: {'; '.join(texts)}.")
    if typed:
        notes.append(f"Chỉ tiêu giao hoặc ước thực hiện khác nhau ở: {', '.join(typed)}.")
    return ReportDifferences(
        earlier=earlier[0],
        later=later[0],
        figures=figure_differences(then, now),
        notes=tuple(notes),
    )


def _frozen_state(session: Session, frozen: FrozenReport) -> State:
    content = content_in(session, frozen)
    return State(content.figures, content.vouchers, content.texts)


def _state_now(session: Session, frozen: FrozenReport) -> State:
    period = Period.parse(frozen.period)
    report = report_in(session, frozen.report_kind, period, frozen.cut_off, with_records=True)
    return State(
        frozen_figures(report.figures),
        frozen_reports.list_vouchers_until(session, frozen.cut_off),
        report_texts.load_report_texts(session, frozen.report_kind, report.period.code),
    )


def _name(frozen: FrozenReport) -> str:
    at = f"{frozen.frozen_at:%H:%M} ngày {short_date(frozen.frozen_at.date())}"
    return f"bản chốt lúc {at}, số liệu đến {_day(frozen)}"


def _day(frozen: FrozenReport) -> str:
    return short_date(frozen.cut_off)
