"""The attendance sheet of a meeting: to be filled in by hand, or as the list is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.activities.labels import PRESENCE
from ccb_desktop.domain.activities.roll_call import Called, quorum
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.papers import Align, CellKind, Column, ListPaper, PaperTable, Row, Signature
from ccb_desktop.domain.printing import long_date, number

_MARK = "x"
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 52),
    Column(FIELD["born_on"], 24, CellKind.DATE),
    Column(PRESENCE[Presence.PRESENT], 16, align=Align.CENTER, group="Điểm danh"),
    Column("Vắng có lý do", 19, align=Align.CENTER, group="Điểm danh"),
    Column("Vắng không lý do", 21, align=Align.CENTER, group="Điểm danh"),
    Column("Ký tên", 32),
    Column(FIELD["note"], 34),
)
_SIGNATURES = (
    Signature(("THƯ KÝ",), hint="(Ký, ghi rõ họ tên)"),
    Signature(("CHI HỘI TRƯỞNG",), hint="(Ký, ghi rõ họ tên)"),
)


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """One sheet.

    Attributes:
        unit_name: Whose meeting it is.
        held_on: Its day.
        name: What the meeting is called; empty for a sheet to be filled in.
        called: Whom it names; without marks, it is to be filled in by hand.
    """

    unit_name: str
    held_on: date
    name: str
    called: Sequence[Called]


def attendance_sheets(source: ListSource, sheets: Iterable[AttendanceSheet]) -> ListPaper:
    """One sheet for each meeting, each a paper of its own."""
    tables = [_table(sheet) for sheet in sheets]
    return source.paper(
        "DANH SÁCH ĐIỂM DANH SINH HOẠT CHI HỘI",
        "",
        *tables,
        signatures=_SIGNATURES,
        landscape=False,
        apart=True,
    )


def _table(sheet: AttendanceSheet) -> PaperTable:
    marked = [one for one in sheet.called if one.presence is not None]
    called = marked or sheet.called
    what = f"{sheet.name}, " if sheet.name else ""
    note = quorum(marked).told if marked else _to_fill_in(called)
    return PaperTable(
        columns=_COLUMNS,
        rows=[_row(place, one) for place, one in enumerate(called, 1)],
        title=f"{sheet.unit_name}: {what}{long_date(sheet.held_on)}",
        note=note,
    )


def _to_fill_in(called: Sequence[Called]) -> str:
    apart = sum(one.status in (Status.EXEMPT, Status.SUSPENDED) for one in called)
    told = f", trong đó {number(apart)} người miễn sinh hoạt hoặc bị đình chỉ" if apart else ""
    return (
        f"Danh sách có {number(len(called))} hội viên{told}. Có mặt: ……; vắng có lý do: ……; vắng "
        "không lý do: ……"
    )


def _row(place: int, called: Called) -> Row:
    marks = tuple(_MARK if called.presence is one else "" for one in Presence)
    return (
        place,
        called.full_name,
        called.born_on,
        *marks,
        "",
        "" if called.status in (Status.ACTIVE, None) else STATUS[called.status],
    )
