"""The periodic report as a value: built from figures and the officer's own texts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.figures.figure_text import value_text
from ccb_desktop.domain.figures.values import Figure, Figures
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges
from ccb_desktop.domain.papers import Annex, BarChart, PaperTable
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import long_date
from ccb_desktop.domain.reports.annexes import (
    Compared,
    indicators_annex,
    roster_annex,
    years_table,
)
from ccb_desktop.domain.reports.emulation_annex import EmulationOfPeriod, emulation_annex
from ccb_desktop.domain.reports.fund_annex import FundsOfPeriod, funds_annex
from ccb_desktop.domain.reports.kinds import (
    ReportKind,
    name_of,
    next_name_of,
    same_before_label,
    subject_of,
)
from ccb_desktop.domain.reports.next_plan import YearPlans, next_plan, next_span
from ccb_desktop.domain.reports.outline import (
    OPENING,
    OUTLINE,
    PLAN_SECTION,
    TASKS_SECTION,
    Outline,
)
from ccb_desktop.domain.reports.report_charts import CHARTS, WANTED, report_charts
from ccb_desktop.domain.reports.sentences import Line, Teller
from ccb_desktop.domain.reports.task_annex import TasksOfPeriod, items_table, tasks_annex
from ccb_desktop.domain.reports.welfare_annex import WelfareOfPeriod, welfare_annex

YEARS_HEADING = "10. Một số chỉ tiêu qua các năm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """One section with what it says.

    Attributes:
        paragraphs: Generated sentences that have something to say, paragraph by paragraph.
        own_text: What the officer wrote himself; line breaks part paragraphs.
    """

    key: str
    level: int
    heading: str
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    own_text: str = ""
    tables: tuple[PaperTable, ...] = ()
    charts: tuple[BarChart, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under its heading yet."""
        return not (self.paragraphs or self.own_text.strip() or self.tables)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its generated sentences."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicReport:
    """A report before it is a paper.

    Attributes:
        cut_off: Last day counted (rule 20); also the date of the paper.
        figures: Those of the period up to the cut-off.
        before: Those of the same period before, when the books reach back so far.
        by_year: Those of each year, where the report compares years.
        opening: The sentences before part I.
        closing: The sentence after the last part.
    """

    kind: ReportKind
    period: Period
    cut_off: date
    branch: Branch
    figures: Figures
    before: Figures | None
    subject: str
    addressees: tuple[str, ...]
    opening: tuple[str, ...]
    sections: tuple[ReportSection, ...]
    closing: str
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...]
    by_year: Mapping[int, Figures]

    @property
    def missing_books(self) -> tuple[str, ...]:
        """The books for which there are no figures (*chưa có số liệu*)."""
        return tuple(self.figures.missing_books().values())

    @property
    def differences(self) -> tuple[str, ...]:
        """A sentence for each figure of which the books say something else than was typed in."""
        found = [(name_of(self.period), figure) for figure in self.figures.differing()]
        for year, figures in self.by_year.items():
            found += [(f"năm {year}", figure) for figure in figures.differing()]
        return tuple(_difference(when, figure) for when, figure in found)


