"""Rules 9 and 10: units and board meet often enough, when the book of activities can tell."""

from collections.abc import Iterator
from datetime import date

from ccb_desktop.domain.activities.regularity import BOARD_NAME, MEETING_UNITS
from ccb_desktop.domain.charter import Charter, months_after
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, WatchBooks
from ccb_desktop.domain.members.told_names import told_names, with_chi_hoi
from ccb_desktop.domain.partial_dates import PartialDate


def _find(books: WatchBooks) -> Iterator[Finding]:
    if books.met_on is None:
        return
    charter = books.charter
    board = (None, BOARD_NAME, charter.board_meeting_months)
    names = with_chi_hoi(books.units, told_names(books.units, books.on))
    places = [
        (unit.id, names[unit.id], charter.unit_meeting_months)
        for unit in books.units
        if unit.kind in MEETING_UNITS and unit.stands_on(books.on)
    ]
    for unit_id, name, months in (board, *places):
        met_on = books.met_on.get(unit_id)
        due_on = months_after(met_on, months) if met_on is not None else None
        if due_on is None or due_on < books.on:
            yield _finding(books, unit_id, name, met_on, due_on)


def _finding(
    books: WatchBooks, unit_id: int | None, name: str, met_on: date | None, due_on: date | None
) -> Finding:
    last = PartialDate.of(met_on) if met_on else None
    return Finding(
        rule=MEETING.id,
        name=name,
        unit_id=unit_id,
        evidence=f"Sinh hoạt, họp lần cuối {last}" if last else "Sổ chưa ghi lần sinh hoạt nào",
        since=last,
        due_on=due_on,
        urgency=books.urgency(due_on or books.on),
        advice="Tổ chức sinh hoạt, họp rồi ghi vào sổ hoạt động",
    )


def _says(charter: Charter) -> str:
    return (
        f"Chi hội, phân hội sinh hoạt một đến {charter.unit_meeting_months} tháng một lần (Điều "
        "lệ, Điều 24, mục VI); Ban Chấp hành có Ban Thường vụ họp "
        f"{charter.board_meeting_months} tháng một lần, Ban Thường vụ mỗi tháng một lần (Điều 23)."
    )


def _lacks(books: WatchBooks) -> str:
    if books.met_on is not None:
        return ""
    return (
        "Sổ chưa ghi buổi sinh hoạt, cuộc họp nào, nên chưa tìm được đơn vị nào. "
        "Ghi ở trang Hoạt động."
    )


MEETING = Rule(
    id="meeting",
    number=9,
    label="Sinh hoạt định kỳ",
    says=_says,
    find=_find,
    overdue="đơn vị lâu chưa sinh hoạt, họp",
    waiting="đơn vị chưa ghi lần sinh hoạt, họp nào",
    lacks=_lacks,
    of_units=True,
)
