"""Birthdays of a month or longer."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["age"], 13, CellKind.PLAIN),
    Column(FIELD["sex"], 16),
    Column(FIELD["unit"], 28),
    Column(FIELD["address"], 48),
    Column(FIELD["phone"], 28),
    Column(FIELD["note"], 34),
)


def birthdays(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members born in the months of the period, by day; of whom only the year is known, none."""
    order = source.order
    first = order.from_on or order.on
    months = [first.month + step for step in range(_months_between(first, order.on) + 1)][:12]
    places = {(month - 1) % 12 + 1: place for place, month in enumerate(months)}
    rule = AgeRule(source.branch.age_rule)
    born = [
        (places[line.born_on.month], line.born_on.day or 0, line)
        for line in present_members(source, lines)
        if line.born_on is not None and line.born_on.month in places
    ]
    born.sort(key=lambda found: (found[0], found[1], found[2].sort_key))
    rows = [
        _row(source, place, line, _age_at_birthday(rule, line.born_on, first))
        for place, (_month, _day, line) in enumerate(born, 1)
    ]
    total = f"Tổng cộng: {number(len(rows))} hội viên."
    table = PaperTable(columns=_COLUMNS, rows=rows, note=total)
    return source.paper("DANH SÁCH SINH NHẬT HỘI VIÊN", _months(first, order.on), table)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"Tháng {last.month} năm {last.year}"
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return f"Năm {last.year}"
    return f"Từ tháng {first.month}/{first.year} đến tháng {last.month}/{last.year}"


def _age_at_birthday(rule: AgeRule, born_on: PartialDate | None, first: date) -> int | None:
    """The age that a birthday within a year of the first day brings."""
    if born_on is None or born_on.month is None:
        return None
    year = first.year + (born_on.month < first.month)
    return rule.age(born_on, PartialDate(year, born_on.month).last_day)


def _row(source: ListSource, place: int, line: MemberLine, age: int | None) -> Row:
    wished = age is not None and is_longevity_age(age)
    return (
        place,
        line.full_name,
        line.born_on,
        age,
        SEX[line.sex] if line.sex else "",
        line.unit_name,
        line.address,
        source.secret(line.phone),
        f"Mừng thọ {age} tuổi" if wished else "",
    )
