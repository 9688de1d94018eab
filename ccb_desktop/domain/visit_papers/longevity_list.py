"""The list of those who are wished long life in a year, with what is usually given to each."""

from collections.abc import Iterable
from itertools import groupby

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.longevity import GreatAge, great_ages
from ccb_desktop.domain.visits.rounds import UsualAmount

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["age"], 13, CellKind.PLAIN),
    Column(FIELD["sex"], 16),
    Column(FIELD["unit"], 28),
    Column(FIELD["address"], 46),
    Column(FIELD["phone"], 28),
    Column("Mức thường lệ", 26, CellKind.MONEY),
    Column(MONEY_FIELD["goods"], 26),
)
_NO_AMOUNT = "Chưa ghi mức chi thường lệ cho dịp mừng thọ. Ghi ở trang Thăm hỏi, Mức chi thường lệ."


def longevity_list(
    source: ListSource, lines: Iterable[MemberLine], usual: Iterable[UsualAmount] = ()
) -> ListPaper:
    """Members who reach 70, 75, 80 … 100 or more in the year (rule 15), the oldest first."""
    on = source.order.on
    rule = AgeRule(source.branch.age_rule)
    found = great_ages(present_members(source, lines), rule, on.year, usual, on)
    rows: list[Row | Band] = []
    place = 0
    for age, group in groupby(found, key=lambda one: one.age):
        reached = list(group)
        rows.append(Band(f"{age} tuổi ({number(len(reached))} người)"))
        for one in reached:
            place += 1
            rows.append(_row(source, place, one))
    given = [one.usual for one in found if one.usual is not None]
    sums = sum(one.amount_dong for one in given)
    told = f"Tổng cộng: {number(place)} hội viên."
    table = PaperTable(
        columns=_COLUMNS,
        rows=rows,
        totals=(("", "Tổng cộng", *[None] * 6, sums, ""),) if sums else (),
        note=told if given or not found else f"{told} {_NO_AMOUNT}",
    )
    return source.paper("DANH SÁCH MỪNG THỌ HỘI VIÊN", f"Năm {on.year}", table)


def _row(source: ListSource, place: int, one: GreatAge) -> Row:
    line, usual = one.member, one.usual
    return (
        place,
        line.full_name,
        line.born_on,
        one.age,
        SEX[line.sex] if line.sex else "",
        line.unit_name,
        line.address,
        source.secret(line.phone),
        usual.amount_dong or None if usual else None,
        usual.goods if usual else "",
    )
