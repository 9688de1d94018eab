"""The list of units, and exempt members whose report is due."""

from datetime import date

from ccb_desktop.domain.member_papers.unit_list import exempt_due, units
from ccb_desktop.domain.members.lines import UnitLine
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_movement, a_source


def a_unit(code, kind, members, number=1, **more):
    unit = Unit(id=number, code=code, kind=kind, names=(UnitName(code),), **more)
    return UnitLine(unit, code, "", members, "")


def test_units_in_being_with_the_sum_of_each_kind():
    lines = [
        a_unit("CH1", UnitKind.CHI_HOI, 31, contact_phone="0912345678"),
        a_unit("CH6", UnitKind.CHI_HOI, 9, ended_on=PartialDate(2025, 6, 30)),
        a_unit("PH1", UnitKind.PHAN_HOI, 7),
        a_unit("CLB1", UnitKind.CLUB, 20),
    ]
    table = units(a_source("units"), lines).tables[0]
    assert [row[1] for row in row_texts(table)] == ["CH1", "PH1", "CLB1"]
    assert next(row_texts(table))[-1] == "0912•••678"
    assert table.note == (
        "Tổng cộng: 1 chi hội với 31 hội viên; 1 phân hội; 1 CLB cựu quân nhân với 20 thành viên."
    )


def test_a_phan_hoi_stands_under_its_chi_hoi():
    lines = [
        *(a_unit("CH1", UnitKind.CHI_HOI, 31, 1), a_unit("CH2", UnitKind.CHI_HOI, 31, 2)),
        a_unit("CLB1", UnitKind.CLUB, 20, 3),
        *(a_unit(f"PH{n}", UnitKind.PHAN_HOI, 7, 9 - n, parent_id=1) for n in (1, 2)),
    ]
    table = units(a_source("units"), lines).tables[0]
    assert [row[1] for row in row_texts(table)] == ["CH1", "PH1", "PH2", "CH2", "CLB1"]


def exempt(number, since, **more):
    return a_line(f"Lê {'ABC'[number]}", number, status=Status.EXEMPT, since=since, **more)


def due(reports):
    lines = [
        *(exempt(0, date(2025, 12, 31)), exempt(1, date(2026, 3, 6)), exempt(2, date(2026, 3, 5))),
        a_line("Đang sinh hoạt", 9, since=date(2020, 1, 1)),
    ]
    event = a_movement(EventKind.EXEMPTED, "2025-12-31", membership_id=0, reason="Tuổi cao")
    table = exempt_due(a_source("exempt-due"), lines, [event], reports).tables[0]
    return [(row[1], row[7], row[8], row[9]) for row in row_texts(table)]


def test_a_report_falls_due_every_three_months():
    assert due({}) == [
        ("Lê A", "", "31/03/2026", "Tuổi cao"),
        ("Lê C", "", "05/06/2026", ""),
    ]


def test_who_has_reported_is_off_the_list_until_the_next_time():
    assert due({0: (PartialDate(2026, 4, 1),), 2: (PartialDate(2026, 1, 1),)}) == [
        ("Lê C", "", "05/06/2026", ""),
    ]
    assert due({0: (PartialDate(2026, 3, 1),)})[0] == (
        "Lê A",
        "01/03/2026",
        "01/06/2026",
        "Tuổi cao",
    )
