"""Figures typed in by hand: understood, checked, and put beside what the books say."""

import re
from collections.abc import Iterable

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.registry import INDICATOR, Indicator, Shape, ValueKind
from ccb_desktop.domain.figures.values import Counted, Figure, Share, Value
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.money import AmountProblem, parse_amount

_SHARE = re.compile(r"([\d.]+)\s*/\s*([\d.]+)")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[.,]\d{3})+")


def understood(manual: ManualFigure) -> Value:
    """The value of a manual figure; `None` when it is not of the form of its indicator.

    A number is `131` or `71.000.000`; a figure by year is `1494/1504` for the year in which
    its period ends. Figures by name (campaigns, awards) cannot be typed in.
    """
    indicator = INDICATOR.get(manual.indicator)
    if indicator is None:
        return None
    text = manual.value.strip()
    if indicator.shape is Shape.NUMBER:
        return whole_number(text, indicator)
    found = _SHARE.fullmatch(text)
    if found is None or indicator.value_kind is not ValueKind.YEAR:
        return None
    part, whole = (whole_number(side, indicator) for side in found.groups())
    if part is None or whole is None or part > whole:
        return None
    return {str(manual.to_on.year): Share(part, whole)}


def whole_number(text: str, indicator: Indicator) -> int | None:
    """A whole number typed in for an indicator; `None` when it is none."""
    if indicator.is_money:
        try:
            return parse_amount(text)
        except AmountProblem:
            return None
    return int(re.sub("[.,]", "", text)) if _WHOLE.fullmatch(text) else None


def check_manual_figure(figure: ManualFigure) -> None:
    """See that a figure typed in can be used.

    Raises:
        Invalid: By field: `indicator`, `to_on` or `value`.
    """
    faults: dict[str, str] = {}
    indicator = INDICATOR.get(figure.indicator)
    if indicator is None:
        faults["indicator"] = "Chọn chỉ tiêu trong danh sách."
    elif understood(figure) is None:
        faults["value"] = _form_of(indicator)
    if figure.to_on < figure.from_on:
        faults["to_on"] = "Ngày cuối kỳ đứng trước ngày đầu kỳ."
    if faults:
        raise Invalid(faults)


def _form_of(indicator: Indicator) -> str:
    if indicator.shape is Shape.NUMBER:
        return f"Ghi một số nguyên ({indicator.unit}), ví dụ 131."
    if indicator.value_kind is ValueKind.YEAR:
        return "Ghi số đạt trên tổng số, ví dụ 1494/1504."
    return "Chỉ tiêu này có nhiều khoản theo tên, không nhập tay một số được."


def figure_of(
    indicator: Indicator,
    counted: Counted | None,
    manual: Iterable[ManualFigure],
    query: FigureQuery,
) -> Figure:
    """What the books say of a figure, with what was typed in for exactly this period.

    The branch's manual figures say nothing of a single unit.
    """
    computed = counted.value if counted else None
    records = counted.records if counted else ()
    entered: Value = None
    used: ManualFigure | None = None
    if query.unit is None:
        for one in manual:
            value = understood(one) if _is_for(one, indicator, query) else None
            if isinstance(value, dict) and isinstance(entered, dict):
                value = entered | value
            if value is not None:
                entered, used = value, one
    if counted is not None and counted.before_book and entered is not None:
        computed, records = None, ()
    return Figure(
        indicator=indicator, computed=computed, entered=entered, manual=used, records=records
    )


def _is_for(manual: ManualFigure, indicator: Indicator, query: FigureQuery) -> bool:
    """Whether a manual figure is of exactly the period asked for, or of a year within it."""
    if manual.indicator != indicator.code:
        return False
    last_days = (query.to_on, query.named_to_on)
    if manual.from_on == query.from_on and manual.to_on in last_days:
        return True
    days = (manual.from_on.month, manual.from_on.day, manual.to_on.month, manual.to_on.day)
    whole_year = days == (1, 1, 12, 31) and manual.from_on.year == manual.to_on.year
    touched = range(query.from_on.year, query.to_on.year + 1)
    return indicator.value_kind is ValueKind.YEAR and whole_year and manual.to_on.year in touched
