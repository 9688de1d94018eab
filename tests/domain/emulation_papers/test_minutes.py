"""The minutes say what was found in whole sentences, and leave room for who met."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.emulation.grading import GradingYear, Rating, Stage
from ccb_desktop.domain.emulation.member_grading import GradedMember
from ccb_desktop.domain.emulation.score_sheets import ScoredUnit
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.emulation.scores import Criterion
from ccb_desktop.domain.emulation_papers.minutes import grading_minutes
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import PaperTable, Paragraph

BRANCH = Branch(name="Hội CCB phường An Bình", parent="Hội CCB tỉnh", place="An Bình")
TODAY = date(2026, 1, 10)


def a_member(own, grade):
    name = f"Trần Văn Bình {own}"
    return GradedMember(own, name, "binh", None, "", Status.ACTIVE, 1, "Chi hội 1", grade=grade)


def a_unit(own, points, rating):
    return ScoredUnit(
        unit_id=own,
        name=f"Chi hội {own}",
        kind=UnitKind.CHI_HOI,
        points={1: Decimal(points)},
        rating=rating,
    )


def minutes(year, units=(), members=(), families=(0, 0)):
    table = ScoreTable(
        year=year,
        kind=UnitKind.CHI_HOI,
        criteria=(Criterion(id=1, year=2025, number=1, text="Chung", most_points=Decimal(100)),),
        units=tuple(units),
        strengths=(),
        labels={},
        years={},
    )
    return grading_minutes(BRANCH, table, members, families, TODAY)


def said(paper):
    return "\n".join(block.text for block in paper.body if isinstance(block, Paragraph))


def test_what_was_found_is_told_with_names_of_those_who_fell_short():
    members = [a_member(1, "EXEMPLARY"), a_member(2, "REACHED"), a_member(3, "")]
    paper = minutes(GradingYear(year=2025), members=members, families=(3, 4))
    told = said(paper)
    assert "đạt CCB gương mẫu: 1/2 (50,00 %)" in told
    assert "không đạt CCB gương mẫu: Trần Văn Bình 2 (Chi hội 1)." in told
    assert "gia đình văn hóa: 3/4 (75,00 %)" in told
    assert "Chưa xếp loại chi hội nào." in told


def test_units_stand_the_best_first():
    units = [
        a_unit(1, 60, Rating.DONE),
        a_unit(2, 91, Rating.EXCELLENT),
        a_unit(3, 95, Rating.EXCELLENT),
    ]
    (table,) = [
        block
        for block in minutes(GradingYear(year=2025), units).body
        if isinstance(block, PaperTable)
    ]
    assert [row[1] for row in table.rows] == ["Chi hội 3", "Chi hội 2", "Chi hội 1"]


def test_the_day_is_that_of_the_meeting_where_it_is_known():
    agreed = GradingYear(
        year=2025, stage=Stage.AGREED, agreed_on=date(2025, 12, 20), agreed_by="Biên bản 05"
    )
    assert minutes(agreed).letterhead.on == date(2025, 12, 20)
    assert minutes(GradingYear(year=2025)).letterhead.on == TODAY
    assert "Chưa bình xét hội viên nào." in said(minutes(agreed))
