"""Figures of books that are not kept yet, as if the officers had typed them in."""

from collections.abc import Iterator
from datetime import date

from ccb_desktop.domain.manual_figures import ManualFigure

_PERIODS = (
    (date(2024, 1, 1), date(2024, 12, 31), "Báo cáo tổng kết năm 2024", 1.0),
    (date(2025, 1, 1), date(2025, 6, 30), "Báo cáo 6 tháng đầu năm 2025", 0.5),
    (date(2025, 1, 1), date(2025, 12, 31), "Báo cáo tổng kết năm 2025", 1.1),
    (date(2026, 1, 1), date(2026, 6, 30), "Sổ tay của Hội, 6 tháng đầu năm 2026", 0.6),
)
"""Period, source, and its share of what a year brings."""

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

_SHARES = {"exemplary_members": 97, "units_excellent": 25, "units_good_or_better": 100}
"""Percent, of the members or of the chi hội, for whole years."""


def past_figures(members: int, chi_hoi: int) -> Iterator[ManualFigure]:
    """The figures of two years before and of the half year just past."""
    for from_on, to_on, source, part in _PERIODS:
        values = {code: str(value) for code, value in _numbers(members, part).items()}
        if to_on.month == 12:
            values |= _shares(members, chi_hoi)
        for code, value in values.items():
            yield ManualFigure(
                indicator=code, from_on=from_on, to_on=to_on, value=value, source_note=source
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
