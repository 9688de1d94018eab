"""The periodic report as a paper: headings, paragraphs, tables, head and foot."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import (
    NO_FIGURE,
    Block,
    Heading,
    Paragraph,
    ReportPaper,
    board_signature,
    file_name,
    letterhead_of,
)
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.kinds import name_of
from ccb_desktop.domain.reports.report import PeriodicReport, ReportSection

SYMBOL = "BC"
"""The sign of reports in the register of documents."""

_PARTS = frozenset({"I", "II"})
"""Headings that only hold sections together, so nothing is missing under them."""


def report_paper(report: PeriodicReport, number: str = "") -> ReportPaper:
    """Everything Word and Excel write of a report.

    Args:
        report: What it says.
        number: Its number and symbol in the register; without it, room is left for the pen.
    """
    name, last = name_of(report.period), short_date(report.cut_off)
    head = letterhead_of(report.branch, report.cut_off, symbol=SYMBOL)
    return ReportPaper(
        letterhead=replace(head, number=number) if number else head,
        kind="BÁO CÁO",
        subject=report.subject,
        addressees=report.addressees,
        body=tuple(_body(report)),
        signature=board_signature(report.branch),
        recipients=report.recipients,
        annexes=report.annexes,
        subtitle=f"{name[:1].upper()}{name[1:]} (số liệu đến hết ngày {last})",
    )


def _body(report: PeriodicReport) -> Iterator[Block]:
    yield from map(Paragraph, report.opening)
    for section in report.sections:
        yield Heading(section.level, section.heading)
        yield from _content(section)
    yield Paragraph(report.closing)


def _content(section: ReportSection) -> Iterator[Block]:
    """What stands under a heading; an empty section keeps a mark to be filled in."""
    for paragraph in section.paragraphs:
        yield Paragraph(" ".join(line.text for line in paragraph))
    for text in section.own_text.split("\n"):
        if text.strip():
            yield Paragraph(text.strip())
    yield from section.charts
    yield from section.tables
    if section.is_empty and section.key not in _PARTS:
        yield Paragraph(NO_FIGURE)


def file_names(branch: Branch, period: Period, cut_off: date) -> tuple[str, str]:
    """Names of the Word file and of the Excel annex of a report.

    `BC-6T-2026_Phuong-Thanh-Khe_2026-06-05.docx`, `PL-6T-2026_….xlsx`.
    """
    return (
        file_name(f"BC {period.file_name}", branch, cut_off, "docx"),
        file_name(f"PL {period.file_name}", branch, cut_off, "xlsx"),
    )
