"""Figures of years whose books were not kept yet, as if the officers had typed them in."""

from collections.abc import Iterator
from datetime import date

from ccb_desktop.domain.manual_figures import ManualFigure

_YEARS = {2022: 0.9, 2023: 1.0}
"""Year → its share of what a year brings."""

_IN_A_YEAR = {
    "news_attendance": 2.4,
    "tradition_attendance": 3.0,
    "document_opinions": 0.3,
    "dialogue_opinions": 0.1,
}
"""For each member."""

_AS_THEY_ARE = {
    "news_sessions": 6,
    "tradition_talks": 4,
    "supervisions": 3,
    "inspections": 4,
    "dialogues": 2,
    "board_meetings": 14,
}
"""In a year, in a branch of any size."""

_GRADED_UNTIL = 2022
"""The gradings of later years stand in the books."""

_SHARES = {"exemplary_members": 97, "units_excellent": 25, "units_good_or_better": 100}
"""Percent, of the members or of the chi hội."""


def past_figures(members: int, chi_hoi: int) -> Iterator[ManualFigure]:
    """The figures of two years of which nothing but the report is left."""
    for year, part in _YEARS.items():
        values = {code: str(value) for code, value in _numbers(members, part).items()}
        if year <= _GRADED_UNTIL:
            values |= _shares(members, chi_hoi)
        for code, value in values.items():
            yield ManualFigure(
                indicator=code,
                from_on=date(year, 1, 1),
                to_on=date(year, 12, 31),
                value=value,
                source_note=f"Báo cáo tổng kết năm {year}",
            )


def _numbers(members: int, part: float) -> dict[str, int]:
    """Counts, at least one of each."""
    found = {code: max(1, round(each * members * part)) for code, each in _IN_A_YEAR.items()}
    return found | {code: max(1, round(number * part)) for code, number in _AS_THEY_ARE.items()}


def _shares(members: int, chi_hoi: int) -> dict[str, str]:
    wholes = {"exemplary_members": members}
    return {
        code: f"{wholes.get(code, chi_hoi) * percent // 100}/{wholes.get(code, chi_hoi)}"
        for code, percent in _SHARES.items()
    }
