"""Figures for the tests of reports, given by value."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.figures.values import Figure, Figures
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.report import Material, build_report
from ccb_desktop.domain.reports.sentences import Teller

BRANCH = Branch(name="Hội CCB phường An Bình", parent="Hội CCB tỉnh Thái Hưng", place="An Bình")


def figures(from_on=date(2026, 1, 1), to_on=date(2026, 6, 30), identity=None, **values):
    """All figures of a period; those not given are missing."""
    by_code = {
        indicator.code: Figure(indicator=indicator, computed=values.pop(indicator.code, None))
        for indicator in INDICATORS
    }
    assert not values
    return Figures(from_on=from_on, to_on=to_on, unit_code=None, by_code=by_code, identity=identity)


def told(template, before=None, before_label="cùng kỳ năm trước", **values):
    """The sentence told of such figures, or `None`."""
    period = {name: values.pop(name) for name in ("from_on", "to_on") if name in values}
    teller = Teller(
        figures=figures(**period, **values),
        before=before,
        before_label=before_label,
        words={"cut_off": "05 tháng 6 năm 2026"},
    )
    line = teller.tell(template)
    return None if line is None else line.text


def report(kind="half-year", period="2026-H1", cut_off=None, texts=None, **more):
    """A report of such figures."""
    period = Period.parse(period)
    material = {
        "branch": BRANCH,
        "figures": figures(),
        "before": None,
        "by_year": {},
        "changes": (),
        "texts": texts or {},
    }
    return build_report(
        ReportKind(kind), period, cut_off or period.to_on, Material(**(material | more))
    )
