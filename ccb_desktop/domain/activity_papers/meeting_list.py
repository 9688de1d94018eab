"""The year of meetings on paper: units by month, the rate, and who meets too rarely."""

from collections.abc import Iterable

from ccb_desktop.domain.activities.regularity import REGULARITY, MonthOfMeetings, UnitYear
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import Align, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Đơn vị", 40),
    *(
        Column(str(month), 12, align=Align.CENTER, group="Số buổi, cuộc trong tháng")
        for month in range(1, 13)
    ),
    Column("Cả năm", 17, CellKind.NUMBER),
    Column("Hội viên dự / phải dự", 40),
    Column("Lần cuối", 25, CellKind.DATE),
    Column("Hạn lần tới", 25, CellKind.DATE),
    Column("Nền nếp", 34),
)


def meeting_list(source: ListSource, year: int, units: Iterable[UnitYear]) -> ListPaper:
    """What a year of meetings looks like as at the day asked for."""
    found = fitting(units, source.order.filter, lambda one: (one.name, one.state_told))
    table = PaperTable(
        columns=_COLUMNS,
        rows=[_row(place, one) for place, one in enumerate(found, 1)],
        note="Theo Điều lệ, chi hội, phân hội sinh hoạt một đến ba tháng một lần; Ban Chấp hành có "
        "Ban Thường vụ họp ba tháng một lần. Tỷ lệ tính trên hội viên đang sinh hoạt vào ngày họp, "
        "chỉ với những buổi có ghi số hội viên dự.",
    )
    return source.paper(f"NỀN NẾP SINH HOẠT CHI HỘI NĂM {year}", source.as_at, table)


def _row(place: int, one: UnitYear) -> Row:
    return (
        place,
        one.name,
        *map(_month, one.months),
        one.sessions,
        one.rate_told,
        one.last_on,
        one.due_on,
        REGULARITY[one.state],
    )


def _month(month: MonthOfMeetings) -> str:
    return number(month.sessions) if month.sessions else ""
