"""The columns of nominations, and of those who may be put forward."""

from ccb_desktop.domain.emulation.awards import NominationStage
from ccb_desktop.domain.emulation.candidates import Candidate
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.nomination_book import NominationLine
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.columns import Column

RUN = "Năm liền"
_STAGES = tuple(NominationStage)


def _years(count: int | None) -> str:
    return f"{number(count)} năm" if count else ""


def nomination_columns() -> list[Column[NominationLine]]:
    """Who is put forward for what, and how far it is."""
    return [
        Column(
            "name",
            "Cá nhân, tập thể",
            lambda line: line.candidate.name,
            lambda line: line.candidate.sort_key or None,
            width=22,
            named=True,
        ),
        Column(
            "unit",
            UNIT,
            lambda line: line.candidate.unit_name,
            lambda line: natural_order(line.candidate.unit_name) or None,
            width=11,
        ),
        Column("form", OWN_FIELD["form"], lambda line: line.nomination.form, width=14),
        Column(
            "stage",
            "Bước",
            lambda line: line.told_stage,
            lambda line: _STAGES.index(line.nomination.stage),
            width=16,
        ),
        Column("giver", OWN_FIELD["giver"], lambda line: line.nomination.giver, width=17),
        Column("reason", FIELD["reason"], lambda line: line.nomination.reason, width=34),
        Column(
            "run",
            RUN,
            lambda line: _years(line.candidate.run),
            lambda line: line.candidate.run,
            align="right",
            width=8,
        ),
        Column("awards", "Đã được khen", lambda line: line.candidate.told_awards, width=30),
        Column(
            "discipline",
            "Kỷ luật",
            lambda line: f"⚠ {line.candidate.discipline}" if line.candidate.discipline else "",
            width=22,
            wrong=lambda line: bool(line.candidate.discipline),
        ),
        Column("note", FIELD["note"], lambda line: line.nomination.note, width=16, shown=False),
    ]


def candidate_columns() -> list[Column[Candidate]]:
    """Who may be put forward, with what the books say of him."""
    return [
        Column(
            "name",
            "Cá nhân, tập thể",
            lambda one: one.name,
            lambda one: one.sort_key,
            width=22,
            named=True,
        ),
        Column(
            "unit",
            UNIT,
            lambda one: one.unit_name,
            lambda one: natural_order(one.unit_name) or None,
            width=11,
        ),
        Column(
            "run", RUN, lambda one: _years(one.run), lambda one: one.run, align="right", width=8
        ),
        Column(
            "years_in",
            "Trong Hội",
            lambda one: _years(one.years_in),
            lambda one: one.years_in,
            align="right",
            width=9,
        ),
        Column(
            "medal",
            "Kỷ niệm chương",
            lambda one: str(one.medal_year or ""),
            lambda one: one.medal_year,
            width=13,
        ),
        *_evidence(),
    ]


def _evidence() -> list[Column[Candidate]]:
    """What he was given and found to be, and what weighs on him."""
    return [
        Column("awards", "Đã được khen", lambda one: one.told_awards, width=28),
        Column(
            "nominated",
            "Đã đề nghị",
            lambda one: ", ".join(sorted(one.nominated)),
            width=14,
        ),
        Column("grades", "Kết quả các năm", lambda one: one.told_grades, width=34),
        Column("posts", "Chức vụ Hội", lambda one: one.posts, width=20),
        Column(
            "discipline",
            "Kỷ luật",
            lambda one: f"⚠ {one.discipline}" if one.discipline else "",
            width=22,
            wrong=lambda one: bool(one.discipline),
        ),
        Column(
            "born_on",
            FIELD["born_on"],
            lambda one: str(one.born_on or ""),
            lambda one: one.born_on.first_day if one.born_on else None,
            width=10,
            shown=False,
        ),
    ]