def _difference(when: str, figure: Figure) -> str:
    computed = value_text(figure.indicator, figure.computed)
    entered = value_text(figure.indicator, figure.entered)
    return (
        f"{figure.indicator.label} {when}: sổ sách cho {computed}, số nhập tay là {entered}. "
        "Báo cáo dùng số của sổ sách."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a report is built from.

    Attributes:
        by_year: The figures of each year, for a report that compares years.
        changes: The roster changes by chi hội.
        funds: What the funds did, where any are kept.
        welfare: What was given to whom, where visits or houses are kept.
        plans: The yearly plans from which part III is told.
        tasks: What was handed to whom, where there is a plan.
        emulation: What was found of whom, and who was commended.
        base_by_month: What the base funds held at the end of each month, for a chart.
        sentences: Section → what else the records tell, beside the figures.
        texts: The officer's own texts by section, and what he typed into annex 1.
    """

    branch: Branch
    figures: Figures
    before: Figures | None
    by_year: Mapping[int, Figures]
    changes: tuple[UnitChanges, ...]
    texts: Mapping[str, str]
    funds: FundsOfPeriod | None = None
    welfare: WelfareOfPeriod | None = None
    plans: YearPlans = field(default_factory=YearPlans)
    tasks: TasksOfPeriod | None = None
    emulation: EmulationOfPeriod | None = None
    sentences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    base_by_month: tuple[tuple[str, int], ...] = ()

    @property
    def has_charts(self) -> bool:
        """Whether the officer wants charts in it."""
        return self.texts.get(CHARTS) == WANTED


def build_report(
    kind: ReportKind, period: Period, cut_off: date, material: Material
) -> PeriodicReport:
    """The report; it counts nothing itself, every figure comes from the material."""
    before_label = same_before_label(period, cut_off)
    teller = Teller(
        figures=material.figures,
        before=material.before,
        before_label=before_label,
        words={"cut_off": long_date(cut_off).removeprefix("ngày ")},
    )
    compared = Compared(
        figures=material.figures,
        before=material.before,
        before_label=before_label,
        typed=material.texts,
    )
    return PeriodicReport(
        kind=kind,
        period=period,
        cut_off=cut_off,
        branch=material.branch,
        figures=material.figures,
        before=material.before,
        subject=subject_of(period),
        addressees=(material.branch.parent,),
        opening=_opening(period, cut_off, material),
        sections=_sections(kind, period, teller, material),
        closing=_closing(period, material.branch),
        recipients=_recipients(material.branch),
        annexes=tuple(_annexes(compared, material)),
        by_year=material.by_year,
    )


def _annexes(compared: Compared, material: Material) -> Iterator[Annex]:
    """The first always, the others where their books say something."""
    yield indicators_annex(compared)
    if material.changes:
        yield roster_annex(material.changes, material.figures.identity)
    if material.funds is not None:
        yield funds_annex(material.funds)
    if material.welfare is not None:
        yield welfare_annex(material.welfare)
    if material.tasks is not None:
        yield tasks_annex(material.tasks)
    if material.emulation is not None:
        yield emulation_annex(material.emulation)


def _opening(period: Period, cut_off: date, material: Material) -> tuple[str, ...]:
    sentence = (
        f"Ban Chấp hành {material.branch.name} báo cáo kết quả công tác Hội {name_of(period)} "
        f"và phương hướng, nhiệm vụ {next_name_of(period)} như sau "
        f"(số liệu tính đến hết {long_date(cut_off)}):"
    )
    own = [text for text in material.texts.get(OPENING, "").split("\n") if text.strip()]
    return (*own, sentence)


def _closing(period: Period, branch: Branch) -> str:
    return (
        f"Trên đây là báo cáo kết quả công tác Hội {name_of(period)} và phương hướng, nhiệm vụ "
        f"{next_name_of(period)} của {branch.name} (có phụ lục số liệu kèm theo)."
    )


def _recipients(branch: Branch) -> tuple[str, ...]:
    """`Nơi nhận`: the superior, the local bodies, the units, the file."""
    words = branch.name.casefold().split()
    place = next((word for word in ("phường", "xã", "đặc khu") if word in words), "")
    local = f"Đảng ủy, UBND, Ủy ban MTTQ {place}".rstrip()
    return ("Như trên", local, "Các chi hội", "Lưu: VT")


def _sections(
    kind: ReportKind, period: Period, teller: Teller, material: Material
) -> tuple[ReportSection, ...]:
    sections, charts = [], _charts(material)
    for outline in OUTLINE:
        if outline.key == "II" and kind.compares_years:
            sections.append(_years_section(material))
        section = _section(outline, kind, period, teller, material)
        if outline.key == PLAN_SECTION:
            told = next_plan(material.plans, *next_span(period))
            section = replace(section, paragraphs=(*section.paragraphs, *told))
        sections.append(replace(section, charts=charts.get(outline.key, ())))
    return tuple(sections)


def _charts(material: Material) -> dict[str, tuple[BarChart, ...]]:
    if not material.has_charts:
        return {}
    return report_charts(material.figures, material.by_year, material.base_by_month)


def _section(
    outline: Outline,
    kind: ReportKind,
    period: Period,
    teller: Teller,
    material: Material,
) -> ReportSection:
    congress = outline.congress if kind.compares_years else ()
    told = [_told(templates, teller) for templates in (*outline.paragraphs, *congress)]
    told.append(tuple(Line(text, ()) for text in material.sentences.get(outline.key, ())))
    tasks = material.tasks if outline.key == TASKS_SECTION else None
    table = items_table(tasks) if tasks is not None else None
    return ReportSection(
        key=outline.key,
        level=outline.level,
        heading=outline.heading.format(next=next_name_of(period).upper()),
        paragraphs=tuple(paragraph for paragraph in told if paragraph),
        own_text=material.texts.get(outline.key, ""),
        tables=(table,) if table else (),
    )


def _told(templates: Iterable[str], teller: Teller) -> tuple[Line, ...]:
    lines = (teller.tell(template) for template in templates)
    return tuple(line for line in lines if line)


def _years_section(material: Material) -> ReportSection:
    table = years_table(material.by_year)
    return ReportSection(key="I.10", level=2, heading=YEARS_HEADING, tables=(table,))
