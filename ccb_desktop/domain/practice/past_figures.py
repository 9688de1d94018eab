"""Figures of books that are not kept yet, as if the officers had typed them in."""

from collections.abc import Iterator
from datetime import date

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.memberships import EventKind

_PERIODS = (
    (date(2024, 1, 1), date(2024, 12, 31), "Báo cáo tổng kết năm 2024", 1.0),
    (date(2025, 1, 1), date(2025, 6, 30), "Báo cáo 6 tháng đầu năm 2025", 0.5),
    (date(2025, 1, 1), date(2025, 12, 31), "Báo cáo tổng kết năm 2025", 1.1),
    (date(2026, 1, 1), date(2026, 6, 30), "Sổ tay của Hội, 6 tháng đầu năm 2026", 0.6),
)
"""Period, source, and its share of what a year brings."""

_IN_A_YEAR = {
    "visits_total": 0.45,
    "visits_members_care": 0.35,
    "longevity_gifts": 0.08,
    "army_day_gifts": 0.1,
    "news_attendance": 2.4,
    "tradition_attendance": 3.0,
    "document_opinions": 0.3,
    "dialogue_opinions": 0.1,
}
"""For each member."""

_DONG_IN_A_YEAR = {
    "visits_members_care_amount": 70_000,
    "longevity_gifts_amount": 24_000,
    "visits_paid_by_branch": 70_000,
    "visits_paid_by_chi_hoi": 40_000,
    "housing_support_amount": 60_000,
}
"""For each member."""

_AT_A_FUNERAL_DONG = 300_000

_AS_THEY_ARE = {
    "news_sessions": 6,
    "tradition_talks": 4,
    "supervisions": 3,
    "inspections": 4,
    "dialogues": 2,
    "board_meetings": 14,
    "enlistment_gifts": 8,
    "housing_supported": 2,
    "poor_households_helped": 4,
}
"""In a year, in a branch of any size."""

_SHARES = {"exemplary_members": 97, "units_excellent": 25, "units_good_or_better": 100}
"""Percent, of the members or of the chi hội, for whole years."""

_SUMS = {
    "visits_total_amount": ("visits_paid_by_branch", "visits_paid_by_chi_hoi"),
}


def past_figures(books: Books, members: int, chi_hoi: int) -> Iterator[ManualFigure]:
    """The figures of two years before and of the half year just past."""
    for from_on, to_on, source, part in _PERIODS:
        numbers = _numbers(members, part) | _funerals(books, from_on, to_on)
        values = {code: str(value) for code, value in numbers.items()}
        if to_on.month == 12:
            values |= _shares(members, chi_hoi)
        for code, value in values.items():
            yield ManualFigure(
                indicator=code, from_on=from_on, to_on=to_on, value=value, source_note=source
            )


def _numbers(members: int, part: float) -> dict[str, int]:
    """Counts at least one, money in whole thousands of đồng."""
    found = {code: max(1, round(each * members * part)) for code, each in _IN_A_YEAR.items()}
    found |= {code: max(1, round(number * part)) for code, number in _AS_THEY_ARE.items()}
    found |= {code: _thousands(each * members * part) for code, each in _DONG_IN_A_YEAR.items()}
    return found | {code: sum(found[one] for one in parts) for code, parts in _SUMS.items()}


def _funerals(books: Books, from_on: date, to_on: date) -> dict[str, int]:
    """Every member who died in the period was taken leave of."""
    count = sum(
        event.kind is EventKind.DECEASED and from_on <= event.happened_on.first_day <= to_on
        for event in books.events.by_id.values()
    )
    return {"funerals": count, "funerals_amount": count * _AT_A_FUNERAL_DONG}


def _thousands(amount_dong: float) -> int:
    return round(amount_dong / 1000) * 1000


def _shares(members: int, chi_hoi: int) -> dict[str, str]:
    wholes = {"exemplary_members": members}
    return {
        code: f"{wholes.get(code, chi_hoi) * percent // 100}/{wholes.get(code, chi_hoi)}"
        for code, percent in _SHARES.items()
    }
