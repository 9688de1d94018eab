"""Each number in the written report and its annex is one that `figures` gives."""

import re
import shutil
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import docx
import openpyxl
import pytest

from ccb_desktop.domain.figures.registry import INDICATORS, Shape, ValueKind
from ccb_desktop.domain.periods import Period
from ccb_desktop.operations import figures, reports
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from tests.sample_branch import make_sample_branch

NUMBER = re.compile(r"(?<![\w.,/])\d[\d.]*(?:,\d+)?")
QUOTED = re.compile("“[^”]*”")
REPORTS = (
    ("month", "2025-03", date(2025, 3, 31)),
    ("quarter", "2025-Q2", date(2025, 6, 30)),
    ("range", "2025-01-01..2025-09-30", date(2025, 9, 30)),
    ("half-term", "2025-01-01..2026-06-30", date(2026, 6, 30)),
    ("half-year", "2026-H1", date(2026, 6, 30)),
    ("year", "2025", date(2025, 12, 31)),
    ("term", "2025/2030", date(2026, 6, 30)),
)


@pytest.fixture(scope="module")
def branches(branch_template, tmp_path_factory):
    """The sample branch and the practice branch; only ever copied."""
    place = tmp_path_factory.mktemp("branches")
    practice = DataFolder(place / "practice")
    make_demo_branch(practice, members=90, seed=1).close()
    return {"an-lac": make_sample_branch(branch_template, place), "practice": practice}


@pytest.fixture
def store(branches, tmp_path, request):
    shutil.copytree(branches[request.param].root, tmp_path / "so")
    with open_branch(DataFolder(tmp_path / "so")) as store:
        yield store


def flat(value):
    """Every number in a figure as `figures --json` gives it."""
    if isinstance(value, dict):
        return [number for one in value.values() for number in flat(one)]
    return [] if value is None else [Decimal(str(value))]


def percent(part, whole):
    return (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


def said_numbers(text):
    """The numbers in a sentence; names of campaigns and tasks may hold others."""
    found = NUMBER.findall(QUOTED.sub("", text))
    return [Decimal(one.rstrip(".,").replace(".", "").replace(",", ".")) for one in found]


def allowed(codes, now, before):
    """What a sentence may say of its figures: they, their shares and changes, those before."""
    own = [number for code in codes for number in flat(now[code])]
    shares = [percent(a, b) for a in own for b in own]
    changes = [abs(a - b) for a in own for b in own]
    earlier = [number for code in codes for number in flat(before.get(code))]
    return {*own, *shares, *changes, *earlier}


def counted(store, report):
    whole = report.figures
    return figures.as_json(figures.figures_for(store, whole.from_on, whole.to_on))["figures"]


@pytest.mark.parametrize("store", ["an-lac", "practice"], indirect=True)
@pytest.mark.parametrize(("kind", "period", "cut_off"), REPORTS)
def test_every_number_of_the_papers_is_counted(store, kind, period, cut_off, tmp_path):
    wanted = (kind, Period.parse(period), cut_off)
    report = reports.draft_report(store, *wanted)
    word, excel = reports.write_report(store, *wanted, tmp_path)
    now = counted(store, report)
    before = figures.as_json(report.before)["figures"] if report.before else {}
    see_word(word, report, now, before)
    see_annex(excel, now)


def see_word(word, report, now, before):
    written = docx.Document(str(word)).paragraphs
    paragraphs = [one.text.replace("\u00a0", " ") for one in written]
    lines = [line for section in report.sections for line in section.lines if line.codes]
    assert len(lines) > 20
    days = Counter(said_numbers(reports_day(report)))
    for line in lines:
        assert any(line.text in paragraph for paragraph in paragraphs)
        may = allowed(line.codes, now, before) | set(days) | said_ages(line.text) | years_of(report)
        assert set(said_numbers(line.text)) <= may, line.text
    told = {number for line in lines for number in said_numbers(line.text)}
    for code in ("members_closing", "members_deceased", "dues_collected", "visits_total"):
        assert not now[code] or Decimal(now[code]) in told


def reports_day(report):
    return f"{report.cut_off.day} {report.cut_off.month} {report.cut_off.year}"


def said_ages(text):
    """`từ 60 đến 69 tuổi`, `ngày 22/12` are words, not figures."""
    words = re.findall(r"\d+(?= đến \d+ tuổi| tuổi|/12)|(?<=22/)12", text)
    return {Decimal(word) for word in words}


def years_of(report):
    return {Decimal(year) for year in range(report.period.from_on.year, report.cut_off.year + 1)}


def see_annex(excel, now):
    """Annex I has a row for each indicator in the order of the registry, with its value."""
    rows = [list(row) for row in openpyxl.load_workbook(excel).worksheets[0].values]
    found = iter(rows)
    for indicator in INDICATORS:
        label = indicator.label.removeprefix("– ")
        row = next(r for r in found if str(r[1] or "").removeprefix("– ") == label)
        value = now[indicator.code]
        if indicator.shape is Shape.NUMBER:
            assert row[3] == ("…" if value is None else value), label
        elif value is None:
            assert row[3] == "…"
        elif indicator.value_kind is ValueKind.YEAR and len(value) == 1:
            assert set(said_numbers(row[3])) <= set(flat(value))
        else:
            for name, entry in value.items():
                entry_row = next(r for r in found if r[1] == f"– {name}")
                assert set(said_numbers(str(entry_row[3]))) <= set(flat(entry)), name
