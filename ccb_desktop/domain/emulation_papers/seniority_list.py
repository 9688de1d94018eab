"""Lists that look back over years: who has been in the Hội how long, and whose years run on."""

from collections.abc import Iterable, Sequence

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.candidates import Candidate, waits_for_medal
from ccb_desktop.domain.emulation.runs import RunLine
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_PLAIN, _NUMBER = CellKind.PLAIN, CellKind.NUMBER
_SENIORITY = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 54),
    Column(FIELD["born_on"], 27, CellKind.DATE),
    Column(FIELD["unit"], 28),
    Column(FIELD["card_no"], 24),
    Column(FIELD["joined_on"], 27, CellKind.DATE),
    Column("Số năm trong Hội", 22, _NUMBER),
    Column("Chức vụ Hội", 40),
    Column("CCB gương mẫu (năm liền)", 28, _NUMBER),
    Column("Kỷ luật", 44),
    Column("Đã đề nghị", 32),
)
_RUNS = (
    Column("STT", 12, _PLAIN),
    Column("Tên", 60),
    Column(FIELD["unit"], 30),
    Column("Danh hiệu, hình thức", 50),
    Column("Năm liền đến nay", 26, _NUMBER),
    Column("Dài nhất (năm)", 24, _NUMBER),
    Column("Từ năm", 20, _PLAIN),
    Column("Đến năm", 20, _PLAIN),
)
_OF_KIND = {
    AwardRecipient.MEMBER: "Hội viên",
    AwardRecipient.UNIT: "Chi hội, câu lạc bộ",
    AwardRecipient.BRANCH: "Hội",
}


def seniority_list(source: ListSource, members: Iterable[Candidate], years: int) -> ListPaper:
    """Who has been in the Hội long enough for the Kỷ niệm chương and has none, longest first.

    Args:
        source: What was asked for.
        members: The members of the day.
        years: After how many years one waits for it.
    """
    everybody = list(members)
    waiting = [one for one in everybody if waits_for_medal(one, years)]
    found = fitting(waiting, source.order.filter, lambda o: (o.name, o.unit_name, o.card_no))
    found.sort(key=lambda o: (-(o.years_in or 0), natural_order(o.unit_name), o.sort_key))
    holders = sum(one.medal_year is not None for one in everybody)
    unknown = sum(one.years_in is None and one.medal_year is None for one in everybody)
    note = (
        f"Hội viên: {number(len(everybody))}; đã có Kỷ niệm chương: {number(holders)}; đủ "
        f"{number(years)} năm, chưa có: {number(len(waiting))}; chưa ghi ngày vào Hội: "
        f"{number(unknown)}."
    )
    table = PaperTable(
        columns=_SENIORITY,
        rows=[_member_row(place, one) for place, one in enumerate(found, 1)],
        note=note,
    )
    return source.paper(
        f"DANH SÁCH ĐỦ {number(years)} NĂM TRONG HỘI, CHƯA CÓ KỶ NIỆM CHƯƠNG",
        source.as_at,
        table,
    )


def _member_row(place: int, one: Candidate) -> Row:
    return (
        place,
        one.name,
        one.born_on,
        one.unit_name,
        one.card_no,
        one.joined_on,
        one.years_in,
        one.posts,
        one.run or None,
        one.discipline,
        ", ".join(sorted(one.nominated)),
    )


def run_list(source: ListSource, runs: Sequence[RunLine]) -> ListPaper:
    """Years running of gradings, ratings and awards, of members and of units (rule 21).

    Args:
        source: What was asked for.
        runs: Runs of at least two years, in their order.
    """
    found = fitting(runs, source.order.filter, lambda one: (one.name, one.unit_name, one.what))
    tables = []
    for kind, title in _OF_KIND.items():
        own = [one for one in found if one.kind is kind]
        if own:
            rows = [_run_row(place, one) for place, one in enumerate(own, 1)]
            tables.append(PaperTable(columns=_RUNS, rows=rows, title=title))
    nothing = PaperTable(columns=_RUNS, rows=(), note="Chưa có ai đạt hai năm liền.")
    return source.paper("DANH SÁCH NĂM LIỀN ĐẠT DANH HIỆU", source.as_at, *(tables or [nothing]))


def _run_row(place: int, one: RunLine) -> Row:
    unit = one.unit_name if one.kind is AwardRecipient.MEMBER else ""
    first, last = one.longest
    return (place, one.name, unit, one.what, one.years or None, one.longest_length, first, last)
