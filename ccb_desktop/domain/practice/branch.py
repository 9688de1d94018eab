"""Puts the practice branch together."""

from dataclasses import dataclass
from typing import NamedTuple

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.charter_watch.reports import ExemptionReport
from ccb_desktop.domain.imports.books import Books, empty_books
from ccb_desktop.domain.members.units import Term
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.clubs import make_club_members
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.exemption_reports import make_exemption_reports
from ccb_desktop.domain.practice.members import MemberMaker
from ccb_desktop.domain.practice.past_figures import past_figures
from ccb_desktop.domain.practice.posts import Serving, make_posts
from ccb_desktop.domain.practice.units import Units, make_units
from ccb_desktop.domain.reports.kinds import ReportKind

_TERMS = (
    Term(number="V", from_on=PartialDate(2015, 4), to_on=PartialDate(2020, 5)),
    Term(number="VI", from_on=PartialDate(2020, 5), to_on=PartialDate(2025, 4, 17)),
    Term(number="VII", from_on=PartialDate(2025, 4, 18)),
)
_ACHIEVEMENT = (
    "Cán bộ, hội viên đoàn kết, gương mẫu, tích cực tham gia các phong trào của phường.\n"
    "Việc sáp nhập chi hội làm xong đúng hạn, không hội viên nào bỏ sinh hoạt."
)
_OLDEST_TO_SERVE_BORN = 1950
_CLUB_PERCENT = 12


class ReportText(NamedTuple):
    """What an officer wrote himself into one section of one report."""

    kind: ReportKind
    period: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class PracticeBranch:
    """Everything of the practice branch, ready to be written into empty books."""

    branch: Branch
    terms: tuple[Term, ...]
    books: Books
    report_texts: tuple[ReportText, ...]
    exemption_reports: tuple[ExemptionReport, ...] = ()


def make_practice_branch(members: int, seed: int) -> PracticeBranch:
    """A fictional branch.

    Args:
        members: How many are in the Hội on `calendar.REFERENCE_DAY`, at least 1.
        seed: The same number gives the same branch.
    """
    dice, books = Dice(seed), empty_books()
    units = make_units(dice, books, members)
    maker = MemberMaker(dice, books, units)
    maker.make_all()
    _fill_clubs(dice, books, units)
    chairman = make_posts(dice, books, units, _able_to_serve(maker.serving))
    for figure in past_figures(members, len(units.chi_hoi)):
        books.manual_figures.add(figure)
    branch = Branch(
        name="Hội CCB phường Thực Hành",
        parent="Hội CCB tỉnh Sông Mới",
        place="Thực Hành",
        term="2025-2030",
        signer_name=chairman,
        practice=True,
    )
    texts = (ReportText(ReportKind.HALF_YEAR, "2026-H1", "II.1", _ACHIEVEMENT),)
    reports = tuple(make_exemption_reports(books))
    return PracticeBranch(branch, _TERMS, books, texts, reports)


def _fill_clubs(dice: Dice, books: Books, units: Units) -> None:
    first = len(books.people.by_id) + 1
    count = max(2 * len(units.clubs), len(units.places) * _CLUB_PERCENT // 100)
    make_club_members(dice, books, units.clubs, range(first, first + count))


def _able_to_serve(serving: list[Serving]) -> list[Serving]:
    """The younger ones; whoever there is where all are old."""
    return [one for one in serving if one.born_year >= _OLDEST_TO_SERVE_BORN] or serving
