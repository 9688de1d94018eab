"""The units of the branch, and the exempt members whose three-month report is due."""

from collections.abc import Iterable, Mapping

from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.charter_watch.exemptions import last_report, report_due
from ccb_desktop.domain.labels import FIELD, UNIT_KIND
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine, MovementLine, UnitLine
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number

_PLAIN, _DATE = CellKind.PLAIN, CellKind.DATE
_UNITS = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["code"], 22),
    Column(FIELD["name"], 44),
    Column(FIELD["kind"], 22),
    Column(FIELD["parent"], 26),
    Column(FIELD["founded_on"], 25, _DATE),
    Column(FIELD["former_ward"], 30),
    Column("Số người", 18, CellKind.NUMBER),
    Column(FIELD["contact_name"], 38),
    Column(FIELD["contact_phone"], 28),
)
_EXEMPT = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, _DATE),
    Column(FIELD["unit"], 28),
    Column(FIELD["phone"], 28),
    Column("Miễn từ ngày", 25, _DATE),
    Column(FIELD["until_on"], 25, _DATE),
    Column("Báo cáo gần nhất", 26, _DATE),
    Column("Hạn báo cáo", 26, _DATE),
    Column(FIELD["reason"], 40),
)


def units(source: ListSource, lines: Iterable[UnitLine]) -> ListPaper:
    """The units in being on the day, phân hội under their chi hội, with how many people."""
    standing = _by_chi_hoi(line for line in lines if line.unit.stands_on(source.order.on))
    found = fitting(
        standing,
        source.order.filter,
        lambda line: (line.name, line.unit.code, line.unit.contact_name, line.unit.former_ward),
    )
    rows: list[Row] = [
        (
            place,
            line.unit.code,
            line.name,
            UNIT_KIND[line.unit.kind],
            line.parent_name,
            line.unit.founded_on,
            line.unit.former_ward,
            line.members,
            line.unit.contact_name,
            source.secret(line.unit.contact_phone),
        )
        for place, line in enumerate(found, 1)
    ]
    table = PaperTable(columns=_UNITS, rows=rows, note=_unit_summary(found))
    return source.paper("DANH SÁCH ĐƠN VỊ CỦA HỘI", source.as_at, table)


def _by_chi_hoi(lines: Iterable[UnitLine]) -> list[UnitLine]:
    """Units in the order given, but each phân hội behind its chi hội."""
    given = list(lines)
    place = {line.unit.id: at for at, line in enumerate(given)}
    return sorted(given, key=lambda line: place.get(line.unit.parent_id, place[line.unit.id]))


def _unit_summary(lines: Iterable[UnitLine]) -> str:
    found = list(lines)
    of_kind = {kind: [line for line in found if line.unit.kind is kind] for kind in UnitKind}
    chi_hoi, clubs = of_kind[UnitKind.CHI_HOI], of_kind[UnitKind.CLUB]
    parts = [
        f"{number(len(chi_hoi))} chi hội với {number(_people(chi_hoi))} hội viên",
        f"{number(len(of_kind[UnitKind.PHAN_HOI]))} phân hội",
        f"{number(len(clubs))} CLB cựu quân nhân với {number(_people(clubs))} thành viên",
    ]
    return f"Tổng cộng: {'; '.join(parts)}."


def _people(lines: Iterable[UnitLine]) -> int:
    return sum(line.members for line in lines)


def exempt_due(
    source: ListSource,
    lines: Iterable[MemberLine],
    movements: Iterable[MovementLine],
    reports: Mapping[int, tuple[PartialDate, ...]],
) -> ListPaper:
    """Exempt members of whom a report has fallen due by the day (rule 4), the longest due first.

    Args:
        source: What was asked for.
        lines: The roster of the day.
        movements: Every event up to the day.
        reports: Membership → days of its reports.
    """
    on = source.order.on
    latest = {line.membership_id: line for line in movements if line.kind is EventKind.EXEMPTED}
    due = []
    for line in present_members(source, lines):
        if line.status is Status.EXEMPT:
            told = [day for day in reports.get(line.membership_id, ()) if day.first_day <= on]
            due_on = report_due(line.since, told, on)
            if due_on <= on:
                last = last_report(line.since, told)
                due.append((due_on, last, line, latest.get(line.membership_id)))
    due.sort(key=lambda found: (found[0], found[2].sort_key))
    rows: list[Row] = [
        (
            place,
            line.full_name,
            line.born_on,
            line.unit_name,
            source.secret(line.phone),
            PartialDate.of(line.since),
            event.until_on if event else None,
            last,
            due_on,
            event.reason if event else "",
        )
        for place, (due_on, last, line, event) in enumerate(due, 1)
    ]
    months = charter_on(on).exemption_months
    said = (
        f"Tổng cộng: {number(len(rows))} hội viên. "
        f"Người miễn sinh hoạt cứ {months} tháng báo cáo chi hội một lần."
    )
    table = PaperTable(columns=_EXEMPT, rows=rows, note=said)
    return source.paper("HỘI VIÊN MIỄN SINH HOẠT ĐẾN HẠN BÁO CÁO", source.as_at, table)
